// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/normalise.h"

#include "core/text/html.h"
#include "core/text/stop_words.h"
#include "core/text/utf8_append.h"

#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <limits>

namespace core::text {
namespace {

/// ICU counts in 32 bits; a text that may grow eightfold must still fit. No title is that long.
constexpr auto kLongest = static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max() / 16);

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Calls `visit(character, bytes)` for each character; bytes that are no UTF-8 come as −1.
template <class Visit> void forEachCharacter(std::string_view text, Visit visit) {
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t start = at;
        UChar32 character = 0;
        U8_NEXT(text.data(), at, size, character);
        visit(character, text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start)));
    }
}

std::string halfWidth(std::string_view text) {
    constexpr UChar32 kFirst = 0xFF01, kLast = 0xFF5E, kSpace = 0x3000, kShift = 0xFEE0;
    std::string result;
    result.reserve(text.size());
    forEachCharacter(text, [&result](UChar32 character, std::string_view bytes) {
        if (character >= kFirst && character <= kLast)
            result += static_cast<char>(character - kShift);
        else if (character == kSpace)
            result += ' ';
        else
            result += bytes;
    });
    return result;
}

bool wordLike(UChar32 character) {
    return character >= 0 && u_isalnum(character) != 0;
}

/// Whether a mark between these two characters belongs to a number or a word.
bool belongs(UChar32 mark, UChar32 before, UChar32 after) {
    if (mark == '.' || mark == ',')
        return before >= 0 && after >= 0 && u_isdigit(before) != 0 && u_isdigit(after) != 0;
    if (mark == '\'' || mark == 0x2019)
        return wordLike(before) && wordLike(after);
    return mark == '%' || mark == '&' || mark == '#' ||
           mark == '@'; // 100%, R&D, C#: of category Po, but they say something
}

std::string withoutPunctuation(std::string_view text) {
    struct Character {
        UChar32 character;
        std::string_view bytes;
    };
    std::vector<Character> characters;
    characters.reserve(text.size());
    forEachCharacter(text, [&](UChar32 c, std::string_view bytes) { characters.push_back({c, bytes}); });
    constexpr std::uint32_t kMarks = U_GC_P_MASK | U_GC_SO_MASK;
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const UChar32 c = characters[i].character;
        const bool mark = c >= 0 && (U_GET_GC_MASK(c) & kMarks) != 0;
        const UChar32 before = i > 0 ? characters[i - 1].character : -1;
        const UChar32 after = i + 1 < characters.size() ? characters[i + 1].character : -1;
        if (mark && !belongs(c, before, after))
            result += ' ';
        else
            result += characters[i].bytes;
    }
    return result;
}

std::string withTidySpaces(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    bool space = false;
    forEachCharacter(text, [&](UChar32 character, std::string_view bytes) {
        if (character >= 0 && (u_isUWhiteSpace(character) != 0 || character == 0xFEFF || character == 0x200B)) {
            space = true;
            return;
        }
        if (space && !result.empty())
            result += ' ';
        space = false;
        result += bytes;
    });
    return result;
}

} // namespace

struct Normaliser::Parts {
    NormaliseConfig config;
    StopWords stopWords;
    const UNormalizer2* nfkc = nullptr; ///< ICU's own
    UCaseMap* caseMap = nullptr;
    UBreakIterator* words = nullptr;

    ~Parts() {
        ucasemap_close(caseMap);
        ubrk_close(words);
    }
    std::string lowered(std::string_view text) const;
    std::string composed(std::string_view text) const;
    std::string withoutStopWords(std::string_view text) const;
};

std::string Normaliser::Parts::lowered(std::string_view text) const {
    std::string result(text.size() + 16, '\0');
    for (int attempt = 0; attempt < 2; ++attempt) {
        UErrorCode status = U_ZERO_ERROR;
        const std::int32_t needed =
            ucasemap_utf8ToLower(caseMap, result.data(), static_cast<std::int32_t>(result.size()), text.data(),
                                 static_cast<std::int32_t>(text.size()), &status);
        result.resize(static_cast<std::size_t>(std::max(needed, 0)));
        if (U_SUCCESS(status) != 0)
            return result;
        if (status != U_BUFFER_OVERFLOW_ERROR)
            break;
    }
    return std::string(text);
}

