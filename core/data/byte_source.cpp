// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/byte_source.h"

#include "core/base/file.h"
#include "core/data/byte_source_parts.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace core::data {
namespace {

using namespace std::string_view_literals;
using sources::Descriptor;

constexpr std::size_t kHead = 16; ///< bytes that tell how a stream is packed

/// A file as it lies on the disk.
class PlainSource final : public ByteSource {
public:
    PlainSource(Descriptor file, std::string path, std::int64_t size)
        : m_file(std::move(file)), m_path(std::move(path)), m_size(size) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        std::size_t filled = 0;
        while (filled < buffer.size()) {
            const std::size_t most = std::min(buffer.size() - filled, sources::kBlock);
            const ssize_t got = ::read(m_file.get(), buffer.data() + filled, most);
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return Error(ErrorCode::FileUnreadable, std::strerror(errno)).inFile(m_path);
            if (got == 0)
                break;
            filled += static_cast<std::size_t>(got);
        }
        m_consumed += static_cast<std::int64_t>(filled);
        return filled;
    }
    std::int64_t consumed() const override { return m_consumed; }
    std::int64_t fileSize() const override { return m_size; }
    std::string compression() const override { return "none"; }

    Descriptor release() { return std::move(m_file); }

private:
    Descriptor m_file;
    std::string m_path;
    std::int64_t m_size;
    std::int64_t m_consumed = 0;
};

/// A stream whose first bytes were read to recognise what it holds: gives them again, then the rest.
class PeekedSource final : public ByteSource {
public:
    PeekedSource(std::string head, std::unique_ptr<ByteSource> rest)
        : m_head(std::move(head)), m_rest(std::move(rest)) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        const std::size_t fromHead = std::min(buffer.size(), m_head.size());
        std::memcpy(buffer.data(), m_head.data(), fromHead);
        m_head.erase(0, fromHead);
        if (fromHead == buffer.size())
            return fromHead;
        TL_TRY(const std::size_t got, m_rest->read(buffer.subspan(fromHead)));
        return fromHead + got;
    }
    std::int64_t consumed() const override { return m_rest->consumed(); }
    std::int64_t fileSize() const override { return m_rest->fileSize(); }
    std::string compression() const override { return m_rest->compression(); }

private:
    std::string m_head;
    std::unique_ptr<ByteSource> m_rest;
};

struct Packing {
    std::string_view magic;
    const char* name;
};

// Packed formats that people hand in as if they were tables; the names complete "… cannot be read".
constexpr std::array kUnsupported{
    Packing{"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    Packing{"Rar!\x1A\x07"sv, "a RAR archive"},
    Packing{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Office file (.xls, .doc)"},
};

constexpr std::string_view kEmptyZip = "PK\x05\x06"; ///< the directory of an archive without files

bool startsAsZip(std::string_view head) {
    return head.starts_with("PK\x03\x04"sv);
}

/// A plain file with its size, and its first bytes.
struct Opened {
    std::unique_ptr<PlainSource> file;
    std::string head;
};

Result<Opened> openPlain(const std::string& path) {
    TL_CHECK_STATUS(checkReadable(path));
    Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (descriptor.get() < 0)
        return Error(ErrorCode::FileUnreadable, std::strerror(errno)).inFile(path);
    struct stat info {};
    if (::fstat(descriptor.get(), &info) != 0)
        return Error(ErrorCode::FileUnreadable, std::strerror(errno)).inFile(path);
    Opened opened;
    opened.file = std::make_unique<PlainSource>(std::move(descriptor), path, static_cast<std::int64_t>(info.st_size));
    opened.head.resize(kHead);
    TL_TRY(const std::size_t got, opened.file->read(opened.head));
    opened.head.resize(got);
    if (opened.head.empty())
        return Error(ErrorCode::FileEmpty).inFile(path);
    return opened;
}

/// What stands in `source` behind `head`, unpacked where it is packed.
Result<std::unique_ptr<ByteSource>> withHead(std::string head, std::unique_ptr<ByteSource> source,
                                             const std::string& path) {
    const std::string compression = sources::compressionOf(head);
    auto whole = std::make_unique<PeekedSource>(std::move(head), std::move(source));
    if (compression == "none")
        return std::unique_ptr<ByteSource>(std::move(whole));
    return sources::unpack(std::move(whole), compression, path);
}

} // namespace

sources::Descriptor::~Descriptor() {
    if (m_fd >= 0)
        ::close(m_fd);
}

Result<std::unique_ptr<ByteSource>> ByteSource::open(const std::string& path, const std::string& member) {
    TL_TRY(Opened opened, openPlain(path));
    for (const Packing& packing : kUnsupported)
        if (opened.head.starts_with(packing.magic))
            return Error(ErrorCode::UnsupportedFormat, packing.name).inFile(path);
    if (opened.head.starts_with(kEmptyZip))
        return Error(ErrorCode::FileEmpty).inFile(path);
    if (startsAsZip(opened.head)) {
        const std::int64_t size = opened.file->fileSize();
        Descriptor descriptor = opened.file->release();
        if (::lseek(descriptor.get(), 0, SEEK_SET) != 0)
            return Error(ErrorCode::FileUnreadable, std::strerror(errno)).inFile(path);
        TL_TRY(auto inside, sources::openMember(std::move(descriptor), path, size, member));
        std::string head(kHead, '\0');
        TL_TRY(const std::size_t got, inside->read(head));
        if (got == 0)
            return Error(ErrorCode::FileEmpty).inFile(path);
        head.resize(got);
        return withHead(std::move(head), std::move(inside), path);
    }
    if (!member.empty())
        return Error(ErrorCode::Usage, path + " is no ZIP archive, so there is no file “" + member + "” inside it.");
    return withHead(std::move(opened.head), std::move(opened.file), path);
}

bool isZip(const std::string& path) {
    const auto opened = openPlain(path);
    return opened.ok() && startsAsZip(opened->head);
}

} // namespace core::data
