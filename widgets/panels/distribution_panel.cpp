// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/distribution_panel.h"

#include "core/store/entity_store.h"
#include "widgets/lab/borders_page.h"
#include "widgets/models/entity_model.h"
#include "widgets/panels/entity_text.h"
#include "widgets/panels/panel_text.h"
#include "widgets/rule_command.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using core::stats::BucketRule;

namespace {

constexpr std::array kRuleNames{"share", "shots", "thresholds", "quantiles"};
constexpr int kMostSelected = 100'000;

bool shares(BucketRule::Kind kind) {
    return kind == BucketRule::Kind::Share || kind == BucketRule::Kind::Quantiles;
}

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
    showRule();
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
    return !m_stale && (!m_job || m_job->isEnded()) && (!m_entitiesJob || m_entitiesJob->isEnded()) &&
           std::all_of(m_pages.begin(), m_pages.end(), [](const LabPage* page) { return page->settled(); });
}

void DistributionPanel::connectAll() {
    connect(m_entity, &QComboBox::activated, this, [this] {
        m_entityChosen = true;
        invalidate();
    });
    connect(m_measure, &QComboBox::activated, this, &DistributionPanel::invalidate);
    connect(m_ruleKind, &QComboBox::activated, this, &DistributionPanel::ruleKindChosen);
    for (QDoubleSpinBox* box : {m_first, m_second})
        connect(box, &QDoubleSpinBox::valueChanged, this, &DistributionPanel::ruleEdited);
    connect(m_testAction, &QAction::triggered, this, &DistributionPanel::testPowerLaw);
    connect(m_sharesAction, &QAction::toggled, this, [this](bool shares) {
        m_view.shares = shares;
        m_rank->setData(rankChart(m_view));
    });
    for (LabPage* page : m_pages)
        connect(page, &LabPage::chartRequested, this, &DistributionPanel::showChart);
    connect(m_reset, &QPushButton::clicked, this, [this] { ruleKindChosen(m_ruleKind->currentIndex()); });
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
        readEntities();
        invalidate();
    });
    connect(&workspace(), &Workspace::dataChanged, this, [this] {
        m_kept.clear();
        m_lookedAhead.clear();
        readEntities();
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

core::Result<DistributionPanel::Loaded> DistributionPanel::load(const core::store::Project& project,
                                                                const core::store::SupportQuery& query,
                                                                core::JobContext& job) {
    Loaded loaded;
    TL_TRY(loaded.measures, core::store::measuresFor(project, query.entity));
    TL_TRY(loaded.table, core::store::supportOf(project, query, job));
    constexpr std::size_t kCutOffs = 120;
    loaded.powerLaw = core::stats::fitPowerLaw(loaded.table->counts);
    loaded.zipf = core::stats::fitZipfMandelbrot(loaded.table->counts);
    loaded.cutOffs = core::stats::cutOffs(loaded.table->counts, kCutOffs);
    TL_CHECK_STATUS(job.check());
    return loaded;
}

void DistributionPanel::refresh() {
    m_stale = false;
    const std::uint64_t asked = ++m_asked; // answers to earlier questions come too late
    const core::store::ProjectPtr project = workspace().project();
    if (!project) {
        take(core::Error(core::ErrorCode::Cancelled));
        return;
    }
    core::store::SupportQuery query;
    query.entity = toStd(m_entity->currentData().toString());
    // A measure chosen for another entity may not exist for this one: then the natural one is taken.
    if (query.entity == m_entityShown)
        query.measure = toStd(m_measure->currentData().toString());
    m_entityShown = query.entity;
    query.split = workspace().currentSplit();
    const std::string key = keyOf(*project, query);
    for (const auto& [known, loaded] : m_kept)
        if (known == key) {
            if (m_job)
                m_job->cancel();
            take(Loaded(loaded));
            return;
        }
    JobRunner::Options options;
    options.title = tr("Counting");
    options.supersedes = QStringLiteral("distribution");
    options.quiet = true;
    m_job = workspace().jobs().run<Loaded>(
        options, this,
        [project, query, chosen = m_entityChosen](core::JobContext& job) -> core::Result<Loaded> {
            core::Result<Loaded> loaded = load(*project, query, job);
            // A catalogue alone has classes but no events: a first look shows what there is, not an empty page.
            if (!loaded.ok() && loaded.error().code == core::ErrorCode::NoData && !chosen && query.entity != "label") {
                core::store::SupportQuery labels = query;
                labels.entity = "label";
                labels.measure.clear();
                core::Result<Loaded> other = load(*project, labels, job);
                if (other.ok())
                    return other;
            }
            return loaded;
        },
        [this, key, asked, entity = query.entity](core::Result<Loaded> result) {
            if (asked != m_asked)
                return;
            if (result.ok() && result->table->entity == entity) // not what stands in for a first look
                keep(key, *result);
            take(std::move(result));
            lookAhead();
        });
}

std::string DistributionPanel::keyOf(const core::store::Project& project, const core::store::SupportQuery& query) {
    return query.entity + '|' + query.measure + '|' +
           (query.split ? std::to_string(raw(*query.split)) : std::string()) + '|' +
           std::to_string(project.generation()) + '|' + project.path();
}

void DistributionPanel::keep(const std::string& key, const Loaded& loaded) {
    if (m_kept.size() >= kMostKept)
        m_kept.erase(m_kept.begin());
    m_kept.emplace_back(key, loaded);
}

void DistributionPanel::lookAhead() {
    const core::store::ProjectPtr project = workspace().project();
    if (!project)
        return;
    core::store::SupportQuery query;
    query.split = workspace().currentSplit();
    for (const std::string& entity : core::store::entityNames()) {
        query.entity = entity;
        const std::string key = keyOf(*project, query);
        const auto same = [&key](const auto& one) { return one.first == key; };
        if (m_lookedAhead.contains(key) || std::any_of(m_kept.begin(), m_kept.end(), same))
            continue;
        m_lookedAhead.insert(key);
        JobRunner::Options options;
        options.title = tr("Counting");
        options.supersedes = QStringLiteral("distribution.ahead");
        options.quiet = true;
        workspace().jobs().run<Loaded>(
            options, this, [project, query](core::JobContext& job) { return load(*project, query, job); },
            [this, key](core::Result<Loaded> result) {
                if (result.ok())
                    keep(key, *result);
                lookAhead(); // the next one; entities without data are done in no time
            });
        return;
    }
}

void DistributionPanel::take(core::Result<Loaded> result) {
    m_problem.clear();
    if (result.ok()) {
        const QSignalBlocker block(m_measure);
        const QSignalBlocker blockEntity(m_entity);
        m_entityShown = result->table->entity;
        m_entity->setCurrentIndex(m_entity->findData(toQString(m_entityShown)));
        m_measure->clear();
        for (const std::string& measure : result->measures)
            m_measure->addItem(measureTitle(measure), toQString(measure));
        m_measure->setCurrentIndex(m_measure->findData(toQString(result->table->measure)));
        if (m_entity->currentIndex() < 0) { // a column that the list does not have yet
            m_entity->addItem(entityTitle(m_entityShown), toQString(m_entityShown));
            m_entity->setCurrentIndex(m_entity->count() - 1);
        }
        m_view.table = result->table;
        m_view.powerLaw = result->powerLaw;
        m_view.zipf = result->zipf;
        m_view.cutOffs = std::move(result->cutOffs);
    } else {
        if (result.error().code != core::ErrorCode::Cancelled)
            m_problem = errorText(result.error());
        m_view.table = nullptr;
        m_view.powerLaw.reset();
        m_view.zipf.reset();
        m_view.cutOffs.clear();
    }
    summarise();
    m_model->setTable(m_view.table, m_view.summary.borders);
    drawCharts();
    showIndices();
    showBuckets();
    indexNames();
    for (LabPage* page : m_pages)
        page->tableChanged();
}

void DistributionPanel::testPowerLaw() {
    if (!m_view.table || !m_view.powerLaw) {
        Q_EMIT workspace().message(tr("There is no power law to test: fewer than two different supports."), false);
        return;
    }
    struct Tested {
        core::stats::PowerLawTest test;
        std::vector<core::stats::PowerLawRival> rivals;
    };
    constexpr int kRepetitions = 500;
    JobRunner::Options options;
    options.title = tr("Testing the power law");
    options.supersedes = QStringLiteral("distribution.powerLaw");
    workspace().jobs().run<Tested>(
        options, this,
        [table = m_view.table, fit = *m_view.powerLaw](core::JobContext& job) -> core::Result<Tested> {
            Tested tested;
            tested.rivals = core::stats::comparePowerLaw(table->counts, fit);
            TL_TRY(tested.test, core::stats::testPowerLaw(table->counts, fit, kRepetitions, 1, job));
            return tested;
        },
        [this, fit = *m_view.powerLaw](core::Result<Tested> tested) {
            if (!tested.ok()) {
                Q_EMIT workspace().message(errorText(tested.error()),
                                           tested.error().code != core::ErrorCode::Cancelled);
                return;
            }
            QString text = tested->test.p > 0.1
                               ? tr("From support %1 on a power law cannot be ruled out (p = %2, %3 repetitions).")
                               : tr("From support %1 on a power law is ruled out (p = %2, %3 repetitions).");
            text = text.arg(formatInteger(fit.xMin), formatDecimal(tested->test.p),
                            formatInteger(tested->test.repetitions));
            for (const core::stats::PowerLawRival& rival : tested->rivals) {
                const QString name = rival.name == "exponential" ? tr("an exponential") : tr("a log-normal");
                text += QLatin1Char(' ') + (rival.p > 0.1         ? tr("Against %1 the data do not decide (p = %2).")
                                            : rival.statistic > 0 ? tr("It fits better than %1 (p = %2).")
                                                                  : tr("It fits worse than %1 (p = %2)."))
                                               .arg(name, formatDecimal(rival.p));
            }
            Q_EMIT workspace().message(text, false);
        });
}

void DistributionPanel::readEntities() {
    const core::store::ProjectPtr project = workspace().project();
    if (!project)
        return;
    JobRunner::Options options;
    options.title = tr("Looking for entities");
    options.supersedes = QStringLiteral("distribution.entities");
    options.quiet = true;
    m_entitiesJob = workspace().jobs().run<std::vector<std::string>>(
        options, this, [project](core::JobContext& job) { return core::store::entitiesOf(*project, job); },
        [this](core::Result<std::vector<std::string>> entities) {
            if (entities.ok())
                fillEntities(*entities);
        });
}

void DistributionPanel::fillEntities(const std::vector<std::string>& entities) {
    const QSignalBlocker block(m_entity);
    const QString current = m_entity->currentData().toString();
    m_entity->clear();
    for (const std::string& entity : entities)
        m_entity->addItem(entityTitle(entity), toQString(entity));
    if (m_entity->findData(current) < 0 && !current.isEmpty())
        m_entity->addItem(entityTitle(toStd(current)), current); // it is shown, after all
    m_entity->setCurrentIndex(m_entity->findData(current));
}

void DistributionPanel::indexNames() {
    constexpr std::size_t kMany = 20'000;
    if (!m_view.table || m_view.table->names.size() < kMany)
        return; // made in a moment when it is first needed
    using Index = std::shared_ptr<const models::EntityModel::Index>;
    JobRunner::Options options;
    options.title = tr("Looking up names");
    options.supersedes = QStringLiteral("distribution.names");
    options.quiet = true;
    workspace().jobs().run<Index>(
        options, this,
        [table = m_view.table](core::JobContext&) -> core::Result<Index> {
            return models::EntityModel::indexNames(table);
        },
        [this](core::Result<Index> index) {
            if (index.ok())
                m_model->setIndex(*index);
        });
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
    showRule();
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

void DistributionPanel::ruleKindChosen(int index) {
    const core::Result<BucketRule> rule = core::stats::parseBucketRule(kRuleNames[static_cast<std::size_t>(index)]);
    if (rule.ok())
        changeRule(*rule);
    showRule();
}

void DistributionPanel::ruleEdited() {
    if (m_filling)
        return;
    BucketRule rule;
    rule.kind = static_cast<BucketRule::Kind>(m_ruleKind->currentIndex());
    const double scale = shares(rule.kind) ? 0.01 : 1.0;
    rule.first = m_first->value() * scale;
    rule.second = m_second->value() * scale;
    const core::Result<BucketRule> checked = core::stats::parseBucketRule(core::stats::formatBucketRule(rule));
    m_ruleNote->setText(checked.ok() ? QString() : errorText(checked.error()));
    if (checked.ok())
        changeRule(*checked);
}

void DistributionPanel::showRule() {
    const BucketRule& rule = workspace().bucketRule();
    m_filling = true;
    m_ruleNote->clear();
    m_ruleKind->setCurrentIndex(static_cast<int>(rule.kind));
    const bool percent = shares(rule.kind);
    constexpr double kMostSupport = 1e12;
    for (QDoubleSpinBox* box : {m_first, m_second}) {
        box->setDecimals(percent ? 2 : 0);
        box->setRange(0, percent ? 100 : kMostSupport);
        box->setSuffix(percent ? QStringLiteral("\u00a0%") : QString());
    }
    // A box that is being typed into already holds its value; setting it would move the cursor.
    const double scale = percent ? 100.0 : 1.0;
    if (!m_first->hasFocus() || qAbs(m_first->value() - rule.first * scale) > 0.005)
        m_first->setValue(rule.first * scale);
    if (!m_second->hasFocus() || qAbs(m_second->value() - rule.second * scale) > 0.005)
        m_second->setValue(rule.second * scale);
    m_filling = false;
}

void DistributionPanel::takeSelection() {
    if (m_filling || !m_view.table)
        return;
    core::select::Selection selection;
    selection.entity = m_view.table->entity;
    int count = 0;
    const QItemSelection ranges = m_entities->selectionModel()->selection();
    for (const QItemSelectionRange& range : ranges)
        count += range.height();
    if (count > kMostSelected) {
        Q_EMIT workspace().message(tr("%1 rows are more than can be selected at once; select at most %2.")
                                       .arg(formatInteger(count), formatInteger(kMostSelected)),
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
    if (m_view.table && selection.entity == m_view.table->entity)
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
