// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/insight/insight.h"
#include "widgets/charts/chart_data.h"
#include "widgets/panels/distribution_charts.h"

#include <optional>

/// The charts of the laboratory's further pages: plain functions from numbers to ChartData.
namespace widgets {

// ---- time ----

/// Events by period, a line for each bucket; `shares` = of all events of the period.
charts::ChartData timeChart(const DistributionView& view, const core::stats::BucketLines& lines,
                            core::stats::Period period, bool shares);
/// Events by day, the stronger the more: weeks by weekdays, beyond two years years by months. Of one bucket, or of all.
charts::ChartData calendarChart(const DistributionView& view, const core::stats::BucketLines& days,
                                std::optional<core::stats::Bucket> bucket);
/// From which bucket to which, from one period to the next: a heat map with the share of each row.
charts::ChartData flowChart(const DistributionView& view, const core::stats::BucketFlow& flow,
                            core::stats::Period period);
/// New, active and silent entities by period.
charts::ChartData freshChart(const DistributionView& view, const core::stats::BucketFlow& flow,
                             core::stats::Period period);
/// What the weekdays have above the trend.
charts::ChartData seasonChart(const DistributionView& view, const core::stats::Seasonality& season);
/// What the days of each month have above the mean day.
charts::ChartData monthChart(const DistributionView& view, const core::stats::Seasonality& season);
/// Median half-life by bucket with quartiles.
charts::ChartData halfLifeChart(const DistributionView& view,
                                const std::array<core::stats::HalfLife, core::stats::kBucketCount>& lives);

// ---- exposure ----

/// Place of every row of an exposure table in the support table; its size for rows that it does not know. A million
/// names take a third of a second: for a job.
std::vector<std::size_t> placesOfRows(const core::stats::SupportTable& table,
                                      const core::store::ExposureTable& exposure);

/// Shown against wanted: one point an entity, by bucket, over a shaded density; the prior mean as a line.
charts::ChartData exposureChart(const DistributionView& view, const core::store::ExposureTable& exposure,
                                const std::vector<std::size_t>& places, bool corrected);
/// Why the entities of each bucket have the support they have.
charts::ChartData reasonsChart(const DistributionView& view, const core::store::ExposureTable& exposure,
                               const std::vector<std::size_t>& places);
/// How likely each position is looked at.
charts::ChartData positionsChart(const DistributionView& view, const core::store::ExposureTable& exposure);

// ---- causes ----

/// How much each column tells about the bucket.
charts::ChartData explainedChart(const DistributionView& view, const core::store::BucketProfile& profile);
/// Values of one column by bucket: a heat map, each row adding up to 100 %.
/// `most` values at most.
charts::ChartData heatChart(const DistributionView& view, const core::store::BucketColumn& column,
                            std::size_t most = 16);
/// Values of one column as areas, coloured by the bucket that each falls into by its own support.
charts::ChartData treeChart(const DistributionView& view, const core::store::BucketColumn& column);
/// A number of the items by bucket: median and quartiles.
charts::ChartData numberChart(const DistributionView& view, const core::store::BucketNumber& number);

QString numberTitle(const std::string& name);
QString periodTitle(core::stats::Period period);

} // namespace widgets
