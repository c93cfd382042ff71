// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clean/apply.h"

#include "core/data/fields.h"
#include "core/data/values.h"

#include <algorithm>

namespace core::store::clean {
namespace {

constexpr const char* kMissing = "∅";

/// A value as people read it: numbers in their shortest form.
std::string cellText(const Statement& row, int column, bool real) {
    if (row.isNull(column))
        return kMissing;
    return real ? dumpJson(Json(row.real(column))) : std::string(row.text(column));
}

void append(std::string& text, const std::string& part) {
    if (!part.empty())
        text += (text.empty() ? "" : ", ") + part;
}

/// Describes rows, one at a time.
class Describer {
public:
    Status prepare(Database& database);
    Result<std::string> what(Tab tab, std::int64_t id);

private:
    static std::string event(const Statement& row);
    static std::string plain(const Statement& row);
    std::vector<Statement> m_statements; ///< by tab
};

Status Describer::prepare(Database& database) {
    static constexpr std::array kSql{
        "SELECT i.key, e.kind, e.time, u.key, q.text, e.quantity, e.price, e.order_key FROM event e JOIN item i ON "
        "i.id = e.item_id LEFT JOIN user u ON u.id = e.user_id LEFT JOIN query q ON q.id = e.query_id WHERE e.id = ?1",
        "SELECT key, title, coalesce(label, category), price FROM item WHERE id = ?1",
        "SELECT q.text, i.key, j.grade, j.label FROM judgement j JOIN query q ON q.id = j.query_id JOIN item i ON i.id "
        "= j.item_id WHERE j.id = ?1",
        "SELECT i.key, r.title, r.text, r.rating FROM review r JOIN item i ON i.id = r.item_id WHERE r.id = ?1",
        "SELECT text FROM query WHERE id = ?1"};
    for (const char* sql : kSql) {
        TL_TRY(Statement statement, database.prepare(sql));
        m_statements.push_back(std::move(statement));
    }
    return {};
}

std::string Describer::event(const Statement& row) {
    std::string text(row.text(0));
    append(text, std::string(data::eventKindName(static_cast<data::EventKind>(row.integer(1)))));
    if (!row.isNull(2))
        append(text, data::formatTime(row.integer(2)));
    append(text, std::string(row.text(3)));
    if (!row.isNull(4))
        append(text, "“" + std::string(row.text(4)) + "”");
    if (!row.isNull(5))
        append(text, dumpJson(Json(row.real(5))) + " ×");
    if (!row.isNull(6))
        text += (row.isNull(5) ? ", " : " ") + dumpJson(Json(row.real(6)));
    append(text, std::string(row.text(7)));
    return text;
}

std::string Describer::plain(const Statement& row) {
    std::string text;
    for (int i = 0; i < row.columns(); ++i)
        append(text, std::string(row.text(i)));
    return text;
}

Result<std::string> Describer::what(Tab tab, std::int64_t id) {
    Statement& statement = m_statements[static_cast<std::size_t>(tab)];
    statement.reset();
    statement.bind(1, id);
    TL_TRY(const bool found, statement.step());
    std::string text = found ? (tab == Tab::Event ? event(statement) : plain(statement)) : std::string();
    statement.reset();
    constexpr std::size_t kLongest = 160;
    if (text.size() > kLongest) {
        std::size_t end = kLongest;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            --end; // never half a character
        text = text.substr(0, end) + "…";
    }
    return text;
}

Status dropped(CleanPlan& plan, std::size_t perGroup, std::vector<CleanExample>& examples) {
    TL_TRY(Statement rows, plan.database().prepare(
                               "SELECT tab, id, reason FROM (SELECT tab, id, reason, row_number() OVER (PARTITION BY "
                               "tab, reason ORDER BY id) AS place FROM temp.clean_drop) WHERE place <= ?1"));
    rows.bind(1, static_cast<std::int64_t>(perGroup));
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            return {};
        CleanExample& example = examples.emplace_back();
        example.table = tabName(static_cast<Tab>(rows.integer(0)));
        example.row = rows.integer(1);
        example.reason = rows.text(2);
    }
}

/// How a value is shown: what an id stands for, else the value itself.
std::string shown(const std::string& value, const std::string& column) {
    if (column == "item_id")
        return "(SELECT key FROM item WHERE id = " + value + ")";
    if (column == "query_id")
        return "(SELECT text FROM query WHERE id = " + value + ")";
    return value;
}

Status changed(CleanPlan& plan, std::size_t target, std::size_t limit, std::vector<CleanExample>& examples) {
    const auto& [tab, column] = plan.targets()[target];
    TL_TRY(Statement rows,
           plan.database().prepare("SELECT s.id, " + shown("t." + column, column) + ", " + shown("s.new", column) +
                                   ", typeof(t." + column +
                                   ") = 'real', typeof(s.new) = 'real' FROM temp.clean_set s JOIN " + tabName(tab) +
                                   " t ON t.id = s.id WHERE s.target = " + std::to_string(target) +
                                   " ORDER BY s.id LIMIT " + std::to_string(limit)));
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            return {};
        CleanExample& example = examples.emplace_back();
        example.table = tabName(tab);
        example.row = rows.integer(0);
        example.column = column;
        example.before = cellText(rows, 1, rows.integer(3) != 0);
        example.after = cellText(rows, 2, rows.integer(4) != 0);
    }
}

} // namespace

Result<std::vector<CleanExample>> examplesOf(CleanPlan& plan, std::size_t limit) {
    std::vector<CleanExample> examples;
    TL_TRY(const std::int64_t reasons,
           plan.database().queryInteger("SELECT count(*) FROM (SELECT DISTINCT tab, reason FROM temp.clean_drop)"));
    std::int64_t groups = reasons;
    for (std::size_t i = 0; i < plan.targets().size(); ++i) {
        TL_TRY(const std::int64_t any, plan.database().queryInteger("SELECT EXISTS (SELECT 1 FROM temp.clean_set WHERE "
                                                                    "target = " +
                                                                    std::to_string(i) + ")"));
        groups += any;
    }
    if (groups == 0)
        return examples;
    const std::size_t perGroup = std::max<std::size_t>(1, limit / static_cast<std::size_t>(groups));
    TL_CHECK_STATUS(dropped(plan, perGroup, examples));
    for (std::size_t i = 0; i < plan.targets().size(); ++i)
        TL_CHECK_STATUS(changed(plan, i, perGroup, examples));
    if (examples.size() > limit)
        examples.resize(limit);
    Describer describer;
    TL_CHECK_STATUS(describer.prepare(plan.database()));
    for (CleanExample& example : examples)
        for (const Tab tab : kTabs)
            if (example.table == tabName(tab)) {
                TL_TRY(example.what, describer.what(tab, example.row));
            }
    return examples;
}

} // namespace core::store::clean
