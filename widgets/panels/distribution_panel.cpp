// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/distribution_panel.h"

#include "widgets/lab/borders_page.h"
#include "widgets/lab/rule_editor.h"
#include "widgets/models/entity_model.h"
#include "widgets/panels/entity_text.h"
#include "widgets/panels/panel_text.h"
#include "widgets/rule_command.h"
#include "widgets/text.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using core::stats::BucketRule;

namespace {

constexpr std::size_t kMostSelected = 100'000;

} // namespace

DistributionPanel::DistributionPanel(Workspace& workspace, QWidget* parent)
    : Panel(workspace, parent), m_model(new models::EntityModel(this)) {
    constexpr int kGrid = 8;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(buildControls());
    auto* halves = new QSplitter(Qt::Horizontal);
    halves->setChildrenCollapsible(false);
    halves->setHandleWidth(kGrid);
    halves->addWidget(buildTabs());
    halves->addWidget(buildTables());
    halves->setStretchFactor(0, 5);
    halves->setStretchFactor(1, 2);
    layout->addWidget(halves, 1);
    connectAll();
    m_rule->setRule(this->workspace().bucketRule());
    retranslateUi();
}

QString DistributionPanel::title() const {
    return tr("Distribution");
}

QString DistributionPanel::help() const {
    return tr(
        "Choose what to count. Drag the borders between head, mid and tail on the rank charts; every number in the "
        "program follows.");
}

std::vector<charts::ChartView*> DistributionPanel::charts() const {
    std::vector<charts::ChartView*> all{m_histogram, m_rank, m_lorenz, m_cumulative};
    for (const LabPage* page : m_pages)
        for (charts::ChartView* chart : page->charts())
            all.push_back(chart);
    return all;
}

QStringList DistributionPanel::views() const {
    QStringList names{QStringLiteral("shape")};
    for (const LabPage* page : m_pages)
        names << page->id();
    return names;
}

void DistributionPanel::showView(int index) {
    m_tabs->setCurrentIndex(index);
}

void DistributionPanel::showChart(const QString& name) {
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        if (m_tabs->widget(tab)->findChild<charts::ChartView*>(name) != nullptr) {
            m_tabs->setCurrentIndex(tab);
            m_tabs->widget(tab)->findChild<charts::ChartView*>(name)->setFocus(Qt::OtherFocusReason);
            return;
        }
}

bool DistributionPanel::settled() const {
    return !m_stale && !m_entitiesDue && (!m_job || m_job->isEnded()) && (!m_entitiesJob || m_entitiesJob->isEnded()) &&
           std::all_of(m_pages.begin(), m_pages.end(), [](const LabPage* page) { return page->settled(); });
}

void DistributionPanel::connectAll() {
    connect(m_entity, &QComboBox::activated, this, [this] {
        m_entityChosen = true;
        invalidate();
    });
    connect(m_measure, &QComboBox::activated, this, &DistributionPanel::invalidate);
    connect(m_rule, &RuleEditor::edited, this, &DistributionPanel::changeRule);
    connect(m_testAction, &QAction::triggered, this, &DistributionPanel::testPowerLaw);
    connect(m_sharesAction, &QAction::toggled, this, [this](bool shares) {
        m_view.shares = shares;
        m_rank->setData(rankChart(m_view));
    });
    for (LabPage* page : m_pages)
        connect(page, &LabPage::chartRequested, this, &DistributionPanel::showChart);
    for (charts::ChartView* chart : {m_rank, m_cumulative})
        chart->setExpander([this](std::set<std::string> names) { return withRanksBetween(std::move(names)); });
    for (charts::ChartView* chart : {m_rank, m_cumulative, m_bordersPage->strip()}) {
        connect(chart, &charts::ChartView::borderMoved, this, &DistributionPanel::borderMoved);
        connect(chart, &charts::ChartView::borderReleased, this, [this](int index, double x) {
            borderMoved(index, x);
            borderReleased();
        });
    }
    m_searchTimer.setSingleShot(true);
    constexpr int kSearchMilliseconds = 200;
    m_searchTimer.setInterval(kSearchMilliseconds);
    connect(m_search, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    connect(&m_searchTimer, &QTimer::timeout, this, [this] { m_model->setSearch(m_search->text().trimmed()); });
    // After every reset the view has lost its selection: it is set again from the linked one.
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_found->setText(tr("%1 shown").arg(formatInteger(m_model->rowCount())));
        applySelection();
    });
    connect(m_entities->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DistributionPanel::takeSelection);
    connect(&workspace().selection(), &SelectionModel::selectionChanged, this, &DistributionPanel::applySelection);
    connect(&workspace(), &Workspace::projectChanged, this, [this] {
        m_entityShown.clear();
        m_entityChosen = false;
        m_kept.clear();
        m_lookedAhead.clear();
        m_entitiesDue = true;
        invalidate();
    });
    connect(&workspace(), &Workspace::dataChanged, this, [this] {
        m_kept.clear();
        m_lookedAhead.clear();
        m_entitiesDue = true;
        invalidate();
    });
    connect(&workspace(), &Workspace::currentSplitChanged, this, &DistributionPanel::splitChanged);
    connect(&workspace(), &Workspace::bucketRuleChanged, this, &DistributionPanel::ruleChanged);
}

