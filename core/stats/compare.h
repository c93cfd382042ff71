// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/stats/metrics.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace core::stats {

/// Difference run − baseline of a metric with a percentile interval.
struct Difference {
    double value = 0; ///< on the evaluated set itself
    double low = 0, high = 0;
    double pValue = 1; ///< two-sided bootstrap p: 2·min(P(d* ≤ 0), P(d* ≥ 0)), at least 1/(resamples+1)
};

struct BootstrapConfig {
    int resamples = 2000;
    double confidence = 0.95;
    std::uint64_t seed = 1;
};

/// Paired bootstrap: both runs must have predicted the same examples in the same order. Examples are resampled with
/// replacement, the metric of both runs is computed on each resample, the difference's percentiles give the interval
/// (FORMULAS C5). Stratified by true class, so that no resample loses a rare class. NaN values give NaN results.
/// Keys = `metrics` (names of metricNames()).
Result<std::map<std::string, Difference>> pairedBootstrap(const Predictions& baseline, const Predictions& run,
                                                          std::span<const Bucket> bucketOfClass,
                                                          const std::vector<std::string>& metrics,
                                                          const BootstrapConfig& config, JobContext& job);

/// Percentile interval of each metric of one run, resampled in the same way (value, low, high; pValue unused).
Result<std::map<std::string, Difference>> bootstrapIntervals(const Predictions& run,
                                                             std::span<const Bucket> bucketOfClass,
                                                             const std::vector<std::string>& metrics,
                                                             const BootstrapConfig& config, JobContext& job);

/// Holm's step-down adjustment; the order of the input is kept.
std::vector<double> holmAdjusted(const std::vector<double>& pValues);

} // namespace core::stats
