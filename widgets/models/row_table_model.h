// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <functional>
#include <utility>
#include <vector>

namespace widgets::models {

/// A table over a vector of rows: what is left to a model is its columns. Titles and cells are functions, so that a
/// change of language needs retranslate() and nothing else. GUI thread only.
template <class Row> class RowTableModel : public QAbstractTableModel {
public:
    struct Column {
        std::function<QString()> title;
        std::function<QVariant(const Row&)> cell;
        bool number = false;                        ///< right-aligned
        std::function<QVariant(const Row&)> detail; ///< tooltip; none = the cell's text
    };

    explicit RowTableModel(QObject* parent) : QAbstractTableModel(parent) {}

    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }

    QVariant data(const QModelIndex& index, int role) const override {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        const Row& row = m_rows[static_cast<std::size_t>(index.row())];
        const Column& column = m_columns[static_cast<std::size_t>(index.column())];
        switch (role) {
        case Qt::DisplayRole:
            return column.cell(row);
        case Qt::ToolTipRole:
            return column.detail ? column.detail(row) : column.cell(row);
        case Qt::TextAlignmentRole:
            return alignment(column);
        default:
            return {};
        }
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const Column& column = m_columns[static_cast<std::size_t>(section)];
        if (role == Qt::DisplayRole)
            return column.title();
        if (role == Qt::TextAlignmentRole)
            return alignment(column);
        return {};
    }

    const std::vector<Row>& rows() const { return m_rows; }

    void setRows(std::vector<Row> rows) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }

    /// After a change of language.
    void retranslate() {
        if (!m_columns.empty())
            Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

protected:
    void setColumns(std::vector<Column> columns) { m_columns = std::move(columns); }

    void appendRows(std::vector<Row> rows) {
        if (rows.empty())
            return;
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
        for (Row& row : rows)
            m_rows.push_back(std::move(row));
        endInsertRows();
    }

private:
    static QVariant alignment(const Column& column) {
        return QVariant::fromValue(Qt::Alignment((column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }

    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
};

} // namespace widgets::models
