// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the laboratory with clicks and keys.
#include "core/stats/sensitivity.h"
#include "core/store/bucket_rules.h"
#include "core/store/import.h"
#include "core/store/insight/insight_json.h"
#include "support/chart_fixture.h"
#include "support/lab_fixture.h"
#include "widgets/lab/advice_page.h"
#include "widgets/lab/borders_page.h"
#include "widgets/lab/causes_page.h"
#include "widgets/lab/exposure_page.h"
#include "widgets/lab/lab_charts.h"
#include "widgets/lab/side_page.h"
#include "widgets/lab/time_page.h"
#include "widgets/lab/tree_map.h"
#include "widgets/panels/distribution_panel.h"
#include "widgets/text.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>
#include <numeric>

using namespace widgets;
using core::stats::kBucketCount;

namespace {

constexpr int kPatience = 30'000;

template <class T> T* child(const QWidget& parent, const char* name) {
    return parent.findChild<T*>(QLatin1String(name));
}

QLatin1String name(const charts::ChartView* chart) {
    static QByteArray text;
    text = chart->objectName().toLatin1();
    return QLatin1String(text);
}

} // namespace

class TestLabPages : public QObject, LabFixture {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeShop(); }

    void thePowerLawIsTestedFromTheMenu() {
        Workspace workspace;
        DistributionPanel panel(workspace);
        panel.resize(1280, 800);
        panel.show();
        workspace.setProject(m_project);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        QSignalSpy told(&workspace, &Workspace::message);
        panel.findChild<QAction*>(QStringLiteral("actionTestPowerLaw"))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, kPatience);
        QVERIFY(told[0][0].toString().contains(QLatin1String("p = ")));
        QVERIFY(!told[0][1].toBool());
        panel.findChild<QAction*>(QStringLiteral("actionShares"))->setChecked(true);
        QVERIFY(child<charts::ChartView>(panel, "rank-frequency")->data().y.percent);
    }

    void everyPageShowsItsCharts() {
        Workspace workspace;
        DistributionPanel panel(workspace);
        panel.resize(1280, 800);
        panel.show();
        workspace.setProject(m_project);
        auto* tabs = child<QTabWidget>(panel, "distributionTabs");
        QCOMPARE(panel.views().size(), tabs->count());
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
            QTest::qWait(50);
            QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        }
        for (const charts::ChartView* chart : panel.charts())
            QVERIFY2(!chart->data().series.isEmpty(), name(chart).data());
        // No page needs more than a window of 1280 × 800 has beside the stages.
        constexpr int kMostWidth = 1170, kMostHeight = 740;
        QVERIFY2(panel.minimumSizeHint().width() <= kMostWidth,
                 qPrintable(QString::number(panel.minimumSizeHint().width())));
        QVERIFY2(panel.minimumSizeHint().height() <= kMostHeight,
                 qPrintable(QString::number(panel.minimumSizeHint().height())));
        // Another language reads the same data.
        QEvent language(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&panel, &language);
        // No project: every chart says what to do, none crashes.
        workspace.setProject(nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        for (int tab = 0; tab < tabs->count(); ++tab)
            tabs->setCurrentIndex(tab);
        for (const charts::ChartView* chart : panel.charts())
            QVERIFY(chart->data().series.isEmpty());
    }

    void bordersMoveWithUndo() {
        Workspace workspace;
        DistributionPanel panel(workspace);
        panel.resize(1280, 800);
        panel.show();
        workspace.setProject(m_project);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        child<QTabWidget>(panel, "distributionTabs")->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        const core::stats::BucketRule before = workspace.bucketRule();
        auto* strip = child<charts::ChartView>(panel, "sensitivity");
        Q_EMIT strip->borderMoved(0, 5);
        Q_EMIT strip->borderMoved(0, 7);
        Q_EMIT strip->borderReleased(0, 8);
        const core::stats::BucketRule after = workspace.bucketRule();
        QVERIFY(!(after == before));
        QCOMPARE(panel.summary().borders.mid(), std::size_t{8});
        QCOMPARE(workspace.selection().undoStack()->count(), 1); // one drag, one step
        workspace.selection().undoStack()->undo();
        QVERIFY(workspace.bucketRule() == before);
        workspace.selection().undoStack()->redo();
        QVERIFY(workspace.bucketRule() == after);
    }

    void moreBucketsByClicks() {
        Workspace workspace;
        DistributionPanel panel(workspace);
        panel.resize(1280, 800);
        panel.show();
        workspace.setProject(m_project);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        auto* count = child<QSpinBox>(panel, "ruleCount");
        const auto* table = child<QTableWidget>(panel, "bucketTable");
        for (int buckets = 4; buckets <= 7; ++buckets) {
            QTest::keyClick(count, Qt::Key_Up);
            QCOMPARE(workspace.bucketRule().limits.size(), static_cast<std::size_t>(buckets) - 1);
            QCOMPARE(table->rowCount(), buckets + 1); // and cold
            QCOMPARE(child<charts::ChartView>(panel, "rank-frequency")->data().borders.size(), buckets - 1);
            QVERIFY(child<QDoubleSpinBox>(panel, "ruleLimit1")->isVisible());
            QCOMPARE(child<QDoubleSpinBox>(panel, "ruleLimit6")->isVisible(), buckets == 7);
        }
        std::int64_t entities = 0;
        for (const core::stats::BucketSummary& bucket : panel.summary().buckets)
            entities += bucket.entities;
        QCOMPARE(entities, panel.summary().entities);
        // The last border is dragged over the others: they give way, and one undo takes all of it back.
        const core::stats::BucketRule before = workspace.bucketRule();
        auto* rank = child<charts::ChartView>(panel, "rank-frequency");
        Q_EMIT rank->borderMoved(5, 3.5);
        Q_EMIT rank->borderReleased(5, 3.5);
        for (const std::size_t start : panel.summary().borders.starts)
            QVERIFY(start <= 3);
        workspace.selection().undoStack()->undo();
        QVERIFY(workspace.bucketRule() == before);
        // Every other page counts by the new buckets, too.
        for (int tab = 0; tab < child<QTabWidget>(panel, "distributionTabs")->count(); ++tab) {
            child<QTabWidget>(panel, "distributionTabs")->setCurrentIndex(tab);
            QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        }
        QCOMPARE(child<charts::ChartView>(panel, "bucket-flow")->data().x.categories.size(), 8);
        auto* shown = child<QComboBox>(panel, "timeShown");
        QCOMPARE(shown->count(), 9); // lines, all, seven buckets
        child<QTabWidget>(panel, "distributionTabs")->setCurrentIndex(2);
        QTest::keyClick(shown, Qt::Key_Down);
        auto* calendar = child<charts::ChartView>(panel, "calendar");
        QVERIFY(calendar->isVisible());
        QCOMPARE(calendar->data().y.categories.size(), 7);
        QTest::mouseClick(child<QPushButton>(panel, "ruleReset"), Qt::LeftButton);
        QCOMPARE(workspace.bucketRule().limits.size(), std::size_t{6});
    }

    void everyIndexOverAllBorders() {
        core::JobContext job;
        const auto cuts = core::stats::cutOffs(m_table->counts, 30);
        const auto indices = core::stats::indicesAt(m_table->counts, cuts, job);
        QVERIFY(indices.ok());
        QCOMPARE(indices->size(), cuts.size());
        for (std::size_t i = 0; i < cuts.size(); ++i) { // two ways to the same numbers
            QVERIFY(std::abs((*indices)[i].head.gini - cuts[i].headGini) < 1e-9);
            QVERIFY(std::abs((*indices)[i].rest.gini - cuts[i].restGini) < 1e-9);
        }
        job.cancel();
        QCOMPARE(core::stats::indicesAt(m_table->counts, cuts, job).error().code, core::ErrorCode::Cancelled);
        Workspace workspace;
        DistributionPanel panel(workspace);
        panel.resize(1280, 800);
        panel.show();
        workspace.setProject(m_project);
        child<QTabWidget>(panel, "distributionTabs")->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        auto* index = child<QComboBox>(panel, "bordersIndex");
        QCOMPARE(index->count(), 17);
        const auto* strip = child<charts::ChartView>(panel, "sensitivity");
        QCOMPARE(strip->data().series.size(), 5);
        for (int i = 1; i < index->count(); ++i) {
            QTest::keyClick(index, Qt::Key_Down);
            QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
            QCOMPARE(strip->data().series.size(), 2);
            QCOMPARE(strip->data().y.title, index->currentText());
        }
    }

    void indicesOfOnesOwn() {
        Workspace workspace;
        DistributionPanel panel(workspace);
        panel.resize(1280, 800);
        panel.show();
        workspace.setProject(m_project);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        const auto* table = child<QTableWidget>(panel, "indexTable");
        panel.findChild<QAction*>(QStringLiteral("actionIndex1"))->trigger();
        auto* dialog = child<QInputDialog>(panel, "chooseIndex");
        QVERIFY(dialog != nullptr);
        dialog->setDoubleValue(5);
        dialog->accept();
        QVERIFY(table->item(14, 0)->text().contains(QLatin1String("5")));
        QCOMPARE(table->item(14, 1)->text(), formatPercent(core::stats::topShare(m_table->counts, 5)));
    }

    void twoSelectionsSideBySide() {
        Workspace workspace;
        DistributionPanel panel(workspace);
        panel.resize(1280, 800);
        panel.show();
        workspace.setProject(m_project);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        child<QTabWidget>(panel, "distributionTabs")->setCurrentIndex(5);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        panel.findChild<SidePage*>()->setKind(SidePage::Kind::Selection);
        const auto select = [&](std::size_t from, std::size_t to) {
            core::select::Selection selection;
            selection.entity = "item";
            for (std::size_t i = from; i < to; ++i)
                selection.names.insert(m_table->names[i]);
            workspace.selection().select(selection, core::select::Mode::Replace);
            QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        };
        const auto* table = child<QTableWidget>(panel, "sideTable");
        auto* hold = child<QPushButton>(panel, "sideHold");
        QVERIFY(!hold->isEnabled());
        select(0, 5);
        QTest::mouseClick(hold, Qt::LeftButton);
        select(5, 25);
        const auto sum = [&](std::size_t from, std::size_t to) {
            return formatDecimal(
                static_cast<double>(std::accumulate(m_table->counts.begin() + static_cast<int>(from),
                                                    m_table->counts.begin() + static_cast<int>(to), std::int64_t{0})),
                0);
        };
        QCOMPARE(table->item(1, 1)->text(), sum(5, 25)); // total support of each side
        QCOMPARE(table->item(1, 2)->text(), sum(0, 5));
        QTest::mouseClick(child<QPushButton>(panel, "sideRelease"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        QTRY_COMPARE(table->item(1, 1)->text(), sum(5, 25));
        QVERIFY(table->item(1, 2)->text() != sum(0, 5));
    }

    /// Beyond 6,000 entities a chart draws some of the ranks; a brush selects those between them, too.
    void brushesSelectRanksBetween() {
        QTemporaryDir folder;
        const std::string log = folder.filePath(QStringLiteral("log.csv")).toStdString();
        {
            std::ofstream file(log);
            file << "item\n";
            for (int i = 0; i < 60'000; ++i)
                for (int n = 0; n < 1 + 20'000 / (i + 1); ++n)
                    file << 'p' << i << '\n';
        }
        const auto project = core::store::Project::open(folder.filePath(QStringLiteral("p.taillight")).toStdString(),
                                                        core::store::Project::Access::CreateNew);
        QVERIFY(project.ok());
        core::store::ImportRequest request;
        request.path = log;
        request.kind = core::data::SourceKind::Log;
        core::JobContext job;
        QVERIFY(core::store::importFile(**project, request, job).ok());
        Workspace workspace;
        DistributionPanel panel(workspace);
        panel.resize(1280, 800);
        panel.show();
        workspace.setProject(*project);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled() && panel.summary().entities == 60'000, kPatience);
        auto* rank = child<charts::ChartView>(panel, "rank-frequency");
        qsizetype points = 0;
        for (const charts::SeriesData& series : rank->data().series)
            points += series.ids.size();
        QVERIFY(points < 30'000);
        // Down and to the right, beside the borders.
        chart_fixture::drag(*rank, rank->positionOf({300, 500}), rank->positionOf({50'000, 1}) + QPointF(0, 2));
        const auto& names = workspace.selection().selection().names;
        QVERIFY2(static_cast<qsizetype>(names.size()) > points, qPrintable(QString::number(names.size())));
        // Without a gap: every rank between the first and the last of them.
        const auto table = core::store::supportOf(**project, {"item", {}, {}}, job);
        std::vector<std::size_t> ranks;
        for (std::size_t i = 0; i < (*table)->names.size(); ++i)
            if (names.contains((*table)->names[i]))
                ranks.push_back(i);
        QCOMPARE(ranks.size(), names.size());
        QCOMPARE(ranks.back() - ranks.front() + 1, ranks.size());
    }

    void rulesByClicks() {
        Workspace workspace;
        DistributionPanel panel(workspace);
        panel.resize(1280, 800);
        panel.show();
        workspace.setProject(m_project);
        child<QTabWidget>(panel, "distributionTabs")->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        const core::stats::BucketRule shots{core::stats::BucketRule::Kind::Shots, {30, 3}};
        workspace.setBucketRule(shots);
        QTest::keyClicks(child<QLineEdit>(panel, "ruleName"), QStringLiteral("mine"));
        QTest::mouseClick(child<QPushButton>(panel, "ruleSave"), Qt::LeftButton);
        auto* list = child<QListWidget>(panel, "namedRules");
        QTRY_COMPARE_WITH_TIMEOUT(list->count(), 1, kPatience);
        workspace.setBucketRule({});
        list->setCurrentRow(0);
        QTest::mouseClick(child<QPushButton>(panel, "ruleUse"), Qt::LeftButton);
        QVERIFY(workspace.bucketRule() == shots);
        QTest::mouseClick(child<QPushButton>(panel, "ruleRemove"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(list->count(), 0, kPatience);
    }

    void adviceLeadsToChartsAndRecipes() {
        Workspace workspace;
        DistributionPanel panel(workspace);
        panel.resize(1280, 800);
        panel.show();
        workspace.setProject(m_project);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        auto* tabs = child<QTabWidget>(panel, "distributionTabs");
        tabs->setCurrentIndex(tabs->count() - 1);
        auto* page = panel.findChild<AdvicePage*>();
        QTRY_VERIFY_WITH_TIMEOUT(page->advice().has_value(), kPatience);
        QSignalSpy recipes(&workspace, &Workspace::recipeRequested), stages(&workspace, &Workspace::stageRequested);
        auto* compose = child<QPushButton>(*page, "compose-Balanced softmax");
        QVERIFY(compose != nullptr);
        QTest::mouseClick(compose, Qt::LeftButton);
        QCOMPARE(recipes.count(), 1);
        QVERIFY(recipes[0][0].toByteArray().contains("balanced_softmax"));
        QCOMPARE(stages.count(), 1);
        auto* finding = child<QFrame>(*page, "finding-moving");
        QVERIFY(finding != nullptr);
        QTest::mouseClick(finding->findChild<QPushButton*>(), Qt::LeftButton);
        QVERIFY(child<charts::ChartView>(panel, "bucket-flow")->isVisible());
    }
};

QTEST_MAIN(TestLabPages)
#include "tst_lab_pages.moc"
