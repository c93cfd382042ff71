// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/hash.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace core::store::importing {

/// Keys of items, users or queries → ids. Keys that are new get the ids after the largest known one, in the order in
/// which they come. Open addressing over keys that lie one behind the other: some 40 bytes a key, two cache misses a
/// search. One thread at a time.
class KeyDictionary {
public:
    struct Found {
        std::int64_t id = 0;
        bool added = false;
    };

    KeyDictionary();
    /// A key that the project has. Before the first add().
    void know(std::string_view key, std::int64_t id);
    Found add(std::string_view key) { return add(key, hashOf(key)); }
    Found add(std::string_view key, std::uint64_t hash);
    /// Ask for the memory that add() of a key with this hash will look at, well before it: first its slot, then the key
    /// that the slot points to.
    void prefetchSlot(std::uint64_t hash) const { __builtin_prefetch(&m_slots[hash & m_mask]); }
    void prefetchKey(std::uint64_t hash) const {
        const Slot& slot = m_slots[hash & m_mask];
        if (slot.where != 0)
            __builtin_prefetch(textAt(slot.where));
    }

    std::size_t newKeys() const { return m_new.size(); }
    /// The key of id firstNewId() + index.
    std::string_view newKey(std::size_t index) const { return keyAt(m_new[index]); }
    std::int64_t firstNewId() const { return m_firstNew; }
    std::int64_t lastId() const { return m_firstNew - 1 + static_cast<std::int64_t>(m_new.size()); }

private:
    /// 24 bits of the hash and 40 bits of the key's place; 0 = empty.
    struct Slot {
        std::uint64_t where = 0;
        std::int64_t id = 0;
    };

    static constexpr std::uint64_t kChunk = std::uint64_t{1} << 18;
    static constexpr unsigned kPlaceBits = 40;
    static constexpr std::uint64_t kPlaceMask = (std::uint64_t{1} << kPlaceBits) - 1;

    const char* textAt(std::uint64_t where) const {
        const std::uint64_t place = where & kPlaceMask;
        return m_pages[place / kChunk] + place % kChunk;
    }
    std::string_view keyAt(std::uint64_t place) const;
    static std::uint64_t tagOf(std::uint64_t hash) { return hash & ~kPlaceMask; }
    std::uint64_t store(std::string_view key);
    Slot& find(std::string_view key, std::uint64_t hash);
    void grow();

    std::vector<Slot> m_slots;
    std::size_t m_mask = 0, m_used = 0;
    std::vector<std::unique_ptr<char[]>> m_chunks;
    std::vector<char*> m_pages; ///< the text of place p lies at m_pages[p / kChunk] + p % kChunk
    std::uint64_t m_end = 0;    ///< first free place
    std::vector<std::uint64_t> m_new;
    std::int64_t m_firstNew = 1;
};

} // namespace core::store::importing
