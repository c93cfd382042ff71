// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file_digest.h"

#include "core/store/hash.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <unistd.h>
#include <vector>

namespace core::store {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 18;

/// Closes the file.
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

std::string hexOf(const XXH128_hash_t& hash) {
    XXH128_canonical_t bytes;
    XXH128_canonicalFromHash(&bytes, hash);
    constexpr char kHex[] = "0123456789abcdef";
    std::string text = "xxh3:";
    for (const unsigned char byte : bytes.digest) {
        text += kHex[byte >> 4U];
        text += kHex[byte & 15U];
    }
    return text;
}

} // namespace

Result<std::string> fileDigest(const std::string& path, const std::function<bool()>& cancelled) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    if (!state)
        return Error(ErrorCode::OutOfMemory, "a digest");
    XXH3_128bits_reset(state.get());
    std::vector<char> block(kBlock);
    while (file.get() >= 0) {
        if (cancelled())
            return Error(ErrorCode::Cancelled);
        const ssize_t got = ::read(file.get(), block.data(), block.size());
        if (got == 0)
            return hexOf(XXH3_128bits_digest(state.get()));
        if (got < 0 && errno != EINTR)
            break;
        if (got > 0)
            XXH3_128bits_update(state.get(), block.data(), static_cast<std::size_t>(got));
    }
    return Error(ErrorCode::FileUnreadable, std::strerror(errno)).inFile(path);
}

} // namespace core::store
