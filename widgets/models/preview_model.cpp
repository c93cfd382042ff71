// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/preview_model.h"

#include "core/data/values.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QBrush>
#include <QColor>
#include <QFont>

#include <algorithm>

namespace widgets::models {

using core::data::Preview;

namespace {

/// All values of a column vote: one that is no number makes it no number column.
PreviewModel::ColumnType typeOf(const Preview& preview, std::size_t column) {
    bool any = false, number = true, time = true;
    for (const auto& row : preview.rows) {
        if (column >= row.size() || core::data::trim(row[column]).empty())
            continue;
        any = true;
        number = number && core::data::parseNumber(row[column]).has_value();
        time = time && core::data::parseTime(row[column]).has_value();
    }
    if (!any)
        return PreviewModel::ColumnType::Empty;
    // Epoch seconds are numbers as well; only written dates are shown as times.
    if (number)
        return PreviewModel::ColumnType::Number;
    return time ? PreviewModel::ColumnType::Time : PreviewModel::ColumnType::Text;
}

bool valueFits(const std::string& field, const std::string& value) {
    if (field.empty())
        return true;
    const bool blank = core::data::trim(value).empty();
    if (field == "item" || field == "title")
        return !blank || field == "title";
    if (blank)
        return true;
    if (field == "price" || field == "quantity" || field == "position")
        return core::data::parseNumber(value).has_value();
    if (field == "time")
        return core::data::parseTime(value).has_value();
    if (field == "kind")
        return core::data::parseEventKind(value).has_value();
    return true;
}

} // namespace

PreviewModel::PreviewModel(QObject* parent) : QAbstractTableModel(parent) {}

void PreviewModel::setPreview(Preview preview) {
    beginResetModel();
    m_preview = std::move(preview);
    m_types.clear();
    for (std::size_t column = 0; column < m_preview.header.size(); ++column)
        m_types.push_back(typeOf(m_preview, column));
    m_fieldOf.assign(m_preview.header.size(), {});
    m_marked = -1;
    endResetModel();
}

void PreviewModel::setMapping(const core::data::Mapping& mapping) {
    for (std::size_t column = 0; column < m_fieldOf.size(); ++column) {
        m_fieldOf[column].clear();
        for (const auto& [field, name] : mapping)
            if (name == m_preview.header[column])
                m_fieldOf[column] = field;
    }
    retranslate();
}

int PreviewModel::markLine(std::int64_t line) {
    m_marked = -1;
    for (std::size_t row = 0; row < m_preview.lines.size() && line > 0; ++row)
        if (m_preview.lines[row] <= line && (row + 1 == m_preview.lines.size() || m_preview.lines[row + 1] > line))
            m_marked = static_cast<int>(row);
    // The last row shown may begin before a line that lies far below the preview.
    if (m_marked >= 0 && m_marked + 1 == rowCount() && m_preview.lines.back() != line)
        m_marked = -1;
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    return m_marked;
}

QStringList PreviewModel::mappingNotes() const {
    QStringList notes;
    for (int column = 0; column < columnCount(); ++column) {
        int misfits = 0, first = -1;
        for (int row = 0; row < rowCount(); ++row) {
            if (!fits(row, column)) {
                ++misfits;
                first = first < 0 ? row : first;
            }
        }
        if (misfits > 0)
            notes << tr("%1 of the %2 rows shown have no usable value in “%3” (first: line %4, “%5”); such rows are "
                        "rejected.")
                         .arg(formatInteger(misfits), formatInteger(rowCount()),
                              toQString(m_preview.header[static_cast<std::size_t>(column)]),
                              formatInteger(m_preview.lines[static_cast<std::size_t>(first)]), cell(first, column));
    }
    return notes;
}

int PreviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_preview.rows.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_preview.header.size());
}

QString PreviewModel::cell(int row, int column) const {
    const auto& cells = m_preview.rows[static_cast<std::size_t>(row)];
    const auto at = static_cast<std::size_t>(column);
    return at < cells.size() ? toQString(cells[at]) : QString();
}

bool PreviewModel::fits(int row, int column) const {
    const auto& cells = m_preview.rows[static_cast<std::size_t>(row)];
    const auto at = static_cast<std::size_t>(column);
    return valueFits(m_fieldOf[at], at < cells.size() ? cells[at] : std::string());
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    constexpr int kMarkAlpha = 70;
    QColor mark = bucketColor(core::stats::Bucket::Tail);
    mark.setAlpha(kMarkAlpha);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cell(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            (columnType(index.column()) == ColumnType::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::BackgroundRole:
        if (index.row() == m_marked || !fits(index.row(), index.column()))
            return QBrush(mark);
        return {};
    default:
        return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section < 0)
        return {};
    const auto at = static_cast<std::size_t>(section);
    if (orientation == Qt::Vertical) {
        if (role == Qt::DisplayRole && at < m_preview.lines.size())
            return formatInteger(m_preview.lines[at]);
        return {};
    }
    if (at >= m_preview.header.size())
        return {};
    const QString name = toQString(m_preview.header[at]);
    const QString field = toQString(m_fieldOf[at]);
    if (role == Qt::DisplayRole)
        return field.isEmpty() ? tr("%1\n%2").arg(name, typeTitle(m_types[at]))
                               : tr("%1\n%2 → %3").arg(name, typeTitle(m_types[at]), field);
    if (role == Qt::ToolTipRole)
        return field.isEmpty() ? tr("“%1” is not imported.").arg(name)
                               : tr("“%1” is imported as “%2”.").arg(name, field);
    if (role == Qt::FontRole && !field.isEmpty()) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

QString PreviewModel::typeTitle(ColumnType type) {
    switch (type) {
    case ColumnType::Empty:
        return tr("empty");
    case ColumnType::Number:
        return tr("number");
    case ColumnType::Time:
        return tr("time");
    case ColumnType::Text:
        return tr("text");
    }
    return {};
}

void PreviewModel::retranslate() {
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace widgets::models
