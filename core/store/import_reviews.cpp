// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/import_extra.h"
#include "core/store/import_parts.h"

#include <limits>
#include <unordered_set>

namespace core::store::importing {
namespace {

/// Reviews of items: stars, words, or both.
class ReviewImporter final : public RowImporter {
public:
    explicit ReviewImporter(const Context& context)
        : m_context(context),
          m_dropRepeated(context.request.onDuplicate.value_or(DuplicatePolicy::Keep) != DuplicatePolicy::Keep),
          m_item(field("item")),
          m_user(field("user")),
          m_rating(field("rating")),
          m_title(field("title")),
          m_text(field("text")),
          m_label(field("label")),
          m_time(field("time")),
          m_extra(context) {}

    Status begin() override {
        if (!m_rating.mapped() && !m_text.mapped() && !m_title.mapped())
            return Error(ErrorCode::MissingMapping, "text").inFile(m_context.summary.path);
        Database& database = m_context.database;
        TL_TRY(m_insert, database.prepare("INSERT INTO review(source_id, item_id, user_id, rating, title, text, label, "
                                          "time, extra) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"));
        TL_CHECK_STATUS(
            m_items.begin(database, "SELECT id, key FROM item", "INSERT INTO item(key, title) VALUES (?1, '')"));
        return m_users.begin(database, "SELECT id, key FROM user", "INSERT INTO user(key) VALUES (?1)");
    }

    Result<Outcome> take(const data::Record& row, Refusal& refusal) override {
        const std::string_view item = m_item.in(row), user = m_user.in(row), text = m_text.in(row),
                               title = m_title.in(row);
        if (item.empty())
            return m_item.refuse(refusal, item, "missing_value");
        std::optional<double> rating;
        std::optional<std::int64_t> time;
        if (!readNumber(m_context.values, m_rating.in(row), -std::numeric_limits<double>::infinity(), rating))
            return m_rating.refuse(refusal, m_rating.in(row), "bad_number");
        if (!readTime(m_context.values, m_time.in(row), time))
            return m_time.refuse(refusal, m_time.in(row), "bad_time");
        if (!rating && text.empty() && title.empty())
            return (m_text.mapped() ? m_text : m_rating).refuse(refusal, {}, "missing_value");
        if (m_dropRepeated && repeated(row))
            return Outcome::Dropped;
        TL_TRY(const std::int64_t itemId, m_items.idOf(item));
        m_insert->bind(1, raw(m_context.summary.source));
        m_insert->bind(2, itemId);
        m_insert->bindNull(3);
        if (!user.empty()) {
            TL_TRY(const std::int64_t userId, m_users.idOf(user));
            m_insert->bind(3, userId);
        } else if (m_user.mapped()) {
            ++m_missingUsers;
        }
        m_insert->bind(4, rating);
        bindText(5, title);
        bindText(6, text);
        bindText(7, m_label.in(row));
        m_insert->bind(8, time);
        bindText(9, m_extra.of(row));
        TL_CHECK_STATUS(m_insert->run());
        return Outcome::Imported;
    }

    Status finish() override {
        if (m_missingUsers > 0)
            m_context.summary.noted["missing_user"] = m_missingUsers;
        return {};
    }

private:
    Field field(const char* name) const { return Field(m_context.summary.mapping, m_context.header, name); }

    void bindText(int index, std::string_view text) {
        if (text.empty())
            m_insert->bindNull(index);
        else
            m_insert->bind(index, text);
    }

    bool repeated(const data::Record& row) {
        std::string all;
        for (const Field* part : {&m_item, &m_user, &m_rating, &m_title, &m_text, &m_label, &m_time}) {
            all += part->in(row);
            all += '\0';
        }
        return !m_seen.insert(std::move(all)).second;
    }

    Context m_context;
    bool m_dropRepeated;
    Field m_item, m_user, m_rating, m_title, m_text, m_label, m_time;
    ExtraColumns m_extra;
    Keys m_items, m_users;
    std::unordered_set<std::string> m_seen;
    std::optional<Statement> m_insert;
    std::int64_t m_missingUsers = 0;
};

} // namespace

std::unique_ptr<RowImporter> makeReviewImporter(const Context& context) {
    return std::make_unique<ReviewImporter>(context);
}

} // namespace core::store::importing
