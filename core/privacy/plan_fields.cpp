// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/plan.h"

#include <algorithm>

namespace core::privacy {
namespace {

/// Fields whose values are not texts of people: a chance finding in an id or a number would change data, not hide
/// anybody.
constexpr std::array<std::string_view, 18> kNotSearched{"id",    "item",     "time",  "kind",   "quantity", "price",
                                                        "order", "position", "grade", "rating", "part",     "currency",
                                                        "label", "session",  "image", "user",   "query_id", "fold"};

} // namespace

Result<PrivacyPlan> resolveFields(PrivacyPlan plan, const std::map<std::string, std::string>& mapping,
                                  const std::vector<std::string>& header, const std::string& path) {
    for (ColumnRule& rule : plan.rules) {
        const std::string asked = rule.column;
        const auto mapped = mapping.find(asked);
        const bool column = std::find(header.begin(), header.end(), asked) != header.end();
        if (mapped != mapping.end() && !mapped->second.empty()) {
            rule.column = mapped->second;
        } else if (!column) {
            std::string there;
            for (const std::string& name : header)
                there += (there.empty() ? "" : ", ") + name;
            return Error(ErrorCode::NoSuchColumn, there).inFile(path).at(asked);
        }
        if (rule.action == ColumnAction::Pseudonymise && rule.domain.empty()) {
            // The field, so that the same user has the same pseudonym whatever the column is called in each file.
            for (const auto& [field, of] : mapping)
                if (of == rule.column)
                    rule.domain = field == "id" ? "item" : field;
            if (rule.domain.empty())
                rule.domain = rule.column;
        }
    }
    for (const auto& [field, column] : mapping)
        if (std::find(kNotSearched.begin(), kNotSearched.end(), field) != kNotSearched.end())
            plan.exceptColumns.push_back(column);
    TL_CHECK_STATUS(checkPlan(plan));
    return plan;
}

} // namespace core::privacy
