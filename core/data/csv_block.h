// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/byte_source.h"
#include "core/data/csv_marks.h"
#include "core/data/read_ahead.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace core::data {

/// The part of a delimited file that is being looked at, private to CsvReader: bytes begin … end of text(), a line feed
/// behind them, and the places of delimiters and line ends in a window of them. The window is small enough that its
/// places and its text stay in the processor's cache between finding and using them. Where the text is tidy (see
/// findTidyMarks) only places outside of quotes are marked; where it is not, all of them, and the quotes.
class CsvBlock {
public:
    explicit CsvBlock(std::unique_ptr<ByteSource> source);

    const char* text() const { return m_text.data() + m_first; }
    std::int64_t consumed() const { return m_consumed; }
    std::int64_t fileSize() const { return m_ahead.fileSize(); }
    std::string compression() const { return m_ahead.compression(); }

    /// Keeps what is not used up and adds as much again from the file, up to its end, or a little more; less where `most`
    /// bytes are there then. Drops the marks.
    Status fill(std::size_t most = std::numeric_limits<std::size_t>::max());

    void setMarks(CsvMarks marks) { m_kinds = marks; }
    /// Finds the marks of the next window, behind those of the record at `begin`. False when all are found.
    bool markMore();
    /// Goes (back) to the beginning of a record, from which nothing is marked.
    void restartAt(std::size_t place);
    /// Gives tidy marks up until the next fill(), from the record at `begin` on.
    void markAll();
    bool tidy() const { return m_tidy; }
    bool doubledQuotes() const { return m_state.doubled; }       ///< in tidy text: whether to look for some
    bool breaksInQuotes() const { return m_state.breaksInside; } ///< the same

    std::size_t begin = 0;    ///< of the record that comes next
    std::size_t end = 0;      ///< of the bytes that were read
    std::size_t cleanEnd = 0; ///< up to here the bytes are known to be UTF-8 without NUL
    bool last = false;        ///< the file holds nothing behind `end`
    std::size_t markAt = 0;   ///< the first mark at or behind `begin`
    std::size_t markEnd = 0;  ///< how many marks there are
    const std::uint32_t* marks() const { return m_marks.data(); }

private:
    void take(ReadAhead::Piece piece);

    ReadAhead m_ahead;
    CsvMarks m_kinds;
    std::vector<char> m_text;
    std::size_t m_first = 0; ///< where text() begins in m_text
    std::int64_t m_consumed = 0;
    std::vector<char> m_unused;         ///< a buffer for the next piece
    std::size_t m_uncleanEnd = 0;       ///< from here on the bytes are UTF-8 without NUL
    std::vector<std::uint32_t> m_marks; ///< places in m_text; at the end of the file `end` itself stands for a line end
    std::size_t m_marked = 0;           ///< up to here the marks are found
    bool m_allMarked = false;           ///< … and `end` is among them, if it is the file's
    bool m_tidy = true;
    TidyState m_state;
};

} // namespace core::data
