// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/select/filter_lexer.h"

#include "core/base/noop.h"

#include <array>

namespace core::select {
namespace {

using Kind = FilterToken::Kind;

struct Sign {
    std::string_view text;
    Kind kind;
    const char* meaning;
};

// Longer signs before their beginnings.
constexpr std::array kSigns{
    Sign{"<=", Kind::Operator, "<="}, Sign{">=", Kind::Operator, ">="}, Sign{"!=", Kind::Operator, "!="},
    Sign{"<>", Kind::Operator, "!="}, Sign{"==", Kind::Operator, "="},  Sign{"&&", Kind::Operator, "and"},
    Sign{"||", Kind::Operator, "or"}, Sign{"=", Kind::Operator, "="},   Sign{"<", Kind::Operator, "<"},
    Sign{">", Kind::Operator, ">"},   Sign{"!", Kind::Operator, "!"},   Sign{"≠", Kind::Operator, "!="},
    Sign{"≤", Kind::Operator, "<="},  Sign{"≥", Kind::Operator, ">="},  Sign{"＝", Kind::Operator, "="},
    Sign{"＜", Kind::Operator, "<"},  Sign{"＞", Kind::Operator, ">"},  Sign{"(", Kind::Open, "("},
    Sign{")", Kind::Close, ")"},      Sign{"（", Kind::Open, "("},      Sign{"）", Kind::Close, ")"},
    Sign{",", Kind::Comma, ","},      Sign{"，", Kind::Comma, ","},     Sign{"、", Kind::Comma, ","},
};

struct Quote {
    std::string_view open, close;
    bool raw = false; ///< a backslash stands for itself, but before a quote: for regular expressions
};
constexpr std::array kQuotes{Quote{"\"", "\""}, Quote{"'", "'", true}, Quote{"“", "”"}, Quote{"‘", "’", true}};
constexpr std::array<std::string_view, 6> kSpaces{" ", "\t", "\n", "\r", "\u3000", "\u00a0"};

void appendUtf8(std::string& text, unsigned code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0U | (code >> 6U));
        text += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        text += static_cast<char>(0xE0U | (code >> 12U));
        text += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
        text += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : m_text(text) {}

    FilterTokens run() {
        while (!m_result.fault) {
            skipSpaces();
            if (m_at == m_text.size())
                break;
            if (!takeQuoted() && !takeSign())
                takeWord();
        }
        m_result.tokens.push_back({Kind::End, {}, m_text.size(), 0});
        return std::move(m_result);
    }

private:
    std::string_view rest() const { return m_text.substr(m_at); }

    template <class List> std::size_t startsWithAny(const List& list) const {
        for (const std::string_view one : list)
            if (rest().starts_with(one))
                return one.size();
        return 0;
    }

    void skipSpaces() {
        while (const std::size_t length = startsWithAny(kSpaces))
            m_at += length;
    }

    const Sign* sign() const {
        for (const Sign& one : kSigns)
            if (rest().starts_with(one.text))
                return &one;
        return nullptr;
    }

    const Quote* quote() const {
        for (const Quote& one : kQuotes)
            if (rest().starts_with(one.open))
                return &one;
        return nullptr;
    }

    void fail(std::size_t position, std::size_t length, const char* text, std::string found = {}) {
        m_result.fault = FilterFault{position, length, text, std::move(found), {}, {}};
    }

    bool takeSign() {
        const Sign* const found = sign();
        if (found == nullptr)
            return false;
        m_result.tokens.push_back({found->kind, found->meaning, m_at, found->text.size()});
        m_at += found->text.size();
        return true;
    }

    void takeWord() {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && startsWithAny(kSpaces) == 0 && sign() == nullptr && quote() == nullptr)
            ++m_at;
        m_result.tokens.push_back({Kind::Word, std::string(m_text.substr(start, m_at - start)), start, m_at - start});
    }

    bool takeQuoted() {
        const Quote* const found = quote();
        if (found == nullptr)
            return false;
        const std::size_t start = m_at;
        std::string text;
        m_at += found->open.size();
        while (m_at < m_text.size() && !rest().starts_with(found->close)) {
            if (m_text[m_at] != '\\' || (found->raw && !rest().starts_with("\\'")))
                text += m_text[m_at++];
            else if (!takeEscape(text))
                return true;
        }
        if (m_at == m_text.size()) {
            fail(start, m_text.size() - start, TL_NOOP("Filter", "the quote that opens here is never closed"));
            return true;
        }
        m_at += found->close.size();
        m_result.tokens.push_back({Kind::Quoted, std::move(text), start, m_at - start});
        return true;
    }

    bool takeEscape(std::string& text) {
        const std::size_t start = m_at;
        const char next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
        m_at += 2;
        switch (next) {
        case '"':
        case '\'':
        case '\\':
            text += next;
            return true;
        case 'n':
            text += '\n';
            return true;
        case 't':
            text += '\t';
            return true;
        case 'r':
            text += '\r';
            return true;
        case 'u':
            if (takeUnicode(text))
                return true;
            break;
        default:
            break;
        }
        const std::size_t length = std::min<std::size_t>(2, m_text.size() - start);
        m_at = m_text.size();
        fail(start, length,
             TL_NOOP(
                 "Filter",
                 "the escape “{found}” is not known; there are \\\" \\' \\\\ \\n \\r \\t and \\u with four hex digits"),
             std::string(m_text.substr(start, length)));
        return false;
    }

    bool takeUnicode(std::string& text) {
        unsigned code = 0;
        if (m_at + 4 > m_text.size())
            return false;
        for (std::size_t i = 0; i < 4; ++i) {
            const char c = m_text[m_at + i];
            const bool digit = c >= '0' && c <= '9';
            const char lower = static_cast<char>(c | 0x20);
            if (!digit && (lower < 'a' || lower > 'f'))
                return false;
            code = code * 16 + static_cast<unsigned>(digit ? c - '0' : lower - 'a' + 10);
        }
        if (code == 0 || (code >= 0xD800 && code <= 0xDFFF)) // NUL and halves of pairs are no text
            return false;
        appendUtf8(text, code);
        m_at += 4;
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    FilterTokens m_result;
};

} // namespace

FilterTokens lexFilter(std::string_view text) {
    return Lexer(text).run();
}

std::string quoteFilterText(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        switch (c) {
        case '"':
        case '\\':
            result += '\\';
            result += c;
            break;
        case '\n':
            result += "\\n";
            break;
        case '\t':
            result += "\\t";
            break;
        case '\r':
            result += "\\r";
            break;
        default:
            result += c;
        }
    }
    return result + '"';
}

} // namespace core::select
