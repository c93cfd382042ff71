// SPDX-License-Identifier: GPL-3.0-or-later
// Personal data in texts: the checks on digits against their standards, and how much is found and wrongly found on a
// list labelled by hand, near misses included (tests/data/privacy/detect.tsv).
#include "core/base/file.h"
#include "core/privacy/detect.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace core;
using namespace core::privacy;

namespace {

using Kinds = std::set<std::string>;

Kinds kindsIn(std::string_view text) {
    std::vector<PersonalFinding> found;
    findPersonal(text, kEveryKind, found);
    Kinds kinds;
    for (const PersonalFinding& finding : found)
        kinds.insert(std::string(personalKindName(finding.kind)));
    return kinds;
}

struct Labelled {
    Kinds kinds;
    std::string text;
    int line = 0;
};

std::vector<Labelled> labelledTexts() {
    QFile file(QStringLiteral(TAILLIGHT_TEST_DATA "/privacy/detect.tsv"));
    std::vector<Labelled> texts;
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    for (int line = 1; !file.atEnd(); ++line) {
        const QByteArray row = file.readLine().chopped(1);
        const auto tab = row.indexOf('\t');
        if (row.startsWith('#') || tab < 0)
            continue;
        Labelled text;
        text.line = line;
        text.text = row.mid(tab + 1).toStdString();
        for (const QByteArray& kind : row.left(tab).split(','))
            if (kind != "-")
                text.kinds.insert(kind.toStdString());
        texts.push_back(std::move(text));
    }
    return texts;
}

struct Counts {
    int there = 0, right = 0, wrong = 0;
    double recall() const { return there == 0 ? 1 : double(right) / there; }
    double precision() const { return right + wrong == 0 ? 1 : double(right) / (right + wrong); }
};

} // namespace

class TestPrivacyDetect : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void luhn_data();
    void luhn();
    void chineseIds_data();
    void chineseIds();
    void everyWrongCheckCharacterIsRefused();
    void labelledList();
    void placesInTexts();
    void kindsCanBeLeftOut();
    void maskedExamples_data();
    void maskedExamples();
    void anyBytesAreSurvived();
    void scanningAFile();
    void chanceCardNumbers();
};

void TestPrivacyDetect::luhn_data() {
    QTest::addColumn<QString>("digits");
    QTest::addColumn<bool>("valid");
    QTest::newRow("ISO/IEC 7812-1, annex B") << "49927398716" << true;
    QTest::newRow("wrong digit") << "49927398717" << false;
    QTest::newRow("swapped digits") << "49927938716" << false;
    QTest::newRow("test Visa") << "4111111111111111" << true;
    QTest::newRow("test Amex") << "378282246310005" << true;
    QTest::newRow("empty") << "" << false;
    QTest::newRow("letter") << "4992739871a6" << false;
}

void TestPrivacyDetect::luhn() {
    QFETCH(QString, digits);
    QFETCH(bool, valid);
    QCOMPARE(luhnValid(digits.toStdString()), valid);
}

void TestPrivacyDetect::chineseIds_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("valid");
    QTest::newRow("GB 11643, example") << "11010519491231002X" << true; // the standard's own example
    QTest::newRow("GB 11643, second example") << "440524188001010014" << true;
    QTest::newRow("small x") << "11010519491231002x" << true;
    QTest::newRow("wrong check") << "110105194912310021" << false;
    QTest::newRow("no such province") << "99010519491231002X" << false;
    QTest::newRow("month 13") << "110105194913310026" << false;
    QTest::newRow("day 32") << "110105194912320023" << false;
    QTest::newRow("17 digits") << "11010519491231002" << false;
    QTest::newRow("letter inside") << "1101051949A231002X" << false;
}

void TestPrivacyDetect::chineseIds() {
    QFETCH(QString, id);
    QFETCH(bool, valid);
    QCOMPARE(chineseIdValid(id.toStdString()), valid);
}

