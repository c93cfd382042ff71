// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lab/chart_frame.h"
#include "widgets/lab/lab_charts.h"

#include <QDate>
#include <QLocale>

#include <cmath>

namespace widgets {

using charts::AxisData;
using charts::ChartData;
using charts::SeriesData;
using core::stats::BucketFlow;
using core::stats::kBucketCount;
using core::stats::Period;

namespace {

QString dateText(std::int64_t day, Period period) {
    const QDate date = QDate(1970, 1, 1).addDays(day);
    return period == Period::Month ? date.toString(QStringLiteral("yyyy-MM")) : date.toString(Qt::ISODate);
}

QStringList dates(const std::vector<std::int64_t>& starts, Period period) {
    QStringList list;
    for (const std::int64_t start : starts)
        list << dateText(start, period);
    return list;
}

QString stateTitle(std::size_t state) {
    return state == core::stats::kNewState ? LabTexts::tr("new") : bucketTitle(core::stats::kBuckets[state]);
}

} // namespace

QString periodTitle(Period period) {
    return period == Period::Day    ? LabTexts::tr("day")
           : period == Period::Week ? LabTexts::tr("week")
                                    : LabTexts::tr("month");
}

ChartData timeChart(const DistributionView& view, const core::stats::BucketLines& lines, Period period, bool shares) {
    ChartData chart = labFrame(view, LabTexts::tr("Support over time"));
    chart.x.scale = AxisData::Scale::Categories;
    chart.x.title = LabTexts::tr("first day of the %1").arg(periodTitle(period));
    chart.x.categories = dates(lines.start, period);
    const bool adds = view.table && (view.table->measure == "quantity" || view.table->measure == "revenue");
    chart.y.title = shares ? LabTexts::tr("share of the events")
                    : adds ? LabTexts::tr("events (purchases behind the %1)").arg(measureTitle(view.table->measure))
                           : LabTexts::tr("events");
    chart.y.percent = shares;
    chart.y.includeZero = true;
    for (std::size_t b = 0; b < kBucketCount; ++b) {
        SeriesData line = bucketSeries(b, SeriesData::Kind::Line);
        bool any = false;
        for (std::size_t i = 0; i < lines.start.size(); ++i) {
            double total = 0;
            for (const std::int64_t events : lines.events[i])
                total += static_cast<double>(events);
            const auto events = static_cast<double>(lines.events[i][b]);
            any = any || events > 0;
            if (!shares || total > 0)
                line.points << QPointF(static_cast<double>(i), shares ? events / total : events);
        }
        if (any)
            chart.series << line;
    }
    return chart;
}

ChartData flowChart(const DistributionView& view, const BucketFlow& flow, Period period) {
    ChartData chart = labFrame(view, LabTexts::tr("From one %1 to the next").arg(periodTitle(period)));
    chart.legend = false;
    chart.x.scale = chart.y.scale = AxisData::Scale::Categories;
    chart.x.title = LabTexts::tr("bucket afterwards");
    chart.y.title = LabTexts::tr("bucket before");
    const auto buckets = core::stats::bucketsOf(view.summary.rule);
    std::vector<std::size_t> states; // from the first row of the chart, on top, to the last
    for (const core::stats::Bucket bucket : buckets) {
        states.push_back(static_cast<std::size_t>(bucket));
        chart.x.categories << bucketTitle(bucket);
    }
    states.push_back(core::stats::kNewState);
    SeriesData cells;
    cells.kind = SeriesData::Kind::Cells;
    cells.name = LabTexts::tr("share that goes there");
    bool any = false;
    for (std::size_t row = 0; row < states.size(); ++row) { // categories of a y axis rise
        const std::size_t from = states[states.size() - 1 - row];
        chart.y.categories << stateTitle(from);
        double all = 0;
        for (const std::int64_t n : flow.from[from])
            all += static_cast<double>(n);
        for (std::size_t column = 0; column < buckets.size(); ++column) {
            const std::size_t to = states[column];
            const double share = all > 0 ? static_cast<double>(flow.from[from][to]) / all : 0;
            any = any || all > 0;
            cells.points << QPointF(static_cast<double>(column), static_cast<double>(row));
            cells.cellSize << QSizeF(1, 1);
            cells.cellColor << shaded(share);
            cells.cellTexts << (all > 0 ? formatPercent(share, 0) : QString());
            cells.labels << LabTexts::tr("%1 → %2: %3 (%4)")
                                .arg(stateTitle(from), stateTitle(to), formatInteger(flow.from[from][to]),
                                     formatPercent(share));
        }
    }
    if (any)
        chart.series << cells;
    else
        chart.emptyText = LabTexts::tr("One period alone has no next one.");
    return chart;
}

ChartData freshChart(const DistributionView& view, const BucketFlow& flow, Period period) {
    ChartData chart = labFrame(view, LabTexts::tr("New, active and silent"));
    chart.x.scale = AxisData::Scale::Categories;
    chart.x.title = LabTexts::tr("first day of the %1").arg(periodTitle(period));
    chart.x.categories = dates(flow.start, period);
    chart.y.title = entityTitle(view.table->entity);
    chart.y.includeZero = true;
    const struct {
        QString name;
        const std::vector<std::int64_t>& values;
        Qt::PenStyle style;
        QColor color;
    } lines[] = {{LabTexts::tr("active"), flow.active, Qt::SolidLine, accentColor()},
                 {LabTexts::tr("new"), flow.fresh, Qt::DashLine, QColor(0x00, 0x9e, 0x73)},
                 {LabTexts::tr("seen before, silent now"), flow.silent, Qt::DotLine, QColor(0x7f, 0x7f, 0x7f)}};
    for (const auto& one : lines) {
        SeriesData line;
        line.name = one.name;
        line.style = one.style;
        line.color = one.color;
        for (std::size_t i = 0; i < one.values.size(); ++i)
            line.points << QPointF(static_cast<double>(i), static_cast<double>(one.values[i]));
        chart.series << line;
    }
    return chart;
}

ChartData seasonChart(const DistributionView& view, const core::stats::Seasonality& season) {
    ChartData chart = labFrame(view, LabTexts::tr("Weekly rhythm"));
    chart.legend = false;
    chart.x.scale = AxisData::Scale::Categories;
    chart.y.percent = true;
    chart.y.includeZero = true;
    chart.y.title = LabTexts::tr("above the trend");
    if (season.days > 0)
        chart.x.title = LabTexts::tr("seasonal strength %1").arg(formatPercent(season.strength, 0));
    if (season.days == 0) {
        chart.emptyText = LabTexts::tr("Three weeks of events are needed for a weekly rhythm.");
        return chart;
    }
    SeriesData bars;
    bars.kind = SeriesData::Kind::Bars;
    bars.name = LabTexts::tr("above the trend");
    bars.color = accentColor();
    for (int day = 0; day < 7; ++day) {
        chart.x.categories << QLocale().standaloneDayName(day + 1, QLocale::ShortFormat);
        bars.points << QPointF(day, season.weekday[static_cast<std::size_t>(day)]);
    }
    chart.series << bars;
    return chart;
}

ChartData monthChart(const DistributionView& view, const core::stats::Seasonality& season) {
    ChartData chart = labFrame(view, LabTexts::tr("Months of the year"));
    chart.legend = false;
    chart.x.scale = AxisData::Scale::Categories;
    chart.y.percent = true;
    chart.y.includeZero = true;
    chart.y.title = LabTexts::tr("a day, above the mean day");
    SeriesData bars;
    bars.kind = SeriesData::Kind::Bars;
    bars.name = LabTexts::tr("above the mean day");
    bars.color = accentColor();
    for (int month = 0; month < 12; ++month) {
        const double level = season.monthLevel[static_cast<std::size_t>(month)];
        if (std::isnan(level))
            continue; // no day of it is known
        bars.points << QPointF(static_cast<double>(chart.x.categories.size()), level);
        chart.x.categories << QLocale().standaloneMonthName(month + 1, QLocale::ShortFormat);
    }
    chart.series << bars;
    return chart;
}

ChartData halfLifeChart(const DistributionView& view, const std::array<core::stats::HalfLife, kBucketCount>& lives) {
    ChartData chart = labFrame(view, LabTexts::tr("Half-life of popularity"));
    chart.legend = false;
    chart.x.scale = AxisData::Scale::Categories;
    chart.y.title = LabTexts::tr("days until half of the events (quartiles)");
    chart.y.includeZero = true;
    chart.emptyText = LabTexts::tr("No entity has ten events and begins in the first half of the time.");
    for (std::size_t b = 0; b < kBucketCount; ++b) {
        if (lives[b].entities == 0)
            continue;
        SeriesData one = bucketSeries(b, SeriesData::Kind::Points); // intervals would stand side by side
        one.points << QPointF(static_cast<double>(chart.x.categories.size()), lives[b].median);
        one.low << lives[b].lower;
        one.high << lives[b].upper;
        one.labels << LabTexts::tr("%1: %2 days (%3 to %4), %5 entities")
                          .arg(one.name, formatDecimal(lives[b].median, 0), formatDecimal(lives[b].lower, 0),
                               formatDecimal(lives[b].upper, 0), formatInteger(lives[b].entities));
        chart.x.categories << one.name;
        chart.series << one;
    }
    return chart;
}

} // namespace widgets
