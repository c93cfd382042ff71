// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/events/block_data.h"

#include <bitset>
#include <cstdint>
#include <optional>

namespace core::store::events {

/// The chunks of a project in its table event_column. On the thread of the connection.
class ChunkStore {
public:
    explicit ChunkStore(Database& database) : m_database(database) {}

    /// ProjectDamaged where the stored bytes are no chunk. An empty view where there is none.
    Status read(std::size_t column, std::int64_t block, ChunkView& chunk);
    /// The first block from `from` up to `to`, or with `descending` the last one, that has events, and its kinds.
    /// Nothing where there is none.
    Result<std::optional<std::int64_t>> nextBlock(std::int64_t from, std::int64_t to, bool descending,
                                                  ChunkView& kinds);
    /// −1: there are no events.
    Result<std::int64_t> lastBlock();

    using Columns = std::bitset<ColumnCount>;
    Status load(std::int64_t block, BlockData& data);
    /// Writes those columns of a block; chunks without a value go away.
    Status store(std::int64_t block, const BlockData& data, Columns columns);

    /// Ends what still reads: a transaction with open reads cannot be rolled back in part.
    void reset();

private:
    Result<Statement*> ready(std::optional<Statement>& statement, const char* sql);
    Status take(std::size_t column, std::int64_t block, Statement& row, int blobColumn, ChunkView& chunk) const;

    Database& m_database;
    std::optional<Statement> m_read, m_next, m_previous, m_write, m_remove;
};

} // namespace core::store::events
