// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/registry.h"
#include "core/base/rng.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core::strategies {

/// What a sampler may see: the label of each training row (0 … n−1; positions, not dataset rows) and rows per class.
struct TrainingView {
    std::span<const ClassIndex> classes;
    std::span<const std::int64_t> support;
};

/// Chooses training rows. Stateless after construction; any thread.
class Sampler {
public:
    virtual ~Sampler() = default;
    /// Positions into view.classes, repeats allowed. Never names a row outside the training part: it sees no other.
    virtual std::vector<std::uint32_t> sample(const TrainingView& view, Rng& rng) const = 0;
    /// The share of each class in expectation (sums to 1 over classes with support), for the effect preview.
    virtual std::vector<double> classShares(std::span<const std::int64_t> support) const = 0;
};

/// Applied once, before training: oversampling, undersampling.
class Resampler : public Sampler {};
/// Asked anew for every epoch: class-balanced, square-root. Yields as many positions as the view has rows.
class BatchSampler : public Sampler {};

using ResamplerRegistry = Registry<Resampler>;
using BatchSamplerRegistry = Registry<BatchSampler>;

} // namespace core::strategies
