// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/stats/buckets.h"
#include "core/stats/metrics.h"

#include <map>
#include <string>
#include <vector>

namespace core::output {

/// A predictions file that any program wrote: CSV with columns id, label, prediction and, optionally, score_<class>.
struct EvaluatedFile {
    std::vector<std::string> ids;
    std::vector<std::string> classNames; ///< sorted
    stats::Predictions predictions;
    bool hasScores = false;
    bool hasSupport = false;
    std::vector<std::int64_t> trainSupport; ///< zeros when no supports were given
    std::vector<stats::Bucket> bucketOfClass;
    stats::Metrics metrics;
    std::string path;
};

/// Reads and evaluates. `prediction` may be absent when there are scores (argmax). `supportsPath`: CSV with columns
/// label,support (training rows); empty = no buckets (all classes head; bucket metrics are left out of the JSON).
/// Bad rows are errors that name file, line, column and value.
Result<EvaluatedFile> evaluateFile(const std::string& path, const std::string& supportsPath,
                                   const stats::BucketRule& rule);

/// {file, examples, classes, metrics{…}, per_class[]}; with supports also buckets{rule, head{classes[]}, …}, and the
/// buckets in `metrics` and `per_class`.
Json evaluationJson(const EvaluatedFile& file, const stats::BucketRule& rule);

} // namespace core::output
