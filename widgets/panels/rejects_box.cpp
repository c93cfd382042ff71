// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/rejects_box.h"

#include "core/store/rejects.h"
#include "widgets/folders.h"
#include "widgets/models/reject_model.h"
#include "widgets/panels/rejects_correct.h"
#include "widgets/panels/table_style.h"
#include "widgets/text.h"

#include <QEvent>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using core::store::ImportSummary;
using core::store::RejectRow;

namespace {
constexpr int kGrid = 8;
}

RejectsBox::RejectsBox(Workspace& workspace, QWidget* parent)
    : QGroupBox(parent),
      m_workspace(workspace),
      m_model(new models::RejectModel(workspace.jobs(), this)),
      m_hint(new QLabel),
      m_table(new QTableView),
      m_line(new QPlainTextEdit) {
    m_table->setObjectName(QStringLiteral("rejectTable"));
    m_table->setModel(m_model);
    constexpr int kReasonColumn = 4, kWidestValue = 240;
    styleTable(m_table, kReasonColumn);
    m_table->horizontalHeader()->setMaximumSectionSize(kWidestValue);
    m_hint->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(kGrid);
    layout->addWidget(m_hint);
    layout->addWidget(m_table, 1);
    layout->addWidget(buildEditor());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RejectsBox::showRow);
    connect(m_line, &QPlainTextEdit::textChanged, this, &RejectsBox::lineEdited);
    connect(m_apply, &QPushButton::clicked, this, &RejectsBox::importEdited);
    connect(m_export, &QPushButton::clicked, this, &RejectsBox::askExport);
    connect(m_bringBack, &QPushButton::clicked, this, &RejectsBox::askCorrected);
    m_model->setObserver([this](const core::Error*) { updateControls(); });
    retranslateUi();
}

QWidget* RejectsBox::buildEditor() {
    auto* editor = new QWidget;
    m_line->setObjectName(QStringLiteral("rawLine"));
    m_line->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_line->setTabChangesFocus(true);
    constexpr int kLineHeight = 56;
    m_line->setFixedHeight(kLineHeight);
    m_note = new QLabel;
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_apply = new QPushButton;
    m_apply->setObjectName(QStringLiteral("rejectApply"));
    m_export = new QPushButton;
    m_export->setObjectName(QStringLiteral("rejectExport"));
    m_bringBack = new QPushButton;
    m_bringBack->setObjectName(QStringLiteral("rejectCorrected"));
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_note, 1);
    row->addWidget(m_apply);
    row->addWidget(m_export);
    row->addWidget(m_bringBack);
    auto* layout = new QVBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_line);
    layout->addLayout(row);
    return editor;
}

void RejectsBox::setProject(const core::store::ProjectPtr& project) {
    m_edited.clear();
    m_model->setProject(project);
    showRow();
}

void RejectsBox::setSources(const std::vector<ImportSummary>& sources) {
    m_sources = sources;
    showRow();
}

bool RejectsBox::settled() const {
    return m_model->settled() && (!m_job || m_job->isEnded());
}

const RejectRow* RejectsBox::chosen() const {
    const QModelIndex current = m_table->currentIndex();
    const auto& rows = m_model->rows();
    return current.isValid() && static_cast<std::size_t>(current.row()) < rows.size()
               ? &rows[static_cast<std::size_t>(current.row())]
               : nullptr;
}

const ImportSummary* RejectsBox::sourceOf(const RejectRow& row) const {
    const auto found = std::find_if(m_sources.begin(), m_sources.end(),
                                    [&](const ImportSummary& source) { return source.source == row.source; });
    return found == m_sources.end() ? nullptr : &*found;
}

void RejectsBox::showRow() {
    m_showing = true;
    const RejectRow* const row = chosen();
    const ImportSummary* const source = row != nullptr ? sourceOf(*row) : nullptr;
    const auto edited = row != nullptr ? m_edited.find(row->id) : m_edited.end();
    m_line->setPlainText(row == nullptr             ? QString()
                         : edited == m_edited.end() ? toQString(row->rawText)
                                                    : toQString(edited->second.rawText));
    // Lines of text can be corrected here; rows of sheets and JSON go by way of a file.
    m_line->setReadOnly(source == nullptr || source->format != "csv" || m_workspace.project() == nullptr ||
                        m_workspace.project()->readOnly());
    m_showing = false;
    updateControls();
}

void RejectsBox::lineEdited() {
    const RejectRow* const row = chosen();
    if (m_showing || row == nullptr)
        return;
    RejectRow corrected = *row;
    corrected.rawText = toStd(m_line->toPlainText());
    if (corrected.rawText == row->rawText)
        m_edited.erase(row->id);
    else
        m_edited[row->id] = corrected;
    updateControls();
}

void RejectsBox::runCorrection(
    const QString& title, std::function<core::Result<std::int64_t>(core::store::Project&, core::JobContext&)> work) {
    const core::store::ProjectPtr project = m_workspace.project();
    if (!project || (m_job && !m_job->isEnded()))
        return;
    JobRunner::Options options;
    options.title = title;
    m_job = m_workspace.jobs().run<std::int64_t>(
        options, this, [project, work = std::move(work)](core::JobContext& job) { return work(*project, job); },
        [this](core::Result<std::int64_t> result) {
            if (!result.ok()) {
                Q_EMIT m_workspace.message(errorText(result.error()),
                                           result.error().code != core::ErrorCode::Cancelled);
                updateControls();
                return;
            }
            m_edited.clear();
            Q_EMIT m_workspace.message(
                tr("%1 corrected rows were imported; what is still refused stays in the list with its reason.")
                    .arg(formatInteger(*result)),
                false);
            Q_EMIT m_workspace.dataChanged();
        });
    updateControls();
}

