// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/select/filter.h"
#include "core/select/selection.h"
#include "core/store/browse/tables.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace core::store {

/// std::monostate = missing. Times are integers (seconds since 1970, UTC), booleans 0 and 1, choices and JSON texts.
using BrowseCell = std::variant<std::monostate, std::int64_t, double, std::string>;

/// A cell as text: times "2011-12-09 12:50:00", booleans "yes"/"no", numbers with a point, missing "".
std::string cellText(const BrowseCell& cell, BrowseType type);

struct BrowseSort {
    std::string column;
    bool descending = false;
    friend bool operator==(const BrowseSort&, const BrowseSort&) = default;
};

/// Which rows of a table, in which order. Without a sort: as they were stored. Sorting puts missing values last,
/// whatever the direction, compares texts without regard to case, and leaves equal rows as they were stored.
struct BrowseQuery {
    std::string table = "items";
    std::string filter; ///< core/select/filter.h
    std::string search; ///< words that must all occur, each in any searched column
    std::vector<BrowseSort> sort;
    select::Selection selection; ///< only rows of these entities; tables that know nothing of them ignore it
    friend bool operator==(const BrowseQuery&, const BrowseQuery&) = default;
};

struct BrowseRow {
    std::int64_t key = 0;          ///< of the row in its table; stays the same while the row is there
    bool gone = false;             ///< it was removed after the order was built; no cells
    std::vector<BrowseCell> cells; ///< one per column of the table
};

/// Rows [first, first + count) of a view.
struct RowRange {
    std::int64_t first = 0, count = 0;
    friend bool operator==(const RowRange&, const RowRange&) = default;
};

/// A view of one table: build() makes the order of its rows in the background, page() then reads any part of it in a
/// few milliseconds. Needs at most 8 bytes of memory per row of the view (4 while keys fit; next to none for a table as
/// it was stored). Any thread; build() once at a time. Reads with connections of the project's own.
class Browse {
public:
    /// Checks table, columns, filter and search, without reading rows: UnknownChoice, NoSuchField, Usage (filter).
    static Result<std::shared_ptr<Browse>> open(ProjectPtr project, BrowseQuery query);
    ~Browse();
    Browse(const Browse&) = delete;
    Browse& operator=(const Browse&) = delete;

    const BrowseQuery& query() const;
    const BrowseTable& table() const;
    const select::Filter& filter() const;

    /// The first rows, before (or without) build(). Cancellable.
    Result<std::vector<BrowseRow>> head(std::int64_t count, JobContext& job) const;
    /// Whether head() is likely to be done before build(): not where it would sort by texts of a dictionary.
    bool headIsQuick() const;
    /// Makes the order, from what is stored now. Until it is done, and when it is cancelled or fails, an older order
    /// stays in use.
    Status build(JobContext& job);
    bool ready() const;
    std::int64_t total() const; ///< rows of the view; −1 before ready()
    /// Something was written since build() began: build() again to see it.
    bool stale() const;
    /// Rows [first, first + count) of the view, fewer at its end; Internal before ready().
    Result<std::vector<BrowseRow>> page(std::int64_t first, std::int64_t count, JobContext& job) const;
    std::size_t memory() const; ///< bytes that the order takes now
    /// The rows of these ranges (none = every row) in the order of the view, all from one state of the project, with
    /// these columns only; rows that are gone, and parts of a range outside of the view, are left out. After build().
    /// Reports rows to the job.
    using RowVisitor = std::function<Status(const BrowseRow&)>;
    Status forEachRow(const std::vector<std::string>& columns, const std::vector<RowRange>& ranges,
                      const RowVisitor& visit, JobContext& job) const;
    const Project& project() const;

private:
    class Impl;
    explicit Browse(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace core::store
