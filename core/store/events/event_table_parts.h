// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/events/event_cursor.h"

#include <sqlite3.h>

#include <new>
#include <string>

/// The parts of the table `event`, private to it: SQLite's calls, each in the file that its name says.
namespace core::store::events::table {

struct Table {
    sqlite3_vtab base{};
    EventTable events;
    explicit Table(Database& database) : events(database) {}
};

inline Table& tableOf(sqlite3_vtab* base) {
    return *reinterpret_cast<Table*>(base); // the base is its first member
}

/// The code under which SQLite knows an error, and its words for who asked.
int codeOf(sqlite3_vtab* base, const Error& error);
int codeOf(sqlite3_vtab* base, const Status& status);
int refuse(sqlite3_vtab* base, int code, const std::string& why);

/// Exceptions must not cross SQLite, which is C: only memory can run out here.
template <class Work> int guarded(Work work) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    }
}

/// event_query.cpp: xBestIndex and the calls of cursors.
void addQueries(sqlite3_module& module);
/// event_update.cpp: xUpdate.
int update(sqlite3_vtab* base, int count, sqlite3_value** values, sqlite3_int64* made);

} // namespace core::store::events::table
