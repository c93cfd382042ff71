// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/split_store_plan.h"

#include <algorithm>

namespace core::store {
namespace {

Json partsJson(const std::array<std::int64_t, 3>& rows) {
    return Json{{"train", rows[0]}, {"validation", rows[1]}, {"test", rows[2]}};
}

template <class T> void readMember(const Json& json, const char* name, T& value, bool& ok) {
    const auto found = json.find(name);
    if (found == json.end())
        return;
    bool fits = false;
    if constexpr (std::is_same_v<T, std::string>)
        fits = found->is_string();
    else if constexpr (std::is_same_v<T, bool>)
        fits = found->is_boolean();
    else if constexpr (std::is_floating_point_v<T>)
        fits = found->is_number();
    else
        fits = found->is_number_integer();
    if (fits)
        value = found->template get<T>();
    ok = ok && fits;
}

template <class T> void readList(const Json& json, const char* name, std::vector<T>& values, bool& ok) {
    const auto found = json.find(name);
    if (found == json.end())
        return;
    ok = ok && found->is_array();
    for (std::size_t i = 0; ok && i < found->size(); ++i) {
        ok = std::is_same_v<T, std::string> ? (*found)[i].is_string() : (*found)[i].is_number();
        if (ok)
            values.push_back((*found)[i].template get<T>());
    }
}

} // namespace

Json splitConfigJson(const SplitConfig& config) {
    return Json{{"name", config.name},
                {"unit", config.unit},
                {"kind", config.kind},
                {"ratio", config.ratio},
                {"stratify", config.stratify},
                {"group", config.group},
                {"no_cross_duplicates", config.keepDuplicates},
                {"by_time", config.cuts},
                {"leave_last", config.last},
                {"folds", config.folds},
                {"fold_validation", config.foldValidation},
                {"events", config.eventKinds},
                {"seed", config.seed},
                {"long_tail_ratio", config.longTailRatio},
                {"max_train_per_class", config.maxTrainPerClass},
                {"test_per_class", config.testPerClass},
                {"validation_per_class", config.validationPerClass},
                {"profile", config.profile}};
}

SplitConfig splitConfigFromJson(const Json& json, bool& ok) {
    SplitConfig config;
    ok = json.is_object();
    if (!ok)
        return config;
    readMember(json, "name", config.name, ok);
    readMember(json, "unit", config.unit, ok);
    readMember(json, "stratify", config.stratify, ok);
    // Of splits of the first release, which were stratified or not.
    config.kind = config.stratify == "none" ? "random" : "stratified";
    readMember(json, "kind", config.kind, ok);
    readMember(json, "group", config.group, ok);
    readMember(json, "no_cross_duplicates", config.keepDuplicates, ok);
    readList(json, "by_time", config.cuts, ok);
    readMember(json, "leave_last", config.last, ok);
    readMember(json, "folds", config.folds, ok);
    readMember(json, "fold_validation", config.foldValidation, ok);
    readList(json, "events", config.eventKinds, ok);
    readMember(json, "seed", config.seed, ok);
    readMember(json, "long_tail_ratio", config.longTailRatio, ok);
    readMember(json, "max_train_per_class", config.maxTrainPerClass, ok);
    readMember(json, "test_per_class", config.testPerClass, ok);
    readMember(json, "validation_per_class", config.validationPerClass, ok);
    readMember(json, "profile", config.profile, ok);
    std::vector<double> ratio;
    readList(json, "ratio", ratio, ok);
    if (!json.contains("ratio"))
        return config; // a split that was imported has none
    ok = ok && ratio.size() == config.ratio.size();
    if (ok)
        std::copy(ratio.begin(), ratio.end(), config.ratio.begin());
    return config;
}

Json storedNumbersJson(const SplitNumbers& numbers) {
    Json perClass = Json::array();
    for (const PartCounts& rows : numbers.perClass)
        perClass.push_back(rows);
    return Json{{"rows", numbers.rows},
                {"groups", numbers.groups},
                {"left_out", numbers.leftOut},
                {"per_class", std::move(perClass)}};
}

bool readStoredNumbers(const Json& json, SplitNumbers& numbers) {
    const auto countsOf = [](const Json& list, PartCounts& counts) {
        if (!list.is_array() || list.size() != counts.size())
            return false;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (!list[i].is_number_integer())
                return false;
            counts[i] = list[i].get<std::int64_t>();
        }
        return true;
    };
    const auto member = [&json](const char* name) -> const Json& {
        static const Json kNone;
        const auto found = json.find(name);
        return found == json.end() ? kNone : *found;
    };
    if (!json.is_object() || !countsOf(member("rows"), numbers.rows) || !countsOf(member("groups"), numbers.groups) ||
        !member("left_out").is_object() || !member("per_class").is_array())
        return false;
    for (const auto& [reason, count] : member("left_out").items())
        if (count.is_number_integer())
            numbers.leftOut[reason] = count.get<std::int64_t>();
    for (const Json& rows : member("per_class")) {
        numbers.perClass.emplace_back();
        if (!countsOf(rows, numbers.perClass.back()))
            return false;
    }
    return numbers.perClass.size() == numbers.labels.size();
}

Json splitNumbersJson(const SplitNumbers& numbers) {
    Json perClass = Json::array();
    for (std::size_t i = 0; i < numbers.labels.size(); ++i) {
        Json entry{{"class", numbers.labels[i]}};
        entry.update(partsJson(numbers.perClass[i]));
        perClass.push_back(std::move(entry));
    }
    return Json{{"rows", partsJson(numbers.rows)},
                {"classes", numbers.labels.size()},
                {"per_class", std::move(perClass)},
                {"groups", partsJson(numbers.groups)},
                {"left_out", numbers.leftOut}};
}

Json splitJson(const SplitInfo& info) {
    Json json{{"id", raw(info.id)},      {"name", info.name},
              {"created", info.created}, {"unit", info.config.unit},
              {"family", info.family},   {"fold", info.fold},
              {"folds", info.folds},     {"config", splitConfigJson(info.config)}};
    json.update(splitNumbersJson(info));
    json["runs"] = info.runs;
    json["frozen"] = info.runs > 0;
    json["cross_duplicates"] = info.crossDuplicates < 0 ? Json() : Json(info.crossDuplicates);
    json["source"] = info.source ? Json(raw(*info.source)) : Json();
    return json;
}

} // namespace core::store
