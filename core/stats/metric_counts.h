// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/metrics.h"

#include <cstdint>
#include <vector>

namespace core::stats {

/// Everything the metrics depend on: three counts a class. Shared by computeMetrics and the bootstrap, which changes
/// the counts thousands of times and never goes back to the examples.
struct ClassCounts {
    std::vector<std::int64_t> support;
    std::vector<std::int64_t> predicted;
    std::vector<std::int64_t> correct;
    explicit ClassCounts(std::size_t classes) : support(classes), predicted(classes), correct(classes) {}
};

/// Fills `metrics` (whose vectors are reused) from the counts.
void metricsFromCounts(const ClassCounts& counts, std::span<const Bucket> bucketOfClass, Metrics& metrics);

using MetricReader = double (*)(const Metrics&);
/// nullptr for an unknown name.
MetricReader metricReader(std::string_view name);

} // namespace core::stats
