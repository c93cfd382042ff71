// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer.h"

#include "core/train/batcher.h"
#include "core/train/schedule.h"
#include "core/train/training_progress.h"
#include "core/train/training_rows.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <spdlog/spdlog.h>

namespace core::train {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kReportEvery{200};

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// One run from its plan to its logits. Made, run and thrown away by train().
class Run {
public:
    Run(Engine& engine, const RunPlan& plan, const data::Dataset& dataset, JobContext& job,
        const TrainingListener& listener, const CheckpointSink& sink)
        : m_engine(engine), m_plan(plan), m_dataset(dataset), m_job(job), m_listener(listener), m_sink(sink) {}

    Status prepare();
    Status resumeFrom(const ResumePoint& point);
    Status trainEpochs();
    Result<TrainedRun> finish();

private:
    Status makeModel(const ModelKind& kind);
    Status encodeTexts(const std::vector<std::string>& validation, const std::vector<std::string>& test);
    /// False once the run was asked to stop.
    Result<bool> trainEpoch(int epoch);
    Status trainBatch(const BatchRows& rows, const strategies::LossTerms& terms);
    void reportStep(int epoch);
    Status endEpoch(int epoch);
    double chosenMetric(const stats::Metrics& metrics);
    double elapsed() const { return m_progress.seconds + secondsSince(m_start) - m_pausedSeconds; }
    /// job.check(), with the time spent paused kept out of all rates.
    Status checkJob();

    Engine& m_engine;
    const RunPlan& m_plan;
    const data::Dataset& m_dataset;
    JobContext& m_job;
    const TrainingListener& m_listener;
    const CheckpointSink& m_sink;

    strategies::RecipeParts m_parts;
    TrainingRows m_rows;
    std::shared_ptr<const TextEncoder> m_encoder;
    Json m_architecture;
    std::unique_ptr<EngineModel> m_model;
    EncodedTexts m_trainTexts, m_validationTexts, m_testTexts;
    std::vector<ClassIndex> m_validationTruth;
    std::vector<stats::Bucket> m_buckets;
    int m_classes = 0, m_epochs = 0, m_batchSize = 0;
    double m_learningRate = 0;
    std::int64_t m_steps = 0; ///< planned in all epochs

