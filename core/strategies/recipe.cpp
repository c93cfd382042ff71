// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/recipe.h"

#include <algorithm>
#include <cassert>

namespace core::strategies {
namespace {

/// Calls `use` with the registry of a kind: the one place that knows which registry that is.
template <class Use> auto withRegistry(StepKind kind, Use&& use) {
    switch (kind) {
    case StepKind::Augmenter:
        return use(AugmenterRegistry::global());
    case StepKind::Resampler:
        return use(ResamplerRegistry::global());
    case StepKind::BatchSampler:
        return use(BatchSamplerRegistry::global());
    case StepKind::Loss:
        return use(LossRegistry::global());
    case StepKind::PostHoc:
        break;
    }
    return use(PostHocRegistry::global());
}

/// What a recipe without a loss trains with.
class CrossEntropy final : public Loss {
public:
    LossTerms terms(std::span<const std::int64_t>, int, int) const override { return {}; }
};

std::string kindNames() {
    std::string names;
    for (const StepKind kind : kStepKinds)
        names += (names.empty() ? "" : ", ") + std::string(stepKindName(kind));
    return names;
}

Status checkMembers(const Json& object, const std::string& what, const std::vector<std::string>& known) {
    if (!object.is_object())
        return Error(ErrorCode::WrongType, "an object {…}").at(what, dumpJson(object));
    for (const auto& [name, value] : object.items()) {
        if (std::find(known.begin(), known.end(), name) != known.end())
            continue;
        std::string names;
        for (const std::string& each : known)
            names += (names.empty() ? "" : ", ") + each;
        return Error(ErrorCode::UnknownParameter, names).at(name, dumpJson(value));
    }
    return {};
}

Result<std::string> textMember(const Json& object, const std::string& name) {
    const auto found = object.find(name);
    if (found == object.end() || !found->is_string())
        return Error(ErrorCode::WrongType, "a text").at(name, found == object.end() ? "missing" : dumpJson(*found));
    return found->get<std::string>();
}

Status checkStep(const RecipeStep& step) {
    const PartInfo* info = findStrategy(step.kind, step.id);
    if (info == nullptr) {
        Error error(ErrorCode::UnknownStrategy,
                    withRegistry(step.kind, [](const auto& registry) { return registry.ids(); }));
        error.value = step.id;
        error.column = stepKindName(step.kind);
        return error;
    }
    return checkParams(info->params, step.params);
}

Status checkRecipe(const Recipe& recipe) {
    std::array<int, kStepKinds.size()> count{};
    for (const RecipeStep& step : recipe.steps) {
        TL_CHECK_STATUS(checkStep(step));
        const bool several = ++count[static_cast<std::size_t>(step.kind)] > 1 && step.kind != StepKind::Augmenter;
        if (several)
            return Error(ErrorCode::Usage, "The recipe “" + recipe.name + "” has more than one step of the kind " +
                                               std::string(stepKindName(step.kind)) + ". Keep one of them.");
    }
    return {};
}

Result<RecipeStep> stepFromJson(const Json& json) {
    TL_CHECK_STATUS(checkMembers(json, "steps", {"kind", "id", "params"}));
    RecipeStep step;
    TL_TRY(const std::string kindText, textMember(json, "kind"));
    const auto kind = std::find_if(kStepKinds.begin(), kStepKinds.end(),
                                   [&](StepKind each) { return stepKindName(each) == kindText; });
    if (kind == kStepKinds.end())
        return Error(ErrorCode::UnknownChoice, kindNames()).at("kind", kindText);
    step.kind = *kind;
    TL_TRY(step.id, textMember(json, "id"));
    if (const auto params = json.find("params"); params != json.end() && !params->is_null())
        step.params = *params;
    return step;
}

/// For a recipe that came without a name: "word_edit + focal"; "erm" without steps.
std::string nameOf(const std::vector<RecipeStep>& steps) {
    std::string name;
    for (const RecipeStep& step : steps)
        name += (name.empty() ? "" : " + ") + step.id;
    return name.empty() ? "erm" : name;
}

template <class Interface>
Status makeStep(const Registry<Interface>& registry, const RecipeStep& step, std::unique_ptr<Interface>& part) {
    TL_TRY(part, registry.make(step.id, step.params));
    return {};
}

Status addPart(const RecipeStep& step, RecipeParts& parts) {
    switch (step.kind) {
    case StepKind::Augmenter:
        return makeStep(AugmenterRegistry::global(), step, parts.augmenters.emplace_back());
    case StepKind::Resampler:
        return makeStep(ResamplerRegistry::global(), step, parts.resampler);
    case StepKind::BatchSampler:
        return makeStep(BatchSamplerRegistry::global(), step, parts.batchSampler);
    case StepKind::Loss:
        return makeStep(LossRegistry::global(), step, parts.loss);
    case StepKind::PostHoc:
        break;
    }
    return makeStep(PostHocRegistry::global(), step, parts.postHoc);
}

} // namespace

std::string_view stepKindName(StepKind kind) {
    constexpr std::array<std::string_view, kStepKinds.size()> kNames{"augmenter", "resampler", "batch_sampler", "loss",
                                                                     "posthoc"};
    return kNames[static_cast<std::size_t>(kind)];
}

Json recipeJson(const Recipe& recipe) {
    Json steps = Json::array();
    for (const RecipeStep& step : recipe.steps)
        steps.push_back(Json{{"kind", std::string(stepKindName(step.kind))},
                             {"id", step.id},
                             {"params", step.params.is_object() ? step.params : Json::object()}});
    return Json{{"name", recipe.name}, {"steps", std::move(steps)}};
}

Result<Recipe> recipeFromJson(const Json& json) {
    TL_CHECK_STATUS(checkMembers(json, "recipe", {"name", "steps"}));
    Recipe recipe;
    if (json.contains("name")) {
        TL_TRY(recipe.name, textMember(json, "name"));
    }
    if (const auto steps = json.find("steps"); steps != json.end()) {
        if (!steps->is_array())
            return Error(ErrorCode::WrongType, "a list […]").at("steps", dumpJson(*steps));
        for (const Json& each : *steps) {
            TL_TRY(RecipeStep step, stepFromJson(each));
            recipe.steps.push_back(std::move(step));
        }
    }
    TL_CHECK_STATUS(checkRecipe(recipe));
    if (recipe.name.empty())
        recipe.name = nameOf(recipe.steps);
    return recipe;
}

Result<RecipeParts> makeParts(const Recipe& recipe) {
    TL_CHECK_STATUS(checkRecipe(recipe));
    RecipeParts parts;
    for (const RecipeStep& step : recipe.steps)
        TL_CHECK_STATUS(addPart(step, parts));
    if (!parts.loss)
        parts.loss = std::make_unique<CrossEntropy>();
    return parts;
}

std::vector<PartInfo> strategiesOf(StepKind kind) {
    return withRegistry(kind, [](const auto& registry) {
        std::vector<PartInfo> infos;
        for (const auto& entry : registry.entries())
            infos.push_back(entry.info);
        return infos;
    });
}

const PartInfo* findStrategy(StepKind kind, std::string_view id) {
    return withRegistry(kind, [id](const auto& registry) -> const PartInfo* {
        const auto* entry = registry.find(id);
        return entry == nullptr ? nullptr : &entry->info;
    });
}

} // namespace core::strategies
