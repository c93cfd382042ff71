// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/distribution_charts.h"

#include "widgets/panels/entity_text.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace widgets {

using charts::AxisData;
using charts::ChartData;
using charts::SeriesData;
using core::stats::Bucket;

namespace {

constexpr std::size_t kMostPoints = 6'000; ///< more than a screen can show, few enough to draw at once
constexpr std::size_t kFewPoints = 400;     ///< up to here each entity is a dot of its own
constexpr std::size_t kLorenzPoints = 500;
constexpr int kBinsPerDecade = 5;
constexpr double kReferenceWidth = 1.2;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DistributionCharts)
};

QColor mutedColor() {
    return QColor(0x80, 0x80, 0x80);
}

ChartData frame(const DistributionView& view, const QString& title) {
    ChartData chart;
    chart.title = title;
    chart.footnote = view.footnote;
    chart.emptyText = view.emptyText;
    if (view.table)
        chart.entity = toQString(view.table->entity);
    return chart;
}

QString pointLabel(const core::stats::SupportTable& table, std::size_t rank) {
    if (table.names[rank].empty()) // still being read
        return Texts::tr("rank %1, support %2")
            .arg(formatInteger(static_cast<qint64>(rank) + 1), formatInteger(table.counts[rank]));
    QString name = toQString(table.names[rank]);
    if (rank < table.details.size() && !table.details[rank].empty())
        name += QStringLiteral(" · ") + toQString(table.details[rank]);
    return Texts::tr("%1\nrank %2, support %3")
        .arg(name, formatInteger(static_cast<qint64>(rank) + 1), formatInteger(table.counts[rank]));
}

/// One series per bucket over the sampled ranks; `value` gives y for a rank.
template <class Value> void addBucketSeries(ChartData& chart, const DistributionView& view, Value value, bool dots) {
    const std::vector<std::size_t> ranks = shownRanks(view);
    const core::stats::BucketBorders& borders = view.summary.borders;
    for (std::size_t b = 0; b <= borders.starts.size(); ++b) {
        const auto [first, last] = borders.range(b);
        const Bucket bucket = borders.bucket(b);
        SeriesData series;
        series.kind = dots ? SeriesData::Kind::Points : SeriesData::Kind::Line;
        series.name = bucketTitle(bucket);
        series.color = bucketColor(bucket);
        series.style = bucketPenStyle(bucket);
        for (auto at = std::lower_bound(ranks.begin(), ranks.end(), first); at != ranks.end() && *at < last; ++at) {
            series.points << QPointF(static_cast<double>(*at) + 1, value(*at));
            series.ids << toQString(view.table->names[*at]);
            series.labels << pointLabel(*view.table, *at);
        }
        if (!series.points.isEmpty())
            chart.series << series;
    }
}

SeriesData fitLine(const QString& name, Qt::PenStyle style) {
    SeriesData line;
    line.name = name;
    line.color = mutedColor();
    line.style = style;
    line.width = kReferenceWidth;
    return line;
}

/// Calls use(rank) for ranks that are even on a logarithmic axis.
template <class Use> void eachFitRank(double last, Use use) {
    constexpr int kSteps = 96;
    for (int i = 0; i <= kSteps; ++i)
        use(std::pow(last, static_cast<double>(i) / kSteps));
}

double unitOf(const DistributionView& view) {
    return view.shares ? 1.0 / static_cast<double>(view.summary.total) : 1.0;
}

