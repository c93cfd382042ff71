// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/plot_state.h"

#include <QGraphicsItem>

namespace widgets::charts {

/// Bars, points and intervals: exact on log axes, one item for any number of them.
class MarksItem : public QGraphicsItem {
public:
    /// Bars lie under the lines, points and intervals over them; what is selected lies over all.
    enum class Layer { Bars, Points, Selected };

    MarksItem(const PlotState& state, Layer layer) : m_state(state), m_layer(layer) {}
    void sizeWillChange() { prepareGeometryChange(); }
    QRectF boundingRect() const override { return m_state.area.adjusted(-8, -8, 8, 8); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintBars(QPainter& painter, int series, bool selected) const;
    void paintCells(QPainter& painter, int series, bool selected) const;
    /// Whether every number of a series of cells has room in its cell.
    bool numbersFit(int series) const;
    void paintPoints(QPainter& painter, int series) const;
    void paintIntervals(QPainter& painter, int series, bool selected) const;
    void paintLoneDots(QPainter& painter, int series) const;
    void paintSelectedPoints(QPainter& painter, int series) const;
    void paintWhisker(QPainter& painter, double x, double low, double high, double cap) const;
    double fadeOf(int series) const;

    const PlotState& m_state;
    Layer m_layer;
};

} // namespace widgets::charts
