// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clean/fingerprint.h"
#include "core/store/clean/plan.h"

#include <algorithm>

namespace core::store::clean {
namespace {

struct DuplicateEventsConfig {
    std::string keep = "first";
    bool acrossFiles = true;
};
template <class V> void describe(V& v, DuplicateEventsConfig& c) {
    v.field(c.keep, {.name = "keep",
                     .title = TL_NOOP("Strategy", "Keep"),
                     .help = TL_NOOP("Strategy", "Which of the events that are alike stays."),
                     .choices = {"first", "last"}});
    v.field(c.acrossFiles, {.name = "across_files",
                            .title = TL_NOOP("Strategy", "Across files"),
                            .help = TL_NOOP("Strategy", "Events of different imports can be duplicates of one another, "
                                                        "as where two exports overlap.")});
}

class DuplicateEvents final : public CleanKind {
public:
    explicit DuplicateEvents(DuplicateEventsConfig config) : m_config(std::move(config)) {}

    Status plan(CleanPlan& plan) const override {
        TL_TRY(const auto rows,
               printRows(plan.database(),
                         "SELECT id, " + eventContents() + (m_config.acrossFiles ? "" : ", source_id") + " FROM event",
                         plan.job()));
        const bool first = m_config.keep == "first";
        std::int64_t groups = 0;
        std::vector<std::int64_t> repeated;
        TL_CHECK_STATUS(forEachRun(rows, [&](std::size_t begin, std::size_t end) -> Status {
            ++groups;
            for (std::size_t i = begin + (first ? 1 : 0); i < end - (first ? 0 : 1); ++i)
                repeated.push_back(rows[i].id);
            return {};
        }));
        std::sort(repeated.begin(), repeated.end());
        for (const std::int64_t id : repeated)
            TL_CHECK_STATUS(plan.drop(Tab::Event, id, "duplicate"));
        plan.numbers()["events"] = rows.size();
        plan.numbers()["groups_of_duplicates"] = groups;
        return {};
    }

private:
    DuplicateEventsConfig m_config;
};

TAILLIGHT_REGISTER(CleanKind, DuplicateEvents, DuplicateEventsConfig, "duplicate_events",
                   TL_NOOP("Strategy", "Exact duplicates"),
                   TL_NOOP("Strategy", "Events that are alike in everything: item, user, kind, time, quantity, price, "
                                       "order and all other columns."),
                   "");

} // namespace
} // namespace core::store::clean
