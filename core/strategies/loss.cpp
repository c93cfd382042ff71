// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/loss.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace core::strategies {

double lossOf(const LossTerms& terms, std::span<const double> logits, int label) {
    assert(label >= 0 && static_cast<std::size_t>(label) < logits.size());
    const auto y = static_cast<std::size_t>(label);
    std::vector<double> z(logits.begin(), logits.end());
    if (!terms.margin.empty())
        z[y] -= terms.margin[y];
    for (std::size_t c = 0; c < z.size(); ++c)
        z[c] = terms.scale * z[c] + (terms.shift.empty() ? 0.0 : terms.shift[c]);
    const double largest = *std::max_element(z.begin(), z.end());
    double sum = 0;
    for (const double value : z)
        sum += std::exp(value - largest);
    const double logP = std::min(0.0, z[y] - largest - std::log(sum));
    const double weight = terms.weight.empty() ? 1.0 : terms.weight[y];
    // 1 − p through expm1: a well-classified example keeps its digits.
    const double focus = terms.gamma == 0 ? 1.0 : std::pow(-std::expm1(logP), terms.gamma);
    return weight * focus * -logP;
}

} // namespace core::strategies
