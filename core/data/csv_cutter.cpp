// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv_cutter.h"

#include "core/data/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace core::data {
namespace {

constexpr std::size_t kLongestRecord = std::size_t{64} << 20;

std::size_t indexOf(char c) {
    return static_cast<unsigned char>(c);
}

} // namespace

void CsvCutter::setDialect(CsvDialect dialect, std::vector<std::string> nullTexts) {
    m_dialect = dialect;
    m_nullTexts = std::move(nullTexts);
    std::erase(m_nullTexts, std::string());
    const bool quotes = dialect.quote != '\0';
    m_block.setMarks({dialect.delimiter, dialect.quote, quotes});
    m_block.restartAt(m_block.begin);
    for (const char c : {dialect.delimiter, '\n', '\r'})
        m_special[indexOf(c)] = true;
    for (const std::string& text : m_nullTexts)
        m_special[indexOf(text.front())] = true;
    m_specialOrQuoted = m_special;
    if (quotes)
        m_specialOrQuoted[indexOf(dialect.quote)] = true;
}

void CsvCutter::putBack(const Record& row) {
    m_line = row.line;
    m_block.restartAt(static_cast<std::size_t>(row.rawText.data() - m_block.text()));
}

/// After a cut that came to no end: false when there is no going on, with m_failure set.
bool CsvCutter::goOn(Cut outcome) {
    if (outcome == Cut::OpenQuote) {
        m_failure = Error(ErrorCode::UnterminatedQuote).inFile(m_path, m_line + m_openQuote);
        return false;
    }
    if (m_block.markMore())
        return true;
    if (Status grown = growOrFail(); !grown.ok()) {
        m_failure = std::move(grown).error();
        return false;
    }
    return true;
}

/// Makes room for a record that is longer than what is there; refuses beyond kLongestRecord.
Status CsvCutter::growOrFail() {
    const std::size_t size = m_block.end - m_block.begin;
    if (size >= kLongestRecord && m_block.tidy()) {
        m_block.markAll(); // and cut it again: only then is it known where a quote stays open
        return {};
    }
    if (size >= kLongestRecord) {
        if (m_openQuote >= 0)
            return Error(ErrorCode::UnterminatedQuote).inFile(m_path, m_line + m_openQuote);
        return Error(ErrorCode::UnsupportedFormat, "a line of more than 64 MB").inFile(m_path, m_line);
    }
    return m_block.fill(kLongestRecord);
}

inline CsvCutter::Cut CsvCutter::cut(Record& row) {
    return m_block.tidy() ? cutFields<true>(row) : cutFields<false>(row);
}

/// Cuts the record at m_block.begin into fields. Only a complete one moves the marks on. `tidy`: as the block's marks
/// are.
template <bool tidy> inline CsvCutter::Cut CsvCutter::cutFields(Record& row) {
    const char* const text = m_block.text();
    const char quote = m_dialect.quote; // no mark is a NUL byte, so without quoting it matches none
    const char delimiter = m_dialect.delimiter;
    const std::uint32_t* mark = m_block.marks() + m_block.markAt;
    const std::uint32_t* const markEnd = m_block.marks() + m_block.markEnd;
    std::size_t start = m_block.begin;
    std::size_t stop = 0;
    m_lineBreaks = 0;
    m_openQuote = -1;
    m_textAfterQuote = -1;
    m_escaped.clear();
    std::size_t column = 0;
    std::string_view* fields = row.fields.data();
    std::size_t room = row.fields.size(); // as the row before: most have as many
    [[maybe_unused]] const std::size_t quotes = quote != '\0' ? 1 : 0;
    [[maybe_unused]] std::size_t anyQuoted = 0;
    for (;;) {
        if (column == room) {
            row.fields.emplace_back();
            fields = row.fields.data();
            ++room;
        }
        // The common case works on locals alone: they stay in registers, as `place` would not.
        if constexpr (tidy) {
            if (mark == markEnd)
                return Cut::NeedMore;
            stop = *mark++;
            // Whether a field is quoted cannot be foreseen, so no jump depends on it.
            const std::size_t quoted = quotes & static_cast<std::size_t>(text[start] == quote);
            anyQuoted |= quoted;
            const std::string_view field(text + start + quoted, stop - start - 2 * quoted);
            fields[column] = m_special[indexOf(text[start])] ? tidySpecial(field, quoted != 0) : field;
        } else if (!m_specialOrQuoted[indexOf(text[start])]) {
            do {
                if (mark == markEnd)
                    return Cut::NeedMore;
                stop = *mark++;
            } while (text[stop] == quote);
            fields[column] = {text + start, stop - start};
        } else {
            Place place{start, 0, mark, markEnd};
            const Cut special = cutSpecial(place, column, fields[column]);
            if (special != Cut::Complete)
                return special;
            stop = place.stop;
            mark = place.mark;
        }
        ++column;
        if (text[stop] != delimiter)
            break;
        start = stop + 1;
    }
    if (column != room)
        row.fields.resize(column);
    if (tidy && anyQuoted != 0 && (m_block.doubledQuotes() || m_block.breaksInQuotes()))
        lookIntoQuotes(row);
    return endRecord(stop, mark, markEnd);
}

