// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/xlsx/package.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core::data::xlsx {

/// Reads the rows of a sheet one after the other.
class SheetRows {
public:
    /// `book` and its strings must outlive the rows.
    static Result<std::unique_ptr<SheetRows>> open(const Workbook& book, const Sheet& sheet);
    ~SheetRows();

    /// The next row that holds anything: its cells by column (kMissingCell between them, none behind the last one),
    /// views that live until the next call. False at the end.
    ///
    /// Formulas count by the value that was stored with them; where there is none, the formula itself stands there, so
    /// that nobody takes the cell for an empty one. Of merged cells the first one holds the value. Truth is "TRUE" and
    /// "FALSE", errors are their names ("#N/A"), as in Excel's own CSV.
    Result<bool> next(std::vector<std::string_view>& cells, std::int64_t& row);

    std::int64_t consumed() const;

private:
    class Impl;
    explicit SheetRows(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// 0 for "A", 27 for "AB12"; kMostColumns when there is no such column.
std::uint32_t columnOf(std::string_view reference);

} // namespace core::data::xlsx
