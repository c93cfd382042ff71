// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/buckets.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

/// Support over time: how buckets are filled from one period to the next, what is new and what fell silent, how long
/// entities stay popular, and which weekdays and months repeat.
namespace core::stats {

/// Events of one entity on one day. Sorted by day, then entity; one cell a pair.
struct DayCell {
    std::uint32_t day = 0;    ///< from the first day
    std::uint32_t entity = 0; ///< place in the support table
    std::uint32_t events = 0; ///< > 0
};
struct Activity {
    std::int64_t firstDay = 0; ///< days since 1970-01-01, UTC
    std::uint32_t days = 0;    ///< from the first to the last with an event, both included; 0 = no times
    std::size_t entities = 0;
    std::vector<DayCell> cells;
    /// What the measure adds up, where it is not the number of events (quantity, revenue): net of cancellations, by the
    /// order of days.
    struct Amount {
        std::uint32_t day = 0, entity = 0;
        double amount = 0;
    };
    std::vector<Amount> amounts;
    std::int64_t leftOut = 0; ///< events with a time more than a hundred years from the middle one: slips of the log
};

/// Days, weeks (from Monday) or months: the shortest of which no more than `most` span the activity.
enum class Period { Day, Week, Month };
const char* periodName(Period period);
Period periodFor(const Activity& activity, std::size_t most = 120);
/// The period of a day since 1970-01-01, counted from any fixed start, and the first day of such a period.
std::int64_t periodOf(std::int64_t day, Period period);
std::int64_t firstDayOf(std::int64_t number, Period period);

/// Events by period and by the bucket of their entity. `buckets`: by entity.
struct BucketLines {
    std::vector<std::int64_t> start; ///< first day of each period, days since 1970-01-01; periods without events too
    std::vector<std::array<std::int64_t, kBucketCount>> events;
};
BucketLines bucketLines(const Activity& activity, std::span<const Bucket> buckets, Period period);

/// Where entities go from one period to the next. In each period the entities that occurred in it or before it are put
/// into buckets by the rule over the period's own events, equal ones in a fixed random order; those without events then are cold;
/// `New` are those that occur for the first time in the later period.
inline constexpr std::size_t kNewState = kBucketCount;
inline constexpr std::size_t kFlowStates = kBucketCount + 1;
struct BucketFlow {
    std::array<std::array<std::int64_t, kFlowStates>, kFlowStates> from{}; ///< [before][after], summed over the pairs
    std::vector<std::int64_t> start;                                       ///< first day of each period
    std::vector<std::int64_t> fresh;  ///< entities that occur for the first time in the period
    std::vector<std::int64_t> active; ///< entities with an event in the period
    std::vector<std::int64_t> silent; ///< entities seen before it without one in it
    /// Of the entities with an event in a period, the share that stays in its bucket; by bucket, cold left out.
    std::array<double, kBucketCount> stays() const;
};
/// The first and the last period may be cut short: they count like the others.
BucketFlow bucketFlow(const Activity& activity, const BucketRule& rule, Period period);

/// Half-life of popularity: days from an entity's first event until half of its events have happened. Only entities
/// that first occur in the first half of the time and have at least `leastEvents` events: of the others too little is
/// known. By bucket: how many were looked at, and quartiles over them (type 7; NaN where there are none).
struct HalfLife {
    std::int64_t entities = 0;
    double lower = 0, median = 0, upper = 0;
};
std::array<HalfLife, kBucketCount> halfLives(const Activity& activity, std::span<const Bucket> buckets,
                                             std::int64_t leastEvents = 10);

/// Weekly rhythm of the daily totals: additive decomposition with the centred seven-day mean as trend. `strength` =
/// max(0, 1 − Var(remainder)/Var(season + remainder)) (Wang, Smith and Hyndman 2006): 0 none … 1 nothing else.
/// `weekday` is what Monday … Sunday have above (below) the trend, as a share of the mean day. Nothing (0 days) when
/// fewer than three weeks are known.
struct Seasonality {
    std::size_t days = 0;
    double strength = 0;
    std::array<double, 7> weekday{};
    std::array<double, 12> month{}; ///< share of all events by month, January first
    /// What a day of the month has above (below) the mean day, as a share of it; a month that the activity covers in
    /// part counts with the days that it covers. NaN where it covers none.
    std::array<double, 12> monthLevel{};
};
Seasonality seasonalityOf(const Activity& activity);

} // namespace core::stats
