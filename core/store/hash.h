// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#define XXH_INLINE_ALL
#include <xxhash.h>

/// XXH3 (xxHash 0.8, whose values are final). Not against people who want collisions: nothing here rests on that.
namespace core::store {

inline std::uint64_t hashOf(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

/// 128 bits that stand for a row: different rows do not share them by chance.
struct RowPrint {
    std::uint64_t low = 0, high = 0;
};

inline RowPrint printOf(std::span<const std::uint64_t> words) {
    const XXH128_hash_t hash = XXH3_128bits(words.data(), words.size_bytes());
    return {hash.low64, hash.high64};
}

} // namespace core::store
