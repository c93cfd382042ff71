// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/buckets.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <numeric>
#include <optional>

namespace core::stats {
namespace {

struct KindEntry {
    BucketRule::Kind kind;
    std::string_view name;
};
constexpr std::array kKinds{
    KindEntry{BucketRule::Kind::Share, "share"},
    KindEntry{BucketRule::Kind::Shots, "shots"},
    KindEntry{BucketRule::Kind::Thresholds, "thresholds"},
    KindEntry{BucketRule::Kind::Quantiles, "quantiles"},
};

constexpr std::size_t kFewestLimits = kFewestBuckets - 1, kMostLimits = kMostBuckets - 1;

/// By kind, then by the number of limits. Those for more buckets keep the limits of those for three.
const std::array<std::array<std::vector<double>, kMostLimits - kFewestLimits + 1>, kKinds.size()>& usualLimits() {
    static const std::array<std::array<std::vector<double>, kMostLimits - kFewestLimits + 1>, kKinds.size()> kLimits{
        {{{{0.8, 0.95},
           {0.5, 0.8, 0.95},
           {0.5, 0.8, 0.9, 0.95},
           {0.5, 0.7, 0.8, 0.9, 0.95},
           {0.5, 0.7, 0.8, 0.9, 0.95, 0.99}}},
         {{{100, 20}, {100, 20, 5}, {1000, 100, 20, 5}, {1000, 100, 50, 20, 5}, {1000, 500, 100, 50, 20, 5}}},
         {{{1000, 100},
           {1000, 100, 10},
           {10000, 1000, 100, 10},
           {10000, 1000, 100, 10, 2},
           {100000, 10000, 1000, 100, 10, 2}}},
         {{{0.2, 0.5},
           {0.1, 0.2, 0.5},
           {0.05, 0.1, 0.2, 0.5},
           {0.01, 0.05, 0.1, 0.2, 0.5},
           {0.01, 0.05, 0.1, 0.2, 0.5, 0.8}}}}};
    return kLimits;
}

// Keeps 0.95 · 20 from being one ulp above 19; far below one row for any total under 10^12.
constexpr double kSlack = 1e-12;

std::string shortest(double value) {
    std::array<char, 400> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return {text.data(), result.ptr};
}

std::optional<double> numberOf(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc() || result.ptr != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

Error usageError(std::string_view text) {
    return Error(ErrorCode::Usage, "“" + std::string(text) +
                                       "” is no bucket rule. Write share:0.8,0.95, shots:100,20, "
                                       "thresholds:1000,100 or quantiles:0.2,0.5, with up to six numbers "
                                       "for up to seven buckets.");
}

bool isShareLike(BucketRule::Kind kind) {
    return kind == BucketRule::Kind::Share || kind == BucketRule::Kind::Quantiles;
}

Status checkRange(const BucketRule& rule, std::string_view text) {
    const std::vector<double>& limits = rule.limits;
    if (isShareLike(rule.kind)) {
        if (!(limits.front() > 0 && limits.back() <= 1 && std::is_sorted(limits.begin(), limits.end())))
            return Error(ErrorCode::ParameterOutOfRange,
                         "two to six rising shares above 0 and up to 1, such as 0.8,0.95")
                .at("buckets", std::string(text));
    } else if (!(limits.back() >= 0 && std::is_sorted(limits.begin(), limits.end(), std::greater<>()))) {
        return Error(ErrorCode::ParameterOutOfRange, "two to six falling supports of 0 or more, such as 100,20")
            .at("buckets", std::string(text));
    }
    return {};
}

/// For each share the position before which the running total is the first to reach it.
void shareBorders(std::span<const std::int64_t> positive, const std::vector<double>& shares,
                  std::vector<std::size_t>& starts) {
    const std::int64_t total = std::accumulate(positive.begin(), positive.end(), std::int64_t{0});
    std::int64_t running = 0;
    std::size_t i = 0;
    for (const double share : shares) {
        const double limit = share * static_cast<double>(total) * (1 - kSlack);
        while (i < positive.size() && static_cast<double>(running) < limit)
            running += positive[i++];
        starts.push_back(i);
    }
}

std::size_t quantileBorder(std::size_t entities, double share) {
    const double wanted = std::ceil(share * static_cast<double>(entities) * (1 - kSlack));
    return std::min(entities, static_cast<std::size_t>(wanted));
}

/// The number with the fewest decimals in (low, high], where both are shares and low < high.
double roundShareWithin(double low, double high) {
    double scale = 1;
    for (int digits = 0; digits <= 15; ++digits, scale *= 10) {
        const double candidate = std::floor(high * scale) / scale;
        if (candidate * (1 - kSlack) > low)
            return candidate;
    }
    return high;
}

std::size_t coldBorder(std::span<const std::int64_t> descending) {
    const auto cold =
        std::partition_point(descending.begin(), descending.end(), [](std::int64_t count) { return count > 0; });
    return static_cast<std::size_t>(cold - descending.begin());
}

/// `sumTo(i)`: what the first i entities hold of `total`, entities themselves under Quantiles; asked for ever larger i.
template <class SumTo>
BucketRule shareRule(BucketRule::Kind kind, double total, const std::vector<std::size_t>& starts, SumTo sumTo) {
    BucketRule rule{kind, {}};
    for (std::size_t i = 0; i < starts.size(); ++i) {
        if (i > 0 && starts[i] == starts[i - 1]) {
            rule.limits.push_back(rule.limits.back());
            continue;
        }
        const double before = sumTo(starts[i] - 1), upTo = sumTo(starts[i]);
        rule.limits.push_back(roundShareWithin(before / total, upTo / total));
    }
    return rule;
}

BucketRule supportRule(std::span<const std::int64_t> descending, const BucketBorders& at, BucketRule::Kind kind) {
    const auto above = static_cast<double>(descending.empty() ? 1 : descending.front() + 1);
    const auto count = [&](std::size_t i) { return static_cast<double>(descending[i]); };
    BucketRule rule{kind, {}};
    for (std::size_t i = 0; i < at.starts.size(); ++i) {
        const std::size_t start = at.starts[i];
        if (kind == BucketRule::Kind::Thresholds)
            rule.limits.push_back(start > 0 ? count(start - 1) : above);
        else if (i == 0 && at.starts[1] > start) // the second bucket holds the first limit itself
            rule.limits.push_back(count(start));
        else if (i == 0) // … and an empty one needs a limit between two whole numbers
            rule.limits.push_back(start < at.cold ? count(start) + 0.5 : 0.5);
        else
            rule.limits.push_back(start > at.starts[i - 1] ? count(start - 1) : rule.limits.back());
    }
    return rule;
}

} // namespace

std::string_view bucketName(Bucket bucket) {
    constexpr std::array<std::string_view, kBucketCount> kNames{"head", "mid",  "mid2", "mid3",
                                                                "mid4", "mid5", "tail", "cold"};
    return kNames[static_cast<std::size_t>(bucket)];
}

std::vector<Bucket> bucketsOf(const BucketRule& rule) {
    std::vector<Bucket> buckets{Bucket::Head};
    for (std::size_t i = 1; i < rule.limits.size(); ++i)
        buckets.push_back(kBuckets[i]);
    buckets.push_back(Bucket::Tail);
    buckets.push_back(Bucket::Cold);
    return buckets;
}

std::string formatBucketRule(const BucketRule& rule) {
    std::string text(kKinds[static_cast<std::size_t>(rule.kind)].name);
    for (std::size_t i = 0; i < rule.limits.size(); ++i)
        text += (i == 0 ? ":" : ",") + shortest(rule.limits[i]);
    return text;
}

BucketRule usualBucketRule(BucketRule::Kind kind, std::size_t buckets) {
    const std::size_t limits = std::clamp(buckets, kFewestBuckets, kMostBuckets) - 1;
    return {kind, usualLimits()[static_cast<std::size_t>(kind)][limits - kFewestLimits]};
}

Result<BucketRule> parseBucketRule(std::string_view text) {
    const auto colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    const auto entry = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindEntry& e) { return e.name == name; });
    if (entry == kKinds.end())
        return usageError(text);
    BucketRule rule = usualBucketRule(entry->kind);
    if (colon == std::string_view::npos)
        return rule;
    rule.limits.clear();
    for (std::size_t from = colon; from != std::string_view::npos;) {
        const std::size_t to = text.find(',', from + 1);
        const auto number = numberOf(text.substr(from + 1, to == std::string_view::npos ? to : to - from - 1));
        if (!number)
            return usageError(text);
        rule.limits.push_back(*number);
        from = to;
    }
    if (rule.limits.size() < kFewestLimits || rule.limits.size() > kMostLimits)
        return usageError(text);
    TL_CHECK_STATUS(checkRange(rule, text));
    return rule;
}

