// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/output/border_sweep.h"
#include "core/output/comparison.h"
#include "core/output/evaluate.h"
#include "core/store/bucket_rules.h"

namespace app {
namespace {

using core::Json;
using core::Status;
using core::store::Project;

struct CompareOptions {
    std::string project, baseline, buckets, part = "test";
    std::vector<std::string> runs, metrics;
    int resamples = 2000;
};

std::string intervalText(const core::stats::Difference& difference, bool sign) {
    const std::string plus = sign && difference.value >= 0 ? "+" : "";
    return plus + formatNumber(difference.value) + " [" + formatNumber(difference.low) + ", " +
           formatNumber(difference.high) + "]";
}

/// Which run is best behind every border that there could be.
std::string bordersText(const core::output::Comparison& comparison) {
    const auto sweep = core::output::sweepBorders(comparison, "recall");
    if (sweep.points.empty())
        return {};
    const auto id = [&](std::size_t run) { return std::to_string(core::raw(comparison.runs[run].record.id)); };
    std::string text = "\nbest by the recall behind the border: run " + id(sweep.points.front().best);
    if (sweep.changes.empty())
        return text + ", wherever the border lies\n";
    for (const std::size_t at : sweep.changes)
        text += ", from " + std::to_string(sweep.points[at].head) + " classes in the head on run " +
                id(sweep.points[at].best);
    return text + "\n";
}

std::string comparisonText(const core::output::Comparison& comparison) {
    std::string text = "buckets " + core::stats::formatBucketRule(comparison.request.rule) + ", " +
                       std::string(core::data::partName(comparison.request.part)) + " part\n\n";
    std::vector<std::string> header{"run", "recipe", "model", "seed", "accuracy", "macro F1", "macro recall"};
    std::vector<std::string> metrics{"accuracy", "macro_f1", "macro_recall"};
    for (const std::string& metric : core::output::bucketMetrics("recall", comparison.request.rule)) {
        header.push_back(metric.substr(0, metric.find('_')));
        metrics.push_back(metric);
    }
    TextTable table(header);
    for (const auto& run : comparison.runs) {
        std::vector<std::string> row{std::to_string(core::raw(run.record.id)), run.record.recipe, run.record.model,
                                     std::to_string(run.record.seed)};
        for (const std::string& name : metrics)
            row.push_back(formatNumber(core::stats::metricValue(run.metrics, name)));
        table.add(std::move(row));
    }
    text += table.text();
    if (comparison.runs.size() > 1)
        text += bordersText(comparison);
    if (!comparison.request.baseline)
        return text;
    text += "\ndifference to run " + std::to_string(core::raw(*comparison.request.baseline)) +
            " with 95 % intervals of the paired bootstrap\n";
    header = {"run", "recipe"};
    for (const std::string& name : comparison.request.metrics)
        header.push_back(name);
    TextTable differences(header);
    for (const auto& run : comparison.runs) {
        if (run.differences.empty())
            continue;
        std::vector<std::string> row{std::to_string(core::raw(run.record.id)), run.record.recipe};
        for (const std::string& name : comparison.request.metrics) {
            const auto found = run.differences.find(name);
            row.push_back(found == run.differences.end() ? "" : intervalText(found->second, true));
        }
        differences.add(std::move(row));
    }
    return text + differences.text();
}

Status runCompare(const CompareOptions& options, Console& console) {
    core::output::ComparisonRequest request;
    for (const std::string& metric : options.metrics) {
        const auto& names = core::stats::metricNames();
        if (std::find(names.begin(), names.end(), metric) == names.end()) {
            std::string list;
            for (const std::string& name : names)
                list += (list.empty() ? "" : ", ") + name;
            return core::Error(core::ErrorCode::UnknownChoice, list).at("--metric", metric);
        }
    }
    request.metrics = options.metrics;
    request.part = options.part == "test" ? core::data::Part::Test : core::data::Part::Validation;
    request.bootstrap.resamples = options.resamples;
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadOnly));
    if (!options.buckets.empty()) {
        TL_TRY(request.rule, core::store::findBucketRule(*project, options.buckets));
    }
    TL_TRY(request.runs, findRuns(*project, options.runs));
    if (!options.baseline.empty()) {
        TL_TRY(request.baseline, parseRunId(options.baseline));
        if (std::find(request.runs.begin(), request.runs.end(), *request.baseline) == request.runs.end())
            request.runs.insert(request.runs.begin(), *request.baseline);
    }
    TL_TRY(const auto comparison, core::output::compareRuns(*project, request, console.job()));
    console.result(core::output::comparisonJson(comparison), comparisonText(comparison));
    return {};
}

