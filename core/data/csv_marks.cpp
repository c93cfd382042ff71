// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv_marks.h"

#include <bit>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#define TL_X86_VECTORS 1
#include <immintrin.h>
#endif

namespace core::data {
namespace {

/// Which of 64 bytes are what.
struct Masks {
    std::uint64_t delimiters = 0;
    std::uint64_t quotes = 0;
    std::uint64_t lineEnds = 0;
};

namespace plain {

/// High bits of the bytes of `word` that equal the byte repeated in `pattern`; exact, without carries between bytes.
inline std::uint64_t equalBytes(std::uint64_t word, std::uint64_t pattern) {
    constexpr std::uint64_t kLow = 0x7F7F7F7F7F7F7F7FU;
    const std::uint64_t x = word ^ pattern;
    return ~(((x & kLow) + kLow) | x | kLow);
}

inline std::uint64_t repeated(char c) {
    return 0x0101010101010101U * static_cast<unsigned char>(c);
}

/// The eight high bits side by side: the product puts bit 8i + 7 at 56 + i.
inline std::uint64_t gathered(std::uint64_t high) {
    return (high >> 7) * 0x0102040810204080U >> 56;
}

inline Masks masksOf(const char* bytes, CsvMarks marks) {
    const std::uint64_t delimiter = repeated(marks.delimiter);
    const std::uint64_t quote = repeated(marks.quote);
    Masks masks;
    for (unsigned part = 0; part < 8; ++part) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + 8 * part, 8);
        if constexpr (std::endian::native == std::endian::big)
            word = __builtin_bswap64(word);
        masks.delimiters |= gathered(equalBytes(word, delimiter)) << 8 * part;
        masks.quotes |= gathered(equalBytes(word, quote)) << 8 * part;
        masks.lineEnds |= gathered(equalBytes(word, repeated('\n')) | equalBytes(word, repeated('\r'))) << 8 * part;
    }
    return masks;
}

#define TL_TARGET
#include "core/data/csv_marks_loops.inc"
#undef TL_TARGET

} // namespace plain

#ifdef TL_X86_VECTORS
namespace avx2 {

#define TL_TARGET __attribute__((target("avx2,bmi,popcnt")))

TL_TARGET inline std::uint64_t bitsOf(__m256i low, __m256i high) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(low))) |
           static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(high))) << 32U;
}

TL_TARGET inline Masks masksOf(const char* bytes, CsvMarks marks) {
    const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes));
    const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + 32));
    const __m256i delimiter = _mm256_set1_epi8(marks.delimiter);
    const __m256i quote = _mm256_set1_epi8(marks.quote);
    const __m256i lf = _mm256_set1_epi8('\n');
    const __m256i cr = _mm256_set1_epi8('\r');
    return {bitsOf(_mm256_cmpeq_epi8(low, delimiter), _mm256_cmpeq_epi8(high, delimiter)),
            bitsOf(_mm256_cmpeq_epi8(low, quote), _mm256_cmpeq_epi8(high, quote)),
            bitsOf(_mm256_or_si256(_mm256_cmpeq_epi8(low, lf), _mm256_cmpeq_epi8(low, cr)),
                   _mm256_or_si256(_mm256_cmpeq_epi8(high, lf), _mm256_cmpeq_epi8(high, cr)))};
}

#include "core/data/csv_marks_loops.inc"
#undef TL_TARGET

bool usable() {
    static const bool kUsable = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0 &&
                                __builtin_cpu_supports("popcnt") != 0;
    return kUsable;
}

} // namespace avx2
#endif

} // namespace

std::size_t findMarks(const char* text, std::size_t from, std::size_t to, CsvMarks marks, std::uint32_t* places) {
#ifdef TL_X86_VECTORS
    if (avx2::usable())
        return avx2::allMarks(text, from, to, marks, places);
#endif
    return plain::allMarks(text, from, to, marks, places);
}

std::optional<std::size_t> findTidyMarks(const char* text, std::size_t from, std::size_t to, CsvMarks marks,
                                         TidyState& state, std::uint32_t* places) {
#ifdef TL_X86_VECTORS
    if (avx2::usable())
        return avx2::tidyMarks(text, from, to, marks, state, places);
#endif
    return plain::tidyMarks(text, from, to, marks, state, places);
}

std::size_t findMarksPortably(const char* text, std::size_t from, std::size_t to, CsvMarks marks,
                              std::uint32_t* places) {
    return plain::allMarks(text, from, to, marks, places);
}

std::optional<std::size_t> findTidyMarksPortably(const char* text, std::size_t from, std::size_t to, CsvMarks marks,
                                                 TidyState& state, std::uint32_t* places) {
    return plain::tidyMarks(text, from, to, marks, state, places);
}

} // namespace core::data
