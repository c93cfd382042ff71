// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/json_parts.h"

#include <cmath>

namespace core::output {
namespace {

Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json();
}

} // namespace

Json bucketsJson(const stats::BucketRule& rule, std::span<const std::string> classNames,
                 std::span<const stats::Bucket> bucketOfClass) {
    Json json{{"rule", stats::formatBucketRule(rule)}};
    for (const stats::Bucket bucket : stats::bucketsOf(rule))
        json[std::string(stats::bucketName(bucket))] = Json{{"classes", Json::array()}};
    for (std::size_t i = 0; i < classNames.size(); ++i)
        json[std::string(stats::bucketName(bucketOfClass[i]))]["classes"].push_back(classNames[i]);
    return json;
}

Json intervalsJson(const std::map<std::string, stats::Difference>& intervals, bool withP) {
    Json json = Json::object();
    for (const auto& [metric, interval] : intervals) {
        Json entry{{"value", number(interval.value)}, {"low", number(interval.low)}, {"high", number(interval.high)}};
        if (withP)
            entry["p"] = number(interval.pValue);
        json[metric] = std::move(entry);
    }
    return json;
}

} // namespace core::output
