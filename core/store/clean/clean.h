// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/base/registry.h"
#include "core/store/project.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace core::store {

/// One step of cleaning: a kind (cleanKinds()) and its parameters; absent parameters have their defaults.
struct CleanStep {
    std::string kind;
    Json config = Json::object();
};

/// The kinds there are, sorted by id, with their parameters as forms and the command line want them.
std::vector<PartInfo> cleanKinds();

/// What a step does, or would do.
struct CleanEffect {
    std::int64_t eventsDropped = 0;
    std::int64_t itemsDropped = 0;
    std::int64_t rowsDropped = 0; ///< of judgements, reviews and queries
    std::int64_t valuesChanged = 0;
    /// "dropped" and "changed": by reason and by "table.column"; and what the kind found out, such as bounds.
    Json numbers = Json::object();
    bool nothing() const { return eventsDropped + itemsDropped + rowsDropped + valuesChanged == 0; }
};

/// A row or value that a step would change.
struct CleanExample {
    std::string table; ///< event item judgement review query
    std::int64_t row = 0;
    std::string what;          ///< the row in a few words: "85123A, 2010-12-01 08:26:00, user 17850, 6 × 2.55"
    std::string reason;        ///< of a dropped row; empty = a value is changed
    std::string column;        ///< of a changed value
    std::string before, after; ///< of a changed value, as text; "∅" = missing
};

struct CleanPreview {
    CleanEffect effect;
    std::vector<CleanExample> examples; ///< at most 50, spread over what the step does
    std::string blockedBy; ///< the sentence of the RowsInUse that applying would give; empty = nothing is in the way
};

struct CleanStepInfo {
    std::int64_t id = 0; ///< steps are numbered in the order in which they were applied
    CleanStep step;
    CleanEffect effect;
    std::string created; ///< UTC, ISO 8601
    double seconds = 0;
};

/// Finds what a step would do, and changes nothing. UnknownStrategy for the kind, what validation says of the
/// parameters, NoData when the project lacks what the step is about. Cancellable.
Result<CleanPreview> previewStep(const Project& project, const CleanStep& step, JobContext& job);

/// Does it, in one transaction, and records it with exact counts. A step that changes nothing is recorded too.
/// RowsInUse when a split rests on rows that would change. Cancelled leaves everything as it was.
Result<CleanStepInfo> applyStep(Project& project, const CleanStep& step, JobContext& job);

/// Oldest first.
Result<std::vector<CleanStepInfo>> cleanSteps(const Project& project);

/// Takes back every step after `step`, the last one first, in one transaction; 0 = all. Rows and values are exactly as
/// they were; values that something else has changed since stay (counted in the result as "kept"). UnknownChoice when
/// there is no such step, RowsInUse as above, WriteFailed when a later import brought a dropped item or query again.
struct UndoResult {
    std::int64_t steps = 0, rowsBack = 0, valuesBack = 0, valuesKept = 0;
};
Result<UndoResult> undoTo(Project& project, std::int64_t step, JobContext& job);
/// The last step; NoData when there is none.
Result<UndoResult> undoLast(Project& project, JobContext& job);

/// The steps of a project as a recipe for others: {"taillight_cleaning": 1, "steps": [{"kind", "config"}, …]}.
Result<Json> cleanRecipe(const Project& project);
/// Checks a recipe: BadJson, UnknownStrategy, or what validation says of a step's parameters.
Result<std::vector<CleanStep>> readCleanRecipe(const Json& recipe, const std::string& file = {});
/// Applies the steps one after another in one transaction: all of them or none.
Result<std::vector<CleanStepInfo>> replaySteps(Project& project, const std::vector<CleanStep>& steps, JobContext& job);

/// Where the rows of every imported log are: read = rejected + Σ droppedAtImport + Σ droppedByStep + left.
struct CleanAccount {
    std::int64_t source = 0;
    std::string path;
    std::int64_t read = 0, imported = 0, rejected = 0;
    std::map<std::string, std::int64_t> droppedAtImport;              ///< by reason
    std::vector<std::pair<std::int64_t, std::int64_t>> droppedByStep; ///< step id, events
    std::int64_t left = 0;                                            ///< events in the project
    bool addsUp() const;
};
Result<std::vector<CleanAccount>> cleanAccounts(const Project& project);

Json cleanEffectJson(const CleanEffect& effect);
Json cleanStepJson(const CleanStepInfo& info);
Json cleanPreviewJson(const CleanPreview& preview);
Json cleanAccountJson(const CleanAccount& account);
/// English sentence for a reason why rows are dropped; translation context "Clean".
std::string cleanReasonText(const std::string& reason);

} // namespace core::store
