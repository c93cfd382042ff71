// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/select/filter_lexer.h"
#include "core/select/filter_rules.h"

#include <algorithm>
#include <array>

namespace core::select {
namespace {

using Kind = FilterToken::Kind;

constexpr const char* kExpected = TL_NOOP("Filter", "expected {expected}, but found “{found}”");
constexpr const char* kExpectedEnd = TL_NOOP("Filter", "expected {expected}, but the filter ends here");
constexpr const char* kNoColumn = TL_NOOP("Filter", "there is no column “{found}”; there are {expected}");
constexpr const char* kNoNumber = TL_NOOP("Filter", "“{found}” is no number; write one such as 12, 0.5 or 1.5k");
constexpr const char* kNoTime =
    TL_NOOP("Filter", "“{found}” is no time; write 2011, 2011-12, 2011-12-09 or \"2011-12-09 12:50\"");
constexpr const char* kNoChoice = TL_NOOP("Filter", "“{found}” is none of {expected}");
constexpr const char* kWrongOperator = TL_NOOP("Filter", "“{found}” does not go with this column; use {expected}");
constexpr const char* kTooMany = TL_NOOP("Filter", "the filter has more than 500 tests; use “in (…)”");
constexpr const char* kTooDeep = TL_NOOP("Filter", "the parentheses are more than 100 deep");

constexpr std::array kKeywords{"and", "or", "not",     "contains", "starts", "ends",   "matches",
                               "in",  "is", "between", "exactly",  "with",   "missing"};

/// Recursive descent. Every function returns false once there is a fault.
class Parser {
public:
    Parser(std::vector<FilterToken> tokens, const FilterColumns& columns)
        : m_tokens(std::move(tokens)), m_columns(columns) {}

    ParsedFilter run() {
        ParsedFilter result;
        if (peek().kind == Kind::End)
            return result;
        if (takeEither(result.filter, Filter::Kind::Or) && peek().kind != Kind::End)
            expected("and, or, the end");
        result.fault = std::move(m_fault);
        return result;
    }

private:
    const FilterToken& peek() const { return m_tokens[m_at]; }
    void next() { m_at += m_at + 1 < m_tokens.size() ? 1 : 0; }

    bool isWord(std::string_view keyword) const {
        return (peek().kind == Kind::Word && lowerAscii(peek().text) == keyword) ||
               (peek().kind == Kind::Operator && peek().text == keyword);
    }
    bool take(std::string_view keyword) {
        if (!isWord(keyword))
            return false;
        next();
        return true;
    }
    bool takeNot() { return take("not") || take("!"); }
    bool isKeyword() const {
        return peek().kind == Kind::Word &&
               std::find(kKeywords.begin(), kKeywords.end(), lowerAscii(peek().text)) != kKeywords.end();
    }

    bool fail(const char* text, std::string expectedText = {}, std::string suggestion = {}) {
        if (!m_fault)
            m_fault = FilterFault{peek().position, peek().length,           text,
                                  peek().text,     std::move(expectedText), std::move(suggestion)};
        return false;
    }
    bool expected(std::string what) {
        return fail(peek().kind == Kind::End ? kExpectedEnd : kExpected, std::move(what));
    }

    /// One level of and/or: a flat list of what is one level below.
    bool takeEither(Filter& result, Filter::Kind kind) {
        const bool isOr = kind == Filter::Kind::Or;
        std::vector<Filter> parts;
        do {
            Filter part;
            if (!(isOr ? takeEither(part, Filter::Kind::And) : takeNegation(part)))
                return false;
            if (part.kind == kind)
                std::move(part.children.begin(), part.children.end(), std::back_inserter(parts));
            else
                parts.push_back(std::move(part));
        } while (take(isOr ? "or" : "and"));
        if (parts.size() == 1) {
            Filter only = std::move(parts.front());
            result = std::move(only);
            return true;
        }
        result = {};
        result.kind = kind;
        result.children = std::move(parts);
        return true;
    }

    bool takeNegation(Filter& result) {
        if (++m_depth > kMostFilterDepth)
            return fail(kTooDeep);
        const bool done = takeNegationInside(result);
        --m_depth;
        return done;
    }

