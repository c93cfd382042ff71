// SPDX-License-Identifier: GPL-3.0-or-later
// The project file under damage, a killed process and a full disk, and what checkProject() finds.
#include "core/base/error_text.h"
#include "core/store/check.h"
#include "tests/support/store_fixture.h"

#include <QFile>

#include <algorithm>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace core;
using namespace core::store;
using namespace storetest;
using Access = Project::Access;

namespace {

std::vector<CheckFinding> findingsOf(const Project& project) {
    JobContext job;
    auto findings = checkProject(project, job);
    return findings.ok() ? *findings : std::vector<CheckFinding>();
}

/// The worst finding of one check.
CheckFinding::Severity severityOf(const std::vector<CheckFinding>& findings, const std::string& check) {
    auto worst = CheckFinding::Severity::Ok;
    for (const CheckFinding& finding : findings)
        if (finding.check == check)
            worst = std::max(worst, finding.severity);
    return worst;
}

/// Runs `work` in a child process that is killed as soon as it says so by calling its argument.
bool killWithin(const std::function<void(const std::function<void()>&)>& work) {
    int ends[2];
    if (::pipe(ends) != 0)
        return false;
    const pid_t child = ::fork();
    if (child == 0) {
        work([&ends] {
            const char byte = 1;
            static_cast<void>(::write(ends[1], &byte, 1) == 1);
        });
        ::_exit(1); // it came to its end unharmed: nobody is left to say so
    }
    ::close(ends[1]);
    char byte = 0;
    const bool said = ::read(ends[0], &byte, 1) == 1;
    ::close(ends[0]);
    ::kill(child, SIGKILL);
    int status = 0;
    return ::waitpid(child, &status, 0) == child && said && WIFSIGNALED(status);
}

} // namespace

