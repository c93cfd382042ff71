// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/noop.h"
#include "core/output/export.h"
#include "core/output/export_paths.h"
#include "core/output/report.h"
#include "core/store/import.h"
#include "core/store/split_store.h"
#include "core/train/run_experiment.h"

#include <filesystem>

namespace core::output {
namespace {

struct ModelExport {
    store::RunRecord run;
    std::string directory;
};

Result<std::vector<ModelExport>> planExports(const store::Project& project, const std::vector<RunId>& runs,
                                             const std::string& directory) {
    std::vector<ModelExport> plan;
    for (const RunId id : runs) {
        ModelExport item;
        TL_TRY(item.run, store::run(project, id));
        item.directory = pathIn(directory, "run-" + std::to_string(raw(id)) + "-" + pathName(item.run.recipe) + "-" +
                                               pathName(item.run.model));
        std::error_code ignored;
        if (std::filesystem::exists(item.directory, ignored))
            return Error(ErrorCode::FileExists).inFile(item.directory);
        plan.push_back(std::move(item));
    }
    return plan;
}

Status exportModel(store::Project& project, const ModelExport& item, const std::vector<store::ImportSummary>& sources,
                   const stats::BucketRule& rule) {
    const store::RunRecord& run = item.run;
    TL_TRY(const store::SplitInfo split, store::splitInfo(project, run.split));
    TL_TRY(const store::PredictionSet set, store::predictions(project, run.id, data::Part::Test));
    if (set.items.empty())
        return Error(ErrorCode::NoData, "run " + std::to_string(raw(run.id)) + " (" +
                                            std::string(store::runStatusName(run.status)) +
                                            ") has no model, because it did not finish");
    const auto buckets = stats::assignBuckets(run.support, rule);
    if (static_cast<std::size_t>(set.classes) != buckets.size() || run.labels.size() != buckets.size())
        return Error(ErrorCode::ProjectDamaged,
                     "the predictions of run " + std::to_string(raw(run.id)) + " do not fit its classes")
            .inFile(project.path());
    const auto metrics = stats::computeMetrics(store::toPredictions(set, run.postHocShift), buckets);
    TL_TRY(train::ModelBundle bundle, train::bundleOfRun(project, run.id));
    if (!bundle.provenance.is_object())
        bundle.provenance = Json::object();
    // What training wrote stays; the split in full and the results under the rule asked for come from here.
    bundle.provenance["split"] = store::splitJson(split);
    bundle.provenance["test"] =
        Json{{"buckets", stats::formatBucketRule(rule)}, {"metrics", stats::metricsJson(metrics, rule)}};
    return train::saveModel(item.directory, bundle, modelCard(run, split, metrics, rule, sources));
}

} // namespace

Result<std::vector<std::string>> exportModels(store::Project& project, const std::vector<RunId>& runs,
                                              const std::string& directory, const stats::BucketRule& rule,
                                              JobContext& job) {
    TL_TRY(const auto plan, planExports(project, runs, directory));
    TL_TRY(const auto sources, store::sources(project));
    TL_CHECK_STATUS(makeDirectory(directory));
    job.begin(TL_NOOP("Job", "Exporting models"), static_cast<std::int64_t>(plan.size()), "models");
    std::vector<std::string> written;
    for (const ModelExport& item : plan) {
        Status status = job.check();
        if (status.ok())
            status = exportModel(project, item, sources, rule);
        if (!status.ok()) {
            // All or nothing: a second try must not stumble over what the first one left.
            std::error_code ignored;
            for (const std::string& path : written)
                std::filesystem::remove_all(path, ignored);
            return std::move(status).error();
        }
        written.push_back(item.directory);
        job.report(static_cast<std::int64_t>(written.size()));
    }
    return written;
}

} // namespace core::output
