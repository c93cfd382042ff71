// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/support_counts.h"

#include "core/base/json.h"
#include "core/base/noop.h"
#include "core/store/database.h"
#include "core/store/entity_counts.h"
#include "core/store/events/event_table.h"

#include <algorithm>
#include <string>

namespace core::store {
namespace {

constexpr std::int64_t kEventsPerQuestion = 4096;

/// All events, in the order of their ids.
Status countEvents(Database& database, JobContext& job, EntityCounts& counts, StoredCounts& all) {
    TL_TRY(Statement events, database.prepare("SELECT id, item_id, user_id, query_id, kind, time, quantity, price, "
                                              "cancelled FROM event NOT INDEXED ORDER BY id"));
    for (;;) {
        TL_TRY(const bool row, events.step());
        if (!row)
            return {};
        if (all.events++ % kEventsPerQuestion == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(all.events);
        }
        const std::int64_t kind = events.integer(4);
        if (kind < 0 || kind >= static_cast<std::int64_t>(kCountedKinds))
            return Error(ErrorCode::ProjectDamaged, "an event is of the unknown kind " + std::to_string(kind))
                .inFile(database.path());
        all.lastEvent = events.integer(0);
        if (all.firstEvent == 0)
            all.firstEvent = all.lastEvent;
        if (!events.isNull(5)) {
            const std::int64_t time = events.integer(5);
            all.firstTime = std::min(all.firstTime.value_or(time), time);
            all.lastTime = std::max(all.lastTime.value_or(time), time);
        }
        counts.add({events.integer(1), events.integer(2), events.integer(3), static_cast<int>(kind),
                    events.integer(8) != 0, !events.isNull(6), !events.isNull(7), events.real(6), events.real(7)});
    }
}

Json totalsJson(const CountTotals& totals) {
    Json json = Json::object();
    for (std::size_t entity = 1; entity < kCountedEntities; ++entity)
        for (std::size_t kind = 0; kind < kCountedKinds; ++kind)
            if (const KindTotals& sum = totals[entity][kind]; sum.events > 0)
                json[std::to_string(entity)][std::to_string(kind)] = {sum.events, sum.cancelled, sum.withQuantity,
                                                                      sum.withPrice};
    return json;
}

/// False when the text is none of ours.
bool readTotals(const Json& json, CountTotals& totals) {
    if (!json.is_object())
        return false;
    for (std::size_t entity = 1; entity < kCountedEntities; ++entity)
        for (std::size_t kind = 0; kind < kCountedKinds; ++kind) {
            const auto kinds = json.find(std::to_string(entity));
            if (kinds == json.end() || !kinds->is_object() || !kinds->contains(std::to_string(kind)))
                continue;
            const Json& numbers = (*kinds)[std::to_string(kind)];
            if (!numbers.is_array() || numbers.size() != 4 ||
                !std::all_of(numbers.begin(), numbers.end(), [](const Json& n) { return n.is_number_integer(); }))
                return false;
            totals[entity][kind] = {numbers[0].get<std::int64_t>(), numbers[1].get<std::int64_t>(),
                                    numbers[2].get<std::int64_t>(), numbers[3].get<std::int64_t>()};
        }
    return true;
}

std::optional<std::int64_t> integerIn(const Json& json, const char* name) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_number_integer())
        return {};
    return found->get<std::int64_t>();
}

} // namespace

Status refreshSupportCounts(Database& database, JobContext& job) {
    job.begin(TL_NOOP("Job", "Counting events"), 0, "rows");
    TL_CHECK_STATUS(database.execute("DELETE FROM support_count"));
    EntityCounts counts;
    StoredCounts all;
    TL_CHECK_STATUS(countEvents(database, job, counts, all));
    TL_CHECK_STATUS(counts.store(database, job));
    all.totals = counts.totals();
    return storeCounts(database, all);
}

Result<std::optional<StoredCounts>> storedCounts(Database& database) {
    TL_TRY(const std::int64_t firstEvent, events::firstEventId(database));
    TL_TRY(const std::int64_t lastEvent, events::lastEventId(database));
    TL_TRY(Statement find, database.prepare("SELECT value FROM meta WHERE key = 'counts'"));
    TL_TRY(const bool there, find.step());
    if (!there)
        return std::optional<StoredCounts>();
    const auto json = parseJson(std::string(find.text(0)));
    StoredCounts counts;
    if (!json.ok() || !json->is_object() || !json->contains("totals") || !readTotals((*json)["totals"], counts.totals))
        return std::optional<StoredCounts>();
    counts.events = integerIn(*json, "events").value_or(-1);
    counts.firstEvent = integerIn(*json, "first_event").value_or(-1);
    counts.lastEvent = integerIn(*json, "last_event").value_or(-1);
    counts.firstTime = integerIn(*json, "first_time");
    counts.lastTime = integerIn(*json, "last_time");
    if (counts.events < 0 || counts.firstEvent != firstEvent || counts.lastEvent != lastEvent)
        return std::optional<StoredCounts>();
    return std::optional<StoredCounts>(counts);
}

Status storeCounts(Database& database, const StoredCounts& counts) {
    Json json{{"events", counts.events}, {"first_event", counts.firstEvent}, {"last_event", counts.lastEvent}};
    if (counts.firstTime && counts.lastTime) {
        json["first_time"] = *counts.firstTime;
        json["last_time"] = *counts.lastTime;
    }
    json["totals"] = totalsJson(counts.totals);
    const std::string text = dumpJson(json);
    TL_TRY(Statement store, database.prepare("INSERT OR REPLACE INTO meta(key, value) VALUES ('counts', ?1)"));
    store.bind(1, std::string_view(text));
    return store.run();
}

} // namespace core::store
