// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/support_counts.h"

#include "core/base/noop.h"
#include "core/store/database.h"

#include <string>

namespace core::store {
namespace {

constexpr const char* kNetQuantity =
    "(CASE WHEN cancelled THEN -abs(coalesce(quantity, 1.0)) ELSE coalesce(quantity, 1.0) END)";

std::string countSql(int entity, const std::string& column) {
    return "INSERT INTO support_count(entity, id, kind, events, cancelled, quantity, revenue) SELECT " +
           std::to_string(entity) + ", " + column + ", kind, count(*), sum(cancelled), sum(" + kNetQuantity +
           "), coalesce(sum(" + kNetQuantity + " * price), 0.0) FROM event NOT INDEXED WHERE " + column +
           " IS NOT NULL GROUP BY " + column + ", kind";
}

} // namespace

Status refreshSupportCounts(Database& database, JobContext& job) {
    job.begin(TL_NOOP("Job", "Counting events"), 0, "");
    TL_CHECK_STATUS(database.execute("DELETE FROM support_count"));
    int entity = 1;
    for (const char* column : {"item_id", "user_id", "query_id"}) {
        TL_CHECK_STATUS(job.check());
        TL_CHECK_STATUS(database.execute(countSql(entity++, column)));
    }
    return {};
}

} // namespace core::store
