// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/events/chunk_store.h"

#include <cmath>
#include <cstdint>
#include <string_view>

namespace core::store::events {

/// A row of `event` that is to be. Ids of 0, kNullInteger, NaN and texts of length 0 = NULL.
struct NewEvent {
    std::int64_t source = 0, item = 0, user = 0, query = 0;
    std::int64_t time = kNullInteger, position = kNullInteger;
    double quantity = kNullReal, price = kNullReal;
    int kind = 0;
    bool cancelled = false;
    std::string_view label, order, session, extra;
};

/// Adds events behind those that are there, much faster than INSERT INTO event: block by block, without SQL for each
/// row. Inside the writer's transaction, in which nobody else changes events meanwhile.
class EventAppender {
public:
    explicit EventAppender(Database& database) : m_database(database), m_chunks(database) {}

    /// `lastId`: the largest id there is, or 0.
    Status begin(std::int64_t lastId);
    Status add(const NewEvent& event);
    /// Writes what is left. Before anybody reads the events.
    Status finish();
    /// Ids rise, mostly by 1: a block with very long texts ends early.
    std::int64_t lastId() const { return m_next - 1; }

private:
    Status close();

    Database& m_database;
    ChunkStore m_chunks;
    BlockData m_data;
    std::int64_t m_next = 1;
    std::int64_t m_block = 0;
};

} // namespace core::store::events
