// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sorted_index.h"

#include "core/store/database.h"
#include "core/store/row_feed.h"
#include "core/store/support_counts.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace core::store {
namespace {

constexpr std::int64_t kRowsPerQuestion = 16'384;
constexpr std::int64_t kLargest = std::numeric_limits<std::uint32_t>::max();

/// Where the events of each id of a range begin: first[i] … first[i + 1] − 1 are those of id `from` + i.
struct Range {
    std::int64_t from = 0;
    std::vector<std::uint32_t> first;
    std::int64_t end() const { return from + static_cast<std::int64_t>(first.size()) - 1; }
};

/// Events by id, as they are stored; nothing when there are ids that do not fit.
Result<std::vector<std::uint32_t>> eventsById(Database& database, int entity, JobContext& job) {
    std::vector<std::uint32_t> counts;
    TL_TRY(Statement rows, database.prepare("SELECT id, events FROM support_count WHERE entity = ?1"));
    rows.bind(1, std::int64_t{entity});
    for (std::int64_t n = 0;; ++n) {
        TL_TRY(const bool row, rows.step());
        if (!row)
            return counts;
        if (n % kRowsPerQuestion == 0)
            TL_CHECK_STATUS(job.check());
        const std::int64_t id = rows.integer(0);
        if (id < 0 || id >= kLargest)
            return std::vector<std::uint32_t>();
        if (static_cast<std::size_t>(id) >= counts.size())
            counts.resize(static_cast<std::size_t>(id) + 1);
        counts[static_cast<std::size_t>(id)] += static_cast<std::uint32_t>(rows.integer(1));
    }
}

/// Ids from `from` on that together have at most `atOnce` events, or one id that has more.
Range rangeFrom(const std::vector<std::uint32_t>& counts, std::size_t from, std::size_t atOnce) {
    Range range{static_cast<std::int64_t>(from), {0}};
    std::size_t events = 0;
    for (std::size_t id = from; id < counts.size(); ++id) {
        if (id > from && events + counts[id] > atOnce)
            break;
        events += counts[id];
        range.first.push_back(static_cast<std::uint32_t>(events));
    }
    return range;
}

/// The entries of an index over a range of ids: id, event.
class EntryFeed final : public RowFeed {
public:
    EntryFeed(const Range& range, const std::vector<std::uint32_t>& events, std::int64_t firstEvent)
        : m_range(range), m_events(events), m_firstEvent(firstEvent) {}

    bool next() override {
        if (++m_at >= m_events.size())
            return false;
        while (m_at >= m_range.first[m_id + 1])
            ++m_id;
        return true;
    }
    void value(int column, FeedValue out) const override {
        out.set(column == 0 ? m_range.from + static_cast<std::int64_t>(m_id) : m_firstEvent + m_events[m_at]);
    }

private:
    const Range& m_range;
    const std::vector<std::uint32_t>& m_events;
    std::int64_t m_firstEvent;
    std::size_t m_at = static_cast<std::size_t>(-1), m_id = 0;
};

class SortedIndex {
public:
    SortedIndex(Database& database, const EventIndex& index, JobContext& job)
        : m_database(database), m_index(index), m_job(job), m_draft(std::string(index.name) + "_draft") {}

    /// A table whose only tree is that of the index to be: entries of (column, id of the event), in this order.
    Status begin() {
        return m_database.execute("CREATE TABLE " + m_draft +
                                  "(k INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (k, id)) WITHOUT ROWID");
    }

    /// False when the stored counts are not those of the events.
    Result<bool> add(const Range& range, std::int64_t firstEvent) {
        std::vector<std::uint32_t> events(range.first.back());
        TL_TRY(const bool right, place(range, firstEvent, events));
        if (!right)
            return false;
        EntryFeed feed(range, events, firstEvent);
        FeedTable table(m_database, "tl_entries", 2, feed);
        TL_CHECK_STATUS(table.attach());
        TL_CHECK_STATUS(m_database.execute("INSERT INTO " + m_draft + " SELECT c0, c1 FROM tl_entries"));
        return true;
    }

    Status abandon() { return m_database.execute("DROP TABLE " + m_draft); }

    /// An index is a tree of records (column, rowid), and so is the draft: only its entry in the schema must say so.
    Status finish() {
        TL_CHECK_STATUS(m_database.execute("PRAGMA writable_schema=ON"));
        Status renamed = rename();
        TL_CHECK_STATUS(m_database.execute("PRAGMA writable_schema=RESET"));
        return renamed;
    }

private:
    Result<bool> place(const Range& range, std::int64_t firstEvent, std::vector<std::uint32_t>& events) {
        std::vector<std::uint32_t> next(range.first.begin(), range.first.end() - 1);
        TL_TRY(Statement rows, m_database.prepare(std::string("SELECT id, ") + m_index.column + " FROM event"));
        for (std::int64_t n = 0;; ++n) {
            TL_TRY(const bool row, rows.step());
            if (!row)
                break;
            if (n % kRowsPerQuestion == 0)
                TL_CHECK_STATUS(m_job.check());
            const std::int64_t id = rows.integer(1); // NULL is 0, which is nobody's id
            if (id < range.from || id >= range.end() || id == 0)
                continue;
            const auto at = static_cast<std::size_t>(id - range.from);
            if (next[at] == range.first[at + 1])
                return false;
            events[next[at]++] = static_cast<std::uint32_t>(rows.integer(0) - firstEvent);
        }
        for (std::size_t at = 0; at < next.size(); ++at)
            if (next[at] != range.first[at + 1])
                return false;
        return true;
    }

    Status rename() {
        TL_TRY(Statement update,
               m_database.prepare("UPDATE sqlite_schema SET type = 'index', name = ?1, tbl_name = 'event', sql = ?2 "
                                  "WHERE name = ?3 AND type = 'table'"));
        const std::string sql = std::string("CREATE INDEX ") + m_index.name + " ON event(" + m_index.column + ")" +
                                (m_index.partial ? std::string(" WHERE ") + m_index.column + " IS NOT NULL" : "");
        update.bind(1, std::string_view(m_index.name));
        update.bind(2, std::string_view(sql));
        update.bind(3, std::string_view(m_draft));
        return update.run();
    }

    Database& m_database;
    const EventIndex& m_index;
    JobContext& m_job;
    std::string m_draft;
};

} // namespace

Result<bool> makeSortedIndex(Database& database, const EventIndex& index, JobContext& job, std::size_t atOnce) {
    TL_TRY(const auto stored, storedCounts(database));
    if (!stored || stored->events == 0 || stored->lastEvent - stored->firstEvent >= kLargest)
        return false;
    TL_TRY(const auto counts, eventsById(database, index.entity, job));
    if (counts.empty())
        return false;
    SortedIndex sorted(database, index, job);
    TL_CHECK_STATUS(sorted.begin());
    for (std::size_t from = 0; from < counts.size();) {
        const Range range = rangeFrom(counts, from, atOnce);
        TL_TRY(const bool right, sorted.add(range, stored->firstEvent));
        if (!right) {
            TL_CHECK_STATUS(sorted.abandon());
            return false;
        }
        from = static_cast<std::size_t>(range.end());
    }
    TL_CHECK_STATUS(sorted.finish());
    return true;
}

} // namespace core::store
