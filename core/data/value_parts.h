// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

/// Pieces of reading values, private to core/data.
namespace core::data::values {

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes `prefix` off the front of `text`; false when it is not there.
constexpr bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

/// Takes between `least` and `most` digits off the front.
constexpr std::optional<int> takeDigits(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t count = 0;
    int value = 0;
    while (count < most && count < text.size() && isDigit(text[count]))
        value = value * 10 + (text[count++] - '0');
    if (count < least)
        return {};
    text.remove_prefix(count);
    return value;
}

/// Seconds since 1970 of a day's beginning; nothing for a day that there is not.
constexpr std::optional<std::int64_t> dayStart(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok() || year < 1)
        return {};
    return std::chrono::sys_days(date).time_since_epoch().count() * std::int64_t{86400};
}

/// A time of day, and how far its zone is east of UTC, if it names one; in seconds.
struct Clock {
    std::int64_t seconds = 0;
    std::optional<std::int64_t> offset;
};

/// "HH:MM[:SS[.fff]][ am|pm][ zone]", all of `text`.
std::optional<Clock> readClock(std::string_view text);

/// "" = none, "Z", "UTC", "GMT", "±HH", "±HH:MM", "±HHMM", all of `text`. False when it is something else.
bool readZone(std::string_view text, std::optional<std::int64_t>& offset);

/// Epoch seconds or milliseconds, or "YYYYMMDD[hhmmss]" (`written` is set then: that is a time on a clock).
std::optional<std::int64_t> readDigits(std::string_view text, bool& written);

} // namespace core::data::values
