// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/database.h"

#include <cstdint>

namespace core::store {

constexpr std::int64_t kApplicationId = 0x5441494C; ///< "TAIL"

/// The number of the last migration: the format that this program writes.
int schemaVersion();

/// Runs the migrations after `from` in their order, each in one transaction of its own. A new file starts from 0.
/// `to` stops earlier (tests).
Status migrate(Database& database, int from, int to = schemaVersion());

} // namespace core::store