/// Both laws, where they could be fitted. P(X ≥ x) ∝ x^(1−α), so support falls with rank to the power −1/(α−1).
void addFits(ChartData& chart, const DistributionView& view) {
    const double unit = unitOf(view);
    // Where a fit runs far above the largest support it would only squeeze the data.
    const double highest = 2.0 * static_cast<double>(view.table->counts.front());
    if (view.powerLaw) {
        SeriesData line = fitLine(Texts::tr("power law α %1 (from %2 on)")
                                      .arg(formatDecimal(view.powerLaw->alpha, 2), formatInteger(view.powerLaw->xMin)),
                                  Qt::DashDotLine);
        const auto tail = static_cast<double>(view.powerLaw->tail);
        eachFitRank(tail, [&](double rank) {
            const double support =
                static_cast<double>(view.powerLaw->xMin) * std::pow(rank / tail, -1.0 / (view.powerLaw->alpha - 1.0));
            if (support <= highest)
                line.points << QPointF(rank, support * unit);
        });
        chart.series << line;
    }
    if (view.zipf) {
        SeriesData line = fitLine(Texts::tr("Zipf–Mandelbrot s %1").arg(formatDecimal(view.zipf->s, 2)), Qt::DotLine);
        eachFitRank(static_cast<double>(view.zipf->ranks), [&](double rank) {
            const double support = view.zipf->share(rank) * static_cast<double>(view.summary.total);
            if (support <= highest)
                line.points << QPointF(rank, support * unit);
        });
        chart.series << line;
    }
}

/// A little beyond the last rank: the last border and its name need room.
double rankAxisEnd(const DistributionView& view) {
    constexpr double kRoom = 1.6;
    return kRoom * static_cast<double>(std::max<std::size_t>(view.summary.borders.cold, 2));
}

bool nothing(const DistributionView& view) {
    return !view.table || view.summary.total <= 0;
}

} // namespace

std::vector<std::size_t> shownRanks(const DistributionView& view) {
    return sampledRanks(view.summary.borders.cold, kMostPoints);
}

std::vector<std::size_t> sampledRanks(std::size_t count, std::size_t most) {
    std::vector<std::size_t> ranks;
    if (count <= most) {
        ranks.resize(count);
        std::iota(ranks.begin(), ranks.end(), std::size_t{0});
        return ranks;
    }
    const double logCount = std::log(static_cast<double>(count));
    for (std::size_t i = 0; i < most; ++i) {
        const double position = std::exp(logCount * static_cast<double>(i) / static_cast<double>(most - 1));
        const std::size_t rank = std::min(count - 1, static_cast<std::size_t>(std::llround(position)) - 1);
        if (ranks.empty() || rank > ranks.back())
            ranks.push_back(rank);
    }
    return ranks;
}

ChartData histogramChart(const DistributionView& view) {
    ChartData chart = frame(view, Texts::tr("How many have how much support"));
    chart.legend = false;
    chart.x.scale = AxisData::Scale::Categories;
    chart.y.title = Texts::tr("entities");
    chart.y.includeZero = true;
    if (nothing(view))
        return chart;
    chart.x.title = Texts::tr("support (%1), logarithmic bins").arg(measureTitle(view.table->measure));
    SeriesData bars;
    bars.kind = SeriesData::Kind::Bars;
    bars.name = Texts::tr("entities");
    bars.color = accentColor();
    for (const core::stats::LogBin& bin : core::stats::logHistogram(view.table->counts, kBinsPerDecade)) {
        // Supports are whole numbers: a bin that holds none of them would be an empty column for ever.
        const auto low = static_cast<qint64>(std::ceil(bin.low)), high = static_cast<qint64>(std::ceil(bin.high)) - 1;
        if (high < low)
            continue;
        const QString range =
            low == high ? formatInteger(low) : Texts::tr("%1–%2").arg(formatInteger(low), formatInteger(high));
        bars.points << QPointF(static_cast<double>(chart.x.categories.size()), static_cast<double>(bin.entities));
        bars.labels << Texts::tr("support %1: %2 entities").arg(range, formatInteger(bin.entities));
        chart.x.categories << formatCompact(static_cast<double>(low));
    }
    chart.series << bars;
    return chart;
}

ChartData rankChart(const DistributionView& view) {
    ChartData chart = frame(view, Texts::tr("Rank and support"));
    chart.x.title = Texts::tr("rank");
    chart.x.scale = AxisData::Scale::Log;
    chart.y.scale = AxisData::Scale::Log;
    if (nothing(view))
        return chart;
    chart.y.title = (view.shares ? Texts::tr("share of all support (%1)") : Texts::tr("support (%1)"))
                        .arg(measureTitle(view.table->measure));
    chart.y.percent = view.shares;
    const double unit = unitOf(view);
    addBucketSeries(
        chart, view, [&](std::size_t rank) { return static_cast<double>(view.table->counts[rank]) * unit; },
        view.summary.borders.cold <= kFewPoints);
    addFits(chart, view);
    chart.borders = rankBorders(view.summary.borders);
    chart.x.max = rankAxisEnd(view);
    return chart;
}

