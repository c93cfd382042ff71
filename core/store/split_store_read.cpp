// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/data/csv_field.h"
#include "core/store/database.h"
#include "core/store/read_as.h"
#include "core/store/split_store.h"
#include "core/store/split_store_plan.h"
#include "core/store/stored_values.h"

#include <cassert>

namespace core::store {
namespace {

constexpr const char* kSplitColumns =
    "SELECT id, name, config, created, labels, cross_duplicates, (SELECT count(*) FROM run WHERE split_id = split.id) "
    "FROM split ";

Error noSuchSplit(SplitId split) {
    return Error(ErrorCode::NoSuchSplit).at({}, std::to_string(raw(split)));
}

Status readCounts(Database& database, SplitInfo& info) {
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
    TL_CHECK_STATUS(readCounts(database, info));
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
        use(rows);
    }
}

} // namespace

Result<std::vector<SplitInfo>> splits(const Project& project) {
    return readAs<std::vector<SplitInfo>>(project, [&](Database& database, std::vector<SplitInfo>& list) -> Status {
        TL_TRY(Statement rows, database.prepare(std::string(kSplitColumns) + "ORDER BY id"));
        for (;;) {
            TL_TRY(const bool more, rows.step());
            if (!more)
                return {};
            TL_TRY(SplitInfo info, readSplit(database, rows));
            list.push_back(std::move(info));
        }
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
        TL_TRY(newest, database.queryInteger("SELECT coalesce(max(id), 0) FROM split"));
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
    auto dataset = std::make_shared<data::Dataset>();
    dataset->split = split;
    dataset->splitName = info.name;
    dataset->labels.names = info.labels;
    TL_CHECK_STATUS(project.read([&](Database& database) {
        return eachRow(database, split, [&](const Statement& row) {
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
            // Class and part were checked when splitInfo() counted them.
            dataset->classes.push_back(static_cast<ClassIndex>(row.integer(4)));
            dataset->parts[static_cast<std::size_t>(row.integer(5))].push_back(number);
        });
    }));
    return data::DatasetPtr(std::move(dataset));
}

Status exportSplit(const Project& project, SplitId split, const std::string& path) {
    TL_TRY(const SplitInfo info, splitInfo(project, split));
    std::string text = "id,text,label,part\n";
    TL_CHECK_STATUS(project.read([&](Database& database) {
        return eachRow(database, split, [&](const Statement& row) {
            data::appendCsvField(text, row.text(1));
            text += ',';
            data::appendCsvField(text, row.text(2));
            text += ',';
            data::appendCsvField(text, info.labels[static_cast<std::size_t>(row.integer(4))]);
            text += ',';
            text += data::partName(static_cast<data::Part>(row.integer(5)));
            text += '\n';
        });
    }));
    return writeFileAtomically(path, text);
}

} // namespace core::store
