// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/sources_overview.h"

#include "widgets/models/reject_model.h"
#include "widgets/models/source_model.h"
#include "widgets/panels/table_style.h"
#include "widgets/text.h"

#include <QDateTime>
#include <QFontDatabase>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int kGrid = 8;

QString day(std::int64_t seconds) {
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).date(), QLocale::ShortFormat);
}

} // namespace

SourcesOverview::SourcesOverview(Workspace& workspace, QWidget* parent)
    : DataPage(workspace, parent),
      m_sourceModel(new models::SourceModel(this)),
      m_rejectModel(new models::RejectModel(workspace.jobs(), this)) {
    auto* halves = new QSplitter(Qt::Vertical);
    halves->setChildrenCollapsible(false);
    halves->setHandleWidth(kGrid);
    halves->addWidget(buildSources());
    halves->addWidget(buildRejects());
    halves->setStretchFactor(0, 2);
    halves->setStretchFactor(1, 3);
    halves->setSizes({200, 300}); // shares, as far as the window allows
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, 0);
    layout->addWidget(halves);

    connect(m_import, &QPushButton::clicked, this, [this] { Q_EMIT importRequested({}); });
    connect(m_rejects->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SourcesOverview::showRawLine);
    m_rejectModel->setObserver([this](const core::Error*) { showHints(); });
    retranslateUi();
}

QString SourcesOverview::title() const {
    return tr("Sources");
}

QString SourcesOverview::help() const {
    return tr("The files that were imported, and the rows that were refused");
}

bool SourcesOverview::settled() const {
    return DataPage::settled() && (!m_job || m_job->isEnded()) && m_rejectModel->settled();
}

QWidget* SourcesOverview::buildSources() {
    m_sourceBox = new QGroupBox;
    m_sources = new QTableView;
    m_sources->setObjectName(QStringLiteral("sourceTable"));
    m_sources->setModel(m_sourceModel);
    styleTable(m_sources, 0);
    m_import = new QPushButton;
    m_import->setObjectName(QStringLiteral("importButton"));
    m_sourceHint = new QLabel;
    m_sourceHint->setWordWrap(true);
    m_period = new QLabel;
    m_period->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(m_sourceBox);
    auto* row = new QHBoxLayout;
    row->addWidget(m_import);
    row->addWidget(m_sourceHint, 1);
    row->addStretch(0);
    row->addWidget(m_period);
    layout->addLayout(row);
    layout->addWidget(m_sources, 1);
    return m_sourceBox;
}

QWidget* SourcesOverview::buildRejects() {
    m_rejectBox = new QGroupBox;
    m_rejects = new QTableView;
    m_rejects->setObjectName(QStringLiteral("rejectTable"));
    m_rejects->setModel(m_rejectModel);
    constexpr int kReasonColumn = 4, kWidestValue = 240;
    styleTable(m_rejects, kReasonColumn);
    m_rejects->horizontalHeader()->setMaximumSectionSize(kWidestValue);
    m_rejectHint = new QLabel;
    m_rejectHint->setWordWrap(true);
    m_rawLine = new QPlainTextEdit;
    m_rawLine->setObjectName(QStringLiteral("rawLine"));
    m_rawLine->setReadOnly(true);
    m_rawLine->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    constexpr int kRawHeight = 64;
    m_rawLine->setFixedHeight(kRawHeight);
    auto* layout = new QVBoxLayout(m_rejectBox);
    layout->addWidget(m_rejectHint);
    layout->addWidget(m_rejects, 1);
    layout->addWidget(m_rawLine);
    return m_rejectBox;
}

void SourcesOverview::refresh(const core::store::ProjectPtr& project) {
    m_rejectModel->setProject(project);
    if (!project) {
        if (m_job)
            m_job->cancel();
        showContents({});
        return;
    }
    JobRunner::Options options;
    options.title = tr("Reading the sources");
    options.supersedes = QStringLiteral("sourcesOverview");
    options.quiet = true;
    m_job = workspace().jobs().run<Contents>(
        options, this,
        [project](core::JobContext& job) -> core::Result<Contents> {
            Contents contents;
            TL_TRY(contents.counts, core::store::projectCounts(*project));
            TL_CHECK_STATUS(job.check());
            TL_TRY(contents.sources, core::store::sources(*project));
            return contents;
        },
        [this](core::Result<Contents> result) {
            if (result.ok())
                showContents(*result);
            else if (result.error().code != core::ErrorCode::Cancelled)
                tell(result.error());
        });
}

void SourcesOverview::showContents(const Contents& contents) {
    m_counts = contents.counts;
    m_sourceModel->setRows(contents.sources);
    m_rawLine->clear();
    showHints();
}

void SourcesOverview::showHints() {
    m_period->setText(m_counts.firstTime > 0
                          ? tr("Events from %1 to %2").arg(day(m_counts.firstTime), day(m_counts.lastTime))
                          : QString());
    const bool empty = m_sourceModel->rows().empty();
    m_sourceHint->setText(
        empty ? tr("Nothing has been imported yet. Choose a catalogue (one row per product) or an event log, "
                   "or drop the file onto the window.")
              : QString());
    const bool rejects = m_rejectModel->total() > 0;
    m_rejectHint->setVisible(!rejects);
    m_rejectHint->setText(
        tr("No row was rejected. Rows that cannot be imported appear here with file, line, column and reason; "
           "none is lost silently."));
    m_rejects->setVisible(rejects);
    m_rawLine->setVisible(rejects);
}

void SourcesOverview::showRawLine() {
    const QModelIndex current = m_rejects->currentIndex();
    const auto& rows = m_rejectModel->rows();
    if (current.isValid() && static_cast<std::size_t>(current.row()) < rows.size())
        m_rawLine->setPlainText(toQString(rows[static_cast<std::size_t>(current.row())].rawText));
}

void SourcesOverview::retranslateUi() {
    m_sourceBox->setTitle(tr("Sources"));
    m_sources->setAccessibleName(tr("Imported files"));
    m_import->setText(tr("&Import…"));
    m_import->setAccessibleName(tr("Import a file"));
    m_import->setToolTip(tr("Import a catalogue or an event log (Ctrl+I)"));
    m_import->setStatusTip(tr("Import a catalogue or an event log: CSV or TSV, plain, .gz or .zst"));
    m_rejectBox->setTitle(tr("Rejected rows"));
    m_rejects->setAccessibleName(tr("Rejected rows"));
    m_rawLine->setAccessibleName(tr("The rejected line as it stands in the file"));
    m_rawLine->setPlaceholderText(tr("Choose a row to see the line as it stands in the file."));
    m_sourceModel->retranslate();
    m_rejectModel->retranslate();
    showHints();
}

} // namespace widgets
