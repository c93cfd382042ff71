// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace core::store {

/// A column of the project file whose texts may hold personal data.
struct TextColumn {
    const char* table;
    const char* column;
    const char* rowKey; ///< what names a row of the table: "rowid", or the columns of its primary key
    enum class Kind {
        Free,   ///< text that people wrote: may be changed
        Key,    ///< names a thing or person, and others refer to it: looked at, changed only as a whole
        Unique, ///< free text that must stay unique (queries): rows that become alike are merged
        Traces  ///< what imports and cleaning keep to take something back, or refused: changed like free text
    } kind;
};

/// All of them, in the order of reports. Texts that the program writes itself (recipes, settings) are not among them.
std::span<const TextColumn> textColumns();

} // namespace core::store
