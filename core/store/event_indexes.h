// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

namespace core::store {

class Database;

/// Makes the indexes over events that are not there. Inside the writer's transaction; it sets the connection's cancel
/// probe.
Status makeEventIndexes(Database& database, JobContext& job);
/// Drops them, where a large load makes it cheaper to build them anew.
Status dropEventIndexes(Database& database);

} // namespace core::store
