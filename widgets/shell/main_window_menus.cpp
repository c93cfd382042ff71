// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/job_bar.h"
#include "widgets/shell/language.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/message_bar.h"
#include "widgets/shell/start_page.h"

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>

namespace widgets::shell {

namespace {

/// The first job that runs, for the menu entries that act on it.
Job* runningJob(const JobRunner& jobs) {
    const std::vector<Job*> active = JobBar::activeJobs(jobs);
    return active.empty() ? nullptr : active.front();
}

} // namespace

QAction* MainWindow::add(QMenu* menu, const char* name, const QKeySequence& shortcut, std::function<void()> slot,
                         std::function<QString()> text, std::function<QString()> tip) {
    auto* action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(shortcut);
    if (slot)
        connect(action, &QAction::triggered, this, std::move(slot));
    menu->addAction(action);
    m_entries.push_back({action, std::move(text), std::move(tip)});
    return action;
}

QAction* MainWindow::addChoice(QMenu* menu, QActionGroup* group, const char* name, std::function<void()> slot,
                               std::function<QString()> text, std::function<QString()> tip) {
    QAction* action = add(menu, name, {}, std::move(slot), std::move(text), std::move(tip));
    action->setCheckable(true);
    group->addAction(action);
    return action;
}

QMenu* MainWindow::addTitledMenu(QMenu* parent, std::function<QString()> title) {
    auto* menu = new QMenu(this);
    if (parent != nullptr)
        parent->addMenu(menu);
    else
        menuBar()->addMenu(menu);
    menu->setToolTipsVisible(true);
    m_menus.emplace_back(menu, std::move(title));
    return menu;
}

void MainWindow::buildMenus() {
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    buildRunMenu();
    buildHelpMenu();
}

void MainWindow::buildFileMenu() {
    QMenu* menu = addTitledMenu(nullptr, [] { return tr("&File"); });
    add(
        menu, "actionNew", QKeySequence::New, [this] { askNew(); }, [] { return tr("&New project…"); },
        [] { return tr("Make an empty project file"); });
    add(
        menu, "actionOpen", QKeySequence::Open, [this] { askOpen(); }, [] { return tr("&Open project…"); },
        [] { return tr("Open a project file (.taillight)"); });
    m_recentMenu = addTitledMenu(menu, [] { return tr("Open &recent"); });
    m_recentMenu->setObjectName(QStringLiteral("menuRecent"));
    add(
        menu, "actionSample", QKeySequence(QStringLiteral("Ctrl+Shift+N")), [this] { askSample(); },
        [] { return tr("New &sample project…"); },
        [] { return tr("Generate a small shop with a long tail and make a project of it"); });
    menu->addSeparator();
    m_projectActions.push_back(add(
        menu, "actionImport", QKeySequence(QStringLiteral("Ctrl+I")), [this] { importFile({}); },
        [] { return tr("&Import…"); }, [] { return tr("Import a catalogue or an event log (CSV, TSV, .gz, .zst)"); }));
    m_projectActions.push_back(add(
        menu, "actionExportCharts", QKeySequence(QStringLiteral("Ctrl+E")), [this] { askExportCharts(); },
        [] { return tr("&Export all charts…"); },
        [] { return tr("Write every chart of all stages into a folder (PNG, SVG, PDF or CSV)"); }));
    addFileActions(menu);
    menu->addSeparator();
    m_projectActions.push_back(add(
        menu, "actionClose", QKeySequence(QStringLiteral("Ctrl+W")), [this] { closeProject(); },
        [] { return tr("&Close project"); }, [] { return tr("Close the project and show the start page"); }));
    QAction* quit = add(
        menu, "actionQuit", QKeySequence(QStringLiteral("Ctrl+Q")), [this] { close(); }, [] { return tr("&Quit"); },
        [] { return tr("Close the window; asks when something is running"); });
    quit->setMenuRole(QAction::QuitRole);
}

void MainWindow::buildEditMenu() {
    QMenu* menu = addTitledMenu(nullptr, [] { return tr("&Edit"); });
    QUndoStack* stack = m_workspace.selection().undoStack();
    m_undo = add(
        menu, "actionUndo", QKeySequence::Undo, [stack] { stack->undo(); }, [] { return tr("&Undo"); },
        [] { return tr("Undo the last change of the selection"); });
    m_redo = add(
        menu, "actionRedo", QKeySequence::Redo, [stack] { stack->redo(); }, [] { return tr("&Redo"); },
        [] { return tr("Redo the change of the selection that was undone"); });
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    connect(stack, &QUndoStack::canUndoChanged, m_undo, &QAction::setEnabled);
    connect(stack, &QUndoStack::canRedoChanged, m_redo, &QAction::setEnabled);
    m_clearSelection = add(
        menu, "actionClearSelection", QKeySequence(QStringLiteral("Ctrl+Shift+A")),
        [this] { m_workspace.selection().clear(); }, [] { return tr("&Clear selection"); },
        [] { return tr("Select nothing: every chart and table is shown plain"); });
    m_showRows = add(
        menu, "actionShowRows", QKeySequence(QStringLiteral("Ctrl+B")), [this] { showSelectedRows(); },
        [] { return tr("&Show rows of the selection"); },
        [] { return tr("Show the rows behind what is selected in the charts"); });
    m_showRows->setEnabled(false);
}

void MainWindow::buildViewMenu() {
    QMenu* menu = addTitledMenu(nullptr, [] { return tr("&View"); });
    auto* stages = new QActionGroup(this);
    for (int stage = 0; stage < kStageCount; ++stage) {
        const QByteArray name = "actionStage" + QByteArray::number(stage + 1);
        QAction* action = addChoice(
            menu, stages, name.constData(), [this, stage] { showStage(stage); },
            [stage] { return StageRail::stageTitle(stage); }, [stage] { return StageRail::stageHelp(stage); });
        action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(stage + 1)));
        m_stageActions[static_cast<std::size_t>(stage)] = action;
        m_projectActions.push_back(action);
    }
    m_stageActions.front()->setChecked(true);
    menu->addSeparator();
    constexpr std::array kKeys{"Ctrl+Shift+J", "Ctrl+Shift+L", "Ctrl+Shift+E", "Ctrl+Shift+R"};
    const std::array<std::function<QString()>, 4> tips{[] { return tr("Show or hide the list of jobs"); },
                                                       [] { return tr("Show or hide the log"); },
                                                       [] { return tr("Show or hide what is selected"); },
                                                       [] { return tr("Show or hide the rows behind the selection"); }};
    for (std::size_t i = 0; i < m_docks.size(); ++i) {
        QDockWidget* dock = m_docks[i];
        QAction* toggle = dock->toggleViewAction();
        toggle->setObjectName(dock->objectName() + QStringLiteral("Toggle"));
        toggle->setShortcut(QKeySequence(QLatin1String(kKeys[i])));
        menu->addAction(toggle);
        // A dock that lies behind others in a tab comes to the front when it is asked for.
        connect(toggle, &QAction::triggered, dock, [dock](bool shown) {
            if (shown)
                dock->raise();
        });
        m_entries.push_back({toggle, [dock] { return dock->windowTitle(); }, tips[i]});
    }
    menu->addSeparator();
    buildAppearanceMenus(menu);
}

