// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare_data.h"

#include "core/output/border_sweep.h"
#include "widgets/forms/choice_text.h"
#include "widgets/panels/panel_text.h"
#include "widgets/text.h"
#include "widgets/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace widgets {
namespace {

using charts::AxisData;
using charts::ChartData;
using charts::SeriesData;
using core::output::ComparedRun;
using core::output::Comparison;
using core::output::scoreOf;
using core::stats::Bucket;
using core::stats::Difference;

struct CompareCharts {
    Q_DECLARE_TR_FUNCTIONS(widgets::CompareCharts)
};

/// The buckets of a rule in which classes are trained on.
std::vector<Bucket> trainedBuckets(const core::stats::BucketRule& rule) {
    std::vector<Bucket> buckets = core::stats::bucketsOf(rule);
    buckets.pop_back(); // cold
    return buckets;
}

std::vector<std::string> withMacro(const std::string& kind, const core::stats::BucketRule& rule) {
    auto metrics = core::output::bucketMetrics(kind, rule);
    metrics.push_back("macro_" + kind);
    return metrics;
}

const Difference* find(const std::map<std::string, Difference>& values, const std::string& metric) {
    const auto place = values.find(metric);
    return place == values.end() || !std::isfinite(place->second.value) ? nullptr : &place->second;
}

QString intervalText(const Difference& d) {
    return CompareCharts::tr("%1 [%2, %3]").arg(formatPercent(d.value), formatPercent(d.low), formatPercent(d.high));
}

QString signedPoints(double value) {
    const QString text = formatDecimal(value * 100, 1);
    return value > 0 ? QLatin1Char('+') + text : text;
}

QString differenceText(const Difference& d) {
    return CompareCharts::tr("%1 points [%2, %3]")
        .arg(signedPoints(d.value), signedPoints(d.low), signedPoints(d.high));
}

bool isBaseline(const Comparison& comparison, const ComparedRun& run) {
    return comparison.request.baseline && run.record.id == *comparison.request.baseline;
}

/// Holm-adjusted p-values of all differences shown, by run and metric.
std::map<std::pair<std::size_t, std::string>, double> adjustedP(const Comparison& comparison,
                                                                const std::vector<std::string>& metrics) {
    std::vector<std::pair<std::size_t, std::string>> keys;
    std::vector<double> values;
    for (std::size_t r = 0; r < comparison.runs.size(); ++r)
        for (const std::string& metric : metrics)
            if (const Difference* d = find(comparison.runs[r].differences, metric)) {
                keys.emplace_back(r, metric);
                values.push_back(d->pValue);
            }
    const std::vector<double> adjusted = core::stats::holmAdjusted(values);
    std::map<std::pair<std::size_t, std::string>, double> result;
    for (std::size_t i = 0; i < keys.size() && i < adjusted.size(); ++i)
        result[keys[i]] = adjusted[i];
    return result;
}

/// Lines where the bucket changes, on the axis of supports: halfway (in logarithms) between the neighbours.
QList<charts::BorderData> supportBorders(const Comparison& comparison) {
    QList<charts::BorderData> borders;
    const std::vector<Bucket> buckets = trainedBuckets(comparison.request.rule);
    for (std::size_t b = 0; b + 1 < buckets.size(); ++b) {
        double least = 0, most = 0; // of the bucket above the border, of those below it
        for (std::size_t c = 0; c < comparison.bucketOfClass.size(); ++c) {
            const auto support = static_cast<double>(comparison.trainSupport[c]);
            const Bucket bucket = comparison.bucketOfClass[c];
            if (bucket == buckets[b])
                least = least > 0 ? std::min(least, support) : support;
            else if (bucket > buckets[b] && bucket < Bucket::Cold)
                most = std::max(most, support);
        }
        if (least <= 0 || most <= 0)
            continue;
        const Bucket upper = buckets[b], lower = buckets[b + 1];
        borders << charts::BorderData{std::sqrt(least * most),
                                      QStringLiteral("%1 | %2").arg(bucketTitle(upper), bucketTitle(lower)),
                                      bucketColor(lower), false};
    }
    return borders;
}

} // namespace

