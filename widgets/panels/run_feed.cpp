// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/run_feed.h"

#include <string>
#include <utility>

namespace widgets {
namespace {
constexpr std::size_t kMostSteps = 2000;
} // namespace

using core::stats::Bucket;

EpochPoint epochPoint(const core::train::EpochReport& report) {
    EpochPoint point;
    point.epoch = report.epoch;
    point.trainLoss = report.trainLoss;
    point.examplesPerSecond = report.examplesPerSecond;
    point.metric = report.metric;
    point.best = report.best;
    for (const Bucket bucket : core::stats::kBuckets) {
        const auto& score = report.validation.buckets[static_cast<std::size_t>(bucket)];
        if (score.classes > 0)
            point.recall[static_cast<std::size_t>(bucket)] = score.recall;
    }
    return point;
}

EpochPoint epochPoint(const core::store::EpochRecord& record) {
    EpochPoint point;
    point.epoch = record.epoch;
    point.trainLoss = record.trainLoss;
    point.examplesPerSecond = record.examplesPerSecond;
    point.metric = record.metric;
    point.best = record.best;
    for (const Bucket bucket : core::stats::kBuckets) {
        const auto score = record.validation.find(std::string(core::stats::bucketName(bucket)));
        if (score == record.validation.end() || !score->is_object() || score->value("classes", 0) == 0)
            continue;
        const auto recall = score->find("recall");
        if (recall != score->end() && recall->is_number())
            point.recall[static_cast<std::size_t>(bucket)] = recall->get<double>();
    }
    return point;
}

void RunCurves::add(const StepPoint& point) {
    if (++m_skipped < m_every)
        return;
    m_skipped = 0;
    steps.push_back(point);
    if (steps.size() < kMostSteps)
        return;
    for (std::size_t i = 0; 2 * i + 1 < steps.size(); ++i)
        steps[i] = steps[2 * i + 1];
    steps.resize(steps.size() / 2);
    m_every *= 2;
}

core::train::ExperimentListener RunFeed::listener(const std::shared_ptr<RunFeed>& feed) {
    core::train::ExperimentListener listener;
    listener.started = [feed](const core::store::RunRecord& record) {
        const std::lock_guard lock(feed->m_mutex);
        feed->m_batch.started = record;
    };
    listener.step = [feed](core::RunId, const core::train::StepReport& report) {
        const std::lock_guard lock(feed->m_mutex);
        feed->m_batch.steps.push_back({static_cast<double>(report.step), report.loss, report.examplesPerSecond});
        feed->m_batch.last = report;
    };
    listener.epoch = [feed](core::RunId, const core::train::EpochReport& report) {
        const std::lock_guard lock(feed->m_mutex);
        feed->m_batch.epochs.push_back(epochPoint(report));
    };
    return listener;
}

RunFeed::Batch RunFeed::take() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_batch, {});
}

} // namespace widgets
