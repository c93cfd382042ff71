// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/metrics.h"

#include "core/stats/metric_counts.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace core::stats {
namespace {

double ratio(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0.0;
}

template <Bucket B, double BucketScore::*Member> double bucketMetric(const Metrics& metrics) {
    const BucketScore& bucket = metrics.buckets[static_cast<std::size_t>(B)];
    return bucket.classes > 0 ? bucket.*Member : std::numeric_limits<double>::quiet_NaN();
}

template <double Metrics::*Member> double plainMetric(const Metrics& metrics) {
    return metrics.*Member;
}

struct MetricEntry {
    const char* name;
    MetricReader read;
};
constexpr std::array kEntries{
    MetricEntry{"accuracy", plainMetric<&Metrics::accuracy>},
    MetricEntry{"macro_precision", plainMetric<&Metrics::macroPrecision>},
    MetricEntry{"macro_recall", plainMetric<&Metrics::macroRecall>},
    MetricEntry{"macro_f1", plainMetric<&Metrics::macroF1>},
    MetricEntry{"weighted_precision", plainMetric<&Metrics::weightedPrecision>},
    MetricEntry{"weighted_recall", plainMetric<&Metrics::weightedRecall>},
    MetricEntry{"weighted_f1", plainMetric<&Metrics::weightedF1>},
    MetricEntry{"balanced_accuracy", plainMetric<&Metrics::balancedAccuracy>},
    MetricEntry{"head_recall", bucketMetric<Bucket::Head, &BucketScore::recall>},
    MetricEntry{"mid_recall", bucketMetric<Bucket::Mid, &BucketScore::recall>},
    MetricEntry{"mid2_recall", bucketMetric<Bucket::Mid2, &BucketScore::recall>},
    MetricEntry{"mid3_recall", bucketMetric<Bucket::Mid3, &BucketScore::recall>},
    MetricEntry{"mid4_recall", bucketMetric<Bucket::Mid4, &BucketScore::recall>},
    MetricEntry{"mid5_recall", bucketMetric<Bucket::Mid5, &BucketScore::recall>},
    MetricEntry{"tail_recall", bucketMetric<Bucket::Tail, &BucketScore::recall>},
    MetricEntry{"head_precision", bucketMetric<Bucket::Head, &BucketScore::precision>},
    MetricEntry{"mid_precision", bucketMetric<Bucket::Mid, &BucketScore::precision>},
    MetricEntry{"mid2_precision", bucketMetric<Bucket::Mid2, &BucketScore::precision>},
    MetricEntry{"mid3_precision", bucketMetric<Bucket::Mid3, &BucketScore::precision>},
    MetricEntry{"mid4_precision", bucketMetric<Bucket::Mid4, &BucketScore::precision>},
    MetricEntry{"mid5_precision", bucketMetric<Bucket::Mid5, &BucketScore::precision>},
    MetricEntry{"tail_precision", bucketMetric<Bucket::Tail, &BucketScore::precision>},
    MetricEntry{"head_f1", bucketMetric<Bucket::Head, &BucketScore::f1>},
    MetricEntry{"mid_f1", bucketMetric<Bucket::Mid, &BucketScore::f1>},
    MetricEntry{"mid2_f1", bucketMetric<Bucket::Mid2, &BucketScore::f1>},
    MetricEntry{"mid3_f1", bucketMetric<Bucket::Mid3, &BucketScore::f1>},
    MetricEntry{"mid4_f1", bucketMetric<Bucket::Mid4, &BucketScore::f1>},
    MetricEntry{"mid5_f1", bucketMetric<Bucket::Mid5, &BucketScore::f1>},
    MetricEntry{"tail_f1", bucketMetric<Bucket::Tail, &BucketScore::f1>},
};

/// Sums that become averages: over classes seen anywhere, over classes in truth, and by support.
struct Sums {
    double precision = 0, recall = 0, f1 = 0;
    double weightedPrecision = 0, weightedRecall = 0, weightedF1 = 0;
    std::int64_t correct = 0;
    int seen = 0, inTruth = 0;
};

void addToBucket(const ClassScore& score, BucketScore& bucket) {
    bucket.precision += score.precision;
    bucket.recall += score.recall;
    bucket.f1 += score.f1;
    bucket.support += score.support;
    ++bucket.classes;
}

void addToSums(const ClassScore& score, Sums& sums) {
    ++sums.seen;
    sums.precision += score.precision;
    sums.recall += score.recall;
    sums.f1 += score.f1;
    const auto weight = static_cast<double>(score.support);
    sums.weightedPrecision += weight * score.precision;
    sums.weightedRecall += weight * score.recall;
    sums.weightedF1 += weight * score.f1;
    sums.correct += score.correct;
}

void finish(const Sums& sums, Metrics& metrics) {
    if (sums.seen > 0) {
        metrics.macroPrecision = sums.precision / sums.seen;
        metrics.macroRecall = sums.recall / sums.seen;
        metrics.macroF1 = sums.f1 / sums.seen;
    }
    if (metrics.examples > 0) {
        const auto examples = static_cast<double>(metrics.examples);
        metrics.accuracy = static_cast<double>(sums.correct) / examples;
        metrics.weightedPrecision = sums.weightedPrecision / examples;
        metrics.weightedRecall = sums.weightedRecall / examples;
        metrics.weightedF1 = sums.weightedF1 / examples;
        // Classes outside truth have recall 0, so the sum over all seen classes is the sum over those in truth.
        metrics.balancedAccuracy = sums.recall / sums.inTruth;
    }
    for (BucketScore& bucket : metrics.buckets) {
        if (bucket.classes == 0)
            continue;
        bucket.precision /= bucket.classes;
        bucket.recall /= bucket.classes;
        bucket.f1 /= bucket.classes;
    }
}

Json bucketJson(const BucketScore& bucket) {
    // A bucket without classes has no scores: null, because 0 would read as "all wrong".
    const auto score = [&](double value) { return bucket.classes > 0 ? Json(value) : Json(); };
    return Json{{"precision", score(bucket.precision)},
                {"recall", score(bucket.recall)},
                {"f1", score(bucket.f1)},
                {"support", bucket.support},
                {"classes", bucket.classes}};
}

} // namespace

