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
    double first;
    double second;
};
constexpr std::array kKinds{
    KindEntry{BucketRule::Kind::Share, "share", 0.80, 0.95},
    KindEntry{BucketRule::Kind::Shots, "shots", 100, 20},
    KindEntry{BucketRule::Kind::Thresholds, "thresholds", 1000, 100},
    KindEntry{BucketRule::Kind::Quantiles, "quantiles", 0.2, 0.5},
};

const KindEntry& entryOf(BucketRule::Kind kind) {
    return kKinds[static_cast<std::size_t>(kind)];
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
                                       "thresholds:1000,100 or quantiles:0.2,0.5.");
}

bool isShareLike(BucketRule::Kind kind) {
    return kind == BucketRule::Kind::Share || kind == BucketRule::Kind::Quantiles;
}

Status checkRange(const BucketRule& rule, std::string_view text) {
    if (isShareLike(rule.kind)) {
        if (!(rule.first > 0 && rule.first <= rule.second && rule.second <= 1))
            return Error(ErrorCode::ParameterOutOfRange, "two rising shares above 0 and up to 1, such as 0.8,0.95")
                .at("buckets", std::string(text));
    } else if (!(rule.first >= rule.second && rule.second >= 0)) {
        return Error(ErrorCode::ParameterOutOfRange, "two falling supports of 0 or more, such as 100,20")
            .at("buckets", std::string(text));
    }
    return {};
}

/// Positions [0, result) whose running total is the first to reach `share` of the total.
std::size_t shareBorder(std::span<const std::int64_t> positive, std::int64_t total, double share) {
    const double limit = share * static_cast<double>(total) * (1 - kSlack);
    std::int64_t running = 0;
    std::size_t i = 0;
    while (i < positive.size() && static_cast<double>(running) < limit)
        running += positive[i++];
    return i;
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

/// The share of the whole at which a border lies, as a rule value: `before` and `upTo` are the running totals around
/// it.
BucketRule shareRule(BucketRule::Kind kind, double total, std::array<double, 2> mid, std::array<double, 2> tail) {
    BucketRule rule;
    rule.kind = kind;
    rule.first = roundShareWithin(mid[0] / total, mid[1] / total);
    rule.second = tail[1] > mid[1] ? roundShareWithin(tail[0] / total, tail[1] / total) : rule.first;
    return rule;
}

BucketRule supportRule(std::span<const std::int64_t> descending, const BucketBorders& at, BucketRule::Kind kind) {
    const auto above = static_cast<double>(descending.empty() ? 1 : descending.front() + 1);
    const auto count = [&](std::size_t i) { return static_cast<double>(descending[i]); };
    BucketRule rule;
    rule.kind = kind;
    if (kind == BucketRule::Kind::Thresholds) {
        rule.first = at.mid > 0 ? count(at.mid - 1) : above;
        rule.second = at.tail > 0 ? count(at.tail - 1) : above;
        return rule;
    }
    if (at.tail > at.mid) {
        rule.first = count(at.mid);
        rule.second = count(at.tail - 1);
        return rule;
    }
    // Shots keep both their limits in the middle bucket, so an empty one needs a limit between two whole numbers.
    rule.first = at.mid < at.cold ? count(at.mid) + 0.5 : 0.5;
    rule.second = rule.first;
    return rule;
}

} // namespace

std::string_view bucketName(Bucket bucket) {
    constexpr std::array<std::string_view, kBucketCount> kNames{"head", "mid", "tail", "cold"};
    return kNames[static_cast<std::size_t>(bucket)];
}

std::string formatBucketRule(const BucketRule& rule) {
    return std::string(entryOf(rule.kind).name) + ":" + shortest(rule.first) + "," + shortest(rule.second);
}

