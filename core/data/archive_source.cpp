// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/byte_source_parts.h"
#include "core/data/gzip_check.h"

#include <archive_entry.h>

#include <optional>
#include <vector>

namespace core::data::sources {
namespace {

/// A packed stream, unpacked as it is read.
class ArchiveSource final : public ByteSource {
public:
    ArchiveSource(std::unique_ptr<ByteSource> packed, std::string path, std::string compression)
        : m_packed(std::move(packed)), m_path(std::move(path)), m_compression(std::move(compression)), m_block(kBlock) {
        if (m_compression == "gzip")
            m_check.emplace();
    }

    Status start() {
        m_archive.reset(archive_read_new());
        if (!m_archive)
            return Error(ErrorCode::OutOfMemory, "the decompressor could not be set up");
        archive* a = m_archive.get();
        if (m_compression == "gzip")
            archive_read_support_filter_gzip(a);
        else if (m_compression == "zstd")
            archive_read_support_filter_zstd(a);
        else if (m_compression == "xz")
            archive_read_support_filter_xz(a);
        else
            archive_read_support_filter_bzip2(a);
        archive_read_support_format_raw(a);
        if (archive_read_open(a, this, nullptr, &ArchiveSource::supply, nullptr) != ARCHIVE_OK)
            return damaged();
        archive_entry* entry = nullptr;
        const int code = archive_read_next_header(a, &entry);
        if (code == ARCHIVE_EOF)
            return Error(ErrorCode::FileEmpty).inFile(m_path);
        if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
            return damaged();
        // Without a filter the raw format would hand out the packed bytes as if they were the text.
        return archive_filter_count(a) > 1 ? Status() : damaged();
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
    std::int64_t consumed() const override { return m_packed->consumed(); }
    std::int64_t fileSize() const override { return m_packed->fileSize(); }
    std::string compression() const override {
        const std::string outer = m_packed->compression();
        return outer == "none" ? m_compression : outer;
    }

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
        auto got = source.m_packed->read(source.m_block);
        if (!got.ok()) {
            source.m_readError = got.error();
            return ARCHIVE_FATAL;
        }
        *block = source.m_block.data();
        if (source.m_check)
            source.m_check->addPacked({source.m_block.data(), *got});
        return static_cast<la_ssize_t>(*got);
    }

    std::unique_ptr<ByteSource> m_packed;
    std::string m_path;
    std::string m_compression;
    std::vector<char> m_block;
    std::optional<Error> m_readError;
    std::optional<GzipCheck> m_check;
    ArchivePointer m_archive; // last: closed before the block it reads from
};

bool isBzip2(std::string_view head) {
    // "BZh", the size of a block, then the magic of a block, or that of the end in a file of nothing.
    return head.size() >= 10 && head.starts_with("BZh") && head[3] >= '1' && head[3] <= '9' &&
           (head.substr(4, 6) == "1AY&SY" || head.substr(4, 6) == "\x17\x72\x45\x38\x50\x90");
}

} // namespace

std::string compressionOf(std::string_view head) {
    using namespace std::string_view_literals;
    if (head.starts_with("\x1F\x8B\x08"))
        return "gzip";
    if (head.starts_with("\x28\xB5\x2F\xFD"))
        return "zstd";
    if (head.starts_with("\xFD\x37\x7A\x58\x5A\x00"sv))
        return "xz";
    if (isBzip2(head))
        return "bzip2";
    // A skippable frame may come first (pzstd writes one): magic 0x184D2A50 … 5F.
    const bool skippable = head.size() >= 4 && (static_cast<unsigned char>(head[0]) & 0xF0U) == 0x50U &&
                           head.substr(1, 3) == "\x2A\x4D\x18";
    return skippable ? "zstd" : "none";
}

Result<std::unique_ptr<ByteSource>> unpack(std::unique_ptr<ByteSource> packed, const std::string& compression,
                                           const std::string& path) {
    auto source = std::make_unique<ArchiveSource>(std::move(packed), path, compression);
    TL_CHECK_STATUS(source->start());
    return std::unique_ptr<ByteSource>(std::move(source));
}

} // namespace core::data::sources
