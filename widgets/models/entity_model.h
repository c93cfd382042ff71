// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/select/selection.h"
#include "core/stats/distribution.h"

#include <QAbstractTableModel>

#include <optional>
#include <utility>
#include <vector>

namespace widgets::models {

/// The entities of a support table with their bucket. Holds no copy of the table: a million entities are a vector of
/// row numbers. Sorting and searching rearrange that vector. GUI thread only.
class EntityModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Rank, Name, Support, Share, BucketColumn, kColumns };

    explicit EntityModel(QObject* parent = nullptr);

    void setTable(core::stats::SupportTablePtr table, const core::stats::BucketBorders& borders);
    /// Only the buckets change: no row moves unless the table is sorted by bucket.
    void setBorders(const core::stats::BucketBorders& borders);
    /// Shows only entities whose name or detail contains the text (case ignored).
    void setSearch(const QString& text);

    /// Where every name stands in its table. A million of them take a tenth of a second: made off the thread by whoever
    /// can, else when rowOf() is first asked. One block of memory, so that it is gone in no time.
    struct Index {
        core::stats::SupportTablePtr table;
        std::vector<std::pair<std::size_t, std::uint32_t>> places; ///< hash of a name, its place; by hash
        std::optional<std::uint32_t> find(const std::string& name) const;
    };
    static std::shared_ptr<const Index> indexNames(core::stats::SupportTablePtr table);
    void setIndex(std::shared_ptr<const Index> index); ///< of another table: ignored

    const core::stats::SupportTablePtr& table() const { return m_table; }
    std::string nameAt(int row) const;
    /// Row of an entity as shown now; -1 when it is not shown.
    int rowOf(const std::string& name) const;
    core::stats::Bucket bucketAt(std::size_t position) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    void retranslate();

private:
    void rebuild();
    void order();

    core::stats::SupportTablePtr m_table;
    core::stats::BucketBorders m_borders;
    std::int64_t m_total = 0;
    QString m_search;
    int m_sortColumn = Rank;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<std::uint32_t> m_shown; ///< positions in the table, in the order shown
    mutable std::shared_ptr<const Index> m_index;
    mutable std::vector<int> m_rowOfPlace; ///< -1 = not shown; built when first asked for
};

} // namespace widgets::models
