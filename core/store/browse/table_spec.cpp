// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/browse/table_spec.h"

#include "core/base/noop.h"

#include <algorithm>

namespace core::store {
namespace {

using Type = BrowseType;

const std::vector<std::string> kEventKinds{"impression", "click", "cart", "purchase", "search", "review"};
const std::vector<std::string> kParts{"train", "validation", "test"};
const std::vector<std::string> kRunStatuses{"queued", "running", "interrupted", "finished", "failed", "cancelled"};

ColumnSpec column(const char* name, const char* title, Type type, const char* sql, const char* join = "") {
    return {name, title, type, sql, join};
}
ColumnSpec searched(ColumnSpec spec) {
    spec.searched = true;
    return spec;
}
ColumnSpec hidden(ColumnSpec spec) {
    spec.shown = false;
    return spec;
}
ColumnSpec choice(const char* name, const char* title, const char* sql, std::vector<std::string> choices,
                  std::vector<std::int64_t> codes) {
    ColumnSpec spec{name, title, Type::Choice, sql};
    spec.choices = std::move(choices);
    spec.codes = std::move(codes);
    return spec;
}

TableSpec plainTable(const char* name, const char* title, const char* from, const char* key, const char* byKey,
                     const char* fromKey) {
    TableSpec spec;
    spec.table.name = name;
    spec.table.title = title;
    spec.from = from;
    spec.key = spec.keyOrder = key;
    spec.byKey = byKey;
    spec.fromKey = fromKey;
    return spec;
}

TableSpec items() {
    TableSpec spec = plainTable("items", TL_NOOP("Browse", "Items"), "item i", "i.id", "i.id = ?1", "i.id >= ?1");
    spec.entity = "item";
    spec.table.attributes = "attributes";
    spec.joins = {{"src", "source", "i.source_id"}};
    spec.columns = {searched(column("item", TL_NOOP("Browse", "Item"), Type::Text, "i.key")),
                    searched(column("title", TL_NOOP("Browse", "Title"), Type::Text, "i.title")),
                    searched(column("category", TL_NOOP("Browse", "Category"), Type::Text, "i.category")),
                    searched(column("brand", TL_NOOP("Browse", "Brand"), Type::Text, "i.brand")),
                    column("price", TL_NOOP("Browse", "Price"), Type::Number, "i.price"),
                    hidden(column("currency", TL_NOOP("Browse", "Currency"), Type::Text, "i.currency")),
                    column("label", TL_NOOP("Browse", "Label"), Type::Text, "i.label"),
                    searched(column("description", TL_NOOP("Browse", "Description"), Type::Text, "i.description")),
                    column("time", TL_NOOP("Browse", "Time"), Type::Time, "i.time"),
                    hidden(column("image", TL_NOOP("Browse", "Image"), Type::Text, "i.image")),
                    column("attributes", TL_NOOP("Browse", "Attributes"), Type::Json, "i.attributes"),
                    hidden(column("source", TL_NOOP("Browse", "Source"), Type::Text, "src.path", "src"))};
    return spec;
}

TableSpec events() {
    TableSpec spec = plainTable("events", TL_NOOP("Browse", "Events"), "event e", "e.id", "e.id = ?1", "e.id >= ?1");
    spec.table.attributes = "extra";
    spec.joins = {{"i", "item", "e.item_id"},
                  {"u", "user", "e.user_id"},
                  {"q", "query", "e.query_id"},
                  {"src", "source", "e.source_id"}};
    spec.columns = {column("time", TL_NOOP("Browse", "Time"), Type::Time, "e.time"),
                    choice("kind", TL_NOOP("Browse", "Kind"), "e.kind", kEventKinds, {1, 2, 3, 4, 5, 6}),
                    searched(column("user", TL_NOOP("Browse", "User"), Type::Text, "u.key", "u")),
                    searched(column("item", TL_NOOP("Browse", "Item"), Type::Text, "i.key", "i")),
                    searched(column("title", TL_NOOP("Browse", "Title"), Type::Text, "i.title", "i")),
                    searched(column("query", TL_NOOP("Browse", "Query"), Type::Text, "q.text", "q")),
                    column("quantity", TL_NOOP("Browse", "Quantity"), Type::Number, "e.quantity"),
                    column("price", TL_NOOP("Browse", "Price"), Type::Number, "e.price"),
                    column("label", TL_NOOP("Browse", "Label"), Type::Text, "e.label"),
                    column("session", TL_NOOP("Browse", "Session"), Type::Text, "e.session"),
                    column("order", TL_NOOP("Browse", "Order"), Type::Text, "e.order_key"),
                    column("position", TL_NOOP("Browse", "Position"), Type::Integer, "e.position"),
                    column("cancelled", TL_NOOP("Browse", "Cancelled"), Type::Boolean, "e.cancelled"),
                    hidden(column("category", TL_NOOP("Browse", "Category"), Type::Text, "i.category", "i")),
                    hidden(column("brand", TL_NOOP("Browse", "Brand"), Type::Text, "i.brand", "i")),
                    hidden(column("source", TL_NOOP("Browse", "Source"), Type::Text, "src.path", "src")),
                    column("extra", TL_NOOP("Browse", "More columns"), Type::Json, "e.extra")};
    return spec;
}

TableSpec users() {
    TableSpec spec = plainTable("users", TL_NOOP("Browse", "Users"), "user u", "u.id", "u.id = ?1", "u.id >= ?1");
    spec.entity = "user";
    spec.columns = {searched(column("user", TL_NOOP("Browse", "User"), Type::Text, "u.key"))};
    return spec;
}

TableSpec queries() {
    TableSpec spec = plainTable("queries", TL_NOOP("Browse", "Queries"), "query q", "q.id", "q.id = ?1", "q.id >= ?1");
    spec.entity = "query";
    spec.table.attributes = "attributes";
    spec.joins = {{"src", "source", "q.source_id"}};
    spec.columns = {searched(column("query", TL_NOOP("Browse", "Query"), Type::Text, "q.text")),
                    column("key", TL_NOOP("Browse", "Key"), Type::Text, "q.key"),
                    column("attributes", TL_NOOP("Browse", "Attributes"), Type::Json, "q.attributes"),
                    hidden(column("source", TL_NOOP("Browse", "Source"), Type::Text, "src.path", "src"))};
    return spec;
}

TableSpec judgements() {
    TableSpec spec =
        plainTable("judgements", TL_NOOP("Browse", "Judgements"), "judgement j", "j.id", "j.id = ?1", "j.id >= ?1");
    spec.joins = {{"q", "query", "j.query_id"}, {"i", "item", "j.item_id"}, {"src", "source", "j.source_id"}};
    spec.columns = {searched(column("query", TL_NOOP("Browse", "Query"), Type::Text, "q.text", "q")),
                    searched(column("item", TL_NOOP("Browse", "Item"), Type::Text, "i.key", "i")),
                    searched(column("title", TL_NOOP("Browse", "Title"), Type::Text, "i.title", "i")),
                    column("grade", TL_NOOP("Browse", "Grade"), Type::Number, "j.grade"),
                    column("label", TL_NOOP("Browse", "Label"), Type::Text, "j.label"),
                    hidden(column("source", TL_NOOP("Browse", "Source"), Type::Text, "src.path", "src"))};
    return spec;
}

TableSpec reviews() {
    TableSpec spec = plainTable("reviews", TL_NOOP("Browse", "Reviews"), "review v", "v.id", "v.id = ?1", "v.id >= ?1");
    spec.table.attributes = "extra";
    spec.joins = {{"i", "item", "v.item_id"}, {"u", "user", "v.user_id"}, {"src", "source", "v.source_id"}};
    spec.columns = {searched(column("item", TL_NOOP("Browse", "Item"), Type::Text, "i.key", "i")),
                    column("item_title", TL_NOOP("Browse", "Item title"), Type::Text, "i.title", "i"),
                    searched(column("user", TL_NOOP("Browse", "User"), Type::Text, "u.key", "u")),
                    column("rating", TL_NOOP("Browse", "Rating"), Type::Number, "v.rating"),
                    searched(column("title", TL_NOOP("Browse", "Title"), Type::Text, "v.title")),
                    searched(column("text", TL_NOOP("Browse", "Text"), Type::Text, "v.text")),
                    column("label", TL_NOOP("Browse", "Label"), Type::Text, "v.label"),
                    column("time", TL_NOOP("Browse", "Time"), Type::Time, "v.time"),
                    hidden(column("source", TL_NOOP("Browse", "Source"), Type::Text, "src.path", "src")),
                    column("extra", TL_NOOP("Browse", "More columns"), Type::Json, "v.extra")};
    return spec;
}

TableSpec rejects() {
    TableSpec spec =
        plainTable("rejects", TL_NOOP("Browse", "Rejected rows"), "reject r", "r.id", "r.id = ?1", "r.id >= ?1");
    spec.joins = {{"src", "source", "r.source_id"}};
    spec.columns = {column("source", TL_NOOP("Browse", "Source"), Type::Text, "src.path", "src"),
                    column("line", TL_NOOP("Browse", "Line"), Type::Integer, "r.line"),
                    column("column", TL_NOOP("Browse", "Column"), Type::Text, "r.column_name"),
                    searched(column("value", TL_NOOP("Browse", "Value"), Type::Text, "r.value")),
                    column("reason", TL_NOOP("Browse", "Reason"), Type::Text, "r.reason"),
                    searched(column("raw", TL_NOOP("Browse", "Line as it was"), Type::Text, "r.raw"))};
    return spec;
}

TableSpec sources() {
    TableSpec spec =
        plainTable("sources", TL_NOOP("Browse", "Sources"), "source src", "src.id", "src.id = ?1", "src.id >= ?1");
    spec.columns = {column("source", TL_NOOP("Browse", "Source"), Type::Integer, "src.id"),
                    column("kind", TL_NOOP("Browse", "Kind"), Type::Text, "src.kind"),
                    searched(column("path", TL_NOOP("Browse", "Path"), Type::Text, "src.path")),
                    column("format", TL_NOOP("Browse", "Format"), Type::Text, "src.format"),
                    column("rows_read", TL_NOOP("Browse", "Rows read"), Type::Integer, "src.rows_read"),
                    column("imported", TL_NOOP("Browse", "Imported"), Type::Integer, "src.imported"),
                    column("rejected", TL_NOOP("Browse", "Rejected"), Type::Integer, "src.rejected"),
                    column("bytes", TL_NOOP("Browse", "Bytes"), Type::Integer, "src.file_size"),
                    column("encoding", TL_NOOP("Browse", "Encoding"), Type::Text, "src.encoding"),
                    column("imported_at", TL_NOOP("Browse", "Imported at"), Type::Text, "src.imported_at"),
                    column("seconds", TL_NOOP("Browse", "Seconds"), Type::Number, "src.seconds"),
                    hidden(column("mapping", TL_NOOP("Browse", "Mapping"), Type::Json, "src.mapping"))};
    return spec;
}

TableSpec cleaning() {
    TableSpec spec =
        plainTable("cleaning", TL_NOOP("Browse", "Cleaning steps"), "clean_step c", "c.id", "c.id = ?1", "c.id >= ?1");
    spec.columns = {column("step", TL_NOOP("Browse", "Step"), Type::Integer, "c.id"),
                    searched(column("kind", TL_NOOP("Browse", "Kind"), Type::Text, "c.kind")),
                    column("events_dropped", TL_NOOP("Browse", "Events dropped"), Type::Integer, "c.events_dropped"),
                    column("items_dropped", TL_NOOP("Browse", "Items dropped"), Type::Integer, "c.items_dropped"),
                    column("rows_dropped", TL_NOOP("Browse", "Other rows dropped"), Type::Integer, "c.rows_dropped"),
                    column("values_changed", TL_NOOP("Browse", "Values changed"), Type::Integer, "c.values_changed"),
                    column("created", TL_NOOP("Browse", "Created"), Type::Text, "c.created"),
                    column("seconds", TL_NOOP("Browse", "Seconds"), Type::Number, "c.seconds"),
                    column("settings", TL_NOOP("Browse", "Settings"), Type::Json, "c.config"),
                    hidden(column("numbers", TL_NOOP("Browse", "Numbers"), Type::Json, "c.numbers"))};
    return spec;
}

/// A table without a rowid whose key is (a, b): both in one number, so that they sort alike. 22 bits for the first (a
/// run, a split, a step), 42 for the row.
TableSpec pairTable(const char* name, const char* title, const char* from, const char* key, const char* byKey,
                    const char* fromKey, const char* keyOrder) {
    TableSpec spec = plainTable(name, title, from, key, byKey, fromKey);
    spec.plain = false;
    spec.keyOrder = keyOrder;
    return spec;
}

TableSpec droppedEvents() {
    TableSpec spec = pairTable("dropped_events", TL_NOOP("Browse", "Events dropped by cleaning"), "clean_event e",
                               "((e.step_id << 42) | e.id)", "e.step_id = (?1 >> 42) AND e.id = (?1 & 4398046511103)",
                               "(e.step_id, e.id) >= ((?1 >> 42), (?1 & 4398046511103))", "e.step_id, e.id");
    spec.table.attributes = "extra";
    // The item may have been dropped as well: then its event shows none.
    spec.joins = {{"c", "clean_step", "e.step_id"},
                  {"i", "item", "e.item_id"},
                  {"u", "user", "e.user_id"},
                  {"q", "query", "e.query_id"},
                  {"src", "source", "e.source_id"}};
    spec.columns = {column("step", TL_NOOP("Browse", "Step"), Type::Integer, "e.step_id"),
                    column("step_kind", TL_NOOP("Browse", "Kind of step"), Type::Text, "c.kind", "c"),
                    column("reason", TL_NOOP("Browse", "Reason"), Type::Text, "e.reason"),
                    column("time", TL_NOOP("Browse", "Time"), Type::Time, "e.time"),
                    choice("kind", TL_NOOP("Browse", "Kind"), "e.kind", kEventKinds, {1, 2, 3, 4, 5, 6}),
                    searched(column("user", TL_NOOP("Browse", "User"), Type::Text, "u.key", "u")),
                    searched(column("item", TL_NOOP("Browse", "Item"), Type::Text, "i.key", "i")),
                    searched(column("title", TL_NOOP("Browse", "Title"), Type::Text, "i.title", "i")),
                    searched(column("query", TL_NOOP("Browse", "Query"), Type::Text, "q.text", "q")),
                    column("quantity", TL_NOOP("Browse", "Quantity"), Type::Number, "e.quantity"),
                    column("price", TL_NOOP("Browse", "Price"), Type::Number, "e.price"),
                    column("label", TL_NOOP("Browse", "Label"), Type::Text, "e.label"),
                    column("session", TL_NOOP("Browse", "Session"), Type::Text, "e.session"),
                    column("order", TL_NOOP("Browse", "Order"), Type::Text, "e.order_key"),
                    column("cancelled", TL_NOOP("Browse", "Cancelled"), Type::Boolean, "e.cancelled"),
                    hidden(column("source", TL_NOOP("Browse", "Source"), Type::Text, "src.path", "src")),
                    column("extra", TL_NOOP("Browse", "More columns"), Type::Json, "e.extra")};
    return spec;
}

TableSpec droppedItems() {
    TableSpec spec = pairTable("dropped_items", TL_NOOP("Browse", "Items dropped by cleaning"), "clean_item d",
                               "((d.step_id << 42) | d.id)", "d.step_id = (?1 >> 42) AND d.id = (?1 & 4398046511103)",
                               "(d.step_id, d.id) >= ((?1 >> 42), (?1 & 4398046511103))", "d.step_id, d.id");
    spec.table.attributes = "attributes";
    spec.joins = {{"c", "clean_step", "d.step_id"}, {"src", "source", "d.source_id"}};
    spec.columns = {column("step", TL_NOOP("Browse", "Step"), Type::Integer, "d.step_id"),
                    column("step_kind", TL_NOOP("Browse", "Kind of step"), Type::Text, "c.kind", "c"),
                    column("reason", TL_NOOP("Browse", "Reason"), Type::Text, "d.reason"),
                    searched(column("item", TL_NOOP("Browse", "Item"), Type::Text, "d.key")),
                    searched(column("title", TL_NOOP("Browse", "Title"), Type::Text, "d.title")),
                    searched(column("category", TL_NOOP("Browse", "Category"), Type::Text, "d.category")),
                    searched(column("brand", TL_NOOP("Browse", "Brand"), Type::Text, "d.brand")),
                    column("price", TL_NOOP("Browse", "Price"), Type::Number, "d.price"),
                    column("label", TL_NOOP("Browse", "Label"), Type::Text, "d.label"),
                    hidden(column("description", TL_NOOP("Browse", "Description"), Type::Text, "d.description")),
                    column("attributes", TL_NOOP("Browse", "Attributes"), Type::Json, "d.attributes"),
                    hidden(column("source", TL_NOOP("Browse", "Source"), Type::Text, "src.path", "src"))};
    return spec;
}

TableSpec runs() {
    TableSpec spec = plainTable("runs", TL_NOOP("Browse", "Runs"), "run r", "r.id", "r.id = ?1", "r.id >= ?1");
    spec.joins = {{"s", "split", "r.split_id"}};
    spec.columns = {column("run", TL_NOOP("Browse", "Run"), Type::Integer, "r.id"),
                    searched(column("recipe", TL_NOOP("Browse", "Recipe"), Type::Text, "r.recipe_name")),
                    column("model", TL_NOOP("Browse", "Model"), Type::Text, "r.model"),
                    column("split", TL_NOOP("Browse", "Split"), Type::Text, "s.name", "s"),
                    choice("status", TL_NOOP("Browse", "Status"), "r.status", kRunStatuses, {0, 1, 2, 3, 4, 5}),
                    column("seed", TL_NOOP("Browse", "Seed"), Type::Integer, "r.seed"),
                    column("epochs", TL_NOOP("Browse", "Epochs"), Type::Integer, "r.epochs"),
                    column("best_epoch", TL_NOOP("Browse", "Best epoch"), Type::Integer, "r.best_epoch"),
                    column("seconds", TL_NOOP("Browse", "Seconds"), Type::Number, "r.seconds"),
                    column("device", TL_NOOP("Browse", "Device"), Type::Text, "r.device"),
                    column("started", TL_NOOP("Browse", "Started"), Type::Text, "r.started"),
                    column("failure", TL_NOOP("Browse", "Failure"), Type::Text, "r.failure")};
    return spec;
}

// Tables without a rowid: the parts of their primary key in one number, so that they sort alike. 22 bits for the run or
// split, 40 for the row.
TableSpec predictions() {
    TableSpec spec = plainTable("predictions", TL_NOOP("Browse", "Predictions"), "prediction p",
                                "((p.run_id << 42) | (p.part << 40) | p.row)",
                                "p.run_id = (?1 >> 42) AND p.part = ((?1 >> 40) & 3) AND p.row = (?1 & 1099511627775)",
                                "(p.run_id, p.part, p.row) >= ((?1 >> 42), ((?1 >> 40) & 3), (?1 & 1099511627775))");
    spec.plain = false;
    spec.keyOrder = "p.run_id, p.part, p.row";
    spec.joins = {{"i", "item", "p.item_id"}, {"r", "run", "p.run_id"}};
    spec.columns = {
        column("run", TL_NOOP("Browse", "Run"), Type::Integer, "p.run_id"),
        choice("part", TL_NOOP("Browse", "Part"), "p.part", kParts, {0, 1, 2}),
        column("row", TL_NOOP("Browse", "Row"), Type::Integer, "p.row"),
        searched(column("item", TL_NOOP("Browse", "Item"), Type::Text, "i.key", "i")),
        searched(column("title", TL_NOOP("Browse", "Title"), Type::Text, "i.title", "i")),
        column("truth", TL_NOOP("Browse", "Truth"), Type::Text,
               "(SELECT json_extract(x.labels, '$[' || p.truth || ']') FROM run x WHERE x.id = p.run_id)"),
        column("predicted", TL_NOOP("Browse", "Predicted"), Type::Text,
               "(SELECT json_extract(x.labels, '$[' || tl_argmax(p.logits) || ']') FROM run x WHERE x.id = p.run_id)"),
        column("correct", TL_NOOP("Browse", "Correct"), Type::Boolean, "(tl_argmax(p.logits) = p.truth)")};
    return spec;
}

TableSpec splitRows() {
    TableSpec spec =
        pairTable("split_rows", TL_NOOP("Browse", "Items of splits"), "split_row w", "((w.split_id << 42) | w.item_id)",
                  "w.split_id = (?1 >> 42) AND w.item_id = (?1 & 4398046511103)",
                  "(w.split_id, w.item_id) >= ((?1 >> 42), (?1 & 4398046511103))", "w.split_id, w.item_id");
    spec.joins = {{"s", "split", "w.split_id"}, {"i", "item", "w.item_id"}};
    spec.columns = {
        column("split", TL_NOOP("Browse", "Split"), Type::Text, "s.name", "s"),
        choice("part", TL_NOOP("Browse", "Part"), "w.part", kParts, {0, 1, 2}),
        searched(column("item", TL_NOOP("Browse", "Item"), Type::Text, "i.key", "i")),
        searched(column("title", TL_NOOP("Browse", "Title"), Type::Text, "i.title", "i")),
        column("class", TL_NOOP("Browse", "Class"), Type::Text,
               "(SELECT json_extract(x.labels, '$[' || w.class || ']') FROM split x WHERE x.id = w.split_id)")};
    return spec;
}

TableSpec splitEvents() {
    TableSpec spec =
        pairTable("split_events", TL_NOOP("Browse", "Events of splits"), "split_event w",
                  "((w.split_id << 42) | w.event_id)", "w.split_id = (?1 >> 42) AND w.event_id = (?1 & 4398046511103)",
                  "(w.split_id, w.event_id) >= ((?1 >> 42), (?1 & 4398046511103))", "w.split_id, w.event_id");
    spec.joins = {{"s", "split", "w.split_id"}, {"e", "event", "w.event_id"}};
    spec.columns = {
        column("split", TL_NOOP("Browse", "Split"), Type::Text, "s.name", "s"),
        choice("part", TL_NOOP("Browse", "Part"), "w.part", kParts, {0, 1, 2}),
        column("time", TL_NOOP("Browse", "Time"), Type::Time, "e.time", "e"),
        column("item", TL_NOOP("Browse", "Item"), Type::Text, "(SELECT x.key FROM item x WHERE x.id = e.item_id)", "e"),
        column("user", TL_NOOP("Browse", "User"), Type::Text, "(SELECT x.key FROM user x WHERE x.id = e.user_id)", "e"),
        column("session", TL_NOOP("Browse", "Session"), Type::Text, "e.session", "e")};
    return spec;
}

std::vector<TableSpec> makeSpecs() {
    std::vector<TableSpec> specs{items(),        events(),  users(),       queries(),   judgements(),
                                 reviews(),      rejects(), sources(),     cleaning(),  droppedEvents(),
                                 droppedItems(), runs(),    predictions(), splitRows(), splitEvents()};
    for (TableSpec& spec : specs)
        for (const ColumnSpec& one : spec.columns)
            spec.table.columns.push_back({one.name, one.title, one.type, one.choices, one.searched, one.shown});
    return specs;
}

} // namespace

const ColumnSpec* TableSpec::column(std::string_view name) const {
    const auto place =
        std::find_if(columns.begin(), columns.end(), [name](const ColumnSpec& one) { return one.name == name; });
    return place == columns.end() ? nullptr : &*place;
}

const JoinSpec* TableSpec::join(std::string_view alias) const {
    const auto place =
        std::find_if(joins.begin(), joins.end(), [alias](const JoinSpec& one) { return one.alias == alias; });
    return place == joins.end() ? nullptr : &*place;
}

std::string TableSpec::joined() const {
    std::vector<const ColumnSpec*> all;
    for (const ColumnSpec& one : columns)
        all.push_back(&one);
    return joinedFor(all);
}

std::string TableSpec::joinedFor(const std::vector<const ColumnSpec*>& wanted) const {
    std::string sql = from;
    for (const JoinSpec& one : joins) {
        const bool used = std::any_of(wanted.begin(), wanted.end(), [&one](const ColumnSpec* column) {
            return std::string_view(column->join) == one.alias;
        });
        if (used)
            sql += std::string(" LEFT JOIN ") + one.table + " " + one.alias + " ON " + one.alias +
                   ".id = " + one.reference;
    }
    return sql;
}

const std::vector<TableSpec>& tableSpecs() {
    static const std::vector<TableSpec> specs = makeSpecs();
    return specs;
}

const TableSpec* tableSpec(std::string_view name) {
    const auto place = std::find_if(tableSpecs().begin(), tableSpecs().end(),
                                    [name](const TableSpec& spec) { return spec.table.name == name; });
    return place == tableSpecs().end() ? nullptr : &*place;
}

} // namespace core::store
