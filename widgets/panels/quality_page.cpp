// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/quality_page.h"

#include "core/base/file.h"
#include "widgets/folders.h"
#include "widgets/models/quality_model.h"
#include "widgets/panels/column_details.h"
#include "widgets/panels/histogram_delegate.h"
#include "widgets/panels/quality_text.h"
#include "widgets/panels/table_style.h"
#include "widgets/text.h"

#include <QFileDialog>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace widgets {

using core::store::QualityFinding;
using core::store::QualityReport;
using models::QualityColumnModel;

namespace {
constexpr int kGrid = 8;

QLabel* richLabel(const char* name) {
    auto* label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}
} // namespace

QualityPage::QualityPage(Workspace& workspace, QWidget* parent)
    : DataPage(workspace, parent),
      m_model(new QualityColumnModel(this)),
      m_filtered(new QSortFilterProxyModel(this)),
      m_hint(new QLabel),
      m_look(new QPushButton),
      m_export(new QPushButton),
      m_search(new QLineEdit) {
    m_hint->setObjectName(QStringLiteral("qualityHint"));
    m_look->setObjectName(QStringLiteral("qualityLook"));
    m_export->setObjectName(QStringLiteral("qualityExport"));
    m_search->setObjectName(QStringLiteral("qualitySearch"));
    m_search->setClearButtonEnabled(true);
    constexpr int kWidestSearch = 240;
    m_search->setMaximumWidth(kWidestSearch);
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_search);
    bar->addWidget(m_hint, 1);
    bar->addWidget(m_look);
    bar->addWidget(m_export);
    auto* parts = new QSplitter(Qt::Horizontal);
    parts->addWidget(buildTable());
    parts->addWidget(buildFindings());
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(kGrid);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setSizes({640, 420}); // shares, as far as the window allows: the findings are sentences
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addLayout(bar);
    layout->addWidget(parts, 1);
    connect(m_look, &QPushButton::clicked, this, &QualityPage::look);
    connect(m_export, &QPushButton::clicked, this, &QualityPage::chooseExport);
    connect(m_search, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    retranslateUi();
    showReport();
}

QWidget* QualityPage::buildTable() {
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setFilterKeyColumn(0);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("qualityColumns"));
    m_table->setModel(m_filtered);
    m_table->setItemDelegateForColumn(QualityColumnModel::kHistogramColumn,
                                      new HistogramDelegate(QualityColumnModel::kBarsRole, m_table));
    styleTable(m_table, 5);
    m_details = new ColumnDetails;
    auto* parts = new QSplitter(Qt::Vertical);
    parts->addWidget(m_table);
    parts->addWidget(m_details);
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(kGrid);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &QualityPage::showColumn);
    return parts;
}

QWidget* QualityPage::buildFindings() {
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, kGrid, 0);
    column->setSpacing(kGrid);
    const auto card = [column](QGroupBox*& box, QLabel*& label, const char* name) {
        box = new QGroupBox;
        label = richLabel(name);
        auto* layout = new QVBoxLayout(box);
        layout->addWidget(label);
        column->addWidget(box);
    };
    card(m_duplicateBox, m_duplicates, "qualityDuplicates");
    card(m_leakBox, m_leaks, "qualityLeaks");
    card(m_imbalanceBox, m_imbalance, "qualityImbalance");
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inner);
    return scroll;
}

QString QualityPage::title() const {
    return tr("Quality");
}

QString QualityPage::help() const {
    return tr("What the data is like: every column, duplicates, leaks between the parts of a split, imbalance.");
}

bool QualityPage::settled() const {
    const auto idle = [](const QPointer<Job>& job) { return !job || job->isEnded(); };
    return DataPage::settled() && idle(m_sizeJob) && idle(m_job);
}

void QualityPage::refresh(const core::store::ProjectPtr& project) {
    m_project = project;
    m_report.reset();
    showReport();
    if (project) {
        m_sizeJob = workspace().askWhetherLarge(this, [this](bool large) {
            if (!large)
                look();
            else
                showHint(tr("A large project: looking at every row takes a while. Press “Look” to begin."));
        });
        return;
    }
    if (m_job)
        m_job->cancel();
    showHint(tr("Open or make a project first."));
}

