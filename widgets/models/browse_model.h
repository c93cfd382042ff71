// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/browse/browse.h"
#include "widgets/job_runner.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QTimer>

#include <list>
#include <map>
#include <optional>
#include <vector>

namespace widgets::models {

/// A view of any table of the project, of any length. Rows are read in pages, by quiet jobs, when something asks for
/// them; until then they are placeholders. While the order of the rows is made, the first rows are there already. A
/// write to the project makes the order anew, and the old rows stay until it is done. GUI thread only.
class BrowseModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { ValueRole = Qt::UserRole, LoadedRole };
    enum class State { Empty, Building, Ready, Failed };

    BrowseModel(JobRunner& jobs, QObject* parent);

    /// Shows another view; a null project empties the model. A wrong query changes nothing and is returned.
    core::Status show(const core::store::ProjectPtr& project, const core::store::BrowseQuery& query);
    /// Makes the order anew, from what is in the project now.
    void reload();
    void cancelBuild();
    void retranslate();

    State state() const { return m_state; }
    const core::store::BrowseTable* table() const { return m_table; }
    const core::store::BrowseQuery& query() const { return m_query; }
    /// To export it; its order may not be there yet.
    std::shared_ptr<core::store::Browse> view() const { return m_view; }
    core::store::ProjectPtr project() const { return m_project; }
    std::int64_t total() const { return m_total; }           ///< rows of the view; −1 = not known yet
    std::int64_t tableTotal() const { return m_tableTotal; } ///< rows of the table; −1 = not known yet
    const core::Progress& progress() const { return m_progress; }
    const std::optional<core::Error>& error() const { return m_error; }
    /// Whether everything asked for has arrived.
    bool settled() const { return m_state != State::Building && !m_pageJob && m_wanted.empty() && !m_counting; }
    /// A row that was read; nullptr while it is still on its way.
    const core::store::BrowseRow* rowAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void changed();                        ///< state, totals, progress or error
    void pageArrived(int first, int last); ///< rows that are no placeholders any more

private:
    using Rows = std::vector<core::store::BrowseRow>;
    struct Page {
        std::shared_ptr<const Rows> rows;
        std::list<std::int64_t>::iterator use;
    };

    void start(std::shared_ptr<core::store::Browse> view, bool keepRows);
    void startHead(const std::shared_ptr<core::store::Browse>& view);
    void startBuild(const std::shared_ptr<core::store::Browse>& view);
    void startCount();
    void built(const core::Status& status, const std::shared_ptr<core::store::Browse>& view);
    void want(std::int64_t page) const;
    void fetch();
    void take(std::int64_t page, core::Result<Rows> rows);
    void keep(std::int64_t page, std::shared_ptr<const Rows> rows);
    void setRowCount(std::int64_t rows);
    QString headerText(int section) const;

    JobRunner& m_jobs;
    core::store::ProjectPtr m_project;
    core::store::BrowseQuery m_query;
    const core::store::BrowseTable* m_table = nullptr;
    std::shared_ptr<core::store::Browse> m_view;
    std::uint64_t m_series = 0; ///< what jobs of an earlier view bring is dropped
    State m_state = State::Empty;
    std::int64_t m_total = -1, m_tableTotal = -1;
    int m_rowCount = 0;
    core::Progress m_progress;
    std::optional<core::Error> m_error;
    std::map<std::int64_t, Page> m_pages;
    mutable std::list<std::int64_t> m_used; ///< page numbers, last used first
    mutable std::vector<std::int64_t> m_wanted;
    mutable QTimer m_fetchTimer;
    QTimer m_reloadTimer;
    QPointer<Job> m_pageJob, m_buildJob, m_headJob;
    bool m_counting = false;
};

} // namespace widgets::models
