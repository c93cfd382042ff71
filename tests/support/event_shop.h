// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "tests/support/shop_fixture.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// One row of a hand-made log.
struct EventRow {
    std::string item, user; ///< user empty = none
    std::optional<std::int64_t> time;
    int kind = 4;
    std::string query, session, order, label;
    bool cancelled = false;
};

/// Projects with events that no importer had a hand in: ids are what the test wants them to be.
class EventShop : public ShopFixture {
public:
    struct Item {
        std::string key, title, brand, attributes;
    };

    core::Result<core::store::ProjectPtr> events(const std::string& name, const std::vector<Item>& items,
                                                 const std::vector<EventRow>& rows, std::int64_t firstId = 1) const {
        TL_TRY(auto project, core::store::Project::open(path(name), core::store::Project::Access::CreateNew));
        const auto fill = [&](core::store::Database& database) -> core::Status {
            TL_CHECK_STATUS(database.execute("INSERT INTO source(id, kind, path, mapping, compression, encoding, "
                                             "delimiter, rows_read, imported, rejected, "
                                             "dropped, noted, rejected_by, seconds, imported_at) VALUES (1, 'log', "
                                             "'log.csv', '{}', 'none', 'UTF-8', ',', "
                                             "0, 0, 0, '{}', '{}', '{}', 0, 'now')"));
            for (const Item& item : items) {
                TL_CHECK_STATUS(database.execute("INSERT INTO item(key, title, brand, attributes, source_id) VALUES (" +
                                                 text(item.key) + "," + text(item.title) + "," + orNull(item.brand) +
                                                 "," + orNull(item.attributes) + ", 1)"));
            }
            std::int64_t id = firstId;
            for (const EventRow& row : rows) {
                TL_CHECK_STATUS(database.execute(insertOf(row, id++)));
            }
            return {};
        };
        TL_CHECK_STATUS(project->write(fill));
        return project;
    }

    /// `items` items, `users` users and `count` events at different times, in no order.
    static std::vector<Item> manyItems(int items) {
        std::vector<Item> list;
        for (int i = 0; i < items; ++i)
            list.push_back(
                {"i" + std::to_string(i), "thing " + std::to_string(i), "brand " + std::to_string(i % 7), ""});
        return list;
    }
    static std::vector<EventRow> manyEvents(int count, int items, int users) {
        std::vector<EventRow> rows;
        for (int i = 0; i < count; ++i) {
            EventRow row;
            row.item = "i" + std::to_string(i * 31 % items);
            row.user = "u" + std::to_string((i * i + i / 7) % users);
            row.time = 1'600'000'000 + static_cast<std::int64_t>(i) * 7919 % 1'000'003;
            row.kind = 1 + i % 4;
            row.session = "s" + std::to_string(i / 5);
            row.label = i % 3 == 0 ? "buys" : "looks";
            rows.push_back(row);
        }
        return rows;
    }

    static std::string text(const std::string& value) {
        std::string quoted = "'";
        for (const char c : value)
            quoted += c == '\'' ? std::string("''") : std::string(1, c);
        return quoted + "'";
    }

private:
    static std::string orNull(const std::string& value) { return value.empty() ? "NULL" : text(value); }

    static std::string insertOf(const EventRow& row, std::int64_t id) {
        std::string sql;
        if (!row.user.empty())
            sql += "INSERT OR IGNORE INTO user(key) VALUES (" + text(row.user) + ");";
        if (!row.query.empty())
            sql += "INSERT OR IGNORE INTO query(text) VALUES (" + text(row.query) + ");";
        sql += "INSERT INTO event(id, source_id, item_id, user_id, query_id, kind, time, session, order_key, label, "
               "cancelled) "
               "VALUES (" +
               std::to_string(id) + ", 1, (SELECT id FROM item WHERE key = " + text(row.item) + "), " +
               (row.user.empty() ? "NULL" : "(SELECT id FROM user WHERE key = " + text(row.user) + ")") + ", " +
               (row.query.empty() ? "NULL" : "(SELECT id FROM query WHERE text = " + text(row.query) + ")") + ", " +
               std::to_string(row.kind) + ", " + (row.time ? std::to_string(*row.time) : "NULL") + ", " +
               orNull(row.session) + ", " + orNull(row.order) + ", " + orNull(row.label) + ", " +
               (row.cancelled ? "1" : "0") + ");";
        return sql;
    }
};
