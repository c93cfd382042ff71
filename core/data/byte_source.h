// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace core::data {

/// Reads a file as a stream of bytes: plain, inside .gz .zst .xz .bz2, or a member of a .zip (all recognised by
/// content, unpacked by libarchive). A packed member of a .zip is unpacked too. Used by one thread at a time.
class ByteSource {
public:
    /// `member` names a file inside a .zip; empty = the only one there. FileNotFound, IsDirectory, FileUnreadable,
    /// FileEmpty, FileTruncated, UnsupportedFormat (7-Zip, RAR, old Office files, archives with a password; workbooks
    /// unless a member is named), UnknownChoice for a member that is not there or must be chosen.
    static Result<std::unique_ptr<ByteSource>> open(const std::string& path, const std::string& member = {});
    virtual ~ByteSource() = default;

    /// Fills `buffer` as far as it can; 0 = end of data. FileTruncated when a compressed stream is damaged
    /// (checksums are verified).
    virtual Result<std::size_t> read(std::span<char> buffer) = 0;
    /// Bytes of the file on disk consumed so far, for progress against fileSize().
    virtual std::int64_t consumed() const = 0;
    virtual std::int64_t fileSize() const = 0;
    /// "none", "gzip", "zstd", "xz", "bzip2", "zip".
    virtual std::string compression() const = 0;
};

/// A file inside a .zip.
struct ZipMember {
    std::string name;       ///< with its folders, in UTF-8
    std::int64_t size = -1; ///< unpacked, in bytes; -1 = the archive does not say
};

/// The files in a .zip in the order of its directory, without folders. Errors of ByteSource::open; UnsupportedFormat
/// when `path` is no .zip.
Result<std::vector<ZipMember>> zipMembers(const std::string& path);

/// Whether the file begins as a .zip does (workbooks are .zip files too). False when it cannot be read.
bool isZip(const std::string& path);

} // namespace core::data
