// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/clean/clean.h"
#include "core/store/clean/plan.h"

#include <string>
#include <vector>

namespace core::store::clean {

/// A settled plan in numbers, with "dropped" and "changed" added to what the kind found out.
Result<CleanEffect> effectOf(CleanPlan& plan);

/// RowsInUse when a split rests on rows that the plan takes or changes.
Status checkSplits(CleanPlan& plan);

/// Does what a settled plan says and keeps what was there before, for `step` (a row of clean_step that exists already).
Status applyPlan(CleanPlan& plan, std::int64_t step);

/// Takes back the last step.
Status undoStep(Database& database, std::int64_t step, JobContext& job, UndoResult& result);

/// Up to `limit` rows and values of a settled plan.
Result<std::vector<CleanExample>> examplesOf(CleanPlan& plan, std::size_t limit);

/// The columns of a table as they are now.
Result<std::vector<std::string>> columnsOf(Database& database, const std::string& table);
/// "a, b, c", each with `prefix` before it.
std::string listOf(const std::vector<std::string>& columns, const std::string& prefix = {});

/// Tables that lose rows by themselves with an item or query (ON DELETE CASCADE), and the column that names it.
struct Part {
    Tab parent;
    const char* table;
    const char* column;
};
const std::vector<Part>& parts();

/// A column that holds the id of an item or query. What points there must find it, whatever is moved or taken away.
struct Reference {
    const char* parent;
    const char* child;
    const char* column;
    bool checked;       ///< by a foreign key
    bool fixed = false; ///< a trigger forbids to change it: rows are written anew
};
const std::vector<Reference>& references();

} // namespace core::store::clean
