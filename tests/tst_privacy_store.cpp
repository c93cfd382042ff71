// SPDX-License-Identifier: GPL-3.0-or-later
// Privacy of what is in the project file, looked for in its bytes: imports that hide, hiding afterwards, the key a
// project remembers, and the report (k-anonymity: tests/data/privacy/k_anonymity.py, pandas 1.5.3).
#include "core/privacy/transform.h"
#include "core/store/import_privacy.h"
#include "core/store/privacy_apply.h"
#include "core/store/privacy_report.h"
#include "core/store/rejects.h"
#include "tests/support/store_fixture.h"

#include <QDir>

#include <algorithm>

using namespace core;
using namespace core::store;
using namespace storetest;
using privacy::PersonalAction;

namespace {

constexpr const char* kPlan = R"({"rules": [{"column": "user", "action": "pseudonymise"},
    {"column": "street", "action": "drop"}, {"column": "time", "action": "generalise", "how": "day"}],
    "personal": {"email": "mask", "phone": "hash", "id_card": "mask", "card_number": "mask", "ip_address": "mask",
                 "street_address": "drop"}})";

/// What must not be found in the project, whatever column it stood in.
const std::vector<std::string> kSecrets{"alice.smith",      "bob.jones",    "jane.doe@example.com",
                                        "13812345678",      "Acacia",       "11010519491231002X",
                                        "4111111111111111", "203.0.113.77", "Lindenstrasse"};

constexpr const char* kLog =
    "user,item,kind,time,quantity,price,query,street,note\n"
    "alice.smith,sku1,purchase,2024-01-01 10:11:12,1,9.5,shoes,Lindenstrasse 5,mail jane.doe@example.com please\n"
    "bob.jones,sku2,purchase,2024-01-02 11:12:13,2,5,call 13812345678,Lindenstrasse 7,id 11010519491231002X\n"
    "alice.smith,sku2,click,2024-01-03 11:12:13,,,,,\"from 203.0.113.77, to 12 Acacia Avenue\"\n"
    "alice.smith,sku3,purchase,not a time,1,1,boots,Lindenstrasse 9,4111111111111111\n"              // refused: time
    "bob.jones,sku1,purchase,2024-01-04,-x,1,mail jane.doe@example.com,,13812345678\n"               // refused: number
    "alice.smith,sku1,purchase,2024-01-05,1,1,shoes,Lindenstrasse 5,jane.doe@example.com,too,many\n" // ragged
    "bob.jones,sku1,purchase\n"                                                                      // too few
    "bob.jones,sku1,pur\"chase,\"x\"Lindenstrasse,1,1,,,alice.smith\n";                              // text after quote

ImportRequest request(const std::string& file) {
    ImportRequest result;
    result.path = file;
    result.kind = data::SourceKind::Log;
    return result;
}

std::string bytesBeside(const std::string& path) {
    std::string all;
    const QFileInfo info(QString::fromStdString(path));
    for (const QFileInfo& file :
         info.dir().entryInfoList({info.fileName() + QLatin1Char('*')}, QDir::Files | QDir::Hidden))
        all += *readFile(file.filePath().toStdString());
    return all;
}

/// Which of the secrets stand in the bytes, as they are or as UTF-16.
std::string leaks(const std::string& bytes, const std::vector<std::string>& secrets) {
    std::string found;
    for (const std::string& secret : secrets)
        if (bytes.find(secret) != std::string::npos)
            found += secret + " ";
    return found;
}

privacy::PrivacyPlan plan(const char* json) {
    return *privacy::planFromJson(*parseJson(json));
}

} // namespace

class TestPrivacyStore : public QObject {
    Q_OBJECT

    Folder m_folder;
    std::string m_key;

