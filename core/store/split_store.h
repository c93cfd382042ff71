// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/describe.h"
#include "core/base/ids.h"
#include "core/base/job_context.h"
#include "core/data/dataset.h"
#include "core/store/project.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace core::store {

/// How labelled items (classification) or events (recommendation, relevance) are divided. Fixed before anything else; a
/// split that a run uses cannot be removed. See docs/splits.md.
struct SplitConfig {
    std::string name;          ///< empty = "split N", or "folds N" for a family
    std::string unit = "item"; ///< item | event
    /// random | stratified | grouped | time | last. Stratified by nothing is random. Grouped keeps the rows of a group
    /// together and, as far as the groups allow, stratifies too.
    std::string kind = "stratified";
    std::array<double, 3> ratio{8, 1, 1}; ///< train : validation : test; not used by long tails, dates and folds
    /// Items: label | category | brand | none. Events: label | kind | category | brand | none.
    std::string stratify = "label";
    /// Of kind grouped. Items: title | category | brand | attribute:NAME. Events: also user | session | order | query |
    /// item. Titles and queries are compared in their normal form (TitleKey). A row without a value is its own group.
    std::string group;
    /// Normalised duplicates stay together (see docs/splits.md): items with one title; events of one user (session,
    /// order), title, query, kind and time. Always so for items grouped by title.
    bool keepDuplicates = false;
    /// Of kind time: the first second of test, or of validation and of test. Empty = cut by the ratio.
    std::vector<std::int64_t> cuts;
    std::int64_t last = 1; ///< of kind last: rows of test (and of validation, if its ratio is positive) per user
    int folds = 0;         ///< > 0: so many splits of one family
    /// Folds: the neighbouring fold is validation (kind time and last: the one before the test). False = none.
    bool foldValidation = true;
    std::vector<std::string> eventKinds; ///< the events that are divided; empty = all. Cancelled ones never are.
    std::uint64_t seed = 1;
    /// > 0: a long-tailed version. Classes are ordered by their number of items (most first; ties by name); class i
    /// gets n_i training rows of the exponential profile (data::exponentialProfile), `testPerClass` test rows and
    /// `validationPerClass` validation rows. A class with too few items: TooFewRows names it.
    double longTailRatio = 0;
    std::int64_t maxTrainPerClass = 0; ///< n_max; 0 = the largest that every class can serve
    std::int64_t testPerClass = 200;
    std::int64_t validationPerClass = 0; ///< 0 = half of testPerClass
    std::string profile = "exponential"; ///< exponential | step
};
Json splitConfigJson(const SplitConfig& config);

using PartCounts = std::array<std::int64_t, 3>; ///< by data::Part

/// What a split (or one that is only planned) comes to.
struct SplitNumbers {
    PartCounts rows{};
    /// Items: the classes, most frequent in the data first. Events: the values they were stratified by (at most 1,000),
    /// otherwise empty.
    std::vector<std::string> labels;
    std::vector<PartCounts> perClass;            ///< rows per class and part
    PartCounts groups{};                         ///< groups with a row in the part; zeros where nothing was grouped
    std::map<std::string, std::int64_t> leftOut; ///< rows in no part: cancelled, other_kind, no_user, no_time, later …
};

struct SplitInfo : SplitNumbers {
    SplitId id{};
    std::string name;
    SplitConfig config;
    std::string created; ///< UTC, ISO 8601
    std::string family;  ///< of folds, the name of their set; otherwise empty
    int fold = 0;        ///< 1 … folds; 0 = not one of a family
    int folds = 0;
    std::optional<SourceId> source; ///< a split that was imported
    std::int64_t runs = 0;          ///< > 0: frozen
    /// Items of validation or test whose normalised title (lower case, spaces folded) also occurs in training.
    std::int64_t crossDuplicates = 0;
    bool ofItems() const { return config.unit == "item"; }
};
Json splitJson(const SplitInfo& info);
/// rows, classes, per_class, groups, left_out.
Json splitNumbersJson(const SplitNumbers& numbers);

/// Divides all labelled items (label, or else category) or all events. NoData when there are none, TooFewRows,
/// ParameterOutOfRange, UnknownChoice. Deterministic: same data (by the keys in the user's files, not by row order),
/// config and seed → same split. One transaction; cancellable. With folds: the first of the family.
Result<SplitInfo> makeSplit(Project& project, const SplitConfig& config, JobContext& job);
/// The same without storing anything: what each part would hold, one entry a fold.
Result<std::vector<SplitNumbers>> planNumbers(const Project& project, const SplitConfig& config, JobContext& job);
/// Oldest first.
Result<std::vector<SplitInfo>> splits(const Project& project);
/// The newest split of items; NoSplit when there is none.
Result<SplitInfo> latestSplit(const Project& project);
/// NoSuchSplit.
Result<SplitInfo> splitInfo(const Project& project, SplitId split);
/// The folds of the family that a split belongs to, in order; the split alone when it has none. NoSuchSplit.
Result<std::vector<SplitInfo>> splitFamily(const Project& project, SplitId split);
/// Removes a split, of a family all folds. SplitInUse when a run uses one of them, NoSuchSplit.
Status removeSplit(Project& project, SplitId split);

/// The rows of a split of items as columns. textField: title | title_description. NoData for a split of events.
Result<data::DatasetPtr> loadDataset(const Project& project, SplitId split, const std::string& textField);

/// The part of every event of a split of events, by event id.
struct EventParts {
    static constexpr std::int8_t kNone = -1;
    std::int64_t firstId = 0;
    std::vector<std::int8_t> parts; ///< data::Part, or kNone; one byte an id
    std::int8_t of(std::int64_t event) const {
        const std::int64_t at = event - firstId;
        return at < 0 || at >= static_cast<std::int64_t>(parts.size()) ? kNone : parts[static_cast<std::size_t>(at)];
    }
};
/// NoSuchSplit; NoData for a split of items. Cancellable.
Result<EventParts> loadEventParts(const Project& project, SplitId split, JobContext& job);

/// The rows of a split as CSV, complete or not at all. Items: id,text,label,part. Events:
/// event,user,item,kind,time,query,label,part. Cancellable.
Status exportSplit(const Project& project, SplitId split, const std::string& path, JobContext& job);
Status exportSplit(const Project& project, SplitId split, const std::string& path);

/// A split with rows of a source.
struct RestingSplit {
    SplitId id{};
    std::string name;
    std::int64_t runs = 0; ///< > 0: frozen, its rows must stay
};
/// The splits that hold items or events which a source brought: removing the source would take rows from them.
/// For this folder; inside a transaction.
Result<std::vector<RestingSplit>> splitsResting(Database& database, SourceId source);

} // namespace core::store