std::vector<std::string> comparedMetrics(const std::string& kind, const core::stats::BucketRule& rule) {
    std::vector<std::string> metrics{"accuracy", "macro_f1"};
    for (const std::string& metric : withMacro(kind, rule))
        if (std::find(metrics.begin(), metrics.end(), metric) == metrics.end())
            metrics.push_back(metric);
    return metrics;
}

ChartData bucketChart(const Comparison& comparison, const std::string& kind, const QString& footnote) {
    ChartData data;
    data.title = CompareCharts::tr("%1 per bucket, 95 % intervals").arg(metricTitle(kind));
    data.footnote = footnote;
    data.x.scale = AxisData::Scale::Categories;
    for (const Bucket bucket : trainedBuckets(comparison.request.rule))
        data.x.categories << bucketTitle(bucket);
    data.x.categories << CompareCharts::tr("all classes");
    data.y.title = metricTitle(kind);
    data.y.percent = true;
    data.y.includeZero = true;
    data.y.max = 1;
    const auto metrics = withMacro(kind, comparison.request.rule);
    for (std::size_t r = 0; r < comparison.runs.size(); ++r) {
        const ComparedRun& run = comparison.runs[r];
        SeriesData series;
        series.kind = SeriesData::Kind::Bars;
        series.name = runShortTitle(run.record);
        series.color = runColor(static_cast<int>(r));
        for (std::size_t m = 0; m < metrics.size(); ++m) {
            const Difference* d = find(run.intervals, metrics[m]);
            if (d == nullptr)
                continue;
            series.points << QPointF(static_cast<double>(m), d->value);
            series.low << d->low;
            series.high << d->high;
            series.labels
                << CompareCharts::tr("%1\n%2: %3").arg(runTitle(run.record), metricTitle(metrics[m]), intervalText(*d));
        }
        data.series << series;
    }
    return data;
}

ChartData differenceChart(const Comparison& comparison, const std::string& kind, const QString& footnote) {
    ChartData data;
    data.title = CompareCharts::tr("Difference to the baseline, 95 % intervals");
    data.footnote = footnote;
    data.emptyText = comparison.request.baseline
                         ? CompareCharts::tr("Check a second run to see its difference to the baseline.")
                         : CompareCharts::tr("Choose a baseline on the left to see differences.");
    data.x.scale = AxisData::Scale::Categories;
    data.y.title = CompareCharts::tr("Difference in points");
    data.y.percent = true;
    data.y.includeZero = true;
    const auto metrics = comparedMetrics(kind, comparison.request.rule);
    for (const std::string& metric : metrics)
        data.x.categories << metricTitle(metric);
    const auto p = adjustedP(comparison, metrics);
    for (std::size_t r = 0; r < comparison.runs.size(); ++r) {
        const ComparedRun& run = comparison.runs[r];
        if (run.differences.empty())
            continue;
        SeriesData series;
        series.kind = SeriesData::Kind::Intervals;
        series.name = runShortTitle(run.record);
        series.color = runColor(static_cast<int>(r));
        for (std::size_t m = 0; m < metrics.size(); ++m) {
            const Difference* d = find(run.differences, metrics[m]);
            if (d == nullptr)
                continue;
            series.points << QPointF(static_cast<double>(m), d->value);
            series.low << d->low;
            series.high << d->high;
            series.labels << CompareCharts::tr("%1\n%2: %3\np (Holm) = %4")
                                 .arg(runTitle(run.record), metricTitle(metrics[m]), differenceText(*d),
                                      formatDecimal(p.at({r, metrics[m]}), 4));
        }
        data.series << series;
    }
    if (!data.series.isEmpty()) {
        SeriesData zero;
        zero.name = CompareCharts::tr("baseline");
        zero.color = QColor(0x8C, 0x92, 0x99);
        zero.style = Qt::DashLine;
        zero.width = 1;
        zero.points = {QPointF(-0.5, 0), QPointF(static_cast<double>(metrics.size()) - 0.5, 0)};
        data.series << zero;
    }
    return data;
}