    KeySource fileKey() const { return {m_key, {}}; }
    static KeySource words(std::string_view text) { return {{}, privacy::Secret(text)}; }
    /// Imports a log under a plan; the project is made when there is none.
    Result<ImportSummary> importHidden(const std::string& projectPath, const std::string& file, const char* json,
                                       const KeySource& key) const;

private Q_SLOTS:
    void initTestCase() {
        m_key = m_folder.path("a.key");
        QVERIFY(privacy::PseudonymKey::createFile(m_key).ok());
    }
    void importHidesBeforeAnythingIsWritten();
    void sameUserAcrossFilesAndProjects();
    void wrongKeysAreRefused();
    void passphraseKeysAreMadeAgain();
    void failedImportsLeaveNoKey();
    void correctionsStayHidden();
    void applyLeavesNothingInTheFile();
    void applyKeepsTheData();
    void applyMergesSameUsersAndQueries();
    void applyCancelled();
    void applyAsksForWhatItNeeds();
    void reportOfWhatWasDone();
    void reportOfWhatRemains();
    void kAnonymityAgreesWithPandas_data();
    void kAnonymityAgreesWithPandas();
    void kAnonymityErrors();
    void reportIsCancelled();

private:
    ProjectPtr people(const char* name) const;
};

Result<ImportSummary> TestPrivacyStore::importHidden(const std::string& projectPath, const std::string& file,
                                                     const char* json, const KeySource& key) const {
    TL_TRY(const ProjectPtr project, Project::open(projectPath, Project::Access::CreateOrOpen));
    JobContext job;
    ImportRequest wanted = request(file);
    TL_TRY(const auto preview, data::previewFile(file));
    TL_TRY(wanted.transform,
           makeImportTransform(project.get(), plan(json), key, data::proposeMapping(preview, wanted.kind),
                               preview.header, file, job));
    return importFile(*project, wanted, job);
}

void TestPrivacyStore::importHidesBeforeAnythingIsWritten() {
    const std::string file = m_folder.write("log.csv", kLog);
    QVERIFY(!leaks(*readFile(file), kSecrets).empty()); // the search itself works
    const std::string path = m_folder.path("hidden.taillight");
    {
        const ProjectPtr project = openProject(path);
        JobContext job;
        ImportRequest wanted = request(file);
        const auto preview = data::previewFile(file);
        const auto transform =
            makeImportTransform(project.get(), plan(kPlan), fileKey(), data::proposeMapping(*preview, wanted.kind),
                                preview->header, file, job);
        QVERIFY2(transform.ok(), transform.ok() ? "" : errorSentence(transform.error()).c_str());
        wanted.transform = *transform;
        const auto summary = importFile(*project, wanted, job);
        QVERIFY2(summary.ok(), summary.ok() ? "" : errorSentence(summary.error()).c_str());
        QCOMPARE(summary->read, std::int64_t{8});
        QCOMPARE(summary->imported, std::int64_t{3});
        QCOMPARE(summary->rejected, std::int64_t{5});
        // While it is open: the WAL holds what was just written.
        const std::string open = bytesBeside(path);
        QVERIFY(open.find("sku1") != std::string::npos);
        QCOMPARE(leaks(open, kSecrets), std::string());
        QCOMPARE(number(*project, "SELECT count(*) FROM user WHERE key LIKE 'u\\_%' ESCAPE '\\'"), std::int64_t{2});
        QCOMPARE(number(*project, "SELECT count(*) FROM reject"), std::int64_t{5});
        QCOMPARE(number(*project, "SELECT count(*) FROM event WHERE time % 86400 <> 0"), std::int64_t{0});
        QCOMPARE(projectKey(*project)->value().id, privacy::PseudonymKey::fromFile(m_key)->id());
    }
    QCOMPARE(leaks(bytesBeside(path), kSecrets), std::string());
    // The key is not in there either.
    const std::string keyText = *readFile(m_key);
    QCOMPARE(leaks(bytesBeside(path), {keyText.substr(keyText.find("\nkey ") + 5, 64)}), std::string());
}

