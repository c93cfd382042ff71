// SPDX-License-Identifier: GPL-3.0-or-later
// The whole main job through the window, by clicks and keys alone: import → see the tail → recipe → train → compare →
// export.
#include "support/desk.h"

#include "core/store/entity_store.h"
#include "core/train/engine_loader.h"
#include "core/train/model_io.h"
#include "widgets/charts/chart_view.h"
#include "widgets/panels/compare_panel.h"
#include "widgets/panels/distribution_panel.h"
#include "widgets/panels/import_wizard.h"
#include "widgets/text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTreeView>

#include <functional>
#include <vector>

using namespace widgets;
using test::Desk;
using test::kLong;

class TestMainJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWholeJob();

private:
    void importFile(Desk& desk, const QString& path, qint64 rows, bool log);
    void makeSplit(Desk& desk);
    void dragABorder(Desk& desk);
    void queueTwoRecipes(Desk& desk);
    void train(Desk& desk);
    void compareAndExport(Desk& desk);

    QTemporaryDir m_directory;
};

void TestMainJob::importFile(Desk& desk, const QString& path, qint64 rows, bool log) {
    const auto button = [&] { return desk.window.findChild<QPushButton*>(QStringLiteral("importButton")); };
    QTRY_VERIFY_WITH_TIMEOUT(button() != nullptr && button()->isVisible(), kLong);
    QTest::mouseClick(button(), Qt::LeftButton);
    // The wizard of the import before may still be there, closed.
    ImportWizard* wizard = nullptr;
    const auto openWizard = [&] {
        for (ImportWizard* one : desk.window.findChildren<ImportWizard*>())
            if (one->isVisible())
                wizard = one;
        return wizard != nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(openWizard(), kLong);
    auto* field = wizard->findChild<QLineEdit*>(QStringLiteral("importPath"));
    field->setFocus();
    field->clear();
    QTest::keyClicks(field, path);
    QTest::keyClick(field, Qt::Key_Return);
    auto* start = wizard->findChild<QPushButton*>(QStringLiteral("importStart"));
    QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), kLong);
    const auto imported = [&] {
        const auto counts = core::store::projectCounts(*desk.workspace.project());
        return counts.ok() ? (log ? counts->events : counts->catalogue) : -1;
    };
    const QPointer<ImportWizard> open = wizard;
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(imported(), rows, kLong);
    QTRY_VERIFY_WITH_TIMEOUT(!open || !open->isVisible(), kLong);
}

void TestMainJob::makeSplit(Desk& desk) {
    desk.click("splitMake");
    QTRY_COMPARE_WITH_TIMEOUT(desk.workspace.splits().size(), std::size_t(1), kLong);
    QTRY_VERIFY_WITH_TIMEOUT(desk.workspace.currentSplit().has_value(), kLong);
}

void TestMainJob::dragABorder(Desk& desk) {
    desk.click("stageButton2");
    auto* panel = desk.window.findChild<DistributionPanel*>();
    QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible() && panel->settled() && panel->summary().entities > 0, kLong);
    auto* chart = desk.find<charts::ChartView>("rank-frequency");
    QTRY_VERIFY_WITH_TIMEOUT(chart->data().borders.size() >= 2, kLong);
    const auto before = panel->summary().borders.mid();
    const double x = chart->data().borders[0].x;
    const QPoint from(static_cast<int>(std::lround(chart->positionOf({x, 1}).x())), chart->height() / 2);
    const QPoint to = from - QPoint(30, 0);
    QWidget* target = chart->childAt(from) != nullptr ? chart->childAt(from) : chart;
    const auto local = [&](const QPoint& point) { return target->mapFrom(chart, point); };
    QTest::mousePress(target, Qt::LeftButton, Qt::NoModifier, local(from));
    for (int step = 1; step <= 6; ++step)
        QTest::mouseMove(target, local(from + (to - from) * step / 6));
    QTest::mouseRelease(target, Qt::LeftButton, Qt::NoModifier, local(to));
    QTRY_VERIFY_WITH_TIMEOUT(panel->summary().borders.mid() < before, kLong);
}

