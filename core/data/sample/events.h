// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sample/catalogue.h"

#include <cstdint>

namespace core::data::sample {

// The click model. A user looks for one item (the target) and searches in its category; the page shows items of that
// category drawn by popularity, the target mostly among them.
constexpr int kSmallestPage = 5;
constexpr int kLargestPage = 10;
constexpr double kTargetShown = 0.85;
constexpr double kMatchTarget = 1.0;
constexpr double kMatchBrand = 0.6; ///< another item of the brand that the query names
constexpr double kMatchOther = 0.35;
constexpr double kCartBase = 0.15; ///< P(cart | click) = kCartBase + kCartQuality · relevance
constexpr double kCartQuality = 0.3;
constexpr double kPurchaseAfterCart = 0.45;
constexpr double kUserExponent = 0.8;
constexpr double kUserOffset = 10.0;
constexpr std::int64_t kFirstSecond = 1'704'067'200; ///< 2024-01-01 00:00:00 UTC
constexpr std::int64_t kDays = 180;

struct EventCounts {
    std::int64_t impressions = 0;
    std::int64_t clicks = 0;
    std::int64_t carts = 0;
    std::int64_t purchases = 0;
};

/// Writes exactly config.events rows, in order of time.
Result<EventCounts> writeEvents(const Shop& shop, const SampleShopConfig& config, StagedFile& file, JobContext& job);

} // namespace core::data::sample
