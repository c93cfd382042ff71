// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/privacy/new_file.h"
#include "core/privacy/seal.h"

#include <sodium.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace core::privacy {
namespace {

constexpr std::size_t kBlock = 1U << 20U;

Status overwrite(int fd, std::uint64_t size, const std::string& path, JobContext* job) {
    startSodium();
    // One seed and a stream cipher: as good as fresh random numbers here, and as fast as the disk.
    unsigned char seed[randombytes_SEEDBYTES];
    std::vector<unsigned char> block(kBlock);
    for (std::uint64_t done = 0; done < size;) {
        randombytes_buf(seed, sizeof seed);
        randombytes_buf_deterministic(block.data(), block.size(), seed);
        const auto length = static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, size - done));
        TL_CHECK_STATUS(writeFully(fd, {block.data(), length}, path));
        done += length;
        if (job != nullptr)
            job->report(static_cast<std::int64_t>(done));
    }
    if (::fsync(fd) != 0)
        return writeError(path, errno);
    return {};
}

} // namespace

Status shredFile(const std::string& path, JobContext* job) {
    struct stat info {};
    if (::lstat(path.c_str(), &info) != 0)
        return errno == ENOENT ? Status() : Status(writeError(path, errno));
    // A link is removed, and what it leads to left alone.
    if (S_ISREG(info.st_mode)) {
        if (job != nullptr)
            job->begin(TL_NOOP("Job", "Overwriting what lay open"), static_cast<std::int64_t>(info.st_size), "bytes");
        const OpenFile file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
        if (!file.valid())
            return writeError(path, errno);
        TL_CHECK_STATUS(overwrite(file.get(), static_cast<std::uint64_t>(info.st_size), path, job));
        if (::ftruncate(file.get(), 0) != 0)
            return writeError(path, errno);
    }
    if (::unlink(path.c_str()) != 0 && errno != ENOENT)
        return writeError(path, errno);
    return {};
}

} // namespace core::privacy
