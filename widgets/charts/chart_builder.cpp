// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chart_builder.h"

#include "widgets/charts/decimate.h"
#include "widgets/theme.h"

#include <algorithm>
#include <cmath>

namespace widgets::charts {
namespace {

constexpr double kSlotShare = 0.8; ///< of a category's width that its bars take together
constexpr double kPaddingX = 0.025, kPaddingY = 0.06;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Series of one kind that share a category stand side by side.
struct Slot {
    int index = 0, count = 1;
    double width() const { return kSlotShare / count; }
    double offset() const { return (index - (count - 1) / 2.0) * width(); }
};

Slot slotOf(const ChartData& data, int series) {
    const auto shares = [&data](const SeriesData& other, SeriesData::Kind kind) {
        return other.kind == kind && other.barWidth.isEmpty() &&
               (kind == SeriesData::Kind::Bars || data.x.scale == AxisData::Scale::Categories);
    };
    const SeriesData::Kind kind = data.series[series].kind;
    Slot slot{0, 0};
    for (int i = 0; i < data.series.size(); ++i) {
        if (!shares(data.series[i], kind))
            continue;
        if (i == series)
            slot.index = slot.count;
        ++slot.count;
    }
    slot.count = std::max(1, slot.count);
    return slot;
}

/// Bars without widths of their own on a numeric axis: as wide as their nearest neighbours allow.
double spacingOf(const QList<QPointF>& points, const AxisScale& scale) {
    std::vector<double> places;
    for (const QPointF& point : points)
        if (const double x = scale.toView(point.x()); std::isfinite(x))
            places.push_back(x);
    std::sort(places.begin(), places.end());
    double spacing = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < places.size(); ++i)
        if (places[i] > places[i - 1])
            spacing = std::min(spacing, places[i] - places[i - 1]);
    return std::isfinite(spacing) ? spacing : 1.0;
}

void buildBars(const SeriesData& source, const PlotState& state, const Slot& slot, PlotSeries& plotted) {
    const double spacing = state.xScale.isCategories() ? 1.0 : spacingOf(source.points, state.xScale);
    const auto count = static_cast<std::size_t>(source.points.size());
    plotted.left.resize(count);
    plotted.right.resize(count);
    for (qsizetype i = 0; i < source.points.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const QPointF& point = source.points[i];
        if (i < source.barWidth.size()) {
            plotted.right[at] = state.xScale.toView(point.x() + source.barWidth[i]);
            // A first bin that begins at 0 has no left end on a log axis: it gets the width of a doubling.
            plotted.left[at] = state.xScale.toViewClamped(point.x(), plotted.right[at] - std::log10(2.0));
        } else {
            const double centre = state.xScale.toView(point.x()) + slot.offset() * spacing;
            plotted.left[at] = centre - slot.width() * spacing / 2;
            plotted.right[at] = centre + slot.width() * spacing / 2;
        }
        plotted.view[i].setX((plotted.left[at] + plotted.right[at]) / 2);
    }
}

/// Edges from the middle and the size, in value coordinates: on a log axis a cell is no rectangle around its middle.
void buildCells(const SeriesData& source, const PlotState& state, PlotSeries& plotted) {
    for (qsizetype i = 0; i < source.points.size(); ++i) {
        const QPointF& point = source.points[i];
        const QSizeF half = source.cellSize.value(i, QSizeF(1, 1)) / 2;
        const double right = state.xScale.toView(point.x() + half.width()),
                     top = state.yScale.toView(point.y() + half.height());
        plotted.right.push_back(right);
        plotted.top.push_back(top);
        plotted.left.push_back(state.xScale.toViewClamped(point.x() - half.width(), right - std::log10(2.0)));
        plotted.bottom.push_back(state.yScale.toViewClamped(point.y() - half.height(), top - std::log10(2.0)));
        plotted.view[i] = {(plotted.left.back() + right) / 2, (plotted.bottom.back() + top) / 2};
    }
}

PlotSeries buildOne(const ChartData& data, int index, const PlotState& state) {
    const SeriesData& source = data.series[index];
    PlotSeries plotted;
    const QColor wanted = source.color.isValid() ? source.color : runColor(index);
    plotted.color = readableOn(wanted, state.colors);
    plotted.selectable =
        std::any_of(source.ids.begin(), source.ids.end(), [](const QString& id) { return !id.isEmpty(); });
    plotted.view.reserve(source.points.size());
    const Slot slot = slotOf(data, index);
    const bool dodge = source.kind == SeriesData::Kind::Intervals && state.xScale.isCategories();
    double last = -std::numeric_limits<double>::infinity();
    for (const QPointF& point : source.points) {
        QPointF view(state.xScale.toView(point.x()), state.yScale.toView(point.y()));
        if (dodge)
            view.rx() += slot.offset();
        if (view.x() < last)
            plotted.sorted = false;
        else if (std::isfinite(view.x()))
            last = view.x();
        plotted.view.append(view);
    }
    if (source.kind == SeriesData::Kind::Bars)
        buildBars(source, state, slot, plotted);
    else if (source.kind == SeriesData::Kind::Cells)
        buildCells(source, state, plotted);
    for (QPointF& view : plotted.view) {
        if (std::isfinite(view.x()) && std::isfinite(view.y()))
            continue;
        view = QPointF(kNaN, kNaN);
        plotted.whole = false;
    }
    return plotted;
}

void findRanges(PlotState& state) {
    RangeFinder x, y;
    bool bars = false, onlyLines = true, cells = false;
    state.integralX = state.integralY = true;
    for (int s = 0; s < state.data.series.size(); ++s) {
        const SeriesData& source = state.data.series[s];
        const PlotSeries& plotted = state.series[static_cast<std::size_t>(s)];
        const bool isBars = source.kind == SeriesData::Kind::Bars;
        const bool isCells = source.kind == SeriesData::Kind::Cells;
        cells = cells || isCells;
        bars = bars || isBars;
        onlyLines =
            onlyLines && (source.kind == SeriesData::Kind::Line || source.kind == SeriesData::Kind::Area || isBars);
        for (qsizetype i = 0; i < plotted.view.size(); ++i) {
            const QPointF& view = plotted.view[i];
            if (std::isnan(view.x()))
                continue;
            if (isCells) {
                y.add(plotted.bottom[static_cast<std::size_t>(i)]);
                y.add(plotted.top[static_cast<std::size_t>(i)]);
            }
            x.add(isBars || isCells ? plotted.left[static_cast<std::size_t>(i)] : view.x());
            x.add(isBars || isCells ? plotted.right[static_cast<std::size_t>(i)] : view.x());
            y.add(view.y());
            const QPointF& value = source.points[i];
            state.integralX = state.integralX && value.x() == std::round(value.x()) && source.barWidth.isEmpty();
            state.integralY = state.integralY && value.y() == std::round(value.y());
        }
        for (const double end : source.low)
            y.add(state.yScale.toView(end));
        for (const double end : source.high)
            y.add(state.yScale.toView(end));
    }
    state.empty = !x.any();
    state.full.x = x.span(state.data.x, onlyLines || cells ? 0.0 : kPaddingX, false);
    state.full.y = y.span(state.data.y, cells ? 0.0 : kPaddingY, bars);
}

} // namespace

