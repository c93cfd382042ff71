// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/store/database.h"
#include "core/store/entity_sql.h"
#include "core/store/entity_store.h"
#include "core/store/support_counts.h"
#include "core/store/viewer_copy.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>

namespace core::store {
namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr std::int64_t kMostDays = 400;     ///< longer spans are shown by month
constexpr std::int64_t kMostSteps = 10'000; ///< beyond, steps without events are left out

std::string numberText(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

/// SQL for the items whose `entity` is one of the names in the JSON array ?1.
Result<std::string> itemFilter(const std::string& entity) {
    const std::string wanted = " IN (SELECT value FROM json_each(?1))";
    if (const std::string column = itemColumn(entity); !column.empty())
        return " WHERE " + column + wanted;
    if (const std::string column = eventColumn(entity); !column.empty())
        return " WHERE i.id IN (SELECT e.item_id FROM event e WHERE " + column + wanted + ")";
    if (entity == "user" || entity == "query")
        return " WHERE i.id IN (SELECT e.item_id FROM event e JOIN " + entity + " t ON t.id = e." + entity +
               "_id WHERE t." + (entity == "user" ? "key" : "text") + wanted + ")";
    std::string choices;
    for (const std::string& name : entityNames())
        choices += (choices.empty() ? "" : ", ") + name;
    return Error(ErrorCode::UnknownChoice, choices).at("entity", entity);
}

std::int64_t dayOf(std::int64_t seconds) {
    const std::int64_t day = seconds / kSecondsPerDay;
    return seconds % kSecondsPerDay < 0 ? day - 1 : day;
}

// std::chrono's calendar ends with the year 32767; a log with later times is only a slip that must not crash.
constexpr std::int64_t kLastDay = 11'000'000;

/// Months since year 0 of a day since 1970.
std::int64_t monthOf(std::int64_t day) {
    const std::chrono::sys_days date{std::chrono::days{std::clamp(day, -kLastDay, kLastDay)}};
    const std::chrono::year_month_day calendar{date};
    return static_cast<int>(calendar.year()) * std::int64_t{12} +
           static_cast<std::int64_t>(static_cast<unsigned>(calendar.month())) - 1;
}

std::int64_t startOfMonth(std::int64_t month) {
    const std::int64_t year = month >= 0 ? month / 12 : (month - 11) / 12;
    const std::chrono::year_month_day first{std::chrono::year{static_cast<int>(year)},
                                            std::chrono::month{static_cast<unsigned>(month - year * 12 + 1)},
                                            std::chrono::day{1}};
    return std::chrono::sys_days{first}.time_since_epoch().count() * kSecondsPerDay;
}

/// Steps between the first and the last, those without events included while that stays readable.
template <class Start> TimeSeries seriesOf(const std::map<std::int64_t, std::int64_t>& steps, Start start) {
    TimeSeries series;
    if (steps.empty())
        return series;
    const std::int64_t first = steps.begin()->first;
    const std::int64_t last = steps.rbegin()->first;
    if (last - first >= kMostSteps) {
        for (const auto& [step, events] : steps) {
            series.start.push_back(start(step));
            series.events.push_back(events);
        }
        return series;
    }
    for (std::int64_t step = first; step <= last; ++step) {
        const auto found = steps.find(step);
        series.start.push_back(start(step));
        series.events.push_back(found == steps.end() ? 0 : found->second);
    }
    return series;
}

Status readDays(Database& database, std::map<std::int64_t, std::int64_t>& days) {
    TL_TRY(Statement times, database.prepare("SELECT time FROM event WHERE time IS NOT NULL"));
    auto recent = days.end(); // neighbouring rows mostly share a day
    for (;;) {
        TL_TRY(const bool row, times.step());
        if (!row)
            return {};
        const std::int64_t day = dayOf(times.integer(0));
        if (recent == days.end() || recent->first != day)
            recent = days.try_emplace(day, 0).first;
        ++recent->second;
    }
}

} // namespace

Result<RowPage> itemRows(const Project& project, const std::string& entity, const std::vector<std::string>& names,
                         std::int64_t offset, std::int64_t limit) {
    TL_TRY(std::string filter, itemFilter(entity));
    if (names.empty())
        filter.clear();
    const std::string wanted = dumpJson(Json(names));
    RowPage page;
    page.columns = {"id", "title", "category", "brand", "price", "label"};
    const auto work = [&](Database& database) -> Status {
        TL_TRY(Statement count, database.prepare("SELECT count(*) FROM item i" + filter));
        TL_TRY(Statement rows,
               database.prepare("SELECT i.key, i.title, i.category, i.brand, i.label, i.price FROM item i" + filter +
                                " ORDER BY i.id LIMIT ?2 OFFSET ?3"));
        if (!names.empty()) {
            count.bind(1, std::string_view(wanted));
            rows.bind(1, std::string_view(wanted));
        }
        TL_TRY(const bool counted, count.step());
        page.total = counted ? count.integer(0) : 0;
        rows.bind(2, limit);
        rows.bind(3, offset);
        for (;;) {
            TL_TRY(const bool row, rows.step());
            if (!row)
                return {};
            page.rows.push_back({std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2)),
                                 std::string(rows.text(3)), rows.isNull(5) ? std::string() : numberText(rows.real(5)),
                                 std::string(rows.text(4))});
        }
    };
    TL_CHECK_STATUS(project.read(work));
    return page;
}

