// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/privacy/generalise.h"
#include "core/store/browse/sql_functions.h"
#include "core/store/database.h"
#include "core/store/privacy_report.h"
#include "core/store/read_as.h"
#include "core/store/viewer_copy.h"

#include <sqlite3.h>

#include <array>
#include <map>
#include <unordered_set>

namespace core::store {
namespace {

/// A column as SQL over `event e`, with its item, query and user joined in where it wants them.
struct Column {
    std::string sql;
    std::optional<privacy::Generaliser> coarser;
};

const std::map<std::string, std::string>& plainColumns() {
    static const std::map<std::string, std::string> kColumns{
        {"time", "e.time"},          {"kind", "e.kind"},        {"quantity", "e.quantity"},
        {"price", "e.price"},        {"label", "e.label"},      {"position", "e.position"},
        {"session", "e.session"},    {"order", "e.order_key"},  {"item", "i.key"},
        {"item.title", "i.title"},   {"item.brand", "i.brand"}, {"item.category", "i.category"},
        {"item.label", "i.label"},   {"item.price", "i.price"}, {"query", "q.text"},
        {"cancelled", "e.cancelled"}};
    return kColumns;
}

std::string quoted(const std::string& text) {
    std::string sql = "'";
    for (const char c : text)
        sql += c == '\'' ? std::string("''") : std::string(1, c);
    return sql + "'";
}

/// "extra.Country:prefix:2" → its SQL and its generalisation.
Result<Column> columnOf(const std::string& name) {
    Column column;
    const auto colon = name.find(':');
    const std::string field = name.substr(0, colon);
    if (colon != std::string::npos) {
        TL_TRY(column.coarser, privacy::Generaliser::parse(name.substr(colon + 1)));
    }
    if (const auto found = plainColumns().find(field); found != plainColumns().end()) {
        column.sql = found->second;
        return column;
    }
    for (const auto& [prefix, where] :
         {std::pair<std::string, std::string>{"extra.", "e.extra"}, {"item.attributes.", "i.attributes"}})
        if (field.starts_with(prefix) && field.size() > prefix.size() && field.find('"') == std::string::npos) {
            // A key with any characters but quotes, which a path of SQLite cannot hold.
            const std::string path = "$.\"" + field.substr(prefix.size()) + "\"";
            column.sql = "json_extract(" + where + ", " + quoted(path) + ")";
            return column;
        }
    std::string there;
    for (const std::string& known : quasiIdentifierNames())
        there += (there.empty() ? "" : ", ") + known;
    return Error(ErrorCode::NoSuchColumn, there + ", extra.NAME, item.attributes.NAME")
        .inFile("the event log")
        .at(field);
}

/// tl_coarser(n, value): the value under the n-th generalisation. NULL stays NULL.
void coarser(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* columns = static_cast<const std::vector<Column>*>(sqlite3_user_data(context));
    const Column& column = (*columns)[static_cast<std::size_t>(sqlite3_value_int(values[0]))];
    if (sqlite3_value_type(values[1]) == SQLITE_NULL)
        return;
    if (column.coarser->forTimes() && sqlite3_value_type(values[1]) == SQLITE_INTEGER) {
        sqlite3_result_int64(context, column.coarser->time(sqlite3_value_int64(values[1])));
        return;
    }
    const bool number = sqlite3_value_type(values[1]) != SQLITE_TEXT;
    if (column.coarser->forNumbers() && number) {
        sqlite3_result_double(context, column.coarser->number(sqlite3_value_double(values[1])));
        return;
    }
    const auto* text = static_cast<const char*>(static_cast<const void*>(sqlite3_value_text(values[1])));
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[1]));
    if (size == 0)
        return;
    std::string out;
    column.coarser->apply({text, size}, out);
    sqlite3_result_text64(context, out.data(), out.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

struct Query {
    std::vector<Column> columns; ///< the quasi-identifiers, and then the sensitive one if there is one
    std::size_t identifiers = 0;
    std::string groups, from; ///< "expr AS g0, …" and the tables
};

Result<Query> makeQuery(const PrivacyReportOptions& options) {
    Query query;
    for (const std::string& name : options.quasiIdentifiers) {
        TL_TRY(Column column, columnOf(name));
        query.columns.push_back(std::move(column));
    }
    query.identifiers = query.columns.size();
    if (!options.sensitive.empty()) {
        TL_TRY(Column column, columnOf(options.sensitive));
        query.columns.push_back(std::move(column));
    }
    query.from = " FROM event e NOT INDEXED";
    const auto wants = [&query](const char* prefix) {
        for (const Column& column : query.columns)
            if (column.sql.find(prefix) != std::string::npos)
                return true;
        return false;
    };
    if (wants("i."))
        query.from += " JOIN item i ON i.id = e.item_id";
    if (wants("q."))
        query.from += " LEFT JOIN query q ON q.id = e.query_id";
    return query;
}

std::string expression(const Query& query, std::size_t n) {
    const Column& column = query.columns[n];
    return column.coarser ? "tl_coarser(" + std::to_string(n) + ", " + column.sql + ")" : column.sql;
}

/// "expr, expr, " of the quasi-identifiers.
std::string groupList(const Query& query) {
    std::string list;
    for (std::size_t i = 0; i < query.identifiers; ++i)
        list += expression(query, i) + ", ";
    return list;
}

using Range = std::pair<std::int64_t, std::int64_t>; ///< inclusive; to 0 = no end
constexpr std::array kBands{Range{1, 1}, Range{2, 4}, Range{5, 9}, Range{10, 99}, Range{100, 0}};

/// What is being counted of one group while its rows pass.
class GroupCounter {
public:
    explicit GroupCounter(KAnonymity& result) : m_result(result) {
        for (const auto& [from, to] : kBands)
            result.bands.push_back({from, to, 0, 0});
    }
    void add(std::optional<std::int64_t> user, std::int64_t rows) {
        m_rows += rows;
        if (user)
            m_users.push_back(*user);
    }
    void endGroup() {
        if (m_rows == 0)
            return;
        const auto users = static_cast<std::int64_t>(m_users.size());
        m_result.minRows = m_result.groups == 0 ? m_rows : std::min(m_result.minRows, m_rows);
        ++m_result.groups;
        m_result.rows += m_rows;
        m_all.insert(m_users.begin(), m_users.end());
        if (users > 0) {
            m_result.minUsers = m_result.minUsers == 0 ? users : std::min(m_result.minUsers, users);
            if (users < m_result.threshold) {
                m_result.rowsBelow += m_rows;
                m_below.insert(m_users.begin(), m_users.end());
            }
            for (KAnonymity::Band& band : m_result.bands)
                if (users >= band.from && (band.to == 0 || users <= band.to)) {
                    ++band.groups;
                    band.rows += m_rows;
                }
        }
        m_rows = 0;
        m_users.clear();
    }
    void finish() {
        endGroup();
        m_result.users = static_cast<std::int64_t>(m_all.size());
        m_result.usersBelow = static_cast<std::int64_t>(m_below.size());
    }

private:
    KAnonymity& m_result;
    std::int64_t m_rows = 0;
    std::vector<std::int64_t> m_users; ///< of the group
    std::unordered_set<std::int64_t> m_all, m_below;
};

/// Reads "user (or other value), count(*), group number" in the order of groups.
Status countUsers(Database& database, const Query& query, JobContext& job, KAnonymity& result) {
    const std::string groups = groupList(query);
    // dense_rank() numbers the groups, NULLs being alike, so that their values need not be compared here.
    TL_TRY(Statement rows,
           database.prepare(
               "SELECT user_id, rows, dense_rank() OVER (ORDER BY " +
               [&] {
                   std::string names;
                   for (std::size_t i = 0; i < query.identifiers; ++i)
                       names += (i == 0 ? "g" : ", g") + std::to_string(i);
                   return names;
               }() +
               ") FROM (SELECT " +
               [&] {
                   std::string names;
                   for (std::size_t i = 0; i < query.identifiers; ++i)
                       names += expression(query, i) + " AS g" + std::to_string(i) + ", ";
                   return names;
               }() +
               "e.user_id AS user_id, count(*) AS rows" + query.from + " GROUP BY " + groups + "e.user_id)"));
    GroupCounter counter(result);
    std::int64_t group = 0;
    for (std::int64_t read = 0;; ++read) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            break;
        if (read % 1024 == 0)
            TL_CHECK_STATUS(job.check());
        if (rows.integer(2) != group)
            counter.endGroup();
        group = rows.integer(2);
        counter.add(rows.isNull(0) ? std::nullopt : std::optional(rows.integer(0)), rows.integer(1));
    }
    counter.finish();
    return {};
}

/// Fewest distinct sensitive values in a group; a missing value is none.
Status countDiversity(Database& database, const Query& query, KAnonymity& result) {
    std::string groups = groupList(query);
    groups.resize(groups.size() - 2);
    TL_TRY(result.minDiversity,
           database.queryInteger("SELECT min(n) FROM (SELECT count(DISTINCT " + expression(query, query.identifiers) +
                                 ") AS n" + query.from + " GROUP BY " + groups + ")"));
    return {};
}

} // namespace