void TestPrivacyDetect::everyWrongCheckCharacterIsRefused() {
    const std::string front = "31010119851215003";
    int right = 0;
    for (const char c : std::string("0123456789X"))
        right += chineseIdValid(front + c) ? 1 : 0;
    QCOMPARE(right, 1); // MOD 11-2 has exactly one
    // Every single wrong digit of the rest is found as well.
    std::string id = front + '9';
    QVERIFY(chineseIdValid(id));
    for (std::size_t at = 6; at < 17; ++at)
        for (char c = '0'; c <= '9'; ++c)
            if (std::string bad = id; c != id[at]) {
                bad[at] = c;
                QVERIFY2(!chineseIdValid(bad), bad.c_str());
            }
}

void TestPrivacyDetect::labelledList() {
    const auto texts = labelledTexts();
    QVERIFY2(texts.size() >= 150, "the list is missing");
    std::map<std::string, Counts> counts;
    Counts all;
    for (const Labelled& text : texts) {
        const Kinds found = kindsIn(text.text);
        for (const PersonalKind kind : kAllPersonalKinds) {
            const std::string name(personalKindName(kind));
            const bool there = text.kinds.contains(name);
            const bool said = found.contains(name);
            Counts& count = counts[name];
            count.there += there ? 1 : 0;
            count.right += there && said ? 1 : 0;
            count.wrong += said && !there ? 1 : 0;
            if (there != said)
                qInfo("detect.tsv:%d: %s %s: %s", text.line, there ? "missed" : "wrongly found", name.c_str(),
                      text.text.c_str());
        }
    }
    for (const auto& [name, count] : counts) {
        qInfo("%-15s %3d there, precision %.3f, recall %.3f", name.c_str(), count.there, count.precision(),
              count.recall());
        all.there += count.there;
        all.right += count.right;
        all.wrong += count.wrong;
        // What has a check digit or a fixed shape must be right; addresses are patterns.
        const bool pattern = name == "street_address";
        QVERIFY2(count.precision() >= (pattern ? 0.9 : 0.95), name.c_str());
        QVERIFY2(count.recall() >= (pattern ? 0.8 : 0.95), name.c_str());
    }
    qInfo("%-15s %3d there, precision %.3f, recall %.3f, of %zu texts", "all", all.there, all.precision(), all.recall(),
          texts.size());
}

void TestPrivacyDetect::placesInTexts() {
    const std::string text = "邮箱 jane@example.com，电话13812345678。";
    std::vector<PersonalFinding> found;
    findPersonal(text, kEveryKind, found);
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(text.substr(found[0].begin, found[0].length), std::string("jane@example.com"));
    QCOMPARE(text.substr(found[1].begin, found[1].length), std::string("13812345678"));
    QVERIFY(found[0].kind == PersonalKind::Email && found[1].kind == PersonalKind::Phone);
    // The list that is handed in is replaced, not added to.
    findPersonal("nothing", kEveryKind, found);
    QVERIFY(found.empty());
    // Findings never overlap: an address in an e-mail-like text, digits in an id card.
    findPersonal("id 11010519491231002X 4111111111111111 13812345678@qq.com", kEveryKind, found);
    QCOMPARE(found.size(), std::size_t{3});
    for (std::size_t i = 1; i < found.size(); ++i)
        QVERIFY(found[i - 1].begin + found[i - 1].length <= found[i].begin);
}

void TestPrivacyDetect::kindsCanBeLeftOut() {
    const std::string text = "jane@example.com 13812345678 203.0.113.7";
    for (const PersonalKind kind : {PersonalKind::Email, PersonalKind::Phone, PersonalKind::IpAddress}) {
        KindSet kinds{};
        kinds[static_cast<std::size_t>(kind)] = true;
        std::vector<PersonalFinding> found;
        findPersonal(text, kinds, found);
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(found[0].kind == kind);
    }
}

