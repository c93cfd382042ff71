// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/import_wizard.h"

#include "core/data/xlsx_reader.h"
#include "core/store/entity_store.h"
#include "widgets/folders.h"
#include "widgets/models/preview_model.h"
#include "widgets/panels/kind_values_form.h"
#include "widgets/panels/mapping_form.h"
#include "widgets/panels/privacy_page.h"
#include "widgets/panels/reading_form.h"
#include "widgets/text.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QDateTime>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMimeData>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using core::data::SourceKind;

namespace {

constexpr QSize kSize{1120, 720};
constexpr int kGrid = 8;

/// When a file of this name and size came into the project; empty = never.
QString whenImported(const ImportFile& file, const std::vector<core::store::ImportSummary>& sources) {
    for (const core::store::ImportSummary& source : sources)
        if (source.fileSize == file.preview.fileSize && source.options.member == file.file.member &&
            QFileInfo(toQString(source.path)).fileName() == QFileInfo(toQString(file.file.path)).fileName())
            return QLocale().toString(QDateTime::fromString(toQString(source.importedAt), Qt::ISODate).toLocalTime(),
                                      QLocale::ShortFormat);
    return {};
}

/// A profile may say how the file is read: then it is read so.
void useProfile(ImportFile& file, const core::data::MappingProfile& profile) {
    applyProfile(file, profile);
    if (auto preview = core::data::previewFile(file.file.path, file.wanted); preview.ok())
        file.preview = std::move(*preview);
}

core::Result<std::vector<ImportFile>> readHeads(const std::vector<std::string>& paths,
                                                const core::store::ProjectPtr& project, core::JobContext& job) {
    TL_TRY(const auto choices, core::data::expandFiles(paths));
    TL_TRY(auto proposals, core::data::proposeFiles(choices, {}, job));
    std::vector<core::store::ImportSummary> sources;
    if (project) {
        TL_TRY(sources, core::store::sources(*project));
    }
    const core::data::ProfileFolder profiles;
    std::vector<ImportFile> files;
    for (core::data::FileProposal& proposal : proposals) {
        TL_CHECK_STATUS(job.check());
        ImportFile file = importFileOf(std::move(proposal));
        if (file.preview.options.format == "xlsx" && file.file.member.empty())
            if (auto sheets = core::data::xlsxSheets(file.file.path); sheets.ok())
                file.sheets = std::move(*sheets);
        if (file.readable()) {
            // A folder of profiles that cannot be read must not keep anybody from importing.
            if (const auto match = profiles.match(file.preview.header); match.ok() && *match)
                useProfile(file, **match);
            file.importedBefore = whenImported(file, sources);
        }
        files.push_back(std::move(file));
    }
    // One file alone: what is wrong with it is the answer.
    if (files.size() == 1 && files.front().error)
        return *files.front().error;
    return files;
}

} // namespace

ImportWizard::ImportWizard(Workspace& workspace, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_model(new models::PreviewModel(this)) {
    setObjectName(QStringLiteral("importWizard"));
    setModal(false);
    setAcceptDrops(true);
    resize(kSize);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(buildTop());
    layout->addWidget(buildFiles(), 1);
    layout->addWidget(buildFooter());
    connectAll();
    loadProfiles();
    retranslateUi();
    updateControls();
}

ImportWizard::~ImportWizard() {
    // While the dialog goes, its focused line edits say once more that editing is finished: nobody is left to hear it.
    for (QLineEdit* edit : findChildren<QLineEdit*>())
        edit->disconnect();
    // Nor to what is still being read for the dialog; a running import keeps it open (see reject()).
    for (const QPointer<Job>& job : {m_previewJob, m_typesJob, m_kindsJob, m_scanJob, m_importJob})
        if (job)
            job->cancel();
}

void ImportWizard::browse() {
    const QStringList paths =
        QFileDialog::getOpenFileNames(this, tr("Files to import"), lastFolder(),
                                      tr("Tables (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.xlsx *.parquet *.gz "
                                         "*.zst *.xz *.bz2 *.zip);;All files (*)"));
    if (!paths.isEmpty())
        setFiles(paths);
}

void ImportWizard::browseFolder() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder to import"), lastFolder());
    if (!folder.isEmpty())
        setFiles({folder});
}

void ImportWizard::setFiles(const QStringList& paths) {
    if (m_importing || paths.isEmpty())
        return;
    rememberFolder(paths.front());
    m_path->setText(paths.size() == 1 ? paths.front() : tr("%1 files").arg(formatInteger(paths.size())));
    m_path->setModified(false);
    ++m_generation;
    m_files.clear();
    m_current = -1;
    m_error.clear();
    std::vector<std::string> given;
    for (const QString& path : paths)
        given.push_back(toStd(path));
    JobRunner::Options options;
    options.title = tr("Reading the head of %1").arg(QFileInfo(paths.front()).fileName());
    options.supersedes = QStringLiteral("importPreview");
    options.quiet = true;
    m_previewJob = m_workspace.jobs().run<std::vector<ImportFile>>(
        options, this,
        [given, project = m_workspace.project()](core::JobContext& job) { return readHeads(given, project, job); },
        [this](core::Result<std::vector<ImportFile>> result) { takeFiles(std::move(result)); });
    showFile();
}

