// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace core::store {
class Database;
}

namespace core::store::events {

/// What a look at every chunk finds, in English; empty where all is well.
struct EventProblems {
    std::vector<std::string> unreadable; ///< chunks that are none, values that must be there and are not
    std::vector<std::string> orphans;    ///< events that name an item, user, query or source that is not there
    std::int64_t orphanCount = 0;
};

/// Reads all events. Cancellable.
Result<EventProblems> checkEvents(Database& database, JobContext& job);

} // namespace core::store::events
