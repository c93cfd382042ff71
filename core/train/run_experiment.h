// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"
#include "core/store/run_store.h"
#include "core/train/experiment_config.h"
#include "core/train/model_io.h"
#include "core/train/trainer.h"

#include <functional>
#include <optional>
#include <vector>

namespace core::train {

struct RunOptions {
    std::optional<SplitId> split; ///< none = the project's newest split; NoSplit when there is none
    std::string device = "cpu";
    int threads = 0; ///< 0 = all cores
    bool resume = false; ///< go on with interrupted runs of the same experiment instead of starting them anew
};

/// Called on the training thread.
struct ExperimentListener {
    std::function<void(const store::RunRecord&)> started;
    std::function<void(RunId, const StepReport&)> step;
    std::function<void(RunId, const EpochReport&)> epoch;
    std::function<void(const store::RunRecord&)> finished;
};

/// Trains every run of an experiment and stores each as it ends (record, epochs, logits of validation and test, weights,
/// synthetic rows with their parents). Cancel stores nothing of the run in progress that would show as a result; runs
/// that had ended before stay. Blocking; for a worker thread.
Result<std::vector<store::RunRecord>> runExperiment(store::Project& project, const ExperimentConfig& config,
                                                    const RunOptions& options, JobContext& job,
                                                    const ExperimentListener& listener = {});

/// The stored model of a run.
Result<ModelBundle> bundleOfRun(store::Project& project, RunId run);

} // namespace core::train
