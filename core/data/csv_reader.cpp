// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv_reader.h"

#include "core/data/csv_record.h"
#include "core/data/text_check.h"
#include "core/data/utf8.h"

#include <algorithm>
#include <cstring>

namespace core::data {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 20;
constexpr std::size_t kLongestRecord = std::size_t{64} << 20;

} // namespace

/// The block of the file that is being looked at: bytes m_begin … m_end of m_buffer, a sentinel behind them.
class CsvReader::Impl {
public:
    Impl(std::string path, std::unique_ptr<ByteSource> source) : m_path(std::move(path)), m_source(std::move(source)) {}

    Status start(std::optional<char> delimiter);
    Result<bool> next(CsvRow& row);

    const std::string& path() const { return m_path; }
    const ByteSource& source() const { return *m_source; }
    const std::vector<std::string>& header() const { return m_header; }
    const CsvDialect& dialect() const { return m_dialect; }
    bool hadBom() const { return m_hadBom; }

private:
    Status fill();
    Result<bool> scanRecord(CsvRow& row);
    Status growOrFail();
    void noteClean();
    void finishRow(CsvRow& row, const char* begin);
    void undoEscapes(CsvRow& row, std::size_t recordSize);
    void findBadText(CsvRow& row) const;
    const char* data() const { return m_buffer.data(); }

    std::string m_path;
    std::unique_ptr<ByteSource> m_source;
    CsvDialect m_dialect;
    std::optional<RecordScanner> m_scanner;
    std::vector<std::string> m_header;
    bool m_hadBom = false;

    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::size_t m_cleanEnd = 0; ///< up to here the bytes are known to be UTF-8 without NUL
    bool m_last = false;        ///< the file holds nothing behind m_end
    std::int64_t m_line = 1;
    RecordScan m_found;
    std::string m_unescaped;
};

Status CsvReader::Impl::start(std::optional<char> delimiter) {
    if (delimiter && (*delimiter == '"' || *delimiter == '\n' || *delimiter == '\r' || *delimiter == '\0'))
        return Error(ErrorCode::Usage, "A quote or a line break cannot be the delimiter.");
    m_buffer.resize(kBlock + 1);
    TL_CHECK_STATUS(fill());
    if (m_end == 0)
        return Error(ErrorCode::FileEmpty).inFile(m_path);
    TL_CHECK_STATUS(checkText({data(), m_end}, m_path));
    if (std::string_view(data(), m_end).starts_with("\xEF\xBB\xBF")) {
        m_hadBom = true;
        m_begin = 3;
    }
    m_dialect.delimiter = delimiter ? *delimiter : sniffDelimiter(data() + m_begin, data() + m_end, m_last);
    m_scanner.emplace(m_dialect);
    CsvRow row;
    TL_TRY(const bool any, scanRecord(row));
    if (!any)
        return Error(ErrorCode::NoHeader).inFile(m_path);
    findBadText(row);
    if (row.fault == RowFault::BadEncoding)
        return Error(ErrorCode::BadEncoding, "the header row holds other bytes").inFile(m_path, row.line);
    if (row.fault == RowFault::NulByte)
        return Error(ErrorCode::FileBinary).inFile(m_path);
    m_header = columnNames(row.fields);
    bool named = false;
    for (const std::string_view cell : row.fields)
        named = named || !cell.empty();
    return named ? Status() : Error(ErrorCode::NoHeader).inFile(m_path);
}

/// Moves what is not used up to the front and reads until the buffer is full.
Status CsvReader::Impl::fill() {
    std::memmove(m_buffer.data(), data() + m_begin, m_end - m_begin);
    m_end -= m_begin;
    m_begin = 0;
    const std::size_t room = m_buffer.size() - 1 - m_end;
    TL_TRY(const std::size_t got, m_source->read({m_buffer.data() + m_end, room}));
    m_end += got;
    m_last = got < room;
    m_buffer[m_end] = '\n';
    noteClean();
    return {};
}

/// Checks the whole block at once: that is many times faster than field by field, and most blocks are clean.
void CsvReader::Impl::noteClean() {
    const std::string_view bytes(data(), m_end);
    const std::size_t whole = m_last ? bytes.size() : wholeCharacters(bytes);
    const bool clean = isUtf8(bytes.substr(0, whole)) && std::memchr(data(), 0, whole) == nullptr;
    m_cleanEnd = clean ? whole : 0;
}

