// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed files: the format against other code, every kind of damage, a killed process, a full disk, cancel.
#include "core/base/error_text.h"
#include "core/base/file.h"
#include "core/privacy/new_file.h"
#include "core/privacy/seal.h"
#include "core/privacy/seal_format.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <memory>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace core;
using namespace core::privacy;

namespace {

constexpr SealCosts kCheap{1, 8U << 10U};
constexpr std::uint64_t kChunk = sealing::kChunkBytes;

Secret words(std::string_view text = "correct horse battery staple") {
    return Secret(text);
}

/// Bytes without a period, so that swapped or repeated parts differ.
std::string sample(std::size_t size) {
    std::string bytes(size, '\0');
    std::uint64_t state = 88'172'645'463'325'252ULL;
    for (char& byte : bytes) {
        state ^= state << 13U;
        state ^= state >> 7U;
        state ^= state << 17U;
        byte = static_cast<char>(state);
    }
    return bytes;
}

} // namespace

class TestSeal : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_number = 0;

    std::string path(const std::string& name) const { return m_dir.path().toStdString() + "/" + name; }
    std::string fresh() { return path("f" + std::to_string(++m_number)); }
    std::string write(std::string_view content) {
        const std::string file = fresh();
        if (!writeFileAtomically(file, content).ok())
            qFatal("cannot write %s", file.c_str());
        return file;
    }
    /// Sealed from `content`.
    std::string sealed(std::string_view content) {
        JobContext job;
        const std::string out = fresh();
        const Status status = sealFile(write(content), out, words(), SealedKind::Project, kCheap, job);
        if (!status.ok())
            qFatal("%s", errorSentence(status.error()).c_str());
        return out;
    }
    /// The error of opening; Internal when it opens. There must be no file then.
    Error openError(const std::string& file, std::string_view passphrase = "correct horse battery staple") {
        JobContext job;
        const std::string out = fresh();
        const std::size_t before = entries();
        const auto opened = openSealed(file, out, words(passphrase), job);
        if (opened.ok())
            return Error(ErrorCode::Internal, "it opened");
        if (entries() != before)
            return Error(ErrorCode::Internal, "something was left behind");
        return opened.error();
    }
    std::size_t entries() const {
        return static_cast<std::size_t>(
            QDir(m_dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden).size());
    }

private Q_SLOTS:
    void opensWhatOtherCodeSealed();
    void roundTrips_data();
    void roundTrips();
    void tellsWhatIsInside();
    void sameFileTwiceDiffers();
    void wrongPassphrase();
    void everyFlippedBitIsFound();
    void cutOffAnywhere();
    void extended();
    void partsMoved();
    void headerOfAnotherFile();
    void greedyHeaders();
    void nothingIsOverwritten();
    void cancelLeavesNothing();
    void costsThatCannotBe();
    void fullDisk();
    void killedWhileSealing();
    void memoryStaysSmall();
    void shredding();
};

void TestSeal::opensWhatOtherCodeSealed() {
    // tests/data/privacy/reference.py: libargon2, hashlib, and ChaCha20-Poly1305 written after RFC 8439.
    JobContext job;
    const std::string out = fresh();
    const auto opened = openSealed(TAILLIGHT_TEST_DATA "/privacy/sealed.bin", out, words("密码 sésame"), job);
    QVERIFY2(opened.ok(), opened.ok() ? "" : errorSentence(opened.error()).c_str());
    QVERIFY(opened->kind == SealedKind::Viewer);
    QCOMPARE(opened->costs.passes, std::uint64_t{2});
    QCOMPARE(opened->costs.memory, std::uint64_t{64} << 10U);
    std::string expected(1000, '\0');
    for (std::size_t i = 0; i < expected.size(); ++i)
        expected[i] = static_cast<char>(7 * i + i / 256);
    QVERIFY(*readFile(out) == expected);
}

void TestSeal::roundTrips_data() {
    QTest::addColumn<quint64>("size");
    for (const std::uint64_t size :
         {std::uint64_t{0}, std::uint64_t{1}, kChunk - 1, kChunk, kChunk + 1, 3 * kChunk, 3 * kChunk + 77})
        QTest::addRow("%llu", static_cast<unsigned long long>(size)) << static_cast<quint64>(size);
}

