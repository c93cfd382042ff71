// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

struct sqlite3;

namespace core::store {

/// An (extended) SQLite result code as one of our errors; `handle` may be null.
Error sqliteError(int code, sqlite3* handle, const std::string& path);

} // namespace core::store
