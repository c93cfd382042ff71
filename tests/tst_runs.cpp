// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/run_store.h"
#include "core/store/split_store.h"
#include "tests/support/shop_fixture.h"

#include <cmath>
#include <limits>

using namespace core;
using namespace core::store;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

RunRecord record(SplitId split) {
    RunRecord run;
    run.experiment = "Versuch 1";
    run.recipe = "focal, γ = 2";
    run.recipeJson = Json{{"name", "focal, γ = 2"}, {"steps", Json::array({Json{{"kind", "loss"}, {"id", "focal"}}})}};
    run.model = "bag";
    run.modelJson = Json{{"dimension", 64}};
    run.training = Json{{"epochs", 3}, {"metric", "tail_recall"}};
    run.buckets = "shots:100,20";
    run.seed = std::numeric_limits<std::uint64_t>::max();
    run.split = split;
    run.device = "cpu";
    run.threads = 2;
    run.library = "LibTorch 1.13.1";
    run.labels = {"红", "\"quoted\", comma", "c"};
    run.support = {90, 9, 1};
    return run;
}

EpochRecord epochRecord(int number) {
    EpochRecord epoch;
    epoch.epoch = number;
    epoch.trainLoss = 1.0 / number;
    epoch.learningRate = 0.001;
    epoch.examplesPerSecond = 1234.5;
    epoch.seconds = 0.25 * number;
    epoch.metric = 0.5;
    epoch.best = number == 2;
    epoch.validation = Json{{"accuracy", 0.75}};
    return epoch;
}

} // namespace

class TestRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        auto project = m_shop.project("runs.taillight", ShopFixture::catalogue(ShopFixture::items({30, 20, 10})));
        VERIFY_OK(project);
        m_project = *project;
        JobContext job;
        const auto split = makeSplit(*m_project, {}, job);
        VERIFY_OK(split);
        m_split = split->id;
        const auto dataset = loadDataset(*m_project, m_split, "title");
        VERIFY_OK(dataset);
        m_data = *dataset;
    }

    void roundTrip() {
        const auto id = beginRun(*m_project, record(m_split));
        VERIFY_OK(id);
        QCOMPARE(run(*m_project, *id)->status, RunStatus::Running);
        QCOMPARE(run(*m_project, *id)->started.size(), std::size_t{20});
        VERIFY_OK(addEpoch(*m_project, *id, epochRecord(1)));
        VERIFY_OK(addEpoch(*m_project, *id, epochRecord(2)));
        const std::string checkpoint("bytes\0\xFF more", 12);
        VERIFY_OK(saveCheckpoint(*m_project, *id, "an older one", Json{{"epoch", 1}}));
        VERIFY_OK(saveCheckpoint(*m_project, *id, checkpoint, Json{{"epoch", 2}}));
        const auto loaded = loadCheckpoint(*m_project, *id);
        VERIFY_OK(loaded);
        QVERIFY(loaded->has_value() && (*loaded)->first == checkpoint && (*loaded)->second.at("epoch") == 2);

        RunRecord finished = record(m_split);
        finished.id = *id;
        finished.started = "2026-01-31T12:00:00Z";
        finished.seconds = 1.5;
        finished.epochs = 2;
        finished.bestEpoch = 2;
        finished.examplesPerSecond = 1000.25;
        finished.postHocShift = {0.1, -0.25, 3};
        VERIFY_OK(finishRun(*m_project, finished, result()));

        const auto stored = run(*m_project, *id);
        VERIFY_OK(stored);
        QCOMPARE(stored->status, RunStatus::Finished);
        finished.status = RunStatus::Finished;
        QCOMPARE(dumpJson(runJson(*stored)), dumpJson(runJson(finished)));
        QCOMPARE(stored->seed, finished.seed);
        QCOMPARE(stored->labels, finished.labels);
        QCOMPARE(stored->support, finished.support);
        QCOMPARE(stored->postHocShift, finished.postHocShift);
        QCOMPARE(dumpJson(stored->recipeJson), dumpJson(finished.recipeJson));
        QCOMPARE(dumpJson(stored->modelJson), dumpJson(finished.modelJson));
        QCOMPARE(dumpJson(stored->training), dumpJson(finished.training));
        QCOMPARE(stored->buckets, finished.buckets);
        QVERIFY(!loadCheckpoint(*m_project, *id)->has_value()); // no longer needed
        checkParts(*id);
        VERIFY_OK(removeRun(*m_project, *id));
        VERIFY_ERROR(run(*m_project, *id), ErrorCode::NoSuchRun);
    }

    void logitsAreLittleEndianFloats() {
        const auto id = beginRun(*m_project, record(m_split));
        VERIFY_OK(id);
        RunRecord finished = record(m_split);
        finished.id = *id;
        VERIFY_OK(finishRun(*m_project, finished, result()));
        VERIFY_OK(m_project->read([&](Database& database) -> Status {
            // 1.5 = 0x3FC00000, -2 = 0xC0000000, 0.25 = 0x3E800000 (IEEE 754)
            TL_TRY(const auto same,
                   database.queryInteger("SELECT hex(logits) = '0000C03F000000C00000803E' FROM prediction "
                                         "WHERE part = 2 AND row = 0"));
            return same == 1 ? Status() : Status(Error(ErrorCode::Internal, "other bytes"));
        }));
        VERIFY_OK(removeRun(*m_project, *id));
        VERIFY_OK(m_project->read([&](Database& database) -> Status {
            TL_TRY(const auto left,
                   database.queryInteger("SELECT (SELECT count(*) FROM prediction) + (SELECT count(*) FROM "
                                         "run_blob) + (SELECT count(*) FROM synthetic)"));
            return left == 0 ? Status() : Status(Error(ErrorCode::Internal, "rows of a removed run"));
        }));
    }

    void idsAreNotUsedAgain() {
        const auto first = beginRun(*m_project, record(m_split));
        VERIFY_OK(first);
        VERIFY_OK(removeRun(*m_project, *first));
        const auto second = beginRun(*m_project, record(m_split));
        VERIFY_OK(second);
        QVERIFY(raw(*second) > raw(*first));
        VERIFY_OK(removeRun(*m_project, *second));
    }

    void deadRunsAreInterrupted() {
        const auto dead = beginRun(*m_project, record(m_split));
        VERIFY_OK(dead);
        VERIFY_OK(addEpoch(*m_project, *dead, epochRecord(1)));
        VERIFY_OK(saveCheckpoint(*m_project, *dead, "weights", Json::object()));
        const auto next = beginRun(*m_project, record(m_split));
        VERIFY_OK(next);
        QCOMPARE(run(*m_project, *dead)->status, RunStatus::Interrupted);
        QCOMPARE(run(*m_project, *next)->status, RunStatus::Running);
        QVERIFY(loadCheckpoint(*m_project, *dead)->has_value()); // it can be resumed
        VERIFY_OK(removeRun(*m_project, *dead));
        VERIFY_OK(removeRun(*m_project, *next));
    }

    void endedRuns() {
        const auto cancelledEarly = beginRun(*m_project, record(m_split));
        VERIFY_OK(cancelledEarly);
        VERIFY_OK(endRun(*m_project, *cancelledEarly, RunStatus::Cancelled, {}));
        VERIFY_ERROR(run(*m_project, *cancelledEarly), ErrorCode::NoSuchRun);

        const auto cancelled = beginRun(*m_project, record(m_split));
        VERIFY_OK(addEpoch(*m_project, *cancelled, epochRecord(1)));
        VERIFY_OK(endRun(*m_project, *cancelled, RunStatus::Cancelled, {}));
        QCOMPARE(run(*m_project, *cancelled)->status, RunStatus::Cancelled);

        const auto failed = beginRun(*m_project, record(m_split));
        VERIFY_OK(saveCheckpoint(*m_project, *failed, "weights", Json::object()));
        VERIFY_OK(endRun(*m_project, *failed, RunStatus::Failed, "The loss became NaN."));
        QCOMPARE(run(*m_project, *failed)->failure, std::string("The loss became NaN."));
        COMPARE_JSON(runJson(*run(*m_project, *failed)).at("failure"), Json("The loss became NaN."));
        QVERIFY(!loadCheckpoint(*m_project, *failed)->has_value());
        VERIFY_ERROR(modelBlob(*m_project, *failed), ErrorCode::NoData);
        QVERIFY(predictions(*m_project, *failed, data::Part::Test)->items.empty());
        QCOMPARE(runs(*m_project)->size(), std::size_t{2});
        VERIFY_OK(removeRun(*m_project, *cancelled));
        VERIFY_OK(removeRun(*m_project, *failed));
    }

    void numbersThatAreNotFinite() {
        const auto id = beginRun(*m_project, record(m_split));
        VERIFY_OK(id);
        EpochRecord epoch = epochRecord(1);
        epoch.metric = kNan; // tail_recall without tail classes
        epoch.validation = Json{{"tail", nullptr}};
        VERIFY_OK(addEpoch(*m_project, *id, epoch));
        const auto stored = epochs(*m_project, *id);
        VERIFY_OK(stored);
        QVERIFY(std::isnan(stored->front().metric));
        VERIFY_OK(addEpoch(*m_project, *id, epochRecord(1))); // the same epoch again, after a resume
        QCOMPARE(epochs(*m_project, *id)->size(), std::size_t{1});
        QCOMPARE(epochs(*m_project, *id)->front().metric, 0.5);
        VERIFY_OK(removeRun(*m_project, *id));
    }

    void unknownRunsAndSplits() {
        const RunId none{987654};
        VERIFY_ERROR(run(*m_project, none), ErrorCode::NoSuchRun);
        QCOMPARE(run(*m_project, none).error().value, std::string("987654"));
        VERIFY_ERROR(epochs(*m_project, none), ErrorCode::NoSuchRun);
        VERIFY_ERROR(predictions(*m_project, none, data::Part::Test), ErrorCode::NoSuchRun);
        VERIFY_ERROR(loadCheckpoint(*m_project, none), ErrorCode::NoSuchRun);
        VERIFY_ERROR(modelBlob(*m_project, none), ErrorCode::NoSuchRun);
        VERIFY_ERROR(syntheticRows(*m_project, none), ErrorCode::NoSuchRun);
        VERIFY_ERROR(addEpoch(*m_project, none, epochRecord(1)), ErrorCode::NoSuchRun);
        VERIFY_ERROR(saveCheckpoint(*m_project, none, "x", Json()), ErrorCode::NoSuchRun);
        VERIFY_ERROR(endRun(*m_project, none, RunStatus::Failed, {}), ErrorCode::NoSuchRun);
        VERIFY_ERROR(removeRun(*m_project, none), ErrorCode::NoSuchRun);
        RunRecord lost = record(m_split);
        lost.id = none;
        VERIFY_ERROR(finishRun(*m_project, lost, result()), ErrorCode::NoSuchRun);
        VERIFY_ERROR(beginRun(*m_project, record(SplitId{99})), ErrorCode::NoSuchSplit);
    }

    void damagedRowsAreNamed() {
        const auto id = beginRun(*m_project, record(m_split));
        VERIFY_OK(id);
        VERIFY_OK(m_project->write(
            [](Database& database) { return database.execute("UPDATE run SET support = '[1, \"x\"]'"); }));
        const auto read = run(*m_project, *id);
        VERIFY_ERROR(read, ErrorCode::ProjectDamaged);
        QCOMPARE(read.error().detail, std::string("run.support cannot be read"));
        VERIFY_OK(removeRun(*m_project, *id));
    }

    void argmaxWithShift() {
        PredictionSet set;
        set.classes = 3;
        set.truth = {0, 1, 2};
        set.logits = {2, 1, 0.5F, 1, 1, 0, -1, -kInfinity, -2};
        const std::vector<ClassIndex> plain{0, 0, 0}; // of equals the first
        QCOMPARE(toPredictions(set, {}).predicted, plain);
        // Post-hoc logit adjustment, τ = 1, n = 100, 10, 1 (FORMULAS C2): [2.10436, 3.406945, 5.20953].
        std::vector<double> shift;
        for (const double n : {100.0, 10.0, 1.0})
            shift.push_back(-std::log(n / 111.0));
        const std::vector<ClassIndex> shifted{2, 2, 2};
        QCOMPARE(toPredictions(set, shift).predicted, shifted);
        QCOMPARE(toPredictions(set, shift).truth, set.truth);
    }

