// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/events/event_table_parts.h"

namespace core::store::events::table {
namespace {

/// One value of a row that is to be: what a STRICT table would make of it.
struct Given {
    enum class What { Keep, Null, Value } what = What::Null;
    std::int64_t integer = 0;
    double real = 0;
    std::string_view text;
};

constexpr std::size_t kLargestText = std::size_t{900} << 20;

/// False where the value does not fit the column.
bool read(sqlite3_value* value, ColumnType type, Given& given) {
    given.what = Given::What::Value;
    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
        given.what = Given::What::Null;
        return true;
    case SQLITE_BLOB:
        return false;
    default:
        break;
    }
    if (type == ColumnType::Text) {
        const auto* const text = reinterpret_cast<const char*>(sqlite3_value_text(value));
        given.text = {text == nullptr ? "" : text, static_cast<std::size_t>(sqlite3_value_bytes(value))};
        return true;
    }
    const int numeric = sqlite3_value_numeric_type(value);
    given.integer = sqlite3_value_int64(value);
    given.real = sqlite3_value_double(value);
    if (type == ColumnType::Real)
        return numeric == SQLITE_INTEGER || numeric == SQLITE_FLOAT;
    const bool whole =
        numeric == SQLITE_INTEGER || (numeric == SQLITE_FLOAT && static_cast<double>(given.integer) == given.real);
    return whole && given.integer != kNullInteger;
}

void put(BlockData& data, std::size_t column, std::size_t slot, const Given& given) {
    if (given.what == Given::What::Null)
        return data.setNull(column, slot);
    switch (kColumns[column].type) {
    case ColumnType::Integer:
        return data.setInteger(column, slot, given.integer);
    case ColumnType::Real:
        return data.setReal(column, slot, given.real);
    case ColumnType::Text:
        return data.setText(column, slot, given.text);
    }
}

using Row = std::array<Given, ColumnCount>;

/// The values of argv of xUpdate from the third on: id, then the columns.
int readRow(sqlite3_vtab* base, sqlite3_value** values, bool update, Row& row) {
    for (std::size_t i = 0; i < ColumnCount; ++i) {
        const std::string name = "event." + std::string(kColumns[i].name);
        sqlite3_value* const value = values[i + 1];
        Given& given = row[i];
        if (update && sqlite3_value_nochange(value) != 0) {
            given.what = Given::What::Keep;
            continue;
        }
        if (!read(value, kColumns[i].type, given))
            return refuse(base, SQLITE_CONSTRAINT_DATATYPE, "cannot store a value of this type in " + name);
        if (given.text.size() > kLargestText)
            return refuse(base, SQLITE_TOOBIG, name + " is too long");
        if (given.what == Given::What::Null && i == Cancelled)
            given = {Given::What::Value, 0, 0, {}};
        if (given.what == Given::What::Null && kColumns[i].required)
            return refuse(base, SQLITE_CONSTRAINT_NOTNULL, "NOT NULL constraint failed: " + name);
    }
    return SQLITE_OK;
}

Status removeRow(EventTable& table, std::int64_t id) {
    const std::size_t slot = slotOf(id);
    ChunkStore::Columns set;
    TL_TRY(const BlockData* const before, table.edits.block(blockOf(id)));
    for (std::size_t i = 0; i < ColumnCount; ++i)
        set[i] = !before->isNull(i, slot);
    TL_TRY(BlockData* const data, table.edits.change(blockOf(id), set));
    for (std::size_t i = 0; i < ColumnCount; ++i)
        data->setNull(i, slot);
    return {};
}

/// Copies an event to an id that nobody has.
Status moveValues(EventTable& table, std::int64_t from, std::int64_t to) {
    ChunkView chunk;
    TL_CHECK_STATUS(table.edits.flush());
    ChunkStore::Columns all;
    all.set();
    TL_TRY(BlockData* const data, table.edits.change(blockOf(to), all));
    for (std::size_t i = 0; i < ColumnCount; ++i) {
        TL_CHECK_STATUS(table.chunks.read(i, blockOf(from), chunk));
        if (chunk.isNull(slotOf(from)))
            continue;
        Given given{Given::What::Value, 0, 0, {}};
        if (kColumns[i].type == ColumnType::Integer)
            given.integer = chunk.integer(slotOf(from));
        else if (kColumns[i].type == ColumnType::Real)
            given.real = chunk.real(slotOf(from));
        else
            given.text = chunk.text(slotOf(from));
        put(*data, i, slotOf(to), given);
    }
    return {};
}

Status putRow(EventTable& table, std::int64_t id, const Row& row) {
    ChunkStore::Columns columns;
    TL_TRY(const BlockData* const before, table.edits.block(blockOf(id)));
    for (std::size_t i = 0; i < ColumnCount; ++i)
        columns[i] =
            row[i].what == Given::What::Value || (row[i].what == Given::What::Null && !before->isNull(i, slotOf(id)));
    TL_TRY(BlockData* const data, table.edits.change(blockOf(id), columns));
    for (std::size_t i = 0; i < ColumnCount; ++i)
        if (columns[i])
            put(*data, i, slotOf(id), row[i]);
    return {};
}

/// The id that a new row asks for, or the next one.
int newId(sqlite3_vtab* base, sqlite3_value* asRowId, sqlite3_value* asColumn, std::int64_t& id) {
    sqlite3_value* const given = sqlite3_value_type(asColumn) != SQLITE_NULL ? asColumn : asRowId;
    if (sqlite3_value_type(given) == SQLITE_NULL) {
        const auto next = tableOf(base).events.edits.nextId();
        if (!next.ok())
            return codeOf(base, next.error());
        id = *next;
    } else {
        Given number;
        if (!read(given, ColumnType::Integer, number))
            return refuse(base, SQLITE_MISMATCH, "datatype mismatch: event.id");
        id = number.integer;
    }
    if (id < 0 || id > kLargestId)
        return refuse(base, SQLITE_CONSTRAINT_CHECK, "event.id is out of range: " + std::to_string(id));
    return SQLITE_OK;
}

int insertRow(sqlite3_vtab* base, std::int64_t id, const Row& row) {
    EventTable& table = tableOf(base).events;
    const auto there = table.edits.block(blockOf(id));
    if (!there.ok())
        return codeOf(base, there.error());
    if ((*there)->alive(slotOf(id)))
        return refuse(base, SQLITE_CONSTRAINT_PRIMARYKEY, "UNIQUE constraint failed: event.id");
    return codeOf(base, putRow(table, id, row));
}

int changeRow(sqlite3_vtab* base, std::int64_t from, std::int64_t to, const Row& row) {
    EventTable& table = tableOf(base).events;
    if (from == to)
        return codeOf(base, putRow(table, to, row));
    const auto there = table.edits.block(blockOf(to));
    if (!there.ok())
        return codeOf(base, there.error());
    if ((*there)->alive(slotOf(to)))
        return refuse(base, SQLITE_CONSTRAINT_PRIMARYKEY, "UNIQUE constraint failed: event.id");
    Status moved = moveValues(table, from, to);
    if (moved.ok())
        moved = removeRow(table, from);
    if (moved.ok())
        moved = putRow(table, to, row);
    return codeOf(base, moved);
}

} // namespace

int update(sqlite3_vtab* base, int count, sqlite3_value** values, sqlite3_int64* made) {
    return guarded([&] {
        if (count == 1)
            return codeOf(base, removeRow(tableOf(base).events, sqlite3_value_int64(values[0])));
        const bool insert = sqlite3_value_type(values[0]) == SQLITE_NULL;
        Row row;
        if (const int code = readRow(base, values + 2, !insert, row); code != SQLITE_OK)
            return code;
        std::int64_t id = insert ? 0 : sqlite3_value_int64(values[0]);
        const std::int64_t before = id;
        if (insert || sqlite3_value_nochange(values[2]) == 0)
            if (const int code = newId(base, values[1], values[2], id); code != SQLITE_OK)
                return code;
        const int code = insert ? insertRow(base, id, row) : changeRow(base, before, id, row);
        *made = id;
        return code;
    });
}

} // namespace core::store::events::table
