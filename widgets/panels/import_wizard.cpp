// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/import_wizard.h"

#include "widgets/models/preview_model.h"
#include "widgets/panels/mapping_form.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace widgets {

using core::data::SourceKind;

namespace {

constexpr QSize kSize{960, 720};
constexpr int kGrid = 8;
constexpr std::array kDelimiters{'\0', ',', ';', '\t', '|'};
constexpr int kProgressSteps = 1000;

} // namespace

ImportWizard::ImportWizard(Workspace& workspace, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_model(new models::PreviewModel(this)) {
    setObjectName(QStringLiteral("importWizard"));
    setModal(false);
    resize(kSize);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(buildFileBox());
    layout->addWidget(buildPreviewBox(), 3);
    layout->addWidget(buildMappingBox(), 2);
    layout->addWidget(buildFooter());

    connect(m_browse, &QPushButton::clicked, this, &ImportWizard::browse);
    connect(m_path, &QLineEdit::editingFinished, this, [this] {
        // Leaving the field unchanged reads nothing anew.
        if (!m_path->text().isEmpty() && m_path->isModified()) {
            m_path->setModified(false);
            readPreview();
        }
    });
    connect(m_kind, &QComboBox::activated, this, &ImportWizard::kindChosen);
    connect(m_delimiter, &QComboBox::activated, this, &ImportWizard::readPreview);
    connect(m_mapping, &MappingForm::edited, this, &ImportWizard::mappingEdited);
    connect(m_start, &QPushButton::clicked, this, &ImportWizard::startImport);
    connect(m_cancel, &QPushButton::clicked, this, &ImportWizard::reject);
    retranslateUi();
    updateControls();
}

ImportWizard::~ImportWizard() {
    // While the dialog goes, its focused line edit says once more that editing is finished: nobody is left to hear it.
    m_path->disconnect(this);
}

void ImportWizard::browse() {
    const QString path = QFileDialog::getOpenFileName(
        this, tr("File to import"), QFileInfo(m_path->text()).absolutePath(),
        tr("Tables (*.csv *.tsv *.txt *.csv.gz *.tsv.gz *.csv.zst *.tsv.zst);;All files (*)"));
    if (!path.isEmpty())
        setFile(path);
}

void ImportWizard::setFile(const QString& path) {
    m_path->setText(path);
    m_path->setModified(false);
    const QSignalBlocker block(m_delimiter);
    m_delimiter->setCurrentIndex(0);
    readPreview();
}

std::optional<char> ImportWizard::chosenDelimiter() const {
    const int index = m_delimiter->currentIndex();
    return index > 0 ? std::optional(kDelimiters[static_cast<std::size_t>(index)]) : std::nullopt;
}

void ImportWizard::readPreview() {
    m_havePreview = false;
    m_error.clear();
    JobRunner::Options options;
    options.title = tr("Reading the head of %1").arg(QFileInfo(m_path->text()).fileName());
    options.supersedes = QStringLiteral("importPreview");
    options.quiet = true;
    m_previewJob = m_workspace.jobs().run<core::data::Preview>(
        options, this,
        [path = toStd(m_path->text()), delimiter = chosenDelimiter()](core::JobContext&) {
            return core::data::previewFile(path, delimiter);
        },
        [this](core::Result<core::data::Preview> result) { takePreview(std::move(result)); });
    updateControls();
}

void ImportWizard::takePreview(core::Result<core::data::Preview>&& result) {
    if (!result.ok()) {
        m_model->setPreview({});
        m_mapping->setColumns({}, {}, kind());
        m_facts->clear();
        showError(result.error());
        return;
    }
    m_havePreview = true;
    m_model->setPreview(std::move(*result));
    const core::data::Preview& preview = m_model->preview();
    m_kind->setCurrentIndex(preview.proposedKind == SourceKind::Catalogue ? 0 : 1);
    m_facts->setText(
        tr("%1, %2, %3 columns%4")
            .arg(formatBytes(preview.fileSize), toQString(preview.encoding),
                 formatInteger(static_cast<qint64>(preview.header.size())),
                 preview.compression == "none" ? QString() : tr(", %1").arg(toQString(preview.compression))));
    kindChosen();
}

void ImportWizard::kindChosen() {
    const core::data::Preview& preview = m_model->preview();
    m_error.clear();
    m_mapping->setColumns(preview.header, core::data::proposeMapping(preview, kind()), kind());
    mappingEdited();
}

void ImportWizard::mappingEdited() {
    m_error.clear();
    m_model->markLine(0);
    m_model->setMapping(mapping());
    updateControls();
    showNotes();
}

SourceKind ImportWizard::kind() const {
    return m_kind->currentIndex() == 0 ? SourceKind::Catalogue : SourceKind::Log;
}

core::data::Mapping ImportWizard::mapping() const {
    return m_mapping->mapping();
}

core::Status ImportWizard::checkedMapping() const {
    return core::data::checkMapping(mapping(), kind(), m_model->preview().header, m_model->preview().path);
}

void ImportWizard::showNotes() {
    QStringList lines;
    bool warning = !m_error.isEmpty();
    if (warning) {
        lines << m_error;
    } else if (m_havePreview) {
        if (const core::Status checked = checkedMapping(); !checked.ok())
            lines << errorText(checked.error());
        for (const std::string& fault : m_model->preview().faults)
            lines << toQString(fault);
        lines << m_model->mappingNotes();
        warning = !lines.isEmpty();
        if (!warning)
            lines << tr("Everything shown can be imported. Rows that cannot are listed with line, column and reason "
                        "afterwards.");
    } else if (!previewing()) {
        lines << tr("Choose a file. Nothing is imported before you press Import.");
    }
    m_notes->setText(lines.join(QLatin1Char('\n')));
    m_notes->setVisible(!lines.isEmpty());
    constexpr int kTint = 46;
    QPalette colors = palette();
    QColor tint = m_error.isEmpty() ? bucketColor(core::stats::Bucket::Mid) : bucketColor(core::stats::Bucket::Tail);
    tint.setAlpha(warning ? kTint : 0);
    colors.setColor(QPalette::Window, tint);
    m_notes->setPalette(colors);
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

void ImportWizard::startImport() {
    if (!m_havePreview || m_importing)
        return;
    const core::store::ProjectPtr project = m_workspace.project();
    if (!project)
        return;
    core::store::ImportRequest request;
    request.path = m_model->preview().path;
    request.kind = kind();
    request.mapping = mapping();
    request.mappingComplete = true;
    request.delimiter = m_model->preview().delimiter;
    if (request.kind == SourceKind::Log)
        request.defaultKind = m_mapping->defaultKind();
    request.onDuplicate = m_mapping->duplicates();
    JobRunner::Options options;
    options.title = tr("Importing %1").arg(QFileInfo(m_path->text()).fileName());
    options.canPause = true;
    m_error.clear();
    m_importing = true;
    m_importJob = m_workspace.jobs().run<core::store::ImportSummary>(
        options, this,
        [project, request](core::JobContext& job) { return core::store::importFile(*project, request, job); },
        [this](core::Result<core::store::ImportSummary> result) { importDone(std::move(result)); });
    connect(m_importJob, &Job::changed, this, &ImportWizard::showProgress);
    showNotes();
    updateControls();
}

void ImportWizard::importDone(core::Result<core::store::ImportSummary>&& result) {
    m_importing = false;
    if (!result.ok()) {
        showError(result.error());
        return;
    }
    Q_EMIT imported(*result);
    accept();
}

void ImportWizard::showProgress() {
    if (!m_importJob)
        return;
    const double fraction = m_importJob->progress().fraction();
    m_progress->setRange(0, fraction < 0 ? 0 : kProgressSteps);
    if (fraction >= 0)
        m_progress->setValue(static_cast<int>(fraction * kProgressSteps));
}

void ImportWizard::updateControls() {
    m_fileBox->setEnabled(!m_importing);
    m_mappingBox->setEnabled(m_havePreview && !m_importing);
    m_kind->setEnabled(m_havePreview);
    m_delimiter->setEnabled(!m_path->text().isEmpty());
    m_start->setEnabled(m_havePreview && !m_importing && checkedMapping().ok());
    m_progress->setVisible(m_importing);
    m_cancel->setText(m_importing ? tr("Cancel import") : tr("Close"));
    m_cancel->setAccessibleName(m_cancel->text());
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

} // namespace widgets
