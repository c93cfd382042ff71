// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values.h"
#include "core/stats/robust.h"
#include "core/store/clean/column.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace core::store::clean {
namespace {

struct MissingValuesConfig {
    std::string column = "item.price";
    std::string method = "median";
    std::string value;
    std::string per = "none";
};
template <class V> void describe(V& v, MissingValuesConfig& c) {
    v.field(c.column,
            {.name = "column",
             .title = TL_NOOP("Strategy", "Column"),
             .help = TL_NOOP("Strategy", "Such as item.price, item.brand, event.quantity, event.user_id (drop "
                                         "only), item.attributes.weight, event.extra.Country.")});
    v.field(c.method, {.name = "method",
                       .title = TL_NOOP("Strategy", "Method"),
                       .help = TL_NOOP("Strategy", "Median or mean of a column of numbers, the most frequent value, a "
                                                   "constant; or drop the rows."),
                       .choices = {"median", "mean", "mode", "constant", "drop"}});
    v.field(c.value, {.name = "value",
                      .title = TL_NOOP("Strategy", "Constant"),
                      .help = TL_NOOP("Strategy", "What the constant method fills in.")});
    v.field(c.per, {.name = "per",
                    .title = TL_NOOP("Strategy", "Within"),
                    .help = TL_NOOP("Strategy", "Each category, brand or item has its own value where it has any; else "
                                                "that of all rows is taken."),
                    .choices = {"none", "category", "brand", "item"}});
}

class MissingValues final : public CleanKind {
public:
    explicit MissingValues(MissingValuesConfig config) : m_config(std::move(config)) {}

    Status plan(CleanPlan& plan) const override {
        TL_TRY(const CleanColumn column, parseColumn("column", m_config.column));
        const bool reference = column.column.ends_with("_id");
        if (reference && m_config.method != "drop")
            return Error(ErrorCode::UnknownChoice, "drop").at("method", m_config.method);
        if (m_config.method == "drop")
            return dropRows(plan, column);
        if (m_config.method == "constant")
            return fillConstant(plan, column);
        return m_config.method == "mode" ? fillMode(plan, column) : fillNumbers(plan, column);
    }

private:
    static std::string missing(const CleanColumn& column) {
        return "(" + column.sql(false) + " IS NULL OR " + column.sql(false) + " = '')";
    }
    Status dropRows(CleanPlan& plan, const CleanColumn& column) const;
    Status fillConstant(CleanPlan& plan, const CleanColumn& column) const;
    Status fillNumbers(CleanPlan& plan, const CleanColumn& column) const;
    Status fillMode(CleanPlan& plan, const CleanColumn& column) const;