void TestPrivacyStore::sameUserAcrossFilesAndProjects() {
    const std::string first = m_folder.write("first.csv", "user,item,time\nalice.smith,a,2024-01-01\n");
    const std::string second =
        m_folder.write("second.csv", "CustomerID,StockCode,InvoiceDate\n alice.smith ,b,2024-01-02\n");
    constexpr const char* kUser = R"({"rules": [{"column": "user", "action": "pseudonymise"}]})";
    const std::string a = m_folder.path("a.taillight");
    const std::string b = m_folder.path("b.taillight");
    QVERIFY(importHidden(a, first, kUser, fileKey()).ok());
    QVERIFY(importHidden(a, second, kUser, fileKey()).ok());
    QVERIFY(importHidden(b, second, kUser, fileKey()).ok());
    const std::string user = single(*openProject(a), "SELECT key FROM user");
    QVERIFY(privacy::Pseudonymiser::looksLike(user));
    QCOMPARE(single(*openProject(b), "SELECT key FROM user"), user);
}

void TestPrivacyStore::wrongKeysAreRefused() {
    const std::string path = m_folder.path("keys.taillight");
    const std::string file = m_folder.write("k1.csv", "user,item,time\nu1,a,2024-01-01\n");
    const std::string more = m_folder.write("k2.csv", "user,item,time\nu2,a,2024-01-01\n");
    constexpr const char* kUser = R"({"rules": [{"column": "user", "action": "pseudonymise"}]})";
    QVERIFY(importHidden(path, file, kUser, fileKey()).ok());
    const std::string before = dump(*openProject(path));
    const std::string other = m_folder.path("other.key");
    QVERIFY(privacy::PseudonymKey::createFile(other).ok());
    const auto wrong = importHidden(path, more, kUser, {other, {}});
    QVERIFY(!wrong.ok());
    QCOMPARE(wrong.error().code, ErrorCode::WrongKey);
    QVERIFY(errorSentence(wrong.error()).find(privacy::PseudonymKey::fromFile(m_key)->id()) != std::string::npos);
    const auto words = importHidden(path, more, kUser, TestPrivacyStore::words("a passphrase"));
    QVERIFY(!words.ok());
    QCOMPARE(words.error().code, ErrorCode::WrongKey);
    const auto none = importHidden(path, more, kUser, {});
    QVERIFY(!none.ok());
    QCOMPARE(none.error().code, ErrorCode::Usage);
    QCOMPARE(dump(*openProject(path)), before);
    QVERIFY(importHidden(path, more, kUser, fileKey()).ok());
}

void TestPrivacyStore::passphraseKeysAreMadeAgain() {
    // A project whose key has cheap costs, as if it had been made with them.
    const std::string path = m_folder.path("words.taillight");
    const privacy::KeyDerivation cheap{std::string(16, 's'), 1, 8U << 10U};
    const auto key = privacy::PseudonymKey::fromPassphrase(privacy::Secret(std::string_view("open sesame")), cheap);
    const std::string file = m_folder.write("w1.csv", "user,item,time\nu1,a,2024-01-01\n");
    {
        const ProjectPtr project = openProject(path);
        ImportRequest wanted = request(file);
        auto resolved = plan(R"({"rules": [{"column": "user", "action": "pseudonymise", "domain": "user"}]})");
        wanted.transform = *privacy::makeRowTransform(resolved, &*key, &cheap);
        JobContext job;
        QVERIFY(importFile(*project, wanted, job).ok());
        const auto known = projectKey(*project);
        QVERIFY(known.ok() && known->has_value() && (*known)->derivation.has_value());
        QCOMPARE((*known)->derivation->salt, cheap.salt);
    }
    constexpr const char* kUser = R"({"rules": [{"column": "user", "action": "pseudonymise"}]})";
    const std::string more = m_folder.write("w2.csv", "user,item,time\nu1,b,2024-01-02\n");
    QVERIFY(importHidden(path, more, kUser, words("open sesame")).ok());
    QCOMPARE(number(*openProject(path), "SELECT count(*) FROM user"), std::int64_t{1}); // the same pseudonym again
    const auto wrong =
        importHidden(path, m_folder.write("w3.csv", "user,item,time\nu1,c,2024-01-02\n"), kUser, words("open barley"));
    QVERIFY(!wrong.ok());
    QCOMPARE(wrong.error().code, ErrorCode::WrongKey);
    QVERIFY(leaks(bytesBeside(path), {"open sesame", "open barley"}).empty());
}

