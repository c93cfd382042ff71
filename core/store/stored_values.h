// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/store/database.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

/// Now in UTC, ISO 8601: "2026-01-31T12:50:00Z".
std::string utcNow();

/// Values that the project file keeps as JSON text. What cannot be read is ProjectDamaged; `what` names the place
/// ("run.labels").
Result<Json> storedJson(const Database& database, std::string_view text, const char* what);
Result<std::vector<std::string>> storedStrings(const Database& database, std::string_view text, const char* what);
Result<std::vector<std::int64_t>> storedIntegers(const Database& database, std::string_view text, const char* what);
/// null in the list stands for a number that is not finite.
Result<std::vector<double>> storedNumbers(const Database& database, std::string_view text, const char* what);

Error damaged(const Database& database, const std::string& what);

/// SQLite keeps NaN as NULL, which the tables forbid: infinity stands for it there.
double toStored(double value);
double fromStored(double value);

} // namespace core::store
