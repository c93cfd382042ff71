// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lab/chart_frame.h"
#include "widgets/lab/lab_charts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace widgets {

using charts::AxisData;
using charts::ChartData;
using charts::SeriesData;
using core::stats::kBucketCount;
using core::stats::Reason;
using core::store::ExposureTable;

namespace {

constexpr std::size_t kMostPoints = 20'000; ///< beyond, every n-th entity is a point; the shading knows all
constexpr std::size_t kFewForShading = 300;
constexpr double kCellsPerDecade = 8;
constexpr int kRateCells = 40;

/// Bucket of each row; rows that the support table does not know are cold.
std::vector<std::size_t> bucketsOfRows(const DistributionView& view, const std::vector<std::size_t>& places) {
    const auto byPlace = core::store::bucketsByPlace(view.table->names.size(), view.summary.borders);
    std::vector<std::size_t> buckets(places.size(), kBucketCount - 1);
    for (std::size_t i = 0; i < places.size(); ++i)
        if (places[i] < byPlace.size())
            buckets[i] = static_cast<std::size_t>(byPlace[places[i]]);
    return buckets;
}

double rateOf(const ExposureTable& exposure, std::size_t row, bool corrected) {
    return corrected && !exposure.corrected.empty() ? std::min(1.0, exposure.corrected[row])
                                                    : exposure.prior.rate(exposure.rows[row]);
}

/// How many entities lie where: cells of equal size on the logarithmic axis and the axis of rates.
SeriesData density(const ExposureTable& exposure, bool corrected, double top) {
    std::map<std::pair<int, int>, int> cells;
    for (std::size_t i = 0; i < exposure.rows.size(); ++i)
        if (exposure.rows[i].shown > 0)
            ++cells[{static_cast<int>(std::log10(static_cast<double>(exposure.rows[i].shown)) * kCellsPerDecade),
                     std::min(kRateCells - 1, static_cast<int>(rateOf(exposure, i, corrected) / top * kRateCells))}];
    int most = 1;
    for (const auto& [place, count] : cells)
        most = std::max(most, count);
    SeriesData series;
    series.kind = SeriesData::Kind::Cells;
    series.color = QColor(0xb8, 0xbe, 0xc8);
    for (const auto& [place, count] : cells) {
        const double left = std::pow(10.0, place.first / kCellsPerDecade),
                     right = std::pow(10.0, (place.first + 1) / kCellsPerDecade), height = top / kRateCells;
        series.points << QPointF((left + right) / 2, (place.second + 0.5) * height);
        series.cellSize << QSizeF(right - left, height);
        const double part = std::log1p(count) / std::log1p(most);
        QColor grey(0x80, 0x88, 0x96); // between the backgrounds of both themes
        grey.setAlphaF(static_cast<float>(0.12 + 0.55 * part));
        series.cellColor << grey;
        series.labels << LabTexts::tr("%1 entities here").arg(formatInteger(count));
    }
    return series;
}

QString reasonTitle(Reason reason) {
    switch (reason) {
    case Reason::Wanted:
        return LabTexts::tr("shown and wanted");
    case Reason::NotShown:
        return LabTexts::tr("not shown");
    case Reason::NotWanted:
        return LabTexts::tr("not wanted");
    case Reason::Both:
        return LabTexts::tr("neither shown nor wanted");
    }
    return {};
}

} // namespace

