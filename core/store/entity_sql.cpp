// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/entity_sql.h"

#include "core/data/fields.h"

namespace core::store {
namespace {

using data::EventKind;

constexpr EventKind kKinds[] = {EventKind::Impression, EventKind::Click,  EventKind::Cart,
                                EventKind::Purchase,   EventKind::Search, EventKind::Review};

bool ofItems(const std::string& entity) {
    return !itemColumn(entity).empty();
}

/// An event's amount over `event e`, and which events have one.
struct Amount {
    std::string value, condition;
    bool rounded = false; ///< a sum of real numbers
    /// Counts are read from the indexes alone. For sums, walking an index would fetch a million rows in random order:
    /// one scan of the table and a sort are many times faster.
    const char* events() const { return rounded ? "event e NOT INDEXED" : "event e"; }
};

// A purchase without a quantity is one piece. A cancellation takes away, also where the log gives its quantity as
// positive.
constexpr const char* kNetQuantity =
    "(CASE WHEN e.cancelled THEN -abs(coalesce(e.quantity, 1.0)) ELSE coalesce(e.quantity, 1.0) END)";

std::optional<Amount> amountOf(const std::string& measure) {
    const std::string purchase = "e.kind = " + std::to_string(static_cast<int>(EventKind::Purchase));
    if (measure == "events")
        return Amount{"count(*)", "1", false};
    if (measure == "quantity")
        return Amount{std::string("sum") + kNetQuantity, purchase, true};
    if (measure == "revenue")
        return Amount{std::string("sum(") + kNetQuantity + " * e.price)", purchase + " AND e.price IS NOT NULL", true};
    for (const EventKind kind : kKinds)
        if (measure == data::eventKindName(kind))
            return Amount{"count(*)", "e.kind = " + std::to_string(static_cast<int>(kind)) + " AND e.cancelled = 0",
                          false};
    return {};
}

/// A support is a whole number and never negative; real sums are rounded once, at the end.
std::string support(const std::string& sum, bool rounded) {
    if (!rounded)
        return "coalesce(" + sum + ", 0)";
    return "CAST(round(max(coalesce(" + sum + ", 0.0), 0.0)) AS INTEGER)";
}

constexpr const char* kOrder = " ORDER BY 2 DESC, 1";

/// Items of a catalogue count even where no event names them: they are the cold end of the tail.
constexpr const char* kCounted = " WHERE (s.n IS NOT NULL OR i.source_id IS NOT NULL)";

std::string eventSql(const std::string& entity, const Amount& amount) {
    if (entity == "user" || entity == "query") {
        const std::string id = "e." + entity + "_id";
        const std::string name = entity == "user" ? "t.key" : "t.text";
        return "SELECT " + name + ", " + support("s.n", amount.rounded) + " FROM (SELECT " + id + " AS entity, " +
               amount.value + " AS n FROM " + amount.events() + " WHERE " + amount.condition + " AND " + id +
               " IS NOT NULL GROUP BY " + id + ") s JOIN " + entity + " t ON t.id = s.entity" + kOrder;
    }
    // Events are summed per item first: then only as many items as there are must be looked up, not as many as events.
    const std::string from = " FROM item i LEFT JOIN (SELECT e.item_id AS entity, " + amount.value + " AS n FROM " +
                             amount.events() + " WHERE " + amount.condition +
                             " GROUP BY e.item_id) s ON s.entity = i.id" + kCounted;
    if (entity == "item")
        return "SELECT i.key, " + support("s.n", amount.rounded) + ", i.title" + from + kOrder;
    return "SELECT " + itemColumn(entity) + ", " + support("sum(s.n)", amount.rounded) + from + " AND " +
           itemColumn(entity) + " IS NOT NULL GROUP BY 1" + kOrder;
}

} // namespace

std::string itemColumn(const std::string& entity) {
    if (entity == "item")
        return "i.key";
    if (entity == "category")
        return "i.category";
    if (entity == "brand")
        return "i.brand";
    if (entity == "label")
        return "coalesce(i.label, i.category)";
    return {};
}

std::string eventCondition(const std::string& entity) {
    return ofItems(entity) ? "1" : "e." + entity + "_id IS NOT NULL";
}

std::optional<std::string> supportSql(const std::string& entity, const std::string& measure) {
    const bool grouped = ofItems(entity) && entity != "item";
    const std::string column = itemColumn(entity);
    if (measure == "items" && grouped)
        return "SELECT " + column + ", count(*) FROM item i WHERE i.source_id IS NOT NULL AND " + column +
               " IS NOT NULL GROUP BY 1" + kOrder;
    if (measure == "training" && grouped)
        return "SELECT " + column +
               ", sum(r.part = 0) FROM split_row r JOIN item i ON i.id = r.item_id WHERE r.split_id = " + "?1 AND " +
               column + " IS NOT NULL GROUP BY 1" + kOrder;
    if (const auto amount = amountOf(measure))
        return eventSql(entity, *amount);
    return {};
}

std::string measureNames(const std::string& entity) {
    const bool grouped = ofItems(entity) && entity != "item";
    std::string names = grouped ? "items, events" : "events";
    for (const EventKind kind : kKinds)
        names += ", " + std::string(data::eventKindName(kind));
    return names + ", quantity, revenue" + (grouped ? ", training" : "");
}

} // namespace core::store
