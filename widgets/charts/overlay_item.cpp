// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/overlay_item.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace widgets::charts {

void OverlayItem::setPointer(const std::optional<QPointF>& place, const QStringList& lines, bool keyboard) {
    if (place == m_place && lines == m_lines && keyboard == m_keyboard)
        return;
    m_place = place;
    m_lines = place ? lines : QStringList();
    m_keyboard = keyboard;
    update();
}

void OverlayItem::setDrag(Drag drag, const QRectF& scene) {
    m_drag = drag;
    m_dragRect = scene.normalized().intersected(m_state.area);
    update();
}

void OverlayItem::setLasso(const QPolygonF& outline) {
    if (outline.isEmpty() && m_lasso.isEmpty())
        return;
    m_lasso = outline;
    update();
}

void OverlayItem::setFocus(bool focus) {
    if (focus == m_focus)
        return;
    m_focus = focus;
    update();
}

void OverlayItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->save();
    if (m_drag != Drag::None) {
        QColor fill = m_state.colors.accent;
        fill.setAlpha(m_drag == Drag::Brush ? 50 : 22);
        painter->setBrush(fill);
        painter->setPen(QPen(m_state.colors.accent, 1, m_drag == Drag::Brush ? Qt::SolidLine : Qt::DashLine));
        painter->drawRect(m_dragRect.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    if (m_lasso.size() > 1) {
        QColor fill = m_state.colors.accent;
        fill.setAlpha(40);
        painter->setBrush(fill);
        painter->setPen(QPen(m_state.colors.accent, 1));
        painter->drawPolygon(m_lasso);
    }
    if (m_place && !m_state.empty && m_state.area.adjusted(-1, -1, 1, 1).contains(*m_place))
        paintPointer(*painter);
    if (m_focus) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_state.colors.accent, 2));
        painter->drawRect(boundingRect().adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

void OverlayItem::paintPointer(QPainter& painter) const {
    const QRectF& area = m_state.area;
    QColor line = m_state.colors.axis;
    line.setAlpha(170);
    painter.setPen(QPen(line, 1, Qt::DotLine));
    const QPointF place(std::floor(m_place->x()) + 0.5, std::floor(m_place->y()) + 0.5);
    painter.drawLine(QPointF(place.x(), area.top()), QPointF(place.x(), area.bottom()));
    painter.drawLine(QPointF(area.left(), place.y()), QPointF(area.right(), place.y()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_keyboard ? m_state.colors.accent : m_state.colors.text, m_keyboard ? 2.4 : 1.4));
    painter.drawEllipse(*m_place, 5.5, 5.5);
    if (!m_lines.isEmpty())
        paintBox(painter);
}

void OverlayItem::paintBox(QPainter& painter) const {
    constexpr double kPad = 6, kAway = 12, kWidest = 340;
    const QFontMetricsF metrics(m_state.labelFont);
    double width = 0;
    for (const QString& text : m_lines)
        width = std::max(width, metrics.horizontalAdvance(text));
    width = std::min(width, kWidest);
    QRectF box(m_place->x() + kAway, m_place->y() - kAway - m_lines.size() * metrics.height() - 2 * kPad,
               width + 2 * kPad, static_cast<double>(m_lines.size()) * metrics.height() + 2 * kPad);
    if (box.right() > m_state.size.width() - 2)
        box.moveRight(m_place->x() - kAway);
    if (box.top() < 2)
        box.moveTop(m_place->y() + kAway);
    box.moveLeft(std::max(2.0, box.left()));
    box.moveBottom(std::min(m_state.size.height() - 2, box.bottom()));
    painter.setPen(QPen(m_state.colors.axis, 1));
    painter.setBrush(m_state.colors.background);
    painter.drawRoundedRect(box, 4, 4);
    painter.setFont(m_state.labelFont);
    painter.setPen(m_state.colors.text);
    double y = box.top() + kPad;
    for (const QString& text : m_lines) {
        painter.drawText(QRectF(box.left() + kPad, y, width + 2, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(text, Qt::ElideMiddle, width + 1));
        y += metrics.height();
    }
}

} // namespace widgets::charts
