// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv_block.h"

#include "core/data/utf8.h"

#include <algorithm>
#include <cstring>

namespace core::data {
namespace {

// Measured on a log of short fields: larger blocks fall out of the second-level cache between reading, checking and
// cutting; smaller ones cost more calls.
constexpr std::size_t kBlock = std::size_t{1} << 18;
constexpr std::size_t kWindow = std::size_t{1} << 14;

} // namespace

CsvBlock::CsvBlock(std::unique_ptr<ByteSource> source) : m_source(std::move(source)), m_text(kBlock + kMarkStep) {}

Status CsvBlock::fill() {
    std::memmove(m_text.data(), text() + begin, end - begin);
    end -= begin;
    restartAt(0);
    const std::size_t room = capacity() - end;
    TL_TRY(const std::size_t got, m_source->read({m_text.data() + end, room}));
    end += got;
    last = got < room;
    m_text[end] = '\n';
    noteClean();
    return {};
}

void CsvBlock::enlarge(std::size_t most) {
    m_text.resize(std::min(2 * capacity(), most) + kMarkStep);
}

/// Checks the whole block at once: that is many times faster than field by field, and most blocks are clean.
void CsvBlock::noteClean() {
    const std::string_view bytes(text(), end);
    const std::size_t whole = last ? bytes.size() : wholeCharacters(bytes);
    const bool clean = isUtf8(bytes.substr(0, whole)) && std::memchr(text(), 0, whole) == nullptr;
    cleanEnd = clean ? whole : 0;
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
