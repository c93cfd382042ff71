// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/filter_row_text.h"

#include "core/select/filter_lexer.h"
#include "widgets/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace widgets {

using core::select::FilterOp;
using core::select::FilterType;
using core::select::FilterValue;

namespace {

constexpr std::array kOperators{
    FilterOperator{FilterOp::Contains, false, QT_TRANSLATE_NOOP("FilterRow", "contains")},
    FilterOperator{FilterOp::Equal, false, QT_TRANSLATE_NOOP("FilterRow", "is")},
    FilterOperator{FilterOp::Equal, true, QT_TRANSLATE_NOOP("FilterRow", "is not")},
    FilterOperator{FilterOp::Greater, false, QT_TRANSLATE_NOOP("FilterRow", "is more than")},
    FilterOperator{FilterOp::GreaterEqual, false, QT_TRANSLATE_NOOP("FilterRow", "is at least")},
    FilterOperator{FilterOp::Less, false, QT_TRANSLATE_NOOP("FilterRow", "is less than")},
    FilterOperator{FilterOp::LessEqual, false, QT_TRANSLATE_NOOP("FilterRow", "is at most")},
    FilterOperator{FilterOp::Between, false, QT_TRANSLATE_NOOP("FilterRow", "is between")},
    FilterOperator{FilterOp::In, false, QT_TRANSLATE_NOOP("FilterRow", "is one of")},
    FilterOperator{FilterOp::StartsWith, false, QT_TRANSLATE_NOOP("FilterRow", "starts with")},
    FilterOperator{FilterOp::EndsWith, false, QT_TRANSLATE_NOOP("FilterRow", "ends with")},
    FilterOperator{FilterOp::Matches, false, QT_TRANSLATE_NOOP("FilterRow", "matches (regular expression)")},
    FilterOperator{FilterOp::Missing, false, QT_TRANSLATE_NOOP("FilterRow", "is missing")},
    FilterOperator{FilterOp::Missing, true, QT_TRANSLATE_NOOP("FilterRow", "is not missing")},
    FilterOperator{FilterOp::Contains, true, QT_TRANSLATE_NOOP("FilterRow", "does not contain")},
    FilterOperator{FilterOp::Between, true, QT_TRANSLATE_NOOP("FilterRow", "is not between")},
    FilterOperator{FilterOp::In, true, QT_TRANSLATE_NOOP("FilterRow", "is none of")},
    FilterOperator{FilterOp::StartsWith, true, QT_TRANSLATE_NOOP("FilterRow", "does not start with")},
    FilterOperator{FilterOp::EndsWith, true, QT_TRANSLATE_NOOP("FilterRow", "does not end with")},
    FilterOperator{FilterOp::Matches, true, QT_TRANSLATE_NOOP("FilterRow", "does not match (regular expression)")}};

bool quoted(const std::string& text) {
    return text.size() >= 2 && text.front() == '"' && text.back() == '"';
}

/// The text between quotes, as the filter language reads it; nothing when that is no single quoted text.
std::optional<std::string> unquoted(const std::string& text) {
    if (!quoted(text))
        return std::nullopt;
    const core::select::FilterTokens lexed = core::select::lexFilter(text);
    const bool one = !lexed.fault && lexed.tokens.size() == 2 &&
                     lexed.tokens.front().kind == core::select::FilterToken::Kind::Quoted;
    return one ? std::optional(lexed.tokens.front().text) : std::nullopt;
}

} // namespace

std::span<const FilterOperator> filterOperators() {
    return kOperators;
}

QString filterOperatorText(const FilterOperator& one) {
    return QCoreApplication::translate("FilterRow", one.text);
}

int operatorKey(FilterOp op, bool negated) {
    return static_cast<int>(op) * 2 + (negated ? 1 : 0);
}

std::pair<FilterOp, bool> operatorOfKey(int key) {
    return {static_cast<FilterOp>(key / 2), key % 2 != 0};
}

QString filterValueHint(std::optional<FilterType> type, FilterOp op) {
    const bool list = op == FilterOp::In;
    if (type == FilterType::Number)
        return list ? QStringLiteral("1, 2.5, 10k") : QStringLiteral("2.5");
    if (type == FilterType::Time)
        return list ? QStringLiteral("2011, 2012-05") : QStringLiteral("2011-12-09");
    if (list)
        return QCoreApplication::translate("FilterRow", "values, separated by commas");
    return {};
}

QString plainValueText(const FilterValue& value, bool attribute) {
    if (value.type == FilterType::Number) {
        // As the language writes numbers, whatever the locale.
        return QString::number(value.number, 'f', QLocale::FloatingPointShortest);
    }
    if (value.type == FilterType::Boolean)
        return value.number != 0 ? QStringLiteral("yes") : QStringLiteral("no");
    const bool numeric = attribute && (core::select::parseFilterNumber(value.text) || quoted(value.text));
    return toQString(numeric ? core::select::quoteFilterText(value.text) : value.text);
}

QString listedValueText(const FilterValue& value, bool attribute) {
    const QString plain = plainValueText(value, attribute);
    const bool text = value.type == FilterType::Text;
    const bool awkward = plain.contains(QLatin1Char(',')) || plain.contains(QChar(0xFF0C)) ||
                         plain.contains(QLatin1Char('"')) || plain != plain.trimmed();
    return text && awkward && !quoted(toStd(plain)) ? toQString(core::select::quoteFilterText(value.text)) : plain;
}

std::vector<QString> splitValueList(const QString& text, bool attribute) {
    std::vector<QString> parts;
    QString part;
    bool inside = false;
    const auto flush = [&] {
        const QString trimmed = part.trimmed();
        part.clear();
        if (trimmed.isEmpty())
            return;
        const auto plain = unquoted(toStd(trimmed));
        // Numbers in quotes are texts: attributeValue() has to see that.
        const bool keep = !plain || (attribute && core::select::parseFilterNumber(*plain));
        parts.push_back(keep ? trimmed : toQString(*plain));
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inside && c == QLatin1Char('\\') && i + 1 < text.size()) {
            part += c;
            part += text[++i];
            continue;
        }
        if (c == QLatin1Char('"'))
            inside = !inside;
        if (!inside && (c == QLatin1Char(',') || c == QChar(0xFF0C)))
            flush();
        else
            part += c;
    }
    flush();
    return parts;
}

FilterValue attributeValue(const std::string& written, FilterOp op) {
    FilterValue value;
    const bool textOnly =
        op == FilterOp::Contains || op == FilterOp::StartsWith || op == FilterOp::EndsWith || op == FilterOp::Matches;
    if (const auto number = core::select::parseFilterNumber(written); number && !textOnly) {
        value.type = FilterType::Number;
        value.number = *number;
        return value;
    }
    value.text = unquoted(written).value_or(written);
    return value;
}

} // namespace widgets
