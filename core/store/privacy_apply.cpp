// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/privacy_apply.h"

#include "core/base/noop.h"
#include "core/privacy/detect.h"
#include "core/store/database.h"
#include "core/store/privacy_texts.h"
#include "core/store/stored_values.h"
#include "core/store/support_counts.h"
#include "core/store/viewer_copy.h"

#include <sqlite3.h>

#include <algorithm>
#include <optional>

namespace core::store {
namespace {

using privacy::PersonalAction;
using privacy::Pseudonymiser;

constexpr std::int64_t kRowsPerQuestion = 256;
constexpr const char* kHiddenRow = "(hidden: the ids of this project were replaced after the import)";

/// The changes inside the writer's transaction.
class Applier {
public:
    Applier(Database& database, const PrivacyApplyOptions& options, const UsableKey* key, JobContext& job)
        : m_database(database), m_options(options), m_key(key), m_job(job) {
        for (std::size_t k = 0; k < privacy::kPersonalKinds; ++k) {
            m_kinds[k] = options.personal[k] != PersonalAction::Keep;
            m_search = m_search || m_kinds[k];
            if (options.personal[k] == PersonalAction::Hash)
                m_hash[k].emplace(key->key, privacy::personalKindName(static_cast<privacy::PersonalKind>(k)));
        }
    }

