// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/long_tail.h"

#include <cassert>
#include <cmath>
#include <cstddef>

namespace core::data {

std::vector<std::int64_t> exponentialProfile(int classes, std::int64_t maxPerClass, double ratio) {
    assert(classes >= 1 && maxPerClass >= 1 && ratio >= 1);
    // The order of the operations is that of imbalance_cifar.py, so that rounding falls the same way and published
    // class counts come out to the last row.
    const double mu = 1.0 / ratio;
    std::vector<std::int64_t> counts;
    for (int i = 0; i < classes; ++i) {
        const double exponent = classes > 1 ? i / (classes - 1.0) : 0.0;
        counts.push_back(static_cast<std::int64_t>(static_cast<double>(maxPerClass) * std::pow(mu, exponent)));
    }
    return counts;
}

std::vector<std::int64_t> stepProfile(int classes, std::int64_t maxPerClass, double ratio) {
    assert(classes >= 1 && maxPerClass >= 1 && ratio >= 1);
    const auto full = static_cast<std::size_t>(classes == 1 ? 1 : classes / 2);
    const auto few = static_cast<std::int64_t>(std::floor(static_cast<double>(maxPerClass) / ratio));
    std::vector<std::int64_t> counts(static_cast<std::size_t>(classes), few);
    for (std::size_t i = 0; i < full; ++i)
        counts[i] = maxPerClass;
    return counts;
}

} // namespace core::data
