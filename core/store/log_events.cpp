// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log_events.h"

#include "core/store/log_keys.h"

#include <algorithm>

namespace core::store::importing {
namespace {

// New items are inserted while the other thread reads, in small pieces, for which the blocks on their way are patience
// enough. Each piece goes through the index over the keys from end to end: once that outgrows SQLite's cache, the rest
// waits until the end, to be inserted in one order.
constexpr std::size_t kFirstPiece = 4096;
constexpr std::size_t kPiece = 16; ///< of what is there
constexpr std::size_t kMostEarly = 250'000;

} // namespace

LogEvents::LogEvents(const Context& context, LogEntities& entities, Columns columns)
    : m_context(context), m_entities(entities), m_columns(columns), m_events(context.database) {}

Status LogEvents::add(const EventBlock& block, const EventRow& row, const EventIds& ids) {
    events::NewEvent event;
    event.source = raw(m_context.summary.source);
    event.item = ids.item;
    event.user = ids.user;
    event.query = ids.query;
    event.kind = row.kind;
    event.cancelled = row.cancelled;
    if (row.hasTime)
        event.time = row.time;
    if (row.hasPosition)
        event.position = row.position;
    if (row.hasQuantity)
        event.quantity = row.quantity;
    if (row.hasPrice)
        event.price = row.price;
    event.label = block.text(row.label);
    event.order = block.text(row.order);
    event.session = block.text(row.session);
    event.extra = block.text(row.extra);
    return m_events.add(event);
}

void LogEvents::note(const EventRow& row, const EventIds& ids) {
    m_noted.cancellations += row.cancelled ? 1 : 0;
    m_noted.missingUsers += m_columns.user && ids.user == 0 ? 1 : 0;
    m_noted.zeroPrices += row.hasPrice && row.price == 0.0 ? 1 : 0;
    m_noted.negativeQuantities += row.hasQuantity && row.quantity < 0 ? 1 : 0;
    if (row.hasTime) {
        m_noted.firstTime = std::min(m_noted.firstTime.value_or(row.time), row.time);
        m_noted.lastTime = std::max(m_noted.lastTime.value_or(row.time), row.time);
    }
}

Status LogEvents::take(EventBlock& block) {
    block.findIds(&EventRow::item, m_entities.items, &EventIds::item);
    m_counted.clear();
    for (std::size_t i = 0; i < block.used; ++i) {
        const EventRow& row = block.rows[i];
        const EventIds& ids = block.ids[i];
        if (row.title.length != 0)
            m_entities.titles.note(ids.item, block.text(row.title), row.record,
                                   row.hasTime ? std::optional(row.time) : std::nullopt);
        TL_CHECK_STATUS(add(block, row, ids));
        note(row, ids);
        m_counted.push_back(
            {ids.item, 0, 0, row.kind, row.cancelled, row.hasQuantity, row.hasPrice, row.quantity, row.price});
    }
    m_entities.counts.add(m_counted);
    m_context.summary.imported += static_cast<std::int64_t>(block.used);
    return insertEarly();
}

/// While the other thread reads. Titles are known at the end only.
Status LogEvents::insertEarly() {
    const std::size_t items = m_entities.items.newKeys();
    if (m_columns.title || items > kMostEarly || items - m_inserted < std::max(kFirstPiece, m_inserted / kPiece))
        return {};
    TL_CHECK_STATUS(insertItems(m_context.database, m_entities, keyOrder(m_entities.items, m_inserted)));
    m_inserted = items;
    return {};
}

} // namespace core::store::importing
