// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace core::data {

struct SampleShopConfig {
    std::int64_t items = 20'000;
    std::int64_t users = 50'000;
    std::int64_t events = 1'000'000;
    std::int64_t classes = 40;   ///< leaf categories
    double zipf = 1.1;           ///< exponent s of Zipf–Mandelbrot popularity p(r) ∝ 1/(r+q)^s
    double offset = 2.7;         ///< q of Zipf–Mandelbrot
    double labelNoise = 0.02;    ///< share of items whose category label is wrong
    double positionBias = 1.0;   ///< examination probability ∝ 1/position^bias
    std::uint64_t seed = 1;
};

struct SampleShopSummary {
    std::string cataloguePath; ///< DIR/catalogue.csv: id,title,description,category,brand,price,label
    std::string logPath;       ///< DIR/events.csv: user,item,kind,time,query,quantity,price,position
    std::string truthPath;     ///< DIR/truth.csv: item, true label, true popularity, true relevance (what the noise hides)
    std::string truthConfigPath; ///< DIR/truth.json: the config, the popularity law, the true parameters
    std::int64_t items = 0, events = 0, impressions = 0, clicks = 0, purchases = 0;
};

/// Writes a generated shop: bilingual (English and Chinese) titles from a grammar, categories, brands, prices, users,
/// queries, Zipf–Mandelbrot popularity, impressions/clicks/purchases with position bias and label noise. The same seed gives
/// the same bytes. Files appear under their names only when complete; cancel leaves none behind.
Result<SampleShopSummary> generateSampleShop(const std::string& directory, const SampleShopConfig& config,
                                             JobContext& job);

} // namespace core::data