std::string Normaliser::Parts::composed(std::string_view text) const {
    std::u16string wide(text.size() + 1, u'\0');
    std::int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8WithSub(wide.data(), static_cast<std::int32_t>(wide.size()), &length, text.data(),
                         static_cast<std::int32_t>(text.size()), 0xFFFD, nullptr, &status);
    wide.resize(static_cast<std::size_t>(length));
    std::u16string form(wide.size() + 16, u'\0');
    for (int attempt = 0; attempt < 2 && U_SUCCESS(status) != 0; ++attempt) {
        length = unorm2_normalize(nfkc, wide.data(), static_cast<std::int32_t>(wide.size()), form.data(),
                                  static_cast<std::int32_t>(form.size()), &status);
        if (status != U_BUFFER_OVERFLOW_ERROR)
            break;
        status = U_ZERO_ERROR;
        form.resize(static_cast<std::size_t>(length));
    }
    constexpr std::int32_t kBytesPerUnit = 3;
    std::string result(static_cast<std::size_t>(length) * kBytesPerUnit + 1, '\0');
    std::int32_t bytes = 0;
    u_strToUTF8WithSub(result.data(), static_cast<std::int32_t>(result.size()), &bytes, form.data(), length, 0xFFFD,
                       nullptr, &status);
    if (U_FAILURE(status) != 0)
        return std::string(text);
    result.resize(static_cast<std::size_t>(bytes));
    return result;
}

std::string Normaliser::Parts::withoutStopWords(std::string_view text) const {
    UErrorCode status = U_ZERO_ERROR;
    UText* const source = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    ubrk_setUText(words, source, &status);
    std::string result;
    result.reserve(text.size());
    std::int32_t start = ubrk_first(words);
    for (std::int32_t end = ubrk_next(words); U_SUCCESS(status) != 0 && end != UBRK_DONE; end = ubrk_next(words)) {
        const std::string_view word =
            text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
        if (!stopWords.contains(lowered(word)))
            result += word;
        else if (!result.empty() && result.back() != ' ' && static_cast<unsigned char>(result.back()) < 0x80)
            result += ' '; // "cup of tea" must not become "cuptea" where the spaces go too
        start = end;
    }
    utext_close(source);
    return U_SUCCESS(status) != 0 ? result : std::string(text);
}

Normaliser::Normaliser(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Normaliser::Normaliser(Normaliser&& other) noexcept = default;
Normaliser& Normaliser::operator=(Normaliser&& other) noexcept = default;
Normaliser::~Normaliser() = default;

Result<Normaliser> Normaliser::make(const NormaliseConfig& config) {
    auto parts = std::make_unique<Parts>();
    parts->config = config;
    const bool stops = config.stopEnglish || config.stopChinese || !config.stopFile.empty();
    if (!config.stopFile.empty()) {
        TL_CHECK_STATUS(parts->stopWords.addFile(config.stopFile));
    } else {
        if (config.stopEnglish)
            parts->stopWords.addBuiltIn("en");
        if (config.stopChinese)
            parts->stopWords.addBuiltIn("zh");
    }
    UErrorCode status = U_ZERO_ERROR;
    // The root locale: the result must not depend on where the program runs.
    parts->caseMap = ucasemap_open("", 0, &status);
    if (config.nfkc)
        parts->nfkc = unorm2_getNFKCInstance(&status);
    if (stops)
        parts->words = ubrk_open(UBRK_WORD, "", nullptr, 0, &status); // its dictionary knows Chinese words
    if (U_FAILURE(status) != 0)
        return Error(ErrorCode::Internal, std::string("ICU: ") + u_errorName(status));
    return Normaliser(std::move(parts));
}

std::string Normaliser::operator()(std::string_view text) {
    std::string result(text);
    if (text.size() > kLongest)
        return result;
    const NormaliseConfig& config = m_parts->config;
    if (config.htmlTags && result.find('<') != std::string::npos)
        result = withoutTags(result);
    if (config.htmlEntities && result.find('&') != std::string::npos)
        result = withoutEntities(result);
    const bool ascii = isAscii(result);
    if (config.nfkc && !ascii)
        result = m_parts->composed(result);
    if (config.fullWidth && !ascii)
        result = halfWidth(result);
    if (config.lowerCase)
        result = m_parts->lowered(result);
    if (config.punctuation)
        result = withoutPunctuation(result);
    if (m_parts->words != nullptr && !m_parts->stopWords.empty())
        result = m_parts->withoutStopWords(result);
    if (config.spaces)
        result = withTidySpaces(result);
    return result;
}

NormaliseConfig comparisonForm() {
    NormaliseConfig config;
    config.lowerCase = true;
    config.punctuation = true;
    return config;
}

} // namespace core::text
