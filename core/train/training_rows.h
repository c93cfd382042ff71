// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/data/dataset.h"
#include "core/strategies/recipe.h"

namespace core::train {

/// The rows that a run trains on: those of the training part, then the synthetic ones; resampled.
struct TrainingRows {
    std::vector<std::string> texts;    ///< by position
    std::vector<ClassIndex> classes;   ///< by position
    std::vector<std::int64_t> support; ///< per class, of the training part as it was
    std::vector<strategies::SyntheticRow> synthetic;
    std::vector<std::uint32_t> positions; ///< after the resampler, repeats allowed
};

/// Augmenters, then the resampler; all random choices come from the seed. TooFewRows when a part is empty or training
/// has fewer than two classes.
Result<TrainingRows> makeTrainingRows(const data::Dataset& dataset, const strategies::RecipeParts& parts,
                                      std::uint64_t seed);

/// Positions to train on in an epoch (from 1): all, or what the batch sampler chooses of them.
std::vector<std::uint32_t> epochPositions(const TrainingRows& rows, const strategies::RecipeParts& parts,
                                          std::uint64_t seed, int epoch);

/// The texts of a part, in the order of dataset.rows(part).
std::vector<std::string> textsOf(const data::Dataset& dataset, data::Part part);
std::vector<ClassIndex> classesOf(const data::Dataset& dataset, data::Part part);

} // namespace core::train
