// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The filter language: `price >= 1.5k and (title contains "手机" or brand in (Acme, "Blue Ox")) and not time =
/// 2011-12`.
///
///   filter := and ("or" and)*        and := not ("and" not)*        not := ["not"] ( "(" filter ")" | test )
///   test   := column ( = | != | < | <= | > | >= ) value
///           | column ["not"] ( "contains" | "starts with" | "ends with" | "matches" ) text
///           | column ["not"] "in" "(" value, … ")"  |  column ["not"] "between" value "and" value
///           | column "is" ["not"] "missing"
///
/// A column is a bare name, or the quoted name of an attribute; attributes."title" where a column has the same name.
/// Texts may stand bare when they are one word; in "…" with \" \\ \n \t \uXXXX; or in '…', where a backslash stands for
/// itself (but \' is a quote), as regular expressions want it. Texts compare without regard to
/// case in every script; `exactly` after the last value makes case count. Numbers take k, M, G (and 万, 亿). Times are
/// UTC: 2011, 2011-12, 2011-12-09, 2011-12-09 12:50[:30]; a time stands for its whole span, so `time = 2011-12` is all
/// of December. A test of a missing value is false (so is !=), and "not" of it is true. Nothing at all means every row.
namespace core::select {

enum class FilterType { Text, Number, Time, Boolean, Choice };

/// A column that a filter may name.
struct FilterColumn {
    std::string name;
    FilterType type = FilterType::Text;
    std::vector<std::string> choices; ///< of Choice: the values there are
};
struct FilterColumns {
    std::vector<FilterColumn> columns;
    std::string attributes; ///< the column whose JSON holds more values by name ("attributes", "extra"); empty = none
    const FilterColumn* find(std::string_view name) const; ///< without regard to case of ASCII
};

enum class FilterOp {
    Equal,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Contains,
    StartsWith,
    EndsWith,
    Matches,
    In,
    Between,
    Missing
};

/// One value of a test. Texts and choices use `text`, booleans and numbers `number`, times the span [from, to).
struct FilterValue {
    FilterType type = FilterType::Text;
    std::string text; ///< of a time: as it was written, "2011-12"
    double number = 0;
    std::int64_t from = 0, to = 0; ///< seconds since 1970, UTC
    friend bool operator==(const FilterValue&, const FilterValue&) = default;
};

/// A filter as a tree. A value type; a default-made one lets every row through.
struct Filter {
    enum class Kind { All, And, Or, Not, Test };
    Kind kind = Kind::All;
    std::vector<Filter> children; ///< of And, Or (two or more), Not (one)
    std::string column;           ///< of Test, in the spelling of the table, or the name of an attribute
    bool attribute = false;       ///< the column is an attribute
    FilterOp op = FilterOp::Equal;
    bool negated = false; ///< !=, "not in", "is not missing" …
    bool exactly = false; ///< case counts
    std::vector<FilterValue> values;
    friend bool operator==(const Filter&, const Filter&) = default;
};

/// What is wrong with a text, and where: bytes [position, position + length) of it.
struct FilterFault {
    std::size_t position = 0, length = 0;
    const char* text = "";  ///< English template, translation context "Filter", with {found} {expected} {suggestion}
    std::string found;      ///< what stands there
    std::string expected;   ///< what could stand there; English, data
    std::string suggestion; ///< "did you mean"; may be empty
    bool operator==(const FilterFault&) const = default;
};

struct ParsedFilter {
    Filter filter;
    std::optional<FilterFault> fault; ///< then `filter` is not to be used
    bool ok() const { return !fault.has_value(); }
};

/// At most kMostFilterTests tests, parentheses at most kMostFilterDepth deep: more is a fault.
inline constexpr int kMostFilterTests = 500, kMostFilterDepth = 100;
ParsedFilter parseFilter(std::string_view text, const FilterColumns& columns);

/// The one canonical text: parsing it gives the same tree.
std::string printFilter(const Filter& filter, const FilterColumns& columns);

/// "Position 7: there is no column “prise”. Did you mean “price”?" `translate` gets the templates (nullptr = English).
std::string filterFaultSentence(std::string_view text, const FilterFault& fault,
                                const std::function<std::string(const char*)>& translate = nullptr);
/// The same as an error (Usage), for commands.
Error filterError(std::string_view text, const FilterFault& fault);

/// The closest of `names` by edit distance, if it is close at all.
std::string closestName(std::string_view name, const std::vector<std::string>& names);

/// "12", "1.5k", "2M", "3万" as a number; nothing for anything else.
std::optional<double> parseFilterNumber(std::string_view text);
/// "2011", "2011-12", "2011-12-09", "2011-12-09 12:50", "…:30", with T instead of the space, as a span of time.
std::optional<FilterValue> parseFilterTime(std::string_view text);

} // namespace core::select
