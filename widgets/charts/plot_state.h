// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/axis_scale.h"
#include "widgets/charts/chart_data.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QRectF>

#include <vector>

namespace widgets::charts {

/// One series as it is drawn. “View” coordinates are those of a linear plane: log axes are already logarithms.
struct PlotSeries {
    QColor color;
    QList<QPointF> view;      ///< one per data point, NaN where it cannot be shown; bars: middle of the top
    std::vector<double> left; ///< Bars: the two ends of each bar, view coordinates
    std::vector<double> right;
    std::vector<double> bottom; ///< Cells: with left and right the edges of each cell, view coordinates
    std::vector<double> top;
    bool sorted = true;           ///< x ascending: hit tests may search
    bool whole = true;            ///< no NaN in `view`
    bool selectable = false;      ///< has an id
    std::vector<char> selected;   ///< per point; empty while nothing of this entity is selected
    std::vector<qsizetype> drawn; ///< Points: what is painted now, one point per pixel cell where there are many
    std::vector<qsizetype> selectedDrawn; ///< the same of the selected points, for every kind but bars and intervals
};

struct Ranges {
    Span x, y;
    friend bool operator==(const Ranges&, const Ranges&) = default;
};

/// `shareOfA` of a and the rest of b.
QColor mixed(const QColor& a, const QColor& b, double shareOfA);

struct PlotColors {
    QColor background, text, muted, axis, grid, minorGrid, accent;
    static PlotColors from(const QPalette& palette);
};

struct LegendEntry {
    int series = 0; ///< negative: “+3”, series for which there is no room
    QString text;
    QRectF swatch;
    QRectF label;
};

/// How a plot is to look, independent of its data.
struct PlotLook {
    QPalette palette;
    QFont font;
    bool footnote = false; ///< files show it; on screen it would take the place of data
    bool vector = false;   ///< SVG, PDF: shapes instead of pixmaps, unhinted text
};

/// Everything the items of one plot paint from. Plot alone changes it.
struct PlotState {
    ChartData data;
    AxisScale xScale, yScale;
    std::vector<PlotSeries> series;
    Ranges full, visible;
    bool integralX = false, integralY = false; ///< only whole numbers: ticks stay on them
    bool empty = true;
    bool highlighting = false; ///< a selection of this chart's entity is there: what is not in it fades

    PlotLook look;
    PlotColors colors;
    QFont titleFont, labelFont;
    QSizeF size;
    QRectF area; ///< the rectangle between the axes, scene coordinates
    QRectF titleRect, footnoteRect, xTitleRect, yTitleRect;
    std::vector<Tick> xTicks, yTicks;
    std::vector<LegendEntry> legend;
    bool rotateX = false;   ///< category labels stand at 45°
    double xLabelWidth = 0; ///< longer category labels are elided
    double yLabelWidth = 0;

    QPointF toScene(const QPointF& view) const;
    QPointF toView(const QPointF& scene) const;
    QPointF valueToScene(const QPointF& value) const;
    QPointF sceneToValue(const QPointF& scene) const;
    /// Where bars begin, view coordinates: 0, or the lower end of a log axis.
    double baseline() const;
    /// A bar in scene coordinates, normalised.
    QRectF barRect(const PlotSeries& plotted, qsizetype index) const;
    /// A cell in scene coordinates, normalised.
    QRectF cellRect(const PlotSeries& plotted, qsizetype index) const;
    /// Bars and cells are areas: hit where they are, not near their middle.
    bool isArea(int which) const;
    QRectF areaRect(int which, qsizetype index) const;
    /// Ends of the interval at a point, scene y; false = there is none.
    bool interval(int which, qsizetype index, double& low, double& high) const;
    bool isSelected(int which, qsizetype index) const;
    QString idOf(int which, qsizetype index) const;
};

} // namespace widgets::charts
