// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/panel_fixture.h"
#include "widgets/panels/compare_exporter.h"
#include "widgets/panels/compare_panel.h"
#include "widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace widgets;
using core::strategies::StepKind;

namespace {
constexpr int kPatience = 20'000; // ms; sanitizers are slow
} // namespace

class tst_compare_panel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void compareShowsTheNewestExperiment();
    void compareFollowsTheBucketRule();
    void compareIsLinked();
    void compareChecksByKeys();
    void compareExports();

private:
    PanelFixture m_fixture;
};

void tst_compare_panel::initTestCase() {
    applyTheme(Theme::Light);
    QVERIFY2(m_fixture.createWithRuns(), "the project or its runs could not be made");
}

void tst_compare_panel::compareShowsTheNewestExperiment() {
    Workspace workspace;
    ComparePanel panel(workspace);
    panel.resize(1100, 700);
    panel.show();
    QVERIFY(panel.findChild<QPushButton*>(QStringLiteral("stageHintButton"))->isVisible()); // nothing to compare yet
    workspace.setProject(m_fixture.project());
    QTRY_VERIFY_WITH_TIMEOUT(panel.comparison().has_value() && panel.settled(), kPatience);
    const auto& comparison = *panel.comparison();
    QCOMPARE(comparison.runs.size(), std::size_t{2}); // "first", not "earlier"
    QVERIFY(comparison.request.baseline == m_fixture.erm);
    const auto& bars = panel.charts()[0]->data();
    QCOMPARE(bars.series.size(), 2);
    QCOMPARE(bars.series[0].low.size(), bars.series[0].points.size());
    for (const QString& part : {QStringLiteral("shop.taillight"), QStringLiteral("plain split"), QStringLiteral("test"),
                                QStringLiteral("share"), QStringLiteral("#%1").arg(core::raw(m_fixture.erm))})
        QVERIFY2(bars.footnote.contains(part), qPrintable(bars.footnote));
    const auto& differences = panel.charts()[1]->data();
    QCOMPARE(differences.series.size(), 2); // one run and the zero line
    const auto& scatter = panel.charts()[2]->data();
    QCOMPARE(scatter.entity, QStringLiteral("label"));
    QCOMPARE(scatter.series[0].ids.size(), PanelFixture::kClasses);
    auto* metrics = panel.findChild<QTableView*>(QStringLiteral("compareMetrics"));
    QCOMPARE(metrics->model()->rowCount(), 2);
    auto* classes = panel.findChild<QTableView*>(QStringLiteral("compareClasses"));
    QAbstractItemModelTester tester(classes->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(classes->model()->rowCount(), PanelFixture::kClasses);

    // Other runs, another part, no baseline.
    panel.setRuns({m_fixture.old, m_fixture.erm, m_fixture.remedy}, std::nullopt);
    panel.findChild<QComboBox*>(QStringLiteral("comparePart"))->setCurrentIndex(1);
    QTRY_VERIFY_WITH_TIMEOUT(panel.settled() && panel.comparison() && panel.comparison()->runs.size() == 3, kPatience);
    QVERIFY(panel.comparison()->request.part == core::data::Part::Validation);
    QVERIFY(panel.charts()[1]->data().series.isEmpty());
    QVERIFY(!panel.charts()[1]->data().emptyText.isEmpty());
    auto* confusion = panel.findChild<QTableView*>(QStringLiteral("confusionMatrix"));
    QCOMPARE(confusion->model()->rowCount(), PanelFixture::kClasses);
}

void tst_compare_panel::compareFollowsTheBucketRule() {
    Workspace workspace;
    ComparePanel panel(workspace);
    panel.show();
    workspace.setProject(m_fixture.project());
    QTRY_VERIFY_WITH_TIMEOUT(panel.comparison().has_value() && panel.settled(), kPatience);
    const auto before = panel.comparison()->bucketOfClass;
    const double accuracy = panel.comparison()->runs[0].metrics.accuracy;
    workspace.setBucketRule({core::stats::BucketRule::Kind::Shots, {1000, 500}}); // every class is tail then
    QVERIFY(!panel.settled());
    QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
    QVERIFY(panel.comparison()->bucketOfClass != before);
    QCOMPARE(panel.comparison()->runs[0].metrics.accuracy, accuracy); // the same predictions
    QCOMPARE(panel.charts()[0]->data().series[0].points.size(), 2);   // tail and all; head and mid are empty
    QVERIFY(panel.charts()[0]->data().footnote.contains(QStringLiteral("shots")));
}

void tst_compare_panel::compareIsLinked() {
    Workspace workspace;
    ComparePanel panel(workspace);
    panel.show();
    workspace.setProject(m_fixture.project());
    QTRY_VERIFY_WITH_TIMEOUT(panel.comparison().has_value() && panel.settled(), kPatience);
    auto* classes = panel.findChild<QTableView*>(QStringLiteral("compareClasses"));
    core::select::Selection selection;
    selection.entity = "label";
    selection.names = {"class 2", "class 5"};
    workspace.selection().select(selection);
    QCOMPARE(classes->selectionModel()->selectedRows().size(), 2);
    classes->selectRow(0);
    QCOMPARE(workspace.selection().selection().names,
             std::set<std::string>{classes->model()->index(0, 0).data().toString().toStdString()});
    workspace.selection().undoStack()->undo();
    QCOMPARE(classes->selectionModel()->selectedRows().size(), 2);
}

void tst_compare_panel::compareChecksByKeys() {
    Workspace workspace;
    ComparePanel panel(workspace);
    panel.show();
    workspace.setProject(m_fixture.project());
    QTRY_VERIFY_WITH_TIMEOUT(panel.comparison().has_value() && panel.settled(), kPatience);
    auto* picker = panel.findChild<QTableView*>(QStringLiteral("comparePicker"));
    QAbstractItemModelTester tester(picker->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    picker->setFocus();
    picker->setCurrentIndex(picker->model()->index(2, 1)); // newest first: the run of "earlier"
    QTest::keyClick(picker, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(panel.settled() && panel.comparison() && panel.comparison()->runs.size() == 3, kPatience);
    workspace.refresh(); // the user's own choice stays
    QTest::qWait(100);
    QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
    QCOMPARE(panel.comparison()->runs.size(), std::size_t{3});
    QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("compareNone")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(panel.settled() && !panel.comparison(), kPatience);
    QVERIFY(panel.findChild<QLabel*>(QStringLiteral("compareStatus"))->isVisibleTo(&panel));
}

void tst_compare_panel::compareExports() {
    Workspace workspace;
    ComparePanel panel(workspace);
    panel.resize(1100, 700);
    panel.show();
    workspace.setProject(m_fixture.project());
    QTRY_VERIFY_WITH_TIMEOUT(panel.comparison().has_value() && panel.settled(), kPatience);
    QSignalSpy finished(&panel.exporter(), &CompareExporter::finished);
    const QString charts = m_fixture.path(QStringLiteral("charts"));
    panel.exportChartsTo(charts, charts::ChartView::Format::Csv);
    QCOMPARE(finished.count(), 1);
    for (const charts::ChartView* chart : panel.charts())
        QVERIFY(QFile::exists(QDir(charts).filePath(chart->objectName() + QStringLiteral(".csv"))));
    const QString predictions = m_fixture.path(QStringLiteral("predictions"));
    panel.exportPredictionsTo(predictions);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, kPatience);
    QCOMPARE(finished[1][0].toStringList().size(), 2);
    const QString report = m_fixture.path(QStringLiteral("report"));
    panel.exportReportTo(report);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 3, kPatience);
    QVERIFY(QFile::exists(QDir(report).filePath(QStringLiteral("report.md"))));
    QVERIFY(QFile::exists(QDir(report).filePath(QStringLiteral("compare-buckets.svg"))));
    QSignalSpy messages(&workspace, &Workspace::message);
    panel.exportChartsTo(m_fixture.path(QStringLiteral("catalogue.csv")), charts::ChartView::Format::Csv); // no folder
    QCOMPARE(messages.count(), 1);
    QVERIFY(messages[0][1].toBool());
}

QTEST_MAIN(tst_compare_panel)
#include "tst_compare_panel.moc"