void TestSeal::roundTrips() {
    QFETCH(quint64, size);
    const std::string content = sample(size);
    const std::string file = sealed(content);
    struct stat info {};
    QCOMPARE(::stat(file.c_str(), &info), 0);
    QCOMPARE(static_cast<int>(info.st_mode & 07777), 0600);
    const std::uint64_t chunks = size == 0 ? 1 : (size + kChunk - 1) / kChunk;
    QCOMPARE(static_cast<std::uint64_t>(info.st_size), 96 + size + 17 * chunks); // the documented layout
    JobContext job;
    const std::string out = fresh();
    const auto opened = openSealed(file, out, words(), job);
    QVERIFY(opened.ok());
    QCOMPARE(opened->size, static_cast<std::uint64_t>(size));
    QVERIFY(*readFile(out) == content);
    QCOMPARE(::stat(out.c_str(), &info), 0);
    QCOMPARE(static_cast<int>(info.st_mode & 07777), 0600);
    // Nothing of the plain text shows.
    if (size >= 64)
        QVERIFY(readFile(file)->find(content.substr(size / 2, 16)) == std::string::npos);
}

void TestSeal::tellsWhatIsInside() {
    const auto info = sealInfo(sealed("twelve bytes"));
    QVERIFY(info.ok());
    QVERIFY(info->kind == SealedKind::Project);
    QCOMPARE(info->size, std::uint64_t{12});
    QCOMPARE(info->costs.passes, std::uint64_t{1});
    QCOMPARE(sealInfo(write("SQLite format 3")).error().code, ErrorCode::NotSealed);
    QCOMPARE(sealInfo(write("")).error().code, ErrorCode::NotSealed);
    QCOMPARE(sealInfo(path("none")).error().code, ErrorCode::FileNotFound);
    QCOMPARE(sealInfo(m_dir.path().toStdString()).error().code, ErrorCode::IsDirectory);
}

void TestSeal::sameFileTwiceDiffers() {
    const std::string a = *readFile(sealed("the same"));
    const std::string b = *readFile(sealed("the same"));
    QVERIFY(a.substr(32, 16) != b.substr(32, 16)); // salt
    QVERIFY(a.substr(48, 24) != b.substr(48, 24)); // stream
    QVERIFY(a.substr(96, 8) != b.substr(96, 8));
}

void TestSeal::wrongPassphrase() {
    const std::string file = sealed(sample(1000));
    for (const char* other :
         {"correct horse battery stapl", "correct horse battery staple ", "Correct horse battery staple", "x"})
        QCOMPARE(openError(file, other).code, ErrorCode::WrongPassphrase);
    QCOMPARE(openError(file, "").code, ErrorCode::Usage);
}

void TestSeal::everyFlippedBitIsFound() {
    const std::string content = sample(60);
    const std::string good = *readFile(sealed(content));
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ (1 << (at % 8)));
        const Error error = openError(write(bad));
        const ErrorCode expected = at < 8 ? ErrorCode::NotSealed : ErrorCode::SealDamaged;
        QVERIFY2(error.code == expected,
                 qPrintable(QString::number(at) + QLatin1Char(' ') + QString::fromStdString(errorSentence(error))));
    }
}

void TestSeal::cutOffAnywhere() {
    const std::string good = *readFile(sealed(sample(2 * kChunk + 10)));
    std::vector<std::size_t> places{0,
                                    1,
                                    7,
                                    8,
                                    50,
                                    95,
                                    96,
                                    97,
                                    96 + 16,
                                    good.size() - 1,
                                    good.size() - 17,
                                    good.size() - 27,
                                    96 + kChunk + 17,
                                    96 + 2 * (kChunk + 17),
                                    96 + kChunk};
    for (const std::size_t at : places) {
        const Error error = openError(write(good.substr(0, at)));
        QVERIFY2(error.code == (at < 8 ? ErrorCode::NotSealed : ErrorCode::SealDamaged),
                 qPrintable(QString::number(at) + QString::fromStdString(errorSentence(error))));
    }
}

void TestSeal::extended() {
    const std::string good = *readFile(sealed(sample(kChunk)));
    QCOMPARE(openError(write(good + "x")).code, ErrorCode::SealDamaged);
    QCOMPARE(openError(write(good + good.substr(96))).code, ErrorCode::SealDamaged);
}

