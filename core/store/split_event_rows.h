// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/store/database.h"
#include "core/store/split_assign.h"

namespace core::store {

/// Writes the rows of one split of an assignment to split_event: many with one statement, in the order of their keys.
/// Cancellable.
Status insertEventRows(Database& database, SplitId id, const SplitUnits& units, const Assignment& assignment,
                       std::size_t split, JobContext& job);

/// loadEventParts() inside a transaction.
Status readEventParts(Database& database, SplitId split, EventParts& parts, JobContext& job);

} // namespace core::store
