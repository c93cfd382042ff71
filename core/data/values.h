// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/read_options.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace core::data {

/// Decimal number with '.' and an optional sign, exponent or leading currency sign (£ $ € ¥); spaces round it are fine.
/// Nothing for anything else, NaN and infinities included.
std::optional<double> parseNumber(std::string_view text);

/// The same with the decimal sign '.' or ','. The other of the two, a space, a no-break space or an apostrophe may part
/// the digits before it into groups of three (or of ten thousands: 1,00,000): "1.234.567,5". The currency sign may also
/// stand behind. A whole number with one group ("1,234") follows `decimal`.
std::optional<double> parseNumber(std::string_view text, char decimal);

/// Seconds since 1970-01-01 UTC from "YYYY-MM-DD[( |T)HH:MM[:SS[.fff]]][Z|±HH:MM]", the same with '/', or epoch seconds
/// or milliseconds, or "YYYYMMDD[hhmmss]". Times without a zone are taken as UTC.
std::optional<std::int64_t> parseTime(std::string_view text);

/// The rules of a time zone: when its clocks were changed, from 1850 to 2100. Immutable, for any thread.
class ZoneRules;

/// Reads cells as a ValueFormat says. Cheap to copy; any thread may use it.
class ValueReader {
public:
    /// Numbers with '.', times in UTC, month first.
    ValueReader() = default;
    /// UnknownChoice for a time zone that is not known, or a decimal sign that is none.
    static Result<ValueReader> make(const ValueFormat& format);

    /// parseNumber() with the decimal sign of the format.
    std::optional<double> number(std::string_view text) const;

    /// Seconds since 1970-01-01 UTC. Beside what parseTime() reads: Y.M.D, D.M.Y, D/M/Y or M/D/Y
    /// (ValueFormat::dayFirst; also with '-'), two-digit years there (69–99 are 1969–1999), "1 Dec 2010", "1-Dec-10",
    /// "Dec 1, 2010", "Wed, 01 Dec 2010", 2010年12月1日; each with a clock behind it, in 24 hours or with am/pm, and a
    /// zone: Z, UTC, GMT, ±HH[:MM]. Without one the time is of the zone of the format; an hour that comes twice is the
    /// first of the two.
    std::optional<std::int64_t> time(std::string_view text) const;

private:
    std::int64_t toUtc(std::int64_t local) const;

    char m_decimal = '.';
    bool m_dayFirst = false;
    std::int64_t m_offset = 0; ///< seconds east of UTC, where there are no rules
    std::shared_ptr<const ZoneRules> m_zone;
};

/// Collects evidence for how the values of a file are written. One thread at a time.
class FormatEvidence {
public:
    /// One cell of a column that is not empty.
    void add(std::string_view text);
    /// `base` with decimal and dayFirst as the cells say; where they say nothing about the order of day and month, it
    /// follows the decimal sign: who writes 1,5 writes the day first.
    ValueFormat proposed(ValueFormat base = {}) const;

private:
    std::int64_t m_commas = 0, m_points = 0; ///< numbers that can only be read with this decimal sign
    std::int64_t m_dayFirst = 0, m_monthFirst = 0;
};

/// "2011-12-09 12:50:00" (UTC).
std::string formatTime(std::int64_t seconds);

/// The part of trim() that is rarely needed.
std::string_view trimBlanks(std::string_view text);

/// Without spaces and full-width spaces at both ends, and without a stray U+FEFF. Importers trim every field, and
/// nearly all of them begin and end with a byte that no blank begins or ends with.
inline std::string_view trim(std::string_view text) {
    const auto front = [](unsigned char c) { return c > 0x20 && c != 0xC2 && c != 0xE3 && c != 0xEF; };
    const auto back = [](unsigned char c) { return c > 0x20 && c != 0x80 && c != 0xA0 && c != 0xBF; };
    if (text.empty() ||
        (front(static_cast<unsigned char>(text.front())) && back(static_cast<unsigned char>(text.back()))))
        return text;
    return trimBlanks(text);
}

} // namespace core::data
