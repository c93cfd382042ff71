// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/check.h"

#include "core/base/noop.h"
#include "core/store/database.h"
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
    Messages problems;
    TL_TRY(Statement rows, database.prepare("PRAGMA integrity_check(100)"));
    for (;;) {
        auto row = rows.step();
        if (!row.ok() && row.error().code == ErrorCode::ProjectDamaged) {
            problems.note(row.error().detail);
            break;
        }
        if (!row.ok())
            return std::move(row).error();
        if (!*row)
            break;
        if (rows.text(0) != "ok")
            problems.note(std::string(rows.text(0)));
    }
    if (problems.count == 0)
        add(findings, Severity::Ok, "integrity", TL_NOOP("Check", "The file is intact."));
    else
        add(findings, Severity::Error, "integrity", TL_NOOP("Check", "The file is damaged. Restore a copy of it."),
            problems.numbers("problems"));
    return problems.count == 0;
}

Status checkForeignKeys(Database& database, Findings& findings) {
    Messages orphans;
    TL_TRY(Statement rows, database.prepare("PRAGMA foreign_key_check"));
    for (;;) {
        TL_TRY(const bool row, rows.step());
        if (!row)
            break;
        orphans.note(std::string(rows.text(0)) + " " + std::to_string(rows.integer(1)) + " → " +
                     std::string(rows.text(2)));
    }
    if (orphans.count == 0)
        add(findings, Severity::Ok, "foreign_keys", TL_NOOP("Check", "Every row that refers to another finds it."));
    else
        add(findings, Severity::Error, "foreign_keys", TL_NOOP("Check", "Rows refer to other rows that are not there."),
            orphans.numbers("rows"));
    return {};
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

/// Every record of every file is accounted for, and is where the account says.
Status checkCounts(Database& database, Findings& findings) {
    TL_TRY(Statement rows,
           database.prepare(
               "SELECT s.id, s.kind, s.path, s.rows_read, s.imported, s.rejected, s.dropped, s.rejected_by, "
               "(SELECT count(*) FROM reject r WHERE r.source_id = s.id), "
               "coalesce(e.n, 0), coalesce(i.n, 0) FROM source s "
               "LEFT JOIN (SELECT source_id, count(*) AS n FROM (SELECT source_id FROM event UNION ALL SELECT source_id "
               "FROM clean_event) GROUP BY source_id) e ON e.source_id = s.id "
               "LEFT JOIN (SELECT source_id, count(*) AS n FROM item GROUP BY source_id) i ON i.source_id = s.id "
               "ORDER BY s.id"));
    std::int64_t sourceCount = 0;
    std::int64_t read = 0;
    bool right = true;
    for (;;) {
        TL_TRY(const bool row, rows.step());
        if (!row)
            break;
        TL_TRY(const std::int64_t dropped, sumOf(database, rows.text(6), "source.dropped"));
        TL_TRY(const std::int64_t byReason, sumOf(database, rows.text(7), "source.rejected_by"));
        const std::int64_t imported = rows.integer(4);
        const std::int64_t rejected = rows.integer(5);
        const bool log = rows.text(1) == "log";
        ++sourceCount;
        read += rows.integer(3);
        // Several catalogue rows may have been merged into one item; every log row is an event of its own, or was one
        // that a step of cleaning keeps aside.
        const bool stored = log ? rows.integer(9) == imported : rows.integer(10) <= imported;
        const bool refused = byReason == rejected && rows.integer(8) == std::min(rejected, importing::kKeptRejects);
        if (rows.integer(3) == imported + rejected + dropped && stored && refused)
            continue;
        right = false;
        add(findings, Severity::Error, "counts", TL_NOOP("Check", "The rows of an imported file do not add up."),
            {{"source", rows.integer(0)},
             {"path", std::string(rows.text(2))},
             {"read", rows.integer(3)},
             {"imported", imported},
             {"rejected", rejected},
             {"dropped", dropped},
             {"stored", log ? rows.integer(9) : rows.integer(10)},
             {"stored_rejects", rows.integer(8)}});
    }
    if (right)
        add(findings, Severity::Ok, "counts",
            TL_NOOP("Check", "Every row that was read is imported, rejected or dropped."),
            {{"sources", sourceCount}, {"rows", read}});
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
    constexpr std::int64_t kChecks = 6;
    database.setCancelProbe([&job] { return job.cancelled(); });
    constexpr const char* kStage = TL_NOOP("Job", "Checking the project");
    job.begin(kStage, kChecks, "checks");
    TL_TRY(const bool usable, checkIntegrity(database, findings));
    if (!usable)
        return {};
    job.report(1);
    TL_CHECK_STATUS(checkForeignKeys(database, findings));
    job.report(2);
    TL_CHECK_STATUS(checkCounts(database, findings));
    job.report(3);
    TL_CHECK_STATUS(checkSplits(database, job, findings));
    job.begin(kStage, kChecks, "checks"); // the splits reported their own rows
    job.report(4);
    TL_CHECK_STATUS(checkLineage(database, findings));
    job.report(5);
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
