// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/plot_state.h"

#include <QGraphicsItem>

#include <optional>

namespace widgets::charts {

/// What follows pointer and keys: crosshair with the exact values, the rectangle being dragged, the focus frame.
class OverlayItem : public QGraphicsItem {
public:
    enum class Drag { None, Brush, Zoom };

    explicit OverlayItem(const PlotState& state) : m_state(state) { setZValue(6); }
    void sizeWillChange() { prepareGeometryChange(); }

    /// Crosshair at a scene position with its lines of text; no position = none.
    void setPointer(const std::optional<QPointF>& place, const QStringList& lines, bool keyboard);
    const QStringList& pointerText() const { return m_lines; }
    void setDrag(Drag drag, const QRectF& scene);
    void setFocus(bool focus);
    void setLasso(const QPolygonF& outline); ///< scene; empty = none

    QRectF boundingRect() const override { return {QPointF(), m_state.size}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintPointer(QPainter& painter) const;
    void paintBox(QPainter& painter) const;

    const PlotState& m_state;
    std::optional<QPointF> m_place;
    QStringList m_lines;
    bool m_keyboard = false, m_focus = false;
    Drag m_drag = Drag::None;
    QRectF m_dragRect;
    QPolygonF m_lasso;
};

} // namespace widgets::charts
