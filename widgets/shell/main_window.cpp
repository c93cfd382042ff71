// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/main_window.h"

#include "widgets/folders.h"
#include "widgets/panels/compare_panel.h"
#include "widgets/panels/data_panel.h"
#include "widgets/panels/distribution_panel.h"
#include "widgets/panels/panel_text.h"
#include "widgets/panels/recipe_panel.h"
#include "widgets/panels/runs_panel.h"
#include "widgets/shell/docks.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/job_bar.h"
#include "widgets/shell/language.h"
#include "widgets/shell/message_bar.h"
#include "widgets/shell/rows_dock.h"
#include "widgets/shell/selection_dock.h"
#include "widgets/shell/start_page.h"
#include "widgets/text.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

namespace widgets::shell {

namespace {
constexpr QSize kFirstSize{1280, 800};
}

MainWindow::MainWindow(Workspace& workspace, Language& language, const Options& options, QWidget* parent)
    : QMainWindow(parent), m_workspace(workspace), m_language(language), m_options(options) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    resize(kFirstSize);
    buildCentre();
    buildStatusBar();
    buildDocks();
    buildMenus();

    connect(&workspace, &Workspace::message, m_messages, &MessageBar::showMessage);
    connect(&workspace, &Workspace::stageRequested, this, &MainWindow::showStage);
    connect(&workspace, &Workspace::projectChanged, this, &MainWindow::refreshState);
    connect(&workspace, &Workspace::currentSplitChanged, this, &MainWindow::refreshStatus);
    connect(&workspace, &Workspace::splitsChanged, this, &MainWindow::refreshStatus);
    connect(&workspace, &Workspace::bucketRuleChanged, this, &MainWindow::refreshStatus);
    connect(&workspace.selection(), &SelectionModel::selectionChanged, this,
            [this](const core::select::Selection& selection) {
                m_clearSelection->setEnabled(!selection.empty());
                m_showRows->setEnabled(!selection.empty());
            });
    connect(&workspace.jobs(), &JobRunner::jobStarted, this, &MainWindow::refreshState);
    connect(&workspace.jobs(), &JobRunner::jobEnded, this, &MainWindow::refreshState, Qt::QueuedConnection);
    if (m_options.settings) {
        keepFolders();
        restoreSettings();
    }
    retranslateUi();
    refreshState();
}

MainWindow::~MainWindow() {
    // The panels refer to the workspace and go first; the jobs that report to them are cancelled before that.
    m_workspace.jobs().cancelAll();
    disconnect(&m_workspace, nullptr, this, nullptr);
    disconnect(&m_workspace.selection(), nullptr, this, nullptr);
    disconnect(&m_workspace.jobs(), nullptr, this, nullptr);
}

void MainWindow::buildCentre() {
    m_rail = new StageRail(this);
    m_messages = new MessageBar;
    m_stack = new QStackedWidget;
    m_start = new StartPage;
    m_stack->addWidget(m_start);
    auto* centre = new QWidget(this);
    auto* row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto* line = new QFrame;
    line->setFrameShape(QFrame::VLine);
    line->setForegroundRole(QPalette::Mid);
    line->setFrameShadow(QFrame::Plain);
    row->addWidget(line);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_stack, 1);
    row->addLayout(column, 1);
    setCentralWidget(centre);

    connect(m_rail, &StageRail::stageChosen, this, &MainWindow::showStage);
    connect(m_start, &StartPage::newRequested, this, &MainWindow::askNew);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::askOpen);
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::askSample);
    connect(m_start, &StartPage::recentRequested, this, &MainWindow::openProject);
}

void MainWindow::buildStatusBar() {
    m_projectLabel = new QLabel;
    m_splitLabel = new QLabel;
    m_ruleLabel = new QLabel;
    m_projectLabel->setObjectName(QStringLiteral("statusProject"));
    m_splitLabel->setObjectName(QStringLiteral("statusSplit"));
    m_ruleLabel->setObjectName(QStringLiteral("statusRule"));
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addPermanentWidget(new JobBar(m_workspace.jobs()));
    for (QLabel* label : {m_projectLabel, m_splitLabel, m_ruleLabel}) {
        label->setContentsMargins(8, 0, 8, 0);
        statusBar()->addPermanentWidget(label);
    }
}

void MainWindow::buildDocks() {
    auto* jobs = new JobsDock(m_workspace.jobs(), this);
    auto* log = new LogDock(this);
    auto* selection = new SelectionDock(m_workspace.selection(), this);
    auto* rows = new RowsDock(m_workspace, this);
    connect(selection, &SelectionDock::rowsRequested, this, &MainWindow::showSelectedRows);
    m_docks = {jobs, log, selection, rows};
    for (QDockWidget* dock : m_docks) {
        addDockWidget(Qt::BottomDockWidgetArea, dock);
        dock->hide(); // calm: the stage has the whole window until a dock is asked for
    }
    for (std::size_t i = 1; i < m_docks.size(); ++i)
        tabifyDockWidget(m_docks.front(), m_docks[i]);
}

