// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/source_rows.h"

#include "core/store/stored_values.h"

#include <utility>

namespace core::store {
namespace {

using Column = DescribedTable::Column;

constexpr const char* kLogTitle = "log_title";

std::string columnList(const DescribedTable& table) {
    std::string list;
    for (const Column& column : table.columns)
        list += std::string(list.empty() ? "" : ", ") + column.name;
    return list;
}

Json valueAt(const Statement& row, int index, Column::Type type) {
    switch (type) {
    case Column::Type::Real:
        return row.real(index);
    case Column::Type::Integer:
        return row.integer(index);
    case Column::Type::Text:
    case Column::Type::Object:
        break;
    }
    return std::string(row.text(index));
}

/// Members of the later object over those of the earlier one; both as text.
Json joined(const Json& earlier, const Json& later) {
    auto first = parseJson(earlier.get<std::string>());
    const auto second = parseJson(later.get<std::string>());
    if (!first.ok() || !second.ok() || !first->is_object() || !second->is_object())
        return later;
    first->update(*second);
    return dumpJson(*first);
}

} // namespace

const DescribedTable& describedItems() {
    using Type = Column::Type;
    static const DescribedTable kItems{"item",
                                       "item_row",
                                       "item_id",
                                       {{"title", Type::Text},
                                        {"description", Type::Text},
                                        {"category", Type::Text},
                                        {"brand", Type::Text},
                                        {"price", Type::Real},
                                        {"label", Type::Text},
                                        {"currency", Type::Text},
                                        {"image", Type::Text},
                                        {"time", Type::Integer},
                                        {"attributes", Type::Object}},
                                       true};
    return kItems;
}

const DescribedTable& describedQueries() {
    using Type = Column::Type;
    static const DescribedTable kQueries{
        "query", "query_row", "query_id", {{"key", Type::Text}, {"attributes", Type::Object}}, false};
    return kQueries;
}

Status SourceRows::prepare() {
    const std::string table = m_table.table, rows = m_table.rowTable, id = m_table.idColumn;
    TL_TRY(m_select,
           m_database.prepare("SELECT source_id, " + columnList(m_table) + " FROM " + table + " WHERE id = ?1"));
    TL_TRY(m_rows, m_database.prepare("SELECT source_id, row FROM " + rows + " WHERE " + id + " = ?1"));
    TL_TRY(m_keep,
           m_database.prepare("INSERT OR REPLACE INTO " + rows + "(" + id + ", source_id, row) VALUES (?1, ?2, ?3)"));
    TL_TRY(m_keepFirst,
           m_database.prepare("INSERT OR IGNORE INTO " + rows + "(" + id + ", source_id, row) VALUES (?1, ?2, ?3)"));
    TL_TRY(m_drop, m_database.prepare("DELETE FROM " + rows + " WHERE " + id + " = ?1 AND source_id = ?2"));
    std::string sets = "source_id = ?2";
    for (std::size_t i = 0; i < m_table.columns.size(); ++i)
        sets += std::string(", ") + m_table.columns[i].name + " = ?" + std::to_string(i + 3);
    TL_TRY(m_update, m_database.prepare("UPDATE " + table + " SET " + sets + " WHERE id = ?1"));
    // Every part of the primary key is named, so that no row of another item is looked at.
    std::string names;
    for (const Column& column : m_table.columns)
        names += std::string(names.empty() ? "'" : ", '") + column.name + "'";
    const std::string ofTable =
        "clean_value WHERE step_id IN (SELECT id FROM clean_step) AND tab = '" + table + "' AND ";
    TL_TRY(m_cleanings, m_database.prepare("SELECT column_name, old FROM " + ofTable + "column_name IN (" + names +
                                           ") AND row_id = ?1 ORDER BY step_id DESC"));
    TL_TRY(m_forgetCleaning, m_database.prepare("DELETE FROM " + ofTable + "row_id = ?1 AND column_name = ?2"));
    TL_TRY(const std::int64_t cleaned,
           m_database.queryInteger("SELECT EXISTS(SELECT 1 FROM clean_value WHERE tab = '" + table + "')"));
    m_cleaned = cleaned != 0;
    return {};
}

Result<SourceRows::Words> SourceRows::wordsOf(std::int64_t id) {
    Words words;
    m_select->bind(1, id);
    TL_TRY(const bool found, m_select->step());
    if (found) {
        if (!m_select->isNull(0))
            words.owner = m_select->integer(0);
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            if (const int index = static_cast<int>(i) + 1; !m_select->isNull(index))
                words.now[m_table.columns[i].name] = valueAt(*m_select, index, m_table.columns[i].type);
    }
    m_select->reset();
    m_rows->bind(1, id);
    for (;;) {
        TL_TRY(const bool more, m_rows->step());
        if (!more)
            break;
        TL_TRY(Json row, storedJson(m_database, m_rows->text(1), m_table.rowTable));
        if (!row.is_object())
            return damaged(m_database, m_table.rowTable);
        const std::int64_t source = m_rows->integer(0);
        if (const auto title = row.find(kLogTitle); title != row.end() && title->is_string())
            words.logTitles[source] = title->get<std::string>();
        else
            words.said[source] = std::move(row);
    }
    m_rows->reset();
    words.kept = !words.said.empty();
    if (!words.kept && words.owner) {
        // One source alone describes it: the row is its word, but for what cleaning changed since.
        Json values = words.now;
        if (m_cleaned)
            TL_CHECK_STATUS(undoCleaning(id, values));
        words.said[*words.owner] = std::move(values);
    }
    return words;
}

Status SourceRows::undoCleaning(std::int64_t id, Json& values) {
    m_cleanings->bind(1, id);
    for (;;) {
        TL_TRY(const bool more, m_cleanings->step());
        if (!more)
            break;
        for (const Column& column : m_table.columns)
            if (m_cleanings->text(0) == column.name) {
                if (m_cleanings->isNull(1))
                    values.erase(column.name);
                else
                    values[column.name] = valueAt(*m_cleanings, 1, column.type);
            }
    }
    m_cleanings->reset();
    return {};
}

void SourceRows::say(Json& values, const Json& said) const {
    for (const Column& column : m_table.columns) {
        const auto word = said.find(column.name);
        if (word == said.end())
            continue;
        Json& value = values[column.name];
        const bool both = column.type == Column::Type::Object && value.is_string() && word->is_string();
        value = both ? joined(value, *word) : *word;
    }
}

Json SourceRows::together(const Words& words) const {
    Json values = Json::object();
    for (const auto& [source, said] : words.said)
        say(values, said);
    if (m_table.titled && !values.contains("title"))
        values["title"] = words.logTitles.empty() ? std::string() : words.logTitles.begin()->second;
    return values;
}

Status SourceRows::add(std::int64_t id, std::int64_t source, const Json& said) {
    TL_TRY(const Words before, wordsOf(id));
    Words after = before;
    Json& word = after.said.try_emplace(source, Json::object()).first->second;
    say(word, said);
    return store(id, before, after);
}

Status SourceRows::remove(std::int64_t id, std::int64_t source) {
    TL_TRY(const Words before, wordsOf(id));
    Words after = before;
    after.said.erase(source);
    after.logTitles.erase(source);
    m_drop->bind(1, id);
    m_drop->bind(2, source);
    TL_CHECK_STATUS(m_drop->run());
    return store(id, before, after);
}

Status SourceRows::addLogTitle(std::int64_t item, std::int64_t source, std::string_view title) {
    const std::string row = dumpJson(Json{{kLogTitle, std::string(title)}});
    m_keepFirst->bind(1, item);
    m_keepFirst->bind(2, source);
    m_keepFirst->bind(3, std::string_view(row));
    return m_keepFirst->run();
}

Status SourceRows::keep(std::int64_t id, std::int64_t source, const std::string& row) {
    m_keep->bind(1, id);
    m_keep->bind(2, source);
    m_keep->bind(3, std::string_view(row));
    return m_keep->run();
}

Status SourceRows::store(std::int64_t id, const Words& before, const Words& after) {
    if (after.said.size() > 1) {
        for (const auto& [source, said] : after.said) {
            const auto old = before.said.find(source);
            if (!before.kept || old == before.said.end() || old->second != said)
                TL_CHECK_STATUS(keep(id, source, dumpJson(said)));
        }
    } else if (before.kept) {
        for (const auto& [source, said] : after.said) { // one is left: its word is the row
            m_drop->bind(1, id);
            m_drop->bind(2, source);
            TL_CHECK_STATUS(m_drop->run());
        }
    }
    return update(id, before, after);
}

Status SourceRows::update(std::int64_t id, const Words& before, const Words& after) {
    // Only what the sources say differently now: a value that cleaning changed stays as it is otherwise.
    const Json was = together(before), is = together(after);
    Json values = before.now;
    for (const Column& column : m_table.columns) {
        const auto old = was.find(column.name), fresh = is.find(column.name);
        const bool same = old == was.end() ? fresh == is.end() : fresh != is.end() && *old == *fresh;
        if (same)
            continue;
        if (fresh == is.end())
            values.erase(column.name);
        else
            values[column.name] = *fresh;
        if (m_cleaned) {
            m_forgetCleaning->bind(1, id);
            m_forgetCleaning->bind(2, std::string_view(column.name));
            TL_CHECK_STATUS(m_forgetCleaning->run());
        }
    }
    m_update->bind(1, id);
    if (after.said.empty())
        m_update->bindNull(2);
    else
        m_update->bind(2, after.said.begin()->first);
    m_texts.assign(m_table.columns.size(), {});
    for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
        const Column& column = m_table.columns[i];
        if (const auto found = values.find(column.name); found != values.end() && found->is_string())
            m_texts[i] = found->get<std::string>();
        bindValue(*m_update, static_cast<int>(i) + 3, column, values);
    }
    return m_update->run();
}

void SourceRows::bindValue(Statement& statement, int index, const Column& column, const Json& values) const {
    const auto found = values.find(column.name);
    if (found == values.end())
        return statement.bindNull(index);
    if (column.type == Column::Type::Real && found->is_number())
        return statement.bind(index, found->get<double>());
    if (column.type == Column::Type::Integer && found->is_number())
        return statement.bind(index, found->get<std::int64_t>());
    if (found->is_string())
        return statement.bind(index, std::string_view(m_texts[static_cast<std::size_t>(index) - 3]));
    statement.bindNull(index);
}

Result<std::vector<std::int64_t>> SourceRows::describedBy(std::int64_t source) {
    const std::string rows = m_table.rowTable, id = m_table.idColumn;
    TL_TRY(Statement select,
           m_database.prepare("SELECT " + id + " FROM " + rows + " WHERE source_id = ?1 UNION SELECT id FROM " +
                              m_table.table + " WHERE source_id = ?1"));
    select.bind(1, source);
    std::vector<std::int64_t> ids;
    for (;;) {
        TL_TRY(const bool more, select.step());
        if (!more)
            return ids;
        ids.push_back(select.integer(0));
    }
}

} // namespace core::store
