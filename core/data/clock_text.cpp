// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/time_text.h"
#include "core/data/value_parts.h"
#include "core/data/values.h"

#include <array>
#include <charconv>

namespace core::data {
namespace values {
namespace {

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

bool takeNoCase(std::string_view& text, std::string_view lower) {
    if (text.size() < lower.size())
        return false;
    for (std::size_t i = 0; i < lower.size(); ++i)
        if ((text[i] | 0x20) != lower[i])
            return false;
    text.remove_prefix(lower.size());
    return true;
}

} // namespace

bool readZone(std::string_view text, std::optional<std::int64_t>& offset) {
    if (text.empty())
        return true;
    if (text == "Z" || text == "z" || text == "UTC" || text == "GMT") {
        offset = 0;
        return true;
    }
    const int sign = text.front() == '+' ? 1 : -1;
    if (text.front() != '+' && text.front() != '-')
        return false;
    text.remove_prefix(1);
    const auto hours = takeDigits(text, 2, 2);
    if (!hours)
        return false;
    const bool more = take(text, ":") || !text.empty();
    const auto minutes = more ? takeDigits(text, 2, 2) : std::optional<int>(0);
    if (!minutes || !text.empty() || *hours > 14 || *minutes > 59)
        return false;
    offset = sign * (*hours * 3600 + *minutes * 60);
    return true;
}

std::optional<Clock> readClock(std::string_view text) {
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
        if (take(text, ".") || take(text, ",")) {
            if (!takeDigits(text, 1, 1))
                return {};
            while (!text.empty() && isDigit(text.front()))
                text.remove_prefix(1);
        }
    }
    take(text, " ");
    int hour = *hours;
    const bool am = takeNoCase(text, "am");
    if (am || takeNoCase(text, "pm")) {
        if (hour < 1 || hour > 12)
            return {};
        hour = hour % 12 + (am ? 0 : 12);
        take(text, " ");
    }
    Clock clock;
    if (!readZone(text, clock.offset) || hour > 23 || *minutes > 59 || seconds > 59)
        return {};
    clock.seconds = hour * 3600 + *minutes * 60 + seconds;
    return clock;
}

std::optional<std::int64_t> readDigits(std::string_view text, bool& written) {
    constexpr std::int64_t kMilliseconds = 100'000'000'000; // as seconds, the year 5138
    constexpr std::int64_t kYearOne = -62'135'596'800;      // 0001-01-01
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size())
        return {};
    if (const auto compact = compactTime(text)) {
        written = true;
        return compact;
    }
    written = false;
    if (value < 0 && value > -kMilliseconds)
        return value > kYearOne ? std::optional(value) : std::nullopt;
    if (value >= 0 && value < kMilliseconds)
        return value;
    if (value <= kYearOne * 1000 || value >= kMilliseconds * 1000)
        return {};
    return value / 1000 - (value % 1000 < 0 ? 1 : 0);
}

} // namespace values

std::optional<std::int64_t> parseTime(std::string_view text) {
    static const ValueReader kPlain;
    text = trim(text);
    // Only what it always read: year, month, day in this order, or digits.
    std::string_view rest = text;
    const auto year = values::takeDigits(rest, 4, 4);
    const char separator = rest.empty() ? '\0' : rest.front();
    if (year && (separator == '-' || separator == '/'))
        return kPlain.time(text);
    bool written = false;
    return values::readDigits(text, written);
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

} // namespace core::data
