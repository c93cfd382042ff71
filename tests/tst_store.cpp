// SPDX-License-Identifier: GPL-3.0-or-later
// The project file: opening, locking, migrating, writing.
#include "core/store/migrations.h"
#include "tests/support/store_fixture.h"

#include <QFile>

#include <array>
#include <chrono>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace core;
using namespace core::store;
using namespace storetest;
using Access = Project::Access;

namespace {

constexpr std::array kAccesses{Access::ReadOnly, Access::ReadWrite, Access::CreateOrOpen};

/// A project as version 1 of the program left it: no tables for splits and runs.
bool makeVersionOne(const std::string& path) {
    const auto made = [&path]() -> Status {
        TL_TRY(const auto database, Database::open(path, Database::Mode::Create));
        TL_CHECK_STATUS(migrate(*database, 0, 1));
        return database->execute("INSERT INTO item(key, title, category) VALUES ('a', 'Lamp', 'Light')");
    };
    return made().ok();
}

bool makeForeign(const std::string& path, const std::string& pragma) {
    const auto made = [&]() -> Status {
        TL_TRY(const auto database, Database::open(path, Database::Mode::Create));
        return database->execute("CREATE TABLE t(a); INSERT INTO t VALUES (1);" + pragma);
    };
    return made().ok();
}

} // namespace

class TestStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNewProjectIsOurs() {
        const Folder folder;
        const std::string path = folder.path("new.taillight");
        {
            const auto project = openProject(path, Access::CreateNew);
            QVERIFY(project);
            QVERIFY(!project->readOnly());
            QCOMPARE(single(*project, "PRAGMA application_id"), std::string("1413564748"));
            QCOMPARE(number(*project, "PRAGMA user_version"), std::int64_t{schemaVersion()});
            QCOMPARE(single(*project, "PRAGMA journal_mode"), std::string("wal"));
            QCOMPARE(number(*project,
                            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%STRICT%' "
                            "AND name NOT LIKE 'sqlite%'"),
                     std::int64_t{0});
            QVERIFY(folder.has("new.taillight.lock"));
        }
        // Closed: one file, complete, for its owner only.
        struct stat info {};
        QCOMPARE(::stat(path.c_str(), &info), 0);
        QCOMPARE(static_cast<int>(info.st_mode & 0777U), 0600);
        for (const char* left : {"new.taillight.lock", "new.taillight-wal", "new.taillight-shm", "new.taillight.new"})
            QVERIFY2(!folder.has(left), left);
        QCOMPARE(openError(path, Access::CreateNew).code, ErrorCode::FileExists);
        QVERIFY(openProject(path, Access::CreateOrOpen));
    }

    void whatIsNoProjectStaysAsItIs() {
        const Folder folder;
        const std::map<std::string, ErrorCode> cases{
            {folder.write("tiny.taillight", "hello"), ErrorCode::NotAProject},
            {folder.write("empty.taillight", ""), ErrorCode::NotAProject},
            {folder.write("text.taillight", std::string(9000, 'x')), ErrorCode::NotAProject},
            {folder.path("."), ErrorCode::IsDirectory},
            {folder.path("foreign.taillight"), ErrorCode::NotAProject},
            {folder.path("newer.taillight"), ErrorCode::ProjectNewer},
        };
        QVERIFY(makeForeign(folder.path("foreign.taillight"), ""));
        QVERIFY(makeForeign(folder.path("newer.taillight"),
                            "PRAGMA application_id = 1413564748; PRAGMA user_version = 99"));
        for (const auto& [path, code] : cases) {
            const auto before = readFile(path);
            for (const Access access : kAccesses)
                QCOMPARE(openError(path, access).code, code);
            if (before.ok())
                QCOMPARE(*readFile(path), *before);
            for (const char* ending : {"-wal", "-shm", ".lock", ".backup-v7", ".new"})
                QVERIFY2(!QFile::exists(QString::fromStdString(path + ending)), ending);
        }
        QCOMPARE(openError(folder.path("newer.taillight"), Access::ReadWrite).detail,
                 "format 99, this program knows " + std::to_string(schemaVersion()));
        QCOMPARE(openError(folder.path("nowhere.taillight"), Access::ReadWrite).code, ErrorCode::FileNotFound);
        QCOMPARE(openError(folder.path("nowhere.taillight"), Access::ReadOnly).code, ErrorCode::FileNotFound);
        QCOMPARE(openError(folder.path("no/such/folder.taillight"), Access::CreateNew).code, ErrorCode::WriteFailed);
    }

    void anOlderProjectIsBackedUpAndMigrated() {
        const Folder folder;
        const std::string path = folder.path("old.taillight");
        QVERIFY(makeVersionOne(path));
        // Reading only changes nothing, and says what to do.
        const Error error = openError(path, Access::ReadOnly);
        QCOMPARE(error.code, ErrorCode::ProjectReadOnly);
        QVERIFY(error.detail.find("format 1") != std::string::npos);
        QVERIFY(!folder.has("old.taillight.backup-v1"));
        folder.write("old.taillight.backup-v1", "a backup of an earlier day");

        {
            const auto project = openProject(path, Access::ReadWrite);
            QVERIFY(project);
            QCOMPARE(number(*project, "PRAGMA user_version"), std::int64_t{schemaVersion()});
            QCOMPARE(single(*project, "SELECT title FROM item"), std::string("Lamp"));
            QCOMPARE(number(*project, "SELECT count(*) FROM run"), std::int64_t{0});
            const auto fresh = openProject(folder.path("fresh.taillight"));
            QVERIFY(fresh);
            const std::string schema =
                "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)";
            QCOMPARE(single(*project, schema), single(*fresh, schema));
        }
        QCOMPARE(*readFile(folder.path("old.taillight.backup-v1")), std::string("a backup of an earlier day"));
        const auto backup = Database::open(folder.path("old.taillight.backup-v1-2"), Database::Mode::ReadOnly);
        QVERIFY(backup.ok());
        QCOMPARE(*(*backup)->queryInteger("PRAGMA user_version"), std::int64_t{1});
        QCOMPARE(*(*backup)->queryInteger("SELECT count(*) FROM item"), std::int64_t{1});
    }

    void oneWriterAtATime() {
        const Folder folder;
        const std::string path = folder.path("one.taillight");
        auto project = openProject(path);
        QVERIFY(project);
        QCOMPARE(openError(path, Access::ReadWrite).code, ErrorCode::ProjectLocked);
        QCOMPARE(openError(path, Access::CreateOrOpen).code, ErrorCode::ProjectLocked);
        QVERIFY(QFile::link(QString::fromStdString(path), QString::fromStdString(folder.path("link.taillight"))));
        QCOMPARE(openError(folder.path("link.taillight"), Access::ReadWrite).code, ErrorCode::ProjectLocked);

        // Readers come and go, and see what is committed.
        const auto reader = openProject(path, Access::ReadOnly);
        QVERIFY(reader);
        QVERIFY(write(*project, "INSERT INTO user(key) VALUES ('u1')").ok());
        QCOMPARE(number(*reader, "SELECT count(*) FROM user"), std::int64_t{1});
        QCOMPARE(write(*reader, "DELETE FROM user").error().code, ErrorCode::ProjectReadOnly);
        const Status sneaked = reader->read([](Database& database) { return database.execute("DELETE FROM user"); });
        QCOMPARE(sneaked.error().code, ErrorCode::ProjectReadOnly);
        QCOMPARE(number(*project, "SELECT count(*) FROM user"), std::int64_t{1});

        project.reset();
        QVERIFY(openProject(path, Access::ReadWrite));
    }

    void anotherProcessHasIt() {
        const Folder folder;
        const std::string path = folder.path("other.taillight");
        QVERIFY(openProject(path));
        int ready[2], done[2];
        QCOMPARE(::pipe(ready), 0);
        QCOMPARE(::pipe(done), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto project = openProject(path, Access::ReadWrite);
            char byte = project ? 1 : 0;
            static_cast<void>(::write(ready[1], &byte, 1) == 1);
            static_cast<void>(::read(done[0], &byte, 1) == 1);
            ::_exit(0); // without closing it
        }
        char byte = 0;
        QCOMPARE(::read(ready[0], &byte, 1), ssize_t{1});
        QCOMPARE(int{byte}, 1);
        QCOMPARE(openError(path, Access::ReadWrite).code, ErrorCode::ProjectLocked);
        QVERIFY(openProject(path, Access::ReadOnly));
        QCOMPARE(::write(done[1], &byte, 1), ssize_t{1});
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        for (const int end : {ready[0], ready[1], done[0], done[1]})
            ::close(end);
        QVERIFY(folder.has("other.taillight.lock")); // left behind, and no obstacle
        QVERIFY(openProject(path, Access::ReadWrite));
        QVERIFY(!folder.has("other.taillight.lock"));
    }

    void readsFromAFolderThatCannotBeWritten() {
        if (::geteuid() == 0)
            QSKIP("the superuser may write everywhere");
        const Folder folder;
        const std::string path = folder.path("shelf.taillight");
        QVERIFY(openProject(path));
        const std::string shelf = folder.path(".");
        QCOMPARE(::chmod(shelf.c_str(), 0555), 0);
        {
            const auto project = openProject(path, Access::ReadOnly);
            QVERIFY(project);
            QCOMPARE(number(*project, "SELECT count(*) FROM user"), std::int64_t{0});
            QCOMPARE(openError(path, Access::ReadWrite).code, ErrorCode::ProjectReadOnly);
        }
        QCOMPARE(::chmod(shelf.c_str(), 0755), 0);
    }

    void writesAreWholeOrNothing() {
        const Folder folder;
        const auto project = openProject(folder.path("whole.taillight"));
        QVERIFY(project);
        const std::uint64_t before = project->generation();
        const Status failed = project->write([](Database& database) -> Status {
            TL_CHECK_STATUS(database.execute("INSERT INTO user(key) VALUES ('a')"));
            return Error(ErrorCode::NoData, "on second thought");
        });
        QCOMPARE(failed.error().code, ErrorCode::NoData);
        QCOMPARE(number(*project, "SELECT count(*) FROM user"), std::int64_t{0});
        QCOMPARE(project->generation(), before);
        const Status thrown = project->write([](Database&) -> Status { throw std::bad_alloc(); });
        QCOMPARE(thrown.error().code, ErrorCode::OutOfMemory);
        QCOMPARE(write(*project, "INSERT INTO nothing VALUES (1)").error().code, ErrorCode::Internal);
        QVERIFY(write(*project, "INSERT INTO user(key) VALUES ('b')").ok());
        QCOMPARE(project->generation(), before + 1);
    }

    void manyThreadsShareOneWriter() {
        const Folder folder;
        const auto project = openProject(folder.path("threads.taillight"));
        QVERIFY(project);
        std::atomic<int> failures{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 25; ++i) {
                    const std::string key = std::to_string(t) + "-" + std::to_string(i);
                    failures += write(*project, "INSERT INTO user(key) VALUES ('" + key + "')").ok() ? 0 : 1;
                    const auto snapshot = [&failures](Database& database) -> Status {
                        // One snapshot: two questions in one read get the same answer.
                        TL_TRY(const std::int64_t first, database.queryInteger("SELECT count(*) FROM user"));
                        TL_TRY(const std::int64_t second, database.queryInteger("SELECT count(*) FROM user"));
                        failures += first == second ? 0 : 1;
                        return {};
                    };
                    failures += project->read(snapshot).ok() ? 0 : 1;
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
        QCOMPARE(number(*project, "SELECT count(*) FROM user"), std::int64_t{100});
        QCOMPARE(project->generation(), std::uint64_t{100});
    }

    void longStatementsCanBeCancelled() {
        const Folder folder;
        const auto project = openProject(folder.path("long.taillight"));
        QVERIFY(project);
        const auto since = std::chrono::steady_clock::now();
        const auto cancelled = [since] {
            return std::chrono::steady_clock::now() - since > std::chrono::milliseconds(50);
        };
        const Status status = project->read([&](Database& database) -> Status {
            database.setCancelProbe(cancelled);
            return database.execute(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
        });
        QCOMPARE(status.error().code, ErrorCode::Cancelled);
        QVERIFY(std::chrono::steady_clock::now() - since < std::chrono::seconds(2));
        QCOMPARE(single(*project, "SELECT 1"), std::string("1")); // the pooled connection forgot the probe
    }
};

QTEST_APPLESS_MAIN(TestStore)
#include "tst_store.moc"
