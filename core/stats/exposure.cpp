// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/exposure.h"

#include "core/stats/minimise.h"

#include <gsl/gsl_cdf.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace core::stats {
namespace {

constexpr double kLeastStrength = 1e-2, kMostStrength = 1e7;

/// Entities that share their numbers share their terms: long tails have few of them.
using Tallied = std::map<std::pair<std::int64_t, std::int64_t>, double>;

/// −ln likelihood of the beta-binomial, without the binomial coefficients. lgamma(x + n) − lgamma(x) as a sum of
/// logarithms where n is small: the difference of two large numbers would lose the rest.
double risingLog(double x, std::int64_t n) {
    constexpr std::int64_t kFew = 32;
    if (n > kFew)
        return std::lgamma(x + static_cast<double>(n)) - std::lgamma(x);
    double sum = 0;
    for (std::int64_t i = 0; i < n; ++i)
        sum += std::log(x + static_cast<double>(i));
    return sum;
}

} // namespace

double BetaPrior::rate(const Exposure& one) const {
    return (static_cast<double>(one.wanted) + alpha) / (static_cast<double>(one.shown) + strength());
}

double BetaPrior::deviation(const Exposure& one) const {
    const double mean = rate(one);
    return std::sqrt(mean * (1 - mean) / (static_cast<double>(one.shown) + strength() + 1));
}

bool BetaPrior::surelyLess(const Exposure& one) const {
    constexpr double kDoubt = 0.05;
    const double distance = (mean() - rate(one)) / deviation(one);
    if (!(distance > 0))
        return false;
    // Cantelli: P(rate ≥ its mean + z deviations) ≤ 1 / (1 + z²), whatever the shape.
    if (distance * distance >= 1 / kDoubt - 1)
        return true;
    const auto shown = static_cast<double>(one.shown), wanted = static_cast<double>(one.wanted);
    return gsl_cdf_beta_Q(mean(), alpha + wanted, beta + shown - wanted) < kDoubt;
}

BetaPrior fitBetaPrior(std::span<const Exposure> entities) {
    Tallied tallied;
    double shown = 0, wanted = 0;
    for (const Exposure& one : entities)
        if (one.shown > 0) {
            ++tallied[{one.shown, one.wanted}];
            shown += static_cast<double>(one.shown);
            wanted += static_cast<double>(one.wanted);
        }
    if (shown <= 0)
        return {};
    if (wanted <= 0 || wanted >= shown) // one rate, 0 or 1: half an event of doubt
        return {wanted + 0.5, shown - wanted + 0.5};
    const auto cost = [&](double logitMean, double logStrength) {
        const double mean = 1 / (1 + std::exp(-logitMean)), strength = std::exp(logStrength);
        const double alpha = mean * strength, beta = (1 - mean) * strength;
        double sum = 0;
        for (const auto& [counts, times] : tallied)
            sum += times * (risingLog(alpha, counts.second) + risingLog(beta, counts.first - counts.second) -
                            risingLog(strength, counts.first));
        return -sum;
    };
    const double logit = std::log(wanted / (shown - wanted));
    const Pair found = leastAt(cost, {logit, std::log(20.0)}, {logit - 8, std::log(kLeastStrength)},
                               {logit + 8, std::log(kMostStrength)});
    const double mean = 1 / (1 + std::exp(-found[0])), strength = std::exp(found[1]);
    return {mean * strength, (1 - mean) * strength};
}

const char* reasonName(Reason reason) {
    switch (reason) {
    case Reason::Wanted:
        return "wanted";
    case Reason::NotShown:
        return "not_shown";
    case Reason::NotWanted:
        return "not_wanted";
    case Reason::Both:
        return "both";
    }
    return "";
}

