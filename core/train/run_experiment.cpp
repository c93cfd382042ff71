// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_experiment.h"

#include "core/base/error_text.h"
#include "core/store/split_store.h"
#include "core/train/engine_loader.h"
#include "core/train/run_checkpoint.h"

#include <algorithm>
#include <spdlog/spdlog.h>
#include <thread>

namespace core::train {
namespace {

/// One experiment on one project. Made, run and thrown away by runExperiment().
class Experiment {
public:
    Experiment(store::Project& project, const ExperimentConfig& config, const RunOptions& options, JobContext& job,
               const ExperimentListener& listener)
        : m_project(project), m_config(config), m_options(options), m_job(job), m_listener(listener) {}

    Result<std::vector<store::RunRecord>> run();

private:
    Status prepare();
    RunPlan planOf(const strategies::Recipe& recipe, const ModelChoice& model, std::uint64_t seed) const;
    store::RunRecord recordOf(const RunPlan& plan) const;
    /// The newest run of the project with this plan and one of these statuses.
    Result<std::optional<store::RunRecord>> earlierRun(const store::RunRecord& wanted,
                                                       std::initializer_list<store::RunStatus> statuses) const;
    Status trainOne(RunPlan plan);
    Result<TrainedRun> trainStored(const RunPlan& plan, RunId run);
    Status storeResult(const RunPlan& plan, store::RunRecord record, const TrainedRun& trained);
    /// What a failed run leaves behind; ok when the next run may start.
    Status handleFailure(const store::RunRecord& record, const Error& error);
    Json provenance(const RunPlan& plan, const store::RunRecord& record, const store::RunResult& result) const;

    store::Project& m_project;
    const ExperimentConfig& m_config;
    const RunOptions& m_options;
    JobContext& m_job;
    const ExperimentListener& m_listener;

