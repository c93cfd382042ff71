// SPDX-License-Identifier: GPL-3.0-or-later
// The controls, charts and tables of the Distribution stage: how they are built and what they say.
#include "widgets/lab/advice_page.h"
#include "widgets/lab/borders_page.h"
#include "widgets/lab/causes_page.h"
#include "widgets/lab/exposure_page.h"
#include "widgets/lab/rule_editor.h"
#include "widgets/lab/side_page.h"
#include "widgets/lab/time_page.h"
#include "widgets/models/entity_model.h"
#include "widgets/panels/distribution_panel.h"
#include "widgets/panels/entity_text.h"
#include "widgets/panels/table_style.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include "core/store/entity_store.h"

#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace widgets {

namespace {

constexpr int kGrid = 8;
constexpr int kIndexRows = 17;
constexpr int kIndexRowsSeen = 9; ///< the others scroll
/// Rows of the indices that have a number of their own to choose.
constexpr std::array kChosenRows{11, 14, 15, 16};
constexpr int kBucketColumns = 4;
constexpr int kUsualBuckets = 4; ///< head, mid, tail, cold

/// Every cell gets an item, names left, numbers right.
void fillCells(QTableWidget* table) {
    for (int row = 0; row < table->rowCount(); ++row)
        for (int column = 0; column < table->columnCount(); ++column) {
            if (table->item(row, column) != nullptr)
                continue;
            auto* item = new QTableWidgetItem;
            item->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            table->setItem(row, column, item);
        }
}

QTableWidget* smallTable(const char* name, int rows, int columns) {
    auto* table = new QTableWidget(rows, columns);
    table->setObjectName(QLatin1String(name));
    styleTable(table, 0);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setFocusPolicy(Qt::NoFocus);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fillCells(table);
    return table;
}

/// The table shows so many of its rows.
void fitHeight(QTableWidget* table, int rows) {
    const int header = table->horizontalHeader()->isHidden() ? 0 : table->horizontalHeader()->sizeHint().height();
    table->setFixedHeight(header + rows * table->verticalHeader()->defaultSectionSize() + 2 * table->frameWidth());
}

} // namespace

QWidget* DistributionPanel::buildControls() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    m_entityLabel = new QLabel;
    m_measureLabel = new QLabel;
    m_entity = new QComboBox;
    m_entity->setObjectName(QStringLiteral("entityCombo"));
    m_measure = new QComboBox;
    m_measure->setObjectName(QStringLiteral("measureCombo"));
    m_measure->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_rule = new RuleEditor;
    m_entityLabel->setBuddy(m_entity);
    m_measureLabel->setBuddy(m_measure);
    for (const std::string& entity : core::store::entityNames())
        m_entity->addItem(QString(), toQString(entity));
    m_entity->setCurrentIndex(qMax(0, m_entity->findData(QStringLiteral("item"))));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_entityLabel, m_entity, m_measureLabel, m_measure})
        row->addWidget(widget);
    row->addSpacing(2 * kGrid);
    row->addWidget(m_rule, 1);
    return bar;
}

QWidget* DistributionPanel::buildCharts() {
    auto* area = new QWidget;
    auto* grid = new QGridLayout(area);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kGrid);
    const auto make = [&](const char* name, int line, int column) {
        auto* chart = new charts::ChartView;
        chart->setObjectName(QLatin1String(name));
        chart->setSelectionModel(&workspace().selection());
        grid->addWidget(chart, line, column);
        return chart;
    };
    m_rank = make("rank-frequency", 0, 0);
    m_histogram = make("histogram", 0, 1);
    m_cumulative = make("cumulative-share", 1, 0);
    m_lorenz = make("lorenz", 1, 1);
    // The charts with the borders have the larger half.
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->setRowStretch(0, 1);
    grid->setRowStretch(1, 1);
    return area;
}

