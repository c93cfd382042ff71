// SPDX-License-Identifier: GPL-3.0-or-later
// The import dialog at work: one file after another.
#include "widgets/models/preview_model.h"
#include "widgets/panels/import_wizard.h"
#include "widgets/panels/privacy_page.h"
#include "widgets/text.h"

#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>

#include <algorithm>

namespace widgets {
namespace {

constexpr int kProgressSteps = 1000;

core::Result<core::store::ImportSummary> importOne(core::store::Project& project, const ImportFile& file,
                                                   const core::store::KeySource& key, core::JobContext& job) {
    core::store::ImportRequest request = requestOf(file);
    TL_TRY(const core::privacy::PrivacyPlan plan, privacyPlanOf(file));
    TL_TRY(request.transform,
           core::store::makeImportTransform(&project, plan, key, {}, file.preview.header, file.file.path, job));
    return core::store::importFile(project, request, job);
}

} // namespace

void ImportWizard::startImport() {
    if (m_importing || previewing() || !m_workspace.project())
        return;
    m_error.clear();
    m_importedNow = 0;
    bool any = false;
    for (ImportFile& file : m_files)
        if (file.chosen && file.readable() && (file.open() || (file.state == ImportFile::State::Known && file.again)) &&
            checkMappingOf(file).ok()) {
            file.state = ImportFile::State::Waiting;
            any = true;
        }
    if (!any)
        return;
    m_key = std::make_shared<core::store::KeySource>();
    if (m_privacy->usesKeyFile())
        m_key->file = toStd(m_privacy->keyFile());
    else
        m_key->passphrase = m_privacy->passphrase();
    m_importing = true;
    importNext();
}

void ImportWizard::importNext() {
    const auto next = std::find_if(m_files.begin(), m_files.end(),
                                   [](const ImportFile& file) { return file.state == ImportFile::State::Waiting; });
    const core::store::ProjectPtr project = m_workspace.project();
    if (next == m_files.end() || !project) {
        importEnded();
        return;
    }
    next->state = ImportFile::State::Importing;
    const auto index = static_cast<std::size_t>(next - m_files.begin());
    JobRunner::Options options;
    options.title = tr("Importing %1").arg(next->name());
    options.canPause = true;
    m_importJob = m_workspace.jobs().run<core::store::ImportSummary>(
        options, this,
        [project, file = *next, key = m_key](core::JobContext& job) { return importOne(*project, file, *key, job); },
        [this, index](core::Result<core::store::ImportSummary> result) { importDone(index, std::move(result)); });
    connect(m_importJob, &Job::changed, this, &ImportWizard::showProgress);
    showFileList();
    showNotes();
    updateControls();
    showProgress();
}

void ImportWizard::importDone(std::size_t index, core::Result<core::store::ImportSummary>&& result) {
    ImportFile& file = m_files[index];
    if (result.ok()) {
        file.state = ImportFile::State::Imported;
        file.summary = *result;
        ++m_importedNow;
        Q_EMIT imported(*result);
        importNext();
        return;
    }
    const core::ErrorCode code = result.error().code;
    file.state = code == core::ErrorCode::AlreadyImported ? ImportFile::State::Known
                 : code == core::ErrorCode::Cancelled     ? ImportFile::State::Cancelled
                                                          : ImportFile::State::Failed;
    file.error.reset();
    if (code == core::ErrorCode::Cancelled)
        for (ImportFile& other : m_files)
            if (other.state == ImportFile::State::Waiting)
                other.state = ImportFile::State::Cancelled;
    const bool shown = static_cast<int>(index) == m_current;
    if (!shown && m_files.size() > 1 && file.state == ImportFile::State::Failed)
        showAt(static_cast<int>(index));
    if (file.state != ImportFile::State::Known || m_files.size() == 1)
        showError(result.error());
    importNext();
}

void ImportWizard::importEnded() {
    m_importing = false;
    m_key.reset();
    showFileList();
    updateControls();
    showNotes();
    if (m_files.size() == 1 && m_importedNow == 1)
        accept();
}

void ImportWizard::showProgress() {
    if (!m_importJob || !m_importing) {
        m_progressText->clear();
        return;
    }
    const core::Progress& progress = m_importJob->progress();
    const double fraction = progress.fraction();
    m_progress->setRange(0, fraction < 0 ? 0 : kProgressSteps);
    if (fraction >= 0)
        m_progress->setValue(static_cast<int>(fraction * kProgressSteps));
    QStringList parts;
    const auto running = std::find_if(m_files.begin(), m_files.end(), [](const ImportFile& file) {
        return file.state == ImportFile::State::Importing;
    });
    if (running == m_files.end())
        return;
    if (m_files.size() > 1)
        parts << running->name();
    if (progress.unit == "bytes") {
        parts << tr("%1 of %2").arg(formatBytes(progress.done), formatBytes(progress.total));
        // The reader reports bytes; how many rows they are is known once all were looked at.
        if (running->types && progress.total > 0) {
            const auto rows = static_cast<double>(running->types->rows) / static_cast<double>(progress.total);
            parts << tr("%1 rows/s").arg(formatInteger(static_cast<qint64>(progress.perSecond * rows)));
        } else {
            parts << tr("%1/s").arg(formatBytes(static_cast<qint64>(progress.perSecond)));
        }
    } else {
        parts << coreText("Job", progress.stage);
    }
    if (progress.secondsLeft >= 0)
        parts << tr("%1 left").arg(formatDuration(progress.secondsLeft));
    m_progressText->setText(parts.join(QStringLiteral(" · ")));
}

} // namespace widgets
