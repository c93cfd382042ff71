// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare_panel.h"

#include "core/store/viewer_copy.h"
#include "widgets/panels/compare_controls.h"
#include "widgets/panels/compare_data.h"
#include "widgets/panels/compare_exporter.h"
#include "widgets/panels/confusion_model.h"
#include "widgets/panels/panel_text.h"
#include "widgets/panels/result_table.h"
#include "widgets/panels/run_picker.h"
#include "widgets/panels/stage_hint.h"
#include "widgets/text.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {
namespace {
constexpr int kDelay = 120; // ms: a dragged border is one request, not fifty
} // namespace

using core::output::Comparison;
using core::output::ComparisonRequest;
using core::store::RunRecord;
using core::store::RunStatus;

ComparePanel::ComparePanel(Workspace& workspace, QWidget* parent)
    : Panel(workspace, parent), m_exporter(new CompareExporter(workspace, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    m_stack = new QStackedWidget(this);
    column->addWidget(m_stack);
    m_hint = new StageHint;
    auto* across = new QSplitter(Qt::Horizontal);
    across->setChildrenCollapsible(false);
    m_controls = new CompareControls(workspace, across);
    across->addWidget(m_controls);
    across->addWidget(buildResults());
    across->setStretchFactor(0, 0);
    across->setStretchFactor(1, 1);
    across->setSizes({270, 830});
    m_stack->addWidget(m_hint);
    m_stack->addWidget(across);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connectAll();
    retranslateUi();
    runsChanged();
}

QString ComparePanel::title() const {
    return tr("Compare");
}

QString ComparePanel::help() const {
    return tr(
        "Runs side by side, bucket by bucket, with intervals and differences to a baseline; export of everything.");
}

bool ComparePanel::settled() const {
    return !m_pending && !m_confusionPending && !m_delay.isActive() && !(m_dirty && isVisible()) && !m_wanted;
}

void ComparePanel::runsChanged() {
    std::vector<RunRecord> finished;
    for (const RunRecord& run : workspace().runs())
        if (run.status == RunStatus::Finished)
            finished.push_back(run);
    m_stack->setCurrentIndex(finished.empty() ? 0 : 1);
    const auto before = m_controls->runs().checked();
    m_controls->runs().setRuns(std::move(finished));
    if (m_wanted)
        applyPending();
    else if (!m_userChosen || m_controls->runs().checked().empty())
        chooseDefault();
    m_controls->fillBaselines();
    if (m_controls->runs().checked() != before || !m_comparison)
        request();
}

void ComparePanel::chooseDefault() {
    const auto& runs = m_controls->runs().runs();
    std::vector<core::RunId> chosen;
    std::optional<core::RunId> baseline;
    for (const RunRecord& run : runs) {
        if (run.experiment != runs.front().experiment || run.split != runs.front().split)
            continue;
        chosen.push_back(run.id);
        if (isPlain(run.recipeJson))
            baseline = run.id; // the oldest one wins: runs are newest first
    }
    m_controls->runs().setChecked(chosen);
    m_controls->fillBaselines();
    m_controls->setBaseline(baseline);
}

void ComparePanel::setRuns(const std::vector<core::RunId>& runs, std::optional<core::RunId> baseline) {
    m_wanted.emplace(runs, baseline);
    m_userChosen = true;
    applyPending();
    request();
}

void ComparePanel::applyPending() {
    const auto& known = m_controls->runs().runs();
    const bool all = std::all_of(m_wanted->first.begin(), m_wanted->first.end(), [&](core::RunId id) {
        return std::any_of(known.begin(), known.end(), [id](const RunRecord& run) { return run.id == id; });
    });
    if (!all)
        return;
    m_controls->runs().setChecked(m_wanted->first);
    m_controls->fillBaselines();
    m_controls->setBaseline(m_wanted->second);
    m_wanted.reset();
}

void ComparePanel::request() {
    m_dirty = true;
    if (isVisible())
        m_delay.start();
}

void ComparePanel::showEvent(QShowEvent* event) {
    Panel::showEvent(event);
    if (m_dirty)
        m_delay.start();
}

ComparisonRequest ComparePanel::comparisonRequest() const {
    ComparisonRequest request;
    request.runs = m_controls->runs().checked();
    request.baseline = m_controls->baseline();
    request.part = m_controls->part();
    request.rule = workspace().bucketRule();
    request.metrics = comparedMetrics(m_controls->metricKind(), workspace().bucketRule());
    return request;
}

void ComparePanel::compute() {
    m_dirty = false;
    m_pending = false;
    ++m_token;
    const core::store::ProjectPtr project = workspace().project();
    const ComparisonRequest request = comparisonRequest();
    m_controls->setExportEnabled(project != nullptr && !request.runs.empty());
    if (!project || request.runs.empty())
        return showNothing(tr("Check one or more runs on the left."));
    JobRunner::Options options;
    options.title = tr("Comparing runs");
    options.supersedes = QStringLiteral("compare");
    m_pending = true;
    workspace().jobs().run<Comparison>(
        options, this,
        [project, request](core::JobContext& job) { return core::output::compareRuns(*project, request, job); },
        [this, token = m_token](core::Result<Comparison> result) {
            if (token == m_token)
                arrived(std::move(result));
        });
}

void ComparePanel::arrived(core::Result<Comparison> result) {
    m_pending = false;
    if (!result.ok()) {
        showNothing(errorText(result.error()));
        return;
    }
    m_comparison = std::move(*result);
    m_status->hide();
    showResults();
    fillConfusionRuns();
    computeConfusion();
}

void ComparePanel::showNothing(const QString& text) {
    m_comparison.reset();
    m_status->setText(text);
    m_status->show();
    charts::ChartData empty;
    empty.emptyText = text;
    for (charts::ChartView* chart : charts())
        chart->setData(empty);
    m_metrics->setTable({});
    m_classes->setTable({});
    m_confusion->setMatrix({}, {});
    m_confusionRun->clear();
}

QString ComparePanel::footnote() const {
    const Comparison& comparison = *m_comparison;
    QString text =
        tr("%1 · split %2 · %3 part · bucket rule %4 · runs %5")
            .arg(projectTitle(workspace()),
                 comparison.runs.empty() ? QString() : splitTitle(workspace(), comparison.runs.front().record.split),
                 partTitle(comparison.request.part), bucketRuleTitle(comparison.request.rule),
                 runIdList(comparison.request.runs));
    if (comparison.request.baseline)
        text += tr(" · baseline %1").arg(runIdList({*comparison.request.baseline}));
    return text;
}

void ComparePanel::showResults() {
    const std::string kind = m_controls->metricKind();
    const QString note = footnote();
    m_buckets->setData(bucketChart(*m_comparison, kind, note));
    m_difference->setData(differenceChart(*m_comparison, kind, note));
    m_support->setData(supportChart(*m_comparison, kind, note));
    m_borders->setData(bordersChart(*m_comparison, kind, note));
    m_metrics->setTable(metricsTable(*m_comparison, kind));
    m_classes->setTable(classTable(*m_comparison, kind));
    selectionChanged();
}

void ComparePanel::fillConfusionRuns() {
    const QVariant before = m_confusionRun->currentData();
    m_confusionRun->clear();
    for (const auto& run : m_comparison->runs)
        m_confusionRun->addItem(runTitle(run.record), static_cast<qlonglong>(core::raw(run.record.id)));
    m_confusionRun->setCurrentIndex(std::max(0, m_confusionRun->findData(before)));
}

void ComparePanel::computeConfusion() {
    const core::store::ProjectPtr project = workspace().project();
    if (!project || !m_comparison || m_confusionRun->currentIndex() < 0)
        return;
    const auto id = core::RunId(m_confusionRun->currentData().toLongLong());
    JobRunner::Options options;
    options.title = tr("Confusion matrix");
    options.supersedes = QStringLiteral("compare-confusion");
    options.quiet = true;
    m_confusionPending = true;
    workspace().jobs().run<Confusion>(
        options, this,
        [project, id, part = m_comparison->request.part](core::JobContext&) -> core::Result<Confusion> {
            TL_TRY(const RunRecord run, core::store::run(*project, id));
            TL_TRY(const auto viewer, core::store::viewerPredictions(*project, id, part));
            if (viewer)
                return Confusion{run.labels, core::stats::confusionMatrix(*viewer)};
            TL_TRY(const auto set, core::store::predictions(*project, id, part));
            return Confusion{run.labels,
                             core::stats::confusionMatrix(core::store::toPredictions(set, run.postHocShift))};
        },
        [this, token = ++m_confusionToken](core::Result<Confusion> result) {
            if (token != m_confusionToken)
                return;
            m_confusionPending = false;
            if (result.ok() && result->counts.size() == result->names.size() * result->names.size())
                m_confusion->setMatrix(std::move(result->names), std::move(result->counts));
            else
                m_confusion->setMatrix({}, {});
            if (!result.ok() && result.error().code != core::ErrorCode::Cancelled)
                Q_EMIT workspace().message(errorText(result.error()), true);
        });
}

void ComparePanel::selectionChanged() {
    const core::select::Selection& selection = workspace().selection().selection();
    QStringList names;
    if (selection.entity == "label")
        for (const std::string& name : selection.names)
            names << toQString(name);
    m_classes->selectKeys(names);
}

void ComparePanel::selectClasses(const QStringList& names) {
    core::select::Selection selection;
    selection.entity = "label";
    for (const QString& name : names)
        selection.names.insert(toStd(name));
    workspace().selection().select(selection, core::select::Mode::Replace);
}

void ComparePanel::exportModelsTo(const QString& directory) {
    m_exporter->exportModels(m_controls->runs().checked(), directory);
}

void ComparePanel::exportPredictionsTo(const QString& directory) {
    m_exporter->exportPredictions(m_controls->runs().checked(), directory);
}

void ComparePanel::exportReportTo(const QString& directory) {
    m_exporter->exportReport(comparisonRequest(), charts(), directory);
}

void ComparePanel::exportChartsTo(const QString& directory, charts::ChartView::Format format) {
    m_exporter->exportCharts(charts(), directory, format);
}

void ComparePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    Panel::changeEvent(event);
}

} // namespace widgets
