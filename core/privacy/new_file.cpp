// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/new_file.h"

#include "core/base/file.h"
#include "core/privacy/seal.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace core::privacy {
namespace {

std::string folderOf(const std::string& path) {
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

/// The name of a file is safe on disk only once its folder is.
void flushFolder(const std::string& path) {
    const OpenFile folder(::open(folderOf(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.valid())
        ::fsync(folder.get());
}

bool somethingAt(const std::string& path) {
    struct stat info {};
    return ::lstat(path.c_str(), &info) == 0;
}

} // namespace

OpenFile::OpenFile(OpenFile&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
    std::swap(m_fd, other.m_fd);
    return *this;
}

OpenFile::~OpenFile() {
    if (m_fd >= 0)
        ::close(m_fd);
}

Error writeError(const std::string& path, int systemCode) {
    if (systemCode == ENOSPC || systemCode == EDQUOT)
        return Error(ErrorCode::DiskFull).inFile(path);
    return Error(ErrorCode::WriteFailed, std::strerror(systemCode)).inFile(path);
}

Result<OpenFile> openToRead(const std::string& path) {
    TL_CHECK_STATUS(checkReadable(path));
    OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.valid())
        return Error(ErrorCode::FileUnreadable, std::strerror(errno)).inFile(path);
    return file;
}

Result<std::size_t> readFully(int fd, std::span<unsigned char> bytes, const std::string& path) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::read(fd, bytes.data() + done, bytes.size() - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return Error(ErrorCode::FileUnreadable, std::strerror(errno)).inFile(path);
        if (got == 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

Status writeFully(int fd, std::span<const unsigned char> bytes, const std::string& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return writeError(path, errno);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<Secret> readPrivateFile(const std::string& path, std::size_t limit) {
    TL_TRY(const OpenFile file, openToRead(path));
    struct stat info {};
    // A pipe (a shell's process substitution) is nobody else's; only a file that lies about can be read by others.
    if (::fstat(file.get(), &info) == 0 && S_ISREG(info.st_mode) && (info.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Error(ErrorCode::BadKeyFile, "others may read it; take their rights away first (chmod 600)")
            .inFile(path);
    Secret buffer(limit + 1);
    TL_TRY(const std::size_t size, readFully(file.get(), {buffer.data(), buffer.size()}, path));
    if (size > limit)
        return Error(ErrorCode::BadKeyFile, "it is longer than " + std::to_string(limit) + " bytes").inFile(path);
    return Secret(buffer.view().substr(0, size));
}

Result<NewFile> NewFile::create(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        return Error(ErrorCode::IsDirectory).inFile(path);
    if (somethingAt(path))
        return Error(ErrorCode::FileExists).inFile(path);
#ifdef O_TMPFILE
    const int nameless = ::open(folderOf(path).c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (nameless >= 0)
        return NewFile(OpenFile(nameless), path, {});
    if (errno == ENOENT || errno == ENOTDIR)
        return Error(ErrorCode::WriteFailed, "its folder does not exist").inFile(path);
    if (errno == EACCES || errno == EROFS || errno == ENOSPC || errno == EDQUOT)
        return writeError(path, errno);
#endif
    std::string temporary = path + ".XXXXXX";
    const int named = ::mkostemp(temporary.data(), O_CLOEXEC); // 0600 by itself
    if (named < 0 && (errno == ENOENT || errno == ENOTDIR))
        return Error(ErrorCode::WriteFailed, "its folder does not exist").inFile(path);
    if (named < 0)
        return writeError(path, errno);
    return NewFile(OpenFile(named), path, temporary);
}

NewFile::NewFile(NewFile&& other) noexcept
    : m_file(std::move(other.m_file)),
      m_path(std::move(other.m_path)),
      m_temporary(std::move(other.m_temporary)),
      m_open(std::exchange(other.m_open, false)) {}

NewFile::~NewFile() {
    if (m_open && !m_temporary.empty())
        static_cast<void>(shredFile(m_temporary));
}

Status NewFile::flush() {
    if (::fsync(fd()) != 0)
        return writeError(m_path, errno);
    return {};
}

Status NewFile::publish() {
    TL_CHECK_STATUS(flush());
    // link() refuses a name that is taken, unlike rename(). A nameless file has its name under /proc alone (Linux).
    const std::string source = m_temporary.empty() ? "/proc/self/fd/" + std::to_string(fd()) : m_temporary;
    int linked =
        ::linkat(AT_FDCWD, source.c_str(), AT_FDCWD, m_path.c_str(), m_temporary.empty() ? AT_SYMLINK_FOLLOW : 0);
    if (linked != 0 && !m_temporary.empty() && errno != EEXIST && !somethingAt(m_path)) {
        // File systems without hard links (FAT, some network shares).
        linked = ::rename(m_temporary.c_str(), m_path.c_str());
        if (linked == 0)
            m_temporary.clear();
    }
    const int code = errno;
    if (linked != 0)
        return code == EEXIST || somethingAt(m_path) ? Error(ErrorCode::FileExists).inFile(m_path)
                                                     : writeError(m_path, code);
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
    m_open = false;
    flushFolder(m_path);
    return {};
}

} // namespace core::privacy
