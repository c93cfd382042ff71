// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/recipe.h"

namespace core::strategies {

std::vector<Recipe> standardRecipes() {
    const auto one = [](const char* name, StepKind kind, const char* id, Json params = Json::object()) {
        return Recipe{name, {RecipeStep{kind, id, std::move(params)}}};
    };
    const RecipeStep words{StepKind::Augmenter, "word_edit", Json::object()};
    return {
        one(TL_NOOP("Strategy", "ERM"), StepKind::Loss, "erm"),
        one(TL_NOOP("Strategy", "Class-balanced sampling"), StepKind::BatchSampler, "class_balanced"),
        one(TL_NOOP("Strategy", "Square-root sampling"), StepKind::BatchSampler, "square_root"),
        one(TL_NOOP("Strategy", "Oversampling"), StepKind::Resampler, "random_over"),
        one(TL_NOOP("Strategy", "Undersampling"), StepKind::Resampler, "random_under"),
        one(TL_NOOP("Strategy", "Inverse class weights"), StepKind::Loss, "class_weighted", {{"scheme", "inverse"}}),
        one(TL_NOOP("Strategy", "Square-root class weights"), StepKind::Loss, "class_weighted",
            {{"scheme", "inverse_sqrt"}}),
        one(TL_NOOP("Strategy", "Effective-number weights"), StepKind::Loss, "class_weighted",
            {{"scheme", "effective_number"}, {"beta", 0.999}}),
        one(TL_NOOP("Strategy", "Focal loss"), StepKind::Loss, "focal", {{"gamma", 2.0}}),
        one(TL_NOOP("Strategy", "Balanced softmax"), StepKind::Loss, "balanced_softmax"),
        one(TL_NOOP("Strategy", "Post-hoc logit adjustment"), StepKind::PostHoc, "logit_adjustment", {{"tau", 1.0}}),
        Recipe{TL_NOOP("Strategy", "Augmentation"), {words}},
        Recipe{TL_NOOP("Strategy", "Augmentation + balanced softmax"),
               {words, RecipeStep{StepKind::Loss, "balanced_softmax", Json::object()}}},
    };
}

} // namespace core::strategies
