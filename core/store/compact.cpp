// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/compact.h"

#include "core/base/noop.h"
#include "core/store/database.h"

#include <filesystem>
#include <system_error>

namespace core::store {
namespace {

std::int64_t bytesOf(const std::string& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    return error ? 0 : static_cast<std::int64_t>(size);
}

} // namespace

Result<CompactSummary> compactProject(Project& project, JobContext& job) {
    job.begin(TL_NOOP("Job", "Compacting the project"), 0, "");
    TL_CHECK_STATUS(job.check());
    CompactSummary summary;
    const auto work = [&](Database& database) -> Status {
        // What is still in the WAL counts as part of the file, before and after: a reader elsewhere may keep it there.
        const auto bytes = [&] { return bytesOf(database.path()) + bytesOf(database.path() + "-wal"); };
        TL_CHECK_STATUS(database.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        summary.before = bytes();
        database.setCancelProbe([&job] { return job.cancelled(); });
        // SQLite builds the new content in a temporary file and takes it over in one transaction: whatever stops it,
        // the old content stays.
        TL_CHECK_STATUS(database.execute("VACUUM"));
        database.setCancelProbe({});
        TL_CHECK_STATUS(database.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        summary.after = bytes();
        return {};
    };
    TL_CHECK_STATUS(project.writeAlone(work));
    return summary;
}

} // namespace core::store
