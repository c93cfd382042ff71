// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

namespace widgets::charts {

class ChartView;

/// The context menu of a chart: copy, export, reset zoom, and the actions that were added to the chart. Does not block.
void showChartMenu(ChartView* view, const QPoint& global);

} // namespace widgets::charts