void TestSeal::partsMoved() {
    const std::string good = *readFile(sealed(sample(3 * kChunk)));
    constexpr std::size_t kPart = kChunk + 17;
    const auto part = [&good](std::size_t i) { return good.substr(96 + i * kPart, kPart); };
    const std::string head = good.substr(0, 96);
    QCOMPARE(openError(write(head + part(1) + part(0) + part(2))).code, ErrorCode::SealDamaged);
    QCOMPARE(openError(write(head + part(0) + part(2) + part(1))).code, ErrorCode::SealDamaged);
    QCOMPARE(openError(write(head + part(0) + part(0) + part(2))).code, ErrorCode::SealDamaged);
    QCOMPARE(openError(write(head + part(2) + part(2) + part(2))).code, ErrorCode::SealDamaged);
    // A part left out, and the header made to fit by somebody who knows how: its sum is no secret, its key check is.
    QCOMPARE(openError(write(head + part(0) + part(2))).code, ErrorCode::SealDamaged);
}

void TestSeal::headerOfAnotherFile() {
    const std::string a = *readFile(sealed(sample(500)));
    const std::string b = *readFile(sealed(sample(500)));
    // Same passphrase, same size, other salt: the header opens, its chunks do not belong to it.
    QCOMPARE(openError(write(a.substr(0, 96) + b.substr(96))).code, ErrorCode::SealDamaged);
}

void TestSeal::greedyHeaders() {
    // Written with all checks right but costs that no project has: refused before anything is derived.
    sealing::Header header;
    header.info.kind = SealedKind::Project;
    header.info.costs = {3, std::uint64_t{2} << 40U};
    header.info.costs.memory = std::uint64_t{4'000} << 20U;
    header.info.size = 1;
    const auto bytes = sealing::writeHeader(header, Secret(32));
    const std::string file =
        std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()) + std::string(18, 'x');
    const Error error = openError(write(file));
    QCOMPARE(error.code, ErrorCode::SealDamaged);
    QVERIFY(error.detail.find("4000 MB") != std::string::npos);
    header.info.costs = {1'000'000, 8U << 10U};
    const auto slow = sealing::writeHeader(header, Secret(32));
    QCOMPARE(
        openError(write(std::string(reinterpret_cast<const char*>(slow.data()), slow.size()) + std::string(18, 'x')))
            .code,
        ErrorCode::SealDamaged);
}

void TestSeal::nothingIsOverwritten() {
    JobContext job;
    const std::string there = write("mine");
    const Status over = sealFile(write("text"), there, words(), SealedKind::Project, kCheap, job);
    QVERIFY(!over.ok());
    QCOMPARE(over.error().code, ErrorCode::FileExists);
    const auto opened = openSealed(sealed("text"), there, words(), job);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, ErrorCode::FileExists);
    QCOMPARE(*readFile(there), std::string("mine"));
    // Somebody takes the name while the file is written.
    const std::string raced = fresh();
    auto file = NewFile::create(raced);
    QVERIFY(file.ok());
    QVERIFY(writeFileAtomically(raced, "theirs").ok());
    const Status published = file->publish();
    QVERIFY(!published.ok());
    QCOMPARE(published.error().code, ErrorCode::FileExists);
    QCOMPARE(*readFile(raced), std::string("theirs"));
}

void TestSeal::cancelLeavesNothing() {
    const std::string content = sample(20 * kChunk);
    const std::string plain = write(content);
    const std::string file = sealed(content);
    const std::size_t before = entries();
    // At several moments, told by how much was reported.
    for (const std::int64_t moment : {std::int64_t{0}, std::int64_t{1}}) {
        std::unique_ptr<JobContext> job;
        int begun = 0;
        job = std::make_unique<JobContext>([&](const Progress& progress) {
            if (progress.done == 0 && begun++ >= moment)
                job->cancel();
        });
        const Status status = sealFile(plain, path("cancelled"), words(), SealedKind::Project, kCheap, *job);
        QVERIFY(!status.ok());
        QCOMPARE(status.error().code, ErrorCode::Cancelled);
        QCOMPARE(entries(), before);
    }
    for (const std::int64_t moment : {std::int64_t{0}, std::int64_t{1}}) {
        std::unique_ptr<JobContext> job;
        int begun = 0;
        job = std::make_unique<JobContext>([&](const Progress& progress) {
            if (progress.done == 0 && begun++ >= moment)
                job->cancel();
        });
        const auto opened = openSealed(file, path("cancelled"), words(), *job);
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().code, ErrorCode::Cancelled);
        QCOMPARE(entries(), before);
    }
    QVERIFY(*readFile(plain) == content);
}

