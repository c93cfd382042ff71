// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/panel_fixture.h"
#include "widgets/forms/config_form.h"
#include "widgets/forms/number_box.h"
#include "widgets/panels/compare_panel.h"
#include "widgets/panels/recipe_panel.h"
#include "widgets/panels/runs_panel.h"
#include "widgets/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>

#include <cmath>

using namespace widgets;
using core::strategies::Recipe;
using core::strategies::StepKind;

namespace {

constexpr int kPatience = 20'000; // ms; sanitizers are slow

void typeInto(QWidget* widget, const QString& text) {
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(widget, text);
}

QTreeWidgetItem* itemOf(QTreeWidget* tree, const QString& text) {
    const auto found = tree->findItems(text, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? nullptr : found.first();
}

} // namespace

class tst_panels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void recipeByKeysAndDoubleClick();
    void recipeShowsItsEffect();
    void recipeWithoutSplitSaysWhatToDo();
    void experimentRoundTrip();
    void experimentBadFiles_data();
    void experimentBadFiles();
    void queueNeedsASplit();
    void languageChange();
    void pictures_data();
    void pictures();

private:
    PanelFixture m_fixture;
};

void tst_panels::initTestCase() {
    applyTheme(Theme::Light);
    QVERIFY2(m_fixture.createWithRuns(), "the project or its runs could not be made");
}

void tst_panels::recipeByKeysAndDoubleClick() {
    Workspace workspace;
    RecipePanel panel(workspace);
    panel.resize(1100, 700);
    panel.show();
    auto* search = panel.findChild<QLineEdit*>(QStringLiteral("strategySearch"));
    auto* tree = panel.findChild<QTreeWidget*>(QStringLiteral("strategyTree"));
    QVERIFY(panel.recipe().steps.empty());
    QCOMPARE(panel.recipe().name, std::string("ERM"));

    typeInto(search, QStringLiteral("focal"));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(panel.recipe().steps.size(), std::size_t{1});
    QCOMPARE(panel.recipe().steps[0].id, std::string("focal"));

    // Another loss takes its place, and says so.
    search->clear();
    QTreeWidgetItem* balanced = itemOf(tree, QStringLiteral("Balanced softmax"));
    QVERIFY(balanced != nullptr);
    tree->scrollToItem(balanced);
    const QPoint place = tree->visualItemRect(balanced).center();
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(tree->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(panel.recipe().steps.size(), std::size_t{1});
    QCOMPARE(panel.recipe().steps[0].id, std::string("balanced_softmax"));
    auto* notice = panel.findChild<QLabel*>(QStringLiteral("recipeNotice"));
    QVERIFY(notice->isVisibleTo(&panel));
    QVERIFY2(notice->text().contains(QStringLiteral("Focal loss")), qPrintable(notice->text()));

    // Whatever the order of choosing, the kinds act in theirs.
    tree->setCurrentItem(itemOf(tree, QStringLiteral("Class-balanced sampling")));
    QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("addStrategy")), Qt::LeftButton);
    QCOMPARE(panel.recipe().steps.size(), std::size_t{2});
    QVERIFY(panel.recipe().steps[0].kind == StepKind::BatchSampler);
    QVERIFY(panel.recipe().steps[1].kind == StepKind::Loss);
    QCOMPARE(panel.recipe().name, std::string("Class-balanced sampling + Balanced softmax"));
    QVERIFY(core::strategies::recipeFromJson(core::strategies::recipeJson(panel.recipe())).ok());

    QTest::mouseClick(panel.findChild<QToolButton*>(QStringLiteral("remove-class_balanced")), Qt::LeftButton);
    QCOMPARE(panel.recipe().steps.size(), std::size_t{1});
    typeInto(panel.findChild<QLineEdit*>(QStringLiteral("recipeName")), QStringLiteral("mine"));
    QCOMPARE(panel.recipe().name, std::string("mine"));

    // A ready-made recipe.
    auto* ready = panel.findChild<QComboBox*>(QStringLiteral("readyRecipes"));
    ready->setFocus();
    QTest::keyClick(ready, Qt::Key_Down);
    QTest::keyClick(ready, Qt::Key_Down);
    QVERIFY(panel.recipe() == core::strategies::standardRecipes()[1]);
}

