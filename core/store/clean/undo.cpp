// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clean/apply.h"

namespace core::store::clean {
namespace {

struct Values {
    std::string table, column;
    std::int64_t count = 0;
};

Result<std::vector<Values>> valuesOf(Database& database, std::int64_t step) {
    std::vector<Values> values;
    TL_TRY(Statement rows, database.prepare("SELECT tab, column_name, count(*) FROM clean_value WHERE step_id = ?1 "
                                            "GROUP BY tab, column_name"));
    rows.bind(1, step);
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            return values;
        values.push_back({std::string(rows.text(0)), std::string(rows.text(1)), rows.integer(2)});
    }
}

class Undo {
public:
    Undo(Database& database, std::int64_t step, JobContext& job, UndoResult& result)
        : m_database(database), m_step(step), m_job(job), m_result(result) {}

    Status run();

private:
    Result<std::int64_t> change(std::string_view sql) const;
    Status checkRests(const std::vector<Values>& values);
    Status checkUnique(const char* table, const char* column) const;
    Status checkOldTexts() const;
    Error importedAgain(const std::string& what, std::string_view name) const;
    Status restore(const Values& values);
    Status bringBack(Tab tab);
    Status moveNewcomers(const std::string& table);
    Status follow(const Reference& reference, const std::string& plus);
    Status bringBackParts(const std::string& part);

