// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/import.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

/// Columns that an export of refused rows has behind those of the file, in this order.
inline constexpr std::array kRejectColumns{"taillight_reject", "taillight_line", "taillight_column", "taillight_reason",
                                           "taillight_raw"};

/// The columns of a source's file, without any that are named like ours.
std::vector<std::string> ownColumns(const ImportSummary& source);

/// What divides the cells of a refused row's text: rows of sheets and of Parquet are kept as CSV.
char rawDelimiter(const ImportSummary& source);

/// The cells of one line of delimited text; nothing when a quote stays open or text follows a closing one.
std::optional<std::vector<std::string>> divideLine(std::string_view line, char delimiter, char quote);

/// The cells of a refused row as its file's format has them, one for each of ownColumns(); nothing when its text was
/// cut or does not divide into the file's columns.
std::optional<std::vector<std::string>> rejectCells(const ImportSummary& source, const std::string& rawText);

} // namespace core::store
