// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/data/csv_field.h"
#include "tests/support/store_fixture.h"

#include <algorithm>
#include <string>
#include <vector>

/// Made files of every kind whose rows overlap, and what a project holds, told without ids.
namespace kinds {

struct MadeFile {
    std::string name;
    core::data::SourceKind kind;
    std::string text;
};

inline std::string pick(core::Rng& rng, const std::vector<std::string>& values) {
    return values[rng.below(values.size())];
}

/// An id of few: files share most of theirs.
inline std::string item(core::Rng& rng) {
    return "i" + std::to_string(rng.below(12));
}

inline std::string madeText(core::data::SourceKind kind, core::Rng& rng) {
    using core::data::SourceKind;
    std::string text;
    const int rows = 4 + static_cast<int>(rng.below(10));
    for (int i = 0; i < rows; ++i) {
        const std::string user = pick(rng, {"", "u1", "u2", "u3"}), query = pick(rng, {"lamp", "灯", "chair"});
        const std::string price = pick(rng, {"", "0", "1.5", "12.345678901234567", "cheap"});
        switch (kind) {
        case SourceKind::Catalogue:
            text += item(rng) + "," + pick(rng, {"Lamp", "Chair", "灯", ""}) + "," +
                    pick(rng, {"", "A > B", "A/B/C", "D"}) + "," + pick(rng, {"", "Lux"}) + "," + price + "," +
                    pick(rng, {"", "red"}) + "," + pick(rng, {"", "small"}) + "\n";
            break;
        case SourceKind::Log:
            text += item(rng) + "," + pick(rng, {"", "Log lamp", "Log chair"}) + "," + user + "," +
                    pick(rng, {"click", "purchase", "teleport"}) + "," + query + "," + price + "\n";
            break;
        case SourceKind::Queries:
            text += query + "," + pick(rng, {"", "7", "8"}) + "," + pick(rng, {"", "en", "zh"}) + "\n";
            break;
        case SourceKind::Labels:
            text += query + "," + item(rng) + "," + pick(rng, {"0", "1", "2", "many"}) + "\n";
            break;
        default:
            text += item(rng) + "," + user + "," + pick(rng, {"", "1", "5", "x"}) + "," +
                    pick(rng, {"", "good", "差"}) + "\n";
            break;
        }
    }
    return text;
}

inline MadeFile made(core::data::SourceKind kind, int number, core::Rng& rng) {
    using core::data::SourceKind;
    const std::string name = std::string(core::store::sourceKindName(kind)) + std::to_string(number) + ".csv";
    // The first row is good: a file without a good row is no import. "A/B/C" says what slashes mean.
    switch (kind) {
    case SourceKind::Catalogue:
        return {name, kind,
                "id,title,category,brand,price,colour,size\n" + item(rng) + ",Lamp,A/B/C,,1,,\n" + madeText(kind, rng)};
    case SourceKind::Log:
        return {name, kind,
                "item,title,user,kind,query,price\n" + item(rng) + ",,u1,click,lamp,1\n" + madeText(kind, rng)};
    case SourceKind::Queries:
        return {name, kind, "query,id,language\nlamp,,\n" + madeText(kind, rng)};
    case SourceKind::Labels:
        return {name, kind, "query,item,grade\nlamp," + item(rng) + ",1\n" + madeText(kind, rng)};
    default:
        return {name, kind, "item,user,rating,text\n" + item(rng) + ",u1,3,fine\n" + madeText(kind, rng)};
    }
}

/// Everything that the imports brought, named by the keys of the files: equal for projects that hold the same.
inline std::string contentOf(const core::store::Project& project) {
    static const std::vector<std::string> kQueries{
        "SELECT 'source', path, kind, rows_read, imported, rejected, dropped, rejected_by FROM source",
        "SELECT 'item', i.key, i.title, i.description, i.category, i.brand, i.price, i.label, i.currency, i.image, "
        "i.time, "
        "i.attributes, s.path FROM item i LEFT JOIN source s ON s.id = i.source_id",
        "SELECT 'item_row', i.key, s.path, r.row FROM item_row r JOIN item i ON i.id = r.item_id JOIN source s ON s.id "
        "= "
        "r.source_id",
        "SELECT 'user', key FROM user",
        "SELECT 'query', q.text, q.key, q.attributes, s.path FROM query q LEFT JOIN source s ON s.id = q.source_id",
        "SELECT 'query_row', q.text, s.path, r.row FROM query_row r JOIN query q ON q.id = r.query_id JOIN source s ON "
        "s.id "
        "= r.source_id",
        "SELECT 'event', s.path, i.key, u.key, q.text, e.kind, e.time, e.quantity, e.price, e.label, e.position, "
        "e.order_key, e.cancelled, e.session, e.extra FROM event e JOIN source s ON s.id = e.source_id JOIN item i ON "
        "i.id "
        "= e.item_id LEFT JOIN user u ON u.id = e.user_id LEFT JOIN query q ON q.id = e.query_id",
        "SELECT 'judgement', s.path, q.text, i.key, j.grade, j.label FROM judgement j JOIN source s ON s.id = "
        "j.source_id "
        "JOIN item i ON i.id = j.item_id JOIN query q ON q.id = j.query_id",
        "SELECT 'review', s.path, i.key, u.key, r.rating, r.title, r.text, r.label, r.time, r.extra FROM review r JOIN "
        "source s ON s.id = r.source_id JOIN item i ON i.id = r.item_id LEFT JOIN user u ON u.id = r.user_id",
        "SELECT 'reject', s.path, r.line, r.column_name, r.value, r.reason, r.raw FROM reject r JOIN source s ON s.id "
        "= "
        "r.source_id",
        "SELECT 'support', c.entity, coalesce(i.key, u.key, q.text), c.kind, c.events, c.cancelled, c.quantity, "
        "printf('%.6f', c.revenue) "
        "FROM support_count c LEFT JOIN item i ON c.entity = 1 AND i.id = c.id LEFT JOIN user u ON c.entity = 2 AND "
        "u.id "
        "= c.id LEFT JOIN query q ON c.entity = 3 AND q.id = c.id",
        "SELECT 'index', name FROM sqlite_schema WHERE type = 'index' AND name LIKE 'event%'"};
    std::vector<std::string> lines;
    for (const std::string& sql : kQueries)
        for (const auto& row : storetest::query(project, sql)) {
            std::string line;
            for (const std::string& cell : row)
                line += cell + "|";
            lines.push_back(std::move(line));
        }
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

} // namespace kinds
