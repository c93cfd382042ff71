// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/select/filter_complete.h"

#include "core/select/filter_lexer.h"
#include "core/select/filter_rules.h"

#include <algorithm>
#include <array>
#include <optional>

namespace core::select {
namespace {

using Kind = FilterToken::Kind;

/// What has to come next.
enum class Place {
    Column,
    Operator,
    NegatedOperator,
    With,
    Missing,
    Value,
    OpenList,
    ListValue,
    ListEnd,
    Low,
    And,
    Done,
    Lost
};

/// Follows the grammar loosely: a filter under way need not be right so far, only recognisable.
class Follower {
public:
    explicit Follower(const FilterColumns& columns) : m_columns(columns) {}

    Place place() const { return m_place; }
    std::optional<FilterType> type() const { return m_type; }
    const std::vector<std::string>* choices() const { return m_choices; }
    int depth() const { return m_depth; }

    void take(const FilterToken& token) {
        const std::string word = token.kind == Kind::Word || token.kind == Kind::Operator ? lowerAscii(token.text) : "";
        switch (m_place) {
        case Place::Column:
            return column(token, word);
        case Place::Operator:
        case Place::NegatedOperator:
            return operatorWord(token, word);
        case Place::With:
            return expect(word == "with", Place::Value);
        case Place::Missing:
            return expect(word == "missing" || word == "not" || word == "!",
                          word == "missing" ? Place::Done : Place::Missing);
        case Place::Value:
            return expect(isValue(token), Place::Done);
        case Place::OpenList:
            return expect(token.kind == Kind::Open, Place::ListValue);
        case Place::ListValue:
            return expect(isValue(token), Place::ListEnd);
        case Place::ListEnd:
            return expect(token.kind == Kind::Comma || token.kind == Kind::Close,
                          token.kind == Kind::Comma ? Place::ListValue : Place::Done);
        case Place::Low:
            return expect(isValue(token), Place::And);
        case Place::And:
            // Of a time in two words the second comes before the "and".
            return expect(word == "and" || isValue(token), word == "and" ? Place::Value : Place::And);
        case Place::Done:
            return done(token, word);
        case Place::Lost:
            return;
        }
    }

private:
    static bool isValue(const FilterToken& token) { return token.kind == Kind::Word || token.kind == Kind::Quoted; }
    void expect(bool holds, Place next) { m_place = holds ? next : Place::Lost; }

    void column(const FilterToken& token, const std::string& word) {
        if (token.kind == Kind::Open) {
            ++m_depth;
            return;
        }
        if (word == "not" || word == "!" || (!m_columns.attributes.empty() && word == m_columns.attributes + "."))
            return;
        m_type.reset();
        m_choices = nullptr;
        if (const FilterColumn* const found = m_columns.find(token.text); found != nullptr) {
            m_type = found->type;
            m_choices = &found->choices;
        }
        expect(isValue(token), Place::Operator);
    }

    void operatorWord(const FilterToken& token, const std::string& word) {
        if (word == "not" || word == "!")
            m_place = Place::NegatedOperator;
        else if (word == "is")
            m_place = Place::Missing;
        else if (word == "starts" || word == "ends")
            m_place = Place::With;
        else if (word == "in")
            m_place = Place::OpenList;
        else if (word == "between")
            m_place = Place::Low;
        else
            expect(token.kind == Kind::Operator || word == "contains" || word == "matches", Place::Value);
    }

    void done(const FilterToken& token, const std::string& word) {
        if (token.kind == Kind::Close)
            m_depth -= m_depth > 0 ? 1 : 0;
        else if (word == "and" || word == "or")
            m_place = Place::Column;
        else // "exactly", or the second word of a time
            expect(word == "exactly" || m_type == FilterType::Time, Place::Done);
    }

