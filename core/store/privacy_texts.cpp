// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/privacy_texts.h"

#include "core/store/database.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace core::store {
namespace {

constexpr std::array<std::string_view, 12> kOwnTables{
    "source",     "split",          "split_row",      "split_event",     "run", "epoch", "run_blob", "meta",
    "clean_step", "privacy_action", "viewer_support", "viewer_confusion"};
constexpr std::array<std::string_view, 6> kOwnColumns{"reason",   "column_name", "tab",
                                                      "currency", "operation",   "digest"};
constexpr std::array<std::string_view, 7> kKeys{"key", "category", "brand", "label", "image", "session", "order_key"};

template <class List> bool holds(const List& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

} // namespace

Result<std::vector<TextColumn>> textColumns(Database& database) {
    std::vector<TextColumn> columns;
    TL_TRY(Statement rows,
           database.prepare(
               "SELECT t.name, c.name, c.type, c.pk FROM (SELECT rowid AS place, name FROM sqlite_schema WHERE "
               "type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' UNION ALL SELECT 0, 'event') t, "
               "pragma_table_info(t.name) c ORDER BY t.place, c.cid"));
    std::string table;
    std::vector<std::string> key;
    std::size_t first = 0; // of the table's columns
    const auto endTable = [&] {
        for (std::size_t i = first; i < columns.size(); ++i)
            columns[i].rowKey = key.empty() ? std::vector<std::string>{"rowid"} : key;
        first = columns.size();
        key.clear();
    };
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more || rows.text(0) != table)
            endTable();
        if (!more)
            return columns;
        table = rows.text(0);
        const std::string name(rows.text(1));
        if (rows.integer(3) > 0)
            key.push_back(name);
        const std::string_view type = rows.text(2);
        if ((type != "TEXT" && type != "ANY") || holds(kOwnTables, table) || holds(kOwnColumns, name))
            continue;
        TextColumn column;
        column.table = table;
        column.column = name;
        column.ownKey = rows.integer(3) > 0;
        if (table == "query" && name == "text")
            column.kind = TextColumn::Kind::Unique;
        else if (holds(kKeys, name))
            column.kind = TextColumn::Kind::Key;
        columns.push_back(std::move(column));
    }
}

} // namespace core::store
