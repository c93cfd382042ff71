// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/value_parts.h"
#include "core/data/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace core::data {
namespace {

using namespace std::string_view_literals;
using values::isDigit;
using values::take;

constexpr std::array kCurrencies{"$"sv,  "£"sv,   "€"sv,   "¥"sv,   "￥"sv,  "US$"sv,
                                 "元"sv, "USD"sv, "EUR"sv, "GBP"sv, "CNY"sv, "RMB"sv};
constexpr std::size_t kSigns = 5; ///< the first ones: what parseNumber(text) knows

bool takeCurrency(std::string_view& text, std::size_t known = kSigns) {
    for (std::size_t i = 0; i < known; ++i)
        if (take(text, kCurrencies[i])) {
            text = trim(text);
            return true;
        }
    return false;
}

bool takeCurrencyBehind(std::string_view& text) {
    for (const std::string_view sign : kCurrencies)
        if (text.ends_with(sign)) {
            text.remove_suffix(sign.size());
            text = trim(text);
            return true;
        }
    return false;
}

/// Digits and at most one point, when they are few enough that a double holds digits and power of ten exactly: their
/// quotient is then rounded once, as the standard asks (Clinger, PLDI 1990).
std::optional<double> shortNumber(std::string_view text) {
    constexpr std::array kPowers{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    if (text.empty() || text.size() > kPowers.size())
        return {};
    std::uint64_t digits = 0;
    std::size_t behind = 0;
    bool point = false;
    for (const char c : text) {
        if (isDigit(c)) {
            digits = digits * 10 + static_cast<std::uint64_t>(c - '0');
            behind += point ? 1 : 0;
        } else if (c == '.' && !point) {
            point = true;
        } else {
            return {};
        }
    }
    if (point && text.size() == 1)
        return {};
    return behind == 0 ? static_cast<double>(digits) : static_cast<double>(digits) / kPowers[behind];
}

/// Without a sign or currency.
std::optional<double> bareNumber(std::string_view text) {
    if (const auto value = shortNumber(text))
        return value;
    // from_chars would take "inf", "nan" and a second sign.
    if (text.empty() || !(isDigit(text.front()) || text.front() == '.'))
        return {};
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return {};
    return value;
}

bool takeMinus(std::string_view& text) {
    if (take(text, "-") || take(text, "\u2212"))
        return true;
    take(text, "+");
    return false;
}

/// The separator of groups at the front of `text`, of `size` bytes; empty when there is none.
std::string_view separatorAt(std::string_view text, char decimal) {
    const char other = decimal == ',' ? '.' : ',';
    if (text.starts_with(other) || text.starts_with(' ') || text.starts_with('\''))
        return text.substr(0, 1);
    for (const std::string_view space : {"\u00A0"sv, "\u202F"sv, "\u2019"sv})
        if (text.starts_with(space))
            return space;
    return {};
}

/// "1.234.567,5" → "1234567.5" in `plain`; false when the groups are not even, or something else is in it.
bool withoutGroups(std::string_view text, char decimal, std::array<char, 64>& plain, std::size_t& size) {
    std::string_view separator;
    std::size_t group = 0; ///< digits since the last separator
    bool grouped = false;
    size = 0;
    while (!text.empty()) {
        if (size + 1 >= plain.size())
            return false;
        const char c = text.front();
        if (isDigit(c)) {
            plain[size++] = c;
            ++group;
            text.remove_prefix(1);
            continue;
        }
        if (c == decimal || c == 'e' || c == 'E')
            break;
        const std::string_view here = separatorAt(text, decimal);
        // Two digits may stand between separators as in India, but three before the end of the whole part.
        if (here.empty() || (!separator.empty() && here != separator) || group == 0 || group > 3 ||
            (grouped && group < 2))
            return false;
        separator = here;
        grouped = true;
        group = 0;
        text.remove_prefix(here.size());
    }
    if (grouped && group != 3)
        return false;
    for (const char c : text) {
        if (size + 1 >= plain.size() || !(isDigit(c) || c == decimal || c == 'e' || c == 'E' || c == '-' || c == '+'))
            return false;
        plain[size++] = c == decimal ? '.' : c;
    }
    return size > 0;
}

} // namespace

std::optional<double> parseNumber(std::string_view text) {
    if (const auto value = shortNumber(text))
        return value;
    text = trim(text);
    const bool currencyFirst = takeCurrency(text);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    if (!currencyFirst)
        takeCurrency(text);
    const auto value = bareNumber(text);
    return value && negative ? -*value : value;
}

std::optional<double> parseNumber(std::string_view text, char decimal) {
    if (decimal == '.')
        if (const auto value = shortNumber(text))
            return value;
    text = trim(text);
    const bool brackets = text.size() > 2 && text.front() == '(' && text.back() == ')'; // accountants' minus
    if (brackets)
        text = text.substr(1, text.size() - 2);
    bool currency = takeCurrency(text, kCurrencies.size());
    const bool negative = takeMinus(text);
    if (!currency)
        currency = takeCurrency(text, kCurrencies.size());
    if (!currency)
        takeCurrencyBehind(text);
    std::array<char, 64> plain{};
    std::size_t size = 0;
    if (!withoutGroups(text, decimal, plain, size))
        return {};
    const auto value = bareNumber({plain.data(), size});
    return value && negative != brackets ? -*value : value;
}

std::optional<double> ValueReader::number(std::string_view text) const {
    return parseNumber(text, m_decimal);
}

std::string_view trimBlanks(std::string_view text) {
    constexpr std::array kBlanks{" "sv, "\t"sv, "\r"sv, "\n"sv, "\v"sv, "\f"sv, "\u3000"sv, "\u00A0"sv, "\uFEFF"sv};
    for (bool again = true; again && !text.empty();) {
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
