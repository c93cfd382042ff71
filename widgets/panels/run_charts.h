// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chart_data.h"
#include "widgets/panels/run_feed.h"

namespace widgets {

/// Loss per step while it trains; per epoch for a run read from the project (steps are not stored).
charts::ChartData lossChart(const RunCurves& curves, const QString& footnote);
/// Validation recall of each bucket per epoch, and the metric that chooses the best epoch.
charts::ChartData validationChart(const RunCurves& curves, const QString& metric, const QString& footnote);
/// Rows a second.
charts::ChartData throughputChart(const RunCurves& curves, const QString& footnote);

} // namespace widgets
