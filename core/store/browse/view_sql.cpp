// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/browse/view_sql.h"

#include "core/base/json.h"
#include "core/store/browse/sql_functions.h"
#include "core/store/browse/text_fold.h"
#include "core/store/entity_sql.h"

#include <algorithm>
#include <cassert>

namespace core::store {
namespace {

using select::Filter;
using select::FilterOp;
using select::FilterType;
using select::FilterValue;
using Value = std::variant<std::int64_t, double, std::string>;

class Compiler {
public:
    Compiler(const TableSpec& spec, Condition& condition) : m_spec(spec), m_condition(condition) {}

    Result<std::string> tree(const Filter& filter) {
        switch (filter.kind) {
        case Filter::Kind::All:
            return std::string("1");
        case Filter::Kind::Test:
            return test(filter);
        case Filter::Kind::Not: {
            TL_TRY(const std::string inner, tree(filter.children.front()));
            // A test of a missing value is NULL in SQL; here it is false, and its opposite true.
            return "NOT coalesce(" + inner + ", 0)";
        }
        case Filter::Kind::And:
        case Filter::Kind::Or:
            break;
        }
        std::string sql;
        for (const Filter& child : filter.children) {
            TL_TRY(const std::string part, tree(child));
            sql += (sql.empty() ? "(" : filter.kind == Filter::Kind::And ? " AND " : " OR ") + part;
        }
        return sql + ")";
    }

    std::string search(const std::vector<std::string>& words) {
        std::string sql;
        for (const std::string& word : words)
            sql += (sql.empty() ? "" : " AND ") + searchWord(word);
        return sql;
    }

    std::string selection(const select::Selection& selected) {
        // Bound where it is used: SQLite takes no value for a parameter that the statement does not have.
        const auto names = [&] {
            const Json list(std::vector<std::string>(selected.names.begin(), selected.names.end()));
            return " IN (SELECT value FROM json_each(" + bind(dumpJson(list)) + "))";
        };
        if (const std::string column = eventColumn(selected.entity); !column.empty()) {
            if (std::string_view(m_spec.from) == "event e")
                return column + names();
            return std::string_view(m_spec.entity) == "item"
                       ? "i.id IN (SELECT e.item_id FROM event e WHERE " + column + names() + ")"
                       : std::string("1");
        }
        const std::string item = itemColumn(selected.entity);
        const std::string dictionary = item.empty() ? selected.entity : "item";
        const std::string column = !item.empty() ? item : dictionary == "user" ? "u.key" : "q.text";
        if (m_spec.entity == dictionary)
            return column + names();
        for (const JoinSpec& join : m_spec.joins)
            if (join.table == dictionary)
                return inDictionary(join, column + names());
        if (std::string_view(m_spec.entity) == "item") // items of the events of those users or queries
            return "i.id IN (SELECT x.item_id FROM event x WHERE x." + dictionary + "_id IN (SELECT " +
                   column.substr(0, 1) + ".id FROM " + dictionary + " " + column.substr(0, 1) + " WHERE " + column +
                   names() + "))";
        return "1";
    }

private:
    std::string bind(Value value) {
        m_condition.values.push_back(std::move(value));
        return "?" + std::to_string(m_condition.values.size());
    }

    std::string inDictionary(const JoinSpec& join, const std::string& condition) const {
        // With a plus SQLite uses no index: it reads the rows as they are stored.
        return (m_condition.scans ? "+" : "") + std::string(join.reference) + " IN (SELECT " + join.alias +
               ".id FROM " + join.table + " " + join.alias + " WHERE " + condition + ")";
    }

    std::string searchWord(const std::string& word) {
        const bool any = std::any_of(m_spec.columns.begin(), m_spec.columns.end(),
                                     [](const ColumnSpec& column) { return column.searched; });
        if (!any)
            return "0";
        std::string sql;
        const std::string parameter = bind(word);
        const auto add = [&sql](const std::string& part) { sql += (sql.empty() ? "(" : " OR ") + part; };
        for (const ColumnSpec& column : m_spec.columns)
            if (column.searched && *column.join == '\0')
                add("tl_contains(" + std::string(column.sql) + ", " + parameter + ")");
        for (const JoinSpec& join : m_spec.joins) {
            std::string inside;
            for (const ColumnSpec& column : m_spec.columns)
                if (column.searched && std::string_view(column.join) == join.alias)
                    inside += (inside.empty() ? "" : " OR ") +
                              ("tl_contains(" + std::string(column.sql) + ", " + parameter + ")");
            if (!inside.empty())
                add(inDictionary(join, inside));
        }
        return sql + ")";
    }

