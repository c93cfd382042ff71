// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/byte_source.h"

#include <archive.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

/// The parts of ByteSource::open(), private to it.
namespace core::data::sources {

constexpr std::size_t kBlock = std::size_t{1} << 20;

/// Owns a file descriptor.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(Descriptor&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor();
    int get() const { return m_fd; }

private:
    int m_fd;
};

struct ArchiveCloser {
    void operator()(archive* a) const { archive_read_free(a); }
};
using ArchivePointer = std::unique_ptr<archive, ArchiveCloser>;

/// "none", "gzip", "zstd", "xz", "bzip2" from the first bytes of a stream; sixteen are enough.
std::string compressionOf(std::string_view head);

/// Unpacks what `packed` holds. FileEmpty, FileTruncated.
Result<std::unique_ptr<ByteSource>> unpack(std::unique_ptr<ByteSource> packed, const std::string& compression,
                                           const std::string& path);

/// A file inside the .zip that `file` stands at the beginning of.
Result<std::unique_ptr<ByteSource>> openMember(Descriptor file, const std::string& path, std::int64_t size,
                                               const std::string& member);

} // namespace core::data::sources
