// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/output/comparison.h"
#include "widgets/charts/chart_data.h"
#include "widgets/panels/cell_table_model.h"

#include <string>
#include <vector>

namespace widgets {

/// Metrics that the charts and tables need when they show "recall", "precision" or "f1" per bucket.
std::vector<std::string> comparedMetrics(const std::string& kind, const core::stats::BucketRule& rule);

/// The same metric of head, mid, tail and all classes, one bar per run with its interval.
charts::ChartData bucketChart(const core::output::Comparison& comparison, const std::string& kind,
                              const QString& footnote);
/// Difference to the baseline per metric with its interval, around a zero line.
charts::ChartData differenceChart(const core::output::Comparison& comparison, const std::string& kind,
                                  const QString& footnote);
/// Training rows (log) against the recall of each class, one series per run.
charts::ChartData supportChart(const core::output::Comparison& comparison, const std::string& kind,
                               const QString& footnote);

/// The score of the classes behind every border that there could be, a line per run; whether the best run changes.
charts::ChartData bordersChart(const core::output::Comparison& comparison, const std::string& kind,
                               const QString& footnote);

/// One row per run: the metrics with their intervals, and the differences.
CellTableModel::Table metricsTable(const core::output::Comparison& comparison, const std::string& kind);
/// One row per class: bucket, supports and each run's score. Keys = class names.
CellTableModel::Table classTable(const core::output::Comparison& comparison, const std::string& kind);

} // namespace widgets
