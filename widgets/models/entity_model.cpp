// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/entity_model.h"

#include "widgets/text.h"
#include "widgets/theme.h"

#include <QBrush>

#include <algorithm>
#include <numeric>

namespace widgets::models {

using core::stats::Bucket;

namespace {

QVariant columnAlignment(int column) {
    const bool text = column == EntityModel::Name || column == EntityModel::BucketColumn;
    return QVariant::fromValue(Qt::Alignment((text ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
}

} // namespace

EntityModel::EntityModel(QObject* parent) : QAbstractTableModel(parent) {}

void EntityModel::setTable(core::stats::SupportTablePtr table, const core::stats::BucketBorders& borders) {
    beginResetModel();
    if (table != m_table)
        m_index.reset();
    m_table = std::move(table);
    m_borders = borders;
    m_total = m_table ? std::accumulate(m_table->counts.begin(), m_table->counts.end(), std::int64_t{0}) : 0;
    rebuild();
    endResetModel();
}

void EntityModel::setBorders(const core::stats::BucketBorders& borders) {
    if (borders == m_borders)
        return;
    m_borders = borders;
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, BucketColumn), index(rowCount() - 1, BucketColumn));
}

void EntityModel::setSearch(const QString& text) {
    if (text == m_search)
        return;
    beginResetModel();
    m_search = text;
    rebuild();
    endResetModel();
}

std::shared_ptr<const EntityModel::Index> EntityModel::indexNames(core::stats::SupportTablePtr table) {
    auto index = std::make_shared<Index>();
    index->places.reserve(table->names.size());
    for (std::size_t i = 0; i < table->names.size(); ++i)
        index->places.emplace_back(std::hash<std::string>{}(table->names[i]), static_cast<std::uint32_t>(i));
    std::sort(index->places.begin(), index->places.end());
    index->table = std::move(table);
    return index;
}

std::optional<std::uint32_t> EntityModel::Index::find(const std::string& name) const {
    const std::size_t hash = std::hash<std::string>{}(name);
    for (auto at = std::lower_bound(places.begin(), places.end(), std::pair(hash, std::uint32_t{0}));
         at != places.end() && at->first == hash; ++at)
        if (table->names[at->second] == name)
            return at->second;
    return {};
}

void EntityModel::setIndex(std::shared_ptr<const Index> index) {
    if (index && index->table == m_table)
        m_index = std::move(index);
}

void EntityModel::rebuild() {
    m_shown.clear();
    m_rowOfPlace.clear();
    if (!m_table)
        return;
    m_shown.reserve(m_table->names.size());
    for (std::size_t i = 0; i < m_table->names.size(); ++i) {
        const bool shown =
            m_search.isEmpty() || toQString(m_table->names[i]).contains(m_search, Qt::CaseInsensitive) ||
            (i < m_table->details.size() && toQString(m_table->details[i]).contains(m_search, Qt::CaseInsensitive));
        if (shown)
            m_shown.push_back(static_cast<std::uint32_t>(i));
    }
    order();
}

void EntityModel::order() {
    m_rowOfPlace.clear();
    // The table comes sorted by support, so rank, support, share and bucket are all the order of positions.
    const bool byName = m_sortColumn == Name;
    const bool largestFirst = m_sortColumn == Rank || m_sortColumn == BucketColumn;
    const bool forward = largestFirst == (m_sortOrder == Qt::AscendingOrder);
    if (byName)
        std::sort(m_shown.begin(), m_shown.end(), [&](std::uint32_t a, std::uint32_t b) {
            const int compared = m_table->names[a].compare(m_table->names[b]);
            return m_sortOrder == Qt::AscendingOrder ? compared < 0 : compared > 0;
        });
    else if (forward) {
        if (!std::is_sorted(m_shown.begin(), m_shown.end())) // as it was filled
            std::sort(m_shown.begin(), m_shown.end());
    } else
        std::sort(m_shown.begin(), m_shown.end(), std::greater<>());
}

void EntityModel::sort(int column, Qt::SortOrder sortOrder) {
    if (column < 0 || column >= kColumns)
        return;
    beginResetModel();
    m_sortColumn = column;
    m_sortOrder = sortOrder;
    if (m_table)
        order();
    endResetModel();
}

std::string EntityModel::nameAt(int row) const {
    return m_table->names[m_shown[static_cast<std::size_t>(row)]];
}

int EntityModel::rowOf(const std::string& name) const {
    if (!m_table)
        return -1;
    if (!m_index)
        m_index = indexNames(m_table);
    const auto found = m_index->find(name);
    if (!found)
        return -1;
    if (m_rowOfPlace.empty()) {
        m_rowOfPlace.assign(m_table->names.size(), -1);
        for (std::size_t row = 0; row < m_shown.size(); ++row)
            m_rowOfPlace[m_shown[row]] = static_cast<int>(row);
    }
    return m_rowOfPlace[*found];
}

Bucket EntityModel::bucketAt(std::size_t position) const {
    return m_borders.at(position);
}

int EntityModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int EntityModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int{kColumns};
}

QVariant EntityModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const std::size_t position = m_shown[static_cast<std::size_t>(index.row())];
    const std::int64_t support = m_table->counts[position];
    if (role == Qt::TextAlignmentRole)
        return columnAlignment(index.column());
    if (role == Qt::DecorationRole && index.column() == BucketColumn)
        return bucketColor(bucketAt(position));
    if (role == Qt::ToolTipRole && index.column() == Name)
        return position < m_table->details.size() && !m_table->details[position].empty()
                   ? toQString(m_table->details[position])
                   : toQString(m_table->names[position]);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Rank:
        return formatInteger(static_cast<qint64>(position) + 1);
    case Name: {
        const QString name = toQString(m_table->names[position]);
        if (position < m_table->details.size() && !m_table->details[position].empty())
            return tr("%1 · %2").arg(name, toQString(m_table->details[position]));
        return name;
    }
    case Support:
        return formatInteger(support);
    case Share:
        return formatPercent(m_total > 0 ? static_cast<double>(support) / static_cast<double>(m_total) : 0, 2);
    case BucketColumn:
        return bucketTitle(bucketAt(position));
    default:
        return {};
    }
}

QVariant EntityModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return columnAlignment(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Rank:
        return tr("Rank");
    case Name:
        return tr("Name");
    case Support:
        return tr("Support");
    case Share:
        return tr("Share");
    case BucketColumn:
        return tr("Bucket");
    default:
        return {};
    }
}

void EntityModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

} // namespace widgets::models
