// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/store/split_hash.h"
#include "core/store/split_units.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace core::store {

/// Numbers 64-bit hashes 0, 1, 2 … in the order in which they come: a flat table, 12 bytes a slot.
class HashNumbering {
public:
    HashNumbering() : m_keys(kFirstSize, 0), m_values(kFirstSize, 0) {}
    std::uint32_t numberOf(std::uint64_t hash) {
        hash += hash == 0 ? 1 : 0; // 0 marks a free slot
        std::size_t slot = slotOf(hash);
        while (m_keys[slot] != 0 && m_keys[slot] != hash)
            slot = (slot + 1) & (m_keys.size() - 1);
        if (m_keys[slot] == hash)
            return m_values[slot];
        m_keys[slot] = hash;
        m_values[slot] = m_count++;
        const std::uint32_t number = m_values[slot];
        if (m_count * std::size_t{3} > m_keys.size() * 2)
            grow();
        return number;
    }
    std::uint32_t count() const { return m_count; }

private:
    static constexpr std::size_t kFirstSize = 1024; ///< a power of two
    std::size_t slotOf(std::uint64_t hash) const { return static_cast<std::size_t>(hash) & (m_keys.size() - 1); }
    void grow();
    std::vector<std::uint64_t> m_keys;
    std::vector<std::uint32_t> m_values;
    std::uint32_t m_count = 0;
};

/// Rows by 64-bit keys, in 256 bins: collected once, then sorted bin by bin, so that the job can be cancelled in
/// between and no second copy is needed.
class KeyedRows {
public:
    struct Entry {
        std::uint32_t low = 0, high = 0; ///< the key in two halves: 12 bytes an entry
        std::uint32_t row = 0;
        std::uint64_t key() const { return (static_cast<std::uint64_t>(high) << 32U) | low; }
    };
    /// `expected` rows: room for them is set aside (memory is used only as it fills).
    explicit KeyedRows(std::size_t expected);
    void add(std::uint64_t key, std::uint32_t row) {
        m_bins[key >> 56U].push_back({static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32U), row});
    }
    /// Calls `use` for every set of two or more rows with one key. Frees bin after bin.
    Status eachRepeated(JobContext& job, const std::function<void(const Entry* first, const Entry* last)>& use);

private:
    std::array<std::vector<Entry>, 256> m_bins;
};

/// Collects the groups of a SplitUnits row by row.
class GroupBuilder {
public:
    GroupBuilder(SplitUnits& units, std::uint64_t seedHash) : m_units(units), m_seedHash(seedHash) {}
    /// The next row belongs to the group with this key.
    void add(std::uint64_t key) {
        const std::uint32_t number = m_numbers.numberOf(key);
        if (number == m_units.groupOrder.size())
            m_units.groupOrder.push_back(joined(key, m_seedHash));
        m_units.group.push_back(number);
    }
    /// The next row is a group of its own.
    void addLoose() { m_units.group.push_back(SplitUnits::kNoGroup); }

    /// Merges groups (and rows without one) that share a duplicate: what `duplicates` calls equal gets into one group.
    Status merge(KeyedRows& duplicates, JobContext& job);

private:
    SplitUnits& m_units;
    std::uint64_t m_seedHash;
    HashNumbering m_numbers;
};

} // namespace core::store
