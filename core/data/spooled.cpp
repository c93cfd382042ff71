// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/spooled.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace core::data {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 20;
constexpr std::int64_t kLargest = std::int64_t{8} << 30;

class TemporaryFile {
public:
    TemporaryFile() {
        std::error_code failed;
        const std::string folder = std::filesystem::temp_directory_path(failed).string();
        m_fd = failed ? -1 : ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
        if (m_fd < 0) // not every file system can do that
            m_fd = ::memfd_create("taillight", MFD_CLOEXEC);
    }
    TemporaryFile(TemporaryFile&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    ~TemporaryFile() {
        if (m_fd >= 0)
            ::close(m_fd);
    }

    bool write(const char* bytes, std::size_t size) {
        while (size > 0) {
            const ssize_t written = ::write(m_fd, bytes, size);
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0)
                return false;
            bytes += written;
            size -= static_cast<std::size_t>(written);
        }
        return true;
    }
    std::string path() const { return "/proc/self/fd/" + std::to_string(m_fd); }

private:
    int m_fd = -1;
};

/// A reader of the temporary file, under the name of the real one.
class SpooledReader final : public RecordReader {
public:
    SpooledReader(TemporaryFile file, std::string path, std::string compression)
        : m_file(std::move(file)), m_path(std::move(path)), m_compression(std::move(compression)) {}

    Status start(const std::function<Result<std::unique_ptr<RecordReader>>(const std::string&)>& open) {
        auto reader = open(m_file.path());
        if (!reader.ok())
            return renamed(reader.error());
        m_reader = std::move(*reader);
        return {};
    }

    const std::string& path() const override { return m_path; }
    const std::vector<std::string>& header() const override { return m_reader->header(); }
    const ReadOptions& options() const override { return m_reader->options(); }
    std::string compression() const override { return m_compression; }
    Result<bool> next(Record& row) override {
        Result<bool> any = m_reader->next(row);
        return any.ok() ? any : renamed(any.error());
    }
    std::int64_t consumed() const override { return m_reader->consumed(); }
    std::int64_t fileSize() const override { return m_reader->fileSize(); }

private:
    Error renamed(Error error) const {
        if (error.file == m_file.path())
            error.file = m_path;
        return error;
    }

    TemporaryFile m_file;
    std::string m_path;
    std::string m_compression;
    std::unique_ptr<RecordReader> m_reader; // last: closed before its file
};

} // namespace

Result<std::unique_ptr<RecordReader>>
openSpooled(const std::string& path, ByteSource& source,
            const std::function<Result<std::unique_ptr<RecordReader>>(const std::string& temporary)>& open) {
    TemporaryFile file;
    std::vector<char> block(kBlock);
    std::int64_t total = 0;
    for (std::size_t got = kBlock; got == kBlock;) {
        TL_TRY(got, source.read(block));
        total += static_cast<std::int64_t>(got);
        if (total > kLargest)
            return Error(ErrorCode::UnsupportedFormat, "a packed file of more than 8 GB that must be unpacked first")
                .inFile(path);
        if (!file.write(block.data(), got))
            return Error(errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::WriteFailed, std::strerror(errno))
                .inFile("the temporary copy of " + path);
    }
    auto reader = std::make_unique<SpooledReader>(std::move(file), path, source.compression());
    TL_CHECK_STATUS(reader->start(open));
    return std::unique_ptr<RecordReader>(std::move(reader));
}

} // namespace core::data
