// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/store/project.h"

#include <string>
#include <vector>

namespace core::store {

struct CheckFinding {
    enum class Severity { Ok, Note, Warning, Error };
    Severity severity = Severity::Ok;
    /// "integrity", "foreign_keys", "counts", "support_counts", of splits (split_check.h) "groups", "leakage",
    /// "time_order", "classes", "missing_rows", then "lineage", "interrupted_runs"
    std::string check;
    std::string sentence; ///< English, translation context "Check"
    Json numbers = Json::object();
};

/// Integrity of the file (integrity_check, foreign_key_check), counts (read = imported + rejected + dropped per
/// source, and as many rows are stored), support counts against a recount, every split (splitFindings()), lineage
/// (synthetic rows only from training parents). Cancellable.
Result<std::vector<CheckFinding>> checkProject(const Project& project, JobContext& job);

} // namespace core::store
