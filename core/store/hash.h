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
    // XXH3 takes longer to begin than the few words of a row take.
    RowPrint print{0x9E3779B97F4A7C15U, 0xC2B2AE3D27D4EB4FU};
    for (const std::uint64_t word : words) {
        print.low = (print.low ^ word) * 0x9FB21C651E98DF25U;
        print.low ^= print.low >> 32U;
        print.high = (print.high + word) * 0xD6E8FEB86659FD93U;
        print.high ^= print.high >> 29U;
    }
    // All bits of the words reach the low bits of both halves.
    print.high = (print.high ^ (print.low >> 17U)) * 0x9FB21C651E98DF25U;
    print.high ^= print.high >> 32U;
    print.low = (print.low ^ print.high) * 0xC2B2AE3D27D4EB4FU;
    print.low ^= print.low >> 31U;
    return print;
}

} // namespace core::store
