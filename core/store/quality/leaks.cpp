// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/store/browse/sql_functions.h"
#include "core/store/quality/quality_parts.h"
#include "core/store/stored_values.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace core::store::quality {
namespace {

using Severity = QualityFinding::Severity;
using Topic = QualityFinding::Topic;

constexpr double kNearlyAll = 0.99;
constexpr double kMost = 0.9;
constexpr std::int64_t kEnough = 20; ///< rows: with fewer, anything happens by chance

/// A column that a model may be given, over `item t`.
struct Feature {
    std::string name, sql;
};

Result<std::vector<Feature>> featuresOf(Database& database, JobContext& job) {
    std::vector<Feature> features{{"category", "t.category"},
                                  {"brand", "t.brand"},
                                  {"title", "t.title"},
                                  {"description", "t.description"},
                                  {"price", "CAST(t.price AS TEXT)"}};
    constexpr int kMostAttributes = 50;
    TL_TRY(Statement rows, database.prepare("SELECT DISTINCT j.key FROM item t, json_each(t.attributes) j WHERE "
                                            "t.attributes IS NOT NULL AND t.label <> '' LIMIT " +
                                            std::to_string(kMostAttributes)));
    for (;;) {
        TL_CHECK_STATUS(job.check());
        TL_TRY(const bool more, rows.step());
        if (!more)
            return features;
        const std::string name(rows.text(0));
        if (name.find_first_of("\"'") == std::string::npos)
            features.push_back(
                {"attributes." + name, "CAST(json_extract(t.attributes, '$.\"" + name + "\"') AS TEXT)"});
    }
}

double shareOf(std::int64_t part, std::int64_t all) {
    return all > 0 ? static_cast<double>(part) / static_cast<double>(all) : 0;
}

Status labelEqualsFeature(Database& database, const Feature& feature, std::vector<QualityFinding>& findings) {
    TL_TRY(Statement rows, database.prepare("SELECT count(*), sum(tl_fold(trim(" + feature.sql +
                                            ")) = tl_fold(trim(t.label))) FROM item t "
                                            "WHERE t.label <> '' AND " +
                                            feature.sql + " <> ''"));
    TL_TRY(const bool found, rows.step());
    const std::int64_t all = found ? rows.integer(0) : 0, same = found ? rows.integer(1) : 0;
    if (all < kEnough || shareOf(same, all) < kMost)
        return {};
    findings.push_back({Severity::Warning,
                        Topic::Leakage,
                        "label_equals_feature",
                        TL_NOOP("Quality", "A column says the label outright: a model that sees it needs to learn "
                                           "nothing."),
                        {{"column", "item." + feature.name}, {"rows", all}, {"share", shareOf(same, all)}}});
    return {};
}

Status titleContainsLabel(Database& database, std::vector<QualityFinding>& findings) {
    TL_TRY(Statement rows, database.prepare("SELECT count(*), sum(instr(tl_fold(t.title), tl_fold(trim(t.label))) > 0) "
                                            "FROM item t WHERE trim(t.label) <> ''"));
    TL_TRY(const bool found, rows.step());
    const std::int64_t all = found ? rows.integer(0) : 0, same = found ? rows.integer(1) : 0;
    if (all < kEnough || shareOf(same, all) < 0.5)
        return {};
    findings.push_back({Severity::Note,
                        Topic::Leakage,
                        "title_contains_label",
                        TL_NOOP("Quality", "Most titles hold their label as a word: learning it may be looking it up."),
                        {{"rows", all}, {"share", shareOf(same, all)}}});
    return {};
}

/// How well the commonest label of each value does, over values with at least two rows, against that of all rows.
struct Determined {
    std::int64_t values = 0, rows = 0, right = 0, labelled = 0, commonest = 0;
};
Result<Determined> determined(Database& database, const Feature& feature, JobContext& job) {
    struct Value {
        std::int64_t rows = 0, most = 0;
    };
    std::unordered_map<std::string, Value> values;
    std::unordered_map<std::string, std::int64_t> labels;
    Determined result;
    TL_TRY(Statement rows, database.prepare("SELECT " + feature.sql +
                                            ", t.label, count(*) FROM item t WHERE t.label <> "
                                            "'' GROUP BY 1, 2"));
    for (;;) {
        TL_CHECK_STATUS(job.check());
        TL_TRY(const bool more, rows.step());
        if (!more)
            break;
        const std::int64_t count = rows.integer(2);
        result.labelled += count;
        labels[std::string(rows.text(1))] += count;
        if (rows.text(0).empty())
            continue;
        Value& value = values[std::string(rows.text(0))];
        value.rows += count;
        value.most = std::max(value.most, count);
    }
    for (const auto& [text, value] : values) {
        if (value.rows < 2)
            continue;
        ++result.values;
        result.rows += value.rows;
        result.right += value.most;
    }
    for (const auto& [label, count] : labels)
        result.commonest = std::max(result.commonest, count);
    return result;
}

Status valueDeterminesLabel(Database& database, const Feature& feature, JobContext& job,
                            std::vector<QualityFinding>& findings) {
    TL_TRY(const Determined result, determined(database, feature, job));
    const double share = shareOf(result.right, result.rows);
    const bool most = 2 * result.rows >= result.labelled && result.rows >= kEnough && result.values > 1;
    if (!most || share < kNearlyAll || share - shareOf(result.commonest, result.labelled) < 0.1)
        return {};
    findings.push_back(
        {feature.name == "category" ? Severity::Note : Severity::Warning,
         Topic::Leakage,
         "value_determines_label",
         TL_NOOP("Quality", "The values of a column nearly always go with one label, as those of an id "
                            "would: a model that sees it may learn them by heart."),
         {{"column", "item." + feature.name}, {"values", result.values}, {"rows", result.rows}, {"share", share}}});
    return {};
}

/// Rows sorted by label: whoever knows the place or number of a row knows its label.
Status orderTellsLabel(Database& database, JobContext& job, std::vector<QualityFinding>& findings) {
    TL_TRY(Statement rows, database.prepare("SELECT label FROM item WHERE label <> '' ORDER BY id"));
    std::unordered_map<std::string, std::int64_t> counts;
    std::string before;
    std::int64_t all = 0, changes = 0;
    for (;; ++all) {
        if (all % 1024 == 0)
            TL_CHECK_STATUS(job.check());
        TL_TRY(const bool more, rows.step());
        if (!more)
            break;
        if (all > 0 && rows.text(0) != before)
            ++changes;
        before = rows.text(0);
        ++counts[before];
    }
    double alike = 0; // chance that two neighbours of a shuffled list are alike
    for (const auto& [label, count] : counts)
        alike += shareOf(count, all) * shareOf(count - 1, all - 1);
    const double expected = static_cast<double>(all - 1) * (1 - alike);
    if (all < kEnough || counts.size() < 2 || static_cast<double>(changes) > expected / 2)
        return {};
    findings.push_back({Severity::Note,
                        Topic::Leakage,
                        "order_tells_label",
                        TL_NOOP("Quality", "Items are sorted by label: their order and running numbers tell it. Give "
                                           "neither to a model."),
                        {{"items", all}, {"changes", changes}, {"expected_changes", expected}}});
    return {};
}

/// The same for labels of events.
Status eventLabels(Database& database, std::vector<QualityFinding>& findings) {
    for (const char* column : {"quantity", "price", "position", "kind", "cancelled"}) {
        TL_TRY(Statement rows, database.prepare("SELECT count(*), sum(tl_number(label) = " + std::string(column) +
                                                ") FROM event WHERE label <> '' AND " + column + " IS NOT NULL"));
        TL_TRY(const bool found, rows.step());
        const std::int64_t all = found ? rows.integer(0) : 0, same = found ? rows.integer(1) : 0;
        if (all >= kEnough && shareOf(same, all) >= kMost)
            findings.push_back(
                {Severity::Warning,
                 Topic::Leakage,
                 "label_equals_feature",
                 TL_NOOP("Quality", "A column says the label outright: a model that sees it needs to "
                                    "learn nothing."),
                 {{"column", "event." + std::string(column)}, {"rows", all}, {"share", shareOf(same, all)}}});
    }
    return {};
}

/// Training rows that are later than the first row of test.
Status timeTravel(Database& database, JobContext& job, std::vector<QualityFinding>& findings) {
    TL_TRY(Statement splits, database.prepare("SELECT id, name, unit, config FROM split ORDER BY id"));
    for (;;) {
        TL_CHECK_STATUS(job.check());
        TL_TRY(const bool more, splits.step());
        if (!more)
            return {};
        const bool events = splits.text(2) == "event";
        TL_TRY(const Json config, storedJson(database, splits.text(3), "split.config"));
        const bool byTime = config.is_object() && config.contains("kind") && config["kind"] == "time";
        const std::string rows = std::string("SELECT s.part AS part, r.time AS time FROM ") +
                                 (events ? "split_event s JOIN event r ON r.id = s.event_id"
                                         : "split_row s JOIN item r ON r.id = s.item_id") +
                                 " WHERE s.split_id = ?1 AND r.time IS NOT NULL";
        TL_TRY(Statement count, database.prepare("WITH rows AS MATERIALIZED (" + rows +
                                                 "), test AS (SELECT min(time) AS first FROM rows "
                                                 "WHERE part = 2) SELECT count(*), sum(rows.time > "
                                                 "test.first) FROM rows, test WHERE rows.part = 0 "
                                                 "AND test.first IS NOT NULL"));
        count.bind(1, splits.integer(0));
        TL_TRY(const bool found, count.step());
        const std::int64_t all = found ? count.integer(0) : 0, later = found ? count.integer(1) : 0;
        if (all == 0)
            continue;
        const bool wrong = later > 0;
        findings.push_back(
            {!wrong ? Severity::Ok : (byTime ? Severity::Warning : Severity::Note),
             Topic::Leakage,
             "time_travel",
             wrong ? TL_NOOP("Quality", "Training rows are later than the first row of test: the model learns from the "
                                        "future. A split by time prevents it.")
                   : TL_NOOP("Quality", "No training row is later than the first row of test."),
             {{"split", std::string(splits.text(1))},
              {"rows", all},
              {"later", later},
              {"share", shareOf(later, all)}}});
    }
}

} // namespace

Status findLeaks(Database& database, JobContext& job, std::vector<QualityFinding>& findings) {
    job.begin(TL_NOOP("Job", "Looking for leaks"), 0, "");
    TL_CHECK_STATUS(addSqlFunctions(database));
    TL_TRY(const auto features, featuresOf(database, job));
    for (const Feature& feature : features) {
        TL_CHECK_STATUS(job.check());
        TL_CHECK_STATUS(labelEqualsFeature(database, feature, findings));
        if (feature.name != "title" && feature.name != "description" && feature.name != "price")
            TL_CHECK_STATUS(valueDeterminesLabel(database, feature, job, findings));
    }
    TL_CHECK_STATUS(titleContainsLabel(database, findings));
    TL_CHECK_STATUS(orderTellsLabel(database, job, findings));
    TL_CHECK_STATUS(eventLabels(database, findings));
    return timeTravel(database, job, findings);
}

} // namespace core::store::quality
