// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <span>

namespace core::stats {

/// Measures of imbalance over counts n_1 … n_C with N = Σn, p = n/N, mean μ = N/C. Entities with support 0 count as
/// entities everywhere; the imbalance ratio alone uses the smallest positive count. All are 0 when N = 0.
/// Shown with their sources in docs/distribution.md.
struct Indices {
    double imbalanceRatio = 0;         ///< max n / min positive n
    double betweenClassDifference = 0; ///< (max n − min n) / N: largest minus smallest class share
    double coverage = 0;               ///< share of the entities with support > 0
    double gini = 0;                   ///< Σ(2i−C−1)n_(i) / (C·N), n ascending; 0 … (C−1)/C
    double entropy = 0;                ///< −Σ p ln p, nats
    double normalisedEntropy = 0;      ///< entropy / ln C; 1 when C = 1
    double effectiveNumber = 0;        ///< exp(entropy): effective number of classes (Hill number of order 1)
    double klToUniform = 0;            ///< ln C − entropy, nats; Theil's T is the same number
    double jsToUniform = 0;            ///< Jensen–Shannon divergence from the uniform distribution, nats; 0 … ln 2
    /// Earth mover's distance to the uniform distribution along the ranks, which span [0, 1]: how far support would
    /// have to move. Equals C·gini / (2(C−1)). 0 when C = 1.
    double wassersteinToUniform = 0;
    double theilT = 0;   ///< (1/C) Σ (n/μ) ln(n/μ); 0 … ln C (Theil 1967)
    double atkinson = 0; ///< atkinsonIndex() with kAtkinsonEpsilon
    double lrid = 0;     ///< likelihood-ratio imbalance degree 2 Σ n ln(C·n/N) = 2N·klToUniform (Zhu et al. 2018)
    double top1PctShare = 0;     ///< share of the ⌈C/100⌉ largest
    double top20PctShare = 0;    ///< share of the ⌈C/5⌉ largest
    double bottom50PctShare = 0; ///< share of the ⌈C/2⌉ smallest
};
inline constexpr double kAtkinsonEpsilon = 0.5;

/// `descending` must be sorted from large to small. O(C); a logarithm for each distinct count, not for each entity.
Indices computeIndices(std::span<const std::int64_t> descending);
/// imbalance_ratio, between_class_difference, coverage, gini, entropy, … as `describe` writes them.
Json indicesJson(const Indices& indices);

/// 1 − ((1/C) Σ (n/μ)^(1−ε))^(1/(1−ε)); ε = 1: 1 − (Π n)^(1/C)/μ (Atkinson 1970). 0 … 1; 1 for ε ≥ 1 when an entity
/// has no support. ε ≥ 0: the larger, the more the low end counts.
double atkinsonIndex(std::span<const std::int64_t> descending, double epsilon);
/// Share of all support of the ⌈C·percent/100⌉ entities with the most (least) of it. 0 ≤ percent ≤ 100.
double topShare(std::span<const std::int64_t> descending, double percent);
double bottomShare(std::span<const std::int64_t> descending, double percent);

} // namespace core::stats
