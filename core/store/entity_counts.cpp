// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/entity_counts.h"

#include "core/store/database.h"
#include "core/store/row_feed.h"

#include <cmath>

namespace core::store {

/// The counts in the order of the table's key.
class CountFeed final : public RowFeed {
public:
    explicit CountFeed(const EntityCounts& counts) : m_counts(counts) {}

    bool next() override {
        for (++m_id;; ++m_id) {
            if (m_page >= pages().size()) {
                if (!nextPages())
                    return false;
                continue;
            }
            if (m_id >= EntityCounts::kPage || !pages()[m_page]) {
                ++m_page;
                m_id = static_cast<std::size_t>(-1);
                continue;
            }
            m_current = &(*pages()[m_page])[m_id];
            if ((m_current->cancelled & EntityCounts::kTouched) != 0)
                return true;
        }
    }

    void value(int column, FeedValue out) const override {
        switch (column) {
        case 0:
            return out.set(static_cast<std::int64_t>(m_entity));
        case 1:
            return out.set(static_cast<std::int64_t>(m_page * EntityCounts::kPage + m_id));
        case 2:
            return out.set(static_cast<std::int64_t>(m_kind));
        case 3:
            return out.set(std::int64_t{m_current->events});
        case 4:
            return out.set(std::int64_t{m_current->cancelled & ~EntityCounts::kTouched});
        case 5:
            return out.set(m_current->quantity);
        case 6:
            return out.set(m_current->revenue);
        case 7:
            return out.set(std::int64_t{m_current->withQuantity});
        default:
            return out.set(std::int64_t{m_current->withPrice});
        }
    }

private:
    const EntityCounts::Pages& pages() const { return m_counts.m_pages[m_entity][m_kind]; }
    bool nextPages() {
        m_page = 0;
        m_id = static_cast<std::size_t>(-1);
        if (++m_kind < kCountedKinds)
            return true;
        m_kind = 0;
        return ++m_entity < kCountedEntities;
    }

    const EntityCounts& m_counts;
    std::size_t m_entity = 1, m_kind = 0, m_page = 0, m_id = static_cast<std::size_t>(-1);
    const EntityCounts::Count* m_current = nullptr;
};

EntityCounts::Count& EntityCounts::at(int entity, int kind, std::int64_t id) {
    Pages& pages = m_pages[static_cast<std::size_t>(entity)][static_cast<std::size_t>(kind)];
    const auto place = static_cast<std::size_t>(id);
    if (place / kPage >= pages.size())
        pages.resize(place / kPage + 1);
    auto& page = pages[place / kPage];
    if (!page)
        page = std::make_unique<Page>();
    return (*page)[place % kPage];
}

inline void EntityCounts::addTo(Count& to, const CountedEvent& event) {
    // A purchase without a quantity is one piece; a cancellation takes away, whatever the sign of its quantity.
    const double pieces = event.hasQuantity ? event.quantity : 1.0;
    const double net = event.cancelled ? -std::fabs(pieces) : pieces;
    ++to.events;
    to.cancelled = (to.cancelled | kTouched) + (event.cancelled ? 1U : 0U);
    to.quantity += net;
    to.withQuantity += event.hasQuantity ? 1U : 0U;
    if (event.hasPrice) {
        ++to.withPrice;
        to.revenue += net * event.price;
    }
}

void EntityCounts::count(int entity, std::span<const CountedEvent> events, std::int64_t CountedEvent::*id) {
    constexpr std::size_t kAhead = 16; // rows between asking for memory and using it
    std::array<Count*, kAhead> ahead{};
    for (std::size_t i = 0; i < events.size() + kAhead; ++i) {
        Count*& place = ahead[i % kAhead];
        if (i >= kAhead && place != nullptr)
            addTo(*place, events[i - kAhead]);
        if (i >= events.size())
            continue;
        place = events[i].*id == 0 ? nullptr : &at(entity, events[i].kind, events[i].*id);
        if (place != nullptr)
            __builtin_prefetch(place, 1);
    }
}

void EntityCounts::add(std::span<const CountedEvent> events) {
    count(1, events, &CountedEvent::item);
    count(2, events, &CountedEvent::user);
    count(3, events, &CountedEvent::query);
}

void EntityCounts::add(const CountedEvent& event) {
    add(std::span(&event, 1));
}

Status EntityCounts::load(Database& database, JobContext& job) {
    m_loaded = true;
    TL_TRY(Statement rows, database.prepare("SELECT entity, kind, id, events, cancelled, quantity, revenue, "
                                            "with_quantity, with_price FROM support_count"));
    for (std::int64_t n = 0;; ++n) {
        TL_TRY(const bool row, rows.step());
        if (!row)
            return {};
        if (n % 4096 == 0)
            TL_CHECK_STATUS(job.check());
        const std::int64_t entity = rows.integer(0), kind = rows.integer(1), id = rows.integer(2);
        if (entity < 1 || entity >= static_cast<std::int64_t>(kCountedEntities) || kind < 0 ||
            kind >= static_cast<std::int64_t>(kCountedKinds) || id < 0)
            return Error(ErrorCode::ProjectDamaged, "support_count holds a row of an unknown kind")
                .inFile(database.path());
        Count& count = at(static_cast<int>(entity), static_cast<int>(kind), id);
        count.events = static_cast<std::uint32_t>(rows.integer(3));
        count.cancelled = static_cast<std::uint32_t>(rows.integer(4)) & ~kTouched;
        count.quantity = rows.real(5);
        count.revenue = rows.real(6);
        count.withQuantity = static_cast<std::uint32_t>(rows.integer(7));
        count.withPrice = static_cast<std::uint32_t>(rows.integer(8));
    }
}

Status EntityCounts::store(Database& database, JobContext& job) const {
    TL_CHECK_STATUS(job.check());
    CountFeed feed(*this);
    FeedTable table(database, "tl_counts", 9, feed);
    TL_CHECK_STATUS(table.attach());
    return database.execute(std::string(m_loaded ? "INSERT OR REPLACE" : "INSERT") +
                            " INTO support_count(entity, id, kind, events, cancelled, quantity, revenue, "
                            "with_quantity, with_price) SELECT * FROM tl_counts");
}

CountTotals EntityCounts::totals() const {
    CountTotals totals{};
    for (std::size_t entity = 1; entity < kCountedEntities; ++entity)
        for (std::size_t kind = 0; kind < kCountedKinds; ++kind)
            for (const auto& page : m_pages[entity][kind]) {
                if (!page)
                    continue;
                KindTotals& sum = totals[entity][kind];
                for (const Count& count : *page) {
                    sum.events += count.events;
                    sum.cancelled += count.cancelled & ~kTouched;
                    sum.withQuantity += count.withQuantity;
                    sum.withPrice += count.withPrice;
                }
            }
    return totals;
}

} // namespace core::store
