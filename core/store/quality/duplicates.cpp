// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/store/clean/fingerprint.h"
#include "core/store/quality/quality_parts.h"
#include "core/store/stored_values.h"
#include "core/store/title_key.h"
#include "core/text/normalise.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace core::store::quality {
namespace {

using Severity = QualityFinding::Severity;
using Topic = QualityFinding::Topic;

constexpr std::size_t kExamples = 5;

/// A title in the two forms in which titles are compared.
struct TitleForms {
    std::size_t key = 0;   ///< hash of TitleKey: case and spaces aside
    std::size_t words = 0; ///< hash of the comparison form: HTML, punctuation and full-width forms aside, too
};

struct TitledItem {
    std::int64_t id = 0;
    TitleForms forms;
    std::size_t exact = 0, label = 0; ///< hashes; label 0 = none
};

Status duplicateEvents(Database& database, JobContext& job, std::vector<QualityFinding>& findings) {
    TL_TRY(const auto rows, clean::printRows(database, "SELECT id, " + clean::eventContents() + " FROM event", job));
    if (rows.empty())
        return {};
    std::int64_t groups = 0, repeated = 0;
    TL_CHECK_STATUS(clean::forEachRun(rows, [&](std::size_t first, std::size_t last) -> Status {
        ++groups;
        repeated += static_cast<std::int64_t>(last - first) - 1;
        return {};
    }));
    findings.push_back({repeated > 0 ? Severity::Warning : Severity::Ok,
                        Topic::Duplicates,
                        "duplicate_events",
                        repeated > 0 ? TL_NOOP("Quality", "Events repeat others in every column. The step “Exact "
                                                          "duplicates” of cleaning drops them.")
                                     : TL_NOOP("Quality", "No event repeats another in every column."),
                        {{"events", rows.size()}, {"groups", groups}, {"repeated", repeated}}});
    return {};
}

Result<std::vector<TitledItem>> readTitles(Database& database, JobContext& job) {
    std::vector<TitledItem> items;
    TitleKey keyOf;
    TL_TRY(auto words, text::Normaliser::make(text::comparisonForm()));
    const std::hash<std::string_view> hash;
    TL_TRY(Statement rows, database.prepare("SELECT id, title, label FROM item WHERE title <> ''"));
    for (;;) {
        if (items.size() % 256 == 0)
            TL_CHECK_STATUS(job.check());
        TL_TRY(const bool more, rows.step());
        if (!more)
            return items;
        const std::string_view title = rows.text(1);
        items.push_back({rows.integer(0),
                         {hash(keyOf(title)), hash(words(title))},
                         hash(title),
                         rows.text(2).empty() ? 0 : (hash(rows.text(2)) | 1U)});
    }
}

/// Items that share a title: groups, and how many there are beside the first of each.
struct Shared {
    std::int64_t groups = 0, items = 0, conflicting = 0;
    std::vector<std::int64_t> examples; ///< ids of items, largest groups first
};
template <class Form> Shared sharedTitles(const std::vector<TitledItem>& items, Form form) {
    std::unordered_map<std::size_t, std::vector<std::size_t>> byTitle;
    for (std::size_t i = 0; i < items.size(); ++i)
        byTitle[form(items[i])].push_back(i);
    Shared shared;
    std::vector<std::pair<std::size_t, std::int64_t>> groups; // size, id of the first
    for (const auto& [title, members] : byTitle) {
        if (members.size() < 2)
            continue;
        ++shared.groups;
        shared.items += static_cast<std::int64_t>(members.size()) - 1;
        groups.emplace_back(members.size(), items[members.front()].id);
        std::size_t label = 0;
        bool differ = false;
        for (const std::size_t i : members) {
            differ = differ || (label != 0 && items[i].label != 0 && items[i].label != label);
            label = items[i].label != 0 ? items[i].label : label;
        }
        shared.conflicting += differ ? 1 : 0;
    }
    std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    for (std::size_t i = 0; i < std::min(kExamples, groups.size()); ++i)
        shared.examples.push_back(groups[i].second);
    return shared;
}

Result<Json> titlesOf(Database& database, const std::vector<std::int64_t>& ids) {
    Json titles = Json::array();
    TL_TRY(Statement row, database.prepare("SELECT title FROM item WHERE id = ?1"));
    for (const std::int64_t id : ids) {
        row.reset();
        row.bind(1, id);
        TL_TRY(const bool found, row.step());
        if (found)
            titles.push_back(row.text(0));
    }
    return titles;
}

Status duplicateTitles(Database& database, const std::vector<TitledItem>& items,
                       std::vector<QualityFinding>& findings) {
    if (items.empty())
        return {};
    const Shared exact = sharedTitles(items, [](const TitledItem& one) { return one.exact; });
    const Shared key = sharedTitles(items, [](const TitledItem& one) { return one.forms.key; });
    const Shared words = sharedTitles(items, [](const TitledItem& one) { return one.forms.words; });
    TL_TRY(const Json examples, titlesOf(database, words.examples));
    findings.push_back({words.items > 0 ? Severity::Warning : Severity::Ok,
                        Topic::Duplicates,
                        "duplicate_titles",
                        words.items > 0
                            ? TL_NOOP("Quality", "Items share their title with others: the same product under several "
                                                 "numbers? The step “Key duplicates” of cleaning merges them.")
                            : TL_NOOP("Quality", "No two items have the same title."),
                        {{"items", items.size()},
                         {"same_title", exact.items},
                         {"same_but_case_and_spaces", key.items},
                         {"same_words", words.items},
                         {"groups", words.groups},
                         {"examples", examples}}});
    if (words.conflicting > 0)
        findings.push_back({Severity::Warning,
                            Topic::Duplicates,
                            "conflicting_labels",
                            TL_NOOP("Quality", "Items with the same title have different labels: no model can learn "
                                               "both."),
                            {{"titles", words.conflicting}}});
    return {};
}

/// Validation and test items of a split whose title is in training, too, in each form.
Status titlesAcrossParts(Database& database, std::int64_t split, const std::string& name,
                         const std::unordered_map<std::int64_t, TitleForms>& forms,
                         std::vector<QualityFinding>& findings) {
    TL_TRY(Statement rows,
           database.prepare("SELECT part, item_id FROM split_row WHERE split_id = ?1 ORDER BY part, item_id"));
    rows.bind(1, split);
    std::unordered_set<std::size_t> keys, words;
    std::int64_t all = 0, sameKey = 0, sameWords = 0;
    std::vector<std::int64_t> examples;
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            break;
        const auto found = forms.find(rows.integer(1));
        if (found == forms.end())
            continue;
        if (rows.integer(0) == 0) { // training comes first
            keys.insert(found->second.key);
            words.insert(found->second.words);
            continue;
        }
        ++all;
        sameKey += keys.contains(found->second.key) ? 1 : 0;
        if (!words.contains(found->second.words))
            continue;
        ++sameWords;
        if (examples.size() < kExamples)
            examples.push_back(rows.integer(1));
    }
    if (all == 0)
        return {};
    TL_TRY(const Json titles, titlesOf(database, examples));
    findings.push_back(
        {sameWords > 0 ? Severity::Warning : Severity::Ok,
         Topic::Duplicates,
         "titles_across_parts",
         sameWords > 0 ? TL_NOOP("Quality", "Items of validation or test have a title that also occurs in training: "
                                            "results may look better than they are.")
                       : TL_NOOP("Quality", "No title of validation or test occurs in training."),
         {{"split", name},
          {"items", all},
          {"same_but_case_and_spaces", sameKey},
          {"same_words", sameWords},
          {"examples", titles}}});
    return {};
}

