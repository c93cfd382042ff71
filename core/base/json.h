// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <string>

namespace core {

/// Keys keep the order in which they were written: documents stay readable and stable.
using Json = nlohmann::ordered_json;

/// Parses a JSON text. `file` only names the text in the error (BadJson with line and the parser's reason).
Result<Json> parseJson(const std::string& text, const std::string& file = {});

/// Reads and parses a JSON file (UTF-8).
Result<Json> readJsonFile(const std::string& path);

/// One line, non-ASCII kept, invalid UTF-8 replaced: never throws.
std::string dumpJson(const Json& value);
/// Indented by two spaces.
std::string dumpJsonPretty(const Json& value);

} // namespace core
