// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/data/sample/alias_table.h"
#include "core/data/sample/words.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::data::sample {

enum class Language : std::uint8_t { English, Chinese, Mixed };

/// One leaf category of the shop.
struct ShopClass {
    const DepartmentWords* department = nullptr;
    const LeafWords* leaf = nullptr;
    const VariantWords* variant = nullptr;
    std::string name; ///< "Phones", "Travel Phones"
    std::string path; ///< "Electronics > Phones"
    AliasTable brandRanks;
    std::vector<std::uint32_t> brands; ///< by rank; index into the grammar's brands
};

struct Brand {
    std::string name;
    std::string nameZh;
};

/// What an item is, before it is put into words.
struct ItemTraits {
    std::uint32_t shopClass = 0;
    std::uint32_t brand = 0;
    std::uint8_t trait = 0;
    std::uint8_t noun = 0;
    std::uint8_t colour = 0;
    bool named = true; ///< has a brand of its own
    Language language = Language::English;
};

/// Puts items and queries into words, English, Chinese or both. Every title says something of its category, but no
/// single word decides it: siblings share words, some sellers leave the noun out, some name a neighbour.
class Grammar {
public:
    Grammar(int classes, Rng& rng);

    const std::vector<ShopClass>& classes() const { return m_classes; }
    const Brand& brand(std::uint32_t index) const { return m_brands[index]; }

    ItemTraits makeTraits(std::uint32_t shopClass, Rng& rng) const;
    std::string title(const ItemTraits& item, Rng& rng) const;
    std::string description(const ItemTraits& item, Rng& rng) const;
    /// Writes the words of a search for this item into `query`; returns whether they name its brand.
    bool putQuery(const ItemTraits& item, Rng& rng, std::string& query) const;

private:
    void makeBrands(Rng& rng);
    void makeClasses(int count, Rng& rng);
    std::string englishTitle(const ItemTraits& item, Rng& rng) const;
    std::string chineseTitle(const ItemTraits& item, Rng& rng) const;
    std::string mixedTitle(const ItemTraits& item, Rng& rng) const;

    std::vector<Brand> m_brands;
    std::vector<ShopClass> m_classes;
};

} // namespace core::data::sample
