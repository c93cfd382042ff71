// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/check.h"

#include "core/base/noop.h"
#include "core/store/database.h"
#include "core/store/events/check_events.h"
#include "core/store/import_parts.h"
#include "core/store/split_check.h"
#include "core/store/split_store_plan.h"
#include "core/store/stored_values.h"

#include <algorithm>
#include <string>

namespace core::store {
namespace {

using Severity = CheckFinding::Severity;
using Findings = std::vector<CheckFinding>;

constexpr std::size_t kMostExamples = 20; ///< of one kind of damage: whoever reads them has seen enough

void add(Findings& findings, Severity severity, const char* check, const char* sentence,
         Json numbers = Json::object()) {
    findings.push_back({severity, check, sentence, std::move(numbers)});
}

/// One text per row of a statement; at most kMostExamples of them are kept, all are counted.
struct Messages {
    std::int64_t count = 0;
    Json examples = Json::array();
    void note(std::string text) {
        ++count;
        if (examples.size() < kMostExamples)
            examples.push_back(std::move(text));
    }
    Json numbers(const char* what) const { return {{what, count}, {"examples", examples}}; }
};

/// False when the file is damaged so badly that no more can be asked of it.
Result<bool> checkIntegrity(Database& database, Findings& findings) {
    // From the disk, not from what was read before; a page in use that is all zeros is damage too.
    database.readAnew(true);
    Messages problems;
    auto rows = database.prepare("PRAGMA integrity_check(100)");
    if (!rows.ok() && rows.error().code != ErrorCode::ProjectDamaged)
        return rows.error();
    if (!rows.ok()) // the schema itself cannot be read
        problems.note(rows.error().detail);
    while (rows.ok()) {
        auto row = rows->step();
        if (!row.ok() && row.error().code == ErrorCode::ProjectDamaged) {
            problems.note(row.error().detail);
            break;
        }
        if (!row.ok())
            return std::move(row).error();
        if (!*row)
            break;
        if (rows->text(0) != "ok")
            problems.note(std::string(rows->text(0)));
    }
    database.readAnew(false);
    if (problems.count == 0)
        add(findings, Severity::Ok, "integrity", TL_NOOP("Check", "The file is intact."));
    else
        add(findings, Severity::Error, "integrity", TL_NOOP("Check", "The file is damaged. Restore a copy of it."),
            problems.numbers("problems"));
    return problems.count == 0;
}

/// Adds to `orphans` what SQLite cannot know of events; false where they cannot be read.
Result<bool> checkEvents(Database& database, JobContext& job, Messages& orphans, Findings& findings) {
    TL_TRY(const events::EventProblems problems, events::checkEvents(database, job));
    for (const std::string& orphan : problems.orphans)
        orphans.note(orphan);
    orphans.count += problems.orphanCount - static_cast<std::int64_t>(problems.orphans.size());
    if (problems.unreadable.empty())
        return true;
    Messages unreadable;
    for (const std::string& problem : problems.unreadable)
        unreadable.note(problem);
    add(findings, Severity::Error, "integrity", TL_NOOP("Check", "The file is damaged. Restore a copy of it."),
        unreadable.numbers("problems"));
    return false;
}

/// False where the events cannot be read, so that there is no use in asking more.
Result<bool> checkReferences(Database& database, JobContext& job, Findings& findings) {
    Messages orphans;
    TL_TRY(Statement rows, database.prepare("PRAGMA foreign_key_check"));
    for (;;) {
        TL_TRY(const bool row, rows.step());
        if (!row)
            break;
        orphans.note(std::string(rows.text(0)) + " " + std::to_string(rows.integer(1)) + " → " +
                     std::string(rows.text(2)));
    }
    TL_TRY(const bool readable, checkEvents(database, job, orphans, findings));
    if (!readable)
        return false;
    if (orphans.count == 0)
        add(findings, Severity::Ok, "foreign_keys", TL_NOOP("Check", "Every row that refers to another finds it."));
    else
        add(findings, Severity::Error, "foreign_keys", TL_NOOP("Check", "Rows refer to other rows that are not there."),
            orphans.numbers("rows"));
    return true;
}

Result<std::int64_t> sumOf(const Database& database, std::string_view text, const char* what) {
    TL_TRY(const Json json, storedJson(database, text, what));
    if (!json.is_object())
        return damaged(database, what);
    std::int64_t sum = 0;
    for (const Json& value : json)
        sum += value.is_number_integer() ? value.get<std::int64_t>() : 0;
    return sum;
}

/// What a source brought and the project holds, by kind of source. Cleaning puts events aside; several rows of a
/// catalogue or of queries may be one item or query.
constexpr const char* kCountsSql =
    "SELECT s.id, s.kind, s.path, s.rows_read, s.imported, s.rejected, s.dropped, s.rejected_by, s.noted, "
    "(SELECT count(*) FROM reject r WHERE r.source_id = s.id), coalesce(e.n, 0) + coalesce(c.n, 0), coalesce(j.n, 0) + "
    "coalesce(cj.n, 0), "
    "coalesce(v.n, 0) + coalesce(cv.n, 0), (SELECT count(*) FROM split p JOIN split_row r ON r.split_id = p.id WHERE "
    "p.source_id = s.id) + "
    "(SELECT count(*) FROM split p JOIN split_event r ON r.split_id = p.id WHERE p.source_id = s.id), coalesce(i.n, "
    "0), "
    "coalesce(q.n, 0) FROM source s "
    "LEFT JOIN (SELECT source_id, count(*) AS n FROM event GROUP BY source_id) e ON e.source_id = s.id "
    "LEFT JOIN (SELECT source_id, count(*) AS n FROM clean_event GROUP BY source_id) c ON c.source_id = s.id "
    "LEFT JOIN (SELECT source_id, count(*) AS n FROM clean_judgement GROUP BY source_id) cj ON cj.source_id = s.id "
    "LEFT JOIN (SELECT source_id, count(*) AS n FROM clean_review GROUP BY source_id) cv ON cv.source_id = s.id "
    "LEFT JOIN (SELECT source_id, count(*) AS n FROM judgement GROUP BY source_id) j ON j.source_id = s.id "
    "LEFT JOIN (SELECT source_id, count(*) AS n FROM review GROUP BY source_id) v ON v.source_id = s.id "
    "LEFT JOIN (SELECT source_id, count(*) AS n FROM item GROUP BY source_id) i ON i.source_id = s.id "
    "LEFT JOIN (SELECT source_id, count(*) AS n FROM query GROUP BY source_id) q ON q.source_id = s.id "
    "ORDER BY s.id";

struct StoredRows {
    std::int64_t rows = 0;
    bool exactly = true; ///< false: at most as many as were imported
};

StoredRows storedRowsOf(const Statement& row) {
    const std::string_view kind = row.text(1);
    if (kind == "log")
        return {row.integer(10), true};
    if (kind == "labels")
        return {row.integer(11), true};
    if (kind == "reviews")
        return {row.integer(12), true};
    if (kind == "split")
        return {row.integer(13), true};
    return {kind == "queries" ? row.integer(15) : row.integer(14), false};
}

/// Every record of every file is accounted for, and is where the account says.
Status checkCounts(Database& database, Findings& findings) {
    TL_TRY(Statement rows, database.prepare(kCountsSql));
    std::int64_t sourceCount = 0;
    std::int64_t read = 0;
    bool right = true;
    for (;;) {
        TL_TRY(const bool row, rows.step());
        if (!row)
            break;
        TL_TRY(const std::int64_t dropped, sumOf(database, rows.text(6), "source.dropped"));
        TL_TRY(const std::int64_t byReason, sumOf(database, rows.text(7), "source.rejected_by"));
        TL_TRY(const Json noted, storedJson(database, rows.text(8), "source.noted"));
        const std::int64_t imported = rows.integer(4), rejected = rows.integer(5), kept = rows.integer(9);
        const StoredRows stored = storedRowsOf(rows);
        ++sourceCount;
        read += rows.integer(3);
        const bool there = stored.exactly ? stored.rows == imported : stored.rows <= imported;
        // Of very many refused rows only the first are kept, and some of those may have been corrected since.
        const bool refused = byReason == rejected && (rejected > importing::kKeptRejects - kept
                                                          ? kept <= importing::kKeptRejects && kept <= rejected
                                                          : kept == rejected);
        if (rows.integer(3) == imported + rejected + dropped && there && refused)
            continue;
        right = false;
        add(findings, Severity::Error, "counts", TL_NOOP("Check", "The rows of an imported file do not add up."),
            {{"source", rows.integer(0)},
             {"path", std::string(rows.text(2))},
             {"read", rows.integer(3)},
             {"imported", imported},
             {"rejected", rejected},
             {"dropped", dropped},
             {"stored", stored.rows},
             {"stored_rejects", kept}});
    }
    if (right)
        add(findings, Severity::Ok, "counts",
            TL_NOOP("Check", "Every row that was read is imported, rejected or dropped."),
            {{"sources", sourceCount}, {"rows", read}});
    return {};
}

/// The stored numbers of events per item, user and query are those that counting yields.
Status checkSupportCounts(Database& database, JobContext& job, Findings& findings) {
    TL_TRY(const std::int64_t stored, database.queryInteger("SELECT count(*) FROM support_count"));
    TL_TRY(const std::int64_t events, database.queryInteger("SELECT EXISTS(SELECT 1 FROM event)"));
    if (stored == 0 && events != 0) {
        add(findings, Severity::Note, "support_counts",
            TL_NOOP("Check", "The events have not been counted yet; the next import does it."));
        return {};
    }
    std::int64_t wrong = 0;
    int entity = 1;
    for (const std::string column : {"item_id", "user_id", "query_id"}) {
        TL_CHECK_STATUS(job.check());
        const std::string number = std::to_string(entity++);
        const std::string counted = "SELECT " + column +
                                    ", kind, count(*), sum(cancelled) FROM event NOT INDEXED WHERE " + column +
                                    " IS NOT NULL GROUP BY " + column + ", kind";
        const std::string kept = "SELECT id, kind, events, cancelled FROM support_count WHERE entity = " + number;
        for (const std::string& sql : {counted + " EXCEPT " + kept, kept + " EXCEPT " + counted}) {
            TL_TRY(const std::int64_t differing, database.queryInteger("SELECT count(*) FROM (" + sql + ")"));
            wrong += differing;
        }
    }
    if (wrong == 0)
        add(findings, Severity::Ok, "support_counts",
            TL_NOOP("Check", "The stored numbers of events per item, user and query are right."), {{"rows", stored}});
    else
        add(findings, Severity::Error, "support_counts",
            TL_NOOP("Check", "The stored numbers of events per item, user or query are wrong."), {{"rows", wrong}});
    return {};
}

/// Leakage, groups, time order and classes of every split.
Status checkSplits(Database& database, JobContext& job, Findings& findings) {
    TL_TRY(const auto splits, readSplits(database));
    for (const SplitInfo& split : splits) {
        TL_TRY(const SplitCheck check, checkSplit(database, split, job));
        for (CheckFinding& finding : splitFindings(check))
            findings.push_back(std::move(finding));
    }
    return {};
}

Status checkLineage(Database& database, Findings& findings) {
    TL_TRY(const std::int64_t all, database.queryInteger("SELECT count(*) FROM synthetic"));
    TL_TRY(
        const std::int64_t wrong,
        database.queryInteger("SELECT count(*) FROM synthetic s JOIN run u ON u.id = s.run_id LEFT JOIN split_row r ON "
                              "r.split_id = u.split_id AND r.item_id = s.parent_item_id WHERE r.part IS NOT 0"));
    if (wrong == 0)
        add(findings, Severity::Ok, "lineage", TL_NOOP("Check", "Every synthetic row comes from a training row."),
            {{"rows", all}});
    else
        add(findings, Severity::Error, "lineage",
            TL_NOOP("Check",
                    "Synthetic rows come from rows outside training: the runs that used them cannot be trusted."),
            {{"rows", wrong}, {"of", all}});
    return {};
}

Status checkRuns(Database& database, Findings& findings) {
    // 1 Running, 2 Interrupted. A run that is still going on in this or another process counts as well: hence a note.
    TL_TRY(const std::int64_t count, database.queryInteger("SELECT count(*) FROM run WHERE status IN (1, 2)"));
    if (count == 0)
        add(findings, Severity::Ok, "interrupted_runs", TL_NOOP("Check", "No run was interrupted."));
    else
        add(findings, Severity::Note, "interrupted_runs",
            TL_NOOP("Check", "Runs are going on, or were interrupted and can be resumed."), {{"runs", count}});
    return {};
}

Status runChecks(Database& database, JobContext& job, Findings& findings) {
    constexpr std::int64_t kChecks = 7;
    database.setCancelProbe([&job] { return job.cancelled(); });
    constexpr const char* kStage = TL_NOOP("Job", "Checking the project");
    job.begin(kStage, kChecks, "checks");
    TL_TRY(const bool usable, checkIntegrity(database, findings));
    if (!usable)
        return {};
    job.report(1);
    TL_TRY(const bool readable, checkReferences(database, job, findings));
    if (!readable)
        return {};
    job.report(2);
    TL_CHECK_STATUS(checkCounts(database, findings));
    job.report(3);
    TL_CHECK_STATUS(checkSupportCounts(database, job, findings));
    job.report(4);
    TL_CHECK_STATUS(checkSplits(database, job, findings));
    job.begin(kStage, kChecks, "checks"); // the splits reported their own rows
    job.report(5);
    TL_CHECK_STATUS(checkLineage(database, findings));
    job.report(6);
    TL_CHECK_STATUS(checkRuns(database, findings));
    job.report(kChecks);
    return job.check();
}

} // namespace

Result<std::vector<CheckFinding>> checkProject(const Project& project, JobContext& job) {
    Findings findings;
    const auto work = [&](Database& database) { return runChecks(database, job, findings); };
    TL_CHECK_STATUS(project.read(work));
    return findings;
}

} // namespace core::store