void QualityPage::look() {
    if (!m_project)
        return;
    JobRunner::Options options;
    options.title = tr("Quality report");
    options.supersedes = QStringLiteral("qualityReport");
    showHint(tr("Looking at the data …"));
    m_look->setEnabled(false);
    m_job = workspace().jobs().run<QualityReport>(
        options, this,
        [project = m_project](core::JobContext& job) { return core::store::qualityReport(*project, job); },
        [this](core::Result<QualityReport> result) {
            m_look->setEnabled(true);
            if (result.ok()) {
                m_report = std::move(*result);
                showReport();
            } else {
                showHint(result.error().code == core::ErrorCode::Cancelled ? tr("Cancelled. Look again when you like.")
                                                                           : errorText(result.error()));
            }
        });
}

void QualityPage::showHint(const QString& sentence) {
    m_hint->setText(sentence);
}

void QualityPage::showReport() {
    m_model->setRows(m_report ? m_report->columns : std::vector<core::store::ColumnQuality>());
    m_export->setEnabled(m_report.has_value());
    m_look->setEnabled(m_project != nullptr);
    m_look->setText(m_report ? tr("&Look again") : tr("&Look"));
    const QualityReport empty;
    const QualityReport& report = m_report ? *m_report : empty;
    m_duplicates->setText(findingsHtml(report, QualityFinding::Topic::Duplicates));
    m_leaks->setText(findingsHtml(report, QualityFinding::Topic::Leakage));
    m_imbalance->setText(imbalanceHtml(report));
    for (QGroupBox* box : {m_duplicateBox, m_leakBox, m_imbalanceBox})
        box->setVisible(m_report.has_value());
    if (m_report)
        showHint(report.columns.empty()
                     ? tr("Nothing has been imported yet.")
                     : tr("%n column(s), looked at in %1", nullptr, static_cast<int>(report.columns.size()))
                           .arg(formatDuration(report.seconds)));
    showColumn();
}

void QualityPage::showColumn() {
    const QModelIndex chosen = m_filtered->mapToSource(m_table->currentIndex());
    m_details->setColumn(chosen.isValid() ? &m_model->rows()[static_cast<std::size_t>(chosen.row())] : nullptr);
}

void QualityPage::chooseExport() {
    auto* dialog = new QFileDialog(this, tr("Save quality report"), QString(), tr("Reports (*.json *.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    followLastFolder(*dialog);
    connect(dialog, &QFileDialog::fileSelected, this, &QualityPage::exportReport);
    dialog->open();
}

void QualityPage::exportReport(const QString& path) {
    if (!m_report)
        return;
    const bool text = path.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive);
    const std::string content =
        text ? core::store::qualityText(*m_report) : core::dumpJsonPretty(core::store::qualityJson(*m_report)) + "\n";
    if (const core::Status written = core::writeFileAtomically(toStd(path), content); !written.ok())
        tell(written.error());
    else
        Q_EMIT workspace().message(tr("The quality report was saved to %1.").arg(path), false);
}

void QualityPage::retranslateUi() {
    m_search->setPlaceholderText(tr("Find a column"));
    m_search->setAccessibleName(tr("Find a column"));
    m_look->setText(m_report ? tr("&Look again") : tr("&Look"));
    m_look->setToolTip(tr("Make the report from the data as it is now"));
    m_look->setAccessibleName(tr("Make the quality report"));
    m_export->setText(tr("&Save report…"));
    m_export->setToolTip(tr("Save the report as JSON or plain text"));
    m_export->setAccessibleName(tr("Save the quality report"));
    m_table->setAccessibleName(tr("Columns of the data"));
    m_duplicateBox->setTitle(tr("Duplicates"));
    m_leakBox->setTitle(tr("Leakage"));
    m_imbalanceBox->setTitle(tr("Imbalance"));
    m_model->retranslate();
    m_details->retranslate();
    if (m_report)
        showReport();
}

} // namespace widgets
