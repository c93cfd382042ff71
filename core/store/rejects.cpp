// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rejects.h"

#include "core/data/csv_field.h"
#include "core/data/values.h"
#include "core/store/database.h"
#include "core/store/import_parts.h"
#include "core/store/import_summary.h"
#include "core/store/reject_cells.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace core::store {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 20U;

/// A file for its owner only that appears under its name when it is complete.
class PrivateFile {
public:
    explicit PrivateFile(std::string path) : m_path(std::move(path)), m_draft(m_path + ".XXXXXX") {}
    ~PrivateFile() {
        if (m_fd < 0)
            return;
        ::close(m_fd);
        ::unlink(m_draft.c_str());
    }
    PrivateFile(const PrivateFile&) = delete;
    PrivateFile& operator=(const PrivateFile&) = delete;

    Status open() {
        std::error_code ignored;
        if (std::filesystem::is_directory(m_path, ignored))
            return Error(ErrorCode::IsDirectory).inFile(m_path);
        m_fd = ::mkostemp(m_draft.data(), O_CLOEXEC); // 0600
        return m_fd < 0 ? failed() : Status();
    }
    Status write(const std::string& text) {
        m_buffer += text;
        return m_buffer.size() < kBufferBytes ? Status() : flush();
    }
    Status publish() {
        TL_CHECK_STATUS(flush());
        if (::fsync(m_fd) != 0 || ::rename(m_draft.c_str(), m_path.c_str()) != 0)
            return failed();
        ::close(m_fd);
        m_fd = -1;
        return {};
    }

private:
    Status flush() {
        for (std::string_view rest = m_buffer; !rest.empty();) {
            const ssize_t written = ::write(m_fd, rest.data(), rest.size());
            if (written < 0 && errno != EINTR)
                return failed();
            if (written > 0)
                rest.remove_prefix(static_cast<std::size_t>(written));
        }
        m_buffer.clear();
        return {};
    }
    Error failed() const {
        const int code = errno;
        if (code == ENOSPC || code == EDQUOT)
            return Error(ErrorCode::DiskFull).inFile(m_path);
        return Error(ErrorCode::WriteFailed, std::strerror(code)).inFile(m_path);
    }

    std::string m_path, m_draft, m_buffer;
    int m_fd = -1;
};

std::string csvLine(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += ',';
        data::appendCsvField(line, cells[i]);
    }
    return line + '\n';
}

Status writeRejects(Database& database, const ImportSummary* source, PrivateFile& file, std::int64_t& count) {
    std::vector<std::string> columns = source != nullptr ? ownColumns(*source) : std::vector<std::string>();
    std::vector<std::string> header = columns;
    for (const char* name : kRejectColumns)
        header.emplace_back(name);
    TL_CHECK_STATUS(file.write(csvLine(header)));
    TL_TRY(Statement rows, database.prepare("SELECT id, line, column_name, reason, raw FROM reject WHERE ?1 IS NULL OR "
                                            "source_id = ?1 ORDER BY source_id, line, id"));
    if (source != nullptr)
        rows.bind(1, raw(source->source));
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            return {};
        const std::string text(rows.text(4));
        std::vector<std::string> cells;
        if (source != nullptr)
            cells = rejectCells(*source, text).value_or(std::vector<std::string>(columns.size()));
        for (const int column : {0, 1, 2, 3, 4})
            cells.emplace_back(rows.text(column));
        TL_CHECK_STATUS(file.write(csvLine(cells)));
        ++count;
    }
}

} // namespace

Result<std::int64_t> exportRejects(const Project& project, std::optional<SourceId> source, const std::string& path) {
    std::int64_t count = 0;
    PrivateFile file(path);
    TL_CHECK_STATUS(file.open());
    TL_CHECK_STATUS(project.read([&](Database& database) -> Status {
        if (!source)
            return writeRejects(database, nullptr, file, count);
        TL_TRY(const ImportSummary summary, readSource(database, *source));
        return writeRejects(database, &summary, file, count);
    }));
    TL_CHECK_STATUS(file.publish());
    return count;
}

Result<std::vector<RejectRow>> rejects(const Project& project, std::int64_t offset, std::int64_t limit) {
    std::vector<RejectRow> list;
    const auto work = [&](Database& database) -> Status {
        // Corrected rows that are refused once more have a new id: the order of the lines is not that of the ids.
        TL_TRY(Statement select,
               database.prepare("SELECT r.id, r.source_id, s.path, r.line, r.column_name, r.value, r.reason, r.raw "
                                "FROM reject r JOIN source s ON s.id = r.source_id ORDER BY r.source_id, r.line, r.id "
                                "LIMIT ?2 OFFSET ?1"));
        select.bind(1, offset);
        select.bind(2, limit);
        for (;;) {
            TL_TRY(const bool row, select.step());
            if (!row)
                return {};
            list.push_back({select.integer(0), SourceId{select.integer(1)}, std::string(select.text(2)),
                            select.integer(3), std::string(select.text(4)), std::string(select.text(5)),
                            std::string(select.text(6)), std::string(select.text(7))});
        }
    };
    TL_CHECK_STATUS(project.read(work));
    return list;
}

Result<std::int64_t> rejectCount(const Project& project) {
    std::int64_t count = 0;
    const auto work = [&count](Database& database) -> Status {
        TL_TRY(count, database.queryInteger("SELECT count(*) FROM reject"));
        return {};
    };
    TL_CHECK_STATUS(project.read(work));
    return count;
}

} // namespace core::store
