// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/buckets.h"
#include "core/store/project.h"
#include "core/store/run_store.h"
#include "core/store/split_store.h"
#include "widgets/job_runner.h"
#include "widgets/selection_model.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace widgets {

/// What the panels share: the open project, what was last read of it, the bucket rule, the selection, the jobs. Panels
/// know the workspace, never each other. GUI thread only; it reads the project through jobs, so its lists follow a
/// little later.
class Workspace : public QObject {
    Q_OBJECT
public:
    explicit Workspace(QObject* parent = nullptr);

    JobRunner& jobs() { return m_jobs; }
    SelectionModel& selection() { return m_selection; }

    core::store::ProjectPtr project() const { return m_project; }
    void setProject(core::store::ProjectPtr project); ///< nullptr closes
    /// Splits of items: what can be trained on.
    const std::vector<core::store::SplitInfo>& splits() const { return m_splits; }
    /// These and the splits of events, oldest first.
    const std::vector<core::store::SplitInfo>& allSplits() const { return m_allSplits; }
    std::optional<core::SplitId> currentSplit() const { return m_currentSplit; }
    void setCurrentSplit(core::SplitId split);
    const core::store::SplitInfo* currentSplitInfo() const;
    const std::vector<core::store::RunRecord>& runs() const { return m_runs; } ///< newest first
    const core::stats::BucketRule& bucketRule() const { return m_bucketRule; }
    /// The rule under which every panel shows buckets.
    void setBucketRule(const core::stats::BucketRule& rule);

    /// Answers on the GUI thread, a moment later, whether the open project is so large that looking at every row is
    /// something to be asked for (more than largeProject() rows). Not when it cannot be read or the receiver is gone.
    Job* askWhetherLarge(QObject* receiver, std::function<void(bool large)> answer);
    std::int64_t largeProject() const { return m_largeProject; }
    void setLargeProject(std::int64_t rows) { m_largeProject = rows; }

public Q_SLOTS:
    /// Reads splits and runs anew (after imports, splits, runs).
    void refresh();

Q_SIGNALS:
    void projectChanged(); ///< another project, or none
    void dataChanged();    ///< something was imported or removed
    void splitsChanged();
    void currentSplitChanged();
    void runsChanged();
    void bucketRuleChanged();
    void message(const QString& text, bool error); ///< for the message bar: panels emit it, the window shows it
    void stageRequested(int stage);                ///< a panel asks for another: 0 Data … 4 Compare
    void recipeRequested(const QByteArray& recipeJson); ///< advice hands a recipe to the recipe panel
    void
    experimentRequested(const QByteArray& experimentJson); ///< the recipe panel hands an experiment to the runs panel

private:
    JobRunner m_jobs;
    SelectionModel m_selection;
    core::store::ProjectPtr m_project;
    std::vector<core::store::SplitInfo> m_splits, m_allSplits;
    std::optional<core::SplitId> m_currentSplit;
    std::vector<core::store::RunRecord> m_runs;
    core::stats::BucketRule m_bucketRule;
    std::int64_t m_largeProject = 1'000'000; ///< rows
};

} // namespace widgets
