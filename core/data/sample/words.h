// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <span>

namespace core::data::sample {

/// A leaf category in words. Siblings share words on purpose ("phone", "phone case"), so that they can be confused.
struct LeafWords {
    const char* name;
    const char* nameZh;
    std::array<const char*, 3> nouns;
    std::array<const char*, 2> nounsZh;
    double price; ///< median
};

struct DepartmentWords {
    const char* name;
    const char* vague; ///< what sellers write who do not name the thing
    const char* vagueZh;
    std::array<const char*, 8> traits;
    std::array<const char*, 6> traitsZh;
    std::array<const char*, 5> sizes;
    std::array<LeafWords, 6> leaves;
};

/// A word that makes further classes from the same leaves: "Travel Phones".
struct VariantWords {
    const char* name;
    const char* word;
    const char* wordZh;
};

std::span<const DepartmentWords> departments();
/// The first is the empty variant.
std::span<const VariantWords> variants();

/// Colours, in English and Chinese side by side.
std::span<const std::array<const char*, 2>> colours();
/// Parts of brand names, English and Chinese.
std::span<const char* const> brandHeads();
std::span<const char* const> brandTails();
std::span<const char* const> brandHeadsZh();
std::span<const char* const> brandTailsZh();

constexpr int kDepartments = 12;
constexpr int kLeavesPerDepartment = 6;
constexpr int kVariants = 7;
constexpr int kMaxClasses = kDepartments * kLeavesPerDepartment * kVariants;

} // namespace core::data::sample