void TestMainJob::queueTwoRecipes(Desk& desk) {
    desk.click("stageButton3");
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QPushButton>("addBaseline")->isVisible(), kLong);
    desk.click("addBaseline");
    auto* search = desk.find<QLineEdit>("strategySearch");
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("Balanced softmax"));
    auto* tree = desk.find<QTreeView>("strategyTree");
    QModelIndexList found;
    const auto leafFound = [&] {
        found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("Balanced softmax"), 1,
                                     Qt::MatchExactly | Qt::MatchRecursive);
        return !found.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(leafFound(), kLong);
    const QModelIndex leaf = found.constFirst();
    tree->scrollTo(leaf);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, Qt::NoModifier, tree->visualRect(leaf).center());
    QTest::mouseDClick(tree->viewport(), Qt::LeftButton, Qt::NoModifier, tree->visualRect(leaf).center());
    QTRY_VERIFY_WITH_TIMEOUT(desk.window.findChild<QWidget*>(QStringLiteral("step-balanced_softmax")) != nullptr,
                             kLong);
    desk.click("addRecipe");
    auto* recipes = desk.find<QAbstractItemView>("experimentRecipes");
    QTRY_COMPARE_WITH_TIMEOUT(recipes->model()->rowCount(), 2, kLong);
    desk.click("queueRuns");
}

void TestMainJob::train(Desk& desk) {
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QWidget>("runQueue")->isVisible(), kLong);
    const auto finished = [&] {
        const auto& runs = desk.workspace.runs();
        return std::count_if(runs.begin(), runs.end(),
                             [](const auto& run) { return run.status == core::store::RunStatus::Finished; });
    };
    constexpr int kTraining = 120'000;
    QTRY_COMPARE_WITH_TIMEOUT(finished(), 2, kTraining);
}

void TestMainJob::compareAndExport(Desk& desk) {
    desk.click("stageButton5");
    auto* panel = desk.window.findChild<ComparePanel*>();
    QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible() && panel->settled(), kLong);
    QTRY_COMPARE_WITH_TIMEOUT(desk.find<QAbstractItemView>("compareMetrics")->model()->rowCount(), 2, kLong);
    // At least three linked charts with something on them.
    for (const char* name : {"compare-buckets", "compare-difference", "compare-support-recall"}) {
        auto* chart = desk.find<charts::ChartView>(name);
        QVERIFY2(chart != nullptr && !chart->data().series.isEmpty() && !chart->data().series[0].points.isEmpty(),
                 name);
    }
    const QString out = m_directory.filePath(QStringLiteral("out"));
    panel->exportReportTo(out);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(out + QStringLiteral("/report.html")), kLong);
    panel->exportModelsTo(m_directory.filePath(QStringLiteral("models")));
    const QDir models(m_directory.filePath(QStringLiteral("models")));
    QTRY_COMPARE_WITH_TIMEOUT(models.entryList({QStringLiteral("run-*")}, QDir::Dirs).size(), 2, kLong);
    const QString first = models.filePath(models.entryList({QStringLiteral("run-*")}, QDir::Dirs).constFirst());
    const auto bundle = core::train::loadModel(first.toStdString());
    QVERIFY2(bundle.ok(), bundle.ok() ? "" : qPrintable(errorText(bundle.error())));
    QCOMPARE(bundle->labels.size(), 6);
}

void TestMainJob::theWholeJob() {
    core::JobContext job;
    const auto shop = core::data::generateSampleShop(m_directory.path().toStdString(), test::tinyShop(), job);
    QVERIFY(shop.ok());
    Desk desk;
    desk.window.resize(1280, 800);
    QVERIFY(desk.makeProject(m_directory.filePath(QStringLiteral("job.taillight"))));
    const std::vector<std::function<void()>> steps{
        [&] { importFile(desk, QString::fromStdString(shop->cataloguePath), 300, false); },
        [&] { importFile(desk, QString::fromStdString(shop->logPath), 3000, true); },
        [&] { makeSplit(desk); },
        [&] { dragABorder(desk); },
        [&] { queueTwoRecipes(desk); },
    };
    for (const auto& step : steps) {
        step();
        if (QTest::currentTestFailed())
            return;
    }
    if (!QFile::exists(QString::fromLocal8Bit(qgetenv("TAILLIGHT_ENGINE"))))
        QSKIP("There is no engine module here: the job ends where training would begin");
    train(desk);
    if (!QTest::currentTestFailed())
        compareAndExport(desk);
}

QTEST_MAIN(TestMainJob)
#include "tst_main_job.moc"
