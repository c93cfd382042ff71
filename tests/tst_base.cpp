// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/describe.h"
#include "core/base/error_text.h"
#include "core/base/file.h"
#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/base/registry.h"
#include "core/base/rng.h"
#include "core/select/selection.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

namespace {

struct DemoConfig {
    double rate = 0.5;
    int count = 3;
    bool on = true;
    std::string mode = "fast";
};
template <class V> void describe(V& v, DemoConfig& c) {
    v.field(c.rate, {.name = "rate", .title = "Rate", .help = "A rate.", .min = 0, .max = 1});
    v.field(c.count, {.name = "count", .title = "Count", .help = "A count.", .min = 1, .max = 9});
    v.field(c.on, {.name = "on", .title = "On", .help = "A switch."});
    v.field(c.mode, {.name = "mode", .title = "Mode", .help = "A mode.", .choices = {"fast", "slow"}});
}

core::ErrorCode codeOf(const char* json) {
    const auto parsed = core::parseJson(json);
    if (!parsed.ok())
        return parsed.error().code;
    const auto config = core::fromJson<DemoConfig>(*parsed);
    return config.ok() ? core::ErrorCode::Internal : config.error().code;
}

} // namespace

class TestBase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyErrorHasASentence() {
        for (int i = 0; i <= static_cast<int>(core::ErrorCode::Internal); ++i) {
            const auto code = static_cast<core::ErrorCode>(i);
            QVERIFY(QByteArray(core::errorTemplate(code)).size() > 0);
            QVERIFY(core::exitCode(code) >= 1 && core::exitCode(code) <= 3);
        }
    }
    void sentenceNamesThePlace() {
        const auto error = core::Error(core::ErrorCode::BadValue, "a number").inFile("a.csv", 7).at("price", "abc");
        QCOMPARE(QString::fromStdString(core::errorSentence(error)),
                 QStringLiteral("a.csv:7, column “price”: “abc” is not a number."));
    }
    void configReadsWhatItWrites() {
        DemoConfig config;
        config.rate = 0.25;
        config.mode = "slow";
        const auto back = core::fromJson<DemoConfig>(core::toJson(config));
        QVERIFY(back.ok());
        QCOMPARE(back->rate, 0.25);
        QCOMPARE(back->mode, std::string("slow"));
        QCOMPARE(core::paramsOf<DemoConfig>().size(), std::size_t(4));
    }
    void badConfigsAreNamed() {
        QCOMPARE(codeOf(R"({"rate": 1.5})"), core::ErrorCode::ParameterOutOfRange);
        QCOMPARE(codeOf(R"({"count": 1.5})"), core::ErrorCode::WrongType);
        QCOMPARE(codeOf(R"({"rate": "x"})"), core::ErrorCode::WrongType);
        QCOMPARE(codeOf(R"({"mode": "other"})"), core::ErrorCode::UnknownChoice);
        QCOMPARE(codeOf(R"({"nothing": 1})"), core::ErrorCode::UnknownParameter);
        QCOMPARE(codeOf("[1]"), core::ErrorCode::WrongType);
        QCOMPARE(codeOf("{"), core::ErrorCode::BadJson);
    }
    void jsonErrorNamesTheLine() {
        const auto parsed = core::parseJson("{\n\"a\": 1,\n\"b\" 2}", "x.json");
        QVERIFY(!parsed.ok());
        QCOMPARE(parsed.error().line, 3);
    }
    void filesAreWrittenWhole() {
        const QTemporaryDir dir;
        const std::string path = dir.filePath(QStringLiteral("a.txt")).toStdString();
        QVERIFY(core::writeFileAtomically(path, "one").ok());
        QVERIFY(core::writeFileAtomically(path, "two").ok());
        QCOMPARE(*core::readFile(path), std::string("two"));
        QCOMPARE(core::writeFileAtomically(dir.path().toStdString(), "x").error().code, core::ErrorCode::IsDirectory);
        QCOMPARE(core::readFile(dir.path().toStdString()).error().code, core::ErrorCode::IsDirectory);
        QCOMPARE(core::readFile(path + ".none").error().code, core::ErrorCode::FileNotFound);
        QCOMPARE(core::writeFileAtomically("/dev/full/x", "x").error().code, core::ErrorCode::WriteFailed);
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), 1); // no temporary is left behind
    }
    void rngIsFixed() {
        // The standard fixes the 10000th output of a default-seeded mt19937_64.
        core::Rng rng(5489);
        std::uint64_t last = 0;
        for (int i = 0; i < 10000; ++i)
            last = rng.next();
        QCOMPARE(last, std::uint64_t(9981545732273789042ULL));
        core::Rng bounded(1);
        std::array<int, 3> seen{};
        for (int i = 0; i < 30000; ++i)
            ++seen[bounded.below(3)];
        for (const int n : seen)
            QVERIFY(std::abs(n - 10000) < 400); // 4.9 standard deviations
    }
    void jobCancelsWhilePaused() {
        core::JobContext job;
        job.pause();
        bool proceeded = true;
        std::thread worker([&] { proceeded = job.proceed(); });
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        job.cancel();
        worker.join();
        QVERIFY(!proceeded);
        QCOMPARE(job.check().error().code, core::ErrorCode::Cancelled);
    }
    void progressHasRateAndTimeLeft() {
        core::Progress last;
        int calls = 0;
        core::JobContext job([&](const core::Progress& p) { last = p, ++calls; });
        job.begin("Reading rows", 100, "rows");
        for (int i = 1; i <= 5000; ++i)
            job.report(i % 100);
        QVERIFY(calls >= 1 && calls < 100); // throttled
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
        job.report(50);
        QCOMPARE(last.done, 50);
        QVERIFY(last.perSecond > 0);
        QVERIFY(last.secondsLeft > 0);
        QCOMPARE(last.fraction(), 0.5);
    }
    void selectionsCombine() {
        using core::select::Mode;
        const core::select::Selection a{"label", {"x", "y"}};
        const core::select::Selection b{"label", {"y", "z"}};
        QCOMPARE(combine(a, b, Mode::Add).names.size(), std::size_t(3));
        QVERIFY((combine(a, b, Mode::Remove).names == std::set<std::string>{"x"}));
        QVERIFY((combine(a, b, Mode::Intersect).names == std::set<std::string>{"y"}));
        QVERIFY(combine(a, b, Mode::Replace) == b);
        const core::select::Selection other{"item", {"1"}};
        QVERIFY(combine(a, other, Mode::Add) == other);
    }
};

QTEST_APPLESS_MAIN(TestBase)
#include "tst_base.moc"
