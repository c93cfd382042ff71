// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/fields.h"
#include "core/store/database.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::store::importing {

/// One row of the event table.
struct Event {
    std::int64_t item = 0;
    std::optional<std::int64_t> user, query;
    data::EventKind kind = data::EventKind::Purchase;
    std::optional<std::int64_t> time, position;
    std::optional<double> quantity, price;
    std::string label, order; ///< empty = none
    bool cancelled = false;
};

/// Collects events and inserts many with one statement: that halves the time of a large import.
class EventBatch {
public:
    EventBatch(Database& database, std::int64_t source);
    Status prepare();
    /// The event to fill next; all its fields must be set, as it may hold an older row's values.
    Event& next() { return m_events[m_used]; }
    /// Takes next() over, and inserts when the batch is full.
    Status push();
    Status flush();

private:
    static void bind(Statement& statement, int first, std::int64_t source, const Event& event);

    Database& m_database;
    std::int64_t m_source;
    std::vector<Event> m_events;
    std::size_t m_used = 0;
    std::optional<Statement> m_insertAll; ///< as many rows as a full batch
    std::optional<Statement> m_insertOne;
};

} // namespace core::store::importing
