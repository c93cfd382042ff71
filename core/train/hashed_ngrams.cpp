// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/hashed_ngrams.h"

#include <algorithm>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace core::train {
namespace {

/// Kinds of features hash apart, so that the word "ab" and the characters "ab" are different tokens.
constexpr std::uint64_t kWordSeed = 0x9E3779B97F4A7C15ULL;
constexpr std::uint64_t kPairSeed = 0xC2B2AE3D27D4EB4FULL;
constexpr std::uint64_t kCharacterSeed = 0x165667B19E3779F9ULL;
constexpr char kWordBegin = '\x02';
constexpr char kWordEnd = '\x03';
constexpr std::uint64_t kFnvPrime = 1099511628211ULL;

std::uint64_t addBytes(std::uint64_t hash, std::string_view bytes) {
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * kFnvPrime;
    return hash;
}

/// FNV-1a leaves the low bits of short texts alike; this mixes all bits into all (the finaliser of splitmix64).
std::int32_t bucketOf(std::uint64_t hash, std::int32_t buckets) {
    hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9ULL;
    hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBULL;
    hash ^= hash >> 31;
    return static_cast<std::int32_t>(hash % static_cast<std::uint64_t>(buckets));
}

std::string foldCase(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    std::string folded;
    if (U_SUCCESS(status)) {
        icu::StringByteSink<std::string> sink(&folded);
        normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink,
                                  nullptr, status);
    }
    return U_SUCCESS(status) ? folded : std::string(text);
}

bool belongsToWord(UChar32 c) {
    return c >= 0 && (u_isalnum(c) || u_hasBinaryProperty(c, UCHAR_ALPHABETIC) || u_charType(c) == U_NON_SPACING_MARK);
}

std::vector<std::string_view> wordsOf(const std::string& text) {
    std::vector<std::string_view> words;
    const auto length = static_cast<std::int32_t>(text.size());
    std::int32_t wordStart = -1;
    for (std::int32_t i = 0; i < length;) {
        const std::int32_t start = i;
        UChar32 c = 0;
        U8_NEXT(text.data(), i, length, c);
        const bool inWord = belongsToWord(c);
        if (inWord && wordStart < 0)
            wordStart = start;
        if (!inWord && wordStart >= 0) {
            words.push_back(std::string_view(text).substr(static_cast<std::size_t>(wordStart),
                                                          static_cast<std::size_t>(start - wordStart)));
            wordStart = -1;
        }
    }
    if (wordStart >= 0)
        words.push_back(std::string_view(text).substr(static_cast<std::size_t>(wordStart)));
    return words;
}

/// Byte positions where the characters of a text begin, and its end.
std::vector<std::size_t> characterStarts(std::string_view text) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U)
            starts.push_back(i);
    starts.push_back(text.size());
    return starts;
}

Result<int> memberOf(const Json& description, const char* name, int low, int high) {
    const auto found = description.find(name);
    if (found == description.end() || !found->is_number_integer() || found->get<std::int64_t>() < low ||
        found->get<std::int64_t>() > high)
        return Error(ErrorCode::BadModel, std::string("the encoder's “") + name + "” is missing or out of range");
    return found->get<int>();
}

} // namespace

std::vector<std::int32_t> HashedNgrams::encode(std::string_view text) const {
    std::vector<std::int32_t> tokens;
    const auto most = static_cast<std::size_t>(m_config.maxTokens);
    const std::string folded = foldCase(text);
    std::string_view previous;
    for (const std::string_view word : wordsOf(folded)) {
        if (tokens.size() >= most)
            break;
        if (m_config.wordNgrams >= 1)
            tokens.push_back(bucketOf(addBytes(kWordSeed, word), m_config.buckets));
        if (m_config.wordNgrams >= 2 && !previous.empty())
            tokens.push_back(bucketOf(addBytes(addBytes(addBytes(kPairSeed, previous), " "), word), m_config.buckets));
        previous = word;
        const std::string marked = kWordBegin + std::string(word) + kWordEnd;
        const std::vector<std::size_t> starts = characterStarts(marked);
        const auto characters = starts.size() - 1;
        for (auto n = static_cast<std::size_t>(m_config.minCharacters);
             n <= static_cast<std::size_t>(m_config.maxCharacters) && n <= characters; ++n)
            for (std::size_t i = 0; i + n <= characters; ++i)
                tokens.push_back(bucketOf(
                    addBytes(kCharacterSeed, std::string_view(marked).substr(starts[i], starts[i + n] - starts[i])),
                    m_config.buckets));
    }
    if (tokens.size() > most)
        tokens.resize(most);
    if (tokens.empty())
        tokens.push_back(bucketOf(kWordSeed, m_config.buckets)); // the empty word
    return tokens;
}

Json HashedNgrams::description() const {
    return {{"type", kType},
            {"buckets", m_config.buckets},
            {"word_ngrams", m_config.wordNgrams},
            {"min_characters", m_config.minCharacters},
            {"max_characters", m_config.maxCharacters},
            {"max_tokens", m_config.maxTokens}};
}

Result<std::unique_ptr<TextEncoder>> HashedNgrams::fromDescription(const Json& description) {
    HashedNgramsConfig config;
    TL_TRY(config.buckets, memberOf(description, "buckets", 1, 1 << 28));
    TL_TRY(config.wordNgrams, memberOf(description, "word_ngrams", 0, 2));
    TL_TRY(config.minCharacters, memberOf(description, "min_characters", 1, 16));
    TL_TRY(config.maxCharacters, memberOf(description, "max_characters", 0, 16));
    TL_TRY(config.maxTokens, memberOf(description, "max_tokens", 1, 1 << 24));
    return std::unique_ptr<TextEncoder>(std::make_unique<HashedNgrams>(config));
}

} // namespace core::train