/// Makes room for a record that is longer than what is there; refuses beyond kLongestRecord.
Status CsvReader::Impl::growOrFail() {
    if (m_end - m_begin >= kLongestRecord) {
        if (m_found.quoteLine >= 0)
            return Error(ErrorCode::UnterminatedQuote).inFile(m_path, m_line + m_found.quoteLine);
        return Error(ErrorCode::UnsupportedFormat, "a line of more than 64 MB").inFile(m_path, m_line);
    }
    // A record that fills more than half of the buffer would be scanned again and again in small steps otherwise.
    if (m_end - m_begin > m_buffer.size() / 2)
        m_buffer.resize(std::min(2 * (m_buffer.size() - 1), kLongestRecord) + 1);
    return fill();
}

/// Finds the next record that is not a blank line, with more bytes from the file as needed.
Result<bool> CsvReader::Impl::scanRecord(CsvRow& row) {
    for (;;) {
        if (m_begin == m_end) {
            if (m_last)
                return false;
            TL_CHECK_STATUS(fill());
            continue;
        }
        const char* const begin = data() + m_begin;
        m_found.fields.swap(row.fields);
        m_scanner->scan(begin, data() + m_end, m_last, m_found);
        m_found.fields.swap(row.fields);
        if (m_found.outcome == RecordScan::Outcome::OpenQuote)
            return Error(ErrorCode::UnterminatedQuote).inFile(m_path, m_line + m_found.quoteLine);
        if (m_found.outcome == RecordScan::Outcome::NeedMore) {
            TL_CHECK_STATUS(growOrFail());
            continue;
        }
        const std::int64_t line = m_line;
        m_line += m_found.lineBreaks;
        m_begin = static_cast<std::size_t>(m_found.next - data());
        if (m_found.textEnd == begin)
            continue;
        row.line = line;
        finishRow(row, begin);
        return true;
    }
}

void CsvReader::Impl::finishRow(CsvRow& row, const char* begin) {
    const auto size = static_cast<std::size_t>(m_found.textEnd - begin);
    row.rawText = {begin, size};
    row.fault = RowFault::None;
    row.faultColumn = -1;
    if (!m_found.escapedColumns.empty())
        undoEscapes(row, size);
    if (m_found.textAfterQuoteColumn >= 0) {
        row.fault = RowFault::TextAfterQuote;
        row.faultColumn = m_found.textAfterQuoteColumn;
    }
    if (static_cast<std::size_t>(m_found.textEnd - data()) > m_cleanEnd)
        findBadText(row);
}

void CsvReader::Impl::undoEscapes(CsvRow& row, std::size_t recordSize) {
    m_unescaped.clear();
    m_unescaped.reserve(recordSize); // never grows below, so that the views into it stay good
    for (const std::size_t column : m_found.escapedColumns) {
        const std::string_view raw = row.fields[column];
        const std::size_t start = m_unescaped.size();
        for (std::size_t i = 0; i < raw.size(); ++i) {
            m_unescaped += raw[i];
            i += raw[i] == m_dialect.quote ? 1 : 0;
        }
        row.fields[column] = std::string_view(m_unescaped).substr(start);
    }
}

void CsvReader::Impl::findBadText(CsvRow& row) const {
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

Result<bool> CsvReader::Impl::next(CsvRow& row) {
    TL_TRY(const bool any, scanRecord(row));
    if (any && row.fault == RowFault::None && row.fields.size() != m_header.size())
        row.fault = row.fields.size() < m_header.size() ? RowFault::TooFewColumns : RowFault::TooManyColumns;
    return any;
}

CsvReader::CsvReader(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
CsvReader::~CsvReader() = default;

Result<std::unique_ptr<CsvReader>> CsvReader::open(const std::string& path, std::optional<char> delimiter) {
    TL_TRY(auto source, ByteSource::open(path));
    auto impl = std::make_unique<Impl>(path, std::move(source));
    TL_CHECK_STATUS(impl->start(delimiter));
    return std::unique_ptr<CsvReader>(new CsvReader(std::move(impl)));
}

const std::string& CsvReader::path() const {
    return m_impl->path();
}
const std::vector<std::string>& CsvReader::header() const {
    return m_impl->header();
}
const CsvDialect& CsvReader::dialect() const {
    return m_impl->dialect();
}
bool CsvReader::hadBom() const {
    return m_impl->hadBom();
}
std::string CsvReader::compression() const {
    return m_impl->source().compression();
}
Result<bool> CsvReader::next(CsvRow& row) {
    return m_impl->next(row);
}
std::int64_t CsvReader::consumed() const {
    return m_impl->source().consumed();
}
std::int64_t CsvReader::fileSize() const {
    return m_impl->source().fileSize();
}

} // namespace core::data
