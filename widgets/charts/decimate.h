// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/axis_scale.h"

#include <QList>
#include <QPointF>

#include <vector>

namespace widgets::charts {

/// Above this many points a series is thinned for drawing; hit tests and CSV keep them all.
inline constexpr qsizetype kDrawnPoints = 20000;

/// The visible part of a line in runs without gaps (NaN breaks a line), thinned to first, lowest, highest and last
/// point of each of `columns` pixel columns when there are more than `most`. `sorted` = x ascends: only then can it be
/// thinned; others are returned whole.
QList<QList<QPointF>> lineRuns(const QList<QPointF>& view, bool sorted, const Span& visible, int columns,
                               qsizetype most = kDrawnPoints);

/// Indices of the points inside `x` × `y`; when there are more than `most`, one for each cell of a columns × rows grid.
std::vector<qsizetype> visiblePoints(const QList<QPointF>& view, const Span& x, const Span& y, int columns, int rows,
                                     qsizetype most = kDrawnPoints);

/// The parts of a line inside a rectangle, cut exactly at its edges. Screens clip; Qt 6.4's SVG cannot.
QList<QList<QPointF>> clippedLine(const QList<QPointF>& run, const Span& x, const Span& y);

/// An edge of an area: cut to `x`, and moved onto the limits of `y` where it is outside (with its crossing points).
QList<QPointF> clampedEdge(const QList<QPointF>& run, const Span& x, const Span& y);

} // namespace widgets::charts
