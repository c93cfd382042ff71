// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>

namespace core::store {
class Database;
}

namespace core::store::events {

/// Lets SQL of this connection see the events as a table
///   event(id, source_id, item_id, user_id, query_id, kind, time, quantity, price, label, position, order_key,
///   cancelled,
///         session, extra)
/// that can be read and changed like any other; types and NOT NULL are kept as a STRICT table would. Fast are: one id,
/// a range of ids, the order of ids, and scans of few columns, with or without `=` or IN on a column of integers. It
/// has no triggers, no foreign keys and no conflict clauses. A project of before migration 7 has a real table of that
/// name, which SQL sees instead.
Status attachEventTable(Database& database);

/// The smallest and the largest id there is; 0 = there are no events. SQL's min() and max() would read all events where
/// they stand beside anything else.
Result<std::int64_t> firstEventId(Database& database);
Result<std::int64_t> lastEventId(Database& database);

} // namespace core::store::events
