// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string_view>
#include <utility>

namespace core {

/// Seeded random numbers that are the same with every standard library: the engine is std::mt19937_64 (whose output
/// the standard fixes), the distributions are ours (the standard leaves std::uniform_int_distribution open).
/// Not thread-safe: one per thread.
class Rng {
public:
    explicit Rng(std::uint64_t seed) : m_engine(seed) {}

    /// A generator for a named purpose of the same run: independent streams from one seed (FNV-1a of the name).
    static Rng forPurpose(std::uint64_t seed, std::string_view purpose) {
        std::uint64_t hash = 1469598103934665603ULL ^ (seed * 0x9E3779B97F4A7C15ULL);
        for (const char c : purpose)
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
        return Rng(hash);
    }

    std::uint64_t next() { return m_engine(); }

    /// Uniform integer in [0, bound), bound > 0, without modulo bias (Lemire, ACM TOMACS 29(1), 2019).
    std::uint64_t below(std::uint64_t bound) {
        __extension__ using Wide = unsigned __int128;
        Wide product = static_cast<Wide>(next()) * bound;
        auto low = static_cast<std::uint64_t>(product);
        if (low < bound) {
            const std::uint64_t threshold = (0 - bound) % bound;
            while (low < threshold) {
                product = static_cast<Wide>(next()) * bound;
                low = static_cast<std::uint64_t>(product);
            }
        }
        return static_cast<std::uint64_t>(product >> 64);
    }

    /// Uniform in [0, 1) with 53 random bits.
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    /// Standard normal (Box–Muller, one of the pair is dropped to keep the state plain).
    double normal() {
        const double u = 1.0 - uniform();
        return std::sqrt(-2.0 * std::log(u)) * std::cos(6.283185307179586 * uniform());
    }

    /// Fisher–Yates shuffle of a random-access container.
    template <class Container> void shuffle(Container& values) {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[static_cast<std::size_t>(below(i))]);
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace core
