// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clean/plan.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace core::store::clean {
namespace {

struct CancellationsConfig {
    std::string pairing = "none";
    bool samePrice = true;
};
template <class V> void describe(V& v, CancellationsConfig& c) {
    v.field(c.pairing,
            {.name = "pairing",
             .title = TL_NOOP("Strategy", "Purchases they cancel"),
             .help = TL_NOOP("Strategy", "None: they stay. Exact: for each cancellation the latest earlier purchase of "
                                         "the same user, item and quantity goes as well; each goes once."),
             .choices = {"none", "exact"}});
    v.field(c.samePrice, {.name = "same_price",
                          .title = TL_NOOP("Strategy", "Same price"),
                          .help = TL_NOOP("Strategy", "A pair must have the same price.")});
}

/// What a purchase and its cancellation have in common.
using Key = std::tuple<std::int64_t, std::int64_t, double, double>; // item, user, |quantity|, price

class Cancellations final : public CleanKind {
public:
    explicit Cancellations(CancellationsConfig config) : m_config(std::move(config)) {}

    Status plan(CleanPlan& plan) const override {
        TL_TRY(
            const std::int64_t count,
            plan.run("INSERT INTO temp.clean_drop SELECT 0, id, 'cancellation' FROM event NOT INDEXED WHERE cancelled "
                     "= 1 OR quantity < 0 OR order_key GLOB 'C*'"));
        plan.numbers()["cancellations"] = count;
        return m_config.pairing == "exact" ? pair(plan) : Status{};
    }

private:
    Status pair(CleanPlan& plan) const;
    CancellationsConfig m_config;
};

Status Cancellations::pair(CleanPlan& plan) const {
    // In the order of time, so that the last open purchase of a key is the latest earlier one. 4 = purchase.
    TL_TRY(
        Statement rows,
        plan.database().prepare(
            "SELECT e.id, e.item_id, e.user_id, abs(coalesce(e.quantity, 1.0)), coalesce(e.price, -1.0), c.id IS NOT "
            "NULL FROM event e NOT INDEXED LEFT JOIN temp.clean_drop c ON c.tab = 0 AND c.id = e.id WHERE e.user_id "
            "IS NOT NULL AND (c.id IS NOT NULL OR (e.kind = 4 AND e.user_id IN (SELECT f.user_id FROM "
            "temp.clean_drop d CROSS JOIN event f ON f.id = d.id WHERE d.tab = 0))) ORDER BY e.time, e.id"));
    std::map<Key, std::vector<std::int64_t>> open;
    std::vector<std::int64_t> cancelled;
    std::int64_t alone = 0;
    for (std::int64_t n = 0;; ++n) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            break;
        if (n % 1024 == 0)
            TL_CHECK_STATUS(plan.job().check());
        const Key key{rows.integer(1), rows.integer(2), rows.real(3), m_config.samePrice ? rows.real(4) : 0.0};
        if (rows.integer(5) == 0) {
            open[key].push_back(rows.integer(0));
            continue;
        }
        const auto found = open.find(key);
        if (found == open.end() || found->second.empty()) {
            ++alone;
            continue;
        }
        cancelled.push_back(found->second.back());
        found->second.pop_back();
    }
    std::sort(cancelled.begin(), cancelled.end());
    for (const std::int64_t id : cancelled)
        TL_CHECK_STATUS(plan.drop(Tab::Event, id, "cancelled_purchase"));
    plan.numbers()["pairs"] = cancelled.size();
    plan.numbers()["cancellations_without_purchase"] = alone;
    return {};
}

TAILLIGHT_REGISTER(CleanKind, Cancellations, CancellationsConfig, "cancellations", TL_NOOP("Strategy", "Cancellations"),
                   TL_NOOP("Strategy", "Events with a negative quantity or an order number that starts with C; on wish "
                                       "the purchases that they cancel, too."),
                   "");

} // namespace
} // namespace core::store::clean
