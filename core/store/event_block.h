// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/import_parts.h"
#include "core/store/key_dictionary.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::store::importing {

/// A text in EventBlock::texts; of length 0 = none.
struct TextPlace {
    std::uint32_t offset = 0, length = 0;
};

/// A key and hashOf() it.
struct KeyPlace {
    TextPlace text;
    std::uint64_t hash = 0;
};

/// The ids of a row's keys; 0 = it has none.
struct EventIds {
    std::int64_t item = 0, user = 0, query = 0;
};

/// One row of a log, read and typed, on its way to become an event.
struct EventRow {
    KeyPlace item, user, query;
    std::int64_t record = 0; ///< its number in the file, counted from 1
    std::int64_t time = 0, position = 0;
    double quantity = 0, price = 0;
    TextPlace title, label, order, session, extra;
    int kind = 0;
    bool hasTime = false, hasPosition = false, hasQuantity = false, hasPrice = false, cancelled = false;
};

/// Some hundred rows on their way from the reading thread to the writing one.
struct EventBlock {
    static constexpr std::size_t kRows = 1024;
    static constexpr std::size_t kTexts = std::size_t{4} << 20;
    static constexpr std::int64_t kRecords = 8192;

    struct Rejected {
        std::int64_t line = 0;
        std::string raw;
        Refusal refusal;
    };

    std::vector<EventRow> rows; ///< of them the first `used`
    std::vector<EventIds> ids;  ///< of the same rows
    std::size_t used = 0;
    std::string texts;
    std::vector<Rejected> rejected;
    std::int64_t read = 0, duplicates = 0, ignoredKinds = 0;
    std::int64_t consumed = 0; ///< bytes of the file, so far

    EventBlock() : rows(kRows), ids(kRows) {}
    bool full() const { return used == kRows || rejected.size() == kRows || read >= kRecords || texts.size() > kTexts; }
    void clear() {
        used = 0;
        texts.clear();
        rejected.clear();
        read = duplicates = ignoredKinds = 0;
    }
    TextPlace keep(std::string_view text) {
        if (text.empty())
            return {};
        const TextPlace place{static_cast<std::uint32_t>(texts.size()), static_cast<std::uint32_t>(text.size())};
        texts += text;
        return place;
    }
    std::string_view text(TextPlace place) const { return {texts.data() + place.offset, place.length}; }
    /// Looks a key of all rows up: a block at a time, so that look-ups in a table larger than the processor's caches
    /// wait for memory together.
    void findIds(KeyPlace EventRow::*key, KeyDictionary& keys, std::int64_t EventIds::*id);
};

} // namespace core::store::importing