void TestPrivacyStore::correctionsStayHidden() {
    const std::string path = m_folder.path("corrected.taillight");
    const std::string log =
        m_folder.write("refused.csv", "user,item,time,street,note\nu1,a,2024-01-05 10:00:00,Elm St 1,x\n"
                                      "u1,,2024-01-06 11:00:00,Elm St 2,y\n");
    QVERIFY(importHidden(path, log, R"({"rules": [{"column": "user", "action": "pseudonymise"},
        {"column": "street", "action": "drop"}, {"column": "time", "action": "generalise", "how": "day"}],
        "personal": {"email": "hash"}})",
                         fileKey())
                .ok());
    const ProjectPtr project = openProject(path);
    const std::string pseudonym = single(*project, "SELECT key FROM user");
    const std::string number = single(*project, "SELECT id FROM reject");
    JobContext job;
    const auto correct = [&](const std::string& user) {
        const std::string file =
            m_folder.write("fixed.csv", "user,item,time,street,note,taillight_reject\n" + user +
                                            ",b,2024-01-06 11:00:00,Elm St 2,ask bob@example.com," + number + "\n");
        return importCorrected(*project, SourceId{1}, file, job);
    };
    const auto clear = correct("u1");
    QVERIFY(!clear.ok());
    QCOMPARE(clear.error().code, ErrorCode::BadValue);
    QVERIFY(clear.error().value.find("u1") == std::string::npos);
    QCOMPARE(number, single(*project, "SELECT id FROM reject")); // nothing has changed
    QVERIFY(correct(pseudonym).ok());
    QCOMPARE(single(*project, "SELECT count(*) FROM user"), std::string("1"));
    QCOMPARE(single(*project, "SELECT time % 86400 FROM event WHERE id = 2"), std::string("0"));
    QVERIFY(leaks(bytesBeside(path), {"Elm St", "bob@example.com"}).empty());
}

void TestPrivacyStore::failedImportsLeaveNoKey() {
    const std::string path = m_folder.path("failed.taillight");
    constexpr const char* kUser = R"({"rules": [{"column": "user", "action": "pseudonymise"}]})";
    const std::string bad = m_folder.write("bad.csv", "user,item,time\nu1,,2024-01-01\n"); // no row can be used
    QVERIFY(!importHidden(path, bad, kUser, fileKey()).ok());
    QVERIFY(!projectKey(*openProject(path))->has_value());
}

ProjectPtr TestPrivacyStore::people(const char* name) const {
    const std::string file = m_folder.write("people.csv", kLog);
    const ProjectPtr project = openProject(m_folder.path(name), Project::Access::CreateNew);
    if (!importLog(*project, file).ok())
        return nullptr;
    const Status more =
        write(*project, "INSERT INTO review(source_id, item_id, title, text) VALUES(1, 1, 'by jane.doe@example.com', "
                        "'ring 13812345678');"
                        "UPDATE item SET title = 'Lamp, ask jane.doe@example.com' WHERE id = 1;"
                        "UPDATE event SET session = 'alice.smith session', extra = json_object('note', "
                        "'id 11010519491231002X') WHERE id = 1");
    return more.ok() ? project : nullptr;
}