const std::vector<std::string>& quasiIdentifierNames() {
    static const std::vector<std::string> kNames = [] {
        std::vector<std::string> names;
        for (const auto& [name, sql] : plainColumns())
            names.push_back(name);
        return names;
    }();
    return kNames;
}

Result<KAnonymity> kAnonymity(const Project& project, const PrivacyReportOptions& options, JobContext& job) {
    TL_CHECK_STATUS(notInViewer(project, "rows that could be alike"));
    TL_TRY(const Query query, makeQuery(options));
    if (query.identifiers == 0)
        return Error(ErrorCode::Usage, "Name at least one quasi-identifier, such as time:month.");
    job.begin(TL_NOOP("Job", "Counting who is alike"), 0, "");
    return readAs<KAnonymity>(project, [&](Database& database, KAnonymity& result) -> Status {
        result.quasiIdentifiers = options.quasiIdentifiers;
        result.sensitive = options.sensitive;
        result.threshold = options.threshold;
        const Interrupter interrupter(database, job);
        // Gone before the query that it points into: the connection lives on in the pool.
        struct Function {
            Database& database;
            ~Function() {
                sqlite3_create_function_v2(database.handle(), "tl_coarser", 2, SQLITE_UTF8, nullptr, nullptr, nullptr,
                                           nullptr, nullptr);
            }
        };
        if (sqlite3_create_function_v2(database.handle(), "tl_coarser", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                       const_cast<std::vector<Column>*>(&query.columns), coarser, nullptr, nullptr,
                                       nullptr) != SQLITE_OK)
            return database.lastError();
        const Function function{database};
        TL_CHECK_STATUS(countUsers(database, query, job, result));
        if (result.rows == 0)
            return Error(ErrorCode::NoData, "there are no events; import a log first");
        if (!options.sensitive.empty())
            TL_CHECK_STATUS(countDiversity(database, query, result));
        return {};
    });
}

} // namespace core::store
