// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/plot_state.h"

namespace widgets::charts {

/// Fonts and colours of the look.
void applyLook(PlotState& state, const PlotLook& look);

/// Places title, legend, axes and footnote in state.size and chooses the ticks of the visible range: labels never
/// overlap.
void layOut(PlotState& state);

} // namespace widgets::charts