struct EvaluateOptions {
    std::string file, supports, buckets;
};

std::string evaluationText(const core::output::EvaluatedFile& file, const core::stats::BucketRule& rule) {
    const auto& m = file.metrics;
    std::string text = formatCount(m.examples) + " examples, " +
                       formatCount(static_cast<std::int64_t>(file.classNames.size())) + " classes\n";
    TextTable table({"metric", "value"});
    for (const std::string& name : core::stats::metricNames(rule)) {
        const bool ofBucket = name.starts_with("head_") || name.starts_with("mid") || name.starts_with("tail_");
        if (!ofBucket || file.hasSupport)
            table.add({name, formatNumber(core::stats::metricValue(m, name), 4)});
    }
    TextTable classes({"class", "support", "precision", "recall", "F1"});
    for (std::size_t c = 0; c < file.classNames.size(); ++c)
        classes.add({file.classNames[c], formatCount(m.perClass[c].support), formatNumber(m.perClass[c].precision),
                     formatNumber(m.perClass[c].recall), formatNumber(m.perClass[c].f1)});
    return text + table.text() + "\n" + classes.text();
}

Status runEvaluate(const EvaluateOptions& options, Console& console) {
    core::stats::BucketRule rule;
    if (!options.buckets.empty()) {
        TL_TRY(rule, core::stats::parseBucketRule(options.buckets));
    }
    TL_TRY(const auto file, core::output::evaluateFile(options.file, options.supports, rule));
    console.result(core::output::evaluationJson(file, rule), evaluationText(file, rule));
    return {};
}

} // namespace

void addCompareCommands(CLI::App& cli, Command& chosen) {
    auto options = makeOptions<CompareOptions>();
    CLI::App* compare = cli.add_subcommand("compare", "Compare runs per bucket, with paired-bootstrap intervals");
    compare->add_option("PROJECT", options->project)->required();
    compare->add_option("RUN", options->runs, "Numbers of runs, or all (default: every run on the newest split)");
    compare->add_option("--baseline", options->baseline, "Run that the others are compared against");
    compare->add_option("--metric", options->metrics, "Metrics with intervals (default: the main ones)")->take_all();
    compare->add_option("--buckets", options->buckets, "Bucket rule; needs no retraining");
    compare->add_option("--part", options->part, "Part of the split")
        ->check(CLI::IsMember({"test", "validation"}))
        ->capture_default_str();
    compare->add_option("--resamples", options->resamples, "Resamples of the bootstrap")
        ->check(CLI::Range(100, 1000000))
        ->capture_default_str();
    compare->callback([options, &chosen] { chosen = [options](Console& c) { return runCompare(*options, c); }; });

    auto evaluate = makeOptions<EvaluateOptions>();
    CLI::App* command = cli.add_subcommand("evaluate", "Metrics of a predictions file that any program wrote");
    command->add_option("FILE", evaluate->file, "CSV: id,label,prediction[,score_<class>…]")->required();
    command->add_option("--supports", evaluate->supports, "CSV: label,support (training rows), for the buckets");
    command->add_option("--buckets", evaluate->buckets, "Bucket rule");
    command->callback([evaluate, &chosen] { chosen = [evaluate](Console& c) { return runEvaluate(*evaluate, c); }; });
}

} // namespace app