void DistributionPanel::showEntity(const std::string& entity) {
    const int index = m_entity->findData(toQString(entity));
    if (index < 0 || index == m_entity->currentIndex())
        return;
    m_entity->setCurrentIndex(index);
    m_entityChosen = true;
    invalidate();
}

void DistributionPanel::splitChanged() {
    // Only one measure depends on the split; which measures there are may change with the first split.
    if (!m_view.table || m_view.table->measure == "training" || m_measure->findData(QStringLiteral("training")) < 0)
        invalidate();
}

void DistributionPanel::invalidate() {
    m_stale = true;
    if (isVisible())
        refresh();
}

void DistributionPanel::showEvent(QShowEvent* event) {
    Panel::showEvent(event);
    if (m_stale)
        refresh();
}

void DistributionPanel::summarise() {
    if (!m_view.table) {
        m_view.summary = {};
        return;
    }
    // Indices do not depend on the borders: while one is dragged only the buckets are counted anew.
    m_view.summary = m_dragging ? core::stats::summarise(m_view.table->counts, workspace().bucketRule(),
                                                         core::stats::Indices(m_view.summary.indices))
                                : core::stats::summarise(m_view.table->counts, workspace().bucketRule());
}

QString DistributionPanel::footnote() const {
    if (!m_view.table)
        return {};
    QString text =
        tr("%1 · %2 by %3")
            .arg(projectTitle(workspace()), entityTitle(m_view.table->entity), measureTitle(m_view.table->measure));
    if (!m_view.table->splitName.empty())
        text += tr(" · split %1").arg(toQString(m_view.table->splitName));
    return text + tr(" · buckets %1").arg(bucketRuleTitle(workspace().bucketRule()));
}

void DistributionPanel::drawCharts() {
    m_view.footnote = footnote();
    m_view.emptyText = !m_problem.isEmpty()
                           ? m_problem
                           : tr("Nothing to count here yet. Import a catalogue or a log in the Data stage.");
    m_histogram->setData(histogramChart(m_view));
    m_rank->setData(rankChart(m_view));
    m_lorenz->setData(lorenzChart(m_view));
    m_cumulative->setData(cumulativeChart(m_view));
}

void DistributionPanel::ruleChanged() {
    summarise();
    m_model->setBorders(m_view.summary.borders);
    m_rule->setRule(workspace().bucketRule());
    showBuckets();
    if (m_dragging) {
        // While a border moves only the lines follow; the series are coloured anew when it is let go.
        const QList<charts::BorderData> borders = rankBorders(m_view.summary.borders);
        m_rank->setBorders(borders);
        m_cumulative->setBorders(borders);
        m_bordersPage->moveBorders();
    } else {
        drawCharts();
    }
    for (LabPage* page : m_pages)
        page->ruleChanged(!m_dragging);
}

void DistributionPanel::borderMoved(int index, double x) {
    if (!m_view.table)
        return;
    if (!m_dragging)
        m_dragStart = workspace().bucketRule();
    m_dragging = true;
    const core::stats::BucketBorders moved = movedBorders(m_view.summary.borders, index, x);
    if (moved == m_view.summary.borders)
        return;
    workspace().setBucketRule(core::stats::ruleForBorders(m_view.table->counts, moved, workspace().bucketRule().kind));
}

