// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/byte_source.h"
#include "core/data/record.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::data {

struct CsvDialect {
    char delimiter = ',';
    char quote = '"';
};

using CsvRow = Record;

/// Streaming RFC 4180 reader: any delimiter, quoted line breaks, LF / CRLF / lone CR line ends, optional UTF-8 BOM, UTF-8
/// checked per field. Blank lines between records are skipped. Holds one block (and at most one record) in memory.
/// Used by one thread at a time.
class CsvReader {
public:
    /// Opens the file, reads its head, finds the delimiter (of , ; tab |) unless given, reads the header row.
    /// Errors of ByteSource::open, FileBinary, BadEncoding (UTF-16 BOM), NoHeader, FileTruncated, UnterminatedQuote.
    static Result<std::unique_ptr<CsvReader>> open(const std::string& path, std::optional<char> delimiter = {});
    ~CsvReader();

    const std::string& path() const;
    const std::vector<std::string>& header() const;
    const CsvDialect& dialect() const;
    bool hadBom() const;
    std::string compression() const;

    /// Reads the next record into `row`; false at the end. A faulty record is returned too, with its fault named.
    /// UnterminatedQuote (line where it opens) ends the reading, FileTruncated too.
    Result<bool> next(CsvRow& row);

    std::int64_t consumed() const;
    std::int64_t fileSize() const;

private:
    class Impl;
    explicit CsvReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace core::data
