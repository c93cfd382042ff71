// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>

namespace core::stats {

using Pair = std::array<double, 2>;

/// The two numbers at which `objective` is least inside the box, from `start` on: Nelder and Mead's simplex (NLopt).
/// Values that are not finite count as very large.
Pair leastAt(const std::function<double(double, double)>& objective, Pair start, const Pair& low, const Pair& high);

} // namespace core::stats
