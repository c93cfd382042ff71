// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clean/apply.h"

#include <algorithm>

namespace core::store::clean {
namespace {

std::string number(std::size_t value) {
    return std::to_string(value);
}

bool isReference(const CleanPlan::Target& target) {
    return target.column.ends_with("_id");
}

Status addGroups(CleanPlan& plan, Json& dropped, CleanEffect& effect) {
    TL_TRY(Statement rows, plan.database().prepare(
                               "SELECT tab, reason, count(*) FROM temp.clean_drop GROUP BY tab, reason ORDER BY 1, 2"));
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            return {};
        const auto tab = static_cast<Tab>(rows.integer(0));
        const std::int64_t count = rows.integer(2);
        dropped[tabName(tab)][std::string(rows.text(1))] = count;
        (tab == Tab::Event  ? effect.eventsDropped
         : tab == Tab::Item ? effect.itemsDropped
                            : effect.rowsDropped) += count;
    }
}

/// Parents are looked for among their children one by one when they are deleted: without an index each of them would
/// cost a scan. Gives the indexes that were made.
Result<std::vector<std::string>> indexReferences(Database& database, const std::string& parent) {
    std::vector<std::string> made;
    for (const Reference& reference : references()) {
        if (parent != reference.parent || !reference.checked)
            continue;
        const std::string child = reference.child, column = reference.column;
        TL_TRY(const std::int64_t any, database.queryInteger("SELECT EXISTS (SELECT 1 FROM " + child + ")"));
        TL_TRY(const std::int64_t indexes,
               database.queryInteger("SELECT count(*) FROM pragma_index_list('" + child +
                                     "') l, pragma_index_info(l.name) i WHERE i.seqno = 0 AND i.name = '" + column +
                                     "'"));
        if (any == 0 || indexes > 0)
            continue;
        made.push_back("clean_" + child + "_" + column);
        TL_CHECK_STATUS(database.execute("CREATE INDEX " + made.back() + " ON " + child + "(" + column + ")"));
    }
    return made;
}

/// Keeps the rows of `table` that go, with `step`, and what the database would take away along with them.
Status keepRows(CleanPlan& plan, Tab tab, std::int64_t step) {
    const std::string table = tabName(tab);
    TL_TRY(const auto columns, columnsOf(plan.database(), table));
    TL_CHECK_STATUS(plan.run("INSERT INTO clean_" + table + "(step_id, reason, " + listOf(columns) +
                                 ") SELECT ?1, d.reason, " + listOf(columns, "t.") +
                                 " FROM temp.clean_drop d CROSS JOIN " + table + " t ON t.id = d.id WHERE d.tab = ?2",
                             {step, static_cast<std::int64_t>(tab)}));
    for (const Part& part : parts()) {
        if (part.parent != tab)
            continue;
        TL_TRY(const auto names, columnsOf(plan.database(), part.table));
        TL_CHECK_STATUS(plan.run("INSERT INTO clean_" + std::string(part.table) + "(step_id, " + listOf(names) +
                                     ") SELECT ?1, " + listOf(names, "t.") + " FROM " + part.table + " t WHERE t." +
                                     part.column + " IN (SELECT id FROM temp.clean_drop WHERE tab = ?2)",
                                 {step, static_cast<std::int64_t>(tab)}));
    }
    return {};
}

Status dropRows(CleanPlan& plan, Tab tab, std::int64_t step) {
    TL_TRY(const std::int64_t count, plan.database().queryInteger("SELECT count(*) FROM temp.clean_drop WHERE tab = " +
                                                                  std::to_string(static_cast<int>(tab))));
    if (count == 0)
        return {};
    TL_CHECK_STATUS(keepRows(plan, tab, step));
    const std::string table = tabName(tab);
    TL_TRY(const auto indexes, indexReferences(plan.database(), table));
    TL_CHECK_STATUS(plan.run("DELETE FROM " + table + " WHERE id IN (SELECT id FROM temp.clean_drop WHERE tab = ?1)",
                             {static_cast<std::int64_t>(tab)}));
    for (const std::string& index : indexes)
        TL_CHECK_STATUS(plan.database().execute("DROP INDEX " + index));
    return {};
}

Status keepValues(CleanPlan& plan, std::size_t index, std::int64_t step) {
    const auto& [tab, column] = plan.targets()[index];
    const std::string table = tabName(tab);
    TL_CHECK_STATUS(plan.run(
        "INSERT INTO clean_value(step_id, tab, column_name, row_id, old, new) SELECT ?1, ?2, ?3, s.id, t." + column +
            ", s.new FROM temp.clean_set s CROSS JOIN " + table + " t ON t.id = s.id WHERE s.target = ?4",
        {step, table, column, static_cast<std::int64_t>(index)}));
    return {};
}

Status setValues(CleanPlan& plan, std::size_t index) {
    const auto& [tab, column] = plan.targets()[index];
    const std::string table = tabName(tab), target = number(index);
    // Texts of queries are unique: none may be in the way of another while they change places.
    if (tab == Tab::Query && column == "text")
        TL_CHECK_STATUS(plan.run("UPDATE query SET text = char(1) || id WHERE id IN (SELECT id FROM temp.clean_set "
                                 "WHERE target = " +
                                 target + ")"));
    TL_CHECK_STATUS(plan.run("UPDATE " + table + " SET " + column + " = s.new FROM temp.clean_set s WHERE s.target = " +
                             target + " AND s.id = " + table + ".id"));
    return {};
}

} // namespace

