// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, pseudonyms, plans, coarser values, and the transform of rows. Reference values: tests/data/privacy/reference.py
// (hashlib, libargon2).
#include "core/base/error_text.h"
#include "core/base/file.h"
#include "core/privacy/generalise.h"
#include "core/privacy/key.h"
#include "core/privacy/new_file.h"
#include "core/privacy/transform.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace core;
using namespace core::privacy;

namespace {

std::string countingBytes(std::size_t size) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(i);
    return bytes;
}

PseudonymKey testKey() {
    return PseudonymKey::fromBytes(countingBytes(PseudonymKey::kBytes));
}

/// The transform's answer to one row, as "cell|cell", and its raw text.
struct Answer {
    std::string cells, raw;
};
Answer apply(data::RowTransform& transform, std::vector<std::string_view> cells,
             data::RowFault fault = data::RowFault::None) {
    data::Record row;
    row.fields = std::move(cells);
    row.rawText = "the raw line";
    row.fault = fault;
    transform.apply(row);
    Answer answer;
    for (std::size_t i = 0; i < row.fields.size(); ++i)
        answer.cells.append(i == 0 ? "" : "|").append(row.fields[i]);
    answer.raw = row.rawText;
    return answer;
}

PrivacyPlan planOf(const char* json) {
    const auto parsed = parseJson(json);
    const auto plan = parsed.ok() ? planFromJson(*parsed) : Result<PrivacyPlan>(parsed.error());
    if (!plan.ok())
        qFatal("%s", errorSentence(plan.error()).c_str());
    return *plan;
}

ErrorCode planError(const char* json) {
    const auto parsed = parseJson(json);
    const auto plan = parsed.ok() ? planFromJson(*parsed) : Result<PrivacyPlan>(parsed.error());
    return plan.ok() ? ErrorCode::Internal : plan.error().code;
}

} // namespace

class TestPrivacy : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string path(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)).toStdString(); }
    std::string write(const char* name, std::string_view text, unsigned mode) const {
        const std::string file = path(name);
        ::unlink(file.c_str());
        if (!writeFileAtomically(file, text).ok() || ::chmod(file.c_str(), mode) != 0)
            qFatal("cannot write %s", file.c_str());
        return file;
    }

private Q_SLOTS:
    void pseudonymsAreKeyedBlake2b_data();
    void pseudonymsAreKeyedBlake2b();
    void otherKeysAndDomainsGiveOtherPseudonyms();
    void derivationAgreesWithTheReferenceLibrary_data();
    void derivationAgreesWithTheReferenceLibrary();
    void derivationSurvivesItsJson();
    void cancelAnswersWhileAKeyIsMade();
    void keyFiles();
    void keyFilesThatAreRefused_data();
    void keyFilesThatAreRefused();
    void passphraseFiles();
    void coarserValues_data();
    void coarserValues();
    void generalisationsThatCannotBe();
    void valuesAreReadAsTheFileWritesThem();
    void plansAsJson();
    void rulesFollowTheMapping();
    void transformOfRows();
    void transformHidesFaultyRows();
    void transformSaysWhatItDid();
    void transformAfterAMissingColumn();
    void transformNeedsItsKey();
};

void TestPrivacy::pseudonymsAreKeyedBlake2b_data() {
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    // tests/data/privacy/reference.py
    QTest::newRow("user") << "user"
                          << "alice"
                          << "u_hp2a7eo7wncosv5a2co6fxxn6e";
    QTest::newRow("order") << "order"
                           << "alice"
                           << "o_sskddsivci5g2g6jis2ncv6hnq";
    QTest::newRow("Chinese") << QString::fromUtf8("用户") << QString::fromUtf8("张三")
                             << "x_gqcczjum7ldrh2gchuhdwv7nwy";
    QTest::newRow("long") << "user" << QString(1000, QLatin1Char('x')) << "u_zxftpywgvbjbsnxjjkki2pzehi";
    QTest::newRow("email") << "email"
                           << "jane@example.com"
                           << "e_lcozinxoi7w5nrmrnmker2jwb4";
}

