// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/stats/activity.h"
#include "core/stats/association.h"
#include "core/stats/exposure.h"
#include "core/store/entity_store.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

/// What the Distribution stage knows beyond supports: why the tail is the tail. Everything is read from the project as
/// it is now; cancellable; any thread. In a viewer copy exposures are there, the rest answers NoData.
namespace core::store {

/// Impressions against what came of them, by entity.
struct ExposureTable {
    std::string entity, demand; ///< demand: "click" or "purchase"
    std::vector<std::string> names, details;
    std::vector<stats::Exposure> rows; ///< as long as names; most shown first
    std::int64_t unseen = 0;           ///< clicks or purchases of entities beyond their impressions: left out
    stats::BetaPrior prior;
    std::vector<stats::Reason> reasons;
    /// Where both impressions and demand have positions (at most kMostPositions of them): the corrected rates, by row.
    static constexpr std::int64_t kMostPositions = 200;
    std::optional<stats::PositionModel> positions;
    std::int64_t firstPosition = 0; ///< what the log calls the first one
    std::vector<double> corrected;  ///< inverse-propensity rates; empty without positions
};
/// `demand` empty: clicks where there are any, else purchases. NoData without impressions, saying what to import.
Result<ExposureTable> exposureOf(const Project& project, const std::string& entity, const std::string& demand,
                                 JobContext& job);

/// Events of the entities of a table by day, of the kinds that its measure counts ("items" and "training": all kinds).
/// Events without a time are left out. NoData when no event has one, or the table is of reviews.
Result<stats::Activity> activityOf(const Project& project, const stats::SupportTable& table, JobContext& job);

/// One column of the items by bucket.
struct BucketColumn {
    std::string name; ///< as an entity: "category:1", "brand", "price_band", "attribute:colour"
    stats::Association association;
    std::vector<std::string> values;          ///< most items first
    std::vector<stats::BucketCounts> counts;  ///< items, by value
    std::vector<stats::BucketCounts> support; ///< Σ support, by value
    stats::BucketCounts missing{};            ///< items without a value
};

/// A number of the items by bucket: quartiles (type 7), NaN where nothing is known.
struct BucketNumber {
    std::string name; ///< price, title_length, description_length (characters), age_days (since the first event)
    struct Quartiles {
        std::int64_t known = 0;
        double lower = 0, median = 0, upper = 0;
    };
    std::array<Quartiles, stats::kBucketCount> buckets;
};

struct BucketProfile {
    stats::BucketCounts items{};
    std::vector<BucketColumn> columns; ///< what tells most about the bucket first
    std::vector<BucketNumber> numbers;
};
/// `table` is the support of items, `borders` its buckets. NoData for other entities.
Result<BucketProfile> bucketProfile(const Project& project, const stats::SupportTable& table,
                                    const stats::BucketBorders& borders, JobContext& job);

/// Bucket of every entity of a table, by its place.
std::vector<stats::Bucket> bucketsByPlace(std::size_t entities, const stats::BucketBorders& borders);

} // namespace core::store
