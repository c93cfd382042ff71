// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values.h"
#include "core/store/clean/plan.h"

#include <chrono>

namespace core::store::clean {
namespace {

struct InvalidValuesConfig {
    bool negativePrice = true;
    bool zeroPrice = false;
    bool zeroQuantity = true;
    bool futureTime = true;
    std::string latest;
    std::int64_t earliestYear = 1990;
    std::string action = "drop";
    bool items = true;
};
template <class V> void describe(V& v, InvalidValuesConfig& c) {
    v.field(c.negativePrice, {.name = "negative_price",
                              .title = TL_NOOP("Strategy", "Negative prices"),
                              .help = TL_NOOP("Strategy", "Such as corrections of the books.")});
    v.field(c.zeroPrice, {.name = "zero_price",
                          .title = TL_NOOP("Strategy", "Prices of 0"),
                          .help = TL_NOOP("Strategy", "Often gifts, samples, or stock that was written off.")});
    v.field(c.zeroQuantity, {.name = "zero_quantity",
                             .title = TL_NOOP("Strategy", "Quantities of 0"),
                             .help = TL_NOOP("Strategy", "Negative ones are cancellations: see that step.")});
    v.field(c.futureTime, {.name = "future_time",
                           .title = TL_NOOP("Strategy", "Times in the future"),
                           .help = TL_NOOP("Strategy", "After the time below.")});
    v.field(c.latest, {.name = "latest",
                       .title = TL_NOOP("Strategy", "Latest time"),
                       .help = TL_NOOP("Strategy", "Such as 2011-12-31 (UTC). Empty = now.")});
    v.field(c.earliestYear,
            {.name = "earliest_year",
             .title = TL_NOOP("Strategy", "Earliest year"),
             .help = TL_NOOP("Strategy", "Times before it are invalid: 1970 is what an empty clock says. "
                                         "0 = any time is fine."),
             .min = 0,
             .max = 2100});
    v.field(c.action, {.name = "action",
                       .title = TL_NOOP("Strategy", "What to do"),
                       .help = TL_NOOP("Strategy", "Drop the row, or clear the value and keep the row."),
                       .choices = {"drop", "clear"}});
    v.field(c.items, {.name = "items",
                      .title = TL_NOOP("Strategy", "Items too"),
                      .help = TL_NOOP("Strategy", "Prices and times of the catalogue; a dropped item takes its events "
                                                  "along.")});
}

class InvalidValues final : public CleanKind {
public:
    explicit InvalidValues(InvalidValuesConfig config) : m_config(std::move(config)) {}

    Status plan(CleanPlan& plan) const override {
        TL_TRY(const std::int64_t latest, latestTime());
        TL_TRY(const std::int64_t earliest, earliestTime());
        plan.numbers()["latest_time"] = data::formatTime(latest);
        const std::vector<Tab> tabs = m_config.items ? std::vector{Tab::Event, Tab::Item} : std::vector{Tab::Event};
        for (const Tab tab : tabs) {
            if (m_config.negativePrice)
                TL_CHECK_STATUS(treat(plan, tab, "price", "price < 0", "negative_price"));
            if (m_config.zeroPrice)
                TL_CHECK_STATUS(treat(plan, tab, "price", "price = 0", "zero_price"));
            if (m_config.zeroQuantity && tab == Tab::Event)
                TL_CHECK_STATUS(treat(plan, tab, "quantity", "quantity = 0", "zero_quantity"));
            if (m_config.futureTime)
                TL_CHECK_STATUS(treat(plan, tab, "time", "time > " + std::to_string(latest), "future_time"));
            if (m_config.earliestYear > 0)
                TL_CHECK_STATUS(treat(plan, tab, "time", "time < " + std::to_string(earliest), "too_early"));
        }
        return {};
    }

private:
    Result<std::int64_t> latestTime() const {
        if (m_config.latest.empty())
            return static_cast<std::int64_t>(
                std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
                    .count());
        if (const auto time = data::parseTime(m_config.latest))
            return *time;
        return Error(ErrorCode::WrongType, "a time such as 2011-12-31").at("latest", m_config.latest);
    }
    Result<std::int64_t> earliestTime() const {
        if (m_config.earliestYear == 0)
            return std::int64_t{0};
        const std::string year = std::to_string(m_config.earliestYear);
        return data::parseTime(std::string(4 - std::min<std::size_t>(4, year.size()), '0') + year + "-01-01")
            .value_or(0);
    }
    Status treat(CleanPlan& plan, Tab tab, const char* column, const std::string& condition, const char* reason) const {
        const std::string from = std::string(" FROM ") + tabName(tab) + " NOT INDEXED WHERE " + condition;
        if (m_config.action == "clear") {
            TL_TRY(const std::int64_t cleared,
                   plan.run("INSERT OR IGNORE INTO temp.clean_set SELECT ?1, id, NULL" + from,
                            {static_cast<std::int64_t>(plan.target(tab, column))}));
            if (cleared > 0)
                plan.numbers()["cleared"][std::string(tabName(tab)) + "." + reason] = cleared;
            return {};
        }
        TL_CHECK_STATUS(plan.run("INSERT OR IGNORE INTO temp.clean_drop SELECT ?1, id, ?2" + from,
                                 {static_cast<std::int64_t>(tab), std::string(reason)}));
        return {};
    }

    InvalidValuesConfig m_config;
};

TAILLIGHT_REGISTER(CleanKind, InvalidValues, InvalidValuesConfig, "invalid_values",
                   TL_NOOP("Strategy", "Impossible values"),
                   TL_NOOP("Strategy", "Negative prices, times in the future or long ago, quantities of 0."), "");

} // namespace
} // namespace core::store::clean
