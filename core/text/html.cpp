// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/html.h"

#include "core/text/html_entities.h"
#include "core/text/utf8_append.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace core::text {
namespace {

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool startsWithoutCase(std::string_view text, std::string_view start) {
    return text.size() >= start.size() &&
           std::equal(start.begin(), start.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

/// Position after the `>` that ends the tag at the front, or npos. A `>` within quotes does not end it.
std::size_t tagEnd(std::string_view text) {
    if (text.starts_with("<!--")) {
        const auto end = text.find("-->", 4);
        return end == std::string_view::npos ? end : end + 3;
    }
    char quote = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if ((c == '"' || c == '\'') && text[i - 1] == '=')
            quote = c;
        else if (c == '>')
            return i + 1;
        else if (c == '<')
            return std::string_view::npos; // "a <b and c <d": no tag at all
    }
    return std::string_view::npos;
}

std::string nameOf(std::string_view tag) {
    std::string name;
    std::size_t i = tag.size() > 1 && tag[1] == '/' ? 2 : 1;
    for (; i < tag.size() && (isLetter(tag[i]) || isDigit(tag[i])); ++i)
        name += lower(tag[i]);
    return name;
}

bool withinWords(const std::string& name) {
    constexpr std::array<std::string_view, 14> kNames{"a",     "b",    "em",     "font", "i",   "mark", "s",
                                                      "small", "span", "strong", "sub",  "sup", "u",    "wbr"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

/// Position after `</name>`; npos when it is not there.
std::size_t afterClosing(std::string_view text, const std::string& name) {
    const std::string closing = "</" + name;
    for (std::size_t i = 0; i + closing.size() <= text.size(); ++i)
        if (startsWithoutCase(text.substr(i), closing)) {
            const auto end = text.find('>', i);
            return end == std::string_view::npos ? end : end + 1;
        }
    return std::string_view::npos;
}

/// HTML reads these numbers as Windows-1252 (HTML Standard, "numeric character reference end state").
constexpr std::array<char32_t, 32> kWindows1252{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

char32_t characterOf(std::uint64_t number) {
    constexpr char32_t kReplacement = 0xFFFD;
    if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF))
        return kReplacement;
    if (number >= 0x80 && number <= 0x9F)
        return kWindows1252[number - 0x80];
    return static_cast<char32_t>(number);
}

struct Reference {
    char32_t character = 0;
    std::size_t length = 0;
};

/// The reference "&#…" at the front.
std::optional<Reference> numeric(std::string_view text) {
    const bool hex = text.size() > 2 && lower(text[2]) == 'x';
    std::size_t i = hex ? 3 : 2;
    const std::size_t first = i;
    std::uint64_t number = 0;
    for (; i < text.size(); ++i) {
        const char c = lower(text[i]);
        if (!isDigit(c) && !(hex && c >= 'a' && c <= 'f'))
            break;
        const auto digit = static_cast<std::uint64_t>(isDigit(c) ? c - '0' : c - 'a' + 10);
        number = std::min<std::uint64_t>(number * (hex ? 16 : 10) + digit, 0x110000); // stays too large
    }
    if (i == first)
        return {};
    if (i < text.size() && text[i] == ';')
        ++i;
    return Reference{characterOf(number), i};
}

std::optional<Reference> reference(std::string_view text) {
    constexpr std::size_t kLongestName = 10;
    if (text.size() > 2 && text[1] == '#')
        return numeric(text);
    const auto end = text.substr(0, kLongestName + 2).find(';');
    if (end == std::string_view::npos)
        return {};
    const std::string_view name = text.substr(1, end - 1);
    const auto found = std::lower_bound(kHtmlEntities.begin(), kHtmlEntities.end(), name,
                                        [](const HtmlEntity& entity, std::string_view n) { return entity.name < n; });
    if (found == kHtmlEntities.end() || found->name != name)
        return {};
    return Reference{found->character, end + 1};
}

} // namespace

std::string withoutTags(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const auto open = text.find('<');
        result += text.substr(0, open);
        if (open == std::string_view::npos)
            break;
        text.remove_prefix(open);
        const char next = text.size() > 1 ? text[1] : ' ';
        const bool tag = isLetter(next) || next == '/' || next == '!' || next == '?';
        const std::size_t end = tag ? tagEnd(text) : std::string_view::npos;
        if (end == std::string_view::npos) {
            result += '<';
            text.remove_prefix(1);
            continue;
        }
        const std::string name = nameOf(text.substr(0, end));
        const bool hidden = next != '/' && (name == "script" || name == "style");
        const std::size_t after = hidden ? afterClosing(text.substr(end), name) : 0;
        text.remove_prefix(end + (after == std::string_view::npos ? 0 : after));
        if (!withinWords(name))
            result += ' ';
    }
    return result;
}

std::string withoutEntities(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const auto at = text.find('&');
        result += text.substr(0, at);
        if (at == std::string_view::npos)
            break;
        text.remove_prefix(at);
        if (const auto found = reference(text)) {
            appendUtf8(found->character, result);
            text.remove_prefix(found->length);
        } else {
            result += '&';
            text.remove_prefix(1);
        }
    }
    return result;
}

} // namespace core::text
