// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/folders.h"
#include "widgets/panels/data_panel.h"
#include "widgets/shell/chart_export.h"
#include "widgets/shell/diagnostics.h"
#include "widgets/shell/language.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/message_bar.h"
#include "widgets/shell/sample_project.h"
#include "widgets/text.h"

#include <QAction>
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QUrl>

#include <algorithm>

namespace widgets::shell {

using core::store::Project;
using core::store::ProjectPtr;

namespace {

constexpr int kRecent = 10;
const auto kSuffix = QStringLiteral(".taillight");

QString projectFilter() {
    return MainWindow::tr("Taillight projects (*.taillight)");
}

QString withSuffix(const QString& path) {
    return path.isEmpty() || path.endsWith(kSuffix) ? path : path + kSuffix;
}

} // namespace

void MainWindow::startOpening(const QString& title, const QString& path,
                              std::function<core::Result<ProjectPtr>(core::JobContext&)> work) {
    m_opening = true;
    JobRunner::Options options;
    options.title = title;
    options.supersedes = QStringLiteral("openProject");
    m_workspace.jobs().run<ProjectPtr>(options, this, std::move(work), [this, path](core::Result<ProjectPtr> result) {
        projectArrived(std::move(result), path);
    });
    refreshState();
}

void MainWindow::projectArrived(core::Result<ProjectPtr> result, const QString& path) {
    m_opening = false;
    if (!result.ok()) {
        m_pendingImport.clear();
        m_messages->showMessage(errorText(result.error()), result.error().code != core::ErrorCode::Cancelled);
        refreshState();
        Q_EMIT projectOpened(false);
        return;
    }
    m_messages->clear();
    buildPanels();
    m_rail->setStage(0);
    m_stageActions.front()->setChecked(true);
    m_workspace.setProject(std::move(*result));
    showStage(0);
    rememberProject(path);
    if (m_workspace.project()->readOnly())
        m_messages->showMessage(tr("%1 cannot be written to, so it is open for reading only.").arg(path), false);
    Q_EMIT projectOpened(true);
    if (!m_pendingImport.isEmpty())
        importFiles(std::exchange(m_pendingImport, {}));
}

void MainWindow::openProject(const QString& path) {
    if (isSealed(path)) {
        openSealed(path);
        return;
    }
    // The same file cannot be open twice: it is let go first when it is opened anew.
    if (m_workspace.project() && QFileInfo(toQString(m_workspace.project()->path())) == QFileInfo(path)) {
        m_messages->showMessage(tr("%1 is open already.").arg(path), false);
        return;
    }
    startOpening(tr("Opening %1").arg(QFileInfo(path).fileName()), path,
                 [file = toStd(path)](core::JobContext&) -> core::Result<ProjectPtr> {
                     core::Result<ProjectPtr> result = Project::open(file, Project::Access::ReadWrite);
                     if (!result.ok() && result.error().code == core::ErrorCode::ProjectReadOnly)
                         return Project::open(file, Project::Access::ReadOnly);
                     return result;
                 });
}

void MainWindow::newProject(const QString& path) {
    startOpening(tr("Making %1").arg(QFileInfo(path).fileName()), path,
                 [file = toStd(path)](core::JobContext&) { return Project::open(file, Project::Access::CreateNew); });
}

void MainWindow::makeSample(const QString& path, const core::data::SampleShopConfig& config) {
    startOpening(tr("Making the sample shop"), path,
                 [file = toStd(path), config](core::JobContext& job) { return makeSampleProject(file, config, job); });
}

void MainWindow::closeProject() {
    if (!confirmClose())
        return;
    m_workspace.jobs().cancelAll();
    m_workspace.setProject(nullptr);
    m_messages->clear();
    refreshState();
}

void MainWindow::askNew() {
    const QString path = withSuffix(
        QFileDialog::getSaveFileName(this, tr("New project"), inLastFolder(tr("project") + kSuffix), projectFilter()));
    if (path.isEmpty()) {
        m_pendingImport.clear();
        return;
    }
    rememberFolder(path);
    if (freePath(path))
        newProject(path);
}

void MainWindow::askOpen() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open project"), lastFolder(),
                                                      projectFilter() + QStringLiteral(";;") +
                                                          tr("Sealed projects (*.sealed);;All files (*)"));
    if (path.isEmpty())
        return;
    rememberFolder(path);
    openProject(path);
}

void MainWindow::askSample() {
    const QString path = withSuffix(QFileDialog::getSaveFileName(
        this, tr("New sample project"), inLastFolder(tr("sample shop") + kSuffix), projectFilter()));
    if (path.isEmpty())
        return;
    rememberFolder(path);
    if (freePath(path))
        makeSample(path, smallSampleShop());
}

bool MainWindow::freePath(const QString& path) {
    if (m_workspace.project() && QFileInfo(toQString(m_workspace.project()->path())) == QFileInfo(path)) {
        m_messages->showMessage(tr("%1 is the project that is open. Choose another name.").arg(path), true);
        return false;
    }
    // A project never overwrites a file by itself; here the user has said that the old one may go.
    QFile::remove(path);
    return true;
}

void MainWindow::importFiles(const QStringList& paths) {
    if (!m_workspace.project()) {
        m_pendingImport = paths;
        m_messages->showMessage(tr("Data is imported into a project: make one first, the import follows."), false);
        askNew();
        return;
    }
    showStage(0);
    m_dataPanel->openImport(paths);
}

void MainWindow::importFile(const QString& path) {
    importFiles(path.isEmpty() ? QStringList() : QStringList{path});
}

