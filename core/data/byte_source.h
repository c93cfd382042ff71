// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace core::data {

/// Reads a file as a stream of bytes, plain or inside .gz / .zst (recognised by content, through libarchive).
/// Used by one thread at a time.
class ByteSource {
public:
    /// FileNotFound, IsDirectory, FileUnreadable, FileEmpty, FileTruncated, UnsupportedFormat (.zip, .xlsx, .xz, .bz2
    /// …).
    static Result<std::unique_ptr<ByteSource>> open(const std::string& path);
    virtual ~ByteSource() = default;

    /// Fills `buffer` as far as it can; 0 = end of data. FileTruncated when a compressed stream is damaged
    /// (checksums are verified).
    virtual Result<std::size_t> read(std::span<char> buffer) = 0;
    /// Bytes of the file on disk consumed so far, for progress against fileSize().
    virtual std::int64_t consumed() const = 0;
    virtual std::int64_t fileSize() const = 0;
    /// "none", "gzip", "zstd".
    virtual std::string compression() const = 0;
};

} // namespace core::data