    bool takeNegationInside(Filter& result) {
        if (takeNot()) {
            Filter inner;
            if (!takeNegation(inner))
                return false;
            result = {};
            result.kind = Filter::Kind::Not;
            result.children.push_back(std::move(inner));
            return true;
        }
        if (peek().kind != Kind::Open)
            return takeTest(result);
        next();
        if (!takeEither(result, Filter::Kind::Or))
            return false;
        return takeClose("and, or, )");
    }

    bool takeClose(const char* what) {
        if (peek().kind != Kind::Close)
            return expected(what);
        next();
        return true;
    }

    bool takeTest(Filter& test) {
        test = {};
        test.kind = Filter::Kind::Test;
        if (++m_tests > kMostFilterTests)
            return fail(kTooMany);
        if (!takeColumn(test) || !takeOperator(test))
            return false;
        if (test.op == FilterOp::Missing)
            return true;
        if (!takeValues(test))
            return false;
        const bool text = std::any_of(test.values.begin(), test.values.end(),
                                      [](const FilterValue& value) { return value.type == FilterType::Text; });
        if (text && take("exactly"))
            test.exactly = true;
        return true;
    }

    std::vector<std::string> columnNames() const {
        std::vector<std::string> names;
        for (const FilterColumn& column : m_columns.columns)
            names.push_back(column.name);
        return names;
    }

    bool takeColumn(Filter& test) {
        m_type.reset();
        m_choices = nullptr;
        const FilterToken token = peek();
        if ((token.kind != Kind::Word && token.kind != Kind::Quoted) || isKeyword())
            return expected("a column");
        if (token.kind == Kind::Word && takeQualified(test))
            return true;
        if (const FilterColumn* const column = m_columns.find(token.text)) {
            test.column = column->name;
            m_type = column->type;
            m_choices = &column->choices;
        } else if (token.kind == Kind::Quoted && !m_columns.attributes.empty()) {
            test.column = token.text;
            test.attribute = true;
        } else {
            return fail(kNoColumn, joinedNames(columnNames()), closestName(token.text, columnNames()));
        }
        next();
        return true;
    }

    /// attributes."title"
    bool takeQualified(Filter& test) {
        if (m_columns.attributes.empty() || lowerAscii(peek().text) != m_columns.attributes + "." ||
            m_tokens[m_at + 1].kind != Kind::Quoted || m_tokens[m_at + 1].position != peek().position + peek().length)
            return false;
        next();
        test.column = peek().text;
        test.attribute = true;
        next();
        return true;
    }

    bool takeOperator(Filter& test) {
        const std::size_t start = m_at;
        if (!takeOperatorName(test))
            return false;
        if (m_type && !goesWith(test.op, *m_type)) {
            m_at = start;
            return fail(kWrongOperator, operatorsOf(*m_type));
        }
        return true;
    }

    bool takeOperatorName(Filter& test) {
        struct Symbol {
            const char* text;
            FilterOp op;
            bool negated;
        };
        static constexpr std::array kSymbols{
            Symbol{"=", FilterOp::Equal, false},         Symbol{"!=", FilterOp::Equal, true},
            Symbol{"<=", FilterOp::LessEqual, false},    Symbol{"<", FilterOp::Less, false},
            Symbol{">=", FilterOp::GreaterEqual, false}, Symbol{">", FilterOp::Greater, false}};
        for (const Symbol& symbol : kSymbols) {
            if (peek().kind != Kind::Operator || !take(symbol.text))
                continue;
            test.op = symbol.op;
            test.negated = symbol.negated;
            return true;
        }
        if (take("is")) {
            test.op = FilterOp::Missing;
            test.negated = takeNot();
            return take("missing") || expected(test.negated ? "missing" : "missing, not missing");
        }
        test.negated = takeNot();
        return takeWordOperator(test) ||
               (!m_fault && expected(m_type ? operatorsOf(*m_type) : operatorsOf(FilterType::Text)));
    }

    bool takeWordOperator(Filter& test) {
        static constexpr std::array kWords{std::pair{"contains", FilterOp::Contains},
                                           std::pair{"matches", FilterOp::Matches},
                                           std::pair{"in", FilterOp::In},
                                           std::pair{"between", FilterOp::Between},
                                           std::pair{"starts", FilterOp::StartsWith},
                                           std::pair{"ends", FilterOp::EndsWith}};
        for (const auto& [word, op] : kWords) {
            if (!take(word))
                continue;
            test.op = op;
            const bool wantsWith = op == FilterOp::StartsWith || op == FilterOp::EndsWith;
            return !wantsWith || take("with") || expected("with");
        }
        return false;
    }

