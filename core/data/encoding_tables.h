// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Characters of the encodings that are read, private to core/data/encoding*.
namespace core::data::encodings {

enum class Charset { Utf16Le, Utf16Be, Gb18030, Big5, ShiftJis, Latin1 };

constexpr std::uint8_t byteAt(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]);
}

/// A charset of one and two bytes a character that begins with ASCII. Filled once from the system's iconv.
struct ByteTable {
    static constexpr std::size_t kFirstTrail = 0x40;
    static constexpr std::size_t kTrails = 0x100 - kFirstTrail;
    std::array<char32_t, 128> single{};                    ///< of byte 0x80 + i; 0 = none
    std::array<std::array<char32_t, kTrails>, 128> pair{}; ///< of lead 0x80 + i; 0 = none
    char32_t pairOf(std::uint8_t lead, std::uint8_t trail) const {
        return trail < kFirstTrail ? 0 : pair[lead - 0x80U][trail - kFirstTrail];
    }
};
const ByteTable& tableOf(Charset charset); ///< not for UTF-16

/// The character of a four-byte sequence of GB18030; 0 = none. Its form (81–FE, 30–39, 81–FE, 30–39) must be right.
char32_t fourByteCharacter(std::string_view bytes);
bool isFourByteForm(std::string_view bytes); ///< of at least four bytes

/// Appends a character in UTF-8.
inline char* putUtf8(char* out, char32_t c) {
    const auto put = [&out](char32_t byte) { *out++ = static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | c >> 6);
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | c >> 12);
        put(0x80U | (c >> 6 & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | c >> 18);
        put(0x80U | (c >> 12 & 0x3FU));
        put(0x80U | (c >> 6 & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
    return out;
}

/// How many bytes from the front are ASCII.
std::size_t asciiLength(const char* bytes, std::size_t size);

} // namespace core::data::encodings
