// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sample/grammar.h"

#include <array>
#include <string_view>

namespace core::data::sample {
namespace {

constexpr std::size_t kBrandsPerDepartment = 24;

// How titles hide their category; together they leave a bag-of-words classifier well short of perfect.
constexpr double kNounLeftOut = 0.12;
constexpr double kSiblingNamed = 0.10;
constexpr double kVariantNamed = 0.75;

bool chance(Rng& rng, double p) {
    return rng.uniform() < p;
}

template <class Words> auto pick(const Words& words, Rng& rng) {
    return words[static_cast<std::size_t>(rng.below(words.size()))];
}

/// Words with single spaces between them.
class Phrase {
public:
    void add(std::string_view word) {
        if (word.empty())
            return;
        if (!m_text.empty())
            m_text += ' ';
        m_text += word;
    }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

/// "ZX-481B": letters and digits as sellers make them up.
std::string modelNumber(Rng& rng) {
    constexpr std::string_view kLetters = "ABCDEFGHKLMNPRSTVWXZ";
    std::string text;
    const std::uint64_t letters = 1 + rng.below(2);
    for (std::uint64_t i = 0; i < letters; ++i)
        text += pick(kLetters, rng);
    if (chance(rng, 0.5))
        text += '-';
    text += std::to_string(10 + rng.below(chance(rng, 0.5) ? 90 : 9900));
    if (chance(rng, 0.3))
        text += pick(kLetters, rng);
    return text;
}

/// Upper case for the first letter of every word: many shops write titles so.
void capitalise(std::string& text) {
    bool start = true;
    for (char& c : text) {
        if (start && c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        start = c == ' ';
    }
}

const LeafWords& siblingOf(const ShopClass& shopClass, Rng& rng) {
    const LeafWords* sibling = shopClass.leaf;
    while (sibling == shopClass.leaf)
        sibling = &shopClass.department->leaves[static_cast<std::size_t>(rng.below(kLeavesPerDepartment))];
    return *sibling;
}

} // namespace

Grammar::Grammar(int classes, Rng& rng) {
    makeBrands(rng);
    makeClasses(classes, rng);
}

void Grammar::makeBrands(Rng& rng) {
    const std::size_t heads = brandHeads().size();
    const std::size_t tails = brandTails().size();
    std::vector<std::size_t> pairs(heads * tails);
    for (std::size_t i = 0; i < pairs.size(); ++i)
        pairs[i] = i;
    rng.shuffle(pairs); // without repetition, so no two departments share a brand
    for (std::size_t i = 0; i < kBrandsPerDepartment * kDepartments; ++i) {
        const std::size_t head = pairs[i] / tails;
        const std::size_t tail = pairs[i] % tails;
        m_brands.push_back({std::string(brandHeads()[head]) + brandTails()[tail],
                            std::string(brandHeadsZh()[head]) + brandTailsZh()[tail]});
    }
}

void Grammar::makeClasses(int count, Rng& rng) {
    // Two leaves of every department first, then the next two …: few classes still have siblings to be confused with.
    for (int i = 0; i < count; ++i) {
        const int variant = i / (kDepartments * kLeavesPerDepartment);
        const int place = i % (kDepartments * kLeavesPerDepartment);
        const int round = place / (2 * kDepartments);
        const auto department = static_cast<std::size_t>(place / 2 % kDepartments);
        const auto leaf = static_cast<std::size_t>(2 * round + place % 2);
        ShopClass made;
        made.department = &departments()[department];
        made.leaf = &made.department->leaves[leaf];
        made.variant = &variants()[static_cast<std::size_t>(variant)];
        made.name = variant == 0 ? made.leaf->name : std::string(made.variant->name) + " " + made.leaf->name;
        made.path = std::string(made.department->name) + " > " + made.name;
        for (std::size_t b = 0; b < kBrandsPerDepartment; ++b)
            made.brands.push_back(static_cast<std::uint32_t>(department * kBrandsPerDepartment + b));
        rng.shuffle(made.brands);
        made.brandRanks = AliasTable(zipfMandelbrot(kBrandsPerDepartment, 1.0, 0.0));
        m_classes.push_back(std::move(made));
    }
}

ItemTraits Grammar::makeTraits(std::uint32_t shopClass, Rng& rng) const {
    const ShopClass& made = m_classes[shopClass];
    ItemTraits item;
    item.shopClass = shopClass;
    item.brand = made.brands[made.brandRanks.draw(rng)];
    item.named = !chance(rng, 0.08);
    item.trait = static_cast<std::uint8_t>(rng.below(made.department->traits.size()));
    item.noun = static_cast<std::uint8_t>(rng.below(made.leaf->nouns.size()));
    item.colour = static_cast<std::uint8_t>(rng.below(colours().size()));
    const double language = rng.uniform();
    item.language = language < 0.5 ? Language::English : language < 0.8 ? Language::Chinese : Language::Mixed;
    return item;
}

std::string Grammar::title(const ItemTraits& item, Rng& rng) const {
    switch (item.language) {
    case Language::English:
        return englishTitle(item, rng);
    case Language::Chinese:
        return chineseTitle(item, rng);
    case Language::Mixed:
        break;
    }
    return mixedTitle(item, rng);
}

std::string Grammar::englishTitle(const ItemTraits& item, Rng& rng) const {
    const ShopClass& made = m_classes[item.shopClass];
    Phrase title;
    if (item.named && chance(rng, 0.85))
        title.add(m_brands[item.brand].name);
    if (chance(rng, 0.3))
        title.add(modelNumber(rng));
    if (chance(rng, kVariantNamed))
        title.add(made.variant->word);
    if (chance(rng, 0.7))
        title.add(made.department->traits[item.trait]);
    const bool sizeFirst = chance(rng, 0.3);
    if (sizeFirst)
        title.add(pick(made.department->sizes, rng));
    title.add(chance(rng, kNounLeftOut) ? made.department->vague : made.leaf->nouns[item.noun]);
    if (chance(rng, kSiblingNamed)) {
        title.add(chance(rng, 0.5) ? "for" : "with");
        title.add(pick(siblingOf(made, rng).nouns, rng));
    }
    if (chance(rng, 0.25)) {
        title.add("with");
        title.add(pick(made.department->traits, rng));
    }
    if (!sizeFirst && chance(rng, 0.5))
        title.add(pick(made.department->sizes, rng));
    if (chance(rng, 0.45))
        title.add(colours()[item.colour][0]);
    std::string text = title.take();
    if (chance(rng, 0.4))
        capitalise(text);
    return text;
}

std::string Grammar::chineseTitle(const ItemTraits& item, Rng& rng) const {
    const ShopClass& made = m_classes[item.shopClass];
    std::string text;
    if (item.named && chance(rng, 0.85)) {
        const Brand& own = m_brands[item.brand];
        text += chance(rng, 0.6) ? own.nameZh : own.name + " ";
    }
    if (chance(rng, kVariantNamed))
        text += made.variant->wordZh;
    if (chance(rng, 0.45))
        text += colours()[item.colour][1];
    if (chance(rng, 0.8))
        text += made.department->traitsZh[item.trait % made.department->traitsZh.size()];
    text += chance(rng, kNounLeftOut) ? made.department->vagueZh
                                      : made.leaf->nounsZh[item.noun % made.leaf->nounsZh.size()];
    if (chance(rng, kSiblingNamed))
        text += std::string("配") + pick(siblingOf(made, rng).nounsZh, rng);
    if (chance(rng, 0.5))
        text += std::string(" ") + pick(made.department->sizes, rng);
    if (chance(rng, 0.25))
        text += " " + modelNumber(rng);
    if (chance(rng, 0.3)) {
        constexpr std::array<const char*, 5> kPromises{" 新款", " 官方正品", " 包邮", " 家用", " 限时特价"};
        text += pick(kPromises, rng);
    }
    return text;
}

std::string Grammar::mixedTitle(const ItemTraits& item, Rng& rng) const {
    const ShopClass& made = m_classes[item.shopClass];
    const bool englishNoun = chance(rng, 0.5);
    Phrase title;
    if (item.named)
        title.add(chance(rng, 0.5) ? m_brands[item.brand].name
                                   : m_brands[item.brand].name + "/" + m_brands[item.brand].nameZh);
    if (chance(rng, kVariantNamed))
        title.add(englishNoun ? made.variant->wordZh : made.variant->word);
    if (englishNoun)
        title.add(made.department->traitsZh[item.trait % made.department->traitsZh.size()]);
    else
        title.add(made.department->traits[item.trait]);
    if (chance(rng, kNounLeftOut))
        title.add(englishNoun ? made.department->vague : made.department->vagueZh);
    else
        title.add(englishNoun ? made.leaf->nouns[item.noun]
                              : made.leaf->nounsZh[item.noun % made.leaf->nounsZh.size()]);
    if (chance(rng, 0.5))
        title.add(pick(made.department->sizes, rng));
    if (chance(rng, 0.4))
        title.add(colours()[item.colour][englishNoun ? 1 : 0]);
    if (chance(rng, 0.3))
        title.add(modelNumber(rng));
    return title.take();
}

std::string Grammar::description(const ItemTraits& item, Rng& rng) const {
    const ShopClass& made = m_classes[item.shopClass];
    const DepartmentWords& words = *made.department;
    std::string text;
    if (item.language == Language::Chinese) {
        text = std::string(pick(words.traitsZh, rng)) + "，" + pick(words.traitsZh, rng) + "，适合日常使用。";
        text += std::string("颜色：") + colours()[item.colour][1] + "，规格：" + pick(words.sizes, rng) + "。";
        if (chance(rng, 0.4))
            text += std::string("可搭配") + pick(siblingOf(made, rng).nounsZh, rng) + "。";
        return text;
    }
    text = std::string(pick(words.traits, rng)) + ", " + pick(words.traits, rng) + " " + words.vague + " in " +
           colours()[item.colour][0] + ". Size: " + pick(words.sizes, rng) + ".";
    text.front() =
        text.front() >= 'a' && text.front() <= 'z' ? static_cast<char>(text.front() - 'a' + 'A') : text.front();
    if (item.named)
        text += " Made by " + m_brands[item.brand].name + ".";
    if (chance(rng, 0.3))
        text += std::string(" Goes well with our ") + pick(siblingOf(made, rng).nouns, rng) + ".";
    if (chance(rng, 0.05))
        text += "\nCare: see the label."; // a line break within a field, as real catalogues have them
    return text;
}

bool Grammar::putQuery(const ItemTraits& item, Rng& rng, std::string& query) const {
    const ShopClass& made = m_classes[item.shopClass];
    const bool chinese = item.language == Language::Chinese || (item.language == Language::Mixed && chance(rng, 0.5));
    const auto add = [&query, chinese](std::string_view word) {
        if (!query.empty() && !chinese && !word.empty())
            query += ' ';
        query += word;
    };
    const double form = rng.uniform();
    const bool brand = item.named && form < 0.3;
    query.clear();
    if (brand)
        add(chinese ? m_brands[item.brand].nameZh : m_brands[item.brand].name);
    else if (form < 0.5)
        add(chinese ? made.department->traitsZh[item.trait % made.department->traitsZh.size()]
                    : made.department->traits[item.trait]);
    else if (form < 0.6)
        add(colours()[item.colour][chinese ? 1 : 0]);
    if (chance(rng, 0.3))
        add(chinese ? made.variant->wordZh : made.variant->word);
    if (!brand || chance(rng, 0.75))
        add(chinese ? made.leaf->nounsZh[item.noun % made.leaf->nounsZh.size()] : made.leaf->nouns[item.noun]);
    return brand;
}

} // namespace core::data::sample