void TestPrivacy::pseudonymsAreKeyedBlake2b() {
    QFETCH(QString, domain);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    const std::string made = Pseudonymiser(testKey(), domain.toStdString())(value.toStdString());
    QCOMPARE(QString::fromStdString(made), expected);
    QVERIFY(Pseudonymiser::looksLike(made));
}

void TestPrivacy::otherKeysAndDomainsGiveOtherPseudonyms() {
    const PseudonymKey key = testKey();
    std::string other = countingBytes(PseudonymKey::kBytes);
    other[31] = 'x';
    const PseudonymKey otherKey = PseudonymKey::fromBytes(other);
    QCOMPARE(key.id(), std::string("7bdd065b1aa277a1")); // reference.py
    QVERIFY(key.id() != otherKey.id());
    QCOMPARE(Pseudonymiser(key, "user")("u1"), Pseudonymiser(testKey(), "user")("u1"));
    QVERIFY(Pseudonymiser(key, "user")("u1") != Pseudonymiser(otherKey, "user")("u1"));
    QVERIFY(Pseudonymiser(key, "user")("u1") != Pseudonymiser(key, "utm")("u1"));
    QVERIFY(!Pseudonymiser::looksLike("u_hp2a7eo7wncosv5a2co6fxxn61")); // 1 is no base32 digit
    QVERIFY(!Pseudonymiser::looksLike("alice"));
}

void TestPrivacy::derivationAgreesWithTheReferenceLibrary_data() {
    QTest::addColumn<int>("passes");
    QTest::addColumn<int>("kib");
    QTest::addColumn<QString>("id");
    // Key ids of libargon2's keys: tests/data/privacy/reference.py
    QTest::newRow("1 pass, 8 KiB") << 1 << 8 << "94cd01377791b658";
    QTest::newRow("2 passes, 64 KiB") << 2 << 64 << "9e86465041cc1469";
    QTest::newRow("3 passes, 1 MiB") << 3 << 1024 << "76f4b6754b72e33f";
}

void TestPrivacy::derivationAgreesWithTheReferenceLibrary() {
    QFETCH(int, passes);
    QFETCH(int, kib);
    QFETCH(QString, id);
    const KeyDerivation derivation{countingBytes(16), static_cast<std::uint64_t>(passes),
                                   static_cast<std::uint64_t>(kib) << 10U};
    const Secret passphrase{std::string_view("correct horse battery staple")};
    const auto key = PseudonymKey::fromPassphrase(passphrase, derivation);
    QVERIFY(key.ok());
    QCOMPARE(QString::fromStdString(key->id()), id);
    JobContext job; // the same on a thread of its own
    const auto again = PseudonymKey::fromPassphrase(passphrase, derivation, &job);
    QVERIFY(again.ok());
    QCOMPARE(again->id(), key->id());
}

void TestPrivacy::derivationSurvivesItsJson() {
    KeyDerivation derivation = KeyDerivation::fresh();
    QVERIFY(derivation.salt != KeyDerivation::fresh().salt);
    QVERIFY(derivation.memory >= std::uint64_t{64} << 20U); // RFC 9106, 4: second recommendation
    derivation.memory = 65'536;
    const auto back = KeyDerivation::fromJson(derivation.json());
    QVERIFY(back.ok());
    QCOMPARE(back->salt, derivation.salt);
    QCOMPARE(back->passes, derivation.passes);
    QCOMPARE(back->memory, derivation.memory);
    for (const char* name : {"salt", "passes", "memory", "algorithm"}) {
        Json json = derivation.json();
        json.erase(name);
        QVERIFY2(!KeyDerivation::fromJson(json).ok(), name);
    }
    Json greedy = derivation.json();
    greedy["memory"] = std::uint64_t{1} << 40U; // a project from somebody else must not take all memory
    QVERIFY(!KeyDerivation::fromJson(greedy).ok());
    Json odd = derivation.json();
    odd["salt"] = "zz" + odd["salt"].get<std::string>().substr(2);
    QVERIFY(!KeyDerivation::fromJson(odd).ok());
}

