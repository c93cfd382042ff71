// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/import_wizard.h"

#include "widgets/models/preview_model.h"
#include "widgets/panels/mapping_form.h"
#include "widgets/panels/table_style.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStyle>
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

QWidget* ImportWizard::buildFileBox() {
    m_fileBox = new QGroupBox;
    m_path = new QLineEdit;
    m_path->setObjectName(QStringLiteral("importPath"));
    m_browse = new QPushButton;
    m_browse->setObjectName(QStringLiteral("importBrowse"));
    m_browse->setAutoDefault(false);
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("importKind"));
    m_delimiter = new QComboBox;
    m_delimiter->setObjectName(QStringLiteral("importDelimiter"));
    m_facts = new QLabel;
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_pathLabel = new QLabel;
    m_kindLabel = new QLabel;
    m_delimiterLabel = new QLabel;
    m_pathLabel->setBuddy(m_path);
    m_kindLabel->setBuddy(m_kind);
    m_delimiterLabel->setBuddy(m_delimiter);
    auto* grid = new QGridLayout(m_fileBox);
    grid->setSpacing(kGrid);
    grid->addWidget(m_pathLabel, 0, 0);
    grid->addWidget(m_path, 0, 1, 1, 4);
    grid->addWidget(m_browse, 0, 5);
    grid->addWidget(m_kindLabel, 1, 0);
    grid->addWidget(m_kind, 1, 1);
    grid->addWidget(m_delimiterLabel, 1, 2);
    grid->addWidget(m_delimiter, 1, 3);
    grid->addWidget(m_facts, 1, 4, 1, 2);
    grid->setColumnStretch(4, 1);
    return m_fileBox;
}

QWidget* ImportWizard::buildPreviewBox() {
    m_previewBox = new QGroupBox;
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("importPreview"));
    m_table->setModel(m_model);
    styleTable(m_table, -1);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->verticalHeader()->show(); // the line in the file
    constexpr int kWidestColumn = 320;
    m_table->horizontalHeader()->setMaximumSectionSize(kWidestColumn);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* layout = new QVBoxLayout(m_previewBox);
    layout->addWidget(m_table);
    return m_previewBox;
}

QWidget* ImportWizard::buildMappingBox() {
    m_mappingBox = new QGroupBox;
    m_mapping = new MappingForm;
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_mapping);
    auto* layout = new QVBoxLayout(m_mappingBox);
    layout->addWidget(scroll);
    return m_mappingBox;
}

QWidget* ImportWizard::buildFooter() {
    auto* footer = new QWidget;
    m_notes = new QLabel;
    m_notes->setObjectName(QStringLiteral("importNotes"));
    m_notes->setWordWrap(true);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_notes->setFocusPolicy(Qt::NoFocus);
    m_notes->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    m_notes->setAutoFillBackground(true);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_start = new QPushButton;
    m_start->setObjectName(QStringLiteral("importStart"));
    m_start->setDefault(true);
    m_cancel = new QPushButton;
    m_cancel->setObjectName(QStringLiteral("importCancel"));
    m_cancel->setAutoDefault(false);
    auto* layout = new QVBoxLayout(footer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_notes);
    auto* row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addStretch(0);
    row->addWidget(m_cancel);
    row->addWidget(m_start);
    layout->addLayout(row);
    return footer;
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

void ImportWizard::takePreview(core::Result<core::data::Preview> result) {
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
    m_facts->setText(tr("%1, %2, %3 columns%4")
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
            lines << tr("Everything shown can be imported. Rows that cannot are listed with line, column and reason afterwards.");
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

void ImportWizard::importDone(core::Result<core::store::ImportSummary> result) {
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

void ImportWizard::retranslateUi() {
    setWindowTitle(tr("Import"));
    m_fileBox->setTitle(tr("1. File"));
    m_previewBox->setTitle(tr("2. What is in it (the first rows)"));
    m_mappingBox->setTitle(tr("3. Which column serves which field (* required)"));
    m_pathLabel->setText(tr("&File:"));
    m_path->setAccessibleName(tr("File to import"));
    m_path->setPlaceholderText(tr("CSV or TSV, plain, .gz or .zst, in UTF-8"));
    m_path->setToolTip(tr("Type a path and press Enter, or choose a file"));
    m_browse->setText(tr("&Choose…"));
    m_browse->setAccessibleName(tr("Choose a file"));
    m_browse->setToolTip(tr("Choose the file to import"));
    m_kindLabel->setText(tr("&Kind:"));
    m_delimiterLabel->setText(tr("&Delimiter:"));
    const int kindIndex = qMax(0, m_kind->currentIndex());
    const int delimiterIndex = qMax(0, m_delimiter->currentIndex());
    m_kind->clear();
    m_kind->addItems({tr("Catalogue (one row per product)"), tr("Event log (one row per event)")});
    m_kind->setCurrentIndex(kindIndex);
    m_kind->setAccessibleName(tr("Kind of file"));
    m_kind->setToolTip(tr("What the rows of the file are"));
    m_delimiter->clear();
    m_delimiter->addItems({tr("Found by itself"), tr("Comma ,"), tr("Semicolon ;"), tr("Tab"), tr("Bar |")});
    m_delimiter->setCurrentIndex(delimiterIndex);
    m_delimiter->setAccessibleName(tr("Delimiter"));
    m_delimiter->setToolTip(tr("The character between two values"));
    m_table->setAccessibleName(tr("Preview of the file"));
    m_start->setText(tr("&Import"));
    m_start->setAccessibleName(tr("Import"));
    m_start->setToolTip(tr("Import all rows in one transaction: everything or nothing"));
    m_model->retranslate();
    updateControls();
    showNotes();
}

void ImportWizard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

} // namespace widgets
