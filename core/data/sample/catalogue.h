// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/data/sample/grammar.h"
#include "core/data/sample/staged_file.h"
#include "core/data/sample_shop.h"

#include <cstdint>
#include <vector>

namespace core::data::sample {

struct ShopItem {
    ItemTraits traits;            ///< what it truly is
    std::uint32_t shownClass = 0; ///< the class its label claims
    std::int64_t cents = 0;
    double popularity = 0; ///< share of all demand
    double quality = 0;    ///< how well it serves who looks for it
};

/// The shop behind the files: what generateSampleShop knows and a model has to find out.
struct Shop {
    Grammar grammar;
    std::vector<ShopItem> items;
    std::vector<std::int64_t> classSizes; ///< true items per class
    std::int64_t mislabelled = 0;
};

constexpr double kClassSizeExponent = 1.0;
constexpr double kPriceSpread = 0.5; ///< sigma of ln(price) round the median of the class

Result<Shop> makeShop(const SampleShopConfig& config, JobContext& job);

/// "P0000042" for the item of index 41.
void putItemKey(std::string& row, std::size_t index);

Status writeCatalogue(const Shop& shop, std::int64_t seed, StagedFile& file, JobContext& job);
Status writeTruth(const Shop& shop, StagedFile& file, JobContext& job);

} // namespace core::data::sample
