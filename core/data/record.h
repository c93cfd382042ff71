// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace core::data {

/// Why a record could not be used as it stands.
enum class RowFault {
    None,
    TooFewColumns,
    TooManyColumns,
    BadEncoding,
    NulByte,
    TextAfterQuote,
    BadJson,   ///< no JSON, or JSON that ends early
    NotAnObject ///< JSON, but neither an object nor a list
};

/// One record of any format. The views live until the next call of RecordReader::next().
struct Record {
    std::int64_t line = 0; ///< 1-based physical line where the record starts (sheets: row number)
    std::vector<std::string_view> fields; ///< as long as the header unless `fault` says otherwise
    std::string_view rawText; ///< as in the file (in UTF-8), without its line end
    RowFault fault = RowFault::None;
    std::int64_t faultColumn = -1; ///< 0-based column of the fault, -1 = the row as a whole
};

/// What a cell without text is. They differ in the file, so they are kept apart until a reader of values decides.
enum class CellKind {
    Value,
    Empty,  ///< there, and empty: `""` in CSV and JSON
    Missing, ///< not there: nothing between two delimiters, a key that the object lacks, an empty cell of a sheet
    Null    ///< said to be nothing: JSON null, or one of ReadOptions::nullTexts in CSV
};

/// Views of these two mark cells without text; every reader uses them, so that cellKind() is one comparison.
inline constexpr char kCellMarks[2] = {'\0', '\0'}; ///< one array: two literals might share their storage
inline constexpr std::string_view kMissingCell{&kCellMarks[0], 0};
inline constexpr std::string_view kNullCell{&kCellMarks[1], 0};

inline CellKind cellKind(std::string_view cell) {
    if (!cell.empty())
        return CellKind::Value;
    if (cell.data() == kNullCell.data())
        return CellKind::Null;
    return cell.data() == kMissingCell.data() ? CellKind::Missing : CellKind::Empty;
}

} // namespace core::data
