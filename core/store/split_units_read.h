// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/store/database.h"
#include "core/store/split_store.h"
#include "core/store/split_units.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

/// What every split of one seed mixes into its hashes.
std::uint64_t seedHashOf(const SplitConfig& config);

/// The labelled items, in the order of their keys, with what the config needs of them. `titles`: hash of the normalised
/// title of each row, 0 = it has none. NoData when no item has a label or category. Cancellable.
struct ItemUnits {
    SplitUnits units;
    std::vector<std::uint64_t> titles;
};
Result<ItemUnits> readItemUnits(Database& database, const SplitConfig& config, JobContext& job);

/// The events that the config divides, in the order of their ids. NoData when there are none. One scan; cancellable.
Result<SplitUnits> readEventUnits(Database& database, const SplitConfig& config, JobContext& job);

/// By id of an item, user or query: a hash that stands for it. 0 = none.
class HashById {
public:
    /// `sql` yields id and text, and `hash` makes the number of the text.
    template <class Hash> Status load(Database& database, const std::string& sql, JobContext& job, Hash hash) {
        TL_TRY(Statement rows, database.prepare(sql));
        constexpr std::int64_t kRowsBetweenChecks = 4096;
        for (std::int64_t row = 0;; ++row) {
            if (row % kRowsBetweenChecks == 0)
                TL_CHECK_STATUS(job.check());
            TL_TRY(const bool more, rows.step());
            if (!more)
                return {};
            put(rows.integer(0), hash(rows.text(1)));
        }
    }
    void put(std::int64_t id, std::uint64_t hash) {
        if (id < 0)
            return;
        if (static_cast<std::size_t>(id) >= m_hashes.size())
            m_hashes.resize(static_cast<std::size_t>(id) + 1, 0);
        m_hashes[static_cast<std::size_t>(id)] = hash;
    }
    std::uint64_t of(std::int64_t id) const {
        return id < 0 || static_cast<std::size_t>(id) >= m_hashes.size() ? 0 : m_hashes[static_cast<std::size_t>(id)];
    }

private:
    std::vector<std::uint64_t> m_hashes;
};

/// What a group or stratum of items is read from: the value of one column (or attribute) of `item i`.
class ItemValue {
public:
    /// title | category | brand | attribute:NAME | item.
    explicit ItemValue(const std::string& column) : m_column(column) {}
    std::string sql() const;
    /// The text that stands in the row for it; empty = none. Lives until the next call.
    std::string_view read(std::string_view stored);

private:
    std::string m_column;
    std::string m_text;
};

} // namespace core::store
