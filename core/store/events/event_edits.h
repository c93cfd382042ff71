// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/events/chunk_store.h"

#include <cstdint>
#include <map>
#include <memory>
#include <unordered_map>

namespace core::store::events {

/// Changes to single events, on their way into their chunks: blocks are unpacked, changed, and packed again when
/// another is wanted or flush() is called. On the thread of the connection.
class EventEdits {
public:
    explicit EventEdits(ChunkStore& chunks) : m_chunks(chunks) {}

    /// The block, unpacked, to read. Lives until the next call.
    Result<const BlockData*> block(std::int64_t block);
    /// The block, to change `columns` of it.
    Result<BlockData*> change(std::int64_t block, ChunkStore::Columns columns);
    /// The id after the largest there is.
    Result<std::int64_t> nextId();

    Status flush();
    Status flush(std::int64_t block);
    /// Forgets changes that were not written: they were rolled back.
    void discard();

    /// Grows with every change.
    std::uint64_t changes() const { return m_changes; }
    /// changes() after the last change to a block; 0 = not changed since the last discard().
    std::uint64_t lastChange(std::int64_t block) const;

private:
    struct Open {
        BlockData data;
        ChunkStore::Columns dirty;
        std::uint64_t used = 0;
    };
    /// Some 1 MB each.
    static constexpr std::size_t kMostOpen = 16;

    Result<Open*> open(std::int64_t block);

    ChunkStore& m_chunks;
    std::map<std::int64_t, std::unique_ptr<Open>> m_open;
    std::unordered_map<std::int64_t, std::uint64_t> m_changed;
    std::uint64_t m_changes = 0, m_clock = 0;
};

} // namespace core::store::events
