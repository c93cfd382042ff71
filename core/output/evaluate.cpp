// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/evaluate.h"

#include "core/output/evaluate_read.h"
#include "core/output/json_parts.h"

#include <algorithm>
#include <set>

namespace core::output {
namespace {

ClassIndex indexOf(const std::vector<std::string>& sorted, const std::string& name) {
    return static_cast<ClassIndex>(std::lower_bound(sorted.begin(), sorted.end(), name) - sorted.begin());
}

} // namespace

Result<EvaluatedFile> evaluateFile(const std::string& path, const std::string& supportsPath,
                                   const stats::BucketRule& rule) {
    TL_TRY(PredictionRows rows, readPredictionRows(path));
    std::map<std::string, std::int64_t> supports;
    if (!supportsPath.empty()) {
        TL_TRY(supports, readSupports(supportsPath));
    }

    EvaluatedFile file;
    file.path = path;
    file.hasScores = !rows.scoreClasses.empty();
    file.hasSupport = !supportsPath.empty();
    // Classes of the training data count for the bucket borders even when no example of theirs was evaluated.
    std::set<std::string> classes(rows.labels.begin(), rows.labels.end());
    classes.insert(rows.predictions.begin(), rows.predictions.end());
    classes.insert(rows.scoreClasses.begin(), rows.scoreClasses.end());
    for (const auto& [name, support] : supports)
        classes.insert(name);
    file.classNames.assign(classes.begin(), classes.end());

    file.predictions.classes = static_cast<int>(file.classNames.size());
    for (std::size_t i = 0; i < rows.ids.size(); ++i) {
        file.predictions.truth.push_back(indexOf(file.classNames, rows.labels[i]));
        file.predictions.predicted.push_back(indexOf(file.classNames, rows.predictions[i]));
    }
    file.ids = std::move(rows.ids);

    file.trainSupport.assign(file.classNames.size(), 0);
    for (const auto& [name, support] : supports)
        file.trainSupport[static_cast<std::size_t>(indexOf(file.classNames, name))] = support;
    file.bucketOfClass = file.hasSupport ? stats::assignBuckets(file.trainSupport, rule)
                                         : std::vector<stats::Bucket>(file.classNames.size(), stats::Bucket::Head);
    file.metrics = stats::computeMetrics(file.predictions, file.bucketOfClass);
    return file;
}

Json evaluationJson(const EvaluatedFile& file, const stats::BucketRule& rule) {
    Json metrics = stats::metricsJson(file.metrics, rule);
    Json perClass = stats::perClassJson(file.metrics, file.classNames, file.trainSupport, file.bucketOfClass);
    Json json{{"file", file.path}, {"examples", file.predictions.size()}, {"classes", file.classNames.size()}};
    if (file.hasSupport) {
        json["buckets"] = bucketsJson(rule, file.classNames, file.bucketOfClass);
    } else {
        for (const stats::Bucket bucket : stats::bucketsOf(rule))
            metrics.erase(std::string(stats::bucketName(bucket)));
        for (Json& entry : perClass) {
            entry.erase("bucket");
            entry.erase("train_support");
        }
    }
    json["metrics"] = std::move(metrics);
    json["per_class"] = std::move(perClass);
    return json;
}

} // namespace core::output