Result<TimeSeries> eventsOverTime(const Project& project) {
    TL_TRY(const auto viewer, viewerDocument(project, "times"));
    if (viewer)
        return TimeSeries{viewer->value("start", std::vector<std::int64_t>()),
                          viewer->value("events", std::vector<std::int64_t>())};
    std::map<std::int64_t, std::int64_t> days;
    const auto work = [&days](Database& database) { return readDays(database, days); };
    TL_CHECK_STATUS(project.read(work));
    if (days.empty() || days.rbegin()->first - days.begin()->first <= kMostDays)
        return seriesOf(days, [](std::int64_t day) { return day * kSecondsPerDay; });
    std::map<std::int64_t, std::int64_t> months;
    for (const auto& [day, events] : days)
        months[monthOf(day)] += events;
    return seriesOf(months, startOfMonth);
}

namespace {

ProjectCounts storedCounts(const Json& document) {
    ProjectCounts counts;
    const auto read = [&document](const char* name) { return document.value(name, std::int64_t{0}); };
    counts.items = read("items");
    counts.catalogue = read("catalogue");
    counts.labelled = read("labelled");
    counts.events = read("events");
    counts.users = read("users");
    counts.queries = read("queries");
    counts.brands = read("brands");
    counts.categories = read("categories");
    counts.labels = read("labels");
    counts.sources = read("sources");
    counts.rejects = read("rejects");
    counts.splits = read("splits");
    counts.runs = read("runs");
    counts.firstTime = read("first_time");
    counts.lastTime = read("last_time");
    return counts;
}

} // namespace

Result<ProjectCounts> projectCounts(const Project& project) {
    TL_TRY(const auto viewer, viewerDocument(project, "counts"));
    if (viewer)
        return storedCounts(*viewer);
    ProjectCounts counts;
    struct Query {
        std::int64_t ProjectCounts::*count;
        const char* sql;
    };
    static constexpr std::array kQueries{
        Query{&ProjectCounts::items, "SELECT count(*) FROM item"},
        Query{&ProjectCounts::catalogue, "SELECT count(*) FROM item WHERE source_id IS NOT NULL"},
        Query{&ProjectCounts::labelled, "SELECT count(*) FROM item WHERE coalesce(label, category) IS NOT NULL"},
        Query{&ProjectCounts::users, "SELECT count(*) FROM user"},
        Query{&ProjectCounts::queries, "SELECT count(*) FROM query"},
        Query{&ProjectCounts::brands, "SELECT count(DISTINCT brand) FROM item"},
        Query{&ProjectCounts::categories, "SELECT count(DISTINCT category) FROM item"},
        Query{&ProjectCounts::labels, "SELECT count(DISTINCT coalesce(label, category)) FROM item"},
        Query{&ProjectCounts::sources, "SELECT count(*) FROM source"},
        Query{&ProjectCounts::rejects, "SELECT coalesce(sum(rejected), 0) FROM source"},
        Query{&ProjectCounts::splits, "SELECT count(*) FROM split"},
        Query{&ProjectCounts::runs, "SELECT count(*) FROM run"},
    };
    const auto work = [&counts](Database& database) -> Status {
        for (const Query& query : kQueries) {
            TL_TRY(counts.*query.count, database.queryInteger(query.sql));
        }
        TL_TRY(const auto stored, storedCounts(database));
        if (stored) {
            counts.events = stored->events;
            counts.firstTime = stored->firstTime.value_or(0);
            counts.lastTime = stored->lastTime.value_or(0);
            return {};
        }
        TL_TRY(Statement all, database.prepare("SELECT count(*), coalesce(min(time), 0), coalesce(max(time), 0) "
                                               "FROM event"));
        TL_TRY(const bool row, all.step());
        counts.events = row ? all.integer(0) : 0;
        counts.firstTime = row ? all.integer(1) : 0;
        counts.lastTime = row ? all.integer(2) : 0;
        return {};
    };
    TL_CHECK_STATUS(project.read(work));
    return counts;
}

} // namespace core::store
