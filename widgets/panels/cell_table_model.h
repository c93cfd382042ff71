// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QVariant>

#include <vector>

namespace widgets {

/// One cell of a result table: its text by locale, and the value by which it is sorted.
struct Cell {
    QString text;
    QVariant sort;        ///< invalid = the text
    QString tip;          ///< empty = the text
    bool ordered = false; ///< `sort` only orders (a bucket): the text is what is aligned left and copied
    static Cell of(const QString& text);
    static Cell integer(qint64 number);
    static Cell decimal(double number, int decimals = 3); ///< NaN shows as a dash
};

/// A table of ready-made cells. Each row has a key (a run id, a class name) by which selections are kept. GUI thread
/// only.
class CellTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int kSortRole = Qt::UserRole;
    static constexpr int kKeyRole = Qt::UserRole + 1;
    static constexpr int kValueRole = Qt::UserRole + 2; ///< what is copied: the number of the cell, or its text

    struct Table {
        QStringList headers;
        QStringList headerTips; ///< empty, or as long as headers
        std::vector<std::vector<Cell>> rows;
        QStringList keys; ///< as long as rows
    };

    explicit CellTableModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setTable(Table table);
    const Table& table() const { return m_table; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Table m_table;
};

} // namespace widgets
