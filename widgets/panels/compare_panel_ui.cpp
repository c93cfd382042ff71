// SPDX-License-Identifier: GPL-3.0-or-later
// The widgets of the Compare stage, how they are wired, and their texts.
#include "widgets/panels/compare_controls.h"
#include "widgets/panels/compare_exporter.h"
#include "widgets/panels/compare_panel.h"
#include "widgets/panels/confusion_model.h"
#include "widgets/panels/result_table.h"
#include "widgets/panels/stage_hint.h"
#include "widgets/text.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace widgets {
namespace {
constexpr int kRecipeStage = 2;
} // namespace

QWidget* ComparePanel::buildResults() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_status = new QLabel(box);
    m_status->setObjectName(QStringLiteral("compareStatus"));
    m_status->setWordWrap(true);
    m_status->hide();
    auto* down = new QSplitter(Qt::Vertical, box);
    down->setChildrenCollapsible(false);
    auto* top = new QSplitter(Qt::Horizontal, down);
    auto* bottom = new QSplitter(Qt::Horizontal, down);
    for (QSplitter* splitter : {top, bottom})
        splitter->setChildrenCollapsible(false);
    const auto chart = [this](const char* name, QWidget* parent) {
        auto* view = new charts::ChartView(parent);
        view->setObjectName(QLatin1String(name));
        view->setSelectionModel(&workspace().selection());
        return view;
    };
    m_buckets = chart("compare-buckets", top);
    m_difference = chart("compare-difference", top);
    m_support = chart("compare-support-recall", bottom);
    m_tabs = new QTabWidget(bottom);
    m_tabs->setObjectName(QStringLiteral("compareTabs"));
    m_metrics = new ResultTable(QStringLiteral("compareMetrics"));
    m_classes = new ResultTable(QStringLiteral("compareClasses"));
    m_tabs->addTab(m_metrics, QString());
    m_tabs->addTab(m_classes, QString());
    m_tabs->addTab(buildConfusion(), QString());
    m_borders = chart("compare-borders", m_tabs);
    m_tabs->addTab(m_borders, QString());
    top->setSizes({400, 430});
    bottom->setSizes({400, 430});
    down->setStretchFactor(0, 1);
    down->setStretchFactor(1, 1);
    column->addWidget(m_status);
    column->addWidget(down, 1);
    return box;
}

QWidget* ComparePanel::buildConfusion() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    m_confusionLabel = new QLabel(box);
    m_confusionRun = new QComboBox(box);
    m_confusionRun->setObjectName(QStringLiteral("confusionRun"));
    m_confusionRun->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_confusionRun->setMinimumContentsLength(16);
    m_confusionLabel->setBuddy(m_confusionRun);
    row->addWidget(m_confusionLabel);
    row->addWidget(m_confusionRun, 1);
    m_confusion = new ConfusionModel(this);
    m_confusionView = new QTableView(box);
    m_confusionView->setObjectName(QStringLiteral("confusionMatrix"));
    m_confusionView->setModel(m_confusion);
    m_confusionView->setTabKeyNavigation(false);
    m_confusionView->setWordWrap(false);
    m_confusionView->horizontalHeader()->setDefaultSectionSize(44);
    m_confusionView->horizontalHeader()->setMinimumSectionSize(24);
    m_confusionView->verticalHeader()->setDefaultSectionSize(20);
    column->addLayout(row);
    column->addWidget(m_confusionView, 1);
    return box;
}

void ComparePanel::connectAll() {
    Workspace& shared = workspace();
    connect(m_hint, &StageHint::activated, this, [this] { Q_EMIT workspace().stageRequested(kRecipeStage); });
    connect(&m_delay, &QTimer::timeout, this, &ComparePanel::compute);
    connect(&shared, &Workspace::runsChanged, this, &ComparePanel::runsChanged);
    connect(&shared, &Workspace::projectChanged, this, [this] {
        m_userChosen = false;
        m_wanted.reset();
        m_comparison.reset();
        // What still computes belongs to the project that is closed.
        ++m_token;
        ++m_confusionToken;
        m_pending = m_confusionPending = false;
    });
    connect(&shared, &Workspace::bucketRuleChanged, this, [this] {
        m_controls->showRule();
        request();
    });
    connect(&shared.selection(), &SelectionModel::selectionChanged, this, &ComparePanel::selectionChanged);
    connect(m_controls, &CompareControls::runsChosen, this, [this] {
        m_userChosen = true;
        m_wanted.reset();
        request();
    });
    connect(m_controls, &CompareControls::optionsChanged, this, &ComparePanel::request);
    connect(m_controls, &CompareControls::modelsRequested, this, [this] {
        m_exporter->chooseDirectory(this, tr("Export models into a folder"),
                                    [this](const QString& d) { exportModelsTo(d); });
    });
    connect(m_controls, &CompareControls::predictionsRequested, this, [this] {
        m_exporter->chooseDirectory(this, tr("Export predictions into a folder"),
                                    [this](const QString& d) { exportPredictionsTo(d); });
    });
    connect(m_controls, &CompareControls::reportRequested, this, [this] {
        m_exporter->chooseDirectory(this, tr("Export the report into a folder"),
                                    [this](const QString& d) { exportReportTo(d); });
    });
    connect(m_controls, &CompareControls::chartsRequested, this, [this](charts::ChartView::Format format) {
        m_exporter->chooseDirectory(this, tr("Export all charts into a folder"),
                                    [this, format](const QString& d) { exportChartsTo(d, format); });
    });
    connect(m_classes, &ResultTable::keysSelected, this, &ComparePanel::selectClasses);
    connect(m_confusionRun, &QComboBox::activated, this, &ComparePanel::computeConfusion);
    connect(m_confusionView->verticalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        selectClasses({toQString(m_confusion->names()[static_cast<std::size_t>(section)])});
    });
}

void ComparePanel::retranslateUi() {
    setAccessibleName(title());
    setAccessibleDescription(help());
    m_hint->setTexts(tr("Nothing to compare yet"),
                     tr("Train some runs first: compose recipes, queue them, and come back when they are done."),
                     tr("Go to Recipe"));
    m_tabs->setTabText(0, tr("Metrics"));
    m_tabs->setTabText(1, tr("Classes"));
    m_tabs->setTabText(2, tr("Confusion"));
    m_tabs->setTabText(3, tr("Borders"));
    m_tabs->setTabToolTip(3, tr("Whether the same run is best wherever the border between head and tail lies"));
    m_tabs->setAccessibleName(tr("Tables behind the charts"));
    m_metrics->setTitle(tr("Metrics per run"));
    m_classes->setTitle(tr("Scores per class"));
    m_confusionLabel->setText(tr("R&un"));
    m_confusionRun->setAccessibleName(tr("Run of the confusion matrix"));
    m_confusionRun->setToolTip(tr("The run whose confusion matrix is shown"));
    m_confusionView->setAccessibleName(tr("Confusion matrix: rows are true classes, columns predictions"));
    m_buckets->setAccessibleName(tr("Chart of the metric per bucket"));
    m_difference->setAccessibleName(tr("Chart of differences to the baseline"));
    m_support->setAccessibleName(tr("Chart of training rows against the score of each class"));
    m_confusion->retranslate();
    if (m_comparison)
        showResults();
    else
        request();
}

} // namespace widgets