void TestPrivacy::cancelAnswersWhileAKeyIsMade() {
    JobContext job;
    job.cancel();
    const KeyDerivation derivation{countingBytes(16), 3, std::uint64_t{8} << 20U};
    const auto key = PseudonymKey::fromPassphrase(Secret(std::string_view("a passphrase")), derivation, &job);
    QVERIFY(!key.ok());
    QCOMPARE(key.error().code, ErrorCode::Cancelled);
    const auto empty = PseudonymKey::fromPassphrase(Secret(), derivation);
    QVERIFY(!empty.ok());
    QCOMPARE(empty.error().code, ErrorCode::Usage);
}

void TestPrivacy::keyFiles() {
    const std::string file = path("a.key");
    const mode_t before = ::umask(0); // even then
    const auto made = PseudonymKey::createFile(file);
    ::umask(before);
    QVERIFY(made.ok());
    struct stat info {};
    QCOMPARE(::stat(file.c_str(), &info), 0);
    QCOMPARE(static_cast<int>(info.st_mode & 07777), 0600);
    const auto read = PseudonymKey::fromFile(file);
    QVERIFY(read.ok());
    QCOMPARE(read->id(), made->id());
    QCOMPARE(Pseudonymiser(*read, "user")("u1"), Pseudonymiser(*made, "user")("u1"));
    const auto again = PseudonymKey::createFile(file);
    QVERIFY(!again.ok());
    QCOMPARE(again.error().code, ErrorCode::FileExists);
    QVERIFY(PseudonymKey::createFile(path("b.key"))->id() != made->id());
    const auto nowhere = PseudonymKey::createFile(path("no/such/folder.key"));
    QVERIFY(!nowhere.ok());
    QCOMPARE(nowhere.error().code, ErrorCode::WriteFailed);
}

void TestPrivacy::keyFilesThatAreRefused_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("says");
    QTest::newRow("group may read") << "0640"
                                    << "chmod 600";
    QTest::newRow("others may read") << "0604"
                                     << "chmod 600";
    QTest::newRow("others may write") << "0602"
                                      << "chmod 600";
    QTest::newRow("a digit changed") << "digit"
                                     << "damaged";
    QTest::newRow("cut off") << "cut"
                             << "damaged";
    QTest::newRow("another id") << "id"
                                << "damaged";
    QTest::newRow("newer") << "newer"
                           << "newer version";
    QTest::newRow("something else") << "else"
                                    << "no key file";
    QTest::newRow("empty") << "empty"
                           << "no key file";
    QTest::newRow("too long") << "long"
                              << "longer than";
}

void TestPrivacy::keyFilesThatAreRefused() {
    QFETCH(QString, what);
    QFETCH(QString, says);
    const std::string good = path("good.key");
    ::unlink(good.c_str());
    QVERIFY(PseudonymKey::createFile(good).ok());
    std::string text = *readFile(good);
    unsigned mode = 0600;
    if (what.startsWith(QLatin1Char('0')))
        mode = what.toUInt(nullptr, 8);
    else if (what == QLatin1String("digit")) {
        char& digit = text[text.find("\nkey ") + 10];
        digit = digit == '0' ? '1' : '0';
    } else if (what == QLatin1String("id")) {
        char& digit = text[text.find("\nid ") + 5];
        digit = digit == '0' ? '1' : '0';
    } else if (what == QLatin1String("cut"))
        text.resize(text.size() / 2);
    else if (what == QLatin1String("newer"))
        text.replace(0, 15, "taillight-key 2");
    else if (what == QLatin1String("else"))
        text = "-----BEGIN SOMETHING-----\n";
    else if (what == QLatin1String("empty"))
        text.clear();
    else
        text += std::string(2000, ' ');
    const auto key = PseudonymKey::fromFile(write("bad.key", text, mode));
    QVERIFY(!key.ok());
    QCOMPARE(key.error().code, ErrorCode::BadKeyFile);
    const QString sentence = QString::fromStdString(errorSentence(key.error()));
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
    // Nothing of the key is told.
    QVERIFY(text.size() < 30 || !sentence.contains(QString::fromStdString(text.substr(text.find("\nkey ") + 5, 16))));
}

