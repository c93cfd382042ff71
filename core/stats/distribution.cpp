// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/distribution.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace core::stats {
namespace {

double sumOf(std::span<const std::int64_t> counts) {
    return static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
}

Json bucketJson(const BucketSummary& bucket) {
    return Json{{"entities", bucket.entities}, {"total", bucket.total}, {"share", bucket.share}};
}

} // namespace

DistributionSummary summarise(std::span<const std::int64_t> descending, const BucketRule& rule) {
    return summarise(descending, rule, computeIndices(descending));
}

DistributionSummary summarise(std::span<const std::int64_t> descending, const BucketRule& rule,
                              const Indices& indices) {
    DistributionSummary summary;
    summary.entities = static_cast<std::int64_t>(descending.size());
    summary.rule = rule;
    summary.indices = indices;
    summary.borders = bucketBorders(descending, rule);
    const BucketBorders& borders = summary.borders;
    for (std::size_t b = 0; b <= borders.starts.size(); ++b) {
        const auto [first, last] = borders.range(b);
        const auto part = descending.subspan(first, last - first);
        BucketSummary& bucket = summary.buckets[static_cast<std::size_t>(borders.bucket(b))];
        bucket.entities = static_cast<std::int64_t>(part.size());
        bucket.total = std::accumulate(part.begin(), part.end(), std::int64_t{0});
        summary.total += bucket.total;
    }
    summary.buckets[static_cast<std::size_t>(Bucket::Cold)].entities =
        static_cast<std::int64_t>(descending.size() - borders.cold);
    for (BucketSummary& bucket : summary.buckets)
        bucket.share = summary.total > 0 ? static_cast<double>(bucket.total) / static_cast<double>(summary.total) : 0;
    return summary;
}

Json distributionJson(const SupportTable& table, const DistributionSummary& summary) {
    Json json{{"entity", table.entity}, {"measure", table.measure}};
    if (!table.splitName.empty())
        json["split"] = table.splitName;
    json["entities"] = summary.entities;
    json["total"] = summary.total;
    json["indices"] = indicesJson(summary.indices);
    Json buckets{{"rule", formatBucketRule(summary.rule)}};
    for (const Bucket bucket : bucketsOf(summary.rule))
        buckets[std::string(bucketName(bucket))] = bucketJson(summary.buckets[static_cast<std::size_t>(bucket)]);
    json["buckets"] = std::move(buckets);
    return json;
}

std::vector<std::pair<double, double>> lorenzCurve(std::span<const std::int64_t> descending, std::size_t points) {
    const std::size_t classes = descending.size();
    const double total = sumOf(descending);
    if (classes == 0 || total <= 0)
        return {{0.0, 0.0}, {1.0, 1.0}};
    const std::size_t steps = std::clamp<std::size_t>(points, 1, classes);
    std::vector<std::pair<double, double>> curve{{0.0, 0.0}};
    curve.reserve(steps + 1);
    std::int64_t running = 0;
    std::size_t taken = 0;
    for (std::size_t step = 1; step <= steps; ++step) {
        // Exact in integers: step · classes stays far below 2^64.
        const std::size_t upTo = step * classes / steps;
        for (; taken < upTo; ++taken)
            running += descending[classes - 1 - taken];
        curve.emplace_back(static_cast<double>(taken) / static_cast<double>(classes),
                           static_cast<double>(running) / total);
    }
    return curve;
}

std::vector<LogBin> logHistogram(std::span<const std::int64_t> descending, int perDecade) {
    assert(perDecade >= 1);
    const auto cold =
        std::partition_point(descending.begin(), descending.end(), [](std::int64_t count) { return count > 0; });
    const auto positive = descending.first(static_cast<std::size_t>(cold - descending.begin()));
    if (positive.empty())
        return {};
    // Edges as decade · fraction: whole decades are exact, so that support 1000 never falls below the edge 1000.
    const auto edge = [perDecade](int k) {
        return std::pow(10.0, k / perDecade) * std::pow(10.0, static_cast<double>(k % perDecade) / perDecade);
    };
    const auto smallest = static_cast<double>(positive.back());
    const auto largest = static_cast<double>(positive.front());
    int k = 0;
    while (edge(k + 1) <= smallest)
        ++k;
    std::vector<LogBin> bins;
    for (; bins.empty() || bins.back().high <= largest; ++k)
        bins.push_back({edge(k), edge(k + 1), 0});
    std::size_t bin = bins.size() - 1;
    for (const std::int64_t count : positive) {
        while (static_cast<double>(count) < bins[bin].low)
            --bin;
        ++bins[bin].entities;
    }
    return bins;
}

double powerLawExponent(std::span<const std::int64_t> descending, std::int64_t xMin) {
    const std::int64_t least = std::max<std::int64_t>(xMin, 1);
    const double denominator = static_cast<double>(least) - 0.5;
    double logs = 0;
    std::size_t n = 0;
    while (n < descending.size() && descending[n] >= least) {
        std::size_t end = n + 1;
        while (end < descending.size() && descending[end] == descending[n])
            ++end;
        logs += static_cast<double>(end - n) * std::log(static_cast<double>(descending[n]) / denominator);
        n = end;
    }
    return n < 2 ? 0.0 : 1.0 + static_cast<double>(n) / logs;
}

} // namespace core::stats
