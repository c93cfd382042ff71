// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/csv_block.h"
#include "core/data/csv_record.h"
#include "core/data/record.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core::data {

/// Cuts the blocks of a delimited file into records, private to CsvReader. It knows no header.
class CsvCutter {
public:
    /// A Result costs more than cutting a short record.
    enum class Found { Record, End, Failure };

    CsvCutter(std::string path, std::unique_ptr<ByteSource> source)
        : m_path(std::move(path)), m_block(std::move(source)) {}

    CsvBlock& block() { return m_block; }
    const CsvBlock& block() const { return m_block; }

    /// Before the first record. Unquoted cells that are one of `nullTexts` become kNullCell.
    void setDialect(CsvDialect dialect, std::vector<std::string> nullTexts);

    /// The next record that is no blank line, with BadEncoding, NulByte or TextAfterQuote where it has such a fault.
    Found next(Record& row);
    /// After Failure: UnterminatedQuote, UnsupportedFormat for a record that is too long, or an error of reading.
    const Error& failure() const { return m_failure; }
    /// Makes the record that came last the next one again.
    void putBack(const Record& row);
    /// Looks for bytes that are no UTF-8, and for NUL, where the block is not known to have none.
    static void findBadText(Record& row);

private:
    enum class Cut {
        Complete,
        NeedMore, ///< marks or bytes
        OpenQuote ///< the file ends within quotes
    };
    /// Where the cutting of a record has got to.
    struct Place {
        std::size_t start = 0;               ///< of the field
        std::size_t stop = 0;                ///< the delimiter or line end behind it
        const std::uint32_t* mark = nullptr; ///< the next one
        const std::uint32_t* markEnd = nullptr;
    };

    bool goOn(Cut outcome);
    Status growOrFail();
    Cut cut(Record& row);
    template <bool tidy> Cut cutFields(Record& row);
    Cut endRecord(std::size_t stop, const std::uint32_t* mark, const std::uint32_t* markEnd);
    std::string_view tidySpecial(std::string_view field, bool quoted) const;
    void lookIntoQuotes(const Record& row);
    Cut cutSpecial(Place& place, std::size_t column, std::string_view& field);
    Cut cutQuoted(Place& place, std::size_t column, std::string_view& field);
    void finishRow(Record& row);
    void undoEscapes(Record& row, std::size_t recordSize);

    std::string m_path;
    CsvBlock m_block;
    CsvDialect m_dialect;
    std::vector<std::string> m_nullTexts;
    std::array<bool, 256> m_special{}; ///< first bytes of fields that are empty, or perhaps stand for nothing
    std::array<bool, 256> m_specialOrQuoted{};
    std::int64_t m_line = 1;
    Error m_failure;

    // Of the record that was cut last.
    std::size_t m_textEnd = 0;
    std::size_t m_next = 0;
    std::int64_t m_lineBreaks = 0;
    std::int64_t m_openQuote = -1; ///< line breaks before the quote that is open where the bytes end, or -1
    std::int64_t m_textAfterQuote = -1;
    std::vector<std::size_t> m_escaped; ///< columns with doubled quotes in them
    std::string m_unescaped;
};

} // namespace core::data
