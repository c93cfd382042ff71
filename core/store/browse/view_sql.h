// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/select/filter.h"
#include "core/select/selection.h"
#include "core/store/browse/browse.h"
#include "core/store/browse/table_spec.h"
#include "core/store/database.h"

#include <string>
#include <variant>
#include <vector>

namespace core::store {

/// A WHERE condition with its values: whatever a user wrote is bound, never part of the SQL.
struct Condition {
    std::string sql; ///< over the table alone (spec.from); empty = every row
    std::vector<std::variant<std::int64_t, double, std::string>> values;
    bool scans = false; ///< rows are tested as they are stored, not found by an index: the first ones come sooner
    /// Binds the values to ?1, ?2 … ; they must outlive the statement's next step.
    void bind(Statement& statement) const;
    std::string where() const { return sql.empty() ? std::string() : " WHERE " + sql; }
};

/// Filter, search and selection together; `scans` as in Condition. Usage for a regular expression that is none.
Result<Condition> conditionOf(const TableSpec& spec, const select::Filter& filter, const BrowseQuery& query,
                              bool scans = false);

/// The words of a search: cut at spaces, folded.
std::vector<std::string> searchWords(std::string_view search);

/// SELECT of the keys of a view, in its order; takes the condition's values. `sort` names columns of the table.
std::string keysSql(const TableSpec& spec, const Condition& condition, const std::vector<BrowseSort>& sort);

} // namespace core::store
