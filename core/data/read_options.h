// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::data {

/// How the text of cells stands for values.
struct ValueFormat {
    char decimal = '.';                                ///< '.' or ',': "1.234,5" is 1234.5 with ','
    std::string timeZone = "UTC";                      ///< IANA name or ±HH:MM, for times that name no zone
    bool dayFirst = false;                             ///< 03/04/2011 is 3 April
    std::vector<std::string> nullTexts{"NULL", "\\N"}; ///< unquoted cells that stand for nothing
};

/// How a file is to be read. Everything left empty is found from the file itself.
struct ReadOptions {
    std::string format;   ///< csv | jsonl | json | xlsx | parquet
    std::string encoding; ///< a name of encodingNames(), core/data/encoding.h
    std::optional<char> delimiter;
    std::optional<char> quote;         ///< '\0' = none: a quote is a character as any other
    std::optional<bool> header;        ///< false: columns are named column_1, column_2 …
    std::string sheet;                 ///< xlsx: name, or number from 1; empty = the first
    std::string member;                ///< the file inside a .zip; empty = the only one
    std::optional<ValueFormat> values; ///< empty = proposed from the contents
};

} // namespace core::data
