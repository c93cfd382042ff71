// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clean/plan.h"

#include <algorithm>

namespace core::store::clean {
namespace {

constexpr const char* kMakeTables =
    "DROP TABLE IF EXISTS temp.clean_drop; DROP TABLE IF EXISTS temp.clean_set;"
    "CREATE TEMP TABLE clean_drop(tab INTEGER, id INTEGER, reason TEXT, PRIMARY KEY(tab, id)) WITHOUT ROWID;"
    "CREATE TEMP TABLE clean_set(target INTEGER, id INTEGER, new, PRIMARY KEY(target, id)) WITHOUT ROWID";

std::string number(Tab tab) {
    return std::to_string(static_cast<int>(tab));
}

} // namespace

const char* tabName(Tab tab) {
    static constexpr std::array kNames{"event", "item", "judgement", "review", "query"};
    return kNames[static_cast<std::size_t>(tab)];
}

void bindValue(Statement& statement, int index, const SqlValue& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        statement.bind(index, *integer);
    else if (const auto* real = std::get_if<double>(&value))
        statement.bind(index, *real);
    else if (const auto* text = std::get_if<std::string>(&value))
        statement.bind(index, std::string_view(*text));
    else
        statement.bindNull(index);
}

Status CleanPlan::begin() {
    m_drop.reset();
    m_set.reset();
    m_targets.clear();
    return m_database.execute(kMakeTables);
}

Status CleanPlan::end() {
    m_drop.reset();
    m_set.reset();
    return m_database.execute("DROP TABLE IF EXISTS temp.clean_drop; DROP TABLE IF EXISTS temp.clean_set");
}

Result<std::int64_t> CleanPlan::run(std::string_view sql, std::initializer_list<SqlValue> values) {
    TL_CHECK_STATUS(m_job.check());
    TL_TRY(Statement statement, m_database.prepare(sql));
    int index = 1;
    for (const SqlValue& value : values)
        bindValue(statement, index++, value);
    TL_CHECK_STATUS(statement.run());
    return m_database.changes();
}

int CleanPlan::target(Tab tab, const std::string& column) {
    const auto found = std::find_if(m_targets.begin(), m_targets.end(),
                                    [&](const Target& one) { return one.tab == tab && one.column == column; });
    if (found != m_targets.end())
        return static_cast<int>(found - m_targets.begin());
    m_targets.push_back({tab, column});
    return static_cast<int>(m_targets.size()) - 1;
}

Status CleanPlan::drop(Tab tab, std::int64_t id, std::string_view reason) {
    if (!m_drop) {
        TL_TRY(m_drop, m_database.prepare("INSERT OR IGNORE INTO temp.clean_drop VALUES (?1, ?2, ?3)"));
    }
    m_drop->bind(1, static_cast<std::int64_t>(tab));
    m_drop->bind(2, id);
    m_drop->bind(3, reason);
    return m_drop->run();
}

Status CleanPlan::set(int target, std::int64_t id, const SqlValue& value) {
    if (!m_set) {
        TL_TRY(m_set, m_database.prepare("INSERT OR REPLACE INTO temp.clean_set VALUES (?1, ?2, ?3)"));
    }
    m_set->bind(1, static_cast<std::int64_t>(target));
    m_set->bind(2, id);
    bindValue(*m_set, 3, value);
    return m_set->run();
}

/// Rows that point at an item or query that goes, and are not pointed elsewhere by the plan.
Status CleanPlan::dropDependents() {
    const struct {
        Tab parent, child;
        const char* column;
    } kReferences[] = {{Tab::Item, Tab::Event, "item_id"},
                       {Tab::Item, Tab::Judgement, "item_id"},
                       {Tab::Item, Tab::Review, "item_id"},
                       {Tab::Query, Tab::Event, "query_id"},
                       {Tab::Query, Tab::Judgement, "query_id"}};
    for (const auto& [parent, child, column] : kReferences) {
        TL_TRY(const std::int64_t any,
               m_database.queryInteger("SELECT EXISTS (SELECT 1 FROM temp.clean_drop WHERE tab = " + number(parent) +
                                       ")"));
        if (any == 0)
            continue;
        const std::string moved = std::to_string(target(child, column));
        TL_CHECK_STATUS(run("INSERT OR IGNORE INTO temp.clean_drop SELECT " + number(child) + ", c.id, d.reason FROM " +
                            tabName(child) + " c NOT INDEXED JOIN temp.clean_drop d ON d.tab = " + number(parent) +
                            " AND d.id = c." + column +
                            " WHERE NOT EXISTS (SELECT 1 FROM temp.clean_set s WHERE s.target = " + moved +
                            " AND s.id = c.id)"));
    }
    return {};
}

Status CleanPlan::settle() {
    TL_CHECK_STATUS(dropDependents());
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        const Target& one = m_targets[i];
        const std::string table = tabName(one.tab);
        // A value that goes into a column of another type must compare as what it becomes there: 5 is 5.0 to SQLite.
        TL_CHECK_STATUS(run("DELETE FROM temp.clean_set WHERE target = ?1 AND (id IN (SELECT id FROM temp.clean_drop "
                            "WHERE tab = ?2) OR NOT EXISTS (SELECT 1 FROM " +
                                table + " t WHERE t.id = clean_set.id AND t." + one.column + " IS NOT clean_set.new))",
                            {static_cast<std::int64_t>(i), static_cast<std::int64_t>(one.tab)}));
    }
    return m_job.check();
}

} // namespace core::store::clean
