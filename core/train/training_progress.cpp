// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_progress.h"

#include <array>
#include <cmath>

namespace core::train {
namespace {

Json bucketsJson(const stats::Metrics& metrics) {
    Json buckets = Json::array();
    for (const stats::BucketScore& b : metrics.buckets)
        buckets.push_back({b.precision, b.recall, b.f1, b.support, b.classes});
    return buckets;
}

Json epochJson(const EpochReport& report) {
    const stats::Metrics& m = report.validation;
    return {{"epoch", report.epoch},
            {"train_loss", report.trainLoss},
            {"learning_rate", report.learningRate},
            {"examples_per_second", report.examplesPerSecond},
            {"seconds", report.seconds},
            {"metric", report.metric},
            {"best", report.best},
            {"examples", m.examples},
            {"scores",
             {m.accuracy, m.macroPrecision, m.macroRecall, m.macroF1, m.weightedPrecision, m.weightedRecall,
              m.weightedF1, m.balancedAccuracy}},
            {"buckets", bucketsJson(m)}};
}

EpochReport readEpoch(const Json& json) {
    EpochReport report;
    report.epoch = json.at("epoch").get<int>();
    report.trainLoss = json.at("train_loss").get<double>();
    report.learningRate = json.at("learning_rate").get<double>();
    report.examplesPerSecond = json.at("examples_per_second").get<double>();
    report.seconds = json.at("seconds").get<double>();
    report.metric = json.at("metric").get<double>();
    report.best = json.at("best").get<bool>();
    stats::Metrics& m = report.validation;
    m.examples = json.at("examples").get<std::int64_t>();
    const auto scores = json.at("scores").get<std::array<double, 8>>();
    m.accuracy = scores[0];
    m.macroPrecision = scores[1];
    m.macroRecall = scores[2];
    m.macroF1 = scores[3];
    m.weightedPrecision = scores[4];
    m.weightedRecall = scores[5];
    m.weightedF1 = scores[6];
    m.balancedAccuracy = scores[7];
    const Json& buckets = json.at("buckets");
    // Checkpoints of before there were more than three buckets have head, mid, tail and cold.
    constexpr std::array kOlder{stats::Bucket::Head, stats::Bucket::Mid, stats::Bucket::Tail, stats::Bucket::Cold};
    const bool older = buckets.size() == kOlder.size();
    for (std::size_t i = 0; i < (older ? kOlder.size() : m.buckets.size()); ++i) {
        const Json& bucket = buckets.at(i);
        m.buckets[older ? static_cast<std::size_t>(kOlder[i]) : i] = {
            bucket.at(0).get<double>(), bucket.at(1).get<double>(), bucket.at(2).get<double>(),
            bucket.at(3).get<std::int64_t>(), bucket.at(4).get<int>()};
    }
    return report;
}

} // namespace

Json progressJson(const TrainingProgress& progress) {
    Json history = Json::array();
    for (const EpochReport& report : progress.history)
        history.push_back(epochJson(report));
    return {{"epoch", progress.epoch},          {"step", progress.step},
            {"best_epoch", progress.bestEpoch}, {"best_metric", progress.bestMetric},
            {"seconds", progress.seconds},      {"train_seconds", progress.trainSeconds},
            {"examples", progress.examples},    {"history", std::move(history)}};
}

Result<TrainingProgress> progressFromJson(const Json& json) {
    try {
        TrainingProgress progress;
        progress.epoch = json.at("epoch").get<int>();
        progress.step = json.at("step").get<std::int64_t>();
        progress.bestEpoch = json.at("best_epoch").get<int>();
        progress.bestMetric = json.at("best_metric").get<double>();
        progress.seconds = json.at("seconds").get<double>();
        progress.trainSeconds = json.at("train_seconds").get<double>();
        progress.examples = json.at("examples").get<std::int64_t>();
        for (const Json& report : json.at("history"))
            progress.history.push_back(readEpoch(report));
        return progress;
    } catch (const Json::exception& error) {
        return Error(ErrorCode::BadModel, std::string("the checkpoint's progress cannot be read: ") + error.what());
    }
}

} // namespace core::train