void TestPrivacyStore::applyLeavesNothingInTheFile() {
    const ProjectPtr project = people("apply.taillight");
    QVERIFY(project);
    const std::string path = project->path();
    // What was deleted before, without overwriting, is in the free pages.
    QVERIFY(write(*project, "CREATE TABLE scratch(t TEXT)").ok());
    QVERIFY(write(*project,
                  "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000) INSERT INTO scratch "
                  "SELECT 'jane.doe@example.com ' || x FROM n")
                .ok());
    QVERIFY(write(*project, "DROP TABLE scratch").ok());
    QVERIFY(bytesBeside(path).find("jane.doe@example.com") != std::string::npos);
    PrivacyApplyOptions options;
    options.users = options.sessions = true;
    options.personal.fill(PersonalAction::Mask);
    JobContext job;
    auto key = usableKey(project.get(), fileKey(), job);
    QVERIFY(key.ok());
    const auto applied = applyPrivacy(*project, options, &*key, job);
    QVERIFY2(applied.ok(), applied.ok() ? "" : errorSentence(applied.error()).c_str());
    QCOMPARE(applied->users, std::int64_t{2});
    QVERIFY(applied->found[0] >= 2);
    const std::vector<std::string> gone{"jane.doe@example.com", "13812345678", "11010519491231002X", "4111111111111111",
                                        "203.0.113.77",         "alice.smith", "bob.jones"};
    QCOMPARE(leaks(bytesBeside(path), gone), std::string()); // still open: WAL and all
    // Another connection's temporary file may lie elsewhere, but the table of users holds pseudonyms only.
    QCOMPARE(number(*project, "SELECT count(*) FROM user WHERE key NOT LIKE 'u\\_%' ESCAPE '\\'"), std::int64_t{0});
    QCOMPARE(single(*project, "SELECT action || ' ' || target FROM privacy_action"),
             std::string("apply users, sessions, texts"));
    QCOMPARE(projectKey(*project)->value().id, key->key.id());
    QCOMPARE(single(*project, "PRAGMA integrity_check"), std::string("ok"));
    // Once more: nothing is left to do, and pseudonyms stay what they are.
    const std::string users = dump(*project);
    const auto again = applyPrivacy(*project, options, &*key, job);
    QVERIFY(again.ok());
    QCOMPARE(again->users + again->texts + again->sessions, std::int64_t{0});
}

void TestPrivacyStore::applyKeepsTheData() {
    const ProjectPtr project = people("keeps.taillight");
    QVERIFY(project);
    const char* kCounts = "SELECT item_id, kind, time, quantity, price, user_id FROM event ORDER BY id";
    const auto before = query(*project, kCounts);
    PrivacyApplyOptions options;
    options.users = true;
    options.personal[0] = PersonalAction::Hash;
    JobContext job;
    auto key = usableKey(project.get(), fileKey(), job);
    QVERIFY(applyPrivacy(*project, options, &*key, job).ok());
    QVERIFY(query(*project, kCounts) == before);
    // As the same import under the plan would have named them.
    const std::string hidden = m_folder.path("hidden2.taillight");
    QVERIFY(importHidden(hidden, m_folder.write("people.csv", kLog),
                         R"({"rules": [{"column": "user", "action": "pseudonymise"}]})", fileKey())
                .ok());
    QVERIFY(query(*openProject(hidden), "SELECT key FROM user ORDER BY key") ==
            query(*project, "SELECT key FROM user ORDER BY key"));
    const std::string mail = privacy::Pseudonymiser(key->key, "email")("jane.doe@example.com");
    QCOMPARE(single(*project, "SELECT title FROM item WHERE id = 1"), "Lamp, ask " + mail);
    QVERIFY(single(*project, "SELECT text FROM review").find("13812345678") != std::string::npos); // not asked for
}

