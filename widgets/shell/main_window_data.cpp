// SPDX-License-Identifier: GPL-3.0-or-later
// What the File menu does with the project file as a whole: seal, open sealed, viewer copy, compact, check.
#include "core/privacy/seal.h"
#include "core/store/check.h"
#include "core/store/compact.h"
#include "core/store/sealed_project.h"
#include "core/store/viewer_copy.h"
#include "widgets/folders.h"
#include "widgets/panels/seal_dialog.h"
#include "widgets/shell/check_dialog.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/message_bar.h"
#include "widgets/text.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QThread>

#include <memory>
#include <utility>

namespace widgets::shell {

using core::privacy::Secret;
using core::store::ProjectPtr;

namespace {

const auto kSealed = QStringLiteral(".sealed");

/// A name that no file has yet: "shop.taillight", "shop 2.taillight" …
QString freeName(const QString& path) {
    const QFileInfo info(path);
    QString name = path;
    for (int number = 2; QFileInfo::exists(name); ++number)
        name =
            info.dir().filePath(QStringLiteral("%1 %2.%3").arg(info.completeBaseName()).arg(number).arg(info.suffix()));
    return name;
}

/// Waits until whoever still reads the project has let go of it: jobs that were cancelled need a moment.
core::Result<core::store::SealedProject> sealWhenFree(const std::string& path, const Secret& passphrase,
                                                      const core::store::SealOptions& options, core::JobContext& job) {
    constexpr int kTries = 50;
    constexpr unsigned long kPause = 100; // ms
    for (int i = 0;; ++i) {
        auto sealed = core::store::sealProject(path, passphrase, options, job);
        if (sealed.ok() || sealed.error().code != core::ErrorCode::ProjectLocked || i == kTries)
            return sealed;
        TL_CHECK_STATUS(job.check());
        QThread::msleep(kPause);
    }
}

} // namespace

void MainWindow::addFileActions(QMenu* menu) {
    menu->addSeparator();
    m_projectActions.push_back(add(
        menu, "actionSeal", {}, [this] { askSeal(); }, [] { return tr("&Seal project…"); },
        [] { return tr("Close the project and encrypt it under a passphrase; nothing stays in the open"); }));
    add(
        menu, "actionOpenSealed", {}, [this] { askOpenSealed(); }, [] { return tr("Open sea&led project…"); },
        [] { return tr("Open a sealed project with its passphrase"); });
    m_projectActions.push_back(add(
        menu, "actionViewerCopy", {}, [this] { askViewerCopy(); }, [] { return tr("Save &viewer copy…"); },
        [] { return tr("A sealed copy with counts, runs and charts, and without any rows"); }));
    menu->addSeparator();
    m_projectActions.push_back(add(
        menu, "actionCheck", {}, [this] { checkProject(); }, [] { return tr("C&heck project"); },
        [] { return tr("Check that the file is whole and its numbers agree"); }));
    m_projectActions.push_back(add(
        menu, "actionCompact", {}, [this] { compactProject(); }, [] { return tr("Co&mpact project"); },
        [] { return tr("Write the project file anew without the room that removed rows left"); }));
}

bool MainWindow::isSealed(const QString& path) {
    return core::privacy::sealInfo(toStd(path)).ok();
}

SealDialog* MainWindow::showSealDialog(SealDialog* dialog) {
    if (m_sealDialog)
        m_sealDialog->close();
    m_sealDialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    return dialog;
}

void MainWindow::askSeal() {
    const ProjectPtr project = m_workspace.project();
    if (!project)
        return;
    const QString path = toQString(project->path());
    auto* dialog = showSealDialog(new SealDialog(SealDialog::Purpose::Seal, path, freeName(path + kSealed), this));
    connect(dialog, &SealDialog::confirmed, this, [this, dialog, path] { sealOpenProject(dialog, path); });
}

void MainWindow::sealOpenProject(SealDialog* dialog, const QString& path) {
    if (!confirmClose())
        return;
    core::store::SealOptions options;
    options.out = toStd(dialog->output());
    options.removePlaintext = dialog->removePlaintext();
    auto passphrase = std::make_shared<Secret>(dialog->passphrase());
    dialog->setBusy(true);
    m_workspace.jobs().cancelAll();
    m_workspace.setProject(nullptr);
    refreshState();
    JobRunner::Options job;
    job.title = tr("Sealing %1").arg(QFileInfo(path).fileName());
    const QPointer<SealDialog> open = dialog;
    m_workspace.jobs().run<core::store::SealedProject>(
        job, this,
        [file = toStd(path), passphrase, options](core::JobContext& context) {
            return sealWhenFree(file, *passphrase, options, context);
        },
        [this, open, path, removed = options.removePlaintext](core::Result<core::store::SealedProject> result) {
            if (!result.ok()) {
                if (open)
                    open->showError(errorText(result.error()));
                m_messages->showMessage(errorText(result.error()), true);
                openProject(path); // it is as it was
                return;
            }
            if (open)
                open->close();
            rememberProject(toQString(result->path)); // where the project is now
            m_messages->showMessage(
                removed
                    ? tr("The project was sealed as %1; what lay open was removed.").arg(toQString(result->path))
                    : tr("The project was sealed as %1. The open project is still there.").arg(toQString(result->path)),
                false);
            refreshState();
        });
}

void MainWindow::askOpenSealed() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open sealed project"), lastFolder(),
                                                      tr("Sealed projects (*.sealed);;All files (*)"));
    if (path.isEmpty())
        return;
    rememberFolder(path);
    openSealed(path);
}

