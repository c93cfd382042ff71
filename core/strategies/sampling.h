// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/strategies/sampler.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core::strategies {

/// p_c ∝ n_c^q over the classes with support (q = 1: as the data, ½: square root, 0: all classes alike); 0 for the
/// others.
std::vector<double> powerShares(std::span<const std::int64_t> support, double q);

/// Shares of integer counts; all 0 when there is none.
std::vector<double> sharesOf(std::span<const std::int64_t> counts);

/// Positions of the rows of each class, ascending.
std::vector<std::vector<std::uint32_t>> rowsByClass(const TrainingView& view);

/// As many positions as the view has rows: a class by p_c ∝ n_c^q, then one of its rows, both at random, with
/// replacement.
std::vector<std::uint32_t> drawByPower(const TrainingView& view, double q, Rng& rng);

} // namespace core::strategies
