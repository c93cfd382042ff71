// SPDX-License-Identifier: GPL-3.0-or-later
// The window by mouse and keyboard: start page, sample shop, distribution, docks, language, closing.
#include "support/desk.h"

#include "core/train/engine_loader.h"
#include "widgets/panels/data_panel.h"
#include "widgets/panels/distribution_panel.h"
#include "widgets/shell/chart_export.h"
#include "widgets/shell/message_bar.h"
#include "widgets/shell/sample_project.h"
#include "widgets/shell/screenshots.h"
#include "widgets/text.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <memory>

using namespace widgets;
using shell::MainWindow;
using test::Desk;
using test::kLong;
using test::tinyShop;

class TestWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startPageFirst();
    void firstPaintLoadsNoEngine();
    void wrongProjectsGetASentence_data();
    void wrongProjectsGetASentence();
    void sampleShopFillsTheWindow();
    void cancelledSampleLeavesNoFile();
    void borderDragChangesTheRule();
    void selectionIsLinkedAndUndone();
    void everyActionIsExplained();
    void languageSwitchesLive();
    void closingWhileBusyAsks();
    void screenshotsAndCharts();

private:
    QString write(const QString& name, const QByteArray& bytes) const {
        QFile file(m_directory->filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write a test file");
        file.write(bytes);
        return file.fileName();
    }
    QString sampleProject();
    std::unique_ptr<QTemporaryDir> m_directory;
    QTemporaryDir m_shared;
};

void TestWindow::init() {
    m_directory = std::make_unique<QTemporaryDir>();
}

/// Made once: several tests look at it.
QString TestWindow::sampleProject() {
    const QString path = m_shared.filePath(QStringLiteral("sample.taillight"));
    if (QFile::exists(path))
        return path;
    core::JobContext job;
    const auto made = shell::makeSampleProject(path.toStdString(), tinyShop(), job);
    if (!made.ok())
        qWarning("%s", qPrintable(errorText(made.error())));
    return path;
}

void TestWindow::startPageFirst() {
    const Desk desk;
    QVERIFY(desk.find<QWidget>("startPage")->isVisible());
    QVERIFY(!desk.find<QWidget>("stageRail")->isEnabled());
    QVERIFY(!desk.find<QAction>("actionImport")->isEnabled());
    for (const char* name : {"startNew", "startOpen", "startSample"})
        QVERIFY2(!desk.find<QPushButton>(name)->accessibleName().isEmpty(), name);
}

void TestWindow::firstPaintLoadsNoEngine() {
    const Desk desk;
    QSignalSpy painted(&desk.window, &MainWindow::firstPainted);
    QVERIFY(painted.wait(kLong));
    QVERIFY(!core::train::engineLoaded());
}

void TestWindow::wrongProjectsGetASentence_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("exists");
    QTest::addColumn<QString>("part");
    QTest::newRow("missing") << QByteArray() << false << QStringLiteral("no such file");
    QTest::newRow("text") << QByteArray("hello, this is no database at all\n") << true
                          << QStringLiteral("not a Taillight project");
    QTest::newRow("empty") << QByteArray() << true << QStringLiteral("taillight");
}

void TestWindow::wrongProjectsGetASentence() {
    QFETCH(QByteArray, content);
    QFETCH(bool, exists);
    QFETCH(QString, part);
    Desk desk;
    const QString path = exists ? write(QStringLiteral("wrong.taillight"), content)
                                : m_directory->filePath(QStringLiteral("none.taillight"));
    QSignalSpy opened(&desk.window, &MainWindow::projectOpened);
    desk.window.openDropped({path});
    QVERIFY(opened.wait(kLong));
    QVERIFY(!opened.constFirst().constFirst().toBool());
    QVERIFY(desk.window.messageBar()->isVisible());
    QVERIFY(desk.window.messageBar()->showsError());
    QVERIFY2(desk.window.messageBar()->text().contains(part), qPrintable(desk.window.messageBar()->text()));
    desk.click("messageClose");
    QVERIFY(!desk.window.messageBar()->isVisible());
    QVERIFY(desk.find<QWidget>("startPage")->isVisible());
}