void MainWindow::buildAppearanceMenus(QMenu* view) {
    QMenu* themes = addTitledMenu(view, [] { return tr("&Theme"); });
    m_themeGroup = new QActionGroup(this);
    addChoice(
        themes, m_themeGroup, "themeSystem", [this] { setTheme(Theme::System); }, [] { return tr("&System"); },
        [] { return tr("Light or dark, as the desktop is"); });
    addChoice(
        themes, m_themeGroup, "themeLight", [this] { setTheme(Theme::Light); }, [] { return tr("&Light"); },
        [] { return tr("Dark text on a light ground"); });
    addChoice(
        themes, m_themeGroup, "themeDark", [this] { setTheme(Theme::Dark); }, [] { return tr("&Dark"); },
        [] { return tr("Light text on a dark ground"); });
    m_themeGroup->actions().constFirst()->setChecked(true);
    QMenu* languages = addTitledMenu(view, [] { return tr("&Language"); });
    m_languageGroup = new QActionGroup(this);
    // The names of languages are not translated: whoever looks for one reads it.
    QAction* english = addChoice(
        languages, m_languageGroup, "languageEn", [this] { m_language.set(QStringLiteral("en")); },
        [] { return QStringLiteral("English"); }, [] { return tr("Show the window in English"); });
    QAction* chinese = addChoice(
        languages, m_languageGroup, "languageZh", [this] { m_language.set(QStringLiteral("zh_CN")); },
        [] { return QStringLiteral("简体中文"); }, [] { return tr("Show the window in Simplified Chinese"); });
    const auto check = [this, english, chinese] {
        (m_language.current() == QLatin1String("zh_CN") ? chinese : english)->setChecked(true);
    };
    connect(&m_language, &Language::changed, this, check);
    check();
}

