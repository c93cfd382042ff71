// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/import_extra.h"
#include "core/store/import_parts.h"
#include "core/store/source_rows.h"

namespace core::store::importing {
namespace {

/// A query that the project has.
struct KnownQuery {
    std::int64_t id = 0;
    bool described = false; ///< false: so far only logs or labels name it
};

/// Queries with their numbers and whatever else the file says of them. A text is one query, however often it comes.
class QueryImporter final : public RowImporter {
public:
    explicit QueryImporter(const Context& context)
        : m_context(context),
          m_policy(context.request.onDuplicate.value_or(DuplicatePolicy::Merge)),
          m_text(context.summary.mapping, context.header, "query"),
          m_id(context.summary.mapping, context.header, "id"),
          m_extra(context),
          m_sourceRows(context.database, describedQueries()) {}

    Status begin() override {
        Database& database = m_context.database;
        TL_TRY(m_insert,
               database.prepare("INSERT INTO query(text, key, attributes, source_id) VALUES (?1, ?2, ?3, ?4)"));
        TL_CHECK_STATUS(m_sourceRows.prepare());
        TL_TRY(Statement known, database.prepare("SELECT id, text, source_id IS NOT NULL FROM query"));
        for (;;) {
            TL_TRY(const bool row, known.step());
            if (!row)
                return {};
            m_queries.emplace(known.text(1), KnownQuery{known.integer(0), known.integer(2) != 0});
        }
    }

    Result<Outcome> take(const data::Record& row, Refusal& refusal) override {
        const std::string_view text = m_text.in(row);
        if (text.empty())
            return m_text.refuse(refusal, text, "missing_value");
        const std::string_view key = m_id.in(row);
        const std::string& extra = m_extra.of(row);
        const auto known = m_queries.find(text);
        if (known == m_queries.end()) {
            m_insert->bind(1, text);
            bindText(2, key);
            bindText(3, extra);
            m_insert->bind(4, raw(m_context.summary.source));
            TL_CHECK_STATUS(m_insert->run());
            m_queries.emplace(text, KnownQuery{m_context.database.lastInsertRowId(), true});
            return Outcome::Imported;
        }
        if (known->second.described) {
            if (m_policy == DuplicatePolicy::Keep)
                return m_text.refuse(refusal, text, "duplicate_id");
            if (m_policy == DuplicatePolicy::Drop)
                return Outcome::Dropped;
            ++m_merged;
        }
        known->second.described = true;
        Json said = Json::object();
        if (!key.empty())
            said["key"] = std::string(key);
        if (!extra.empty())
            said["attributes"] = extra;
        TL_CHECK_STATUS(m_sourceRows.add(known->second.id, raw(m_context.summary.source), said));
        return Outcome::Imported;
    }

    Status finish() override {
        if (m_merged > 0)
            m_context.summary.noted["merged_duplicate"] = m_merged;
        return {};
    }

private:
    void bindText(int index, std::string_view text) {
        if (text.empty())
            m_insert->bindNull(index);
        else
            m_insert->bind(index, text);
    }

    Context m_context;
    DuplicatePolicy m_policy;
    Field m_text, m_id;
    ExtraColumns m_extra;
    SourceRows m_sourceRows;
    KeyTable<KnownQuery> m_queries;
    std::optional<Statement> m_insert;
    std::int64_t m_merged = 0;
};

} // namespace

std::unique_ptr<RowImporter> makeQueryImporter(const Context& context) {
    return std::make_unique<QueryImporter>(context);
}

} // namespace core::store::importing
