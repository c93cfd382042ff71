// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/runs_panel.h"

#include "widgets/panels/panel_text.h"
#include "widgets/panels/runs_history.h"
#include "widgets/panels/runs_queue_box.h"
#include "widgets/panels/stage_hint.h"
#include "widgets/text.h"

#include <QEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace widgets {
namespace {

constexpr int kPollInterval = 150; // ms: live enough for the eye, cheap enough for the charts
constexpr int kRecipeStage = 2;
constexpr int kCompareStage = 4;

} // namespace

using core::store::RunRecord;
using core::store::RunStatus;
using State = QueuedRun::State;

RunsPanel::RunsPanel(Workspace& workspace, QWidget* parent) : Panel(workspace, parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    m_stack = new QStackedWidget(this);
    column->addWidget(m_stack);
    auto* across = new QSplitter(Qt::Horizontal);
    across->setChildrenCollapsible(false);
    across->addWidget(buildLists());
    across->addWidget(buildCharts());
    across->setStretchFactor(0, 1);
    across->setStretchFactor(1, 1);
    across->setSizes({600, 500});
    m_hint = new StageHint;
    m_stack->addWidget(m_hint);
    m_stack->addWidget(across);
    m_poll.setInterval(kPollInterval);
    connect(&m_poll, &QTimer::timeout, this, &RunsPanel::drain);
    connect(m_hint, &StageHint::activated, this, [this] { Q_EMIT this->workspace().stageRequested(kRecipeStage); });
    connect(&workspace, &Workspace::experimentRequested, this, [this](const QByteArray& json) { (void)enqueue(json); });
    connect(&workspace, &Workspace::projectChanged, this, &RunsPanel::projectChanged);
    connect(&workspace, &Workspace::runsChanged, this, &RunsPanel::runsChanged);
    connect(&m_queue, &QAbstractItemModel::rowsInserted, this, &RunsPanel::updateEmptyState);
    connect(&m_queue, &QAbstractItemModel::rowsRemoved, this, &RunsPanel::updateEmptyState);
    retranslateUi();
    runsChanged();
}

QWidget* RunsPanel::buildLists() {
    auto* down = new QSplitter(Qt::Vertical);
    down->setChildrenCollapsible(false);
    m_queueBox = new RunsQueueBox(m_queue, down);
    m_history = new RunsHistory(workspace(), down);
    down->addWidget(m_queueBox);
    down->addWidget(m_history);
    down->setSizes({260, 340});
    connect(m_queueBox, &RunsQueueBox::currentChanged, this, &RunsPanel::showQueued);
    connect(m_history, &RunsHistory::runSelected, this, [this](qint64 run) { showRun(core::RunId(run)); });
    connect(m_history, &RunsHistory::resumeRequested, this, [this](qint64 run) { resumeRun(core::RunId(run)); });
    connect(m_history, &RunsHistory::removeRequested, this, [this](qint64 run) { askRemove(core::RunId(run)); });
    connect(m_history, &RunsHistory::compareRequested, this,
            [this] { Q_EMIT workspace().stageRequested(kCompareStage); });
    return down;
}

QWidget* RunsPanel::buildCharts() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_heading = new QLabel(box);
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_detail = new QLabel(box);
    m_detail->setObjectName(QStringLiteral("runDetail"));
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* down = new QSplitter(Qt::Vertical, box);
    down->setChildrenCollapsible(false);
    const auto chart = [down](const char* name) {
        auto* view = new charts::ChartView(down);
        view->setObjectName(QLatin1String(name));
        down->addWidget(view);
        return view;
    };
    m_loss = chart("runs-loss");
    m_validation = chart("runs-validation");
    m_throughput = chart("runs-throughput");
    down->setStretchFactor(0, 3);
    down->setStretchFactor(1, 4);
    down->setStretchFactor(2, 2);
    column->addWidget(m_heading);
    column->addWidget(m_detail);
    column->addWidget(down, 1);
    return box;
}

QString RunsPanel::title() const {
    return tr("Runs");
}

QString RunsPanel::help() const {
    return tr("The queue of trainings with live curves; pause, stop and keep the best epoch, discard, resume.");
}

bool RunsPanel::settled() const {
    return !m_reading && m_queue.active() == nullptr && m_queue.nextWaiting() == nullptr;
}

