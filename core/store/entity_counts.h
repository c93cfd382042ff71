// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/store/support_counts.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace core::store {

/// What an event counts for.
struct CountedEvent {
    std::int64_t item = 0, user = 0, query = 0; ///< 0 = none
    int kind = 0;
    bool cancelled = false, hasQuantity = false, hasPrice = false;
    double quantity = 0, price = 0;
};

/// Events per item, user and query and kind, while they are read: 32 bytes for each that occurs, one place in memory to
/// touch for each event. Events must be added in the order of their ids: sums of real numbers are then to the last bit
/// those of a plain `sum()` over the table. One thread at a time, but that two may add at
/// once where the events of one have no item and those of the other an item only.
class EntityCounts {
public:
    void add(const CountedEvent& event);
    void add(std::span<const CountedEvent> events);

    /// Continues from the stored counts.
    Status load(Database& database, JobContext& job);
    /// Stores what add() changed.
    Status store(Database& database, JobContext& job) const;
    CountTotals totals() const;

private:
    friend class CountFeed;
    static constexpr std::uint32_t kTouched = 1U << 31U; ///< changed since load()
    struct Count {
        std::uint32_t events = 0;
        std::uint32_t cancelled = 0; ///< and kTouched
        std::uint32_t withQuantity = 0, withPrice = 0;
        double quantity = 0, revenue = 0;
    };
    static constexpr std::size_t kPage = 4096;
    using Page = std::array<Count, kPage>;
    using Pages = std::vector<std::unique_ptr<Page>>; ///< by id; null = nothing counted there

    Count& at(int entity, int kind, std::int64_t id);
    /// Counts the events for one entity.
    void count(int entity, std::span<const CountedEvent> events, std::int64_t CountedEvent::*id);
    static void addTo(Count& to, const CountedEvent& event);

    std::array<std::array<Pages, kCountedKinds>, kCountedEntities> m_pages;
    bool m_loaded = false;
};

} // namespace core::store
