// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chart_data.h"

#include <QAbstractTableModel>

namespace widgets::charts {

class ChartView;

/// The points of a chart as rows: series, x, y, and the ends of intervals where there are any. What a screen reader, or
/// anybody who wants the exact numbers, reads instead of the drawing.
class ChartTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit ChartTableModel(ChartData data, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum Column { Series, Id, X, Y, Low, High };
    ChartData m_data;
    QList<Column> m_columns;
    QList<std::pair<int, qsizetype>> m_rows; ///< series, point
};

/// Opens a window with that table; it does not block.
void showChartTable(ChartView* view);

} // namespace widgets::charts
