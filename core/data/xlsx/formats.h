// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// What the numbers in the cells of a workbook stand for.
namespace core::data::xlsx {

/// How a number format shows a number, as far as it changes what the number means.
struct CellFormat {
    enum class Kind : std::uint8_t {
        Number,
        Date,     ///< days, with or without a time
        Time,     ///< a time of day
        Duration, ///< hours beyond 24: [h]:mm
        Zeros     ///< a code with leading zeros: 00000
    };
    Kind kind = Kind::Number;
    std::uint8_t digits = 0; ///< Zeros
    bool hasTime = false;    ///< Date
};

/// A number format in Excel's language, such as `yyyy\-mm\-dd;@` (ECMA-376 part 1, 18.8.31).
CellFormat parseFormatCode(std::string_view code);
/// The formats that Excel knows by number alone, those of East Asian editions included (18.8.30).
CellFormat builtinFormat(int id);

/// The text of a cell that holds the number `value` (as the XML writes it). Dates become ISO 8601: "2011-12-09",
/// "2011-12-09 12:50:00", "12:50:00"; fractions of a second to three digits, where there are some. The day 1900-02-29,
/// which Excel has and the calendar lacks, is written so. Numbers without a date for them keep their number.
/// Numbers are written as shortly as they can be: Excel stores 4.15 as 4.1500000000000004.
void appendNumber(std::string& out, std::string_view value, const CellFormat& format, bool from1904);

} // namespace core::data::xlsx