    MissingValuesConfig m_config;
};

Status MissingValues::dropRows(CleanPlan& plan, const CleanColumn& column) const {
    TL_CHECK_STATUS(plan.run("INSERT INTO temp.clean_drop SELECT ?1, t.id, 'missing' FROM " +
                                 std::string(tabName(column.tab)) + " t WHERE " + missing(column),
                             {static_cast<std::int64_t>(column.tab)}));
    return {};
}

Status MissingValues::fillConstant(CleanPlan& plan, const CleanColumn& column) const {
    SqlValue value = m_config.value;
    const auto number = data::parseNumber(m_config.value);
    if (column.numeric && column.attribute.empty() && !number)
        return Error(ErrorCode::WrongType, "a number").at("value", m_config.value);
    if (m_config.value.empty())
        return Error(ErrorCode::WrongType, "a value to fill in").at("value", m_config.value);
    if (column.numeric && number)
        value = column.column == "time" ? SqlValue(static_cast<std::int64_t>(*number)) : SqlValue(*number);
    std::vector<std::int64_t> ids;
    {
        TL_TRY(Statement rows, plan.database().prepare("SELECT t.id FROM " + std::string(tabName(column.tab)) +
                                                       " t WHERE " + missing(column) + " ORDER BY t.id"));
        for (;;) {
            TL_TRY(const bool more, rows.step());
            if (!more)
                break;
            ids.push_back(rows.integer(0));
        }
    }
    ColumnWriter writer(plan, column);
    TL_CHECK_STATUS(writer.prepare());
    for (const std::int64_t id : ids)
        TL_CHECK_STATUS(writer.set(id, value));
    return {};
}

Status MissingValues::fillNumbers(CleanPlan& plan, const CleanColumn& column) const {
    TL_TRY(NumberColumn numbers, readNumbers(plan, column, m_config.per, true));
    const auto centre = [this](std::vector<double>& values) {
        return m_config.method == "median" ? stats::quantileInPlace(values, 0.5) : stats::momentsOf(values).mean;
    };
    auto groups = numbers.byGroup();
    const double overall = centre(numbers.values);
    std::vector<double> fills;
    std::int64_t without = 0;
    for (auto& group : groups) {
        without += group.empty() ? 1 : 0;
        fills.push_back(group.empty() ? overall : centre(group));
    }
    plan.numbers()["value"] = overall;
    plan.numbers()["groups"] = groups.size();
    plan.numbers()["groups_without_values"] = without;
    ColumnWriter writer(plan, column);
    TL_CHECK_STATUS(writer.prepare());
    for (std::size_t i = 0; i < numbers.missing.size(); ++i) {
        const double fill = fills[numbers.missingGroupOf(i)];
        const bool whole = column.column == "time";
        TL_CHECK_STATUS(writer.set(numbers.missing[i],
                                   whole ? SqlValue(static_cast<std::int64_t>(std::llround(fill))) : SqlValue(fill)));
    }
    return {};
}

Status MissingValues::fillMode(CleanPlan& plan, const CleanColumn& column) const {
    using Counts = std::map<std::string, std::int64_t>;
    std::unordered_map<std::string, Counts> byGroup;
    Counts all;
    std::vector<std::pair<std::int64_t, std::string>> gaps;
    std::int64_t n = 0;
    TL_TRY(Statement rows,
           plan.database().prepare("SELECT t.id, " + column.sql(false) + ", " + groupSql(column, m_config.per) +
                                   " FROM " + fromOf(column, m_config.per) + " ORDER BY t.id"));
    for (;; ++n) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            break;
        if (n % 1024 == 0)
            TL_CHECK_STATUS(plan.job().check());
        std::string group(rows.text(2));
        if (rows.isNull(1) || rows.text(1).empty()) {
            gaps.emplace_back(rows.integer(0), std::move(group));
            continue;
        }
        ++all[std::string(rows.text(1))];
        if (m_config.per != "none")
            ++byGroup[group][std::string(rows.text(1))];
    }
    if (all.empty())
        return Error(ErrorCode::NoData, "no row has a value in " + column.name);
    const auto mode = [](const Counts& counts) { // ties: the first by name
        return std::max_element(counts.begin(), counts.end(),
                                [](const auto& a, const auto& b) {
                                    return a.second != b.second ? a.second < b.second : a.first > b.first;
                                })
            ->first;
    };
    const std::string overall = mode(all);
    plan.numbers()["value"] = overall;
    plan.numbers()["groups"] = std::max<std::size_t>(1, byGroup.size());
    ColumnWriter writer(plan, column);
    TL_CHECK_STATUS(writer.prepare());
    for (const auto& [id, group] : gaps) {
        const auto found = byGroup.find(group);
        const std::string text = found == byGroup.end() ? overall : mode(found->second);
        const auto number = data::parseNumber(text);
        const bool real = column.numeric && number && (column.attribute.empty() || dumpJson(Json(*number)) == text);
        TL_CHECK_STATUS(writer.set(id, column.column == "time" && number
                                           ? SqlValue(static_cast<std::int64_t>(*number))
                                           : (real ? SqlValue(*number) : SqlValue(text))));
    }
    return {};
}

TAILLIGHT_REGISTER(CleanKind, MissingValues, MissingValuesConfig, "missing_values",
                   TL_NOOP("Strategy", "Missing values"),
                   TL_NOOP("Strategy",
                           "Fills gaps of a column with its median, mean, most frequent value or a constant, "
                           "or drops the rows."),
                   "");

} // namespace
} // namespace core::store::clean