void TestPrivacy::passphraseFiles() {
    const auto good = readPassphraseFile(write("p", "correct horse\r\nsecond line\n", 0600));
    QVERIFY(good.ok());
    QCOMPARE(std::string(good->view()), std::string("correct horse"));
    const auto longest = readPassphraseFile(write("p", std::string(1024, 'x') + "\n", 0600));
    QVERIFY(longest.ok());
    for (const auto& [text, mode] :
         {std::pair<std::string, unsigned>{"\n", 0600}, {"", 0600}, {"open", 0644}, {std::string(1025, 'x'), 0600}}) {
        const auto bad = readPassphraseFile(write("p", text, mode));
        QVERIFY(!bad.ok());
        QCOMPARE(bad.error().code, ErrorCode::BadKeyFile);
    }
    const auto none = readPassphraseFile(path("none"));
    QVERIFY(!none.ok());
    QCOMPARE(none.error().code, ErrorCode::FileNotFound);
}

void TestPrivacy::coarserValues_data() {
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    // Dates: a calendar. 2011-12-09 was a Friday.
    QTest::newRow("hour") << "hour"
                          << "2011-12-09T12:50:31Z"
                          << "2011-12-09 12:00:00";
    QTest::newRow("day") << "day"
                         << "2011-12-09 12:50"
                         << "2011-12-09";
    QTest::newRow("day, epoch") << "day"
                                << "1323435000"
                                << "2011-12-09";
    QTest::newRow("day, before 1970") << "day"
                                      << "1969-12-31 23:59:59"
                                      << "1969-12-31";
    QTest::newRow("week") << "week"
                          << "2011-12-09 12:50"
                          << "2011-12-05";
    QTest::newRow("week, Sunday") << "week"
                                  << "2011-12-11"
                                  << "2011-12-05";
    QTest::newRow("week, over the year") << "week"
                                         << "2012-01-01"
                                         << "2011-12-26";
    QTest::newRow("month") << "month"
                           << "2011-12-09 12:50"
                           << "2011-12-01";
    QTest::newRow("year") << "year"
                          << "2012-02-29 12:50"
                          << "2012-01-01";
    QTest::newRow("no time") << "day"
                             << "yesterday"
                             << "?";
    QTest::newRow("postcode") << "prefix:2"
                              << "SW1A 1AA"
                              << "SW";
    QTest::newRow("Chinese postcode") << "prefix:3"
                                      << "100871"
                                      << "100";
    QTest::newRow("prefix in characters")
        << "prefix:2" << QString::fromUtf8("北京市海淀区") << QString::fromUtf8("北京");
    QTest::newRow("prefix longer") << "prefix:9"
                                   << "abc"
                                   << "abc";
    QTest::newRow("step") << "step:10"
                          << "37.5"
                          << "30";
    QTest::newRow("step, negative") << "step:10"
                                    << "-3"
                                    << "-10";
    QTest::newRow("step, on it") << "step:0.1"
                                 << "0.3"
                                 << "0.3";
    QTest::newRow("step, decimals") << "step:0.1"
                                    << "0.37"
                                    << "0.3";
    QTest::newRow("step, zero") << "step:5"
                                << "-0"
                                << "0";
    QTest::newRow("step, text") << "step:10"
                                << "cheap"
                                << "?";
    QTest::newRow("edges") << "edges:0,20,100"
                           << "99.99"
                           << "20";
    QTest::newRow("edges, on one") << "edges:0,20,100"
                                   << "100"
                                   << "100";
    QTest::newRow("edges, below") << "edges:0,20,100"
                                  << "-5"
                                  << "0";
    QTest::newRow("depth >") << "depth:2"
                             << "Home > Garden/Tools > Hoses"
                             << "Home > Garden/Tools";
    QTest::newRow("depth /") << "depth:1"
                             << "/Home/Garden"
                             << "/Home";
    QTest::newRow("depth, fewer") << "depth:5"
                                  << "Home > Garden"
                                  << "Home > Garden";
    QTest::newRow("depth, JSON") << "depth:2"
                                 << "[\"a\",\"b\",\"c\"]"
                                 << "[\"a\",\"b\"]";
    QTest::newRow("IPv4") << "ip"
                          << "203.0.113.77"
                          << "203.0.113.0/24";
    QTest::newRow("IPv6") << "ip"
                          << "2001:db8:1234:5678::1"
                          << "2001:db8:1234::/48";
    QTest::newRow("no IP") << "ip"
                           << "203.0.113"
                           << "?";
    QTest::newRow("age") << "age"
                         << "17"
                         << "0-17";
    QTest::newRow("age, edge") << "age"
                               << "18"
                               << "18-24";
    QTest::newRow("age, old") << "age"
                              << "93"
                              << "65+";
    QTest::newRow("age bands") << "age:10"
                               << "37"
                               << "30-39";
    QTest::newRow("no age") << "age"
                            << "200"
                            << "?";
}