    Result<std::string> test(const Filter& filter) {
        const ColumnSpec* const column = m_spec.column(filter.attribute ? std::string_view(m_spec.table.attributes)
                                                                        : std::string_view(filter.column));
        assert(column != nullptr); // the parser knows the columns
        const std::string value = filter.attribute ? attribute(column->sql, filter.column) : std::string(column->sql);
        TL_TRY(std::string sql, compare(filter, *column, value));
        if (*column->join == '\0')
            return sql;
        const JoinSpec& join = *m_spec.join(column->join);
        if (filter.op != FilterOp::Missing || filter.negated)
            return inDictionary(join, sql);
        // Missing too where a row refers to nothing, or to what is not there any more.
        return "NOT coalesce(" + inDictionary(join, "(" + value + " IS NOT NULL)") + ", 0)";
    }

    std::string attribute(const std::string& column, const std::string& name) {
        // A path cannot name a key with a quote or a backslash in it.
        if (name.find_first_of("\"\\") == std::string::npos)
            return "json_extract(" + column + ", " + bind("$.\"" + name + "\"") + ")";
        return "(SELECT x.value FROM json_each(" + column + ") x WHERE x.key = " + bind(name) + ")";
    }

    Result<std::string> compare(const Filter& filter, const ColumnSpec& column, const std::string& value) {
        if (filter.op == FilterOp::Missing)
            return "(" + value + (filter.negated ? " IS NOT NULL)" : " IS NULL)");
        TL_TRY(std::string sql, positive(filter, column, value));
        return filter.negated ? "(NOT " + sql + ")" : sql;
    }

    Result<std::string> positive(const Filter& filter, const ColumnSpec& column, const std::string& value) {
        switch (filter.values.front().type) {
        case FilterType::Number:
            // An attribute may hold its number as a text.
            return ordered(filter, filter.attribute ? "tl_number(" + value + ")" : value);
        case FilterType::Time:
            return time(filter, value);
        case FilterType::Boolean:
            return "(" + value + " = " + bind(static_cast<std::int64_t>(filter.values.front().number)) + ")";
        case FilterType::Choice:
            return choice(filter, column, value);
        case FilterType::Text:
            break;
        }
        return text(filter, filter.attribute ? "CAST(" + value + " AS TEXT)" : value);
    }

    static Value plain(const FilterValue& value, bool folded) {
        if (value.type == FilterType::Number)
            return value.number;
        return folded ? foldText(value.text) : value.text;
    }

    /// = < <= > >= in between, on a value as SQLite compares it.
    std::string ordered(const Filter& filter, const std::string& value, bool folded = false) {
        const auto first = [&] { return bind(plain(filter.values.front(), folded)); };
        switch (filter.op) {
        case FilterOp::Equal:
            return "(" + value + " = " + first() + ")";
        case FilterOp::Less:
            return "(" + value + " < " + first() + ")";
        case FilterOp::LessEqual:
            return "(" + value + " <= " + first() + ")";
        case FilterOp::Greater:
            return "(" + value + " > " + first() + ")";
        case FilterOp::GreaterEqual:
            return "(" + value + " >= " + first() + ")";
        case FilterOp::Between: {
            const std::string low = first();
            return "(" + value + " BETWEEN " + low + " AND " + bind(plain(filter.values.back(), folded)) + ")";
        }
        default:
            break;
        }
        Json list = Json::array();
        for (const FilterValue& one : filter.values)
            std::visit([&list](const auto& item) { list.push_back(item); }, plain(one, folded));
        return "(" + value + " IN (SELECT value FROM json_each(" + bind(dumpJson(list)) + ")))";
    }

    Result<std::string> text(const Filter& filter, const std::string& value) {
        const std::string& needle = filter.values.front().text;
        const auto call = [&](const char* function, const std::string& argument) {
            return std::string(function) + "(" + value + ", " + bind(argument) + ")";
        };
        const std::string folded = filter.exactly ? std::string() : foldText(needle);
        switch (filter.op) {
        case FilterOp::Contains:
            return filter.exactly ? "(" + call("instr", needle) + " > 0)" : call("tl_contains", folded);
        case FilterOp::StartsWith:
            if (!filter.exactly)
                return call("tl_starts", folded);
            return "(substr(" + value + ", 1, length(" + bind(needle) + ")) = " + bind(needle) + ")";
        case FilterOp::EndsWith:
            if (!filter.exactly)
                return call("tl_ends", folded);
            if (needle.empty())
                return "(" + value + " IS NOT NULL)"; // substr(…, -0) is the whole text
            return "(substr(" + value + ", -length(" + bind(needle) + ")) = " + bind(needle) + ")";
        case FilterOp::Matches:
            TL_CHECK_STATUS(checkPattern(needle));
            return call(filter.exactly ? "tl_matches_exactly" : "tl_matches", needle);
        case FilterOp::Equal:
            if (!filter.exactly)
                return call("tl_equal", folded);
            break;
        default:
            break;
        }
        return ordered(filter, filter.exactly ? value : "tl_fold(" + value + ")", !filter.exactly);
    }

