// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/record_reader.h"

#include <memory>
#include <string>

namespace core::data {

/// Reads a Parquet file through DuckDB's shared library, which is opened when it is needed. Cells are the values as
/// DuckDB writes them: numbers exactly, "true", "2011-12-09", "2011-12-09 12:50:00", with a Z where the column has a
/// time zone; lists, structs and maps as JSON; bytes as text where they are UTF-8, else with \xNN escapes. Record::line
/// counts rows from 1, rawText is the row as CSV. Holds some row groups in memory (DuckDB's limit is set to 512 MB).
///
/// UnsupportedFormat: the library is not there, and how to get it; FileTruncated: the file is damaged.
Result<std::unique_ptr<RecordReader>> openParquet(const std::string& path, const ReadOptions& options);

/// Where libduckdb.so is, from the settings; empty = $TAILLIGHT_DUCKDB_LIB, else on the library path. Counts until the
/// library has been opened. Any thread.
void setDuckdbLibrary(const std::string& path);

/// "v1.5.6" …; UnsupportedFormat when the library cannot be opened.
Result<std::string> duckdbVersion();

} // namespace core::data
