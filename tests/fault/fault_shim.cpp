// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before the C library (LD_PRELOAD) into a real taillight-cli: makes a disk or a share misbehave for files whose
// path holds ".taillight". Environment:
//   TAILLIGHT_FAULT_LOCKS=1     locks fail with ENOLCK, as on a network share without a lock service
//   TAILLIGHT_FAULT_UNPLUG=N    after N reads and writes every further one fails with EIO
//   TAILLIGHT_FAULT_SPACE=N     after N written bytes every write fails with ENOSPC
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

std::atomic<long> g_operations{0};
std::atomic<long> g_written{0};

long setting(const char* name) {
    const char* text = std::getenv(name);
    return text == nullptr ? -1 : std::atol(text);
}

bool isProject(int fd) {
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const ssize_t length = ::readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return false;
    path[length] = '\0';
    return std::strstr(path, ".taillight") != nullptr;
}

template <class Function> Function real(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

bool unplugged(int fd) {
    static const long kLimit = setting("TAILLIGHT_FAULT_UNPLUG");
    return kLimit >= 0 && isProject(fd) && ++g_operations > kLimit;
}

bool full(int fd, std::size_t bytes) {
    static const long kSpace = setting("TAILLIGHT_FAULT_SPACE");
    return kSpace >= 0 && isProject(fd) && (g_written += static_cast<long>(bytes)) > kSpace;
}

bool lockless(int fd) {
    static const long kLockless = setting("TAILLIGHT_FAULT_LOCKS");
    return kLockless > 0 && isProject(fd);
}

ssize_t fail(int code) {
    errno = code;
    return -1;
}

using PRead = ssize_t (*)(int, void*, std::size_t, off_t);
using PWrite = ssize_t (*)(int, const void*, std::size_t, off_t);
using Control = int (*)(int, int, ...);

bool isLock(int command) {
    return command == F_SETLK || command == F_SETLKW || command == F_GETLK || command == F_OFD_SETLK;
}

} // namespace

extern "C" {

int flock(int fd, int operation) {
    static const auto kReal = real<int (*)(int, int)>("flock");
    return lockless(fd) ? static_cast<int>(fail(ENOLCK)) : kReal(fd, operation);
}

int fcntl64(int fd, int command, ...) {
    static const auto kReal = real<Control>("fcntl64");
    va_list arguments;
    va_start(arguments, command);
    void* const argument = va_arg(arguments, void*);
    va_end(arguments);
    return isLock(command) && lockless(fd) ? static_cast<int>(fail(EOPNOTSUPP)) : kReal(fd, command, argument);
}

int fcntl(int fd, int command, ...) {
    static const auto kReal = real<Control>("fcntl");
    va_list arguments;
    va_start(arguments, command);
    void* const argument = va_arg(arguments, void*);
    va_end(arguments);
    return isLock(command) && lockless(fd) ? static_cast<int>(fail(EOPNOTSUPP)) : kReal(fd, command, argument);
}

ssize_t pread64(int fd, void* buffer, std::size_t bytes, off64_t offset) {
    static const auto kReal = real<PRead>("pread64");
    return unplugged(fd) ? fail(EIO) : kReal(fd, buffer, bytes, offset);
}

ssize_t pread(int fd, void* buffer, std::size_t bytes, off_t offset) {
    static const auto kReal = real<PRead>("pread");
    return unplugged(fd) ? fail(EIO) : kReal(fd, buffer, bytes, offset);
}

ssize_t pwrite64(int fd, const void* buffer, std::size_t bytes, off64_t offset) {
    static const auto kReal = real<PWrite>("pwrite64");
    if (unplugged(fd))
        return fail(EIO);
    return full(fd, bytes) ? fail(ENOSPC) : kReal(fd, buffer, bytes, offset);
}

ssize_t pwrite(int fd, const void* buffer, std::size_t bytes, off_t offset) {
    static const auto kReal = real<PWrite>("pwrite");
    if (unplugged(fd))
        return fail(EIO);
    return full(fd, bytes) ? fail(ENOSPC) : kReal(fd, buffer, bytes, offset);
}

ssize_t write(int fd, const void* buffer, std::size_t bytes) {
    static const auto kReal = real<ssize_t (*)(int, const void*, std::size_t)>("write");
    if (unplugged(fd))
        return fail(EIO);
    return full(fd, bytes) ? fail(ENOSPC) : kReal(fd, buffer, bytes);
}

} // extern "C"