ChartData supportChart(const Comparison& comparison, const std::string& kind, const QString& footnote) {
    ChartData data;
    data.title = CompareCharts::tr("%1 of each class against its training rows").arg(metricTitle(kind));
    data.footnote = footnote;
    data.entity = QStringLiteral("label");
    data.x.title = CompareCharts::tr("Training rows of the class");
    data.x.scale = AxisData::Scale::Log;
    data.y.title = metricTitle(kind);
    data.y.percent = true;
    data.y.min = 0;
    data.y.max = 1;
    for (std::size_t r = 0; r < comparison.runs.size(); ++r) {
        const ComparedRun& run = comparison.runs[r];
        SeriesData series;
        series.kind = SeriesData::Kind::Points;
        series.name = runShortTitle(run.record);
        series.color = runColor(static_cast<int>(r));
        for (std::size_t c = 0; c < run.metrics.perClass.size() && c < comparison.classNames.size(); ++c) {
            const auto& score = run.metrics.perClass[c];
            if (score.support == 0)
                continue; // the class does not occur in this part: there is nothing to recall
            const std::int64_t support = comparison.trainSupport[c];
            const double value = scoreOf(score, kind);
            // A log axis has no place for 0: classes without training rows stand at one half.
            series.points << QPointF(support > 0 ? static_cast<double>(support) : 0.5, value);
            series.ids << toQString(comparison.classNames[c]);
            series.labels << CompareCharts::tr("%1 (%2)\n%3: %4\ntraining rows %5, evaluated rows %6")
                                 .arg(toQString(comparison.classNames[c]), bucketTitle(comparison.bucketOfClass[c]),
                                      runTitle(run.record), formatPercent(value), formatInteger(support),
                                      formatInteger(score.support));
        }
        data.series << series;
    }
    data.borders = supportBorders(comparison);
    return data;
}

ChartData bordersChart(const Comparison& comparison, const std::string& kind, const QString& footnote) {
    ChartData data;
    data.title = CompareCharts::tr("%1 behind every border").arg(metricTitle(kind));
    data.footnote = footnote;
    data.y.title = metricTitle(kind);
    data.y.percent = true;
    data.y.min = 0;
    data.y.max = 1;
    const core::output::BorderSweep sweep = core::output::sweepBorders(comparison, kind);
    if (sweep.points.empty())
        return data;
    constexpr std::size_t kFew = 60; // classes that a linear axis can show
    const bool logarithmic = sweep.points.back().head >= kFew;
    if (logarithmic)
        data.x.scale = AxisData::Scale::Log;
    QStringList places;
    for (const std::size_t at : sweep.changes)
        places << formatInteger(static_cast<qint64>(sweep.points[at].head));
    data.x.title = comparison.runs.size() < 2 ? CompareCharts::tr("classes in the head")
                   : places.isEmpty() ? CompareCharts::tr("classes in the head (the same run is best everywhere)")
                                      : CompareCharts::tr("classes in the head (the best run changes at %1)")
                                            .arg(places.join(QStringLiteral(", ")));
    for (std::size_t r = 0; r < comparison.runs.size(); ++r) {
        SeriesData line;
        line.name = runShortTitle(comparison.runs[r].record);
        line.color = runColor(static_cast<int>(r));
        for (const core::output::BorderSweep::Point& point : sweep.points) {
            if (logarithmic && point.head == 0)
                continue; // a logarithmic axis has no place for it
            line.points << QPointF(static_cast<double>(point.head), point.rest[r]);
            line.labels << CompareCharts::tr("%1\n%2 of the classes behind %3: %4%5")
                               .arg(runTitle(comparison.runs[r].record), metricTitle(kind),
                                    formatInteger(static_cast<qint64>(point.head)), formatPercent(point.rest[r]),
                                    point.best == r && comparison.runs.size() > 1 ? CompareCharts::tr(" (best)")
                                                                                  : QString());
        }
        data.series << line;
    }
    // Where the borders of the rule lie now.
    const std::vector<Bucket> buckets = trainedBuckets(comparison.request.rule);
    double head = 0;
    for (std::size_t b = 0; b + 1 < buckets.size(); ++b) {
        for (std::size_t c = 0; c < comparison.bucketOfClass.size(); ++c)
            head +=
                comparison.bucketOfClass[c] == buckets[b] && comparison.runs.front().metrics.perClass[c].support > 0;
        data.borders << charts::BorderData{
            head, QStringLiteral("%1 | %2").arg(bucketTitle(buckets[b]), bucketTitle(buckets[b + 1])),
            bucketColor(buckets[b + 1]), false};
    }
    return data;
}

