// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sample_shop.h"
#include "widgets/panels/panel.h"
#include "widgets/shell/stage_rail.h"
#include "widgets/theme.h"

#include <QKeySequence>
#include <QMainWindow>
#include <QPointer>

#include <array>
#include <functional>
#include <vector>

class QAction;
class QActionGroup;
class QLabel;
class QMenu;
class QStackedWidget;

namespace widgets {
class ComparePanel;
class DataPanel;
class SealDialog;
} // namespace widgets

namespace widgets::shell {

class Language;
class MessageBar;
class StartPage;

/// The window: rail, panels, docks, menus, and what happens to project files. The panels are built with the first
/// project (or shortly after the first paint), never before it: the window must stand in half a second. GUI thread
/// only.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    struct Options {
        bool settings = true; ///< remember geometry, recent projects, theme and language; tests and screenshots do not
    };

    MainWindow(Workspace& workspace, Language& language, const Options& options, QWidget* parent = nullptr);
    ~MainWindow() override;

    int stage() const { return m_rail->stage(); }
    void showStage(int stage);
    /// The Data stage with the rows behind the selection.
    void showSelectedRows();
    Panel* panel(int stage);
    std::vector<Panel*> panels();
    /// Which runs the Compare stage shows (screenshots, headless export).
    void setComparedRuns(const std::vector<core::RunId>& runs, std::optional<core::RunId> baseline);
    MessageBar* messageBar() const { return m_messages; }
    void setTheme(Theme theme);

    /// Each starts a job; projectOpened() follows, and an error stands in the message bar.
    void openProject(const QString& path);
    void newProject(const QString& path);
    void makeSample(const QString& path, const core::data::SampleShopConfig& config);
    void closeProject();
    /// Opens the import wizard on a file (empty: choose there).
    void importFile(const QString& path);
    /// The same on several files and folders.
    void importFiles(const QStringList& paths);
    /// One project opens; anything else is imported, projects among several files left out.
    void openDropped(const QStringList& paths);
    /// Whether a file is a sealed project: looks at its first bytes.
    static bool isSealed(const QString& path);
    /// Asks for the passphrase of a sealed file, and opens the project in it.
    void openSealed(const QString& path);
    void exportAllCharts(const QString& directory, charts::ChartView::Format format);

Q_SIGNALS:
    void projectOpened(bool ok);
    void firstPainted();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// An action and where its translated texts come from.
    struct Entry {
        QAction* action;
        std::function<QString()> text, tip;
    };
    QAction* add(QMenu* menu, const char* name, const QKeySequence& shortcut, std::function<void()> slot,
                 std::function<QString()> text, std::function<QString()> tip);
    QAction* addChoice(QMenu* menu, QActionGroup* group, const char* name, std::function<void()> slot,
                       std::function<QString()> text, std::function<QString()> tip);
    QMenu* addTitledMenu(QMenu* parent, std::function<QString()> title);

    void buildCentre();
    void buildStatusBar();
    void buildDocks();
    void buildMenus();
    void buildFileMenu();
    void buildEditMenu();
    void buildViewMenu();
    void buildAppearanceMenus(QMenu* view);
    void buildRunMenu();
    void buildHelpMenu();
    void buildPanels();
    void retranslateUi();
    void refreshState();
    void refreshStatus();
    void refreshRecentMenu();

    void askNew();
    void askOpen();
    void askSample();
    void askExportCharts();
    // What happens to the project file as a whole: main_window_data.cpp.
    void addFileActions(QMenu* menu);
    void askSeal();
    void sealOpenProject(SealDialog* dialog, const QString& path);
    void askOpenSealed();
    void askViewerCopy();
    void compactProject();
    void checkProject();
    SealDialog* showSealDialog(SealDialog* dialog);
    void runSampleExperiment();
    void showAbout();
    void showDiagnostics();
    void startOpening(const QString& title, const QString& path,
                      std::function<core::Result<core::store::ProjectPtr>(core::JobContext&)> work);
    void projectArrived(core::Result<core::store::ProjectPtr> result, const QString& path);
    QStringList recentProjects() const;
    void rememberProject(const QString& path);
    void restoreSettings();
    void saveSettings() const;
    bool confirmClose();
    /// Makes room for a new project after the file dialog has asked; false when the open project lies there.
    bool freePath(const QString& path);

    Workspace& m_workspace;
    Language& m_language;
    Options m_options;
    StageRail* m_rail = nullptr;
    MessageBar* m_messages = nullptr;
    QStackedWidget* m_stack = nullptr;
    StartPage* m_start = nullptr;
    std::array<Panel*, kStageCount> m_panels{};
    DataPanel* m_dataPanel = nullptr;
    ComparePanel* m_comparePanel = nullptr;
    std::vector<QDockWidget*> m_docks;
    QLabel* m_projectLabel = nullptr;
    QLabel* m_splitLabel = nullptr;
    QLabel* m_ruleLabel = nullptr;

    std::vector<Entry> m_entries;
    std::vector<std::pair<QMenu*, std::function<QString()>>> m_menus;
    std::vector<QAction*> m_projectActions; ///< need an open project
    std::vector<QAction*> m_jobActions;     ///< need a running job
    std::array<QAction*, kStageCount> m_stageActions{};
    QMenu* m_recentMenu = nullptr;
    QActionGroup* m_themeGroup = nullptr;
    QActionGroup* m_languageGroup = nullptr;
    QAction* m_clearSelection = nullptr;
    QAction* m_showRows = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;

    QPointer<SealDialog> m_sealDialog;
    QStringList m_pendingImport; ///< files dropped before there was a project
    bool m_opening = false;
    bool m_closing = false;
    bool m_painted = false;
    Theme m_theme = Theme::System;
};

} // namespace widgets::shell