void TestWindow::sampleShopFillsTheWindow() {
    Desk desk;
    QSignalSpy opened(&desk.window, &MainWindow::projectOpened);
    desk.window.makeSample(m_directory->filePath(QStringLiteral("shop.taillight")), tinyShop());
    QVERIFY(opened.wait(kLong));
    QVERIFY2(opened.constFirst().constFirst().toBool(), qPrintable(desk.window.messageBar()->text()));
    QTRY_COMPARE(desk.workspace.splits().size(), std::size_t{1});
    QTRY_COMPARE(desk.find<QTableView>("sourceTable")->model()->rowCount(), 2);
    // All five stages by the rail and by keyboard.
    for (int stage = 4; stage >= 0; --stage) {
        desk.click(qPrintable(QStringLiteral("stageButton%1").arg(stage + 1)));
        QCOMPARE(desk.window.stage(), stage);
        QVERIFY(desk.window.panel(stage)->isVisible());
    }
    desk.window.activateWindow();
    QTest::keyClick(&desk.window, Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(desk.window.stage(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(desk.window.panel(1)->settled(), kLong);
    auto* panel = qobject_cast<DistributionPanel*>(desk.window.panel(1));
    QTRY_VERIFY(panel->summary().total > 0);
    QVERIFY(desk.find<QTableView>("entityTable")->model()->rowCount() > 0);
}

void TestWindow::cancelledSampleLeavesNoFile() {
    const QString path = m_directory->filePath(QStringLiteral("none.taillight"));
    core::JobContext job;
    job.cancel();
    const auto made = shell::makeSampleProject(path.toStdString(), tinyShop(), job);
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, core::ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(path));
}

void TestWindow::borderDragChangesTheRule() {
    Desk desk;
    QSignalSpy opened(&desk.window, &MainWindow::projectOpened);
    desk.window.openProject(sampleProject());
    QVERIFY(opened.wait(kLong));
    desk.window.showStage(1);
    auto* panel = qobject_cast<DistributionPanel*>(desk.window.panel(1));
    QTRY_VERIFY_WITH_TIMEOUT(panel->settled() && panel->summary().total > 0, kLong);
    const core::stats::BucketRule before = desk.workspace.bucketRule();
    const std::size_t middle = panel->summary().borders.mid();
    auto* chart = desk.find<charts::ChartView>("rank-frequency");
    Q_EMIT chart->borderMoved(0, static_cast<double>(middle) * 2 + 0.5);
    QVERIFY(desk.workspace.bucketRule() != before);
    QVERIFY(panel->summary().borders.mid() > middle);
    QVERIFY(desk.find<QDoubleSpinBox>("ruleLimit1")->value() > before.limits.front() * 100);
    Q_EMIT chart->borderReleased(0, static_cast<double>(middle) * 2 + 0.5);
    // Typing a border has the same effect; a wrong order is said and changes nothing.
    const core::stats::BucketRule dragged = desk.workspace.bucketRule();
    desk.find<QDoubleSpinBox>("ruleLimit2")->setValue(1);
    QCOMPARE(desk.workspace.bucketRule(), dragged);
    QVERIFY(!desk.find<QLabel>("ruleNote")->text().isEmpty());
    desk.click("ruleReset");
    QCOMPARE(desk.workspace.bucketRule(), core::stats::BucketRule{});
    QVERIFY(desk.find<QLabel>("ruleNote")->text().isEmpty());
}

void TestWindow::selectionIsLinkedAndUndone() {
    Desk desk;
    QSignalSpy opened(&desk.window, &MainWindow::projectOpened);
    desk.window.openProject(sampleProject());
    QVERIFY(opened.wait(kLong));
    desk.window.showStage(1);
    auto* panel = qobject_cast<DistributionPanel*>(desk.window.panel(1));
    QTRY_VERIFY_WITH_TIMEOUT(panel->settled() && panel->summary().total > 0, kLong);
    auto* table = desk.find<QTableView>("entityTable");
    const QPoint row = table->visualRect(table->model()->index(1, 1)).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, row);
    QCOMPARE(desk.workspace.selection().selection().names.size(), std::size_t{1});
    QCOMPARE(desk.workspace.selection().selection().entity, std::string("item"));
    desk.find<QDockWidget>("rowsDock")->show();
    QTRY_COMPARE(
        desk.find<QDockWidget>("rowsDock")->findChild<QTableView*>(QStringLiteral("rowsTable"))->model()->rowCount(),
        1);
    // Searching and sorting keep the selection.
    desk.find<QLineEdit>("entitySearch")->setText(QStringLiteral("no such thing"));
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QCOMPARE(desk.workspace.selection().selection().names.size(), std::size_t{1});
    desk.find<QLineEdit>("entitySearch")->clear();
    QTRY_VERIFY(table->model()->rowCount() > 1);
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    desk.find<QAction>("actionUndo")->trigger();
    QVERIFY(desk.workspace.selection().selection().empty());
    QVERIFY(table->selectionModel()->selectedRows().isEmpty());
    desk.find<QAction>("actionRedo")->trigger();
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    desk.find<QAction>("actionClearSelection")->trigger();
    QVERIFY(desk.workspace.selection().selection().empty());
}

void TestWindow::everyActionIsExplained() {
    const Desk desk;
    int seen = 0;
    for (const QAction* action : desk.window.findChildren<QAction*>()) {
        if (action->objectName().isEmpty() || action->objectName().startsWith(QLatin1String("_q_")) ||
            action->menu() != nullptr)
            continue;
        if (!action->objectName().startsWith(QLatin1String("action")) &&
            !action->objectName().endsWith(QLatin1String("Toggle")))
            continue;
        ++seen;
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->objectName()));
    }
    QVERIFY(seen >= 20);
    QSet<QString> keys;
    for (const QAction* action : desk.window.findChildren<QAction*>()) {
        const QString key = action->shortcut().toString();
        QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(key));
        if (!key.isEmpty())
            keys.insert(key);
    }
}

