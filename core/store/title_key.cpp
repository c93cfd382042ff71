// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/title_key.h"

#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <limits>

namespace core::store {

TitleKey::TitleKey() {
    UErrorCode status = U_ZERO_ERROR;
    // The root locale: the key must not depend on where the program runs (Turkish has other lower-case letters).
    m_caseMap = ucasemap_open("", 0, &status);
    if (U_FAILURE(status) != 0) {
        ucasemap_close(m_caseMap);
        m_caseMap = nullptr;
    }
}

TitleKey::~TitleKey() {
    ucasemap_close(m_caseMap);
}

std::string TitleKey::lowered(std::string_view title) {
    constexpr auto kLongest = static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max() / 4);
    if (m_caseMap != nullptr && title.size() <= kLongest) {
        const auto length = static_cast<std::int32_t>(title.size());
        std::string result(title.size() + 16, '\0');
        for (int attempt = 0; attempt < 2; ++attempt) {
            UErrorCode status = U_ZERO_ERROR;
            const std::int32_t needed = ucasemap_utf8ToLower(
                m_caseMap, result.data(), static_cast<std::int32_t>(result.size()), title.data(), length, &status);
            if (U_SUCCESS(status) != 0) {
                result.resize(static_cast<std::size_t>(needed));
                return result;
            }
            if (status != U_BUFFER_OVERFLOW_ERROR)
                break;
            result.resize(static_cast<std::size_t>(needed));
        }
    }
    std::string result(title);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

std::string TitleKey::operator()(std::string_view title) {
    const std::string text = lowered(title);
    std::string key;
    key.reserve(text.size());
    bool space = false;
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t start = at;
        UChar32 character = 0;
        U8_NEXT(text.data(), at, size, character);
        if (character >= 0 && u_isUWhiteSpace(character) != 0) {
            space = true;
            continue;
        }
        if (space && !key.empty())
            key += ' ';
        space = false;
        key.append(text, static_cast<std::size_t>(start), static_cast<std::size_t>(at - start));
    }
    return key;
}

} // namespace core::store