core::Status RunsPanel::enqueue(const QByteArray& experimentJson) {
    const auto fail = [this](const core::Error& error) {
        Q_EMIT workspace().message(errorText(error), true);
        return core::Status(error);
    };
    auto json = core::parseJson(experimentJson.toStdString());
    if (!json.ok())
        return fail(json.error());
    std::string device = "cpu";
    if (json->is_object() && json->contains("device") && json->at("device").is_string()) {
        device = json->at("device").get<std::string>();
        json->erase("device");
    }
    const auto config = core::train::experimentFromJson(*json);
    if (!config.ok())
        return fail(config.error());
    if (!workspace().project() || !workspace().currentSplit())
        return fail(core::Error(core::ErrorCode::NoSplit));
    const int first = m_queue.append(*config, *workspace().currentSplit(), device, false);
    if (m_queue.active() == nullptr)
        m_queueBox->setCurrentKey(first);
    startNext();
    return {};
}

void RunsPanel::startNext() {
    if (m_queue.active() != nullptr)
        return;
    const QueuedRun* next = m_queue.nextWaiting();
    if (next != nullptr && workspace().project())
        startRun(*next);
    else
        m_poll.stop();
}

void RunsPanel::startRun(const QueuedRun& entry) {
    const int key = entry.key;
    const core::store::ProjectPtr project = workspace().project();
    const auto feed = std::make_shared<RunFeed>();
    core::train::RunOptions runOptions;
    runOptions.split = entry.split;
    runOptions.device = entry.device;
    runOptions.resume = entry.resume;
    JobRunner::Options options;
    options.title = tr("Training: %1 · %2 · seed %3")
                        .arg(toQString(entry.config.recipes.front().name), toQString(entry.config.models.front().id))
                        .arg(entry.config.seeds.front());
    options.lane = JobRunner::Lane::Training;
    options.canPause = true;
    using Records = std::vector<RunRecord>;
    // The work owns all it uses: the project stays open and the feed alive until the training thread lets go of them.
    Job* job = workspace().jobs().run<Records>(
        options, this,
        [project, config = entry.config, runOptions, feed](core::JobContext& context) {
            return core::train::runExperiment(*project, config, runOptions, context, RunFeed::listener(feed));
        },
        [this, key](core::Result<Records> result) { ended(key, std::move(result)); });
    m_queue.change(key, [&](QueuedRun& run) {
        run.state = State::Running;
        run.job = job;
        run.feed = feed;
        run.stage = tr("Starting");
    });
    connect(job, &Job::changed, this, [this, key] { jobChanged(key); });
    const QueuedRun* shown = m_queue.find(m_shownKey);
    if (shown == nullptr || !shown->active())
        m_queueBox->setCurrentKey(key);
    m_poll.start();
}

void RunsPanel::jobChanged(int key) {
    const QueuedRun* entry = m_queue.find(key);
    if (entry == nullptr || entry->job.isNull() || entry->job->isEnded())
        return;
    m_queue.change(key, [](QueuedRun& run) {
        const core::Progress& progress = run.job->progress();
        run.state = run.job->state() == Job::State::Paused ? State::Paused : State::Running;
        if (!progress.stage.empty())
            run.stage = coreText("Job", progress.stage);
        run.fraction = progress.fraction();
        run.secondsLeft = progress.secondsLeft;
    });
}

void RunsPanel::drain() {
    const QueuedRun* active = m_queue.active();
    if (active == nullptr || !active->feed)
        return;
    RunFeed::Batch batch = active->feed->take();
    if (batch.empty())
        return;
    const int key = active->key;
    m_queue.change(key, [&](QueuedRun& run) {
        if (batch.started)
            run.run = batch.started->id;
        for (const StepPoint& point : batch.steps)
            run.curves.add(point);
        run.curves.epochs.insert(run.curves.epochs.end(), batch.epochs.begin(), batch.epochs.end());
        if (batch.last) {
            run.perSecond = batch.last->examplesPerSecond;
            run.secondsLeft = batch.last->secondsLeft;
            if (batch.last->steps > 0)
                run.fraction = static_cast<double>(batch.last->step) / static_cast<double>(batch.last->steps);
        }
    });
    if (m_shownKey == key)
        updateCharts();
}

void RunsPanel::ended(int key, core::Result<std::vector<RunRecord>> result) {
    drain(); // what came between the last look and the end
    if (m_queue.find(key) != nullptr) {
        m_queue.change(key, [&](QueuedRun& run) {
            run.feed.reset();
            run.job.clear();
            if (!result.ok()) {
                const bool cancelled = result.error().code == core::ErrorCode::Cancelled;
                run.state = cancelled ? State::Cancelled : State::Failed;
                run.failure = cancelled ? QString() : errorText(result.error());
                return;
            }
            run.state = State::Finished;
            for (const RunRecord& record : *result) {
                run.run = record.id;
                if (record.status == RunStatus::Failed || record.status == RunStatus::Cancelled) {
                    run.state = record.status == RunStatus::Failed ? State::Failed : State::Cancelled;
                    run.failure = coreText("Error", record.failure);
                }
            }
        });
        const QueuedRun* entry = m_queue.find(key);
        if (entry->state == State::Failed)
            Q_EMIT workspace().message(entry->failure, true);
        if (m_shownKey == key)
            updateCharts();
    }
    workspace().refresh();
    startNext();
}

