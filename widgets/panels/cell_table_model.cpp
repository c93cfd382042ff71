// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/cell_table_model.h"

#include "widgets/text.h"

#include <cmath>
#include <limits>

namespace widgets {

Cell Cell::of(const QString& text) {
    return {text, {}, {}, {}};
}

Cell Cell::integer(qint64 number) {
    return {formatInteger(number), number, {}, {}};
}

Cell Cell::decimal(double number, int decimals) {
    // A missing number sorts below every other.
    if (!std::isfinite(number))
        return {QStringLiteral("–"), -std::numeric_limits<double>::infinity(), {}, {}};
    return {formatDecimal(number, decimals), number, {}, {}};
}

void CellTableModel::setTable(Table table) {
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int CellTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int CellTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.headers.size());
}

QVariant CellTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const Cell& cell = m_table.rows[row][static_cast<std::size_t>(index.column())];
    const bool number = cell.sort.isValid() && !cell.ordered;
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case kSortRole:
        return cell.sort.isValid() ? cell.sort : QVariant(cell.text);
    case kKeyRole:
        return m_table.keys.value(index.row());
    case Qt::ToolTipRole:
        return cell.tip.isEmpty() ? cell.text : cell.tip;
    case kValueRole:
        return number ? cell.sort : QVariant(cell.text);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    default:
        return {};
    }
}

QVariant CellTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return m_table.headers[section];
    if (role == Qt::ToolTipRole)
        return m_table.headerTips.value(section, m_table.headers[section]);
    return {};
}

} // namespace widgets
