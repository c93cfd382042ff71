// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/sampling.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace core::strategies {

std::vector<double> powerShares(std::span<const std::int64_t> support, double q) {
    std::vector<double> shares(support.size(), 0.0);
    double sum = 0;
    for (std::size_t c = 0; c < support.size(); ++c) {
        if (support[c] > 0)
            shares[c] = std::pow(static_cast<double>(support[c]), q);
        sum += shares[c];
    }
    for (double& share : shares)
        share /= sum > 0 ? sum : 1;
    return shares;
}

std::vector<double> sharesOf(std::span<const std::int64_t> counts) {
    return powerShares(counts, 1);
}

std::vector<std::vector<std::uint32_t>> rowsByClass(const TrainingView& view) {
    std::vector<std::vector<std::uint32_t>> rows(view.support.size());
    for (std::size_t i = 0; i < view.classes.size(); ++i) {
        assert(view.classes[i] >= 0 && static_cast<std::size_t>(view.classes[i]) < rows.size());
        rows[static_cast<std::size_t>(view.classes[i])].push_back(static_cast<std::uint32_t>(i));
    }
    return rows;
}

std::vector<std::uint32_t> drawByPower(const TrainingView& view, double q, Rng& rng) {
    const auto rows = rowsByClass(view);
    std::vector<std::int64_t> counts;
    for (const auto& ofClass : rows)
        counts.push_back(static_cast<std::int64_t>(ofClass.size()));
    std::vector<double> upTo = powerShares(counts, q);
    std::partial_sum(upTo.begin(), upTo.end(), upTo.begin());
    // Rounding may leave the last sum just under 1; a draw beyond it belongs to the last class that has rows.
    std::size_t last = counts.size();
    while (last > 0 && counts[last - 1] == 0)
        --last;
    std::vector<std::uint32_t> positions;
    positions.reserve(view.classes.size());
    for (std::size_t i = 0; i < view.classes.size(); ++i) {
        const auto found = std::upper_bound(upTo.begin(), upTo.end(), rng.uniform());
        const auto c = std::min(static_cast<std::size_t>(found - upTo.begin()), last - 1);
        positions.push_back(rows[c][static_cast<std::size_t>(rng.below(rows[c].size()))]);
    }
    return positions;
}

} // namespace core::strategies