    const FilterColumns& m_columns;
    Place m_place = Place::Column;
    std::optional<FilterType> m_type;
    const std::vector<std::string>* m_choices = nullptr;
    int m_depth = 0;
};

std::vector<std::string> operatorTexts(std::optional<FilterType> type, bool negated) {
    std::vector<std::string> texts;
    const std::string all = operatorsOf(type.value_or(FilterType::Text));
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find(' ', at), all.size());
        const std::string one = all.substr(at, end - at);
        at = end + 1;
        const bool word = one.front() >= 'a';
        if (one == "is" && !negated)
            texts.insert(texts.end(), {"is missing", "is not missing"});
        else if (one == "starts" || one == "ends")
            texts.push_back(one + " with");
        else if (one != "is" && (word || !negated))
            texts.push_back(one);
    }
    if (!negated)
        texts.emplace_back("not");
    return texts;
}

std::vector<std::string> columnTexts(const FilterColumns& columns, const std::vector<std::string>& attributes) {
    std::vector<std::string> texts;
    for (const FilterColumn& column : columns.columns)
        texts.push_back(column.name);
    for (const std::string& name : attributes) {
        const std::string quoted = quoteFilterText(name);
        texts.push_back(columns.find(name) == nullptr ? quoted : columns.attributes + "." + quoted);
    }
    texts.emplace_back("not");
    return texts;
}

std::vector<std::string> valueTexts(const Follower& follower) {
    if (follower.type() == FilterType::Boolean)
        return {"yes", "no"};
    if (follower.type() == FilterType::Choice && follower.choices() != nullptr)
        return *follower.choices();
    return {};
}

std::vector<std::string> textsFor(const Follower& follower, const FilterColumns& columns,
                                  const std::vector<std::string>& attributes) {
    switch (follower.place()) {
    case Place::Column:
        return columnTexts(columns, attributes);
    case Place::Operator:
    case Place::NegatedOperator:
        return operatorTexts(follower.type(), follower.place() == Place::NegatedOperator);
    case Place::With:
        return {"with"};
    case Place::Missing:
        return {"missing", "not missing"};
    case Place::Value:
    case Place::ListValue:
    case Place::Low:
        return valueTexts(follower);
    case Place::OpenList:
        return {"("};
    case Place::And:
        return {"and"};
    case Place::Done: {
        std::vector<std::string> texts{"and", "or"};
        if (follower.type().value_or(FilterType::Text) == FilterType::Text)
            texts.emplace_back("exactly");
        if (follower.depth() > 0)
            texts.emplace_back(")");
        return texts;
    }
    case Place::ListEnd:
        return {",", ")"};
    case Place::Lost:
        break;
    }
    return {};
}

/// Whether `text` goes on from `written`; the quotes of an attribute need not be typed.
bool continues(const std::string& text, const std::string& written) {
    const std::string lower = lowerAscii(text);
    return lower != written && (lower.starts_with(written) ||
                                (!written.empty() && lower.front() == '"' && lower.substr(1).starts_with(written)));
}

} // namespace

FilterProposals filterProposals(std::string_view text, std::size_t cursor, const FilterColumns& columns,
                                const std::vector<std::string>& attributes) {
    cursor = std::min(cursor, text.size());
    FilterProposals proposals{cursor, cursor, {}};
    const FilterTokens lexed = lexFilter(text.substr(0, cursor));
    if (lexed.fault) // within quotes: anything goes
        return proposals;
    std::vector<FilterToken> tokens = lexed.tokens;
    tokens.pop_back(); // the end
    std::string written;
    if (!tokens.empty() && tokens.back().kind == Kind::Word &&
        tokens.back().position + tokens.back().length == cursor) {
        written = lowerAscii(tokens.back().text);
        proposals.from = tokens.back().position;
        tokens.pop_back();
    }
    Follower follower(columns);
    for (const FilterToken& token : tokens)
        follower.take(token);
    for (std::string& one : textsFor(follower, columns, attributes))
        if (continues(one, written))
            proposals.texts.push_back(std::move(one));
    return proposals;
}

} // namespace core::select
