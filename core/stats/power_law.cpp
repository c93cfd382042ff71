// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/power_law.h"

#include "core/base/noop.h"
#include "core/base/rng.h"
#include "core/stats/tally.h"
#include "core/stats/zeta.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core::stats {
namespace {

constexpr double kLeastAlpha = 1.0001, kMostAlpha = 25;

/// Sums over the values from each position on: count and Σ ln x.
struct Suffix {
    std::vector<double> times, logs;
    explicit Suffix(const Tally& tally) : times(tally.values.size() + 1), logs(tally.values.size() + 1) {
        for (std::size_t i = tally.values.size(); i-- > 0;) {
            const auto n = static_cast<double>(tally.times[i]);
            times[i] = times[i + 1] + n;
            logs[i] = logs[i + 1] + n * std::log(static_cast<double>(tally.values[i]));
        }
    }
};

/// The α that maximises −ln ζ(α, xMin) − α·meanLog: Newton on the derivative, which is monotone because the likelihood
/// is concave; derivatives of ln ζ by central differences.
double bestAlpha(double xMin, double meanLog) {
    constexpr double kStep = 1e-4, kEnough = 1e-10;
    constexpr int kMostSteps = 60;
    // Equation 3.7, the approximation for large x_min.
    double alpha = std::clamp(1 + 1 / std::max(1e-6, meanLog - std::log(xMin - 0.5)), 1.05, kMostAlpha);
    for (int i = 0; i < kMostSteps; ++i) {
        const double step = std::min(kStep, (alpha - 1) / 4);
        const double low = logHurwitzZeta(alpha - step, xMin), here = logHurwitzZeta(alpha, xMin),
                     high = logHurwitzZeta(alpha + step, xMin);
        const double slope = (high - low) / (2 * step) + meanLog, curve = (high - 2 * here + low) / (step * step);
        double next = curve > 0 ? alpha - slope / curve : alpha * (slope > 0 ? 0.5 : 2);
        next = std::clamp(next, std::max(kLeastAlpha, 1 + (alpha - 1) / 4), std::min(kMostAlpha, 1 + (alpha - 1) * 4));
        if (std::abs(next - alpha) < kEnough * alpha)
            return next;
        alpha = next;
    }
    return alpha;
}

/// KS distance over all whole numbers ≥ values[first]; gives up once it exceeds `most`.
double ksDistance(const Tally& tally, std::size_t first, double alpha, double total, double most) {
    const double norm = logHurwitzZeta(alpha, static_cast<double>(tally.values[first]));
    double below = 0, worst = 0; // counts < x
    for (std::size_t i = first; i < tally.values.size() && worst <= most; ++i) {
        const auto x = static_cast<double>(tally.values[i]);
        // P(X < x), just before the step of the data at x, and P(X ≤ x), just after it.
        const double before = 1 - std::exp(logHurwitzZeta(alpha, x) - norm);
        const double at = 1 - std::exp(logHurwitzZeta(alpha, x + 1) - norm);
        worst = std::max(worst, std::abs(before - below / total));
        below += static_cast<double>(tally.times[i]);
        worst = std::max(worst, std::abs(at - below / total));
    }
    return worst;
}

std::optional<PowerLawFit> fitTally(const Tally& tally, const PowerLawOptions& options) {
    const std::size_t distinct = tally.values.size();
    const Suffix suffix(tally);
    std::size_t first = 0, last = distinct; // candidates
    if (options.xMin) {
        first = tally.from(*options.xMin);
        last = std::min(distinct, first + 1);
    }
    while (last > first &&
           (last == distinct || (!options.xMin && suffix.times[last - 1] < static_cast<double>(options.leastTail))))
        --last; // two distinct counts at least, and enough of them
    std::optional<PowerLawFit> best;
    const std::size_t candidates = last - first,
                      step =
                          std::max<std::size_t>(1, (candidates + options.mostCandidates - 1) / options.mostCandidates);
    for (std::size_t i = first; i < last; i += step) {
        PowerLawFit fit;
        fit.xMin = options.xMin.value_or(tally.values[i]);
        const double n = suffix.times[i], x = static_cast<double>(fit.xMin);
        fit.alpha = bestAlpha(x, suffix.logs[i] / n);
        if (fit.alpha >= kMostAlpha || fit.alpha <= kLeastAlpha)
            continue; // no power law at all from here on
        fit.ks = ksDistance(tally, i, fit.alpha, n, best ? best->ks : 1.0);
        if (best && fit.ks >= best->ks)
            continue;
        fit.tail = static_cast<std::int64_t>(n);
        fit.alphaError = (fit.alpha - 1) / std::sqrt(n);
        fit.logLikelihood = -n * logHurwitzZeta(fit.alpha, x) - fit.alpha * suffix.logs[i];
        best = fit;
    }
    return best;
}

/// Draws counts from a fit: by table near x_min, where nearly all of them are, by eq. D.6 beyond.
class PowerLawSource {
public:
    explicit PowerLawSource(const PowerLawFit& fit) : m_xMin(static_cast<double>(fit.xMin)), m_alpha(fit.alpha) {
        constexpr int kTable = 1 << 14;
        const double norm = logHurwitzZeta(fit.alpha, m_xMin);
        for (int i = 0; i < kTable; ++i)
            m_above.push_back(std::exp(logHurwitzZeta(fit.alpha, m_xMin + i) - norm)); // P(X ≥ x_min + i)
    }
    std::int64_t draw(Rng& rng) const {
        const double u = 1 - rng.uniform(); // (0, 1]
        if (u <= m_above.back()) {
            const double x = (m_xMin - 0.5) * std::pow(u, -1 / (m_alpha - 1)) + 0.5;
            constexpr double kMost = 9e15;
            return static_cast<std::int64_t>(std::min(x, kMost));
        }
        // The last i with P(X ≥ x_min + i) ≥ u.
        const auto after = std::partition_point(m_above.begin(), m_above.end(), [u](double p) { return p >= u; });
        return static_cast<std::int64_t>(m_xMin) + (after - m_above.begin()) - 1;
    }

private:
    double m_xMin, m_alpha;
    std::vector<double> m_above;
};

} // namespace

