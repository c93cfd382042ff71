// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/store/browse/table_spec.h"
#include "core/store/browse/view_sql.h"
#include "core/store/database.h"

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

namespace core::store {

/// Row number → key. Immutable once it is made.
class RowOrder {
public:
    /// A table as it is stored. Without gaps the key is computed; else every kStep-th key is kept, and the rest is
    /// found by walking on from there.
    struct Stored {
        std::int64_t first = 0, total = 0;
        std::vector<std::int64_t> anchors; ///< empty = no gaps
    };
    /// Keys that fit into 32 bits.
    using Small = std::vector<std::uint32_t>;
    /// Keys in the lower 32 bits, beside what they were sorted by.
    using Packed = std::vector<std::uint64_t>;
    using Large = std::vector<std::int64_t>;
    static constexpr std::int64_t kStep = 4096;

    explicit RowOrder(std::variant<Stored, Small, Packed, Large> rows) : m_rows(std::move(rows)) {}
    std::int64_t total() const;
    std::size_t memory() const;
    /// Keys of the rows [first, first + count), which must be there.
    Result<std::vector<std::int64_t>> keys(Database& database, const TableSpec& spec, std::int64_t first,
                                           std::int64_t count) const;

private:
    std::variant<Stored, Small, Packed, Large> m_rows;
};

using RowOrderPtr = std::shared_ptr<const RowOrder>;

/// Each reads what it needs on a connection with our functions, and asks the job at least every 0.1 s.
Result<RowOrderPtr> storedOrder(Database& database, const TableSpec& spec, JobContext& job);
/// SQLite filters, and sorts where `sort` is not empty: works for every table and column.
Result<RowOrderPtr> queriedOrder(Database& database, const TableSpec& spec, const Condition& condition,
                                 const std::vector<BrowseSort>& sort, JobContext& job);
/// For tables with small keys: several times faster than SQLite, which would carry texts and write temporary files.
/// Takes 8 bytes a row, and 4 more for each sort column after the first while it works. nullptr where that does not
/// work: too many different values, too large ones, too few rows for their keys.
Result<RowOrderPtr> packedOrder(Database& database, const TableSpec& spec, const Condition& condition,
                                const std::vector<BrowseSort>& sort, JobContext& job);

} // namespace core::store
