// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clean/column.h"
#include "core/text/normalise.h"

#include <unordered_map>

namespace core::store::clean {
namespace {

struct NormaliseTextConfig {
    std::string column = "item.title";
    text::NormaliseConfig operations;
};
template <class V> void describe(V& v, NormaliseTextConfig& c) {
    v.field(c.column, {.name = "column",
                       .title = TL_NOOP("Strategy", "Text"),
                       .help = TL_NOOP("Strategy", "Queries that become the same are merged."),
                       .choices = {"item.title", "item.description", "item.category", "item.brand", "query.text",
                                   "review.title", "review.text"}});
    describe(v, c.operations);
}

class NormaliseText final : public CleanKind {
public:
    explicit NormaliseText(NormaliseTextConfig config) : m_config(std::move(config)) {}
    Status plan(CleanPlan& plan) const override;

private:
    Status mergeQueries(CleanPlan& plan, const std::vector<std::pair<std::int64_t, std::int64_t>>& into) const;
    NormaliseTextConfig m_config;
};

Status NormaliseText::plan(CleanPlan& plan) const {
    TL_TRY(const CleanColumn column, parseColumn("column", m_config.column));
    TL_TRY(auto normalise, text::Normaliser::make(m_config.operations));
    const bool queries = column.tab == Tab::Query;
    const bool required = queries || column.name == "item.title"; // never NULL
    const int target = plan.target(column.tab, column.column);
    std::unordered_map<std::string, std::int64_t> byText;
    std::vector<std::pair<std::int64_t, std::int64_t>> into;
    std::int64_t texts = 0, emptied = 0;
    TL_TRY(Statement rows,
           plan.database().prepare("SELECT t.id, " + column.sql(false) + " FROM " + tabName(column.tab) + " t WHERE " +
                                   column.sql(false) + " IS NOT NULL ORDER BY t.id"));
    for (;; ++texts) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            break;
        if (texts % 256 == 0)
            TL_CHECK_STATUS(plan.job().check());
        const std::int64_t id = rows.integer(0);
        std::string text = normalise(rows.text(1));
        if (text.empty() && !rows.text(1).empty()) {
            ++emptied; // a text of nothing but ornaments: better those than none where one is required
            if (required)
                text = rows.text(1);
        }
        if (queries) {
            const auto [found, isNew] = byText.try_emplace(text, id);
            if (!isNew) {
                into.emplace_back(id, found->second);
                TL_CHECK_STATUS(plan.drop(Tab::Query, id, "same_query"));
                continue;
            }
        }
        if (text != rows.text(1))
            TL_CHECK_STATUS(plan.set(target, id, text.empty() ? SqlValue{} : SqlValue(std::move(text))));
    }
    plan.numbers()["texts"] = texts;
    plan.numbers()["became_empty"] = emptied;
    return into.empty() ? Status{} : mergeQueries(plan, into);
}

Status NormaliseText::mergeQueries(CleanPlan& plan,
                                   const std::vector<std::pair<std::int64_t, std::int64_t>>& into) const {
    TL_CHECK_STATUS(plan.database().execute("DROP TABLE IF EXISTS temp.clean_merge; CREATE TEMP TABLE clean_merge(id "
                                            "INTEGER PRIMARY KEY, stays INTEGER)"));
    for (const auto& [goes, stays] : into)
        TL_CHECK_STATUS(plan.run("INSERT INTO temp.clean_merge VALUES (?1, ?2)", {goes, stays}));
    for (const Tab child : {Tab::Event, Tab::Judgement})
        TL_CHECK_STATUS(plan.run("INSERT INTO temp.clean_set SELECT ?1, c.id, m.stays FROM " +
                                     std::string(tabName(child)) +
                                     " c NOT INDEXED CROSS JOIN temp.clean_merge m ON m.id = c.query_id",
                                 {static_cast<std::int64_t>(plan.target(child, "query_id"))}));
    plan.numbers()["queries_merged"] = into.size();
    return plan.database().execute("DROP TABLE temp.clean_merge");
}

TAILLIGHT_REGISTER(CleanKind, NormaliseText, NormaliseTextConfig, "normalise_text",
                   TL_NOOP("Strategy", "Normalise texts"),
                   TL_NOOP("Strategy", "Tidies titles, descriptions, search words or reviews: HTML, Unicode forms, "
                                       "full-width characters, case, punctuation, stop words."),
                   "");

} // namespace
} // namespace core::store::clean
