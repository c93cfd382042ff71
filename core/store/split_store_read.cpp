// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/store/database.h"
#include "core/store/read_as.h"
#include "core/store/split_store.h"
#include "core/store/split_store_plan.h"
#include "core/store/stored_values.h"

#include <cassert>

namespace core::store {
namespace {

constexpr const char* kSplitColumns =
    "SELECT id, name, config, created, labels, cross_duplicates, (SELECT count(*) FROM run WHERE split_id = split.id), "
    "unit, family, fold, folds, source_id, numbers FROM split ";

Error noSuchSplit(SplitId split) {
    return Error(ErrorCode::NoSuchSplit).at({}, std::to_string(raw(split)));
}

/// For splits whose numbers were not kept when they were made.
Status countItems(Database& database, SplitInfo& info) {
    TL_TRY(Statement counts,
           database.prepare("SELECT class, part, count(*) FROM split_row WHERE split_id = ?1 GROUP BY class, part"));
    counts.bind(1, raw(info.id));
    info.perClass.assign(info.labels.size(), {});
    for (;;) {
        TL_TRY(const bool more, counts.step());
        if (!more)
            return {};
        const std::int64_t label = counts.integer(0);
        const std::int64_t part = counts.integer(1);
        if (label < 0 || label >= static_cast<std::int64_t>(info.labels.size()) || part < 0 || part > 2)
            return damaged(database, "split_row");
        info.perClass[static_cast<std::size_t>(label)][static_cast<std::size_t>(part)] = counts.integer(2);
        info.rows[static_cast<std::size_t>(part)] += counts.integer(2);
    }
}

Status countEvents(Database& database, SplitInfo& info) {
    TL_TRY(Statement counts,
           database.prepare("SELECT part, count(*) FROM split_event WHERE split_id = ?1 GROUP BY part"));
    counts.bind(1, raw(info.id));
    info.perClass.assign(info.labels.size(), {});
    for (;;) {
        TL_TRY(const bool more, counts.step());
        if (!more)
            return {};
        if (counts.integer(0) < 0 || counts.integer(0) > 2)
            return damaged(database, "split_event");
        info.rows[static_cast<std::size_t>(counts.integer(0))] = counts.integer(1);
    }
}

Result<SplitInfo> readSplit(Database& database, const Statement& row) {
    SplitInfo info;
    info.id = SplitId{row.integer(0)};
    info.name = row.text(1);
    TL_TRY(const Json config, storedJson(database, row.text(2), "split.config"));
    bool ok = true;
    info.config = splitConfigFromJson(config, ok);
    if (!ok)
        return damaged(database, "split.config");
    info.created = row.text(3);
    TL_TRY(info.labels, storedStrings(database, row.text(4), "split.labels"));
    info.crossDuplicates = row.integer(5);
    info.runs = row.integer(6);
    info.config.unit = row.text(7);
    info.family = row.text(8);
    info.fold = static_cast<int>(row.integer(9));
    info.folds = static_cast<int>(row.integer(10));
    if (!row.isNull(11))
        info.source = SourceId{row.integer(11)};
    TL_TRY(const Json numbers, storedJson(database, row.text(12), "split.numbers"));
    if (numbers.contains("rows")) {
        if (!readStoredNumbers(numbers, info))
            return damaged(database, "split.numbers");
        return info;
    }
    TL_CHECK_STATUS(info.ofItems() ? countItems(database, info) : countEvents(database, info));
    return info;
}

/// Calls `use` for every row of a split, in the order of the items' keys.
template <class Use> Status eachRow(Database& database, SplitId split, Use use) {
    TL_TRY(Statement rows,
           database.prepare("SELECT i.id, i.key, i.title, i.description, r.class, r.part FROM split_row r "
                            "JOIN item i ON i.id = r.item_id WHERE r.split_id = ?1 ORDER BY i.key"));
    rows.bind(1, raw(split));
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            return {};
        TL_CHECK_STATUS(use(rows));
    }
}

} // namespace

Result<std::vector<SplitInfo>> readSplits(Database& database) {
    std::vector<SplitInfo> list;
    TL_TRY(Statement rows, database.prepare(std::string(kSplitColumns) + "ORDER BY id"));
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            return list;
        TL_TRY(SplitInfo info, readSplit(database, rows));
        list.push_back(std::move(info));
    }
}