/// `stop` is the line end of the record, `mark` the next one behind it.
inline CsvCutter::Cut CsvCutter::endRecord(std::size_t stop, const std::uint32_t* mark, const std::uint32_t* markEnd) {
    const char* const text = m_block.text();
    m_textEnd = stop;
    m_next = std::min(stop + 1, m_block.end); // a line end that only the end of the file stands for has no size
    m_lineBreaks += stop < m_block.end ? 1 : 0;
    if (text[stop] == '\r') {
        if (m_next == m_block.end && !m_block.last)
            return Cut::NeedMore; // its LF may follow
        if (m_next < m_block.end && text[m_next] == '\n') {
            if (mark == markEnd)
                return Cut::NeedMore;
            ++mark;
            ++m_next;
        }
    }
    m_block.markAt = static_cast<std::size_t>(mark - m_block.marks());
    return Cut::Complete;
}

/// A field of tidy text that is empty, or perhaps one of the texts that stand for nothing.
inline std::string_view CsvCutter::tidySpecial(std::string_view field, bool quoted) const {
    if (quoted)
        return field;
    if (field.empty())
        return kMissingCell;
    return std::find(m_nullTexts.begin(), m_nullTexts.end(), field) != m_nullTexts.end() ? kNullCell : field;
}

/// Counts the line ends within the quotes of a record of tidy text, and finds the doubled quotes.
void CsvCutter::lookIntoQuotes(const Record& row) {
    const auto begin = reinterpret_cast<std::uintptr_t>(m_block.text() + m_block.begin);
    const std::size_t size = m_block.end - m_block.begin;
    for (std::size_t column = 0; column < row.fields.size(); ++column) {
        const std::string_view field = row.fields[column];
        // A mark of a cell without text lies elsewhere.
        if (reinterpret_cast<std::uintptr_t>(field.data()) - begin - 1 >= size || field.data()[-1] != m_dialect.quote)
            continue;
        if (m_block.doubledQuotes() && std::memchr(field.data(), m_dialect.quote, field.size()) != nullptr)
            m_escaped.push_back(column);
        for (std::size_t i = 0; m_block.breaksInQuotes() && i < field.size(); ++i) // CR LF is one, counted at its LF
            m_lineBreaks += field[i] == '\n' || (field[i] == '\r' && field.data()[i + 1] != '\n') ? 1 : 0;
    }
}

/// A field that is quoted, empty, or perhaps one of the texts that stand for nothing.
CsvCutter::Cut CsvCutter::cutSpecial(Place& place, std::size_t column, std::string_view& field) {
    const char* const text = m_block.text();
    if (text[place.start] == m_dialect.quote && m_dialect.quote != '\0' && place.start < m_block.end)
        return cutQuoted(place, column, field);
    do {
        if (place.mark == place.markEnd)
            return Cut::NeedMore;
        place.stop = *place.mark++;
    } while (text[place.stop] == m_dialect.quote);
    field = {text + place.start, place.stop - place.start};
    if (field.empty())
        field = kMissingCell;
    else if (std::find(m_nullTexts.begin(), m_nullTexts.end(), field) != m_nullTexts.end())
        field = kNullCell;
    return Cut::Complete;
}

