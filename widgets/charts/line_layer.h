// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/plot_state.h"

#include <QGraphicsScene>

#include <memory>

namespace widgets::charts {

/// The part of a plot that Qt Charts draws: lines, areas and bands, in view coordinates on two hidden linear axes.
/// Axes, points and bars are items of our own (see axis_item.h, marks_item.h): Qt Charts makes one item per scatter
/// point, has no bars of different widths and no bars on a log axis.
class LineLayer {
public:
    explicit LineLayer(QGraphicsScene& scene);
    ~LineLayer();

    /// Builds the series anew.
    void build(const PlotState& state);
    /// Follows area and visible range; thinned series are thinned again.
    void follow(const PlotState& state);
    /// Fades lines that have ids while something is selected.
    void fade(const PlotState& state);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace widgets::charts
