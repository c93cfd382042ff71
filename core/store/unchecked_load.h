// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace core::store {

class Database;

/// At the start of work that the writer runs, before anything is written: for the rest of it SQLite does not look up
/// every row that another refers to. For large loads that make all ids themselves. The writer takes it back afterwards.
Status leaveForeignKeysUnchecked(Database& database);

} // namespace core::store
