// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz_support.h"

#include "core/base/error_text.h"
#include "core/data/utf8.h"

#include <cstdio>
#include <cstdlib>
#include <sys/mman.h>
#include <unistd.h>

using namespace core;
using namespace core::data;

void require(bool holds, const char* promise) {
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

MemoryFile::MemoryFile(std::string_view bytes) : m_fd(::memfd_create("fuzz", MFD_CLOEXEC)) {
    require(m_fd >= 0, "a memory file can be made");
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_fd, bytes.data(), bytes.size());
        require(written > 0, "a memory file can be written");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

MemoryFile::~MemoryFile() {
    ::close(m_fd);
}

std::string MemoryFile::path() const {
    return "/proc/self/fd/" + std::to_string(m_fd);
}

namespace {

void checkError(const Error& error) {
    require(error.code != ErrorCode::Internal, "bad input is no internal error");
    require(!errorSentence(error).empty(), "every error has its sentence");
}

void checkRecord(const RecordReader& reader, const Record& row, std::int64_t line) {
    require(row.line >= line, "lines do not go back");
    if (row.fault != RowFault::None) {
        require(row.faultColumn >= -1, "a fault names a column or none");
        return;
    }
    require(row.fields.size() == reader.header().size(), "a good record has a cell for every column");
    for (const std::string_view cell : row.fields)
        require(isUtf8(cell) && cell.find('\0') == std::string_view::npos, "good cells are text");
}

} // namespace

void readThrough(Result<std::unique_ptr<RecordReader>> reader) {
    if (!reader.ok())
        return checkError(reader.error());
    RecordReader& records = **reader;
    require(!records.header().empty(), "there are columns");
    for (const std::string& name : records.header())
        require(!name.empty() && isUtf8(name), "columns have names");
    require(!records.options().format.empty(), "the format is filled in");
    Record row;
    for (std::int64_t line = 1;; line = row.line) {
        const auto any = records.next(row);
        if (!any.ok())
            return checkError(any.error());
        if (!*any)
            break;
        checkRecord(records, row, line);
    }
    require(records.consumed() >= 0 && records.consumed() <= records.fileSize(), "progress stays within the file");
}
