// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare_exporter.h"

#include "core/base/file.h"
#include "core/output/export.h"
#include "widgets/folders.h"
#include "widgets/text.h"

#include <QDir>
#include <QFileDialog>

namespace widgets {
namespace {

QString extension(charts::ChartView::Format format) {
    switch (format) {
    case charts::ChartView::Format::Png:
        return QStringLiteral("png");
    case charts::ChartView::Format::Svg:
        return QStringLiteral("svg");
    case charts::ChartView::Format::Pdf:
        return QStringLiteral("pdf");
    case charts::ChartView::Format::Csv:
        return QStringLiteral("csv");
    }
    return {};
}

} // namespace

CompareExporter::CompareExporter(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {}

void CompareExporter::tell(const core::Result<Files>& files, const QString& directory) {
    QStringList names;
    if (files.ok()) {
        for (const std::string& file : *files)
            names << toQString(file);
        Q_EMIT m_workspace.message(tr("Exported to %1").arg(QDir::toNativeSeparators(directory)), false);
    } else if (files.error().code != core::ErrorCode::Cancelled) {
        Q_EMIT m_workspace.message(errorText(files.error()), true);
    }
    Q_EMIT finished(names);
}

void CompareExporter::run(const QString& title, std::function<core::Result<Files>(core::JobContext&)> work,
                          const QString& directory) {
    JobRunner::Options options;
    options.title = title;
    m_workspace.jobs().run<Files>(
        options, this,
        [work = std::move(work), path = toStd(directory)](core::JobContext& job) -> core::Result<Files> {
            TL_CHECK_STATUS(core::makeDirectory(path));
            return work(job);
        },
        [this, directory](const core::Result<Files>& files) { tell(files, directory); });
}

void CompareExporter::exportModels(const std::vector<core::RunId>& runs, const QString& directory) {
    const core::store::ProjectPtr project = m_workspace.project();
    if (!project)
        return;
    run(
        tr("Exporting models"),
        [project, runs, path = toStd(directory), rule = m_workspace.bucketRule()](core::JobContext& job) {
            return core::output::exportModels(*project, runs, path, rule, job);
        },
        directory);
}

void CompareExporter::exportPredictions(const std::vector<core::RunId>& runs, const QString& directory) {
    const core::store::ProjectPtr project = m_workspace.project();
    if (!project)
        return;
    run(
        tr("Exporting predictions"),
        [project, runs, path = toStd(directory)](core::JobContext&) {
            return core::output::exportPredictions(*project, runs, path);
        },
        directory);
}

core::Result<CompareExporter::Files> CompareExporter::writeCharts(const std::vector<charts::ChartView*>& charts,
                                                                  const QString& directory,
                                                                  charts::ChartView::Format format) {
    TL_CHECK_STATUS(core::makeDirectory(toStd(directory)));
    Files files;
    for (const charts::ChartView* chart : charts) {
        if (chart->data().series.isEmpty())
            continue; // it shows only what to do next
        const QString name = chart->objectName() + QLatin1Char('.') + extension(format);
        TL_CHECK_STATUS(chart->exportTo(QDir(directory).filePath(name), format));
        files.push_back(toStd(name));
    }
    return files;
}

void CompareExporter::exportReport(const core::output::ComparisonRequest& request,
                                   const std::vector<charts::ChartView*>& charts, const QString& directory) {
    const core::store::ProjectPtr project = m_workspace.project();
    if (!project)
        return;
    const auto names = writeCharts(charts, directory, charts::ChartView::Format::Svg);
    if (!names.ok()) {
        tell(names, directory);
        return;
    }
    run(
        tr("Writing the report"),
        [project, request, path = toStd(directory), names = *names](core::JobContext& job) {
            return core::output::exportReport(*project, request, path, names, job);
        },
        directory);
}

void CompareExporter::exportCharts(const std::vector<charts::ChartView*>& charts, const QString& directory,
                                   charts::ChartView::Format format) {
    tell(writeCharts(charts, directory, format), directory);
}

void CompareExporter::chooseDirectory(QWidget* parent, const QString& title,
                                      const std::function<void(const QString&)>& chosen) {
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    followLastFolder(*dialog);
    connect(dialog, &QFileDialog::fileSelected, this, chosen);
    dialog->open();
}

} // namespace widgets
