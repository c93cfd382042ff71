// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/robust.h"
#include "core/store/clean/plan.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <utility>

namespace core::store::clean {
namespace {

struct RobotsConfig {
    std::int64_t perMinute = 0;
    std::int64_t perHour = 600;
    std::int64_t sessionEvents = 0;
    double sessionHours = 0;
    std::int64_t total = 0;
    bool ordersOnce = true;
};
template <class V> void describe(V& v, RobotsConfig& c) {
    v.field(c.perMinute, {.name = "per_minute",
                          .title = TL_NOOP("Strategy", "Most events in a minute"),
                          .help = TL_NOOP("Strategy", "In any 60 seconds. Users with more are robots. 0 = no limit."),
                          .min = 0,
                          .max = 1e9});
    v.field(c.perHour, {.name = "per_hour",
                        .title = TL_NOOP("Strategy", "Most events in an hour"),
                        .help = TL_NOOP("Strategy", "In any 3,600 seconds. 0 = no limit."),
                        .min = 0,
                        .max = 1e9});
    v.field(c.sessionEvents,
            {.name = "session_events",
             .title = TL_NOOP("Strategy", "Most events in a session"),
             .help = TL_NOOP("Strategy", "A session as the log has it, or else events with less than 30 "
                                         "minutes between them. 0 = no limit."),
             .min = 0,
             .max = 1e9});
    v.field(c.sessionHours, {.name = "session_hours",
                             .title = TL_NOOP("Strategy", "Longest session in hours"),
                             .help = TL_NOOP("Strategy", "From its first event to its last. 0 = no limit."),
                             .min = 0,
                             .max = 1e6});
    v.field(c.total, {.name = "total",
                      .title = TL_NOOP("Strategy", "Most events in all"),
                      .help = TL_NOOP("Strategy", "0 = no limit."),
                      .min = 0,
                      .max = 1e12});
    v.field(c.ordersOnce,
            {.name = "orders_once",
             .title = TL_NOOP("Strategy", "Count an order once"),
             .help = TL_NOOP("Strategy", "Rows of one order at one time are one event here: a large order "
                                         "is no robot.")});
}

struct Visit {
    std::int64_t user = 0, time = 0;
    std::uint64_t order = 0, session = 0; ///< hashes; 0 = none
    bool timed = true;
};

/// What is known of one user.
struct Habits {
    std::int64_t user = 0;
    double total = 0, perMinute = 0, perHour = 0, sessionEvents = 0, sessionHours = 0;
};

std::uint64_t hashOf(std::string_view text) {
    return text.empty() ? 0 : (std::hash<std::string_view>{}(text) | 1U);
}

/// Most visits in any `seconds` of time; visits ascend.
double peak(std::span<const Visit> visits, std::int64_t seconds) {
    std::size_t first = 0, most = 0;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        while (visits[i].time - visits[first].time >= seconds)
            ++first;
        most = std::max(most, i - first + 1);
    }
    return static_cast<double>(most);
}

void measureSessions(std::span<const Visit> visits, Habits& habits) {
    constexpr std::int64_t kGap = 1800;
    std::size_t first = 0;
    for (std::size_t i = 1; i <= visits.size(); ++i) {
        const bool same = i < visits.size() && visits[i].session == visits[i - 1].session &&
                          (visits[i].session != 0 || visits[i].time - visits[i - 1].time < kGap);
        if (same)
            continue;
        habits.sessionEvents = std::max(habits.sessionEvents, static_cast<double>(i - first));
        habits.sessionHours =
            std::max(habits.sessionHours, static_cast<double>(visits[i - 1].time - visits[first].time) / 3600);
        first = i;
    }
}

class Robots final : public CleanKind {
public:
    explicit Robots(RobotsConfig config) : m_config(config) {}
    Status plan(CleanPlan& plan) const override;

private:
    Result<std::vector<Visit>> visits(CleanPlan& plan) const;
    Habits habits(std::vector<Visit>& visits) const;
    Json distribution(std::vector<Habits>& users, double Habits::*measure, double limit) const;

    RobotsConfig m_config;
};

Result<std::vector<Visit>> Robots::visits(CleanPlan& plan) const {
    TL_TRY(Statement rows,
           plan.database().prepare("SELECT user_id, time, order_key, session FROM event NOT INDEXED WHERE "
                                   "user_id IS NOT NULL"));
    std::vector<Visit> visits;
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            break;
        if (visits.size() % 1024 == 0)
            TL_CHECK_STATUS(plan.job().check());
        visits.push_back(
            {rows.integer(0), rows.integer(1), hashOf(rows.text(2)), hashOf(rows.text(3)), !rows.isNull(1)});
    }
    std::sort(visits.begin(), visits.end(), [](const Visit& a, const Visit& b) {
        return a.user != b.user ? a.user < b.user : a.time != b.time ? a.time < b.time : a.order < b.order;
    });
    if (m_config.ordersOnce)
        visits.erase(std::unique(visits.begin(), visits.end(),
                                 [](const Visit& a, const Visit& b) {
                                     return a.user == b.user && a.timed && b.timed && a.time == b.time &&
                                            a.order == b.order && a.order != 0;
                                 }),
                     visits.end());
    return visits;
}