void TestSeal::costsThatCannotBe() {
    JobContext job;
    for (const SealCosts costs : {SealCosts{0, 1U << 20U}, SealCosts{17, 1U << 20U}, SealCosts{1, 1U << 10U},
                                  SealCosts{1, std::uint64_t{2} << 30U}}) {
        const Status status = sealFile(write("x"), fresh(), words(), SealedKind::Project, costs, job);
        QVERIFY(!status.ok());
        QCOMPARE(status.error().code, ErrorCode::ParameterOutOfRange);
    }
}

void TestSeal::fullDisk() {
    const std::string small = path("small");
    QVERIFY(::mkdir(small.c_str(), 0700) == 0);
    if (::mount("tmpfs", small.c_str(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("a small tmpfs cannot be mounted here (needs the right to mount)");
    const auto unmount = qScopeGuard([&] { ::umount2(small.c_str(), MNT_DETACH); });
    const std::string plain = write(sample(3U << 20U));
    const std::string file = sealed(sample(3U << 20U));
    JobContext job;
    const Status status = sealFile(plain, small + "/out.sealed", words(), SealedKind::Project, kCheap, job);
    QVERIFY(!status.ok());
    QCOMPARE(status.error().code, ErrorCode::DiskFull);
    const auto opened = openSealed(file, small + "/out", words(), job);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, ErrorCode::DiskFull);
    QVERIFY(QDir(QString::fromStdString(small)).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    // What is given up is free again.
    QVERIFY(writeFileAtomically(small + "/after", sample(900U << 10U)).ok());
}

void TestSeal::killedWhileSealing() {
    const std::string content = sample(24 * kChunk);
    const std::string plain = write(content);
    const std::size_t before = entries();
    int done = 0;
    for (int round = 0; round < 12; ++round) {
        const std::string out = path("killed");
        const pid_t child = ::fork();
        if (child == 0) {
            // Killed after a different time each round; the last ones let it end.
            const std::jthread killer([round] {
                std::this_thread::sleep_for(std::chrono::microseconds(300 * round * round));
                if (round < 10)
                    ::kill(::getpid(), SIGKILL);
            });
            JobContext job;
            static_cast<void>(sealFile(plain, out, words(), SealedKind::Project, kCheap, job));
            ::_exit(0);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(*readFile(plain) == content);
        if (QFile::exists(QString::fromStdString(out))) {
            ++done;
            JobContext job;
            const std::string opened = fresh();
            QVERIFY(openSealed(out, opened, words(), job).ok()); // whole, or not there
            QVERIFY(*readFile(opened) == content);
            ::unlink(opened.c_str());
            ::unlink(out.c_str());
        }
        QCOMPARE(entries(), before); // nor anything under another name
    }
    QVERIFY(done >= 1 && done < 12);
}

void TestSeal::memoryStaysSmall() {
    // A file of 48 MB: neither it nor the sealed one is ever in memory as a whole.
    const std::string plain = fresh();
    {
        QFile file(QString::fromStdString(plain));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const std::string block = sample(1U << 20U);
        for (int i = 0; i < 48; ++i)
            file.write(block.data(), static_cast<qint64>(block.size()));
    }
    const std::string out = fresh();
    const auto peak = [] {
        std::string text = *readFile("/proc/self/status");
        return std::stol(text.substr(text.find("VmHWM:") + 6));
    };
    const long before = peak();
    JobContext job;
    QVERIFY(sealFile(plain, out, words(), SealedKind::Project, kCheap, job).ok());
    const std::string opened = fresh();
    QVERIFY(openSealed(out, opened, words(), job).ok());
    QVERIFY2(peak() - before < 4 * 1024, qPrintable(QString::number(peak() - before) + QStringLiteral(" kB")));
    for (const std::string& file : {plain, out, opened})
        ::unlink(file.c_str());
}

void TestSeal::shredding() {
    const std::string file = write("secret text that must go");
    // Another name of the same bytes shows what became of them.
    const std::string witness = fresh();
    QCOMPARE(::link(file.c_str(), witness.c_str()), 0);
    QVERIFY(shredFile(file).ok());
    QVERIFY(!QFile::exists(QString::fromStdString(file)));
    QVERIFY(readFile(witness)->empty());
    QVERIFY(shredFile(file).ok()); // not there: fine
    // A link goes; what it leads to stays.
    const std::string target = write("kept");
    const std::string link = fresh();
    QCOMPARE(::symlink(target.c_str(), link.c_str()), 0);
    QVERIFY(shredFile(link).ok());
    QVERIFY(!QFile::exists(QString::fromStdString(link)));
    QCOMPARE(*readFile(target), std::string("kept"));
}

QTEST_APPLESS_MAIN(TestSeal)
#include "tst_seal.moc"
