// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/event_batch.h"

namespace core::store::importing {
namespace {

constexpr std::size_t kBatch = 50;
constexpr int kColumns = 12;

std::string insertSql(std::size_t rows) {
    std::string sql = "INSERT INTO event(source_id, item_id, user_id, query_id, kind, time, quantity, price, label, "
                      "position, order_key, cancelled) VALUES ";
    for (std::size_t i = 0; i < rows; ++i)
        sql += i == 0 ? "(?,?,?,?,?,?,?,?,?,?,?,?)" : ",(?,?,?,?,?,?,?,?,?,?,?,?)";
    return sql;
}

void bindText(Statement& statement, int index, const std::string& text) {
    if (text.empty())
        statement.bindNull(index);
    else
        statement.bind(index, std::string_view(text));
}

} // namespace

EventBatch::EventBatch(Database& database, std::int64_t source)
    : m_database(database), m_source(source), m_events(kBatch) {}

Status EventBatch::prepare() {
    TL_TRY(m_insertAll, m_database.prepare(insertSql(kBatch)));
    TL_TRY(m_insertOne, m_database.prepare(insertSql(1)));
    return {};
}

void EventBatch::bind(Statement& statement, int first, std::int64_t source, const Event& event) {
    statement.bind(first, source);
    statement.bind(first + 1, event.item);
    statement.bind(first + 2, event.user);
    statement.bind(first + 3, event.query);
    statement.bind(first + 4, static_cast<std::int64_t>(event.kind));
    statement.bind(first + 5, event.time);
    statement.bind(first + 6, event.quantity);
    statement.bind(first + 7, event.price);
    bindText(statement, first + 8, event.label);
    statement.bind(first + 9, event.position);
    bindText(statement, first + 10, event.order);
    statement.bind(first + 11, std::int64_t{event.cancelled ? 1 : 0});
}

Status EventBatch::push() {
    if (++m_used < kBatch)
        return {};
    for (std::size_t i = 0; i < kBatch; ++i)
        bind(*m_insertAll, 1 + static_cast<int>(i) * kColumns, m_source, m_events[i]);
    m_used = 0;
    return m_insertAll->run();
}

Status EventBatch::flush() {
    for (std::size_t i = 0; i < m_used; ++i) {
        bind(*m_insertOne, 1, m_source, m_events[i]);
        TL_CHECK_STATUS(m_insertOne->run());
    }
    m_used = 0;
    return {};
}

} // namespace core::store::importing