void MainWindow::buildPanels() {
    if (m_panels.front() != nullptr)
        return;
    m_dataPanel = new DataPanel(m_workspace);
    m_comparePanel = new ComparePanel(m_workspace);
    m_panels = {m_dataPanel, new DistributionPanel(m_workspace), new RecipePanel(m_workspace),
                new RunsPanel(m_workspace), m_comparePanel};
    for (Panel* one : m_panels) {
        one->setObjectName(one->id() + QStringLiteral("Panel"));
        one->setAccessibleName(one->title());
        m_stack->addWidget(one);
        for (charts::ChartView* chart : one->findChildren<charts::ChartView*>())
            chart->addAction(m_showRows); // stands in its menu
    }
}

Panel* MainWindow::panel(int stage) {
    buildPanels();
    return m_panels[static_cast<std::size_t>(stage)];
}

std::vector<Panel*> MainWindow::panels() {
    buildPanels();
    return {m_panels.begin(), m_panels.end()};
}

void MainWindow::setComparedRuns(const std::vector<core::RunId>& runs, std::optional<core::RunId> baseline) {
    buildPanels();
    m_comparePanel->setRuns(runs, baseline);
}

void MainWindow::showStage(int stage) {
    if (stage < 0 || stage >= kStageCount || !m_workspace.project())
        return;
    m_rail->setStage(stage);
    m_stageActions[static_cast<std::size_t>(stage)]->setChecked(true);
    m_stack->setCurrentWidget(panel(stage));
}

void MainWindow::showSelectedRows() {
    constexpr int kDataStage = 0;
    if (m_workspace.selection().selection().empty() || !m_workspace.project())
        return;
    showStage(kDataStage);
    m_dataPanel->showSelectedRows();
}

void MainWindow::refreshState() {
    const bool open = m_workspace.project() != nullptr;
    const bool busy = m_workspace.jobs().busy();
    for (QAction* action : m_projectActions)
        action->setEnabled(open);
    for (QAction* action : m_jobActions)
        action->setEnabled(busy);
    m_rail->setEnabled(open);
    m_start->setBusy(m_opening);
    m_clearSelection->setEnabled(!m_workspace.selection().selection().empty());
    m_showRows->setEnabled(!m_workspace.selection().selection().empty());
    if (!open)
        m_stack->setCurrentWidget(m_start);
    else if (m_stack->currentWidget() == m_start)
        showStage(m_rail->stage());
    refreshStatus();
}

void MainWindow::refreshStatus() {
    const core::store::ProjectPtr project = m_workspace.project();
    for (QLabel* label : {m_projectLabel, m_splitLabel, m_ruleLabel})
        label->setVisible(project != nullptr);
    if (!project) {
        setWindowTitle(tr("Taillight"));
        return;
    }
    const QFileInfo info(toQString(project->path()));
    const QString name = info.completeBaseName();
    setWindowTitle(tr("%1 – Taillight").arg(name));
    m_projectLabel->setText(project->readOnly() ? tr("%1 (read only)").arg(name) : name);
    m_projectLabel->setToolTip(info.absoluteFilePath());
    const core::store::SplitInfo* split = m_workspace.currentSplitInfo();
    m_splitLabel->setText(split != nullptr ? tr("Split: %1").arg(toQString(split->name)) : tr("No split yet"));
    m_splitLabel->setToolTip(
        tr("The split that support, training and comparison refer to; choose it in the Data stage"));
    m_ruleLabel->setText(tr("Buckets: %1").arg(bucketRuleTitle(m_workspace.bucketRule())));
    m_ruleLabel->setToolTip(tr("The bucket rule behind every number shown; change it in the Distribution stage"));
}

void MainWindow::retranslateUi() {
    for (const Entry& entry : m_entries) {
        entry.action->setText(entry.text());
        const QString tip = entry.tip();
        entry.action->setStatusTip(tip);
        const QString keys = entry.action->shortcut().toString(QKeySequence::NativeText);
        entry.action->setToolTip(keys.isEmpty() ? tip : tr("%1 (%2)").arg(tip, keys));
    }
    for (const auto& [menu, title] : m_menus)
        menu->setTitle(title());
    for (Panel* one : m_panels)
        if (one != nullptr)
            one->setAccessibleName(one->title());
    m_rail->setAccessibleName(tr("Stages"));
    refreshRecentMenu();
    refreshStatus();
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QMainWindow::changeEvent(event);
}

void MainWindow::paintEvent(QPaintEvent* event) {
    QMainWindow::paintEvent(event);
    if (m_painted)
        return;
    m_painted = true;
    // What is not needed for the first picture is built after it.
    QTimer::singleShot(0, this, [this] {
        Q_EMIT firstPainted();
        buildPanels();
    });
}

void MainWindow::setTheme(Theme theme) {
    m_theme = theme;
    applyTheme(theme);
    if (QAction* action = m_themeGroup->actions().value(static_cast<int>(theme)))
        action->setChecked(true);
}

} // namespace widgets::shell
