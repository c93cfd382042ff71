// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/browse/tables.h"

#include "core/store/browse/sql_functions.h"
#include "core/store/browse/table_spec.h"
#include "core/store/entity_sql.h"
#include "core/store/read_as.h"

#include <algorithm>
#include <map>

namespace core::store {
namespace {

select::FilterType filterType(BrowseType type) {
    switch (type) {
    case BrowseType::Integer:
    case BrowseType::Number:
        return select::FilterType::Number;
    case BrowseType::Time:
        return select::FilterType::Time;
    case BrowseType::Boolean:
        return select::FilterType::Boolean;
    case BrowseType::Choice:
        return select::FilterType::Choice;
    case BrowseType::Text:
    case BrowseType::Json:
        break;
    }
    return select::FilterType::Text;
}

} // namespace

const BrowseColumn* BrowseTable::column(std::string_view wanted) const {
    const auto place =
        std::find_if(columns.begin(), columns.end(), [wanted](const BrowseColumn& one) { return one.name == wanted; });
    return place == columns.end() ? nullptr : &*place;
}

const std::vector<BrowseTable>& tables() {
    static const std::vector<BrowseTable> all = [] {
        std::vector<BrowseTable> list;
        for (const TableSpec& spec : tableSpecs())
            list.push_back(spec.table);
        return list;
    }();
    return all;
}

Result<const BrowseTable*> browseTable(std::string_view name) {
    std::string names;
    for (const BrowseTable& table : tables()) {
        if (table.name == name)
            return &table;
        names += (names.empty() ? "" : ", ") + table.name;
    }
    return Error(ErrorCode::UnknownChoice, names).at("table", std::string(name));
}

select::FilterColumns filterColumnsOf(const BrowseTable& table) {
    select::FilterColumns columns;
    columns.attributes = table.attributes;
    for (const BrowseColumn& column : table.columns)
        columns.columns.push_back({column.name, filterType(column.type), column.choices});
    return columns;
}

bool selectionApplies(const BrowseTable& table, const std::string& entity) {
    const TableSpec& spec = *tableSpec(table.name);
    if (!eventColumn(entity).empty()) // of values of events the items of those events are shown, too
        return std::string_view(spec.from) == "event e" || std::string_view(spec.entity) == "item";
    const std::string dictionary = itemColumn(entity).empty() ? entity : "item";
    const bool joined = std::any_of(spec.joins.begin(), spec.joins.end(), [&dictionary](const JoinSpec& join) {
        return std::string_view(join.table) == dictionary;
    });
    const bool entities = dictionary == "item" || dictionary == "user" || dictionary == "query";
    // Of users and queries the items of their events are shown.
    return entities && (joined || spec.entity == dictionary || std::string_view(spec.entity) == "item");
}

Result<std::vector<TableSize>> tableSizes(const Project& project, JobContext& job) {
    std::vector<TableSize> sizes;
    const auto work = [&](Database& database) -> Status {
        const Interrupter interrupter(database, job);
        for (const TableSpec& spec : tableSpecs()) {
            TL_CHECK_STATUS(job.check());
            TL_TRY(const std::int64_t rows, database.queryInteger(std::string("SELECT count(*) FROM ") + spec.from));
            sizes.push_back({spec.table.name, rows});
        }
        return {};
    };
    TL_CHECK_STATUS(project.read(work));
    return sizes;
}

Result<std::int64_t> tableRows(const Project& project, const BrowseTable& table, JobContext& job) {
    return readAs<std::int64_t>(project, [&](Database& database, std::int64_t& rows) -> Status {
        const Interrupter interrupter(database, job);
        TL_TRY(rows, database.queryInteger(std::string("SELECT count(*) FROM ") + tableSpec(table.name)->from));
        return {};
    });
}

Result<std::vector<std::string>> attributeNames(const Project& project, const BrowseTable& table) {
    std::vector<std::string> names;
    const TableSpec* const spec = tableSpec(table.name);
    if (table.attributes.empty() || spec == nullptr)
        return names;
    const std::string column = spec->column(table.attributes)->sql;
    const auto work = [&](Database& database) -> Status {
        TL_TRY(Statement rows,
               database.prepare("SELECT j.key FROM (SELECT " + column + " AS text FROM " + spec->from +
                                " LIMIT 2000), json_each(text) j WHERE json_valid(text) AND "
                                "typeof(j.key) = 'text' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 200"));
        for (;;) {
            TL_TRY(const bool row, rows.step());
            if (!row)
                return {};
            names.emplace_back(rows.text(0));
        }
    };
    TL_CHECK_STATUS(project.read(work));
    return names;
}

Result<bool> isViewerCopy(const Project& project) {
    return readAs<bool>(project, [](Database& database, bool& viewer) -> Status {
        TL_TRY(const std::int64_t found,
               database.queryInteger("SELECT count(*) FROM meta WHERE key = 'role' AND value = 'viewer'"));
        viewer = found > 0;
        return {};
    });
}

} // namespace core::store
