// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project_lock.h"

#include "core/store/sqlite_error.h"
#include "core/store/stored_values.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace core::store {
namespace {

constexpr int kTries = 100;

/// One project has one lock file, by whatever link it is opened.
std::string lockPathOf(const std::string& projectPath) {
    std::error_code error;
    const auto canonical = std::filesystem::weakly_canonical(projectPath, error);
    return (error ? projectPath : canonical.string()) + ".lock";
}

/// "process 4711 on atelier, since 2026-01-31T12:50:00Z": what its holder wrote into the lock file; only for people.
std::string holderOf(int fd) {
    char text[200];
    const ssize_t length = ::pread(fd, text, sizeof text, 0);
    std::string holder(text, length > 0 ? static_cast<std::size_t>(length) : 0);
    if (const auto end = holder.find('\n'); end != std::string::npos)
        holder.resize(end);
    const bool plain = std::all_of(holder.begin(), holder.end(), [](unsigned char c) { return c >= ' ' && c != 127; });
    return plain ? holder : std::string();
}

void writeHolder(int fd) {
    char host[65] = "";
    static_cast<void>(::gethostname(host, sizeof host - 1));
    const std::string text = "process " + std::to_string(::getpid()) + " on " + host + ", since " + utcNow() + "\n";
    // Without it the lock holds all the same.
    if (::ftruncate(fd, 0) == 0)
        static_cast<void>(::pwrite(fd, text.data(), text.size(), 0) == 0);
}

Error lockError(const std::string& projectPath, int code, int fd = -1) {
    switch (code) {
    case EWOULDBLOCK: {
        const std::string holder = fd >= 0 ? holderOf(fd) : std::string();
        return Error(ErrorCode::ProjectLocked, holder.empty() ? holder : "It is held by " + holder + ".")
            .inFile(projectPath);
    }
    case ENOLCK:
    case EOPNOTSUPP:
    case ENOSYS:
        return Error(ErrorCode::WriteFailed, kNoLocks).inFile(projectPath);
    case EACCES:
    case EPERM:
    case EROFS:
        return Error(ErrorCode::ProjectReadOnly, "No file can be made beside it.").inFile(projectPath);
    case ENOSPC:
    case EDQUOT:
        return Error(ErrorCode::DiskFull).inFile(projectPath);
    case ENOENT:
    case ENOTDIR:
        return Error(ErrorCode::WriteFailed, "its folder does not exist").inFile(projectPath);
    default:
        return Error(ErrorCode::WriteFailed, std::strerror(code)).inFile(projectPath);
    }
}

bool sameFile(int fd, const std::string& path) {
    struct stat byDescriptor {};
    struct stat byName {};
    return ::fstat(fd, &byDescriptor) == 0 && ::stat(path.c_str(), &byName) == 0 &&
           byDescriptor.st_ino == byName.st_ino && byDescriptor.st_dev == byName.st_dev;
}

} // namespace

Result<std::optional<int>> ProjectLock::tryLock(const std::string& lockPath, const std::string& projectPath) {
    const int fd = ::open(lockPath.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (fd < 0)
        return lockError(projectPath, errno);
    // A second lock file of the same process is a second open file description: flock refuses it like any other.
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        const Error error = lockError(projectPath, errno, fd);
        ::close(fd);
        return error;
    }
    // Its holder may have removed the file between our open and our lock: then we hold a lock on nothing.
    if (!sameFile(fd, lockPath)) {
        ::close(fd);
        return std::optional<int>();
    }
    writeHolder(fd);
    return std::optional<int>(fd);
}

Result<ProjectLock> ProjectLock::acquire(const std::string& projectPath) {
    const std::string lockPath = lockPathOf(projectPath);
    for (int i = 0; i < kTries; ++i) {
        TL_TRY(const std::optional<int> fd, tryLock(lockPath, projectPath));
        if (fd)
            return ProjectLock(lockPath, *fd);
    }
    return Error(ErrorCode::ProjectLocked).inFile(projectPath);
}

ProjectLock::ProjectLock(ProjectLock&& other) noexcept
    : m_lockPath(std::move(other.m_lockPath)), m_fd(std::exchange(other.m_fd, -1)) {}

ProjectLock::~ProjectLock() {
    if (m_fd < 0)
        return;
    ::unlink(m_lockPath.c_str()); // before the lock goes: afterwards the file may be someone else's
    ::close(m_fd);
}

} // namespace core::store
