// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/indices.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace core::stats {
namespace {

double sumOf(std::span<const std::int64_t> counts) {
    return static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
}

/// Calls use(count, first, last) for every run of equal counts: long tails are full of ties.
template <class Use> void eachRun(std::span<const std::int64_t> descending, Use use) {
    for (std::size_t i = 0; i < descending.size();) {
        std::size_t end = i + 1;
        while (end < descending.size() && descending[end] == descending[i])
            ++end;
        use(static_cast<double>(descending[i]), i, end);
        i = end;
    }
}

std::size_t partOf(std::size_t entities, double percent) {
    // 7 % of 100 is 7.000000000000001 in doubles: the ceiling must not make it eight.
    constexpr double kSlip = 1e-9;
    const double part = std::ceil(static_cast<double>(entities) * percent / 100.0 - kSlip);
    return std::min(entities, static_cast<std::size_t>(std::max(0.0, part)));
}

/// Σ over the runs that depends on p = n/N alone.
struct Sums {
    double entropy = 0, divergence = 0, gini = 0;
};

Sums sumsOf(std::span<const std::int64_t> descending, double total) {
    const auto c = static_cast<double>(descending.size());
    const double even = 1.0 / c;
    Sums sums;
    eachRun(descending, [&](double count, std::size_t first, std::size_t last) {
        const auto run = static_cast<double>(last - first);
        // The ascending rank of position k is C − k; summed over the run this is one product.
        const double ranks = run * (c - (static_cast<double>(first) + static_cast<double>(last) - 1) / 2);
        sums.gini += (2 * ranks - run * (c + 1)) * count;
        const double p = count / total, middle = (p + even) / 2;
        sums.divergence += run * 0.5 * even * std::log(even / middle);
        if (count > 0) {
            sums.entropy -= run * p * std::log(p);
            sums.divergence += run * 0.5 * p * std::log(p / middle);
        }
    });
    return sums;
}

} // namespace

Indices computeIndices(std::span<const std::int64_t> descending) {
    Indices indices;
    const std::size_t classes = descending.size();
    const double total = sumOf(descending);
    if (classes == 0 || total <= 0)
        return indices;
    const auto c = static_cast<double>(classes);
    const auto positive = static_cast<std::size_t>(
        std::partition_point(descending.begin(), descending.end(), [](std::int64_t n) { return n > 0; }) -
        descending.begin());
    const Sums sums = sumsOf(descending, total);
    const auto largest = static_cast<double>(descending.front());
    indices.imbalanceRatio = largest / static_cast<double>(descending[positive - 1]);
    indices.betweenClassDifference = (largest - static_cast<double>(descending.back())) / total;
    indices.coverage = static_cast<double>(positive) / c;
    indices.gini = std::max(0.0, sums.gini / (c * total));
    indices.entropy = std::max(0.0, sums.entropy);
    indices.normalisedEntropy = classes == 1 ? 1.0 : std::min(1.0, indices.entropy / std::log(c));
    indices.effectiveNumber = std::exp(indices.entropy);
    indices.klToUniform = std::max(0.0, std::log(c) - indices.entropy);
    indices.jsToUniform = std::max(0.0, sums.divergence);
    indices.wassersteinToUniform = classes == 1 ? 0.0 : c * indices.gini / (2 * (c - 1));
    indices.theilT = indices.klToUniform;
    indices.atkinson = atkinsonIndex(descending, kAtkinsonEpsilon);
    indices.lrid = 2 * total * indices.klToUniform;
    indices.top1PctShare = topShare(descending, 1);
    indices.top20PctShare = topShare(descending, 20);
    indices.bottom50PctShare = bottomShare(descending, 50);
    return indices;
}

Json indicesJson(const Indices& indices) {
    return Json{{"imbalance_ratio", indices.imbalanceRatio},
                {"between_class_difference", indices.betweenClassDifference},
                {"coverage", indices.coverage},
                {"gini", indices.gini},
                {"entropy", indices.entropy},
                {"normalised_entropy", indices.normalisedEntropy},
                {"effective_number", indices.effectiveNumber},
                {"kl_to_uniform", indices.klToUniform},
                {"js_to_uniform", indices.jsToUniform},
                {"wasserstein_to_uniform", indices.wassersteinToUniform},
                {"theil_t", indices.theilT},
                {"atkinson_0_5", indices.atkinson},
                {"lrid", indices.lrid},
                {"top_1pct_share", indices.top1PctShare},
                {"top_20pct_share", indices.top20PctShare},
                {"bottom_50pct_share", indices.bottom50PctShare}};
}

double atkinsonIndex(std::span<const std::int64_t> descending, double epsilon) {
    const double total = sumOf(descending);
    if (total <= 0 || epsilon <= 0)
        return 0;
    if (epsilon >= 1 && descending.back() == 0)
        return 1;
    const auto c = static_cast<double>(descending.size());
    const double mean = total / c, power = 1 - epsilon;
    double sum = 0;
    eachRun(descending, [&](double count, std::size_t first, std::size_t last) {
        if (count > 0)
            sum += static_cast<double>(last - first) *
                   (power == 0 ? std::log(count / mean) : std::pow(count / mean, power));
    });
    const double equal = power == 0 ? std::exp(sum / c) : std::pow(sum / c, 1 / power);
    return std::clamp(1 - equal, 0.0, 1.0);
}

double topShare(std::span<const std::int64_t> descending, double percent) {
    const double total = sumOf(descending);
    return total > 0 ? sumOf(descending.first(partOf(descending.size(), percent))) / total : 0;
}

double bottomShare(std::span<const std::int64_t> descending, double percent) {
    const double total = sumOf(descending);
    return total > 0 ? sumOf(descending.last(partOf(descending.size(), percent))) / total : 0;
}

} // namespace core::stats