    Status run() {
        m_database.setCancelProbe([this] { return m_job.cancelled(); });
        // What is freed is overwritten at once; the file is written anew afterwards.
        TL_CHECK_STATUS(m_database.execute("PRAGMA secure_delete=ON"));
        if (m_options.users)
            TL_CHECK_STATUS(pseudonymiseUsers());
        if (m_options.sessions)
            TL_CHECK_STATUS(pseudonymiseColumn("session", "session", m_done.sessions));
        if (m_options.orders)
            TL_CHECK_STATUS(pseudonymiseColumn("order_key", "order", m_done.orders));
        if (m_options.users || m_options.sessions || m_options.orders)
            TL_CHECK_STATUS(hideRejects());
        if (m_search)
            TL_CHECK_STATUS(treatTexts());
        if (m_done.usersMerged > 0 || m_done.queriesMerged > 0)
            TL_CHECK_STATUS(refreshSupportCounts(m_database, m_job));
        return record();
    }
    const PrivacyApplied& done() const { return m_done; }

private:
    Status pseudonymiseUsers();
    /// In every table that has a column of this name.
    Status pseudonymiseColumn(const char* name, const char* domain, std::int64_t& changed);
    /// Raw lines hold the ids as they were, and cannot be taken apart reliably: only what was wrong with them stays.
    Status hideRejects();
    Status treatTexts();
    Status treatColumn(const TextColumn& column);
    /// The text with its findings treated; false = nothing was found.
    bool treated(std::string_view text, std::string& out);
    /// Gives the rows of `from` to `to` in every table that refers to `entity`, and removes `from`.
    Status merge(const char* entity, std::int64_t from, std::int64_t to);
    Status record();
    Database& m_database;
    const PrivacyApplyOptions& m_options;
    const UsableKey* m_key;
    JobContext& m_job;
    privacy::KindSet m_kinds{};
    bool m_search = false;
    std::array<std::optional<Pseudonymiser>, privacy::kPersonalKinds> m_hash;
    std::vector<privacy::PersonalFinding> m_found;
    PrivacyApplied m_done;
};

Status Applier::pseudonymiseUsers() {
    TL_TRY(const std::int64_t total, m_database.queryInteger("SELECT count(*) FROM user"));
    m_job.begin(TL_NOOP("Job", "Replacing user ids"), total, "users");
    const Pseudonymiser pseudonym(m_key->key, "user");
    TL_TRY(Statement rows, m_database.prepare("SELECT id, key FROM user WHERE id > ?1 ORDER BY id LIMIT 1000"));
    TL_TRY(Statement find, m_database.prepare("SELECT id FROM user WHERE key = ?1"));
    TL_TRY(Statement update, m_database.prepare("UPDATE user SET key = ?2 WHERE id = ?1"));
    std::int64_t last = -1, seen = 0;
    for (;;) {
        // A thousand at a time: a statement that is being read must not see the rows change under it.
        std::vector<std::pair<std::int64_t, std::string>> page;
        rows.bind(1, last);
        for (;;) {
            TL_TRY(const bool more, rows.step());
            if (!more)
                break;
            page.emplace_back(rows.integer(0), rows.text(1));
        }
        rows.reset();
        if (page.empty())
            return {};
        TL_CHECK_STATUS(m_job.check());
        for (const auto& [id, key] : page) {
            last = id;
            if (Pseudonymiser::looksLike(key))
                continue;
            const std::string name = pseudonym(key);
            find.bind(1, std::string_view(name));
            TL_TRY(const bool there, find.step());
            const std::int64_t other = there ? find.integer(0) : 0;
            find.reset();
            ++m_done.users;
            if (there) { // another file brought the same person pseudonymised
                ++m_done.usersMerged;
                TL_CHECK_STATUS(merge("user", id, other));
                continue;
            }
            update.bind(1, id);
            update.bind(2, std::string_view(name));
            TL_CHECK_STATUS(update.run());
        }
        m_job.report(seen += static_cast<std::int64_t>(page.size()));
    }
}

Status Applier::merge(const char* entity, std::int64_t from, std::int64_t to) {
    const std::string column = std::string(entity) + "_id";
    std::vector<std::string> tables;
    {
        TL_TRY(
            Statement rows,
            m_database.prepare(
                "SELECT t.name FROM (SELECT name FROM sqlite_schema WHERE type = 'table' UNION ALL SELECT 'event') t, "
                "pragma_table_info(t.name) c WHERE c.name = ?1"));
        rows.bind(1, std::string_view(column));
        for (;;) {
            TL_TRY(const bool more, rows.step());
            if (!more)
                break;
            tables.emplace_back(rows.text(0));
        }
    }
    for (const std::string& table : tables) {
        // Where both have a row of the same source (query_row), one is enough.
        TL_TRY(Statement move,
               m_database.prepare("UPDATE OR REPLACE " + table + " SET " + column + " = ?2 WHERE " + column + " = ?1"));
        move.bind(1, from);
        move.bind(2, to);
        TL_CHECK_STATUS(move.run());
    }
    TL_TRY(Statement removal, m_database.prepare("DELETE FROM " + std::string(entity) + " WHERE id = ?1"));
    removal.bind(1, from);
    return removal.run();
}

Status Applier::pseudonymiseColumn(const char* name, const char* domain, std::int64_t& changed) {
    const Pseudonymiser pseudonym(m_key->key, domain);
    // As a function of SQL: no list of the old values is written anywhere on the way.
    const auto replace = [](sqlite3_context* context, int, sqlite3_value** values) {
        const auto* text = static_cast<const char*>(static_cast<const void*>(sqlite3_value_text(values[0])));
        const std::string_view value(text, static_cast<std::size_t>(sqlite3_value_bytes(values[0])));
        const auto& made = *static_cast<const Pseudonymiser*>(sqlite3_user_data(context));
        const std::string result = Pseudonymiser::looksLike(value) ? std::string(value) : made(value);
        sqlite3_result_text64(context, result.data(), result.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    };
    const auto define = [this](Pseudonymiser* data, void (*function)(sqlite3_context*, int, sqlite3_value**)) {
        return sqlite3_create_function_v2(m_database.handle(), "tl_pseudonym", 1, SQLITE_UTF8, data, function, nullptr,
                                          nullptr, nullptr);
    };
    TL_TRY(const std::vector<TextColumn> columns, textColumns(m_database));
    m_job.begin(TL_NOOP("Job", "Replacing ids"), 0, "");
    if (define(const_cast<Pseudonymiser*>(&pseudonym), replace) != SQLITE_OK)
        return m_database.lastError();
    Status status;
    for (const TextColumn& column : columns) {
        if (column.column != name || !status.ok())
            continue;
        status = m_database.execute("UPDATE " + column.table + " SET " + column.column + " = tl_pseudonym(" +
                                    column.column + ") WHERE " + column.column + " <> '' AND tl_pseudonym(" +
                                    column.column + ") <> " + column.column);
        changed += m_database.changes();
    }
    define(nullptr, nullptr); // it points to what ends here
    return status;
}

Status Applier::hideRejects() {
    const std::string hidden = kHiddenRow;
    TL_TRY(Statement update,
           m_database.prepare("UPDATE reject SET raw = ?1, value = '' WHERE raw <> ?1 AND source_id IN "
                              "(SELECT id FROM source WHERE kind <> 'catalogue')"));
    update.bind(1, std::string_view(hidden));
    TL_CHECK_STATUS(update.run());
    m_done.rejects = m_database.changes();
    return {};
}

bool Applier::treated(std::string_view text, std::string& out) {
    privacy::findPersonal(text, m_kinds, m_found);
    if (m_found.empty())
        return false;
    out.clear();
    std::size_t done = 0;
    for (const privacy::PersonalFinding& finding : m_found) {
        const auto k = static_cast<std::size_t>(finding.kind);
        ++m_done.found[k];
        out += text.substr(done, finding.begin - done);
        done = finding.begin + finding.length;
        if (m_options.personal[k] == PersonalAction::Mask)
            out.append("[").append(privacy::personalKindName(finding.kind)).append("]");
        else if (m_options.personal[k] == PersonalAction::Hash)
            out += (*m_hash[k])(text.substr(finding.begin, finding.length));
    }
    out += text.substr(done);
    return true;
}

Status Applier::treatTexts() {
    TL_TRY(const std::vector<TextColumn> columns, textColumns(m_database));
    m_job.begin(TL_NOOP("Job", "Hiding personal data"), static_cast<std::int64_t>(columns.size()), "columns");
    std::int64_t done = 0;
    for (const TextColumn& column : columns) {
        if (column.kind != TextColumn::Kind::Key)
            TL_CHECK_STATUS(treatColumn(column));
        m_job.report(++done);
    }
    return {};
}

Status Applier::treatColumn(const TextColumn& column) {
    const std::string& name = column.column;
    std::string keys, where;
    int number = 2;
    for (const std::string& key : column.rowKey) {
        keys += (keys.empty() ? "" : ", ") + key;
        where += (where.empty() ? "" : " AND ") + key + " = ?" + std::to_string(number++);
    }
    // What changes is collected first (few texts do), then written: nothing changes under a statement that is read.
    struct Change {
        std::vector<std::string> key; ///< values of rowKey as text
        std::string text;
    };
    std::vector<Change> changes;
    TL_TRY(Statement rows, m_database.prepare("SELECT " + name + ", " + keys + " FROM " + column.table +
                                              " WHERE typeof(" + name + ") = 'text'"));
    std::string out;
    for (std::int64_t read = 0;; ++read) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            break;
        if (read % kRowsPerQuestion == 0)
            TL_CHECK_STATUS(m_job.check());
        if (!treated(rows.text(0), out))
            continue;
        Change& change = changes.emplace_back();
        change.text = out;
        for (int i = 1; i < rows.columns(); ++i)
            change.key.emplace_back(rows.text(i));
    }
    rows.reset();
    TL_TRY(Statement update, m_database.prepare((column.ownKey ? "UPDATE OR REPLACE " : "UPDATE ") + column.table +
                                                " SET " + name + " = ?1 WHERE " + where));
    TL_TRY(Statement find, m_database.prepare("SELECT rowid FROM query WHERE text = ?1"));
    for (const Change& change : changes) {
        if (m_done.texts++ % kRowsPerQuestion == 0)
            TL_CHECK_STATUS(m_job.check());
        if (column.kind == TextColumn::Kind::Unique) {
            find.bind(1, std::string_view(change.text));
            TL_TRY(const bool taken, find.step());
            const std::int64_t other = taken ? find.integer(0) : 0;
            find.reset();
            if (taken) {
                ++m_done.queriesMerged;
                TL_CHECK_STATUS(merge("query", std::stoll(change.key.front()), other));
                continue;
            }
        }
        update.bind(1, std::string_view(change.text));
        for (std::size_t i = 0; i < change.key.size(); ++i)
            update.bind(static_cast<int>(i) + 2, std::string_view(change.key[i]));
        TL_CHECK_STATUS(update.run());
    }
    return {};
}

Status Applier::record() {
    TL_TRY(Statement insert, m_database.prepare("INSERT INTO privacy_action(at, action, target, numbers) "
                                                "VALUES(?1, 'apply', ?2, ?3)"));
    std::string target;
    for (const auto& [asked, name] : {std::pair(m_options.users, "users"), std::pair(m_options.sessions, "sessions"),
                                      std::pair(m_options.orders, "orders"), std::pair(m_search, "texts")})
        if (asked)
            target += (target.empty() ? "" : ", ") + std::string(name);
    const std::string at = utcNow();
    const std::string numbers = dumpJson(m_done.json());
    insert.bind(1, std::string_view(at));
    insert.bind(2, std::string_view(target));
    insert.bind(3, std::string_view(numbers));
    TL_CHECK_STATUS(insert.run());
    if (!m_options.needsKey())
        return {};
    Json key{{"key_id", m_key->key.id()}};
    if (m_key->derivation)
        key["key_derivation"] = m_key->derivation->json();
    const std::string text = dumpJson(key);
    TL_TRY(Statement keep, m_database.prepare("INSERT OR REPLACE INTO meta(key, value) VALUES('privacy_key', ?1)"));
    keep.bind(1, std::string_view(text));
    return keep.run();
}

/// Pages that were freed earlier, without overwriting, may hold the old text: only a new file is free of it.
Status writeAnew(Project& project, JobContext& job) {
    job.begin(TL_NOOP("Job", "Writing the project file anew"), 0, "");
    return project.write([&job](Database& database) -> Status {
        // VACUUM wants no transaction, and the writer has begun one: end it, and give it another one to end.
        TL_CHECK_STATUS(database.execute("COMMIT"));
        database.setCancelProbe([&job] { return job.cancelled(); });
        Status status = database.execute("VACUUM");
        database.setCancelProbe({});
        if (status.ok())
            status = database.execute("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA secure_delete=OFF");
        TL_CHECK_STATUS(database.execute("BEGIN IMMEDIATE"));
        return status;
    });
}

} // namespace

bool PrivacyApplyOptions::needsKey() const {
    return users || sessions || orders ||
           std::any_of(personal.begin(), personal.end(), [](PersonalAction a) { return a == PersonalAction::Hash; });
}

bool PrivacyApplyOptions::empty() const {
    return !users && !sessions && !orders &&
           std::all_of(personal.begin(), personal.end(), [](PersonalAction a) { return a == PersonalAction::Keep; });
}

Json PrivacyApplied::json() const {
    Json kinds = Json::object();
    for (const privacy::PersonalKind kind : privacy::kAllPersonalKinds)
        if (const auto count = found[static_cast<std::size_t>(kind)]; count > 0)
            kinds[std::string(privacy::personalKindName(kind))] = count;
    return Json{
        {"users", users}, {"users_merged", usersMerged},     {"sessions", sessions},      {"orders", orders},
        {"texts", texts}, {"queries_merged", queriesMerged}, {"rejects_hidden", rejects}, {"found", std::move(kinds)}};
}

Result<PrivacyApplied> applyPrivacy(Project& project, const PrivacyApplyOptions& options, const UsableKey* key,
                                    JobContext& job) {
    if (options.empty())
        return Error(ErrorCode::Usage, "Say what is to be hidden: users, sessions, orders, or kinds of personal data.");
    if (options.needsKey() && key == nullptr)
        return Error(ErrorCode::Usage, "Pseudonyms and hashes need a key: give a key file or a passphrase.");
    TL_CHECK_STATUS(notInViewer(project, "rows that could be changed"));
    PrivacyApplied done;
    const auto work = [&](Database& database) -> Status {
        Applier applier(database, options, key, job);
        TL_CHECK_STATUS(applier.run());
        TL_CHECK_STATUS(job.check());
        done = applier.done();
        return {};
    };
    TL_CHECK_STATUS(project.write(work));
    if (const Status anew = writeAnew(project, job); !anew.ok())
        return Error(ErrorCode::WriteFailed,
                     "the data was changed, but the file was not written anew (" + anew.error().detail +
                         "), so the old text may still lie in its free pages; compact the project")
            .inFile(project.path());
    return done;
}

} // namespace core::store
