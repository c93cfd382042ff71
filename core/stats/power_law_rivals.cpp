// SPDX-License-Identifier: GPL-3.0-or-later
// What is not a power law: the rivals of one, and the law of ranks.
#include "core/stats/minimise.h"
#include "core/stats/power_law.h"
#include "core/stats/tally.h"
#include "core/stats/zeta.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace core::stats {
namespace {

/// ln(Q(a) − Q(b)) for a < b, Q the upper tail of the standard normal; exact far out, where Q itself is 0.
double logNormalBetween(double a, double b) {
    if (a < 0 && b > 0)
        return std::log(0.5 * (std::erfc(a / std::numbers::sqrt2) - std::erfc(b / std::numbers::sqrt2)));
    if (b <= 0)
        return logNormalBetween(-b, -a);
    // The scaled tail e^(a²/2) Q(a) by its continued fraction (DLMF 7.9.4) where erfc would vanish.
    const auto scaled = [](double x) {
        constexpr double kDirect = 5;
        if (x < kDirect)
            return std::exp(x * x / 2) * 0.5 * std::erfc(x / std::numbers::sqrt2);
        double fraction = x;
        for (int k = 60; k > 0; --k)
            fraction = x + k / fraction;
        return 1 / (fraction * std::sqrt(2 * std::numbers::pi));
    };
    const double difference = scaled(a) - scaled(b) * std::exp((a - b) * (a + b) / 2);
    return difference > 0 ? std::log(difference) - a * a / 2 : -1e300;
}

struct TailView {
    const Tally& tally;
    std::size_t first;
    std::int64_t xMin;
    double n = 0, mean = 0, meanLog = 0, deviationLog = 0;

    TailView(const Tally& all, std::int64_t least) : tally(all), first(all.from(least)), xMin(least) {
        double squares = 0;
        each([&](double x, double times) {
            n += times;
            mean += times * x;
            meanLog += times * std::log(x);
            squares += times * std::log(x) * std::log(x);
        });
        if (n > 0) {
            mean /= n;
            meanLog /= n;
            deviationLog = std::sqrt(std::max(1e-6, squares / n - meanLog * meanLog));
        }
    }
    template <class Use> void each(Use use) const {
        for (std::size_t i = first; i < tally.values.size(); ++i)
            use(static_cast<double>(tally.values[i]), static_cast<double>(tally.times[i]));
    }
};

using LogDensity = std::function<double(double)>;

LogDensity logNormalDensity(double mu, double sigma, std::int64_t xMin) {
    const auto z = [mu, sigma](double x) { return (std::log(x) - mu) / sigma; };
    // Everything from x_min − ½ up: Q at that point.
    constexpr double kInfinity = 1e6;
    const double norm = logNormalBetween(z(static_cast<double>(xMin) - 0.5), kInfinity);
    return [z, norm](double x) { return logNormalBetween(z(x - 0.5), z(x + 0.5)) - norm; };
}

PowerLawRival fitLogNormal(const TailView& tail) {
    PowerLawRival rival;
    rival.name = "log_normal";
    const auto cost = [&](double mu, double logSigma) {
        const LogDensity density = logNormalDensity(mu, std::exp(logSigma), tail.xMin);
        double sum = 0;
        tail.each([&](double x, double times) { sum += times * density(x); });
        return std::isfinite(sum) ? -sum : 1e300;
    };
    // Where the data are a power law the best log-normal runs off to μ → −∞ along a ridge: the box ends it.
    constexpr double kLeastMu = -1'000, kMostMu = 100, kLeastSigma = 1e-3, kMostSigma = 100, kNear = 1e-3;
    const auto found = leastAt(cost, {tail.meanLog, std::log(tail.deviationLog)}, {kLeastMu, std::log(kLeastSigma)},
                               {kMostMu, std::log(kMostSigma)});
    rival.first = found[0];
    rival.second = std::exp(found[1]);
    rival.atLimit = rival.first < kLeastMu * (1 - kNear) || rival.second > kMostSigma * (1 - kNear);
    return rival;
}

PowerLawRival fitExponential(const TailView& tail) {
    PowerLawRival rival;
    rival.name = "exponential";
    rival.first = std::log1p(1 / std::max(1e-12, tail.mean - static_cast<double>(tail.xMin)));
    return rival;
}

LogDensity exponentialDensity(double lambda, std::int64_t xMin) {
    const double norm = std::log1p(-std::exp(-lambda)), from = static_cast<double>(xMin);
    return [lambda, norm, from](double x) { return norm - lambda * (x - from); };
}

/// Vuong's test, equations C.3 to C.6.
void compare(const TailView& tail, const PowerLawFit& fit, const LogDensity& density, PowerLawRival& rival) {
    const double norm = logHurwitzZeta(fit.alpha, static_cast<double>(fit.xMin));
    double squares = 0;
    tail.each([&](double x, double times) {
        const double theirs = density(x), difference = -fit.alpha * std::log(x) - norm - theirs;
        rival.logLikelihood += times * theirs;
        rival.ratio += times * difference;
        squares += times * difference * difference;
    });
    const double mean = rival.ratio / tail.n, variance = squares / tail.n - mean * mean;
    if (variance <= 0)
        return;
    rival.statistic = rival.ratio / std::sqrt(tail.n * variance);
    rival.p = std::erfc(std::abs(rival.statistic) / std::numbers::sqrt2);
}

/// Runs of equal counts over the ranks: ranks first+1 … last have `count`.
struct Run {
    double first, last, count;
};

std::vector<Run> runsOf(std::span<const std::int64_t> descending) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i < descending.size() && descending[i] > 0;) {
        std::size_t end = i + 1;
        while (end < descending.size() && descending[end] == descending[i])
            ++end;
        runs.push_back({static_cast<double>(i), static_cast<double>(end), static_cast<double>(descending[i])});
        i = end;
    }
    return runs;
}

} // namespace

