// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/read_options.h"
#include "core/data/record.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace core {
class JobContext;
}

namespace core::data {

/// Reads the records of a file, whatever its format, encoding and compression: cells as UTF-8 text. Holds a bounded
/// part of the file in memory. Used by one thread at a time.
class RecordReader {
public:
    /// Opens by content. Errors of ByteSource::open and CsvReader::open; UnsupportedFormat for what cannot be read (and
    /// what to install for it), UnknownChoice for a sheet, member or encoding that is not there. `job`: may cancel
    /// while the encoding is found.
    static Result<std::unique_ptr<RecordReader>> open(const std::string& path, const ReadOptions& options = {},
                                                      JobContext* job = nullptr);
    virtual ~RecordReader() = default;

    virtual const std::string& path() const = 0;
    /// Column names; JSON Lines: the keys of the head in order of appearance.
    virtual const std::vector<std::string>& header() const = 0;
    /// The options with everything filled in that was found from the file.
    virtual const ReadOptions& options() const = 0;
    /// "none", "gzip", "zstd", "xz", "bzip2", "zip".
    virtual std::string compression() const = 0;

    /// Reads the next record into `row`; false at the end. A faulty record is returned too, with its fault named.
    /// Errors end the reading: UnterminatedQuote, FileTruncated …
    virtual Result<bool> next(Record& row) = 0;

    /// Bytes of the file on disk consumed so far, for progress against fileSize().
    virtual std::int64_t consumed() const = 0;
    virtual std::int64_t fileSize() const = 0;
};

} // namespace core::data
