// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/stats/distribution.h"
#include "core/stats/exposure.h"
#include "core/stats/power_law.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

/// A short diagnosis in words, from the numbers alone, and the recipes that answer it.
namespace core::stats {

/// What is known; whatever is missing is not spoken of.
struct AdviceInput {
    std::string entity, measure;
    DistributionSummary summary;
    std::optional<PowerLawFit> powerLaw;
    std::vector<PowerLawRival> rivals;
    std::optional<PowerLawTest> powerLawTest; ///< where it could be made in a moment
    /// Entities of each bucket by reason (stats::Reason as index), where impressions are known.
    std::optional<std::array<std::array<std::int64_t, 4>, kBucketCount>> reasons;
    /// Test rows of each bucket, where a split of classes exists and the entity is what it learns.
    std::optional<std::array<std::int64_t, kBucketCount>> testRows;
    /// Of the entities of each bucket, the share that is in it in the next period, too.
    std::optional<std::array<double, kBucketCount>> stays;
};

struct AdviceNumber {
    enum class Format { Count, Percent, Decimal } format;
    double value;
};

/// One sentence. `text` is English with %1, %2 … for the numbers; translation context "Advice".
struct Finding {
    enum class Severity { Fine, Note, Serious } severity;
    std::string
        id; ///< stable: "severity", "concentration", "tail_size", "power_law", "exposure", "measurable", "moving"
    std::string text;
    std::vector<AdviceNumber> numbers;
    std::string chart; ///< object name of the chart that shows it: "lorenz", "rank-frequency" …
};

/// A ready-made recipe (strategies::standardRecipes(), by its name), why, and who proposed it.
struct RecipeHint {
    std::string recipe;
    std::string reason; ///< English, translation context "Advice"
    std::string source; ///< a citation
};

struct Advice {
    std::vector<Finding> findings;
    std::vector<RecipeHint> recipes; ///< three to six, the likeliest first; none where nothing is out of balance
};
Advice adviseOn(const AdviceInput& input);

/// `text` with its numbers in place, as the headless program prints it.
std::string englishText(const Finding& finding);
/// findings: [{id, severity, text, numbers, chart}], recipes: [{recipe, reason, source}].
Json adviceJson(const Advice& advice);

} // namespace core::stats
