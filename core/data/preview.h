// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/column_types.h"
#include "core/data/fields.h"
#include "core/data/read_options.h"
#include "core/data/record.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace core {
class JobContext;
}

namespace core::data {

/// Field name of ours → column name of the file.
using Mapping = std::map<std::string, std::string>;

/// The head of a file as the import wizard shows it.
struct Preview {
    std::string path;
    std::int64_t fileSize = 0;
    std::string format;      ///< csv | jsonl | json | xlsx | parquet
    std::string compression; ///< "none", "gzip", "zstd", "xz", "bzip2", "zip"
    std::string encoding;    ///< one of encodingNames()
    char delimiter = ',';
    /// How the file is read, with all that was found filled in, `values` included: give it to RecordReader::open and to
    /// importers, and nothing is searched for again.
    ReadOptions options;
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows; ///< at most 200 without a fault: as long as the header
    std::vector<std::vector<CellKind>> cells;   ///< of `rows`; may be empty
    std::vector<std::int64_t> lines;            ///< physical line of each row
    std::vector<ColumnType> types; ///< of the columns, as the head of the file votes; columnTypes() for all
    SourceKind proposedKind = SourceKind::Catalogue;
    Mapping proposedMapping;         ///< proposeMapping() for proposedKind
    std::vector<std::string> faults; ///< English sentences about faulty rows in the head, at most 5
};

/// Reads the head of a file; the encoding is found from the whole file. Errors as RecordReader::open, and UnknownChoice
/// for a time zone that is not known.
/// Cancellable with `job`.
Result<Preview> previewFile(const std::string& path, const ReadOptions& options, JobContext* job = nullptr);
Result<Preview> previewFile(const std::string& path, std::optional<char> delimiter = {});

/// Proposes which column serves which field, from names (FieldInfo::aliases, case and punctuation ignored) first and
/// contents second. No column is used twice.
Mapping proposeMapping(const Preview& preview, SourceKind kind);

/// MissingMapping for a required field without a column, NoSuchField, NoSuchColumn, and Usage when two fields that
/// exclude one another share a column.
Status checkMapping(const Mapping& mapping, SourceKind kind, const std::vector<std::string>& header,
                    const std::string& file);

} // namespace core::data
