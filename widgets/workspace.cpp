// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace.h"

#include "core/store/import.h"
#include "widgets/text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace widgets {
namespace {

/// What refresh() reads in one go, so that splits and runs belong together.
struct Contents {
    std::vector<core::store::SplitInfo> splits;
    std::vector<core::store::RunRecord> runs;
};

core::Result<Contents> readContents(const core::store::Project& project, core::JobContext& job) {
    Contents contents;
    TL_TRY(contents.splits, core::store::splits(project));
    TL_CHECK_STATUS(job.check());
    TL_TRY(contents.runs, core::store::runs(project));
    std::sort(contents.runs.begin(), contents.runs.end(),
              [](const core::store::RunRecord& a, const core::store::RunRecord& b) { return raw(a.id) > raw(b.id); });
    return contents;
}

const core::store::SplitInfo* newestOf(const std::vector<core::store::SplitInfo>& splits) {
    const auto newest = std::max_element(
        splits.begin(), splits.end(),
        [](const core::store::SplitInfo& a, const core::store::SplitInfo& b) { return raw(a.id) < raw(b.id); });
    return newest == splits.end() ? nullptr : &*newest;
}

} // namespace

Workspace::Workspace(QObject* parent) : QObject(parent) {
    connect(this, &Workspace::dataChanged, this, &Workspace::refresh);
}

void Workspace::setProject(core::store::ProjectPtr project) {
    if (project == m_project)
        return;
    m_project = std::move(project);
    m_splits.clear();
    m_allSplits.clear();
    m_runs.clear();
    m_currentSplit.reset();
    // The names selected belong to the old project; undoing back to them would select what is not there.
    m_selection.clear();
    m_selection.undoStack()->clear();
    Q_EMIT projectChanged();
    Q_EMIT splitsChanged();
    Q_EMIT currentSplitChanged();
    Q_EMIT runsChanged();
    refresh();
}

void Workspace::setCurrentSplit(core::SplitId split) {
    if (m_currentSplit == split)
        return;
    m_currentSplit = split;
    Q_EMIT currentSplitChanged();
}

const core::store::SplitInfo* Workspace::currentSplitInfo() const {
    if (!m_currentSplit)
        return nullptr;
    const auto found = std::find_if(m_splits.begin(), m_splits.end(),
                                    [this](const core::store::SplitInfo& info) { return info.id == *m_currentSplit; });
    return found == m_splits.end() ? nullptr : &*found;
}

void Workspace::setBucketRule(const core::stats::BucketRule& rule) {
    if (rule == m_bucketRule)
        return;
    m_bucketRule = rule;
    Q_EMIT bucketRuleChanged();
}

Job* Workspace::askWhetherLarge(QObject* receiver, std::function<void(bool large)> answer) {
    if (!m_project)
        return nullptr;
    JobRunner::Options options;
    options.title = tr("Counting rows");
    options.quiet = true;
    return m_jobs.run<std::int64_t>(
        options, receiver, [project = m_project](core::JobContext&) { return core::store::importedRows(*project); },
        [this, project = m_project, answer = std::move(answer)](core::Result<std::int64_t> rows) {
            if (project == m_project && rows.ok())
                answer(*rows > m_largeProject);
        });
}

void Workspace::refresh() {
    JobRunner::Options options;
    options.title = tr("Reading splits and runs");
    options.supersedes = QStringLiteral("workspace.refresh");
    options.quiet = true;
    const core::store::ProjectPtr project = m_project;
    if (!project)
        return;
    m_jobs.run<Contents>(
        options, this, [project](core::JobContext& job) { return readContents(*project, job); },
        [this, project](core::Result<Contents> contents) {
            if (project != m_project)
                return; // another project was opened meanwhile
            if (!contents.ok()) {
                if (contents.error().code != core::ErrorCode::Cancelled)
                    Q_EMIT message(errorText(contents.error()), true);
                return;
            }
            m_allSplits = std::move(contents->splits);
            m_splits.clear();
            std::copy_if(m_allSplits.begin(), m_allSplits.end(), std::back_inserter(m_splits),
                         [](const core::store::SplitInfo& split) { return split.ofItems(); });
            m_runs = std::move(contents->runs);
            const auto before = m_currentSplit;
            if (currentSplitInfo() == nullptr) {
                const core::store::SplitInfo* const newest = newestOf(m_splits);
                m_currentSplit = newest == nullptr ? std::nullopt : std::optional(newest->id);
            }
            Q_EMIT splitsChanged();
            if (before != m_currentSplit)
                Q_EMIT currentSplitChanged();
            Q_EMIT runsChanged();
        });
}

} // namespace widgets