void RunsPanel::projectChanged() {
    // The runs belong to the project that is closed: the one that trains is discarded, the others never start.
    if (const QueuedRun* active = m_queue.active(); active != nullptr && !active->job.isNull())
        active->job->cancel();
    m_queue.clear();
    m_poll.stop();
    m_shownKey = 0;
    m_shownRun.reset();
    m_storedCurves = {};
    updateEmptyState();
    updateCharts();
}

void RunsPanel::runsChanged() {
    updateEmptyState();
    const bool gone = m_shownRun && m_history->record(*m_shownRun) == nullptr;
    if (gone)
        m_shownRun.reset();
    if (m_shownKey == 0 && !m_shownRun) {
        for (const RunRecord& run : workspace().runs())
            if (run.status == RunStatus::Finished) {
                m_history->setCurrentRun(run.id);
                showRun(run.id);
                return;
            }
    }
    updateCharts();
}

void RunsPanel::resumeRun(core::RunId run) {
    const RunRecord* record = m_history->record(run);
    if (record == nullptr)
        return;
    core::train::ExperimentConfig config;
    config.name = record->experiment;
    config.buckets = record->buckets;
    config.seeds = {record->seed};
    const auto recipe = core::strategies::recipeFromJson(record->recipeJson);
    const auto training = core::fromJson<core::train::TrainingConfig>(record->training);
    if (!recipe.ok() || !training.ok()) {
        Q_EMIT workspace().message(errorText(recipe.ok() ? training.error() : recipe.error()), true);
        return;
    }
    config.recipes = {*recipe};
    config.training = *training;
    core::train::ModelChoice model;
    model.id = record->model;
    if (record->modelJson.is_object() && record->modelJson.contains("params"))
        model.params = record->modelJson.at("params");
    else if (record->modelJson.is_object() && !record->modelJson.contains("id"))
        model.params = record->modelJson;
    config.models = {model};
    const int first = m_queue.append(config, record->split, record->device, true);
    if (m_queue.active() == nullptr)
        m_queueBox->setCurrentKey(first);
    startNext();
}

void RunsPanel::askRemove(core::RunId run) {
    const RunRecord* record = m_history->record(run);
    if (record == nullptr)
        return;
    auto* box =
        new QMessageBox(QMessageBox::Question, tr("Remove run"),
                        tr("Remove %1 with its predictions and its model from the project? This cannot be undone.")
                            .arg(runTitle(*record)),
                        QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("confirmRemoveRun"));
    QPushButton* remove = box->addButton(tr("Remove"), QMessageBox::AcceptRole);
    remove->setObjectName(QStringLiteral("confirmRemove"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(remove, &QPushButton::clicked, this, [this, run] { removeRun(run); });
    box->open();
}

void RunsPanel::removeRun(core::RunId run) {
    const core::store::ProjectPtr project = workspace().project();
    if (!project)
        return;
    JobRunner::Options options;
    options.title = tr("Removing a run");
    workspace().jobs().run<void>(
        options, this, [project, run](core::JobContext&) { return core::store::removeRun(*project, run); },
        [this](const core::Status& status) {
            if (!status.ok())
                Q_EMIT workspace().message(errorText(status.error()), true);
            workspace().refresh();
        });
}

void RunsPanel::updateEmptyState() {
    const bool empty = m_queue.rowCount() == 0 && workspace().runs().empty();
    m_stack->setCurrentIndex(empty ? 0 : 1);
}

void RunsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    Panel::changeEvent(event);
}

void RunsPanel::retranslateUi() {
    setAccessibleName(title());
    setAccessibleDescription(help());
    m_hint->setTexts(tr("No runs yet"),
                     tr("Compose a recipe, choose a model and seeds, and press “Queue runs” on the Recipe stage."),
                     tr("Go to Recipe"));
    m_loss->setAccessibleName(tr("Chart of the training loss"));
    m_validation->setAccessibleName(tr("Chart of the validation recall per bucket"));
    m_throughput->setAccessibleName(tr("Chart of the throughput"));
    updateCharts();
}

} // namespace widgets
