// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace core {
namespace {

Error systemError(const std::string& path, int code) {
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        return Error(ErrorCode::FileNotFound).inFile(path);
    case EISDIR:
        return Error(ErrorCode::IsDirectory).inFile(path);
    default:
        return Error(ErrorCode::FileUnreadable, std::strerror(code)).inFile(path);
    }
}

Error writeError(const std::string& path, int code) {
    if (code == ENOSPC || code == EDQUOT)
        return Error(ErrorCode::DiskFull).inFile(path);
    return Error(ErrorCode::WriteFailed, std::strerror(code)).inFile(path);
}

/// Closes a descriptor at the end of its scope.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_fd; }

private:
    int m_fd;
};

Status writeAll(int fd, std::string_view content, const std::string& path) {
    while (!content.empty()) {
        const ssize_t written = ::write(fd, content.data(), content.size());
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return writeError(path, errno);
        }
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(fd) != 0)
        return writeError(path, errno);
    return {};
}

} // namespace

Status checkReadable(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0)
        return systemError(path, errno);
    if (S_ISDIR(info.st_mode))
        return Error(ErrorCode::IsDirectory).inFile(path);
    if (::access(path.c_str(), R_OK) != 0)
        return systemError(path, errno);
    return {};
}

Result<std::string> readFile(const std::string& path) {
    TL_CHECK_STATUS(checkReadable(path));
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return systemError(path, errno);
    std::string content;
    char block[65536];
    for (;;) {
        const ssize_t got = ::read(file.get(), block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(path, errno);
        if (got == 0)
            return content;
        content.append(block, static_cast<std::size_t>(got));
    }
}

namespace {

/// What the user's umask asks for. Asked once: there is no way to ask without setting it, for the whole process.
mode_t usualMode() {
    static const mode_t kMode = [] {
        const mode_t mask = ::umask(0);
        ::umask(mask);
        return static_cast<mode_t>(0666) & ~mask;
    }();
    return kMode;
}

Status writeWithMode(const std::string& path, std::string_view content, mode_t mode) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        return Error(ErrorCode::IsDirectory).inFile(path);
    std::string temporary = path + ".XXXXXX";
    const Descriptor file(::mkstemp(temporary.data()));
    if (file.get() < 0)
        return writeError(path, errno);
    ::fchmod(file.get(), mode); // mkstemp makes 0600 files
    Status status = writeAll(file.get(), content, path);
    if (status.ok() && ::rename(temporary.c_str(), path.c_str()) != 0)
        status = writeError(path, errno);
    if (!status.ok())
        ::unlink(temporary.c_str());
    return status;
}

} // namespace

Status writeFileAtomically(const std::string& path, std::string_view content) {
    return writeWithMode(path, content, usualMode());
}

Status writePrivately(const std::string& path, std::string_view content) {
    return writeWithMode(path, content, S_IRUSR | S_IWUSR);
}

Status makeDirectory(const std::string& path) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error)
        return writeError(path, error.value());
    return {};
}

} // namespace core
