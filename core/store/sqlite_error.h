// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

struct sqlite3;

namespace core::store {

/// Why a project on a share without locks is not opened; behind "cannot be read: " or "could not be written: ".
inline constexpr const char* kNoLocks =
    "its folder offers no file locks, as some network shares do, so two programs could write to it at once. Copy the "
    "project to a disk of this computer";

/// An (extended) SQLite result code as one of our errors; `handle` may be null.
Error sqliteError(int code, sqlite3* handle, const std::string& path);

} // namespace core::store
