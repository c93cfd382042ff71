// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/buckets.h"
#include "core/store/project.h"

#include <string>
#include <vector>

namespace core::store {

/// A bucket rule under a name, stored in the project.
struct NamedRule {
    std::string name;
    stats::BucketRule rule;
};

/// By name. ProjectDamaged when what is stored is none of ours.
Result<std::vector<NamedRule>> bucketRules(const Project& project);
/// Keeps a rule, in place of one of the same name. Usage for a name without letters, or one that reads like a rule
/// ("shots:100,20"): it could not be told from one on the command line.
Status saveBucketRule(Project& project, const NamedRule& rule);
/// UnknownChoice when there is none of that name.
Status removeBucketRule(Project& project, const std::string& name);
/// A rule as text, or the name of a stored one.
Result<stats::BucketRule> findBucketRule(const Project& project, const std::string& text);

} // namespace core::store
