// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reject_hidden.h"

#include "core/privacy/transform.h"
#include "core/store/reject_cells.h"

namespace core::store {
namespace {

std::string textOf(const Json& object, const char* name) {
    const auto found = object.is_object() ? object.find(name) : object.end();
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const Json& columnsOf(const ImportSummary& source) {
    static const Json kNone = Json::array();
    const auto found = source.privacy.is_object() ? source.privacy.find("columns") : source.privacy.end();
    return source.privacy.is_object() && found != source.privacy.end() && found->is_array() ? *found : kNone;
}

} // namespace

std::vector<bool> pseudonymColumns(const ImportSummary& source) {
    std::vector<bool> pseudonyms(source.columns.size());
    for (const Json& entry : columnsOf(source))
        for (std::size_t i = 0; i < source.columns.size(); ++i)
            if (source.columns[i] == textOf(entry, "column") && textOf(entry, "action") == "pseudonymise")
                pseudonyms[i] = true;
    return pseudonyms;
}

Result<std::shared_ptr<data::RowTransform>> hiddenAlike(const ImportSummary& source) {
    privacy::PrivacyPlan plan;
    plan.delimiter = rawDelimiter(source);
    for (const Json& entry : columnsOf(source)) {
        privacy::ColumnRule rule;
        rule.column = textOf(entry, "column");
        rule.how = textOf(entry, "how");
        const std::string action = textOf(entry, "action");
        rule.action = action == "drop"         ? privacy::ColumnAction::Drop
                      : action == "generalise" ? privacy::ColumnAction::Generalise
                                               : privacy::ColumnAction::Keep;
        const auto searched = entry.is_object() ? entry.find("searched") : entry.end();
        const bool skip = !entry.is_object() || searched == entry.end() || !searched->is_boolean() || !*searched;
        if (rule.action != privacy::ColumnAction::Keep)
            plan.rules.push_back(std::move(rule));
        else if (skip)
            plan.exceptColumns.push_back(rule.column);
    }
    const auto personal = source.privacy.is_object() ? source.privacy.find("personal") : source.privacy.end();
    for (const privacy::PersonalKind kind : privacy::kAllPersonalKinds) {
        if (!source.privacy.is_object() || personal == source.privacy.end())
            break;
        const auto action = privacy::parsePersonalAction(textOf(*personal, privacy::personalKindName(kind).data()));
        const bool hashed = action == privacy::PersonalAction::Hash;
        if (action)
            plan.personal[static_cast<std::size_t>(kind)] = hashed ? privacy::PersonalAction::Mask : *action;
    }
    if (plan.empty())
        return std::shared_ptr<data::RowTransform>();
    auto transform = privacy::makeRowTransform(plan, nullptr);
    if (!transform.ok())
        return Error(ErrorCode::ProjectDamaged, "the account of what an import hid cannot be read").inFile(source.path);
    return transform;
}

} // namespace core::store