    Database& m_database;
    std::int64_t m_step;
    JobContext& m_job;
    UndoResult& m_result;
};

/// Runs a statement whose ?1 is the step.
Result<std::int64_t> Undo::change(std::string_view sql) const {
    TL_CHECK_STATUS(m_job.check());
    TL_TRY(Statement statement, m_database.prepare(sql));
    statement.bind(1, m_step);
    TL_CHECK_STATUS(statement.run());
    return m_database.changes();
}

/// Rows that come back are in no split; values that change may be.
Status Undo::checkRests(const std::vector<Values>& values) {
    CleanPlan plan(m_database, m_job);
    TL_CHECK_STATUS(plan.begin());
    for (const Values& one : values)
        for (const Tab tab : kTabs)
            if (one.table == tabName(tab))
                TL_CHECK_STATUS(
                    plan.run("INSERT INTO temp.clean_set SELECT ?2, row_id, NULL FROM clean_value WHERE "
                             "step_id = ?1 AND tab = ?3 AND column_name = ?4",
                             {m_step, static_cast<std::int64_t>(plan.target(tab, one.column)), one.table, one.column}));
    TL_CHECK_STATUS(clean::checkSplits(plan));
    return plan.end();
}

/// A later import may have brought what was dropped here once more, under a new id.
Status Undo::checkUnique(const char* table, const char* column) const {
    TL_TRY(Statement rows,
           m_database.prepare("SELECT c." + std::string(column) + " FROM clean_" + table + " c JOIN " + table +
                              " t ON t." + column + " = c." + column +
                              " WHERE c.step_id = ?1 AND NOT EXISTS (SELECT 1 FROM clean_value v WHERE "
                              "v.step_id = ?1 AND v.tab = '" +
                              table + "' AND v.column_name = '" + column + "' AND v.row_id = t.id) LIMIT 1"));
    rows.bind(1, m_step);
    TL_TRY(const bool found, rows.step());
    if (!found)
        return {};
    return importedAgain(table, rows.text(0));
}

Error Undo::importedAgain(const std::string& what, std::string_view name) const {
    return Error(ErrorCode::WriteFailed, "the " + what + " “" + std::string(name) + "”, which cleaning step " +
                                             std::to_string(m_step) +
                                             " took away, was imported again since; remove that import first")
        .inFile(m_database.path());
}

/// The same for texts of queries that were changed.
Status Undo::checkOldTexts() const {
    TL_TRY(
        Statement rows,
        m_database.prepare("SELECT v.old FROM clean_value v JOIN query q ON q.text = v.old WHERE v.step_id = ?1 AND "
                           "v.tab = 'query' AND v.column_name = 'text' AND NOT EXISTS (SELECT 1 FROM clean_value w "
                           "WHERE w.step_id = ?1 AND w.tab = 'query' AND w.column_name = 'text' AND w.row_id = q.id) "
                           "LIMIT 1"));
    rows.bind(1, m_step);
    TL_TRY(const bool found, rows.step());
    if (!found)
        return {};
    return importedAgain("query", rows.text(0));
}

Status Undo::restore(const Values& values) {
    const std::string& table = values.table;
    const std::string which = " FROM clean_value v WHERE v.step_id = ?1 AND v.tab = '" + table +
                              "' AND v.column_name = '" + values.column + "' AND v.row_id = " + table + ".id";
    const bool unique = table == "query" && values.column == "text";
    if (unique)
        TL_CHECK_STATUS(checkOldTexts());
    std::string now = " AND " + table + "." + values.column + " IS v.new";
    if (unique) { // see setValues()
        TL_CHECK_STATUS(change("UPDATE query SET text = char(1) || id" + which + now));
        now = " AND query.text = char(1) || query.id";
    }
    TL_TRY(const std::int64_t back, change("UPDATE " + table + " SET " + values.column + " = v.old" + which + now));
    m_result.valuesBack += back;
    m_result.valuesKept += values.count - back;
    return {};
}

/// Rows of a later import that were given ids of rows that come back now take new ones.
Status Undo::moveNewcomers(const std::string& table) {
    const std::string newcomers = "(SELECT c.id FROM clean_" + table + " c JOIN " + table +
                                  " t ON t.id = c.id WHERE c.step_id = " + std::to_string(m_step) + ")";
    TL_TRY(const std::int64_t count, m_database.queryInteger("SELECT count(*) FROM " + newcomers));
    if (count == 0)
        return {};
    TL_TRY(const std::int64_t shift, m_database.queryInteger("SELECT max((SELECT max(id) FROM " + table +
                                                             "), (SELECT max(id) FROM clean_" + table + "))"));
    TL_CHECK_STATUS(m_database.execute("CREATE TEMP TABLE clean_moved AS SELECT id FROM " + newcomers));
    const std::string plus = " + " + std::to_string(shift);
    for (const Reference& reference : references())
        if (table == reference.parent)
            TL_CHECK_STATUS(follow(reference, plus));
    return m_database.execute("UPDATE " + table + " SET id = id" + plus +
                              " WHERE id IN (SELECT id FROM temp.clean_moved); DROP TABLE temp.clean_moved");
}

/// Lets what refers to a moved row find it again.
Status Undo::follow(const Reference& reference, const std::string& plus) {
    const std::string child = reference.child, column = reference.column;
    const std::string moved = " WHERE " + column + " IN (SELECT id FROM temp.clean_moved)";
    if (!reference.fixed)
        return m_database.execute("UPDATE " + child + " SET " + column + " = " + column + plus + moved);
    TL_TRY(const auto columns, columnsOf(m_database, child));
    std::string values;
    for (const std::string& one : columns)
        values += (values.empty() ? "" : ", ") + one + (one == column ? plus : "");
    return m_database.execute("INSERT INTO " + child + "(" + listOf(columns) + ") SELECT " + values + " FROM " + child +
                              moved + "; DELETE FROM " + child + moved);
}

Status Undo::bringBackParts(const std::string& part) {
    TL_TRY(const auto columns, columnsOf(m_database, part));
    TL_CHECK_STATUS(change("INSERT INTO " + part + "(" + listOf(columns) + ") SELECT " + listOf(columns) +
                           " FROM clean_" + part + " WHERE step_id = ?1"));
    TL_CHECK_STATUS(change("DELETE FROM clean_" + part + " WHERE step_id = ?1"));
    return {};
}

Status Undo::bringBack(Tab tab) {
    const std::string table = tabName(tab);
    TL_CHECK_STATUS(moveNewcomers(table));
    TL_TRY(const auto columns, columnsOf(m_database, table));
    TL_TRY(const std::int64_t back, change("INSERT INTO " + table + "(" + listOf(columns) + ") SELECT " +
                                           listOf(columns) + " FROM clean_" + table + " WHERE step_id = ?1"));
    m_result.rowsBack += back;
    TL_CHECK_STATUS(change("DELETE FROM clean_" + table + " WHERE step_id = ?1"));
    return {};
}

Status Undo::run() {
    TL_TRY(const auto values, valuesOf(m_database, m_step));
    TL_CHECK_STATUS(checkRests(values));
    // The foreign keys are looked at when everything is done: ids may move in between.
    TL_CHECK_STATUS(m_database.execute("PRAGMA defer_foreign_keys = ON"));
    const auto isReference = [](const Values& one) { return one.column.ends_with("_id"); };
    for (const Values& one : values)
        if (!isReference(one))
            TL_CHECK_STATUS(restore(one));
    TL_CHECK_STATUS(checkUnique("item", "key"));
    TL_CHECK_STATUS(checkUnique("query", "text"));
    for (const Tab tab : {Tab::Query, Tab::Item, Tab::Review, Tab::Judgement, Tab::Event})
        TL_CHECK_STATUS(bringBack(tab));
    for (const Part& part : parts())
        TL_CHECK_STATUS(bringBackParts(part.table));
    for (const Values& one : values)
        if (isReference(one))
            TL_CHECK_STATUS(restore(one));
    TL_CHECK_STATUS(change("DELETE FROM clean_value WHERE step_id = ?1"));
    TL_CHECK_STATUS(change("DELETE FROM clean_step WHERE id = ?1"));
    ++m_result.steps;
    return m_job.check();
}

} // namespace

Status undoStep(Database& database, std::int64_t step, JobContext& job, UndoResult& result) {
    return Undo(database, step, job, result).run();
}

} // namespace core::store::clean
