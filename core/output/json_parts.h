// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/stats/buckets.h"
#include "core/stats/compare.h"

#include <map>
#include <span>
#include <string>

namespace core::output {

/// {rule, head{classes[names]}, mid{…}, tail{…}, cold{…}}
Json bucketsJson(const stats::BucketRule& rule, std::span<const std::string> classNames,
                 std::span<const stats::Bucket> bucketOfClass);

/// {metric{value, low, high}}, with `p` for differences; numbers that are not finite are null.
Json intervalsJson(const std::map<std::string, stats::Difference>& intervals, bool withP);

} // namespace core::output
