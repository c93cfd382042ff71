// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/clean/plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace core::store::clean {

/// A column that steps work on: "item.price", "event.quantity", "item.attributes.weight", "event.extra.Country".
struct CleanColumn {
    Tab tab = Tab::Item;
    std::string name;      ///< as given
    std::string column;    ///< of the table: "price", "attributes"
    std::string attribute; ///< within the JSON of `column`; empty = the column itself
    bool numeric = false;  ///< a column of numbers; an attribute may hold either
    /// The value over the table's alias `t`; a number or NULL when `asNumber`.
    std::string sql(bool asNumber) const;
    /// The path of the attribute for the JSON functions, as an SQL literal.
    std::string path() const;
};

/// UnknownChoice with the columns there are.
Result<CleanColumn> parseColumn(const std::string& parameter, const std::string& name);

/// Puts `value` for row `id` into the plan, within the JSON of an attribute where it is one.
class ColumnWriter {
public:
    ColumnWriter(CleanPlan& plan, CleanColumn column);
    Status prepare();
    Status set(std::int64_t id, const SqlValue& value);

private:
    CleanPlan& m_plan;
    CleanColumn m_column;
    int m_target;
    std::optional<Statement> m_insert; ///< attributes only
};

/// The numbers of a column, with the group each belongs to.
struct NumberColumn {
    std::vector<std::int64_t> ids; ///< rows with a number, ascending
    std::vector<double> values;
    std::vector<std::int32_t> groups;  ///< of each value; empty = all are one group
    std::vector<std::int64_t> missing; ///< rows without one
    std::vector<std::int32_t> missingGroups;
    std::vector<std::string> names; ///< of the groups
    /// Values by group, copied.
    std::vector<std::vector<double>> byGroup() const;
    std::size_t groupOf(std::size_t row) const { return groups.empty() ? 0 : static_cast<std::size_t>(groups[row]); }
    std::size_t missingGroupOf(std::size_t row) const {
        return missingGroups.empty() ? 0 : static_cast<std::size_t>(missingGroups[row]);
    }
};

/// per: none | category | brand | item (of the item that a row is about). Rows without a group are a group of their
/// own. Cancelled events (negative quantities) are left out of event columns unless `cancelled`. NoData without any
/// number.
Result<NumberColumn> readNumbers(CleanPlan& plan, const CleanColumn& column, const std::string& per, bool cancelled);

/// FROM clause of a column's table with alias t, joined to what `per` needs; and the SQL of the group.
std::string fromOf(const CleanColumn& column, const std::string& per);
std::string groupSql(const CleanColumn& column, const std::string& per);

} // namespace core::store::clean
