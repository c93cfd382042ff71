// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard's half of Interaction.
#include "widgets/charts/interaction.h"

#include "widgets/charts/plot.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace widgets::charts {

bool Interaction::keyPress(const QKeyEvent& event) {
    const bool ctrl = event.modifiers().testFlag(Qt::ControlModifier),
               shift = event.modifiers().testFlag(Qt::ShiftModifier);
    const QPointF centre = m_plot.state().area.center();
    constexpr double kZoom = 1.25;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event.key() == Qt::Key_Left ? -1 : 1;
        return ctrl ? stepBorder(direction, shift) : stepPoint(direction);
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: { // twenty of them go through any chart
        const auto points =
            m_focused ? m_plot.state().series[static_cast<std::size_t>(m_focused->series)].view.size() : 0;
        const int far = std::max(1, static_cast<int>(points / 20));
        return stepPoint(event.key() == Qt::Key_PageUp ? -far : far);
    }
    case Qt::Key_Up:
        return stepSeries(-1);
    case Qt::Key_Down:
        return stepSeries(1);
    case Qt::Key_Space:
        return selectFocused(event.modifiers());
    case Qt::Key_Home:
        m_plot.resetZoom();
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_plot.zoomAt(centre, kZoom, kZoom);
        break;
    case Qt::Key_Minus:
        m_plot.zoomAt(centre, 1 / kZoom, 1 / kZoom);
        break;
    case Qt::Key_Escape:
        if (m_drag == Drag::None && !m_focused)
            return false;
        cancelDrag();
        m_focused.reset();
        m_plot.overlay().setPointer({}, {}, false);
        return true;
    default:
        return false;
    }
    follow();
    return true;
}

void Interaction::dataChanged(bool same) {
    const PlotState& state = m_plot.state();
    m_order.clear();
    const bool there =
        m_focused && same && m_focused->series < state.data.series.size() &&
        m_focused->index < state.data.series[m_focused->series].points.size() &&
        !std::isnan(state.series[static_cast<std::size_t>(m_focused->series)].view[m_focused->index].x());
    if (!there)
        m_focused.reset();
    if (!same || (m_drag == Drag::Border && m_border >= state.data.borders.size()))
        cancelDrag();
    if (m_lastBorder >= state.data.borders.size())
        m_lastBorder = -1;
    m_plot.overlay().setPointer({}, {}, false);
    if (m_focused)
        follow();
    else if (m_drag == Drag::None && m_viewport->underMouse())
        hover(m_last);
}

void Interaction::follow() {
    if (m_focused)
        showFocused();
}

const std::vector<qsizetype>& Interaction::orderOf(int series) {
    m_order.resize(m_plot.state().series.size());
    std::vector<qsizetype>& order = m_order[static_cast<std::size_t>(series)];
    const QList<QPointF>& view = m_plot.state().series[static_cast<std::size_t>(series)].view;
    if (!order.empty() || view.isEmpty())
        return order;
    for (qsizetype i = 0; i < view.size(); ++i)
        if (!std::isnan(view[i].x()))
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&view](qsizetype a, qsizetype b) { return view[a].x() < view[b].x(); });
    return order;
}

bool Interaction::stepPoint(int by) {
    const PlotState& state = m_plot.state();
    if (!m_focused) {
        for (int s = 0; s < state.data.series.size() && !m_focused; ++s)
            if (const std::vector<qsizetype>& order = orderOf(s); !order.empty())
                m_focused = Hit{s, by > 0 ? order.front() : order.back(), 0};
    } else {
        const std::vector<qsizetype>& order = orderOf(m_focused->series);
        const auto place = std::find(order.begin(), order.end(), m_focused->index);
        const auto last = static_cast<std::ptrdiff_t>(order.size()) - 1;
        const auto next = std::clamp<std::ptrdiff_t>(place - order.begin() + by, 0, last);
        m_focused->index = order[static_cast<std::size_t>(next)];
    }
    if (!m_focused)
        return false;
    showFocused();
    return true;
}

bool Interaction::stepSeries(int by) {
    if (!m_focused)
        return stepPoint(1);
    const PlotState& state = m_plot.state();
    const auto count = static_cast<int>(state.data.series.size());
    const double x = state.series[static_cast<std::size_t>(m_focused->series)].view[m_focused->index].x();
    for (int tries = 1; tries <= count; ++tries) {
        const int series = ((m_focused->series + by * tries) % count + count) % count;
        const std::vector<qsizetype>& order = orderOf(series);
        if (order.empty())
            continue;
        const QList<QPointF>& view = state.series[static_cast<std::size_t>(series)].view;
        const qsizetype closest = *std::min_element(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
            return std::abs(view[a].x() - x) < std::abs(view[b].x() - x);
        });
        m_focused = Hit{series, closest, 0};
        break;
    }
    showFocused();
    return true;
}

bool Interaction::stepBorder(int direction, bool far) {
    const PlotState& state = m_plot.state();
    const QList<BorderData>& borders = state.data.borders;
    if (state.empty || m_drag != Drag::None)
        return false;
    if (m_lastBorder < 0 || m_lastBorder >= borders.size() || !borders[m_lastBorder].draggable) {
        const auto first =
            std::find_if(borders.begin(), borders.end(), [](const BorderData& b) { return b.draggable; });
        if (first == borders.end())
            return false;
        m_lastBorder = static_cast<int>(first - borders.begin());
    }
    const double now = borders[m_lastBorder].x;
    const double pixels = direction * (far ? 10.0 : 1.0);
    const double y = state.area.center().y();
    const double sceneX = state.valueToScene({now, state.sceneToValue({0, y}).y()}).x();
    double value = state.sceneToValue({std::clamp(sceneX + pixels, state.area.left(), state.area.right()), y}).x();
    // Where a pixel is less than one entity, a step is one entity.
    if (state.integralX && std::abs(value - now) < 1)
        value = state.xScale.toValue(
            std::clamp(state.xScale.toView(now + direction), state.visible.x.min, state.visible.x.max));
    m_plot.moveBorder(m_lastBorder, value);
    m_plot.setHotBorder(m_lastBorder);
    Q_EMIT borderMoved(m_lastBorder, value);
    Q_EMIT borderReleased(m_lastBorder, value);
    return true;
}

bool Interaction::selectFocused(Qt::KeyboardModifiers modifiers) {
    if (!m_focused)
        return false;
    const QString id = m_plot.state().idOf(m_focused->series, m_focused->index);
    if (id.isEmpty())
        return false;
    Q_EMIT selected({id.toStdString()}, modeOf(modifiers));
    return true;
}

void Interaction::showFocused() {
    const QPointF view = m_plot.state().series[static_cast<std::size_t>(m_focused->series)].view[m_focused->index];
    const Ranges& visible = m_plot.state().visible;
    const auto reach = [](Span span, double place) {
        const double by = place < span.min ? place - span.min : place > span.max ? place - span.max : 0;
        return Span{span.min + by, span.max + by};
    };
    m_plot.show({reach(visible.x, view.x()), reach(visible.y, view.y())});
    const QStringList lines = describePoint(m_plot.state(), *m_focused);
    m_plot.overlay().setPointer(m_plot.state().toScene(view), lines, true);
    Q_EMIT described(lines.join(QStringLiteral(", ")));
}

} // namespace widgets::charts