void TestWindow::languageSwitchesLive() {
    Desk desk;
    QSignalSpy opened(&desk.window, &MainWindow::projectOpened);
    desk.window.openProject(sampleProject());
    QVERIFY(opened.wait(kLong));
    desk.find<QAction>("languageZh")->trigger();
    QCOMPARE(desk.language.current(), QStringLiteral("zh_CN"));
    QCOMPARE(QLocale().language(), QLocale::Chinese);
    for (int stage = 0; stage < shell::kStageCount; ++stage)
        desk.window.showStage(stage);
    QVERIFY(desk.find<QAction>("languageZh")->isChecked());
    // Qt posts the change of language to the windows: it arrives with the next turn of the event loop.
    QTRY_VERIFY(desk.find<QAction>("actionImport")->text().contains(QStringLiteral("导入")));
    QCOMPARE(desk.find<QToolButton>("stageButton2")->text(), QStringLiteral("分布"));
    desk.find<QAction>("languageEn")->trigger();
    QTRY_COMPARE(desk.find<QAction>("actionImport")->text(), QStringLiteral("&Import…"));
}

void TestWindow::closingWhileBusyAsks() {
    auto desk = std::make_unique<Desk>();
    JobRunner::Options options;
    options.title = QStringLiteral("waiting");
    desk->workspace.jobs().run<int>(
        options, nullptr,
        [](core::JobContext& job) -> core::Result<int> {
            while (job.proceed())
                QTest::qSleep(5);
            return core::Error(core::ErrorCode::Cancelled);
        },
        [](core::Result<int>) {});
    const auto answer = [](const char* button) {
        QTimer::singleShot(50, qApp, [button] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (box != nullptr)
                QTest::mouseClick(box->findChild<QPushButton*>(QLatin1String(button)), Qt::LeftButton);
        });
    };
    answer("closeStay");
    QVERIFY(!desk->window.close());
    QVERIFY(desk->workspace.jobs().busy());
    answer("closeConfirm");
    desk->window.close();
    QTRY_VERIFY(!desk->workspace.jobs().busy());
    QTRY_VERIFY(!desk->window.isVisible());
    desk.reset(); // must not hang or touch what is gone
}

void TestWindow::screenshotsAndCharts() {
    const QString project = sampleProject();
    Desk desk;
    QVERIFY(!shell::openAndWait(desk.window, desk.workspace, m_directory->filePath(QStringLiteral("none"))).ok());
    const core::Status opened = shell::openAndWait(desk.window, desk.workspace, project);
    QVERIFY2(opened.ok(), qPrintable(opened.ok() ? QString() : errorText(opened.error())));
    const QString shots = m_directory->filePath(QStringLiteral("shots"));
    const core::Status done = shell::renderScreenshots(desk.window, desk.workspace, shots);
    QVERIFY2(done.ok(), qPrintable(done.ok() ? QString() : errorText(done.error())));
    QStringList names{QStringLiteral("1-data.png"), QStringLiteral("2-distribution.png"),
                      QStringLiteral("3-recipe.png"), QStringLiteral("4-runs.png"), QStringLiteral("5-compare.png")};
    const QStringList pages = desk.window.panel(0)->views();
    QVERIFY(pages.contains(QStringLiteral("splits")));
    for (qsizetype page = 1; page < pages.size(); ++page)
        names << QStringLiteral("1-data-%1.png").arg(pages[page]);
    const QStringList tabs = desk.window.panel(1)->views();
    for (qsizetype tab = 1; tab < tabs.size(); ++tab)
        names << QStringLiteral("2-distribution-%1.png").arg(tabs[tab]);
    names.sort();
    QStringList written = QDir(shots).entryList(QDir::Files);
    written.sort();
    QCOMPARE(written, names);
    shell::ChartRequest request;
    request.directory = m_directory->filePath(QStringLiteral("charts"));
    request.format = charts::ChartView::Format::Csv;
    const auto drawn = shell::renderCharts(desk.window, desk.workspace, request);
    QVERIFY(drawn.ok());
    // Shape 4, borders 1, time 7 less the half-lives (no item of the tiny shop has ten events), exposure 3, causes 4
    // and 7 side by side, two sides 3: pages that were not looked at are drawn, too.
    QCOMPARE(*drawn, 28);
    request.runs = {core::RunId{99}};
    const auto missing = shell::renderCharts(desk.window, desk.workspace, request);
    QVERIFY(!missing.ok());
    QCOMPARE(missing.error().code, core::ErrorCode::NoSuchRun);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