void TestPrivacyDetect::maskedExamples_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("email") << "to jane@example.com"
                           << "to j***@e***.com";
    QTest::newRow("mobile") << "13812345678"
                            << "138******78";
    QTest::newRow("card") << "4111 1111 1111 1111"
                          << "41** **** **** ****";
    QTest::newRow("IP") << "203.0.113.77"
                        << "203.*.***.**";
    QTest::newRow("address") << "at 12 Acacia Avenue"
                             << "at ***";
    QTest::newRow("nothing") << "red shirt"
                             << "red shirt";
}

void TestPrivacyDetect::maskedExamples() {
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(QString::fromStdString(maskedText(text.toStdString())), shown);
}

void TestPrivacyDetect::anyBytesAreSurvived() {
    std::uint64_t state = 42;
    const auto next = [&state] {
        state = state * 6'364'136'223'846'793'005ULL + 1;
        return state >> 33U;
    };
    const std::string alphabet = "0123456789@.:-+( )ab号路\xE4\xFF\x80,/#";
    for (int round = 0; round < 20'000; ++round) {
        std::string text(next() % 40, '\0');
        for (char& c : text)
            c = alphabet[next() % alphabet.size()];
        std::vector<PersonalFinding> found;
        findPersonal(text, kEveryKind, found);
        std::size_t end = 0;
        for (const PersonalFinding& finding : found) {
            QVERIFY(finding.length > 0 && finding.begin >= end && finding.begin + finding.length <= text.size());
            end = finding.begin + finding.length;
        }
    }
}

void TestPrivacyDetect::scanningAFile() {
    const QTemporaryDir folder;
    const std::string file = folder.filePath(QStringLiteral("a.csv")).toStdString();
    QVERIFY(writeFileAtomically(file, "sku,note\n4006381333931,mail jane@example.com or bob@example.com\n1,nothing\n"
                                      "2,\"call 13812345678\"\n3,\n")
                .ok());
    const auto reader = data::RecordReader::open(file);
    QVERIFY(reader.ok());
    JobContext job;
    const auto scan = scanPersonalData(**reader, job);
    QVERIFY(scan.ok());
    QCOMPARE(scan->rows, std::int64_t{4});
    QVERIFY(scan->whole);
    QCOMPARE(scan->columns.size(), std::size_t{2});
    QVERIFY(!scan->columns[0].any());
    const ColumnFindings& note = scan->columns[1];
    QCOMPARE(note.rows, std::int64_t{3}); // the empty cell holds nothing to look at
    QCOMPARE(note.cells[0], std::int64_t{1});
    QCOMPARE(note.cells[1], std::int64_t{1});
    QCOMPARE(note.examples[0].size(), std::size_t{2});
    const std::string json = dumpJson(personalScanJson(*scan));
    QVERIFY(json.find("jane") == std::string::npos && json.find("13812345678") == std::string::npos);
    const auto again = data::RecordReader::open(file);
    const auto part = scanPersonalData(**again, job, kEveryKind, 2);
    QVERIFY(part.ok() && part->rows == 2 && !part->whole);
    job.cancel();
    const auto third = data::RecordReader::open(file);
    const auto cancelled = scanPersonalData(**third, job);
    QVERIFY(!cancelled.ok() && cancelled.error().code == ErrorCode::Cancelled);
}

void TestPrivacyDetect::chanceCardNumbers() {
    // Order numbers that look like cards: one in ten passes Luhn by chance, and the column says so.
    ColumnFindings orders;
    for (int i = 0; i < 1000; ++i)
        scanCell("4" + std::to_string(100'000'000'000'000 + i * 7'919), kEveryKind, orders);
    const auto card = static_cast<std::size_t>(PersonalKind::CardNumber);
    QVERIFY(orders.cells[card] > 50 && orders.cells[card] < 200);
    QVERIFY(orders.chanceOnly(PersonalKind::CardNumber));
    ColumnFindings cards;
    for (const char* number : {"4111111111111111", "5555555555554444", "6011111111111117", "3530111333300000"})
        scanCell(number, kEveryKind, cards);
    QVERIFY(!cards.chanceOnly(PersonalKind::CardNumber));
}

QTEST_APPLESS_MAIN(TestPrivacyDetect)
#include "tst_privacy_detect.moc"