    TrainingProgress m_progress;
    ModelState m_bestWeights;
    bool m_stopped = false;
    bool m_warnedNan = false;
    Clock::time_point m_start = Clock::now();
    double m_pausedSeconds = 0;
    // Of the epoch, and since the last StepReport.
    double m_lossSum = 0, m_recentLoss = 0, m_epochTrainSeconds = 0, m_lastRate = 0;
    std::int64_t m_lossCount = 0, m_recentCount = 0, m_epochExamples = 0;
    Clock::time_point m_lastReport{};
};

Status Run::checkJob() {
    const auto before = Clock::now();
    const Status status = m_job.check();
    m_pausedSeconds += secondsSince(before);
    return status;
}

Status Run::prepare() {
    TL_CHECK_STATUS(checkJob());
    TL_TRY(const stats::BucketRule rule, stats::parseBucketRule(m_plan.buckets));
    TL_TRY(m_parts, strategies::makeParts(m_plan.recipe));
    TL_TRY(const std::unique_ptr<ModelKind> kind, ModelRegistry::global().make(m_plan.model.id, m_plan.model.params));
    TL_TRY(m_rows, makeTrainingRows(m_dataset, m_parts, m_plan.seed));
    m_classes = static_cast<int>(m_dataset.labels.size());
    m_buckets = stats::assignBuckets(m_rows.support, rule);

    const ModelKind::Defaults defaults = kind->defaults();
    const TrainingConfig& training = m_plan.training;
    m_epochs = training.epochs > 0 ? training.epochs : defaults.epochs;
    m_batchSize = training.batchSize > 0 ? training.batchSize : defaults.batchSize;
    m_learningRate = training.learningRate > 0 ? training.learningRate : defaults.learningRate;
    const auto rows = static_cast<std::int64_t>(m_rows.positions.size());
    m_steps = m_epochs * ((rows + m_batchSize - 1) / m_batchSize);

    // The vocabulary is learnt from the real training rows: the same for every recipe, and no other part leaks into it.
    m_job.begin(TL_NOOP("Job", "Learning the vocabulary"), 0, "");
    const std::size_t real = m_dataset.rows(data::Part::Train).size();
    TL_TRY(m_encoder, kind->learnEncoder(std::span(m_rows.texts).first(real), m_plan.seed, m_job));
    TL_CHECK_STATUS(encodeTexts(textsOf(m_dataset, data::Part::Validation), textsOf(m_dataset, data::Part::Test)));
    return makeModel(*kind);
}

Status Run::encodeTexts(const std::vector<std::string>& validation, const std::vector<std::string>& test) {
    const auto encode = [this](const std::vector<std::string>& texts) {
        m_job.begin(TL_NOOP("Job", "Encoding texts"), static_cast<std::int64_t>(texts.size()), "rows");
        return EncodedTexts::encode(*m_encoder, texts, m_job);
    };
    TL_TRY(m_trainTexts, encode(m_rows.texts));
    TL_TRY(m_validationTexts, encode(validation));
    TL_TRY(m_testTexts, encode(test));
    m_validationTruth = classesOf(m_dataset, data::Part::Validation);
    return {};
}

Status Run::makeModel(const ModelKind& kind) {
    TL_CHECK_STATUS(checkJob());
    m_engine.setThreads(m_plan.threads);
    m_architecture = kind.architecture(*m_encoder, m_classes);
    const ModelSpec spec{
        .id = m_plan.model.id, .architecture = m_architecture, .device = m_plan.device, .seed = m_plan.seed};
    TL_TRY(m_model,
           m_engine.create(spec, {.weightDecay = m_plan.training.weightDecay, .clipNorm = m_plan.training.clipNorm}));
    return {};
}

Status Run::resumeFrom(const ResumePoint& point) {
    TL_TRY(m_progress, progressFromJson(point.progress));
    TL_CHECK_STATUS(m_model->restore(point.last));
    m_bestWeights = point.bestWeights;
    return {};
}

Status Run::trainEpochs() {
    m_job.begin(TL_NOOP("Job", "Training"), m_steps, "batches");
    m_lastReport = Clock::now();
    const int patience = m_plan.training.patience;
    for (int epoch = m_progress.epoch + 1; epoch <= m_epochs && !m_stopped; ++epoch) {
        // Also at the start of a resumed run, whose patience may have been used up already.
        if (patience > 0 && m_progress.epoch - m_progress.bestEpoch >= patience) {
            m_stopped = true;
            break;
        }
        TL_TRY(const bool goOn, trainEpoch(epoch));
        TL_CHECK_STATUS(endEpoch(epoch));
        m_stopped = !goOn && epoch < m_epochs;
    }
    return {};
}

Result<bool> Run::trainEpoch(int epoch) {
    m_lossSum = m_epochTrainSeconds = 0;
    m_lossCount = m_epochExamples = 0;
    const strategies::LossTerms terms = m_parts.loss->terms(m_rows.support, epoch - 1, m_epochs);
    Rng rng = Rng::forPurpose(m_plan.seed, "order " + std::to_string(epoch));
    const std::vector<BatchRows> batches = trainingBatches(epochPositions(m_rows, m_parts, m_plan.seed, epoch),
                                                           m_trainTexts, static_cast<std::size_t>(m_batchSize), rng);
    for (const BatchRows& rows : batches) {
        TL_CHECK_STATUS(checkJob());
        if (m_job.stopRequested())
            return false;
        TL_CHECK_STATUS(trainBatch(rows, terms));
        reportStep(epoch);
    }
    return true;
}

Status Run::trainBatch(const BatchRows& rows, const strategies::LossTerms& terms) {
    const auto start = Clock::now();
    Batch batch;
    for (const std::uint32_t row : rows) {
        m_trainTexts.appendTo(batch, row);
        batch.labels.push_back(m_rows.classes[row]);
    }
    m_lastRate = scheduledRate(m_learningRate, std::min(m_progress.step, m_steps - 1), m_steps, m_plan.training.warmUp);
    TL_TRY(const StepResult result, m_model->trainStep(batch, terms, m_lastRate));
    ++m_progress.step;
    m_lossSum += result.loss;
    m_recentLoss += result.loss;
    ++m_lossCount;
    ++m_recentCount;
    m_epochExamples += batch.rows();
    m_epochTrainSeconds += secondsSince(start);
    return {};
}

void Run::reportStep(int epoch) {
    m_job.report(m_progress.step);
    if (!m_listener.step || Clock::now() - m_lastReport < kReportEvery)
        return;
    m_lastReport = Clock::now();
    StepReport report{.step = m_progress.step, .steps = m_steps, .epoch = epoch};
    report.loss = m_recentLoss / static_cast<double>(m_recentCount);
    report.examplesPerSecond = static_cast<double>(m_epochExamples) / std::max(m_epochTrainSeconds, 1e-9);
    report.secondsLeft = elapsed() / static_cast<double>(m_progress.step) *
                         static_cast<double>(std::max<std::int64_t>(0, m_steps - m_progress.step));
    m_recentLoss = 0;
    m_recentCount = 0;
    m_listener.step(report);
}

double Run::chosenMetric(const stats::Metrics& metrics) {
    const double value = stats::metricValue(metrics, m_plan.training.metric);
    if (std::isfinite(value))
        return value;
    if (!m_warnedNan)
        spdlog::warn(
            "{} cannot be computed: no validation row is of such a class under {}; macro_recall is used instead",
            m_plan.training.metric, m_plan.buckets);
    m_warnedNan = true;
    return metrics.macroRecall;
}

Status Run::endEpoch(int epoch) {
    TL_TRY(const std::vector<float> logits, predictAll(*m_model, m_validationTexts, m_classes, m_job));
    // The last step of an epoch may have ruined the weights without a loss that shows it.
    if (!std::all_of(logits.begin(), logits.end(), [](float logit) { return std::isfinite(logit); }))
        return Error(ErrorCode::Diverged,
                     "the model's outputs are no finite numbers after epoch " + std::to_string(epoch));
    EpochReport report{.epoch = epoch, .learningRate = m_lastRate};
    report.trainLoss = m_lossCount > 0 ? m_lossSum / static_cast<double>(m_lossCount) : 0;
    report.examplesPerSecond = m_epochTrainSeconds > 0 ? static_cast<double>(m_epochExamples) / m_epochTrainSeconds : 0;
    report.seconds = elapsed();
    // The early-stopping metric sees what the run will answer with: the post-hoc shift included.
    std::vector<double> shift;
    if (m_parts.postHoc)
        shift = m_parts.postHoc->shift(m_rows.support);
    report.validation = stats::computeMetrics(
        {.truth = m_validationTruth, .predicted = predictedClasses(logits, m_classes, shift), .classes = m_classes},
        m_buckets);
    report.metric = chosenMetric(report.validation);
    report.best = m_progress.bestEpoch == 0 || report.metric > m_progress.bestMetric;

    m_progress.epoch = epoch;
    m_progress.trainSeconds += m_epochTrainSeconds;
    m_progress.examples += m_epochExamples;
    m_progress.history.push_back(report);
    if (report.best) {
        m_progress.bestEpoch = epoch;
        m_progress.bestMetric = report.metric;
        TL_TRY(m_bestWeights, m_model->weights());
    }
    if (m_listener.epoch)
        m_listener.epoch(report);
    if (!m_sink.save)
        return {};
    TL_TRY(const ModelState last, m_model->checkpoint());
    TrainingProgress saved = m_progress;
    saved.seconds = elapsed();
    return m_sink.save(epoch, last, progressJson(saved));
}

Result<TrainedRun> Run::finish() {
    TrainedRun run;
    TL_TRY(run.lastWeights, m_model->weights());
    TL_CHECK_STATUS(m_model->setWeights(m_bestWeights));
    m_job.begin(TL_NOOP("Job", "Predicting"), 0, "");
    TL_TRY(auto validation, predictAll(*m_model, m_validationTexts, m_classes, m_job));
    TL_TRY(auto test, predictAll(*m_model, m_testTexts, m_classes, m_job));
    run.predictions.push_back({data::Part::Validation, std::move(validation)});
    run.predictions.push_back({data::Part::Test, std::move(test)});
    run.weights = std::move(m_bestWeights);
    run.epochs = m_progress.epoch;
    run.bestEpoch = m_progress.bestEpoch;
    run.seconds = elapsed();
    run.examplesPerSecond =
        m_progress.trainSeconds > 0 ? static_cast<double>(m_progress.examples) / m_progress.trainSeconds : 0;
    run.stoppedEarly = m_stopped;
    run.history = std::move(m_progress.history);
    if (m_parts.postHoc)
        run.postHocShift = m_parts.postHoc->shift(m_rows.support);
    run.support = m_rows.support;
    run.synthetic = std::move(m_rows.synthetic);
    run.architecture = m_architecture;
    run.encoder = m_encoder;
    return run;
}

} // namespace

