// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite_error.h"

#include "core/store/checked_vfs.h"

#include <sqlite3.h>

#include <cerrno>

namespace core::store {
namespace {

ErrorCode ioErrorCode(int extended) {
    switch (extended) {
    case SQLITE_IOERR_NOMEM:
        return ErrorCode::OutOfMemory;
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_DATA:
        return ErrorCode::ProjectDamaged;
    case SQLITE_IOERR_SHMSIZE: // the file that readers and writer share could not grow
        return ErrorCode::DiskFull;
    case SQLITE_IOERR_BLOCKED:
        return ErrorCode::ProjectLocked;
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_FSTAT:
    case SQLITE_IOERR_RDLOCK:
        return ErrorCode::FileUnreadable;
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
        return extended == SQLITE_READONLY_DBMOVED ? ErrorCode::WriteFailed : ErrorCode::ProjectReadOnly;
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

bool locksMissing(int extended, sqlite3* handle) {
    switch (extended) {
    case SQLITE_IOERR_LOCK:
    case SQLITE_IOERR_RDLOCK:
    case SQLITE_IOERR_UNLOCK:
    case SQLITE_IOERR_CHECKRESERVEDLOCK:
    case SQLITE_IOERR_SHMLOCK:
        break;
    default:
        return false;
    }
    const int reason = handle != nullptr ? sqlite3_system_errno(handle) : 0;
    return reason == ENOLCK || reason == EOPNOTSUPP || reason == ENOSYS;
}

/// What SQLite says, in the words of whoever has the file on a drive.
std::string detailOf(int extended, sqlite3* handle) {
    if (locksMissing(extended, handle))
        return kNoLocks;
    switch (extended) {
    case SQLITE_IOERR_DATA: {
        const std::int64_t page = damagedPage(handle);
        return (page > 0 ? "page " + std::to_string(page) : std::string("a page")) + " does not match its checksum";
    }
    case SQLITE_READONLY_DBMOVED:
        return "it was moved or removed while it was open";
    default:
        break;
    }
    std::string text = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(extended);
    if ((extended & 0xff) == SQLITE_IOERR && extended != SQLITE_IOERR_NOMEM)
        text += "; is the drive still there?";
    return text;
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
        error.detail = detailOf(code, handle);
    }
    return error;
}

} // namespace core::store