std::optional<PowerLawFit> fitPowerLaw(std::span<const std::int64_t> counts, const PowerLawOptions& options) {
    return fitTally(Tally::of(counts), options);
}

Result<PowerLawTest> testPowerLaw(std::span<const std::int64_t> counts, const PowerLawFit& fit, int repetitions,
                                  std::uint64_t seed, JobContext& job, const PowerLawOptions& options) {
    if (repetitions < 1)
        return Error(ErrorCode::ParameterOutOfRange, "1 or more").at("repetitions", std::to_string(repetitions));
    job.begin(TL_NOOP("Job", "Testing the power law"), repetitions, "repetitions");
    std::vector<std::int64_t> body;
    std::int64_t total = 0;
    for (const std::int64_t count : counts)
        if (count > 0) {
            ++total;
            if (count < fit.xMin)
                body.push_back(count);
        }
    const double tailShare = total > 0 ? static_cast<double>(fit.tail) / static_cast<double>(total) : 0;
    const PowerLawSource source(fit);
    Rng rng = Rng::forPurpose(seed, "power law");
    PowerLawTest test;
    int farther = 0;
    std::vector<std::int64_t> drawn(static_cast<std::size_t>(total));
    for (; test.repetitions < repetitions; ++test.repetitions) {
        TL_CHECK_STATUS(job.check());
        for (std::int64_t& count : drawn)
            count = body.empty() || rng.uniform() < tailShare ? source.draw(rng) : body[rng.below(body.size())];
        const auto again = fitPowerLaw(drawn, options);
        farther += again && again->ks >= fit.ks;
        job.report(test.repetitions + 1);
    }
    test.p = static_cast<double>(farther) / repetitions;
    return test;
}

Json powerLawJson(const PowerLawFit& fit, const std::vector<PowerLawRival>& rivals,
                  const std::optional<PowerLawTest>& test) {
    Json json{{"x_min", fit.xMin},
              {"alpha", fit.alpha},
              {"alpha_error", fit.alphaError},
              {"ks", fit.ks},
              {"tail", fit.tail},
              {"log_likelihood", fit.logLikelihood},
              {"rivals", Json::object()}};
    for (const PowerLawRival& rival : rivals) {
        Json one{{"log_likelihood", rival.logLikelihood},
                 {"ratio", rival.ratio},
                 {"statistic", rival.statistic},
                 {"p", rival.p},
                 {"at_limit", rival.atLimit}};
        if (rival.name == "exponential") {
            one["lambda"] = rival.first;
        } else {
            one["mu"] = rival.first;
            one["sigma"] = rival.second;
        }
        json["rivals"][rival.name] = std::move(one);
    }
    if (test) {
        json["p"] = test->p;
        json["repetitions"] = test->repetitions;
    }
    return json;
}

} // namespace core::stats
