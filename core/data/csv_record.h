// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::data {

struct CsvDialect {
    char delimiter = ',';
    char quote = '"'; ///< '\0' = none
};

/// What the scan of one record found. The positions point into the scanned bytes.
struct RecordScan {
    enum class Outcome {
        Complete,
        NeedMore, ///< the bytes end within the record
        OpenQuote ///< they end within quotes
    };

    Outcome outcome = Outcome::Complete;
    const char* textEnd = nullptr; ///< end of the record without its line end
    const char* next = nullptr;    ///< where the next record begins
    std::int64_t lineBreaks = 0;   ///< physical lines that the record ends, its own line end included
    std::int64_t quoteLine = -1;   ///< line breaks before the quote that is open at the end of the bytes, or -1
    std::int64_t textAfterQuoteColumn = -1;  ///< first column with text behind its closing quote
    std::vector<std::string_view> fields;    ///< without the quotes round them, `""` not yet undone
    std::vector<std::size_t> escapedColumns; ///< fields that hold `""`
};

/// Finds the fields of one record, byte by byte: for looking at samples, and the yardstick that tests hold CsvReader
/// to. No other state, so a record can be scanned again with more bytes behind it.
class RecordScanner {
public:
    explicit RecordScanner(CsvDialect dialect);

    /// Scans the record at `begin`. *end must be readable and '\n': this sentinel spares a test per byte.
    /// `last`: nothing follows `end`, so it ends a record too.
    void scan(const char* begin, const char* end, bool last, RecordScan& found) const;

private:
    const char* scanQuoted(const char* p, const char* end, bool last, RecordScan& found) const;
    const char* skipPlain(const char* p) const;

    CsvDialect m_dialect;
    bool m_quotes = true;
    bool m_endsPlain[256] = {};   ///< bytes that end an unquoted field
    bool m_stopsQuoted[256] = {}; ///< bytes to look at within quotes
};

/// Column names from a header record: trimmed, unnamed ones numbered ("column_3"), repeated ones counted ("name_2").
std::vector<std::string> columnNames(const std::vector<std::string_view>& cells);

} // namespace core::data
