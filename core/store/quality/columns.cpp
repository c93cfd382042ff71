// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/store/quality/quality_parts.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_map>

namespace core::store::quality {
namespace {

/// How a column is read.
enum class Reads { Text, Real, Integer, Time, Id };

struct Column {
    const char* table;
    const char* name; ///< as it is shown; the column of an id has "_id" added
    Reads reads;
    const char* names = ""; ///< ids: the column of the dictionary that people know it by
};

constexpr std::array kColumns{Column{"item", "key", Reads::Text},
                              Column{"item", "title", Reads::Text},
                              Column{"item", "description", Reads::Text},
                              Column{"item", "category", Reads::Text},
                              Column{"item", "brand", Reads::Text},
                              Column{"item", "price", Reads::Real},
                              Column{"item", "currency", Reads::Text},
                              Column{"item", "label", Reads::Text},
                              Column{"item", "image", Reads::Text},
                              Column{"item", "time", Reads::Time},
                              Column{"event", "item", Reads::Id, "key"},
                              Column{"event", "user", Reads::Id, "key"},
                              Column{"event", "query", Reads::Id, "text"},
                              Column{"event", "kind", Reads::Integer},
                              Column{"event", "time", Reads::Time},
                              Column{"event", "quantity", Reads::Real},
                              Column{"event", "price", Reads::Real},
                              Column{"event", "label", Reads::Text},
                              Column{"event", "position", Reads::Integer},
                              Column{"event", "order_key", Reads::Text},
                              Column{"event", "session", Reads::Text},
                              Column{"query", "text", Reads::Text},
                              Column{"judgement", "query", Reads::Id, "text"},
                              Column{"judgement", "item", Reads::Id, "key"},
                              Column{"judgement", "grade", Reads::Real},
                              Column{"judgement", "label", Reads::Text},
                              Column{"review", "item", Reads::Id, "key"},
                              Column{"review", "user", Reads::Id, "key"},
                              Column{"review", "rating", Reads::Real},
                              Column{"review", "title", Reads::Text},
                              Column{"review", "text", Reads::Text},
                              Column{"review", "label", Reads::Text},
                              Column{"review", "time", Reads::Time}};

/// The JSON column with all that was not mapped.
struct Extra {
    const char* table;
    const char* column;
};
constexpr std::array kExtras{Extra{"item", "attributes"}, Extra{"event", "extra"}, Extra{"query", "attributes"},
                             Extra{"review", "extra"}};
constexpr int kMostAttributes = 100; ///< of one table

/// Rows of a statement, asking for a cancel now and then.
template <class Visit> Status forEachRow(Statement& rows, JobContext& job, Visit visit) {
    for (std::int64_t row = 0;; ++row) {
        if (row % 1024 == 0)
            TL_CHECK_STATUS(job.check());
        TL_TRY(const bool more, rows.step());
        if (!more)
            return {};
        visit();
    }
}

Result<ColumnQuality> readPlain(Database& database, const Column& column, JobContext& job) {
    ColumnProfile profile(column.table, column.name);
    if (column.reads == Reads::Time)
        profile.setType("time");
    TL_TRY(Statement rows,
           database.prepare("SELECT " + std::string(column.name) + " FROM " + column.table + " NOT INDEXED"));
    TL_CHECK_STATUS(forEachRow(rows, job, [&] {
        if (rows.isNull(0))
            profile.addMissing();
        else if (column.reads == Reads::Text)
            profile.addText(rows.text(0));
        else
            profile.addNumber(rows.real(0), column.reads != Reads::Real);
    }));
    return profile.finish();
}

/// Ids of a dictionary are counted as such; only the most frequent are looked up.
Result<ColumnQuality> readId(Database& database, const Column& column, JobContext& job) {
    ColumnQuality quality;
    quality.table = column.table;
    quality.name = column.name;
    quality.type = "id";
    std::unordered_map<std::int64_t, std::int64_t> counts;
    {
        TL_TRY(Statement rows,
               database.prepare("SELECT " + std::string(column.name) + "_id FROM " + column.table + " NOT INDEXED"));
        TL_CHECK_STATUS(forEachRow(rows, job, [&] {
            ++quality.rows;
            if (rows.isNull(0))
                ++quality.missing;
            else
                ++counts[rows.integer(0)];
        }));
    }
    quality.distinct = static_cast<std::int64_t>(counts.size());
    std::vector<std::pair<std::int64_t, std::int64_t>> order; // count, id
    std::vector<std::int64_t> descending;
    for (const auto& [id, count] : counts) {
        order.emplace_back(count, id);
        descending.push_back(count);
    }
    std::sort(descending.begin(), descending.end(), std::greater<>());
    quality.imbalance = stats::computeIndices(descending);
    constexpr std::ptrdiff_t kTop = 10;
    const auto middle = order.begin() + std::min(kTop, static_cast<std::ptrdiff_t>(order.size()));
    std::partial_sort(order.begin(), middle, order.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    TL_TRY(Statement name,
           database.prepare("SELECT " + std::string(column.names) + " FROM " + column.name + " WHERE id = ?1"));
    for (auto one = order.begin(); one != middle; ++one) {
        name.reset();
        name.bind(1, one->second);
        TL_TRY(const bool found, name.step());
        quality.top.push_back({found ? std::string(name.text(0)) : "?", one->first});
    }
    return quality;
}

/// The names of attributes, in the order in which they turn up.
Result<std::vector<std::string>> attributesOf(Database& database, const Extra& extra, JobContext& job) {
    std::vector<std::string> names;
    TL_TRY(Statement rows, database.prepare("SELECT DISTINCT j.key FROM " + std::string(extra.table) +
                                            " t, json_each(t." + extra.column + ") j WHERE t." + extra.column +
                                            " IS NOT NULL LIMIT " + std::to_string(kMostAttributes)));
    TL_CHECK_STATUS(forEachRow(rows, job, [&] { names.emplace_back(rows.text(0)); }));
    return names;
}

std::string quotedPath(const std::string& attribute) {
    std::string path = "'$.\"";
    for (const char c : attribute) {
        if (c == '\'')
            path += '\'';
        path += c;
    }
    return path + "\"'";
}

Result<ColumnQuality> readAttribute(Database& database, const Extra& extra, const std::string& attribute,
                                    JobContext& job) {
    ColumnProfile profile(extra.table, std::string(extra.column) + "." + attribute);
    const std::string column = std::string("t.") + extra.column, path = quotedPath(attribute);
    TL_TRY(Statement rows, database.prepare("SELECT json_extract(" + column + ", " + path + "), json_type(" + column +
                                            ", " + path + ") FROM " + extra.table + " t NOT INDEXED"));
    TL_CHECK_STATUS(forEachRow(rows, job, [&] {
        const std::string_view type = rows.text(1);
        if (rows.isNull(1))
            profile.addMissing();
        else if (type == "null")
            profile.addNull();
        else if (type == "true" || type == "false")
            profile.addText(type);
        else
            profile.addText(rows.text(0)); // numbers too: a column may hold both
    }));
    return profile.finish();
}

} // namespace

Status readColumns(Database& database, JobContext& job, std::vector<ColumnQuality>& columns) {
    auto total = static_cast<std::int64_t>(kColumns.size());
    std::map<std::string, bool> filled;
    for (const char* table : {"item", "event", "query", "judgement", "review"}) {
        TL_TRY(const std::int64_t any,
               database.queryInteger("SELECT EXISTS (SELECT 1 FROM " + std::string(table) + ")"));
        filled[table] = any != 0;
    }
    job.begin(TL_NOOP("Job", "Looking at the columns"), total, "columns");
    std::int64_t done = 0;
    for (const Column& column : kColumns) {
        job.report(++done, total);
        if (!filled[column.table])
            continue;
        TL_TRY(auto quality,
               column.reads == Reads::Id ? readId(database, column, job) : readPlain(database, column, job));
        columns.push_back(std::move(quality));
    }
    for (const Extra& extra : kExtras) {
        if (!filled[extra.table])
            continue;
        TL_TRY(const auto names, attributesOf(database, extra, job));
        total += static_cast<std::int64_t>(names.size());
        for (const std::string& name : names) {
            job.report(++done, total);
            if (name.find('"') != std::string::npos)
                continue; // no path of SQLite's leads there
            TL_TRY(auto quality, readAttribute(database, extra, name, job));
            columns.push_back(std::move(quality));
        }
    }
    return {};
}

} // namespace core::store::quality
