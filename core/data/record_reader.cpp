// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/record_reader.h"

#include "core/data/csv_reader.h"

namespace core::data {
namespace {

/// Delimited text behind the interface that all formats share.
class CsvRecords final : public RecordReader {
public:
    CsvRecords(std::unique_ptr<CsvReader> reader, ReadOptions options)
        : m_reader(std::move(reader)), m_options(std::move(options)) {
        m_options.format = "csv";
        m_options.encoding = m_reader->hadBom() ? "UTF-8-BOM" : "UTF-8";
        m_options.delimiter = m_reader->dialect().delimiter;
        m_options.quote = m_reader->dialect().quote;
        m_options.header = true;
    }

    const std::string& path() const override { return m_reader->path(); }
    const std::vector<std::string>& header() const override { return m_reader->header(); }
    const ReadOptions& options() const override { return m_options; }
    std::string compression() const override { return m_reader->compression(); }
    Result<bool> next(Record& row) override { return m_reader->next(row); }
    std::int64_t consumed() const override { return m_reader->consumed(); }
    std::int64_t fileSize() const override { return m_reader->fileSize(); }

private:
    std::unique_ptr<CsvReader> m_reader;
    ReadOptions m_options;
};

} // namespace

Result<std::unique_ptr<RecordReader>> RecordReader::open(const std::string& path, const ReadOptions& options) {
    TL_TRY(auto reader, CsvReader::open(path, options.delimiter));
    return std::unique_ptr<RecordReader>(std::make_unique<CsvRecords>(std::move(reader), options));
}

} // namespace core::data
