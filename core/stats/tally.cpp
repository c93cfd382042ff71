// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/tally.h"

#include <algorithm>

namespace core::stats {

Tally Tally::of(std::span<const std::int64_t> counts) {
    std::vector<std::int64_t> sorted(counts.begin(), counts.end());
    if (std::is_sorted(sorted.rbegin(), sorted.rend())) // as support tables come
        std::reverse(sorted.begin(), sorted.end());
    else
        std::sort(sorted.begin(), sorted.end());
    Tally tally;
    for (auto at = std::upper_bound(sorted.begin(), sorted.end(), std::int64_t{0}); at != sorted.end();) {
        const auto end = std::find_if(at, sorted.end(), [value = *at](std::int64_t other) { return other != value; });
        tally.values.push_back(*at);
        tally.times.push_back(end - at);
        tally.total += end - at;
        at = end;
    }
    return tally;
}

std::size_t Tally::from(std::int64_t least) const {
    return static_cast<std::size_t>(std::lower_bound(values.begin(), values.end(), least) - values.begin());
}

} // namespace core::stats
