// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/store/database.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace core::store {

/// A table whose rows several sources may describe: item or query. The row in the table is what they say together: of
/// each column the word of the latest source (by id) that has one. `source_id` is the first source that describes it.
///
/// What each source said by itself is kept beside, in item_row or query_row, as a JSON object of the columns it has;
/// but only from the second source on, because the word of a single one is the row itself. Titles that logs give to
/// items are kept there too, as {"log_title": …}: they are the item's title until a catalogue describes it.
struct DescribedTable {
    struct Column {
        const char* name;
        enum class Type { Text, Real, Integer, Object } type; ///< Object: JSON text, joined member by member
    };
    const char* table;
    const char* rowTable;
    const char* idColumn; ///< of rowTable
    std::vector<Column> columns;
    bool titled; ///< has a title that is never NULL, and log titles
};
const DescribedTable& describedItems();
const DescribedTable& describedQueries();

/// Adds to, and takes from, what sources say of the rows of one table. Inside one transaction of the writer.
class SourceRows {
public:
    SourceRows(Database& database, const DescribedTable& table) : m_database(database), m_table(table) {}
    Status prepare();
    /// True when cleaning steps changed values of this table. After prepare().
    bool cleaned() const { return m_cleaned; }

    /// `source` says `said` of a row: an object with the columns that it has.
    Status add(std::int64_t id, std::int64_t source, const Json& said);
    /// Takes back what `source` said of one row; the row then is what the others say. A row that no source describes
    /// any more stays, bare, for others that may refer to it.
    Status remove(std::int64_t id, std::int64_t source);
    /// The first title that a log gives to an item: kept beside whatever the item's title is.
    Status addLogTitle(std::int64_t item, std::int64_t source, std::string_view title);
    /// Rows of which `source` says something, in any way.
    Result<std::vector<std::int64_t>> describedBy(std::int64_t source);

private:
    /// What the sources say of one row, by source.
    struct Words {
        std::optional<std::int64_t> owner; ///< source_id
        Json now = Json::object();         ///< the row as it stands, columns that are not NULL
        std::map<std::int64_t, Json> said;
        std::map<std::int64_t, std::string> logTitles;
        bool kept = false; ///< `said` was in the row table, not made from `now`
    };
    Result<Words> wordsOf(std::int64_t id);
    Status undoCleaning(std::int64_t id, Json& values);
    void say(Json& values, const Json& said) const;
    Json together(const Words& words) const;
    Status store(std::int64_t id, const Words& before, const Words& after);
    Status keep(std::int64_t id, std::int64_t source, const std::string& row);
    Status update(std::int64_t id, const Words& before, const Words& after);
    void bindValue(Statement& statement, int index, const DescribedTable::Column& column, const Json& values) const;

    Database& m_database;
    const DescribedTable& m_table;
    bool m_cleaned = false; ///< cleaning steps changed values of this table
    std::optional<Statement> m_select, m_rows, m_keep, m_keepFirst, m_drop, m_update, m_cleanings, m_forgetCleaning;
    std::vector<std::string> m_texts; ///< what the update binds must live until it ran
};

} // namespace core::store
