// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace core::data {

/// How the records of a JSON file lie in it.
struct JsonShape {
    enum class Layout {
        Lines, ///< one record a line
        Values ///< records over any number of lines: members of a list, or objects one after the other
    };
    Layout layout = Layout::Lines;
    std::size_t start = 0; ///< offset of the first record: behind the bracket of the list that holds them
    bool inList = false;
    bool inObject = false; ///< that list is a member of an object: {"items": [ … ]}
    std::string list;      ///< name of that member
};

/// Looks at the head of a file (without BOM). `whole`: the head is all there is. `format`: "jsonl", "json" or empty.
/// An object that holds exactly one list of objects, and nothing beside itself in the file, is a frame round that list.
JsonShape findJsonShape(std::string_view head, bool whole, std::string_view format);

/// Name of a member `"name": value` when the value is a list of objects or lists; empty for anything else.
std::string jsonListName(std::string_view member);

} // namespace core::data
