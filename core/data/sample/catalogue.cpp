// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sample/catalogue.h"

#include "core/base/noop.h"
#include "core/data/csv_field.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core::data::sample {
namespace {

constexpr std::size_t kRowsPerCheck = 2000;

/// Items per class by Zipf's law over shuffled classes: at least one each, `items` in all.
std::vector<std::int64_t> classSizes(std::size_t classes, std::int64_t items, Rng& rng) {
    const std::vector<double> weights = zipfMandelbrot(classes, kClassSizeExponent, 0.0);
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    const auto free = static_cast<double>(items - static_cast<std::int64_t>(classes));
    std::vector<std::int64_t> sizes;
    for (const double weight : weights)
        sizes.push_back(1 + static_cast<std::int64_t>(free * weight / total));
    sizes.front() += items - std::accumulate(sizes.begin(), sizes.end(), std::int64_t{0}); // what rounding left over
    rng.shuffle(sizes);
    return sizes;
}

/// A class that is wrong: mostly a sibling, as human mistakes are.
std::uint32_t wrongClass(const std::vector<ShopClass>& classes, std::uint32_t right, Rng& rng) {
    std::vector<std::uint32_t> siblings;
    for (std::uint32_t i = 0; i < classes.size(); ++i)
        if (i != right && classes[i].department == classes[right].department)
            siblings.push_back(i);
    if (!siblings.empty() && rng.uniform() < 0.7)
        return siblings[static_cast<std::size_t>(rng.below(siblings.size()))];
    const auto other = static_cast<std::uint32_t>(rng.below(classes.size() - 1));
    return other + (other >= right ? 1 : 0);
}

/// Ranks by popularity go to items at random: how popular an item is says nothing of its category.
void spreadPopularity(std::vector<ShopItem>& items, const SampleShopConfig& config, Rng& rng) {
    std::vector<double> weights = zipfMandelbrot(items.size(), config.zipf, config.offset);
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    rng.shuffle(weights);
    for (std::size_t i = 0; i < items.size(); ++i)
        items[i].popularity = weights[i] / total;
}

void putSevenDigits(std::string& row, char letter, std::size_t number) {
    char text[8] = {letter, '0', '0', '0', '0', '0', '0', '0'};
    for (std::size_t i = 7; i > 0; --i, number /= 10)
        text[i] = static_cast<char>('0' + number % 10);
    row.append(text, sizeof text);
}

} // namespace

void putItemKey(std::string& row, std::size_t index) {
    putSevenDigits(row, 'P', index + 1);
}

Result<Shop> makeShop(const SampleShopConfig& config, JobContext& job) {
    const auto seed = static_cast<std::uint64_t>(config.seed);
    Rng words = Rng::forPurpose(seed, "sample words");
    Shop shop{Grammar(static_cast<int>(config.classes), words), {}, {}, 0};
    Rng rng = Rng::forPurpose(seed, "sample items");
    Rng noise = Rng::forPurpose(seed, "sample label noise");
    const std::vector<ShopClass>& classes = shop.grammar.classes();
    shop.classSizes = classSizes(classes.size(), config.items, rng);
    std::vector<std::uint32_t> order;
    for (std::uint32_t c = 0; c < classes.size(); ++c)
        order.insert(order.end(), static_cast<std::size_t>(shop.classSizes[c]), c);
    rng.shuffle(order);
    for (const std::uint32_t shopClass : order) {
        if (shop.items.size() % kRowsPerCheck == 0)
            TL_CHECK_STATUS(job.check());
        ShopItem item;
        item.traits = shop.grammar.makeTraits(shopClass, rng);
        const double price = classes[shopClass].leaf->price * std::exp(kPriceSpread * rng.normal());
        item.cents = std::max<std::int64_t>(50, std::llround(price * 100));
        item.quality = 0.15 + 0.8 * rng.uniform();
        const bool wrong = noise.uniform() < config.labelNoise;
        item.shownClass = wrong ? wrongClass(classes, shopClass, noise) : shopClass;
        shop.mislabelled += wrong ? 1 : 0;
        shop.items.push_back(item);
    }
    Rng ranks = Rng::forPurpose(seed, "sample popularity");
    spreadPopularity(shop.items, config, ranks);
    return shop;
}

Status writeCatalogue(const Shop& shop, std::int64_t seed, StagedFile& file, JobContext& job) {
    job.begin(TL_NOOP("Job", "Writing the catalogue"), static_cast<std::int64_t>(shop.items.size()), "rows");
    Rng rng = Rng::forPurpose(static_cast<std::uint64_t>(seed), "sample titles");
    std::string& row = file.buffer();
    row += "id,title,description,category,brand,price,label\n";
    for (std::size_t i = 0; i < shop.items.size(); ++i) {
        const ShopItem& item = shop.items[i];
        const ShopClass& shown = shop.grammar.classes()[item.shownClass];
        putItemKey(row, i);
        row += ',';
        appendCsvField(row, shop.grammar.title(item.traits, rng));
        row += ',';
        appendCsvField(row, shop.grammar.description(item.traits, rng));
        row += ',';
        appendCsvField(row, shown.path);
        row += ',';
        if (item.traits.named)
            appendCsvField(row, shop.grammar.brand(item.traits.brand).name);
        row += ',';
        putCents(row, item.cents);
        row += ',';
        appendCsvField(row, shown.name);
        row += '\n';
        TL_CHECK_STATUS(file.flushIfFull());
        if (i % kRowsPerCheck == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(static_cast<std::int64_t>(i));
        }
    }
    return {};
}

Status writeTruth(const Shop& shop, StagedFile& file, JobContext& job) {
    std::string& row = file.buffer();
    row += "item,label,popularity,relevance\n";
    for (std::size_t i = 0; i < shop.items.size(); ++i) {
        const ShopItem& item = shop.items[i];
        putItemKey(row, i);
        row += ',';
        appendCsvField(row, shop.grammar.classes()[item.traits.shopClass].name);
        row += ',';
        putNumber(row, item.popularity);
        row += ',';
        putNumber(row, item.quality);
        row += '\n';
        TL_CHECK_STATUS(file.flushIfFull());
        if (i % kRowsPerCheck == 0)
            TL_CHECK_STATUS(job.check());
    }
    return {};
}

} // namespace core::data::sample
