// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/plan.h"

#include "core/privacy/generalise.h"

#include <algorithm>
#include <set>

namespace core::privacy {
namespace {

constexpr std::array<std::string_view, 4> kColumnActions{"keep", "pseudonymise", "drop", "generalise"};
constexpr std::array<std::string_view, 4> kPersonalActions{"keep", "mask", "hash", "drop"};

Result<std::string> textOf(const Json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end())
        return std::string();
    if (!found->is_string())
        return Error(ErrorCode::WrongType, "a text").at(name, dumpJson(*found));
    return found->get<std::string>();
}

std::string kindNames() {
    std::string names;
    for (const PersonalKind kind : kAllPersonalKinds)
        names += (names.empty() ? "" : ", ") + std::string(personalKindName(kind));
    return names;
}

Result<ColumnRule> ruleFromJson(const Json& json) {
    if (!json.is_object())
        return Error(ErrorCode::WrongType, "an object").at("rules", dumpJson(json));
    ColumnRule rule;
    TL_TRY(rule.column, textOf(json, "column"));
    TL_TRY(rule.domain, textOf(json, "domain"));
    TL_TRY(rule.how, textOf(json, "how"));
    TL_TRY(const std::string action, textOf(json, "action"));
    const auto* const found = std::find(kColumnActions.begin(), kColumnActions.end(), action);
    if (found == kColumnActions.end())
        return Error(ErrorCode::UnknownChoice, "keep, pseudonymise, drop, generalise").at("action", action);
    rule.action = static_cast<ColumnAction>(found - kColumnActions.begin());
    return rule;
}

} // namespace

bool PrivacyPlan::empty() const {
    return std::all_of(rules.begin(), rules.end(), [](const auto& r) { return r.action == ColumnAction::Keep; }) &&
           std::all_of(personal.begin(), personal.end(), [](PersonalAction a) { return a == PersonalAction::Keep; });
}

bool PrivacyPlan::needsKey() const {
    return std::any_of(rules.begin(), rules.end(),
                       [](const auto& r) { return r.action == ColumnAction::Pseudonymise; }) ||
           std::any_of(personal.begin(), personal.end(), [](PersonalAction a) { return a == PersonalAction::Hash; });
}

std::string_view columnActionName(ColumnAction action) {
    return kColumnActions[static_cast<std::size_t>(action)];
}

std::string_view personalActionName(PersonalAction action) {
    return kPersonalActions[static_cast<std::size_t>(action)];
}

std::optional<PersonalAction> parsePersonalAction(std::string_view name) {
    const auto* const found = std::find(kPersonalActions.begin(), kPersonalActions.end(), name);
    if (found == kPersonalActions.end())
        return {};
    return static_cast<PersonalAction>(found - kPersonalActions.begin());
}

Json planJson(const PrivacyPlan& plan) {
    Json rules = Json::array();
    for (const ColumnRule& rule : plan.rules) {
        Json entry{{"column", rule.column}, {"action", columnActionName(rule.action)}};
        if (!rule.domain.empty())
            entry["domain"] = rule.domain;
        if (!rule.how.empty())
            entry["how"] = rule.how;
        rules.push_back(std::move(entry));
    }
    Json personal = Json::object();
    for (const PersonalKind kind : kAllPersonalKinds)
        personal[std::string(personalKindName(kind))] =
            personalActionName(plan.personal[static_cast<std::size_t>(kind)]);
    return Json{{"rules", std::move(rules)}, {"personal", std::move(personal)}, {"except", plan.exceptColumns}};
}

Result<PrivacyPlan> planFromJson(const Json& json) {
    PrivacyPlan plan;
    if (!json.is_object())
        return Error(ErrorCode::WrongType, "an object").at("privacy", dumpJson(json));
    for (const auto& [name, value] : json.items()) {
        if (name == "rules" && value.is_array()) {
            for (const Json& entry : value) {
                TL_TRY(ColumnRule rule, ruleFromJson(entry));
                plan.rules.push_back(std::move(rule));
            }
        } else if (name == "personal" && value.is_object()) {
            for (const auto& [kindName, actionName] : value.items()) {
                const auto kind = parsePersonalKind(kindName);
                if (!kind)
                    return Error(ErrorCode::UnknownParameter, kindNames()).at(kindName);
                const auto action =
                    actionName.is_string() ? parsePersonalAction(actionName.get<std::string>()) : std::nullopt;
                if (!action)
                    return Error(ErrorCode::UnknownChoice, "keep, mask, hash, drop").at(kindName, dumpJson(actionName));
                plan.personal[static_cast<std::size_t>(*kind)] = *action;
            }
        } else if (name == "except" && value.is_array()) {
            for (const Json& column : value) {
                if (!column.is_string())
                    return Error(ErrorCode::WrongType, "a list of column names").at(name, dumpJson(value));
                plan.exceptColumns.push_back(column.get<std::string>());
            }
        } else {
            return Error(ErrorCode::UnknownParameter, "rules, personal, except").at(name);
        }
    }
    TL_CHECK_STATUS(checkPlan(plan));
    return plan;
}

Status checkPlan(const PrivacyPlan& plan) {
    std::set<std::string> columns;
    for (const ColumnRule& rule : plan.rules) {
        if (!columns.insert(rule.column).second)
            return Error(ErrorCode::Usage,
                         "There are two privacy rules for the column “" + rule.column + "”. Keep one.");
        if (rule.action == ColumnAction::Generalise)
            TL_CHECK_STATUS(Generaliser::parse(rule.how));
    }
    return {};
}

} // namespace core::privacy