void TestPrivacyStore::applyMergesSameUsersAndQueries() {
    const std::string path = m_folder.path("merge.taillight");
    constexpr const char* kUser = R"({"rules": [{"column": "user", "action": "pseudonymise"}]})";
    const std::string one = m_folder.write("m1.csv", "user,item,time,query\nu1,a,2024-01-01,call 13812345678\n");
    const std::string two = m_folder.write("m2.csv", "user,item,time,query\nu1,b,2024-01-02,call 13912345678\n"
                                                     "u2,b,2024-01-02,shoes\n");
    QVERIFY(importHidden(path, one, kUser, fileKey()).ok());
    const ProjectPtr project = openProject(path);
    QVERIFY(importLog(*project, two).ok()); // u1 in the open this time
    QCOMPARE(number(*project, "SELECT count(*) FROM user"), std::int64_t{3});
    PrivacyApplyOptions options;
    options.users = true;
    options.personal[1] = PersonalAction::Mask;
    JobContext job;
    auto key = usableKey(project.get(), fileKey(), job);
    const auto applied = applyPrivacy(*project, options, &*key, job);
    QVERIFY2(applied.ok(), applied.ok() ? "" : errorSentence(applied.error()).c_str());
    QCOMPARE(applied->usersMerged, std::int64_t{1});
    QCOMPARE(applied->queriesMerged, std::int64_t{1});
    QCOMPARE(number(*project, "SELECT count(*) FROM user"), std::int64_t{2});
    QCOMPARE(number(*project, "SELECT count(*) FROM event e JOIN user u ON u.id = e.user_id"), std::int64_t{3});
    QCOMPARE(number(*project,
                    "SELECT count(*) FROM event e JOIN query q ON q.id = e.query_id WHERE q.text = 'call [phone]'"),
             std::int64_t{2});
    QVERIFY(query(*project, "PRAGMA foreign_key_check").empty());
}

void TestPrivacyStore::applyCancelled() {
    const ProjectPtr project = people("cancelled.taillight");
    QVERIFY(project);
    const std::string before = dump(*project);
    PrivacyApplyOptions options;
    options.personal.fill(PersonalAction::Mask);
    std::unique_ptr<JobContext> job;
    job = std::make_unique<JobContext>([&](const Progress& progress) {
        if (progress.stage == "Hiding personal data")
            job->cancel();
    });
    const auto applied = applyPrivacy(*project, options, nullptr, *job);
    QVERIFY(!applied.ok());
    QCOMPARE(applied.error().code, ErrorCode::Cancelled);
    QCOMPARE(dump(*project), before);
}

void TestPrivacyStore::applyAsksForWhatItNeeds() {
    const ProjectPtr project = people("asks.taillight");
    JobContext job;
    PrivacyApplyOptions options;
    QCOMPARE(applyPrivacy(*project, options, nullptr, job).error().code, ErrorCode::Usage);
    options.users = true;
    QCOMPARE(applyPrivacy(*project, options, nullptr, job).error().code, ErrorCode::Usage);
    const ProjectPtr reading = openProject(m_folder.path("asks.taillight"), Project::Access::ReadOnly);
    options = {};
    options.personal[0] = PersonalAction::Mask;
    QCOMPARE(applyPrivacy(*reading, options, nullptr, job).error().code, ErrorCode::ProjectReadOnly);
}

void TestPrivacyStore::reportOfWhatWasDone() {
    const std::string path = m_folder.path("done.taillight");
    QVERIFY(importHidden(path, m_folder.write("log.csv", kLog), kPlan, fileKey()).ok());
    JobContext job;
    const auto report = privacyReport(*openProject(path), PrivacyReportOptions{}, job);
    QVERIFY2(report.ok(), report.ok() ? "" : errorSentence(report.error()).c_str());
    QCOMPARE(report->sources.size(), std::size_t{1});
    const CollectedSource& source = report->sources.front();
    QCOMPARE(source.file, std::string("log.csv"));
    QCOMPARE(source.rows, std::int64_t{8});
    QCOMPARE(source.columns.size(), std::size_t{9});
    QCOMPARE(source.columns[0].action, std::string("pseudonymise"));
    QCOMPARE(source.columns[0].field, std::string("user"));
    QCOMPARE(source.columns[0].how, std::string("user"));
    QCOMPARE(source.columns[7].action, std::string("drop"));
    QVERIFY(source.columns[8].personal[0] >= 1);
    QCOMPARE(report->keyId, privacy::PseudonymKey::fromFile(m_key)->id());
    QVERIFY2(report->remaining.empty(), report->remaining.empty() ? "" : report->remaining[0].findings.column.c_str());
    QVERIFY(report->columnsSearched > 3);
    const Json json = privacyReportJson(*report);
    QCOMPARE(json["sources"][0]["columns"][0]["action"].get<std::string>(), std::string("pseudonymise"));
    QVERIFY(json["k_anonymity"].is_null());
    const std::string text = privacyReportText(*report);
    QVERIFY(text.find("user → user: pseudonymise (user)") != std::string::npos);
    QCOMPARE(leaks(text + dumpJson(json), kSecrets), std::string());
}

