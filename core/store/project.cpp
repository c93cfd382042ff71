// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/project.h"

#include "core/base/file.h"
#include "core/store/database.h"
#include "core/store/migrations.h"
#include "core/store/private_copy.h"
#include "core/store/project_lock.h"
#include "core/store/writer.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace core::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPooledReaders = 6;
constexpr int kLooks = 3;
constexpr std::chrono::milliseconds kLookAgain{20};
constexpr int kFirstChecked = 3; ///< formats from here on have checksums

bool exists(const std::string& path) {
    std::error_code ignored;
    return fs::symlink_status(path, ignored).type() != fs::file_type::not_found;
}

std::string formatDetail(std::int64_t version) {
    return "format " + std::to_string(version) + ", this program knows " + std::to_string(schemaVersion());
}

/// Is it ours, and not newer than we are? The version.
Result<int> checkFormat(Database& database) {
    TL_TRY(const std::int64_t application, database.queryInteger("PRAGMA application_id"));
    if (application != kApplicationId)
        return Error(ErrorCode::NotAProject).inFile(database.path());
    TL_TRY(const std::int64_t version, database.queryInteger("PRAGMA user_version"));
    if (version > schemaVersion())
        return Error(ErrorCode::ProjectNewer, formatDetail(version)).inFile(database.path());
    if (version < 1)
        return Error(ErrorCode::ProjectDamaged, "it has no format number").inFile(database.path());
    return static_cast<int>(version);
}

bool hasWal(const std::string& path) {
    std::error_code error;
    const auto size = fs::file_size(path + "-wal", error);
    return !error && size > 0;
}

/// The number that names us stands in the header, whatever is wrong elsewhere in it.
bool looksLikeOurs(const std::string& path) {
    constexpr std::streamoff kAt = 68;
    std::ifstream file(path, std::ios::binary);
    std::array<char, 4> name{};
    return file.seekg(kAt) && file.read(name.data(), name.size()) &&
           std::string_view(name.data(), name.size()) == "TAIL";
}

/// A file that was cut off: pages that nobody happens to read would not be missed.
Status checkLength(Database& database) {
    if (hasWal(database.path()))
        return {}; // the file is as long as at the last checkpoint
    TL_TRY(const std::int64_t pages, database.queryInteger("PRAGMA page_count"));
    TL_TRY(const std::int64_t pageSize, database.queryInteger("PRAGMA page_size"));
    std::error_code error;
    const auto size = static_cast<std::int64_t>(fs::file_size(database.path(), error));
    if (error || size >= pages * pageSize)
        return {};
    return Error(ErrorCode::ProjectDamaged,
                 "it ends after " + std::to_string(size) + " of " + std::to_string(pages * pageSize) + " bytes")
        .inFile(database.path());
}

Status look(const std::string& path) {
    TL_TRY(const auto database, Database::openImmutable(path));
    TL_TRY([[maybe_unused]] const int version, checkFormat(*database));
    return checkLength(*database);
}

/// Looks at the file without touching it or anything beside it: whatever is not ours stays exactly as it is.
Status inspect(const std::string& path) {
    TL_CHECK_STATUS(checkReadable(path));
    std::error_code error;
    // SQLite takes an empty file for an empty database; a project is never empty.
    if (fs::file_size(path, error) == 0 || error)
        return Error(ErrorCode::NotAProject).inFile(path);
    Status looked = look(path);
    // Another process may be writing the first page at this moment, or a WAL may hold a better one: the file is damaged
    // only when that does not pass, and opening it in earnest says so.
    for (int i = 0; i < kLooks && !looked.ok() && looked.error().code == ErrorCode::ProjectDamaged; ++i) {
        if (hasWal(path))
            return {};
        std::this_thread::sleep_for(kLookAgain);
        looked = look(path);
    }
    if (!looked.ok() && looked.error().code == ErrorCode::NotAProject && looksLikeOurs(path))
        return Error(ErrorCode::ProjectDamaged, "its first bytes are not those of a project").inFile(path);
    return looked;
}

void removeSidecars(const std::string& path) {
    std::error_code ignored;
    for (const char* ending : {"-wal", "-shm", "-journal"})
        fs::remove(path + ending, ignored);
}

void removeDatabase(const std::string& path) {
    std::error_code ignored;
    fs::remove(path, ignored);
    removeSidecars(path);
}

