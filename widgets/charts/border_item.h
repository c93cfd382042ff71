// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/plot_state.h"

#include <QGraphicsItem>

namespace widgets::charts {

/// The label at the top of a border: an item of its own, above the lines of all borders.
class BorderTag : public QGraphicsItem {
public:
    BorderTag(const PlotState& state, int index);

    void place(const QRectF& rect); ///< scene coordinates; empty hides it
    QRectF boundingRect() const override { return m_rect.adjusted(-1, -1, 1, 1); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const PlotState& m_state;
    int m_index;
    QRectF m_rect;
};

/// One vertical border. Dragging is Interaction's; this only shows it.
class BorderItem : public QGraphicsItem {
public:
    BorderItem(const PlotState& state, int index, BorderTag* tag);

    /// Moves to the border's place; `row` = how many labels are above this one.
    void place(int row);
    void setHot(bool hot);
    /// Where the label wants to be in the first row, scene coordinates; empty while out of view.
    QRectF labelRect() const;

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const BorderData& border() const { return m_state.data.borders[m_index]; }

    const PlotState& m_state;
    int m_index;
    BorderTag* m_tag; ///< the scene's
    bool m_hot = false;
    double m_x = 0; ///< scene
};

} // namespace widgets::charts