void MainWindow::buildRunMenu() {
    QMenu* menu = addTitledMenu(nullptr, [] { return tr("&Run"); });
    m_projectActions.push_back(add(
        menu, "actionCompose", QKeySequence(QStringLiteral("Ctrl+R")), [this] { showStage(2); },
        [] { return tr("&Compose a recipe"); },
        [] { return tr("Go to the Recipe stage, where experiments are started"); }));
    m_projectActions.push_back(add(
        menu, "actionSampleExperiment", QKeySequence(QStringLiteral("Ctrl+Shift+X")), [this] { runSampleExperiment(); },
        [] { return tr("Queue the &sample experiment"); },
        [] {
            return tr(
                "Queue a first comparison: no remedy, class weights, balanced softmax, each with the small model");
        }));
    menu->addSeparator();
    m_jobActions.push_back(add(
        menu, "actionPauseJob", QKeySequence(QStringLiteral("Ctrl+P")),
        [this] {
            if (Job* job = runningJob(m_workspace.jobs()))
                job->state() == Job::State::Paused ? job->resume() : job->pause();
        },
        [] { return tr("&Pause or continue the job"); },
        [] { return tr("Pause the running job where it can be paused, or let it go on"); }));
    m_jobActions.push_back(add(
        menu, "actionCancelJob", QKeySequence(QStringLiteral("Ctrl+.")),
        [this] {
            if (Job* job = runningJob(m_workspace.jobs()))
                job->cancel();
        },
        [] { return tr("C&ancel the job"); },
        [] { return tr("Cancel the running job; the project stays as it was before it"); }));
    m_jobActions.push_back(add(
        menu, "actionCancelAll", QKeySequence(QStringLiteral("Ctrl+Shift+.")),
        [this] { m_workspace.jobs().cancelAll(); }, [] { return tr("Cancel a&ll jobs"); },
        [] { return tr("Cancel every job that runs or waits"); }));
}

void MainWindow::buildHelpMenu() {
    QMenu* menu = addTitledMenu(nullptr, [] { return tr("&Help"); });
    add(
        menu, "actionStageHelp", QKeySequence::HelpContents,
        [this] {
            const QString text = m_workspace.project()
                                     ? panel(stage())->help()
                                     : tr("Start with the sample shop, or make a project and import a file.");
            m_messages->showMessage(text, false);
        },
        [] { return tr("What is this &stage for?"); }, [] { return tr("Say what can be done in the stage shown"); });
    add(
        menu, "actionDiagnostics", QKeySequence(QStringLiteral("Ctrl+Shift+D")), [this] { showDiagnostics(); },
        [] { return tr("&Diagnostics…"); },
        [] { return tr("Versions, paths and the training engine, to copy into a report"); });
    QAction* about = add(
        menu, "actionAbout", {}, [this] { showAbout(); }, [] { return tr("&About Taillight"); },
        [] { return tr("Version and licence"); });
    about->setMenuRole(QAction::AboutRole);
}

void MainWindow::refreshRecentMenu() {
    m_recentMenu->clear();
    const QStringList recent = recentProjects();
    m_recentMenu->setEnabled(!recent.isEmpty());
    for (const QString& path : recent) {
        QAction* action = m_recentMenu->addAction(QFileInfo(path).completeBaseName());
        action->setToolTip(path);
        action->setStatusTip(path);
        connect(action, &QAction::triggered, this, [this, path] { openProject(path); });
    }
    m_start->setRecent(recent);
}

void MainWindow::runSampleExperiment() {
    QFile file(QStringLiteral(":/sample_experiment.json"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    showStage(3);
    Q_EMIT m_workspace.experimentRequested(file.readAll());
}

} // namespace widgets::shell
