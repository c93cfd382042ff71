// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/screenshots.h"

#include "core/base/file.h"
#include "widgets/shell/main_window.h"
#include "widgets/shell/message_bar.h"
#include "widgets/text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPixmap>
#include <QTimer>

#include <algorithm>

namespace widgets::shell {

namespace {

constexpr int kPatienceMilliseconds = 60'000;
constexpr int kQuietMilliseconds = 150; ///< how long a panel must stay settled: one job may start the next

/// Lets the event loop run until `done` has held for a moment. False when the patience ends first.
template <class Done> bool waitFor(Done done) {
    QElapsedTimer total, quiet;
    total.start();
    quiet.start();
    while (quiet.elapsed() < kQuietMilliseconds) {
        if (total.elapsed() > kPatienceMilliseconds)
            return false;
        QEventLoop loop;
        QTimer::singleShot(10, &loop, &QEventLoop::quit);
        loop.exec();
        if (!done())
            quiet.restart();
    }
    return true;
}

/// The finished runs to show when none are named: those of the newest run's split, oldest first.
std::vector<core::RunId> finishedRuns(const Workspace& workspace) {
    std::vector<core::RunId> ids;
    std::optional<core::SplitId> split;
    for (const core::store::RunRecord& run : workspace.runs()) {
        if (run.status != core::store::RunStatus::Finished || (split && run.split != *split))
            continue;
        split = run.split;
        ids.push_back(run.id);
    }
    std::reverse(ids.begin(), ids.end());
    return ids;
}

bool settle(MainWindow& window, Workspace& workspace, int stage) {
    window.showStage(stage);
    return waitFor([&] { return window.panel(stage)->settled() && !workspace.jobs().busy(); });
}

core::Status writeImage(const QPixmap& image, const QString& path) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return core::Error(core::ErrorCode::WriteFailed, "the picture could not be encoded").inFile(toStd(path));
    return core::writeFileAtomically(toStd(path), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

/// The further tabs of a stage as DIR/1-data-quality.png …
core::Status renderViews(MainWindow& window, Workspace& workspace, int stage, const QString& directory) {
    Panel* const panel = window.panel(stage);
    const QStringList views = panel->views();
    for (int view = 1; view < views.size(); ++view) {
        panel->showView(view);
        if (!settle(window, workspace, stage))
            return core::Error(core::ErrorCode::Internal,
                               "the stage “" + toStd(panel->id()) + "” took too long to show");
        const QString name = QStringLiteral("%1-%2-%3.png").arg(stage + 1).arg(panel->id(), views[view]);
        TL_CHECK_STATUS(writeImage(window.grab(), QDir(directory).filePath(name)));
    }
    if (!views.isEmpty())
        panel->showView(0);
    return {};
}

core::Status checkRun(const Workspace& workspace, core::RunId id) {
    for (const core::store::RunRecord& run : workspace.runs())
        if (run.id == id)
            return {};
    return core::Error(core::ErrorCode::NoSuchRun).at({}, std::to_string(raw(id)));
}

} // namespace

core::Status openAndWait(MainWindow& window, Workspace& workspace, const QString& project) {
    using core::store::Project;
    core::Result<core::store::ProjectPtr> opened = Project::open(toStd(project), Project::Access::ReadWrite);
    // Nothing is written here, so a project that is open elsewhere, or lies on a read-only disk, can be rendered as
    // well.
    if (!opened.ok() && (opened.error().code == core::ErrorCode::ProjectLocked ||
                         opened.error().code == core::ErrorCode::ProjectReadOnly))
        opened = Project::open(toStd(project), Project::Access::ReadOnly);
    if (!opened.ok())
        return std::move(opened).error();
    workspace.setProject(std::move(*opened));
    window.show();
    if (!waitFor([&] { return !workspace.jobs().busy() && window.panel(0)->settled(); }))
        return core::Error(core::ErrorCode::Internal, "the project took too long to show");
    window.messageBar()->clear();
    return {};
}

core::Status renderScreenshots(MainWindow& window, Workspace& workspace, const QString& directory) {
    TL_CHECK_STATUS(core::makeDirectory(toStd(directory)));
    if (const std::vector<core::RunId> runs = finishedRuns(workspace); !runs.empty())
        window.setComparedRuns(runs, runs.front());
    for (int stage = 0; stage < kStageCount; ++stage) {
        if (!settle(window, workspace, stage))
            return core::Error(core::ErrorCode::Internal,
                               "the stage “" + toStd(window.panel(stage)->id()) + "” took too long to show");
        const QString name = QStringLiteral("%1-%2.png").arg(stage + 1).arg(window.panel(stage)->id());
        TL_CHECK_STATUS(writeImage(window.grab(), QDir(directory).filePath(name)));
        TL_CHECK_STATUS(renderViews(window, workspace, stage, directory));
    }
    return {};
}

core::Result<int> renderCharts(MainWindow& window, Workspace& workspace, const ChartRequest& request) {
    constexpr int kDistribution = 1, kCompare = 4;
    std::vector<core::RunId> runs = request.runs.empty() ? finishedRuns(workspace) : request.runs;
    if (request.baseline && std::find(runs.begin(), runs.end(), *request.baseline) == runs.end())
        runs.insert(runs.begin(), *request.baseline);
    for (const core::RunId run : runs)
        TL_CHECK_STATUS(checkRun(workspace, run));
    std::vector<Panel*> panels{window.panel(kDistribution)};
    if (!runs.empty()) {
        window.setComparedRuns(runs, request.baseline ? request.baseline : std::optional(runs.front()));
        panels.push_back(window.panel(kCompare));
    }
    for (const int stage : {kDistribution, kCompare}) {
        // Tabs read what they show when they are first looked at.
        const auto tabs = std::max<qsizetype>(1, window.panel(stage)->views().size());
        for (qsizetype tab = tabs; tab-- > 0;) {
            window.panel(stage)->showView(static_cast<int>(tab));
            if (!settle(window, workspace, stage))
                return core::Error(core::ErrorCode::Internal, "the charts took too long to draw");
        }
    }
    TL_TRY(const QStringList written, exportCharts(panels, request.directory, request.format));
    return static_cast<int>(written.size());
}

} // namespace widgets::shell
