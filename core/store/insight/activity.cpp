// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/data/fields.h"
#include "core/store/database.h"
#include "core/store/entity_sql.h"
#include "core/store/insight/insight.h"
#include "core/store/viewer_copy.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_map>

namespace core::store {
namespace {

using data::EventKind;

constexpr std::int64_t kSecondsPerDay = 86'400;
/// A hundred years: events farther from the middle of all are slips of the log.
constexpr std::int64_t kMostDays = 36'525;

/// Measures that are no numbers of events.
bool addsUp(const std::string& measure) {
    return measure == "quantity" || measure == "revenue";
}

std::string kindCondition(const std::string& measure) {
    if (addsUp(measure)) // cancellations take away from the amount, though they are no events that count
        return " AND e.kind = " + std::to_string(static_cast<int>(EventKind::Purchase));
    if (measure == "purchase")
        return " AND e.cancelled = 0 AND e.kind = " + std::to_string(static_cast<int>(EventKind::Purchase));
    if (const auto kind = data::parseEventKind(measure); kind && measure == data::eventKindName(*kind))
        return " AND e.cancelled = 0 AND e.kind = " + std::to_string(static_cast<int>(*kind));
    return {};
}

/// Days and entities of events as they come, kept small: equal pairs become one as soon as there are many. Pieces are
/// small enough to be sorted in a tenth of a second, so that a cancel is heard between them.
class Cells {
public:
    void addAmount(std::int64_t day, std::uint32_t entity, double amount) {
        m_amounts.push_back({day, entity, amount});
    }
    void add(std::int64_t day, std::uint32_t entity) {
        m_fresh.push_back({day, entity, 1});
        if (m_fresh.size() >= kPiece)
            compact();
    }
    stats::Activity finish(std::size_t entities) {
        compact();
        stats::Activity activity;
        activity.entities = entities;
        if (m_pairs.empty())
            return activity;
        // Around the day in the middle of all events: a slip such as the year 9999 must not make millions of periods,
        // nor one before the Flood hide everything else.
        std::int64_t all = 0, running = 0;
        for (const Pair& pair : m_pairs)
            all += pair.events;
        const auto middle = std::find_if(m_pairs.begin(), m_pairs.end(), [&](const Pair& pair) {
            running += pair.events;
            return 2 * running >= all;
        });
        for (const Pair& pair : m_pairs) {
            if (pair.day < middle->day - kMostDays || pair.day > middle->day + kMostDays) {
                activity.leftOut += pair.events;
                continue;
            }
            if (activity.cells.empty())
                activity.firstDay = pair.day;
            activity.cells.push_back(
                {static_cast<std::uint32_t>(pair.day - activity.firstDay), pair.entity, pair.events});
        }
        activity.days = activity.cells.back().day + 1;
        std::sort(m_amounts.begin(), m_amounts.end(), [](const DayAmount& a, const DayAmount& b) {
            return a.day != b.day ? a.day < b.day : a.entity < b.entity;
        });
        for (const DayAmount& one : m_amounts) {
            // A cancellation before the first or after the last purchase belongs to the nearest day that there is.
            const std::int64_t day =
                std::clamp<std::int64_t>(one.day - activity.firstDay, 0, std::int64_t{activity.days} - 1);
            if (one.day >= middle->day - kMostDays && one.day <= middle->day + kMostDays)
                activity.amounts.push_back({static_cast<std::uint32_t>(day), one.entity, one.amount});
        }
        return activity;
    }

private:
    static constexpr std::size_t kPiece = 500'000;
    struct Pair {
        std::int64_t day;
        std::uint32_t entity, events;
        friend bool operator<(const Pair& a, const Pair& b) {
            return a.day != b.day ? a.day < b.day : a.entity < b.entity;
        }
    };
    void compact() {
        std::sort(m_fresh.begin(), m_fresh.end());
        std::vector<Pair> both;
        both.reserve(m_pairs.size() + m_fresh.size());
        std::merge(m_pairs.begin(), m_pairs.end(), m_fresh.begin(), m_fresh.end(), std::back_inserter(both));
        std::size_t kept = 0;
        for (std::size_t i = 0; i < both.size(); ++i)
            if (kept > 0 && !(both[kept - 1] < both[i]))
                both[kept - 1].events += both[i].events;
            else
                both[kept++] = both[i];
        both.resize(kept);
        m_pairs = std::move(both);
        m_fresh.clear();
    }
    struct DayAmount {
        std::int64_t day;
        std::uint32_t entity;
        double amount;
    };
    std::vector<Pair> m_pairs, m_fresh; ///< sorted, and not yet
    std::vector<DayAmount> m_amounts;
};

using Places = std::unordered_map<std::string_view, std::uint32_t>;

/// Place in the table by id of item, user or query; −1 = none.
Result<std::vector<std::int32_t>> placesById(Database& database, const std::string& entity, const Places& places,
                                             JobContext& job) {
    const std::string column = itemColumn(entity);
    TL_TRY(Statement rows, database.prepare(!column.empty()    ? "SELECT i.id, " + column + " FROM item i"
                                            : entity == "user" ? std::string("SELECT id, key FROM user")
                                                               : std::string("SELECT id, text FROM query")));
    std::vector<std::int32_t> byId;
    for (std::size_t n = 0;; ++n) {
        TL_TRY(const bool row, rows.step());
        if (!row)
            return byId;
        if (n % 4096 == 0)
            TL_CHECK_STATUS(job.check());
        const auto found = rows.isNull(1) ? places.end() : places.find(rows.text(1));
        if (found == places.end() || rows.integer(0) < 0)
            continue;
        const auto id = static_cast<std::size_t>(rows.integer(0));
        if (id >= byId.size())
            byId.resize(std::max(id + 1, byId.size() * 2), -1);
        byId[id] = static_cast<std::int32_t>(found->second);
    }
}

Status readCells(Database& database, const stats::SupportTable& table, JobContext& job, Cells& cells) {
    database.setCancelProbe([&job] { return job.cancelled(); });
    Places places;
    for (std::size_t i = 0; i < table.names.size(); ++i)
        places.emplace(table.names[i], static_cast<std::uint32_t>(i));
    const std::string direct = eventColumn(table.entity);
    std::vector<std::int32_t> byId;
    if (direct.empty()) {
        TL_TRY(byId, placesById(database, table.entity, places, job));
    }
    const std::string value = !direct.empty()                    ? direct
                              : itemColumn(table.entity).empty() ? "e." + table.entity + "_id"
                                                                 : "e.item_id";
    const bool amounts = addsUp(table.measure), revenue = table.measure == "revenue";
    TL_TRY(Statement events,
           database.prepare("SELECT e.time, " + value + (amounts ? ", e.cancelled, e.quantity, e.price" : "") +
                            " FROM event e WHERE e.time IS NOT NULL" + kindCondition(table.measure)));
    constexpr std::int64_t kRowsPerReport = 16'384;
    for (std::int64_t n = 0;; ++n) {
        TL_TRY(const bool row, events.step());
        if (!row)
            return job.check();
        if (n % kRowsPerReport == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(n);
        }
        if (events.isNull(1))
            continue;
        std::int64_t place = -1;
        if (direct.empty()) {
            const auto id = static_cast<std::size_t>(std::max<std::int64_t>(0, events.integer(1)));
            place = id < byId.size() ? byId[id] : -1;
        } else if (const auto found = places.find(events.text(1)); found != places.end()) {
            place = found->second;
        }
        if (place < 0)
            continue;
        const std::int64_t time = events.integer(0), day = time / kSecondsPerDay - (time % kSecondsPerDay < 0);
        const auto entity = static_cast<std::uint32_t>(place);
        if (!amounts) {
            cells.add(day, entity);
            continue;
        }
        const bool cancelled = events.integer(2) != 0;
        const double pieces = events.isNull(3) ? 1 : events.real(3), net = cancelled ? -std::abs(pieces) : pieces;
        if (!revenue || !events.isNull(4))
            cells.addAmount(day, entity, revenue ? net * events.real(4) : net);
        if (!cancelled)
            cells.add(day, entity);
    }
}

} // namespace

namespace {

Result<bool> anyEventHasATime(const Project& project) {
    bool any = false;
    TL_CHECK_STATUS(project.read([&](Database& database) -> Status {
        TL_TRY(Statement look, database.prepare("SELECT 1 FROM event WHERE time IS NOT NULL LIMIT 1"));
        TL_TRY(any, look.step());
        return {};
    }));
    return any;
}

} // namespace

Result<stats::Activity> activityOf(const Project& project, const stats::SupportTable& table, JobContext& job) {
    TL_CHECK_STATUS(notInViewer(project, "times of single events"));
    if (table.measure == "reviews")
        return Error(ErrorCode::NoData, "reviews are not followed over time; choose a measure of events");
    job.begin(TL_NOOP("Job", "Following the events over time"), 0, "rows");
    Cells cells;
    TL_CHECK_STATUS(project.read([&](Database& database) { return readCells(database, table, job, cells); }));
    stats::Activity activity = cells.finish(table.names.size());
    if (activity.cells.empty()) {
        TL_TRY(const bool timed, anyEventHasATime(project));
        return Error(ErrorCode::NoData,
                     timed ? "no event with a time counts as “" + table.measure +
                                 "” here: cancellations and other kinds of events do not; choose another measure"
                           : "no event has a time; import a log and map its “time” field");
    }
    return activity;
}

std::vector<stats::Bucket> bucketsByPlace(std::size_t entities, const stats::BucketBorders& borders) {
    std::vector<stats::Bucket> buckets(entities, stats::Bucket::Cold);
    const auto fill = [&](std::size_t from, std::size_t to, stats::Bucket bucket) {
        std::fill(buckets.begin() + static_cast<std::ptrdiff_t>(std::min(from, entities)),
                  buckets.begin() + static_cast<std::ptrdiff_t>(std::min(to, entities)), bucket);
    };
    for (std::size_t b = 0; b <= borders.starts.size(); ++b) {
        const auto [first, last] = borders.range(b);
        fill(first, last, borders.bucket(b));
    }
    return buckets;
}

} // namespace core::store
