// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/document.h"
#include "core/output/report.h"
#include "core/output/report_text.h"
#include "core/train/model_kind.h"

#include <filesystem>

namespace core::output {
namespace {

void addSources(Document& document, const std::vector<store::ImportSummary>& sources) {
    if (sources.empty())
        return;
    DocumentTable table{"Imported files.", {"File", "Kind", "Rows read", "Imported", "Refused"}, {}, 2};
    for (const store::ImportSummary& source : sources)
        // The name only: where a file lay on somebody's disk does not belong into a model that is passed on.
        table.rows.push_back({std::filesystem::path(source.path).filename().string(),
                              source.kind == data::SourceKind::Log ? "log" : "catalogue", countText(source.read),
                              countText(source.imported), countText(source.rejected)});
    document.table(std::move(table));
}

/// All parameters of the model, those left at their defaults too.
Json modelParameters(const store::RunRecord& run) {
    Json params = Json::object();
    if (const auto* entry = train::ModelRegistry::global().find(run.model))
        for (const ParamInfo& param : entry->info.params)
            params[param.name] = param.defaultValue;
    const auto nested = run.modelJson.find("params");
    const Json& given = nested != run.modelJson.end() ? *nested : run.modelJson;
    if (given.is_object())
        params.update(given);
    return params;
}

void addTraining(Document& document, const store::RunRecord& run) {
    document.heading("Recipe");
    document.paragraph("“" + run.recipe + "”, in the order in which its steps act:");
    document.list(recipeLines(run.recipeJson));
    if (!run.postHocShift.empty())
        document.paragraph("A correction per class is added to the logits before the largest is taken; it is stored in "
                           "the model and applied by the predict command.");
    document.heading("Model");
    document.paragraph("Model “" + run.model + "” with these parameters:");
    document.list(memberLines(modelParameters(run)));
    document.heading("Training");
    std::vector<std::string> lines = memberLines(run.training);
    lines.push_back("validation buckets: " + run.buckets);
    lines.push_back("seed: " + std::to_string(run.seed));
    lines.push_back("epochs trained: " + std::to_string(run.epochs) + ", best: " + std::to_string(run.bestEpoch));
    lines.push_back("device: " + run.device + ", threads: " + std::to_string(run.threads));
    lines.push_back("time: " + fixedText(run.seconds, 1) + " s, " + fixedText(run.examplesPerSecond, 0) + " rows/s");
    lines.push_back("program: " + run.library);
    lines.push_back("started: " + run.started);
    document.list(std::move(lines));
}

void addResults(Document& document, const store::RunRecord& run, const store::SplitInfo& split,
                const stats::Metrics& test, const stats::BucketRule& rule,
                const std::vector<stats::Bucket>& bucketOfClass) {
    const std::string caption = "Split “" + split.name + "”, test part (" + countText(test.examples) +
                                " rows), buckets " + stats::formatBucketRule(rule) + ", run " +
                                std::to_string(raw(run.id)) + ".";
    document.heading("Results");
    document.table({caption,
                    {"Metric", "Value"},
                    {{"Accuracy", fixedText(test.accuracy)},
                     {"Macro precision", fixedText(test.macroPrecision)},
                     {"Macro recall", fixedText(test.macroRecall)},
                     {"Macro F1", fixedText(test.macroF1)},
                     {"Weighted F1", fixedText(test.weightedF1)},
                     {"Balanced accuracy", fixedText(test.balancedAccuracy)}},
                    1});
    DocumentTable buckets{caption, {"Bucket", "Classes", "Rows", "Precision", "Recall", "F1"}, {}, 1};
    for (const stats::Bucket bucket : stats::bucketsOf(rule)) {
        const stats::BucketScore& score = test.buckets[static_cast<std::size_t>(bucket)];
        if (score.classes > 0)
            buckets.rows.push_back({bucketTitle(bucket), std::to_string(score.classes), countText(score.support),
                                    fixedText(score.precision), fixedText(score.recall), fixedText(score.f1)});
    }
    document.table(std::move(buckets));
    DocumentTable classes{
        caption, {"Class", "Bucket", "Training rows", "Test rows", "Precision", "Recall", "F1"}, {}, 2};
    for (std::size_t c = 0; c < test.perClass.size() && c < run.labels.size(); ++c) {
        const stats::ClassScore& score = test.perClass[c];
        classes.rows.push_back({run.labels[c], c < bucketOfClass.size() ? bucketTitle(bucketOfClass[c]) : "–",
                                c < run.support.size() ? countText(run.support[c]) : "–", countText(score.support),
                                fixedText(score.precision), score.support > 0 ? fixedText(score.recall) : "–",
                                fixedText(score.f1)});
    }
    document.table(std::move(classes));
}

} // namespace

std::string modelCard(const store::RunRecord& run, const store::SplitInfo& split, const stats::Metrics& test,
                      const stats::BucketRule& rule, const std::vector<store::ImportSummary>& sources) {
    const std::vector<stats::Bucket> bucketOfClass = stats::assignBuckets(run.support, rule);
    Document document("Model card: " + run.recipe + ", " + run.model);
    document.paragraph("A classifier of item texts into " + std::to_string(run.labels.size()) +
                       " classes, trained with Taillight as run " + std::to_string(raw(run.id)) + ".");
    document.heading("Use");
    document.code("taillight-cli predict DIR FILE --out FILE");
    document.paragraph(
        "DIR is the folder of this file. The input is a CSV with the column “title”, which is read as in "
        "training.");
    document.heading("Data");
    addSources(document, sources);
    document.paragraph("Split " + splitText(split));
    document.table(splitTable(split, bucketOfClass));
    addTraining(document, run);
    addResults(document, run, split, test, rule, bucketOfClass);
    document.heading("Intended use and limits");
    document.list(
        {"Meant for texts of the kind it was trained on: same shop, same languages, same way of writing titles. "
         "On other texts the results above say nothing.",
         "It always answers with one of its classes, also for a text that belongs to none of them.",
         "The test rows follow the split above; where classes occur in other proportions, precision and accuracy "
         "will differ, recall per class much less.",
         "Classes with few test rows have wide margins of error: compare runs with intervals before "
         "preferring one.",
         "Labels were taken as they stand in the data; errors in them are learnt and measured as truth."});
    document.heading("Definitions");
    std::vector<std::string> notes = metricDefinitions();
    notes.pop_back(); // the indices of distributions: a card shows none
    notes.push_back("Buckets: " + bucketRuleText(rule));
    document.list(std::move(notes));
    return document.markdown();
}

} // namespace core::output
