// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/key_dictionary.h"

#include <algorithm>
#include <cstring>

namespace core::store::importing {
namespace {

constexpr std::size_t kFirstSlots = 1024;

} // namespace

KeyDictionary::KeyDictionary() : m_slots(kFirstSlots), m_mask(kFirstSlots - 1) {}

std::string_view KeyDictionary::keyAt(std::uint64_t place) const {
    const char* text = textAt(place);
    std::uint32_t length = 0;
    std::memcpy(&length, text, sizeof length);
    return {text + sizeof length, length};
}

std::uint64_t KeyDictionary::store(std::string_view key) {
    const auto length = static_cast<std::uint32_t>(key.size());
    const std::uint64_t need = sizeof length + key.size();
    std::uint64_t place = m_end;
    if (m_pages.empty() || place / kChunk >= m_pages.size() || place % kChunk + need > kChunk) {
        // A key longer than a chunk gets several that lie one behind the other.
        place = m_pages.size() * kChunk;
        const std::uint64_t pages = (need + 1 + kChunk - 1) / kChunk;
        char* const text = m_chunks.emplace_back(new char[pages * kChunk]).get();
        for (std::uint64_t i = 0; i < pages; ++i)
            m_pages.push_back(text + i * kChunk);
        if (place == 0)
            ++place; // place 0 would look like an empty slot
    }
    char* const text = m_pages[place / kChunk] + place % kChunk;
    std::memcpy(text, &length, sizeof length);
    std::memcpy(text + sizeof length, key.data(), key.size());
    m_end = place + need;
    return place;
}

KeyDictionary::Slot& KeyDictionary::find(std::string_view key, std::uint64_t hash) {
    for (std::size_t i = hash & m_mask;; i = (i + 1) & m_mask) {
        Slot& slot = m_slots[i];
        if (slot.where == 0 || (tagOf(slot.where) == tagOf(hash) && keyAt(slot.where & kPlaceMask) == key))
            return slot;
    }
}

void KeyDictionary::grow() {
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    m_mask = m_slots.size() - 1;
    for (const Slot& slot : old) {
        if (slot.where == 0)
            continue;
        std::size_t i = hashOf(keyAt(slot.where & kPlaceMask)) & m_mask;
        while (m_slots[i].where != 0)
            i = (i + 1) & m_mask;
        m_slots[i] = slot;
    }
}

void KeyDictionary::know(std::string_view key, std::int64_t id) {
    const std::uint64_t hash = hashOf(key);
    Slot& slot = find(key, hash);
    slot = {tagOf(hash) | store(key), id};
    m_firstNew = std::max(m_firstNew, id + 1);
    if (++m_used * 3 > m_slots.size() * 2)
        grow();
}

KeyDictionary::Found KeyDictionary::add(std::string_view key, std::uint64_t hash) {
    Slot& slot = find(key, hash);
    if (slot.where != 0)
        return {slot.id, false};
    const std::uint64_t place = store(key);
    m_new.push_back(place);
    const std::int64_t id = lastId();
    slot = {tagOf(hash) | place, id};
    if (++m_used * 3 > m_slots.size() * 2)
        grow();
    return {id, true};
}

} // namespace core::store::importing