void TestPrivacyStore::reportOfWhatRemains() {
    const ProjectPtr project = people("remains.taillight");
    JobContext job;
    const auto report = privacyReport(*project, PrivacyReportOptions{}, job);
    QVERIFY(report.ok());
    std::map<std::string, std::array<std::int64_t, privacy::kPersonalKinds>> found;
    for (const RemainingColumn& column : report->remaining) {
        found[column.table + "." + column.findings.column] = column.findings.cells;
        QVERIFY(column.whole);
    }
    // Columns without a field are collected too.
    std::vector<std::string> collected;
    for (const CollectedColumn& column : report->sources.front().columns)
        collected.push_back(column.column);
    QVERIFY(std::find(collected.begin(), collected.end(), "street") != collected.end());
    QVERIFY(std::find(collected.begin(), collected.end(), "note") != collected.end());
    QCOMPARE(found["item.title"][0], std::int64_t{1});
    QCOMPARE(found["query.text"][1], std::int64_t{1});
    QCOMPARE(found["review.title"][0], std::int64_t{1});
    QCOMPARE(found["review.text"][1], std::int64_t{1});
    QCOMPARE(found["event.extra"][2], std::int64_t{2}); // one of the log's own notes, one written above
    QVERIFY(found.contains("reject.raw"));
    QVERIFY(!found.contains("user.key"));
    QCOMPARE(leaks(privacyReportText(*report) + dumpJson(privacyReportJson(*report)),
                   {"jane.doe@example.com", "13812345678", "11010519491231002X"}),
             std::string()); // a report that shows what it found would be a leak itself
    const auto sample = privacyReport(*project, PrivacyReportOptions{{}, {}, 5, 1}, job);
    QVERIFY(sample.ok());
    for (const RemainingColumn& column : sample->remaining)
        QVERIFY(column.rows == 1 && column.whole == (column.total == 1));
}

void TestPrivacyStore::kAnonymityAgreesWithPandas_data() {
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<QList<int>>("expected"); // groups, k, min_rows, l, rows_below, users_below
    // tests/data/privacy/k_anonymity.py
    QTest::newRow("month") << QStringList{QStringLiteral("time:month")} << QList<int>{4, 218, 225, 3, 0, 0};
    QTest::newRow("month, country") << QStringList{QStringLiteral("time:month"), QStringLiteral("extra.country")}
                                    << QList<int>{20, 35, 36, 3, 0, 0};
    QTest::newRow("month, price") << QStringList{QStringLiteral("time:month"), QStringLiteral("price:step:10")}
                                  << QList<int>{40, 19, 20, 3, 0, 0};
    QTest::newRow("letter, price") << QStringList{QStringLiteral("extra.country:prefix:1"),
                                                  QStringLiteral("price:step:10")}
                                   << QList<int>{50, 11, 12, 3, 0, 0};
    QTest::newRow("all") << QStringList{QStringLiteral("time:month"), QStringLiteral("extra.country"),
                                        QStringLiteral("price:step:10")}
                         << QList<int>{200, 1, 1, 1, 354, 290};
}