void TestPrivacy::coarserValues() {
    QFETCH(QString, how);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    const auto generaliser = Generaliser::parse(how.toStdString());
    QVERIFY(generaliser.ok());
    std::string out = "left over";
    const bool read = generaliser->apply(value.toStdString(), out);
    QCOMPARE(QString::fromStdString(out), expected);
    QCOMPARE(read, expected != QLatin1String("?"));
}

void TestPrivacy::valuesAreReadAsTheFileWritesThem() {
    data::ValueFormat format;
    format.decimal = ',';
    format.dayFirst = true;
    format.timeZone = "Asia/Shanghai";
    const auto cells = CellReader::make(format);
    QVERIFY(cells.ok());
    std::string out;
    // 3 April, 07:30 in Shanghai, is 2 April in UTC; and what is written is read as what it is.
    QVERIFY(Generaliser::parse("day")->apply("03.04.2024 07:30", out, *cells));
    QCOMPARE(out, std::string("2024-04-02 00:00:00Z"));
    QCOMPARE(cells->values.time(out), data::parseTime("2024-04-02"));
    QVERIFY(Generaliser::parse("step:0.5")->apply("1.234,7", out, *cells));
    QCOMPARE(out, std::string("1234,5"));
    QCOMPARE(cells->values.number(out), std::optional(1234.5));
}

void TestPrivacy::generalisationsThatCannotBe() {
    for (const char* how : {"", "days", "prefix", "prefix:0", "prefix:-1", "prefix:2x", "step:0", "step:-1", "step:x",
                            "edges:", "edges:3,2", "edges:1,,2", "depth:", "ip:4", "age:0", "age:"}) {
        const auto generaliser = Generaliser::parse(how);
        QVERIFY2(!generaliser.ok(), how);
        QCOMPARE(generaliser.error().code, ErrorCode::UnknownChoice);
    }
}

void TestPrivacy::plansAsJson() {
    const PrivacyPlan plan = planOf(R"({"rules": [{"column": "user", "action": "pseudonymise"},
        {"column": "zip", "action": "generalise", "how": "prefix:2"}, {"column": "name", "action": "drop"}],
        "personal": {"email": "mask", "phone": "hash"}, "except": ["sku"]})");
    QVERIFY(!plan.empty());
    QVERIFY(plan.needsKey());
    QCOMPARE(dumpJson(planJson(*planFromJson(planJson(plan)))), dumpJson(planJson(plan)));
    QVERIFY(PrivacyPlan().empty());
    QVERIFY(!PrivacyPlan().needsKey());
    QVERIFY(planOf(R"({"personal": {"email": "hash"}})").needsKey());
    QVERIFY(!planOf(R"({"personal": {"email": "drop"}})").needsKey());
    QCOMPARE(planError("[]"), ErrorCode::WrongType);
    QCOMPARE(planError(R"({"rulez": []})"), ErrorCode::UnknownParameter);
    QCOMPARE(planError(R"({"rules": [{"column": "a", "action": "hide"}]})"), ErrorCode::UnknownChoice);
    QCOMPARE(planError(R"({"rules": [{"column": 3, "action": "drop"}]})"), ErrorCode::WrongType);
    QCOMPARE(planError(R"({"rules": [{"column": "a", "action": "drop"}, {"column": "a", "action": "keep"}]})"),
             ErrorCode::Usage);
    QCOMPARE(planError(R"({"rules": [{"column": "a", "action": "generalise", "how": "vaguely"}]})"),
             ErrorCode::UnknownChoice);
    QCOMPARE(planError(R"({"personal": {"shoe size": "mask"}})"), ErrorCode::UnknownParameter);
    QCOMPARE(planError(R"({"personal": {"email": "shred"}})"), ErrorCode::UnknownChoice);
    QCOMPARE(planError(R"({"except": [1]})"), ErrorCode::WrongType);
}

