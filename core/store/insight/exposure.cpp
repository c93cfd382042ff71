// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/fields.h"
#include "core/store/database.h"
#include "core/store/entity_sql.h"
#include "core/store/insight/insight.h"
#include "core/store/viewer_copy.h"

#include <algorithm>
#include <unordered_map>

namespace core::store {
namespace {

using data::EventKind;
using Places = std::unordered_map<std::string, std::uint32_t>;

Result<std::string> demandOf(const std::vector<std::string>& measures, const std::string& wanted) {
    const auto has = [&](const std::string& measure) {
        return std::find(measures.begin(), measures.end(), measure) != measures.end();
    };
    if (!wanted.empty() && wanted != "click" && wanted != "purchase" && wanted != "cart")
        return Error(ErrorCode::UnknownChoice, "click, cart, purchase").at("demand", wanted);
    if (!has("impression"))
        return Error(ErrorCode::NoData,
                     "no event is an impression; exposure and demand can be told apart only where the "
                     "log says what was shown: import a log of impressions");
    for (const char* demand : {"click", "purchase"})
        if (wanted.empty() && has(demand))
            return std::string(demand);
    if (!wanted.empty() && has(wanted))
        return wanted;
    return Error(ErrorCode::NoData, "no event says what came of the impressions; import clicks or purchases");
}

/// Entity by id of the dictionary its events refer to.
Status placesById(Database& database, const std::string& entity, const Places& places, JobContext& job,
                  std::vector<std::int64_t>& byId) {
    const std::string column = itemColumn(entity);
    TL_TRY(Statement rows, database.prepare(!column.empty()    ? "SELECT i.id, " + column + " FROM item i"
                                            : entity == "user" ? std::string("SELECT id, key FROM user")
                                                               : std::string("SELECT id, text FROM query")));
    for (std::size_t n = 0;; ++n) {
        TL_TRY(const bool row, rows.step());
        if (!row)
            return {};
        if (n % 4096 == 0)
            TL_CHECK_STATUS(job.check());
        const auto found = rows.isNull(1) ? places.end() : places.find(std::string(rows.text(1)));
        const auto id = static_cast<std::size_t>(std::max<std::int64_t>(0, rows.integer(0)));
        if (found == places.end())
            continue;
        if (id >= byId.size())
            byId.resize(std::max(id + 1, byId.size() * 2), -1);
        byId[id] = found->second;
    }
}

/// Impressions and demand by entity and position, where both have positions.
Status readPositions(Database& database, ExposureTable& table, JobContext& job) {
    if (!eventColumn(table.entity).empty())
        return {};
    database.setCancelProbe([&job] { return job.cancelled(); });
    const auto kind = data::parseEventKind(table.demand).value_or(EventKind::Click);
    const std::string shown = std::to_string(static_cast<int>(EventKind::Impression)),
                      wanted = std::to_string(static_cast<int>(kind));
    TL_TRY(Statement range,
           database.prepare("SELECT min(position), max(position), sum(kind = " + shown + "), sum(kind = " + wanted +
                            ") FROM event WHERE position IS NOT NULL AND cancelled = 0"));
    TL_TRY(const bool any, range.step());
    if (!any || range.isNull(0) || range.integer(2) == 0 || range.integer(3) == 0)
        return {};
    table.firstPosition = range.integer(0);
    const std::int64_t positions = range.integer(1) - table.firstPosition + 1;
    if (positions < 2 || positions > ExposureTable::kMostPositions)
        return {};
    Places places;
    for (std::size_t i = 0; i < table.names.size(); ++i)
        places.emplace(table.names[i], static_cast<std::uint32_t>(i));
    std::vector<std::int64_t> byId;
    TL_CHECK_STATUS(placesById(database, table.entity, places, job, byId));
    const std::string id = itemColumn(table.entity).empty() ? table.entity + "_id" : "item_id";
    TL_TRY(Statement rows,
           database.prepare("SELECT " + id + ", position, sum(kind = " + shown + "), sum(kind = " + wanted +
                            ") FROM event WHERE position IS NOT NULL AND cancelled = 0 AND kind "
                            "IN (" +
                            shown + ", " + wanted + ") AND " + id + " IS NOT NULL GROUP BY 1, 2"));
    std::vector<stats::PositionCount> counts;
    for (;;) {
        TL_TRY(const bool row, rows.step());
        if (!row)
            break;
        const auto at = static_cast<std::size_t>(rows.integer(0));
        if (at >= byId.size() || byId[at] < 0)
            continue;
        const std::int64_t seen = rows.integer(2);
        counts.push_back({static_cast<std::uint32_t>(byId[at]),
                          static_cast<std::uint32_t>(rows.integer(1) - table.firstPosition), seen,
                          std::min(seen, rows.integer(3))});
    }
    TL_CHECK_STATUS(job.check());
    table.positions = stats::fitPositions(counts, static_cast<std::size_t>(positions), table.names.size(),
                                          [&job] { return job.proceed(); });
    TL_CHECK_STATUS(job.check());
    table.corrected = stats::inversePropensityRates(counts, *table.positions, table.names.size());
    return {};
}

} // namespace

Result<ExposureTable> exposureOf(const Project& project, const std::string& entity, const std::string& demand,
                                 JobContext& job) {
    TL_TRY(const auto measures, measuresFor(project, entity));
    ExposureTable table;
    table.entity = entity;
    TL_TRY(table.demand, demandOf(measures, demand));
    TL_TRY(const auto shown, supportOf(project, {entity, "impression", {}}, job));
    TL_TRY(const auto wanted, supportOf(project, {entity, table.demand, {}}, job));
    Places places;
    for (std::size_t i = 0; i < shown->names.size(); ++i) {
        places.emplace(shown->names[i], static_cast<std::uint32_t>(i));
        table.rows.push_back({shown->counts[i], 0});
    }
    table.names = shown->names;
    table.details = shown->details;
    for (std::size_t i = 0; i < wanted->names.size(); ++i) {
        const auto found = places.find(wanted->names[i]);
        stats::Exposure none;
        stats::Exposure& row = found == places.end() ? none : table.rows[found->second];
        row.wanted = std::min(row.shown, wanted->counts[i]);
        table.unseen += wanted->counts[i] - row.wanted;
    }
    TL_CHECK_STATUS(job.check());
    table.prior = stats::fitBetaPrior(table.rows);
    table.reasons = stats::reasonsOf(table.rows, table.prior);
    TL_TRY(const std::string role, projectRole(project));
    if (role.empty())
        TL_CHECK_STATUS(project.read([&](Database& database) { return readPositions(database, table, job); }));
    return table;
}

} // namespace core::store
