// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/store/browse/browse.h"

#include <string>
#include <vector>

namespace core::store {

struct RowsExport {
    enum class Format { Csv, JsonLines };
    std::string path;
    Format format = Format::Csv;
    std::vector<std::string> columns; ///< empty = all
    /// CSV only: puts ' before texts that a spreadsheet would run as a formula (= + - @ tab, return).
    bool guardFormulas = false;
    std::vector<RowRange> rows; ///< of the view, by its order as it is now; empty = all
};
struct RowsExported {
    std::int64_t rows = 0;
    std::int64_t formulas = 0; ///< CSV cells that a spreadsheet would run, guarded or not
};

/// .jsonl, .ndjson and .json are JSON Lines, everything else CSV.
RowsExport::Format exportFormatOf(const std::string& path);

/// A cell as JSON: missing null, times as text, JSON texts as what they hold.
Json cellJson(const BrowseCell& cell, BrowseType type);

/// Writes the rows of the view, in its order; builds the order first where that was not done, or when something was
/// written since and the whole view is wanted. The file is readable by
/// its owner only (0600) and appears when it is complete: cancelled or failed, nothing is left and an older file of
/// the name stays as it was. UnknownChoice (a column), DiskFull, WriteFailed.
Result<RowsExported> exportRows(Browse& browse, const RowsExport& request, JobContext& job);

} // namespace core::store
