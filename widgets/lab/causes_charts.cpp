// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lab/chart_frame.h"
#include "widgets/lab/lab_charts.h"
#include "widgets/lab/tree_map.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace widgets {

using charts::AxisData;
using charts::ChartData;
using charts::SeriesData;
using core::stats::kBucketCount;
using core::store::BucketColumn;

namespace {

constexpr std::size_t kMostColumns = 16, kMostAreas = 60;

std::int64_t sumOf(const core::stats::BucketCounts& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

} // namespace

QString numberTitle(const std::string& name) {
    if (name == "price")
        return LabTexts::tr("Price");
    if (name == "title_length")
        return LabTexts::tr("Length of the title (characters)");
    if (name == "description_length")
        return LabTexts::tr("Length of the description (characters)");
    return LabTexts::tr("Age (days since the first event)");
}

ChartData explainedChart(const DistributionView& view, const core::store::BucketProfile& profile) {
    ChartData chart = labFrame(view, LabTexts::tr("What tells the bucket of an item"));
    chart.entity.clear();
    chart.legend = false;
    chart.x.scale = AxisData::Scale::Categories;
    chart.y.title = LabTexts::tr("of what is to know about the bucket");
    chart.y.percent = true;
    chart.y.includeZero = true;
    chart.emptyText = LabTexts::tr("The items have no category, brand, price or other column. Import a catalogue.");
    SeriesData bars;
    bars.kind = SeriesData::Kind::Bars;
    bars.name = LabTexts::tr("explained");
    bars.color = accentColor();
    for (std::size_t i = 0; i < std::min(kMostColumns, profile.columns.size()); ++i) {
        const BucketColumn& column = profile.columns[i];
        bars.points << QPointF(static_cast<double>(i), column.association.explained);
        bars.labels << LabTexts::tr("%1 tells %2 of the bucket\n%3 nats of %4 items, chance taken out")
                           .arg(entityTitle(column.name), formatPercent(column.association.explained, 2),
                                formatDecimal(column.association.corrected),
                                formatInteger(column.association.entities));
        chart.x.categories << entityTitle(column.name);
    }
    if (!bars.points.isEmpty())
        chart.series << bars;
    return chart;
}

ChartData heatChart(const DistributionView& view, const BucketColumn& column, std::size_t most) {
    ChartData chart = labFrame(view, LabTexts::tr("%1 by bucket").arg(entityTitle(column.name)));
    chart.entity = toQString(column.name);
    chart.legend = false;
    chart.x.scale = chart.y.scale = AxisData::Scale::Categories;
    const auto buckets = core::stats::bucketsOf(view.summary.rule);
    for (const core::stats::Bucket bucket : buckets)
        chart.x.categories << bucketTitle(bucket);
    SeriesData cells;
    cells.kind = SeriesData::Kind::Cells;
    cells.name = LabTexts::tr("share of the items");
    const std::size_t rows = std::min(most, column.values.size());
    std::vector<std::size_t> order(rows); // the most frequent on top, prices from low to high
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (column.name == "price_band")
        std::sort(order.begin(), order.end(), [&column](std::size_t x, std::size_t y) {
            return std::strtod(column.values[x].c_str(), nullptr) < std::strtod(column.values[y].c_str(), nullptr);
        });
    const auto addRow = [&](const QString& name, const core::stats::BucketCounts& counts,
                            const core::stats::BucketCounts& support, bool selectable) {
        const auto all = static_cast<double>(sumOf(counts));
        const auto row = static_cast<double>(chart.y.categories.size());
        chart.y.categories << name;
        for (std::size_t place = 0; place < buckets.size(); ++place) {
            const auto b = static_cast<std::size_t>(buckets[place]);
            const double share = static_cast<double>(counts[b]) / all;
            cells.points << QPointF(static_cast<double>(place), row);
            cells.cellSize << QSizeF(1, 1);
            cells.cellColor << shaded(share);
            cells.cellTexts << formatPercent(share, 0);
            cells.ids << (selectable ? name : QString());
            cells.labels << LabTexts::tr("%1, %2\n%3 items (%4), support %5")
                                .arg(name, bucketTitle(buckets[place]), formatInteger(counts[b]), formatPercent(share),
                                     formatInteger(support[b]));
        }
    };
    // Rows rise: what is missing at the bottom, the first value on top.
    if (sumOf(column.missing) > 0)
        addRow(LabTexts::tr("(missing)"), column.missing, {}, false);
    for (std::size_t row = rows; row-- > 0;)
        addRow(toQString(column.values[order[row]]), column.counts[order[row]], column.support[order[row]], true);
    if (column.values.size() > rows)
        chart.x.title = LabTexts::tr("the %1 most frequent of %2 values")
                            .arg(formatInteger(static_cast<qint64>(rows)),
                                 formatInteger(static_cast<qint64>(column.values.size())));
    if (!cells.points.isEmpty())
        chart.series << cells;
    return chart;
}

ChartData treeChart(const DistributionView& view, const BucketColumn& column) {
    ChartData chart = labFrame(view, LabTexts::tr("Support of %1").arg(entityTitle(column.name)));
    chart.entity = toQString(column.name);
    chart.bare = true;
    chart.emptyText = LabTexts::tr("None of them has support.");
    std::vector<std::pair<std::int64_t, std::size_t>> supports;
    for (std::size_t i = 0; i < column.values.size(); ++i)
        if (const std::int64_t support = sumOf(column.support[i]); support > 0)
            supports.emplace_back(support, i);
    std::sort(supports.begin(), supports.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<std::int64_t> descending;
    for (const auto& [support, index] : supports)
        descending.push_back(support);
    const auto total = static_cast<double>(std::accumulate(descending.begin(), descending.end(), std::int64_t{0}));
    const auto buckets =
        core::store::bucketsByPlace(descending.size(), core::stats::bucketBorders(descending, view.summary.rule));
    QList<double> sizes;
    const std::size_t shown = std::min(kMostAreas, supports.size());
    for (std::size_t i = 0; i < shown; ++i)
        sizes << static_cast<double>(descending[i]);
    const double rest = total - std::accumulate(sizes.begin(), sizes.end(), 0.0);
    const bool others = rest > 0;
    if (others)
        sizes << rest;
    constexpr double kWide = 1.6; // the proportion that most charts have
    const QList<QRectF> rects = squarify(sizes, QRectF(0, 0, kWide, 1));
    for (std::size_t b = 0; b < kBucketCount; ++b) {
        SeriesData cells = bucketSeries(b, SeriesData::Kind::Cells);
        for (std::size_t i = 0; i < shown; ++i) {
            if (static_cast<std::size_t>(buckets[i]) != b)
                continue;
            const QRectF& rect = rects[static_cast<qsizetype>(i)];
            const QString name = toQString(column.values[supports[i].second]);
            cells.points << QPointF(rect.center().x(), 1 - rect.center().y());
            cells.cellSize << rect.size();
            cells.cellColor << cells.color;
            cells.cellTexts << name.section(QStringLiteral(" > "), -1);
            cells.ids << name;
            cells.labels << LabTexts::tr("%1\nsupport %2 (%3), %4")
                                .arg(name, formatInteger(descending[i]),
                                     formatPercent(static_cast<double>(descending[i]) / total), cells.name);
        }
        if (!cells.points.isEmpty())
            chart.series << cells;
    }
    if (others) {
        SeriesData cells;
        cells.kind = SeriesData::Kind::Cells;
        cells.color = QColor(0xc8, 0xcc, 0xd2);
        cells.name = LabTexts::tr("others");
        const QRectF& rect = rects.back();
        cells.points << QPointF(rect.center().x(), 1 - rect.center().y());
        cells.cellSize << rect.size();
        cells.cellColor << cells.color;
        cells.cellTexts << LabTexts::tr("others");
        cells.labels << LabTexts::tr("%1 others: %2 of the support")
                            .arg(formatInteger(static_cast<qint64>(supports.size() - shown)),
                                 formatPercent(rest / total));
        chart.series << cells;
    }
    return chart;
}

ChartData numberChart(const DistributionView& view, const core::store::BucketNumber& number) {
    ChartData chart = labFrame(view, numberTitle(number.name));
    chart.entity.clear();
    chart.legend = false;
    chart.x.scale = AxisData::Scale::Categories;
    chart.y.title = LabTexts::tr("median and quartiles");
    for (std::size_t b = 0; b < kBucketCount; ++b) {
        const auto& bucket = number.buckets[b];
        if (bucket.known == 0)
            continue;
        SeriesData one = bucketSeries(b, SeriesData::Kind::Points); // intervals would stand side by side
        one.points << QPointF(static_cast<double>(chart.x.categories.size()), bucket.median);
        one.low << bucket.lower;
        one.high << bucket.upper;
        one.labels << LabTexts::tr("%1: %2 (%3 to %4), known of %5 items")
                          .arg(one.name, formatDecimal(bucket.median, 2), formatDecimal(bucket.lower, 2),
                               formatDecimal(bucket.upper, 2), formatInteger(bucket.known));
        chart.x.categories << one.name;
        chart.series << one;
    }
    return chart;
}

} // namespace widgets
