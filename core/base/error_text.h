// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace core {

/// The English sentence of a code with placeholders {file} {line} {column} {value} {detail}; translation context "Error".
const char* errorTemplate(ErrorCode code);

/// Fills the placeholders of a (perhaps translated) template; a file is given with its line as `file:line`.
std::string fillErrorTemplate(std::string_view text, const Error& error);

/// The English sentence for an error: what the headless program prints.
std::string errorSentence(const Error& error);

/// Stable snake_case name of a code, for JSON: "file_not_found".
const char* errorName(ErrorCode code);

/// 1 failed, 2 wrong usage, 3 cancelled.
int exitCode(ErrorCode code);

} // namespace core
