// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lab/chart_frame.h"
#include "widgets/lab/lab_charts.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <map>

namespace widgets {

using charts::AxisData;
using charts::ChartData;
using charts::SeriesData;

namespace {

constexpr std::size_t kMostDays = 7 * 106; ///< two years of weeks side by side
constexpr int kDaysPerWeek = 7, kMonths = 12;

/// Cells of a calendar before they have colours: what happened in each, and how it is called.
struct Cell {
    int column = 0, row = 0;
    double events = 0;
    QString name;
};

double eventsOf(const std::array<std::int64_t, core::stats::kBucketCount>& day,
                std::optional<core::stats::Bucket> bucket) {
    if (bucket)
        return static_cast<double>(day[static_cast<std::size_t>(*bucket)]);
    double all = 0;
    for (const std::int64_t events : day)
        all += static_cast<double>(events);
    return all;
}

QDate dateOf(std::int64_t day) {
    return QDate(1970, 1, 1).addDays(day);
}

/// A column a week, Monday on top.
std::vector<Cell> byWeeks(const core::stats::BucketLines& days, std::optional<core::stats::Bucket> bucket,
                          ChartData& chart) {
    using core::stats::Period;
    std::vector<Cell> cells;
    const std::int64_t first = core::stats::periodOf(days.start.front(), Period::Week);
    const std::int64_t last = core::stats::periodOf(days.start.back(), Period::Week);
    for (std::int64_t week = first; week <= last; ++week)
        chart.x.categories << dateOf(core::stats::firstDayOf(week, Period::Week)).toString(Qt::ISODate);
    for (int day = kDaysPerWeek; day > 0; --day) // categories of a y axis rise
        chart.y.categories << QLocale().standaloneDayName(day, QLocale::ShortFormat);
    for (std::size_t i = 0; i < days.start.size(); ++i) {
        const QDate date = dateOf(days.start[i]);
        cells.push_back({static_cast<int>(core::stats::periodOf(days.start[i], Period::Week) - first),
                         kDaysPerWeek - date.dayOfWeek(), eventsOf(days.events[i], bucket),
                         QLocale().toString(date, QLocale::LongFormat)});
    }
    return cells;
}

/// A column a month, the first year on top.
std::vector<Cell> byMonths(const core::stats::BucketLines& days, std::optional<core::stats::Bucket> bucket,
                           ChartData& chart) {
    std::map<std::pair<int, int>, double> months;
    for (std::size_t i = 0; i < days.start.size(); ++i) {
        const QDate date = dateOf(days.start[i]);
        months[{date.year(), date.month()}] += eventsOf(days.events[i], bucket);
    }
    const int firstYear = months.begin()->first.first, lastYear = months.rbegin()->first.first;
    for (int month = 1; month <= kMonths; ++month)
        chart.x.categories << QLocale().standaloneMonthName(month, QLocale::ShortFormat);
    for (int year = lastYear; year >= firstYear; --year)
        chart.y.categories << QString::number(year);
    std::vector<Cell> cells;
    for (const auto& [month, events] : months)
        cells.push_back({month.second - 1, lastYear - month.first, events,
                         QStringLiteral("%1 %2").arg(QLocale().standaloneMonthName(month.second)).arg(month.first)});
    return cells;
}

} // namespace

ChartData calendarChart(const DistributionView& view, const core::stats::BucketLines& days,
                        std::optional<core::stats::Bucket> bucket) {
    ChartData chart = labFrame(view, bucket ? LabTexts::tr("Calendar of the events: %1").arg(bucketTitle(*bucket))
                                            : LabTexts::tr("Calendar of the events"));
    chart.entity.clear();
    chart.legend = false;
    chart.x.scale = chart.y.scale = AxisData::Scale::Categories;
    if (days.start.empty())
        return chart;
    const std::vector<Cell> cells =
        days.start.size() <= kMostDays ? byWeeks(days, bucket, chart) : byMonths(days, bucket, chart);
    double most = 0;
    for (const Cell& cell : cells)
        most = std::max(most, cell.events);
    SeriesData series;
    series.kind = SeriesData::Kind::Cells;
    series.name = LabTexts::tr("events");
    for (const Cell& cell : cells) {
        series.points << QPointF(cell.column, cell.row);
        series.cellSize << QSizeF(1, 1);
        series.cellColor << shaded(most > 0 ? cell.events / most : 0);
        series.cellTexts << formatCompact(cell.events);
        series.labels << LabTexts::tr("%1: %2 events").arg(cell.name, formatInteger(static_cast<qint64>(cell.events)));
    }
    chart.x.title = LabTexts::tr("the stronger the colour, the more: up to %1").arg(formatInteger(static_cast<qint64>(most)));
    chart.series << series;
    return chart;
}

} // namespace widgets
