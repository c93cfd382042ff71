// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/import_parts.h"

#include <limits>
#include <set>

namespace core::store::importing {
namespace {

/// Relevance judgements: how well an item answers a query. Queries are named by their text, or by the number that an
/// imported file of queries gave them.
class LabelImporter final : public RowImporter {
public:
    explicit LabelImporter(const Context& context)
        : m_context(context),
          m_dropRepeated(context.request.onDuplicate.value_or(DuplicatePolicy::Keep) != DuplicatePolicy::Keep),
          m_query(field("query")),
          m_queryId(field("query_id")),
          m_item(field("item")),
          m_grade(field("grade")),
          m_label(field("label")) {}

    Status begin() override {
        if (!m_query.mapped() && !m_queryId.mapped())
            return Error(ErrorCode::MissingMapping, "query").inFile(m_context.summary.path);
        if (!m_grade.mapped() && !m_label.mapped())
            return Error(ErrorCode::MissingMapping, "grade").inFile(m_context.summary.path);
        Database& database = m_context.database;
        TL_TRY(m_insert, database.prepare("INSERT INTO judgement(source_id, query_id, item_id, grade, label) "
                                          "VALUES (?1, ?2, ?3, ?4, ?5)"));
        TL_CHECK_STATUS(
            m_items.begin(database, "SELECT id, key FROM item", "INSERT INTO item(key, title) VALUES (?1, '')"));
        TL_CHECK_STATUS(m_queries.begin(database, "SELECT id, text FROM query", "INSERT INTO query(text) VALUES (?1)"));
        return m_numbered.begin(database, "SELECT id, key FROM query WHERE key IS NOT NULL", nullptr);
    }

    Result<Outcome> take(const data::Record& row, Refusal& refusal) override {
        const std::string_view item = m_item.in(row), label = m_label.in(row);
        if (item.empty())
            return m_item.refuse(refusal, item, "missing_value");
        std::optional<double> grade;
        if (!readNumber(m_context.values, m_grade.in(row), -std::numeric_limits<double>::infinity(), grade))
            return m_grade.refuse(refusal, m_grade.in(row), "bad_number");
        if (!grade && label.empty())
            return (m_grade.mapped() ? m_grade : m_label).refuse(refusal, {}, "missing_value");
        const std::string_view text = m_query.in(row), number = m_queryId.in(row);
        const auto numbered = number.empty() ? std::nullopt : m_numbered.find(number);
        if (text.empty() && number.empty())
            return (m_query.mapped() ? m_query : m_queryId).refuse(refusal, {}, "missing_value");
        if (text.empty() && !numbered)
            return m_queryId.refuse(refusal, number, "unknown_query");
        // Only now: a refused row leaves no item and no query behind.
        std::int64_t query = 0;
        if (text.empty())
            query = *numbered;
        else {
            TL_TRY(query, m_queries.idOf(text));
        }
        TL_TRY(const std::int64_t itemId, m_items.idOf(item));
        if (m_dropRepeated && !m_seen.emplace(query, itemId).second)
            return Outcome::Dropped;
        m_insert->bind(1, raw(m_context.summary.source));
        m_insert->bind(2, query);
        m_insert->bind(3, itemId);
        m_insert->bind(4, grade);
        if (label.empty())
            m_insert->bindNull(5);
        else
            m_insert->bind(5, label);
        TL_CHECK_STATUS(m_insert->run());
        return Outcome::Imported;
    }

    Status finish() override { return {}; }

private:
    Field field(const char* name) const { return Field(m_context.summary.mapping, m_context.header, name); }

    Context m_context;
    bool m_dropRepeated;
    Field m_query, m_queryId, m_item, m_grade, m_label;
    Keys m_items, m_queries, m_numbered;
    std::set<std::pair<std::int64_t, std::int64_t>> m_seen;
    std::optional<Statement> m_insert;
};

} // namespace

std::unique_ptr<RowImporter> makeLabelImporter(const Context& context) {
    return std::make_unique<LabelImporter>(context);
}

} // namespace core::store::importing
