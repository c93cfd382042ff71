// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/output/document.h"
#include "core/stats/buckets.h"
#include "core/stats/compare.h"
#include "core/stats/distribution.h"
#include "core/stats/metrics.h"
#include "core/store/split_store.h"

#include <string>
#include <vector>

namespace core::output {

/// "0.8812", "–" for what is not a number; never a decimal comma.
std::string fixedText(double value, int digits = 4);
/// "+0.0123", "-0.0040".
std::string signedText(double value);
/// "0.8812 [0.8700, 0.8921]"
std::string intervalText(const stats::Difference& interval, bool withSign);
/// "1,234,567"
std::string countText(std::int64_t count);
/// "macro_recall" → "Macro recall".
std::string metricTitle(const std::string& metric);
/// "Head", "Mid", "Tail", "Cold".
std::string bucketTitle(stats::Bucket bucket);
/// What a rule means, in a sentence that begins with its short form.
std::string bucketRuleText(const stats::BucketRule& rule);
/// How a split was made, in a sentence.
std::string splitText(const store::SplitInfo& split);
/// Definitions of the metrics, for a footnote.
std::vector<std::string> metricDefinitions();

/// Steps of a recipe, each with all its parameters, those left at their defaults too. `recipe`: strategies::recipeJson.
std::vector<std::string> recipeLines(const Json& recipe);
/// "name: value" for each member.
std::vector<std::string> memberLines(const Json& object);

/// Rows per class and part.
DocumentTable splitTable(const store::SplitInfo& split, const std::vector<stats::Bucket>& bucketOfClass);

} // namespace core::output
