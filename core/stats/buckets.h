// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core::stats {

/// From the largest support to none. A rule uses three to seven of them, Head and Tail always, as many Mid… between
/// them as it has borders for; Cold = support 0, under every rule.
enum class Bucket : std::uint8_t { Head = 0, Mid = 1, Mid2 = 2, Mid3 = 3, Mid4 = 4, Mid5 = 5, Tail = 6, Cold = 7 };
inline constexpr int kBucketCount = 8;
inline constexpr std::array<Bucket, kBucketCount> kBuckets{Bucket::Head, Bucket::Mid,  Bucket::Mid2, Bucket::Mid3,
                                                           Bucket::Mid4, Bucket::Mid5, Bucket::Tail, Bucket::Cold};
/// Buckets of a rule, those without support not counted.
inline constexpr std::size_t kFewestBuckets = 3, kMostBuckets = 7;

/// "head", "mid", "mid2" … "mid5", "tail", "cold".
std::string_view bucketName(Bucket bucket);

/// How entities are put into buckets. Stored, as text, with every number that depends on it.
struct BucketRule {
    enum class Kind {
        Share,      ///< sorted by support: head until the first limit, as a share of the total, is reached (crossing
                    ///< entity included), the next bucket until the second …
        Shots,      ///< head > first limit; every other bucket from its own limit on, inclusive; tail below the last
        Thresholds, ///< every bucket from its own limit on, inclusive; tail below the last
        Quantiles,  ///< sorted by support: head = the first ⌈limit · n⌉ of the n entities with support …
    };
    Kind kind = Kind::Share;
    /// Between the buckets with support, two to six: rising shares of 1, or falling supports.
    std::vector<double> limits{0.80, 0.95};

    friend bool operator==(const BucketRule&, const BucketRule&) = default;
};

/// The buckets that a rule uses, from Head to Tail, Cold last: its limits + 2.
std::vector<Bucket> bucketsOf(const BucketRule& rule);

/// "share:0.8,0.95", "shots:100,20", "thresholds:1000,100", "quantiles:0.2,0.5"; with further limits for four to seven
/// buckets, as in "share:0.5,0.8,0.95". parse also takes the bare kind.
std::string formatBucketRule(const BucketRule& rule);
/// Usage / ParameterOutOfRange (share and quantiles: rising, above 0, at most 1; shots and thresholds: falling, at
/// least 0; two to six of them).
Result<BucketRule> parseBucketRule(std::string_view text);
/// The usual limits for so many buckets (kFewestBuckets … kMostBuckets): 80 and 95 % of the support, more than 100 and
/// at least 20 rows (Liu et al., CVPR 2019), and round numbers around them.
BucketRule usualBucketRule(BucketRule::Kind kind, std::size_t buckets = kFewestBuckets);

/// Bucket per entity, in the order given. Ties in support keep the order given.
/// Entities with support 0 are Cold under every rule. Negative supports are not allowed.
std::vector<Bucket> assignBuckets(std::span<const std::int64_t> support, const BucketRule& rule);

/// The same for supports sorted in descending order: the positions where buckets begin (head begins at 0).
struct BucketBorders {
    std::vector<std::size_t> starts{0, 0}; ///< of the second, third … bucket, ascending; one a limit of the rule
    std::size_t cold = 0;                  ///< where the entities without support begin; ≥ starts.back()

    std::size_t mid() const { return starts.front(); }
    std::size_t tail() const { return starts.back(); }
    /// Bucket number `i` of those with support, from 0.
    Bucket bucket(std::size_t i) const;
    Bucket at(std::size_t position) const;
    /// First and one past the last position of bucket number `i`, from 0.
    std::pair<std::size_t, std::size_t> range(std::size_t i) const;

    friend bool operator==(const BucketBorders&, const BucketBorders&) = default;
};
BucketBorders bucketBorders(std::span<const std::int64_t> descending, const BucketRule& rule);
/// The rule of this kind that puts the borders at these positions (used while a border is dragged).
BucketRule ruleForBorders(std::span<const std::int64_t> descending, const BucketBorders& borders,
                          BucketRule::Kind kind);

} // namespace core::stats
