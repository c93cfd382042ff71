// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/store/database.h"
#include "core/store/split_units_read.h"

#include <cstdint>
#include <string>

namespace core::store {

/// The columns in which events are read, whoever reads them here.
inline constexpr const char* kEventColumns = "e.id, e.cancelled, e.item_id, e.user_id, e.query_id, e.kind, e.time, "
                                             "e.order_key, e.session, e.label, e.quantity, e.price, e.position";
struct EventColumn {
    enum { Id, Cancelled, Item, User, Query, Kind, Time, Order, Session, Label, Quantity, Price, Position };
};

/// What identifies an event, as 64-bit hashes of what stands in the user's files: never of row numbers.
class EventKeys {
public:
    /// `group`: the column of the groups, or empty. Reads the keys of items, users and queries. Cancellable.
    Status load(Database& database, const std::string& group, JobContext& job);

    std::uint64_t user(const Statement& row) const { return m_users.of(row.integer(EventColumn::User)); }
    /// Of all columns of the event.
    std::uint64_t content(const Statement& row) const;
    /// Of the group's value; 0 = it has none.
    std::uint64_t group(const Statement& row) const;
    /// Two events with one such key say the same: user (or session), normalised title of the item (without a title: the
    /// item), normalised query, kind, time and order. 0 = an event that nothing tells from others (no user, session,
    /// order or query).
    std::uint64_t duplicate(const Statement& row) const;

private:
    enum class Group { None, User, Session, Order, Query, Item, Title, OfItems };
    std::uint64_t title(const Statement& row) const;

    HashById m_items, m_users, m_queries; ///< of the keys
    HashById m_titles, m_normalQueries;   ///< of the normalised texts
    HashById m_groups;                    ///< of a value of the item
    Group m_group = Group::None;
};

} // namespace core::store
