// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "widgets/shell/chart_export.h"

#include <QSize>
#include <QString>

#include <optional>
#include <vector>

namespace widgets::shell {

class MainWindow;

/// Opens a project in the window and waits for it; what the job said when it fails.
core::Status openAndWait(MainWindow& window, Workspace& workspace, const QString& project);

/// Renders every stage as DIR/1-data.png … DIR/5-compare.png, and its further tabs as DIR/1-data-quality.png …. Waits for each panel to settle, up to a limit.
core::Status renderScreenshots(MainWindow& window, Workspace& workspace, const QString& directory);

struct ChartRequest {
    QString directory;
    charts::ChartView::Format format = charts::ChartView::Format::Png;
    std::vector<core::RunId> runs; ///< empty = all finished runs of the newest run's split
    std::optional<core::RunId> baseline;
};
/// Writes the charts of the Distribution and Compare stages; how many were written. NoSuchRun for an unknown run.
core::Result<int> renderCharts(MainWindow& window, Workspace& workspace, const ChartRequest& request);

} // namespace widgets::shell
