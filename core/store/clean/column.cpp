// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clean/column.h"

#include "core/store/browse/sql_functions.h"

#include <array>
#include <unordered_map>

namespace core::store::clean {
namespace {

struct Known {
    Tab tab;
    const char* name;
    bool numeric;
};
constexpr std::array kKnown{
    Known{Tab::Item, "title", false},    Known{Tab::Item, "description", false}, Known{Tab::Item, "category", false},
    Known{Tab::Item, "brand", false},    Known{Tab::Item, "price", true},        Known{Tab::Item, "label", false},
    Known{Tab::Item, "currency", false}, Known{Tab::Item, "image", false},       Known{Tab::Item, "time", true},
    Known{Tab::Event, "time", true},     Known{Tab::Event, "quantity", true},    Known{Tab::Event, "price", true},
    Known{Tab::Event, "label", false},   Known{Tab::Event, "session", false},    Known{Tab::Event, "order_key", false},
    Known{Tab::Event, "user_id", false}, Known{Tab::Event, "query_id", false},   Known{Tab::Review, "rating", true},
    Known{Tab::Review, "title", false},  Known{Tab::Review, "text", false},      Known{Tab::Review, "label", false},
    Known{Tab::Review, "time", true},    Known{Tab::Judgement, "grade", true},   Known{Tab::Judgement, "label", false},
    Known{Tab::Query, "text", false}};

const char* attributesOf(Tab tab) {
    return tab == Tab::Item || tab == Tab::Query ? "attributes" : tab == Tab::Judgement ? "" : "extra";
}

std::string choices() {
    std::string list;
    for (const Known& known : kKnown)
        list += std::string(list.empty() ? "" : ", ") + tabName(known.tab) + "." + known.name;
    return list + ", item.attributes.NAME, event.extra.NAME";
}

} // namespace

std::string CleanColumn::path() const {
    std::string text = "'$.\"";
    for (const char c : attribute) {
        if (c == '\'')
            text += '\'';
        text += c;
    }
    return text + "\"'";
}

std::string CleanColumn::sql(bool asNumber) const {
    std::string value = "t." + column;
    if (!attribute.empty())
        value = "json_extract(" + value + ", " + path() + ")";
    return asNumber && !attribute.empty() ? "tl_number(" + value + ")" : value;
}

Result<CleanColumn> parseColumn(const std::string& parameter, const std::string& name) {
    const auto dot = name.find('.');
    const std::string table = name.substr(0, dot), rest = dot == std::string::npos ? "" : name.substr(dot + 1);
    for (const Tab tab : kTabs) {
        if (table != tabName(tab))
            continue;
        for (const Known& known : kKnown)
            if (known.tab == tab && rest == known.name)
                return CleanColumn{tab, name, rest, {}, known.numeric};
        const std::string start = std::string(attributesOf(tab)) + ".";
        // A quote would end the path that SQLite is given.
        if (start.size() > 1 && rest.size() > start.size() && rest.starts_with(start) &&
            rest.find('"') == std::string::npos)
            return CleanColumn{tab, name, attributesOf(tab), rest.substr(start.size()), true};
    }
    return Error(ErrorCode::UnknownChoice, choices()).at(parameter, name);
}

ColumnWriter::ColumnWriter(CleanPlan& plan, CleanColumn column)
    : m_plan(plan), m_column(std::move(column)), m_target(plan.target(m_column.tab, m_column.column)) {}

Status ColumnWriter::prepare() {
    if (m_column.attribute.empty())
        return {};
    TL_TRY(m_insert, m_plan.database().prepare("INSERT OR REPLACE INTO temp.clean_set SELECT ?1, id, "
                                               "json_set(coalesce(" +
                                               m_column.column + ", '{}'), " + m_column.path() + ", ?3) FROM " +
                                               tabName(m_column.tab) + " WHERE id = ?2"));
    return {};
}

Status ColumnWriter::set(std::int64_t id, const SqlValue& value) {
    if (!m_insert)
        return m_plan.set(m_target, id, value);
    m_insert->bind(1, static_cast<std::int64_t>(m_target));
    m_insert->bind(2, id);
    bindValue(*m_insert, 3, value);
    return m_insert->run();
}

std::string fromOf(const CleanColumn& column, const std::string& per) {
    const std::string from = std::string(tabName(column.tab)) + " t";
    const bool join = per != "none" && per != "item" && column.tab != Tab::Item && column.tab != Tab::Query;
    return join ? from + " LEFT JOIN item i ON i.id = t.item_id" : from;
}

std::string groupSql(const CleanColumn& column, const std::string& per) {
    if (per == "none" || column.tab == Tab::Query)
        return "NULL";
    if (per == "item")
        return column.tab == Tab::Item ? "t.id" : "t.item_id";
    return (column.tab == Tab::Item ? "t." : "i.") + per;
}

std::vector<std::vector<double>> NumberColumn::byGroup() const {
    std::vector<std::vector<double>> result(names.empty() ? 1 : names.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        result[groupOf(i)].push_back(values[i]);
    return result;
}

Result<NumberColumn> readNumbers(CleanPlan& plan, const CleanColumn& column, const std::string& per, bool cancelled) {
    TL_CHECK_STATUS(addSqlFunctions(plan.database()));
    const bool grouped = per != "none";
    TL_TRY(Statement rows,
           plan.database().prepare(
               "SELECT t.id, " + column.sql(true) + ", " + groupSql(column, per) + " FROM " + fromOf(column, per) +
               (column.tab == Tab::Event && !cancelled ? " WHERE t.cancelled = 0" : "") + " ORDER BY t.id"));
    NumberColumn numbers;
    std::unordered_map<std::string, std::int32_t> groupOf;
    for (std::int64_t row = 0;; ++row) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            break;
        if (row % 1024 == 0)
            TL_CHECK_STATUS(plan.job().check());
        std::int32_t group = 0;
        if (grouped) {
            const auto [found, isNew] =
                groupOf.try_emplace(std::string(rows.text(2)), static_cast<std::int32_t>(numbers.names.size()));
            if (isNew)
                numbers.names.emplace_back(rows.text(2));
            group = found->second;
        }
        const bool missing = rows.isNull(1);
        (missing ? numbers.missing : numbers.ids).push_back(rows.integer(0));
        if (!missing)
            numbers.values.push_back(rows.real(1));
        if (grouped)
            (missing ? numbers.missingGroups : numbers.groups).push_back(group);
    }
    if (numbers.values.empty())
        return Error(ErrorCode::NoData, "no row has a number in " + column.name);
    return numbers;
}

} // namespace core::store::clean
