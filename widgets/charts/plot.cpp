// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/plot.h"

#include "widgets/charts/axis_item.h"
#include "widgets/charts/border_item.h"
#include "widgets/charts/chart_builder.h"
#include "widgets/charts/line_layer.h"
#include "widgets/charts/marks_item.h"
#include "widgets/charts/overlay_item.h"
#include "widgets/charts/plot_layout.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace widgets::charts {
namespace {

constexpr double kClosest = 1e-6; ///< share of the full range that can be zoomed to

Span heldInside(Span span, const Span& full) {
    const double length = std::clamp(span.length(), full.length() * kClosest, full.length());
    const double middle = (span.min + span.max) / 2;
    span = {middle - length / 2, middle + length / 2};
    if (span.min < full.min)
        span = {full.min, full.min + length};
    if (span.max > full.max)
        span = {full.max - length, full.max};
    return length == full.length() ? full : span;
}

bool inside(const Span& part, const Span& full) {
    return part.min >= full.min && part.max <= full.max;
}

bool sameKind(const ChartData& a, const ChartData& b) {
    return a.entity == b.entity && a.title == b.title && a.x.title == b.x.title && a.y.title == b.y.title &&
           a.x.scale == b.x.scale && a.y.scale == b.y.scale && a.x.categories == b.x.categories;
}

} // namespace

Plot::Plot()
    : m_axes(new AxisItem(m_state)),
      m_bars(new MarksItem(m_state, MarksItem::Layer::Bars)),
      m_points(new MarksItem(m_state, MarksItem::Layer::Points)),
      m_selected(new MarksItem(m_state, MarksItem::Layer::Selected)),
      m_overlay(new OverlayItem(m_state)) {
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    m_live.setItemIndexMethod(QGraphicsScene::NoIndex);
    m_state.size = QSizeF(480, 320);
    m_lines = std::make_unique<LineLayer>(m_scene);
    m_axes->setZValue(0);
    m_bars->setZValue(0.5);
    m_points->setZValue(2);
    m_selected->setZValue(3);
    for (QGraphicsItem* const item : std::initializer_list<QGraphicsItem*>{m_axes, m_bars, m_points, m_selected})
        m_scene.addItem(item);
    m_live.addItem(m_overlay);
    applyLook(m_state, {});
    rebuild();
    m_state.visible = m_state.full;
    arrange();
}

Plot::~Plot() {
    // The lines are taken out of the chart while the scene that owns it is still whole.
    m_lines.reset();
}

void Plot::setLook(const PlotLook& look) {
    applyLook(m_state, look);
    const Ranges visible = m_state.visible;
    rebuild();
    m_state.visible = visible;
    arrange();
    m_lines->build(m_state);
    staticChanged();
}

void Plot::setSize(const QSizeF& size) {
    if (size == m_state.size)
        return;
    m_axes->sizeWillChange();
    m_overlay->sizeWillChange();
    m_state.size = size;
    for (QGraphicsScene* const scene : {&m_scene, &m_live})
        scene->setSceneRect(QRectF(QPointF(), size));
    arrange();
}

bool Plot::setData(const ChartData& data) {
    const bool same = sameKind(data, m_state.data);
    const bool keep = zoomed() && same;
    const Ranges visible = m_state.visible;
    m_state.data = data;
    rebuild();
    const bool fits = inside(visible.x, m_state.full.x) && inside(visible.y, m_state.full.y);
    m_state.visible = keep && fits ? visible : m_state.full;
    clearBorders();
    arrange();
    m_lines->build(m_state);
    setBorders(data.borders);
    staticChanged();
    return same;
}

void Plot::clearBorders() {
    for (BorderItem* const border : m_borders)
        delete border;
    for (BorderTag* const tag : m_tags)
        delete tag;
    m_borders.clear();
    m_tags.clear();
}

void Plot::setBorders(const QList<BorderData>& borders) {
    if (static_cast<std::size_t>(borders.size()) != m_borders.size())
        clearBorders();
    m_state.data.borders = borders;
    for (int i = static_cast<int>(m_borders.size()); i < borders.size(); ++i) {
        m_tags.push_back(new BorderTag(m_state, i));
        m_borders.push_back(new BorderItem(m_state, i, m_tags.back()));
        m_live.addItem(m_borders.back());
        m_live.addItem(m_tags.back());
    }
    placeBorders();
}

