// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/privacy/detect.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace core::privacy {

/// What happens to a whole column.
enum class ColumnAction {
    Keep,         ///< as it is; not searched for personal data either
    Pseudonymise, ///< each value by its pseudonym; needs a key
    Drop,         ///< as if the file had nothing there
    Generalise    ///< each value by a coarser one
};

struct ColumnRule {
    std::string column; ///< of the file, or a field of ours ("user") before resolveFields()
    ColumnAction action = ColumnAction::Keep;
    /// Pseudonymise: columns with the same domain give the same value the same pseudonym, in every file and project
    /// that uses the key. Empty = the field the column is mapped to, or else the column's name.
    std::string domain;
    /// Generalise: hour day week month year | prefix:N (characters) | step:X | edges:A,B,C | depth:N (category path)
    /// | ip (/24 and /48) | age (usual bands) | age:N (bands of N years)
    std::string how;
};

/// What happens to personal data found inside a text.
enum class PersonalAction { Keep, Mask, Hash, Drop };

/// What is done to the rows of a file before anything of them is kept.
struct PrivacyPlan {
    std::vector<ColumnRule> rules;
    /// By PersonalKind, for the columns without a rule. Mask: "[email]". Hash: a pseudonym, needs a key. Drop: nothing.
    std::array<PersonalAction, kPersonalKinds> personal{};
    /// Columns that are not searched: ids, numbers and times, where a chance finding would do harm.
    std::vector<std::string> exceptColumns;
    char delimiter = ','; ///< of the raw text of a changed row, as it stands in the reject table

    bool empty() const;    ///< does nothing
    bool needsKey() const; ///< pseudonymises or hashes
};

std::string_view columnActionName(ColumnAction action);     ///< keep pseudonymise drop generalise
std::string_view personalActionName(PersonalAction action); ///< keep mask hash drop
std::optional<PersonalAction> parsePersonalAction(std::string_view name);

Json planJson(const PrivacyPlan& plan);
/// WrongType, UnknownChoice, UnknownParameter.
Result<PrivacyPlan> planFromJson(const Json& json);
/// Two rules for one column, a generalisation that cannot be read: Usage, UnknownChoice.
Status checkPlan(const PrivacyPlan& plan);

/// Replaces names of our fields by the columns they are mapped to (field → column), gives rules without one a domain,
/// and adds the columns mapped to ids, numbers, times and kinds to exceptColumns. NoSuchColumn for a rule whose name is
/// neither a column of `header` nor a mapped field.
Result<PrivacyPlan> resolveFields(PrivacyPlan plan, const std::map<std::string, std::string>& mapping,
                                  const std::vector<std::string>& header, const std::string& path);

} // namespace core::privacy