std::vector<Reason> reasonsOf(std::span<const Exposure> entities, const BetaPrior& prior) {
    std::vector<std::int64_t> shown;
    for (const Exposure& one : entities)
        if (one.shown > 0)
            shown.push_back(one.shown);
    std::int64_t median = 0;
    if (!shown.empty()) {
        const auto middle = shown.begin() + static_cast<std::ptrdiff_t>(shown.size() / 2);
        std::nth_element(shown.begin(), middle, shown.end());
        median = *middle;
    }
    std::vector<Reason> reasons;
    reasons.reserve(entities.size());
    for (const Exposure& one : entities) {
        const bool seldom = one.shown < median;
        const bool less = prior.surelyLess(one);
        reasons.push_back(less ? (seldom ? Reason::Both : Reason::NotWanted)
                               : (seldom ? Reason::NotShown : Reason::Wanted));
    }
    return reasons;
}

PositionModel fitPositions(std::span<const PositionCount> counts, std::size_t positions, std::size_t entities,
                           const std::function<bool()>& proceed) {
    PositionModel model;
    std::vector<double> shownAt(positions), shownOf(entities), wantedAt(positions), wantedOf(entities);
    for (const PositionCount& one : counts) {
        shownAt[one.position] += static_cast<double>(one.shown);
        wantedAt[one.position] += static_cast<double>(one.wanted);
        shownOf[one.entity] += static_cast<double>(one.shown);
        wantedOf[one.entity] += static_cast<double>(one.wanted);
    }
    const auto rates = [](const std::vector<double>& wanted, const std::vector<double>& shown) {
        std::vector<double> list(shown.size());
        for (std::size_t i = 0; i < list.size(); ++i)
            list[i] = shown[i] > 0 ? wanted[i] / shown[i] : 0;
        return list;
    };
    model.propensity = rates(wantedAt, shownAt);
    model.wanted = rates(wantedOf, shownOf);
    // The product is all that the data see: both start in the middle, scaled so that their product is about the rate.
    for (double& theta : model.propensity)
        theta = theta > 0 ? std::sqrt(theta) : 0;
    for (double& gamma : model.wanted)
        gamma = gamma > 0 ? std::sqrt(gamma) : 0;
    constexpr int kMostIterations = 2'000;
    constexpr double kEnough = 1e-9;
    for (double change = 1; model.iterations < kMostIterations && change > kEnough; ++model.iterations) {
        if (proceed && !proceed())
            break;
        std::vector<double> looked(positions), liked(entities);
        for (const PositionCount& one : counts) {
            const double theta = model.propensity[one.position], gamma = model.wanted[one.entity];
            const auto clicks = static_cast<double>(one.wanted);
            const double rest = static_cast<double>(one.shown) - clicks, none = std::max(1e-300, 1 - theta * gamma);
            looked[one.position] += clicks + rest * theta * (1 - gamma) / none;
            liked[one.entity] += clicks + rest * gamma * (1 - theta) / none;
        }
        change = 0;
        const auto renew = [&change](std::vector<double>& values, const std::vector<double>& sums,
                                     const std::vector<double>& shown) {
            for (std::size_t i = 0; i < values.size(); ++i) {
                const double next = shown[i] > 0 ? std::min(1.0, sums[i] / shown[i]) : 0;
                change = std::max(change, std::abs(next - values[i]));
                values[i] = next;
            }
        };
        renew(model.propensity, looked, shownAt);
        renew(model.wanted, liked, shownOf);
    }
    // Relative to the first position that occurs.
    const auto first = std::find_if(model.propensity.begin(), model.propensity.end(), [](double t) { return t > 0; });
    if (first != model.propensity.end()) {
        const double scale = *first;
        for (double& theta : model.propensity)
            theta /= scale;
        for (double& gamma : model.wanted)
            gamma *= scale;
    }
    return model;
}

std::vector<double> inversePropensityRates(std::span<const PositionCount> counts, const PositionModel& model,
                                           std::size_t entities, double leastPropensity) {
    std::vector<double> weighed(entities), shown(entities);
    for (const PositionCount& one : counts) {
        weighed[one.entity] +=
            static_cast<double>(one.wanted) / std::max(leastPropensity, model.propensity[one.position]);
        shown[one.entity] += static_cast<double>(one.shown);
    }
    for (std::size_t i = 0; i < entities; ++i)
        weighed[i] = shown[i] > 0 ? weighed[i] / shown[i] : 0;
    return weighed;
}

} // namespace core::stats
