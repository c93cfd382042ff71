// SPDX-License-Identifier: GPL-3.0-or-later
// A project under a killed process, a full disk, cancel, and a file that was damaged: afterwards it opens with the
// state before, or says what is damaged. Everything random is seeded.
#include "core/store/compact.h"
#include "core/store/database.h"
#include "core/store/migrations.h"
#include "core/store/rejects.h"
#include "tests/support/fault_fixture.h"

#include <sys/mount.h>
#include <sys/stat.h>

using namespace core;
using namespace core::store;
using namespace storetest;
using namespace faults;
using Access = Project::Access;

namespace {

/// A small disk of its own, where the system lets us make one.
class SmallDisk {
public:
    SmallDisk(const Folder& folder, const char* size) : m_path(folder.path("disk")) {
        QDir().mkpath(QString::fromStdString(m_path));
        const std::string options = std::string("size=") + size;
        m_mounted = ::mount("tmpfs", m_path.c_str(), "tmpfs", MS_NOSUID | MS_NODEV, options.c_str()) == 0;
    }
    ~SmallDisk() {
        if (m_mounted)
            ::umount2(m_path.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool mounted() const { return m_mounted; }
    std::string path(const char* name) const { return m_path + "/" + name; }
    /// Leaves about this much room.
    void fillUpTo(qint64 left) const {
        QFile filler(QString::fromStdString(path("filler")));
        if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return;
        while (filler.write(QByteArray(4096, 'x')) == 4096)
            ;
        filler.resize(std::max<qint64>(0, filler.size() - left));
    }
    void empty() const { QFile::remove(QString::fromStdString(path("filler"))); }

private:
    std::string m_path;
    bool m_mounted = false;
};

#define SKIP_WITHOUT(disk)                                                                                             \
    if (!(disk).mounted())                                                                                             \
    QSKIP("a tmpfs cannot be mounted here: that needs the right to mount; the shim stands in for it")

/// One kind of harm done to the bytes of a file.
enum class Harm { FlipBits, CutOff, ZeroPage, ZeroSector, SwapPages };

void harm(QByteArray& bytes, Harm kind, Rng& rng) {
    const auto size = static_cast<std::uint64_t>(bytes.size());
    switch (kind) {
    case Harm::FlipBits:
        for (std::uint64_t i = 0, n = 1 + rng.below(8); i < n; ++i) {
            const auto at = static_cast<qsizetype>(rng.below(size));
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << rng.below(8)));
        }
        break;
    case Harm::CutOff:
        bytes.truncate(static_cast<qsizetype>(rng.below(size)));
        break;
    case Harm::ZeroPage:
        bytes.replace(static_cast<qsizetype>(rng.below(size / 4096) * 4096), 4096, QByteArray(4096, '\0'));
        break;
    case Harm::ZeroSector:
        bytes.replace(static_cast<qsizetype>(rng.below(size / 512) * 512), 512, QByteArray(512, '\0'));
        break;
    case Harm::SwapPages: {
        const auto one = static_cast<qsizetype>(rng.below(size / 4096) * 4096);
        const auto other = static_cast<qsizetype>(rng.below(size / 4096) * 4096);
        const QByteArray page = bytes.mid(one, 4096);
        bytes.replace(one, 4096, bytes.mid(other, 4096));
        bytes.replace(other, 4096, page);
        break;
    }
    }
}

QByteArray bytesOf(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeBytes(const std::string& path, const QByteArray& bytes) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

/// A project as the released program left it: format 2, without checksums.
bool makeReleased(const std::string& path, int users) {
    if (!writeBytes(path, {}))
        return false;
    const auto made = [&]() -> Status {
        TL_TRY(const auto database, Database::open(path, Database::Mode::ReadWrite));
        TL_CHECK_STATUS(migrate(*database, 0, 2));
        return database->execute("INSERT INTO user(key) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                 "WHERE i < " +
                                 std::to_string(users) + ") SELECT 'user' || i FROM n");
    };
    return made().ok();
}

int modeOf(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? static_cast<int>(info.st_mode & 0777U) : -1;
}

} // namespace

class TestFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        if (cli({QStringLiteral("--version")}).exitCode != 0)
            QSKIP("taillight-cli was not built");
    }

    void killedAtAnyInstant() {
        const Folder folder;
        const std::string base = folder.path("base.taillight"), path = folder.path("shop.taillight");
        const std::string log = folder.write("large.csv", madeLog(20'000));
        QVERIFY(makeProject(folder, base));
        const std::vector<std::string> arguments{"import", path, "--log", log};
        const auto textOf = [&] {
            const auto project = openProject(path, Access::ReadWrite);
            return project ? kinds::contentOf(*project) : std::string("it does not open");
        };
        QVERIFY(copyFile(base, path));
        const std::string before = textOf();
        // How long one takes, by running it to its end.
        const auto begin = std::chrono::steady_clock::now();
        QCOMPARE(cli({QStringLiteral("import"), QString::fromStdString(path), QStringLiteral("--log"),
                      QString::fromStdString(log)})
                     .exitCode,
                 0);
        const auto whole =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
        const std::string after = textOf();
        QVERIFY(before != after);
        Rng rng(20240501);
        int killed = 0, done = 0;
        constexpr int kTimes = 50;
        for (int i = 0; i < kTimes; ++i) {
            removeProject(path);
            QVERIFY(copyFile(base, path));
            const auto delay =
                std::chrono::microseconds(rng.below(static_cast<std::uint64_t>(whole.count() * 21 / 20)));
            killed += killCliAfter(delay, arguments) ? 1 : 0;
            const auto project = openProject(path, Access::ReadWrite);
            QVERIFY2(project, qPrintable(QStringLiteral("after %1 µs").arg(delay.count())));
            QCOMPARE(damageOf(*project), std::string());
            const std::string now = kinds::contentOf(*project);
            QVERIFY2(now == before || now == after, qPrintable(QStringLiteral("after %1 µs").arg(delay.count())));
            done += now == after ? 1 : 0;
        }
        QVERIFY2(killed >= kTimes / 2, qPrintable(QString::number(killed))); // else the instants prove nothing
        qInfo("%d of %d killed, %d imports were complete", killed, kTimes, done);
    }

    void cancelledAtAnyInstant() {
        const Folder folder;
        const auto project = openProject(folder.path("shop.taillight"));
        const std::string small = folder.write("small.csv", madeLog(50));
        const std::string large = folder.write("large.csv", madeLog(30'000));
        QVERIFY(project && importLog(*project, small).ok());
        const std::string before = dump(*project);
        const auto begin = std::chrono::steady_clock::now();
        QVERIFY(importLog(*project, large).ok());
        const auto whole =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
        JobContext quiet;
        QVERIFY(removeSource(*project, SourceId{2}, quiet).ok());
        QCOMPARE(dump(*project), before);
        Rng rng(42);
        int cancelled = 0;
        for (int i = 0; i < 20; ++i) {
            const auto delay = std::chrono::microseconds(rng.below(static_cast<std::uint64_t>(whole.count())));
            ImportRequest request;
            request.path = large;
            request.kind = data::SourceKind::Log;
            JobContext job;
            std::thread canceller([&job, delay] {
                std::this_thread::sleep_for(delay);
                job.cancel();
            });
            const auto summary = importFile(*project, request, job);
            canceller.join();
            if (summary.ok()) {
                QVERIFY(removeSource(*project, summary->source, quiet).ok());
            } else {
                QCOMPARE(summary.error().code, ErrorCode::Cancelled);
                ++cancelled;
            }
            QCOMPARE(dump(*project), before);
        }
        QCOMPARE(damageOf(*project), std::string());
        QVERIFY2(cancelled >= 5, qPrintable(QString::number(cancelled)));
    }

    void aFullDiskStopsAnImport() {
        const Folder folder;
        const SmallDisk disk(folder, "6m");
        SKIP_WITHOUT(disk);
        const std::string path = disk.path("shop.taillight");
        QVERIFY(makeProject(folder, path));
        const std::string large = folder.write("large.csv", madeLog(300'000));
        const auto project = openProject(path);
        QVERIFY(project);
        const std::string before = dump(*project);
        for (const qint64 room : {2'000'000, 500'000, 50'000, 0}) {
            disk.fillUpTo(room);
            const auto summary = importLog(*project, large);
            QVERIFY(!summary.ok());
            QCOMPARE(summary.error().code, ErrorCode::DiskFull);
            QCOMPARE(dump(*project), before);
            QCOMPARE(damageOf(*project), std::string());
            disk.empty();
        }
        QVERIFY(importLog(*project, folder.write("more.csv", madeLog(500))).ok());
    }

    void aFullDiskStopsCompacting() {
        const Folder folder;
        const SmallDisk disk(folder, "8m");
        SKIP_WITHOUT(disk);
        const std::string path = disk.path("shop.taillight");
        QVERIFY(makeProject(folder, path));
        const auto project = openProject(path);
        QVERIFY(project && importLog(*project, folder.write("large.csv", madeLog(20'000))).ok());
        const std::string before = dump(*project);
        disk.fillUpTo(100'000);
        JobContext job;
        const auto summary = compactProject(*project, job);
        QVERIFY(!summary.ok());
        QCOMPARE(summary.error().code, ErrorCode::DiskFull);
        QCOMPARE(dump(*project), before);
        QCOMPARE(damageOf(*project), std::string());
        disk.empty();
        QVERIFY(compactProject(*project, job).ok());
        QCOMPARE(dump(*project), before);
    }

    void aFullDiskStopsABackup() {
        const Folder folder;
        const SmallDisk disk(folder, "4m");
        SKIP_WITHOUT(disk);
        const std::string path = disk.path("old.taillight");
        QVERIFY(makeReleased(path, 20'000));
        const QByteArray before = bytesOf(path);
        disk.fillUpTo(100'000);
        QCOMPARE(openError(path, Access::ReadWrite).code, ErrorCode::DiskFull);
        QVERIFY(bytesOf(path) == before);
        QVERIFY(!QFile::exists(QString::fromStdString(path + ".backup-v2")));
        disk.empty();
        const auto project = openProject(path, Access::ReadWrite);
        QVERIFY(project);
        QCOMPARE(number(*project, "SELECT count(*) FROM user"), std::int64_t{20'000});
        QVERIFY(bytesOf(path + ".backup-v2") == before);
    }

    void aReleasedProjectGetsChecksums() {
        const Folder folder;
        const std::string path = folder.path("old.taillight");
        QVERIFY(makeReleased(path, 3000));
        QCOMPARE(int{bytesOf(path)[20]}, 0);
        const QByteArray before = bytesOf(path);
        {
            const auto project = openProject(path, Access::ReadWrite);
            QVERIFY(project);
            QCOMPARE(number(*project, "SELECT count(*) FROM user"), std::int64_t{3000});
            QCOMPARE(damageOf(*project), std::string());
        }
        QCOMPARE(int{bytesOf(path)[20]}, 8);
        QVERIFY(bytesOf(path + ".backup-v2") == before);
        QCOMPARE(modeOf(path + ".backup-v2"), 0600);
        // A flipped bit in a key, which SQLite by itself would never notice.
        QByteArray bytes = bytesOf(path);
        const auto at = bytes.indexOf("user1234");
        QVERIFY(at > 0);
        bytes[at + 5] = static_cast<char>(bytes[at + 5] ^ 1);
        QVERIFY(writeBytes(path, bytes));
        const auto project = openProject(path, Access::ReadOnly);
        QVERIFY(project);
        const auto everything = everythingIn(*project);
        QVERIFY(!everything.ok());
        QCOMPARE(everything.error().code, ErrorCode::ProjectDamaged);
        QVERIFY2(everything.error().detail.find("does not match its checksum") != std::string::npos,
                 everything.error().detail.c_str());
        const std::string damage = damageOf(*project);
        QVERIFY2(damage.starts_with("integrity"), damage.c_str());
    }

    void damagedFiles_data() {
        QTest::addColumn<int>("harmKind");
        QTest::addColumn<int>("variants");
        QTest::newRow("flipped bits") << static_cast<int>(Harm::FlipBits) << 150;
        QTest::newRow("cut off") << static_cast<int>(Harm::CutOff) << 40;
        QTest::newRow("a page of zeros") << static_cast<int>(Harm::ZeroPage) << 40;
        QTest::newRow("a sector of zeros") << static_cast<int>(Harm::ZeroSector) << 40;
        QTest::newRow("pages in each other's place") << static_cast<int>(Harm::SwapPages) << 40;
    }
    /// Whatever was done to the file: it does not open, saying so, or check says what is wrong, or all of it is as it
    /// was.
    void damagedFiles() {
        QFETCH(int, harmKind);
        QFETCH(int, variants);
        const Folder folder;
        const std::string base = folder.path("base.taillight"), path = folder.path("shop.taillight");
        QVERIFY(makeProject(folder, base));
        const QByteArray good = bytesOf(base);
        const std::string content = *everythingIn(*openProject(base, Access::ReadOnly));
        int refused = 0, found = 0, unharmed = 0;
        for (int i = 0; i < variants; ++i) {
            Rng rng = Rng::forPurpose(static_cast<std::uint64_t>(i), "damage" + std::to_string(harmKind));
            QByteArray bytes = good;
            harm(bytes, static_cast<Harm>(harmKind), rng);
            removeProject(path);
            QVERIFY(writeBytes(path, bytes));
            const auto opened = Project::open(path, i % 2 == 0 ? Access::ReadWrite : Access::ReadOnly);
            if (!opened.ok()) {
                const ErrorCode code = opened.error().code;
                const bool named = code == ErrorCode::ProjectDamaged || code == ErrorCode::NotAProject;
                QVERIFY2(named, qPrintable(QStringLiteral("variant %1: ").arg(i) +
                                           QString::fromStdString(errorSentence(opened.error()))));
                ++refused;
                continue;
            }
            const std::string damage = damageOf(**opened);
            const auto now = everythingIn(**opened);
            if (!damage.empty()) {
                ++found;
                continue;
            }
            QVERIFY2(now.ok() && *now == content, qPrintable(QStringLiteral("variant %1 is wrong in silence").arg(i)));
            ++unharmed;
        }
        qInfo("%d refused, %d found by check, %d unharmed", refused, found, unharmed);
        QVERIFY(refused + found > 0);
    }

    /// A crash leaves a WAL, and that is damaged: the project is as it was after one of its commits, whole.
    void damagedWals() {
        const Folder folder;
        const std::string base = folder.path("base.taillight"), path = folder.path("shop.taillight");
        std::vector<std::string> states;
        QByteArray file, wal;
        {
            const auto project = openProject(base);
            QVERIFY(project);
            states.push_back(*everythingIn(*project));
            for (int i = 0; i < 3; ++i) {
                const std::string name = "log" + std::to_string(i) + ".csv";
                QVERIFY(importLog(*project, folder.write(name.c_str(), madeLog(300 + i))).ok());
                states.push_back(*everythingIn(*project));
            }
            file = bytesOf(base);
            wal = bytesOf(base + "-wal");
        }
        QVERIFY(wal.size() > 10'000);
        for (int i = 0; i < 60; ++i) {
            Rng rng = Rng::forPurpose(static_cast<std::uint64_t>(i), "wal");
            QByteArray bytes = wal;
            harm(bytes, i % 3 == 0 ? Harm::CutOff : Harm::FlipBits, rng);
            removeProject(path);
            QVERIFY(writeBytes(path, file) && writeBytes(path + "-wal", bytes));
            const auto opened = Project::open(path, Access::ReadWrite);
            if (!opened.ok()) {
                QCOMPARE(opened.error().code, ErrorCode::ProjectDamaged);
                continue;
            }
            QCOMPARE(damageOf(**opened), std::string());
            const auto now = everythingIn(**opened);
            QVERIFY(now.ok());
            QVERIFY2(std::find(states.begin(), states.end(), *now) != states.end(), qPrintable(QString::number(i)));
        }
    }

    void aProjectThatGoesAwayIsMissed() {
        const Folder folder;
        const std::string path = folder.path("shop.taillight");
        const auto project = openProject(path);
        QVERIFY(project);
        QVERIFY(QFile::remove(QString::fromStdString(path)));
        const auto summary = importLog(*project, folder.write("log.csv", madeLog(10)));
        QVERIFY(!summary.ok());
        QCOMPARE(summary.error().code, ErrorCode::FileNotFound); // the import looks at the sources first
        const Status written = write(*project, "INSERT INTO user(key) VALUES('late')");
        QCOMPARE(written.error().code, ErrorCode::WriteFailed);
        QVERIFY2(written.error().detail.find("moved or removed") != std::string::npos, written.error().detail.c_str());
    }

    void filesAreForTheirOwner() {
        const mode_t before = ::umask(0);
        const Folder folder;
        const std::string path = folder.path("shop.taillight");
        {
            const auto project = openProject(path);
            QVERIFY(project && importLog(*project, folder.write("log.csv", "item,price\na,1\nb,x\n")).ok());
            QVERIFY(exportRejects(*project, {}, folder.path("rejects.csv")).ok());
            for (const char* ending : {"", "-wal", "-shm", ".lock"})
                QCOMPARE(modeOf(path + ending), 0600);
            QCOMPARE(modeOf(folder.path("rejects.csv")), 0600);
        }
        ::umask(before);
    }

    void withoutRightsNothingHappens_data() {
        QTest::addColumn<int>("folderMode");
        QTest::addColumn<int>("fileMode");
        QTest::newRow("a read-only file") << 0755 << 0444;
        QTest::newRow("a read-only folder") << 0555 << 0644;
        QTest::newRow("both") << 0555 << 0444;
    }
    void withoutRightsNothingHappens() {
        QFETCH(int, folderMode);
        QFETCH(int, fileMode);
        const Folder folder;
        const std::string path = folder.path("shop.taillight");
        QVERIFY(makeProject(folder, path));
        const QByteArray before = bytesOf(path);
        // The superuser may write everywhere: somebody else tries.
        constexpr uid_t kNobody = 65534;
        const bool root = ::geteuid() == 0;
        if (root)
            QVERIFY(::chown(path.c_str(), kNobody, kNobody) == 0 &&
                    ::chown(folder.path(".").c_str(), kNobody, kNobody) == 0);
        QCOMPARE(::chmod(path.c_str(), static_cast<mode_t>(fileMode)), 0);
        QCOMPARE(::chmod(folder.path(".").c_str(), static_cast<mode_t>(folderMode)), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            if (root && ::setuid(kNobody) != 0)
                ::_exit(10);
            int code = 0;
            {
                const auto writing = Project::open(path, Access::ReadWrite);
                const auto reading = Project::open(path, Access::ReadOnly);
                if (writing.ok() || writing.error().code != ErrorCode::ProjectReadOnly)
                    code |= 1;
                if (!reading.ok() || !damageOf(**reading).empty())
                    code |= 2;
            } // closed: _exit() destroys nothing
            ::_exit(code);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        ::chmod(folder.path(".").c_str(), 0755);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
        QVERIFY(bytesOf(path) == before);
        QVERIFY(!QFile::exists(QString::fromStdString(path + ".lock")));
        // Whoever may read a file but not write it, in a folder that can be written, leaves SQLite's helpers behind:
        // empty.
        QVERIFY(bytesOf(path + "-wal").isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestFaults)
#include "tst_faults.moc"
