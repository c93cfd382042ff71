// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clean/column.h"
#include "core/store/clean/fingerprint.h"
#include "core/text/normalise.h"

#include <algorithm>
#include <map>

namespace core::store::clean {
namespace {

struct KeyDuplicatesConfig {
    std::string table = "items";
    std::string columns = "title";
    std::string keep = "first";
    bool normalise = true;
    std::string events = "merge";
};
template <class V> void describe(V& v, KeyDuplicatesConfig& c) {
    v.field(c.table, {.name = "table",
                      .title = TL_NOOP("Strategy", "Table"),
                      .help = TL_NOOP("Strategy", "Items of the catalogue, or events of the log."),
                      .choices = {"items", "events"}});
    v.field(
        c.columns,
        {.name = "columns",
         .title = TL_NOOP("Strategy", "Key columns"),
         .help = TL_NOOP("Strategy", "Separated by commas. Items: title, description, category, brand, price, label, "
                                     "image, attributes.NAME. Events: item, user, query, kind, time, quantity, "
                                     "price, order_key, session, extra.NAME. Rows in which one of them is missing "
                                     "are no duplicates.")});
    v.field(c.keep,
            {.name = "keep",
             .title = TL_NOOP("Strategy", "Keep"),
             .help = TL_NOOP("Strategy", "Which row stays: the first, the last, or the one with the most values."),
             .choices = {"first", "last", "fullest"}});
    v.field(c.normalise,
            {.name = "normalise",
             .title = TL_NOOP("Strategy", "Compare normalised texts"),
             .help = TL_NOOP("Strategy", "Without HTML, case, punctuation, full-width forms and spare spaces.")});
    v.field(c.events, {.name = "events",
                       .title = TL_NOOP("Strategy", "Events of items that go"),
                       .help = TL_NOOP("Strategy", "Merge: they count for the item that stays. Drop: they go as well."),
                       .choices = {"merge", "drop"}});
}

std::string trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return std::string(text);
}

std::string joined(const std::vector<std::string>& parts) {
    std::string list;
    for (const std::string& part : parts)
        list += (list.empty() ? "" : ", ") + part;
    return list;
}

class KeyDuplicates final : public CleanKind {
public:
    explicit KeyDuplicates(KeyDuplicatesConfig config) : m_config(std::move(config)) {}
    Status plan(CleanPlan& plan) const override;

private:
    struct Row {
        Fingerprint print;
        std::int64_t id = 0;
        std::int64_t filled = 0;
    };
    Tab tab() const { return m_config.table == "items" ? Tab::Item : Tab::Event; }
    Result<std::vector<std::string>> keySql() const;
    Result<std::vector<Row>> rows(CleanPlan& plan) const;
    Status merge(CleanPlan& plan, const std::map<std::int64_t, std::int64_t>& into) const;

