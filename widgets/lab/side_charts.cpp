// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lab/side_charts.h"

#include <algorithm>
#include <numeric>

namespace widgets {

using charts::AxisData;
using charts::ChartData;
using charts::SeriesData;

namespace {

constexpr std::size_t kMostPoints = 5'000;

SeriesData lineOf(const Side& side) {
    SeriesData line;
    line.name = side.name;
    line.color = side.color;
    line.style = side.style;
    return line;
}

double totalOf(const Side& side) {
    return static_cast<double>(std::accumulate(side.table->counts.begin(), side.table->counts.end(), std::int64_t{0}));
}

} // namespace

ChartData sideRanksChart(const DistributionView& view, const Side& left, const Side& right) {
    ChartData chart = labFrame(view, LabTexts::tr("Rank and share of support"));
    chart.x.scale = chart.y.scale = AxisData::Scale::Log;
    chart.x.title = LabTexts::tr("rank");
    chart.y.title = LabTexts::tr("share of support");
    chart.y.percent = true;
    for (const Side* side : {&left, &right}) {
        const double total = totalOf(*side);
        if (total <= 0)
            continue;
        SeriesData line = lineOf(*side);
        for (const std::size_t rank : sampledRanks(side->table->counts.size(), kMostPoints)) {
            if (side->table->counts[rank] == 0)
                break;
            line.points << QPointF(static_cast<double>(rank) + 1,
                                   static_cast<double>(side->table->counts[rank]) / total);
            line.ids << toQString(side->table->names[rank]);
        }
        chart.series << line;
    }
    return chart;
}

ChartData sideLorenzChart(const DistributionView& view, const Side& left, const Side& right) {
    ChartData chart = labFrame(view, LabTexts::tr("Lorenz curves"));
    chart.x.title = LabTexts::tr("share of entities, ascending");
    chart.y.title = LabTexts::tr("share of support");
    for (AxisData* axis : {&chart.x, &chart.y}) {
        axis->percent = true;
        axis->min = 0;
        axis->max = 1;
    }
    constexpr std::size_t kSteps = 300;
    for (const Side* side : {&left, &right}) {
        if (totalOf(*side) <= 0)
            continue;
        SeriesData line = lineOf(*side);
        for (const auto& [entities, support] : core::stats::lorenzCurve(side->table->counts, kSteps))
            line.points << QPointF(entities, support);
        chart.series << line;
    }
    if (!chart.series.isEmpty()) {
        SeriesData equality;
        equality.name = LabTexts::tr("equality");
        equality.color = QColor(0x80, 0x80, 0x80);
        equality.style = Qt::DashDotLine;
        equality.width = 1.2;
        equality.points = {QPointF(0, 0), QPointF(1, 1)};
        chart.series << equality;
    }
    return chart;
}

ChartData sidePairsChart(const DistributionView& view, const Side& left, const Side& right,
                         const core::store::Likeness& likeness) {
    ChartData chart = labFrame(view, LabTexts::tr("Support on both sides"));
    chart.legend = false;
    chart.x.scale = chart.y.scale = AxisData::Scale::Log;
    chart.x.title = left.name;
    chart.y.title = right.name;
    chart.emptyText = LabTexts::tr("No entity has support on both sides.");
    SeriesData points;
    points.kind = SeriesData::Kind::Points;
    points.color = accentColor();
    double largest = 1;
    for (const core::store::Pairing& pair : likeness.pairs) {
        if (pair.left == 0 || pair.right == 0)
            continue;
        if (static_cast<std::size_t>(points.points.size()) >= 4 * kMostPoints)
            break; // the largest come first
        points.points << QPointF(static_cast<double>(pair.left), static_cast<double>(pair.right));
        points.ids << toQString(pair.name);
        points.labels << LabTexts::tr("%1\n%2: %3, %4: %5")
                             .arg(toQString(pair.name), left.name, formatInteger(pair.left), right.name,
                                  formatInteger(pair.right));
        largest = std::max({largest, static_cast<double>(pair.left), static_cast<double>(pair.right)});
    }
    if (points.points.isEmpty())
        return chart;
    SeriesData equal;
    equal.name = LabTexts::tr("equal");
    equal.color = QColor(0x80, 0x80, 0x80);
    equal.style = Qt::DashDotLine;
    equal.width = 1.2;
    equal.points = {QPointF(1, 1), QPointF(largest, largest)};
    chart.series << points << equal;
    return chart;
}

} // namespace widgets
