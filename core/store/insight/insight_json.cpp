// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/insight/insight_json.h"

#include "core/store/split_store.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <unordered_map>

namespace core::store {
namespace {

using stats::kBucketCount;

std::string dateText(std::int64_t day) {
    constexpr std::int64_t kLastDay = 11'000'000;
    const std::chrono::year_month_day date{
        std::chrono::sys_days{std::chrono::days{std::clamp(day, -kLastDay, kLastDay)}}};
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

std::string nameOf(stats::Bucket bucket) {
    return std::string(stats::bucketName(bucket));
}

std::size_t place(stats::Bucket bucket) {
    return static_cast<std::size_t>(bucket);
}

Json countsJson(const stats::BucketCounts& counts, const std::vector<stats::Bucket>& buckets) {
    Json json = Json::object();
    for (const stats::Bucket bucket : buckets)
        json[nameOf(bucket)] = counts[place(bucket)];
    return json;
}

Json flowJson(const stats::BucketFlow& flow, const std::vector<stats::Bucket>& buckets, stats::Period step) {
    Json matrix = Json::object();
    const auto rowOf = [&](std::size_t from) {
        Json row = Json::object();
        for (const stats::Bucket to : buckets)
            row[nameOf(to)] = flow.from[from][place(to)];
        return row;
    };
    for (const stats::Bucket from : buckets)
        matrix[nameOf(from)] = rowOf(place(from));
    matrix["new"] = rowOf(stats::kNewState);
    Json json{{"period", stats::periodName(step)}, {"matrix", std::move(matrix)}, {"periods", Json::array()}};
    for (std::size_t i = 0; i < flow.start.size(); ++i)
        json["periods"].push_back({{"start", dateText(flow.start[i])},
                                   {"new", flow.fresh[i]},
                                   {"active", flow.active[i]},
                                   {"silent", flow.silent[i]}});
    return json;
}

Json numberOrNull(double value) {
    return std::isfinite(value) ? Json(value) : Json();
}

} // namespace

namespace {

Json overallRate(const ExposureTable& table) {
    double shown = 0, wanted = 0;
    for (const stats::Exposure& row : table.rows) {
        shown += static_cast<double>(row.shown);
        wanted += static_cast<double>(row.wanted);
    }
    return shown > 0 ? Json(wanted / shown) : Json();
}

} // namespace

Json exposureJson(const ExposureTable& table, const std::vector<std::string>& bucketNames, std::size_t most) {
    Json json{{"entity", table.entity},
              {"demand", table.demand},
              {"rate", overallRate(table)},
              {"prior", {{"alpha", table.prior.alpha}, {"beta", table.prior.beta}, {"mean", table.prior.mean()}}},
              {"unseen", table.unseen},
              {"reasons", Json::object()},
              {"entities", Json::array()}};
    for (const stats::Reason reason : table.reasons) {
        Json& number = json["reasons"][stats::reasonName(reason)];
        number = number.is_null() ? 1 : number.get<std::int64_t>() + 1;
    }
    if (table.positions) {
        json["positions"] = Json::array();
        for (std::size_t k = 0; k < table.positions->propensity.size(); ++k)
            json["positions"].push_back({{"position", table.firstPosition + static_cast<std::int64_t>(k)},
                                         {"propensity", table.positions->propensity[k]}});
    }
    for (std::size_t i = 0; i < std::min(most, table.names.size()); ++i) {
        const stats::Exposure& row = table.rows[i];
        Json one{
            {"name", table.names[i]},
            {"shown", row.shown},
            {"wanted", row.wanted},
            {"rate", row.shown > 0 ? Json(static_cast<double>(row.wanted) / static_cast<double>(row.shown)) : Json()},
            {"shrunk", table.prior.rate(row)},
            {"reason", stats::reasonName(table.reasons[i])}};
        if (i < bucketNames.size())
            one["bucket"] = bucketNames[i];
        if (!table.corrected.empty())
            one["corrected"] = table.corrected[i];
        json["entities"].push_back(std::move(one));
    }
    return json;
}

Json timeJson(const stats::Activity& activity, const stats::DistributionSummary& summary) {
    const auto buckets = bucketsByPlace(activity.entities, summary.borders);
    const auto used = stats::bucketsOf(summary.rule);
    const stats::Period period = stats::periodFor(activity);
    Json json{{"period", stats::periodName(period)},
              {"days", activity.days},
              {"left_out", activity.leftOut},
              {"lines", Json::array()}};
    const auto lines = stats::bucketLines(activity, buckets, period);
    for (std::size_t i = 0; i < lines.start.size(); ++i) {
        Json line = countsJson(lines.events[i], used);
        line["start"] = dateText(lines.start[i]);
        json["lines"].push_back(std::move(line));
    }
    const stats::Period step = std::max(period, stats::Period::Week);
    json["flow"] = flowJson(stats::bucketFlow(activity, summary.rule, step), used, step);
    const auto lives = stats::halfLives(activity, buckets);
    for (const stats::Bucket bucket : used) {
        const stats::HalfLife& life = lives[place(bucket)];
        json["half_life_days"][nameOf(bucket)] = {{"entities", life.entities},
                                                  {"lower_quartile", numberOrNull(life.lower)},
                                                  {"median", numberOrNull(life.median)},
                                                  {"upper_quartile", numberOrNull(life.upper)}};
    }
    json["calendar"] = Json::array();
    const auto days = stats::bucketLines(activity, buckets, stats::Period::Day);
    for (std::size_t i = 0; i < days.start.size(); ++i) {
        Json day = countsJson(days.events[i], used);
        if (std::all_of(days.events[i].begin(), days.events[i].end(), [](std::int64_t n) { return n == 0; }))
            continue;
        day["day"] = dateText(days.start[i]);
        json["calendar"].push_back(std::move(day));
    }
    const auto season = stats::seasonalityOf(activity);
    Json levels = Json::array();
    for (const double level : season.monthLevel)
        levels.push_back(numberOrNull(level));
    json["season"] = {{"days", season.days},
                      {"month_level", std::move(levels)},
                      {"weekly_strength", season.days > 0 ? Json(season.strength) : Json()},
                      {"weekday", season.weekday},
                      {"month", season.month}};
    return json;
}

Json profileJson(const BucketProfile& profile, const stats::BucketRule& rule, std::size_t mostValues) {
    const auto used = stats::bucketsOf(rule);
    Json json{{"items", countsJson(profile.items, used)}, {"columns", Json::array()}, {"numbers", Json::array()}};
    for (const BucketColumn& column : profile.columns) {
        Json values = Json::array();
        for (std::size_t i = 0; i < std::min(mostValues, column.values.size()); ++i)
            values.push_back({{"value", column.values[i]},
                              {"items", countsJson(column.counts[i], used)},
                              {"support", countsJson(column.support[i], used)}});
        json["columns"].push_back({{"name", column.name},
                                   {"information", column.association.information},
                                   {"corrected", column.association.corrected},
                                   {"explained", column.association.explained},
                                   {"distinct", column.values.size()},
                                   {"values", std::move(values)},
                                   {"missing", countsJson(column.missing, used)}});
    }
    for (const BucketNumber& number : profile.numbers) {
        Json one{{"name", number.name}};
        for (const stats::Bucket bucket : used) {
            const auto& of = number.buckets[place(bucket)];
            one[nameOf(bucket)] = {{"known", of.known},
                                   {"lower_quartile", numberOrNull(of.lower)},
                                   {"median", numberOrNull(of.median)},
                                   {"upper_quartile", numberOrNull(of.upper)}};
        }
        json["numbers"].push_back(std::move(one));
    }
    return json;
}

Json againstJson(const std::string& leftName, const stats::SupportTable& left, const std::string& rightName,
                 const stats::SupportTable& right, const Likeness& likeness, std::size_t most) {
    const auto side = [](const std::string& name, const stats::SupportTable& table) {
        return Json{{"name", name}, {"indices", stats::indicesJson(stats::computeIndices(table.counts))}};
    };
    Json pairs = Json::array();
    for (std::size_t i = 0; i < std::min(most, likeness.pairs.size()); ++i)
        pairs.push_back(
            {{"name", likeness.pairs[i].name}, {"left", likeness.pairs[i].left}, {"right", likeness.pairs[i].right}});
    return Json{{"left", side(leftName, left)},
                {"right", side(rightName, right)},
                {"likeness",
                 {{"both", likeness.both},
                  {"only_left", likeness.onlyLeft},
                  {"only_right", likeness.onlyRight},
                  {"spearman", numberOrNull(likeness.spearman)},
                  {"jensen_shannon", numberOrNull(likeness.jensenShannon)}}},
                {"pairs", std::move(pairs)}};
}

std::optional<std::int64_t> parseDay(const std::string& text) {
    int year = 0;
    unsigned month = 0, day = 0;
    char rest = 0;
    if (text.size() != 10 || std::sscanf(text.c_str(), "%4d-%2u-%2u%c", &year, &month, &day, &rest) != 3)
        return {};
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok())
        return {};
    return std::chrono::sys_days{date}.time_since_epoch().count();
}

std::array<std::array<std::int64_t, 4>, kBucketCount>
reasonsByBucket(const ExposureTable& exposure, const stats::SupportTable& table, const stats::BucketBorders& borders) {
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < exposure.names.size(); ++i)
        places.emplace(exposure.names[i], i);
    const auto buckets = bucketsByPlace(table.names.size(), borders);
    std::array<std::array<std::int64_t, 4>, kBucketCount> reasons{};
    for (std::size_t i = 0; i < table.names.size(); ++i)
        if (const auto found = places.find(table.names[i]); found != places.end())
            ++reasons[static_cast<std::size_t>(buckets[i])][static_cast<std::size_t>(exposure.reasons[found->second])];
    return reasons;
}

