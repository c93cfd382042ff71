// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text_check.h"

#include <algorithm>
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

/// Whether all 16-bit units are characters that text has: ASCII that can be seen, line ends among it, and mostly Han,
/// kana, Hangul, full-width forms or surrogates beside it.
bool isUtf16Text(std::string_view bytes, bool littleEndian) {
    std::size_t lineEnds = 0;
    std::size_t ascii = 0;
    std::size_t eastAsian = 0;
    std::size_t other = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        const unsigned unit = littleEndian ? first | second << 8U : second | first << 8U;
        if (unit < 0x20 && unit != '\t' && unit != '\n' && unit != '\r')
            return false;
        lineEnds += unit == '\n' || unit == '\r' ? 1 : 0;
        if (unit < 0x80)
            ++ascii;
        else if ((unit >= 0x2E80 && unit <= 0xDFFF) || unit >= 0xF900 || (unit >= 0x2010 && unit <= 0x2030))
            ++eastAsian;
        else
            ++other;
    }
    return lineEnds > 0 && other * 10 <= ascii + eastAsian;
}

} // namespace

Status checkMagic(std::string_view head, const std::string& path) {
    for (const std::string_view magic : kBinaryMagic)
        if (head.starts_with(magic))
            return Error(ErrorCode::FileBinary).inFile(path);
    return {};
}

char utf16Order(std::string_view head) {
    const std::size_t pairs = head.size() / 2;
    std::array<std::size_t, 2> nuls{}; // at even and at odd places
    for (auto at = head.find('\0'); at != std::string_view::npos; at = head.find('\0', at + 1))
        ++nuls[at % 2];
    if (pairs < 4 || nuls[0] + nuls[1] < 2)
        return 0;
    for (const std::size_t odd : {std::size_t{0}, std::size_t{1}}) {
        // Mostly ASCII has a zero in every other byte, Chinese text only in its delimiters and line ends. Few zeros
        // prove nothing by themselves, so every unit must then make sense.
        if (nuls[1 - odd] * 100 > nuls[odd])
            continue;
        const bool manyZeros = nuls[odd] * 10 > pairs * 4;
        if (manyZeros || (nuls[odd] * 50 > pairs && isUtf16Text(head.substr(0, 2 * pairs), odd == 1)))
            return odd == 1 ? 'L' : 'B';
    }
    return 0;
}

Status checkText(std::string_view head, const std::string& path) {
    TL_CHECK_STATUS(checkMagic(head, path));
    if (static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0')) > kStrayNuls)
        return Error(ErrorCode::FileBinary).inFile(path);
    return {};
}

} // namespace core::data