ChartData lorenzChart(const DistributionView& view) {
    ChartData chart = frame(view, Texts::tr("Lorenz curve"));
    chart.x.title = Texts::tr("share of entities, ascending");
    chart.y.title = Texts::tr("share of support");
    for (AxisData* axis : {&chart.x, &chart.y}) {
        axis->percent = true;
        axis->min = 0;
        axis->max = 1;
    }
    if (nothing(view))
        return chart;
    SeriesData curve;
    curve.name = Texts::tr("Gini %1").arg(formatDecimal(view.summary.indices.gini));
    curve.color = accentColor();
    for (const auto& [entities, support] : core::stats::lorenzCurve(view.table->counts, kLorenzPoints))
        curve.points << QPointF(entities, support);
    SeriesData equality;
    equality.name = Texts::tr("equality");
    equality.color = mutedColor();
    equality.style = Qt::DashDotLine;
    equality.width = kReferenceWidth;
    equality.points = {QPointF(0, 0), QPointF(1, 1)};
    chart.series = {curve, equality};
    return chart;
}

ChartData cumulativeChart(const DistributionView& view) {
    ChartData chart = frame(view, Texts::tr("Cumulative share"));
    chart.x.title = Texts::tr("rank");
    chart.x.scale = AxisData::Scale::Log;
    chart.y.title = Texts::tr("share of support of the first ranks");
    chart.y.percent = true;
    chart.y.min = 0;
    chart.y.max = 1;
    if (nothing(view))
        return chart;
    std::vector<double> share(view.summary.borders.cold);
    double sum = 0;
    for (std::size_t rank = 0; rank < share.size(); ++rank) {
        sum += static_cast<double>(view.table->counts[rank]);
        share[rank] = sum / static_cast<double>(view.summary.total);
    }
    addBucketSeries(
        chart, view, [&](std::size_t rank) { return share[rank]; }, view.summary.borders.cold <= kFewPoints);
    chart.borders = rankBorders(view.summary.borders);
    chart.x.max = rankAxisEnd(view);
    return chart;
}

QList<charts::BorderData> rankBorders(const core::stats::BucketBorders& borders) {
    const std::size_t count = borders.starts.size();
    if (count == 2) // ranks are counted from 1; a border lies between two of them
        return {{static_cast<double>(borders.mid()) + 0.5, Texts::tr("head | mid"), bucketColor(Bucket::Head), true},
                {static_cast<double>(borders.tail()) + 0.5, Texts::tr("mid | tail"), bucketColor(Bucket::Tail), true}};
    QList<charts::BorderData> lines;
    for (std::size_t i = 0; i < count; ++i) {
        const Bucket below = borders.bucket(i + 1);
        // Where there are many, each names only what begins behind it, in its colour.
        lines << charts::BorderData{static_cast<double>(borders.starts[i]) + 0.5,
                                    QStringLiteral("| %1").arg(bucketTitle(below)), bucketColor(below), true};
    }
    return lines;
}

core::stats::BucketBorders movedBorders(const core::stats::BucketBorders& borders, int index, double x) {
    core::stats::BucketBorders moved = borders;
    const double position = std::isfinite(x) ? std::round(x - 0.5) : 0.0;
    const auto limited =
        static_cast<std::size_t>(std::clamp(position, 1.0, std::max(1.0, static_cast<double>(borders.cold))));
    const std::size_t place = std::min(limited, borders.cold);
    for (std::size_t i = 0; i < moved.starts.size(); ++i) {
        std::size_t& start = moved.starts[i];
        start = static_cast<int>(i) < index    ? std::min(start, place)
                : static_cast<int>(i) == index ? place
                                               : std::max(start, place);
    }
    return moved;
}

} // namespace widgets
