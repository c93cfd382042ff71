// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/store/split_store.h"
#include "core/store/split_units.h"

#include <cstdint>
#include <vector>

namespace core::store {

/// Rows in buckets, and what a bucket is in each split: one split, or one a fold. The folds of a family share their
/// buckets, so they need no more memory than one split.
struct Assignment {
    static constexpr std::uint8_t kNoBucket = 255;
    static constexpr std::int8_t kUnusedPart = -1;

    std::vector<std::uint8_t> bucket; ///< by row; kNoBucket: in no split
    int buckets = 0;
    std::vector<std::vector<std::int8_t>> parts; ///< per split: data::Part of each bucket, or kUnusedPart

    std::int8_t partOf(std::size_t split, std::size_t row) const {
        return bucket[row] == kNoBucket ? kUnusedPart : parts[split][bucket[row]];
    }
};

/// The most folds of a family.
inline constexpr int kMostFolds = 100;

/// Puts every row of `units` into a bucket. Pure: the same columns give the same buckets, whatever the order of the
/// rows (but for rows that are alike in every column). TooFewRows when a part that was asked for would stay empty.
/// Cancellable; linear but for sorting groups. The config is valid.
Result<Assignment> assignUnits(const SplitConfig& config, const SplitUnits& units, JobContext& job);

/// Rows, classes and groups of split `split` of an assignment.
SplitNumbers countNumbers(const SplitUnits& units, const Assignment& assignment, std::size_t split);

} // namespace core::store
