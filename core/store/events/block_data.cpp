// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/events/block_data.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace core::store::events {
void BlockData::setText(std::size_t column, std::size_t slot, std::string_view text) {
    at(m_columns[column].texts, slot, TextPlace()) = {m_texts.size(), text.size()};
    m_texts += text;
}

void BlockData::setNull(std::size_t column, std::size_t slot) {
    Values& values = m_columns[column];
    if (slot < values.integers.size())
        values.integers[slot] = kNullInteger;
    if (slot < values.reals.size())
        values.reals[slot] = kNullReal;
    if (slot < values.texts.size())
        values.texts[slot] = TextPlace();
}

bool BlockData::isNull(std::size_t column, std::size_t slot) const {
    const Values& values = m_columns[column];
    switch (kColumns[column].type) {
    case ColumnType::Integer:
        return integer(column, slot) == kNullInteger;
    case ColumnType::Real:
        return slot >= values.reals.size() || std::isnan(values.reals[slot]);
    case ColumnType::Text:
        break;
    }
    return slot >= values.texts.size() || values.texts[slot].length == kNoText;
}

void BlockData::unpack(std::size_t column, const ChunkView& chunk) {
    for (std::size_t slot = 0; slot < chunk.slots(); ++slot) {
        switch (kColumns[column].type) {
        case ColumnType::Integer:
            setInteger(column, slot, chunk.integer(slot));
            break;
        case ColumnType::Real:
            setReal(column, slot, chunk.real(slot));
            break;
        case ColumnType::Text:
            if (const std::string_view text = chunk.text(slot); text.data() != nullptr)
                setText(column, slot, text);
            break;
        }
    }
}

Bytes BlockData::pack(std::size_t column) const {
    const Values& values = m_columns[column];
    switch (kColumns[column].type) {
    case ColumnType::Integer:
        return packIntegers(std::span(values.integers).first(std::min(m_slots, values.integers.size())));
    case ColumnType::Real:
        return packReals(std::span(values.reals).first(std::min(m_slots, values.reals.size())));
    case ColumnType::Text:
        break;
    }
    std::vector<std::string_view> texts(std::min(m_slots, values.texts.size()));
    for (std::size_t slot = 0; slot < texts.size(); ++slot)
        if (values.texts[slot].length != kNoText)
            texts[slot] = {m_texts.data() + values.texts[slot].offset, values.texts[slot].length};
    return packTexts(texts);
}

void BlockData::clear() {
    for (Values& values : m_columns) {
        values.integers.clear();
        values.reals.clear();
        values.texts.clear();
    }
    m_texts.clear();
    m_slots = 0;
}

} // namespace core::store::events
