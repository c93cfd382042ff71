// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/store/database.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::store::clean {

/// 128 bits of the contents of a row: two different rows do not share them by chance.
struct Fingerprint {
    std::uint64_t first = 14695981039346656037ULL;
    std::uint64_t second = 1469598103934665603ULL;
    void add(std::string_view bytes);
    void addCell(const Statement& row, int column); ///< NULL and the empty text differ
    auto operator<=>(const Fingerprint&) const = default;
};

struct PrintedRow {
    Fingerprint print;
    std::int64_t id = 0;
    auto operator<=>(const PrintedRow&) const = default;
};

/// The rows of a SELECT whose first column is the id, printed over all others and sorted: rows that are alike stand
/// together, the oldest first. 24 bytes a row.
Result<std::vector<PrintedRow>> printRows(Database& database, const std::string& select, JobContext& job);

/// Columns of `event` that make two events the same: all but id and source.
const std::string& eventContents();

/// Calls visit(first, last) for each run of at least two rows that are alike.
template <class Visit> Status forEachRun(const std::vector<PrintedRow>& rows, Visit visit) {
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first + 1;
        while (last < rows.size() && rows[last].print == rows[first].print)
            ++last;
        if (last - first > 1)
            TL_CHECK_STATUS(visit(first, last));
        first = last;
    }
    return {};
}

} // namespace core::store::clean
