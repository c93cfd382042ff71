// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/insight/compare.h"
#include "widgets/lab/chart_frame.h"

namespace widgets {

/// One of two distributions.
struct Side {
    core::stats::SupportTablePtr table;
    QString name;
    QColor color;
    Qt::PenStyle style;
};

/// Share of support by rank, both on logarithmic axes.
charts::ChartData sideRanksChart(const DistributionView& view, const Side& left, const Side& right);
charts::ChartData sideLorenzChart(const DistributionView& view, const Side& left, const Side& right);
/// Support of every entity on the left against the right; those on one side only lie on the axes' ends.
charts::ChartData sidePairsChart(const DistributionView& view, const Side& left, const Side& right,
                                 const core::store::Likeness& likeness);

} // namespace widgets
