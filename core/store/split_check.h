// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/store/check.h"
#include "core/store/split_store.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::store {

/// What was looked for in a split, and how much of it was found.
struct SplitCheck {
    SplitInfo split;
    PartCounts rows{};        ///< that are still there
    std::int64_t missing = 0; ///< rows whose item or event is no longer in the project

    std::string group;                         ///< the column of the groups; empty: not grouped
    std::int64_t groups = 0;                   ///< groups with a value
    std::int64_t crossing = 0;                 ///< of them, in more than one part
    std::vector<std::string> crossingExamples; ///< at most 5

    std::int64_t duplicateSets = 0; ///< sets of normalised duplicates in more than one part
    std::int64_t duplicateRows = 0; ///< rows of validation or test with a twin in training
    std::vector<std::string> duplicateExamples;

    bool timed = false;                                     ///< time decides: kinds time and last
    std::array<std::optional<std::int64_t>, 3> first, last; ///< seconds, by part
    std::int64_t outOfOrder = 0; ///< kind time: pairs of parts that overlap; kind last: users whose rows do

    std::int64_t classes = 0;         ///< with a row anywhere
    std::int64_t withoutTraining = 0; ///< classes of validation or test that training lacks
    std::vector<std::string> withoutTrainingExamples;
};

/// Reads every row of the split: no group crosses, no normalised duplicate crosses, time order is respected, every
/// class that is tested can be learnt, every row is still there. NoSuchSplit. One scan, cancellable; for 20,000,000
/// events about 300 MB.
Result<SplitCheck> checkSplit(const Project& project, SplitId split, JobContext& job);
/// Inside a transaction.
Result<SplitCheck> checkSplit(Database& database, const SplitInfo& split, JobContext& job);

/// The same as sentences with numbers: check "groups", "leakage", "time_order", "classes", "missing_rows". What does
/// not apply to the split is left out.
std::vector<CheckFinding> splitFindings(const SplitCheck& check);
/// False when a finding is a warning or an error.
bool isSound(const std::vector<CheckFinding>& findings);
/// id, name, unit, frozen, sound, rows, missing, groups {column, groups, crossing, examples}, duplicates {sets, rows,
/// examples}, time {respected, out_of_order, train, validation, test}, classes {classes, without_training, examples},
/// findings.
Json splitCheckJson(const SplitCheck& check);

} // namespace core::store
