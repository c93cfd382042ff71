// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/select/filter.h"
#include "core/store/project.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

enum class BrowseType { Text, Integer, Number, Time, Boolean, Choice, Json };

/// A column of a table as it is browsed.
struct BrowseColumn {
    std::string name;  ///< in filters, on the command line, in exports: "order_key"
    const char* title; ///< English, translation context "Browse"
    BrowseType type = BrowseType::Text;
    std::vector<std::string> choices; ///< of Choice
    bool searched = false;            ///< the search box looks here
    bool shown = true;                ///< to begin with
};

/// A table of the project as it is browsed: with the texts that its ids stand for.
struct BrowseTable {
    std::string name;  ///< "items", "events", …
    const char* title; ///< English, translation context "Browse"
    std::vector<BrowseColumn> columns;
    std::string attributes; ///< the column that holds more values as JSON; empty = none
    const BrowseColumn* column(std::string_view name) const;
};

/// items, events, users, queries, judgements, reviews, rejects, sources, cleaning, dropped_events, dropped_items, runs,
/// predictions, split_rows, split_events.
const std::vector<BrowseTable>& tables();
/// UnknownChoice, with the names there are.
Result<const BrowseTable*> browseTable(std::string_view name);
/// The columns of a table as the filter language wants them. Attributes found in its first rows are not among them.
select::FilterColumns filterColumnsOf(const BrowseTable& table);

/// Whether the rows of a table belong to entities of this kind ("item", "brand", "user" …), so that a selection of some
/// narrows them.
bool selectionApplies(const BrowseTable& table, const std::string& entity);

struct TableSize {
    std::string name;
    std::int64_t rows = 0;
};
/// How many rows each table has. Cancellable.
Result<std::vector<TableSize>> tableSizes(const Project& project, JobContext& job);
Result<std::int64_t> tableRows(const Project& project, const BrowseTable& table, JobContext& job);
/// The names of attributes in the first 2,000 rows of a table, most frequent first: proposals for a filter.
Result<std::vector<std::string>> attributeNames(const Project& project, const BrowseTable& table);
/// A viewer copy holds no rows by design.
Result<bool> isViewerCopy(const Project& project);

} // namespace core::store
