// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/record_reader.h"

#include <memory>
#include <string>
#include <vector>

namespace core::data {

/// Reads a sheet of an Excel workbook (.xlsx): `options.sheet` by name or number from 1, by default the first one that
/// is not hidden. Texts and dates as core/data/xlsx/sheet.h and formats.h say. Record::line is the number of the row,
/// rawText the row as CSV.
///
/// The header is the first row that holds something; a title of one cell or more lines of it above the table (at most
/// five rows) is skipped. Empty rows are skipped, and cells without a value are kMissingCell. Rows that reach beyond
/// the header are TooManyColumns; shorter ones are filled up, since sheets do not store empty cells.
///
/// Memory: one row, and the shared strings (at most 512 MB of them). UnsupportedFormat for other kinds of workbooks and
/// beyond the limits of core/data/xlsx/package.h; UnknownChoice for a sheet that is not there; NoHeader; FileTruncated.
Result<std::unique_ptr<RecordReader>> openXlsx(const std::string& path, const ReadOptions& options);

/// The names of the sheets, in the order of their tabs, hidden ones included. Errors of openXlsx().
Result<std::vector<std::string>> xlsxSheets(const std::string& path);

} // namespace core::data