void DistributionPanel::borderReleased() {
    m_dragging = false;
    drawCharts();
    for (LabPage* page : m_pages)
        page->ruleChanged(true);
    if (m_dragStart && !(*m_dragStart == workspace().bucketRule()))
        workspace().selection().undoStack()->push(
            new RuleCommand(workspace(), *m_dragStart, core::stats::BucketRule(workspace().bucketRule())));
    m_dragStart.reset();
}

void DistributionPanel::changeRule(const BucketRule& rule) {
    if (!(rule == workspace().bucketRule()))
        workspace().selection().undoStack()->push(
            new RuleCommand(workspace(), core::stats::BucketRule(workspace().bucketRule()), rule));
}

std::set<std::string> DistributionPanel::withRanksBetween(std::set<std::string> names) {
    const std::vector<std::size_t> ranks = shownRanks(m_view);
    if (!m_view.table || m_view.early || ranks.size() == m_view.summary.borders.cold)
        return names; // every rank is a point
    // Support falls with rank, so what lies between two points of a rectangle lies in it, too.
    std::vector<std::pair<std::size_t, std::size_t>> gaps;
    std::size_t more = names.size();
    const auto& table = m_view.table->names;
    bool before = false;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const bool inside = names.contains(table[ranks[i]]);
        if (inside && before) {
            gaps.emplace_back(ranks[i - 1] + 1, ranks[i]);
            more += ranks[i] - ranks[i - 1] - 1;
        }
        before = inside;
    }
    if (more > kMostSelected) {
        Q_EMIT workspace().message(tr("%1 entities lie there, more than the %2 that can be selected at once; only the "
                                      "%3 drawn as points are selected.")
                                       .arg(formatInteger(static_cast<qint64>(more)),
                                            formatInteger(static_cast<qint64>(kMostSelected)),
                                            formatInteger(static_cast<qint64>(names.size()))),
                                   false);
        return names;
    }
    for (const auto& [from, to] : gaps)
        names.insert(table.begin() + static_cast<std::ptrdiff_t>(from),
                     table.begin() + static_cast<std::ptrdiff_t>(to));
    return names;
}

void DistributionPanel::takeSelection() {
    if (m_filling || !m_view.table || m_view.early)
        return;
    core::select::Selection selection;
    selection.entity = m_view.table->entity;
    std::size_t count = 0;
    const QItemSelection ranges = m_entities->selectionModel()->selection();
    for (const QItemSelectionRange& range : ranges)
        count += static_cast<std::size_t>(range.height());
    if (count > kMostSelected) {
        Q_EMIT workspace().message(
            tr("%1 rows are more than can be selected at once; select at most %2.")
                .arg(formatInteger(static_cast<qint64>(count)), formatInteger(static_cast<qint64>(kMostSelected))),
            false);
        return;
    }
    for (const QItemSelectionRange& range : ranges)
        for (int row = range.top(); row <= range.bottom(); ++row)
            selection.names.insert(m_model->nameAt(row));
    workspace().selection().select(selection, core::select::Mode::Replace);
}

void DistributionPanel::applySelection() {
    const core::select::Selection& selection = workspace().selection().selection();
    QItemSelection rows;
    std::vector<int> chosen;
    if (m_view.table && !m_view.early && selection.entity == m_view.table->entity)
        for (const std::string& name : selection.names)
            if (const int row = m_model->rowOf(name); row >= 0)
                chosen.push_back(row);
    // Neighbours become one range: the views ask every range about every row that they paint.
    std::sort(chosen.begin(), chosen.end());
    for (std::size_t i = 0; i < chosen.size();) {
        std::size_t last = i;
        while (last + 1 < chosen.size() && chosen[last + 1] == chosen[last] + 1)
            ++last;
        rows.append(QItemSelectionRange(m_model->index(chosen[i], 0),
                                        m_model->index(chosen[last], models::EntityModel::kColumns - 1)));
        i = last + 1;
    }
    const int first = chosen.empty() ? -1 : chosen.front();
    QItemSelectionModel* model = m_entities->selectionModel();
    if (model->selection() == rows)
        return;
    m_filling = true;
    model->select(rows, QItemSelectionModel::ClearAndSelect);
    m_filling = false;
    if (first >= 0 && !m_entities->hasFocus())
        m_entities->scrollTo(m_model->index(first, 0));
}

void DistributionPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    Panel::changeEvent(event);
}

} // namespace widgets
