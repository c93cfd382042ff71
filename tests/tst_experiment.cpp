// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"
#include "core/base/file.h"
#include "core/store/import.h"
#include "core/store/run_store.h"
#include "core/store/split_store.h"
#include "core/train/engine_loader.h"
#include "core/train/run_experiment.h"
#include "tests/support/train_fixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace core;
using namespace core::train;

namespace {

template <class T> Error errorOf(const Result<T>& result) {
    return result.ok() ? Error(ErrorCode::Internal, "no error") : result.error();
}

/// Everything about a run that training decides.
bool sameResult(store::Project& a, RunId runA, store::Project& b, RunId runB) {
    const auto recordA = store::run(a, runA), recordB = store::run(b, runB);
    if (!recordA.ok() || !recordB.ok() || recordA->epochs != recordB->epochs ||
        recordA->bestEpoch != recordB->bestEpoch || recordA->status != recordB->status)
        return false;
    for (const data::Part part : {data::Part::Validation, data::Part::Test}) {
        const auto x = store::predictions(a, runA, part), y = store::predictions(b, runB, part);
        if (!x.ok() || !y.ok() || x->logits != y->logits || x->keys != y->keys || x->truth != y->truth)
            return false;
    }
    const auto epochsA = store::epochs(a, runA), epochsB = store::epochs(b, runB);
    if (!epochsA.ok() || !epochsB.ok() || epochsA->size() != epochsB->size())
        return false;
    for (std::size_t i = 0; i < epochsA->size(); ++i)
        if ((*epochsA)[i].trainLoss != (*epochsB)[i].trainLoss || (*epochsA)[i].metric != (*epochsB)[i].metric)
            return false;
    return true;
}

} // namespace

class TestExperiment : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    RunOptions m_options{.threads = 1};

    std::string file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }

    /// A project with the toy data and a split; made anew.
    store::ProjectPtr project(const char* name) {
        const auto toy = fixtures::toyDataset({90, 60, 30});
        std::string csv = "id,title,label\n";
        for (std::size_t i = 0; i < toy->texts.size(); ++i)
            csv += toy->keys[i] + "," + toy->texts[i] + "," +
                   toy->labels.names[static_cast<std::size_t>(toy->classes[i])] + "\n";
        const std::string path = file((std::string(name) + ".csv").c_str());
        auto made = store::Project::open(file(name), store::Project::Access::CreateNew);
        JobContext job;
        if (!made.ok() || !writeFileAtomically(path, csv).ok() ||
            !store::importFile(**made, {.path = path, .kind = data::SourceKind::Catalogue}, job).ok() ||
            !store::makeSplit(**made, {.ratio = {4, 1, 1}}, job).ok())
            qFatal("the project cannot be made");
        return *made;
    }

    static ExperimentConfig experiment(const char* json) {
        auto config = experimentFromJson(*parseJson(json));
        if (!config.ok())
            qFatal("%s", errorSentence(config.error()).c_str());
        return *config;
    }
    static constexpr const char* kSmall =
        R"({"name":"small","model":{"id":"bag","params":{"buckets":512,"dimension":4}},"training":{"epochs":3}})";

