// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/registry.h"
#include "core/base/rng.h"
#include "core/strategies/sampler.h"

#include <string>
#include <vector>

namespace core::strategies {

/// One synthetic row: its parent is always a training row.
struct SyntheticRow {
    std::uint32_t parent = 0; ///< position in the training view
    std::string text;
    std::string operation; ///< "swap", "delete", "insert", "synonym"
    std::uint64_t seed = 0; ///< rng seed that made it
};

/// Makes new training rows from old ones. Stateless after construction; any thread.
class Augmenter {
public:
    virtual ~Augmenter() = default;
    /// Synthetic rows to be added to the training rows. `texts` are the training texts by position.
    virtual Result<std::vector<SyntheticRow>> augment(const TrainingView& view, std::span<const std::string> texts,
                                                      std::uint64_t seed) const = 0;
};

using AugmenterRegistry = Registry<Augmenter>;

} // namespace core::strategies
