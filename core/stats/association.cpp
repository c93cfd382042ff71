// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/association.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core::stats {

Association associationOf(std::span<const BucketCounts> table) {
    Association association;
    BucketCounts columns{};
    std::int64_t rows = 0;
    for (const BucketCounts& row : table) {
        for (std::size_t b = 0; b < row.size(); ++b)
            columns[b] += row[b];
        rows += std::any_of(row.begin(), row.end(), [](std::int64_t n) { return n > 0; });
    }
    association.entities = std::accumulate(columns.begin(), columns.end(), std::int64_t{0});
    if (association.entities == 0)
        return association;
    const auto total = static_cast<double>(association.entities);
    double entropy = 0;
    int used = 0;
    for (const std::int64_t column : columns)
        if (column > 0) {
            ++used;
            entropy -= static_cast<double>(column) / total * std::log(static_cast<double>(column) / total);
        }
    for (const BucketCounts& row : table) {
        const auto all = static_cast<double>(std::accumulate(row.begin(), row.end(), std::int64_t{0}));
        for (std::size_t b = 0; b < row.size(); ++b)
            if (row[b] > 0) {
                const auto n = static_cast<double>(row[b]);
                association.information += n / total * std::log(n * total / (all * static_cast<double>(columns[b])));
            }
    }
    association.information = std::max(0.0, association.information);
    const double chance = static_cast<double>(rows - 1) * (used - 1) / (2 * total);
    association.corrected = std::max(0.0, association.information - chance);
    association.explained = entropy > 0 ? association.corrected / entropy : 0;
    return association;
}

double minimumDetectableEffect(std::int64_t rows, double disagreement) {
    constexpr double kQuantiles = 1.959963984540054 + 0.8416212335729143; // of 0.975 and 0.8
    return rows <= 0 ? 1.0 : std::min(1.0, kQuantiles * std::sqrt(disagreement / static_cast<double>(rows)));
}

} // namespace core::stats
