// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/browse/text_fold.h"

#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>

namespace core::store {
namespace {

constexpr std::array<char, 128> makeAsciiTable() {
    std::array<char, 128> table{};
    for (std::size_t c = 0; c < table.size(); ++c)
        table[c] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return table;
}
constexpr std::array<char, 128> kAsciiLower = makeAsciiTable();

/// CJK, kana, most Hangul: no letter there has a case.
bool caseless(UChar32 c) {
    return (c >= 0x2E80 && c < 0xA640) || (c >= 0xAC00 && c < 0xD800);
}

void appendCharacter(std::string& text, UChar32 c) {
    std::array<std::uint8_t, 4> bytes{};
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, c);
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

void appendFolded(std::string& folded, UChar32 c) {
    std::array<UChar, 2> source{};
    std::int32_t units = 0;
    U16_APPEND_UNSAFE(source.data(), units, c);
    std::array<UChar, 8> target{}; // one character folds to three at most
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t length = u_strFoldCase(target.data(), static_cast<std::int32_t>(target.size()), source.data(),
                                              units, U_FOLD_CASE_DEFAULT, &status);
    if (U_FAILURE(status)) {
        appendCharacter(folded, c);
        return;
    }
    for (std::int32_t i = 0; i < length;) {
        UChar32 one = 0;
        U16_NEXT(target.data(), i, length, one);
        appendCharacter(folded, one);
    }
}

} // namespace

void foldText(std::string_view text, std::string& folded) {
    folded.clear();
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < length;) {
        if (bytes[i] < 0x80) {
            folded += kAsciiLower[bytes[i++]];
            continue;
        }
        const std::int32_t start = i;
        UChar32 c = 0;
        U8_NEXT(bytes, i, length, c);
        if (c < 0 || caseless(c))
            folded.append(text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(i - start)));
        else
            appendFolded(folded, c);
    }
}

std::string foldText(std::string_view text) {
    std::string folded;
    foldText(text, folded);
    return folded;
}

bool foldedContains(std::string_view text, std::string_view needle, std::string& scratch) {
    foldText(text, scratch);
    return std::string_view(scratch).find(needle) != std::string_view::npos;
}

} // namespace core::store
