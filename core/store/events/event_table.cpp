// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/events/event_table.h"

#include "core/store/events/event_table_parts.h"

namespace core::store::events {
namespace table {

int codeOf(sqlite3_vtab* base, const Error& error) {
    sqlite3* const handle = tableOf(base).events.database.handle();
    const int code = sqlite3_extended_errcode(handle);
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        return code;
    return refuse(base, SQLITE_CORRUPT_VTAB, error.detail);
}

int codeOf(sqlite3_vtab* base, const Status& status) {
    return status.ok() ? SQLITE_OK : codeOf(base, status.error());
}

int refuse(sqlite3_vtab* base, int code, const std::string& why) {
    sqlite3_free(base->zErrMsg);
    base->zErrMsg = sqlite3_mprintf("%s", why.c_str());
    return code;
}

namespace {

std::string declaration() {
    std::string sql = "CREATE TABLE x(id INTEGER";
    for (const Column& column : kColumns) {
        sql += ", " + std::string(column.name);
        sql += column.type == ColumnType::Integer ? " INTEGER" : column.type == ColumnType::Real ? " REAL" : " TEXT";
    }
    return sql + ")";
}

int connect(sqlite3* handle, void* database, int, const char* const*, sqlite3_vtab** made, char**) {
    return guarded([&] {
        if (const int code = sqlite3_declare_vtab(handle, declaration().c_str()); code != SQLITE_OK)
            return code;
        sqlite3_vtab_config(handle, SQLITE_VTAB_CONSTRAINT_SUPPORT, 1);
        auto* const table = new Table(*static_cast<Database*>(database));
        *made = &table->base;
        return SQLITE_OK;
    });
}

int disconnect(sqlite3_vtab* base) {
    delete &tableOf(base);
    return SQLITE_OK;
}

int begin(sqlite3_vtab*) {
    return SQLITE_OK;
}

int flush(sqlite3_vtab* base) {
    return guarded([&] { return codeOf(base, tableOf(base).events.edits.flush()); });
}

int commit(sqlite3_vtab* base) {
    tableOf(base).events.edits.discard(); // which were written by then
    return SQLITE_OK;
}

int rollback(sqlite3_vtab* base) {
    tableOf(base).events.chunks.reset();
    tableOf(base).events.edits.discard();
    return SQLITE_OK;
}

int savepoint(sqlite3_vtab* base, int) {
    return flush(base);
}

int release(sqlite3_vtab*, int) {
    return SQLITE_OK;
}

int rollbackTo(sqlite3_vtab* base, int) {
    return rollback(base);
}

const sqlite3_module kModule = [] {
    sqlite3_module module{};
    module.iVersion = 2;
    addQueries(module);
    module.xConnect = connect; // without xCreate: the table is there under its module's name, in every file
    module.xDisconnect = disconnect;
    module.xUpdate = update;
    module.xBegin = begin;
    module.xSync = flush;
    module.xCommit = commit;
    module.xRollback = rollback;
    module.xSavepoint = savepoint;
    module.xRelease = release;
    module.xRollbackTo = rollbackTo;
    return module;
}();

} // namespace
} // namespace table

Status attachEventTable(Database& database) {
    if (sqlite3_create_module_v2(database.handle(), "event", &table::kModule, &database, nullptr) != SQLITE_OK)
        return database.lastError();
    return {};
}

Result<std::int64_t> firstEventId(Database& database) {
    return database.queryInteger("SELECT id FROM event ORDER BY id LIMIT 1");
}

Result<std::int64_t> lastEventId(Database& database) {
    return database.queryInteger("SELECT id FROM event ORDER BY id DESC LIMIT 1");
}

} // namespace core::store::events
