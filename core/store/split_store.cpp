// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/split_store.h"

#include "core/base/noop.h"
#include "core/data/values.h"
#include "core/store/database.h"
#include "core/store/split_store_plan.h"
#include "core/store/stored_values.h"
#include "core/store/title_key.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

namespace core::store {
namespace {

constexpr std::int64_t kRowsBetweenChecks = 1024;

/// All labelled items as columns, in the order of their keys.
struct LabelledItems {
    std::vector<ItemId> items;
    std::vector<std::string> titles; ///< as TitleKey makes them
    std::vector<ClassIndex> classes;
    std::vector<std::string> labels; ///< most frequent first, ties by name
};

/// Renumbers the classes from order of appearance to order of frequency.
void orderLabels(LabelledItems& data) {
    std::vector<std::int64_t> counts(data.labels.size(), 0);
    for (const ClassIndex label : data.classes)
        ++counts[static_cast<std::size_t>(label)];
    std::vector<std::size_t> order(data.labels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : data.labels[a] < data.labels[b];
    });
    std::vector<ClassIndex> place(order.size());
    std::vector<std::string> names(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[order[i]] = static_cast<ClassIndex>(i);
        names[i] = std::move(data.labels[order[i]]);
    }
    data.labels = std::move(names);
    for (ClassIndex& label : data.classes)
        label = place[static_cast<std::size_t>(label)];
}

Status readLabelled(Database& database, JobContext& job, LabelledItems& data) {
    database.setCancelProbe([&job] { return job.cancelled(); });
    TL_TRY(const std::int64_t total, database.queryInteger("SELECT count(*) FROM item"));
    job.begin(TL_NOOP("Job", "Reading items"), total, "items");
    // The order of the keys, not of the ids: a split must not depend on the order in which files were imported.
    TL_TRY(Statement statement, database.prepare("SELECT id, label, category, title FROM item ORDER BY key"));
    std::unordered_map<std::string, ClassIndex> classOf;
    TitleKey titleKey;
    for (std::int64_t row = 0;; ++row) {
        if (row % kRowsBetweenChecks == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(row);
        }
        TL_TRY(const bool more, statement.step());
        if (!more)
            return {};
        std::string_view name = data::trim(statement.text(1));
        if (name.empty())
            name = data::trim(statement.text(2));
        if (name.empty())
            continue;
        const auto [found, isNew] = classOf.try_emplace(std::string(name), static_cast<ClassIndex>(data.labels.size()));
        if (isNew)
            data.labels.emplace_back(name);
        data.classes.push_back(found->second);
        data.items.push_back(ItemId{statement.integer(0)});
        data.titles.push_back(titleKey(statement.text(3)));
    }
}

std::int64_t countCrossDuplicates(const LabelledItems& data, const std::vector<std::int8_t>& parts) {
    std::unordered_set<std::string_view> training;
    for (std::size_t row = 0; row < parts.size(); ++row)
        if (parts[row] == static_cast<std::int8_t>(data::Part::Train) && !data.titles[row].empty())
            training.insert(data.titles[row]);
    std::int64_t count = 0;
    for (std::size_t row = 0; row < parts.size(); ++row)
        if (parts[row] > static_cast<std::int8_t>(data::Part::Train) && training.contains(data.titles[row]))
            ++count;
    return count;
}

Result<SplitId> insertSplit(Database& database, SplitConfig config, const LabelledItems& data,
                            std::int64_t duplicates) {
    if (config.name.empty()) {
        TL_TRY(const std::int64_t next, database.queryInteger("SELECT coalesce(max(id), 0) + 1 FROM split"));
        config.name = "split " + std::to_string(next);
    }
    TL_TRY(Statement insert, database.prepare("INSERT INTO split(name, config, created, labels, cross_duplicates) "
                                              "VALUES(?1, ?2, ?3, ?4, ?5)"));
    const std::string configText = dumpJson(splitConfigJson(config));
    const std::string created = utcNow();
    const std::string labels = dumpJson(Json(data.labels));
    insert.bind(1, std::string_view(config.name));
    insert.bind(2, std::string_view(configText));
    insert.bind(3, std::string_view(created));
    insert.bind(4, std::string_view(labels));
    insert.bind(5, duplicates);
    TL_CHECK_STATUS(insert.run());
    return SplitId{database.lastInsertRowId()};
}

Status insertRows(Database& database, SplitId split, const LabelledItems& data, const std::vector<std::int8_t>& parts,
                  JobContext& job) {
    TL_TRY(Statement insert,
           database.prepare("INSERT INTO split_row(split_id, item_id, part, class) VALUES(?1, ?2, ?3, ?4)"));
    insert.bind(1, raw(split));
    for (std::size_t row = 0; row < parts.size(); ++row) {
        if (row % static_cast<std::size_t>(kRowsBetweenChecks) == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(static_cast<std::int64_t>(row));
        }
        if (parts[row] == kUnused)
            continue;
        insert.bind(2, raw(data.items[row]));
        insert.bind(3, std::int64_t{parts[row]});
        insert.bind(4, std::int64_t{data.classes[row]});
        TL_CHECK_STATUS(insert.run());
    }
    return {};
}

} // namespace

Result<SplitInfo> makeSplit(Project& project, const SplitConfig& config, JobContext& job) {
    TL_CHECK_STATUS(checkSplitConfig(config));
    if (project.readOnly())
        return Error(ErrorCode::ProjectReadOnly).inFile(project.path());
    LabelledItems data;
    TL_CHECK_STATUS(project.read([&](Database& database) { return readLabelled(database, job, data); }));
    if (data.items.empty())
        return Error(ErrorCode::NoData, "no item has a label or a category. Import a catalogue with one of them");
    orderLabels(data);
    TL_TRY(const auto parts, planSplit(config, data.labels, data.classes));
    const std::int64_t duplicates = countCrossDuplicates(data, parts);

    job.begin(TL_NOOP("Job", "Storing the split"), static_cast<std::int64_t>(parts.size()), "items");
    SplitId id{};
    TL_CHECK_STATUS(project.write([&](Database& database) -> Status {
        TL_TRY(id, insertSplit(database, config, data, duplicates));
        return insertRows(database, id, data, parts, job);
    }));
    return splitInfo(project, id);
}

Status removeSplit(Project& project, SplitId split) {
    TL_TRY(const SplitInfo info, splitInfo(project, split));
    return project.write([&](Database& database) -> Status {
        std::string runs;
        {
            TL_TRY(Statement users, database.prepare("SELECT id FROM run WHERE split_id = ?1 ORDER BY id"));
            users.bind(1, raw(split));
            for (;;) {
                TL_TRY(const bool more, users.step());
                if (!more)
                    break;
                runs += (runs.empty() ? "" : ", ") + std::to_string(users.integer(0));
            }
        }
        if (!runs.empty())
            return Error(ErrorCode::SplitInUse, runs).at({}, info.name);
        TL_TRY(Statement removal, database.prepare("DELETE FROM split WHERE id = ?1"));
        removal.bind(1, raw(split));
        return removal.run();
    });
}

} // namespace core::store