void tst_panels::recipeShowsItsEffect() {
    Workspace workspace;
    RecipePanel panel(workspace);
    panel.resize(1100, 700);
    panel.show();
    workspace.setProject(m_fixture.project());
    QTRY_VERIFY_WITH_TIMEOUT(workspace.currentSplit().has_value(), kPatience);
    core::train::TrainingConfig training;
    panel.setRecipe({"twice",
                     {{StepKind::Augmenter, "word_edit", core::Json::object()},
                      {StepKind::BatchSampler, "class_balanced", core::Json::object()},
                      {StepKind::Loss, "class_weighted", core::Json{{"scheme", "inverse"}}}}});
    QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
    QCOMPARE(panel.charts().size(), std::size_t{2});
    const auto& bars = panel.charts()[0]->data();
    QCOMPARE(bars.series.size(), 2);
    QCOMPARE(bars.x.categories.size(), PanelFixture::kClasses);
    QVERIFY2(bars.footnote.contains(QStringLiteral("shop.taillight")) &&
                 bars.footnote.contains(QStringLiteral("plain split")),
             qPrintable(bars.footnote));
    // Class-balanced sampling gives every class the same number of rows.
    const auto& after = bars.series[1].points;
    QVERIFY(std::abs(after.first().y() - after.last().y()) < 1);
    auto* warning = panel.findChild<QLabel*>(QStringLiteral("doubleCorrectionText"));
    QVERIFY2(warning->text().contains(QStringLiteral("Double correction")), qPrintable(warning->text()));
    QVERIFY(!panel.findChild<QLabel*>(QStringLiteral("recipeCounts"))->text().isEmpty());

    // A newer recipe wins over an older one.
    for (const Recipe& recipe : core::strategies::standardRecipes())
        panel.setRecipe(recipe);
    panel.setRecipe({"ERM", {}});
    QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
    const auto& plain = panel.charts()[0]->data();
    QCOMPARE(plain.series[0].points, plain.series[1].points);
    QVERIFY(plain.footnote.contains(QStringLiteral("ERM")));
}

void tst_panels::recipeWithoutSplitSaysWhatToDo() {
    Workspace workspace;
    RecipePanel panel(workspace);
    panel.show();
    QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
    QVERIFY(panel.charts()[0]->data().series.isEmpty());
    QVERIFY(panel.charts()[0]->data().emptyText.contains(QStringLiteral("Data")));
}

void tst_panels::experimentRoundTrip() {
    Workspace workspace;
    RecipePanel panel(workspace);
    panel.show();
    QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("addBaseline")), Qt::LeftButton);
    panel.setRecipe({"strong focal", {{StepKind::Loss, "focal", core::Json{{"gamma", 4.5}}}}});
    QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("addRecipe")), Qt::LeftButton);
    panel.findChild<QTabWidget*>(QStringLiteral("experimentTabs"))->setCurrentIndex(1);
    typeInto(panel.findChild<QLineEdit*>(QStringLiteral("seeds")), QStringLiteral("1-3"));
    panel.findChild<QLineEdit*>(QStringLiteral("experimentName"))->setText(QStringLiteral("试验"));
    auto* training = panel.findChild<ConfigForm*>(QStringLiteral("form-training"));
    typeInto(training->findChild<NumberBox*>(QStringLiteral("param-epochs")), QStringLiteral("9"));
    QCOMPARE(panel.findChild<QListWidget*>(QStringLiteral("experimentRecipes"))->count(), 2);
    workspace.setBucketRule({core::stats::BucketRule::Kind::Shots, {50, 10}});

    const QString first = m_fixture.path(QStringLiteral("one.json")),
                  second = m_fixture.path(QStringLiteral("two.json"));
    QVERIFY(panel.saveExperiment(first).ok());
    Workspace otherWorkspace;
    RecipePanel other(otherWorkspace);
    QVERIFY(other.openExperiment(first).ok());
    QVERIFY(otherWorkspace.bucketRule() == workspace.bucketRule());
    QVERIFY(other.saveExperiment(second).ok());
    QFile one(first), two(second);
    QVERIFY(one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly));
    const QByteArray text = one.readAll();
    QVERIFY(text.contains("strong focal") && text.contains("4.5") && text.contains("shots:50,10"));
    QCOMPARE(two.readAll(), text);
    const auto read = core::train::readExperiment(first.toStdString());
    QVERIFY(read.ok());
    QCOMPARE(read->seeds.size(), std::size_t{3});
    QCOMPARE(read->training.epochs, 9);
}

void tst_panels::experimentBadFiles_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("expected");
    QTest::newRow("missing") << QByteArray() << QStringLiteral("no such file");
    QTest::newRow("no json") << QByteArray("{") << QStringLiteral("JSON");
    QTest::newRow("unknown strategy")
        << QByteArray(R"({"recipes":[{"name":"x","steps":[{"kind":"loss","id":"magic"}]}],"models":[{"id":"bag"}]})")
        << QStringLiteral("magic");
    QTest::newRow("out of range")
        << QByteArray(
               R"({"recipes":[{"name":"x","steps":[{"kind":"loss","id":"focal","params":{"gamma":-1}}]}],"models":[{"id":"bag"}]})")
        << QStringLiteral("gamma");
}

