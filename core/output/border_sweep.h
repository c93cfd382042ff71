// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/output/comparison.h"

#include <string>
#include <vector>

namespace core::output {

/// The runs of a comparison for every place that the border between head and the rest could have: whether a run is best
/// in the tail, or only under one rule.
struct BorderSweep {
    struct Point {
        std::size_t head = 0;     ///< classes in the head, largest training support first
        std::vector<double> rest; ///< by run: mean score of the classes behind, of those that were evaluated
        std::size_t best = 0;     ///< index of the best run; of equal ones the one that was best before
    };
    std::vector<Point> points;        ///< from no class in the head to all but one; at most 200, even in logarithms
    std::vector<std::size_t> changes; ///< indices of points at which another run becomes best
};
/// "precision", "recall" or "f1" of a class.
double scoreOf(const stats::ClassScore& score, const std::string& kind);

/// `kind`: "recall", "precision" or "f1". No points where no class was evaluated.
BorderSweep sweepBorders(const Comparison& comparison, const std::string& kind);

/// {kind, points[]{head, scores{run id: …}, best}, changes[]{head, from, to}}
Json borderSweepJson(const Comparison& comparison, const std::string& kind);

} // namespace core::output
