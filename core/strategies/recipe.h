// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/strategies/augmenter.h"
#include "core/strategies/loss.h"
#include "core/strategies/posthoc.h"
#include "core/strategies/sampler.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core::strategies {

/// The kinds of steps, in the order in which they act.
enum class StepKind { Augmenter, Resampler, BatchSampler, Loss, PostHoc };
inline constexpr std::array<StepKind, 5> kStepKinds{StepKind::Augmenter, StepKind::Resampler, StepKind::BatchSampler,
                                                    StepKind::Loss, StepKind::PostHoc};
/// "augmenter", "resampler", "batch_sampler", "loss", "posthoc".
std::string_view stepKindName(StepKind kind);

/// One choice: which strategy with which parameters. JSON: {"kind": "loss", "id": "focal", "params": {"gamma": 2}}.
struct RecipeStep {
    StepKind kind = StepKind::Loss;
    std::string id;
    Json params = Json::object(); ///< only what differs from the defaults needs to be there
    friend bool operator==(const RecipeStep&, const RecipeStep&) = default;
};

/// Ordered choices. At most one resampler, batch sampler, loss and post-hoc step; any number of augmenters.
/// No steps = no remedy (ERM). JSON: {"name": …, "steps": […]}.
struct Recipe {
    std::string name;
    std::vector<RecipeStep> steps;
    friend bool operator==(const Recipe&, const Recipe&) = default;
};

Json recipeJson(const Recipe& recipe);
/// Validates kinds, ids and parameters against the registry: UnknownStrategy, UnknownChoice, UnknownParameter,
/// ParameterOutOfRange, WrongType; Usage for two steps of a kind of which there can be one. A missing name is made of
/// the ids, missing steps are none.
Result<Recipe> recipeFromJson(const Json& json);

/// The made parts of a recipe; a missing loss is plain cross entropy, a missing sampler every row once.
struct RecipeParts {
    std::vector<std::unique_ptr<Augmenter>> augmenters;
    std::unique_ptr<Resampler> resampler;
    std::unique_ptr<BatchSampler> batchSampler;
    std::unique_ptr<Loss> loss; ///< never null
    std::unique_ptr<PostHoc> postHoc;
};
Result<RecipeParts> makeParts(const Recipe& recipe);

/// All registered strategies of a kind, for palettes and `strategies`.
std::vector<PartInfo> strategiesOf(StepKind kind);
/// nullptr when there is none.
const PartInfo* findStrategy(StepKind kind, std::string_view id);

/// What a recipe does to the classes before anything is trained: the double-correction meter.
/// Losses and post-hoc steps are given the support of the data, before augmentation and resampling (as in training), so
/// that two remedies which each undo the imbalance show up as one too many. Classes without support have 0 everywhere.
struct RecipeEffect {
    std::vector<std::int64_t> before;  ///< support per class
    std::vector<double> afterRows;     ///< expected rows per class and epoch after augmenter, resampler, batch sampler
    std::vector<double> sampling;      ///< afterRows share / before share
    std::vector<double> lossWeight;    ///< per class (mean 1 over classes)
    std::vector<double> priorFactor;   ///< exp(shift at prediction time relative to ERM), mean 1: logit prior and post-hoc
    std::vector<double> combined;      ///< sampling · lossWeight · priorFactor, scaled so that the largest class is 1
    bool doubleCorrection = false;     ///< the combined factor of the rarest class exceeds its imbalance by more than 2×
};
/// `texts`/`classes` are the training rows (used only when there are augmenters).
Result<RecipeEffect> previewEffect(const Recipe& recipe, std::span<const std::int64_t> support,
                                   std::span<const ClassIndex> classes, std::span<const std::string> texts,
                                   std::uint64_t seed);

/// Ready-made recipes that the window offers and the sample experiment uses: ERM, class-balanced sampling, square-root
/// sampling, oversampling, undersampling, effective-number weights, focal, balanced softmax, post-hoc adjustment,
/// augmentation.
std::vector<Recipe> standardRecipes();

} // namespace core::strategies
