// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QPointF>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <limits>

namespace widgets::charts {

struct AxisData {
    enum class Scale { Linear, Log, Categories };
    QString title;
    Scale scale = Scale::Linear;
    double min = std::numeric_limits<double>::quiet_NaN(); ///< NaN = from the data
    double max = std::numeric_limits<double>::quiet_NaN();
    bool percent = false;   ///< show 0…1 as 0 %…100 %
    QStringList categories; ///< Categories: x = 0, 1, … are their centres
    bool includeZero = false;
};

struct SeriesData {
    /// Cells: rectangles with colours of their own (heat maps, tree maps, densities, flows).
    enum class Kind { Line, Points, Bars, Area, Intervals, Cells };
    Kind kind = Kind::Line;
    QString name;
    QList<QPointF> points; ///< Bars: x = category index; drawn from 0 (or the axis minimum on a log axis)
    QList<double> low;     ///< lower and upper end of the interval at each point; empty = none. Intervals draws a dot
    QList<double> high;    ///< with whiskers, Bars draws whiskers on the bar
    QStringList ids;       ///< entity behind each point ("" = none): what a click selects; empty = not selectable
    QStringList labels;    ///< text of the tooltip for each point; empty = x and y
    QColor color;
    Qt::PenStyle style = Qt::SolidLine;
    double width = 1.8;
    double barLow = 0; ///< Bars on a linear x axis (histograms): each bar spans [x, x + barWidth[i])
    QList<double> barWidth;
    QList<QSizeF> cellSize; ///< Cells: the points are the centres; as many as points
    QList<QColor>
        cellColor;         ///< as many as points; chosen for the light theme, mixed towards the background in the dark
    QStringList cellTexts; ///< written into a cell where there is room; empty = none
};

/// A vertical line that may be dragged: a bucket border.
struct BorderData {
    double x = 0;
    QString name; ///< "head | mid"
    QColor color;
    bool draggable = true;
};

/// Everything a chart shows: plain data, no Qt Charts type. Also what is written as CSV.
struct ChartData {
    QString title;
    QString footnote; ///< dataset, split, bucket rule, run ids
    AxisData x, y;
    QList<SeriesData> series;
    QList<BorderData> borders;
    QString entity;    ///< what the ids are: "label", "item" …
    QString emptyText; ///< shown instead of the chart when there are no points: what to do next
    bool legend = true;
    bool bare = false; ///< no axes, no grid: what is drawn has no scale (tree maps)
};

} // namespace widgets::charts
