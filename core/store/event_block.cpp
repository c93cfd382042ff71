// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/event_block.h"

#include <array>

namespace core::store::importing {
namespace {

enum Column {
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
constexpr std::array kColumnNames{"item_id", "user_id",  "query_id",  "kind",      "time",    "quantity", "price",
                                  "label",   "position", "order_key", "cancelled", "session", "extra"};

std::string insertSql(std::int64_t source, const EventInsert::Columns& columns) {
    const std::array<bool, ColumnCount> present{
        true,          columns.user,  columns.query,    columns.kind,  columns.time,      columns.quantity,
        columns.price, columns.label, columns.position, columns.order, columns.cancelled, columns.session,
        columns.extra};
    std::string names = "source_id";
    std::string values = std::to_string(source);
    for (std::size_t i = 0; i < present.size(); ++i) {
        if (!present[i])
            continue;
        names += std::string(", ") + kColumnNames[i];
        values += ", c" + std::to_string(i);
    }
    if (!columns.kind) {
        names += ", kind";
        values += ", " + std::to_string(columns.onlyKind);
    }
    return "INSERT INTO event(" + names + ") SELECT " + values + " FROM tl_events";
}

} // namespace

void EventBlock::clear() {
    used = 0;
    texts.clear();
    rejected.clear();
    read = duplicates = ignoredKinds = 0;
}

TextPlace EventBlock::keep(std::string_view text) {
    const TextPlace place{static_cast<std::uint32_t>(texts.size()), static_cast<std::uint32_t>(text.size())};
    texts += text;
    return place;
}

EventInsert::EventInsert(Database& database, std::int64_t source, const Columns& columns)
    : m_database(database), m_sql(insertSql(source, columns)), m_table(database, "tl_events", ColumnCount, *this) {}

Status EventInsert::prepare() {
    TL_CHECK_STATUS(m_table.attach());
    TL_TRY(m_insert, m_database.prepare(m_sql));
    return {};
}

Status EventInsert::insert(const EventBlock& block) {
    if (block.used == 0)
        return {};
    m_block = &block;
    m_row = static_cast<std::size_t>(-1);
    Status status = m_insert->run();
    m_block = nullptr;
    return status;
}

void EventInsert::value(int column, FeedValue out) const {
    const EventRow& row = m_block->rows[m_row];
    const auto id = [&out](std::int64_t value) {
        if (value != 0)
            out.set(value);
    };
    const auto text = [&](TextPlace place) {
        if (place.length != 0)
            out.set(m_block->text(place));
    };
    switch (static_cast<Column>(column)) {
    case Item:
        return out.set(row.item);
    case User:
        return id(row.user);
    case Query:
        return id(row.query);
    case Kind:
        return out.set(static_cast<std::int64_t>(row.kind));
    case Time:
        return row.hasTime ? out.set(row.time) : void();
    case Quantity:
        return row.hasQuantity ? out.set(row.quantity) : void();
    case Price:
        return row.hasPrice ? out.set(row.price) : void();
    case Label:
        return text(row.label);
    case Position:
        return row.hasPosition ? out.set(row.position) : void();
    case Order:
        return text(row.order);
    case Cancelled:
        return out.set(std::int64_t{row.cancelled ? 1 : 0});
    case Session:
        return text(row.session);
    case Extra:
        return text(row.extra);
    case ColumnCount:
        break;
    }
}

} // namespace core::store::importing
