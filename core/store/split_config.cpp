// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/fields.h"
#include "core/store/split_assign.h"
#include "core/store/split_store_plan.h"

#include <algorithm>
#include <cmath>

namespace core::store {
namespace {

constexpr std::string_view kAttribute = "attribute:";

std::string numberText(double value) {
    return dumpJson(std::floor(value) == value && std::abs(value) < 1e15 ? Json(static_cast<std::int64_t>(value))
                                                                         : Json(value));
}

std::string ratioText(const std::array<double, 3>& ratio) {
    return numberText(ratio[0]) + ":" + numberText(ratio[1]) + ":" + numberText(ratio[2]);
}

Error outOfRange(const char* name, std::string value, const char* range) {
    return Error(ErrorCode::ParameterOutOfRange, range).at(name, std::move(value));
}

Status checkChoice(const char* name, const std::string& value, const std::vector<std::string>& choices) {
    if (std::find(choices.begin(), choices.end(), value) != choices.end())
        return {};
    std::string all;
    for (const std::string& choice : choices)
        all += (all.empty() ? "" : ", ") + choice;
    return Error(ErrorCode::UnknownChoice, all).at(name, value);
}

Status checkLongTail(const SplitConfig& config) {
    if (!(config.longTailRatio >= 1 && config.longTailRatio <= 1e9))
        return outOfRange("long_tail_ratio", numberText(config.longTailRatio), "1 or more, or 0 for none");
    if (config.unit != "item" || (config.kind != "stratified" && config.kind != "random") || config.folds > 0 ||
        config.keepDuplicates)
        return outOfRange("long_tail_ratio", numberText(config.longTailRatio),
                          "0 unless items are divided by class, into one split, duplicates or not");
    if (config.maxTrainPerClass < 0)
        return outOfRange("max_train_per_class", std::to_string(config.maxTrainPerClass),
                          "1 or more, or 0 for as many as there are");
    if (config.testPerClass < 1)
        return outOfRange("test_per_class", std::to_string(config.testPerClass), "1 or more");
    if (config.validationPerClass < 0)
        return outOfRange("validation_per_class", std::to_string(config.validationPerClass), "0 or more");
    // Otherwise the rarest classes would be left without a training row.
    if (config.maxTrainPerClass > 0 && static_cast<double>(config.maxTrainPerClass) < config.longTailRatio)
        return outOfRange("max_train_per_class", std::to_string(config.maxTrainPerClass),
                          "at least the long-tail ratio");
    return {};
}

Status checkGroup(const SplitConfig& config) {
    if (config.kind != "grouped")
        return {};
    if (config.group.starts_with(kAttribute) && config.group.size() > kAttribute.size())
        return {};
    std::vector<std::string> choices = groupColumns(config.unit);
    choices.push_back("attribute:NAME");
    return checkChoice("group", config.group, choices);
}

Status checkTime(const SplitConfig& config) {
    if (config.cuts.empty())
        return {};
    const bool ascending = std::is_sorted(config.cuts.begin(), config.cuts.end(), std::less_equal<>());
    if (config.kind != "time" || config.folds > 0 || config.cuts.size() > 2 || !ascending)
        return outOfRange("by_time", std::to_string(config.cuts.size()) + " dates",
                          "at most two dates, the earlier first, of a split by time without folds");
    return {};
}

Status checkFolds(const SplitConfig& config) {
    if (config.folds == 0)
        return {};
    const bool turns = config.kind != "time" && config.kind != "last";
    const int least = turns && config.foldValidation ? 3 : 2;
    if (config.folds < least || config.folds > kMostFolds)
        return outOfRange("folds", std::to_string(config.folds),
                          least == 3 ? "3 to 100 (2 only when no fold is validation), or 0 for one split"
                                     : "2 to 100, or 0 for one split");
    return {};
}

Status checkEvents(const SplitConfig& config) {
    for (const std::string& kind : config.eventKinds) {
        if (data::parseEventKind(kind))
            continue;
        return Error(ErrorCode::UnknownChoice, "impression, click, cart, purchase, search, review").at("events", kind);
    }
    if (config.unit == "item" && !config.eventKinds.empty())
        return outOfRange("events", config.eventKinds.front(), "empty for a split of items");
    if (config.last < 1 || config.last > 1000)
        return outOfRange("leave_last", std::to_string(config.last), "1 to 1000");
    if (config.keepDuplicates && (config.kind == "time" || config.kind == "last"))
        return outOfRange("no_cross_duplicates", "on", "off for a split by time or of the last events: time decides");
    return {};
}

} // namespace

std::vector<std::string> stratifyColumns(const std::string& unit) {
    if (unit == "event")
        return {"label", "kind", "category", "brand", "none"};
    return {"label", "category", "brand", "none"};
}

std::vector<std::string> groupColumns(const std::string& unit) {
    if (unit == "event")
        return {"user", "session", "order", "query", "item", "title", "category", "brand"};
    return {"title", "category", "brand"};
}

Status checkSplitConfig(const SplitConfig& config) {
    TL_CHECK_STATUS(checkChoice("unit", config.unit, {"item", "event"}));
    const auto usable = [](double part) { return std::isfinite(part) && part >= 0 && part <= 1e9; };
    if (!std::all_of(config.ratio.begin(), config.ratio.end(), usable) || config.ratio[0] <= 0)
        return outOfRange("ratio", ratioText(config.ratio),
                          "three numbers of 0 or more, the first above 0, such as 8:1:1");
    std::vector<std::string> kinds{"random", "stratified", "grouped", "time"};
    if (config.unit == "event")
        kinds.push_back("last");
    TL_CHECK_STATUS(checkChoice("kind", config.kind, kinds));
    TL_CHECK_STATUS(checkChoice("stratify", config.stratify, stratifyColumns(config.unit)));
    TL_CHECK_STATUS(checkChoice("profile", config.profile, {"exponential", "step"}));
    TL_CHECK_STATUS(checkGroup(config));
    TL_CHECK_STATUS(checkTime(config));
    TL_CHECK_STATUS(checkFolds(config));
    TL_CHECK_STATUS(checkEvents(config));
    return config.longTailRatio == 0 ? Status() : checkLongTail(config);
}

SplitConfig normalised(SplitConfig config) {
    if (config.kind == "time" || config.kind == "last" || (config.kind == "random" && config.longTailRatio == 0))
        config.stratify = "none";
    if (config.kind == "stratified" && config.stratify == "none" && config.longTailRatio == 0)
        config.kind = "random";
    if (config.kind != "grouped")
        config.group.clear();
    else if (config.unit == "item" && config.group == "title")
        config.keepDuplicates = true;
    std::vector<std::string> kinds;
    for (const std::string& kind : config.eventKinds)
        if (const auto parsed = data::parseEventKind(kind))
            kinds.emplace_back(data::eventKindName(*parsed));
    std::sort(kinds.begin(), kinds.end());
    kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
    config.eventKinds = std::move(kinds);
    return config;
}

} // namespace core::store
