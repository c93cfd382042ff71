// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed projects and viewer copies: nothing left in the open, nothing lost, and no rows in a viewer copy's bytes.
#include "core/output/comparison.h"
#include "core/store/entity_store.h"
#include "core/store/run_store.h"
#include "core/store/sealed_project.h"
#include "core/store/split_store.h"
#include "core/store/viewer_copy.h"
#include "tests/support/browse_shop.h"
#include "tests/support/store_fixture.h"

#include <QDir>
#include <QScopeGuard>

#include <chrono>
#include <csignal>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace core;
using namespace core::store;
using namespace storetest;
using Access = Project::Access;

namespace {

constexpr privacy::SealCosts kCheap{1, 8U << 10U};

privacy::Secret words(std::string_view text = "correct horse battery staple") {
    return privacy::Secret(text);
}

SealOptions cheap(const std::string& out = {}) {
    SealOptions options;
    options.out = out;
    options.costs = kCheap;
    return options;
}

QStringList names(std::initializer_list<const char*> list) {
    QStringList result;
    for (const char* name : list)
        result << QString::fromLatin1(name);
    return result;
}

QStringList filesIn(const std::string& folder) {
    return QDir(QString::fromStdString(folder)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class TestSealedProject : public QObject {
    Q_OBJECT

    Folder m_folder;
    int m_number = 0;

    /// A folder with a project "p.taillight" of its own.
    std::string shop() {
        const std::string folder = m_folder.path(("s" + std::to_string(++m_number)).c_str());
        ::mkdir(folder.c_str(), 0700);
        const ProjectPtr project = openProject(folder + "/p.taillight");
        if (!project || !write(*project, kShop).ok() || !write(*project, kMore).ok() ||
            // The shop's item ids are multiples of three: without this every prediction is of one part.
            !write(*project, "UPDATE prediction SET part = row / 3 % 3").ok())
            qFatal("no shop");
        return folder;
    }

private Q_SLOTS:
    void sealsAndOpensAgain();
    void nothingIsLeftInTheOpen();
    void keepsThePlaintextWhenAsked();
    void whatCannotBeSealed();
    void openRefusesWhatIsNoProject();
    void wrongPassphraseLeavesNothing();
    void cancelled();
    void fullDisk();
    void killed();
    void viewerHoldsNoRows();
    void viewerAnswers();
    void viewerWithReplacedNames();
    void viewerIsSealed();
    void viewerRefuses();
};

void TestSealedProject::sealsAndOpensAgain() {
    const std::string folder = shop();
    const std::string path = folder + "/p.taillight";
    const std::string before = dump(*openProject(path));
    JobContext job;
    const auto sealed = sealProject(path, words(), cheap(), job);
    QVERIFY2(sealed.ok(), sealed.ok() ? "" : errorSentence(sealed.error()).c_str());
    QCOMPARE(sealed->path, path + ".sealed");
    QCOMPARE(filesIn(folder), names({"p.taillight.sealed"}));
    QVERIFY(privacy::sealInfo(sealed->path)->kind == privacy::SealedKind::Project);
    const auto opened = openSealedProject(sealed->path, path, words(), job);
    QVERIFY2(opened.ok(), opened.ok() ? "" : errorSentence(opened.error()).c_str());
    QCOMPARE(dump(*openProject(path)), before);
    struct stat info {};
    QCOMPARE(::stat(path.c_str(), &info), 0);
    QCOMPARE(static_cast<int>(info.st_mode & 07777), 0600);
}

void TestSealedProject::nothingIsLeftInTheOpen() {
    const std::string folder = shop();
    const std::string path = folder + "/p.taillight";
    // Backups of migrations, drafts of killed processes, a journal; hard links show what becomes of their bytes.
    const std::string witnesses = m_folder.path("witnesses");
    ::mkdir(witnesses.c_str(), 0700);
    for (const char* ending : {".backup-v1", ".backup-v2-2", ".new", ".lock"})
        QVERIFY(writeFileAtomically(path + ending, "SKU-1 红色手机壳").ok());
    int number = 0;
    for (const QString& file : filesIn(folder))
        QCOMPARE(
            ::link((folder + "/" + file.toStdString()).c_str(), (witnesses + "/w" + std::to_string(++number)).c_str()),
            0);
    // Others' files with similar names stay.
    QVERIFY(writeFileAtomically(folder + "/p.taillight2", "another").ok());
    QVERIFY(writeFileAtomically(folder + "/notes.txt", "notes").ok());
    QVERIFY(writeFileAtomically(path + ".newsletter", "news").ok());
    QVERIFY(writeFileAtomically(path + ".backup.tar", "somebody's own").ok());
    JobContext job;
    QVERIFY(sealProject(path, words(), cheap(folder + "/out.sealed"), job).ok());
    QCOMPARE(filesIn(folder),
             names({"notes.txt", "out.sealed", "p.taillight.backup.tar", "p.taillight.newsletter", "p.taillight2"}));
    for (const QString& file : filesIn(witnesses)) {
        const std::string left = *readFile(witnesses + "/" + file.toStdString());
        QVERIFY2(left.find("SKU-1") == std::string::npos, qPrintable(file));
    }
    QVERIFY(readFile(folder + "/out.sealed")->find("SKU-1") == std::string::npos);
}

void TestSealedProject::keepsThePlaintextWhenAsked() {
    const std::string folder = shop();
    SealOptions options = cheap();
    options.removePlaintext = false;
    JobContext job;
    const auto sealed = sealProject(folder + "/p.taillight", words(), options, job);
    QVERIFY(sealed.ok() && sealed->removed.empty());
    QCOMPARE(filesIn(folder), names({"p.taillight", "p.taillight.sealed"}));
    QVERIFY(openProject(folder + "/p.taillight"));
    const auto again = sealProject(folder + "/p.taillight", words(), options, job);
    QVERIFY(!again.ok());
    QCOMPARE(again.error().code, ErrorCode::FileExists);
}

void TestSealedProject::whatCannotBeSealed() {
    const std::string folder = shop();
    JobContext job;
    const auto code = [&](const std::string& path, const SealOptions& options) {
        const auto sealed = sealProject(path, words(), options, job);
        return sealed.ok() ? ErrorCode::Internal : sealed.error().code;
    };
    QCOMPARE(code(folder + "/none.taillight", cheap()), ErrorCode::FileNotFound);
    QVERIFY(writeFileAtomically(folder + "/text.txt", "text").ok());
    QCOMPARE(code(folder + "/text.txt", cheap()), ErrorCode::NotAProject);
    const ProjectPtr open = openProject(folder + "/p.taillight");
    QCOMPARE(code(folder + "/p.taillight", cheap()), ErrorCode::ProjectLocked);
    QCOMPARE(filesIn(folder).filter(QStringLiteral("sealed")), QStringList());
    QVERIFY(!dump(*open).empty());
}

void TestSealedProject::openRefusesWhatIsNoProject() {
    const std::string folder = m_folder.path("noproject");
    ::mkdir(folder.c_str(), 0700);
    QVERIFY(writeFileAtomically(folder + "/text.txt", std::string(5000, 't')).ok());
    JobContext job;
    QVERIFY(privacy::sealFile(folder + "/text.txt", folder + "/text.sealed", words(), privacy::SealedKind::Project,
                              kCheap, job)
                .ok());
    const auto opened = openSealedProject(folder + "/text.sealed", folder + "/out.taillight", words(), job);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, ErrorCode::NotAProject);
    QCOMPARE(filesIn(folder), names({"text.sealed", "text.txt"}));
}

void TestSealedProject::wrongPassphraseLeavesNothing() {
    const std::string folder = shop();
    JobContext job;
    QVERIFY(sealProject(folder + "/p.taillight", words(), cheap(), job).ok());
    const auto opened = openSealedProject(folder + "/p.taillight.sealed", folder + "/p.taillight", words("wrong"), job);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, ErrorCode::WrongPassphrase);
    QCOMPARE(filesIn(folder), names({"p.taillight.sealed"}));
    // A WAL of a project that was here once is no part of this one.
    QVERIFY(writeFileAtomically(folder + "/p.taillight-wal", "old").ok());
    const auto beside = openSealedProject(folder + "/p.taillight.sealed", folder + "/p.taillight", words(), job);
    QVERIFY(!beside.ok());
    QCOMPARE(beside.error().code, ErrorCode::FileExists);
}

void TestSealedProject::cancelled() {
    const std::string folder = shop();
    const std::string path = folder + "/p.taillight";
    const std::string before = dump(*openProject(path));
    for (const int moment : {0, 1, 2}) {
        std::unique_ptr<JobContext> job;
        int begun = 0;
        job = std::make_unique<JobContext>([&](const Progress& progress) {
            if (progress.done == 0 && begun++ == moment)
                job->cancel();
        });
        const auto sealed = sealProject(path, words(), cheap(), *job);
        QVERIFY(!sealed.ok());
        QCOMPARE(sealed.error().code, ErrorCode::Cancelled);
        QCOMPARE(filesIn(folder), names({"p.taillight"}));
        QCOMPARE(dump(*openProject(path)), before);
    }
}

void TestSealedProject::fullDisk() {
    const std::string folder = shop();
    const std::string path = folder + "/p.taillight";
    const std::string before = dump(*openProject(path));
    const std::string small = m_folder.path("small");
    QVERIFY(::mkdir(small.c_str(), 0700) == 0);
    if (::mount("tmpfs", small.c_str(), "tmpfs", 0, "size=256k") != 0)
        QSKIP("a small tmpfs cannot be mounted here (needs the right to mount)");
    const auto unmount = qScopeGuard([&] { ::umount2(small.c_str(), MNT_DETACH); });
    JobContext job;
    const auto sealed = sealProject(path, words(), cheap(small + "/p.sealed"), job);
    QVERIFY(!sealed.ok());
    QCOMPARE(sealed.error().code, ErrorCode::DiskFull);
    QCOMPARE(filesIn(small), QStringList());
    QCOMPARE(filesIn(folder), names({"p.taillight"}));
    QCOMPARE(dump(*openProject(path)), before);
    const Status viewer = sealViewerCopy(*openProject(path), small + "/v.sealed", words(), {}, kCheap, job);
    QVERIFY(!viewer.ok());
    QCOMPARE(viewer.error().code, ErrorCode::DiskFull);
    QCOMPARE(filesIn(small), QStringList());
}

void TestSealedProject::killed() {
    const std::string folder = shop();
    const std::string path = folder + "/p.taillight";
    const std::string before = dump(*openProject(path));
    const std::string original = *readFile(path);
    int whole = 0;
    constexpr int kRounds = 14;
    for (int round = 0; round < kRounds; ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            const std::jthread killer([round] {
                std::this_thread::sleep_for(std::chrono::microseconds(400 * round * round));
                if (round + 1 < kRounds)
                    ::kill(::getpid(), SIGKILL);
            });
            JobContext job;
            static_cast<void>(sealProject(path, words(), cheap(), job));
            ::_exit(0);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        // Either the sealed file is there and whole, or the project is.
        JobContext job;
        if (QFileInfo::exists(QString::fromStdString(path + ".sealed"))) {
            ++whole;
            const std::string opened = folder + "/opened.taillight";
            QVERIFY(openSealedProject(path + ".sealed", opened, words(), job).ok());
            QCOMPARE(dump(*openProject(opened)), before);
            QVERIFY(privacy::shredFile(opened).ok());
            ::unlink((path + ".sealed").c_str());
            for (const char* ending : {"", "-wal", "-shm", "-journal", ".lock"})
                ::unlink((path + ending).c_str());
            QVERIFY(writeFileAtomically(path, original).ok());
        } else {
            QCOMPARE(dump(*openProject(path)), before);
        }
    }
    QVERIFY(whole >= 1);
}

void TestSealedProject::viewerHoldsNoRows() {
    const std::string folder = shop();
    const std::string path = folder + "/p.taillight";
    const std::string out = folder + "/v.taillight";
    {
        const ProjectPtr project = openProject(path);
        QVERIFY(write(*project,
                      "INSERT INTO synthetic(run_id, parent_item_id, operation, seed, text) VALUES(1, 3, 'swap', 1, "
                      "'synthetic text here'); INSERT INTO run_blob VALUES(1, 'model', '', x'6d6f64656c206279746573');"
                      "UPDATE source SET path = 'jane.doe/shop.csv'")
                    .ok());
        JobContext job;
        const Status made = makeViewerCopy(*project, out, {}, job);
        QVERIFY2(made.ok(), made.ok() ? "" : errorSentence(made.error()).c_str());
        const Status again = makeViewerCopy(*project, out, {}, job);
        QCOMPARE(again.error().code, ErrorCode::FileExists);
    }
    const std::string full = *readFile(path);
    const std::string bytes = *readFile(out);
    struct stat info {};
    QCOMPARE(::stat(out.c_str(), &info), 0);
    QCOMPARE(static_cast<int>(info.st_mode & 07777), 0600);
    for (const char* secret :
         {"红色手机壳", "Straße", "quoted", "=SUM(", "User2", "user3", "手机", "ÜBER", "质量很好", "a,b,cheap", "cheap",
          "Spring ", "colour", "synthetic text", "model bytes", "jane.doe", "C10", "s12"}) {
        QVERIFY2(full.find(secret) != std::string::npos, secret);
        QVERIFY2(bytes.find(secret) == std::string::npos, secret);
    }
    const ProjectPtr viewer = openProject(out, Access::ReadOnly);
    for (const char* table : {"item", "user", "query", "event", "review", "judgement", "reject", "split_row",
                              "split_event", "prediction", "run_blob", "synthetic", "item_row", "support_count"})
        QCOMPARE(number(*viewer, "SELECT count(*) FROM " + std::string(table)), std::int64_t{0});
    QCOMPARE(*projectRole(*viewer), std::string("viewer"));
    QCOMPARE(*projectRole(*openProject(path, Access::ReadOnly)), std::string());
}

void TestSealedProject::viewerAnswers() {
    const std::string folder = shop();
    const ProjectPtr project = openProject(folder + "/p.taillight");
    JobContext job;
    QVERIFY(write(*project, "UPDATE run SET labels = '[\"a\",\"b\"]', support = '[60,40]', status = 3").ok());
    QVERIFY(makeViewerCopy(*project, folder + "/v.taillight", {}, job).ok());
    const ProjectPtr viewer = openProject(folder + "/v.taillight", Access::ReadOnly);
    for (const std::string& entity : entityNames()) {
        const auto measures = measuresFor(*project, entity);
        QVERIFY(*measuresFor(*viewer, entity) == *measures);
        for (const std::string& measure : *measures) {
            const auto full = supportOf(*project, {entity, measure, {}}, job);
            const auto seen = supportOf(*viewer, {entity, measure, {}}, job);
            if (!full.ok()) { // nothing to count: the same answer
                QVERIFY(!seen.ok());
                QCOMPARE(seen.error().code, full.error().code);
                continue;
            }
            QVERIFY2(seen.ok(), seen.ok() ? "" : errorSentence(seen.error()).c_str());
            QVERIFY((*seen)->counts == (*full)->counts);
            if (entity == "user" || entity == "query")
                QCOMPARE((*seen)->names[0], entity + " 1");
            else
                QVERIFY((*seen)->names == (*full)->names);
        }
        QCOMPARE((*supportOf(*viewer, {entity, {}, {}}, job))->measure,
                 (*supportOf(*project, {entity, {}, {}}, job))->measure);
    }
    const auto counts = projectCounts(*viewer);
    QCOMPARE(counts->events, projectCounts(*project)->events);
    QCOMPARE(counts->lastTime, projectCounts(*project)->lastTime);
    QVERIFY(eventsOverTime(*viewer)->events == eventsOverTime(*project)->events);
    const auto splitsThere = splits(*viewer);
    QCOMPARE(splitsThere->size(), splits(*project)->size());
    QVERIFY(splitsThere->front().rows == splits(*project)->front().rows);
    QVERIFY(splitsThere->front().perClass == splits(*project)->front().perClass);
    QCOMPARE(dumpJson(runJson(*run(*viewer, RunId{1}))), dumpJson(runJson(*run(*project, RunId{1}))));
    output::ComparisonRequest request;
    request.runs = {RunId{1}};
    const auto full = output::compareRuns(*project, request, job);
    QVERIFY2(full.ok(), full.ok() ? "" : errorSentence(full.error()).c_str());
    const auto seen = output::compareRuns(*viewer, request, job);
    QVERIFY2(seen.ok(), seen.ok() ? "" : errorSentence(seen.error()).c_str());
    QCOMPARE(dumpJson(stats::metricsJson(seen->runs[0].metrics)), dumpJson(stats::metricsJson(full->runs[0].metrics)));
    QVERIFY(!seen->paired && full->paired);
}

void TestSealedProject::viewerWithReplacedNames() {
    const std::string folder = shop();
    const ProjectPtr project = openProject(folder + "/p.taillight");
    QVERIFY(write(*project,
                  "UPDATE item SET label = 'secretclass' WHERE label = 'l1'; UPDATE split SET labels = "
                  "'[\"secretclass\",\"l3\"]' WHERE id = 1; UPDATE run SET labels = '[\"secretclass\",\"l3\"]', "
                  "recipe = '{\"weights\":{\"secretclass\":2}}'")
                .ok());
    JobContext job;
    QVERIFY(makeViewerCopy(*project, folder + "/v.taillight", {.replaceNames = true}, job).ok());
    const std::string bytes = *readFile(folder + "/v.taillight");
    for (const char* name : {"secretclass", "SKU-", "Acme", "blue ox", "home > c"})
        QVERIFY2(bytes.find(name) == std::string::npos, name);
    const ProjectPtr viewer = openProject(folder + "/v.taillight", Access::ReadOnly);
    const auto labels = supportOf(*viewer, {"label", {}, {}}, job);
    QVERIFY(labels.ok());
    // One name for one class, wherever it stands.
    const std::string stand = run(*viewer, RunId{1})->labels[0];
    QVERIFY(std::find((*labels)->names.begin(), (*labels)->names.end(), stand) != (*labels)->names.end());
    QCOMPARE(splits(*viewer)->front().labels[0], stand);
    QVERIFY(run(*viewer, RunId{1})->recipeJson["weights"].contains(stand));
}

void TestSealedProject::viewerIsSealed() {
    const std::string folder = shop();
    const std::string out = folder + "/v.sealed";
    JobContext job;
    const ProjectPtr project = openProject(folder + "/p.taillight");
    const Status made = sealViewerCopy(*project, out, words(), {}, kCheap, job);
    QVERIFY2(made.ok(), made.ok() ? "" : errorSentence(made.error()).c_str());
    QVERIFY(filesIn(folder).filter(QStringLiteral("part")).isEmpty());
    QVERIFY(privacy::sealInfo(out)->kind == privacy::SealedKind::Viewer);
    const auto opened = openSealedProject(out, folder + "/v.taillight", words(), job);
    QVERIFY(opened.ok() && opened->kind == privacy::SealedKind::Viewer);
    QCOMPARE(*projectRole(*openProject(folder + "/v.taillight", Access::ReadOnly)), std::string("viewer"));
    job.cancel();
    const Status cancelled = sealViewerCopy(*project, folder + "/c.sealed", words(), {}, kCheap, job);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    QVERIFY(filesIn(folder).filter(QStringLiteral("c.sealed")).isEmpty());
}

void TestSealedProject::viewerRefuses() {
    const std::string folder = shop();
    JobContext job;
    QVERIFY(makeViewerCopy(*openProject(folder + "/p.taillight"), folder + "/v.taillight", {}, job).ok());
    const ProjectPtr viewer = openProject(folder + "/v.taillight");
    const auto why = [](const auto& result) {
        return result.ok() ? std::string("it went well") : errorSentence(result.error());
    };
    for (const std::string& sentence :
         {why(predictions(*viewer, RunId{1}, data::Part::Test)), why(modelBlob(*viewer, RunId{1})),
          why(importLog(*viewer, m_folder.write("l.csv", "user,item,time\nu,i,2024-01-01\n")))})
        QVERIFY2(sentence.find("viewer copy") != std::string::npos, sentence.c_str());
}

QTEST_APPLESS_MAIN(TestSealedProject)
#include "tst_sealed_project.moc"
