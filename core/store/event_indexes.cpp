// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/event_indexes.h"

#include "core/base/noop.h"
#include "core/store/database.h"
#include "core/store/import.h"
#include "core/store/sorted_index.h"

#include <array>
#include <string>

namespace core::store {
namespace {

constexpr std::array kIndexes{
    EventIndex{"event_item", "item_id", false, 1},
    EventIndex{"event_user", "user_id", true, 2},
    EventIndex{"event_query", "query_id", true, 3},
};

Result<bool> hasIndex(Database& database, const EventIndex& index) {
    TL_TRY(Statement find, database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?1"));
    find.bind(1, std::string_view(index.name));
    return find.step();
}

Status build(Database& database, const EventIndex& index, JobContext& job) {
    TL_CHECK_STATUS(job.check());
    TL_TRY(const bool there, hasIndex(database, index));
    if (there)
        return {};
    TL_TRY(const bool sorted, makeSortedIndex(database, index, job));
    if (sorted)
        return {};
    return database.execute(std::string("CREATE INDEX ") + index.name + " ON event(" + index.column + ")" +
                            (index.partial ? std::string(" WHERE ") + index.column + " IS NOT NULL" : ""));
}

} // namespace

Status makeEventIndexes(Database& database, JobContext& job) {
    job.begin(TL_NOOP("Job", "Building indexes"), static_cast<std::int64_t>(kIndexes.size()), "indexes");
    database.setCancelProbe([&job] { return job.cancelled(); });
    TL_TRY(const std::int64_t cache, database.queryInteger("PRAGMA cache_size"));
    // SQLite sorts in pieces of the size of its cache and hears no cancel within one: small pieces answer in time.
    TL_CHECK_STATUS(database.execute("PRAGMA cache_size = -2048"));
    Status built;
    std::int64_t done = 0;
    for (const EventIndex& index : kIndexes) {
        if (built.ok())
            built = build(database, index, job);
        job.report(++done);
    }
    TL_CHECK_STATUS(database.execute("PRAGMA cache_size = " + std::to_string(cache)));
    return built;
}

Status dropEventIndexes(Database& database) {
    for (const EventIndex& index : kIndexes)
        TL_CHECK_STATUS(database.execute(std::string("DROP INDEX IF EXISTS ") + index.name));
    return {};
}

Status buildIndexes(Project& project, JobContext& job) {
    TL_TRY(const bool missing, indexesMissing(project));
    if (!missing)
        return {};
    return project.write([&job](Database& database) { return makeEventIndexes(database, job); });
}

Result<bool> indexesMissing(const Project& project) {
    bool missing = false;
    const auto work = [&missing](Database& database) -> Status {
        TL_TRY(const std::int64_t events, database.queryInteger("SELECT EXISTS (SELECT 1 FROM event)"));
        if (events == 0)
            return {};
        for (const EventIndex& index : kIndexes) {
            TL_TRY(const bool there, hasIndex(database, index));
            missing = missing || !there;
        }
        return {};
    };
    TL_CHECK_STATUS(project.read(work));
    return missing;
}

} // namespace core::store
