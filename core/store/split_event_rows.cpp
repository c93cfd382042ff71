// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/split_event_rows.h"

#include "core/base/noop.h"
#include "core/store/split_store.h"

#include <array>
#include <utility>

namespace core::store {
namespace {

constexpr std::size_t kRowsAtOnce = 200;

std::string insertText(std::size_t rows) {
    std::string text = "INSERT INTO split_event(split_id, event_id, part) VALUES";
    for (std::size_t row = 0; row < rows; ++row)
        text += std::string(row == 0 ? "" : ",") + "(?1,?" + std::to_string(2 * row + 2) + ",?" +
                std::to_string(2 * row + 3) + ")";
    return text;
}

} // namespace

Status insertEventRows(Database& database, SplitId id, const SplitUnits& units, const Assignment& assignment,
                       std::size_t split, JobContext& job) {
    TL_TRY(Statement many, database.prepare(insertText(kRowsAtOnce)));
    TL_TRY(Statement one, database.prepare(insertText(1)));
    many.bind(1, raw(id));
    one.bind(1, raw(id));
    std::size_t held = 0;
    std::array<std::pair<std::int64_t, std::int64_t>, kRowsAtOnce> rows;
    for (std::size_t row = 0; row < units.rows(); ++row) {
        const std::int8_t part = assignment.partOf(split, row);
        if (part < 0)
            continue;
        rows[held++] = {units.idOf(row), part};
        if (held < kRowsAtOnce)
            continue;
        for (std::size_t i = 0; i < held; ++i) {
            many.bind(static_cast<int>(2 * i + 2), rows[i].first);
            many.bind(static_cast<int>(2 * i + 3), rows[i].second);
        }
        TL_CHECK_STATUS(many.run());
        held = 0;
        TL_CHECK_STATUS(job.check());
        job.report(static_cast<std::int64_t>(row));
    }
    for (std::size_t i = 0; i < held; ++i) {
        one.bind(2, rows[i].first);
        one.bind(3, rows[i].second);
        TL_CHECK_STATUS(one.run());
    }
    return job.check();
}

Status readEventParts(Database& database, SplitId split, EventParts& result, JobContext& job) {
    const std::string own = " FROM split_event WHERE split_id = " + std::to_string(raw(split));
    // Two statements: the smallest and the largest key are at the ends of the index only when they are asked for alone.
    TL_TRY(const std::int64_t first, database.queryInteger("SELECT min(event_id)" + own));
    TL_TRY(const std::int64_t last, database.queryInteger("SELECT max(event_id)" + own));
    result.firstId = first;
    if (last == 0)
        return {};
    constexpr std::int64_t kMost = std::int64_t{1} << 32U;
    if (last - first >= kMost)
        return Error(ErrorCode::Internal, "event numbers are too far apart");
    result.parts.assign(static_cast<std::size_t>(last - first) + 1, EventParts::kNone);
    job.begin(TL_NOOP("Job", "Reading the split"), last - first + 1, "events");
    TL_TRY(Statement rows, database.prepare("SELECT event_id, part" + own + " ORDER BY event_id"));
    constexpr std::int64_t kRowsBetweenChecks = 8192;
    for (std::int64_t row = 0;; ++row) {
        if (row % kRowsBetweenChecks == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(row);
        }
        TL_TRY(const bool more, rows.step());
        if (!more)
            return {};
        result.parts[static_cast<std::size_t>(rows.integer(0) - first)] = static_cast<std::int8_t>(rows.integer(1));
    }
}

Result<EventParts> loadEventParts(const Project& project, SplitId split, JobContext& job) {
    TL_TRY(const SplitInfo info, splitInfo(project, split));
    if (info.ofItems())
        return Error(ErrorCode::NoData, "“" + info.name + "” divides items, not events");
    EventParts result;
    TL_CHECK_STATUS(project.read([&](Database& database) -> Status {
        database.setCancelProbe([&job] { return job.cancelled(); });
        return readEventParts(database, split, result, job);
    }));
    return result;
}

} // namespace core::store
