// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/store/split_store.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace core::store {

/// Ranges and choices of a split's settings: ParameterOutOfRange, UnknownChoice.
Status checkSplitConfig(const SplitConfig& config);
/// With what has no effect set to its neutral value: stratified by nothing is random, items grouped by title keep
/// duplicates together …
SplitConfig normalised(SplitConfig config);
/// The columns that rows of a unit can be stratified and grouped by (attribute:NAME comes on top).
std::vector<std::string> stratifyColumns(const std::string& unit);
std::vector<std::string> groupColumns(const std::string& unit);
/// As the project keeps them: what splitNumbersJson() says, without the names of the classes.
Json storedNumbersJson(const SplitNumbers& numbers);
/// False when they are not what storedNumbersJson() wrote.
bool readStoredNumbers(const Json& json, SplitNumbers& numbers);
/// What splitConfigJson() wrote; `ok` turns false when a member has the wrong type.
SplitConfig splitConfigFromJson(const Json& json, bool& ok);

/// splits() inside a transaction.
Result<std::vector<SplitInfo>> readSplits(Database& database);

/// Rows of each part for `rows` rows at a ratio, by largest remainders (ties: the earlier part). With 3 or more rows
/// each part whose ratio is positive gets at least one; with fewer, training does.
std::array<std::int64_t, 3> apportion(std::int64_t rows, const std::array<double, 3>& ratio);

/// Rows of a part that no part takes.
inline constexpr std::int8_t kUnused = -1;

/// Part (or kUnused) of each row. `labels`: most frequent first, ties by name; `classOf`: class of each row, the rows
/// in the order of their keys. Pure: the same arguments give the same parts. The config is valid.
Result<std::vector<std::int8_t>> planSplit(const SplitConfig& config, const std::vector<std::string>& labels,
                                           const std::vector<ClassIndex>& classOf);

} // namespace core::store
