// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/store/project.h"

#include <cstdint>

namespace core::store {

/// Bytes of the project file.
struct CompactSummary {
    std::int64_t before = 0, after = 0;
};

/// Writes the project file anew without the room that removed rows left behind. Needs about twice the file's size of
/// free disk space meanwhile. Cancelled, DiskFull and WriteFailed leave the project as it was. Nobody else can write
/// meanwhile; readers go on.
Result<CompactSummary> compactProject(Project& project, JobContext& job);

} // namespace core::store