Result<TrainedRun> train(Engine& engine, const RunPlan& plan, data::DatasetPtr dataset, JobContext& job,
                         const TrainingListener& listener, const CheckpointSink& sink,
                         const std::optional<ResumePoint>& resume) {
    Run run(engine, plan, *dataset, job, listener, sink);
    TL_CHECK_STATUS(run.prepare());
    if (resume)
        TL_CHECK_STATUS(run.resumeFrom(*resume));
    TL_CHECK_STATUS(run.trainEpochs());
    return run.finish();
}

std::vector<ClassIndex> predictedClasses(const std::vector<float>& logits, int classes,
                                         const std::vector<double>& shift) {
    const auto width = static_cast<std::size_t>(classes);
    std::vector<ClassIndex> predicted;
    if (width == 0)
        return predicted;
    predicted.reserve(logits.size() / width);
    for (std::size_t start = 0; start + width <= logits.size(); start += width) {
        std::size_t best = 0;
        double bestScore = -std::numeric_limits<double>::infinity();
        for (std::size_t c = 0; c < width; ++c) {
            const double score = static_cast<double>(logits[start + c]) + (shift.empty() ? 0.0 : shift[c]);
            if (score > bestScore) {
                best = c;
                bestScore = score;
            }
        }
        predicted.push_back(static_cast<ClassIndex>(best));
    }
    return predicted;
}

} // namespace core::train
