// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/data/dataset.h"
#include "core/strategies/recipe.h"
#include "widgets/charts/chart_data.h"

#include <cstdint>
#include <string>
#include <vector>

namespace widgets {

/// One synthetic text beside the one it was made from.
struct AugmentedSample {
    std::string original, augmented, operation, className;
};

/// Everything the recipe's preview shows: a plain value, made on a worker thread.
struct RecipePreviewData {
    std::vector<std::string> names; ///< of the classes, by ClassIndex
    core::strategies::RecipeEffect effect;
    std::vector<AugmentedSample> samples;
    std::int64_t synthetic = 0; ///< rows that the augmenters add
    bool augments = false;      ///< whether there is an augmenter at all
};

/// The effect of a recipe on the training rows of a dataset. Any thread.
core::Result<RecipePreviewData> computeRecipePreview(const core::data::Dataset& dataset,
                                                     const core::strategies::Recipe& recipe, std::uint64_t seed,
                                                     core::JobContext& job);

/// Rows per class before and after, classes from most to fewest rows.
charts::ChartData beforeAfterChart(const RecipePreviewData& preview, const QString& footnote);
/// The double-correction meter: sampling, loss weight, prior and their product per class.
charts::ChartData correctionChart(const RecipePreviewData& preview, const QString& footnote);

} // namespace widgets
