// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core::data {

/// Decimal number with '.' and an optional sign, exponent or leading currency sign (£ $ € ¥); spaces round it are fine.
/// Nothing for anything else, NaN and infinities included.
std::optional<double> parseNumber(std::string_view text);

/// Seconds since 1970-01-01 UTC from "YYYY-MM-DD[( |T)HH:MM[:SS[.fff]]][Z|±HH:MM]", the same with '/', or epoch seconds
/// or milliseconds, or "YYYYMMDD[hhmmss]". Times without a zone are taken as UTC.
std::optional<std::int64_t> parseTime(std::string_view text);

/// "2011-12-09 12:50:00" (UTC).
std::string formatTime(std::int64_t seconds);

/// Without spaces and full-width spaces at both ends, and without a stray U+FEFF.
std::string_view trim(std::string_view text);

} // namespace core::data