Bucket BucketBorders::bucket(std::size_t i) const {
    return i >= starts.size() ? Bucket::Tail : kBuckets[i];
}

Bucket BucketBorders::at(std::size_t position) const {
    if (position >= cold)
        return Bucket::Cold;
    std::size_t i = 0;
    while (i < starts.size() && position >= starts[i])
        ++i;
    return bucket(i);
}

std::pair<std::size_t, std::size_t> BucketBorders::range(std::size_t i) const {
    return {i == 0 ? 0 : starts[i - 1], i < starts.size() ? starts[i] : cold};
}

std::vector<Bucket> assignBuckets(std::span<const std::int64_t> support, const BucketRule& rule) {
    std::vector<std::size_t> order(support.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return support[a] > support[b]; });
    std::vector<std::int64_t> descending(support.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        descending[i] = support[order[i]];
    const BucketBorders borders = bucketBorders(descending, rule);
    std::vector<Bucket> buckets(support.size(), Bucket::Cold);
    for (std::size_t b = 0; b <= borders.starts.size(); ++b)
        for (auto [i, end] = borders.range(b); i < end; ++i)
            buckets[order[i]] = borders.bucket(b);
    return buckets;
}

BucketBorders bucketBorders(std::span<const std::int64_t> descending, const BucketRule& rule) {
    assert(descending.empty() || descending.back() >= 0);
    BucketBorders borders{{}, coldBorder(descending)};
    const auto positive = descending.first(borders.cold);
    const auto firstWhere = [&](auto isAbove) {
        return static_cast<std::size_t>(std::partition_point(positive.begin(), positive.end(), isAbove) -
                                        positive.begin());
    };
    if (rule.kind == BucketRule::Kind::Share)
        shareBorders(positive, rule.limits, borders.starts);
    else
        for (std::size_t i = 0; i < rule.limits.size(); ++i) {
            const double limit = rule.limits[i];
            const bool above = rule.kind == BucketRule::Kind::Shots && i == 0;
            borders.starts.push_back(
                rule.kind == BucketRule::Kind::Quantiles ? quantileBorder(positive.size(), limit)
                : above ? firstWhere([limit](std::int64_t count) { return static_cast<double>(count) > limit; })
                        : firstWhere([limit](std::int64_t count) { return static_cast<double>(count) >= limit; }));
        }
    for (std::size_t i = 1; i < borders.starts.size(); ++i)
        borders.starts[i] = std::max(borders.starts[i], borders.starts[i - 1]);
    return borders;
}

BucketRule ruleForBorders(std::span<const std::int64_t> descending, const BucketBorders& borders,
                          BucketRule::Kind kind) {
    BucketBorders at{borders.starts, coldBorder(descending)};
    if (at.cold == 0)
        return usualBucketRule(kind, borders.starts.size() + 1);
    // Shares and quantiles always put at least one entity into the head: their first limit is above 0.
    std::size_t least = isShareLike(kind) ? 1 : 0;
    for (std::size_t& start : at.starts)
        least = start = std::clamp(start, least, at.cold);
    if (!isShareLike(kind))
        return supportRule(descending, at, kind);
    if (kind == BucketRule::Kind::Quantiles)
        return shareRule(kind, static_cast<double>(at.cold), at.starts,
                         [](std::size_t end) { return static_cast<double>(end); });
    std::int64_t running = 0;
    const auto sumTo = [&, taken = std::size_t{0}](std::size_t end) mutable {
        for (; taken < end; ++taken)
            running += descending[taken];
        return static_cast<double>(running);
    };
    const std::int64_t total = std::accumulate(descending.begin(), descending.end(), std::int64_t{0});
    return shareRule(kind, static_cast<double>(total), at.starts, sumTo);
}

} // namespace core::stats