void tst_panels::experimentBadFiles() {
    QFETCH(QByteArray, content);
    QFETCH(QString, expected);
    const QString path = m_fixture.path(QStringLiteral("bad.json"));
    QFile::remove(path);
    if (!content.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    Workspace workspace;
    RecipePanel panel(workspace);
    QSignalSpy messages(&workspace, &Workspace::message);
    QVERIFY(!panel.openExperiment(path).ok());
    QCOMPARE(messages.count(), 1);
    QVERIFY(messages[0][1].toBool());
    QVERIFY2(messages[0][0].toString().contains(expected), qPrintable(messages[0][0].toString()));
}

void tst_panels::queueNeedsASplit() {
    Workspace workspace;
    RecipePanel panel(workspace);
    QSignalSpy messages(&workspace, &Workspace::message), stages(&workspace, &Workspace::stageRequested);
    QSignalSpy experiments(&workspace, &Workspace::experimentRequested);
    QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("queueRuns")), Qt::LeftButton);
    QCOMPARE(experiments.count(), 0);
    QCOMPARE(messages.count(), 1);
    QCOMPARE(stages[0][0].toInt(), 0);
}

void tst_panels::languageChange() {
    Workspace workspace;
    workspace.setProject(m_fixture.project());
    RecipePanel recipe(workspace);
    RunsPanel runs(workspace);
    ComparePanel compare(workspace);
    const std::vector<Panel*> panels{&recipe, &runs, &compare};
    for (Panel* panel : panels) {
        panel->show();
        QTRY_VERIFY_WITH_TIMEOUT(panel->settled(), kPatience);
    }
    recipe.setRecipe({"strong focal", {{StepKind::Loss, "focal", core::Json{{"gamma", 4.5}}}}});
    QLocale::setDefault(QLocale(QLocale::German));
    QEvent event(QEvent::LanguageChange);
    for (Panel* panel : panels) {
        QCoreApplication::sendEvent(panel, &event);
        for (QWidget* child : panel->findChildren<QWidget*>())
            QCoreApplication::sendEvent(child, &event);
        QTRY_VERIFY_WITH_TIMEOUT(panel->settled(), kPatience);
    }
    auto* gamma = recipe.findChild<NumberBox*>(QStringLiteral("param-gamma"));
    QCOMPARE(gamma->text(), QStringLiteral("4,5"));
    QCOMPARE(recipe.recipe().steps[0].params.at("gamma").get<double>(), 4.5); // only the words changed
    QLocale::setDefault(QLocale(QLocale::English));

    // Every control that can be reached by keys has a name for those who cannot see it.
    for (Panel* panel : panels)
        for (QWidget* child : panel->findChildren<QWidget*>()) {
            const bool control =
                qobject_cast<QAbstractButton*>(child) != nullptr || qobject_cast<QComboBox*>(child) != nullptr ||
                qobject_cast<QLineEdit*>(child) != nullptr || qobject_cast<QAbstractItemView*>(child) != nullptr;
            const bool ours = !child->objectName().isEmpty() && !child->objectName().startsWith(QStringLiteral("qt_"));
            if (control && ours)
                QVERIFY2(!child->accessibleName().isEmpty(),
                         qPrintable(panel->id() + QLatin1Char('/') + child->objectName()));
        }
}

void tst_panels::pictures_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// Pictures of the three stages for the eye: set TAILLIGHT_PICTURES to a folder.
void tst_panels::pictures() {
    QFETCH(bool, dark);
    const QString folder = qEnvironmentVariable("TAILLIGHT_PICTURES");
    if (folder.isEmpty())
        QSKIP("TAILLIGHT_PICTURES is not set");
    applyTheme(dark ? Theme::Dark : Theme::Light);
    Workspace workspace;
    workspace.setProject(m_fixture.project());
    RecipePanel recipe(workspace);
    RunsPanel runs(workspace);
    ComparePanel compare(workspace);
    recipe.setRecipe({"twice",
                      {{StepKind::Augmenter, "word_edit", core::Json::object()},
                       {StepKind::BatchSampler, "class_balanced", core::Json::object()},
                       {StepKind::Loss, "class_weighted", core::Json{{"scheme", "inverse"}}}}});
    for (Panel* panel : std::initializer_list<Panel*>{&recipe, &runs, &compare}) {
        panel->resize(1170, 690); // what the rail, the bars and the docks leave of 1280 × 800
        panel->show();
        QTRY_VERIFY_WITH_TIMEOUT(workspace.currentSplit().has_value() && panel->settled(), kPatience);
        QTest::qWait(300);
        QTRY_VERIFY_WITH_TIMEOUT(panel->settled(), kPatience);
        const QString name =
            QStringLiteral("%1-%2.png").arg(panel->id(), dark ? QStringLiteral("dark") : QStringLiteral("light"));
        QVERIFY(panel->grab().save(QDir(folder).filePath(name)));
        auto* tabs = panel->findChild<QTabWidget*>();
        for (int tab = 1; tabs != nullptr && tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QTest::qWait(50);
            QVERIFY(tabs->grab().save(QDir(folder).filePath(QStringLiteral("tab%1-").arg(tab) + name)));
        }
    }
    applyTheme(Theme::Light);
}

QTEST_MAIN(tst_panels)
#include "tst_panels.moc"
