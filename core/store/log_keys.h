// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/store/log_events.h"

#include <cstdint>
#include <vector>

namespace core::store::importing {

/// Loads the items, users and queries that the project has. On the writer thread.
Status loadEntities(Database& database, JobContext& job, LogEntities& entities);

/// The new keys in the order of their texts: the index over them then grows at its end only.
using KeyOrder = std::vector<std::uint32_t>;
/// `from`: without those before it.
KeyOrder keyOrder(const KeyDictionary& keys, std::size_t from = 0);
/// Inserts these new items.
Status insertItems(Database& database, const LogEntities& entities, const KeyOrder& order);

struct EntityOrders {
    KeyOrder items, users, queries;
};
/// Inserts the new items, users and queries, gives items that had none the titles of the log, and keeps the titles of
/// items that have several.
Status insertEntities(Database& database, std::int64_t source, const LogEntities& entities, const EntityOrders& orders);

} // namespace core::store::importing
