// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/store/project.h"

#include <string>

namespace core::store {

struct ViewerOptions {
    bool replaceNames = false; ///< items, queries, categories, brands and labels by numbers; users always are
};

/// Writes a copy of the project to the new file `out` (0600) for people who may see results, but no data: support counts
/// and distributions, splits' class counts, runs with their curves and their confusion counts stay; events, texts of items,
/// reviews, rejects, raw rows, membership of splits, predictions per row, models and checkpoints do not.
/// Its meta table says role = "viewer" (projectRole()).
Status makeViewerCopy(const Project& project, const std::string& out, const ViewerOptions& options, JobContext& job);

/// "" for a full project, "viewer" for a viewer copy: its row views are empty, and say so.
Result<std::string> projectRole(const Project& project);

} // namespace core::store