std::vector<PowerLawRival> comparePowerLaw(std::span<const std::int64_t> counts, const PowerLawFit& fit) {
    const Tally tally = Tally::of(counts);
    const TailView tail(tally, fit.xMin);
    if (tail.n < 2)
        return {};
    PowerLawRival logNormal = fitLogNormal(tail);
    compare(tail, fit, logNormalDensity(logNormal.first, logNormal.second, fit.xMin), logNormal);
    PowerLawRival exponential = fitExponential(tail);
    compare(tail, fit, exponentialDensity(exponential.first, fit.xMin), exponential);
    return {logNormal, exponential};
}

double ZipfMandelbrotFit::share(double rank) const {
    return std::exp(-s * std::log(rank + q) - logNormaliser);
}

std::optional<ZipfMandelbrotFit> fitZipfMandelbrot(std::span<const std::int64_t> descending) {
    const std::vector<Run> runs = runsOf(descending);
    if (runs.size() < 2 || runs.back().last < 3)
        return {};
    constexpr double kMostSteep = 50;
    const double ranks = runs.back().last;
    double total = 0;
    for (const Run& run : runs)
        total += run.count * (run.last - run.first);
    const auto cost = [&](double s, double logQ) {
        const double q = std::expm1(logQ);
        double logs = 0; // Σ n ln(r + q); over a run of ranks it is the logarithm of a quotient of gamma functions
        for (const Run& run : runs)
            logs += run.count * (run.last - run.first == 1
                                     ? std::log(run.last + q)
                                     : std::lgamma(run.last + q + 1) - std::lgamma(run.first + q + 1));
        return s * logs / total + logPowerSum(s, 1 + q, ranks);
    };
    const auto found = leastAt(cost, {1.0, std::log1p(1.0)}, {0, 0}, {kMostSteep, std::log1p(100 * ranks)});
    if (found[0] > 0.99 * kMostSteep)
        return {}; // it falls faster than any power: an exponential describes it
    ZipfMandelbrotFit fit;
    fit.s = found[0];
    fit.q = std::expm1(found[1]);
    fit.ranks = static_cast<std::int64_t>(ranks);
    fit.logNormaliser = logPowerSum(fit.s, 1 + fit.q, ranks);
    double running = 0;
    for (const Run& run : runs) { // the difference is largest at the end of a run
        running += run.count * (run.last - run.first);
        fit.ks = std::max(
            fit.ks, std::abs(running / total - std::exp(logPowerSum(fit.s, 1 + fit.q, run.last) - fit.logNormaliser)));
    }
    return fit;
}

Json zipfMandelbrotJson(const ZipfMandelbrotFit& fit) {
    return Json{{"s", fit.s}, {"q", fit.q}, {"ranks", fit.ranks}, {"ks", fit.ks}};
}

} // namespace core::stats
