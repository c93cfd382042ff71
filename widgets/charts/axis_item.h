// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/plot_state.h"

#include <QGraphicsItem>

namespace widgets::charts {

/// Background, grid, axes with their labels, title, legend, footnote; or the text of an empty chart.
class AxisItem : public QGraphicsItem {
public:
    explicit AxisItem(const PlotState& state) : m_state(state) {}
    /// To be called before the state's size changes.
    void sizeWillChange() { prepareGeometryChange(); }
    QRectF boundingRect() const override { return {QPointF(), m_state.size}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

    /// The whole name of the category whose label under `scene` is elided or left out, else empty.
    QString elidedNameAt(const QPointF& scene) const;

private:
    void paintGrid(QPainter& painter) const;
    void paintLabels(QPainter& painter) const;
    void paintCategoryLabel(QPainter& painter, const Tick& tick) const;
    void paintLegend(QPainter& painter) const;
    void paintSwatch(QPainter& painter, const LegendEntry& entry) const;
    void paintTexts(QPainter& painter) const;
    void paintEmpty(QPainter& painter) const;

    const PlotState& m_state;
};

} // namespace widgets::charts