std::vector<std::size_t> placesOfRows(const core::stats::SupportTable& table, const ExposureTable& exposure) {
    std::unordered_map<std::string_view, std::size_t> known;
    known.reserve(table.names.size());
    for (std::size_t i = 0; i < table.names.size(); ++i)
        known.emplace(table.names[i], i);
    std::vector<std::size_t> places(exposure.names.size(), table.names.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        if (const auto found = known.find(exposure.names[i]); found != known.end())
            places[i] = found->second;
    return places;
}

ChartData exposureChart(const DistributionView& view, const ExposureTable& exposure,
                        const std::vector<std::size_t>& places, bool corrected) {
    ChartData chart = labFrame(view, LabTexts::tr("Exposure and demand"));
    chart.entity = toQString(exposure.entity);
    chart.x.scale = AxisData::Scale::Log;
    chart.x.title = LabTexts::tr("impressions");
    chart.y.title =
        corrected ? LabTexts::tr("%1 per impression, corrected for the position").arg(measureTitle(exposure.demand))
                  : LabTexts::tr("%1 per impression, shrunk towards the mean").arg(measureTitle(exposure.demand));
    chart.y.percent = true;
    chart.y.includeZero = true;
    chart.emptyText = LabTexts::tr("Nothing was shown yet.");
    double top = exposure.prior.mean() * 2, widest = 1;
    for (std::size_t i = 0; i < exposure.rows.size(); ++i)
        if (exposure.rows[i].shown > 0) {
            top = std::max(top, rateOf(exposure, i, corrected));
            widest = std::max(widest, static_cast<double>(exposure.rows[i].shown));
        }
    top = std::min(1.0, top * 1.02);
    if (exposure.rows.size() > kFewForShading)
        chart.series << density(exposure, corrected, top);
    const std::vector<std::size_t> buckets = bucketsOfRows(view, places);
    const std::size_t stride = std::max<std::size_t>(1, exposure.rows.size() / kMostPoints);
    bool any = false;
    for (std::size_t b = kBucketCount; b-- > 0;) { // the head, few, on top
        SeriesData points = bucketSeries(b, SeriesData::Kind::Points);
        for (std::size_t i = 0; i < exposure.rows.size(); i += stride) {
            const core::stats::Exposure& row = exposure.rows[i];
            if (buckets[i] != b || row.shown == 0)
                continue;
            const double rate = rateOf(exposure, i, corrected);
            points.points << QPointF(static_cast<double>(row.shown), rate);
            points.ids << toQString(exposure.names[i]);
            QString name = toQString(exposure.names[i]);
            if (i < exposure.details.size() && !exposure.details[i].empty())
                name += QStringLiteral(" · ") + toQString(exposure.details[i]);
            points.labels << LabTexts::tr("%1\nshown %2 times, wanted %3 times: %4\n%5")
                                 .arg(name, formatInteger(row.shown), formatInteger(row.wanted), formatPercent(rate, 2),
                                      reasonTitle(exposure.reasons[i]));
        }
        any = any || !points.points.isEmpty();
        if (!points.points.isEmpty())
            chart.series << points;
    }
    if (!any) {
        chart.series.clear();
        return chart;
    }
    SeriesData mean;
    mean.name = LabTexts::tr("mean of the entities, %1").arg(formatPercent(exposure.prior.mean(), 2));
    mean.color = QColor(0x60, 0x60, 0x60);
    mean.style = Qt::DashDotLine;
    mean.width = 1.2;
    mean.points << QPointF(1, exposure.prior.mean()) << QPointF(widest, exposure.prior.mean());
    chart.series << mean;
    return chart;
}

ChartData reasonsChart(const DistributionView& view, const ExposureTable& exposure,
                       const std::vector<std::size_t>& places) {
    ChartData chart = labFrame(view, LabTexts::tr("Not shown or not wanted?"));
    chart.x.scale = AxisData::Scale::Categories;
    chart.y.title = LabTexts::tr("share of the bucket");
    chart.y.percent = true;
    chart.y.includeZero = true;
    std::array<std::array<double, 4>, kBucketCount> counts{};
    std::array<double, kBucketCount> all{};
    const std::vector<std::size_t> buckets = bucketsOfRows(view, places);
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        ++counts[buckets[i]][static_cast<std::size_t>(exposure.reasons[i])];
        ++all[buckets[i]];
    }
    std::vector<std::size_t> filled;
    for (std::size_t b = 0; b < kBucketCount; ++b)
        if (all[b] > 0) {
            filled.push_back(b);
            chart.x.categories << bucketTitle(core::stats::kBuckets[b]);
        }
    const QColor colors[] = {QColor(0x00, 0x9e, 0x73), QColor(0x56, 0xb4, 0xe9), QColor(0xcc, 0x79, 0xa7),
                             QColor(0x7f, 0x7f, 0x7f)};
    for (std::size_t r = 0; r < 4; ++r) {
        SeriesData bars;
        bars.kind = SeriesData::Kind::Bars;
        bars.name = reasonTitle(static_cast<Reason>(r));
        bars.color = colors[r];
        for (std::size_t i = 0; i < filled.size(); ++i) {
            bars.points << QPointF(static_cast<double>(i), counts[filled[i]][r] / all[filled[i]]);
            bars.labels << LabTexts::tr("%1, %2: %3 entities (%4)")
                               .arg(chart.x.categories[static_cast<qsizetype>(i)], bars.name,
                                    formatInteger(static_cast<qint64>(counts[filled[i]][r])),
                                    formatPercent(counts[filled[i]][r] / all[filled[i]]));
        }
        chart.series << bars;
    }
    return chart;
}

ChartData positionsChart(const DistributionView& view, const ExposureTable& exposure) {
    ChartData chart = labFrame(view, LabTexts::tr("Who looks at a position"));
    chart.legend = false;
    chart.x.title = LabTexts::tr("position in the list");
    chart.y.title = LabTexts::tr("looked at, relative to the first");
    chart.y.percent = true;
    chart.y.includeZero = true;
    chart.emptyText = LabTexts::tr("The log gives no positions with its impressions and %1: the rates cannot be "
                                   "corrected for them. Map the field “position” when importing.")
                          .arg(measureTitle(exposure.demand).toLower());
    if (!exposure.positions)
        return chart;
    SeriesData line;
    line.name = LabTexts::tr("looked at");
    line.color = accentColor();
    for (std::size_t k = 0; k < exposure.positions->propensity.size(); ++k)
        line.points << QPointF(static_cast<double>(exposure.firstPosition) + static_cast<double>(k),
                               exposure.positions->propensity[k]);
    chart.series << line;
    return chart;
}

} // namespace widgets
