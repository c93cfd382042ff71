// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/plot_state.h"

#include <QSet>
#include <QString>

namespace widgets::charts {

/// Fills series, scales and full ranges from state.data. The visible range is left to the caller.
void buildSeries(PlotState& state);

/// Marks the points whose id is among `names`; `active` = there is a selection of this chart's entity at all.
void markSelected(PlotState& state, const QSet<QString>& names, bool active);

/// Chooses the points that are painted for the visible range.
void choosePoints(PlotState& state);

/// A series colour that can be told from the background (a colour chosen for the other theme may not be).
QColor readableOn(const QColor& color, const PlotColors& colors);

} // namespace widgets::charts