/// Of the visits of one user. Those without a time only add to the total.
Habits Robots::habits(std::vector<Visit>& visits) const {
    Habits result;
    result.user = visits.front().user;
    result.total = static_cast<double>(visits.size());
    std::erase_if(visits, [](const Visit& visit) { return !visit.timed; });
    result.perMinute = peak(visits, 60);
    result.perHour = peak(visits, 3600);
    std::stable_sort(visits.begin(), visits.end(),
                     [](const Visit& a, const Visit& b) { return a.session < b.session; });
    if (!visits.empty())
        measureSessions(visits, result);
    return result;
}

Json Robots::distribution(std::vector<Habits>& users, double Habits::*measure, double limit) const {
    std::vector<double> values;
    values.reserve(users.size());
    std::int64_t above = 0;
    for (const Habits& one : users) {
        values.push_back(one.*measure);
        above += limit > 0 && one.*measure > limit ? 1 : 0;
    }
    std::sort(values.begin(), values.end());
    Json quantiles = Json::object();
    static constexpr std::array<std::pair<const char*, double>, 5> kQuantiles{
        {{"p50", 0.5}, {"p90", 0.9}, {"p99", 0.99}, {"p999", 0.999}, {"max", 1.0}}};
    for (const auto& [name, q] : kQuantiles)
        quantiles[name] = stats::quantile(values, q);
    const auto histogram = stats::histogramOf(values, 20, true);
    quantiles["limit"] = limit > 0 ? Json(limit) : Json();
    quantiles["users_above"] = above;
    quantiles["histogram"] = {{"log", true}, {"edges", histogram.edges}, {"counts", histogram.counts}};
    return quantiles;
}

Status Robots::plan(CleanPlan& plan) const {
    TL_TRY(const auto all, visits(plan));
    if (all.empty())
        return Error(ErrorCode::NoData, "no event names a user, so robots cannot be told from people");
    std::vector<Habits> users;
    std::vector<Visit> own;
    for (std::size_t i = 0; i < all.size();) {
        own.clear();
        for (const std::int64_t user = all[i].user; i < all.size() && all[i].user == user; ++i)
            own.push_back(all[i]);
        users.push_back(habits(own));
        if (users.size() % 256 == 0)
            TL_CHECK_STATUS(plan.job().check());
    }
    const struct {
        const char* name;
        double Habits::*measure;
        double limit;
    } kMeasures[] = {{"events", &Habits::total, static_cast<double>(m_config.total)},
                     {"per_minute", &Habits::perMinute, static_cast<double>(m_config.perMinute)},
                     {"per_hour", &Habits::perHour, static_cast<double>(m_config.perHour)},
                     {"session_events", &Habits::sessionEvents, static_cast<double>(m_config.sessionEvents)},
                     {"session_hours", &Habits::sessionHours, m_config.sessionHours}};
    for (const auto& [name, measure, limit] : kMeasures)
        plan.numbers()["distribution"][name] = distribution(users, measure, limit);
    TL_CHECK_STATUS(plan.database().execute("DROP TABLE IF EXISTS temp.clean_robot; CREATE TEMP TABLE clean_robot(id "
                                            "INTEGER PRIMARY KEY)"));
    std::int64_t robots = 0;
    for (const Habits& one : users) {
        bool robot = false;
        for (const auto& [name, measure, limit] : kMeasures)
            robot = robot || (limit > 0 && one.*measure > limit);
        if (!robot)
            continue;
        ++robots;
        TL_CHECK_STATUS(plan.run("INSERT INTO temp.clean_robot VALUES (?1)", {one.user}));
    }
    plan.numbers()["users"] = users.size();
    plan.numbers()["robots"] = robots;
    TL_CHECK_STATUS(
        plan.run("INSERT INTO temp.clean_drop SELECT 0, id, 'robot' FROM event NOT INDEXED WHERE user_id IN "
                 "(SELECT id FROM temp.clean_robot)"));
    return plan.database().execute("DROP TABLE temp.clean_robot");
}

TAILLIGHT_REGISTER(CleanKind, Robots, RobotsConfig, "robots", TL_NOOP("Strategy", "Robot-like users"),
                   TL_NOOP("Strategy", "Drops all events of users who do more than a person can. The preview shows how "
                                       "users are distributed."),
                   "");

} // namespace
} // namespace core::store::clean
