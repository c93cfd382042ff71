// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values.h"

#include "core/data/time_text.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace core::data {
namespace {

using namespace std::string_view_literals;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes `prefix` off the front of `text`; false when it is not there.
bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

bool takeCurrency(std::string_view& text) {
    for (const std::string_view sign : {"$"sv, "£"sv, "€"sv, "¥"sv, "￥"sv})
        if (take(text, sign)) {
            text = trim(text);
            return true;
        }
    return false;
}

/// Takes between `least` and `most` digits off the front.
std::optional<int> takeDigits(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t count = 0;
    int value = 0;
    while (count < most && count < text.size() && isDigit(text[count]))
        value = value * 10 + (text[count++] - '0');
    if (count < least)
        return {};
    text.remove_prefix(count);
    return value;
}

std::optional<std::int64_t> dayStart(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok() || year < 1)
        return {};
    return std::chrono::sys_days(date).time_since_epoch().count() * std::int64_t{86400};
}

/// "" | "Z" | "±HH", "±HH:MM", "±HHMM": seconds to take off to get UTC.
std::optional<std::int64_t> takeZone(std::string_view text) {
    if (text.empty() || text == "Z" || text == "z")
        return 0;
    const int sign = text.front() == '+' ? 1 : -1;
    if (text.front() != '+' && text.front() != '-')
        return {};
    text.remove_prefix(1);
    const auto hours = takeDigits(text, 2, 2);
    if (!hours)
        return {};
    const bool more = take(text, ":") || !text.empty();
    const auto minutes = more ? takeDigits(text, 2, 2) : std::optional<int>(0);
    if (!minutes || !text.empty() || *hours > 14 || *minutes > 59)
        return {};
    return sign * (*hours * 3600 + *minutes * 60);
}

/// "HH:MM[:SS[.fff]]" and a zone behind it.
std::optional<std::int64_t> clockSeconds(std::string_view text) {
    const auto hours = takeDigits(text, 1, 2);
    if (!hours || !take(text, ":"))
        return {};
    const auto minutes = takeDigits(text, 2, 2);
    if (!minutes)
        return {};
    int seconds = 0;
    if (take(text, ":")) {
        const auto read = takeDigits(text, 2, 2);
        if (!read)
            return {};
        seconds = *read;
        if (take(text, ".")) {
            if (!takeDigits(text, 1, 1))
                return {};
            while (!text.empty() && isDigit(text.front()))
                text.remove_prefix(1);
        }
    }
    const auto zone = takeZone(text);
    if (!zone || *hours > 23 || *minutes > 59 || seconds > 59)
        return {};
    return *hours * 3600 + *minutes * 60 + seconds - *zone;
}

/// "YYYYMMDD" or "YYYYMMDDhhmmss": as epoch seconds they would be August 1970 and as milliseconds the year 2600, which
/// no shop means.
std::optional<std::int64_t> compactTime(std::string_view digits) {
    if ((digits.size() != 8 && digits.size() != 14) || !(digits.starts_with("19") || digits.starts_with("20")))
        return {};
    std::array<int, 5> parts{}; // month, day, hour, minute, second
    const auto year = takeDigits(digits, 4, 4);
    for (std::size_t i = 0; i < parts.size() && !digits.empty(); ++i)
        parts[i] = *takeDigits(digits, 2, 2);
    const auto day = dayStart(*year, parts[0], parts[1]);
    if (!day || parts[2] > 23 || parts[3] > 59 || parts[4] > 59)
        return {};
    return *day + parts[2] * 3600 + parts[3] * 60 + parts[4];
}

std::optional<std::int64_t> epochTime(std::string_view text) {
    constexpr std::int64_t kMilliseconds = 100'000'000'000; // as seconds, the year 5138
    constexpr std::int64_t kYearOne = -62'135'596'800;      // 0001-01-01
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size())
        return {};
    if (const auto compact = compactTime(text))
        return compact;
    if (value < 0 && value > -kMilliseconds)
        return value > kYearOne ? std::optional(value) : std::nullopt;
    if (value >= 0 && value < kMilliseconds)
        return value;
    if (value <= kYearOne * 1000 || value >= kMilliseconds * 1000)
        return {};
    return value / 1000 - (value % 1000 < 0 ? 1 : 0);
}

} // namespace

std::optional<double> parseNumber(std::string_view text) {
    text = trim(text);
    const bool currencyFirst = takeCurrency(text);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    if (!currencyFirst)
        takeCurrency(text);
    // from_chars would take "inf", "nan" and a second sign.
    if (text.empty() || !(isDigit(text.front()) || text.front() == '.'))
        return {};
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return {};
    return negative ? -value : value;
}

std::optional<std::int64_t> parseTime(std::string_view text) {
    text = trim(text);
    std::string_view rest = text;
    const auto year = takeDigits(rest, 4, 4);
    const char separator = rest.empty() ? '\0' : rest.front();
    if (!year || (separator != '-' && separator != '/'))
        return epochTime(text);
    rest.remove_prefix(1);
    const auto month = takeDigits(rest, 1, 2);
    if (!month || rest.empty() || rest.front() != separator)
        return {};
    rest.remove_prefix(1);
    const auto day = takeDigits(rest, 1, 2);
    if (!day)
        return {};
    const auto start = dayStart(*year, *month, *day);
    if (!start || rest.empty())
        return start;
    if (rest.front() != ' ' && rest.front() != 'T' && rest.front() != 't')
        return {};
    rest.remove_prefix(1);
    const auto clock = clockSeconds(rest);
    if (!clock)
        return {};
    return *start + *clock;
}

void putTime(std::int64_t seconds, char* out) {
    const std::chrono::sys_seconds time{std::chrono::seconds{seconds}};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    const auto put = [&out](auto value, int digits) {
        auto rest = static_cast<unsigned>(value);
        for (int i = digits - 1; i >= 0; --i, rest /= 10)
            out[i] = static_cast<char>('0' + rest % 10);
        out += digits;
    };
    put(static_cast<int>(date.year()), 4);
    *out++ = '-';
    put(static_cast<unsigned>(date.month()), 2);
    *out++ = '-';
    put(static_cast<unsigned>(date.day()), 2);
    *out++ = ' ';
    put(clock.hours().count(), 2);
    *out++ = ':';
    put(clock.minutes().count(), 2);
    *out++ = ':';
    put(clock.seconds().count(), 2);
}

std::string formatTime(std::int64_t seconds) {
    std::string text(kTimeLength, '\0');
    putTime(seconds, text.data());
    return text;
}

std::string_view trim(std::string_view text) {
    constexpr std::array kBlanks{" "sv, "\t"sv, "\r"sv, "\n"sv, "\v"sv, "\f"sv, "\u3000"sv, "\u00A0"sv, "\uFEFF"sv};
    // Importers trim every field, and nearly all of them begin and end with a plain character.
    const auto plain = [](char c) { return c > ' ' && c < '\x7F'; };
    for (bool again = true; again && !text.empty() && !(plain(text.front()) && plain(text.back()));) {
        again = false;
        for (const std::string_view blank : kBlanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                again = true;
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                again = true;
            }
        }
    }
    return text;
}

} // namespace core::data
