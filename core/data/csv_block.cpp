// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv_block.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace core::data {
namespace {

// Measured on a log of short fields: larger blocks fall out of the second-level cache between reading, checking and
// cutting; smaller ones cost more calls.
constexpr std::size_t kBlock = std::size_t{1} << 19;
constexpr std::size_t kWindow = std::size_t{1} << 15;

} // namespace

CsvBlock::CsvBlock(std::unique_ptr<ByteSource> source)
    : m_ahead(std::move(source), kBlock), m_text(ReadAhead::kRoom + ReadAhead::kBehind), m_first(ReadAhead::kRoom) {
    static_assert(kMarkStep <= ReadAhead::kBehind);
}

Status CsvBlock::fill(std::size_t most) {
    const std::size_t kept = end - begin;
    std::size_t added = 0;
    do { // a record that is longer than a piece would be cut again and again in small steps otherwise
        TL_TRY(ReadAhead::Piece piece, m_ahead.next(std::exchange(m_unused, {})));
        added += piece.size;
        take(std::move(piece));
    } while (added < kept && end - begin < most && !last);
    restartAt(begin);
    return {};
}

/// Puts a piece behind what is left, in the piece's own buffer where that has room for it.
void CsvBlock::take(ReadAhead::Piece piece) {
    const std::size_t kept = end - begin;
    if (kept <= ReadAhead::kRoom) {
        const std::size_t first = ReadAhead::kRoom - kept;
        std::memcpy(piece.buffer.data() + first, text() + begin, kept);
        m_unused = std::exchange(m_text, std::move(piece.buffer));
        m_first = first;
    } else {
        m_text.erase(m_text.begin(), m_text.begin() + static_cast<std::ptrdiff_t>(m_first + begin));
        m_first = 0;
        m_text.resize(kept + piece.size + ReadAhead::kBehind);
        std::memcpy(m_text.data() + kept, piece.bytes(), piece.size);
        m_unused = std::move(piece.buffer);
    }
    m_uncleanEnd = piece.clean ? m_uncleanEnd - std::min(m_uncleanEnd, begin) : kept + piece.size;
    begin = 0;
    end = kept + piece.size;
    m_text[m_first + end] = '\n';
    last = piece.last;
    m_consumed = piece.consumed;
    cleanEnd = m_uncleanEnd == 0 ? end - std::min(end, piece.open) : 0;
}

bool CsvBlock::markMore() {
    if (m_allMarked)
        return false;
    // The marks of a record that goes on are kept, and it is cut anew with more of them: windows that double keep that
    // from being slow where records are long.
    const std::size_t kept = markEnd - markAt;
    const std::size_t window = std::max(kWindow, (2 * (m_marked - begin) / kMarkStep + 1) * kMarkStep);
    const std::size_t to = std::min(end, m_marked + window);
    std::copy(m_marks.begin() + static_cast<std::ptrdiff_t>(markAt),
              m_marks.begin() + static_cast<std::ptrdiff_t>(markEnd), m_marks.begin());
    if (m_marks.size() < kept + (to - m_marked) + 9)
        m_marks.resize(kept + (to - m_marked) + 9);
    markAt = 0;
    markEnd = kept;
    std::uint32_t* const places = m_marks.data() + kept;
    if (m_tidy) {
        const auto found = findTidyMarks(text(), m_marked, to, m_kinds, m_state, places);
        if (!found || (m_state.inside && last && to == end)) { // a quote that nothing closes must be found, too
            markAll();
            return true;
        }
        markEnd += *found;
    } else {
        markEnd += findMarks(text(), m_marked, to, m_kinds, places);
    }
    m_marked = to;
    m_allMarked = to == end;
    if (m_allMarked && last)
        m_marks[markEnd++] = static_cast<std::uint32_t>(end);
    return true;
}

void CsvBlock::markAll() {
    restartAt(begin);
    m_tidy = false;
}

void CsvBlock::restartAt(std::size_t place) {
    begin = place;
    m_marked = place;
    markAt = markEnd = 0;
    m_allMarked = false;
    m_tidy = true;
    m_state = {};
}

} // namespace core::data
