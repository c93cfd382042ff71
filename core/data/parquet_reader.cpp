// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/parquet_reader.h"

#include "core/base/file.h"
#include "core/data/csv_field.h"
#include "core/data/csv_record.h"
#include "core/data/parquet/duckdb_library.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace core::data {
namespace {

using namespace parquet;

/// What DuckDB says, in one line and without the name it knows the file by.
std::string firstLine(const char* message) {
    std::string_view line(message ? message : "DuckDB gave no reason");
    line = line.substr(0, line.find('\n'));
    std::string text(line);
    if (const auto proc = text.find("'/proc/self/fd/"); proc != std::string::npos)
        text.replace(proc, text.find('\'', proc + 1) - proc + 1, "the file");
    while (!text.empty() && text.back() == '.')
        text.pop_back();
    return text;
}

/// One chunk of a result: its columns are text.
class Chunk {
public:
    Chunk(const DuckdbLibrary& duck, DuckChunk chunk) : m_duck(duck), m_chunk(chunk) {
        for (std::uint64_t i = 0; i < duck.data_chunk_get_column_count(chunk); ++i) {
            DuckVector const vector = duck.data_chunk_get_vector(chunk, i);
            m_columns.push_back(
                {static_cast<const DuckString*>(duck.vector_get_data(vector)), duck.vector_get_validity(vector)});
        }
    }
    Chunk(const Chunk&) = delete;
    Chunk& operator=(const Chunk&) = delete;
    ~Chunk() { m_duck.destroy_data_chunk(&m_chunk); }

    std::uint64_t rows() const { return m_duck.data_chunk_get_size(m_chunk); }
    std::string_view cell(std::size_t column, std::uint64_t row) const {
        const Column& c = m_columns[column];
        if (c.validity && (c.validity[row / 64] >> (row % 64) & 1U) == 0)
            return kNullCell;
        const DuckString& text = c.texts[row];
        return {text.length <= 12 ? text.inlined : text.rest.pointer, text.length};
    }

private:
    struct Column {
        const DuckString* texts;
        const std::uint64_t* validity; ///< null: no cell is NULL
    };
    const DuckdbLibrary& m_duck;
    DuckChunk m_chunk;
    std::vector<Column> m_columns;
};

/// A database in memory with one streaming result.
class Session {
public:
    explicit Session(const DuckdbLibrary& duck) : m_duck(duck) {}
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session() {
        finish();
        if (m_connection)
            m_duck.disconnect(&m_connection);
        if (m_database)
            m_duck.close(&m_database);
    }

    Status open();
    /// Begins a query whose columns are all text.
    Status start(const std::string& sql);
    /// Null at the end.
    Result<std::unique_ptr<Chunk>> fetch();

private:
    void finish() {
        if (m_hasResult)
            m_duck.destroy_result(&m_result);
        if (m_statement)
            m_duck.destroy_prepare(&m_statement);
        m_hasResult = false;
        m_statement = nullptr;
    }

