// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/plot_state.h"

#include <QPolygonF>
#include <QStringList>

#include <optional>
#include <set>
#include <string>

namespace widgets::charts {

struct Hit {
    int series = 0;
    qsizetype index = 0;
    double distance = 0; ///< pixels; 0 inside a bar
};

/// The point or bar nearest to a scene position, at most `reach` pixels away; among all data, not the thinned ones.
/// `selectable` = only those with an id.
std::optional<Hit> nearest(const PlotState& state, const QPointF& scene, double reach, bool selectable);

/// Ids of the points inside, and the bars touched by, a scene rectangle.
std::set<std::string> idsInside(const PlotState& state, const QRectF& scene);

/// The same for a free outline: points inside it, and areas whose middle is.
std::set<std::string> idsInside(const PlotState& state, const QPolygonF& outline);

/// What is said of a point: its label, or series, x, y and interval.
QStringList describePoint(const PlotState& state, const Hit& hit);

/// A value of an axis as exact as it is known, by locale.
QString exactValue(const AxisData& axis, double value);

} // namespace widgets::charts
