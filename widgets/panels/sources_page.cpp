// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/sources_page.h"

#include "widgets/models/source_model.h"
#include "widgets/panels/rejects_box.h"
#include "widgets/panels/source_details.h"
#include "widgets/panels/table_style.h"
#include "widgets/text.h"

#include <QDateTime>
#include <QFileInfo>
#include <QFrame>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace widgets {

using core::store::ImportSummary;

namespace {

constexpr int kGrid = 8;

QString day(std::int64_t seconds) {
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).date(), QLocale::ShortFormat);
}

} // namespace

SourcesPage::SourcesPage(Workspace& workspace, QWidget* parent)
    : DataPage(workspace, parent), m_model(new models::SourceModel(this)), m_rejects(new RejectsBox(workspace)) {
    auto* halves = new QSplitter(Qt::Vertical);
    halves->setChildrenCollapsible(false);
    halves->setHandleWidth(kGrid);
    halves->addWidget(buildSources());
    halves->addWidget(m_rejects);
    halves->setStretchFactor(0, 1);
    halves->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, 0);
    layout->addWidget(halves);

    connect(m_import, &QPushButton::clicked, this, [this] { Q_EMIT importRequested({}); });
    connect(m_remove, &QPushButton::clicked, this, &SourcesPage::askRemove);
    connect(m_confirm, &QPushButton::clicked, this, &SourcesPage::removeSource);
    connect(m_keep, &QPushButton::clicked, this, &SourcesPage::keepSource);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        keepSource(); // the question was about another one
        showDetails();
    });
    auto* removeKey = new QShortcut(QKeySequence::Delete, m_table);
    removeKey->setContext(Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, this, &SourcesPage::askRemove);
    auto* keepKey = new QShortcut(QKeySequence::Cancel, m_question);
    keepKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(keepKey, &QShortcut::activated, this, &SourcesPage::keepSource);
    retranslateUi();
}

QWidget* SourcesPage::buildSources() {
    m_box = new QGroupBox;
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("sourceTable"));
    m_table->setModel(m_model);
    styleTable(m_table, 0);
    m_import = new QPushButton;
    m_import->setObjectName(QStringLiteral("importButton"));
    m_remove = new QPushButton;
    m_remove->setObjectName(QStringLiteral("sourceRemove"));
    m_hint = new QLabel;
    m_hint->setWordWrap(true);
    m_period = new QLabel;
    m_period->setForegroundRole(QPalette::PlaceholderText);
    m_details = new QTextBrowser;
    m_details->setObjectName(QStringLiteral("sourceDetails"));
    m_details->setOpenLinks(false);
    m_details->setFrameShape(QFrame::StyledPanel);
    auto* row = new QHBoxLayout;
    row->addWidget(m_import);
    row->addWidget(m_remove);
    row->addWidget(m_hint, 1);
    row->addStretch(0);
    row->addWidget(m_period);
    auto* across = new QSplitter(Qt::Horizontal);
    across->setChildrenCollapsible(false);
    across->setHandleWidth(kGrid);
    across->addWidget(m_table);
    across->addWidget(m_details);
    across->setStretchFactor(0, 3);
    across->setStretchFactor(1, 1);
    across->setSizes({740, 300}); // shares, as far as the window allows
    auto* layout = new QVBoxLayout(m_box);
    layout->addLayout(row);
    layout->addWidget(buildQuestion());
    layout->addWidget(across, 1);
    return m_box;
}

QWidget* SourcesPage::buildQuestion() {
    m_question = new QFrame;
    m_question->setObjectName(QStringLiteral("removeQuestion"));
    static_cast<QFrame*>(m_question)->setFrameShape(QFrame::StyledPanel);
    m_question->setBackgroundRole(QPalette::Base);
    m_question->setAutoFillBackground(true);
    m_questionText = new QLabel;
    m_questionText->setWordWrap(true);
    m_confirm = new QPushButton;
    m_confirm->setObjectName(QStringLiteral("removeConfirm"));
    m_keep = new QPushButton;
    m_keep->setObjectName(QStringLiteral("removeKeep"));
    auto* row = new QHBoxLayout(m_question);
    row->addWidget(m_questionText, 1);
    row->addWidget(m_confirm);
    row->addWidget(m_keep);
    m_question->hide();
    return m_question;
}

QString SourcesPage::title() const {
    return tr("Sources");
}

QString SourcesPage::help() const {
    return tr("The files that were imported, what became of each of their rows, and the rows that were refused");
}

bool SourcesPage::settled() const {
    return DataPage::settled() && (!m_job || m_job->isEnded()) && (!m_removeJob || m_removeJob->isEnded()) &&
           m_rejects->settled();
}

