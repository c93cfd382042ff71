// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/stats/indices.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core::stats {

/// What a border between head and the rest would mean if it lay behind the first `rank` entities.
struct CutOff {
    std::size_t rank = 0;
    double headShare = 0;     ///< of all support
    double headGini = 0;      ///< within the head
    double restGini = 0;      ///< within the rest, entities without support included
    double restEntropy = 0;   ///< normalised, within the rest
    double restPerEntity = 0; ///< mean support of an entity of the rest, relative to the mean of all
};
/// At most `points` cut-offs, evenly over the logarithm of the rank, the first and the last rank with support among
/// them. O(points · distinct counts) after one pass. Empty where fewer than two entities have support.
std::vector<CutOff> cutOffs(std::span<const std::int64_t> descending, std::size_t points);

/// Every index within the head and within the rest.
struct CutIndices {
    std::size_t rank = 0;
    Indices head, rest; ///< of the rest, entities without support included
};
/// At the ranks of these cut-offs. A pass over the supports for each: half a second for a million and 120 of them.
/// Cancellable.
Result<std::vector<CutIndices>> indicesAt(std::span<const std::int64_t> descending, std::span<const CutOff> cuts,
                                          JobContext& job);

} // namespace core::stats
