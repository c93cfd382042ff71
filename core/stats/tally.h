// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace core::stats {

/// How often each positive count occurs, ascending: long tails have few distinct counts, and sums over them are short.
struct Tally {
    std::vector<std::int64_t> values;
    std::vector<std::int64_t> times; ///< > 0, as long as values
    std::int64_t total = 0;          ///< Σ times

    static Tally of(std::span<const std::int64_t> counts); ///< in any order
    /// The part from the first value ≥ least.
    std::size_t from(std::int64_t least) const;
};

} // namespace core::stats