QWidget* DistributionPanel::buildTabs() {
    m_tabs = new QTabWidget;
    m_tabs->setObjectName(QStringLiteral("distributionTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(buildCharts(), {});
    m_bordersPage = new BordersPage(workspace(), m_view);
    m_pages = {m_bordersPage,
               new TimePage(workspace(), m_view),
               new ExposurePage(workspace(), m_view),
               new CausesPage(workspace(), m_view),
               new SidePage(workspace(), m_view),
               new AdvicePage(workspace(), m_view)};
    for (LabPage* page : m_pages)
        m_tabs->addTab(page, {});
    m_sharesAction = new QAction(this);
    m_sharesAction->setObjectName(QStringLiteral("actionShares"));
    m_sharesAction->setCheckable(true);
    m_rank->addAction(m_sharesAction);
    m_testAction = new QAction(this);
    m_testAction->setObjectName(QStringLiteral("actionTestPowerLaw"));
    m_rank->addAction(m_testAction);
    for (std::size_t i = 0; i < m_indexActions.size(); ++i) {
        m_indexActions[i] = new QAction(this);
        m_indexActions[i]->setObjectName(QStringLiteral("actionIndex%1").arg(i));
        m_lorenz->addAction(m_indexActions[i]);
        connect(m_indexActions[i], &QAction::triggered, this, [this, i] { chooseIndex(kChosenRows[i]); });
    }
    return m_tabs;
}

QString DistributionPanel::pageTitle(int index) const {
    return index == 0 ? tr("Shape") : m_pages[static_cast<std::size_t>(index - 1)]->title();
}

QWidget* DistributionPanel::buildTables() {
    auto* area = new QWidget;
    constexpr int kLeastWidth = 408;
    area->setMinimumWidth(kLeastWidth);
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    m_buckets = smallTable("bucketTable", kUsualBuckets, kBucketColumns);
    m_indices = smallTable("indexTable", kIndexRows, 2);
    m_indices->horizontalHeader()->hide();
    fitHeight(m_buckets, kUsualBuckets);
    fitHeight(m_indices, kIndexRowsSeen);
    m_indices->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(m_indices, &QTableWidget::cellDoubleClicked, this, [this](int row, int) { chooseIndex(row); });
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("entitySearch"));
    m_search->setClearButtonEnabled(true);
    m_found = new QLabel;
    m_found->setForegroundRole(QPalette::PlaceholderText);
    m_entities = new QTableView;
    m_entities->setObjectName(QStringLiteral("entityTable"));
    m_entities->setModel(m_model);
    styleTable(m_entities, models::EntityModel::Name);
    m_entities->setSelectionMode(QAbstractItemView::ExtendedSelection);
    constexpr QSize kSwatch{10, 10};
    m_entities->setIconSize(kSwatch);
    m_buckets->setIconSize(kSwatch);
    m_entities->setSortingEnabled(true);
    m_entities->sortByColumn(models::EntityModel::Rank, Qt::AscendingOrder);
    auto* searchRow = new QHBoxLayout;
    searchRow->addWidget(m_search, 1);
    searchRow->addWidget(m_found);
    column->addWidget(m_buckets);
    column->addWidget(m_indices);
    column->addLayout(searchRow);
    column->addWidget(m_entities, 1);
    return area;
}

void DistributionPanel::showIndices() {
    const core::stats::Indices& indices = m_view.summary.indices;
    const auto percent = [](double value) { return QLocale().toString(value, 'g', 4) + QStringLiteral("\u00a0%"); };
    const auto top = [this](double value) {
        return m_view.table ? formatPercent(core::stats::topShare(m_view.table->counts, value)) : QString();
    };
    const struct {
        QString name, value, tip;
    } rows[kIndexRows] = {
        {tr("Entities"), formatInteger(m_view.summary.entities), tr("All of them, also those without support")},
        {tr("Total support"), formatInteger(m_view.summary.total), tr("Sum over all entities")},
        {tr("Coverage"), formatPercent(indices.coverage), tr("Share of the entities that have any support")},
        {tr("Imbalance ratio"), formatDecimal(indices.imbalanceRatio, 1),
         tr("Largest support / smallest positive support")},
        {tr("Gini"), formatDecimal(indices.gini), tr("0: all alike; towards 1: one has everything")},
        {tr("Normalised entropy"), formatDecimal(indices.normalisedEntropy),
         tr("Entropy / ln(entities); 1: all alike")},
        {tr("Effective number"), formatDecimal(indices.effectiveNumber, 1),
         tr("exp(entropy): as many entities with equal support would be as diverse")},
        {tr("KL to uniform"), formatDecimal(indices.klToUniform), tr("ln(entities) − entropy, in nats")},
        {tr("JS to uniform"), formatDecimal(indices.jsToUniform),
         tr("Jensen–Shannon divergence, in nats; at most ln 2")},
        {tr("Wasserstein to uniform"), formatDecimal(indices.wassersteinToUniform),
         tr("How far support would have to move along the ranks to be even, as a share of all ranks")},
        {tr("Theil T"), formatDecimal(indices.theilT), tr("In nats; the same number as KL to uniform")},
        {tr("Atkinson (ε = %1)").arg(QLocale().toString(m_epsilon, 'g', 4)),
         m_view.table ? formatDecimal(core::stats::atkinsonIndex(m_view.table->counts, m_epsilon)) : QString(),
         tr("0: all alike; towards 1: one has everything. The larger ε, the more the tail counts. Double-click to "
            "choose ε.")},
        {tr("LRID"), formatDecimal(indices.lrid, 0),
         tr("Likelihood-ratio imbalance degree: 2 · total support · KL to uniform")},
        {tr("Between-class difference"), formatPercent(indices.betweenClassDifference),
         tr("Largest minus smallest share of all support")},
        {tr("Share of the top %1").arg(percent(m_top)), top(m_top),
         tr("Of all support, by the largest entities. Double-click to choose how many.")},
        {tr("Share of the top %1").arg(percent(m_more)), top(m_more),
         tr("Of all support, by the largest entities. Double-click to choose how many.")},
        {tr("Share of the bottom %1").arg(percent(m_bottom)),
         m_view.table ? formatPercent(core::stats::bottomShare(m_view.table->counts, m_bottom)) : QString(),
         tr("Of all support, by the smallest entities. Double-click to choose how many.")},
    };
    for (std::size_t i = 0; i < m_indexActions.size(); ++i)
        m_indexActions[i]->setText(tr("%1 …").arg(rows[kChosenRows[i]].name));
    for (int row = 0; row < kIndexRows; ++row) {
        m_indices->item(row, 0)->setText(rows[row].name);
        m_indices->item(row, 1)->setText(m_view.table ? rows[row].value : QStringLiteral("–"));
        for (int column = 0; column < 2; ++column)
            m_indices->item(row, column)->setToolTip(rows[row].tip);
    }
}

void DistributionPanel::chooseIndex(int row) {
    const auto place = std::find(kChosenRows.begin(), kChosenRows.end(), row);
    if (place == kChosenRows.end())
        return;
    double* const values[] = {&m_epsilon, &m_top, &m_more, &m_bottom};
    double* const value = values[place - kChosenRows.begin()];
    const bool epsilon = value == &m_epsilon;
    constexpr double kMostEpsilon = 10, kAll = 100, kLeast = 0.01;
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("chooseIndex"));
    dialog->setInputMode(QInputDialog::DoubleInput);
    dialog->setWindowTitle(m_indices->item(row, 0)->text());
    dialog->setLabelText(epsilon ? tr("ε of Atkinson's index, above 0:") : tr("Percent of the entities:"));
    dialog->setDoubleRange(kLeast, epsilon ? kMostEpsilon : kAll);
    dialog->setDoubleDecimals(2);
    dialog->setDoubleStep(epsilon ? 0.25 : 1);
    dialog->setDoubleValue(*value);
    connect(dialog, &QInputDialog::doubleValueSelected, this, [this, value](double chosen) {
        *value = chosen;
        showIndices();
    });
    dialog->open();
}

