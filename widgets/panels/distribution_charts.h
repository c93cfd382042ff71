// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/distribution.h"
#include "core/stats/power_law.h"
#include "core/stats/sensitivity.h"
#include "widgets/charts/chart_data.h"

#include <QString>

#include <optional>
#include <vector>

namespace widgets {

/// What the four charts of the Distribution stage are drawn from.
struct DistributionView {
    core::stats::SupportTablePtr table; ///< null = nothing to show
    core::stats::DistributionSummary summary;
    std::optional<core::stats::PowerLawFit> powerLaw;
    std::optional<core::stats::ZipfMandelbrotFit> zipf;
    std::vector<core::stats::CutOff> cutOffs; ///< what other borders would mean
    bool shares = false;                      ///< supports as shares of all support
    bool early = false;                       ///< the names of the table are still being read: they are empty
    QString footnote;
    QString emptyText; ///< what to do next when there is nothing
};

/// How many entities have how much support; bins grow by a constant factor.
charts::ChartData histogramChart(const DistributionView& view);
/// Support by rank on two logarithmic axes, a series for each bucket, with the power law above its x_min
/// and the law of Zipf and Mandelbrot.
charts::ChartData rankChart(const DistributionView& view);
/// Share of support of the least supported share of entities, against equality.
charts::ChartData lorenzChart(const DistributionView& view);
/// Share of support of the first entities by rank.
charts::ChartData cumulativeChart(const DistributionView& view);

/// The borders as the rank charts show them.
QList<charts::BorderData> rankBorders(const core::stats::BucketBorders& borders);
/// Borders after border `index` (0 = head | mid …) was dragged to `x` on a rank chart: the others give way.
core::stats::BucketBorders movedBorders(const core::stats::BucketBorders& borders, int index, double x);

/// Ranks that the rank charts show as points of their own.
std::vector<std::size_t> shownRanks(const DistributionView& view);
/// Ranks (from 0) that stand for `count` of them on a logarithmic axis: all when there are few, log-spaced otherwise.
std::vector<std::size_t> sampledRanks(std::size_t count, std::size_t most);

} // namespace widgets
