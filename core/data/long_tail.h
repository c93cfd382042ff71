// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace core::data {

/// Exponential long-tail profile: n_i = ⌊n_max · (1/ratio)^(i/(C−1))⌋, i = 0 … C−1 (FORMULAS C1; LDAM-DRW imbalance_cifar.py).
/// maxPerClass ≥ 1, ratio ≥ 1, classes ≥ 1; one class gets n_max.
/// Check: 10 classes, 5000, 100 → 5000 2997 1796 1077 645 387 232 139 83 50.
std::vector<std::int64_t> exponentialProfile(int classes, std::int64_t maxPerClass, double ratio);

/// Step profile: the first C/2 classes n_max, the rest ⌊n_max/ratio⌋.
std::vector<std::int64_t> stepProfile(int classes, std::int64_t maxPerClass, double ratio);

} // namespace core::data
