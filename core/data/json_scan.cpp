// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/json_scan.h"

#include <algorithm>
#include <array>

namespace core::data {
namespace {

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Bytes outside strings that say something about the structure.
constexpr auto kStructural = [] {
    std::array<bool, 256> table{};
    for (const unsigned char c : {'"', '{', '}', '[', ']', ','})
        table[c] = true;
    return table;
}();

const char* skipPlain(const char* p, const char* end) {
    while (p < end && !kStructural[static_cast<unsigned char>(*p)])
        ++p;
    return p;
}

/// Behind the string whose opening quote stands before `p`; nullptr when the bytes end first. A raw line end is not
/// allowed in a string, so there the closing quote is missing: then the line end itself, and `broken`.
const char* skipString(const char* p, const char* end, bool& broken) {
    for (; p < end; ++p) {
        if (*p == '"')
            return p + 1;
        if (*p == '\\' && ++p == end)
            return nullptr;
        if (*p == '\n') {
            broken = true;
            return p;
        }
    }
    return nullptr;
}

/// The open brackets, innermost last.
class Brackets {
public:
    bool empty() const { return m_open.empty(); }
    void open(char bracket) { m_open += bracket; }
    /// Closes the innermost bracket of the kind and what was left open within it; false when there is none.
    bool close(char bracket) {
        const char wanted = bracket == '}' ? '{' : '[';
        const auto at = m_open.rfind(wanted);
        if (at == std::string::npos)
            return false;
        m_open.resize(at);
        return true;
    }

private:
    std::string m_open;
};

} // namespace

JsonExtent scanJsonMember(const char* begin, const char* end, char closing) {
    using enum JsonExtent::Outcome;
    Brackets brackets;
    for (const char* p = begin;;) {
        p = skipPlain(p, end);
        if (p == end)
            return {NeedMore, end, end};
        const char c = *p++;
        if (c == '"') {
            bool broken = false;
            p = skipString(p, end, broken);
            if (!p)
                return {NeedMore, end, end};
            // Where records stand on lines of their own, the next one begins on the next line.
            if (broken && std::find(skipJsonSpace(begin, p), p, '\n') == p)
                return {Complete, p, p + 1};
        } else if (c == '{' || c == '[') {
            brackets.open(c);
        } else if (c == ',') {
            if (brackets.empty())
                return {Complete, p - 1, p};
        } else if (!brackets.close(c) && c == closing) {
            return {Complete, p - 1, p, true};
        }
    }
}

JsonExtent scanJsonValue(const char* begin, const char* end, bool last) {
    using enum JsonExtent::Outcome;
    if (begin == end)
        return {last ? Complete : NeedMore, end, end};
    if (*begin != '{' && *begin != '[') {
        const char* p = begin;
        while (p < end && *p != '\n' && *p != '{' && *p != '[')
            ++p;
        return {p == end && !last ? NeedMore : Complete, p, p};
    }
    Brackets brackets;
    for (const char* p = begin;;) {
        p = skipPlain(p, end);
        if (p == end)
            return {NeedMore, end, end};
        const char c = *p++;
        if (c == '"') {
            bool broken = false;
            p = skipString(p, end, broken);
            if (!p)
                return {NeedMore, end, end};
        } else if (c == '{' || c == '[') {
            brackets.open(c);
        } else if (c != ',' && (!brackets.close(c) || brackets.empty())) {
            return {Complete, p, p};
        }
    }
}

const char* skipJsonSpace(const char* begin, const char* end) {
    while (begin < end && isSpace(*begin))
        ++begin;
    return begin;
}

std::string_view trimJsonSpace(std::string_view text) {
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    return text;
}

bool isJsonNumber(std::string_view text) {
    const auto digits = [&text] {
        std::size_t count = 0;
        while (count < text.size() && text[count] >= '0' && text[count] <= '9')
            ++count;
        text.remove_prefix(count);
        return count;
    };
    if (text.starts_with('-'))
        text.remove_prefix(1);
    const bool zero = text.starts_with('0');
    const std::size_t whole = digits();
    if (whole == 0 || (zero && whole > 1))
        return false;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (digits() == 0)
            return false;
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('+') || text.starts_with('-'))
            text.remove_prefix(1);
        if (digits() == 0)
            return false;
    }
    return text.empty();
}

void appendJsonString(std::string& out, std::string_view text) {
    constexpr char kHex[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20U) {
            switch (c) {
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                out += "\\u00";
                out += kHex[static_cast<unsigned char>(c) >> 4U];
                out += kHex[static_cast<unsigned char>(c) & 15U];
            }
        } else {
            out += c;
        }
    }
    out += '"';
}

} // namespace core::data
