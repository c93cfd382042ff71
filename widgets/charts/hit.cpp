// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/hit.h"

#include "widgets/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace widgets::charts {
namespace {

constexpr double kLeastBar = 12; ///< pixels of height that a small bar can be hit in

std::optional<Hit> nearestCell(const PlotState& state, int series, const QPointF& scene, bool selectable) {
    const PlotSeries& plotted = state.series[static_cast<std::size_t>(series)];
    for (qsizetype i = 0; i < plotted.view.size(); ++i)
        if (!std::isnan(plotted.view[i].x()) && !(selectable && state.idOf(series, i).isEmpty()) &&
            state.cellRect(plotted, i).contains(scene))
            return Hit{series, i, 0};
    return std::nullopt;
}

std::optional<Hit> nearestBar(const PlotState& state, int series, const QPointF& scene, bool selectable) {
    const PlotSeries& plotted = state.series[static_cast<std::size_t>(series)];
    for (qsizetype i = 0; i < plotted.view.size(); ++i) {
        if (std::isnan(plotted.view[i].x()) || (selectable && state.idOf(series, i).isEmpty()))
            continue;
        QRectF bar = state.barRect(plotted, i);
        if (bar.height() < kLeastBar)
            bar.setTop(bar.bottom() - kLeastBar);
        if (bar.adjusted(-1, -4, 1, 2).contains(scene))
            return Hit{series, i, 0};
    }
    return std::nullopt;
}

std::optional<Hit> nearestPoint(const PlotState& state, int series, const QPointF& scene, double reach,
                                bool selectable) {
    const PlotSeries& plotted = state.series[static_cast<std::size_t>(series)];
    auto first = plotted.view.begin();
    auto last = plotted.view.end();
    if (plotted.sorted && plotted.whole) {
        const double low = state.toView(scene - QPointF(reach, 0)).x(),
                     high = state.toView(scene + QPointF(reach, 0)).x();
        first = std::lower_bound(first, last, low, [](const QPointF& view, double x) { return view.x() < x; });
        last = std::upper_bound(first, last, high, [](double x, const QPointF& view) { return x < view.x(); });
    }
    const double perX = state.area.width() / state.visible.x.length(),
                 perY = state.area.height() / state.visible.y.length();
    const QPointF target = state.toView(scene);
    std::optional<Hit> best;
    double closest = reach * reach;
    for (auto place = first; place != last; ++place) {
        const double dx = (place->x() - target.x()) * perX, dy = (place->y() - target.y()) * perY;
        const double squared = dx * dx + dy * dy;
        if (!(squared <= closest))
            continue;
        const auto index = static_cast<qsizetype>(place - plotted.view.begin());
        if (selectable && state.idOf(series, index).isEmpty())
            continue;
        closest = squared;
        best = Hit{series, index, std::sqrt(squared)};
    }
    return best;
}

} // namespace

std::optional<Hit> nearest(const PlotState& state, const QPointF& scene, double reach, bool selectable) {
    if (state.empty || !state.area.adjusted(-reach, -reach, reach, reach).contains(scene))
        return std::nullopt;
    std::optional<Hit> best;
    // Later series lie on top, so they win a draw; a bar gives way to a point in front of it.
    for (int s = static_cast<int>(state.data.series.size()) - 1; s >= 0; --s) {
        const bool cells = state.data.series[s].kind == SeriesData::Kind::Cells;
        const bool bars = state.isArea(s);
        const std::optional<Hit> hit = cells  ? nearestCell(state, s, scene, selectable)
                                       : bars ? nearestBar(state, s, scene, selectable)
                                              : nearestPoint(state, s, scene, reach, selectable);
        if (!hit)
            continue;
        const bool bestIsBar = best && state.isArea(best->series);
        if (!best || (bestIsBar && !bars) || (bestIsBar == bars && hit->distance < best->distance))
            best = hit;
    }
    return best;
}

std::set<std::string> idsInside(const PlotState& state, const QRectF& scene) {
    std::set<std::string> ids;
    // A drag along one line has no height, but it touches what it goes over.
    const QRectF rect = scene.normalized().adjusted(-0.5, -0.5, 0.5, 0.5).intersected(state.area);
    const QPointF low = state.toView(rect.bottomLeft()), high = state.toView(rect.topRight());
    for (int s = 0; s < state.data.series.size(); ++s) {
        const PlotSeries& plotted = state.series[static_cast<std::size_t>(s)];
        if (!plotted.selectable)
            continue;
        const bool areas = state.isArea(s);
        for (qsizetype i = 0; i < plotted.view.size(); ++i) {
            const QPointF& view = plotted.view[i];
            const bool inside =
                areas ? !std::isnan(view.x()) && state.areaRect(s, i).intersects(rect)
                      : view.x() >= low.x() && view.x() <= high.x() && view.y() >= low.y() && view.y() <= high.y();
            if (!inside)
                continue;
            if (const QString id = state.idOf(s, i); !id.isEmpty())
                ids.insert(id.toStdString());
        }
    }
    return ids;
}

std::set<std::string> idsInside(const PlotState& state, const QPolygonF& outline) {
    std::set<std::string> ids;
    const QRectF around = outline.boundingRect();
    for (int s = 0; s < state.data.series.size(); ++s) {
        const PlotSeries& plotted = state.series[static_cast<std::size_t>(s)];
        if (!plotted.selectable)
            continue;
        for (qsizetype i = 0; i < plotted.view.size(); ++i) {
            if (std::isnan(plotted.view[i].x()))
                continue;
            const QPointF place = state.isArea(s) ? state.areaRect(s, i).center() : state.toScene(plotted.view[i]);
            if (!around.contains(place) || !outline.containsPoint(place, Qt::OddEvenFill))
                continue;
            if (const QString id = state.idOf(s, i); !id.isEmpty())
                ids.insert(id.toStdString());
        }
    }
    return ids;
}

QString exactValue(const AxisData& axis, double value) {
    if (axis.scale == AxisData::Scale::Categories) {
        const auto index = static_cast<qsizetype>(std::lround(value));
        if (index >= 0 && index < axis.categories.size())
            return axis.categories[index];
    }
    if (axis.percent)
        return formatPercent(value, 2);
    if (value == std::round(value) && std::abs(value) < 1e15)
        return formatInteger(std::llround(value));
    return QLocale().toString(value, 'g', 6);
}

QStringList describePoint(const PlotState& state, const Hit& hit) {
    const SeriesData& source = state.data.series[hit.series];
    if (const QString label = source.labels.value(hit.index); !label.isEmpty())
        return label.split(QLatin1Char('\n'));
    const auto line = [](const QString& name, const QString& value) {
        return name.isEmpty() ? value : QCoreApplication::translate("ChartView", "%1: %2").arg(name, value);
    };
    const QPointF& point = source.points[hit.index];
    QStringList lines;
    if (!source.name.isEmpty())
        lines.append(source.name);
    QString x = exactValue(state.data.x, point.x());
    if (hit.index < source.barWidth.size())
        x = QCoreApplication::translate("ChartView", "%1 to %2")
                .arg(x, exactValue(state.data.x, point.x() + source.barWidth[hit.index]));
    lines.append(line(state.data.x.title, x));
    QString y = exactValue(state.data.y, point.y());
    if (hit.index < source.low.size() && hit.index < source.high.size())
        y +=
            QStringLiteral(" [%1, %2]")
                .arg(exactValue(state.data.y, source.low[hit.index]), exactValue(state.data.y, source.high[hit.index]));
    lines.append(line(state.data.y.title, y));
    return lines;
}

} // namespace widgets::charts
