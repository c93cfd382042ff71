// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/preview_model.h"

#include "core/data/values.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QBrush>
#include <QColor>
#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace widgets::models {

using core::data::Preview;

namespace {

using core::data::CellKind;
using core::data::ColumnType;

bool fitsType(const core::data::ValueReader& reader, ColumnType type, const std::string& value) {
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Number:
        return reader.number(value).has_value();
    case ColumnType::Time:
        return reader.time(value).has_value();
    default:
        return true;
    }
}

bool valueFits(const core::data::ValueReader& reader, const std::string& field, const std::string& value) {
    if (field.empty())
        return true;
    const bool blank = core::data::trim(value).empty();
    if (field == "item" || field == "title")
        return !blank || field == "title";
    if (blank)
        return true;
    if (field == "price" || field == "quantity" || field == "position" || field == "grade" || field == "rating")
        return reader.number(value).has_value();
    if (field == "time")
        return reader.time(value).has_value();
    return true;
}

} // namespace

PreviewModel::PreviewModel(QObject* parent) : QAbstractTableModel(parent) {}

void PreviewModel::setPreview(Preview preview) {
    beginResetModel();
    m_preview = std::move(preview);
    m_types = m_preview.types;
    m_types.resize(m_preview.header.size(), ColumnType::Text);
    m_wanted.assign(m_preview.header.size(), {});
    m_whole.reset();
    m_reader = {};
    if (m_preview.options.values)
        if (auto reader = core::data::ValueReader::make(*m_preview.options.values); reader.ok())
            m_reader = std::move(*reader);
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

void PreviewModel::setTypes(const core::data::ColumnTypes& types) {
    m_whole = types;
    for (std::size_t column = 0; column < m_types.size() && column < types.columns.size(); ++column)
        m_types[column] = types.columns[column].type;
    retranslate();
}

void PreviewModel::setWantedType(int column, std::optional<ColumnType> type) {
    m_wanted[static_cast<std::size_t>(column)] = type;
    retranslate();
}

PreviewModel::ColumnType PreviewModel::columnType(int column) const {
    const auto at = static_cast<std::size_t>(column);
    return m_wanted[at].value_or(m_types[at]);
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

CellKind PreviewModel::cellKind(int row, int column) const {
    const auto line = static_cast<std::size_t>(row), at = static_cast<std::size_t>(column);
    if (line < m_preview.cells.size() && at < m_preview.cells[line].size())
        return m_preview.cells[line][at];
    return cell(row, column).isEmpty() ? CellKind::Empty : CellKind::Value;
}

bool PreviewModel::fits(int row, int column) const {
    const auto& cells = m_preview.rows[static_cast<std::size_t>(row)];
    const auto at = static_cast<std::size_t>(column);
    const std::string value = at < cells.size() ? cells[at] : std::string();
    if (!valueFits(m_reader, m_fieldOf[at], value))
        return false;
    // A type that was only found may have exceptions; one that is wanted has none.
    return !m_wanted[at] || core::data::trim(value).empty() || fitsType(m_reader, *m_wanted[at], value);
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    constexpr int kMarkAlpha = 70;
    const CellKind kind = cellKind(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        if (kind == CellKind::Null)
            return QStringLiteral("NULL");
        if (kind == CellKind::Missing)
            return tr("missing");
        return kind == CellKind::Empty ? tr("empty") : cell(index.row(), index.column());
    case Qt::ToolTipRole:
        if (kind == CellKind::Null)
            return tr("The file says that there is no value.");
        if (kind == CellKind::Missing)
            return tr("Nothing stands here.");
        return kind == CellKind::Empty ? tr("An empty text stands here.") : cell(index.row(), index.column());
    case Qt::ForegroundRole:
        return kind == CellKind::Value ? QVariant()
                                       : QBrush(QGuiApplication::palette().color(QPalette::PlaceholderText));
    case Qt::FontRole: {
        if (kind == CellKind::Value)
            return {};
        QFont font;
        font.setItalic(true);
        return font;
    }
    case Qt::TextAlignmentRole: {
        const ColumnType type = columnType(index.column());
        const bool number = type == ColumnType::Number || type == ColumnType::Integer;
        return QVariant::fromValue(Qt::Alignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    case Qt::BackgroundRole: {
        if (index.row() != m_marked && fits(index.row(), index.column()))
            return {};
        QColor mark = bucketColor(core::stats::Bucket::Tail);
        mark.setAlpha(kMarkAlpha);
        return QBrush(mark);
    }
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
    QString type = typeTitle(columnType(section));
    if (m_wanted[at])
        type = tr("%1 (chosen)").arg(type);
    if (role == Qt::DisplayRole)
        return field.isEmpty() ? tr("%1\n%2").arg(name, type) : tr("%1\n%2 → %3").arg(name, type, field);
    if (role == Qt::ToolTipRole)
        return columnDetails(at);
    if (role == Qt::FontRole && !field.isEmpty()) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

QString PreviewModel::columnDetails(std::size_t column) const {
    const QString name = toQString(m_preview.header[column]);
    QString text = m_fieldOf[column].empty() ? tr("“%1” has no field.").arg(name)
                                             : tr("“%1” is imported as “%2”.").arg(name, toQString(m_fieldOf[column]));
    if (m_whole && column < m_whole->columns.size()) {
        const core::data::ColumnProfile& whole = m_whole->columns[column];
        text += QLatin1Char('\n') + tr("%1 values, %2 different; %3 empty, %4 missing, %5 NULL")
                                        .arg(formatInteger(whole.values), formatInteger(whole.distinct),
                                             formatInteger(whole.empty), formatInteger(whole.missing),
                                             formatInteger(whole.null));
        if (whole.unlike > 0)
            text +=
                QLatin1Char('\n') + tr("%1 of them are no %2").arg(formatInteger(whole.unlike), typeTitle(whole.type));
    }
    return text + QLatin1Char('\n') + tr("Right-click to see it as another type.");
}

QString PreviewModel::typeTitle(ColumnType type) {
    switch (type) {
    case ColumnType::Empty:
        return tr("empty");
    case ColumnType::Boolean:
        return tr("yes or no");
    case ColumnType::Integer:
        return tr("whole number");
    case ColumnType::Number:
        return tr("number");
    case ColumnType::Time:
        return tr("time");
    case ColumnType::Code:
        return tr("code");
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