Result<stats::AdviceInput> adviceInputOf(const Project& project, const stats::SupportTable& table,
                                         const stats::DistributionSummary& summary, std::optional<SplitId> split,
                                         JobContext& job) {
    stats::AdviceInput input;
    input.entity = table.entity;
    input.measure = table.measure;
    input.summary = summary;
    input.powerLaw = stats::fitPowerLaw(table.counts);
    if (input.powerLaw) {
        input.rivals = stats::comparePowerLaw(table.counts, *input.powerLaw);
        constexpr std::size_t kQuick = 20'000; // a hundred repetitions of so many take a second or two
        constexpr int kRepetitions = 100;
        if (table.counts.size() <= kQuick) {
            TL_TRY(input.powerLawTest, stats::testPowerLaw(table.counts, *input.powerLaw, kRepetitions, 1, job));
        }
    }
    const auto missing = [](const Error& error) {
        return error.code == ErrorCode::NoData || error.code == ErrorCode::NoSplit ||
               error.code == ErrorCode::UnknownChoice;
    };
    if (const auto exposure = exposureOf(project, table.entity, {}, job); exposure.ok())
        input.reasons = reasonsByBucket(*exposure, table, summary.borders);
    else if (!missing(exposure.error()))
        return exposure.error();
    if (const auto activity = activityOf(project, table, job); activity.ok()) {
        const auto flow =
            stats::bucketFlow(*activity, summary.rule, std::max(stats::periodFor(*activity), stats::Period::Week));
        const auto& tail = flow.from[place(stats::Bucket::Tail)];
        if (std::any_of(tail.begin(), tail.end(), [](std::int64_t n) { return n > 0; }))
            input.stays = flow.stays(); // one period alone says nothing of the next
    } else if (!missing(activity.error()))
        return activity.error();
    if (table.entity != "label" && table.entity != "category")
        return input;
    const auto info = split ? splitInfo(project, *split) : latestSplit(project);
    if (!info.ok()) {
        if (missing(info.error()))
            return input;
        return info.error();
    }
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < table.names.size(); ++i)
        places.emplace(table.names[i], i);
    const auto buckets = bucketsByPlace(table.names.size(), summary.borders);
    std::array<std::int64_t, kBucketCount> rows{};
    for (std::size_t c = 0; c < std::min(info->labels.size(), info->perClass.size()); ++c)
        if (const auto found = places.find(info->labels[c]); found != places.end())
            rows[static_cast<std::size_t>(buckets[found->second])] += info->perClass[c][2];
    input.testRows = rows;
    return input;
}

} // namespace core::store