/// place.mark stands at the opening quote, or at the end of the marks.
CsvCutter::Cut CsvCutter::cutQuoted(Place& place, std::size_t column, std::string_view& field) {
    const char* const text = m_block.text();
    const char quote = m_dialect.quote;
    const std::int64_t breaksBefore = m_lineBreaks;
    const auto openAtEnd = [&](Cut outcome) {
        m_openQuote = breaksBefore;
        return outcome;
    };
    if (place.mark == place.markEnd)
        return openAtEnd(Cut::NeedMore);
    ++place.mark;
    bool escaped = false;
    std::size_t at = 0;
    for (;;) {
        if (place.mark == place.markEnd)
            return openAtEnd(Cut::NeedMore);
        at = *place.mark++;
        if (text[at] == quote) {
            if (at + 1 == m_block.end && !m_block.last)
                return openAtEnd(Cut::NeedMore);
            if (text[at + 1] != quote || at + 1 == m_block.end)
                break;
            if (place.mark == place.markEnd)
                return openAtEnd(Cut::NeedMore);
            ++place.mark;
            escaped = true;
        } else if (text[at] == '\n' || text[at] == '\r') {
            if (at == m_block.end)
                return openAtEnd(Cut::OpenQuote);
            // CR LF is one line break, counted at its LF.
            m_lineBreaks += text[at] == '\n' || text[at + 1] != '\n' || at + 1 == m_block.end ? 1 : 0;
        }
    }
    field = {text + place.start + 1, at - place.start - 1};
    do {
        if (place.mark == place.markEnd)
            return Cut::NeedMore;
        place.stop = *place.mark++;
    } while (text[place.stop] == quote);
    if (place.stop != at + 1) {
        if (m_textAfterQuote < 0)
            m_textAfterQuote = static_cast<std::int64_t>(column);
        field = {text + place.start, place.stop - place.start};
    } else if (escaped) {
        m_escaped.push_back(column);
    }
    return Cut::Complete;
}

/// What few rows need.
void CsvCutter::finishRow(Record& row) {
    if (!m_escaped.empty())
        undoEscapes(row, row.rawText.size());
    if (m_textAfterQuote >= 0) {
        row.fault = RowFault::TextAfterQuote;
        row.faultColumn = m_textAfterQuote;
    }
    if (m_textEnd > m_block.cleanEnd)
        findBadText(row);
}

void CsvCutter::undoEscapes(Record& row, std::size_t recordSize) {
    if (m_unescaped.size() < recordSize)
        m_unescaped.resize(recordSize); // before any view into it is made
    char* out = m_unescaped.data();
    for (const std::size_t column : m_escaped) {
        const std::string_view raw = row.fields[column];
        const char* const start = out;
        const char* from = raw.data();
        const char* const end = from + raw.size();
        while (const void* const found = std::memchr(from, m_dialect.quote, static_cast<std::size_t>(end - from))) {
            const char* const next = static_cast<const char*>(found) + 1; // and its double
            out = std::copy(from, next, out);
            from = std::min(next + 1, end);
        }
        out = std::copy(from, end, out);
        row.fields[column] = {start, static_cast<std::size_t>(out - start)};
    }
}

void CsvCutter::findBadText(Record& row) {
    if (isUtf8(row.rawText) && row.rawText.find('\0') == std::string_view::npos)
        return;
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
        const bool nul = row.fields[i].find('\0') != std::string_view::npos;
        if (!nul && isUtf8(row.fields[i]))
            continue;
        row.fault = nul ? RowFault::NulByte : RowFault::BadEncoding;
        row.faultColumn = static_cast<std::int64_t>(i);
        return;
    }
}

/// Finds the next record that is not a blank line, with more bytes from the file as needed.
CsvCutter::Found CsvCutter::next(Record& row) {
    for (;;) {
        if (const Cut outcome = cut(row); outcome != Cut::Complete) {
            if (m_block.begin == m_block.end && m_block.last)
                return Found::End;
            if (!goOn(outcome))
                return Found::Failure;
            continue;
        }
        if (m_block.begin == m_block.end)
            return Found::End;
        const std::size_t begin = m_block.begin;
        const std::int64_t line = m_line;
        m_line += m_lineBreaks;
        m_block.begin = m_next;
        if (m_textEnd == begin)
            continue;
        row.line = line;
        row.rawText = {m_block.text() + begin, m_textEnd - begin};
        row.fault = RowFault::None;
        row.faultColumn = -1;
        if (!m_escaped.empty() || m_textAfterQuote >= 0 || m_textEnd > m_block.cleanEnd)
            finishRow(row);
        return Found::Record;
    }
}

} // namespace core::data
