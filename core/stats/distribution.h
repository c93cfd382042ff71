// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/stats/buckets.h"
#include "core/stats/indices.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace core::stats {

/// Support per entity, sorted descending by support (ties by name, so that the order is stable). Immutable once made;
/// shared as shared_ptr<const SupportTable>.
struct SupportTable {
    std::string entity;    ///< item, category, brand, user, query, label
    std::string measure;   ///< items, events, impression, click, cart, purchase, quantity, revenue …
    std::string splitName; ///< empty = all rows
    std::vector<std::string> names;
    std::vector<std::string> details; ///< e.g. the item's title; empty or as long as names
    std::vector<std::int64_t> counts; ///< ≥ 0, descending
};
using SupportTablePtr = std::shared_ptr<const SupportTable>;

struct BucketSummary {
    std::int64_t entities = 0;
    std::int64_t total = 0;
    double share = 0; ///< of all support
};
struct DistributionSummary {
    std::int64_t entities = 0;
    std::int64_t total = 0;
    Indices indices;
    BucketRule rule;
    BucketBorders borders;
    std::array<BucketSummary, kBucketCount> buckets; ///< by Bucket; those that the rule lacks are empty
};
DistributionSummary summarise(std::span<const std::int64_t> descending, const BucketRule& rule);
/// The same with indices that are already known: they do not depend on the rule, so a dragged border need not redo
/// them.
DistributionSummary summarise(std::span<const std::int64_t> descending, const BucketRule& rule, const Indices& indices);

/// The stable JSON of `describe`: entity, measure, entities, total, indices{…}, buckets{rule, head{entities, share},
/// …}.
Json distributionJson(const SupportTable& table, const DistributionSummary& summary);

/// Points of the Lorenz curve (cumulative share of entities, cumulative share of support), ascending, at most
/// `points`+1, (0,0) and (1,1) included.
std::vector<std::pair<double, double>> lorenzCurve(std::span<const std::int64_t> descending, std::size_t points);

/// Log-binned histogram of supports: `perDecade` bins per factor of ten; support 0 is left out.
struct LogBin {
    double low = 0, high = 0; ///< low ≤ support < high
    std::int64_t entities = 0;
};
std::vector<LogBin> logHistogram(std::span<const std::int64_t> descending, int perDecade);

/// Discrete power law p(x) ∝ x^−α above a given x_min by the approximate maximum-likelihood estimator
/// α ≈ 1 + n / Σ ln(x_i / (x_min − ½)) (Clauset, Shalizi, Newman 2009, eq. 3.7). 0 when fewer than 2 supports qualify.
double powerLawExponent(std::span<const std::int64_t> descending, std::int64_t xMin);

} // namespace core::stats
