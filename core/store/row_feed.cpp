// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/row_feed.h"

#include <sqlite3.h>

#include <new>

namespace core::store {
namespace {

struct Table {
    sqlite3_vtab base{};
    FeedTable* feed = nullptr;
};

struct Cursor {
    sqlite3_vtab_cursor base{};
    RowFeed* feed = nullptr;
    bool more = false;
    std::int64_t row = 0;
};

Cursor& cursorOf(sqlite3_vtab_cursor* base) {
    return *reinterpret_cast<Cursor*>(base); // the base is its first member
}

int connect(sqlite3* handle, void* self, int, const char* const*, sqlite3_vtab** made, char**) {
    auto* const feed = static_cast<FeedTable*>(self);
    if (const int code = sqlite3_declare_vtab(handle, feed->declaration().c_str()); code != SQLITE_OK)
        return code;
    auto* const table = new (std::nothrow) Table;
    if (table == nullptr)
        return SQLITE_NOMEM;
    table->feed = feed;
    *made = &table->base;
    return SQLITE_OK;
}

int disconnect(sqlite3_vtab* base) {
    delete reinterpret_cast<Table*>(base);
    return SQLITE_OK;
}

int bestIndex(sqlite3_vtab*, sqlite3_index_info*) {
    return SQLITE_OK;
}

int openCursor(sqlite3_vtab* base, sqlite3_vtab_cursor** made) {
    auto* const cursor = new (std::nothrow) Cursor;
    if (cursor == nullptr)
        return SQLITE_NOMEM;
    cursor->feed = &reinterpret_cast<Table*>(base)->feed->feed();
    *made = &cursor->base;
    return SQLITE_OK;
}

int closeCursor(sqlite3_vtab_cursor* base) {
    delete &cursorOf(base);
    return SQLITE_OK;
}

int nextRow(sqlite3_vtab_cursor* base) {
    Cursor& cursor = cursorOf(base);
    cursor.more = cursor.feed->next();
    ++cursor.row;
    return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* base, int, const char*, int, sqlite3_value**) {
    return nextRow(base);
}

int atEnd(sqlite3_vtab_cursor* base) {
    return cursorOf(base).more ? 0 : 1;
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int number) {
    cursorOf(base).feed->value(number, FeedValue(context));
    return SQLITE_OK;
}

int rowId(sqlite3_vtab_cursor* base, sqlite3_int64* id) {
    *id = cursorOf(base).row;
    return SQLITE_OK;
}

const sqlite3_module kModule = [] {
    sqlite3_module module{};
    module.iVersion = 1;
    module.xConnect = connect; // without xCreate: the table is there under its module's name
    module.xBestIndex = bestIndex;
    module.xDisconnect = disconnect;
    module.xOpen = openCursor;
    module.xClose = closeCursor;
    module.xFilter = filter;
    module.xNext = nextRow;
    module.xEof = atEnd;
    module.xColumn = column;
    module.xRowid = rowId;
    return module;
}();

} // namespace

void FeedValue::set(std::int64_t value) {
    sqlite3_result_int64(m_context, value);
}

void FeedValue::set(double value) {
    sqlite3_result_double(m_context, value);
}

void FeedValue::set(std::string_view text) {
    const char* data = text.empty() ? "" : text.data();
    sqlite3_result_text64(m_context, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

FeedTable::FeedTable(Database& database, std::string name, int columns, RowFeed& feed)
    : m_database(database), m_name(std::move(name)), m_declaration("CREATE TABLE x("), m_feed(feed) {
    for (int i = 0; i < columns; ++i)
        m_declaration += (i == 0 ? "c" : ", c") + std::to_string(i);
    m_declaration += ')';
}

FeedTable::~FeedTable() {
    if (m_attached)
        sqlite3_create_module_v2(m_database.handle(), m_name.c_str(), nullptr, nullptr, nullptr);
}

Status FeedTable::attach() {
    if (sqlite3_create_module_v2(m_database.handle(), m_name.c_str(), &kModule, this, nullptr) != SQLITE_OK)
        return m_database.lastError();
    m_attached = true;
    return {};
}

} // namespace core::store
