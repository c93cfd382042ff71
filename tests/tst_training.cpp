// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"
#include "core/train/engine_loader.h"
#include "core/train/model_io.h"
#include "core/train/trainer.h"
#include "tests/support/engine_fixtures.h"
#include "tests/support/train_fixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>

using namespace core;
using namespace core::train;
using fixtures::sameState;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;

RunPlan planFor(const std::string& model, int epochs = 0, Json params = Json::object()) {
    RunPlan plan;
    plan.recipe.name = "ERM";
    plan.model = {model, std::move(params)};
    if (model == "mini" && plan.model.params.empty())
        plan.model.params = {{"vocabulary", 200}, {"width", 32}, {"feed_forward", 32}};
    plan.training.epochs = epochs;
    plan.training.patience = 0;
    plan.training.learningRate = 5e-3;
    plan.threads = 1; // tiny tensors: more threads only wait for one another
    return plan;
}

bool sameNumbers(const TrainedRun& a, const TrainedRun& b) {
    if (a.predictions.size() != b.predictions.size() || a.epochs != b.epochs || a.bestEpoch != b.bestEpoch)
        return false;
    for (std::size_t i = 0; i < a.predictions.size(); ++i)
        if (a.predictions[i].logits != b.predictions[i].logits)
            return false;
    return sameState(a.weights, b.weights) && sameState(a.lastWeights, b.lastWeights);
}

double testAccuracy(const TrainedRun& run, const data::Dataset& dataset) {
    const auto predicted =
        predictedClasses(run.predictions[1].logits, static_cast<int>(dataset.labels.size()), run.postHocShift);
    int right = 0;
    const auto& rows = dataset.rows(data::Part::Test);
    for (std::size_t i = 0; i < rows.size(); ++i)
        right += predicted[i] == dataset.classes[rows[i]] ? 1 : 0;
    return static_cast<double>(right) / static_cast<double>(rows.size());
}

} // namespace

class TestTraining : public QObject {
    Q_OBJECT

private:
    Engine* m_engine = nullptr;
    data::DatasetPtr m_toy = fixtures::toyDataset({90, 90, 60, 30});

    Result<TrainedRun> run(const RunPlan& plan, JobContext& job, const TrainingListener& listener = {},
                           const CheckpointSink& sink = {}, const std::optional<ResumePoint>& resume = {}) {
        return core::train::train(*m_engine, plan, m_toy, job, listener, sink, resume);
    }
    TrainedRun mustRun(const RunPlan& plan) {
        JobContext job;
        auto trained = run(plan, job);
        if (!trained.ok())
            qFatal("%s", errorSentence(trained.error()).c_str());
        return std::move(trained).value();
    }

    /// How long a training run takes to end after it was cancelled from another thread.
    double cancelMilliseconds(const RunPlan& plan) {
        JobContext job;
        std::atomic<bool> training{false};
        TrainingListener listener;
        listener.step = [&](const StepReport&) { training = true; };
        Clock::time_point cancelled;
        std::thread user([&] {
            while (!training)
                std::this_thread::sleep_for(1ms);
            cancelled = Clock::now();
            job.cancel();
        });
        const auto trained = run(plan, job, listener);
        const auto answered = Clock::now();
        user.join();
        if (trained.ok() || trained.error().code != ErrorCode::Cancelled)
            qFatal("a cancelled run did not end as cancelled");
        return std::chrono::duration<double, std::milli>(answered - cancelled).count();
    }

private Q_SLOTS:
    void initTestCase() {
        const auto engine = loadEngine();
        if (!engine.ok())
            QSKIP(("built without the training engine: " + engine.error().detail).c_str());
        m_engine = *engine;
    }

    void bothModels_data() {
        QTest::addColumn<QString>("model");
        QTest::newRow("bag") << QStringLiteral("bag");
        QTest::newRow("mini") << QStringLiteral("mini");
    }

