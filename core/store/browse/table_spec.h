// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/browse/tables.h"

#include <string>
#include <vector>

namespace core::store {

/// A column as SQL. `join` names the alias of the dictionary that the expression is over; empty = the table itself.
struct ColumnSpec {
    const char* name;
    const char* title;
    BrowseType type;
    const char* sql;
    const char* join = "";
    bool searched = false;
    bool shown = true;
    std::vector<std::string> choices = {};
    std::vector<std::int64_t> codes = {}; ///< what is stored for each choice; empty = its text
};

/// A dictionary that a column of the table refers to.
struct JoinSpec {
    const char* alias;     ///< "i"
    const char* table;     ///< "item"
    const char* reference; ///< "e.item_id"
};

/// A browsable table as SQL. Every row has one 64-bit key; the order of the keys is the order of storage.
struct TableSpec {
    BrowseTable table;
    const char* from;        ///< "event e"
    const char* key;         ///< "e.id"
    const char* byKey;       ///< condition that finds the row of key ?1
    const char* fromKey;     ///< condition for rows from key ?1 on
    const char* keyOrder;    ///< ORDER BY that follows storage
    bool plain = true;       ///< the key is the rowid
    const char* entity = ""; ///< the table is the dictionary of this entity: "item", "user", "query"
    std::vector<JoinSpec> joins;
    std::vector<ColumnSpec> columns;
    const ColumnSpec* column(std::string_view name) const;
    const JoinSpec* join(std::string_view alias) const;
    /// FROM with every dictionary.
    std::string joined() const;
    /// FROM with the dictionaries of these columns only: with more of them SQLite finds worse plans.
    std::string joinedFor(const std::vector<const ColumnSpec*>& wanted) const;
};

const std::vector<TableSpec>& tableSpecs();
const TableSpec* tableSpec(std::string_view name);

} // namespace core::store