void TestPrivacy::rulesFollowTheMapping() {
    const std::vector<std::string> header{"CustomerID", "StockCode", "Note", "When"};
    const std::map<std::string, std::string> mapping{{"user", "CustomerID"}, {"item", "StockCode"}, {"time", "When"}};
    const auto plan = resolveFields(planOf(R"({"rules": [{"column": "user", "action": "pseudonymise"},
        {"column": "Note", "action": "pseudonymise"}], "personal": {"phone": "mask"}})"),
                                    mapping, header, "a.csv");
    QVERIFY(plan.ok());
    QCOMPARE(plan->rules[0].column, std::string("CustomerID"));
    QCOMPARE(plan->rules[0].domain, std::string("user")); // whatever the column is called in each file
    QCOMPARE(plan->rules[1].domain, std::string("Note"));
    QVERIFY(std::find(plan->exceptColumns.begin(), plan->exceptColumns.end(), "StockCode") !=
            plan->exceptColumns.end());
    const auto twice = resolveFields(planOf(R"({"rules": [{"column": "user", "action": "drop"},
        {"column": "CustomerID", "action": "keep"}]})"),
                                     mapping, header, "a.csv");
    QVERIFY(!twice.ok());
    const auto none =
        resolveFields(planOf(R"({"rules": [{"column": "mail", "action": "drop"}]})"), mapping, header, "a.csv");
    QVERIFY(!none.ok());
    QCOMPARE(none.error().code, ErrorCode::NoSuchColumn);
    QCOMPARE(none.error().detail, std::string("CustomerID, StockCode, Note, When"));
}

void TestPrivacy::transformOfRows() {
    const PseudonymKey key = testKey();
    PrivacyPlan plan = planOf(R"({"rules": [{"column": "user", "action": "pseudonymise", "domain": "user"},
        {"column": "when", "action": "generalise", "how": "day"}, {"column": "name", "action": "drop"},
        {"column": "kept", "action": "keep"}], "personal": {"email": "mask", "phone": "drop", "ip_address": "hash"},
        "except": ["sku"]})");
    const auto transform = makeRowTransform(plan, &key);
    QVERIFY(transform.ok());
    QVERIFY((*transform)->begin({"user", "when", "name", "kept", "note", "sku"}).ok());
    const Answer full = apply(**transform, {" alice ", "2011-12-09 12:50", "Jane Doe", "jane@example.com",
                                            "write to jane@example.com, or 13812345678!", "13812345678"});
    QCOMPARE(full.cells, std::string("u_hp2a7eo7wncosv5a2co6fxxn6e|2011-12-09||jane@example.com|write to [email], or !|"
                                     "13812345678"));
    QCOMPARE(full.raw, std::string("u_hp2a7eo7wncosv5a2co6fxxn6e,2011-12-09,,jane@example.com,"
                                   "\"write to [email], or !\",13812345678"));
    const std::string hashed = Pseudonymiser(key, "ip_address")("203.0.113.7");
    QCOMPARE(apply(**transform, {"", "later", "", "", "from 203.0.113.7", ""}).cells, "|?|||from " + hashed + "|");
    // A cell that was nothing but a phone number is missing now, not a text of length 0.
    data::Record row;
    row.fields = {"a", "", "b", "", "13812345678", ""};
    (*transform)->apply(row);
    QVERIFY(data::cellKind(row.fields[4]) == data::CellKind::Missing);
    QVERIFY(data::cellKind(row.fields[2]) == data::CellKind::Missing); // dropped
    // NULL stays NULL: nothing is made of nothing.
    row.fields = {data::kNullCell, "", "", "", "", ""};
    (*transform)->apply(row);
    QVERIFY(data::cellKind(row.fields[0]) == data::CellKind::Null);
    // The same user in another file, under another column name.
    plan.rules = {ColumnRule{"Kunde", ColumnAction::Pseudonymise, "user", ""}};
    const auto other = makeRowTransform(plan, &key);
    QVERIFY((*other)->begin({"Kunde"}).ok());
    QCOMPARE(apply(**other, {"alice"}).cells, std::string("u_hp2a7eo7wncosv5a2co6fxxn6e"));
}

