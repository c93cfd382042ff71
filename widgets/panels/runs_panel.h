// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/panel.h"
#include "widgets/panels/run_feed.h"
#include "widgets/panels/run_queue_model.h"

#include <QTimer>

#include <optional>

class QLabel;
class QStackedWidget;

namespace widgets {

class RunsHistory;
class RunsQueueBox;
class StageHint;

/// Stage 4: the queue of runs, their live curves, and the runs that are done. One run trains at a time; the next one
/// starts when it ends.
class RunsPanel : public Panel {
    Q_OBJECT
public:
    explicit RunsPanel(Workspace& workspace, QWidget* parent = nullptr);

    QString title() const override;
    QString help() const override;
    QString id() const override { return QStringLiteral("runs"); }
    std::vector<charts::ChartView*> charts() const override { return {m_loss, m_validation, m_throughput}; }
    bool settled() const override;

    /// Puts the runs of an experiment (JSON, optionally with a member "device") into the queue.
    core::Status enqueue(const QByteArray& experimentJson);
    const RunQueueModel& queue() const { return m_queue; }
    /// Shows the stored curves of a run.
    void showRun(core::RunId run);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildLists();
    QWidget* buildCharts();
    void projectChanged();
    void runsChanged();
    void startNext();
    void startRun(const QueuedRun& entry);
    void jobChanged(int key);
    void drain();
    void ended(int key, core::Result<std::vector<core::store::RunRecord>> result);
    void showQueued(int key);
    void resumeRun(core::RunId run);
    void askRemove(core::RunId run);
    void removeRun(core::RunId run);
    void readCurves(const core::store::RunRecord& run);
    void updateCharts();
    void updateEmptyState();
    QString footnote(core::SplitId split, const std::string& buckets, std::optional<core::RunId> run) const;
    void retranslateUi();

    RunQueueModel m_queue;
    QTimer m_poll;                         ///< takes what the training thread has left
    int m_shownKey = 0;                    ///< queue entry whose curves are shown; 0 = a stored run, or none
    std::optional<core::RunId> m_shownRun; ///< stored run whose curves are shown
    RunCurves m_storedCurves;
    bool m_reading = false;
    int m_readToken = 0;

    QStackedWidget* m_stack;
    StageHint* m_hint;
    RunsQueueBox* m_queueBox;
    RunsHistory* m_history;
    QLabel* m_heading;
    QLabel* m_detail;
    charts::ChartView* m_loss;
    charts::ChartView* m_validation;
    charts::ChartView* m_throughput;
};

} // namespace widgets
