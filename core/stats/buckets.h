// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::stats {

/// Cold = support 0.
enum class Bucket : std::uint8_t { Head = 0, Mid = 1, Tail = 2, Cold = 3 };
inline constexpr int kBucketCount = 4;
inline constexpr std::array<Bucket, kBucketCount> kBuckets{Bucket::Head, Bucket::Mid, Bucket::Tail, Bucket::Cold};

/// "head", "mid", "tail", "cold".
std::string_view bucketName(Bucket bucket);

/// How entities are put into buckets. Stored, as text, with every number that depends on it.
struct BucketRule {
    enum class Kind {
        Share, ///< sorted by support: head until `first` of the total is reached (crossing entity included), mid until
               ///< `second`
        Shots, ///< head > first, mid second … first inclusive, tail < second (defaults 100, 20)
        Thresholds, ///< head ≥ first, mid ≥ second, else tail
        Quantiles,  ///< sorted by support: head = the first ⌈first · n⌉ of the n entities with support, mid up to
                    ///< `second`
    };
    Kind kind = Kind::Share;
    double first = 0.80;
    double second = 0.95;

    friend bool operator==(const BucketRule&, const BucketRule&) = default;
};

/// "share:0.8,0.95", "shots:100,20", "thresholds:1000,100", "quantiles:0.2,0.5". parse also takes the bare kind.
std::string formatBucketRule(const BucketRule& rule);
/// Usage / ParameterOutOfRange (share and quantiles: 0 < first ≤ second ≤ 1; shots and thresholds: first ≥ second ≥ 0).
Result<BucketRule> parseBucketRule(std::string_view text);

/// Bucket per entity, in the order given. Ties in support keep the order given.
/// Entities with support 0 are Cold under every rule. Negative supports are not allowed.
std::vector<Bucket> assignBuckets(std::span<const std::int64_t> support, const BucketRule& rule);

/// The same for supports sorted in descending order: the positions where mid, tail and cold begin (head begins at 0).
struct BucketBorders {
    std::size_t mid = 0, tail = 0, cold = 0;
    friend bool operator==(const BucketBorders&, const BucketBorders&) = default;
};
BucketBorders bucketBorders(std::span<const std::int64_t> descending, const BucketRule& rule);
/// The Share rule that puts the borders at these positions (used while a border is dragged).
BucketRule ruleForBorders(std::span<const std::int64_t> descending, const BucketBorders& borders,
                          BucketRule::Kind kind);

} // namespace core::stats
