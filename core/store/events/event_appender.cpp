// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/events/event_appender.h"

namespace core::store::events {
namespace {

/// SQLite takes no value of more than 1 GB, and a text of an event may have 64 MB.
constexpr std::size_t kMostText = std::size_t{32} << 20;

} // namespace

Status EventAppender::begin(std::int64_t lastId) {
    // What this transaction changed by SQL is written before, not over, what is added here: see table::savepoint().
    TL_CHECK_STATUS(m_database.execute("SAVEPOINT append; RELEASE append"));
    m_next = lastId + 1;
    m_block = blockOf(m_next);
    return slotOf(m_next) == 0 ? Status() : m_chunks.load(m_block, m_data);
}

Status EventAppender::add(const NewEvent& event) {
    if (blockOf(m_next) != m_block)
        TL_CHECK_STATUS(close());
    const std::size_t slot = slotOf(m_next);
    m_data.setInteger(Source, slot, event.source);
    m_data.setInteger(Item, slot, event.item);
    m_data.setInteger(Kind, slot, event.kind);
    m_data.setInteger(Cancelled, slot, event.cancelled ? 1 : 0);
    if (event.user != 0)
        m_data.setInteger(User, slot, event.user);
    if (event.query != 0)
        m_data.setInteger(Query, slot, event.query);
    if (event.time != kNullInteger)
        m_data.setInteger(Time, slot, event.time);
    if (event.position != kNullInteger)
        m_data.setInteger(Position, slot, event.position);
    if (!std::isnan(event.quantity))
        m_data.setReal(Quantity, slot, event.quantity);
    if (!std::isnan(event.price))
        m_data.setReal(Price, slot, event.price);
    if (!event.label.empty())
        m_data.setText(Label, slot, event.label);
    if (!event.order.empty())
        m_data.setText(Order, slot, event.order);
    if (!event.session.empty())
        m_data.setText(Session, slot, event.session);
    if (!event.extra.empty())
        m_data.setText(Extra, slot, event.extra);
    ++m_next;
    if (m_data.textBytes() > kMostText)
        m_next = firstIdOf(m_block + 1);
    return {};
}

Status EventAppender::close() {
    ChunkStore::Columns all;
    all.set();
    TL_CHECK_STATUS(m_chunks.store(m_block, m_data, all));
    m_data.clear();
    m_block = blockOf(m_next);
    return {};
}

Status EventAppender::finish() {
    return m_data.slots() > 0 ? close() : Status();
}

} // namespace core::store::events
