// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/event_block.h"

namespace core::store::importing {
namespace {

constexpr std::size_t kAhead = 16; ///< rows between asking for memory and using it

} // namespace

void EventBlock::findIds(KeyPlace EventRow::*key, KeyDictionary& keys, std::int64_t EventIds::*id) {
    // Three looks at each row, some rows apart: at its slot, at the key that the slot points to, at their texts.
    for (std::size_t i = 0; i < used + 2 * kAhead; ++i) {
        if (i < used)
            keys.prefetchSlot((rows[i].*key).hash);
        if (i >= kAhead && i - kAhead < used)
            keys.prefetchKey((rows[i - kAhead].*key).hash);
        if (i < 2 * kAhead)
            continue;
        const KeyPlace& place = rows[i - 2 * kAhead].*key;
        ids[i - 2 * kAhead].*id = place.text.length == 0 ? 0 : keys.add(text(place.text), place.hash).id;
    }
}

} // namespace core::store::importing
