// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/select/filter_lexer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace core::select {
namespace {

std::string columnText(const Filter& test, const FilterColumns& columns) {
    if (!test.attribute)
        return test.column;
    const std::string quoted = quoteFilterText(test.column);
    return columns.find(test.column) == nullptr ? quoted : columns.attributes + "." + quoted;
}

std::string valueText(const FilterValue& value) {
    switch (value.type) {
    case FilterType::Number: {
        std::array<char, 40> text{};
        const double size = std::abs(value.number);
        const bool plain = size == 0 || (size >= 1e-6 && size < 1e15); // 2000000, not 2e+06
        const auto format = plain ? std::chars_format::fixed : std::chars_format::general;
        const auto end = std::to_chars(text.data(), text.data() + text.size(), value.number, format).ptr;
        return {text.data(), end};
    }
    case FilterType::Boolean:
        return value.number != 0 ? "yes" : "no";
    case FilterType::Time:
        return value.text.find(' ') == std::string::npos ? value.text : quoteFilterText(value.text);
    case FilterType::Text:
    case FilterType::Choice:
        break;
    }
    return quoteFilterText(value.text);
}

const char* operatorText(const Filter& test) {
    switch (test.op) {
    case FilterOp::Equal:
        return test.negated ? "!=" : "=";
    case FilterOp::Less:
        return "<";
    case FilterOp::LessEqual:
        return "<=";
    case FilterOp::Greater:
        return ">";
    case FilterOp::GreaterEqual:
        return ">=";
    case FilterOp::Contains:
        return test.negated ? "not contains" : "contains";
    case FilterOp::StartsWith:
        return test.negated ? "not starts with" : "starts with";
    case FilterOp::EndsWith:
        return test.negated ? "not ends with" : "ends with";
    case FilterOp::Matches:
        return test.negated ? "not matches" : "matches";
    case FilterOp::In:
        return test.negated ? "not in" : "in";
    case FilterOp::Between:
        return test.negated ? "not between" : "between";
    case FilterOp::Missing:
        return test.negated ? "is not missing" : "is missing";
    }
    return "";
}

std::string testText(const Filter& test, const FilterColumns& columns) {
    std::string text = columnText(test, columns) + " " + operatorText(test);
    std::string values;
    for (const FilterValue& value : test.values) {
        if (!values.empty())
            values += test.op == FilterOp::Between ? " and " : ", ";
        values += valueText(value);
    }
    if (test.op == FilterOp::In)
        text += " (" + values + ")";
    else if (!values.empty())
        text += " " + values;
    return test.exactly ? text + " exactly" : text;
}

std::string print(const Filter& filter, const FilterColumns& columns, bool insideAnd) {
    switch (filter.kind) {
    case Filter::Kind::All:
        return {};
    case Filter::Kind::Test:
        return testText(filter, columns);
    case Filter::Kind::Not: {
        const Filter& inner = filter.children.front();
        const std::string text = print(inner, columns, false);
        const bool group = inner.kind == Filter::Kind::And || inner.kind == Filter::Kind::Or;
        return group ? "not (" + text + ")" : "not " + text;
    }
    case Filter::Kind::And:
    case Filter::Kind::Or:
        break;
    }
    const bool isAnd = filter.kind == Filter::Kind::And;
    std::string text;
    for (const Filter& child : filter.children)
        text += (text.empty() ? "" : isAnd ? " and " : " or ") + print(child, columns, isAnd);
    return !isAnd && insideAnd ? "(" + text + ")" : text;
}

std::string translated(const std::function<std::string(const char*)>& translate, const char* text) {
    return translate ? translate(text) : std::string(text);
}

void replace(std::string& text, std::string_view name, const std::string& value) {
    if (const auto at = text.find(name); at != std::string::npos)
        text.replace(at, name.size(), value);
}

} // namespace

std::string printFilter(const Filter& filter, const FilterColumns& columns) {
    return print(filter, columns, false);
}

std::string filterFaultSentence(std::string_view text, const FilterFault& fault,
                                const std::function<std::string(const char*)>& translate) {
    // People count characters, not bytes.
    const std::string_view before = text.substr(0, std::min(fault.position, text.size()));
    const auto characters = std::count_if(before.begin(), before.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    std::string sentence = translated(translate, TL_NOOP("Filter", "Filter, character {position}: {sentence}."));
    std::string inner = translated(translate, fault.text);
    // What the user wrote goes in last: it may read like the names that are replaced here.
    replace(inner, "{expected}", fault.expected);
    replace(inner, "{found}", fault.found);
    replace(sentence, "{position}", std::to_string(characters + 1));
    replace(sentence, "{sentence}", inner);
    if (!fault.suggestion.empty()) {
        std::string question = translated(translate, TL_NOOP("Filter", "Did you mean “{suggestion}”?"));
        replace(question, "{suggestion}", fault.suggestion);
        sentence += " " + question;
    }
    return sentence;
}

Error filterError(std::string_view text, const FilterFault& fault) {
    return Error(ErrorCode::Usage, filterFaultSentence(text, fault));
}

} // namespace core::select