CellTableModel::Table metricsTable(const Comparison& comparison, const std::string& kind) {
    CellTableModel::Table table;
    const auto metrics = comparedMetrics(kind, comparison.request.rule);
    table.headers = {CompareCharts::tr("Run"), CompareCharts::tr("Model"), CompareCharts::tr("Seed")};
    const auto p = adjustedP(comparison, metrics);
    // First what has intervals, then every other metric there is.
    auto columns = metrics;
    for (const std::string& name : core::stats::metricNames(comparison.request.rule))
        if (std::find(columns.begin(), columns.end(), name) == columns.end())
            columns.push_back(name);
    for (const std::string& metric : columns)
        table.headers << metricTitle(metric);
    for (std::size_t r = 0; r < comparison.runs.size(); ++r) {
        const ComparedRun& run = comparison.runs[r];
        std::vector<Cell> cells{
            Cell::of(runShortTitle(run.record)),
            Cell::of(toQString(run.record.model)),
            {QString::number(run.record.seed), QVariant(static_cast<qlonglong>(run.record.seed)), {}, {}}};
        if (isBaseline(comparison, run))
            cells[0].text = CompareCharts::tr("%1 (baseline)").arg(cells[0].text);
        for (const std::string& metric : columns) {
            Cell cell = Cell::decimal(core::stats::metricValue(run.metrics, metric));
            if (std::isfinite(cell.sort.toDouble()))
                cell.text = formatPercent(cell.sort.toDouble());
            QStringList tips;
            if (const Difference* d = find(run.intervals, metric))
                tips << CompareCharts::tr("95 % interval: %1").arg(intervalText(*d));
            if (const Difference* d = find(run.differences, metric)) {
                tips << CompareCharts::tr("Difference to the baseline: %1, p (Holm) = %2")
                            .arg(differenceText(*d), formatDecimal(p.at({r, metric}), 4));
                cell.text += QStringLiteral("  (%1)").arg(signedPoints(d->value));
            }
            cell.tip = tips.join(QLatin1Char('\n'));
            cells.push_back(cell);
        }
        table.rows.push_back(std::move(cells));
        table.keys << QString::number(core::raw(run.record.id));
    }
    return table;
}

CellTableModel::Table classTable(const Comparison& comparison, const std::string& kind) {
    CellTableModel::Table table;
    table.headers = {CompareCharts::tr("Class"), CompareCharts::tr("Bucket"), CompareCharts::tr("Training rows"),
                     CompareCharts::tr("Evaluated rows")};
    for (const ComparedRun& run : comparison.runs)
        table.headers << CompareCharts::tr("%1: %2").arg(metricTitle(kind), runShortTitle(run.record));
    for (std::size_t c = 0; c < comparison.classNames.size(); ++c) {
        std::int64_t evaluated = 0;
        for (const ComparedRun& run : comparison.runs)
            if (c < run.metrics.perClass.size())
                evaluated = std::max(evaluated, run.metrics.perClass[c].support);
        std::vector<Cell> cells{Cell::of(toQString(comparison.classNames[c])),
                                Cell::of(bucketTitle(comparison.bucketOfClass[c])),
                                Cell::integer(comparison.trainSupport[c]), Cell::integer(evaluated)};
        // Sorted in the order of the buckets, not of their names.
        cells[1].sort = QVariant(static_cast<int>(comparison.bucketOfClass[c]));
        cells[1].ordered = true;
        for (const ComparedRun& run : comparison.runs) {
            const bool known = c < run.metrics.perClass.size() && run.metrics.perClass[c].support > 0;
            Cell cell = Cell::decimal(known ? scoreOf(run.metrics.perClass[c], kind) : std::nan(""));
            if (known)
                cell.text = formatPercent(cell.sort.toDouble());
            cells.push_back(cell);
        }
        table.rows.push_back(std::move(cells));
        table.keys << toQString(comparison.classNames[c]);
    }
    return table;
}

} // namespace widgets
