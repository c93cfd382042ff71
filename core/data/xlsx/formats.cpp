// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/xlsx/formats.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <optional>

namespace core::data::xlsx {
namespace {

constexpr std::int64_t kMilliPerDay = 86'400'000;
constexpr double kLastDay = 2'958'466; ///< the day after 9999-12-31 in the 1900 system
constexpr int k1904 = 1'462;           ///< days between the two systems

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// What is left of the first section of a format: without texts, colours, locales and fillers; "[h]" becomes 'H'.
std::string bareCode(std::string_view code) {
    std::string bare;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const auto close = std::min(code.find(']', i), code.size());
            const char first = i + 1 < close ? lower(code[i + 1]) : ' ';
            bool elapsed = first == 'h' || first == 'm' || first == 's';
            for (std::size_t k = i + 1; k < close; ++k)
                elapsed = elapsed && lower(code[k]) == first;
            if (elapsed)
                bare += 'H';
            i = close;
        } else {
            bare += lower(c);
        }
    }
    return bare;
}

void appendClock(std::string& out, std::int64_t milli) {
    std::array<char, 40> text{};
    const std::int64_t seconds = milli / 1000;
    int size = std::snprintf(text.data(), text.size(), "%02lld:%02lld:%02lld", static_cast<long long>(seconds / 3600),
                             static_cast<long long>(seconds / 60 % 60), static_cast<long long>(seconds % 60));
    if (milli % 1000 != 0)
        size += std::snprintf(text.data() + size, text.size() - static_cast<std::size_t>(size), ".%03d",
                              static_cast<int>(milli % 1000));
    out.append(text.data(), static_cast<std::size_t>(size));
}

/// `day` counts as the 1900 system does: 1 = 1900-01-01, 60 = the day that never was.
void appendDay(std::string& out, std::int64_t day) {
    if (day == 60) {
        out += "1900-02-29";
        return;
    }
    using namespace std::chrono;
    const sys_days base = sys_days(year(1899) / December / 31);
    const year_month_day date(base + days(day > 60 ? day - 1 : day));
    std::array<char, 16> text{};
    const int size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    out.append(text.data(), static_cast<std::size_t>(size));
}

bool appendDate(std::string& out, double value, const CellFormat& format, bool from1904) {
    if (!(value >= 0) || value >= kLastDay)
        return false;
    auto milli = static_cast<std::int64_t>(std::llround(value * static_cast<double>(kMilliPerDay)));
    if (format.kind == CellFormat::Kind::Duration || (format.kind == CellFormat::Kind::Time && value < 1)) {
        appendClock(out, milli);
        return true;
    }
    const std::int64_t day = milli / kMilliPerDay + (from1904 ? k1904 : 0);
    milli %= kMilliPerDay;
    if (day >= static_cast<std::int64_t>(kLastDay))
        return false;
    if (day == 0) { // before the first day there are only times
        appendClock(out, milli);
        return true;
    }
    appendDay(out, day);
    if (milli != 0 || format.hasTime) {
        out += ' ';
        appendClock(out, milli);
    }
    return true;
}

void appendShortest(std::string& out, double value, std::string_view text) {
    constexpr double kExact = 9'007'199'254'740'992; // 2^53
    std::array<char, 40> digits{};
    if (value == std::trunc(value) && std::abs(value) < kExact) {
        const auto end = std::to_chars(digits.begin(), digits.end(), static_cast<std::int64_t>(value)).ptr;
        out.append(digits.begin(), end);
        return;
    }
    if (text.find_first_of("eE") == std::string_view::npos && text.find('.') == std::string_view::npos) {
        out += text; // a whole number with more digits than a double has
        return;
    }
    const auto end = std::to_chars(digits.begin(), digits.end(), value).ptr;
    out.append(digits.begin(), end);
}

std::optional<double> numberOf(std::string_view text) {
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

} // namespace

CellFormat parseFormatCode(std::string_view code) {
    const std::string bare = bareCode(code);
    if (bare.empty() || bare == "general" || bare == "@")
        return {};
    if (bare.find_first_not_of('0') == std::string::npos && bare.size() > 1)
        return {.kind = CellFormat::Kind::Zeros,
                .digits = static_cast<std::uint8_t>(std::min<std::size_t>(bare.size(), 255))};
    if (bare.find('H') != std::string::npos)
        return {.kind = CellFormat::Kind::Duration};
    const bool clock = bare.find_first_of("hs") != std::string::npos;
    // "e" is the year of East Asian formats, and the exponent of numbers; "general" holds one too.
    const bool number =
        bare.find_first_of("0#?") != std::string::npos && bare.find_first_of("ymdhs") == std::string::npos;
    if (number || bare.find("general") != std::string::npos)
        return {};
    if (bare.find_first_of("yde") != std::string::npos || (!clock && bare.find('m') != std::string::npos))
        return {.kind = CellFormat::Kind::Date, .hasTime = clock};
    return clock ? CellFormat{.kind = CellFormat::Kind::Time} : CellFormat{};
}

CellFormat builtinFormat(int id) {
    using enum CellFormat::Kind;
    if (id == 22)
        return {.kind = Date, .hasTime = true};
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58)
        return {.kind = Date};
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56)
        return {.kind = Time};
    return id == 46 ? CellFormat{.kind = Duration} : CellFormat{};
}

void appendNumber(std::string& out, std::string_view value, const CellFormat& format, bool from1904) {
    const std::optional<double> number = numberOf(value);
    if (!number) {
        out += value;
        return;
    }
    using enum CellFormat::Kind;
    if ((format.kind == Date || format.kind == Time || format.kind == Duration) &&
        appendDate(out, *number, format, from1904))
        return;
    const std::size_t start = out.size();
    appendShortest(out, *number, value);
    const std::size_t size = out.size() - start;
    if (format.kind == Zeros && out.find_first_not_of("0123456789", start) == std::string::npos && size < format.digits)
        out.insert(start, format.digits - size, '0');
}

} // namespace core::data::xlsx
