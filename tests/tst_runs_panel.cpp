// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/panel_fixture.h"
#include "widgets/panels/experiment_box.h"
#include "widgets/panels/recipe_panel.h"
#include "widgets/panels/runs_panel.h"
#include "widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include <algorithm>
#include <cmath>

using namespace widgets;
using core::strategies::StepKind;

namespace {
constexpr int kPatience = 20'000; // ms; sanitizers are slow
} // namespace

class tst_runs_panel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void queueModelMovesWaitingRows();
    void queueRunsAnExperiment();
    void runsObeyTheirButtons();
    void runsPanelMayGoWhileItTrains();
    void runsShowsStoredCurves();
    void feedHandsOverWhatTrainingReports();

private:
    PanelFixture m_fixture;
};

void tst_runs_panel::initTestCase() {
    applyTheme(Theme::Light);
    QVERIFY2(m_fixture.createWithRuns(), "the project or its runs could not be made");
}

void tst_runs_panel::queueModelMovesWaitingRows() {
    RunQueueModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    core::train::ExperimentConfig config;
    config.recipes = {{"A", {}}, {"B", {}}};
    config.models = {{"bag", core::Json::object()}};
    config.seeds = {1, 2};
    const int first = model.append(config, core::SplitId(1), "cpu", false);
    const auto order = [&] {
        QString text;
        for (const QueuedRun& entry : model.entries())
            text +=
                QString::fromStdString(entry.config.recipes.front().name) + QString::number(entry.config.seeds.front());
        return text;
    };
    QCOMPARE(order(), QStringLiteral("A1A2B1B2"));
    model.change(first, [](QueuedRun& run) { run.state = QueuedRun::State::Running; });
    QVERIFY(!model.move(0, 3)); // it trains
    QVERIFY(model.move(3, 0));  // not before what trains
    QCOMPARE(order(), QStringLiteral("A1B2A2B1"));
    QVERIFY(model.move(1, 4));
    QCOMPARE(order(), QStringLiteral("A1A2B1B2"));
    const std::unique_ptr<QMimeData> mime(model.mimeData({model.index(2, 0)}));
    QVERIFY(!model.dropMimeData(mime.get(), Qt::MoveAction, 1, 0, {})); // false: the view must not remove the row
    QCOMPARE(order(), QStringLiteral("A1B1A2B2"));
    QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsDragEnabled));
    QVERIFY(model.flags(model.index(1, 0)) & Qt::ItemIsDragEnabled);
    model.remove(model.entries()[1].key);
    QCOMPARE(order(), QStringLiteral("A1A2B2"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

/// With an engine the runs train; without one each fails with the sentence that says what to install. Either way the
/// queue ends by itself and the recipe's choices arrive in it.
void tst_runs_panel::queueRunsAnExperiment() {
    Workspace workspace;
    RecipePanel recipes(workspace);
    RunsPanel panel(workspace);
    panel.resize(1100, 700);
    panel.show();
    QAbstractItemModelTester tester(const_cast<RunQueueModel*>(&panel.queue()),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    PanelFixture fixture;
    QVERIFY(fixture.create());
    workspace.setProject(fixture.project());
    QTRY_VERIFY_WITH_TIMEOUT(workspace.currentSplit().has_value(), kPatience);
    QSignalSpy stages(&workspace, &Workspace::stageRequested);
    core::train::ExperimentConfig config;
    config.name = "tiny";
    config.recipes = {{"ERM", {}}, {"Focal loss", {{StepKind::Loss, "focal", core::Json::object()}}}};
    config.models = {{"bag", core::Json::object()}};
    config.training.epochs = 1;
    recipes.experiment()->setConfig(config);
    QTest::mouseClick(recipes.findChild<QPushButton*>(QStringLiteral("queueRuns")), Qt::LeftButton);
    QCOMPARE(stages.count(), 1);
    QCOMPARE(stages[0][0].toInt(), 3);
    QCOMPARE(panel.queue().rowCount(), 2);
    QVERIFY(!panel.settled());
    QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), 60'000);
    for (const QueuedRun& entry : panel.queue().entries()) {
        const bool finished = entry.state == QueuedRun::State::Finished;
        QVERIFY(finished || (entry.state == QueuedRun::State::Failed && !entry.failure.isEmpty()));
        QCOMPARE(entry.curves.epochs.empty(), !finished);
    }
}

/// Pause, resume, stop and keep the best, discard, remove: by their buttons, on a training that would go on for
/// minutes.
void tst_runs_panel::runsObeyTheirButtons() {
    Workspace workspace;
    RunsPanel panel(workspace);
    panel.show();
    PanelFixture fixture;
    QVERIFY(fixture.create());
    workspace.setProject(fixture.project());
    QTRY_VERIFY_WITH_TIMEOUT(workspace.currentSplit().has_value(), kPatience);
    QVERIFY(panel
                .enqueue(R"({"name":"long","recipe":{"name":"ERM","steps":[]},"model":{"id":"bag"},"seeds":[1,2],
                              "training":{"epochs":10000,"patience":0}})")
                .ok());
    const auto state = [&](int row) { return panel.queue().entries()[static_cast<std::size_t>(row)].state; };
    const auto click = [&](const char* name) {
        auto* button = panel.findChild<QPushButton*>(QLatin1String(name));
        QVERIFY(button != nullptr && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    };
    QTRY_VERIFY_WITH_TIMEOUT(!panel.queue().entries()[0].curves.epochs.empty() || state(0) == QueuedRun::State::Failed,
                             kPatience);
    if (state(0) == QueuedRun::State::Failed)
        QSKIP("There is no engine module here: nothing can be trained");
    QVERIFY(!panel.charts()[0]->data().series[0].points.isEmpty()); // live
    click("pauseRun");
    QTRY_VERIFY(state(0) == QueuedRun::State::Paused);
    QTest::qWait(300);
    const auto epochs = panel.queue().entries()[0].curves.epochs.size();
    QTest::qWait(300);
    QCOMPARE(panel.queue().entries()[0].curves.epochs.size(), epochs);
    click("pauseRun");
    QTRY_VERIFY(state(0) == QueuedRun::State::Running);
    click("stopRun");
    QTRY_VERIFY_WITH_TIMEOUT(state(0) == QueuedRun::State::Finished, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(state(1) == QueuedRun::State::Running, kPatience); // the next one begins by itself
    click("discardRun");
    QTRY_VERIFY_WITH_TIMEOUT(state(1) == QueuedRun::State::Cancelled, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(panel.settled() && !workspace.runs().empty(), kPatience);
    const auto finished = [&] {
        return std::count_if(workspace.runs().begin(), workspace.runs().end(),
                             [](const auto& run) { return run.status == core::store::RunStatus::Finished; });
    };
    QTRY_COMPARE_WITH_TIMEOUT(finished(), 1, kPatience);

    auto* history = panel.findChild<QTableView*>(QStringLiteral("runHistory"));
    for (int row = 0; row < history->model()->rowCount(); ++row)
        if (history->model()->index(row, 4).data().toString() == QStringLiteral("Finished"))
            history->selectRow(row);
    click("removeRun");
    auto* confirm = panel.findChild<QPushButton*>(QStringLiteral("confirmRemove"));
    QVERIFY(confirm != nullptr);
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(finished(), 0, kPatience);
}

void tst_runs_panel::runsPanelMayGoWhileItTrains() {
    Workspace workspace;
    PanelFixture fixture;
    QVERIFY(fixture.create());
    workspace.setProject(fixture.project());
    QTRY_VERIFY_WITH_TIMEOUT(workspace.currentSplit().has_value(), kPatience);
    auto panel = std::make_unique<RunsPanel>(workspace);
    const QByteArray json =
        R"({"name":"x","recipe":{"name":"ERM","steps":[]},"model":{"id":"bag"},"seed":1,"device":"cpu"})";
    QVERIFY(panel->enqueue(json).ok());
    panel.reset(); // the job goes on without it and has nobody to answer to
    workspace.jobs().cancelAll();
    QTRY_VERIFY_WITH_TIMEOUT(!workspace.jobs().busy(), kPatience);

    // Closing the project takes the queue with it.
    RunsPanel other(workspace);
    QVERIFY(other.enqueue(json).ok());
    QVERIFY(other.enqueue(json).ok());
    workspace.setProject(nullptr);
    QCOMPARE(other.queue().rowCount(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!workspace.jobs().busy(), kPatience);
    QSignalSpy messages(&workspace, &Workspace::message);
    QVERIFY(!other.enqueue(json).ok()); // no split
    QVERIFY(!other.enqueue("{").ok());
    QCOMPARE(messages.count(), 2);
}

void tst_runs_panel::runsShowsStoredCurves() {
    Workspace workspace;
    RunsPanel panel(workspace);
    panel.resize(1100, 700);
    panel.show();
    workspace.setProject(m_fixture.project());
    auto* history = panel.findChild<QTableView*>(QStringLiteral("runHistory"));
    QAbstractItemModelTester tester(history->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE_WITH_TIMEOUT(history->model()->rowCount(), 3, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(panel.settled() && !panel.charts()[1]->data().series.isEmpty(), kPatience);
    // The newest finished run is shown without being asked for.
    QVERIFY(panel.charts()[0]->data().footnote.contains(QStringLiteral("#%1").arg(core::raw(m_fixture.remedy))));
    history->setFocus();
    QTest::keyClick(history, Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(panel.settled() && panel.charts()[0]->data().footnote.contains(
                                                    QStringLiteral("#%1").arg(core::raw(m_fixture.erm))),
                             kPatience);
    const auto& validation = panel.charts()[1]->data();
    QCOMPARE(validation.series.size(), 4); // head, mid, tail and the best epoch
    QCOMPARE(validation.series[0].points.size(), 3);
    QCOMPARE(validation.series[0].color, bucketColor(core::stats::Bucket::Head));
    QCOMPARE(validation.series[2].style, bucketPenStyle(core::stats::Bucket::Tail));
    QCOMPARE(validation.series[2].points.last().y(), 0.4);
    QCOMPARE(panel.charts()[0]->data().series[0].points.first().y(), 2.0);
}

void tst_runs_panel::feedHandsOverWhatTrainingReports() {
    const auto feed = std::make_shared<RunFeed>();
    const auto listener = RunFeed::listener(feed);
    QVERIFY(feed->take().empty());
    core::train::StepReport step;
    step.step = 3;
    step.loss = 0.5;
    core::train::EpochReport epoch;
    epoch.epoch = 1;
    epoch.validation.buckets[0].classes = 2;
    epoch.validation.buckets[0].recall = 0.75;
    listener.step(core::RunId(1), step);
    listener.epoch(core::RunId(1), epoch);
    const auto batch = feed->take();
    QCOMPARE(batch.steps.size(), std::size_t{1});
    QCOMPARE(batch.steps[0].loss, 0.5);
    QCOMPARE(batch.epochs[0].recall[0], 0.75);
    QVERIFY(std::isnan(batch.epochs[0].recall[2])); // no class of that bucket: nothing, not 0
    QVERIFY(feed->take().empty());
    RunCurves curves;
    for (int i = 0; i < 100'000; ++i)
        curves.add({static_cast<double>(i), 1, 1});
    QVERIFY(curves.steps.size() < 4000 && curves.steps.size() > 500);
    QVERIFY(curves.steps.back().step > 98'000);
}

QTEST_MAIN(tst_runs_panel)
#include "tst_runs_panel.moc"
