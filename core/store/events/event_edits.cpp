// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/events/event_edits.h"

#include <algorithm>

namespace core::store::events {

Result<EventEdits::Open*> EventEdits::open(std::int64_t block) {
    auto found = m_open.find(block);
    if (found == m_open.end()) {
        if (m_open.size() >= kMostOpen) {
            const auto oldest = std::min_element(m_open.begin(), m_open.end(), [](const auto& a, const auto& b) {
                return a.second->used < b.second->used;
            });
            TL_CHECK_STATUS(flush(oldest->first));
            m_open.erase(oldest);
        }
        auto opened = std::make_unique<Open>();
        TL_CHECK_STATUS(m_chunks.load(block, opened->data));
        found = m_open.emplace(block, std::move(opened)).first;
    }
    found->second->used = ++m_clock;
    return found->second.get();
}

Result<const BlockData*> EventEdits::block(std::int64_t block) {
    TL_TRY(Open* const opened, open(block));
    return &opened->data;
}

Result<BlockData*> EventEdits::change(std::int64_t block, ChunkStore::Columns columns) {
    TL_TRY(Open* const opened, open(block));
    opened->dirty |= columns;
    m_changed[block] = ++m_changes;
    return &opened->data;
}

Result<std::int64_t> EventEdits::nextId() {
    TL_TRY(std::int64_t last, m_chunks.lastBlock());
    if (!m_open.empty()) // which may not be stored yet
        last = std::max(last, m_open.rbegin()->first);
    for (; last >= 0; --last) {
        TL_TRY(const BlockData* const data, block(last));
        for (std::size_t slot = data->slots(); slot-- > 0;)
            if (data->alive(slot))
                return firstIdOf(last) + static_cast<std::int64_t>(slot) + 1;
    }
    return std::int64_t{1};
}

Status EventEdits::flush() {
    for (const auto& [block, opened] : m_open)
        TL_CHECK_STATUS(flush(block));
    m_open.clear();
    return {};
}

Status EventEdits::flush(std::int64_t block) {
    const auto found = m_open.find(block);
    if (found == m_open.end() || found->second->dirty.none())
        return {};
    TL_CHECK_STATUS(m_chunks.store(block, found->second->data, found->second->dirty));
    found->second->dirty.reset();
    return {};
}

void EventEdits::discard() {
    m_open.clear();
    m_changed.clear();
    ++m_changes;
}

std::uint64_t EventEdits::lastChange(std::int64_t block) const {
    const auto found = m_changed.find(block);
    return found == m_changed.end() ? 0 : found->second;
}

} // namespace core::store::events