    void learnsToyData_data() { bothModels_data(); }
    void learnsToyData() {
        QFETCH(const QString, model);
        JobContext job;
        int epochs = 0;
        TrainingListener listener;
        listener.epoch = [&](const EpochReport& report) {
            QCOMPARE(report.epoch, ++epochs);
            QVERIFY(report.trainLoss > 0 && report.examplesPerSecond > 0 && report.learningRate > 0);
        };
        const auto trained = run(planFor(model.toStdString(), 6), job, listener);
        QVERIFY2(trained.ok(), trained.ok() ? "" : errorSentence(trained.error()).c_str());
        QCOMPARE(epochs, 6);
        QCOMPARE(trained->epochs, 6);
        QVERIFY(trained->history.back().trainLoss < trained->history.front().trainLoss);
        QVERIFY2(testAccuracy(*trained, *m_toy) > 0.95, qPrintable(QString::number(testAccuracy(*trained, *m_toy))));
        QCOMPARE(trained->support, m_toy->support(data::Part::Train));
        QCOMPARE(trained->predictions[0].logits.size(), m_toy->rows(data::Part::Validation).size() * 4);
        QVERIFY(trained->history[static_cast<std::size_t>(trained->bestEpoch - 1)].best);
    }

    void sameSeedSameLogits_data() { bothModels_data(); }
    void sameSeedSameLogits() {
        QFETCH(const QString, model);
        RunPlan plan = planFor(model.toStdString(), 2);
        // Every source of chance takes part.
        const auto recipe = strategies::recipeFromJson(*parseJson(
            R"({"name":"all","steps":[{"kind":"augmenter","id":"word_edit"},{"kind":"resampler","id":"random_under"},
                {"kind":"batch_sampler","id":"square_root"}]})"));
        QVERIFY2(recipe.ok(), recipe.ok() ? "" : errorSentence(recipe.error()).c_str());
        plan.recipe = *recipe;
        plan.threads = 2;
        const TrainedRun first = mustRun(plan);
        QVERIFY(sameNumbers(first, mustRun(plan)));
        plan.seed = 2;
        QVERIFY(!sameNumbers(first, mustRun(plan)));
    }

    void cancelAnswersAtOnce_data() { bothModels_data(); }
    void cancelAnswersAtOnce() {
        QFETCH(const QString, model);
        RunPlan plan = planFor(model.toStdString(), 1000);
        if (model == QStringLiteral("mini"))
            plan.model.params = Json::object(); // the default size: what users cancel
        // On a busy machine a step may wait for its turn: the quickest of a few answers is the program's own.
        double quickest = 1e9;
        for (int attempt = 0; attempt < 3 && quickest >= 200; ++attempt)
            quickest = std::min(quickest, cancelMilliseconds(plan));
        QVERIFY2(quickest < 200, qPrintable(QStringLiteral("%1 ms").arg(quickest)));
    }

    void pausePauses() {
        JobContext job;
        std::atomic<std::int64_t> steps{0};
        TrainingListener listener;
        listener.step = [&](const StepReport& report) { steps = report.step; };
        RunPlan plan = planFor("bag", 100000);
        Result<TrainedRun> trained = Error(ErrorCode::Internal);
        std::thread work([&] { trained = run(plan, job, listener); });
        const auto waitForMore = [&](std::int64_t than) {
            return QTest::qWaitFor([&] { return steps > than; }, 20000);
        };
        const bool began = waitForMore(0);
        job.pause();
        std::this_thread::sleep_for(300ms); // the step under way may still end
        const std::int64_t atPause = steps;
        std::this_thread::sleep_for(500ms); // longer than the report interval
        const bool stood = steps == atPause;
        job.resume();
        const bool wentOn = waitForMore(atPause);
        job.stop();
        work.join();
        QVERIFY(began && stood && wentOn);
        QVERIFY(trained.ok());
        QVERIFY(trained->stoppedEarly);
    }

    void pauseChangesNoNumber() {
        const RunPlan plan = planFor("bag", 3);
        const TrainedRun plain = mustRun(plan);
        JobContext job;
        TrainingListener listener;
        listener.epoch = [&](const EpochReport& report) {
            if (report.epoch == 1)
                job.pause();
        };
        std::atomic<bool> done{false};
        std::thread user([&] {
            while (!done) {
                if (job.paused()) {
                    std::this_thread::sleep_for(300ms);
                    job.resume();
                }
                std::this_thread::sleep_for(1ms);
            }
        });
        const auto paused = run(plan, job, listener);
        done = true;
        user.join();
        QVERIFY(paused.ok());
        QVERIFY(sameNumbers(plain, *paused));
    }

    void stopKeepsTheBest() {
        JobContext job;
        TrainingListener listener;
        listener.epoch = [&](const EpochReport& report) {
            if (report.epoch == 2)
                job.stop();
        };
        const auto stopped = run(planFor("bag", 50), job, listener);
        QVERIFY(stopped.ok());
        QVERIFY(stopped->stoppedEarly);
        QVERIFY(stopped->epochs <= 3 && stopped->bestEpoch >= 1 && stopped->bestEpoch <= stopped->epochs);
        QVERIFY(!stopped->predictions[1].logits.empty());
    }

    void patienceStops() {
        RunPlan plan = planFor("bag", 60);
        plan.training.patience = 2;
        const TrainedRun stopped = mustRun(plan);
        QVERIFY(stopped.stoppedEarly);
        QCOMPARE(stopped.epochs, stopped.bestEpoch + 2);
        for (const EpochReport& report : stopped.history)
            QVERIFY(report.metric <= stopped.history[static_cast<std::size_t>(stopped.bestEpoch - 1)].metric);
    }

    void resumeGivesTheSameNumbers_data() { bothModels_data(); }
    void resumeGivesTheSameNumbers() {
        QFETCH(const QString, model);
        RunPlan plan = planFor(model.toStdString(), 5);
        plan.training.learningRate = 5e-4; // slow enough that several epochs improve
        const TrainedRun whole = mustRun(plan);
        for (const int interruptedAfter : {1, 3}) {
            JobContext job;
            ResumePoint point;
            CheckpointSink sink;
            sink.save = [&](int epoch, const ModelState& last, const Json& progress) -> Status {
                point.last = last;
                point.progress = *parseJson(dumpJson(progress)); // as stored
                if (progress["best_epoch"] == epoch) {
                    point.bestWeights.clear();
                    for (const NamedTensor& tensor : last)
                        if (tensor.name.starts_with("model."))
                            point.bestWeights.push_back(
                                {tensor.name.substr(6), tensor.dtype, tensor.shape, tensor.data});
                }
                if (epoch == interruptedAfter)
                    job.cancel(); // as good as a killed process: nothing after this is kept
                return {};
            };
            QCOMPARE(run(plan, job, {}, sink).error().code, ErrorCode::Cancelled);
            JobContext second;
            const auto resumed = run(plan, second, {}, {}, point);
            QVERIFY2(resumed.ok(), resumed.ok() ? "" : errorSentence(resumed.error()).c_str());
            QVERIFY(sameNumbers(whole, *resumed));
            QCOMPARE(resumed->history.size(), whole.history.size());
            for (std::size_t i = 0; i < whole.history.size(); ++i) {
                QCOMPARE(resumed->history[i].trainLoss, whole.history[i].trainLoss);
                QCOMPARE(resumed->history[i].metric, whole.history[i].metric);
            }
        }
    }

    void hugeRateDivergesOrStaysFinite_data() { bothModels_data(); }
    void hugeRateDivergesOrStaysFinite() {
        QFETCH(const QString, model);
        RunPlan plan = planFor(model.toStdString(), 3);
        plan.training.learningRate = 10;
        plan.training.clipNorm = 0;
        JobContext job;
        const auto trained = run(plan, job);
        if (!trained.ok()) {
            QCOMPARE(trained.error().code, ErrorCode::Diverged);
            return;
        }
        for (const float logit : trained->predictions[1].logits)
            QVERIFY(std::isfinite(logit));
    }

    void failingCheckpointEndsTheRun() {
        JobContext job;
        CheckpointSink sink;
        sink.save = [](int, const ModelState&, const Json&) -> Status {
            return Error(ErrorCode::DiskFull).inFile("p");
        };
        QCOMPARE(run(planFor("bag", 5), job, {}, sink).error().code, ErrorCode::DiskFull);
    }

    void refusals() {
        JobContext job;
        RunPlan plan = planFor("bag", 1);
        plan.device = "cuda:99";
        QCOMPARE(run(plan, job).error().code, ErrorCode::DeviceUnavailable);
        plan = planFor("mini", 1, {{"width", 30}, {"heads", 4}});
        QCOMPARE(run(plan, job).error().code, ErrorCode::ParameterOutOfRange);
        plan = planFor("bag", 1);
        plan.buckets = "nonsense";
        QVERIFY(!run(plan, job).ok());
        JobContext cancelled;
        cancelled.cancel();
        QCOMPARE(run(planFor("bag", 1), cancelled).error().code, ErrorCode::Cancelled);
        QCOMPARE(core::train::train(*m_engine, planFor("bag", 1), fixtures::toyDataset({90}), job).error().code,
                 ErrorCode::TooFewRows);
    }

    void tailMetricWithoutTailFallsBack() {
        RunPlan plan = planFor("bag", 2);
        plan.training.metric = "tail_recall";
        plan.buckets = "thresholds:1,0"; // every class is head
        const TrainedRun trained = mustRun(plan);
        for (const EpochReport& report : trained.history)
            QCOMPARE(report.metric, report.validation.macroRecall);
    }

    void postHocShiftIsKeptApart() {
        RunPlan plan = planFor("bag", 2);
        const TrainedRun plain = mustRun(plan);
        const auto recipe = strategies::recipeFromJson(
            *parseJson(R"({"name":"p","steps":[{"kind":"posthoc","id":"logit_adjustment"}]})"));
        QVERIFY(recipe.ok());
        plan.recipe = *recipe;
        const TrainedRun shifted = mustRun(plan);
        QCOMPARE(shifted.postHocShift.size(), std::size_t{4});
        QVERIFY(shifted.postHocShift[3] > shifted.postHocShift[0]); // the rare class is raised
        QVERIFY(sameState(plain.lastWeights, shifted.lastWeights)); // training itself is ERM
    }

    void savedModelPredictsTheSame_data() { bothModels_data(); }
    void savedModelPredictsTheSame() {
        QFETCH(const QString, model);
        const TrainedRun trained = mustRun(planFor(model.toStdString(), 2));
        const ModelBundle bundle{.modelId = model.toStdString(),
                                 .architecture = trained.architecture,
                                 .labels = m_toy->labels,
                                 .postHocShift = {0.5, 0, -0.25, 0},
                                 .encoder = trained.encoder,
                                 .weights = trained.weights};
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("model")).toStdString();
        QVERIFY(saveModel(path, bundle, "card").ok());
        const auto loaded = loadModel(path);
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : errorSentence(loaded.error()).c_str());
        const auto unpacked = unpackModel(packModel(bundle), "packed");
        QVERIFY(unpacked.ok());

        std::vector<std::string> texts;
        for (const std::uint32_t row : m_toy->rows(data::Part::Test))
            texts.push_back(m_toy->texts[row]);
        JobContext job;
        std::vector<std::vector<Prediction>> all;
        for (const ModelBundle* each : {&bundle, &*loaded, &*unpacked}) {
            const auto predictor = Predictor::make(*m_engine, *each, "cpu");
            QVERIFY2(predictor.ok(), predictor.ok() ? "" : errorSentence(predictor.error()).c_str());
            const auto predictions = (*predictor)->predict(texts, job);
            QVERIFY(predictions.ok());
            all.push_back(*predictions);
        }
        const std::vector<float>& stored = trained.predictions[1].logits;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QVERIFY(all[0][i].logits == all[1][i].logits && all[0][i].logits == all[2][i].logits);
            for (std::size_t c = 0; c < 4; ++c) // the stored logits are without the shift
                QCOMPARE(all[0][i].logits[c],
                         static_cast<float>(static_cast<double>(stored[i * 4 + c]) + bundle.postHocShift[c]));
        }

        const auto predictor = Predictor::make(*m_engine, *loaded, "cpu");
        QVERIFY(predictor.ok());
        const std::vector<std::string> odd{"", "   ", "☃", "never seen words", std::string(20000, 'a')};
        const auto predictions = (*predictor)->predict(odd, job);
        QVERIFY2(predictions.ok(), predictions.ok() ? "" : errorSentence(predictions.error()).c_str());
        QCOMPARE(predictions->size(), odd.size());
        for (const Prediction& prediction : *predictions)
            QVERIFY(prediction.label >= 0 && prediction.label < 4 && std::isfinite(prediction.logits[0]));
        QVERIFY((*predictor)->predict({}, job)->empty());
        job.cancel();
        QCOMPARE((*predictor)->predict(odd, job).error().code, ErrorCode::Cancelled);

        ModelBundle broken = *loaded;
        broken.weights.pop_back();
        QCOMPARE(Predictor::make(*m_engine, broken, "cpu").error().code, ErrorCode::BadModel);
    }
};

QTEST_APPLESS_MAIN(TestTraining)
#include "tst_training.moc"
