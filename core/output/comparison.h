// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/stats/compare.h"
#include "core/stats/metrics.h"
#include "core/store/project.h"
#include "core/store/run_store.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace core::output {

struct ComparisonRequest {
    std::vector<RunId> runs;
    std::optional<RunId> baseline; ///< none = no differences
    data::Part part = data::Part::Test;
    stats::BucketRule rule;
    /// With intervals; empty = accuracy, macro_f1, macro_recall and the recall of every bucket.
    std::vector<std::string> metrics;
    stats::BootstrapConfig bootstrap;
};

struct ComparedRun {
    store::RunRecord record;
    stats::Metrics metrics;
    std::map<std::string, stats::Difference> intervals;   ///< of the metrics themselves
    std::map<std::string, stats::Difference> differences; ///< run − baseline; empty for the baseline itself
};

struct Comparison {
    ComparisonRequest request;
    std::vector<std::string> classNames;
    std::vector<std::int64_t> trainSupport;
    std::vector<stats::Bucket> bucketOfClass;
    std::vector<ComparedRun> runs;
    /// False for a viewer copy: it holds counts and not what was said of each row, so there are no differences, which
    /// need both runs' answers to the same row.
    bool paired = true;
};

/// "head_recall", "mid_recall" … of the buckets of a rule, cold left out: no class of it was trained on.
std::vector<std::string> bucketMetrics(const std::string& kind, const stats::BucketRule& rule);

/// Computes everything from stored predictions. All runs must share one split (Usage otherwise, naming the runs).
Result<Comparison> compareRuns(const store::Project& project, const ComparisonRequest& request, JobContext& job);

/// {baseline, split, part, buckets{rule, head{classes}, …}, borders{…} (border_sweep.h),
///  runs[]{id, recipe, model, seed, metrics{…}, intervals{…}, difference{metric{value, low, high}}, per_class[]}}
Json comparisonJson(const Comparison& comparison);

} // namespace core::output
