// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/byte_source.h"

#include "core/base/file.h"
#include "core/data/gzip_check.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace core::data {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kBlock = std::size_t{1} << 20;

/// Owns a file descriptor.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(Descriptor&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor() {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    int get() const { return m_fd; }

private:
    int m_fd;
};

Result<std::size_t> readDescriptor(int fd, std::span<char> buffer, const std::string& path) {
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        const ssize_t got = ::read(fd, buffer.data() + filled, std::min(buffer.size() - filled, kBlock));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return Error(ErrorCode::FileUnreadable, std::strerror(errno)).inFile(path);
        if (got == 0)
            break;
        filled += static_cast<std::size_t>(got);
    }
    return filled;
}

/// A file as it lies on the disk.
class PlainSource : public ByteSource {
public:
    PlainSource(Descriptor file, std::string path, std::int64_t size, std::string head)
        : m_file(std::move(file)), m_path(std::move(path)), m_size(size), m_head(std::move(head)) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        // The first bytes were read to recognise the compression; pipes could not be wound back for them.
        const std::size_t fromHead = std::min(buffer.size(), m_head.size());
        std::memcpy(buffer.data(), m_head.data(), fromHead);
        m_head.erase(0, fromHead);
        TL_TRY(const std::size_t got, readDescriptor(m_file.get(), buffer.subspan(fromHead), m_path));
        m_consumed += static_cast<std::int64_t>(fromHead + got);
        return fromHead + got;
    }
    std::int64_t consumed() const override { return m_consumed; }
    std::int64_t fileSize() const override { return m_size; }
    std::string compression() const override { return "none"; }

private:
    Descriptor m_file;
    std::string m_path;
    std::int64_t m_size;
    std::string m_head;
    std::int64_t m_consumed = 0;
};

struct ArchiveCloser {
    void operator()(archive* a) const { archive_read_free(a); }
};

/// A file in .gz or .zst, unpacked as it is read.
class ArchiveSource : public ByteSource {
public:
    ArchiveSource(Descriptor file, std::string path, std::int64_t size, std::string head, std::string compression)
        : m_file(std::move(file)),
          m_path(std::move(path)),
          m_size(size),
          m_head(std::move(head)),
          m_compression(std::move(compression)),
          m_block(kBlock) {
        if (m_compression == "gzip")
            m_check.emplace();
    }

    Status start() {
        m_archive.reset(archive_read_new());
        if (!m_archive)
            return Error(ErrorCode::OutOfMemory, "the decompressor could not be set up");
        archive* a = m_archive.get();
        archive_read_support_filter_gzip(a);
        archive_read_support_filter_zstd(a);
        archive_read_support_format_raw(a);
        if (archive_read_open(a, this, nullptr, &ArchiveSource::supply, nullptr) != ARCHIVE_OK)
            return damaged();
        archive_entry* entry = nullptr;
        const int code = archive_read_next_header(a, &entry);
        if (code == ARCHIVE_EOF)
            return Error(ErrorCode::FileEmpty).inFile(m_path);
        return code == ARCHIVE_OK || code == ARCHIVE_WARN ? Status() : damaged();
    }

    Result<std::size_t> read(std::span<char> buffer) override {
        std::size_t filled = 0;
        while (filled < buffer.size()) {
            const la_ssize_t got = archive_read_data(m_archive.get(), buffer.data() + filled, buffer.size() - filled);
            if (got == ARCHIVE_RETRY)
                continue;
            if (got < 0)
                return damaged();
            if (got == 0)
                return atEnd(filled);
            if (m_check)
                m_check->addPlain({buffer.data() + filled, static_cast<std::size_t>(got)});
            filled += static_cast<std::size_t>(got);
        }
        return filled;
    }
    std::int64_t consumed() const override { return archive_filter_bytes(m_archive.get(), -1); }
    std::int64_t fileSize() const override { return m_size; }
    std::string compression() const override { return m_compression; }

private:
    Result<std::size_t> atEnd(std::size_t filled) const {
        if (m_check && m_check->damaged())
            return Error(ErrorCode::FileTruncated, "its checksum does not match its content").inFile(m_path);
        return filled;
    }
    Error damaged() const {
        if (m_readError)
            return *m_readError;
        const char* reason = archive_error_string(m_archive.get());
        // libarchive gives no text when the trailer of a gzip stream is cut off.
        return Error(ErrorCode::FileTruncated, reason ? reason : "the compressed data ends too early").inFile(m_path);
    }

