// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/experiment_config.h"
#include "widgets/job_runner.h"
#include "widgets/panels/run_feed.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

namespace widgets {

/// One run in the queue: one recipe, one model, one seed of an experiment.
struct QueuedRun {
    enum class State { Waiting, Running, Paused, Finished, Failed, Cancelled };
    int key = 0;                          ///< for life; rows move
    core::train::ExperimentConfig config; ///< with exactly one recipe, model and seed
    core::SplitId split{};
    std::string device = "cpu";
    bool resume = false;
    State state = State::Waiting;
    std::optional<core::RunId> run;
    QString stage;        ///< what it does now, translated
    double fraction = -1; ///< negative = not known
    double perSecond = 0; ///< examples
    double secondsLeft = -1;
    QString failure; ///< sentence
    RunCurves curves;
    std::shared_ptr<RunFeed> feed;
    QPointer<Job> job;

    bool active() const { return state == State::Running || state == State::Paused; }
};
QString queueStateTitle(QueuedRun::State state);

/// The queue of runs in the order in which they train. Waiting rows can be moved, by drag and drop too. GUI thread
/// only.
class RunQueueModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Status, Recipe, Model, Seed, Progress, Rate, TimeLeft, Experiment, kColumns };
    static constexpr int kFractionRole = Qt::UserRole; ///< of the Progress column, negative = not known

    explicit RunQueueModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    /// The runs of an experiment, at the end of the queue. Returns the key of the first.
    int append(const core::train::ExperimentConfig& config, core::SplitId split, const std::string& device,
               bool resume);
    const std::vector<QueuedRun>& entries() const { return m_entries; }
    const QueuedRun* find(int key) const;
    int rowOf(int key) const;
    const QueuedRun* active() const;
    const QueuedRun* nextWaiting() const;
    /// Changes an entry and tells the views.
    void change(int key, const std::function<void(QueuedRun&)>& change);
    void remove(int key);
    void clear();
    /// Moves a waiting row before another place; the place is held behind what is not waiting any more.
    bool move(int from, int to);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;
    void retranslate();

private:
    int firstWaitingRow() const;
    QString text(const QueuedRun& entry, int column) const;

    std::vector<QueuedRun> m_entries;
    int m_nextKey = 1;
};

} // namespace widgets
