// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite_error.h"

#include <sqlite3.h>

namespace core::store {
namespace {

ErrorCode ioErrorCode(int extended) {
    switch (extended) {
    case SQLITE_IOERR_NOMEM:
        return ErrorCode::OutOfMemory;
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_DATA:
        return ErrorCode::ProjectDamaged;
    case SQLITE_IOERR_LOCK:
    case SQLITE_IOERR_BLOCKED:
        return ErrorCode::ProjectLocked;
    default:
        return ErrorCode::WriteFailed;
    }
}

ErrorCode codeOf(int extended) {
    switch (extended & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_CORRUPT:
        return ErrorCode::ProjectDamaged;
    case SQLITE_NOTADB:
        return ErrorCode::NotAProject;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return ErrorCode::ProjectLocked;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    case SQLITE_READONLY:
        return ErrorCode::ProjectReadOnly;
    case SQLITE_NOMEM:
        return ErrorCode::OutOfMemory;
    case SQLITE_IOERR:
        return ioErrorCode(extended);
    case SQLITE_CANTOPEN:
    case SQLITE_TOOBIG:
        return ErrorCode::WriteFailed;
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorCode::FileUnreadable;
    default:
        return ErrorCode::Internal; // wrong SQL, a broken constraint, a misuse: our own mistakes
    }
}

} // namespace

Error sqliteError(int code, sqlite3* handle, const std::string& path) {
    Error error(codeOf(code));
    error.file = path;
    switch (error.code) {
    case ErrorCode::Cancelled:
    case ErrorCode::DiskFull:
    case ErrorCode::ProjectLocked:
    case ErrorCode::ProjectReadOnly:
    case ErrorCode::NotAProject:
        break; // their sentences need no reason
    default:
        error.detail = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    }
    return error;
}

} // namespace core::store
