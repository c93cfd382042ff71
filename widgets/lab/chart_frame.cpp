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
    const double part = std::pow(std::clamp(share, 0.0, 1.0), 0.8);
    const QColor full = accentColor(), none(0xf2, 0xf4, 0xf7);
    const auto mix = [part](int a, int b) { return static_cast<int>(std::lround(part * a + (1 - part) * b)); };
    return {mix(full.red(), none.red()), mix(full.green(), none.green()), mix(full.blue(), none.blue())};
}

} // namespace widgets
