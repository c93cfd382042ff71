// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/describe.h"
#include "core/base/ids.h"
#include "core/base/job_context.h"
#include "core/data/dataset.h"
#include "core/store/project.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace core::store {

/// How labelled items are divided. Fixed before anything else; a split that a run uses cannot be removed.
struct SplitConfig {
    std::string name;  ///< empty = "split N"
    std::array<double, 3> ratio{8, 1, 1}; ///< train : validation : test, ignored by a long-tailed split's test and train
    std::string stratify = "label";       ///< label | none
    std::uint64_t seed = 1;
    /// > 0: a long-tailed version. Classes are ordered by their number of items (most first; ties by name); class i gets
    /// n_i training rows of the exponential profile (data::exponentialProfile), `testPerClass` test rows and
    /// `validationPerClass` validation rows. A class with too few items: TooFewRows names it.
    double longTailRatio = 0;
    std::int64_t maxTrainPerClass = 0; ///< n_max; 0 = the largest that every class can serve
    std::int64_t testPerClass = 200;
    std::int64_t validationPerClass = 0; ///< 0 = half of testPerClass
    std::string profile = "exponential"; ///< exponential | step
};
Json splitConfigJson(const SplitConfig& config);

struct SplitInfo {
    SplitId id{};
    std::string name;
    SplitConfig config;
    std::string created; ///< UTC, ISO 8601
    std::array<std::int64_t, 3> rows{};
    std::vector<std::string> labels;                  ///< most frequent in the data first
    std::vector<std::array<std::int64_t, 3>> perClass; ///< rows per class and part
    std::int64_t runs = 0;
    /// Items of validation or test whose normalised title (lower case, spaces folded) also occurs in training.
    std::int64_t crossDuplicates = 0;
};
Json splitJson(const SplitInfo& info);

/// Divides all labelled items (label, or else category). NoData when there are none, TooFewRows. Deterministic: same data
/// (by item key), config and seed → same split.
Result<SplitInfo> makeSplit(Project& project, const SplitConfig& config, JobContext& job);
Result<std::vector<SplitInfo>> splits(const Project& project);
/// Newest split; NoSplit when there is none.
Result<SplitInfo> latestSplit(const Project& project);
/// NoSuchSplit.
Result<SplitInfo> splitInfo(const Project& project, SplitId split);
/// SplitInUse, NoSuchSplit.
Status removeSplit(Project& project, SplitId split);

/// The rows of a split as columns. textField: title | title_description.
Result<data::DatasetPtr> loadDataset(const Project& project, SplitId split, const std::string& textField);

/// Labelled items whose split rows are written as CSV: id,text,label,part.
Status exportSplit(const Project& project, SplitId split, const std::string& path);

} // namespace core::store
