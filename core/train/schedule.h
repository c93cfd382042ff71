// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace core::train {

/// Learning rate of a step (from 0): rises linearly over the first `warmUp` share of all steps, then falls linearly and
/// would reach 0 one step after the last.
inline double scheduledRate(double largest, std::int64_t step, std::int64_t steps, double warmUp) {
    const auto rising = static_cast<std::int64_t>(std::floor(warmUp * static_cast<double>(steps)));
    if (step < rising)
        return largest * static_cast<double>(step + 1) / static_cast<double>(rising);
    return largest * static_cast<double>(steps - step) / static_cast<double>(std::max<std::int64_t>(1, steps - rising));
}

} // namespace core::train
