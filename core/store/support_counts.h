// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace core::store {

class Database;

/// Counts events per item, user and query anew and stores them, with the counts of the whole project (meta "counts").
/// For whoever changes events or items in other ways than an import: cleaning, undoing it, removing a source. Inside
/// the writer's transaction; one scan of the events. Cancellable when the database has a cancel probe.
Status refreshSupportCounts(Database& database, JobContext& job);

constexpr std::size_t kCountedEntities = 4; ///< by support_count.entity: 1 item, 2 user, 3 query; 0 is not used
constexpr std::size_t kCountedKinds = 8;    ///< by data::EventKind; 0 is not used

struct KindTotals {
    std::int64_t events = 0, cancelled = 0, withQuantity = 0, withPrice = 0;
};
using CountTotals = std::array<std::array<KindTotals, kCountedKinds>, kCountedEntities>;

/// What is stored of all events together.
struct StoredCounts {
    std::int64_t events = 0;
    std::int64_t firstEvent = 0, lastEvent = 0; ///< ids
    std::optional<std::int64_t> firstTime, lastTime;
    CountTotals totals;
};
/// Nothing when they are not there, or when the events have changed since (told by the first and the last id): whoever
/// asks must count then.
Result<std::optional<StoredCounts>> storedCounts(Database& database);
Status storeCounts(Database& database, const StoredCounts& counts);

} // namespace core::store
