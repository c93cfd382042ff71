// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text_check.h"

#include <array>
#include <cstddef>

namespace core::data {
namespace {

using namespace std::string_view_literals;

// Files that may begin with few NUL bytes, or none.
constexpr std::array kBinaryMagic{"\x89PNG\r\n\x1A\n"sv,
                                  "\xFF\xD8\xFF"sv,
                                  "GIF87a"sv,
                                  "GIF89a"sv,
                                  "%PDF-"sv,
                                  "\x7F"
                                  "ELF"sv,
                                  "SQLite format 3\x00"sv,
                                  "PAR1"sv,
                                  "\x1F\x8B\x08"sv,
                                  "\x28\xB5\x2F\xFD"sv,
                                  "PK\x03\x04"sv,
                                  "OggS\x00"sv,
                                  "ARROW1"sv,
                                  "\x89HDF\r\n\x1A\n"sv};

// A few stray NUL bytes are a fault of their rows; more of them mean that this is no text.
constexpr std::size_t kStrayNuls = 8;

/// 0 = no sign of UTF-16, else 'L' or 'B'. Text of mostly ASCII has a NUL in every other byte.
char utf16Order(std::string_view head, const std::array<std::size_t, 2>& nuls) {
    const std::size_t pairs = head.size() / 2;
    if (pairs < 4)
        return 0;
    for (const std::size_t odd : {std::size_t{0}, std::size_t{1}})
        if (nuls[odd] * 10 > pairs * 4 && nuls[1 - odd] * 100 < pairs)
            return odd == 1 ? 'L' : 'B';
    return 0;
}

} // namespace

Status checkText(std::string_view head, const std::string& path) {
    if (head.starts_with("\xFF\xFE\x00\x00"sv) || head.starts_with("\x00\x00\xFE\xFF"sv))
        return Error(ErrorCode::BadEncoding, "its first bytes mark it as UTF-32").inFile(path);
    if (head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv))
        return Error(ErrorCode::BadEncoding, "its first bytes mark it as UTF-16").inFile(path);
    for (const std::string_view magic : kBinaryMagic)
        if (head.starts_with(magic))
            return Error(ErrorCode::FileBinary).inFile(path);
    std::array<std::size_t, 2> nuls{}; // at even and at odd places
    for (auto at = head.find('\0'); at != std::string_view::npos; at = head.find('\0', at + 1))
        ++nuls[at % 2];
    if (utf16Order(head, nuls) != 0)
        return Error(ErrorCode::BadEncoding, "it looks like UTF-16").inFile(path);
    if (nuls[0] + nuls[1] > kStrayNuls)
        return Error(ErrorCode::FileBinary).inFile(path);
    return {};
}

} // namespace core::data
