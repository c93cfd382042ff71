// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

namespace widgets::charts {

class ChartView;

/// The context menu of a chart: copy, export, reset zoom. Does not block.
void showChartMenu(ChartView* view, const QPoint& global);

} // namespace widgets::charts
