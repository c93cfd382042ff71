// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace core::store {

/// What is divided, as columns by row; a column that the kind of split does not need stays empty. 20,000,000 rows want
/// 4 bytes for the id and 4 or 8 for each column.
struct SplitUnits {
    static constexpr std::uint32_t kNoGroup = std::numeric_limits<std::uint32_t>::max();

    std::int64_t firstId = 0;       ///< id of the item or event of row r: firstId + ids[r]
    std::vector<std::uint32_t> ids; ///< one a row
    /// Where chance puts a row: a hash of its content (by the keys in the user's files) and the seed, so that it does
    /// not depend on the order of the rows. Empty when every row has a group.
    std::vector<std::uint64_t> order;
    std::vector<std::uint32_t> group;      ///< 0 … groups-1, or kNoGroup: the row is its own
    std::vector<std::uint64_t> groupOrder; ///< the same as `order`, one a group
    std::vector<std::uint32_t> stratum;    ///< index into strata; empty: there is one
    std::vector<std::string> strata;       ///< most frequent first, ties by name
    std::vector<std::uint32_t> klass;      ///< items: the class of a row, index into labels
    std::vector<std::string> labels;       ///< most frequent first, ties by name
    std::vector<std::int64_t> time;        ///< seconds
    std::vector<std::uint32_t> user;       ///< 0 … users-1
    std::size_t users = 0;
    std::map<std::string, std::int64_t> leftOut; ///< rows that were not read, by reason

    std::size_t rows() const { return ids.size(); }
    std::int64_t idOf(std::size_t row) const { return firstId + static_cast<std::int64_t>(ids[row]); }
};

} // namespace core::store