void SourcesPage::refresh(const core::store::ProjectPtr& project) {
    m_rejects->setProject(project);
    if (!project) {
        if (m_job)
            m_job->cancel();
        showContents({});
        return;
    }
    JobRunner::Options options;
    options.title = tr("Reading the sources");
    options.supersedes = QStringLiteral("sourcesPage");
    options.quiet = true;
    m_job = workspace().jobs().run<Contents>(
        options, this,
        [project](core::JobContext& job) -> core::Result<Contents> {
            Contents contents;
            TL_TRY(contents.sources, core::store::sources(*project));
            TL_CHECK_STATUS(job.check());
            TL_TRY(contents.counts, core::store::projectCounts(*project));
            return contents;
        },
        [this](core::Result<Contents> result) {
            if (result.ok())
                showContents(std::move(*result));
            else
                tell(result.error());
        });
}

void SourcesPage::showContents(Contents contents) {
    keepSource();
    m_counts = contents.counts;
    m_rejects->setSources(contents.sources);
    m_model->setRows(std::move(contents.sources));
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0));
    showHint();
    showDetails();
}

const ImportSummary* SourcesPage::chosen() const {
    const QModelIndex current = m_table->currentIndex();
    const auto& rows = m_model->rows();
    return current.isValid() && static_cast<std::size_t>(current.row()) < rows.size()
               ? &rows[static_cast<std::size_t>(current.row())]
               : nullptr;
}

void SourcesPage::showDetails() {
    const ImportSummary* const source = chosen();
    const bool writable = workspace().project() && !workspace().project()->readOnly();
    m_remove->setEnabled(source != nullptr && writable && (!m_removeJob || m_removeJob->isEnded()));
    m_details->setHtml(source == nullptr ? tr("Choose a file above to see how it was read and what became of its rows.")
                                         : sourceDetails(*source));
}

void SourcesPage::showHint() {
    const bool empty = m_model->rowCount() == 0;
    m_hint->setText(empty
                        ? tr("Nothing has been imported yet. Press Import, or drop files or a folder onto the window: "
                             "catalogues (one row per product), event logs, queries, labels, reviews, splits.")
                        : QString());
    m_details->setVisible(!empty);
    m_remove->setVisible(!empty);
    m_period->setText(m_counts.firstTime > 0
                          ? tr("Events from %1 to %2").arg(day(m_counts.firstTime), day(m_counts.lastTime))
                          : QString());
}

void SourcesPage::askRemove() {
    const ImportSummary* const source = chosen();
    if (source == nullptr || !m_remove->isEnabled())
        return;
    m_questionText->setText(
        tr("Remove everything that came from %1 (%2 rows)? Values that it had overwritten come back. The file itself "
           "stays "
           "where it is and can be imported again; splits, runs and cleaning steps that rest on these rows refuse it.")
            .arg(QFileInfo(toQString(source->path)).fileName(), formatInteger(source->imported)));
    m_question->show();
    m_keep->setFocus();
}

void SourcesPage::keepSource() {
    if (m_question->isVisible())
        m_table->setFocus();
    m_question->hide();
}

void SourcesPage::removeSource() {
    const ImportSummary* const source = chosen();
    const core::store::ProjectPtr project = workspace().project();
    if (source == nullptr || !project || !m_remove->isEnabled())
        return;
    keepSource();
    const QString name = QFileInfo(toQString(source->path)).fileName();
    JobRunner::Options options;
    options.title = tr("Removing %1").arg(name);
    m_removeJob = workspace().jobs().run<bool>(
        options, this,
        [project, id = source->source](core::JobContext& job) -> core::Result<bool> {
            TL_CHECK_STATUS(core::store::removeSource(*project, id, job));
            return true;
        },
        [this, name](core::Result<bool> result) {
            if (result.ok())
                Q_EMIT workspace().message(tr("What came from %1 was removed.").arg(name), false);
            else
                tell(result.error());
            Q_EMIT workspace().dataChanged();
        });
    showDetails(); // no second one while it runs
}

void SourcesPage::retranslateUi() {
    m_box->setTitle(tr("Sources"));
    m_table->setAccessibleName(tr("Imported files"));
    m_details->setAccessibleName(tr("Details of the chosen file"));
    m_import->setText(tr("&Import…"));
    m_import->setAccessibleName(tr("Import files"));
    m_import->setToolTip(tr("Import files or a folder (Ctrl+I)"));
    m_import->setStatusTip(tr("Import a catalogue, a log, queries, labels, reviews or a split"));
    m_remove->setText(tr("&Remove…"));
    m_remove->setAccessibleName(tr("Remove the chosen source"));
    m_confirm->setText(tr("Re&move"));
    m_confirm->setAccessibleName(tr("Remove everything that came from this file"));
    m_keep->setText(tr("&Keep"));
    m_keep->setAccessibleName(tr("Keep what came from this file"));
    m_remove->setToolTip(tr("Remove everything that came from the chosen file (Del)"));
    m_model->retranslate();
    showHint();
    showDetails();
}

} // namespace widgets