/// Makes a new project under another name and renames it: under its own name it is either complete or not there.
/// The caller holds the lock.
Status create(const std::string& path) {
    const std::string draft = path + ".new";
    removeDatabase(draft); // of a process that was killed right here
    // A WAL left by a project of this name that was deleted would be taken for ours.
    removeSidecars(path);
    const auto build = [&draft]() -> Status {
        TL_TRY(const auto database, Database::open(draft, Database::Mode::Create));
        TL_CHECK_STATUS(migrate(*database, 0));
        return database->execute("PRAGMA wal_checkpoint(TRUNCATE)");
    };
    Status status = build();
    if (status.ok() && ::rename(draft.c_str(), path.c_str()) != 0)
        status = Error(ErrorCode::WriteFailed, std::strerror(errno)).inFile(path);
    if (status.ok())
        return {};
    removeDatabase(draft);
    Error error = status.error();
    error.file = path;
    return error;
}

/// Copies the project as it is, byte by byte, to `<path>.backup-v<version>`, or the next free name, for its owner only.
Status backUp(Database& database, int version) {
    // What the WAL holds belongs into the copy; nobody else writes, as we hold the lock.
    TL_CHECK_STATUS(database.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    const std::string base = database.path() + ".backup-v" + std::to_string(version);
    std::string target = base;
    for (int i = 2; exists(target); ++i)
        target = base + "-" + std::to_string(i);
    return copyFilePrivately(database.path(), target);
}

Result<std::unique_ptr<Database>> openForWriting(const std::string& path) {
    TL_TRY(auto database, Database::open(path, Database::Mode::ReadWrite));
    // Once more, now with what a WAL beside the file may add.
    TL_TRY(const int version, checkFormat(*database));
    if (version >= kFirstChecked && !database->hasChecksums())
        return Error(ErrorCode::ProjectDamaged, "its header does not say that it has checksums").inFile(path);
    if (version < schemaVersion()) {
        TL_CHECK_STATUS(backUp(*database, version));
        if (!database->hasChecksums()) {
            TL_CHECK_STATUS(database->reserveChecksums());
            // In WAL mode VACUUM leaves the layout of pages as it is.
            TL_CHECK_STATUS(database->execute("PRAGMA journal_mode = DELETE; VACUUM; PRAGMA journal_mode = WAL"));
        }
        TL_CHECK_STATUS(migrate(*database, version));
    }
    return database;
}

} // namespace

class Project::Impl {
public:
    Impl(std::string path, std::optional<ProjectLock> lock, std::unique_ptr<Database> writing)
        : m_path(std::move(path)),
          m_lock(std::move(lock)),
          m_writer(writing ? std::make_unique<Writer>(std::move(writing)) : nullptr) {}

    ~Impl() {
        m_readers.clear(); // before the writer: its checkpoint wants to be the last user of the WAL
        m_writer.reset();
    }

    Result<std::unique_ptr<Database>> takeReader() {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_readers.empty()) {
                auto reader = std::move(m_readers.back());
                m_readers.pop_back();
                return reader;
            }
        }
        return Database::open(m_path, Database::Mode::ReadOnly);
    }

    void giveReader(std::unique_ptr<Database> reader) {
        const std::lock_guard lock(m_mutex);
        if (m_readers.size() < kPooledReaders)
            m_readers.push_back(std::move(reader));
    }

    std::string m_path;
    std::optional<ProjectLock> m_lock; ///< released last
    std::unique_ptr<Writer> m_writer;  ///< null = opened for reading only
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Database>> m_readers;
};

