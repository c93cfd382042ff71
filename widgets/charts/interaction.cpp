// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/interaction.h"

#include "widgets/charts/axis_item.h"
#include "widgets/charts/plot.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace widgets::charts {
namespace {

constexpr double kGrab = 5;         ///< pixels at each side of a border
constexpr double kDragDistance = 4; ///< less is a click
constexpr double kClickReach = 10, kHoverReach = 36;

} // namespace

core::select::Mode modeOf(Qt::KeyboardModifiers modifiers) {
    if (modifiers.testFlag(Qt::ControlModifier))
        return modifiers.testFlag(Qt::ShiftModifier) ? core::select::Mode::Intersect : core::select::Mode::Add;
    return modifiers.testFlag(Qt::AltModifier) ? core::select::Mode::Remove : core::select::Mode::Replace;
}

Interaction::Interaction(Plot& plot, QWidget* viewport, QObject* parent)
    : QObject(parent), m_plot(plot), m_viewport(viewport) {
    viewport->setMouseTracking(true);
    viewport->installEventFilter(this);
}

bool Interaction::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_viewport)
        return false;
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return mousePress(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
        return mouseMove(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease:
        return mouseRelease(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonDblClick:
        if (static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
            m_plot.resetZoom();
        return true;
    case QEvent::Wheel:
        return wheel(*static_cast<QWheelEvent*>(event));
    case QEvent::Leave:
        m_plot.setHotBorder(-1);
        m_plot.overlay().setPointer({}, {}, false);
        return false;
    case QEvent::ContextMenu:
        // Some platforms send it with the press of the right button, which may begin a rubber band: the release
        // decides.
        return static_cast<QContextMenuEvent*>(event)->reason() == QContextMenuEvent::Mouse;
    default:
        return false;
    }
}

std::vector<int> Interaction::bordersAt(const QPointF& place) const {
    const PlotState& state = m_plot.state();
    std::vector<int> found;
    if (state.empty || !state.area.adjusted(-kGrab, 0, kGrab, 0).contains(place))
        return found;
    double nearestX = 0, closest = kGrab + 1;
    for (int i = 0; i < state.data.borders.size(); ++i) {
        const double x = state.valueToScene({state.data.borders[i].x, 0}).x();
        const double distance = std::abs(x - place.x());
        if (!state.data.borders[i].draggable || !(distance <= kGrab))
            continue;
        if (distance < closest - 0.5) {
            closest = distance;
            nearestX = x;
            found.clear();
        }
        if (std::abs(x - nearestX) <= 1)
            found.push_back(i);
    }
    return found;
}

bool Interaction::mousePress(const QMouseEvent& event) {
    if (m_drag != Drag::None)
        return true;
    m_pressed = m_last = event.position();
    const bool inside = !m_plot.state().empty && m_plot.state().area.contains(m_pressed);
    if (event.button() == Qt::LeftButton) {
        m_candidates = bordersAt(m_pressed);
        const bool zoom =
            event.modifiers().testFlag(Qt::ShiftModifier) && !event.modifiers().testFlag(Qt::ControlModifier);
        if (!m_candidates.empty()) {
            m_drag = Drag::Border;
            m_border = m_candidates.size() == 1 ? m_candidates.front() : -1;
            m_lastBorder = m_candidates.front();
            m_borderStart = m_plot.state().data.borders[m_candidates.front()].x;
            m_plot.setHotBorder(m_candidates.front());
        } else if (inside) {
            m_drag = zoom ? Drag::Zoom : m_lasso && m_lasso() ? Drag::Lasso : Drag::Brush;
            m_outline = QPolygonF{m_pressed};
        }
    } else if (event.button() == Qt::RightButton) {
        m_drag = Drag::Zoom;
    } else if (event.button() == Qt::MiddleButton && inside) {
        m_drag = Drag::Pan;
        m_viewport->setCursor(Qt::ClosedHandCursor);
    }
    m_plot.overlay().setPointer({}, {}, false);
    m_focused.reset();
    return true;
}

bool Interaction::mouseMove(const QMouseEvent& event) {
    const QPointF place = event.position();
    const bool far = (place - m_pressed).manhattanLength() >= kDragDistance;
    switch (m_drag) {
    case Drag::None:
        hover(place);
        break;
    case Drag::Border:
        dragBorder(place);
        break;
    case Drag::Lasso:
        m_outline << place;
        m_plot.overlay().setLasso(m_outline);
        break;
    case Drag::Brush:
    case Drag::Zoom:
        if (far)
            m_plot.overlay().setDrag(m_drag == Drag::Brush ? OverlayItem::Drag::Brush : OverlayItem::Drag::Zoom,
                                     QRectF(m_pressed, place));
        break;
    case Drag::Pan:
        m_plot.panBy(place - m_last);
        break;
    }
    m_last = place;
    return true;
}

bool Interaction::mouseRelease(const QMouseEvent& event) {
    const QPointF place = event.position();
    const bool far = (place - m_pressed).manhattanLength() >= kDragDistance;
    if ((m_drag == Drag::Border || m_drag == Drag::Pan) && place != m_last)
        mouseMove(event); // moves may be compressed: the last one is where the button was let go
    const Drag drag = std::exchange(m_drag, Drag::None);
    m_plot.overlay().setDrag(OverlayItem::Drag::None, {});
    m_plot.overlay().setLasso({});
    switch (drag) {
    case Drag::None:
        break;
    case Drag::Border:
        if (const int border = std::exchange(m_border, -1); border >= 0 && border < m_plot.state().data.borders.size())
            Q_EMIT borderReleased(border, m_plot.state().data.borders[border].x);
        break;
    case Drag::Brush:
    case Drag::Lasso:
        finishBrush(drag == Drag::Lasso, place, event.modifiers());
        break;
    case Drag::Zoom:
        if (far)
            m_plot.zoomTo(QRectF(m_pressed, place));
        else if (event.button() == Qt::RightButton)
            Q_EMIT menuRequested(event.globalPosition().toPoint());
        break;
    case Drag::Pan:
        break;
    }
    hover(place);
    return true;
}

void Interaction::finishBrush(bool lasso, const QPointF& place, Qt::KeyboardModifiers modifiers) {
    const PlotState& state = m_plot.state();
    const bool any =
        std::any_of(state.series.begin(), state.series.end(), [](const PlotSeries& s) { return s.selectable; });
    if (!any)
        return;
    std::set<std::string> ids;
    constexpr qsizetype kLeastOutline = 3;
    if (lasso && m_outline.size() > kLeastOutline && m_outline.boundingRect().width() >= kDragDistance)
        ids = idsInside(state, m_outline);
    else if ((place - m_pressed).manhattanLength() >= kDragDistance)
        ids = idsInside(state, QRectF(m_pressed, place));
    else if (const std::optional<Hit> hit = nearest(state, place, kClickReach, true))
        ids.insert(state.idOf(hit->series, hit->index).toStdString());
    Q_EMIT selected(ids, modeOf(modifiers));
}

void Interaction::dragBorder(const QPointF& place) {
    const PlotState& state = m_plot.state();
    if (m_border < 0) {
        // Several borders lie on one another (a bucket is empty): moving right takes the one that belongs on the right.
        if (std::abs(place.x() - m_pressed.x()) < 1)
            return;
        const QList<BorderData>& borders = state.data.borders;
        if (m_candidates.back() >= borders.size()) {
            cancelDrag();
            return;
        }
        const bool ascending = borders.first().x <= borders.last().x;
        const bool takeLast = (place.x() > m_pressed.x()) == ascending;
        m_border = takeLast ? m_candidates.back() : m_candidates.front();
        m_lastBorder = m_border;
    }
    if (m_border >= state.data.borders.size()) {
        cancelDrag();
        return;
    }
    const double x = std::clamp(place.x(), state.area.left(), state.area.right());
    const double value = state.sceneToValue({x, state.area.center().y()}).x();
    m_plot.moveBorder(m_border, value);
    m_plot.setHotBorder(m_border);
    Q_EMIT borderMoved(m_border, value);
}

void Interaction::cancelDrag() {
    const Drag drag = std::exchange(m_drag, Drag::None);
    m_plot.overlay().setDrag(OverlayItem::Drag::None, {});
    m_plot.overlay().setLasso({});
    m_candidates.clear();
    const int border = std::exchange(m_border, -1);
    if (drag != Drag::Border || border < 0 || border >= m_plot.state().data.borders.size())
        return;
    m_plot.moveBorder(border, m_borderStart);
    Q_EMIT borderMoved(border, m_borderStart);
    Q_EMIT borderReleased(border, m_borderStart);
}

bool Interaction::wheel(const QWheelEvent& event) {
    const PlotState& state = m_plot.state();
    if (state.empty)
        return false;
    const QPoint delta = event.angleDelta();
    const double factor = std::pow(1.2, (delta.y() != 0 ? delta.y() : delta.x()) / 120.0);
    // Over an axis only that axis is zoomed.
    const QPointF place = event.position();
    const bool onX = place.y() > state.area.bottom(), onY = place.x() < state.area.left();
    m_plot.zoomAt(place, onY && !onX ? 1.0 : factor, onX ? 1.0 : factor);
    hover(place);
    follow();
    return true;
}

void Interaction::hover(const QPointF& place) {
    const PlotState& state = m_plot.state();
    const std::vector<int> borders = bordersAt(place);
    m_plot.setHotBorder(borders.empty() ? -1 : borders.front());
    m_viewport->setCursor(borders.empty() ? Qt::ArrowCursor : Qt::SizeHorCursor);
    if (const QString name = m_plot.axes().elidedNameAt(place); !name.isEmpty())
        QToolTip::showText(m_viewport->mapToGlobal(place.toPoint()), name, m_viewport);
    if (m_focused)
        return; // the keys hold the crosshair until the mouse is pressed
    const std::optional<Hit> hit =
        borders.empty() && state.area.contains(place) ? nearest(state, place, kHoverReach, false) : std::nullopt;
    if (!hit) {
        m_plot.overlay().setPointer({}, {}, false);
        return;
    }
    const QPointF view = state.series[static_cast<std::size_t>(hit->series)].view[hit->index];
    m_plot.overlay().setPointer(state.toScene(view), describePoint(state, *hit), false);
}

} // namespace widgets::charts