void DistributionPanel::showBuckets() {
    const std::vector<core::stats::Bucket> buckets = core::stats::bucketsOf(workspace().bucketRule());
    const int rows = static_cast<int>(buckets.size());
    if (m_buckets->rowCount() != rows) {
        m_buckets->setRowCount(rows);
        fillCells(m_buckets);
        fitHeight(m_buckets, rows);
    }
    for (int row = 0; row < rows; ++row) {
        const core::stats::Bucket of = buckets[static_cast<std::size_t>(row)];
        const core::stats::BucketSummary& bucket = m_view.summary.buckets[static_cast<std::size_t>(of)];
        m_buckets->item(row, 0)->setText(bucketTitle(of));
        m_buckets->item(row, 0)->setData(Qt::DecorationRole, bucketColor(of));
        m_buckets->item(row, 1)->setText(formatInteger(bucket.entities));
        m_buckets->item(row, 2)->setText(formatInteger(bucket.total));
        m_buckets->item(row, 3)->setText(formatPercent(bucket.share));
    }
}

void DistributionPanel::retranslateUi() {
    const auto describe = [](QWidget* widget, const QString& name, const QString& tip) {
        widget->setAccessibleName(name);
        widget->setToolTip(tip);
        widget->setStatusTip(tip);
    };
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        m_tabs->setTabText(tab, pageTitle(tab));
        m_tabs->setTabToolTip(tab, tab == 0 ? tr("How support is distributed over the entities")
                                            : m_pages[static_cast<std::size_t>(tab - 1)]->help());
    }
    m_testAction->setText(tr("Test the power law"));
    m_sharesAction->setText(tr("Shares instead of numbers"));
    m_entityLabel->setText(tr("&Entity:"));
    m_measureLabel->setText(tr("&Measure:"));
    for (int i = 0; i < m_entity->count(); ++i)
        m_entity->setItemText(i, entityTitle(toStd(m_entity->itemData(i).toString())));
    for (int i = 0; i < m_measure->count(); ++i)
        m_measure->setItemText(i, measureTitle(toStd(m_measure->itemData(i).toString())));
    describe(m_entity, tr("Entity"), tr("What is counted: items, categories, brands, users, queries or classes"));
    describe(m_measure, tr("Measure"), tr("What counts as support"));
    m_rule->retranslateUi();
    describe(m_histogram, tr("Histogram of support"), {});
    describe(m_rank, tr("Rank and support"), {});
    describe(m_lorenz, tr("Lorenz curve"), {});
    describe(m_cumulative, tr("Cumulative share"), {});
    m_buckets->setHorizontalHeaderLabels({tr("Bucket"), tr("Entities"), tr("Support"), tr("Share")});
    for (int column = 0; column < kBucketColumns; ++column)
        m_buckets->horizontalHeaderItem(column)->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) |
                                                                  Qt::AlignVCenter);
    fitHeight(m_buckets, m_buckets->rowCount()); // a header of another script may be higher
    m_buckets->setAccessibleName(tr("Buckets"));
    m_indices->setAccessibleName(tr("Indices of imbalance"));
    m_search->setPlaceholderText(tr("Search name or title"));
    describe(m_search, tr("Search entities"), tr("Shows only entities whose name or title contains this text"));
    m_entities->setAccessibleName(tr("Entities"));
    m_found->setText(tr("%1 shown").arg(formatInteger(m_model->rowCount())));
    m_model->retranslate();
    showIndices();
    showBuckets();
    drawCharts();
}

} // namespace widgets
