// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/run_charts.h"

#include "widgets/text.h"
#include "widgets/theme.h"

#include <QCoreApplication>

#include <cmath>

namespace widgets {
namespace {

using charts::AxisData;
using charts::ChartData;
using charts::SeriesData;

struct RunCharts {
    Q_DECLARE_TR_FUNCTIONS(widgets::RunCharts)
};

AxisData epochAxis(const RunCurves& curves) {
    AxisData axis;
    axis.title = RunCharts::tr("Epoch");
    if (curves.epochs.size() == 1) { // one point spans no range by itself
        axis.min = 0;
        axis.max = 2;
    }
    return axis;
}

ChartData emptyChart(const QString& title, const QString& footnote) {
    ChartData data;
    data.title = title;
    data.footnote = footnote;
    data.emptyText = RunCharts::tr("Points appear here as the run trains.");
    return data;
}

} // namespace

ChartData lossChart(const RunCurves& curves, const QString& footnote) {
    ChartData data = emptyChart(RunCharts::tr("Training loss"), footnote);
    data.y.title = RunCharts::tr("Loss");
    data.legend = false;
    SeriesData series;
    series.name = RunCharts::tr("Training loss");
    series.color = accentColor();
    if (!curves.steps.empty()) {
        data.x.title = RunCharts::tr("Step");
        for (const StepPoint& point : curves.steps)
            series.points << QPointF(point.step, point.loss);
    } else {
        data.x = epochAxis(curves);
        for (const EpochPoint& point : curves.epochs)
            series.points << QPointF(point.epoch, point.trainLoss);
    }
    data.series = {series};
    return data;
}

ChartData validationChart(const RunCurves& curves, const QString& metric, const QString& footnote) {
    ChartData data = emptyChart(RunCharts::tr("Validation recall per bucket"), footnote);
    data.x = epochAxis(curves);
    data.y.title = RunCharts::tr("Recall");
    data.y.percent = true;
    data.y.min = 0;
    data.y.max = 1;
    for (const core::stats::Bucket bucket : core::stats::kBuckets) {
        SeriesData series;
        series.name = bucketTitle(bucket);
        series.color = bucketColor(bucket);
        series.style = bucketPenStyle(bucket);
        series.width = 2.2;
        for (const EpochPoint& point : curves.epochs) {
            const double recall = point.recall[static_cast<std::size_t>(bucket)];
            if (!std::isfinite(recall))
                continue;
            series.points << QPointF(point.epoch, recall);
            series.labels
                << RunCharts::tr("Epoch %1: %2 %3").arg(formatInteger(point.epoch), series.name, formatPercent(recall));
        }
        if (!series.points.isEmpty())
            data.series << series;
    }
    SeriesData best;
    best.kind = SeriesData::Kind::Points;
    best.name = RunCharts::tr("Best epoch by %1").arg(metric);
    best.color = runColor(1); // no bucket has it
    for (const EpochPoint& point : curves.epochs)
        if (point.best && std::isfinite(point.metric)) {
            best.points = {QPointF(point.epoch, point.metric)};
            best.labels = {
                RunCharts::tr("Epoch %1: %2 %3").arg(formatInteger(point.epoch), metric, formatPercent(point.metric))};
        }
    if (!best.points.isEmpty())
        data.series << best;
    return data;
}

ChartData throughputChart(const RunCurves& curves, const QString& footnote) {
    ChartData data = emptyChart(RunCharts::tr("Throughput"), footnote);
    data.y.title = RunCharts::tr("Rows/s");
    data.y.includeZero = true;
    data.legend = false;
    SeriesData series;
    series.name = RunCharts::tr("Rows per second");
    series.color = runColor(0);
    if (!curves.steps.empty()) {
        data.x.title = RunCharts::tr("Step");
        for (const StepPoint& point : curves.steps)
            if (point.examplesPerSecond > 0)
                series.points << QPointF(point.step, point.examplesPerSecond);
    } else {
        data.x = epochAxis(curves);
        for (const EpochPoint& point : curves.epochs)
            series.points << QPointF(point.epoch, point.examplesPerSecond);
    }
    data.series = {series};
    return data;
}

} // namespace widgets