    KeyDuplicatesConfig m_config;
};

/// Each key column over the alias t.
Result<std::vector<std::string>> KeyDuplicates::keySql() const {
    std::vector<std::string> sql;
    std::string_view rest = m_config.columns;
    while (!rest.empty()) {
        const auto comma = rest.find(',');
        const std::string name = trimmed(rest.substr(0, comma));
        rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
        if (name.empty())
            continue;
        if (tab() == Tab::Event && (name == "item" || name == "user" || name == "query")) {
            sql.push_back("t." + name + "_id");
        } else if (tab() == Tab::Event && (name == "kind" || name == "position")) {
            sql.push_back("t." + name);
        } else {
            TL_TRY(const CleanColumn column, parseColumn("columns", std::string(tabName(tab())) + "." + name));
            sql.push_back(column.sql(false));
        }
    }
    if (sql.empty())
        return Error(ErrorCode::UnknownChoice, "item, user, time …, or title, brand …").at("columns", m_config.columns);
    return sql;
}

Result<std::vector<KeyDuplicates::Row>> KeyDuplicates::rows(CleanPlan& plan) const {
    TL_TRY(const auto keys, keySql());
    std::string select = "SELECT t.id, ";
    if (tab() == Tab::Item)
        select += "(t.title <> '') + (t.description IS NOT NULL) + (t.category IS NOT NULL) + (t.brand IS NOT NULL) + "
                  "(t.price IS NOT NULL) + (t.label IS NOT NULL) + (t.image IS NOT NULL)";
    else
        select +=
            "(t.user_id IS NOT NULL) + (t.query_id IS NOT NULL) + (t.time IS NOT NULL) + (t.quantity IS NOT NULL) "
            "+ (t.price IS NOT NULL) + (t.label IS NOT NULL) + (t.order_key IS NOT NULL)";
    TL_TRY(Statement found,
           plan.database().prepare(select + ", " + joined(keys) + " FROM " + tabName(tab()) + " t ORDER BY t.id"));
    TL_TRY(auto normalise, text::Normaliser::make(text::comparisonForm()));
    std::vector<Row> result;
    for (std::int64_t n = 0;; ++n) {
        TL_TRY(const bool more, found.step());
        if (!more)
            return result;
        if (n % 1024 == 0)
            TL_CHECK_STATUS(plan.job().check());
        Row row{{}, found.integer(0), found.integer(1)};
        bool whole = true;
        for (int i = 2; i < found.columns() && whole; ++i) {
            whole = !found.isNull(i) && !found.text(i).empty();
            if (whole && m_config.normalise && found.isText(i))
                row.print.add(normalise(found.text(i)));
            else if (whole)
                row.print.addCell(found, i);
        }
        if (whole)
            result.push_back(row);
    }
}

/// What refers to an item that goes now refers to the one that stays.
Status KeyDuplicates::merge(CleanPlan& plan, const std::map<std::int64_t, std::int64_t>& into) const {
    TL_CHECK_STATUS(plan.database().execute("DROP TABLE IF EXISTS temp.clean_merge; CREATE TEMP TABLE clean_merge(id "
                                            "INTEGER PRIMARY KEY, stays INTEGER)"));
    {
        TL_TRY(Statement insert, plan.database().prepare("INSERT INTO temp.clean_merge VALUES (?1, ?2)"));
        for (const auto& [goes, stays] : into) {
            insert.bind(1, goes);
            insert.bind(2, stays);
            TL_CHECK_STATUS(insert.run());
        }
    }
    for (const Tab child : {Tab::Event, Tab::Judgement, Tab::Review})
        TL_CHECK_STATUS(plan.run("INSERT INTO temp.clean_set SELECT ?1, c.id, m.stays FROM " +
                                     std::string(tabName(child)) +
                                     " c NOT INDEXED CROSS JOIN temp.clean_merge m ON m.id = c.item_id",
                                 {static_cast<std::int64_t>(plan.target(child, "item_id"))}));
    return plan.database().execute("DROP TABLE temp.clean_merge");
}

Status KeyDuplicates::plan(CleanPlan& plan) const {
    TL_TRY(auto all, rows(plan));
    std::sort(all.begin(), all.end(), [this](const Row& a, const Row& b) {
        if (a.print != b.print)
            return a.print < b.print;
        if (m_config.keep == "fullest" && a.filled != b.filled)
            return a.filled > b.filled;
        return m_config.keep == "last" ? a.id > b.id : a.id < b.id;
    });
    std::map<std::int64_t, std::int64_t> into; // goes → stays
    std::int64_t groups = 0;
    for (std::size_t i = 0, first = 0; i < all.size(); ++i) {
        if (all[i].print != all[first].print)
            first = i;
        if (i > first)
            into.emplace(all[i].id, all[first].id);
        groups += i == first + 1 ? 1 : 0;
    }
    for (const auto& [goes, stays] : into)
        TL_CHECK_STATUS(plan.drop(tab(), goes, "key_duplicate"));
    plan.numbers()["rows_with_the_key"] = all.size();
    plan.numbers()["groups_of_duplicates"] = groups;
    if (tab() == Tab::Item && m_config.events == "merge" && !into.empty())
        return merge(plan, into);
    return {};
}

TAILLIGHT_REGISTER(CleanKind, KeyDuplicates, KeyDuplicatesConfig, "key_duplicates",
                   TL_NOOP("Strategy", "Key duplicates"),
                   TL_NOOP("Strategy",
                           "Rows that are alike in chosen columns, such as items with the same title and brand "
                           "under several numbers. One of them stays."),
                   "");

} // namespace
} // namespace core::store::clean