    static la_ssize_t supply(archive*, void* self, const void** block) {
        auto& source = *static_cast<ArchiveSource*>(self);
        const std::size_t fromHead = source.m_head.size();
        std::memcpy(source.m_block.data(), source.m_head.data(), fromHead);
        source.m_head.clear();
        auto got = readDescriptor(source.m_file.get(), std::span(source.m_block).subspan(fromHead), source.m_path);
        if (!got.ok()) {
            source.m_readError = got.error();
            return ARCHIVE_FATAL;
        }
        *block = source.m_block.data();
        if (source.m_check)
            source.m_check->addPacked({source.m_block.data(), fromHead + *got});
        return static_cast<la_ssize_t>(fromHead + *got);
    }

    Descriptor m_file;
    std::string m_path;
    std::int64_t m_size;
    std::string m_head;
    std::string m_compression;
    std::vector<char> m_block;
    std::optional<Error> m_readError;
    std::optional<GzipCheck> m_check;
    std::unique_ptr<archive, ArchiveCloser> m_archive; // last: closed before the block it reads from
};

struct Packing {
    std::string_view magic;
    const char* name;
};

// Packed formats that people hand in as if they were tables; the names complete "… cannot be read".
constexpr std::array kUnsupported{
    Packing{"PK\x03\x04"sv, "a ZIP archive or Excel workbook (.zip, .xlsx)"},
    Packing{"\xFD\x37\x7A\x58\x5A\x00"sv, "an .xz file"},
    Packing{"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    Packing{"Rar!\x1A\x07"sv, "a RAR archive"},
    Packing{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Office file (.xls, .doc)"},
};

bool isBzip2(std::string_view head) {
    return head.size() >= 10 && head.starts_with("BZh") && head.substr(4, 6) == "1AY&SY";
}

/// "none", "gzip" or "zstd".
std::string compressionOf(std::string_view head) {
    if (head.starts_with("\x1F\x8B\x08"))
        return "gzip";
    if (head.starts_with("\x28\xB5\x2F\xFD"))
        return "zstd";
    // A skippable frame may come first (pzstd writes one): magic 0x184D2A50 … 5F.
    const bool skippable = head.size() >= 4 && (static_cast<unsigned char>(head[0]) & 0xF0U) == 0x50U &&
                           head.substr(1, 3) == "\x2A\x4D\x18";
    return skippable ? "zstd" : "none";
}

} // namespace

Result<std::unique_ptr<ByteSource>> ByteSource::open(const std::string& path) {
    TL_CHECK_STATUS(checkReadable(path));
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return Error(ErrorCode::FileUnreadable, std::strerror(errno)).inFile(path);
    struct stat info {};
    if (::fstat(file.get(), &info) != 0)
        return Error(ErrorCode::FileUnreadable, std::strerror(errno)).inFile(path);
    std::string head(16, '\0');
    TL_TRY(const std::size_t got, readDescriptor(file.get(), head, path));
    head.resize(got);
    if (head.empty())
        return Error(ErrorCode::FileEmpty).inFile(path);
    for (const Packing& packing : kUnsupported)
        if (head.starts_with(packing.magic))
            return Error(ErrorCode::UnsupportedFormat, packing.name).inFile(path);
    if (isBzip2(head))
        return Error(ErrorCode::UnsupportedFormat, "a .bz2 file").inFile(path);
    const auto size = static_cast<std::int64_t>(info.st_size);
    std::string compression = compressionOf(head);
    if (compression == "none")
        return std::unique_ptr<ByteSource>(std::make_unique<PlainSource>(std::move(file), path, size, std::move(head)));
    auto source = std::make_unique<ArchiveSource>(std::move(file), path, size, std::move(head), std::move(compression));
    TL_CHECK_STATUS(source->start());
    return std::unique_ptr<ByteSource>(std::move(source));
}

} // namespace core::data