/// Users and sessions whose events are in training and in another part. That is as it should be for recommendation, and
/// a leak where the split was grouped by them.
Status groupsAcrossParts(Database& database, std::int64_t split, const std::string& name, const std::string& group,
                         std::vector<QualityFinding>& findings) {
    Json numbers{{"split", name}, {"grouped_by", group}};
    bool broken = false;
    for (const auto& [what, column] : std::array<std::pair<const char*, const char*>, 3>{
             {{"user", "user_id"}, {"session", "session"}, {"item", "item_id"}}}) {
        TL_TRY(
            Statement rows,
            database.prepare("SELECT count(*), sum(train AND other) FROM (SELECT max(s.part = 0) AS train, max(s.part "
                             "> 0) AS other FROM split_event s JOIN event e ON e.id = s.event_id WHERE s.split_id = "
                             "?1 AND e." +
                             std::string(column) + " IS NOT NULL GROUP BY e." + column + ")"));
        rows.bind(1, split);
        TL_TRY(const bool found, rows.step());
        if (!found || rows.integer(0) == 0)
            continue;
        numbers[std::string(what) + "s"] = rows.integer(0);
        numbers[std::string(what) + "s_across"] = rows.integer(1);
        broken = broken || (group == what && rows.integer(1) > 0);
    }
    findings.push_back({broken ? Severity::Warning : Severity::Ok, Topic::Duplicates, "groups_across_parts",
                        broken ? TL_NOOP("Quality", "The split was grouped, but groups have rows in training and in "
                                                    "another part.")
                               : TL_NOOP("Quality", "How many users, sessions and items are in training and in another "
                                                    "part of a split of events."),
                        std::move(numbers)});
    return {};
}

Status acrossSplits(Database& database, const std::vector<TitledItem>& items, JobContext& job,
                    std::vector<QualityFinding>& findings) {
    std::unordered_map<std::int64_t, TitleForms> forms;
    TL_TRY(Statement splits, database.prepare("SELECT id, name, unit, config FROM split ORDER BY id"));
    for (;;) {
        TL_TRY(const bool more, splits.step());
        if (!more)
            return {};
        TL_CHECK_STATUS(job.check());
        if (forms.empty())
            for (const TitledItem& item : items)
                forms.emplace(item.id, item.forms);
        const std::int64_t id = splits.integer(0);
        const std::string name(splits.text(1)), unit(splits.text(2));
        TL_TRY(const Json config, storedJson(database, splits.text(3), "split.config"));
        const std::string group = config.is_object() && config.contains("group") && config["group"].is_string()
                                      ? config["group"].get<std::string>()
                                      : std::string();
        if (unit == "event")
            TL_CHECK_STATUS(groupsAcrossParts(database, id, name, group, findings));
        else
            TL_CHECK_STATUS(titlesAcrossParts(database, id, name, forms, findings));
    }
}

} // namespace

Status findDuplicates(Database& database, JobContext& job, std::vector<QualityFinding>& findings) {
    job.begin(TL_NOOP("Job", "Looking for duplicates"), 0, "");
    TL_CHECK_STATUS(duplicateEvents(database, job, findings));
    TL_TRY(const auto items, readTitles(database, job));
    TL_CHECK_STATUS(duplicateTitles(database, items, findings));
    return acrossSplits(database, items, job, findings);
}

} // namespace core::store::quality
