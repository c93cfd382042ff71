// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace core::store {

/// The finaliser of splitmix64 (Steele, Lea, Flood: OOPSLA 2014): every bit of the result depends on every bit given.
inline std::uint64_t mixed(std::uint64_t value) {
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

/// Two hashes to one; their order matters.
inline std::uint64_t joined(std::uint64_t first, std::uint64_t second) {
    return mixed(first * 0x9FB21C651E98DF25ULL ^ second);
}

/// FNV-1a, then mixed: the same on every machine.
inline std::uint64_t textHash(std::string_view text) {
    std::uint64_t hash = 1469598103934665603ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return mixed(hash ^ text.size());
}

} // namespace core::store
