// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/border_item.h"

#include "widgets/charts/chart_builder.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace widgets::charts {
namespace {
constexpr double kReach = 6, kPad = 4, kLineZ = 4, kTagZ = 4.5; ///< below the overlay

QColor colorOf(const PlotState& state, int index) {
    const QColor& color = state.data.borders[index].color;
    return readableOn(color.isValid() ? color : state.colors.text, state.colors);
}

} // namespace

BorderTag::BorderTag(const PlotState& state, int index) : m_state(state), m_index(index) {
    setZValue(kTagZ);
}

void BorderTag::place(const QRectF& rect) {
    prepareGeometryChange();
    m_rect = rect;
    setVisible(!rect.isEmpty());
    update();
}

void BorderTag::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor ground = m_state.colors.background;
    ground.setAlpha(235);
    painter->setPen(QPen(colorOf(m_state, m_index), 1));
    painter->setBrush(ground);
    painter->drawRoundedRect(m_rect, 3, 3);
    painter->setFont(m_state.labelFont);
    painter->setPen(m_state.colors.text);
    painter->drawText(m_rect, Qt::AlignCenter | Qt::TextDontClip, m_state.data.borders[m_index].name);
    painter->restore();
}

BorderItem::BorderItem(const PlotState& state, int index, BorderTag* tag) : m_state(state), m_index(index), m_tag(tag) {
    setZValue(kLineZ);
    place(0);
}

void BorderItem::place(int row) {
    const double x = m_state.toScene({m_state.xScale.toView(border().x), 0}).x();
    const bool inside = !m_state.empty && x >= m_state.area.left() - 0.5 && x <= m_state.area.right() + 0.5;
    setVisible(inside); // NaN is nowhere
    prepareGeometryChange();
    m_x = inside ? std::floor(x) + 0.5 : 0;
    const QRectF label = labelRect();
    m_tag->place(label.translated(0, row * (label.height() + 2)));
    update();
}

void BorderItem::setHot(bool hot) {
    if (hot == m_hot)
        return;
    m_hot = hot;
    update();
}

QRectF BorderItem::labelRect() const {
    if (!isVisible() || border().name.isEmpty())
        return {};
    const QFontMetricsF metrics(m_state.labelFont);
    const double width = metrics.horizontalAdvance(border().name) + 2 * kPad;
    const double left =
        std::clamp(m_x - width / 2, m_state.area.left(), std::max(m_state.area.left(), m_state.area.right() - width));
    return {left, m_state.area.top() + 2, width, metrics.height() + 2};
}

QRectF BorderItem::boundingRect() const {
    return QRectF(m_x - kReach, m_state.area.top() - 2, 2 * kReach, m_state.area.height() + 4);
}

void BorderItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const QColor color = colorOf(m_state, m_index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_hot) {
        QColor halo = color;
        halo.setAlpha(60);
        painter->fillRect(QRectF(m_x - 4, m_state.area.top(), 8, m_state.area.height()), halo);
    }
    // A rim of the background's colour: the line may cross bars of its own colour.
    painter->setPen(QPen(m_state.colors.background, 4, Qt::SolidLine, Qt::FlatCap));
    painter->drawLine(QPointF(m_x, m_state.area.top()), QPointF(m_x, m_state.area.bottom()));
    painter->setPen(QPen(color, m_hot ? 2.2 : 1.6, border().draggable ? Qt::SolidLine : Qt::DashLine, Qt::FlatCap));
    painter->drawLine(QPointF(m_x, m_state.area.top()), QPointF(m_x, m_state.area.bottom()));
    if (border().draggable) { // a grip says that it can be moved
        painter->setPen(QPen(m_state.colors.background, 1));
        painter->setBrush(color);
        const QRectF grip(m_x - 3.5, m_state.area.center().y() - 9, 7, 18);
        painter->drawRoundedRect(grip, 3, 3);
        painter->drawLine(QPointF(m_x, grip.top() + 5), QPointF(m_x, grip.bottom() - 5));
    }
    painter->restore();
}

} // namespace widgets::charts