QColor readableOn(const QColor& color, const PlotColors& colors) {
    const auto luminance = [](const QColor& c) { return 0.2126 * c.redF() + 0.7152 * c.greenF() + 0.0722 * c.blueF(); };
    return std::abs(luminance(color) - luminance(colors.background)) < 0.08 ? colors.text : color;
}

void buildSeries(PlotState& state) {
    state.xScale = AxisScale(state.data.x.scale);
    state.yScale = AxisScale(state.data.y.scale);
    state.series.clear();
    for (int i = 0; i < state.data.series.size(); ++i)
        state.series.push_back(buildOne(state.data, i, state));
    findRanges(state);
}

void markSelected(PlotState& state, const QSet<QString>& names, bool active) {
    state.highlighting = active;
    for (std::size_t s = 0; s < state.series.size(); ++s) {
        PlotSeries& plotted = state.series[s];
        plotted.selected.clear();
        if (!active || !plotted.selectable)
            continue;
        const QStringList& ids = state.data.series[static_cast<qsizetype>(s)].ids;
        plotted.selected.resize(static_cast<std::size_t>(plotted.view.size()));
        for (qsizetype i = 0; i < std::min(ids.size(), plotted.view.size()); ++i)
            plotted.selected[static_cast<std::size_t>(i)] = !ids[i].isEmpty() && names.contains(ids[i]);
    }
}

void choosePoints(PlotState& state) {
    constexpr double kCell = 2;                                     // pixels
    const qsizetype most = state.look.vector ? 5000 : kDrawnPoints; // a vector file has a shape for each
    const int columns = static_cast<int>(state.area.width() / kCell),
              rows = static_cast<int>(state.area.height() / kCell);
    for (std::size_t s = 0; s < state.series.size(); ++s) {
        PlotSeries& plotted = state.series[s];
        if (state.data.series[static_cast<qsizetype>(s)].kind == SeriesData::Kind::Points)
            plotted.drawn = visiblePoints(plotted.view, state.visible.x, state.visible.y, columns, rows, most);
        plotted.selectedDrawn.clear();
        if (plotted.selected.empty())
            continue;
        std::vector<qsizetype> chosen;
        QList<QPointF> places;
        for (qsizetype i = 0; i < plotted.view.size(); ++i) {
            if (plotted.selected[static_cast<std::size_t>(i)] == 0)
                continue;
            chosen.push_back(i);
            places.append(plotted.view[i]);
        }
        for (const qsizetype i : visiblePoints(places, state.visible.x, state.visible.y, columns, rows, most))
            plotted.selectedDrawn.push_back(chosen[static_cast<std::size_t>(i)]);
    }
}

} // namespace widgets::charts
