// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::strategies {

/// "inverse", "inverse_sqrt", "effective_number".
const std::vector<std::string>& weightSchemes();

/// Weight per class, scaled so that the weights of the classes with support sum to their number. A class without
/// support has weight 0: no row of it can meet the loss. `beta` is read by effective_number only.
///     inverse          w ∝ 1 / n
///     inverse_sqrt     w ∝ 1 / √n
///     effective_number w ∝ (1 − β) / (1 − β^n)
std::vector<double> classWeights(std::string_view scheme, std::span<const std::int64_t> support, double beta);

/// ln π_c with π = n / N. A class without support counts as one row, so that no logit is shifted by minus infinity.
std::vector<double> logPrior(std::span<const std::int64_t> support);

} // namespace core::strategies
