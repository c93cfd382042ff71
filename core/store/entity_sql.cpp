// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/entity_sql.h"

#include "core/data/fields.h"

namespace core::store {
namespace {

using data::EventKind;

constexpr EventKind kKinds[] = {EventKind::Impression, EventKind::Click,  EventKind::Cart,
                                EventKind::Purchase,   EventKind::Search, EventKind::Review};

/// A value of a JSON object as text. A path cannot say every name: those with a quotation mark or a backslash are
/// looked for.
std::string jsonCell(const std::string& object, const std::string& name) {
    std::string quoted;
    for (const char c : name)
        quoted += c == '\'' ? std::string("''") : std::string(1, c);
    if (name.find_first_of("\"\\") == std::string::npos)
        return "CAST(json_extract(" + object + ", '$.\"" + quoted + "\"') AS TEXT)";
    return "(SELECT CAST(j.value AS TEXT) FROM json_each(" + object + ") j WHERE j.key = '" + quoted + "')";
}

bool ofItems(const std::string& entity) {
    return !itemColumn(entity).empty();
}

/// What is summed over the rows `e` of one entity.
struct Amount {
    std::string value, condition;
    bool rounded = false; ///< a sum of real numbers
    std::string rows;     ///< where `e` comes from
    std::string id;       ///< the entity's id in it
};

// A purchase without a quantity is one piece. A cancellation takes away, also where the log gives its quantity as
// positive.
constexpr const char* kNetQuantity =
    "(CASE WHEN e.cancelled THEN -abs(coalesce(e.quantity, 1.0)) ELSE coalesce(e.quantity, 1.0) END)";

std::string kindIs(EventKind kind) {
    return "e.kind = " + std::to_string(static_cast<int>(kind));
}

std::optional<EventKind> kindNamed(const std::string& measure) {
    for (const EventKind kind : kKinds)
        if (measure == data::eventKindName(kind))
            return kind;
    return {};
}

std::optional<Amount> countedAmount(const std::string& entity, const std::string& measure) {
    const std::string column = eventColumn(entity);
    const std::string id = !column.empty() ? column : "e." + (ofItems(entity) ? "item" : entity) + "_id";
    const std::string purchase = kindIs(EventKind::Purchase);
    if (measure == "events")
        return Amount{"count(*)", "1", false, "event e", id};
    if (measure == "reviews" && column.empty() && entity != "query")
        return Amount{"count(*)", "1", false, "review e", id};
    if (measure == "quantity")
        return Amount{std::string("sum") + kNetQuantity, purchase, true, "event e", id};
    if (measure == "revenue")
        return Amount{std::string("sum(") + kNetQuantity + " * e.price)", purchase + " AND e.price IS NOT NULL", true,
                      "event e", id};
    if (const auto kind = kindNamed(measure))
        return Amount{"count(*)", kindIs(*kind) + " AND e.cancelled = 0", false, "event e", id};
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
    const std::string sums = "(SELECT " + amount.id + " AS entity, " + amount.value + " AS n FROM " + amount.rows +
                             " WHERE " + amount.condition + " AND " + amount.id + " IS NOT NULL GROUP BY " + amount.id +
                             ") s";
    if (!eventColumn(entity).empty())
        return "SELECT s.entity, " + support("s.n", amount.rounded) + " FROM " + sums + kOrder;
    if (entity == "user" || entity == "query") {
        const std::string name = entity == "user" ? "t.key" : "t.text";
        return "SELECT " + name + ", " + support("s.n", amount.rounded) + " FROM " + sums + " JOIN " + entity +
               " t ON t.id = s.entity" + kOrder;
    }
    // Events are summed per item first: then only as many items as there are must be looked up, not as many as events.
    const std::string from = " FROM item i LEFT JOIN " + sums + " ON s.entity = i.id" + kCounted;
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
    if (entity == "price_band")
        return "tl_price_band(coalesce(i.price, tl_mean_price(i.id, 1)))";
    if (entity.rfind("category:", 0) == 0)
        return "tl_path_prefix(i.category, " + entity.substr(entity.find(':') + 1) + ")";
    if (entity.rfind("attribute:", 0) == 0)
        return jsonCell("i.attributes", entity.substr(entity.find(':') + 1));
    return {};
}

std::string eventColumn(const std::string& entity) {
    if (entity.rfind("event:", 0) != 0)
        return {};
    const std::string name = entity.substr(entity.find(':') + 1);
    for (const char* column : {"session", "order_key", "label"})
        if (name == column)
            return "e." + name;
    return jsonCell("e.extra", name);
}

std::string eventCondition(const std::string& entity) {
    if (const std::string column = eventColumn(entity); !column.empty())
        return column + " IS NOT NULL";
    return ofItems(entity) ? "1" : "e." + entity + "_id IS NOT NULL";
}

int countedEntity(const std::string& entity) {
    return entity == "user" ? 2 : entity == "query" ? 3 : 1;
}

std::optional<StoredSum> storedSum(const std::string& entity, const std::string& measure) {
    if (!eventColumn(entity).empty())
        return {};
    const auto sum = [&entity](const std::string& value, const std::string& condition, bool rounded) {
        return StoredSum{"SELECT e.id, " + value + " FROM support_count e WHERE e.entity = " +
                             std::to_string(countedEntity(entity)) + condition,
                         rounded};
    };
    const std::string purchase = " AND " + kindIs(EventKind::Purchase);
    if (measure == "events")
        return sum("e.events", "", false);
    if (measure == "quantity")
        return sum("e.quantity", purchase, true);
    if (measure == "revenue")
        return sum("e.revenue", purchase + " AND e.with_price > 0", true);
    if (const auto kind = kindNamed(measure))
        return sum("e.events - e.cancelled", " AND " + kindIs(*kind) + " AND e.events > e.cancelled", false);
    return {};
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
    if (const auto amount = countedAmount(entity, measure))
        return eventSql(entity, *amount);
    return {};
}

std::string measureNames(const std::string& entity) {
    const bool grouped = ofItems(entity) && entity != "item";
    std::string names = grouped ? "items, events" : "events";
    for (const EventKind kind : kKinds)
        names += ", " + std::string(data::eventKindName(kind));
    return names + ", quantity, revenue" + (entity == "query" || !eventColumn(entity).empty() ? "" : ", reviews") +
           (grouped ? ", training" : "");
}

} // namespace core::store