void metricsFromCounts(const ClassCounts& counts, std::span<const Bucket> bucketOfClass, Metrics& metrics) {
    const std::size_t classes = counts.support.size();
    assert(bucketOfClass.size() == classes);
    std::vector<ClassScore> perClass = std::move(metrics.perClass);
    metrics = Metrics{};
    perClass.resize(classes);
    Sums sums;
    for (std::size_t c = 0; c < classes; ++c) {
        ClassScore& score = perClass[c];
        score.support = counts.support[c];
        score.predicted = counts.predicted[c];
        score.correct = counts.correct[c];
        score.precision = ratio(score.correct, score.predicted);
        score.recall = ratio(score.correct, score.support);
        score.f1 = ratio(2 * score.correct, score.support + score.predicted);
        metrics.examples += score.support;
        if (score.support > 0) {
            ++sums.inTruth;
            addToBucket(score, metrics.buckets[static_cast<std::size_t>(bucketOfClass[c])]);
        }
        if (score.support > 0 || score.predicted > 0)
            addToSums(score, sums);
    }
    finish(sums, metrics);
    metrics.perClass = std::move(perClass);
}

MetricReader metricReader(std::string_view name) {
    for (const MetricEntry& entry : kEntries)
        if (entry.name == name)
            return entry.read;
    return nullptr;
}

Metrics computeMetrics(const Predictions& predictions, std::span<const Bucket> bucketOfClass) {
    assert(predictions.truth.size() == predictions.predicted.size());
    ClassCounts counts(static_cast<std::size_t>(predictions.classes));
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        const ClassIndex truth = predictions.truth[i];
        const ClassIndex predicted = predictions.predicted[i];
        assert(truth >= 0 && truth < predictions.classes && predicted >= 0 && predicted < predictions.classes);
        ++counts.support[static_cast<std::size_t>(truth)];
        ++counts.predicted[static_cast<std::size_t>(predicted)];
        if (truth == predicted)
            ++counts.correct[static_cast<std::size_t>(truth)];
    }
    Metrics metrics;
    metricsFromCounts(counts, bucketOfClass, metrics);
    return metrics;
}

std::vector<std::int64_t> confusionMatrix(const Predictions& predictions) {
    const auto classes = static_cast<std::size_t>(predictions.classes);
    std::vector<std::int64_t> matrix(classes * classes);
    for (std::size_t i = 0; i < predictions.size(); ++i)
        ++matrix[static_cast<std::size_t>(predictions.truth[i]) * classes +
                 static_cast<std::size_t>(predictions.predicted[i])];
    return matrix;
}

const std::vector<std::string>& metricNames() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const MetricEntry& entry : kEntries)
            list.emplace_back(entry.name);
        return list;
    }();
    return names;
}

std::vector<std::string> metricNames(const BucketRule& rule) {
    const std::vector<Bucket> buckets = bucketsOf(rule);
    std::vector<std::string> names;
    for (const std::string& name : metricNames()) {
        const Bucket* const of = std::find_if(kBuckets.begin(), kBuckets.end(), [&name](Bucket bucket) {
            return name.starts_with(std::string(bucketName(bucket)) + "_");
        });
        if (of == kBuckets.end() || std::find(buckets.begin(), buckets.end(), *of) != buckets.end())
            names.push_back(name);
    }
    return names;
}

double metricValue(const Metrics& metrics, const std::string& name) {
    const MetricReader read = metricReader(name);
    assert(read != nullptr);
    return read != nullptr ? read(metrics) : std::numeric_limits<double>::quiet_NaN();
}

Json metricsJson(const Metrics& metrics, const BucketRule& rule) {
    Json json{{"examples", metrics.examples},
              {"accuracy", metrics.accuracy},
              {"macro_precision", metrics.macroPrecision},
              {"macro_recall", metrics.macroRecall},
              {"macro_f1", metrics.macroF1},
              {"weighted_precision", metrics.weightedPrecision},
              {"weighted_recall", metrics.weightedRecall},
              {"weighted_f1", metrics.weightedF1},
              {"balanced_accuracy", metrics.balancedAccuracy}};
    for (const Bucket bucket : bucketsOf(rule))
        json[std::string(bucketName(bucket))] = bucketJson(metrics.buckets[static_cast<std::size_t>(bucket)]);
    return json;
}

Json perClassJson(const Metrics& metrics, std::span<const std::string> classNames,
                  std::span<const std::int64_t> trainSupport, std::span<const Bucket> bucketOfClass) {
    assert(classNames.size() == metrics.perClass.size() && bucketOfClass.size() == metrics.perClass.size());
    Json list = Json::array();
    for (std::size_t c = 0; c < metrics.perClass.size(); ++c) {
        const ClassScore& score = metrics.perClass[c];
        list.push_back(Json{{"class", classNames[c]},
                            {"bucket", std::string(bucketName(bucketOfClass[c]))},
                            {"train_support", c < trainSupport.size() ? Json(trainSupport[c]) : Json()},
                            {"precision", score.precision},
                            {"recall", score.recall},
                            {"f1", score.f1},
                            {"support", score.support}});
    }
    return list;
}

} // namespace core::stats
