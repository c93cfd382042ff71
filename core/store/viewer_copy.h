// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/data/dataset.h"
#include "core/stats/distribution.h"
#include "core/stats/metrics.h"
#include "core/store/project.h"

#include <optional>
#include <string>
#include <vector>

namespace core::store {

struct ViewerOptions {
    bool replaceNames = false; ///< items, categories, brands and labels by numbers; users and queries always are
};

/// Writes a copy of the project to the new file `out` (0600) for people who may see results, but no data. What stays:
/// every distribution (entity × measure) as numbers by name, events over time, the counts of sources and splits, runs
/// with their recipes and curves, and the confusion counts of finished runs. What does not: rows of any kind (items,
/// users, queries, events, reviews, judgements, refused rows, membership of splits, predictions, synthetic texts),
/// models and checkpoints, folders of files. Users and queries are "user 1", "query 1" … by their place in each
/// distribution. Its meta table says role = "viewer" (projectRole()). FileExists, DiskFull, Cancelled … leave no file.
Status makeViewerCopy(const Project& project, const std::string& out, const ViewerOptions& options, JobContext& job);

/// "" for a full project, "viewer" for a viewer copy: its row views are empty, and say so.
Result<std::string> projectRole(const Project& project);

/// NoData where the project is a viewer copy, for whoever needs what it does not hold; `what` ends the sentence "it
/// holds no …" ("predictions of single rows").
Status notInViewer(const Project& project, const char* what);

// What readers of a project take instead of rows where it is a viewer copy. Each is empty for a full project, but for
// one look at the table meta at no cost.

/// The distribution as it was in the full project; NoData when there was none.
Result<std::optional<stats::SupportTablePtr>> viewerSupport(const Project& project, const std::string& entity,
                                                            const std::string& measure, JobContext& job);
Result<std::optional<std::vector<std::string>>> viewerMeasures(const Project& project, const std::string& entity);
/// A document kept for a reader: "counts", "times".
Result<std::optional<Json>> viewerDocument(const Project& project, const std::string& name);
/// What a run said of one part, from its confusion counts: rows in no particular order, so metrics and their intervals
/// are right, but two runs cannot be compared row by row. NoData when the run has none.
Result<std::optional<stats::Predictions>> viewerPredictions(const Project& project, RunId run, data::Part part);

} // namespace core::store
