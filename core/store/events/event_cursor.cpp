// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/events/event_cursor.h"

#include <algorithm>

namespace core::store::events {

void EventCursor::forget() {
    for (Held& held : m_held)
        held.block = -1;
}

Status EventCursor::forgetIfChanged() {
    const EventEdits& edits = m_table.edits;
    if (edits.changes() == m_changes)
        return {};
    if (m_block >= 0 && edits.lastChange(m_block) > m_changes) {
        TL_CHECK_STATUS(m_table.edits.flush(m_block));
        forget();
    }
    m_changes = edits.changes();
    return {};
}

Result<const ChunkView*> EventCursor::fetch(std::size_t number) {
    TL_CHECK_STATUS(forgetIfChanged());
    Held& held = m_held[number];
    if (held.block != m_block) {
        held.block = -1;
        TL_CHECK_STATUS(m_table.chunks.read(number, m_block, held.chunk));
        held.block = m_block;
    }
    return &held.chunk;
}

Status EventCursor::start(EventRange range) {
    TL_CHECK_STATUS(m_table.edits.flush());
    // A join asks for one id after the other: what is held of their block is still true, if nobody changed events.
    if (m_table.edits.changes() != m_changes)
        forget();
    m_changes = m_table.edits.changes();
    m_range = std::move(range);
    m_range.first = std::max<std::int64_t>(m_range.first, 0);
    m_range.last = std::min(m_range.last, kLargestId);
    m_end = m_range.first > m_range.last;
    if (m_end)
        return {};
    const std::int64_t from = blockOf(m_range.descending ? m_range.last : m_range.first);
    if (m_range.first != m_range.last || m_held[Kind].block != from)
        return enterBlock(from);
    m_block = from;
    TL_CHECK_STATUS(prepare(slotOf(m_range.first)));
    m_end = !scan();
    return {};
}

Status EventCursor::enterBlock(std::int64_t from) {
    for (;;) {
        const std::int64_t first = m_range.descending ? blockOf(m_range.first) : from;
        const std::int64_t last = m_range.descending ? from : blockOf(m_range.last);
        if (first > last)
            break;
        Held& kinds = m_held[Kind];
        kinds.block = -1;
        TL_TRY(const auto found, m_table.chunks.nextBlock(first, last, m_range.descending, kinds.chunk));
        if (!found)
            break;
        m_block = *found;
        kinds.block = *found;
        const std::int64_t edge = m_range.descending ? m_range.last : m_range.first;
        const std::size_t end = m_range.descending ? kBlockRows - 1 : 0;
        TL_CHECK_STATUS(prepare(m_block == blockOf(edge) ? slotOf(edge) : end));
        if (scan())
            return {};
        from = m_block + (m_range.descending ? -1 : 1);
    }
    m_end = true;
    return {};
}

Status EventCursor::prepare(std::size_t slot) {
    m_slot = slot;
    TL_TRY(const ChunkView* const kinds, column(Kind));
    if (m_range.descending) {
        m_slot = std::min(m_slot, std::max<std::size_t>(kinds->slots(), 1) - 1);
        m_stop = m_block == blockOf(m_range.first) ? slotOf(m_range.first) : 0;
    } else {
        m_stop = std::min(kinds->slots(), m_block == blockOf(m_range.last) ? slotOf(m_range.last) + 1 : kBlockRows);
    }
    m_none = false;
    m_filters.clear();
    for (const Wanted& wanted : m_range.wanted) {
        TL_TRY(const ChunkView* const values, column(wanted.column));
        m_filters.push_back(values);
        m_none = m_none || (wanted.values.empty() && !values->mayHold(wanted.only));
    }
    return {};
}

bool EventCursor::accepted(std::size_t slot) const {
    if (m_held[Kind].chunk.isNull(slot))
        return false;
    for (std::size_t i = 0; i < m_filters.size(); ++i) {
        const std::int64_t value = m_filters[i]->integer(slot);
        if (value == kNullInteger || !m_range.wanted[i].accepts(value))
            return false;
    }
    return true;
}

bool EventCursor::scan() {
    if (m_none)
        return false;
    if (m_range.descending) {
        for (std::size_t slot = m_slot + 1; slot-- > m_stop;)
            if (accepted(slot)) {
                m_slot = slot;
                return true;
            }
        return false;
    }
    for (; m_slot < m_stop; ++m_slot)
        if (accepted(m_slot))
            return true;
    return false;
}

Status EventCursor::next() {
    if (m_range.first == m_range.last) {
        m_end = true;
        return {};
    }
    const std::int64_t block = m_block;
    const bool more = !m_range.descending || m_slot > m_stop;
    const std::size_t slot = m_range.descending ? m_slot - 1 : m_slot + 1;
    if (more && m_table.edits.changes() == m_changes) {
        m_slot = slot;
        if (scan())
            return {};
    } else if (more) {
        TL_CHECK_STATUS(prepare(slot));
        if (scan())
            return {};
    }
    return enterBlock(block + (m_range.descending ? -1 : 1));
}

} // namespace core::store::events
