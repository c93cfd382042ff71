// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/activity.h"
#include "core/stats/distribution.h"
#include "core/store/entity_store.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

/// Two distributions of one entity side by side: two spans of time, two parts of a split, a selection and the rest, two
/// projects. Each side is a support table like any other.
namespace core::store {

/// What the measure counts between two days (since 1970-01-01, both included), of the entities of `table`; those
/// without any then have support 0. `activity` is the table's own (activityOf).
stats::SupportTablePtr supportBetween(const stats::SupportTable& table, const stats::Activity& activity,
                                      std::int64_t firstDay, std::int64_t lastDay);

/// Only the entities of that name, or only the others.
stats::SupportTablePtr supportOfNames(const stats::SupportTable& table, const std::set<std::string>& names,
                                      bool others);

/// Rows of one part of a split (data::Part), by class, category or brand: UnknownChoice for other entities,
/// NoSuchSplit, NoData for a split of events. Cancellable.
Result<stats::SupportTablePtr> supportOfPart(const Project& project, const std::string& entity, SplitId split,
                                             data::Part part, JobContext& job);

/// One entity on both sides, by name.
struct Pairing {
    std::string name;
    std::int64_t left = 0, right = 0;
};
/// How alike two distributions are.
struct Likeness {
    std::int64_t both = 0, onlyLeft = 0, onlyRight = 0; ///< entities with support
    double spearman = 0; ///< rank correlation over the entities with support on either side; ties get mean ranks; NaN
                         ///< where one side is all alike
    double jensenShannon = 0;   ///< between the two shares, nats; 0 … ln 2; NaN where one side is empty
    std::vector<Pairing> pairs; ///< largest of both together first
};
Likeness likenessOf(const stats::SupportTable& left, const stats::SupportTable& right);

} // namespace core::store
