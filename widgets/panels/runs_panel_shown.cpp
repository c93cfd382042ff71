// SPDX-License-Identifier: GPL-3.0-or-later
// What the Runs stage shows of one run: its curves, live from the queue or read from the project.
#include "widgets/forms/choice_text.h"
#include "widgets/panels/panel_text.h"
#include "widgets/panels/run_charts.h"
#include "widgets/panels/runs_history.h"
#include "widgets/panels/runs_panel.h"
#include "widgets/panels/runs_queue_box.h"
#include "widgets/text.h"

#include <QLabel>

namespace widgets {

using core::store::RunRecord;

void RunsPanel::showQueued(int key) {
    if (key == 0)
        return;
    m_shownKey = key;
    m_shownRun.reset();
    m_history->setCurrentRun(std::nullopt);
    updateCharts();
}

void RunsPanel::showRun(core::RunId run) {
    const RunRecord* record = m_history->record(run);
    if (record == nullptr)
        return;
    m_shownKey = 0;
    m_shownRun = run;
    m_queueBox->setCurrentKey(0);
    readCurves(*record);
}

void RunsPanel::readCurves(const RunRecord& run) {
    const core::store::ProjectPtr project = workspace().project();
    if (!project)
        return;
    JobRunner::Options options;
    options.title = tr("Reading curves");
    options.supersedes = QStringLiteral("runs-curves");
    options.quiet = true;
    m_reading = true;
    using Epochs = std::vector<core::store::EpochRecord>;
    workspace().jobs().run<Epochs>(
        options, this, [project, id = run.id](core::JobContext&) { return core::store::epochs(*project, id); },
        [this, id = run.id, token = ++m_readToken](core::Result<Epochs> epochs) {
            if (token != m_readToken)
                return;
            m_reading = false;
            if (m_shownRun != id)
                return;
            m_storedCurves = {};
            if (epochs.ok())
                for (const auto& epoch : *epochs)
                    m_storedCurves.epochs.push_back(epochPoint(epoch));
            else if (epochs.error().code != core::ErrorCode::Cancelled)
                Q_EMIT workspace().message(errorText(epochs.error()), true);
            updateCharts();
        });
}

QString RunsPanel::footnote(core::SplitId split, const std::string& buckets, std::optional<core::RunId> run) const {
    return tr("%1 · split %2 · validation · bucket rule %3 · run %4")
        .arg(projectTitle(workspace()), splitTitle(workspace(), split), bucketRuleTitle(buckets),
             run ? QStringLiteral("#%1").arg(core::raw(*run)) : tr("not stored yet"));
}

void RunsPanel::updateCharts() {
    const QueuedRun* queued = m_queue.find(m_shownKey);
    const RunRecord* stored = m_shownRun ? m_history->record(*m_shownRun) : nullptr;
    RunCurves curves;
    QString metric, note, heading, detail;
    if (queued != nullptr) {
        curves = queued->curves;
        metric = metricTitle(queued->config.training.metric);
        note = footnote(queued->split, queued->config.buckets, queued->run);
        heading = tr("%1 · %2 · seed %3")
                      .arg(toQString(queued->config.recipes.front().name), toQString(queued->config.models.front().id))
                      .arg(queued->config.seeds.front());
        detail = queued->failure.isEmpty() ? queueStateTitle(queued->state) : queued->failure;
    } else if (stored != nullptr) {
        curves = m_storedCurves;
        metric = metricTitle(stored->training.is_object() ? stored->training.value("metric", "macro_recall")
                                                          : std::string("macro_recall"));
        note = footnote(stored->split, stored->buckets, stored->id);
        heading = runTitle(*stored);
        detail = stored->failure.empty()
                     ? tr("%1 · %2 epochs, best %3 · %4 · %5 rows/s · %6")
                           .arg(runStatusTitle(stored->status), formatInteger(stored->epochs),
                                formatInteger(stored->bestEpoch), formatDuration(stored->seconds),
                                formatInteger(qRound64(stored->examplesPerSecond)), toQString(stored->device))
                     : coreText("Error", stored->failure);
    } else {
        heading = tr("Curves");
        detail = tr("Choose a run in one of the lists.");
    }
    m_heading->setText(heading);
    m_detail->setText(detail);
    m_loss->setData(lossChart(curves, note));
    m_validation->setData(validationChart(curves, metric, note));
    m_throughput->setData(throughputChart(curves, note));
}

} // namespace widgets
