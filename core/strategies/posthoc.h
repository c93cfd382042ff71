// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/registry.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core::strategies {

/// A correction of trained logits: z'_c = z_c + shift_c. Stored with the run, applied when its predictions are made.
class PostHoc {
public:
    virtual ~PostHoc() = default;
    virtual std::vector<double> shift(std::span<const std::int64_t> support) const = 0;
};

using PostHocRegistry = Registry<PostHoc>;

} // namespace core::strategies
