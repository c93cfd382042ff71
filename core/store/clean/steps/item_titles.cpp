// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clean/plan.h"

namespace core::store::clean {
namespace {

struct ItemTitlesConfig {
    std::string choose = "most_frequent";
    bool catalogueWins = true;
};
template <class V> void describe(V& v, ItemTitlesConfig& c) {
    v.field(c.choose, {.name = "choose",
                       .title = TL_NOOP("Strategy", "Choose"),
                       .help = TL_NOOP("Strategy", "The title of most events (ties: the latest), or that of the latest "
                                                   "event (without times: of the last row)."),
                       .choices = {"most_frequent", "latest"}});
    v.field(c.catalogueWins, {.name = "catalogue_wins",
                              .title = TL_NOOP("Strategy", "Leave catalogue titles"),
                              .help = TL_NOOP("Strategy", "Items that a catalogue describes keep its title.")});
}

class ItemTitles final : public CleanKind {
public:
    explicit ItemTitles(ItemTitlesConfig config) : m_config(std::move(config)) {}

    Status plan(CleanPlan& plan) const override {
        TL_TRY(const std::int64_t items,
               plan.database().queryInteger("SELECT count(DISTINCT item_id) FROM item_title"));
        plan.numbers()["items_with_several_titles"] = items;
        TL_TRY(const std::int64_t titles, plan.database().queryInteger("SELECT count(*) FROM item_title"));
        plan.numbers()["titles"] = titles;
        if (titles == 0) // imports note that a log has such items, but do not keep their titles yet
            return Error(ErrorCode::NoData, "no item has several titles on record");
        const std::string order = m_config.choose == "latest"
                                      ? "last_time DESC NULLS LAST, source_id DESC, last_row DESC, count DESC, title"
                                      : "count DESC, last_time DESC NULLS LAST, source_id DESC, last_row DESC, title";
        // The same title in several files is one title.
        TL_TRY(const std::int64_t chosen,
               plan.run(
                   "INSERT INTO temp.clean_set SELECT ?1, item_id, title FROM (SELECT item_id, title, row_number() "
                   "OVER (PARTITION BY item_id ORDER BY " +
                       order +
                       ") AS place FROM (SELECT item_id, title, sum(count) AS count, max(last_time) AS last_time, "
                       "max(source_id) AS source_id, max(last_row) AS last_row FROM item_title GROUP BY item_id, "
                       "title)) WHERE place = 1" +
                       (m_config.catalogueWins ? " AND item_id NOT IN (SELECT id FROM item WHERE source_id IS NOT NULL)"
                                               : ""),
                   {static_cast<std::int64_t>(plan.target(Tab::Item, "title"))}));
        plan.numbers()["items_looked_at"] = chosen;
        return {};
    }

private:
    ItemTitlesConfig m_config;
};

TAILLIGHT_REGISTER(CleanKind, ItemTitles, ItemTitlesConfig, "item_titles", TL_NOOP("Strategy", "One title per item"),
                   TL_NOOP("Strategy", "A log may give the same item several titles. Chooses one of them; the import "
                                       "keeps the first."),
                   "");

} // namespace
} // namespace core::store::clean
