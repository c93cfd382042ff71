// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/data/byte_source_parts.h"
#include "core/data/utf8.h"

#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <locale.h>
#include <unistd.h>

namespace core::data {
namespace {

using sources::ArchivePointer;
using sources::Descriptor;

Error damaged(archive* a, const std::string& path) {
    const char* reason = archive_error_string(a);
    return Error(ErrorCode::FileTruncated, reason ? reason : "the archive ends too early").inFile(path);
}

Result<ArchivePointer> openArchive(int descriptor, const std::string& path) {
    ArchivePointer archive(archive_read_new());
    if (!archive)
        return Error(ErrorCode::OutOfMemory, "the decompressor could not be set up");
    archive_read_support_format_zip_seekable(archive.get());
    if (archive_read_open_fd(archive.get(), descriptor, sources::kBlock) != ARCHIVE_OK)
        return damaged(archive.get(), path);
    return archive;
}

std::string nameOf(archive_entry* entry) {
    // The bytes as they lie in the archive; libarchive gives none where they are marked as UTF-8 and the locale is not.
    const char* name = archive_entry_pathname(entry);
    if (name != nullptr && isUtf8(name))
        return name;
    const char* utf8 = archive_entry_pathname_utf8(entry);
    return utf8 != nullptr ? utf8 : name != nullptr ? name : "";
}

/// libarchive converts names through the locale of the thread: in the plain "C" locale every name that is not ASCII
/// would be lost.
class Utf8Locale {
public:
    Utf8Locale() : m_locale(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (m_locale != nullptr)
            m_before = ::uselocale(m_locale);
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;
    ~Utf8Locale() {
        if (m_locale == nullptr)
            return;
        ::uselocale(m_before);
        ::freelocale(m_locale);
    }

private:
    locale_t m_locale;
    locale_t m_before = nullptr;
};

/// What an operating system puts beside the files that were meant.
bool isHidden(const std::string& name) {
    const auto slash = name.rfind('/');
    const std::string file = slash == std::string::npos ? name : name.substr(slash + 1);
    return name.starts_with("__MACOSX/") || file.starts_with('.') || file == "Thumbs.db" || file == "desktop.ini";
}

std::string listed(const std::vector<ZipMember>& members) {
    constexpr std::size_t kListed = 20;
    std::string list;
    for (std::size_t i = 0; i < std::min(members.size(), kListed); ++i)
        list += (i > 0 ? ", " : "") + members[i].name;
    return members.size() > kListed ? list + " …" : list;
}

/// Goes to the next entry that is a file; null at the end.
Result<archive_entry*> nextFile(archive* a, const std::string& path) {
    for (;;) {
        archive_entry* entry = nullptr;
        const int code = archive_read_next_header(a, &entry);
        if (code == ARCHIVE_EOF)
            return static_cast<archive_entry*>(nullptr);
        if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
            return damaged(a, path);
        const std::string name = nameOf(entry);
        if (archive_entry_filetype(entry) == AE_IFREG && !name.empty() && name.back() != '/')
            return entry;
    }
}

Result<std::vector<ZipMember>> listMembers(int descriptor, const std::string& path) {
    const Utf8Locale locale;
    TL_TRY(const ArchivePointer archive, openArchive(descriptor, path));
    std::vector<ZipMember> members;
    for (;;) {
        TL_TRY(archive_entry* const entry, nextFile(archive.get(), path));
        if (entry == nullptr)
            return members;
        const bool sized = archive_entry_size_is_set(entry) != 0;
        members.push_back({nameOf(entry), sized ? static_cast<std::int64_t>(archive_entry_size(entry)) : -1});
    }
}

/// The name of the file to read: the one asked for, or the only one that a person put there.
Result<std::string> chooseMember(int descriptor, const std::string& path, const std::string& asked) {
    TL_TRY(std::vector<ZipMember> members, listMembers(descriptor, path));
    if (!asked.empty()) {
        for (const ZipMember& member : members)
            if (member.name == asked)
                return asked;
        return Error(ErrorCode::UnknownChoice, listed(members)).inFile(path).at("member", asked);
    }
    std::erase_if(members, [](const ZipMember& member) { return isHidden(member.name); });
    const auto isBook = [](const ZipMember& member) { return member.name == "xl/workbook.xml"; };
    if (std::any_of(members.begin(), members.end(), isBook))
        return Error(ErrorCode::UnsupportedFormat, "an Excel workbook (.xlsx) as text").inFile(path);
    if (members.empty())
        return Error(ErrorCode::FileEmpty).inFile(path);
    if (members.size() > 1)
        return Error(ErrorCode::UnknownChoice, listed(members)).inFile(path).at("member");
    return members.front().name;
}

/// One file inside a .zip, unpacked as it is read.
class ZipSource final : public ByteSource {
public:
    ZipSource(Descriptor file, std::string path, std::int64_t size)
        : m_file(std::move(file)), m_path(std::move(path)), m_size(size) {}

    Status start(const std::string& asked) {
        const Utf8Locale locale;
        TL_TRY(const std::string name, chooseMember(m_file.get(), m_path, asked));
        if (::lseek(m_file.get(), 0, SEEK_SET) != 0)
            return Error(ErrorCode::FileUnreadable, std::strerror(errno)).inFile(m_path);
        TL_TRY(m_archive, openArchive(m_file.get(), m_path));
        for (;;) {
            TL_TRY(archive_entry* const entry, nextFile(m_archive.get(), m_path));
            if (entry == nullptr)
                return Error(ErrorCode::FileTruncated, "the archive changed while it was read").inFile(m_path);
            if (nameOf(entry) != name)
                continue;
            if (archive_entry_is_data_encrypted(entry) != 0)
                return Error(ErrorCode::UnsupportedFormat, "a ZIP archive with a password").inFile(m_path);
            return {};
        }
    }

    Result<std::size_t> read(std::span<char> buffer) override {
        std::size_t filled = 0;
        while (filled < buffer.size()) {
            const la_ssize_t got = archive_read_data(m_archive.get(), buffer.data() + filled, buffer.size() - filled);
            if (got == ARCHIVE_RETRY)
                continue;
            if (got < 0)
                return damaged(m_archive.get(), m_path);
            if (got == 0)
                break;
            filled += static_cast<std::size_t>(got);
        }
        return filled;
    }
    std::int64_t consumed() const override {
        return std::min<std::int64_t>(archive_filter_bytes(m_archive.get(), -1), m_size);
    }
    std::int64_t fileSize() const override { return m_size; }
    std::string compression() const override { return "zip"; }

private:
    Descriptor m_file;
    std::string m_path;
    std::int64_t m_size;
    ArchivePointer m_archive; // last: closed before the file it reads from
};

} // namespace

Result<std::unique_ptr<ByteSource>> sources::openMember(Descriptor file, const std::string& path, std::int64_t size,
                                                        const std::string& member) {
    auto source = std::make_unique<ZipSource>(std::move(file), path, size);
    TL_CHECK_STATUS(source->start(member));
    return std::unique_ptr<ByteSource>(std::move(source));
}

Result<std::vector<ZipMember>> zipMembers(const std::string& path) {
    TL_CHECK_STATUS(checkReadable(path));
    if (!isZip(path))
        return Error(ErrorCode::UnsupportedFormat, "what is no ZIP archive").inFile(path);
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return Error(ErrorCode::FileUnreadable, std::strerror(errno)).inFile(path);
    return listMembers(file.get(), path);
}

} // namespace core::data
