// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/events/chunk.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace core::store::events {

/// The events of one block, unpacked, while they are made or changed. A column that was never set is NULL throughout.
class BlockData {
public:
    /// Slots 0 … slots() − 1 may hold something.
    std::size_t slots() const { return m_slots; }
    /// Bytes of all texts that were ever set.
    std::size_t textBytes() const { return m_texts.size(); }

    void setInteger(std::size_t column, std::size_t slot, std::int64_t value) {
        at(m_columns[column].integers, slot, kNullInteger) = value;
    }
    void setReal(std::size_t column, std::size_t slot, double value) {
        at(m_columns[column].reals, slot, kNullReal) = value;
    }
    /// The text is copied.
    void setText(std::size_t column, std::size_t slot, std::string_view text);
    void setNull(std::size_t column, std::size_t slot);

    std::int64_t integer(std::size_t column, std::size_t slot) const {
        const auto& values = m_columns[column].integers;
        return slot < values.size() ? values[slot] : kNullInteger;
    }
    bool isNull(std::size_t column, std::size_t slot) const;
    /// The slot holds an event.
    bool alive(std::size_t slot) const { return integer(Kind, slot) != kNullInteger; }

    /// Takes a column over from its chunk.
    void unpack(std::size_t column, const ChunkView& chunk);
    /// Empty: every value is NULL.
    Bytes pack(std::size_t column) const;
    /// Forgets everything, but for the memory.
    void clear();

private:
    /// In m_texts; a length of kNoText is NULL.
    struct TextPlace {
        std::uint64_t offset = 0;
        std::uint64_t length = kNoText;
    };
    static constexpr std::uint64_t kNoText = ~std::uint64_t{0};
    struct Values {
        std::vector<std::int64_t> integers;
        std::vector<double> reals;
        std::vector<TextPlace> texts;
    };

    /// A column that has a value has places for all slots: appending to it checks nothing.
    template <class T> T& at(std::vector<T>& values, std::size_t slot, T null) {
        if (slot >= m_slots)
            m_slots = slot + 1;
        if (values.empty())
            values.assign(kBlockRows, null);
        return values[slot];
    }

    std::array<Values, ColumnCount> m_columns;
    std::string m_texts;
    std::size_t m_slots = 0;
};

} // namespace core::store::events
