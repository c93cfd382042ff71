// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

/// Exposure versus demand: whether an entity is rare because it is seldom shown, or because those who see it do not
/// want it.
namespace core::stats {

/// How often an entity was shown, and how often it was wanted then (clicked, bought). 0 ≤ wanted ≤ shown.
struct Exposure {
    std::int64_t shown = 0, wanted = 0;
};

/// Beta distribution of the rates of all entities: what is known of one before anybody has seen it.
struct BetaPrior {
    double alpha = 1, beta = 1;
    double mean() const { return alpha / (alpha + beta); }
    /// In impressions: as many must be seen before an entity's own rate outweighs the prior.
    double strength() const { return alpha + beta; }
    /// Posterior mean (wanted + α)/(shown + α + β), and its standard deviation.
    double rate(const Exposure& one) const;
    double deviation(const Exposure& one) const;
    /// Whether the 90 % interval of the posterior lies below the prior mean: P(rate > mean) < 5 %.
    bool surelyLess(const Exposure& one) const;
};

/// Empirical Bayes: α and β maximise the beta-binomial likelihood of all entities that were shown (Casella 1985; Gelman
/// et al., Bayesian Data Analysis, 5.3). Where every entity has the same rate the prior is a spike, and `strength` is
/// as large as it may be (1e7). Beta(1, 1) when nothing was shown.
BetaPrior fitBetaPrior(std::span<const Exposure> entities);

/// Why an entity has little support. "Sure" is BetaPrior::surelyLess().
enum class Reason {
    Wanted,    ///< at least as much as others: not sure to be below the mean, and shown as often as the median entity
    NotShown,  ///< shown less often than the median entity, and not sure to be wanted less
    NotWanted, ///< sure to be wanted less, though shown as often as the median entity
    Both       ///< sure to be wanted less, and shown less often
};
/// "wanted", "not_shown", "not_wanted", "both".
const char* reasonName(Reason reason);
/// One for each entity. The median is that of the entities that were shown at all.
std::vector<Reason> reasonsOf(std::span<const Exposure> entities, const BetaPrior& prior);

/// Impressions and clicks of one entity at one position.
struct PositionCount {
    std::uint32_t entity = 0;
    std::uint32_t position = 0; ///< 0-based index into PositionModel::propensity
    std::int64_t shown = 0, wanted = 0;
};

/// Position-based click model: P(click on i at k) = θ_k · γ_i, θ the probability that position k is looked at, γ how
/// wanted entity i is (Craswell et al. 2008), by expectation maximisation over the counts (Wang et al. 2018, without
/// features). θ of the first position is 1: only ratios can be known.
struct PositionModel {
    std::vector<double> propensity; ///< θ by position
    std::vector<double> wanted;     ///< γ by entity: the position-bias-corrected rate, relative to the first position
    int iterations = 0;
};
/// `positions` and `entities`: how many there are. Entities that were never shown have γ = 0, positions that never
/// occur θ = 0.
/// `proceed` is asked between iterations: false ends them.
PositionModel fitPositions(std::span<const PositionCount> counts, std::size_t positions, std::size_t entities,
                           const std::function<bool()>& proceed = {});

/// Inverse-propensity rate of each entity: Σ_k wanted_k/θ_k / Σ_k shown_k (Joachims et al. 2017); 0 for entities never
/// shown. θ below `leastPropensity` are raised to it: a click far down must not count for a thousand.
std::vector<double> inversePropensityRates(std::span<const PositionCount> counts, const PositionModel& model,
                                           std::size_t entities, double leastPropensity = 0.01);

} // namespace core::stats
