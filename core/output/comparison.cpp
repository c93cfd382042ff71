// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/comparison.h"

#include "core/base/noop.h"
#include "core/output/border_sweep.h"
#include "core/output/json_parts.h"
#include "core/store/viewer_copy.h"

#include <algorithm>
#include <limits>

namespace core::output {
namespace {

std::string idText(RunId run) {
    return std::to_string(raw(run));
}

/// The runs asked for, each once; a baseline that is not among them comes first.
std::vector<RunId> runsToCompare(const ComparisonRequest& request) {
    std::vector<RunId> runs;
    const auto add = [&runs](RunId run) {
        if (std::find(runs.begin(), runs.end(), run) == runs.end())
            runs.push_back(run);
    };
    if (request.baseline &&
        std::find(request.runs.begin(), request.runs.end(), *request.baseline) == request.runs.end())
        add(*request.baseline);
    for (const RunId run : request.runs)
        add(run);
    return runs;
}

Status checkSameSplit(const std::vector<ComparedRun>& runs) {
    const store::RunRecord& first = runs.front().record;
    std::string all;
    bool same = true;
    for (const ComparedRun& run : runs) {
        all += (all.empty() ? "run " : ", run ") + idText(run.record.id) + " on split " +
               std::to_string(raw(run.record.split));
        same = same && run.record.split == first.split;
    }
    if (!same)
        return Error(ErrorCode::Usage,
                     "Runs can only be compared on one and the same split, but these are " + all + ".");
    for (const ComparedRun& run : runs)
        if (run.record.labels != first.labels)
            return Error(ErrorCode::Usage, "Run " + idText(first.id) + " and run " + idText(run.record.id) +
                                               " know different classes and cannot be compared.");
    return {};
}

/// Predictions of a run, checked against its record and against the rows of the first run.
Result<store::PredictionSet> loadPredictions(const store::Project& project, const store::RunRecord& record,
                                             data::Part part, const std::vector<ItemId>* expected) {
    TL_TRY(store::PredictionSet set, store::predictions(project, record.id, part));
    if (set.items.empty())
        return Error(ErrorCode::NoData,
                     "run " + idText(record.id) + " (" + std::string(store::runStatusName(record.status)) +
                         ") has no predictions of the " + std::string(data::partName(part)) + " part");
    const auto classes = record.labels.size();
    if (static_cast<std::size_t>(set.classes) != classes || record.support.size() != classes ||
        (!record.postHocShift.empty() && record.postHocShift.size() != classes))
        return Error(ErrorCode::ProjectDamaged,
                     "the predictions of run " + idText(record.id) + " do not fit its classes")
            .inFile(project.path());
    if (expected != nullptr && *expected != set.items)
        return Error(ErrorCode::ProjectDamaged, "run " + idText(record.id) + " predicted other rows than the first run")
            .inFile(project.path());
    return set;
}

std::vector<std::string> metricsOf(const ComparisonRequest& request) {
    if (!request.metrics.empty())
        return request.metrics;
    std::vector<std::string> metrics{"accuracy", "macro_f1", "macro_recall"};
    for (std::string& metric : bucketMetrics("recall", request.rule))
        metrics.push_back(std::move(metric));
    return metrics;
}

Status computeRuns(Comparison& comparison, const std::vector<stats::Predictions>& predictions, JobContext& job) {
    const auto& request = comparison.request;
    const stats::Predictions* baseline = nullptr;
    for (std::size_t i = 0; i < comparison.runs.size(); ++i)
        if (request.baseline == comparison.runs[i].record.id)
            baseline = &predictions[i];
    for (std::size_t i = 0; i < comparison.runs.size(); ++i) {
        ComparedRun& run = comparison.runs[i];
        TL_CHECK_STATUS(job.check());
        run.metrics = stats::computeMetrics(predictions[i], comparison.bucketOfClass);
        TL_TRY(run.intervals, stats::bootstrapIntervals(predictions[i], comparison.bucketOfClass, request.metrics,
                                                        request.bootstrap, job));
        if (baseline == nullptr || baseline == &predictions[i] || !comparison.paired)
            continue;
        TL_TRY(run.differences, stats::pairedBootstrap(*baseline, predictions[i], comparison.bucketOfClass,
                                                       request.metrics, request.bootstrap, job));
    }
    return {};
}

} // namespace

std::vector<std::string> bucketMetrics(const std::string& kind, const stats::BucketRule& rule) {
    std::vector<std::string> metrics;
    for (const stats::Bucket bucket : stats::bucketsOf(rule))
        if (bucket != stats::Bucket::Cold)
            metrics.push_back(std::string(stats::bucketName(bucket)) + "_" + kind);
    return metrics;
}

Result<Comparison> compareRuns(const store::Project& project, const ComparisonRequest& request, JobContext& job) {
    Comparison comparison;
    comparison.request = request;
    comparison.request.metrics = metricsOf(request);
    comparison.request.runs = runsToCompare(request);
    if (comparison.request.runs.empty())
        return Error(ErrorCode::Usage, "Name at least one run to compare.");
    for (const RunId id : comparison.request.runs) {
        ComparedRun run;
        TL_TRY(run.record, store::run(project, id));
        comparison.runs.push_back(std::move(run));
    }
    TL_CHECK_STATUS(checkSameSplit(comparison.runs));

    job.begin(TL_NOOP("Job", "Reading predictions"), static_cast<std::int64_t>(comparison.runs.size()), "runs");
    std::vector<stats::Predictions> predictions;
    std::vector<ItemId> rows;
    for (const ComparedRun& run : comparison.runs) {
        TL_CHECK_STATUS(job.check());
        TL_TRY(auto viewer, store::viewerPredictions(project, run.record.id, request.part));
        if (viewer) {
            predictions.push_back(std::move(*viewer));
            comparison.paired = false;
            continue;
        }
        TL_TRY(store::PredictionSet set,
               loadPredictions(project, run.record, request.part, predictions.empty() ? nullptr : &rows));
        predictions.push_back(store::toPredictions(set, run.record.postHocShift));
        if (rows.empty())
            rows = std::move(set.items);
        job.report(static_cast<std::int64_t>(predictions.size()));
    }

    // Support is what the split gives each class for training, and so the same for all runs of the split.
    const store::RunRecord& first = comparison.runs.front().record;
    comparison.classNames = first.labels;
    comparison.trainSupport = first.support;
    comparison.bucketOfClass = stats::assignBuckets(comparison.trainSupport, request.rule);
    TL_CHECK_STATUS(computeRuns(comparison, predictions, job));
    return comparison;
}

Json comparisonJson(const Comparison& comparison) {
    const ComparisonRequest& request = comparison.request;
    Json runs = Json::array();
    for (const ComparedRun& run : comparison.runs)
        runs.push_back(Json{{"id", raw(run.record.id)},
                            {"recipe", run.record.recipe},
                            {"model", run.record.model},
                            {"seed", run.record.seed},
                            {"metrics", stats::metricsJson(run.metrics, request.rule)},
                            {"intervals", intervalsJson(run.intervals, false)},
                            {"difference", intervalsJson(run.differences, true)},
                            {"per_class", stats::perClassJson(run.metrics, comparison.classNames,
                                                              comparison.trainSupport, comparison.bucketOfClass)}});
    return Json{{"baseline", request.baseline ? Json(raw(*request.baseline)) : Json()},
                {"split", comparison.runs.empty() ? Json() : Json(raw(comparison.runs.front().record.split))},
                {"part", std::string(data::partName(request.part))},
                {"paired", comparison.paired},
                {"buckets", bucketsJson(request.rule, comparison.classNames, comparison.bucketOfClass)},
                {"borders", borderSweepJson(comparison, "recall")},
                {"runs", std::move(runs)}};
}

} // namespace core::output
