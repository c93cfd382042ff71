// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace core::store {

class Database;

/// A column of the project file whose texts come from the user's files.
struct TextColumn {
    std::string table, column;
    std::vector<std::string> rowKey; ///< the columns that name a row: those of the primary key, or "rowid"
    bool ownKey = false;             ///< the column is part of its primary key
    enum class Kind {
        Free,  ///< text that people wrote, and what keeps it to be taken back: may be changed
        Key,   ///< names a thing or person, and others refer to it: looked at, changed only as a whole
        Unique ///< free text that must stay unique (query.text): rows that become alike are merged
    } kind = Kind::Free;
};

/// All of them, as the file's own schema says: a table that somebody adds is searched without anybody thinking of it.
/// Tables and columns that the program fills by itself (settings, recipes, reasons) are left out by name.
Result<std::vector<TextColumn>> textColumns(Database& database);

} // namespace core::store
