// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/plot_state.h"

#include <QGraphicsItem>

namespace widgets::charts {

/// One vertical border with its label at the top. Dragging is Interaction's; this only shows it.
class BorderItem : public QGraphicsItem {
public:
    BorderItem(const PlotState& state, int index);

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
    int m_row = 0;
    bool m_hot = false;
    double m_x = 0; ///< scene
};

} // namespace widgets::charts