Project::Project(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Project::~Project() = default;

Result<std::shared_ptr<Project>> Project::open(const std::string& path, Access access) {
    if (access == Access::ReadOnly) {
        TL_CHECK_STATUS(inspect(path));
        TL_TRY(auto reader, Database::open(path, Database::Mode::ReadOnly));
        TL_TRY(const int version, checkFormat(*reader));
        if (version < schemaVersion())
            return Error(ErrorCode::ProjectReadOnly, "It is in an older format (" + formatDetail(version) +
                                                         "): open it for writing once to convert it.")
                .inFile(path);
        auto impl = std::make_unique<Impl>(path, std::nullopt, nullptr);
        impl->giveReader(std::move(reader));
        return std::shared_ptr<Project>(new Project(std::move(impl)));
    }
    if (access == Access::CreateNew && exists(path))
        return Error(ErrorCode::FileExists).inFile(path);
    const bool mayCreate = access != Access::ReadWrite;
    if (!mayCreate || exists(path))
        TL_CHECK_STATUS(inspect(path));
    TL_TRY(std::optional<ProjectLock> lock, ProjectLock::acquire(path));
    // Between the look and the lock another process may have made the file: ask again, now that nobody else can.
    if (mayCreate && !exists(path))
        TL_CHECK_STATUS(create(path));
    else if (access == Access::CreateNew)
        return Error(ErrorCode::FileExists).inFile(path);
    TL_CHECK_STATUS(inspect(path));
    TL_TRY(auto writing, openForWriting(path));
    return std::shared_ptr<Project>(new Project(std::make_unique<Impl>(path, std::move(lock), std::move(writing))));
}

const std::string& Project::path() const {
    return m_impl->m_path;
}

bool Project::readOnly() const {
    return m_impl->m_writer == nullptr;
}

Status Project::write(const std::function<Status(Database&)>& work) {
    if (readOnly())
        return Error(ErrorCode::ProjectReadOnly).inFile(path());
    return m_impl->m_writer->run(work);
}

Status Project::writeAlone(const std::function<Status(Database&)>& work) {
    if (readOnly())
        return Error(ErrorCode::ProjectReadOnly).inFile(path());
    return m_impl->m_writer->runAlone(work);
}

Status Project::read(const std::function<Status(Database&)>& work) const {
    TL_TRY(auto reader, m_impl->takeReader());
    // One snapshot for the whole of the work, whatever is written meanwhile.
    TL_CHECK_STATUS(reader->execute("BEGIN"));
    Status status = guarded(work, *reader);
    reader->setCancelProbe({});
    // Damage ends the transaction by itself. What the work makes of it is what counts; the reader is given up then.
    if (reader->execute("ROLLBACK").ok())
        m_impl->giveReader(std::move(reader));
    return status;
}

namespace {

/// Changes when anybody else commits; comparable on the same connection alone.
Result<std::int64_t> dataVersion(Database& database) {
    TL_TRY(Statement version, database.prepare("PRAGMA data_version"));
    TL_TRY(const bool row, version.step());
    return row ? version.integer(0) : 0;
}

/// Begins a read transaction and takes its snapshot: BEGIN alone does not look at the file yet.
Status beginReading(Database& database) {
    TL_CHECK_STATUS(database.execute("BEGIN"));
    TL_TRY(Statement look, database.prepare("SELECT 1 FROM meta LIMIT 1"));
    const Result<bool> row = look.step();
    return row.ok() ? Status() : Status(row.error());
}

} // namespace

Readers::Readers(std::vector<std::unique_ptr<Database>> databases) : m_databases(std::move(databases)) {}
Readers::~Readers() = default;

Status Readers::run(const std::vector<std::function<Status(Database&)>>& works) const {
    if (works.size() > m_databases.size()) {
        for (const auto& work : works)
            TL_CHECK_STATUS(guarded(work, *m_databases[0]));
        return {};
    }
    std::vector<std::future<Status>> others;
    for (std::size_t i = 1; i < works.size(); ++i)
        others.push_back(std::async(std::launch::async, [&, i] { return guarded(works[i], *m_databases[i]); }));
    Status status = guarded(works[0], *m_databases[0]);
    for (std::future<Status>& other : others) {
        Status theirs = other.get();
        if (status.ok())
            status = std::move(theirs);
    }
    return status;
}

Status Project::readTogether(std::size_t connections, const std::function<Status(Readers&)>& work) const {
    TL_TRY(auto witness, m_impl->takeReader());
    std::vector<std::unique_ptr<Database>> databases(connections);
    for (auto& database : databases) {
        TL_TRY(database, m_impl->takeReader());
    }
    // All snapshots are the same when nobody committed between the first and the last of them.
    constexpr int kTries = 5;
    bool same = false;
    for (int i = 0; i < kTries && !same; ++i) {
        for (auto& database : databases)
            if (i > 0)
                TL_CHECK_STATUS(database->execute("ROLLBACK"));
        TL_TRY(const std::int64_t before, dataVersion(*witness));
        for (auto& database : databases)
            TL_CHECK_STATUS(beginReading(*database));
        TL_TRY(const std::int64_t after, dataVersion(*witness));
        same = before == after;
    }
    m_impl->giveReader(std::move(witness));
    if (!same) // somebody commits all the time: one connection must do
        databases.resize(1);
    Readers readers(std::move(databases));
    const Status status = guarded([&](Database&) { return work(readers); }, *readers.m_databases[0]);
    for (auto& database : readers.m_databases) {
        database->setCancelProbe({});
        if (database->execute("ROLLBACK").ok())
            m_impl->giveReader(std::move(database));
    }
    return status;
}

std::uint64_t Project::generation() const {
    return m_impl->m_writer ? m_impl->m_writer->commits() : 0;
}

} // namespace core::store
