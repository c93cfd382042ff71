// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/stats/buckets.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace core::stats {

/// What a classifier said about N examples: all that metrics need. Rows of a stored prediction set, or of a file.
struct Predictions {
    std::vector<ClassIndex> truth;
    std::vector<ClassIndex> predicted;
    int classes = 0;
    std::size_t size() const { return truth.size(); }
};

/// Precision, recall and F1 are 0 where their denominator is 0 (scikit-learn's zero_division=0).
struct ClassScore {
    double precision = 0, recall = 0, f1 = 0;
    std::int64_t support = 0;   ///< examples of the class in the evaluated set
    std::int64_t predicted = 0; ///< examples said to be of the class
    std::int64_t correct = 0;
};

/// Macro averages over the classes of a bucket that occur in the evaluated set.
struct BucketScore {
    double precision = 0, recall = 0, f1 = 0;
    std::int64_t support = 0; ///< examples
    int classes = 0;          ///< classes of the bucket that occur in the evaluated set
};

/// Macro averages run over the classes that occur in truth or prediction (scikit-learn's default `labels`); balanced
/// accuracy over the classes that occur in truth. Weighted = by class support.
struct Metrics {
    std::int64_t examples = 0;
    double accuracy = 0;
    double macroPrecision = 0, macroRecall = 0, macroF1 = 0;
    double weightedPrecision = 0, weightedRecall = 0, weightedF1 = 0;
    double balancedAccuracy = 0;
    std::vector<ClassScore> perClass;
    std::array<BucketScore, kBucketCount> buckets;
};

/// `bucketOfClass` has one entry per class (from the training supports and a rule).
Metrics computeMetrics(const Predictions& predictions, std::span<const Bucket> bucketOfClass);

/// Row-major C × C counts: rows truth, columns prediction.
std::vector<std::int64_t> confusionMatrix(const Predictions& predictions);

/// The scalar metrics by name: accuracy, macro_precision, macro_recall, macro_f1, weighted_*, balanced_accuracy,
/// head_recall, mid_recall, mid2_recall … tail_recall, head_precision, … tail_f1. In a fixed order.
const std::vector<std::string>& metricNames();
/// Those without the buckets that the rule lacks.
std::vector<std::string> metricNames(const BucketRule& rule);
/// NaN for a bucket without classes. The name must be one of metricNames().
double metricValue(const Metrics& metrics, const std::string& name);

/// The stable JSON: accuracy, macro_f1, …, head{precision, recall, f1, support, classes} and the other buckets of the
/// rule; with `classNames` also per_class[]{class, bucket, train_support, precision, recall, f1, support}. The scores
/// of a bucket without classes are null.
Json metricsJson(const Metrics& metrics, const BucketRule& rule = {});
Json perClassJson(const Metrics& metrics, std::span<const std::string> classNames,
                  std::span<const std::int64_t> trainSupport, std::span<const Bucket> bucketOfClass);

} // namespace core::stats