    const DuckdbLibrary& m_duck;
    DuckDatabase m_database = nullptr;
    DuckConnection m_connection = nullptr;
    DuckStatement m_statement = nullptr;
    DuckResult m_result{};
    bool m_hasResult = false;
};

Status Session::open() {
    DuckConfig config = nullptr;
    if (m_duck.create_config(&config) != kDuckOk)
        return Error(ErrorCode::OutOfMemory, "DuckDB could not be set up");
    // Nothing is fetched from the network, nothing is spilled beside the user's files, little memory is held.
    for (const auto& [name, value] :
         {std::pair{"threads", "2"}, std::pair{"memory_limit", "512MB"},
          std::pair{"autoinstall_known_extensions", "false"}, std::pair{"temp_directory", ""}})
        m_duck.set_config(config, name, value);
    char* reason = nullptr;
    const int state = m_duck.open_ext(nullptr, &m_database, config, &reason);
    m_duck.destroy_config(&config);
    const std::string text = firstLine(reason);
    if (reason)
        m_duck.free(reason);
    if (state != kDuckOk)
        return Error(ErrorCode::UnsupportedFormat, "a Parquet file with this DuckDB (" + text + ")");
    if (m_duck.connect(m_database, &m_connection) != kDuckOk)
        return Error(ErrorCode::OutOfMemory, "DuckDB could not be set up");
    return {};
}

Status Session::start(const std::string& sql) {
    finish();
    if (m_duck.prepare(m_connection, sql.c_str(), &m_statement) != kDuckOk)
        return Error(ErrorCode::FileTruncated, firstLine(m_duck.prepare_error(m_statement)));
    DuckPending pending = nullptr;
    if (m_duck.pending_prepared_streaming(m_statement, &pending) != kDuckOk) {
        Error error(ErrorCode::FileTruncated, firstLine(m_duck.pending_error(pending)));
        m_duck.destroy_pending(&pending);
        return error;
    }
    const int state = m_duck.execute_pending(pending, &m_result);
    m_duck.destroy_pending(&pending);
    m_hasResult = true;
    if (state != kDuckOk)
        return Error(ErrorCode::FileTruncated, firstLine(m_duck.result_error(&m_result)));
    return {};
}

Result<std::unique_ptr<Chunk>> Session::fetch() {
    for (;;) {
        DuckChunk const chunk = m_duck.fetch_chunk(m_result);
        if (!chunk) {
            const char* const reason = m_duck.result_error(&m_result);
            if (reason && *reason)
                return Error(ErrorCode::FileTruncated, firstLine(reason));
            return std::unique_ptr<Chunk>();
        }
        auto held = std::make_unique<Chunk>(m_duck, chunk);
        if (held->rows() > 0)
            return held;
    }
}

std::string quoted(std::string_view name, char quote) {
    std::string text(1, quote);
    for (const char c : name) {
        text += c;
        if (c == quote)
            text += c;
    }
    return text + quote;
}

/// The SQL that makes text of a column; `type` is DuckDB's name of its type.
std::string asText(const std::string& name, std::string_view type) {
    const std::string column = quoted(name, '"');
    const bool nested = type.ends_with(']') || type.starts_with("STRUCT") || type.starts_with("MAP") ||
                        type.starts_with("UNION") || type.starts_with("VARIANT");
    if (nested)
        return "to_json(" + column + ")::VARCHAR";
    if (type == "BLOB")
        return "coalesce(TRY(decode(" + column + ")), " + column + "::VARCHAR)";
    if (type == "TIMESTAMP WITH TIME ZONE")
        return "(" + column + " AT TIME ZONE 'UTC')::VARCHAR || 'Z'";
    return column + "::VARCHAR";
}

class ParquetReader final : public RecordReader {
public:
    ParquetReader(std::string path, ReadOptions options) : m_path(std::move(path)), m_options(std::move(options)) {}
    ~ParquetReader() override {
        m_chunk.reset();
        m_session.reset();
        if (m_file >= 0)
            ::close(m_file);
    }
    ParquetReader(const ParquetReader&) = delete;
    ParquetReader& operator=(const ParquetReader&) = delete;

    Status start();

    const std::string& path() const override { return m_path; }
    const std::vector<std::string>& header() const override { return m_header; }
    const ReadOptions& options() const override { return m_options; }
    std::string compression() const override { return "none"; }
    Result<bool> next(Record& row) override;
    std::int64_t consumed() const override {
        return m_total > 0 ? m_size / m_total * m_row + m_size % m_total * m_row / m_total : m_size;
    }
    std::int64_t fileSize() const override { return m_size; }

private:
    Status openFile();
    Result<std::string> selection(const std::string& file);
    Error here(Error error) const { return std::move(error.inFile(m_path)); }

