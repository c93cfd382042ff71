// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/data/dataset.h"
#include "core/stats/metrics.h"
#include "core/store/project.h"

#include <optional>
#include <string>
#include <vector>

namespace core::store {

enum class RunStatus { Queued = 0, Running = 1, Interrupted = 2, Finished = 3, Failed = 4, Cancelled = 5 };
std::string_view runStatusName(RunStatus status);

/// One training of one recipe with one seed on one split, and everything needed to repeat it.
struct RunRecord {
    RunId id{};
    std::string experiment; ///< name
    std::string recipe;     ///< name
    Json recipeJson;
    std::string model; ///< id
    Json modelJson;
    Json training;       ///< train::TrainingConfig
    std::string buckets; ///< rule during training
    std::uint64_t seed = 1;
    SplitId split{};
    std::string device;
    int threads = 0;
    std::string library; ///< "LibTorch 1.13.1", program version
    RunStatus status = RunStatus::Queued;
    std::string started; ///< UTC, ISO 8601
    double seconds = 0;
    int epochs = 0, bestEpoch = 0;
    double examplesPerSecond = 0;
    std::vector<std::string> labels;   ///< class names by ClassIndex
    std::vector<std::int64_t> support; ///< training rows per class
    std::vector<double> postHocShift;  ///< empty = none
    std::string failure;               ///< English sentence when Failed
};
/// {id, recipe, model, seed, seconds, epochs, best_epoch, examples_per_second, status, …}
Json runJson(const RunRecord& run);

struct EpochRecord {
    int epoch = 0;
    double trainLoss = 0, learningRate = 0, examplesPerSecond = 0, seconds = 0, metric = 0;
    bool best = false;
    Json validation; ///< stats::metricsJson
};

/// Stored predictions of one part: what every metric is computed from.
struct PredictionSet {
    data::Part part = data::Part::Test;
    std::vector<ItemId> items;
    std::vector<std::string> keys;
    std::vector<ClassIndex> truth;
    std::vector<float> logits; ///< rows × classes, without the post-hoc shift
    int classes = 0;
};

struct SyntheticRecord {
    ItemId parent{};
    std::string text, operation;
    std::uint64_t seed = 0;
};

struct RunResult {
    std::vector<PredictionSet> predictions;
    std::string modelBlob; ///< train::packModel
    std::vector<SyntheticRecord> synthetic;
};

/// Stores a new run with status Running; its id is returned. Marks runs left Running by a dead process as Interrupted
/// first.
Result<RunId> beginRun(Project& project, const RunRecord& run);
Status addEpoch(Project& project, RunId run, const EpochRecord& epoch);
/// Replaces the run's checkpoint (removed by finishRun).
Status saveCheckpoint(Project& project, RunId run, const std::string& blob, const Json& progress);
Result<std::optional<std::pair<std::string, Json>>> loadCheckpoint(const Project& project, RunId run);
/// Record (all but id), predictions, model and synthetic rows in one transaction; status Finished.
Status finishRun(Project& project, const RunRecord& run, const RunResult& result);
/// Status Failed / Cancelled / Interrupted with the sentence. Cancelled runs that never finished an epoch are removed.
Status endRun(Project& project, RunId run, RunStatus status, const std::string& failure);
Status removeRun(Project& project, RunId run);

Result<std::vector<RunRecord>> runs(const Project& project);
/// NoSuchRun.
Result<RunRecord> run(const Project& project, RunId id);
Result<std::vector<EpochRecord>> epochs(const Project& project, RunId run);
Result<PredictionSet> predictions(const Project& project, RunId run, data::Part part);
Result<std::string> modelBlob(const Project& project, RunId run);
Result<std::vector<SyntheticRecord>> syntheticRows(const Project& project, RunId run);

/// Predictions as metrics want them: argmax of logits + shift.
stats::Predictions toPredictions(const PredictionSet& set, const std::vector<double>& shift);

} // namespace core::store
