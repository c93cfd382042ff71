// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/run_store.h"
#include "core/train/run_experiment.h"

#include <array>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace widgets {

/// One point of the live curves.
struct StepPoint {
    double step = 0, loss = 0, examplesPerSecond = 0;
};
/// One epoch as the charts show it. NaN = no class of that bucket occurs in validation.
struct EpochPoint {
    int epoch = 0;
    double trainLoss = 0, examplesPerSecond = 0, metric = 0;
    bool best = false;
    std::array<double, core::stats::kBucketCount> recall{};
    EpochPoint() { recall.fill(std::numeric_limits<double>::quiet_NaN()); }
};
EpochPoint epochPoint(const core::train::EpochReport& report);
EpochPoint epochPoint(const core::store::EpochRecord& record);

/// The curves of a run. Long ones are thinned so that a chart never gets more points than it has pixels for.
struct RunCurves {
    std::vector<StepPoint> steps;
    std::vector<EpochPoint> epochs;
    void add(const StepPoint& point);

private:
    int m_every = 1; ///< only each m_every-th further point is kept
    int m_skipped = 0;
};

/// What the training thread leaves for the window. The trainer writes whenever it likes; the window takes what has come
/// at its own pace, so nothing is posted and nothing can arrive for a receiver that is gone. Thread-safe.
class RunFeed {
public:
    struct Batch {
        std::optional<core::store::RunRecord> started;
        std::vector<StepPoint> steps;
        std::vector<EpochPoint> epochs;
        std::optional<core::train::StepReport> last;
        bool empty() const { return !started && steps.empty() && epochs.empty() && !last; }
    };

    /// The listener to give to runExperiment; holds the feed itself alive, nothing else.
    static core::train::ExperimentListener listener(const std::shared_ptr<RunFeed>& feed);
    Batch take();

private:
    std::mutex m_mutex;
    Batch m_batch;
};

} // namespace widgets
