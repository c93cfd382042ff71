// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/activity.h"

#include "core/stats/robust.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <numeric>

namespace core::stats {
namespace {

constexpr std::int64_t kDaysPerWeek = 7;
constexpr std::int64_t kFirstMonday = 4; ///< 1970-01-05, in days since 1970-01-01

std::int64_t floorDivide(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0);
}

/// An order among entities of equal support that knows nothing of them: the table's own order is that of all their
/// events, also of later periods (SplitMix64, Steele et al. 2014).
std::uint64_t mixed(std::uint64_t number) {
    number += 0x9E3779B97F4A7C15U;
    number = (number ^ (number >> 30U)) * 0xBF58476D1CE4E5B9U;
    number = (number ^ (number >> 27U)) * 0x94D049BB133111EBU;
    return number ^ (number >> 31U);
}

std::chrono::year_month_day calendar(std::int64_t day) {
    // Within std::chrono's calendar: a log with later times is only a slip that must not crash.
    constexpr std::int64_t kLastDay = 11'000'000;
    return std::chrono::sys_days{std::chrono::days{std::clamp(day, -kLastDay, kLastDay)}};
}

/// Calls use(period number from 0, cells of the period).
template <class Use> void eachPeriod(const Activity& activity, Period period, Use use) {
    const std::int64_t first = periodOf(activity.firstDay, period);
    for (auto at = activity.cells.begin(); at != activity.cells.end();) {
        const std::int64_t number = periodOf(activity.firstDay + at->day, period);
        const auto end = std::find_if(at, activity.cells.end(), [&](const DayCell& cell) {
            return periodOf(activity.firstDay + cell.day, period) != number;
        });
        use(static_cast<std::size_t>(number - first), std::span(at, end));
        at = end;
    }
}

std::size_t periodsOf(const Activity& activity, Period period) {
    if (activity.days == 0)
        return 0;
    return static_cast<std::size_t>(periodOf(activity.firstDay + activity.days - 1, period) -
                                    periodOf(activity.firstDay, period)) +
           1;
}

std::vector<std::int64_t> startsOf(const Activity& activity, Period period) {
    std::vector<std::int64_t> starts(periodsOf(activity, period));
    const std::int64_t first = periodOf(activity.firstDay, period);
    for (std::size_t i = 0; i < starts.size(); ++i)
        starts[i] = firstDayOf(first + static_cast<std::int64_t>(i), period);
    return starts;
}

} // namespace

const char* periodName(Period period) {
    return period == Period::Day ? "day" : period == Period::Week ? "week" : "month";
}

Period periodFor(const Activity& activity, std::size_t most) {
    for (const Period period : {Period::Day, Period::Week})
        if (periodsOf(activity, period) <= most)
            return period;
    return Period::Month;
}

std::int64_t periodOf(std::int64_t day, Period period) {
    if (period == Period::Day)
        return day;
    if (period == Period::Week)
        return floorDivide(day - kFirstMonday, kDaysPerWeek);
    const auto date = calendar(day);
    return static_cast<int>(date.year()) * std::int64_t{12} + static_cast<unsigned>(date.month()) - 1;
}

std::int64_t firstDayOf(std::int64_t number, Period period) {
    if (period == Period::Day)
        return number;
    if (period == Period::Week)
        return number * kDaysPerWeek + kFirstMonday;
    const std::int64_t year = floorDivide(number, 12);
    const std::chrono::year_month_day first{std::chrono::year{static_cast<int>(year)},
                                            std::chrono::month{static_cast<unsigned>(number - year * 12 + 1)},
                                            std::chrono::day{1}};
    return std::chrono::sys_days{first}.time_since_epoch().count();
}

BucketLines bucketLines(const Activity& activity, std::span<const Bucket> buckets, Period period) {
    BucketLines lines;
    lines.start = startsOf(activity, period);
    lines.events.resize(lines.start.size());
    eachPeriod(activity, period, [&](std::size_t number, std::span<const DayCell> cells) {
        for (const DayCell& cell : cells)
            lines.events[number][static_cast<std::size_t>(buckets[cell.entity])] += cell.events;
    });
    return lines;
}

std::array<double, kBucketCount> BucketFlow::stays() const {
    std::array<double, kBucketCount> shares{};
    for (std::size_t b = 0; b < kBucketCount; ++b) {
        const auto all = std::accumulate(from[b].begin(), from[b].end(), std::int64_t{0});
        shares[b] = all > 0 ? static_cast<double>(from[b][b]) / static_cast<double>(all) : 0;
    }
    return shares;
}