void Plot::moveBorder(int index, double x) {
    m_state.data.borders[index].x = x;
    placeBorders();
}

void Plot::setHotBorder(int index) {
    for (std::size_t i = 0; i < m_borders.size(); ++i)
        m_borders[i]->setHot(static_cast<int>(i) == index);
}

void Plot::setHighlight(const QSet<QString>& names, bool active) {
    m_names = names;
    m_highlight = active;
    markSelected(m_state, m_names, m_highlight);
    choosePoints(m_state);
    m_lines->fade(m_state);
    staticChanged();
}

void Plot::show(Ranges ranges) {
    ranges.x = heldInside(ranges.x, m_state.full.x);
    ranges.y = heldInside(ranges.y, m_state.full.y);
    if (ranges == m_state.visible)
        return;
    m_state.visible = ranges;
    arrange();
}

void Plot::resetZoom() {
    show(m_state.full);
}

void Plot::zoomAt(const QPointF& scene, double factorX, double factorY) {
    if (m_state.empty)
        return;
    const QPointF centre = m_state.toView(scene);
    const auto zoom = [](const Span& span, double at, double factor) {
        return Span{at - (at - span.min) / factor, at + (span.max - at) / factor};
    };
    show({zoom(m_state.visible.x, centre.x(), factorX), zoom(m_state.visible.y, centre.y(), factorY)});
    if (zoomed())
        panBy(scene - m_state.toScene(centre)); // other labels may have moved the plot a little
}

void Plot::zoomTo(const QRectF& scene) {
    const QRectF rect = scene.normalized().intersected(m_state.area);
    if (m_state.empty || rect.width() < 4 || rect.height() < 4)
        return;
    const QPointF low = m_state.toView(rect.bottomLeft()), high = m_state.toView(rect.topRight());
    show({{low.x(), high.x()}, {low.y(), high.y()}});
}

void Plot::panBy(const QPointF& pixels) {
    const double dx = -pixels.x() / std::max(1.0, m_state.area.width()) * m_state.visible.x.length();
    const double dy = pixels.y() / std::max(1.0, m_state.area.height()) * m_state.visible.y.length();
    show({{m_state.visible.x.min + dx, m_state.visible.x.max + dx},
          {m_state.visible.y.min + dy, m_state.visible.y.max + dy}});
}

void Plot::paintStatic(QPainter& painter) {
    m_scene.render(&painter, QRectF(QPointF(), m_state.size), QRectF(QPointF(), m_state.size));
}

void Plot::paint(QPainter& painter) {
    paintStatic(painter);
    m_live.render(&painter, QRectF(QPointF(), m_state.size), QRectF(QPointF(), m_state.size));
}

void Plot::rebuild() {
    buildSeries(m_state);
    markSelected(m_state, m_names, m_highlight);
}

void Plot::arrange() {
    for (MarksItem* const item : {m_bars, m_points, m_selected})
        item->sizeWillChange();
    layOut(m_state);
    choosePoints(m_state);
    m_lines->follow(m_state);
    placeBorders();
    m_overlay->update();
    staticChanged();
}

void Plot::placeBorders() {
    // Labels that would cover each other go to rows below each other, from left to right.
    std::vector<BorderItem*> order = m_borders;
    for (BorderItem* const border : order)
        border->place(0);
    std::stable_sort(order.begin(), order.end(), [](const BorderItem* a, const BorderItem* b) {
        return a->labelRect().left() < b->labelRect().left();
    });
    std::vector<double> rowEnds;
    for (BorderItem* const border : order) {
        const QRectF label = border->labelRect();
        if (label.isEmpty())
            continue;
        std::size_t row = 0;
        while (row < rowEnds.size() && rowEnds[row] + 4 > label.left())
            ++row;
        if (row == rowEnds.size())
            rowEnds.push_back(0);
        rowEnds[row] = label.right();
        border->place(static_cast<int>(row));
    }
}

void Plot::staticChanged() {
    m_scene.update();
    if (m_changed)
        m_changed();
}

} // namespace widgets::charts