private Q_SLOTS:
    void initTestCase() {
        const auto engine = loadEngine();
        if (!engine.ok())
            QSKIP(("built without the training engine: " + engine.error().detail).c_str());
    }

    void storesEveryRun() {
        const auto shop = project("all.taillight");
        const ExperimentConfig config = experiment(
            R"({"name":"grid","recipes":[{"name":"ERM","steps":[]},
                {"name":"Words","steps":[{"kind":"augmenter","id":"word_edit"},{"kind":"posthoc","id":"logit_adjustment"}]}],
                "models":[{"id":"bag","params":{"buckets":512,"dimension":4}},
                          {"id":"mini","params":{"vocabulary":100,"width":16,"feed_forward":16}}],
                "seeds":[1,2],"training":{"epochs":2}})");
        JobContext job;
        std::vector<std::string> events;
        ExperimentListener listener;
        listener.started = [&](const store::RunRecord& run) {
            QVERIFY(run.status == store::RunStatus::Running);
            events.push_back("start " + std::to_string(raw(run.id)));
        };
        listener.epoch = [&](RunId run, const EpochReport& report) {
            // What the window hears of has been stored already.
            QCOMPARE(store::epochs(*shop, run)->size(), static_cast<std::size_t>(report.epoch));
        };
        listener.finished = [&](const store::RunRecord& run) {
            events.push_back("end " + std::to_string(raw(run.id)));
        };
        const auto runs = runExperiment(*shop, config, m_options, job, listener);
        QVERIFY2(runs.ok(), runs.ok() ? "" : errorSentence(runs.error()).c_str());
        QCOMPARE(runs->size(), std::size_t{8});
        QCOMPARE(events.size(), std::size_t{16});
        for (const store::RunRecord& run : *runs) {
            const auto stored = store::run(*shop, run.id);
            QVERIFY(stored.ok());
            QVERIFY(stored->status == store::RunStatus::Finished);
            QCOMPARE(stored->epochs, 2);
            QVERIFY(!stored->started.empty() && stored->seconds > 0 && stored->examplesPerSecond > 0);
            QVERIFY(stored->library.find("LibTorch") != std::string::npos);
            const auto test = store::predictions(*shop, run.id, data::Part::Test);
            QVERIFY(test.ok());
            QCOMPARE(test->classes, 3);
            QVERIFY(!test->truth.empty());
            QVERIFY(!store::loadCheckpoint(*shop, run.id)->has_value()); // not needed any more
            const auto synthetic = store::syntheticRows(*shop, run.id);
            QVERIFY(synthetic.ok());
            QCOMPARE(synthetic->empty(), run.recipe == "ERM");
            QCOMPARE(stored->postHocShift.empty(), run.recipe == "ERM");

            const auto bundle = bundleOfRun(*shop, run.id);
            QVERIFY2(bundle.ok(), bundle.ok() ? "" : errorSentence(bundle.error()).c_str());
            QCOMPARE(bundle->labels.names, stored->labels);
            QVERIFY(bundle->provenance["metrics"]["test"].contains("accuracy"));
            QCOMPARE(bundle->postHocShift, stored->postHocShift);
        }
        QCOMPARE(errorOf(bundleOfRun(*shop, RunId{999})).code, ErrorCode::NoSuchRun);
    }

    void syntheticRowsComeFromTrainingRows() {
        const auto shop = project("lineage.taillight");
        JobContext job;
        const auto runs = runExperiment(*shop,
                                        experiment(
                                            R"({"recipe":{"name":"w","steps":[{"kind":"augmenter","id":"word_edit"}]},
                "model":{"id":"bag","params":{"buckets":512}},"training":{"epochs":1}})"),
                                        m_options, job);
        QVERIFY(runs.ok());
        const auto dataset = store::loadDataset(*shop, (*runs)[0].split, "title");
        QVERIFY(dataset.ok());
        std::map<ItemId, data::Part> partOf;
        for (const data::Part part : {data::Part::Train, data::Part::Validation, data::Part::Test})
            for (const std::uint32_t row : (*dataset)->rows(part))
                partOf[(*dataset)->items[row]] = part;
        const auto synthetic = store::syntheticRows(*shop, (*runs)[0].id);
        QVERIFY(synthetic.ok() && !synthetic->empty());
        for (const store::SyntheticRecord& row : *synthetic)
            QVERIFY(partOf.at(row.parent) == data::Part::Train);
    }

    void cancelLeavesNoResult() {
        const auto shop = project("cancel.taillight");
        const ExperimentConfig config = experiment(
            R"({"name":"c","model":{"id":"bag","params":{"buckets":512,"dimension":4}},"seeds":[1,2,3],"training":{"epochs":3}})");
        for (const int cancelAt : {1, 0}) { // after the first epoch of the second run, or as it starts
            JobContext job;
            int started = 0;
            ExperimentListener listener;
            listener.started = [&](const store::RunRecord&) {
                if (++started == 2 && cancelAt == 0)
                    job.cancel();
            };
            listener.epoch = [&](RunId, const EpochReport& report) {
                if (started == 2 && report.epoch == cancelAt)
                    job.cancel();
            };
            const std::size_t before = store::runs(*shop)->size();
            QCOMPARE(errorOf(runExperiment(*shop, config, m_options, job, listener)).code, ErrorCode::Cancelled);
            const auto runs = store::runs(*shop);
            QVERIFY(runs.ok());
            int finished = 0;
            for (std::size_t i = before; i < runs->size(); ++i) {
                const store::RunRecord& run = (*runs)[i];
                if (run.status == store::RunStatus::Finished) {
                    ++finished;
                    continue;
                }
                QVERIFY(run.status == store::RunStatus::Cancelled);
                const auto test = store::predictions(*shop, run.id, data::Part::Test);
                QVERIFY(!test.ok() || test->truth.empty());
            }
            QCOMPARE(finished, 1); // the run that had ended before stays
        }
    }

    void interruptedRunsGoOn() {
        const auto whole = project("whole.taillight");
        const auto broken = project("broken.taillight");
        const ExperimentConfig config = experiment(
            R"({"name":"r","model":{"id":"bag","params":{"buckets":512,"dimension":4,"token_dropout":0.2}},
                "seeds":[1,2],"training":{"epochs":4,"patience":0}})");
        JobContext job;
        const auto expected = runExperiment(*whole, config, m_options, job);
        QVERIFY(expected.ok());

        // A killed process leaves the run marked as running, with its last checkpoint.
        JobContext killed;
        RunId second{};
        ExperimentListener listener;
        std::optional<std::pair<std::string, Json>> kept;
        listener.epoch = [&](RunId run, const EpochReport& report) {
            if (run != RunId{2})
                return;
            second = run;
            if (report.epoch == 2) {
                kept = *store::loadCheckpoint(*broken, run);
                killed.cancel();
            }
        };
        QCOMPARE(errorOf(runExperiment(*broken, config, m_options, killed, listener)).code, ErrorCode::Cancelled);
        QVERIFY(kept.has_value());
        QCOMPARE(kept->second["epoch"].get<int>(), 1);
        QVERIFY(store::saveCheckpoint(*broken, second, kept->first, kept->second).ok());
        QVERIFY(store::endRun(*broken, second, store::RunStatus::Interrupted, "").ok());

        RunOptions resume = m_options;
        resume.resume = true;
        int started = 0;
        int firstEpoch = 0;
        ExperimentListener counting;
        counting.started = [&](const store::RunRecord& run) {
            ++started;
            QCOMPARE(raw(run.id), raw(second));
        };
        counting.epoch = [&](RunId, const EpochReport& report) {
            if (firstEpoch == 0)
                firstEpoch = report.epoch;
        };
        JobContext again;
        const auto runs = runExperiment(*broken, config, resume, again, counting);
        QVERIFY2(runs.ok(), runs.ok() ? "" : errorSentence(runs.error()).c_str());
        QCOMPARE(started, 1); // the finished run is not trained again
        QCOMPARE(firstEpoch, 2);
        QCOMPARE(runs->size(), std::size_t{2});
        QCOMPARE(store::runs(*broken)->size(), std::size_t{2});
        for (std::size_t i = 0; i < 2; ++i)
            QVERIFY(sameResult(*whole, (*expected)[i].id, *broken, (*runs)[i].id));
    }

    void failuresAreRecordedAndTheRestGoesOn() {
        const auto shop = project("fail.taillight");
        ExperimentConfig config = experiment(kSmall);
        // A width that the heads do not divide passes the description of each field, and fails when the model is made.
        config.models.insert(config.models.begin(), {"mini", {{"width", 30}, {"heads", 4}}});
        JobContext job;
        const auto runs = runExperiment(*shop, config, m_options, job);
        QVERIFY2(runs.ok(), runs.ok() ? "" : errorSentence(runs.error()).c_str());
        QCOMPARE(runs->size(), std::size_t{1});
        QCOMPARE(runs->front().model, std::string("bag"));
        const auto all = store::runs(*shop);
        QCOMPARE(all->size(), std::size_t{2});
        QVERIFY((*all)[0].status == store::RunStatus::Failed || (*all)[1].status == store::RunStatus::Failed);

        config.models.pop_back();
        const Error error = errorOf(runExperiment(*shop, config, m_options, job));
        QCOMPARE(error.code, ErrorCode::ParameterOutOfRange);
        QCOMPARE(error.column, std::string("width"));
    }

    void stopKeepsTheRunAndStartsNoOther() {
        const auto shop = project("stop.taillight");
        ExperimentConfig config = experiment(kSmall);
        config.seeds = {1, 2, 3};
        config.training.epochs = 50;
        JobContext job;
        ExperimentListener listener;
        listener.epoch = [&](RunId, const EpochReport&) { job.stop(); };
        const auto runs = runExperiment(*shop, config, m_options, job, listener);
        QVERIFY(runs.ok());
        QCOMPARE(runs->size(), std::size_t{1});
        QVERIFY(runs->front().status == store::RunStatus::Finished);
        QVERIFY(runs->front().epochs < 50);
    }

    void refusals() {
        const auto shop = project("refuse.taillight");
        JobContext job;
        RunOptions options = m_options;
        options.device = "cuda:99";
        QCOMPARE(errorOf(runExperiment(*shop, experiment(kSmall), options, job)).code, ErrorCode::DeviceUnavailable);
        QVERIFY(store::runs(*shop)->empty());
        options = m_options;
        options.split = SplitId{77};
        QCOMPARE(errorOf(runExperiment(*shop, experiment(kSmall), options, job)).code, ErrorCode::NoSuchSplit);
        const auto empty = store::Project::open(file("empty.taillight"), store::Project::Access::CreateNew);
        QVERIFY(empty.ok());
        QCOMPARE(errorOf(runExperiment(**empty, experiment(kSmall), m_options, job)).code, ErrorCode::NoSplit);
    }
};

QTEST_APPLESS_MAIN(TestExperiment)
#include "tst_experiment.moc"
