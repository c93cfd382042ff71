// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/data_panel.h"

#include "widgets/models/reject_model.h"
#include "widgets/models/source_model.h"
#include "widgets/panels/import_wizard.h"
#include "widgets/panels/split_editor.h"
#include "widgets/panels/table_style.h"
#include "widgets/text.h"

#include <QDateTime>
#include <QEvent>
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
constexpr int kCards = 8;

QString day(std::int64_t seconds) {
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).date(), QLocale::ShortFormat);
}

} // namespace

DataPanel::DataPanel(Workspace& workspace, QWidget* parent)
    : Panel(workspace, parent),
      m_sourceModel(new models::SourceModel(this)),
      m_rejectModel(new models::RejectModel(workspace.jobs(), this)),
      m_splitEditor(new SplitEditor(workspace)) {
    auto* left = new QSplitter(Qt::Vertical);
    left->addWidget(buildSources());
    left->addWidget(buildRejects());
    left->setStretchFactor(0, 2);
    left->setStretchFactor(1, 3);
    auto* halves = new QSplitter(Qt::Horizontal);
    halves->addWidget(left);
    halves->addWidget(m_splitEditor);
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 2);
    left->setSizes({200, 300}); // shares, as far as the window allows
    for (QSplitter* splitter : {left, halves}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(kGrid);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(buildCards());
    layout->addWidget(halves, 1);

    connect(m_import, &QPushButton::clicked, this, [this] { openImport({}); });
    connect(m_rejects->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DataPanel::showRawLine);
    m_rejectModel->setObserver([this](const core::Error*) { showCards(); });
    connect(&workspace, &Workspace::projectChanged, this, &DataPanel::invalidate);
    connect(&workspace, &Workspace::dataChanged, this, &DataPanel::invalidate);
    retranslateUi();
}

QString DataPanel::title() const {
    return tr("Data");
}

QString DataPanel::help() const {
    return tr(
        "Import a catalogue and an event log, look at the rows that were refused, and divide the labelled items into "
        "training, validation and test before anything else.");
}

bool DataPanel::settled() const {
    return !m_stale && (!m_job || m_job->isEnded()) && m_rejectModel->settled();
}

QWidget* DataPanel::buildCards() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    for (int i = 0; i < kCards; ++i) {
        auto* frame = new QFrame;
        frame->setFrameShape(QFrame::StyledPanel);
        frame->setBackgroundRole(QPalette::Base);
        frame->setAutoFillBackground(true);
        auto* column = new QVBoxLayout(frame);
        column->setContentsMargins(12, kGrid, 12, kGrid);
        column->setSpacing(0);
        Card card{new QLabel, new QLabel};
        QFont large = card.number->font();
        large.setPointSizeF(large.pointSizeF() * 1.5);
        card.number->setFont(large);
        card.caption->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(card.number);
        column->addWidget(card.caption);
        layout->addWidget(frame, 1);
        m_cards.push_back(card);
    }
    return row;
}

QWidget* DataPanel::buildSources() {
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

QWidget* DataPanel::buildRejects() {
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

ImportWizard* DataPanel::openImport(const QString& path) {
    if (!m_wizard) {
        m_wizard = new ImportWizard(workspace(), this);
        m_wizard->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_wizard, &ImportWizard::imported, this, &DataPanel::importEnded);
    }
    m_wizard->show();
    m_wizard->raise();
    m_wizard->activateWindow();
    if (!path.isEmpty())
        m_wizard->setFile(path);
    return m_wizard;
}

void DataPanel::importEnded(const core::store::ImportSummary& summary) {
    Q_EMIT workspace().message(models::SourceModel::sentence(summary), false);
    Q_EMIT workspace().dataChanged();
}

void DataPanel::invalidate() {
    m_stale = true;
    if (isVisible())
        refresh();
}

void DataPanel::showEvent(QShowEvent* event) {
    Panel::showEvent(event);
    if (m_stale)
        refresh();
}

void DataPanel::refresh() {
    m_stale = false;
    const core::store::ProjectPtr project = workspace().project();
    m_rejectModel->setProject(project);
    if (!project) {
        showContents({});
        return;
    }
    JobRunner::Options options;
    options.title = tr("Reading the project");
    options.supersedes = QStringLiteral("dataPanel");
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
                Q_EMIT workspace().message(errorText(result.error()), true);
        });
}

void DataPanel::showContents(const Contents& contents) {
    m_counts = contents.counts;
    m_sourceModel->setRows(contents.sources);
    m_rawLine->clear();
    showCards();
}

void DataPanel::showCards() {
    const struct {
        std::int64_t number;
        QString caption;
    } texts[kCards] = {{m_counts.items, tr("items")},           {m_counts.labelled, tr("with a class")},
                       {m_counts.categories, tr("categories")}, {m_counts.brands, tr("brands")},
                       {m_counts.events, tr("events")},         {m_counts.users, tr("users")},
                       {m_counts.queries, tr("queries")},       {m_counts.rejects, tr("rejected rows")}};
    for (int i = 0; i < kCards; ++i) {
        const Card& card = m_cards[static_cast<std::size_t>(i)];
        card.number->setText(formatInteger(texts[i].number));
        card.caption->setText(texts[i].caption);
        card.number->setAccessibleName(tr("%1 %2").arg(formatInteger(texts[i].number), texts[i].caption));
    }
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

void DataPanel::showRawLine() {
    const QModelIndex current = m_rejects->currentIndex();
    const auto& rows = m_rejectModel->rows();
    if (current.isValid() && static_cast<std::size_t>(current.row()) < rows.size())
        m_rawLine->setPlainText(toQString(rows[static_cast<std::size_t>(current.row())].rawText));
}

void DataPanel::retranslateUi() {
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
    showCards();
}

void DataPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    Panel::changeEvent(event);
}

} // namespace widgets
