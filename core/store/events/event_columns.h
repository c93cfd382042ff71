// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// The events of a project, column by column: blocks of kBlockRows ids, and for each block and column one chunk
/// (chunk.h), a row of the table event_column. SQL sees them as the table `event` (event_table.h).
namespace core::store::events {

enum class ColumnType { Integer, Real, Text };

struct Column {
    std::string_view name;
    ColumnType type = ColumnType::Integer;
    bool required = false; ///< NOT NULL
};

/// Columns are numbered by their place here, and the number is stored: never change the order, only add at the end.
enum ColumnNumber : std::size_t {
    Source,
    Item,
    User,
    Query,
    Kind,
    Time,
    Quantity,
    Price,
    Label,
    Position,
    Order,
    Cancelled,
    Session,
    Extra,
    ColumnCount
};
constexpr std::array<Column, ColumnCount> kColumns{{{"source_id", ColumnType::Integer, true},
                                                    {"item_id", ColumnType::Integer, true},
                                                    {"user_id"},
                                                    {"query_id"},
                                                    {"kind", ColumnType::Integer, true},
                                                    {"time"},
                                                    {"quantity", ColumnType::Real},
                                                    {"price", ColumnType::Real},
                                                    {"label", ColumnType::Text},
                                                    {"position"},
                                                    {"order_key", ColumnType::Text},
                                                    {"cancelled", ColumnType::Integer, true},
                                                    {"session", ColumnType::Text},
                                                    {"extra", ColumnType::Text}}};

/// An event with id i stands in block i / kBlockRows, slot i % kBlockRows. A slot without a kind holds no event.
constexpr int kBlockBits = 13;
constexpr std::size_t kBlockRows = std::size_t{1} << kBlockBits;
/// Ids are 0 … kLargestId.
constexpr std::int64_t kLargestId = (std::int64_t{1} << 53) - 1;

constexpr std::int64_t blockOf(std::int64_t id) {
    return id >> kBlockBits;
}
constexpr std::size_t slotOf(std::int64_t id) {
    return static_cast<std::size_t>(id) & (kBlockRows - 1);
}
constexpr std::int64_t firstIdOf(std::int64_t block) {
    return block << kBlockBits;
}

/// event_column.id: the chunks of a column lie one behind the other.
constexpr int kBlockNumberBits = 53 - kBlockBits;
constexpr std::int64_t chunkId(std::size_t column, std::int64_t block) {
    return (static_cast<std::int64_t>(column) << kBlockNumberBits) | block;
}
constexpr std::int64_t blockOfChunk(std::int64_t chunk) {
    return chunk & ((std::int64_t{1} << kBlockNumberBits) - 1);
}
constexpr std::int64_t columnOfChunk(std::int64_t chunk) {
    return chunk >> kBlockNumberBits;
}

} // namespace core::store::events
