// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/split_store_plan.h"

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
    else if constexpr (std::is_floating_point_v<T>)
        fits = found->is_number();
    else
        fits = found->is_number_integer();
    if (fits)
        value = found->template get<T>();
    ok = ok && fits;
}

} // namespace

Json splitConfigJson(const SplitConfig& config) {
    return Json{{"name", config.name},
                {"ratio", config.ratio},
                {"stratify", config.stratify},
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
    readMember(json, "stratify", config.stratify, ok);
    readMember(json, "seed", config.seed, ok);
    readMember(json, "long_tail_ratio", config.longTailRatio, ok);
    readMember(json, "max_train_per_class", config.maxTrainPerClass, ok);
    readMember(json, "test_per_class", config.testPerClass, ok);
    readMember(json, "validation_per_class", config.validationPerClass, ok);
    readMember(json, "profile", config.profile, ok);
    const auto ratio = json.find("ratio");
    if (ratio == json.end() || !ratio->is_array() || ratio->size() != config.ratio.size()) {
        ok = false;
        return config;
    }
    for (std::size_t i = 0; i < config.ratio.size(); ++i) {
        ok = ok && (*ratio)[i].is_number();
        if (ok)
            config.ratio[i] = (*ratio)[i].get<double>();
    }
    return config;
}

Json splitJson(const SplitInfo& info) {
    Json perClass = Json::array();
    for (std::size_t i = 0; i < info.labels.size(); ++i) {
        Json entry{{"class", info.labels[i]}};
        entry.update(partsJson(info.perClass[i]));
        perClass.push_back(std::move(entry));
    }
    return Json{{"id", raw(info.id)},
                {"name", info.name},
                {"created", info.created},
                {"config", splitConfigJson(info.config)},
                {"rows", partsJson(info.rows)},
                {"classes", info.labels.size()},
                {"per_class", std::move(perClass)},
                {"runs", info.runs},
                {"cross_duplicates", info.crossDuplicates}};
}

} // namespace core::store
