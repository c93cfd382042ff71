// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/stats/distribution.h"
#include "core/store/entity_sql.h"
#include "core/store/entity_store.h"
#include "core/store/project.h"

namespace core::store {

class Database;

/// Beyond it not every whole number is a double: nothing is counted there.
inline constexpr std::int64_t kMostSupport = std::int64_t{1} << 53;

/// Fills names, counts and details of a table whose entity is set, from the stored counts: scans by two threads and a
/// sort of our own, several times faster than SQL's join, and the same result as supportSql(). `early`: supportOf().
Status fillFromCounts(const Project& project, Database& database, const StoredSum& sum, JobContext& job,
                      stats::SupportTable& table, const EarlyTable& early);

} // namespace core::store
