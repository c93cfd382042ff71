// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace core::text {

/// Appends a code point (at most U+10FFFF, no surrogate) as UTF-8.
inline void appendUtf8(char32_t character, std::string& text) {
    const auto byte = [&text](char32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
    const auto tail = [&byte, character](unsigned shift) { byte(0x80U | ((character >> shift) & 0x3FU)); };
    if (character < 0x80) {
        byte(character);
    } else if (character < 0x800) {
        byte(0xC0U | (character >> 6U));
        tail(0);
    } else if (character < 0x10000) {
        byte(0xE0U | (character >> 12U));
        tail(6);
        tail(0);
    } else {
        byte(0xF0U | (character >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

} // namespace core::text
