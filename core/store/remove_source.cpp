// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/store/database.h"
#include "core/store/import.h"
#include "core/store/import_summary.h"
#include "core/store/source_rows.h"
#include "core/store/support_counts.h"

#include <array>
#include <filesystem>
#include <initializer_list>

namespace core::store {
namespace {

constexpr std::size_t kRowsPerQuestion = 256;

/// Foreign keys cannot be switched within a transaction, and with them on SQLite would look for children of every
/// single row that goes: here they are kept by hand, set by set.
class ForeignKeysOff {
public:
    explicit ForeignKeysOff(Database& database) : m_database(database) {}
    ~ForeignKeysOff() { static_cast<void>(m_database.execute("PRAGMA foreign_keys = ON")); }
    ForeignKeysOff(const ForeignKeysOff&) = delete;
    ForeignKeysOff& operator=(const ForeignKeysOff&) = delete;
    Status begin() { return m_database.execute("PRAGMA foreign_keys = OFF"); }

private:
    Database& m_database;
};

/// Everything that one removal does, inside one transaction.
class Removal {
public:
    Removal(Database& database, SourceId source, JobContext& job)
        : m_database(database), m_id(raw(source)), m_source(source), m_job(job) {}

    Status run() {
        TL_TRY(m_summary, readSource(m_database, m_source));
        TL_CHECK_STATUS(checkFree());
        m_job.begin(TL_NOOP("Job", "Removing rows"), kSteps, "steps");
        TL_CHECK_STATUS(noteCandidates());
        TL_CHECK_STATUS(removeRows());
        TL_CHECK_STATUS(takeBack(describedItems(), "gone_item"));
        TL_CHECK_STATUS(takeBack(describedQueries(), "gone_query"));
        TL_CHECK_STATUS(removeOrphans());
        TL_CHECK_STATUS(step());
        TL_CHECK_STATUS(onSource("DELETE FROM source WHERE id = ?1"));
        TL_CHECK_STATUS(refreshSupportCounts(m_database, m_job));
        for (const char* table : kCandidates)
            TL_CHECK_STATUS(m_database.execute(std::string("DROP TABLE temp.") + table));
        return m_job.check();
    }

private:
    static constexpr std::int64_t kSteps = 6;
    static constexpr std::array kCandidates{"gone_item", "gone_user", "gone_query"};

    Status step() {
        m_job.report(++m_step);
        return m_job.check();
    }

    /// Runs a statement about the source: ?1.
    Status onSource(const std::string& sql) {
        TL_TRY(Statement statement, m_database.prepare(sql));
        statement.bind(1, m_id);
        return statement.run();
    }

    Result<std::string> listed(const std::string& sql) {
        TL_TRY(Statement rows, m_database.prepare(sql));
        rows.bind(1, m_id);
        std::string list;
        for (;;) {
            TL_TRY(const bool more, rows.step());
            if (!more)
                return list;
            list += (list.empty() ? "" : ", ") + std::string(rows.text(0));
        }
    }

    Error inUse(const std::string& detail) const {
        const std::string file = std::filesystem::path(m_summary.path).filename().string();
        return Error(ErrorCode::SourceInUse, detail)
            .inFile(m_database.path())
            .at({}, std::to_string(m_id) + " (" + file + ")");
    }

    Status checkFree() {
        TL_TRY(const std::string runs, listed("SELECT r.id FROM run r JOIN split s ON s.id = r.split_id "
                                              "WHERE s.source_id = ?1 ORDER BY r.id"));
        if (!runs.empty())
            return inUse("it is a split that runs use (" + runs + ")");
        // Titles that logs give do not reach a split: its items have a label, and so a catalogue.
        TL_TRY(
            const std::string splits,
            listed("SELECT '“' || name || '”' FROM split s WHERE s.source_id IS NOT ?1 AND (EXISTS(SELECT 1 FROM "
                   "split_row r JOIN item i ON i.id = r.item_id WHERE r.split_id = s.id AND (i.source_id = ?1 OR "
                   "EXISTS(SELECT 1 FROM item_row w WHERE w.item_id = i.id AND w.source_id = ?1 AND "
                   "json_extract(w.row, '$.log_title') IS NULL))) OR EXISTS(SELECT 1 FROM split_event r JOIN event e "
                   "ON e.id = r.event_id WHERE r.split_id = s.id AND e.source_id = ?1)) ORDER BY s.id"));
        if (!splits.empty())
            return inUse("splits rest on its rows (" + splits + "); remove them first, after the runs that use them");
        // A step looked at all rows that were there: what it did may rest on these even where it changed others.
        const bool cleaned = m_summary.kind != data::SourceKind::Split;
        TL_TRY(const std::string steps,
               listed("SELECT c.id FROM clean_step c JOIN source s ON s.id = ?1 WHERE c.created >= s.imported_at "
                      "ORDER BY c.id"));
        if (cleaned && !steps.empty())
            return inUse("the cleaning steps " + steps + " were made with its rows; undo them first");
        return {};
    }

