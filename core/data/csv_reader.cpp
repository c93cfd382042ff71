// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv_reader.h"

#include "core/data/csv_cutter.h"
#include "core/data/csv_sniff.h"
#include "core/data/encoding.h"
#include "core/data/text_check.h"

namespace core::data {
class CsvReader::Impl {
public:
    Impl(std::string path, std::unique_ptr<ByteSource> source, ReadOptions options)
        : m_path(path), m_options(std::move(options)), m_cutter(std::move(path), std::move(source)) {}

    Status start();
    Result<bool> next(Record& row);

    const std::string& path() const { return m_path; }
    const CsvBlock& block() const { return m_cutter.block(); }
    const std::vector<std::string>& header() const { return m_header; }
    const ReadOptions& options() const { return m_options; }
    const CsvDialect& dialect() const { return m_dialect; }
    bool hadBom() const { return m_hadBom; }

private:
    Status readHeader();

    std::string m_path;
    ReadOptions m_options;
    CsvCutter m_cutter;
    CsvDialect m_dialect;
    std::vector<std::string> m_header;
    std::size_t m_columns = 0; ///< of the header
    bool m_hadBom = false;
};

Status CsvReader::Impl::start() {
    CsvBlock& block = m_cutter.block();
    TL_CHECK_STATUS(block.fill());
    if (block.end == 0)
        return Error(ErrorCode::FileEmpty).inFile(m_path);
    const std::string_view head(block.text(), block.end);
    TL_CHECK_STATUS(checkText(head, m_path));
    if (head.starts_with("\xEF\xBB\xBF")) {
        block.begin = 3;
        m_hadBom = m_options.encoding.starts_with("UTF-8");
        if (m_hadBom)
            m_options.encoding = "UTF-8-BOM";
    }
    if (!m_options.delimiter || !m_options.quote || !m_options.header) {
        const CsvSample sample = sampleCsv(head.substr(block.begin), block.last, m_path, m_options);
        const CsvSniffed found = sniffCsv(sample, m_options);
        m_options.delimiter = found.dialect.delimiter;
        m_options.quote = found.dialect.quote;
        m_options.header = found.header;
    }
    m_options.format = "csv";
    m_dialect = {*m_options.delimiter, *m_options.quote};
    m_cutter.setDialect(m_dialect, m_options.values ? m_options.values->nullTexts : ValueFormat().nullTexts);
    TL_CHECK_STATUS(readHeader());
    m_columns = m_header.size();
    return {};
}

Status CsvReader::Impl::readHeader() {
    Record row;
    const CsvCutter::Found found = m_cutter.next(row);
    if (found == CsvCutter::Found::Failure)
        return m_cutter.failure();
    if (found == CsvCutter::Found::End)
        return Error(ErrorCode::NoHeader).inFile(m_path);
    if (!*m_options.header) {
        m_header = columnNames(std::vector<std::string_view>(row.fields.size()));
        m_cutter.putBack(row);
        return {};
    }
    CsvCutter::findBadText(row);
    if (row.fault == RowFault::BadEncoding)
        return Error(ErrorCode::BadEncoding, "the header row holds bytes that are no " + m_options.encoding)
            .inFile(m_path, row.line);
    if (row.fault == RowFault::NulByte)
        return Error(ErrorCode::FileBinary).inFile(m_path);
    m_header = columnNames(row.fields);
    bool named = false;
    for (const std::string_view cell : row.fields)
        named = named || !cell.empty();
    return named ? Status() : Error(ErrorCode::NoHeader).inFile(m_path);
}

inline Result<bool> CsvReader::Impl::next(Record& row) {
    const CsvCutter::Found found = m_cutter.next(row);
    if (found == CsvCutter::Found::Failure)
        return m_cutter.failure();
    if (found == CsvCutter::Found::End)
        return false;
    if (row.fields.size() != m_columns && row.fault == RowFault::None)
        row.fault = row.fields.size() < m_columns ? RowFault::TooFewColumns : RowFault::TooManyColumns;
    return true;
}

CsvReader::CsvReader(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
CsvReader::~CsvReader() = default;

Result<std::unique_ptr<CsvReader>> CsvReader::open(const std::string& path, const ReadOptions& options,
                                                   JobContext* job) {
    ReadOptions used = options;
    TL_CHECK_STATUS(checkCsvOptions(used));
    if (used.encoding.empty()) {
        TL_TRY(used.encoding, detectEncoding(path, used.member, job));
    } else {
        TL_TRY(used.encoding, canonicalEncoding(used.encoding));
    }
    TL_TRY(auto source, ByteSource::open(path, used.member));
    source = decodedSource(std::move(source), used.encoding);
    auto impl = std::make_unique<Impl>(path, std::move(source), std::move(used));
    TL_CHECK_STATUS(impl->start());
    return std::unique_ptr<CsvReader>(new CsvReader(std::move(impl)));
}

Result<std::unique_ptr<CsvReader>> CsvReader::open(const std::string& path, std::optional<char> delimiter) {
    ReadOptions options;
    options.delimiter = delimiter;
    options.header = true;
    options.values = ValueFormat{};
    options.values->nullTexts.clear();
    return open(path, options);
}

const std::string& CsvReader::path() const {
    return m_impl->path();
}
const std::vector<std::string>& CsvReader::header() const {
    return m_impl->header();
}
const ReadOptions& CsvReader::options() const {
    return m_impl->options();
}
const CsvDialect& CsvReader::dialect() const {
    return m_impl->dialect();
}
bool CsvReader::hadBom() const {
    return m_impl->hadBom();
}
std::string CsvReader::compression() const {
    return m_impl->block().compression();
}
Result<bool> CsvReader::next(Record& row) {
    return m_impl->next(row);
}
std::int64_t CsvReader::consumed() const {
    return m_impl->block().consumed();
}
std::int64_t CsvReader::fileSize() const {
    return m_impl->block().fileSize();
}

} // namespace core::data
