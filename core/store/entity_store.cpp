// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/entity_store.h"

#include "core/data/fields.h"
#include "core/store/database.h"
#include "core/store/entity_sql.h"
#include "core/store/entity_table.h"
#include "core/store/split_store.h"
#include "core/store/support_counts.h"
#include "core/store/viewer_copy.h"

#include <algorithm>

namespace core::store {
namespace {

using data::EventKind;

constexpr EventKind kKinds[] = {EventKind::Impression, EventKind::Click,  EventKind::Cart,
                                EventKind::Purchase,   EventKind::Search, EventKind::Review};

/// The same as eventMeasures(), from the stored counts.
void storedMeasures(const StoredCounts& counts, const std::string& entity, std::vector<std::string>& measures) {
    const auto& kinds = counts.totals[static_cast<std::size_t>(countedEntity(entity))];
    const auto any = [](const KindTotals& sum) { return sum.events > 0; };
    if (std::none_of(kinds.begin(), kinds.end(), any))
        return;
    measures.emplace_back("events");
    for (const EventKind kind : kKinds)
        if (const KindTotals& sum = kinds[static_cast<std::size_t>(kind)]; sum.events > sum.cancelled)
            measures.emplace_back(data::eventKindName(kind));
    const KindTotals& purchases = kinds[static_cast<std::size_t>(EventKind::Purchase)];
    if (purchases.withQuantity > 0)
        measures.emplace_back("quantity");
    if (purchases.withPrice > 0)
        measures.emplace_back("revenue");
}

/// Which measures the events of an entity can answer, in the order in which they are offered.
Status eventMeasures(Database& database, const std::string& entity, std::vector<std::string>& measures) {
    TL_TRY(const auto counts, storedCounts(database));
    if (counts) {
        storedMeasures(*counts, entity, measures);
        return {};
    }
    const std::string purchase = std::to_string(static_cast<int>(EventKind::Purchase));
    TL_TRY(Statement kinds, database.prepare("SELECT e.kind, count(*), sum(e.cancelled = 0) FROM event e WHERE " +
                                             eventCondition(entity) + " GROUP BY e.kind"));
    std::int64_t all = 0;
    std::vector<std::string> found;
    for (;;) {
        TL_TRY(const bool row, kinds.step());
        if (!row)
            break;
        all += kinds.integer(1);
        for (const EventKind kind : kKinds)
            if (static_cast<std::int64_t>(kind) == kinds.integer(0) && kinds.integer(2) > 0)
                found.emplace_back(data::eventKindName(kind));
    }
    if (all == 0)
        return {};
    measures.emplace_back("events");
    measures.insert(measures.end(), found.begin(), found.end());
    const auto any = [&](const char* condition) {
        return database.queryInteger("SELECT EXISTS (SELECT 1 FROM event e WHERE e.kind = " + purchase + " AND " +
                                     condition + " AND " + eventCondition(entity) + ")");
    };
    TL_TRY(const std::int64_t quantities, any("e.quantity IS NOT NULL"));
    TL_TRY(const std::int64_t prices, any("e.price IS NOT NULL"));
    if (quantities != 0)
        measures.emplace_back("quantity");
    if (prices != 0)
        measures.emplace_back("revenue");
    return {};
}

Status allMeasures(Database& database, const std::string& entity, std::vector<std::string>& measures) {
    const std::string column = itemColumn(entity);
    if (entity != "item" && !column.empty()) {
        TL_TRY(const std::int64_t items,
               database.queryInteger("SELECT EXISTS (SELECT 1 FROM item i WHERE i.source_id IS NOT NULL AND " + column +
                                     " IS NOT NULL)"));
        if (items != 0)
            measures.emplace_back("items");
        // Without a value in any item, events and splits have none to count by either.
        TL_TRY(const std::int64_t values,
               database.queryInteger("SELECT EXISTS (SELECT 1 FROM item i WHERE " + column + " IS NOT NULL)"));
        if (values == 0)
            return {};
    }
    TL_CHECK_STATUS(eventMeasures(database, entity, measures));
    if (entity != "query" && eventColumn(entity).empty()) {
        TL_TRY(const std::int64_t reviews,
               database.queryInteger(entity == "user" ? "SELECT EXISTS (SELECT 1 FROM review WHERE user_id IS NOT NULL)"
                                                      : "SELECT EXISTS (SELECT 1 FROM review)"));
        if (reviews != 0)
            measures.emplace_back("reviews");
    }
    if (entity != "item" && !column.empty()) {
        TL_TRY(const std::int64_t splits, database.queryInteger("SELECT EXISTS (SELECT 1 FROM split)"));
        if (splits != 0)
            measures.emplace_back("training");
    }
    return {};
}

/// What is missing and how to get it.
std::string missing(const std::string& entity, const std::string& measure) {
    if (entity == "item")
        return "the project has no items; import a catalogue or a log first";
    if (!eventColumn(entity).empty())
        return "no event has a value for “" + entity.substr(entity.find(':') + 1) +
               "”; “taillight-cli describe --list” says what there is";
    if (entity.rfind("attribute:", 0) == 0)
        return "no item has a value for “" + entity.substr(entity.find(':') + 1) +
               "”; “taillight-cli describe --list” says what there is";
    if (entity == "price_band")
        return "neither items nor purchases have a price; import a catalogue or a log and map its “price” field";
    if (entity == "user" || entity == "query")
        return "no event has a " + entity + "; import a log and map its “" + entity + "” field";
    const std::string field = entity.substr(0, entity.find(':')); // category:2
    return "no item has a " + field + "; import a catalogue and map its “" + field + "” field" +
           (measure.empty() || measure == "items" ? "" : ", or choose another measure");
}

Result<std::string> naturalMeasure(Database& database, const std::string& entity) {
    std::vector<std::string> measures;
    TL_CHECK_STATUS(allMeasures(database, entity, measures));
    for (const char* natural : {"items", "purchase", "events", "reviews", "training"})
        if (std::find(measures.begin(), measures.end(), natural) != measures.end())
            return std::string(natural);
    // A catalogue without a log: every item has support 0.
    if (entity == "item") {
        TL_TRY(const std::int64_t items, database.queryInteger("SELECT EXISTS (SELECT 1 FROM item)"));
        if (items != 0)
            return Error(ErrorCode::NoData,
                         "no event names an item; import a log first, or look at categories, brands or labels");
    }
    return Error(ErrorCode::NoData, missing(entity, entity == "item" ? "" : "items"));
}

/// The split a "training" support is of: the one asked for, or the newest.
Status findSplit(Database& database, const SupportQuery& query, SqlParameters& parameters, std::string& name) {
    TL_TRY(parameters.split,
           query.split ? Result<std::int64_t>(raw(*query.split)) : database.queryInteger("SELECT max(id) FROM split"));
    TL_TRY(Statement find, database.prepare("SELECT name FROM split WHERE id = ?1"));
    find.bind(1, parameters.split);
    TL_TRY(const bool found, find.step());
    if (!found && query.split)
        return Error(ErrorCode::NoSuchSplit).at({}, std::to_string(parameters.split));
    if (!found)
        return Error(ErrorCode::NoSplit, "The measure “training” counts the rows of its training part.");
    name = find.text(0);
    return {};
}

Status fillTable(Database& database, const std::string& sql, const SqlParameters& parameters, JobContext& job,
                 stats::SupportTable& table) {
    TL_TRY(Statement rows, database.prepare(sql));
    if (parameters.split != 0)
        rows.bind(1, parameters.split);
    const bool detailed = rows.columns() > 2;
    for (;;) {
        TL_TRY(const bool row, rows.step());
        if (!row)
            return job.check();
        table.names.emplace_back(rows.text(0));
        table.counts.push_back(rows.integer(1));
        if (detailed)
            table.details.emplace_back(rows.text(2));
        if (table.names.size() % 1024 == 0)
            TL_CHECK_STATUS(job.check());
    }
}

/// Sums of supports are whole numbers of 64 bits: one wrong row of a log must be named, not counted.
Status countable(const stats::SupportTable& table) {
    constexpr double kMostTotal = static_cast<double>(kMostSupport) * 512;
    double total = 0;
    for (const std::int64_t count : table.counts)
        total += static_cast<double>(count);
    if (table.counts.front() < kMostSupport && total < kMostTotal)
        return {};
    return Error(ErrorCode::NoData, "the " + table.measure + " of “" + table.names.front() +
                                        "” is beyond what can be counted (9,007,199,254,740,992); look at its events, "
                                        "and take the wrong ones out by a cleaning step such as “outliers”");
}

Status readSupport(const Project& project, Database& database, const SupportQuery& query, JobContext& job,
                   const EarlyTable& early, stats::SupportTable& table) {
    database.setCancelProbe([&job] { return job.cancelled(); });
    table.entity = query.entity;
    table.measure = query.measure;
    if (table.measure.empty()) {
        TL_TRY(table.measure, naturalMeasure(database, query.entity));
    }
    SqlParameters parameters;
    if (table.measure == "training")
        TL_CHECK_STATUS(findSplit(database, query, parameters, table.splitName));
    TL_TRY(const auto counts, storedCounts(database));
    const auto sql = supportSql(query.entity, table.measure);
    if (!sql) {
        std::vector<std::string> measures;
        TL_CHECK_STATUS(allMeasures(database, query.entity, measures));
        std::string choices;
        for (const std::string& one : measures)
            choices += (choices.empty() ? "" : ", ") + one;
        return Error(ErrorCode::UnknownChoice, choices.empty() ? measureNames(query.entity) : choices)
            .at("measure", table.measure);
    }
    const auto stored = counts ? storedSum(query.entity, table.measure) : std::nullopt;
    if (stored)
        TL_CHECK_STATUS(fillFromCounts(project, database, *stored, job, table, early));
    else
        TL_CHECK_STATUS(fillTable(database, *sql, parameters, job, table));
    if (!table.names.empty() && table.counts.front() > 0)
        return countable(table);
    std::vector<std::string> measures;
    TL_CHECK_STATUS(allMeasures(database, query.entity, measures));
    if (table.names.empty() && measures.empty())
        return Error(ErrorCode::NoData, missing(query.entity, table.measure));
    if (!table.names.empty() && std::find(measures.begin(), measures.end(), table.measure) != measures.end())
        return {};
    std::string there;
    for (const std::string& measure : measures)
        there += (there.empty() ? "" : ", ") + measure;
    return Error(ErrorCode::NoData, "nothing can be counted as “" + table.measure + "” for " + query.entity +
                                        (there.empty() ? "; import a log first" : "; there is: " + there));
}

/// A viewer copy holds its distributions ready made; those of training parts only for the newest split.
Result<std::optional<stats::SupportTablePtr>> supportOfViewer(const Project& project, const SupportQuery& query,
                                                              JobContext& job) {
    TL_TRY(const auto measures, viewerMeasures(project, query.entity));
    if (!measures)
        return std::optional<stats::SupportTablePtr>();
    std::string measure = query.measure;
    for (const char* natural : {"items", "purchase", "events", "reviews", "training"})
        if (measure.empty() && std::find(measures->begin(), measures->end(), natural) != measures->end())
            measure = natural;
    if (measure == "training" && query.split) {
        TL_TRY(const SplitInfo newest, latestSplit(project));
        if (newest.id != *query.split)
            return Error(ErrorCode::NoData,
                         "this is a viewer copy, which holds the training rows of its newest split only");
    }
    return viewerSupport(project, query.entity, measure, job);
}

} // namespace

Result<std::vector<std::string>> measuresFor(const Project& project, const std::string& entity) {
    TL_CHECK_STATUS(checkEntity(entity));
    TL_TRY(auto viewer, viewerMeasures(project, entity));
    if (viewer)
        return std::move(*viewer);
    std::vector<std::string> measures;
    const auto work = [&](Database& database) { return allMeasures(database, entity, measures); };
    TL_CHECK_STATUS(project.read(work));
    return measures;
}

Result<stats::SupportTablePtr> supportOf(const Project& project, const SupportQuery& query, JobContext& job,
                                         const EarlyTable& early) {
    TL_CHECK_STATUS(checkEntity(query.entity));
    TL_TRY(auto viewer, supportOfViewer(project, query, job));
    if (viewer)
        return std::move(*viewer);
    const auto table = std::make_shared<stats::SupportTable>();
    const auto work = [&](Database& database) { return readSupport(project, database, query, job, early, *table); };
    TL_CHECK_STATUS(project.read(work));
    return stats::SupportTablePtr(table);
}

} // namespace core::store