void MainWindow::openSealed(const QString& path) {
    QString out = path.endsWith(kSealed, Qt::CaseInsensitive) ? path.chopped(kSealed.size()) : path;
    if (!out.endsWith(QLatin1String(".taillight"), Qt::CaseInsensitive))
        out += QStringLiteral(".taillight");
    auto* dialog = showSealDialog(new SealDialog(SealDialog::Purpose::Open, path, freeName(out), this));
    connect(dialog, &SealDialog::confirmed, this, [this, dialog, path] {
        const QString target = dialog->output();
        auto passphrase = std::make_shared<Secret>(dialog->passphrase());
        dialog->setBusy(true);
        JobRunner::Options job;
        job.title = tr("Opening %1").arg(QFileInfo(path).fileName());
        const QPointer<SealDialog> open = dialog;
        m_workspace.jobs().run<core::privacy::SealInfo>(
            job, this,
            [sealed = toStd(path), file = toStd(target), passphrase](core::JobContext& context) {
                return core::store::openSealedProject(sealed, file, *passphrase, context);
            },
            [this, open, target](core::Result<core::privacy::SealInfo> result) {
                if (result.ok()) {
                    if (open)
                        open->close();
                    openProject(target);
                } else if (open) {
                    open->showError(errorText(result.error()));
                } else {
                    m_messages->showMessage(errorText(result.error()), true);
                }
            });
    });
}

void MainWindow::askViewerCopy() {
    const ProjectPtr project = m_workspace.project();
    if (!project)
        return;
    const QFileInfo info(toQString(project->path()));
    const QString out =
        info.dir().filePath(tr("%1 viewer").arg(info.completeBaseName()) + QStringLiteral(".taillight") + kSealed);
    auto* dialog =
        showSealDialog(new SealDialog(SealDialog::Purpose::Viewer, info.absoluteFilePath(), freeName(out), this));
    connect(dialog, &SealDialog::confirmed, this, [this, dialog, project] {
        const QString target = dialog->output();
        auto passphrase = std::make_shared<Secret>(dialog->passphrase());
        const bool replace = dialog->replaceNames();
        dialog->setBusy(true);
        JobRunner::Options job;
        job.title = tr("Writing a viewer copy");
        const QPointer<SealDialog> open = dialog;
        m_workspace.jobs().run<bool>(
            job, this,
            [project, file = toStd(target), passphrase, replace](core::JobContext& context) -> core::Result<bool> {
                core::store::ViewerOptions options;
                options.replaceNames = replace;
                TL_CHECK_STATUS(core::store::sealViewerCopy(*project, file, *passphrase, options, {}, context));
                return true;
            },
            [this, open, target](core::Result<bool> result) {
                if (!result.ok()) {
                    if (open)
                        open->showError(errorText(result.error()));
                    m_messages->showMessage(errorText(result.error()), true);
                    return;
                }
                if (open)
                    open->close();
                m_messages->showMessage(tr("The viewer copy was sealed as %1.").arg(target), false);
            });
    });
}

void MainWindow::compactProject() {
    const ProjectPtr project = m_workspace.project();
    if (!project)
        return;
    JobRunner::Options job;
    job.title = tr("Compacting the project");
    m_workspace.jobs().run<core::store::CompactSummary>(
        job, this, [project](core::JobContext& context) { return core::store::compactProject(*project, context); },
        [this](core::Result<core::store::CompactSummary> result) {
            if (!result.ok()) {
                m_messages->showMessage(errorText(result.error()), result.error().code != core::ErrorCode::Cancelled);
                return;
            }
            m_messages->showMessage(tr("The project file was compacted: %1 before, %2 now.")
                                        .arg(formatBytes(result->before), formatBytes(result->after)),
                                    false);
        });
}

void MainWindow::checkProject() {
    const ProjectPtr project = m_workspace.project();
    if (!project)
        return;
    JobRunner::Options job;
    job.title = tr("Checking the project");
    m_workspace.jobs().run<std::vector<core::store::CheckFinding>>(
        job, this, [project](core::JobContext& context) { return core::store::checkProject(*project, context); },
        [this](core::Result<std::vector<core::store::CheckFinding>> result) {
            if (!result.ok()) {
                m_messages->showMessage(errorText(result.error()), result.error().code != core::ErrorCode::Cancelled);
                return;
            }
            auto* dialog = new CheckDialog(std::move(*result), this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->show();
        });
}

} // namespace widgets::shell