class TestStoreSurvival : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void damageIsNamed() {
        const Folder folder;
        const std::string path = folder.path("damaged.taillight");
        {
            const auto project = openProject(path);
            QVERIFY(project);
            QVERIFY(write(*project,
                          "INSERT INTO user(key) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                          "WHERE i < 50000) SELECT 'user' || i FROM n")
                        .ok());
        }
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::ReadWrite));
        // The second half: the pages of the schema lie in the first.
        for (qint64 page = file.size() / 4096 / 2; page * 4096 + 4096 <= file.size(); ++page) {
            QVERIFY(file.seek(page * 4096));
            QCOMPARE(file.write(QByteArray(4096, '\x5A')), qint64{4096});
        }
        file.close();
        const auto project = openProject(path, Access::ReadOnly);
        QVERIFY(project);
        const auto findings = findingsOf(*project);
        QCOMPARE(severityOf(findings, "integrity"), CheckFinding::Severity::Error);
        const auto count = [](Database& database) -> Status {
            TL_TRY(Statement rows, database.prepare("SELECT key FROM user"));
            for (;;) {
                TL_TRY(const bool row, rows.step());
                if (!row)
                    return {};
            }
        };
        const Status status = project->read(count);
        QVERIFY(!status.ok());
        QVERIFY2(status.error().code == ErrorCode::ProjectDamaged, errorSentence(status.error()).c_str());
        QCOMPARE(status.error().file, path);
    }

    void aKilledImportLosesNothing() {
        const Folder folder;
        const std::string path = folder.path("killed.taillight");
        const std::string first = folder.write("first.csv", madeLog(50));
        const std::string large = folder.write("large.csv", madeLog(1'500'000)); // long enough to report its progress
        std::string before;
        {
            const auto project = openProject(path);
            QVERIFY(project && importLog(*project, first).ok());
            before = dump(*project);
        }
        const bool killed = killWithin([&](const std::function<void()>& now) {
            const auto project = openProject(path, Access::ReadWrite);
            JobContext job([&now](const Progress& progress) {
                if (progress.total > 0 && progress.done > progress.total / 8) {
                    now();
                    ::pause();
                }
            });
            ImportRequest request;
            request.path = large;
            request.kind = data::SourceKind::Log;
            if (project)
                static_cast<void>(importFile(*project, request, job));
        });
        QVERIFY(killed);
        const auto project = openProject(path, Access::ReadWrite);
        QVERIFY(project);
        QCOMPARE(dump(*project), before);
        QCOMPARE(severityOf(findingsOf(*project), "integrity"), CheckFinding::Severity::Ok);
        QVERIFY(importLog(*project, large).ok());
    }

    void aFullDiskLosesNothing() {
        const Folder folder;
        const auto project = openProject(folder.path("full.taillight"));
        const std::string first = folder.write("first.csv", madeLog(50));
        const std::string large = folder.write("large.csv", madeLog(50'000));
        QVERIFY(project && importLog(*project, first).ok());
        const std::string before = dump(*project);
        QVERIFY(write(*project, "PRAGMA max_page_count = 100").ok());
        const auto summary = importLog(*project, large);
        QVERIFY(!summary.ok());
        QCOMPARE(summary.error().code, ErrorCode::DiskFull);
        QCOMPARE(summary.error().file, project->path());
        QCOMPARE(dump(*project), before);
        QVERIFY(write(*project, "PRAGMA max_page_count = 1000000").ok());
        QVERIFY(importLog(*project, large).ok());
    }

    void checkFindsWhatIsWrong() {
        const Folder folder;
        const auto project = openProject(folder.path("check.taillight"));
        const std::string items =
            folder.write("items.csv", "id,title,category\na,Lamp,Light\nb,LAMP,Light\nc,Chair,Seat\nd,,Seat\n");
        QVERIFY(project);
        QVERIFY(importAs(*project, items, data::SourceKind::Catalogue).ok());
        auto findings = findingsOf(*project);
        QVERIFY(findings.size() >= 5);
        for (const CheckFinding& finding : findings) {
            QCOMPARE(finding.severity, CheckFinding::Severity::Ok);
            QVERIFY(finding.numbers.is_object());
            QVERIFY(!finding.sentence.empty());
        }
        // A duplicate across parts, a synthetic row with a parent in the test part, an interrupted run, a lost reject.
        QVERIFY(
            write(
                *project,
                "INSERT INTO split(id, name, config, created, labels, cross_duplicates) "
                "VALUES (1, 's', '{}', '', '[\"Light\",\"Seat\"]', 0);"
                "INSERT INTO split_row VALUES (1, 1, 0, 0), (1, 2, 2, 0), (1, 3, 0, 1);"
                "INSERT INTO run VALUES (1, 1, 'e', 'r', '{}', 'bag', '{}', '{}', '', 1, 'cpu', 1, '', 2, '', 0.0, 0, "
                "0, 0.0, '[]', '[]', '[]', '');"
                "INSERT INTO synthetic VALUES (1, 1, 1, 'swap', 1, 'x'), (2, 1, 2, 'swap', 1, 'y');"
                "DELETE FROM reject")
                .ok());
        findings = findingsOf(*project);
        QCOMPARE(severityOf(findings, "leakage"), CheckFinding::Severity::Warning);
        QCOMPARE(severityOf(findings, "lineage"), CheckFinding::Severity::Error);
        QCOMPARE(severityOf(findings, "interrupted_runs"), CheckFinding::Severity::Note);
        QCOMPARE(severityOf(findings, "counts"), CheckFinding::Severity::Error);
        QCOMPARE(severityOf(findings, "integrity"), CheckFinding::Severity::Ok);
        for (const CheckFinding& finding : findings) {
            if (finding.check == "leakage")
                QCOMPARE(finding.numbers.value("items", -1), 1);
            if (finding.check == "lineage")
                QCOMPARE(finding.numbers.value("rows", -1), 1);
        }
    }

    void checkCanBeCancelled() {
        const Folder folder;
        const auto project = openProject(folder.path("check.taillight"));
        QVERIFY(project);
        JobContext job;
        job.cancel();
        const auto findings = checkProject(*project, job);
        QVERIFY(!findings.ok());
        QCOMPARE(findings.error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestStoreSurvival)
#include "tst_store_survival.moc"