Result<std::vector<std::string>> columnsOf(Database& database, const std::string& table) {
    std::vector<std::string> columns;
    TL_TRY(Statement rows, database.prepare("SELECT name FROM pragma_table_info(?1)"));
    rows.bind(1, std::string_view(table));
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            return columns;
        columns.emplace_back(rows.text(0));
    }
}

std::string listOf(const std::vector<std::string>& columns, const std::string& prefix) {
    std::string list;
    for (const std::string& column : columns)
        list += (list.empty() ? "" : ", ") + prefix + column;
    return list;
}

const std::vector<Part>& parts() {
    static const std::vector<Part> kParts{{Tab::Item, "item_row", "item_id"},
                                          {Tab::Item, "item_title", "item_id"},
                                          {Tab::Query, "query_row", "query_id"}};
    return kParts;
}

const std::vector<Reference>& references() {
    static const std::vector<Reference> kReferences{
        {"item", "event", "item_id", false},           {"item", "judgement", "item_id", true},
        {"item", "review", "item_id", true},           {"item", "split_row", "item_id", true, true},
        {"item", "item_row", "item_id", true},         {"item", "item_title", "item_id", true},
        {"item", "synthetic", "parent_item_id", true}, {"item", "prediction", "item_id", false},
        {"query", "event", "query_id", false},         {"query", "judgement", "query_id", true},
        {"query", "query_row", "query_id", true},      {"event", "split_event", "event_id", false, true}};
    return kReferences;
}

Result<CleanEffect> effectOf(CleanPlan& plan) {
    CleanEffect effect;
    Json dropped = Json::object(), changed = Json::object();
    TL_CHECK_STATUS(addGroups(plan, dropped, effect));
    for (std::size_t i = 0; i < plan.targets().size(); ++i) {
        const auto& [tab, column] = plan.targets()[i];
        TL_TRY(const std::int64_t count,
               plan.database().queryInteger("SELECT count(*) FROM temp.clean_set WHERE target = " + number(i)));
        if (count > 0)
            changed[std::string(tabName(tab)) + "." + column] = count;
        effect.valuesChanged += count;
    }
    effect.numbers = plan.numbers();
    effect.numbers["dropped"] = std::move(dropped);
    effect.numbers["changed"] = std::move(changed);
    return effect;
}

Status checkSplits(CleanPlan& plan) {
    Database& database = plan.database();
    TL_TRY(const std::int64_t splits, database.queryInteger("SELECT count(*) FROM split"));
    if (splits == 0)
        return {};
    const auto touched = [&plan](Tab tab) {
        std::string sql = "SELECT id FROM temp.clean_drop WHERE tab = " + std::to_string(static_cast<int>(tab));
        for (std::size_t i = 0; i < plan.targets().size(); ++i)
            if (plan.targets()[i].tab == tab)
                sql += " UNION ALL SELECT id FROM temp.clean_set WHERE target = " + number(i);
        return sql;
    };
    TL_TRY(Statement rows,
           database.prepare(
               "WITH items(id) AS MATERIALIZED (" + touched(Tab::Item) + "), events(id) AS MATERIALIZED (" +
               touched(Tab::Event) +
               ") SELECT s.name, (SELECT count(*) FROM split_row r WHERE r.split_id = s.id AND r.item_id IN items), "
               "(SELECT count(*) FROM split_event r JOIN event e ON e.id = r.event_id WHERE r.split_id = s.id AND "
               "(r.event_id IN events OR e.item_id IN items)), "
               "(SELECT group_concat(id, ', ') FROM run u WHERE u.split_id = s.id) FROM split s ORDER BY 4 IS NULL"));
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            return {};
        if (rows.integer(1) == 0 && rows.integer(2) == 0)
            continue;
        std::string detail;
        if (rows.integer(1) > 0)
            detail = std::to_string(rows.integer(1)) + " items";
        if (rows.integer(2) > 0)
            detail += (detail.empty() ? "" : ", ") + std::to_string(rows.integer(2)) + " events";
        if (!rows.isNull(3))
            detail += "; runs that use it: " + std::string(rows.text(3));
        return Error(ErrorCode::RowsInUse, detail).at({}, std::string(rows.text(0)));
    }
}

Status applyPlan(CleanPlan& plan, std::int64_t step) {
    for (std::size_t i = 0; i < plan.targets().size(); ++i)
        TL_CHECK_STATUS(keepValues(plan, i, step));
    for (std::size_t i = 0; i < plan.targets().size(); ++i)
        if (isReference(plan.targets()[i]))
            TL_CHECK_STATUS(setValues(plan, i));
    // Children before parents.
    for (const Tab tab : {Tab::Event, Tab::Judgement, Tab::Review, Tab::Item, Tab::Query})
        TL_CHECK_STATUS(dropRows(plan, tab, step));
    for (std::size_t i = 0; i < plan.targets().size(); ++i)
        if (!isReference(plan.targets()[i]))
            TL_CHECK_STATUS(setValues(plan, i));
    return plan.job().check();
}

} // namespace core::store::clean
