// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/plot_state.h"

#include <algorithm>
#include <cmath>

namespace widgets::charts {

QColor mixed(const QColor& a, const QColor& b, double shareOfA) {
    const auto part = [shareOfA](float x, float y) {
        return static_cast<float>(shareOfA) * x + static_cast<float>(1 - shareOfA) * y;
    };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

PlotColors PlotColors::from(const QPalette& palette) {
    PlotColors colors;
    colors.background = palette.color(QPalette::Active, QPalette::Base);
    colors.text = palette.color(QPalette::Active, QPalette::Text);
    colors.muted = mixed(colors.text, colors.background, 0.68);
    colors.axis = mixed(colors.text, colors.background, 0.42);
    colors.grid = mixed(colors.text, colors.background, 0.13);
    colors.minorGrid = mixed(colors.text, colors.background, 0.055);
    colors.accent = palette.color(QPalette::Active, QPalette::Highlight);
    return colors;
}

QPointF PlotState::toScene(const QPointF& view) const {
    return {area.left() + (view.x() - visible.x.min) / visible.x.length() * area.width(),
            area.bottom() - (view.y() - visible.y.min) / visible.y.length() * area.height()};
}

QPointF PlotState::toView(const QPointF& scene) const {
    return {visible.x.min + (scene.x() - area.left()) / std::max(1.0, area.width()) * visible.x.length(),
            visible.y.min + (area.bottom() - scene.y()) / std::max(1.0, area.height()) * visible.y.length()};
}

QPointF PlotState::valueToScene(const QPointF& value) const {
    return toScene({xScale.toView(value.x()), yScale.toView(value.y())});
}

QPointF PlotState::sceneToValue(const QPointF& scene) const {
    const QPointF view = toView(scene);
    return {xScale.toValue(view.x()), yScale.toValue(view.y())};
}

double PlotState::baseline() const {
    return yScale.isLog() ? full.y.min : 0.0;
}

QRectF PlotState::barRect(const PlotSeries& plotted, qsizetype index) const {
    const auto i = static_cast<std::size_t>(index);
    const QPointF top = toScene({plotted.left[i], plotted.view[index].y()});
    const QPointF bottom = toScene({plotted.right[i], baseline()});
    return QRectF(top, bottom).normalized();
}

QRectF PlotState::cellRect(const PlotSeries& plotted, qsizetype index) const {
    const auto i = static_cast<std::size_t>(index);
    return QRectF(toScene({plotted.left[i], plotted.top[i]}), toScene({plotted.right[i], plotted.bottom[i]}))
        .normalized();
}

bool PlotState::isArea(int which) const {
    const SeriesData::Kind kind = data.series[which].kind;
    return kind == SeriesData::Kind::Bars || kind == SeriesData::Kind::Cells;
}

QRectF PlotState::areaRect(int which, qsizetype index) const {
    const PlotSeries& plotted = series[static_cast<std::size_t>(which)];
    return data.series[which].kind == SeriesData::Kind::Cells ? cellRect(plotted, index) : barRect(plotted, index);
}

bool PlotState::interval(int which, qsizetype index, double& low, double& high) const {
    const SeriesData& source = data.series[which];
    if (index >= source.low.size() || index >= source.high.size())
        return false;
    const double lower = yScale.toViewClamped(source.low[index], full.y.min);
    const double upper = yScale.toView(source.high[index]);
    if (!std::isfinite(lower) || !std::isfinite(upper))
        return false;
    low = toScene({0, lower}).y();
    high = toScene({0, upper}).y();
    return true;
}

bool PlotState::isSelected(int which, qsizetype index) const {
    const auto& selected = series[static_cast<std::size_t>(which)].selected;
    return static_cast<std::size_t>(index) < selected.size() && selected[static_cast<std::size_t>(index)] != 0;
}

QString PlotState::idOf(int which, qsizetype index) const {
    return data.series[which].ids.value(index);
}

} // namespace widgets::charts
