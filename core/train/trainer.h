// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/data/dataset.h"
#include "core/stats/metrics.h"
#include "core/train/engine.h"
#include "core/train/experiment_config.h"
#include "core/train/model_kind.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::train {

/// One training of one recipe with one model and one seed.
struct RunPlan {
    strategies::Recipe recipe;
    ModelChoice model;
    std::uint64_t seed = 1;
    std::string buckets = "share:0.8,0.95";
    TrainingConfig training;
    std::string device = "cpu";
    int threads = 2;
};

/// After every epoch.
struct EpochReport {
    int epoch = 0; ///< from 1
    double trainLoss = 0;
    double learningRate = 0;
    double examplesPerSecond = 0;
    double seconds = 0; ///< since the start of the run
    stats::Metrics validation;
    double metric = 0; ///< the chosen validation metric
    bool best = false;
};

/// Some times a second during training.
struct StepReport {
    std::int64_t step = 0, steps = 0; ///< steps = planned in all epochs
    int epoch = 0;
    double loss = 0; ///< mean since the last report
    double examplesPerSecond = 0;
    double secondsLeft = -1;
};

/// Called on the training thread.
struct TrainingListener {
    std::function<void(const StepReport&)> step;
    std::function<void(const EpochReport&)> epoch;
};

/// Where a run writes checkpoints so that it can be resumed: `last` after every epoch. May be empty.
struct CheckpointSink {
    std::function<Status(int epoch, const ModelState& last, const Json& progress)> save;
};
/// What a resumed run starts from.
struct ResumePoint {
    ModelState last;
    ModelState bestWeights;
    Json progress;
};

/// Logits of one part, in the order of dataset.rows(part): rows × classes, row-major.
struct PartLogits {
    data::Part part = data::Part::Test;
    std::vector<float> logits;
};

struct TrainedRun {
    int epochs = 0;     ///< epochs trained
    int bestEpoch = 0;  ///< from 1
    double seconds = 0;
    double examplesPerSecond = 0;
    bool stoppedEarly = false;
    std::vector<EpochReport> history;
    std::vector<PartLogits> predictions; ///< validation and test, from the best weights, post-hoc correction NOT applied
    std::vector<double> postHocShift;    ///< per class; empty = none
    std::vector<std::int64_t> support;   ///< training rows per class (before any resampling)
    std::vector<strategies::SyntheticRow> synthetic; ///< what the augmenters added
    ModelState weights;      ///< of the best epoch
    ModelState lastWeights;  ///< of the last epoch
    Json architecture;
    std::shared_ptr<const TextEncoder> encoder;
};

/// Trains one run: AdamW, warm-up and linear decay, clipping, batches of similar length, early stopping, best and last
/// weights. Same plan, dataset and thread count on the same machine → same numbers. Blocking; cancel answers within a
/// step. Errors: Cancelled, TooFewRows (an empty part or fewer than two classes), EngineMissing, Diverged, OutOfMemory …
Result<TrainedRun> train(Engine& engine, const RunPlan& plan, data::DatasetPtr dataset, JobContext& job,
                         const TrainingListener& listener = {}, const CheckpointSink& sink = {},
                         const std::optional<ResumePoint>& resume = {});

/// Class per row: argmax of logits + shift (shift empty = none). `logits` is rows × classes.
std::vector<ClassIndex> predictedClasses(const std::vector<float>& logits, int classes,
                                         const std::vector<double>& shift);

} // namespace core::train
