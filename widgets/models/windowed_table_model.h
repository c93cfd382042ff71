// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"
#include "widgets/job_runner.h"
#include "widgets/models/row_table_model.h"

#include <QPointer>

#include <algorithm>

namespace widgets::models {

/// A table of which only the rows looked at so far are in memory: the view asks for more as it is scrolled, and a quiet
/// job reads the next window of the project. GUI thread only.
template <class Row> class WindowedTableModel : public RowTableModel<Row> {
public:
    /// A window of rows and how many there are in all.
    struct Window {
        std::vector<Row> rows;
        std::int64_t total = 0;
    };
    using Fetch =
        std::function<core::Result<Window>(const core::store::Project&, std::int64_t offset, std::int64_t limit)>;

    WindowedTableModel(JobRunner& jobs, QObject* parent) : RowTableModel<Row>(parent), m_jobs(jobs) {}

    std::int64_t total() const { return m_total; }
    bool settled() const { return !m_taking && (!m_job || m_job->isEnded()); }

    bool canFetchMore(const QModelIndex& parent) const override {
        return !parent.isValid() && m_project && settled() && this->rowCount() < m_total;
    }
    void fetchMore(const QModelIndex& parent) override {
        if (canFetchMore(parent))
            request();
    }

    /// Called after every window with an error, if there was one.
    void setObserver(std::function<void(const core::Error*)> observer) { m_observer = std::move(observer); }

protected:
    /// Starts over with another source of rows; a null project empties the table.
    void restart(core::store::ProjectPtr project, Fetch fetch) {
        m_project = std::move(project);
        m_fetch = std::move(fetch);
        m_total = 0;
        ++m_series; // what the job under way brings is of the old source
        m_job = nullptr;
        this->setRows({});
        if (m_project)
            request();
    }

private:
    static constexpr std::int64_t kWindow = 500;

    void request() {
        const std::int64_t offset = this->rowCount();
        const auto series = m_series;
        JobRunner::Options options;
        options.quiet = true;
        m_job = m_jobs.run<Window>(
            options, this,
            [project = m_project, fetch = m_fetch, offset](core::JobContext& job) -> core::Result<Window> {
                TL_CHECK_STATUS(job.check());
                return fetch(*project, offset, kWindow);
            },
            [this, series](core::Result<Window> result) {
                if (series == m_series)
                    take(std::move(result));
            });
    }

    void take(core::Result<Window> result) {
        m_job = nullptr;
        if (!result.ok()) {
            m_total = this->rowCount();
            if (m_observer)
                m_observer(&result.error());
            return;
        }
        // A window that brings nothing ends the table, whatever the total says: else the view would ask for ever.
        m_total = result->rows.empty() ? this->rowCount() : result->total;
        // Who hears of the coming rows may ask for more at once, when they are not counted yet: they would come twice.
        m_taking = true;
        this->appendRows(std::move(result->rows));
        m_taking = false;
        if (m_observer)
            m_observer(nullptr);
    }

    JobRunner& m_jobs;
    core::store::ProjectPtr m_project;
    Fetch m_fetch;
    std::int64_t m_total = 0;
    std::uint64_t m_series = 0;
    bool m_taking = false;
    QPointer<Job> m_job;
    std::function<void(const core::Error*)> m_observer;
};

} // namespace widgets::models
