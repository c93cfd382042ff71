// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/events/event_edits.h"

#include <array>
#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

namespace core::store::events {

/// What a connection has for its table `event`.
struct EventTable {
    explicit EventTable(Database& connection) : database(connection), chunks(connection), edits(chunks) {}
    Database& database;
    ChunkStore chunks;
    EventEdits edits;
};

/// Column = one of these values.
struct Wanted {
    std::size_t column = 0;
    std::int64_t only = 0;                   ///< where there is one
    std::unordered_set<std::int64_t> values; ///< where there are several
    bool accepts(std::int64_t value) const { return values.empty() ? value == only : values.contains(value); }
};

/// Which events, and in which order of their ids.
struct EventRange {
    std::int64_t first = 0, last = kLargestId;
    bool descending = false;
    std::vector<Wanted> wanted;
};

/// Walks over events. Sees the changes that were made before start(), and, row by row, later ones too.
class EventCursor {
public:
    explicit EventCursor(EventTable& table) : m_table(table) {}

    /// Moves to the first event of the range.
    Status start(EventRange range);
    Status next();
    bool atEnd() const { return m_end; }
    std::int64_t id() const { return firstIdOf(m_block) + static_cast<std::int64_t>(m_slot); }
    std::size_t slot() const { return m_slot; }
    /// The column in the block of the current event.
    Result<const ChunkView*> column(std::size_t number) {
        const Held& held = m_held[number];
        if (held.block == m_block && m_table.edits.changes() == m_changes)
            return &held.chunk;
        return fetch(number);
    }

private:
    struct Held {
        ChunkView chunk;
        std::int64_t block = -1;
    };

    Result<const ChunkView*> fetch(std::size_t number);
    /// Moves to the first event in the block `from` or one behind it, in the order of the range.
    Status enterBlock(std::int64_t from);
    /// Makes ready to scan the block; `slot`: where to begin.
    Status prepare(std::size_t slot);
    /// Moves from m_slot on to an event that is wanted; false where the block has no more.
    bool scan();
    bool accepted(std::size_t slot) const;
    Status forgetIfChanged();
    void forget();

    EventTable& m_table;
    EventRange m_range;
    std::array<Held, ColumnCount> m_held;
    std::vector<const ChunkView*> m_filters; ///< the columns of m_range.wanted in the block
    std::int64_t m_block = -1;
    std::size_t m_slot = 0;
    std::size_t m_stop = 0; ///< scan: behind the last slot; descending: the last slot itself
    std::uint64_t m_changes = 0;
    bool m_end = true;
    bool m_none = false; ///< the block holds nothing that is wanted
};

} // namespace core::store::events
