// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/class_weights.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace core::strategies {
namespace {

double rawWeight(std::string_view scheme, double n, double beta) {
    if (scheme == "inverse")
        return 1 / n;
    if (scheme == "inverse_sqrt")
        return 1 / std::sqrt(n);
    assert(scheme == "effective_number");
    // 1 − β^n through expm1: with β near 1 and few rows the plain difference loses its digits. β = 1 is the limit 1/n.
    return beta < 1 ? (1 - beta) / -std::expm1(n * std::log(beta)) : 1 / n;
}

} // namespace

const std::vector<std::string>& weightSchemes() {
    static const std::vector<std::string> schemes{"inverse", "inverse_sqrt", "effective_number"};
    return schemes;
}

std::vector<double> classWeights(std::string_view scheme, std::span<const std::int64_t> support, double beta) {
    std::vector<double> weights(support.size(), 0.0);
    double sum = 0;
    double present = 0;
    for (std::size_t c = 0; c < support.size(); ++c) {
        if (support[c] <= 0)
            continue;
        weights[c] = rawWeight(scheme, static_cast<double>(support[c]), beta);
        sum += weights[c];
        ++present;
    }
    for (double& weight : weights)
        weight *= sum > 0 ? present / sum : 0;
    return weights;
}

std::vector<double> logPrior(std::span<const std::int64_t> support) {
    const std::int64_t total = std::accumulate(support.begin(), support.end(), std::int64_t{0});
    std::vector<double> prior(support.size(), 0.0);
    if (total <= 0)
        return prior;
    for (std::size_t c = 0; c < support.size(); ++c)
        prior[c] = std::log(static_cast<double>(std::max<std::int64_t>(support[c], 1)) / static_cast<double>(total));
    return prior;
}

} // namespace core::strategies
