// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/import.h"

#include <cstdint>
#include <optional>
#include <string>

namespace core::store {

/// Writes refused rows as CSV (UTF-8): the columns of their file, then taillight_reject (the row's number),
/// taillight_line, taillight_column, taillight_reason and taillight_raw (the row as it was read). Correct the cells in
/// front, leave taillight_reject alone, and give the file to importCorrected(). Rows whose text was cut or cannot be
/// divided into columns carry their text in taillight_raw alone. Without `source`: the rows of all sources, only with
/// taillight_* columns. Appears under its name only when complete. Answers the number of rows.
Result<std::int64_t> exportRejects(const Project& project, std::optional<SourceId> source, const std::string& path);

/// Imports corrected rows into the source they came from, with its mapping: what is good now is imported and leaves the
/// reject table; what is still refused stays there with its new reason. read = imported + rejected + dropped still
/// holds for the source. The summary is that of the whole source. Columns named taillight_* are not imported;
/// NoSuchColumn when taillight_reject is missing, BadValue for a number that is not there (any more). One transaction.
Result<ImportSummary> importCorrected(Project& project, SourceId source, const std::string& path, JobContext& job,
                                      const std::shared_ptr<data::RowTransform>& transform = {});

} // namespace core::store