Result<std::vector<SplitInfo>> splits(const Project& project) {
    return readAs<std::vector<SplitInfo>>(project, [&](Database& database, std::vector<SplitInfo>& list) -> Status {
        TL_TRY(list, readSplits(database));
        return {};
    });
}

Result<SplitInfo> splitInfo(const Project& project, SplitId split) {
    return readAs<SplitInfo>(project, [&](Database& database, SplitInfo& info) -> Status {
        TL_TRY(Statement rows, database.prepare(std::string(kSplitColumns) + "WHERE id = ?1"));
        rows.bind(1, raw(split));
        TL_TRY(const bool found, rows.step());
        if (!found)
            return noSuchSplit(split);
        TL_TRY(info, readSplit(database, rows));
        return {};
    });
}

Result<SplitInfo> latestSplit(const Project& project) {
    std::int64_t newest = 0;
    TL_CHECK_STATUS(project.read([&](Database& database) -> Status {
        TL_TRY(newest, database.queryInteger("SELECT coalesce(max(id), 0) FROM split WHERE unit = 'item'"));
        return {};
    }));
    if (newest == 0)
        return Error(ErrorCode::NoSplit, "In the window: Data, then Split. Headless: taillight-cli split PROJECT.");
    return splitInfo(project, SplitId{newest});
}

Result<data::DatasetPtr> loadDataset(const Project& project, SplitId split, const std::string& textField) {
    const bool described = textField == "title_description";
    if (!described && textField != "title")
        return Error(ErrorCode::UnknownChoice, "title, title_description").at("text", textField);
    TL_TRY(const SplitInfo info, splitInfo(project, split));
    if (!info.ofItems())
        return Error(ErrorCode::NoData, "“" + info.name + "” divides events; learning classes needs a split of items");
    auto dataset = std::make_shared<data::Dataset>();
    dataset->split = split;
    dataset->splitName = info.name;
    dataset->labels.names = info.labels;
    TL_CHECK_STATUS(project.read([&](Database& database) {
        return eachRow(database, split, [&](const Statement& row) -> Status {
            const std::int64_t label = row.integer(4), part = row.integer(5);
            if (label < 0 || label >= static_cast<std::int64_t>(info.labels.size()) || part < 0 || part > 2)
                return damaged(database, "split_row");
            std::string text(row.text(2));
            if (described && !row.text(3).empty()) {
                if (!text.empty())
                    text += ". ";
                text += row.text(3);
            }
            const auto number = static_cast<std::uint32_t>(dataset->items.size());
            dataset->items.push_back(ItemId{row.integer(0)});
            dataset->keys.emplace_back(row.text(1));
            dataset->texts.push_back(std::move(text));
            dataset->classes.push_back(static_cast<ClassIndex>(label));
            dataset->parts[static_cast<std::size_t>(part)].push_back(number);
            return {};
        });
    }));
    return data::DatasetPtr(std::move(dataset));
}

Result<std::vector<SplitInfo>> splitFamily(const Project& project, SplitId split) {
    TL_TRY(SplitInfo one, splitInfo(project, split));
    if (one.family.empty())
        return std::vector<SplitInfo>{std::move(one)};
    TL_TRY(const auto all, splits(project));
    std::vector<SplitInfo> family;
    for (const SplitInfo& other : all)
        if (other.family == one.family && other.created == one.created)
            family.push_back(other);
    return family;
}

Result<std::vector<RestingSplit>> splitsResting(Database& database, SourceId source) {
    TL_TRY(
        Statement rows,
        database.prepare(
            "SELECT s.id, s.name, (SELECT count(*) FROM run r WHERE r.split_id = s.id) FROM split s WHERE CASE s.unit "
            "WHEN 'item' THEN EXISTS(SELECT 1 FROM split_row w JOIN item i ON i.id = w.item_id "
            "WHERE w.split_id = s.id AND i.source_id = ?1) "
            "ELSE EXISTS(SELECT 1 FROM split_event w JOIN event e ON e.id = w.event_id "
            "WHERE w.split_id = s.id AND e.source_id = ?1) END ORDER BY s.id"));
    rows.bind(1, raw(source));
    std::vector<RestingSplit> splits;
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            return splits;
        splits.push_back({SplitId{rows.integer(0)}, std::string(rows.text(1)), rows.integer(2)});
    }
}

} // namespace core::store