void MainWindow::openDropped(const QStringList& paths) {
    const auto isProject = [](const QString& path) {
        return path.endsWith(kSuffix, Qt::CaseInsensitive) || isSealed(path);
    };
    if (paths.size() == 1 && isProject(paths.constFirst())) {
        openProject(paths.constFirst());
        return;
    }
    QStringList files;
    for (const QString& path : paths)
        if (!isProject(path))
            files << path;
    if (!files.isEmpty())
        importFiles(files);
}

void MainWindow::askExportCharts() {
    const QString directory =
        QFileDialog::getExistingDirectory(this, tr("Export all charts into this folder"), lastFolder());
    if (directory.isEmpty())
        return;
    rememberFolder(directory);
    QMessageBox question(this);
    question.setWindowTitle(tr("Export all charts"));
    question.setText(tr("In which format?"));
    std::vector<std::pair<QAbstractButton*, charts::ChartView::Format>> buttons;
    for (const auto format : {charts::ChartView::Format::Png, charts::ChartView::Format::Svg,
                              charts::ChartView::Format::Pdf, charts::ChartView::Format::Csv})
        buttons.emplace_back(question.addButton(chartFormatName(format).toUpper(), QMessageBox::AcceptRole), format);
    question.addButton(QMessageBox::Cancel);
    question.exec();
    for (const auto& [button, format] : buttons)
        if (question.clickedButton() == button)
            exportAllCharts(directory, format);
}

void MainWindow::exportAllCharts(const QString& directory, charts::ChartView::Format format) {
    const core::Result<QStringList> written = exportCharts(panels(), directory, format);
    if (!written.ok())
        m_messages->showMessage(errorText(written.error()), true);
    else if (written->isEmpty())
        m_messages->showMessage(tr("There is no chart with data yet. Look at the Distribution or Compare stage first."),
                                false);
    else
        m_messages->showMessage(tr("%1 charts were written to %2.").arg(formatInteger(written->size()), directory),
                                false);
}

void MainWindow::showAbout() {
    auto* box = new QMessageBox(
        QMessageBox::NoIcon, tr("About Taillight"),
        tr("<h3>Taillight %1</h3><p>A workbench for long-tailed e-commerce data: see the tail, compose a "
           "remedy, train, compare.</p><p>Free software under the GNU General Public License, version 3 "
           "or later. It comes without any warranty.</p>")
            .arg(QStringLiteral(TAILLIGHT_VERSION)),
        QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(windowIcon().pixmap(64));
    box->setModal(false);
    box->show();
}

void MainWindow::showDiagnostics() {
    auto* dialog = new DiagnosticsDialog(m_workspace, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

bool MainWindow::confirmClose() {
    if (!m_workspace.jobs().busy())
        return true;
    QMessageBox question(QMessageBox::Question, tr("Jobs are running"),
                         tr("Something is still running. Closing cancels it; the project stays as it was before it."),
                         QMessageBox::NoButton, this);
    question.setObjectName(QStringLiteral("closeQuestion"));
    QPushButton* stop = question.addButton(tr("Cancel jobs and close"), QMessageBox::AcceptRole);
    QPushButton* stay = question.addButton(tr("Keep running"), QMessageBox::RejectRole);
    stop->setObjectName(QStringLiteral("closeConfirm"));
    stay->setObjectName(QStringLiteral("closeStay"));
    question.setDefaultButton(stay);
    question.setEscapeButton(stay);
    question.exec();
    return question.clickedButton() == stop;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_closing && !confirmClose()) {
        event->ignore();
        return;
    }
    if (m_workspace.jobs().busy()) {
        event->ignore();
        if (!m_closing) {
            // Jobs answer a cancel within moments; the window goes with the last one.
            m_closing = true;
            setEnabled(false);
            const auto closeWhenQuiet = [this] {
                if (!m_workspace.jobs().busy())
                    close();
            };
            connect(&m_workspace.jobs(), &JobRunner::jobEnded, this, closeWhenQuiet, Qt::QueuedConnection);
            m_workspace.jobs().cancelAll();
        }
        return;
    }
    if (m_options.settings)
        saveSettings();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (std::any_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    // The drop returns to the program it came from before a dialog opens.
    QMetaObject::invokeMethod(
        this, [this, paths] { openDropped(paths); }, Qt::QueuedConnection);
}

QStringList MainWindow::recentProjects() const {
    if (!m_options.settings)
        return {};
    QStringList recent = QSettings().value(QStringLiteral("recentProjects")).toStringList();
    recent.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return recent.mid(0, kRecent);
}

void MainWindow::rememberProject(const QString& path) {
    if (!m_options.settings)
        return;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList recent = recentProjects();
    recent.removeAll(absolute);
    recent.prepend(absolute);
    QSettings().setValue(QStringLiteral("recentProjects"), recent.mid(0, kRecent));
    refreshRecentMenu();
}

void MainWindow::restoreSettings() {
    const QSettings settings;
    const int theme = settings.value(QStringLiteral("theme"), 0).toInt();
    setTheme(static_cast<Theme>(std::clamp(theme, 0, 2)));
    restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    restoreState(settings.value(QStringLiteral("docks")).toByteArray());
}

void MainWindow::saveSettings() const {
    QSettings settings;
    settings.setValue(QStringLiteral("theme"), static_cast<int>(m_theme));
    settings.setValue(QStringLiteral("language"), m_language.current());
    settings.setValue(QStringLiteral("geometry"), saveGeometry());
    settings.setValue(QStringLiteral("docks"), saveState());
}

} // namespace widgets::shell
