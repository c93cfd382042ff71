// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/plot_state.h"

#include <QGraphicsScene>
#include <QSet>

#include <functional>
#include <memory>
#include <vector>

namespace widgets::charts {

class AxisItem;
class BorderItem;
class BorderTag;
class LineLayer;
class MarksItem;
class OverlayItem;

/// A whole chart in a graphics scene: shown by ChartView, painted once by an export. Knows no widget.
class Plot {
public:
    Plot();
    ~Plot();
    Plot(const Plot&) = delete;
    Plot& operator=(const Plot&) = delete;

    /// What changes with every move of the pointer: borders and overlay. The rest is painted by paintStatic(), so that
    /// a view can keep it as a pixmap.
    QGraphicsScene& liveScene() { return m_live; }
    /// Called whenever what paintStatic() paints has changed.
    void onStaticChange(std::function<void()> changed) { m_changed = std::move(changed); }
    const PlotState& state() const { return m_state; }
    OverlayItem& overlay() { return *m_overlay; }
    const AxisItem& axes() const { return *m_axes; }

    void setLook(const PlotLook& look);
    void setSize(const QSizeF& size);
    /// Keeps the zoom when the new data are of the same kind and it still lies inside them (live charts). Returns
    /// whether they are.
    bool setData(const ChartData& data);
    void setBorders(const QList<BorderData>& borders);
    void moveBorder(int index, double x);
    void setHotBorder(int index);
    void setHighlight(const QSet<QString>& names, bool active);

    /// Shows a part, held inside the full range.
    void show(Ranges ranges);
    void resetZoom();
    bool zoomed() const { return !(m_state.visible == m_state.full); }
    /// Factors > 1 show less; the place under `scene` stays.
    void zoomAt(const QPointF& scene, double factorX, double factorY);
    void zoomTo(const QRectF& scene);
    void panBy(const QPointF& pixels);

    void paintStatic(QPainter& painter);
    void paint(QPainter& painter);

private:
    void rebuild();
    void arrange();
    void clearBorders();
    void placeBorders();
    void staticChanged();

    PlotState m_state; ///< before the scenes: their items look at it until they are gone
    QGraphicsScene m_scene, m_live;
    std::function<void()> m_changed;
    std::unique_ptr<LineLayer> m_lines;
    AxisItem* m_axes;
    MarksItem* m_bars;
    MarksItem* m_points;
    MarksItem* m_selected;
    OverlayItem* m_overlay;
    std::vector<BorderItem*> m_borders;
    std::vector<BorderTag*> m_tags; ///< one a border
    QSet<QString> m_names;
    bool m_highlight = false;
};

} // namespace widgets::charts