private:
    RunResult result() const {
        RunResult result;
        for (const data::Part part : {data::Part::Validation, data::Part::Test}) {
            PredictionSet set;
            set.part = part;
            set.classes = 3;
            for (const std::uint32_t row : m_data->rows(part)) {
                set.items.push_back(m_data->items[row]);
                set.keys.push_back(m_data->keys[row]);
                set.truth.push_back(m_data->classes[row]);
                for (const float logit : {1.5F, -2.0F, 0.25F})
                    set.logits.push_back(logit);
            }
            result.predictions.push_back(std::move(set));
        }
        result.modelBlob = std::string("model\0blob", 10);
        result.synthetic = {{m_data->items[0], "thing swapped", "swap", 7}, {m_data->items[1], "新", "insert", ~0ULL}};
        return result;
    }

    void checkParts(RunId id) {
        const RunResult expected = result();
        for (const PredictionSet& set : expected.predictions) {
            const auto stored = predictions(*m_project, id, set.part);
            VERIFY_OK(stored);
            QCOMPARE(stored->keys, set.keys);
            QCOMPARE(stored->truth, set.truth);
            QCOMPARE(stored->logits, set.logits);
            QCOMPARE(stored->classes, 3);
            QVERIFY(stored->items == set.items && stored->part == set.part);
        }
        QVERIFY(predictions(*m_project, id, data::Part::Train)->items.empty());
        QCOMPARE(*modelBlob(*m_project, id), expected.modelBlob);
        const auto synthetic = syntheticRows(*m_project, id);
        VERIFY_OK(synthetic);
        QCOMPARE(synthetic->size(), std::size_t{2});
        QCOMPARE((*synthetic)[1].text, std::string("新"));
        QCOMPARE((*synthetic)[1].operation, std::string("insert"));
        QCOMPARE((*synthetic)[1].seed, std::uint64_t{~0ULL});
        QVERIFY((*synthetic)[1].parent == m_data->items[1]);
        const auto stored = epochs(*m_project, id);
        VERIFY_OK(stored);
        QCOMPARE(stored->size(), std::size_t{2});
        QCOMPARE((*stored)[1].trainLoss, 0.5);
        QCOMPARE((*stored)[1].seconds, 0.5);
        QVERIFY((*stored)[1].best && !(*stored)[0].best);
        COMPARE_JSON((*stored)[1].validation.at("accuracy"), Json(0.75));
    }

    ShopFixture m_shop;
    ProjectPtr m_project;
    SplitId m_split{};
    data::DatasetPtr m_data;
};

QTEST_APPLESS_MAIN(TestRuns)
#include "tst_runs.moc"