    std::string m_path;
    ReadOptions m_options;
    int m_file = -1;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Chunk> m_chunk;
    std::uint64_t m_inChunk = 0;
    std::vector<std::string> m_header;
    std::int64_t m_size = 0;
    std::int64_t m_total = 0; ///< rows
    std::int64_t m_row = 0;
    std::string m_raw;
};

Status ParquetReader::openFile() {
    TL_CHECK_STATUS(checkReadable(m_path));
    m_file = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat info {};
    if (m_file < 0 || ::fstat(m_file, &info) != 0)
        return Error(ErrorCode::FileUnreadable, std::strerror(errno)).inFile(m_path);
    m_size = static_cast<std::int64_t>(info.st_size);
    return {};
}

/// The columns of the file, all as text, for SELECT.
Result<std::string> ParquetReader::selection(const std::string& file) {
    TL_CHECK_STATUS(m_session->start("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM " + file + ")"));
    std::string list;
    std::vector<std::string> names;
    for (;;) {
        TL_TRY(const auto chunk, m_session->fetch());
        if (!chunk)
            break;
        for (std::uint64_t i = 0; i < chunk->rows(); ++i) {
            names.emplace_back(chunk->cell(0, i));
            list += (list.empty() ? "" : ", ") + asText(names.back(), chunk->cell(1, i));
        }
    }
    m_header = columnNames({names.begin(), names.end()});
    return list;
}

Status ParquetReader::start() {
    auto library = duckdbLibrary();
    if (!library.ok())
        return here(library.error());
    TL_CHECK_STATUS(openFile());
    m_session = std::make_unique<Session>(**library);
    if (Status opened = m_session->open(); !opened.ok())
        return here(opened.error());
    // By its descriptor: DuckDB takes some characters in names for patterns, and key=value folders for columns.
    const std::string name = quoted("/proc/self/fd/" + std::to_string(m_file), '\'');
    const std::string file = "read_parquet(" + name + ", hive_partitioning = false)";
    auto list = selection(file);
    if (!list.ok())
        return here(list.error());
    if (m_header.empty())
        return Error(ErrorCode::NoHeader).inFile(m_path);
    Status status =
        m_session->start("SELECT coalesce(sum(num_rows), 0)::VARCHAR FROM parquet_file_metadata(" + name + ")");
    auto total = status.ok() ? m_session->fetch() : Result<std::unique_ptr<Chunk>>(status.error());
    if (!total.ok())
        return here(total.error());
    if (*total) {
        const std::string_view text = (*total)->cell(0, 0);
        std::from_chars(text.data(), text.data() + text.size(), m_total);
        total->reset();
    }
    status = m_session->start("SELECT " + *list + " FROM " + file);
    if (!status.ok())
        return here(status.error());
    m_options.format = "parquet";
    m_options.encoding = "UTF-8";
    m_options.header = true;
    return {};
}

Result<bool> ParquetReader::next(Record& row) {
    if (!m_chunk || m_inChunk == m_chunk->rows()) {
        m_chunk.reset();
        auto chunk = m_session->fetch();
        if (!chunk.ok())
            return here(chunk.error());
        if (!*chunk)
            return false;
        m_chunk = std::move(*chunk);
        m_inChunk = 0;
    }
    row.line = ++m_row;
    row.fault = RowFault::None;
    row.faultColumn = -1;
    row.fields.clear();
    m_raw.clear();
    for (std::size_t i = 0; i < m_header.size(); ++i) {
        const std::string_view cell = m_chunk->cell(i, m_inChunk);
        row.fields.push_back(cell);
        if (i > 0)
            m_raw += ',';
        appendCsvField(m_raw, cell);
        if (row.fault == RowFault::None && cell.find('\0') != std::string_view::npos) {
            row.fault = RowFault::NulByte;
            row.faultColumn = static_cast<std::int64_t>(i);
        }
    }
    row.rawText = m_raw;
    ++m_inChunk;
    return true;
}

} // namespace

Result<std::unique_ptr<RecordReader>> openParquet(const std::string& path, const ReadOptions& options) {
    auto reader = std::make_unique<ParquetReader>(path, options);
    TL_CHECK_STATUS(reader->start());
    return std::unique_ptr<RecordReader>(std::move(reader));
}

} // namespace core::data