    bool takeValues(Filter& test) {
        if (test.op == FilterOp::In) {
            if (peek().kind != Kind::Open)
                return expected("(");
            do {
                next();
                if (!takeValue(test))
                    return false;
            } while (peek().kind == Kind::Comma);
            return takeClose(", )");
        }
        if (!takeValue(test))
            return false;
        if (test.op != FilterOp::Between)
            return true;
        return (take("and") || expected("and")) && takeValue(test);
    }

    bool takeValue(Filter& test) {
        const bool quoted = peek().kind == Kind::Quoted;
        if (!quoted && (peek().kind != Kind::Word || isKeyword()))
            return expected("a value");
        FilterValue value;
        const bool textOnly = test.op == FilterOp::Contains || test.op == FilterOp::StartsWith ||
                              test.op == FilterOp::EndsWith || test.op == FilterOp::Matches;
        value.type = m_type.value_or(FilterType::Text);
        if (!m_type && !quoted && !textOnly && parseFilterNumber(peek().text))
            value.type = FilterType::Number; // of an attribute, a bare number is meant as one
        const std::string written = peek().text;
        if (!readValue(value))
            return false;
        next();
        if (!m_type && !test.values.empty() && test.values.front().type != value.type) {
            // 1 and "x": then all of them are texts.
            for (std::size_t i = 0; i < test.values.size(); ++i)
                test.values[i] = FilterValue{FilterType::Text, m_written[i]};
            value = FilterValue{FilterType::Text, written};
        }
        if (test.values.empty())
            m_written.clear();
        m_written.push_back(written);
        test.values.push_back(std::move(value));
        return true;
    }

    bool readValue(FilterValue& value) {
        switch (value.type) {
        case FilterType::Text:
            value.text = peek().text;
            return true;
        case FilterType::Number:
            if (const auto number = parseFilterNumber(peek().text)) {
                value.number = *number;
                return true;
            }
            return fail(kNoNumber);
        case FilterType::Time:
            return readTime(value);
        case FilterType::Boolean:
            return readBoolean(value);
        case FilterType::Choice:
            break;
        }
        for (const std::string& choice : *m_choices) {
            if (lowerAscii(choice) == lowerAscii(peek().text)) {
                value.text = choice;
                return true;
            }
        }
        return fail(kNoChoice, joinedNames(*m_choices), closestName(peek().text, *m_choices));
    }

    bool readTime(FilterValue& value) {
        // 2011-12-09 12:50 without quotes is two words.
        const FilterToken& following = m_tokens[std::min(m_at + 1, m_tokens.size() - 1)];
        if (peek().kind == Kind::Word && following.kind == Kind::Word) {
            if (auto both = parseFilterTime(peek().text + " " + following.text)) {
                next();
                value = std::move(*both);
                return true;
            }
        }
        if (auto time = parseFilterTime(peek().text)) {
            value = std::move(*time);
            return true;
        }
        return fail(kNoTime);
    }

    bool readBoolean(FilterValue& value) {
        const std::string text = lowerAscii(peek().text);
        if (text == "yes" || text == "true" || text == "1")
            value.number = 1;
        else if (text != "no" && text != "false" && text != "0")
            return fail(kNoChoice, "yes, no");
        return true;
    }

    std::vector<FilterToken> m_tokens;
    const FilterColumns& m_columns;
    std::size_t m_at = 0;
    int m_tests = 0, m_depth = 0;
    std::optional<FilterFault> m_fault;
    std::optional<FilterType> m_type; ///< of the column under way; none = an attribute
    const std::vector<std::string>* m_choices = nullptr;
    std::vector<std::string> m_written; ///< the values of the test under way, as they stand in the filter
};

} // namespace

ParsedFilter parseFilter(std::string_view text, const FilterColumns& columns) {
    FilterTokens tokens = lexFilter(text);
    if (tokens.fault) {
        ParsedFilter failed;
        failed.fault = std::move(tokens.fault);
        return failed;
    }
    return Parser(std::move(tokens.tokens), columns).run();
}

} // namespace core::select
