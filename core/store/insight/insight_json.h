// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/advice.h"
#include "core/store/insight/compare.h"
#include "core/store/insight/insight.h"

namespace core::store {

/// The stable JSON of `describe --section …`.
/// exposure: entity, demand, prior{alpha, beta, mean}, unseen, reasons by bucket, positions[], entities[] (the first
/// `most`: name, shown, wanted, rate, shrunk, corrected, reason).
Json exposureJson(const ExposureTable& table, const std::vector<std::string>& bucketNames, std::size_t most);
/// time: period, lines[{start, head, mid, tail, cold}], flow[before][after], fresh, active, silent, half_lives, season.
Json timeJson(const stats::Activity& activity, const stats::DistributionSummary& summary);
/// causes: items, columns[{name, information, explained, values[…], missing}], numbers[…].
Json profileJson(const BucketProfile& profile, const stats::BucketRule& rule, std::size_t mostValues);

/// against: left and right {name, indices}, likeness{both, only_left, only_right, spearman, jensen_shannon}, and the
/// first `most` pairs.
Json againstJson(const std::string& leftName, const stats::SupportTable& left, const std::string& rightName,
                 const stats::SupportTable& right, const Likeness& likeness, std::size_t most);
/// A day as YYYY-MM-DD, to days since 1970-01-01; nothing for every other text.
std::optional<std::int64_t> parseDay(const std::string& text);

/// Reasons by bucket: what advice wants to know of an exposure table. Buckets are those of `table`.
std::array<std::array<std::int64_t, 4>, stats::kBucketCount>
reasonsByBucket(const ExposureTable& exposure, const stats::SupportTable& table, const stats::BucketBorders& borders);

/// All that advice can be given from: reads what it needs, leaves out what is not there. Cancellable.
Result<stats::AdviceInput> adviceInputOf(const Project& project, const stats::SupportTable& table,
                                         const stats::DistributionSummary& summary, std::optional<SplitId> split,
                                         JobContext& job);

} // namespace core::store