    std::string time(const Filter& filter, const std::string& value) {
        const FilterValue& first = filter.values.front();
        const auto from = [&](const FilterValue& span) { return bind(span.from); };
        const auto to = [&](const FilterValue& span) { return bind(span.to); };
        switch (filter.op) {
        case FilterOp::Less:
            return "(" + value + " < " + from(first) + ")";
        case FilterOp::LessEqual:
            return "(" + value + " < " + to(first) + ")";
        case FilterOp::Greater:
            return "(" + value + " >= " + to(first) + ")";
        case FilterOp::GreaterEqual:
            return "(" + value + " >= " + from(first) + ")";
        case FilterOp::In:
            break;
        default: {
            const FilterValue& last = filter.values.back(); // of "=": the same span
            const std::string low = from(first);
            return "(" + value + " >= " + low + " AND " + value + " < " + to(last) + ")";
        }
        }
        Json spans = Json::array();
        for (const FilterValue& span : filter.values)
            spans.push_back({span.from, span.to});
        // A missing time is NULL here too, not false: else "not in" would hold for it.
        return "(CASE WHEN " + value + " IS NOT NULL THEN EXISTS (SELECT 1 FROM json_each(" + bind(dumpJson(spans)) +
               ") x WHERE " + value + " >= json_extract(x.value, '$[0]') AND " + value +
               " < json_extract(x.value, '$[1]')) END)";
    }

    std::string choice(const Filter& filter, const ColumnSpec& column, const std::string& value) {
        Json list = Json::array();
        for (const FilterValue& one : filter.values) {
            const auto place =
                std::find(column.choices.begin(), column.choices.end(), one.text) - column.choices.begin();
            list.push_back(column.codes[static_cast<std::size_t>(place)]);
        }
        if (list.size() == 1)
            return "(" + value + " = " + bind(list.front().get<std::int64_t>()) + ")";
        return "(" + value + " IN (SELECT value FROM json_each(" + bind(dumpJson(list)) + ")))";
    }

    const TableSpec& m_spec;
    Condition& m_condition;
};

} // namespace

void Condition::bind(Statement& statement) const {
    int index = 0;
    for (const Value& value : values) {
        ++index;
        if (const auto* const text = std::get_if<std::string>(&value))
            statement.bind(index, std::string_view(*text));
        else if (const auto* const whole = std::get_if<std::int64_t>(&value))
            statement.bind(index, *whole);
        else
            statement.bind(index, std::get<double>(value));
    }
}

std::vector<std::string> searchWords(std::string_view search) {
    std::vector<std::string> words;
    std::string word;
    const auto flush = [&] {
        if (!word.empty())
            words.push_back(foldText(word));
        word.clear();
    };
    constexpr std::string_view kWideSpace = "\u3000";
    for (std::size_t i = 0; i < search.size();) {
        if (search.substr(i).starts_with(kWideSpace)) {
            flush();
            i += kWideSpace.size();
        } else if (search[i] == ' ' || search[i] == '\t' || search[i] == '\n' || search[i] == '\r') {
            flush();
            ++i;
        } else {
            word += search[i++];
        }
    }
    flush();
    return words;
}

Result<Condition> conditionOf(const TableSpec& spec, const Filter& filter, const BrowseQuery& query, bool scans) {
    Condition condition;
    condition.scans = scans;
    Compiler compiler(spec, condition);
    const auto add = [&condition](const std::string& part) {
        if (!part.empty())
            condition.sql += (condition.sql.empty() ? "" : " AND ") + part;
    };
    if (filter.kind != Filter::Kind::All) {
        TL_TRY(const std::string sql, compiler.tree(filter));
        add(sql);
    }
    add(compiler.search(searchWords(query.search)));
    if (!query.selection.empty() && selectionApplies(spec.table, query.selection.entity))
        add(compiler.selection(query.selection));
    return condition;
}

std::string keysSql(const TableSpec& spec, const Condition& condition, const std::vector<BrowseSort>& sort) {
    std::string order;
    std::vector<const ColumnSpec*> columns;
    for (const BrowseSort& one : sort) {
        const ColumnSpec& column = *spec.column(one.column);
        columns.push_back(&column);
        const bool text = column.type == BrowseType::Text || column.type == BrowseType::Json;
        const std::string value = text ? "tl_fold(" + std::string(column.sql) + ")" : std::string(column.sql);
        order += value + (one.descending ? " DESC NULLS LAST, " : " ASC NULLS LAST, ");
    }
    return std::string("SELECT ") + spec.key + " FROM " + spec.joinedFor(columns) + condition.where() + " ORDER BY " +
           order + spec.keyOrder;
}

} // namespace core::store