    Engine* m_engine = nullptr;
    SplitId m_split{};
    data::DatasetPtr m_dataset;
    std::vector<store::RunRecord> m_done;
    std::optional<Error> m_lastFailure;
};

Status Experiment::prepare() {
    TL_CHECK_STATUS(m_job.check());
    if (m_options.split) {
        m_split = *m_options.split;
    } else {
        TL_TRY(const store::SplitInfo split, store::latestSplit(m_project));
        m_split = split.id;
    }
    m_job.begin(TL_NOOP("Job", "Opening the engine"), 0, "");
    TL_TRY(m_engine, loadEngine());
    TL_TRY(m_dataset, store::loadDataset(m_project, m_split, m_config.training.text));
    return m_job.check();
}

RunPlan Experiment::planOf(const strategies::Recipe& recipe, const ModelChoice& model, std::uint64_t seed) const {
    RunPlan plan{.recipe = recipe,
                 .model = model,
                 .seed = seed,
                 .buckets = m_config.buckets,
                 .training = m_config.training,
                 .device = m_options.device};
    plan.threads =
        m_options.threads > 0 ? m_options.threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    return plan;
}

store::RunRecord Experiment::recordOf(const RunPlan& plan) const {
    store::RunRecord record;
    record.experiment = m_config.name;
    record.recipe = plan.recipe.name;
    record.recipeJson = strategies::recipeJson(plan.recipe);
    record.model = plan.model.id;
    record.modelJson = {{"id", plan.model.id}, {"params", plan.model.params}};
    record.training = toJson(plan.training);
    record.buckets = plan.buckets;
    record.seed = plan.seed;
    record.split = m_split;
    record.device = plan.device;
    record.threads = plan.threads;
    record.library = m_engine->info().library + ", Taillight " TAILLIGHT_VERSION;
    record.labels = m_dataset->labels.names;
    record.support = m_dataset->support(data::Part::Train);
    return record;
}

Result<std::optional<store::RunRecord>> Experiment::earlierRun(const store::RunRecord& wanted,
                                                               std::initializer_list<store::RunStatus> statuses) const {
    TL_TRY(const std::vector<store::RunRecord> all, store::runs(m_project));
    std::optional<store::RunRecord> found;
    for (const store::RunRecord& run : all) {
        const bool same = run.experiment == wanted.experiment && run.recipeJson == wanted.recipeJson &&
                          run.modelJson == wanted.modelJson && run.training == wanted.training &&
                          run.buckets == wanted.buckets && run.seed == wanted.seed && run.split == wanted.split &&
                          run.device == wanted.device;
        const bool status = std::find(statuses.begin(), statuses.end(), run.status) != statuses.end();
        if (same && status && (!found || raw(run.id) > raw(found->id)))
            found = run;
    }
    return found;
}

Result<std::vector<store::RunRecord>> Experiment::run() {
    TL_CHECK_STATUS(prepare());
    for (const ModelChoice& model : m_config.models)
        for (const strategies::Recipe& recipe : m_config.recipes)
            for (const std::uint64_t seed : m_config.seeds) {
                TL_CHECK_STATUS(m_job.check());
                // Stop keeps what there is; runs that had not begun are not wanted any more.
                if (m_job.stopRequested())
                    break;
                TL_CHECK_STATUS(trainOne(planOf(recipe, model, seed)));
            }
    if (m_done.empty() && m_lastFailure)
        return *m_lastFailure;
    return m_done;
}

Status Experiment::trainOne(RunPlan plan) {
    store::RunRecord record = recordOf(plan);
    std::optional<store::RunRecord> earlier;
    if (m_options.resume) {
        TL_TRY(const auto finished, earlierRun(record, {store::RunStatus::Finished}));
        if (finished) {
            m_done.push_back(*finished);
            return {};
        }
        // Running belongs to a process that died: the project is open in ours alone.
        TL_TRY(earlier, earlierRun(record, {store::RunStatus::Interrupted, store::RunStatus::Running}));
    }
    RunId id{};
    if (earlier) {
        id = earlier->id;
        plan.threads = earlier->threads; // another number would change the order of sums
    } else {
        TL_TRY(id, store::beginRun(m_project, record));
    }
    TL_TRY(record, store::run(m_project, id));
    if (m_listener.started)
        m_listener.started(record);
    auto trained = trainStored(plan, id);
    if (!trained.ok())
        return handleFailure(record, trained.error());
    const Status stored = storeResult(plan, record, *trained);
    return stored.ok() ? stored : handleFailure(record, stored.error());
}

Result<TrainedRun> Experiment::trainStored(const RunPlan& plan, RunId run) {
    RunCheckpoint checkpoint(m_project, run);
    TL_TRY(const std::optional<ResumePoint> resume, checkpoint.load());
    TL_TRY(const stats::BucketRule rule, stats::parseBucketRule(plan.buckets));
    TrainingListener listener;
    Status written;
    listener.step = [&](const StepReport& report) {
        if (m_listener.step)
            m_listener.step(run, report);
    };
    listener.epoch = [&](const EpochReport& report) {
        const Status status = store::addEpoch(m_project, run,
                                              {.epoch = report.epoch,
                                               .trainLoss = report.trainLoss,
                                               .learningRate = report.learningRate,
                                               .examplesPerSecond = report.examplesPerSecond,
                                               .seconds = report.seconds,
                                               .metric = report.metric,
                                               .best = report.best,
                                               .validation = stats::metricsJson(report.validation, rule)});
        if (!status.ok() && written.ok())
            written = status;
        if (m_listener.epoch)
            m_listener.epoch(run, report);
    };
    CheckpointSink sink;
    sink.save = [&](int epoch, const ModelState& last, const Json& progress) -> Status {
        // The listener cannot return what went wrong; this is called right after it.
        if (!written.ok())
            return written;
        return checkpoint.save(epoch, last, progress);
    };
    return train(*m_engine, plan, m_dataset, m_job, listener, sink, resume);
}

Json Experiment::provenance(const RunPlan& plan, const store::RunRecord& record, const store::RunResult& result) const {
    Json json{{"program", "Taillight " TAILLIGHT_VERSION},
              {"library", record.library},
              {"run", raw(record.id)},
              {"experiment", record.experiment},
              {"started", record.started},
              {"split", {{"id", raw(m_split)}, {"name", m_dataset->splitName}}},
              {"recipe", record.recipeJson},
              {"model", record.modelJson},
              {"training", record.training},
              {"seed", record.seed},
              {"epochs", record.epochs},
              {"best_epoch", record.bestEpoch},
              {"buckets", record.buckets},
              {"train_support", record.support}};
    const auto parsed = stats::parseBucketRule(plan.buckets);
    const stats::BucketRule rule = parsed.ok() ? *parsed : stats::BucketRule{};
    for (const store::PredictionSet& set : result.predictions)
        json["metrics"][data::partName(set.part)] =
            stats::metricsJson(stats::computeMetrics(store::toPredictions(set, record.postHocShift),
                                                     stats::assignBuckets(record.support, rule)),
                               rule);
    return json;
}

Status Experiment::storeResult(const RunPlan& plan, store::RunRecord record, const TrainedRun& trained) {
    record.seconds = trained.seconds;
    record.epochs = trained.epochs;
    record.bestEpoch = trained.bestEpoch;
    record.examplesPerSecond = trained.examplesPerSecond;
    record.support = trained.support;
    record.postHocShift = trained.postHocShift;
    record.status = store::RunStatus::Finished;

    store::RunResult result;
    for (const PartLogits& part : trained.predictions) {
        store::PredictionSet set{
            .part = part.part, .logits = part.logits, .classes = static_cast<int>(m_dataset->labels.size())};
        for (const std::uint32_t row : m_dataset->rows(part.part)) {
            set.items.push_back(m_dataset->items[row]);
            set.keys.push_back(m_dataset->keys[row]);
            set.truth.push_back(m_dataset->classes[row]);
        }
        result.predictions.push_back(std::move(set));
    }
    const auto& trainRows = m_dataset->rows(data::Part::Train);
    for (const strategies::SyntheticRow& row : trained.synthetic)
        result.synthetic.push_back({.parent = m_dataset->items[trainRows[row.parent]],
                                    .text = row.text,
                                    .operation = row.operation,
                                    .seed = row.seed});
    result.modelBlob = packModel({.modelId = plan.model.id,
                                  .architecture = trained.architecture,
                                  .labels = m_dataset->labels,
                                  .postHocShift = trained.postHocShift,
                                  .encoder = trained.encoder,
                                  .weights = trained.weights,
                                  .provenance = provenance(plan, record, result)});
    TL_CHECK_STATUS(store::finishRun(m_project, record, result));
    m_done.push_back(record);
    if (m_listener.finished)
        m_listener.finished(record);
    return {};
}

Status Experiment::handleFailure(const store::RunRecord& record, const Error& error) {
    switch (error.code) {
    case ErrorCode::Cancelled: {
        // What the user gave up is not worth a second error when it cannot be noted down.
        const Status noted = store::endRun(m_project, record.id, store::RunStatus::Cancelled, {});
        if (!noted.ok())
            spdlog::warn("run {}: {}", raw(record.id), errorSentence(noted.error()));
        return error;
    }
    case ErrorCode::DeviceUnavailable:
    case ErrorCode::UnknownChoice:
        // Would be the same for every run: nothing was tried, nothing is kept.
        TL_CHECK_STATUS(store::removeRun(m_project, record.id));
        return error;
    case ErrorCode::DiskFull:
    case ErrorCode::WriteFailed:
    case ErrorCode::ProjectDamaged:
    case ErrorCode::ProjectReadOnly:
        return error; // the next run could not be stored either; this one can be resumed
    default:
        break;
    }
    const std::string sentence = errorSentence(error);
    spdlog::error("run {} ({}, {}, seed {}): {}", raw(record.id), record.recipe, record.model, record.seed, sentence);
    TL_CHECK_STATUS(store::endRun(m_project, record.id, store::RunStatus::Failed, sentence));
    m_lastFailure = error;
    if (m_listener.finished) {
        TL_TRY(const store::RunRecord failed, store::run(m_project, record.id));
        m_listener.finished(failed);
    }
    return {};
}

} // namespace

Result<std::vector<store::RunRecord>> runExperiment(store::Project& project, const ExperimentConfig& config,
                                                    const RunOptions& options, JobContext& job,
                                                    const ExperimentListener& listener) {
    ExperimentConfig complete = config;
    if (complete.recipes.empty())
        complete.recipes.push_back({.name = "ERM", .steps = {}});
    if (complete.models.empty())
        complete.models.emplace_back();
    return Experiment(project, complete, options, job, listener).run();
}

Result<ModelBundle> bundleOfRun(store::Project& project, RunId run) {
    TL_TRY(const std::string blob, store::modelBlob(project, run));
    return unpackModel(blob, "run " + std::to_string(raw(run)));
}

} // namespace core::train
