// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

struct sqlite3;

namespace core::store {

/// Bytes at the end of every page that SQLite leaves alone: they hold the page's checksum.
constexpr int kChecksumBytes = 8;

/// The name of an SQLite VFS that gives every page of a database file a checksum when it is written and verifies it
/// when it is read: SQLite notices a broken structure, but not a flipped bit in a value. A page that does not match
/// fails with SQLITE_IOERR_DATA, which is our ProjectDamaged. Projects of format 1 and 2 have no checksums and are read
/// as they are; databases that are not ours too. The WAL has checksums of its own. Registered at the first call; any
/// thread.
const char* checkedVfs();

/// The page that last failed on this connection, from 1; 0 = none.
std::int64_t damagedPage(sqlite3* handle);
/// From now on a page of zeros fails as well. SQLite may leave such pages behind among free ones, so only a check of
/// pages that are in use asks for it.
void refuseEmptyPages(sqlite3* handle, bool refuse);

} // namespace core::store
