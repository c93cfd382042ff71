// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/output/comparison.h"
#include "widgets/charts/chart_view.h"
#include "widgets/workspace.h"

#include <QObject>

#include <functional>
#include <vector>

class QWidget;

namespace widgets {

/// Writes what a comparison consists of. Files are made in jobs; charts on the GUI thread, since they are widgets. What
/// came of it is told in the message bar. GUI thread only.
class CompareExporter : public QObject {
    Q_OBJECT
public:
    explicit CompareExporter(Workspace& workspace, QObject* parent = nullptr);

    void exportModels(const std::vector<core::RunId>& runs, const QString& directory);
    void exportPredictions(const std::vector<core::RunId>& runs, const QString& directory);
    /// The charts are written as SVG beside the report.
    void exportReport(const core::output::ComparisonRequest& request, const std::vector<charts::ChartView*>& charts,
                      const QString& directory);
    void exportCharts(const std::vector<charts::ChartView*>& charts, const QString& directory,
                      charts::ChartView::Format format);
    /// Asks for a folder without blocking the window; the last one is proposed.
    void chooseDirectory(QWidget* parent, const QString& title, const std::function<void(const QString&)>& chosen);

Q_SIGNALS:
    /// After each export; `files` is empty when it failed.
    void finished(const QStringList& files);

private:
    using Files = std::vector<std::string>;
    void run(const QString& title, std::function<core::Result<Files>(core::JobContext&)> work,
             const QString& directory);
    core::Result<Files> writeCharts(const std::vector<charts::ChartView*>& charts, const QString& directory,
                                    charts::ChartView::Format format);
    void tell(const core::Result<Files>& files, const QString& directory);

    Workspace& m_workspace;
};

} // namespace widgets
