// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Power laws in counts after Clauset, Shalizi and Newman, "Power-law distributions in empirical data", SIAM Review 51
/// (2009); equation numbers are theirs. Counts are whole numbers: every distribution here is the discrete one.
namespace core::stats {

/// p(x) = x^−α / ζ(α, x_min) for x ≥ x_min.
struct PowerLawFit {
    std::int64_t xMin = 1;
    double alpha = 0;
    double alphaError = 0; ///< standard error (α − 1)/√tail, eq. 3.2
    double ks = 0;         ///< Kolmogorov–Smirnov distance of the counts ≥ x_min from the fit, eq. 3.9
    std::int64_t tail = 0; ///< counts ≥ x_min
    double logLikelihood = 0;
};

/// How another distribution over the counts ≥ x_min fits, and Vuong's test against the power law (appendix C).
struct PowerLawRival {
    std::string name; ///< "log_normal": first = μ, second = σ of ln x; "exponential": first = λ
    double first = 0, second = 0;
    double logLikelihood = 0;
    double ratio = 0;     ///< Σ ln(p_power / p_rival): > 0 speaks for the power law
    double statistic = 0; ///< ratio / (σ √n), standard normal when both are equally far from the truth
    double p = 1;         ///< two-sided: the sign of the ratio means nothing when p is large
    /// The likelihood still rises at the end of the range searched: the rival then only mimics a power law.
    bool atLimit = false;
};

/// x_min is the count at which the fit's KS distance is least (section 3.3); α maximises the likelihood (eq. 3.5).
/// Candidates are the counts that leave at least `leastTail` counts ≥ x_min; at most `mostCandidates` of them, spread
/// evenly over the distinct counts. Counts ≤ 0 are ignored. Nothing when fewer than two distinct counts qualify.
struct PowerLawOptions {
    std::int64_t leastTail = 10;
    std::size_t mostCandidates = 2'000;
    std::optional<std::int64_t> xMin; ///< fixed instead of searched for
};
std::optional<PowerLawFit> fitPowerLaw(std::span<const std::int64_t> counts, const PowerLawOptions& options = {});

/// "log_normal" and "exponential" over the same counts ≥ x_min, fitted by maximum likelihood.
std::vector<PowerLawRival> comparePowerLaw(std::span<const std::int64_t> counts, const PowerLawFit& fit);

/// How often data drawn from the fit (above x_min; below it, drawn from the data) lie farther from their own fit than
/// the data from theirs (section 4.1): a power law is ruled out when p ≤ 0.1.
struct PowerLawTest {
    double p = 0;
    int repetitions = 0;
};
/// Each repetition draws as many counts as there are and fits them anew: seconds for 1,000 repetitions of thousands of
/// counts, minutes for a million. Reports each repetition; cancellable. ParameterOutOfRange: repetitions < 1.
Result<PowerLawTest> testPowerLaw(std::span<const std::int64_t> counts, const PowerLawFit& fit, int repetitions,
                                  std::uint64_t seed, JobContext& job, const PowerLawOptions& options = {});

/// Share of support of rank r, p(r) ∝ (r + q)^−s for r = 1 … C (Mandelbrot 1953), by maximum likelihood over the counts
/// as rank frequencies; q = 0 is Zipf's law. Entities without support have no rank.
struct ZipfMandelbrotFit {
    double s = 0, q = 0;
    double logNormaliser = 0; ///< ln Σ (r + q)^−s
    std::int64_t ranks = 0;
    double ks = 0; ///< largest difference of the cumulative shares
    double share(double rank) const;
};
/// `descending` sorted from large to small. Nothing when fewer than three entities have support, or all have the
/// same, or where support falls so fast that no s up to 50 describes it.
std::optional<ZipfMandelbrotFit> fitZipfMandelbrot(std::span<const std::int64_t> descending);

/// Everything above as `describe` writes it: x_min, alpha, alpha_error, ks, tail, rivals{…}, p (when tested).
Json powerLawJson(const PowerLawFit& fit, const std::vector<PowerLawRival>& rivals,
                  const std::optional<PowerLawTest>& test);
Json zipfMandelbrotJson(const ZipfMandelbrotFit& fit);

} // namespace core::stats
