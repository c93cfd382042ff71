// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <cstddef>

namespace core::store {

class Database;

/// An index over one column of events that holds ids.
struct EventIndex {
    const char* name;
    const char* column;
    bool partial; ///< only rows that have a value
    int entity;   ///< support_count.entity of the column
};

/// Makes an index over events in the order of its entries: the events of each id are known from support_count, so that
/// a counting sort does and SQLite's sort, two thirds of the work of CREATE INDEX, is not needed. The result is the
/// same index, entry by entry. False, and nothing done, where the counts are not there or the ids are too large for it:
/// use CREATE INDEX then. Inside the writer's transaction. `atOnce`: entries held in memory, 4 bytes each.
Result<bool> makeSortedIndex(Database& database, const EventIndex& index, JobContext& job,
                             std::size_t atOnce = std::size_t{24} << 20);

} // namespace core::store