void TestPrivacy::transformHidesFaultyRows() {
    const PseudonymKey key = testKey();
    const auto transform =
        makeRowTransform(planOf(R"({"rules": [{"column": "user", "action": "pseudonymise"}]})"), &key);
    QVERIFY((*transform)->begin({"user", "item"}).ok());
    for (const data::RowFault fault : {data::RowFault::TooFewColumns, data::RowFault::TooManyColumns,
                                       data::RowFault::BadEncoding, data::RowFault::TextAfterQuote}) {
        const Answer hidden = apply(**transform, {"alice", "secret"}, fault);
        QCOMPARE(hidden.cells, std::string("|"));
        QVERIFY(hidden.raw.find("the raw line") == std::string::npos);
        QVERIFY(hidden.raw.find("hidden") != std::string::npos);
    }
    QCOMPARE((*transform)->summary()["hidden_rows"].get<int>(), 4);
}

void TestPrivacy::transformSaysWhatItDid() {
    const PseudonymKey key = testKey();
    const auto transform = makeRowTransform(planOf(R"({"rules": [{"column": "user", "action": "pseudonymise"},
        {"column": "when", "action": "generalise", "how": "day"}], "personal": {"email": "mask"}})"),
                                            &key);
    QVERIFY((*transform)->begin({"user", "when", "note"}).ok());
    apply(**transform, {"alice", "2011-12-09", "a@example.com b@example.com"});
    apply(**transform, {"bob", "never", "nothing"});
    const Json summary = (*transform)->summary();
    QCOMPARE(summary["rows"].get<int>(), 2);
    QCOMPARE(summary["key_id"].get<std::string>(), key.id());
    QCOMPARE(summary["columns"][0]["action"].get<std::string>(), std::string("pseudonymise"));
    QCOMPARE(summary["columns"][0]["domain"].get<std::string>(), std::string("user"));
    QCOMPARE(summary["columns"][0]["changed"].get<int>(), 2);
    QCOMPARE(summary["columns"][1]["unreadable"].get<int>(), 1);
    QCOMPARE(summary["columns"][2]["changed"].get<int>(), 1);
    QCOMPARE(summary["columns"][2]["found"]["email"].get<int>(), 2);
    QVERIFY(dumpJson(summary).find("alice") == std::string::npos);
    // A second file counts from nothing.
    QVERIFY((*transform)->begin({"note", "user", "when"}).ok());
    apply(**transform, {"", "alice", "2011-12-09"});
    const Json second = (*transform)->summary();
    QCOMPARE(second["rows"].get<int>(), 1);
    QCOMPARE(second["columns"][1]["changed"].get<int>(), 1);
    QCOMPARE(second["columns"][2].contains("unreadable"), false);
}

void TestPrivacy::transformAfterAMissingColumn() {
    const PseudonymKey key = testKey();
    const auto transform = makeRowTransform(planOf(R"({"rules": [{"column": "user", "action": "pseudonymise"},
        {"column": "when", "action": "drop"}]})"),
                                            &key);
    const Status missing = (*transform)->begin({"user", "other"});
    QVERIFY(!missing.ok());
    QCOMPARE(missing.error().code, ErrorCode::NoSuchColumn);
    QVERIFY((*transform)->begin({"user", "when"}).ok());
    QCOMPARE(apply(**transform, {"alice", "now"}).cells, std::string("u_hp2a7eo7wncosv5a2co6fxxn6e|"));
}

void TestPrivacy::transformNeedsItsKey() {
    const auto transform = makeRowTransform(planOf(R"({"personal": {"email": "hash"}})"), nullptr);
    QVERIFY(!transform.ok());
    QCOMPARE(transform.error().code, ErrorCode::Usage);
    QVERIFY(makeRowTransform(planOf(R"({"personal": {"email": "mask"}})"), nullptr).ok());
}

QTEST_APPLESS_MAIN(TestPrivacy)
#include "tst_privacy.moc"