void ImportWizard::takeFiles(core::Result<std::vector<ImportFile>>&& result) {
    if (!result.ok()) {
        showError(result.error());
        return;
    }
    m_files = std::move(*result);
    showFileList();
    const auto readable =
        std::find_if(m_files.begin(), m_files.end(), [](const ImportFile& file) { return file.readable(); });
    showAt(static_cast<int>(readable == m_files.end() ? 0 : readable - m_files.begin()));
}

ImportFile* ImportWizard::current() {
    return m_current >= 0 && m_current < static_cast<int>(m_files.size())
               ? &m_files[static_cast<std::size_t>(m_current)]
               : nullptr;
}

void ImportWizard::showAt(int index) {
    m_current = index;
    m_error.clear();
    if (const ImportFile* file = current(); file != nullptr && file->error)
        m_error = errorText(*file->error);
    showFile();
    lookBehind();
}

void ImportWizard::showFile() {
    m_filling = true;
    const ImportFile* const file = current();
    const ImportFile none;
    const ImportFile& shown = file == nullptr ? none : *file;
    m_model->setPreview(shown.preview);
    if (shown.types)
        m_model->setTypes(*shown.types);
    m_model->setMapping(shown.mapping);
    m_kind->setCurrentIndex(static_cast<int>(shown.kind));
    m_mapping->setFile(shown);
    m_reading->setSheets(shown.sheets);
    m_reading->setOptions(shown.wanted, shown.preview.options);
    const auto kind = shown.mapping.find("kind");
    m_kindValues->setValues(kind == shown.mapping.end() ? std::string() : kind->second,
                            shown.kinds ? &*shown.kinds : nullptr, shown.kindValues,
                            shown.defaultKind.value_or(core::data::EventKind::Purchase));
    m_privacy->setColumns(shown.preview.header);
    m_privacy->setPlan(shown.privacy);
    if (shown.scan)
        m_privacy->setFindings(*shown.scan);
    m_profile->setCurrentText(shown.profile);
    if (m_list->currentRow() != m_current)
        m_list->setCurrentRow(m_current);
    m_filling = false;
    updateControls();
    showNotes();
}

void ImportWizard::kindChosen() {
    ImportFile* const file = current();
    if (file == nullptr || m_filling)
        return;
    m_error.clear();
    setKind(*file, static_cast<SourceKind>(m_kind->currentIndex()));
    showFile();
    lookBehind();
}

void ImportWizard::mappingEdited() {
    ImportFile* const file = current();
    if (file == nullptr || m_filling)
        return;
    m_error.clear();
    m_model->markLine(0);
    const auto before = file->mapping;
    file->mapping = m_mapping->mapping();
    file->duplicates = m_mapping->duplicates();
    file->keepExtra = m_mapping->keepExtra();
    const auto columnOf = [](const core::data::Mapping& mapping) {
        const auto found = mapping.find("kind");
        return found == mapping.end() ? std::string() : found->second;
    };
    if (columnOf(before) != columnOf(file->mapping)) {
        file->kinds.reset();
        file->kindValues.clear();
        m_filling = true;
        m_kindValues->setValues(columnOf(file->mapping), nullptr, {}, m_kindValues->whole());
        m_filling = false;
        countKinds();
    }
    m_model->setMapping(file->mapping);
    m_mapping->showOrigins(*file);
    updateControls();
    showNotes();
}

void ImportWizard::privacyEdited() {
    ImportFile* const file = current();
    if (file == nullptr || m_filling)
        return;
    file->privacy = m_privacy->plan();
    updateControls();
    showNotes();
}

SourceKind ImportWizard::kind() const {
    return static_cast<SourceKind>(qMax(0, m_kind->currentIndex()));
}

core::data::Mapping ImportWizard::mapping() const {
    return m_mapping->mapping();
}

void ImportWizard::showError(const core::Error& error) {
    m_error = errorText(error);
    const int row = m_model->markLine(error.line);
    if (row >= 0) {
        m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
        m_table->setCurrentIndex(m_model->index(row, 0));
    }
    updateControls();
    showNotes();
}

void ImportWizard::reject() {
    if (m_importing && m_importJob) {
        m_importJob->cancel();
        return;
    }
    QDialog::reject();
}

void ImportWizard::closeEvent(QCloseEvent* event) {
    if (m_importing && m_importJob) {
        m_importJob->cancel();
        event->ignore();
        return;
    }
    QDialog::closeEvent(event);
}

void ImportWizard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

void ImportWizard::dragEnterEvent(QDragEnterEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!m_importing && std::any_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void ImportWizard::dropEvent(QDropEvent* event) {
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    event->acceptProposedAction();
    // Whoever dropped the files waits for the answer to the drop: read them afterwards.
    QMetaObject::invokeMethod(
        this, [this, paths] { setFiles(paths); }, Qt::QueuedConnection);
}

} // namespace widgets
