// SPDX-License-Identifier: GPL-3.0-or-later
// The Cleaning and Quality pages: what they show, do and undo, without a modal dialog.
#include "core/store/clean/clean.h"
#include "core/store/import.h"
#include "widgets/forms/config_form.h"
#include "widgets/forms/param_editor.h"
#include "widgets/models/clean_model.h"
#include "widgets/models/quality_model.h"
#include "widgets/panels/cleaning_page.h"
#include "widgets/panels/quality_page.h"
#include "widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace widgets;

namespace {

constexpr int kPatience = 20'000; // ms; sanitizers are slow

template <class T> T* child(QWidget& widget, const char* name) {
    return widget.findChild<T*>(QLatin1String(name));
}

} // namespace

class tst_quality_pages : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    core::store::ProjectPtr m_project;

    std::int64_t events() const {
        const auto accounts = core::store::cleanAccounts(*m_project);
        return accounts.ok() && !accounts->empty() ? accounts->front().left : -1;
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(Theme::Light); }

    void init() {
        m_project.reset();
        const QString path =
            m_folder.filePath(QStringLiteral("%1.taillight").arg(QLatin1String(QTest::currentTestFunction())));
        auto opened = core::store::Project::open(path.toStdString(), core::store::Project::Access::CreateNew);
        QVERIFY(opened.ok());
        m_project = *opened;
        const auto import = [this](const char* name, const QByteArray& csv, core::data::SourceKind kind) {
            QFile file(m_folder.filePath(QLatin1String(name)));
            core::store::ImportRequest request;
            request.path = file.fileName().toStdString();
            request.kind = kind;
            core::JobContext job;
            return file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && (file.close(), true) &&
                   core::store::importFile(*m_project, request, job).ok();
        };
        QVERIFY(import("items.csv",
                       "id,title,price,label\na,Red <b>Lamp</b>,10,lamp\nb,red lamp!,12,lamp\nc,Chair,900,chair\n",
                       core::data::SourceKind::Catalogue));
        QVERIFY(import(
            "log.csv",
            "item,user,price,quantity,time\na,u1,10,1,2024-01-01\na,u1,10,1,2024-01-01\nc,u2,900,-1,2024-01-02\n",
            core::data::SourceKind::Log));
    }

    void aStepIsPreviewedAppliedAndUndone() {
        Workspace workspace;
        CleaningPage page(workspace);
        page.resize(1200, 700);
        page.show();
        QVERIFY(!child<QPushButton>(page, "applyClean")->isEnabled()); // no project
        workspace.setProject(m_project);
        QTRY_VERIFY_WITH_TIMEOUT(page.settled(), kPatience);
        auto* kinds = child<QListWidget>(page, "cleanKinds");
        QCOMPARE(kinds->count(), 10);
        QCOMPARE(page.step().kind, std::string("duplicate_events"));
        auto* effect = child<QLabel>(page, "cleanEffect");
        QTRY_COMPARE_WITH_TIMEOUT(effect->text(), QStringLiteral("1 events dropped"), kPatience);
        auto* examples = child<QTableView>(page, "cleanExamples");
        QCOMPARE(examples->model()->rowCount(), 1);
        QCOMPARE(events(), std::int64_t{3}); // looking changes nothing

        QSignalSpy data(&workspace, &Workspace::dataChanged), told(&workspace, &Workspace::message);
        QTest::mouseClick(child<QPushButton>(page, "applyClean"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(data.count(), 1, kPatience);
        QCOMPARE(told.count(), 1);
        QVERIFY(!told[0][1].toBool());
        QTRY_VERIFY_WITH_TIMEOUT(page.settled(), kPatience);
        QCOMPARE(events(), std::int64_t{2});
        auto* steps = child<QTableView>(page, "cleanSteps");
        QCOMPARE(steps->model()->rowCount(), 1);
        QVERIFY(steps->isVisible());
        QVERIFY(child<QLabel>(page, "cleanAccount")->text().contains(QLatin1Char('3')));
        QTRY_COMPARE_WITH_TIMEOUT(effect->text(), QStringLiteral("nothing to change"), kPatience);

        QTest::mouseClick(child<QPushButton>(page, "undoClean"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(data.count(), 2, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(page.settled(), kPatience);
        QCOMPARE(events(), std::int64_t{3});
        QCOMPARE(steps->model()->rowCount(), 0);
        QVERIFY(!child<QPushButton>(page, "undoClean")->isEnabled());
    }

    void theFormChangesThePreview() {
        Workspace workspace;
        workspace.setProject(m_project);
        CleaningPage page(workspace);
        page.show();
        page.setStep({"outliers", {{"column", "item.price"}, {"method", "robust_z"}, {"action", "clip"}}});
        QCOMPARE(page.step().config["action"].get<std::string>(), std::string("clip"));
        QTRY_VERIFY_WITH_TIMEOUT(page.settled(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(child<QLabel>(page, "cleanEffect")->text(), QStringLiteral("1 values changed"),
                                  kPatience);
        QVERIFY(child<QLabel>(page, "cleanDetails")->isVisible());
        // A column that is none: the sentence stands where the effect would, and nothing can be applied.
        auto* column = page.form()->findChild<QLineEdit*>(QStringLiteral("param-column"));
        QVERIFY(column != nullptr);
        column->setFocus();
        column->selectAll();
        QTest::keyClicks(column, QStringLiteral("item.nothing"));
        QTest::keyClick(column, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(page, "cleanEffect")->text().contains(QStringLiteral("item.nothing")),
                                 kPatience);
        QVERIFY(!child<QPushButton>(page, "applyClean")->isEnabled());
    }

    void stepsAreSavedAndAppliedElsewhere() {
        Workspace workspace;
        workspace.setProject(m_project);
        CleaningPage page(workspace);
        page.show();
        core::JobContext job;
        QVERIFY(core::store::applyStep(*m_project, {"duplicate_events", {}}, job).ok());
        QVERIFY(core::store::applyStep(*m_project, {"cancellations", {}}, job).ok());
        Q_EMIT workspace.dataChanged();
        QTRY_VERIFY_WITH_TIMEOUT(page.settled(), kPatience);
        auto* steps = child<QTableView>(page, "cleanSteps");
        QTRY_COMPARE_WITH_TIMEOUT(steps->model()->rowCount(), 2, kPatience);
        const QString file = m_folder.filePath(QStringLiteral("steps.json"));
        QSignalSpy told(&workspace, &Workspace::message);
        page.saveRecipe(file);
        QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, kPatience);
        QVERIFY(QFile::exists(file));

        steps->selectRow(0);
        QTest::mouseClick(child<QPushButton>(page, "undoCleanTo"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(steps->model()->rowCount(), 1, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(page.settled(), kPatience);
        page.applyRecipe(file);
        QTRY_COMPARE_WITH_TIMEOUT(steps->model()->rowCount(), 3, kPatience);
        QCOMPARE(events(), std::int64_t{1});
        told.clear();
        page.applyRecipe(m_folder.filePath(QStringLiteral("none.json")));
        QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, kPatience);
        QVERIFY(told[0][1].toBool());
    }

    void theReportIsShown() {
        Workspace workspace;
        QualityPage page(workspace);
        page.resize(1200, 700);
        page.show();
        QVERIFY(!child<QLabel>(page, "qualityHint")->text().isEmpty());
        workspace.setProject(m_project);
        QTRY_VERIFY_WITH_TIMEOUT(page.report().has_value(), kPatience);
        auto* table = child<QTableView>(page, "qualityColumns");
        QCOMPARE(table->model()->rowCount(), static_cast<int>(page.report()->columns.size()));
        auto* search = child<QLineEdit>(page, "qualitySearch");
        QTest::keyClicks(search, QStringLiteral("item.price"));
        QCOMPARE(table->model()->rowCount(), 1);
        const QVariantList bars = table->model()
                                      ->index(0, models::QualityColumnModel::kHistogramColumn)
                                      .data(models::QualityColumnModel::kBarsRole)
                                      .toList();
        QCOMPARE(bars.size(), 20);
        table->selectRow(0);
        QVERIFY(child<QLabel>(page, "columnTitle")->text().startsWith(QStringLiteral("item.price")));
        QVERIFY(child<QLabel>(page, "columnNumbers")->text().contains(QStringLiteral("900")));
        QVERIFY(child<QLabel>(page, "qualityDuplicates")->text().contains(QStringLiteral("Red")));
        QVERIFY(!page.grab().isNull());
        workspace.setProject(nullptr);
        QCOMPARE(table->model()->rowCount(), 0);
    }

    /// Nothing reads every row of a large project before somebody says so.
    void largeProjectsWaitToBeAsked() {
        Workspace workspace;
        workspace.setLargeProject(1);
        QualityPage quality(workspace);
        quality.show();
        CleaningPage cleaning(workspace);
        cleaning.show();
        workspace.setProject(m_project);
        auto* lookClean = child<QPushButton>(cleaning, "lookClean");
        QTRY_VERIFY_WITH_TIMEOUT(lookClean->isVisible(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(quality.settled() && cleaning.settled(), kPatience);
        QVERIFY(!quality.report());
        QVERIFY(child<QLabel>(quality, "qualityHint")->text().contains(QStringLiteral("Look")));
        QVERIFY(!child<QPushButton>(cleaning, "applyClean")->isEnabled());

        QTest::mouseClick(child<QPushButton>(quality, "qualityLook"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(quality.report().has_value(), kPatience);
        QTest::mouseClick(lookClean, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(cleaning, "applyClean")->isEnabled(), kPatience);
        QVERIFY(!lookClean->isVisible());

        // Another choice is another question.
        auto* kinds = child<QListWidget>(cleaning, "cleanKinds");
        kinds->setCurrentRow(kinds->currentRow() == 0 ? 1 : 0);
        QTRY_VERIFY_WITH_TIMEOUT(lookClean->isVisible(), kPatience);
    }

    void modelsAreSound() {
        models::CleanStepModel steps(nullptr);
        models::CleanExampleModel examples(nullptr);
        models::QualityColumnModel columns(nullptr);
        const QAbstractItemModelTester one(&steps), two(&examples), three(&columns);
        core::JobContext job;
        QVERIFY(core::store::applyStep(*m_project, {"duplicate_events", {}}, job).ok());
        steps.setRows(*core::store::cleanSteps(*m_project));
        examples.setRows(core::store::previewStep(*m_project, {"cancellations", {}}, job)->examples);
        columns.setRows(core::store::qualityReport(*m_project, job)->columns);
        QCOMPARE(steps.index(0, 2).data().toString(), QStringLiteral("1 events dropped"));
        QVERIFY(examples.rowCount() == 1 && columns.rowCount() > 10);
    }
};

QTEST_MAIN(tst_quality_pages)
#include "tst_quality_pages.moc"
