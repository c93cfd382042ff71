// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/buckets.h"

#include <array>
#include <cstdint>
#include <span>

namespace core::stats {

/// Entities of one value of a column, by bucket.
using BucketCounts = std::array<std::int64_t, kBucketCount>;

/// How much a column tells about the bucket of an entity. All in nats.
struct Association {
    double information = 0; ///< mutual information Σ p(x,b) ln(p(x,b) / p(x)p(b))
    /// Less what chance alone adds with so many values: (rows − 1)(columns − 1)/2N, as Miller and Madow (1955) correct
    /// entropies; at least 0. Columns with many rare values would lead the list otherwise.
    double corrected = 0;
    double explained = 0; ///< corrected / entropy of the buckets: 0 nothing … 1 everything (uncertainty coefficient)
    std::int64_t entities = 0;
};
/// `table`: one row a value. Rows and buckets without entities do not count.
Association associationOf(std::span<const BucketCounts> table);

/// The smallest difference of a rate between two models that `rows` test rows show with 80 % power at the 5 % level,
/// when the models disagree on the share `disagreement` of them: 2.8016 · √(disagreement / rows) (McNemar's test;
/// Connor 1987). 1 when there are no rows.
double minimumDetectableEffect(std::int64_t rows, double disagreement = 0.2);

} // namespace core::stats
