// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace core::store {

/// Rows per stratum and bucket: quotas[stratum][bucket].
using Quotas = std::vector<std::vector<std::int64_t>>;

/// Deals things (rows, groups) into buckets by the order of their hashes: within each stratum the first quotas[s][0] go
/// to bucket 0, the next quotas[s][1] to bucket 1 … No sorting of it all: hashes are counted in bins, and only bins
/// that a border cuts through are sorted. `each` calls back for every thing, in the same order every time it is called,
/// and must check the job now and then. `put(thing, bucket)` is called once for every thing.
struct CutThing {
    std::size_t index = 0; ///< whatever the caller calls it
    std::uint64_t hash = 0;
    std::uint32_t stratum = 0;
};
using EachThing = std::function<Status(const std::function<void(const CutThing&)>&)>;

/// Exact: bucket b of stratum s gets quotas[s][b] things; the quotas of a stratum add up to its things.
Status cutByHash(const Quotas& quotas, const EachThing& each,
                 const std::function<void(std::size_t index, std::size_t bucket)>& put, JobContext& job);

/// The smallest times t₁ ≤ t₂ … such that about ranks[i] of the values lie before tᵢ; equal values are never divided:
/// of the two places beside a run of equal values the nearer one is taken. Cancellable; two passes.
Result<std::vector<std::int64_t>> cutsByRank(const std::vector<std::int64_t>& values,
                                             const std::vector<std::int64_t>& ranks, JobContext& job);

} // namespace core::store
