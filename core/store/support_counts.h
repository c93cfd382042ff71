// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

namespace core::store {

class Database;

/// Counts events per item, user and query anew and stores them, with the counts of the whole project (meta "counts").
/// For whoever changes events or items in other ways than an import: cleaning, undoing it, removing a source. Inside
/// the writer's transaction; one scan of the events. Cancellable when the database has a cancel probe.
Status refreshSupportCounts(Database& database, JobContext& job);

} // namespace core::store
