// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log_keys.h"

#include "core/store/row_feed.h"
#include "core/store/source_rows.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

namespace core::store::importing {
namespace {

constexpr std::int64_t kRowsPerQuestion = 4096;

Status loadKeys(Database& database, const char* sql, JobContext& job, KeyDictionary& keys) {
    TL_TRY(Statement known, database.prepare(sql));
    for (std::int64_t n = 0;; ++n) {
        TL_TRY(const bool row, known.step());
        if (!row)
            return {};
        if (n % kRowsPerQuestion == 0)
            TL_CHECK_STATUS(job.check());
        keys.know(known.text(1), known.integer(0));
    }
}

Status loadTitles(Database& database, JobContext& job, LogTitles& titles) {
    TL_TRY(Statement known, database.prepare("SELECT id, title <> '' FROM item"));
    for (std::int64_t n = 0;; ++n) {
        TL_TRY(const bool row, known.step());
        if (!row)
            return {};
        if (n % kRowsPerQuestion == 0)
            TL_CHECK_STATUS(job.check());
        titles.know(known.integer(0), known.integer(1) != 0);
    }
}

/// id, key, title of the new keys.
class KeyFeed final : public RowFeed {
public:
    KeyFeed(const KeyDictionary& keys, const KeyOrder& order, const LogTitles* titles)
        : m_keys(keys), m_order(order), m_titles(titles) {}

    bool next() override { return ++m_at < m_order.size(); }
    void value(int column, FeedValue out) const override {
        const std::uint32_t index = m_order[m_at];
        const std::int64_t id = m_keys.firstNewId() + index;
        if (column == 0)
            out.set(id);
        else
            out.set(column == 1 ? m_keys.newKey(index) : m_titles != nullptr ? m_titles->of(id) : std::string_view());
    }

private:
    const KeyDictionary& m_keys;
    const KeyOrder& m_order;
    const LogTitles* m_titles;
    std::size_t m_at = static_cast<std::size_t>(-1);
};

Status insertKeys(Database& database, const char* sql, KeyFeed feed) {
    FeedTable table(database, "tl_keys", 3, feed);
    TL_CHECK_STATUS(table.attach());
    return database.execute(sql);
}

/// So that the log can be taken back: the title it gives to an item, whatever the item's title is.
Status keepFirstTitles(Database& database, std::int64_t source, const LogTitles& titles) {
    if (titles.uses().empty())
        return {};
    SourceRows rows(database, describedItems());
    TL_CHECK_STATUS(rows.prepare());
    for (std::size_t i = 0; i < titles.uses().size(); ++i)
        if (titles.isFirst(i))
            TL_CHECK_STATUS(rows.addLogTitle(titles.uses()[i].item, source, titles.titleOf(i)));
    return {};
}

Status keepTitles(Database& database, std::int64_t source, const LogTitles& titles) {
    if (titles.several() == 0)
        return {};
    // Corrected rows of a log come after its other rows.
    TL_TRY(Statement insert,
           database.prepare("INSERT INTO item_title(item_id, source_id, title, count, last_time, last_row) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT(item_id, source_id, title) DO UPDATE SET "
                            "count = count + excluded.count, last_time = max(coalesce(last_time, excluded.last_time), "
                            "coalesce(excluded.last_time, last_time)), last_row = excluded.last_row"));
    for (std::size_t i = 0; i < titles.uses().size(); ++i) {
        const LogTitles::Use& use = titles.uses()[i];
        if (!titles.hasSeveral(use.item))
            continue;
        insert.bind(1, use.item);
        insert.bind(2, source);
        insert.bind(3, titles.titleOf(i));
        insert.bind(4, use.count);
        insert.bind(5, use.lastTime);
        insert.bind(6, use.lastRow);
        TL_CHECK_STATUS(insert.run());
    }
    return {};
}

} // namespace

Status loadEntities(Database& database, JobContext& job, LogEntities& entities) {
    TL_CHECK_STATUS(loadKeys(database, "SELECT id, key FROM item", job, entities.items));
    TL_CHECK_STATUS(loadKeys(database, "SELECT id, key FROM user", job, entities.users));
    TL_CHECK_STATUS(loadKeys(database, "SELECT id, text FROM query", job, entities.queries));
    return loadTitles(database, job, entities.titles);
}

KeyOrder keyOrder(const KeyDictionary& keys, std::size_t from) {
    // The first eight bytes decide most comparisons without a look at the text.
    struct Entry {
        std::uint64_t head = 0;
        std::uint32_t index = 0;
    };
    std::vector<Entry> entries(keys.newKeys() - from);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::string_view key = keys.newKey(from + i);
        unsigned char bytes[8] = {};
        std::memcpy(bytes, key.data(), std::min(key.size(), sizeof bytes));
        for (const unsigned char byte : bytes)
            entries[i].head = entries[i].head << 8U | byte;
        entries[i].index = static_cast<std::uint32_t>(from + i);
    }
    std::sort(entries.begin(), entries.end(), [&keys](const Entry& a, const Entry& b) {
        return a.head != b.head ? a.head < b.head : keys.newKey(a.index) < keys.newKey(b.index);
    });
    KeyOrder order(entries.size());
    std::transform(entries.begin(), entries.end(), order.begin(), [](const Entry& entry) { return entry.index; });
    return order;
}

Status insertItems(Database& database, const LogEntities& entities, const KeyOrder& order) {
    return insertKeys(database, "INSERT INTO item(id, key, title) SELECT c0, c1, c2 FROM tl_keys",
                      {entities.items, order, &entities.titles});
}

Status insertEntities(Database& database, std::int64_t source, const LogEntities& entities,
                      const EntityOrders& orders) {
    TL_CHECK_STATUS(insertItems(database, entities, orders.items));
    TL_CHECK_STATUS(insertKeys(database, "INSERT INTO user(id, key) SELECT c0, c1 FROM tl_keys",
                               {entities.users, orders.users, nullptr}));
    TL_CHECK_STATUS(insertKeys(database, "INSERT INTO query(id, text) SELECT c0, c1 FROM tl_keys",
                               {entities.queries, orders.queries, nullptr}));
    TL_TRY(Statement retitle, database.prepare("UPDATE item SET title = ?2 WHERE id = ?1"));
    for (const std::int64_t item : entities.titles.retitled()) {
        retitle.bind(1, item);
        retitle.bind(2, entities.titles.of(item));
        TL_CHECK_STATUS(retitle.run());
    }
    TL_CHECK_STATUS(keepFirstTitles(database, source, entities.titles));
    return keepTitles(database, source, entities.titles);
}

} // namespace core::store::importing