BucketFlow bucketFlow(const Activity& activity, const BucketRule& rule, Period period) {
    BucketFlow flow;
    flow.start = startsOf(activity, period);
    const std::size_t periods = flow.start.size();
    flow.fresh.resize(periods);
    flow.active.resize(periods);
    flow.silent.resize(periods);
    std::vector<bool> seen(activity.entities);
    std::vector<std::uint32_t> known; // entities seen so far
    std::vector<std::uint8_t> before(activity.entities, kNewState), now(activity.entities, kNewState);
    std::vector<std::int64_t> sums(activity.entities); // of the period
    std::vector<std::uint32_t> active;
    std::vector<std::int64_t> support; // of the active ones
    std::size_t next = 0;              // first period whose numbers are not known yet
    const auto step = [&](std::size_t number, std::span<const DayCell> cells) {
        const std::size_t knownBefore = known.size();
        active.clear();
        for (const DayCell& cell : cells) {
            if (sums[cell.entity] == 0)
                active.push_back(cell.entity);
            sums[cell.entity] += cell.events;
            if (!seen[cell.entity]) {
                seen[cell.entity] = true;
                known.push_back(cell.entity);
            }
        }
        std::sort(active.begin(), active.end(),
                  [](std::uint32_t a, std::uint32_t b) { return std::pair(mixed(a), a) < std::pair(mixed(b), b); });
        support.clear();
        for (const std::uint32_t entity : active) {
            support.push_back(sums[entity]);
            sums[entity] = 0;
        }
        flow.active[number] = static_cast<std::int64_t>(active.size());
        flow.fresh[number] = static_cast<std::int64_t>(known.size() - knownBefore);
        flow.silent[number] = static_cast<std::int64_t>(known.size()) - flow.active[number];
        // Only the active ones are sorted: those without events are cold under every rule.
        const std::vector<Bucket> buckets = assignBuckets(support, rule);
        for (const std::uint32_t entity : known)
            now[entity] = static_cast<std::uint8_t>(Bucket::Cold);
        for (std::size_t i = 0; i < active.size(); ++i)
            now[active[i]] = static_cast<std::uint8_t>(buckets[i]);
        if (number > 0)
            for (const std::uint32_t entity : known)
                ++flow.from[before[entity]][now[entity]];
        for (const std::uint32_t entity : known)
            before[entity] = now[entity];
        next = number + 1;
    };
    eachPeriod(activity, period, [&](std::size_t number, std::span<const DayCell> cells) {
        while (next < number) // periods in which nothing happened
            step(next, {});
        step(number, cells);
    });
    return flow;
}

std::array<HalfLife, kBucketCount> halfLives(const Activity& activity, std::span<const Bucket> buckets,
                                             std::int64_t leastEvents) {
    constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::int64_t> total(activity.entities), running(activity.entities);
    std::vector<std::uint32_t> first(activity.entities, kNever);
    for (const DayCell& cell : activity.cells) {
        total[cell.entity] += cell.events;
        first[cell.entity] = std::min(first[cell.entity], cell.day);
    }
    std::array<std::vector<double>, kBucketCount> ages;
    const std::uint32_t half = activity.days / 2;
    for (const DayCell& cell : activity.cells) {
        const std::uint32_t e = cell.entity;
        const bool reached = 2 * running[e] < total[e] && 2 * (running[e] + cell.events) >= total[e];
        running[e] += cell.events;
        if (reached && total[e] >= leastEvents && first[e] < half)
            ages[static_cast<std::size_t>(buckets[e])].push_back(cell.day - first[e]);
    }
    std::array<HalfLife, kBucketCount> lives;
    for (std::size_t b = 0; b < kBucketCount; ++b) {
        std::sort(ages[b].begin(), ages[b].end());
        lives[b] = {static_cast<std::int64_t>(ages[b].size()), quantile(ages[b], 0.25), quantile(ages[b], 0.5),
                    quantile(ages[b], 0.75)};
    }
    return lives;
}

Seasonality seasonalityOf(const Activity& activity) {
    Seasonality season;
    std::vector<double> totals(activity.days);
    double all = 0;
    for (const DayCell& cell : activity.cells) {
        totals[cell.day] += cell.events;
        all += cell.events;
        season.month[static_cast<unsigned>(calendar(activity.firstDay + cell.day).month()) - 1] += cell.events;
    }
    std::array<double, 12> covered{};
    for (std::uint32_t day = 0; day < activity.days; ++day)
        ++covered[static_cast<unsigned>(calendar(activity.firstDay + day).month()) - 1];
    for (std::size_t m = 0; m < covered.size(); ++m) {
        season.monthLevel[m] = covered[m] > 0 && all > 0 ? season.month[m] / covered[m] / (all / activity.days) - 1
                                                         : std::numeric_limits<double>::quiet_NaN();
        season.month[m] = all > 0 ? season.month[m] / all : 0;
    }
    if (activity.days < 3 * kDaysPerWeek)
        return season;
    season.days = activity.days;
    // Detrended by the centred mean of seven days: three days at either end have none.
    std::vector<std::pair<std::size_t, double>> detrended;
    std::array<double, 7> sums{}, times{};
    for (std::size_t day = 3; day + 3 < totals.size(); ++day) {
        const auto from = totals.begin() + static_cast<std::ptrdiff_t>(day) - 3;
        const double trend = std::accumulate(from, from + 7, 0.0) / 7;
        const std::int64_t date = activity.firstDay + static_cast<std::int64_t>(day) - kFirstMonday;
        const auto weekday = static_cast<std::size_t>(date - floorDivide(date, kDaysPerWeek) * kDaysPerWeek);
        detrended.emplace_back(weekday, totals[day] - trend);
        sums[weekday] += totals[day] - trend;
        ++times[weekday];
    }
    double centre = 0;
    for (std::size_t w = 0; w < sums.size(); ++w) {
        sums[w] = times[w] > 0 ? sums[w] / times[w] : 0;
        centre += sums[w] / 7;
    }
    std::vector<double> both, rest;
    for (const auto& [weekday, value] : detrended) {
        both.push_back(value);
        rest.push_back(value - (sums[weekday] - centre));
    }
    const auto variance = [](const std::vector<double>& values) {
        const Moments moments = momentsOf(values);
        return moments.deviation * moments.deviation;
    };
    const double whole = variance(both), mean = all / activity.days;
    season.strength = whole > 0 ? std::max(0.0, 1 - variance(rest) / whole) : 0;
    for (std::size_t w = 0; w < sums.size(); ++w)
        season.weekday[w] = mean > 0 ? (sums[w] - centre) / mean : 0;
    return season;
}

} // namespace core::stats
