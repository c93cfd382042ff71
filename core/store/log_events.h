// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/entity_counts.h"
#include "core/store/event_block.h"
#include "core/store/events/event_appender.h"
#include "core/store/log_titles.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace core::store::importing {

/// What a log brings besides its events.
struct LogEntities {
    KeyDictionary items, users, queries;
    LogTitles titles;
    EntityCounts counts;
};

/// Makes events of rows: ids for their keys, counts. A block at a time, so that look-ups in tables larger
/// than the processor's caches wait for memory together. On the writing thread.
class LogEvents {
public:
    struct Noted {
        std::int64_t cancellations = 0, missingUsers = 0, zeroPrices = 0, negativeQuantities = 0;
        std::optional<std::int64_t> firstTime, lastTime;
    };

    /// Which columns the file has.
    struct Columns {
        bool user = false, title = false;
    };
    LogEvents(const Context& context, LogEntities& entities, Columns columns);

    /// `lastId`: of the events that are there.
    Status begin(std::int64_t lastId) { return m_events.begin(lastId); }
    /// A block whose rows have the ids of their users and queries.
    Status take(EventBlock& block);
    /// Writes what is left.
    Status finish() { return m_events.finish(); }

    /// New items that are in the project's table already.
    std::size_t insertedItems() const { return m_inserted; }
    const Noted& noted() const { return m_noted; }
    std::int64_t lastId() const { return m_events.lastId(); }

private:
    Status add(const EventBlock& block, const EventRow& row, const EventIds& ids);
    void note(const EventRow& row, const EventIds& ids);
    Status insertEarly();

    Context m_context;
    LogEntities& m_entities;
    Columns m_columns;
    events::EventAppender m_events;
    Noted m_noted;
    std::size_t m_inserted = 0;
    std::vector<CountedEvent> m_counted; ///< the events of the block, for their items
};

} // namespace core::store::importing
