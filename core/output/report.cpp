// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/report.h"

#include "core/output/border_sweep.h"
#include "core/output/document.h"
#include "core/output/report_text.h"

#include <algorithm>

namespace core::output {
namespace {

std::string runName(const store::RunRecord& run) {
    return "#" + std::to_string(raw(run.id)) + " " + run.recipe + ", " + run.model + ", seed " +
           std::to_string(run.seed);
}

/// What every table of results was computed from.
std::string resultCaption(const ReportInput& input) {
    const Comparison& comparison = input.comparison;
    std::string runs;
    for (const ComparedRun& run : comparison.runs)
        runs += (runs.empty() ? "" : ", ") + std::to_string(raw(run.record.id));
    return "Split “" + input.split.name + "”, " + std::string(data::partName(comparison.request.part)) +
           " part, buckets " + stats::formatBucketRule(comparison.request.rule) + ", runs " + runs + ".";
}

void addDistributions(Document& document, const ReportInput& input) {
    if (input.distributions.empty())
        return;
    document.heading("Distribution");
    for (const auto& [table, summary] : input.distributions) {
        document.heading("Support per " + table->entity + " (" + table->measure + ")", 3);
        const std::string from =
            (table->splitName.empty() ? std::string("All rows") : "Split “" + table->splitName + "”") + ", " +
            countText(summary.entities) + " entities, support " + countText(summary.total);
        const stats::Indices& indices = summary.indices;
        document.table({from + ".",
                        {"Index", "Value"},
                        {{"Imbalance ratio", fixedText(indices.imbalanceRatio, 2)},
                         {"Gini", fixedText(indices.gini)},
                         {"Entropy", fixedText(indices.entropy)},
                         {"Normalised entropy", fixedText(indices.normalisedEntropy)},
                         {"Effective number", fixedText(indices.effectiveNumber, 2)},
                         {"KL to uniform", fixedText(indices.klToUniform)},
                         {"Share of the top 1 %", fixedText(indices.top1PctShare)},
                         {"Share of the top 20 %", fixedText(indices.top20PctShare)}},
                        1});
        DocumentTable buckets{from + ", buckets " + stats::formatBucketRule(summary.rule) + ".",
                              {"Bucket", "Entities", "Support", "Share"},
                              {},
                              1};
        for (const stats::Bucket bucket : stats::bucketsOf(summary.rule)) {
            const auto& row = summary.buckets[static_cast<std::size_t>(bucket)];
            buckets.rows.push_back(
                {bucketTitle(bucket), countText(row.entities), countText(row.total), fixedText(row.share)});
        }
        document.table(std::move(buckets));
    }
}

void addRuns(Document& document, const ReportInput& input) {
    document.heading("Runs");
    DocumentTable table{"Seconds: wall clock of the training.",
                        {"Run", "Recipe", "Model", "Device", "Seed", "Epochs", "Best epoch", "Seconds", "Rows/s"},
                        {},
                        4};
    for (const ComparedRun& run : input.comparison.runs) {
        const store::RunRecord& record = run.record;
        table.rows.push_back({std::to_string(raw(record.id)), record.recipe, record.model, record.device,
                              std::to_string(record.seed), std::to_string(record.epochs),
                              std::to_string(record.bestEpoch), fixedText(record.seconds, 1),
                              fixedText(record.examplesPerSecond, 0)});
    }
    document.table(std::move(table));
    std::vector<std::string> shown;
    for (const ComparedRun& run : input.comparison.runs) {
        const std::string& name = run.record.recipe;
        if (std::find(shown.begin(), shown.end(), name) != shown.end())
            continue;
        shown.push_back(name);
        document.heading("Recipe “" + name + "”", 3);
        document.list(recipeLines(run.record.recipeJson));
    }
}

void addOverall(Document& document, const ReportInput& input) {
    document.heading("Results");
    document.heading("Metrics", 3);
    DocumentTable table{
        resultCaption(input),
        {"Run", "Accuracy", "Macro precision", "Macro recall", "Macro F1", "Weighted F1", "Balanced accuracy"},
        {},
        1};
    for (const ComparedRun& run : input.comparison.runs)
        table.rows.push_back({runName(run.record), fixedText(run.metrics.accuracy),
                              fixedText(run.metrics.macroPrecision), fixedText(run.metrics.macroRecall),
                              fixedText(run.metrics.macroF1), fixedText(run.metrics.weightedF1),
                              fixedText(run.metrics.balancedAccuracy)});
    document.table(std::move(table));

    DocumentTable intervals{resultCaption(input), {"Run"}, {}, 1};
    for (const std::string& metric : input.comparison.request.metrics)
        intervals.header.push_back(metricTitle(metric));
    for (const ComparedRun& run : input.comparison.runs) {
        std::vector<std::string> row{runName(run.record)};
        for (const std::string& metric : input.comparison.request.metrics) {
            const auto found = run.intervals.find(metric);
            row.push_back(found != run.intervals.end() ? intervalText(found->second, false) : "–");
        }
        intervals.rows.push_back(std::move(row));
    }
    document.heading("Metrics with intervals", 3);
    document.table(std::move(intervals));
}

void addBuckets(Document& document, const ReportInput& input) {
    document.heading("By bucket", 3);
    DocumentTable table{resultCaption(input), {"Run", "Bucket", "Classes", "Rows", "Precision", "Recall", "F1"}, {}, 2};
    for (const ComparedRun& run : input.comparison.runs) {
        for (const stats::Bucket bucket : stats::bucketsOf(input.comparison.request.rule)) {
            const stats::BucketScore& score = run.metrics.buckets[static_cast<std::size_t>(bucket)];
            const bool any = score.classes > 0;
            if (!any && bucket == stats::Bucket::Cold)
                continue;
            const auto found = run.intervals.find(std::string(stats::bucketName(bucket)) + "_recall");
            std::string recall = any ? fixedText(score.recall) : "–";
            if (any && found != run.intervals.end())
                recall = intervalText(found->second, false);
            table.rows.push_back({runName(run.record), bucketTitle(bucket), std::to_string(score.classes),
                                  countText(score.support), any ? fixedText(score.precision) : "–", recall,
                                  any ? fixedText(score.f1) : "–"});
        }
    }
    document.table(std::move(table));
}

void addDifferences(Document& document, const ReportInput& input) {
    const auto baseline = input.comparison.request.baseline;
    if (!baseline)
        return;
    document.heading("Difference to the baseline", 3);
    DocumentTable table{resultCaption(input) + " Baseline: run " + std::to_string(raw(*baseline)) + ".",
                        {"Run", "Metric", "Difference", "p", "p (Holm)"},
                        {},
                        2};
    for (const ComparedRun& run : input.comparison.runs) {
        std::vector<const std::string*> names;
        std::vector<double> pValues;
        for (const std::string& metric : input.comparison.request.metrics) {
            const auto found = run.differences.find(metric);
            // A bucket without classes has no difference and must not count as a test.
            if (found == run.differences.end() || !(found->second.value == found->second.value))
                continue;
            names.push_back(&metric);
            pValues.push_back(found->second.pValue);
        }
        const std::vector<double> adjusted = stats::holmAdjusted(pValues);
        for (std::size_t i = 0; i < names.size(); ++i)
            table.rows.push_back({runName(run.record), metricTitle(*names[i]),
                                  intervalText(run.differences.at(*names[i]), true), fixedText(pValues[i]),
                                  fixedText(adjusted[i])});
    }
    document.table(std::move(table));
}

/// Whether the best run in the tail is the best under every rule.
void addBorders(Document& document, const ReportInput& input) {
    if (input.comparison.runs.size() < 2)
        return;
    const BorderSweep sweep = sweepBorders(input.comparison, "recall");
    if (sweep.points.empty())
        return;
    document.heading("Where the border lies", 3);
    const auto name = [&](std::size_t run) { return runName(input.comparison.runs[run].record); };
    std::string text = "By the mean recall of the classes behind the border, run " + name(sweep.points.front().best) +
                       (sweep.changes.empty() ? " is best wherever it lies." : " is best at first;");
    for (const std::size_t at : sweep.changes)
        text += (at == sweep.changes.front() ? " from " : ", from ") + std::to_string(sweep.points[at].head) +
                " classes in the head on " + name(sweep.points[at].best);
    document.paragraph(text + (sweep.changes.empty() ? "" : "."));
}

void addClasses(Document& document, const ReportInput& input) {
    const Comparison& comparison = input.comparison;
    document.heading("Recall by class", 3);
    DocumentTable table{resultCaption(input), {"Class", "Bucket", "Training rows", "Evaluated rows"}, {}, 2};
    for (const ComparedRun& run : comparison.runs)
        table.header.push_back(runName(run.record));
    for (std::size_t c = 0; c < comparison.classNames.size(); ++c) {
        std::vector<std::string> row{comparison.classNames[c], bucketTitle(comparison.bucketOfClass[c]),
                                     countText(comparison.trainSupport[c])};
        for (const ComparedRun& run : comparison.runs) {
            const stats::ClassScore& score = run.metrics.perClass[c];
            if (&run == &comparison.runs.front())
                row.push_back(countText(score.support));
            row.push_back(score.support > 0 ? fixedText(score.recall) : "–");
        }
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
}

void addNotes(Document& document, const ReportInput& input) {
    const ComparisonRequest& request = input.comparison.request;
    document.heading("Definitions");
    std::vector<std::string> notes = metricDefinitions();
    notes.push_back("Buckets: " + bucketRuleText(request.rule));
    notes.push_back("Intervals: " + fixedText(100 * request.bootstrap.confidence, 0) + " % percentile intervals of " +
                    countText(request.bootstrap.resamples) +
                    " bootstrap resamples of the evaluated rows, drawn within each true class, seed " +
                    std::to_string(request.bootstrap.seed) +
                    ". Differences are paired: both runs are measured on the same resample. p is two-sided; Holm's "
                    "adjustment runs over the metrics of a run.");
    document.list(std::move(notes));
}

Document makeReport(const ReportInput& input) {
    Document document("Taillight: " + input.projectName);
    const Comparison& comparison = input.comparison;
    std::string summary = comparison.runs.size() == 1 ? "1 run" : std::to_string(comparison.runs.size()) + " runs";
    summary += " on the " + std::string(data::partName(comparison.request.part)) + " part of the split “" +
               input.split.name + "”, buckets " + stats::formatBucketRule(comparison.request.rule) + ".";
    if (comparison.request.baseline)
        summary += " The baseline is run " + std::to_string(raw(*comparison.request.baseline)) + ".";
    document.paragraph(summary);
    document.heading("Split");
    document.paragraph(splitText(input.split));
    document.table(splitTable(input.split, comparison.bucketOfClass));
    addDistributions(document, input);
    if (!comparison.runs.empty()) {
        addRuns(document, input);
        addOverall(document, input);
        addBuckets(document, input);
        addDifferences(document, input);
        addBorders(document, input);
        addClasses(document, input);
    }
    if (!input.charts.empty())
        document.heading("Charts");
    for (const std::string& chart : input.charts) {
        const auto dot = chart.rfind('.');
        document.image(chart, chart.substr(0, dot == 0 ? std::string::npos : dot));
    }
    addNotes(document, input);
    return document;
}

} // namespace

std::string reportMarkdown(const ReportInput& input) {
    return makeReport(input).markdown();
}

std::string reportHtml(const ReportInput& input) {
    return makeReport(input).html();
}

} // namespace core::output