void TestPrivacyStore::kAnonymityAgreesWithPandas() {
    QFETCH(QStringList, columns);
    QFETCH(QList<int>, expected);
    const std::string path = m_folder.path("k.taillight");
    if (!m_folder.has("k.taillight")) {
        std::string log = "user,item,time,price,country,disease\n";
        for (int i = 0; i < 900; ++i) {
            static constexpr std::array kCountries{"DE", "FR", "UK", "CN", ""};
            char time[16];
            std::snprintf(time, sizeof time, "2024-0%d-%02d", 1 + i * 13 % 4, 1 + i * 17 % 28);
            const int tenths = i * 101 % 900;
            log += (i % 37 != 0 ? "u" + std::to_string(i * 7919 % 613) : std::string()) + ",p" +
                   std::to_string(i * 31 % 97) + "," + time + "," +
                   (i % 11 != 0 ? std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) : std::string()) +
                   "," + kCountries[static_cast<std::size_t>(i * 7 % 23 % 5)] + ",d" + std::to_string(i * i % 7) + "\n";
        }
        const ProjectPtr project = openProject(path);
        const auto summary = importLog(*project, m_folder.write("k.csv", log));
        QVERIFY(summary.ok() && summary->imported == 900);
        // In extra, as the import of columns that are not mapped leaves them; "" and d0 are missing there.
        QVERIFY(project
                    ->write([&log](Database& database) -> Status {
                        TL_TRY(Statement update, database.prepare("UPDATE event SET extra = ?2 WHERE id = ?1"));
                        std::int64_t id = 0;
                        for (const QByteArray& line : QByteArray::fromStdString(log).split('\n')) {
                            const QList<QByteArray> cells = line.split(',');
                            if (id++ == 0 || cells.size() < 6)
                                continue;
                            Json extra = Json::object();
                            if (!cells[4].isEmpty())
                                extra["country"] = cells[4].toStdString();
                            if (cells[5] != "d0")
                                extra["disease"] = cells[5].toStdString();
                            const std::string text = dumpJson(extra);
                            update.bind(1, id - 1);
                            update.bind(2, std::string_view(text));
                            TL_CHECK_STATUS(update.run());
                        }
                        return {};
                    })
                    .ok());
    }
    PrivacyReportOptions options;
    for (const QString& column : columns)
        options.quasiIdentifiers.push_back(column.toStdString());
    options.sensitive = "extra.disease";
    JobContext job;
    const auto found = kAnonymity(*openProject(path), options, job);
    QVERIFY2(found.ok(), found.ok() ? "" : errorSentence(found.error()).c_str());
    const QList<int> got{int(found->groups),       int(found->minUsers),  int(found->minRows),
                         int(found->minDiversity), int(found->rowsBelow), int(found->usersBelow)};
    QCOMPARE(got, expected);
    QCOMPARE(found->rows, std::int64_t{900});
    std::int64_t groups = 0, rows = 0;
    for (const KAnonymity::Band& band : found->bands) {
        groups += band.groups;
        rows += band.rows;
    }
    QVERIFY(groups <= found->groups && rows <= found->rows); // groups without a user are in no band
}

void TestPrivacyStore::kAnonymityErrors() {
    const ProjectPtr project = people("errors.taillight");
    JobContext job;
    const auto code = [&](std::vector<std::string> columns) {
        const auto found = kAnonymity(*project, {std::move(columns), {}, 5, 0}, job);
        return found.ok() ? ErrorCode::Internal : found.error().code;
    };
    QCOMPARE(code({"shoe size"}), ErrorCode::NoSuchColumn);
    QCOMPARE(code({"extra."}), ErrorCode::NoSuchColumn);
    QCOMPARE(code({"time:sometimes"}), ErrorCode::UnknownChoice);
    QCOMPARE(code({}), ErrorCode::Usage);
    QCOMPARE(code({"extra.\"odd\""}), ErrorCode::NoSuchColumn);
    QCOMPARE(code({"extra.it's odd"}), ErrorCode::Internal); // any name is one: nobody has it, all are alike
    const auto empty = kAnonymity(*openProject(m_folder.path("empty.taillight")), {{"kind"}, {}, 5, 0}, job);
    QCOMPARE(empty.error().code, ErrorCode::NoData);
}

void TestPrivacyStore::reportIsCancelled() {
    const ProjectPtr project = people("stop.taillight");
    JobContext job;
    job.cancel();
    const auto report = privacyReport(*project, PrivacyReportOptions{{"kind"}, {}, 5, 0}, job);
    QVERIFY(!report.ok());
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestPrivacyStore)
#include "tst_privacy_store.moc"