void RejectsBox::importEdited() {
    std::vector<std::pair<ImportSummary, std::vector<RejectRow>>> bySource;
    for (const ImportSummary& source : m_sources) {
        std::vector<RejectRow> lines;
        for (const auto& [id, row] : m_edited)
            if (row.source == source.source)
                lines.push_back(row);
        if (!lines.empty())
            bySource.emplace_back(source, std::move(lines));
    }
    if (bySource.empty())
        return;
    runCorrection(tr("Importing corrected rows"),
                  [bySource](core::store::Project& project, core::JobContext& job) -> core::Result<std::int64_t> {
                      std::int64_t total = 0;
                      for (const auto& [source, lines] : bySource) {
                          TL_TRY(const std::int64_t rows, importCorrectedLines(project, source, lines, job));
                          total += rows;
                      }
                      return total;
                  });
}

void RejectsBox::importCorrectedFile(const QString& path) {
    const RejectRow* const row = chosen();
    const ImportSummary* const source = row != nullptr      ? sourceOf(*row)
                                        : m_sources.empty() ? nullptr
                                                            : &m_sources.back();
    if (source == nullptr)
        return;
    runCorrection(tr("Importing corrected rows"),
                  [file = toStd(path), before = *source](core::store::Project& project,
                                                         core::JobContext& job) -> core::Result<std::int64_t> {
                      TL_TRY(const ImportSummary after,
                             core::store::importCorrected(project, before.source, file, job));
                      return after.imported - before.imported;
                  });
}

void RejectsBox::exportTo(const QString& path) {
    const core::store::ProjectPtr project = m_workspace.project();
    if (!project)
        return;
    // The columns of their file come with the rows of one source; those of several have none in common.
    const RejectRow* const row = chosen();
    std::optional<core::SourceId> source;
    if (row != nullptr)
        source = row->source;
    else if (m_sources.size() == 1)
        source = m_sources.front().source;
    JobRunner::Options options;
    options.title = tr("Exporting rejected rows");
    m_job = m_workspace.jobs().run<std::int64_t>(
        options, this,
        [project, source, file = toStd(path)](core::JobContext&) {
            return core::store::exportRejects(*project, source, file);
        },
        [this, path](core::Result<std::int64_t> result) {
            Q_EMIT m_workspace.message(result.ok()
                                           ? tr("%1 rejected rows were written to %2. Correct the cells in front and "
                                                "bring the file back with “Import corrected file”.")
                                                 .arg(formatInteger(*result), path)
                                           : errorText(result.error()),
                                       !result.ok());
            updateControls();
        });
}

void RejectsBox::askExport() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Export rejected rows"),
                                                      inLastFolder(tr("rejected rows.csv")), tr("CSV files (*.csv)"));
    if (path.isEmpty())
        return;
    rememberFolder(path);
    exportTo(path);
}

void RejectsBox::askCorrected() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Corrected rows"), lastFolder(), tr("CSV files (*.csv);;All files (*)"));
    if (path.isEmpty())
        return;
    rememberFolder(path);
    importCorrectedFile(path);
}

void RejectsBox::updateControls() {
    const bool any = m_model->total() > 0;
    const bool busy = m_job && !m_job->isEnded();
    const bool writable = m_workspace.project() && !m_workspace.project()->readOnly();
    m_hint->setVisible(!any);
    m_table->setVisible(any);
    m_line->setVisible(any);
    for (QWidget* control : std::initializer_list<QWidget*>{m_note, m_apply, m_export, m_bringBack})
        control->setVisible(any);
    m_apply->setEnabled(!busy && writable && !m_edited.empty());
    m_export->setEnabled(!busy);
    m_bringBack->setEnabled(!busy && writable);
    m_apply->setText(m_edited.empty()
                         ? tr("Import &corrected")
                         : tr("Import &corrected (%1)").arg(formatInteger(static_cast<qint64>(m_edited.size()))));
    m_note->setText(chosen() == nullptr ? tr("Choose a row to see its line, correct it below, and import it again.")
                    : m_line->isReadOnly()
                        ? tr("Rows of this format are corrected in a file: export them, correct, import the file.")
                        : tr("Correct the line above; several can be corrected before they are imported together."));
}

void RejectsBox::retranslateUi() {
    setTitle(tr("Rejected rows"));
    m_hint->setText(tr("No row was rejected. Rows that cannot be imported appear here with file, line, column and "
                       "reason; none is lost "
                       "silently."));
    m_table->setAccessibleName(tr("Rejected rows"));
    m_line->setAccessibleName(tr("The rejected line as it stands in the file"));
    m_line->setPlaceholderText(tr("Choose a row to see the line as it stands in the file."));
    m_apply->setToolTip(tr("Import the lines corrected here into the file they came from"));
    m_export->setText(tr("&Export…"));
    m_export->setToolTip(tr("Write the rejected rows of the chosen file as CSV, to correct them elsewhere"));
    m_bringBack->setText(tr("Import corrected &file…"));
    m_bringBack->setToolTip(tr("Import an exported file after it was corrected"));
    for (QPushButton* button : {m_apply, m_export, m_bringBack})
        button->setAccessibleName(button->toolTip());
    m_model->retranslate();
    updateControls();
}

void RejectsBox::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QGroupBox::changeEvent(event);
}

} // namespace widgets
