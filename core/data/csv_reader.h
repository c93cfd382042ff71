// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_record.h"
#include "core/data/record_reader.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::data {

using CsvRow = Record;

/// Streaming RFC 4180 reader: any delimiter and quote of one byte, quoted line breaks, LF / CRLF / lone CR line ends,
/// any encoding of encodingNames(), UTF-8 checked. Blank lines between records are skipped. Nothing between two
/// delimiters is kMissingCell, an unquoted text of ValueFormat::nullTexts kNullCell. Holds one block (and at most one
/// record) in memory. Used by one thread at a time.
class CsvReader final : public RecordReader {
public:
    /// Opens the file and finds what `options` leave open: encoding, delimiter, quote, header. Errors of
    /// ByteSource::open and detectEncoding, NoHeader, UnterminatedQuote, Usage for impossible options.
    static Result<std::unique_ptr<CsvReader>> open(const std::string& path, const ReadOptions& options,
                                                   JobContext* job = nullptr);
    /// For files whose columns the program knows: always with a header row, and no text stands for nothing.
    static Result<std::unique_ptr<CsvReader>> open(const std::string& path, std::optional<char> delimiter = {});
    ~CsvReader() override;

    const std::string& path() const override;
    const std::vector<std::string>& header() const override;
    const ReadOptions& options() const override;
    std::string compression() const override;
    const CsvDialect& dialect() const;
    bool hadBom() const; ///< the mark of UTF-8

    /// UnterminatedQuote (line where it opens) ends the reading, FileTruncated too.
    Result<bool> next(Record& row) override;

    std::int64_t consumed() const override;
    std::int64_t fileSize() const override;

private:
    class Impl;
    explicit CsvReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace core::data
