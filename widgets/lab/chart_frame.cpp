// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lab/chart_frame.h"

#include <algorithm>
#include <cmath>

namespace widgets {

charts::ChartData labFrame(const DistributionView& view, const QString& title) {
    charts::ChartData chart;
    chart.title = title;
    chart.footnote = view.footnote;
    chart.emptyText = view.emptyText;
    if (view.table)
        chart.entity = toQString(view.table->entity);
    return chart;
}

charts::SeriesData bucketSeries(std::size_t bucket, charts::SeriesData::Kind kind) {
    charts::SeriesData series;
    series.kind = kind;
    series.name = bucketTitle(core::stats::kBuckets[bucket]);
    series.color = bucketColor(core::stats::kBuckets[bucket]);
    series.style = bucketPenStyle(core::stats::kBuckets[bucket]);
    return series;
}

QColor shaded(double share) {
    // By opacity: nothing is the background, of a dark chart, too.
    constexpr double kLeast = 0.04;
    QColor color = accentColor();
    color.setAlphaF(static_cast<float>(kLeast + (1 - kLeast) * std::pow(std::clamp(share, 0.0, 1.0), 0.8)));
    return color;
}

} // namespace widgets
