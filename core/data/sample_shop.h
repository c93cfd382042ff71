// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/describe.h"
#include "core/base/job_context.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace core::data {

struct SampleShopConfig {
    std::int64_t items = 20'000;
    std::int64_t users = 50'000;
    std::int64_t events = 1'000'000;
    std::int64_t classes = 40; ///< leaf categories
    double zipf = 1.1;         ///< exponent s of Zipf–Mandelbrot popularity p(r) ∝ 1/(r+q)^s
    double offset = 2.7;       ///< q of Zipf–Mandelbrot
    double labelNoise = 0.02;  ///< share of items whose category label is wrong
    double positionBias = 1.0; ///< examination probability ∝ 1/position^bias
    std::int64_t seed = 1;
};

/// Most leaf categories that the grammar has words for.
constexpr int kSampleShopMaxClasses = 504;

template <class V> void describe(V& v, SampleShopConfig& c) {
    v.field(c.items, {.name = "items",
                      .title = TL_NOOP("Strategy", "Items"),
                      .help = TL_NOOP("Strategy", "Rows of the catalogue; at least one for each class."),
                      .min = 1,
                      .max = 5'000'000});
    v.field(c.users, {.name = "users",
                      .title = TL_NOOP("Strategy", "Users"),
                      .help = TL_NOOP("Strategy", "Users who search; some of them often, most of them rarely."),
                      .min = 1,
                      .max = 9'999'999});
    v.field(c.events, {.name = "events",
                       .title = TL_NOOP("Strategy", "Events"),
                       .help = TL_NOOP("Strategy", "Rows of the log: impressions, clicks, carts and purchases."),
                       .min = 1,
                       .max = 1'000'000'000});
    v.field(c.classes, {.name = "classes",
                        .title = TL_NOOP("Strategy", "Classes"),
                        .help = TL_NOOP("Strategy", "Leaf categories, from large to small by Zipf’s law."),
                        .min = 2,
                        .max = kSampleShopMaxClasses});
    v.field(c.zipf,
            {.name = "zipf",
             .title = TL_NOOP("Strategy", "Exponent s"),
             .help = TL_NOOP("Strategy", "Popularity of the item of rank r: p(r) ∝ 1/(r+q)^s (Zipf–Mandelbrot)."),
             .min = 0,
             .max = 5});
    v.field(c.offset, {.name = "offset",
                       .title = TL_NOOP("Strategy", "Offset q"),
                       .help = TL_NOOP("Strategy", "Flattens the head of p(r) ∝ 1/(r+q)^s."),
                       .min = 0,
                       .max = 1000});
    v.field(c.labelNoise, {.name = "label_noise",
                           .title = TL_NOOP("Strategy", "Label noise"),
                           .help = TL_NOOP("Strategy", "Share of the items whose category and label are wrong."),
                           .min = 0,
                           .max = 1});
    v.field(c.positionBias, {.name = "position_bias",
                             .title = TL_NOOP("Strategy", "Position bias b"),
                             .help = TL_NOOP("Strategy", "A result at position k is looked at with probability 1/k^b."),
                             .min = 0,
                             .max = 5});
    v.field(c.seed, {.name = "seed",
                     .title = TL_NOOP("Strategy", "Seed"),
                     .help = TL_NOOP("Strategy", "The same seed gives the same files."),
                     .min = 0});
}

struct SampleShopSummary {
    std::string cataloguePath; ///< DIR/catalogue.csv: id,title,description,category,brand,price,label
    std::string logPath;       ///< DIR/events.csv: user,item,kind,time,query,quantity,price,position
    std::string truthPath; ///< DIR/truth.csv: item, true label, true popularity, true relevance (what the noise hides)
    std::string truthConfigPath; ///< DIR/truth.json: the config, the popularity law, the true parameters
    std::int64_t items = 0, events = 0, impressions = 0, clicks = 0, purchases = 0;
};

/// Writes a generated shop: bilingual (English and Chinese) titles from a grammar, categories, brands, prices, users,
/// queries, Zipf–Mandelbrot popularity, impressions/clicks/purchases with position bias and label noise. The same seed
/// gives the same bytes. Files appear under their names only when complete; cancel leaves none behind.
Result<SampleShopSummary> generateSampleShop(const std::string& directory, const SampleShopConfig& config,
                                             JobContext& job);

} // namespace core::data
