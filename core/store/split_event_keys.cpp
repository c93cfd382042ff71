// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/split_event_keys.h"

#include "core/data/values.h"
#include "core/store/split_hash.h"
#include "core/store/title_key.h"

#include <algorithm>
#include <bit>

namespace core::store {
namespace {

std::uint64_t hashOrNone(std::string_view text) {
    return text.empty() ? 0 : std::max<std::uint64_t>(textHash(text), 1);
}

std::uint64_t bits(double value) {
    return std::bit_cast<std::uint64_t>(value);
}

} // namespace

Status EventKeys::load(Database& database, const std::string& group, JobContext& job) {
    TitleKey normal;
    const auto normalised = [&normal](std::string_view text) { return hashOrNone(normal(text)); };
    TL_CHECK_STATUS(m_items.load(database, "SELECT id, key FROM item", job, hashOrNone));
    TL_CHECK_STATUS(m_titles.load(database, "SELECT id, title FROM item", job, normalised));
    TL_CHECK_STATUS(m_users.load(database, "SELECT id, key FROM user", job, hashOrNone));
    TL_CHECK_STATUS(m_queries.load(database, "SELECT id, text FROM query", job, hashOrNone));
    TL_CHECK_STATUS(m_normalQueries.load(database, "SELECT id, text FROM query", job, normalised));
    const std::pair<const char*, Group> ofEvents[]{
        {"", Group::None},       {"user", Group::User}, {"session", Group::Session}, {"order", Group::Order},
        {"query", Group::Query}, {"item", Group::Item}, {"title", Group::Title}};
    for (const auto& [name, value] : ofEvents)
        if (group == name) {
            m_group = value;
            return {};
        }
    m_group = Group::OfItems;
    ItemValue value(group);
    return m_groups.load(database, "SELECT i.id, " + value.sql() + " FROM item i", job,
                         [&value](std::string_view text) { return hashOrNone(data::trim(value.read(text))); });
}

std::uint64_t EventKeys::title(const Statement& row) const {
    const std::int64_t item = row.integer(EventColumn::Item);
    const std::uint64_t title = m_titles.of(item);
    return title != 0 ? title : m_items.of(item);
}

std::uint64_t EventKeys::content(const Statement& row) const {
    std::uint64_t hash = joined(m_items.of(row.integer(EventColumn::Item)), user(row));
    hash = joined(hash, m_queries.of(row.integer(EventColumn::Query)));
    hash = joined(hash, static_cast<std::uint64_t>(row.integer(EventColumn::Kind)));
    hash = joined(hash, static_cast<std::uint64_t>(row.integer(EventColumn::Time)));
    hash = joined(hash, static_cast<std::uint64_t>(row.integer(EventColumn::Position)));
    hash = joined(hash, bits(row.real(EventColumn::Quantity)));
    hash = joined(hash, bits(row.real(EventColumn::Price)));
    for (const int column : {EventColumn::Order, EventColumn::Session, EventColumn::Label})
        hash = joined(hash, hashOrNone(row.text(column)));
    return hash;
}

std::uint64_t EventKeys::group(const Statement& row) const {
    switch (m_group) {
    case Group::None:
        return 0;
    case Group::User:
        return user(row);
    case Group::Session:
        return hashOrNone(row.text(EventColumn::Session));
    case Group::Order:
        return hashOrNone(row.text(EventColumn::Order));
    case Group::Query:
        return m_normalQueries.of(row.integer(EventColumn::Query));
    case Group::Item:
        return m_items.of(row.integer(EventColumn::Item));
    case Group::Title:
        return title(row); // an item without one is its own cluster
    case Group::OfItems:
        break;
    }
    return m_groups.of(row.integer(EventColumn::Item));
}

std::uint64_t EventKeys::duplicate(const Statement& row) const {
    std::uint64_t who = user(row);
    const std::uint64_t order = hashOrNone(row.text(EventColumn::Order));
    const std::uint64_t query = m_normalQueries.of(row.integer(EventColumn::Query));
    if (who == 0)
        who = hashOrNone(row.text(EventColumn::Session));
    if (who == 0 && order == 0 && query == 0)
        return 0;
    std::uint64_t hash = joined(title(row), who);
    hash = joined(hash, query);
    hash = joined(hash, order);
    hash = joined(hash, static_cast<std::uint64_t>(row.integer(EventColumn::Kind)));
    hash = joined(hash, static_cast<std::uint64_t>(row.integer(EventColumn::Time)));
    return std::max<std::uint64_t>(hash, 1);
}

} // namespace core::store