Result<BucketRule> parseBucketRule(std::string_view text) {
    const auto colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    const auto entry = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindEntry& e) { return e.name == name; });
    if (entry == kKinds.end())
        return usageError(text);
    BucketRule rule{entry->kind, entry->first, entry->second};
    if (colon == std::string_view::npos)
        return rule;
    const std::string_view numbers = text.substr(colon + 1);
    const auto comma = numbers.find(',');
    if (comma == std::string_view::npos)
        return usageError(text);
    const auto first = numberOf(numbers.substr(0, comma));
    const auto second = numberOf(numbers.substr(comma + 1));
    if (!first || !second)
        return usageError(text);
    rule.first = *first;
    rule.second = *second;
    TL_CHECK_STATUS(checkRange(rule, text));
    return rule;
}

std::vector<Bucket> assignBuckets(std::span<const std::int64_t> support, const BucketRule& rule) {
    std::vector<std::size_t> order(support.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return support[a] > support[b]; });
    std::vector<std::int64_t> descending(support.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        descending[i] = support[order[i]];
    const BucketBorders borders = bucketBorders(descending, rule);
    std::vector<Bucket> buckets(support.size(), Bucket::Head);
    for (std::size_t i = borders.mid; i < order.size(); ++i)
        buckets[order[i]] = i >= borders.cold ? Bucket::Cold : (i >= borders.tail ? Bucket::Tail : Bucket::Mid);
    return buckets;
}

BucketBorders bucketBorders(std::span<const std::int64_t> descending, const BucketRule& rule) {
    assert(descending.empty() || descending.back() >= 0);
    BucketBorders borders;
    borders.cold = coldBorder(descending);
    const auto positive = descending.first(borders.cold);
    const auto firstWhere = [&](auto isAbove) {
        return static_cast<std::size_t>(std::partition_point(positive.begin(), positive.end(), isAbove) -
                                        positive.begin());
    };
    const auto atLeast = [](double limit) {
        return [limit](std::int64_t count) { return static_cast<double>(count) >= limit; };
    };
    switch (rule.kind) {
    case BucketRule::Kind::Share: {
        const std::int64_t total = std::accumulate(positive.begin(), positive.end(), std::int64_t{0});
        borders.mid = shareBorder(positive, total, rule.first);
        borders.tail = shareBorder(positive, total, rule.second);
        break;
    }
    case BucketRule::Kind::Shots:
        borders.mid = firstWhere([&](std::int64_t count) { return static_cast<double>(count) > rule.first; });
        borders.tail = firstWhere(atLeast(rule.second));
        break;
    case BucketRule::Kind::Thresholds:
        borders.mid = firstWhere(atLeast(rule.first));
        borders.tail = firstWhere(atLeast(rule.second));
        break;
    case BucketRule::Kind::Quantiles:
        borders.mid = quantileBorder(positive.size(), rule.first);
        borders.tail = quantileBorder(positive.size(), rule.second);
        break;
    }
    borders.tail = std::max(borders.tail, borders.mid);
    return borders;
}

BucketRule ruleForBorders(std::span<const std::int64_t> descending, const BucketBorders& borders,
                          BucketRule::Kind kind) {
    BucketBorders at;
    at.cold = coldBorder(descending);
    if (at.cold == 0)
        return {kind, entryOf(kind).first, entryOf(kind).second};
    // Shares and quantiles always put at least one entity into the head: their first limit is above 0.
    at.mid = std::clamp(borders.mid, isShareLike(kind) ? std::size_t{1} : std::size_t{0}, at.cold);
    at.tail = std::clamp(borders.tail, at.mid, at.cold);
    if (!isShareLike(kind))
        return supportRule(descending, at, kind);
    if (kind == BucketRule::Kind::Quantiles) {
        const auto mid = static_cast<double>(at.mid);
        const auto tail = static_cast<double>(at.tail);
        return shareRule(kind, static_cast<double>(at.cold), {mid - 1, mid}, {tail - 1, tail});
    }
    const auto sumTo = [&](std::size_t end) {
        return static_cast<double>(std::accumulate(
            descending.begin(), descending.begin() + static_cast<std::ptrdiff_t>(end), std::int64_t{0}));
    };
    return shareRule(kind, sumTo(at.cold), {sumTo(at.mid - 1), sumTo(at.mid)}, {sumTo(at.tail - 1), sumTo(at.tail)});
}

} // namespace core::stats