    /// Items, users and queries that its rows name: whoever nobody else names goes with them.
    Status noteCandidates() {
        for (const char* table : kCandidates) {
            const std::string name = std::string("temp.") + table;
            TL_CHECK_STATUS(m_database.execute("CREATE TEMP TABLE IF NOT EXISTS " + std::string(table) +
                                               "(id INTEGER PRIMARY KEY); DELETE FROM " + name));
        }
        struct Naming {
            const char *candidates, *table, *column;
        };
        for (const Naming& naming : std::initializer_list<Naming>{{"gone_item", "event", "item_id"},
                                                                  {"gone_user", "event", "user_id"},
                                                                  {"gone_query", "event", "query_id"},
                                                                  {"gone_item", "judgement", "item_id"},
                                                                  {"gone_query", "judgement", "query_id"},
                                                                  {"gone_item", "review", "item_id"},
                                                                  {"gone_user", "review", "user_id"}})
            TL_CHECK_STATUS(onSource("INSERT OR IGNORE INTO temp." + std::string(naming.candidates) + " SELECT " +
                                     naming.column + " FROM " + naming.table +
                                     " NOT INDEXED WHERE source_id = ?1 AND " + naming.column + " IS NOT NULL"));
        return step();
    }

    Status removeRows() {
        for (const char* table : {"event", "judgement", "review", "reject", "item_title"})
            TL_CHECK_STATUS(onSource(std::string("DELETE FROM ") + table + " WHERE source_id = ?1"));
        for (const char* table : {"split_row", "split_event"})
            TL_CHECK_STATUS(onSource(std::string("DELETE FROM ") + table +
                                     " WHERE split_id IN (SELECT id FROM split WHERE source_id = ?1)"));
        TL_CHECK_STATUS(onSource("DELETE FROM split WHERE source_id = ?1"));
        return step();
    }

    /// What it said of items or queries. Most it alone describes: they are done at once.
    Status takeBack(const DescribedTable& table, const std::string& candidates) {
        const std::string alone = std::string("source_id = ?1 AND NOT EXISTS(SELECT 1 FROM ") + table.rowTable +
                                  " r WHERE r." + table.idColumn + " = " + table.table + ".id)";
        TL_CHECK_STATUS(onSource("INSERT OR IGNORE INTO temp." + candidates + " SELECT id FROM " + table.table +
                                 " WHERE " + alone));
        std::string sets = "source_id = NULL";
        for (const auto& column : table.columns)
            sets += std::string(", ") + column.name +
                    (table.titled && std::string_view(column.name) == "title" ? " = ''" : " = NULL");
        TL_CHECK_STATUS(onSource("UPDATE " + std::string(table.table) + " SET " + sets + " WHERE " + alone));
        SourceRows rows(m_database, table);
        TL_CHECK_STATUS(rows.prepare());
        TL_TRY(const std::vector<std::int64_t> ids, rows.describedBy(m_id));
        TL_TRY(Statement note, m_database.prepare("INSERT OR IGNORE INTO temp." + candidates + " VALUES (?1)"));
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (i % kRowsPerQuestion == 0)
                TL_CHECK_STATUS(m_job.check());
            TL_CHECK_STATUS(rows.remove(ids[i], m_id));
            note.bind(1, ids[i]);
            TL_CHECK_STATUS(note.run());
        }
        return step();
    }

    Status removeOrphans() {
        struct Referring {
            const char *candidates, *table, *column;
        };
        for (const Referring& referring :
             std::initializer_list<Referring>{{"gone_item", "event", "item_id"},
                                              {"gone_item", "judgement", "item_id"},
                                              {"gone_item", "review", "item_id"},
                                              {"gone_item", "item_row", "item_id"},
                                              {"gone_item", "split_row", "item_id"},
                                              {"gone_item", "clean_event", "item_id"},
                                              {"gone_item", "clean_judgement", "item_id"},
                                              {"gone_item", "clean_review", "item_id"},
                                              {"gone_item", "clean_item_row", "item_id"},
                                              {"gone_user", "event", "user_id"},
                                              {"gone_user", "review", "user_id"},
                                              {"gone_user", "clean_event", "user_id"},
                                              {"gone_user", "clean_review", "user_id"},
                                              {"gone_query", "event", "query_id"},
                                              {"gone_query", "judgement", "query_id"},
                                              {"gone_query", "query_row", "query_id"},
                                              {"gone_query", "clean_event", "query_id"},
                                              {"gone_query", "clean_judgement", "query_id"},
                                              {"gone_query", "clean_query_row", "query_id"}})
            TL_CHECK_STATUS(m_database.execute("DELETE FROM temp." + std::string(referring.candidates) +
                                               " WHERE id IN (SELECT " + referring.column + " FROM " + referring.table +
                                               ")"));
        for (const auto& [candidates, table] :
             std::initializer_list<std::pair<const char*, const char*>>{{"gone_item", "item"}, {"gone_query", "query"}})
            TL_CHECK_STATUS(m_database.execute("DELETE FROM " + std::string(table) +
                                               " WHERE source_id IS NULL AND id IN "
                                               "(SELECT id FROM temp." +
                                               candidates + ")"));
        return m_database.execute("DELETE FROM user WHERE id IN (SELECT id FROM temp.gone_user)");
    }

    Database& m_database;
    std::int64_t m_id;
    SourceId m_source;
    JobContext& m_job;
    ImportSummary m_summary;
    std::int64_t m_step = 0;
};

} // namespace

Status removeSource(Project& project, SourceId source, JobContext& job) {
    return project.writeAlone([&](Database& database) -> Status {
        ForeignKeysOff foreignKeys(database);
        TL_CHECK_STATUS(foreignKeys.begin());
        TL_TRY(const auto transaction, Transaction::begin(database));
        database.setCancelProbe([&job] { return job.cancelled(); });
        const Status status = Removal(database, source, job).run();
        database.setCancelProbe({});
        TL_CHECK_STATUS(status);
        return transaction->commit();
    });
}

} // namespace core::store
