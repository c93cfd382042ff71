// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/experiment_config.h"

#include "core/stats/buckets.h"
#include "core/stats/metrics.h"
#include "core/train/model_kind.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

namespace core::train {
namespace {

constexpr std::array<std::string_view, 9> kMembers{"name",  "recipes", "recipe",  "models",  "model",
                                                   "seeds", "seed",    "buckets", "training"};

Error wrongType(const std::string& name, const Json& value, const char* expected) {
    return Error(ErrorCode::WrongType, expected).at(name, dumpJson(value));
}

Status checkMembers(const Json& json) {
    if (!json.is_object())
        return wrongType("experiment", json, "an object with name, recipes, models, seeds, buckets, training");
    for (const auto& [name, value] : json.items())
        if (std::find(kMembers.begin(), kMembers.end(), name) == kMembers.end())
            return Error(ErrorCode::UnknownParameter, "name, recipes, models, seeds, buckets, training").at(name);
    for (const char* single : {"recipe", "model", "seed"})
        if (json.contains(single) && json.contains(std::string(single) + "s"))
            return Error(ErrorCode::Usage, std::string("The experiment has both “") + single + "” and “" + single +
                                               "s”. Keep one of them.");
    return {};
}

/// The elements of `plural`, or the one value of `singular`; none when both are absent.
Result<std::vector<Json>> elements(const Json& json, const std::string& singular) {
    std::vector<Json> list;
    const std::string plural = singular + "s";
    if (const auto one = json.find(singular); one != json.end()) {
        list.push_back(*one);
        return list;
    }
    const auto many = json.find(plural);
    if (many == json.end())
        return list;
    if (!many->is_array())
        return wrongType(plural, *many, "a list");
    for (const Json& element : *many)
        list.push_back(element);
    return list;
}

Result<std::string> textMember(const Json& json, const char* name, std::string fallback) {
    const auto found = json.find(name);
    if (found == json.end())
        return fallback;
    if (!found->is_string())
        return wrongType(name, *found, "a text");
    return found->get<std::string>();
}

/// "mini", or {"id": "mini", "params": {…}}.
Result<ModelChoice> readModel(const Json& json) {
    ModelChoice choice;
    if (json.is_string()) {
        choice.id = json.get<std::string>();
    } else if (json.is_object()) {
        for (const auto& [name, value] : json.items())
            if (name != "id" && name != "params")
                return Error(ErrorCode::UnknownParameter, "id, params").at(name);
        TL_TRY(choice.id, textMember(json, "id", choice.id));
        choice.params = json.value("params", Json::object());
    } else {
        return wrongType("model", json, "an object with id and params");
    }
    const auto* entry = ModelRegistry::global().find(choice.id);
    if (entry == nullptr)
        return Error(ErrorCode::UnknownChoice, ModelRegistry::global().ids()).at("model", choice.id);
    if (!choice.params.is_object())
        return wrongType("params", choice.params, "an object");
    TL_CHECK_STATUS(checkParams(entry->info.params, choice.params));
    return choice;
}

Result<std::uint64_t> readSeed(const Json& json) {
    // Stored as a signed 64-bit integer, so the upper half does not fit.
    constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (!json.is_number_integer())
        return wrongType("seed", json, "a whole number");
    const bool negative = !json.is_number_unsigned() && json.get<std::int64_t>() < 0;
    if (negative || json.get<std::uint64_t>() > kLargest)
        return Error(ErrorCode::ParameterOutOfRange, "between 0 and " + std::to_string(kLargest))
            .at("seed", dumpJson(json));
    return json.get<std::uint64_t>();
}

} // namespace

Json experimentJson(const ExperimentConfig& config) {
    Json recipes = Json::array();
    for (const strategies::Recipe& recipe : config.recipes)
        recipes.push_back(strategies::recipeJson(recipe));
    Json models = Json::array();
    for (const ModelChoice& model : config.models)
        models.push_back({{"id", model.id}, {"params", model.params}});
    return {{"name", config.name},   {"recipes", std::move(recipes)}, {"models", std::move(models)},
            {"seeds", config.seeds}, {"buckets", config.buckets},     {"training", toJson(config.training)}};
}

Result<ExperimentConfig> experimentFromJson(const Json& json) {
    TL_CHECK_STATUS(checkMembers(json));
    ExperimentConfig config;
    TL_TRY(config.name, textMember(json, "name", config.name));
    TL_TRY(const std::vector<Json> recipes, elements(json, "recipe"));
    for (const Json& recipe : recipes) {
        TL_TRY(strategies::Recipe read, strategies::recipeFromJson(recipe));
        config.recipes.push_back(std::move(read));
    }
    if (config.recipes.empty())
        config.recipes.push_back({.name = "ERM", .steps = {}});

    TL_TRY(const std::vector<Json> models, elements(json, "model"));
    for (const Json& model : models) {
        TL_TRY(ModelChoice read, readModel(model));
        config.models.push_back(std::move(read));
    }
    if (config.models.empty())
        config.models.emplace_back();

    TL_TRY(const std::vector<Json> seeds, elements(json, "seed"));
    if (!seeds.empty())
        config.seeds.clear();
    for (const Json& seed : seeds) {
        TL_TRY(const std::uint64_t read, readSeed(seed));
        config.seeds.push_back(read);
    }

    TL_TRY(const std::string buckets, textMember(json, "buckets", config.buckets));
    TL_TRY(const stats::BucketRule rule, stats::parseBucketRule(buckets));
    config.buckets = stats::formatBucketRule(rule);
    if (const auto training = json.find("training"); training != json.end()) {
        if (!training->is_object())
            return wrongType("training", *training, "an object");
        TL_TRY(config.training, fromJson<TrainingConfig>(*training));
    }
    return config;
}

Result<ExperimentConfig> readExperiment(const std::string& path) {
    TL_TRY(const Json json, readJsonFile(path));
    auto config = experimentFromJson(json);
    if (config.ok())
        return config;
    Error error = std::move(config).error();
    if (error.file.empty())
        error.file = path;
    return error;
}

} // namespace core::train
