// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/select/filter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <numeric>

namespace core::select {
namespace {

struct Unit {
    std::string_view text;
    double factor;
};
constexpr std::array kUnits{Unit{"k", 1e3}, Unit{"K", 1e3}, Unit{"M", 1e6},  Unit{"m", 1e6},
                            Unit{"G", 1e9}, Unit{"g", 1e9}, Unit{"万", 1e4}, Unit{"亿", 1e8}};

/// The digits at the front, taken off; −1 when there are none or too many.
int takeNumber(std::string_view& text, std::size_t most) {
    int number = 0;
    std::size_t digits = 0;
    while (digits < text.size() && digits < most && text[digits] >= '0' && text[digits] <= '9')
        number = number * 10 + (text[digits++] - '0');
    text.remove_prefix(digits);
    return digits == 0 ? -1 : number;
}

bool takeOneOf(std::string_view& text, std::string_view signs) {
    if (text.empty() || signs.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

char lowerAscii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

template <class... Values> std::string format(const char* pattern, Values... values) {
    std::array<char, 40> text{};
    const int length = std::snprintf(text.data(), text.size(), pattern, values...);
    return {text.data(), static_cast<std::size_t>(length)};
}

/// Hour, minute and second of "12:50[:30]"; false when that is not what stands there.
bool takeClock(std::string_view& text, std::array<int, 3>& clock, int& parts) {
    clock[0] = takeNumber(text, 2);
    if (!takeOneOf(text, ":"))
        return false;
    clock[1] = takeNumber(text, 2);
    parts = 2;
    if (takeOneOf(text, ":")) {
        clock[2] = takeNumber(text, 2);
        parts = 3;
    }
    return text.empty() && clock[0] >= 0 && clock[0] < 24 && clock[1] >= 0 && clock[1] < 60 && clock[2] >= 0 &&
           clock[2] < 60;
}

std::int64_t secondsOf(std::chrono::year_month_day date) {
    return std::chrono::sys_days{date}.time_since_epoch().count() * std::int64_t{86'400};
}

} // namespace

std::optional<double> parseFilterNumber(std::string_view text) {
    double factor = 1;
    for (const Unit& unit : kUnits) {
        if (text.size() > unit.text.size() && text.ends_with(unit.text)) {
            factor = unit.factor;
            text.remove_suffix(unit.text.size());
            break;
        }
    }
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number * factor))
        return {};
    return number * factor;
}

std::optional<FilterValue> parseFilterTime(std::string_view text) {
    using namespace std::chrono;
    FilterValue value;
    value.type = FilterType::Time;
    const std::string_view whole = text;
    const int y = takeNumber(text, 4);
    if (y < 0 || whole.size() - text.size() != 4)
        return {};
    const year year{y};
    if (text.empty()) {
        value.text = format("%04d", y);
        value.from = secondsOf(year / January / 1);
        value.to = secondsOf((year + years{1}) / January / 1);
        return value;
    }
    if (!takeOneOf(text, "-/"))
        return {};
    const int m = takeNumber(text, 2);
    if (m < 1 || m > 12)
        return {};
    const year_month month = year / m;
    if (text.empty()) {
        value.text = format("%04d-%02d", y, m);
        value.from = secondsOf(month / 1);
        value.to = secondsOf((month + months{1}) / 1);
        return value;
    }
    if (!takeOneOf(text, "-/"))
        return {};
    const int d = takeNumber(text, 2);
    if (d < 1 || !(month / d).ok())
        return {};
    value.text = format("%04d-%02d-%02d", y, m, d);
    value.from = secondsOf(month / d);
    value.to = value.from + 86'400;
    if (text.empty())
        return value;
    std::array<int, 3> clock{};
    int parts = 0;
    if (!takeOneOf(text, " T") || !takeClock(text, clock, parts))
        return {};
    value.from += clock[0] * 3600 + clock[1] * 60 + clock[2];
    value.to = value.from + (parts == 2 ? 60 : 1);
    value.text +=
        parts == 2 ? format(" %02d:%02d", clock[0], clock[1]) : format(" %02d:%02d:%02d", clock[0], clock[1], clock[2]);
    return value;
}

const FilterColumn* FilterColumns::find(std::string_view name) const {
    const auto same = [name](const FilterColumn& column) {
        return std::equal(column.name.begin(), column.name.end(), name.begin(), name.end(),
                          [](char a, char b) { return lowerAscii(a) == lowerAscii(b); });
    };
    const auto place = std::find_if(columns.begin(), columns.end(), same);
    return place == columns.end() ? nullptr : &*place;
}

std::string closestName(std::string_view name, const std::vector<std::string>& names) {
    std::string best;
    std::size_t least = name.size() <= 3 ? 2 : name.size() / 3 + 2; // one slip in short names, a third of long ones
    for (const std::string& candidate : names) {
        std::vector<std::size_t> row(candidate.size() + 1);
        std::iota(row.begin(), row.end(), std::size_t{0});
        for (std::size_t i = 0; i < name.size(); ++i) {
            std::size_t diagonal = std::exchange(row[0], i + 1);
            for (std::size_t j = 0; j < candidate.size(); ++j) {
                const std::size_t change = diagonal + (lowerAscii(name[i]) == lowerAscii(candidate[j]) ? 0 : 1);
                diagonal = std::exchange(row[j + 1], std::min({change, row[j] + 1, row[j + 1] + 1}));
            }
        }
        if (row.back() < least) {
            least = row.back();
            best = candidate;
        }
    }
    return best;
}

} // namespace core::select
