// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of data, updates, sources that are taken back, refused rows that are corrected.
#include "core/data/category_path.h"
#include "core/store/check.h"
#include "core/store/compact.h"
#include "core/store/rejects.h"
#include "core/store/split_store.h"
#include "tests/support/kinds_shop.h"

#include <QFile>

#include <sys/stat.h>

using namespace core;
using namespace core::store;
using namespace storetest;
using data::SourceKind;
using Rows = std::vector<std::vector<std::string>>;
using Counts = std::map<std::string, std::int64_t>;

namespace {

Status removeOne(Project& project, std::int64_t source) {
    JobContext job;
    return removeSource(project, SourceId{source}, job);
}

/// Imports files in order; the ids of their sources.
std::vector<std::int64_t> importFiles(const Folder& folder, Project& project, const std::vector<kinds::MadeFile>& files,
                                      int leftOut = -1) {
    std::vector<std::int64_t> ids;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (static_cast<int>(i) == leftOut)
            continue;
        const auto summary = importAs(project, folder.write(files[i].name.c_str(), files[i].text), files[i].kind);
        if (!summary.ok() || !addsUp(*summary))
            qFatal("%s: %s", files[i].name.c_str(),
                   summary.ok() ? "does not add up" : errorSentence(summary.error()).c_str());
        ids.push_back(raw(summary->source));
    }
    return ids;
}

QByteArray firstErrorOf(const Project& project) {
    JobContext job;
    const auto findings = checkProject(project, job);
    if (!findings.ok())
        return errorSentence(findings.error()).c_str();
    for (const CheckFinding& finding : *findings)
        if (finding.severity == CheckFinding::Severity::Error)
            return (finding.check + ": " + finding.sentence + " " + dumpJson(finding.numbers)).c_str();
    return {};
}

int modeOf(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? static_cast<int>(info.st_mode & 0777U) : -1;
}

} // namespace

class TestStoreKinds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void categoriesHaveOneForm_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("slashes");
        QTest::addColumn<QString>("path");
        QTest::newRow("arrows") << "Home >  Kitchen>Kettles" << false << "Home > Kitchen > Kettles";
        QTest::newRow("double arrows") << "Home >> Kitchen" << false << "Home > Kitchen";
        QTest::newRow("guillemets") << "家居 › 厨房" << false << "家居 > 厨房";
        QTest::newRow("bars") << "Home|Kitchen| Kettles" << false << "Home > Kitchen > Kettles";
        QTest::newRow("slashes") << "/Home/Kitchen/" << true << "Home > Kitchen";
        QTest::newRow("a slash in a name") << "Audio/Video" << false << "Audio/Video";
        QTest::newRow("arrows before slashes") << "TV > Audio/Video" << true << "TV > Audio/Video";
        QTest::newRow("JSON") << "[\"Home\", \"Kitchen > Dining\"]" << false << "Home > Kitchen > Dining";
        QTest::newRow("JSON of one path") << "[\"Home >> Kitchen\"]" << false << "Home > Kitchen";
        QTest::newRow("JSON of numbers") << "[1, 2]" << false << "1 > 2";
        QTest::newRow("JSON of lists") << "[[\"A\",\"B\"],[\"C\"]]" << false << "A > B";
        QTest::newRow("Python") << "['Men\\'s', \"Kid's\"]" << false << "Men's > Kid's";
        QTest::newRow("no list") << "[sic] Home" << false << "[sic] Home";
        QTest::newRow("half a list") << "[\"Home\"" << false << "[\"Home\"";
        QTest::newRow("markup") << "<b>Home</b>" << false << "<b>Home</b>";
        QTest::newRow("one") << "  Home " << true << "Home";
        QTest::newRow("nothing") << " > >> " << false << "";
        QTest::newRow("empty") << "" << true << "";
        QTest::newRow("an empty list") << "[]" << false << "";
    }
    void categoriesHaveOneForm() {
        QFETCH(QString, text);
        QFETCH(bool, slashes);
        QFETCH(QString, path);
        const std::string once = data::canonicalCategory(text.toStdString(), slashes);
        QCOMPARE(QString::fromStdString(once), path);
        QCOMPARE(data::canonicalCategory(once, slashes), once);
    }

    void slashesDivideWhereTheColumnSaysSo() {
        QVERIFY(data::slashesDivide({"Clothing/Shoes", "Clothing/Hats", "Home/Lamps"}));
        QVERIFY(data::slashesDivide({"A/B/C"}));
        QVERIFY(!data::slashesDivide({"Audio/Video", "Hi-Fi", "Audio/Video"}));
        QVERIFY(!data::slashesDivide({"N/A", "Light"}));
        QVERIFY(!data::slashesDivide({}));
    }

    void aCatalogueHasEverything() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        const std::string file =
            folder.write("items.csv", "id,title,category,price,currency,image,created_at,Colour,Size\n"
                                      "1,Lamp,Home/Light,9.5,EUR,a.png,2024-01-02 03:04:05,red,\"10\"\" tall\"\n"
                                      "2,Chair,Home/Seats,,,,,,\n"
                                      "3,Bench,Home/Seats,1,EUR,,yesterday,,\n");
        const auto summary = importAs(*project, file, SourceKind::Catalogue);
        QVERIFY(summary.ok());
        QCOMPARE(summary->rejectedBy, (Counts{{"bad_time", 1}}));
        QCOMPARE(query(*project, "SELECT category, price, currency, image, time, attributes FROM item ORDER BY key"),
                 (Rows{{"Home > Light", "9.5", "EUR", "a.png", "1704164645",
                        "{\"Colour\":\"red\",\"Size\":\"10\\\" tall\"}"},
                       {"Home > Seats", "∅", "∅", "∅", "∅", "∅"}}));
        QCOMPARE(number(*project, "SELECT count(*) FROM item_row"),
                 std::int64_t{0}); // one source: the item is its word
        const auto stored = sources(*project);
        QVERIFY(stored.ok() && stored->size() == 1);
        QCOMPARE(stored->front().columns.size(), std::size_t{9});
        QCOMPARE(stored->front().understanding.value("category_separator", ""), std::string("/"));
        QVERIFY(!stored->front().importedAt.empty());
        QCOMPARE(stored->front().format, std::string("csv"));
    }

    void aLaterCatalogueUpdates() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        const std::string first = folder.write("a.csv", "id,title,brand,price,colour\n1,Lamp,Lux,5,red\n2,Chair,,6,\n");
        const std::string later = folder.write("b.csv", "id,title,price,size\n1,Red lamp,,10\n3,Bench,7,\n");
        QVERIFY(importAs(*project, first, SourceKind::Catalogue).ok());
        const std::string before = kinds::contentOf(*project);
        QVERIFY(importAs(*project, later, SourceKind::Catalogue).ok());
        QCOMPARE(query(*project, "SELECT key, title, brand, price, attributes, source_id FROM item ORDER BY key"),
                 (Rows{{"1", "Red lamp", "Lux", "5.0", "{\"colour\":\"red\",\"size\":\"10\"}", "1"},
                       {"2", "Chair", "∅", "6.0", "∅", "1"},
                       {"3", "Bench", "∅", "7.0", "∅", "2"}}));
        QVERIFY(removeOne(*project, 2).ok());
        QCOMPARE(kinds::contentOf(*project), before);
        QVERIFY(importAs(*project, later, SourceKind::Catalogue).ok());
        QVERIFY(removeOne(*project, 1).ok());
        QCOMPARE(query(*project, "SELECT key, title, brand, price, attributes FROM item ORDER BY key"),
                 (Rows{{"1", "Red lamp", "∅", "∅", "{\"size\":\"10\"}"}, {"3", "Bench", "∅", "7.0", "∅"}}));
    }

    void queriesLabelsAndReviews() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        const std::string labels = folder.write("labels.csv", "query_id,query,item,grade,label\n"
                                                              "7,,i1,3,Exact\n" // 2
                                                              "9,,i1,1,\n"      // 3: no such query
                                                              ",chair,i2,,Irrelevant\n"
                                                              ",chair,i2,,\n"     // 5: neither
                                                              ",chair,,1,\n"      // 6: no item
                                                              ",chair,i3,high,\n" // 7
                                                              ",,i3,1,\n");       // 8: no query
        QCOMPARE(importAs(*project, folder.write("q.csv", "query,id,locale\nlamp,7,en\n灯,8,\n,9,\nlamp,,de\n"),
                          SourceKind::Queries)
                     ->imported,
                 std::int64_t{3});
        QCOMPARE(query(*project, "SELECT text, key, attributes FROM query ORDER BY id"),
                 (Rows{{"lamp", "7", "{\"locale\":\"de\"}"}, {"灯", "8", "∅"}}));
        const auto judged = importAs(*project, labels, SourceKind::Labels);
        QVERIFY(judged.ok());
        QVERIFY(addsUp(*judged));
        QCOMPARE(judged->rejectedBy, (Counts{{"bad_number", 1}, {"missing_value", 3}, {"unknown_query", 1}}));
        QCOMPARE(query(*project,
                       "SELECT q.text, i.key, j.grade, j.label FROM judgement j JOIN query q ON q.id = j.query_id "
                       "JOIN item i ON i.id = j.item_id ORDER BY j.id"),
                 (Rows{{"lamp", "i1", "3.0", "Exact"}, {"chair", "i2", "∅", "Irrelevant"}}));
        // A refused row left nothing behind.
        QCOMPARE(query(*project, "SELECT key FROM item ORDER BY key"), (Rows{{"i1"}, {"i2"}}));
        const auto reviews =
            importAs(*project,
                     folder.write("r.csv", "item,user,rating,title,text,date,helpful\ni1,u1,5,Great,很好,2024-05-06,3\n"
                                           "i2,,,,Poor,,\ni2,u2,,,,,\ni2,u2,five,,,,\ni2,u2,1,,,never,\n"),
                     SourceKind::Reviews);
        QVERIFY(reviews.ok());
        QCOMPARE(reviews->rejectedBy, (Counts{{"bad_number", 1}, {"bad_time", 1}, {"missing_value", 1}}));
        QCOMPARE(reviews->noted, (Counts{{"missing_user", 1}}));
        QCOMPARE(query(*project, "SELECT rating, title, text, time, extra FROM review ORDER BY id"),
                 (Rows{{"5.0", "Great", "很好", "1714953600", "{\"helpful\":\"3\"}"}, {"∅", "∅", "Poor", "∅", "∅"}}));
        QCOMPARE(firstErrorOf(*project), QByteArray());

        const auto none = importAs(*project, folder.write("x.csv", "item,query\na,b\n"), SourceKind::Labels);
        QCOMPARE(none.error().code, ErrorCode::MissingMapping);
        QCOMPARE(none.error().detail, std::string("grade"));
    }

    void aSplitMadeElsewhere() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        QVERIFY(importAs(*project,
                         folder.write("items.csv",
                                      "id,title,category\na,Lamp,Light\nb,lamp ,Light\nc,Chair,Seat\nd,Stool,\n"),
                         SourceKind::Catalogue)
                    .ok());
        const auto summary =
            importAs(*project,
                     folder.write("my folds.csv", "item,part\na,train\nb,Test\nc,训练\nc,train\nc,val\n"
                                                  "d,train\nz,train\na,holdup\n"),
                     SourceKind::Split);
        QVERIFY(summary.ok());
        QCOMPARE(summary->imported, std::int64_t{3});
        QCOMPARE(summary->dropped, (Counts{{"duplicate", 1}}));
        QCOMPARE(summary->rejectedBy,
                 (Counts{{"bad_part", 1}, {"duplicate_id", 1}, {"no_class", 1}, {"unknown_item", 1}}));
        const auto split = latestSplit(*project);
        QVERIFY(split.ok());
        QCOMPARE(split->name, std::string("my folds"));
        QCOMPARE(split->labels, (std::vector<std::string>{"Light", "Seat"}));
        QCOMPARE(split->rows, (std::array<std::int64_t, 3>{2, 0, 1}));
        QCOMPARE(split->crossDuplicates, std::int64_t{1});
        const auto dataset = loadDataset(*project, split->id, "title");
        QVERIFY(dataset.ok());
        QCOMPARE((*dataset)->keys, (std::vector<std::string>{"a", "b", "c"}));
        QCOMPARE(firstErrorOf(*project), QByteArray());
        // The catalogue carries the split now; the split's own source does not.
        const Status used = removeOne(*project, 1);
        QCOMPARE(used.error().code, ErrorCode::SourceInUse);
        QVERIFY2(used.error().detail.find("my folds") != std::string::npos, used.error().detail.c_str());
        QVERIFY(removeOne(*project, raw(summary->source)).ok());
        QCOMPARE(number(*project, "SELECT count(*) FROM split"), std::int64_t{0});
        QCOMPARE(number(*project, "SELECT count(*) FROM split_row"), std::int64_t{0});
        QVERIFY(removeOne(*project, 1).ok());
        QCOMPARE(number(*project, "SELECT count(*) FROM item"), std::int64_t{0});
    }

    void aSplitOfEvents() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project && importLog(*project, folder.write("log.csv", madeLog(4))).ok());
        const auto summary =
            importAs(*project, folder.write("events.csv", "event,part\n1,train\n2,train\n4,test\n9,test\nx,test\n"),
                     SourceKind::Split);
        QVERIFY(summary.ok());
        QCOMPARE(summary->rejectedBy, (Counts{{"bad_number", 1}, {"unknown_event", 1}}));
        QCOMPARE(query(*project, "SELECT event_id, part FROM split_event ORDER BY 1"),
                 (Rows{{"1", "0"}, {"2", "0"}, {"4", "2"}}));
        QCOMPARE(single(*project, "SELECT unit FROM split"), std::string("event"));
        QCOMPARE(removeOne(*project, 1).error().code, ErrorCode::SourceInUse);
        QVERIFY(removeOne(*project, 2).ok());
        QVERIFY(removeOne(*project, 1).ok());
        QCOMPARE(number(*project, "SELECT count(*) FROM event"), std::int64_t{0});
    }

    void whatWasRemovedWasNeverThere_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 24; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    /// Importing A, B, C … and removing one of them leaves what importing the others brings.
    void whatWasRemovedWasNeverThere() {
        QFETCH(int, seed);
        const Folder folder;
        Rng rng(static_cast<std::uint64_t>(seed));
        std::vector<kinds::MadeFile> files;
        const int count = 3 + static_cast<int>(rng.below(3));
        for (int i = 0; i < count; ++i)
            files.push_back(kinds::made(static_cast<SourceKind>(rng.below(5)), i, rng));
        const int gone = static_cast<int>(rng.below(static_cast<std::uint64_t>(count)));
        const auto all = openProject(folder.path("all.taillight")), rest = openProject(folder.path("rest.taillight"));
        QVERIFY(all && rest);
        const auto ids = importFiles(folder, *all, files);
        importFiles(folder, *rest, files, gone);
        const Status removed = removeOne(*all, ids[static_cast<std::size_t>(gone)]);
        QVERIFY2(removed.ok(), removed.ok() ? "" : errorSentence(removed.error()).c_str());
        QCOMPARE(QString::fromStdString(kinds::contentOf(*all)), QString::fromStdString(kinds::contentOf(*rest)));
        QCOMPARE(firstErrorOf(*all), QByteArray());
        QCOMPARE(single(*all, "PRAGMA foreign_keys"), std::string("1"));
    }

    void everythingCanBeRemoved() {
        const Folder folder;
        Rng rng(7);
        const auto project = openProject(folder.path("p.taillight")), empty = openProject(folder.path("e.taillight"));
        QVERIFY(project && empty);
        std::vector<kinds::MadeFile> files;
        for (int i = 0; i < 10; ++i)
            files.push_back(kinds::made(static_cast<SourceKind>(i % 5), i, rng));
        auto ids = importFiles(folder, *project, files);
        while (!ids.empty()) {
            const auto at = static_cast<std::ptrdiff_t>(rng.below(ids.size()));
            QVERIFY(removeOne(*project, *(ids.begin() + at)).ok());
            ids.erase(ids.begin() + at);
        }
        for (const char* table : {"source", "item", "item_row", "user", "query", "query_row", "event", "judgement",
                                  "review", "reject", "support_count"})
            QCOMPARE(number(*project, std::string("SELECT count(*) FROM ") + table), std::int64_t{0});
        QCOMPARE(removeOne(*project, 3).error().code, ErrorCode::UnknownChoice);
    }

    void aRemovalThatIsCancelledRemovesNothing() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project && importLog(*project, folder.write("log.csv", madeLog(20'000))).ok());
        const std::string before = dump(*project);
        for (int stop = 0; stop < 8; ++stop) {
            int heard = 0;
            JobContext* running = nullptr;
            JobContext job([&](const Progress&) {
                if (heard++ == stop)
                    running->cancel();
            });
            running = &job;
            const Status status = removeSource(*project, SourceId{1}, job);
            if (status.ok())
                break; // it never came so far
            QCOMPARE(status.error().code, ErrorCode::Cancelled);
            QCOMPARE(dump(*project), before);
        }
        QCOMPARE(single(*project, "SELECT count(*) FROM pragma_foreign_key_check"), std::string("0"));
    }

    void whatRestsOnASourceKeepsIt() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        const std::string items =
            folder.write("items.csv", "id,title,label\n1,Lamp,a\n2,Chair,b\n3,Bench,b\n4,Stool,a\n");
        QVERIFY(importAs(*project, items, SourceKind::Catalogue).ok());
        JobContext job;
        SplitConfig config;
        config.name = "mine";
        QVERIFY(makeSplit(*project, config, job).ok());
        QCOMPARE(removeOne(*project, 1).error().code, ErrorCode::SourceInUse);
        QVERIFY(importLog(*project, folder.write("log.csv", "item,user\n1,u\n")).ok());
        QVERIFY(removeOne(*project, 2).ok()); // the log does not bear the split
        QVERIFY(removeSplit(*project, latestSplit(*project)->id).ok());
        QVERIFY(write(*project,
                      "INSERT INTO clean_step(kind, config, created, events_dropped, items_dropped, rows_dropped, "
                      "values_changed, numbers, seconds) VALUES ('x', '{}', '2999-01-01T00:00:00Z', 0, 0, 0, 0, "
                      "'{}', 0.0)")
                    .ok());
        const Status cleaned = removeOne(*project, 1);
        QCOMPARE(cleaned.error().code, ErrorCode::SourceInUse);
        QVERIFY2(cleaned.error().detail.find("cleaning steps 1") != std::string::npos, cleaned.error().detail.c_str());
        QVERIFY(write(*project, "DELETE FROM clean_step").ok());
        QVERIFY(removeOne(*project, 1).ok());
    }

    void refusedRowsAreCorrected() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        const std::string file = folder.write("log.csv", "item;user;kind;price;note\n"
                                                         "a;u1;click;1;x\n"
                                                         "b;u1;click;cheap;\"semi;colon\"\n" // 3
                                                         "c;u2\n"                            // 4: cannot be divided
                                                         ";u2;click;2;\n"                    // 5
                                                         "e;u3;jump;2;\n");                  // 6
        const auto first = importLog(*project, file);
        QVERIFY(first.ok());
        QCOMPARE(first->rejected, std::int64_t{4});
        const std::string out = folder.path("rejects.csv");
        QCOMPARE(*exportRejects(*project, first->source, out), std::int64_t{4});
        QCOMPARE(modeOf(out), 0600);
        QCOMPARE(*readFile(out),
                 std::string("item,user,kind,price,note,taillight_reject,taillight_line,taillight_column,"
                             "taillight_reason,taillight_raw\n"
                             "b,u1,click,cheap,semi;colon,1,3,price,bad_number,\"b;u1;click;cheap;\"\"semi;"
                             "colon\"\"\"\n"
                             ",,,,,2,4,,too_few_columns,c;u2\n"
                             ",u2,click,2,,3,5,item,missing_value,;u2;click;2;\n"
                             "e,u3,jump,2,,4,6,kind,bad_kind,e;u3;jump;2;\n"));
        // Two are right now, one is wrong in another way, one is left as it is.
        JobContext job;
        const std::string corrected =
            folder.write("corrected.csv", "item,user,kind,price,note,taillight_reject,taillight_raw\n"
                                          "b,u1,click,3.5,semi;colon,1,whatever\n"
                                          ",,,,,2,c;u2;purchase;4;late\n"
                                          "d,u2,click,-1,,3,\n");
        const auto second = importCorrected(*project, first->source, corrected, job);
        QVERIFY2(second.ok(), second.ok() ? "" : errorSentence(second.error()).c_str());
        QCOMPARE(second->read, std::int64_t{5});
        QCOMPARE(second->imported, std::int64_t{3});
        QCOMPARE(second->rejectedBy, (Counts{{"bad_kind", 1}, {"bad_number", 1}}));
        QVERIFY(addsUp(*second));
        QCOMPARE(query(*project, "SELECT i.key, u.key, e.price, e.source_id FROM event e JOIN item i ON i.id = "
                                 "e.item_id JOIN user u ON u.id = e.user_id ORDER BY e.id"),
                 (Rows{{"a", "u1", "1.0", "1"}, {"b", "u1", "3.5", "1"}, {"c", "u2", "4.0", "1"}}));
        const auto left = rejects(*project, 0, 10);
        QVERIFY(left.ok() && left->size() == 2);
        QCOMPARE(left->at(0).line, std::int64_t{5});
        QCOMPARE(left->at(0).reason, std::string("bad_number"));
        QCOMPARE(left->at(0).rawText, std::string("d;u2;click;-1;"));
        QCOMPARE(left->at(1).line, std::int64_t{6});
        QCOMPARE(firstErrorOf(*project), QByteArray());
        Json stored = importJson(sources(*project)->front());
        QCOMPARE(dumpJson(stored), dumpJson(importJson(*second)));

        // What was corrected is no longer there to be corrected.
        const std::string before = dump(*project);
        const auto again = importCorrected(*project, first->source, corrected, job);
        QCOMPARE(again.error().code, ErrorCode::BadValue);
        QCOMPARE(again.error().line, std::int64_t{2});
        QCOMPARE(again.error().value, std::string("1"));
        QCOMPARE(importCorrected(*project, first->source, file, job).error().code, ErrorCode::NoSuchColumn);
        QCOMPARE(importCorrected(*project, SourceId{9}, corrected, job).error().code, ErrorCode::UnknownChoice);
        QCOMPARE(dump(*project), before);
        QVERIFY(removeOne(*project, 1).ok());
        QCOMPARE(number(*project, "SELECT count(*) FROM event"), std::int64_t{0});
    }

    void rejectsOfAllSourcesAreExported() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        QVERIFY(importLog(*project, folder.write("a.csv", "item,price\na,1\nb,x\n")).ok());
        QVERIFY(importAs(*project, folder.write("b.csv", "id,title\n1,Lamp\n2,\n"), SourceKind::Catalogue).ok());
        const std::string out = folder.path("all.csv");
        QCOMPARE(*exportRejects(*project, {}, out), std::int64_t{2});
        QCOMPARE(*readFile(out),
                 std::string("taillight_reject,taillight_line,taillight_column,taillight_reason,"
                             "taillight_raw\n1,3,price,bad_number,\"b,x\"\n2,3,title,missing_value,\"2,\"\n"));
        QCOMPARE(exportRejects(*project, SourceId{8}, out).error().code, ErrorCode::UnknownChoice);
        QCOMPARE(exportRejects(*project, {}, folder.path(".")).error().code, ErrorCode::IsDirectory);
        QCOMPARE(exportRejects(*project, {}, folder.path("no/such/place.csv")).error().code, ErrorCode::WriteFailed);
    }

    void correctedRowsAreAsIfTheyHadBeenRight_data() {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < 5; ++kind)
            QTest::addRow("%s", sourceKindName(static_cast<SourceKind>(kind))) << kind;
    }
    /// A catalogue between two others, refused rows corrected at the end: the same as without the mistakes.
    void correctedRowsAreAsIfTheyHadBeenRight() {
        QFETCH(int, kind);
        const auto type = static_cast<SourceKind>(kind);
        const std::map<SourceKind, std::pair<std::string, std::string>> texts{
            {SourceKind::Catalogue,
             {"id,title,price,c\n1,Lamp,1,r\n5,Stool,2,\n6,Rug,3,\n", "1,Red lamp,@,g\n2,Chair,@,\n"}},
            {SourceKind::Log, {"item,title,user,price\na,Lamp,u,1\nc,,u,1\nd,,u,1\n", "a,Log,u,@\nb,Other,v,@\n"}},
            {SourceKind::Queries, {"query,id\nlamp,1\n", "@chair,3\n@lamp,4\n"}},
            {SourceKind::Labels, {"query,item,grade\nlamp,i1,1\nrug,i3,2\n", "lamp,i2,@\nchair,i1,@\n"}},
            {SourceKind::Reviews, {"item,user,rating\ni1,u,1\ni3,w,2\n", "i1,v,@\ni2,u,@\n"}}};
        const auto& [head, rows] = texts.at(type);
        const auto with = [&rows = rows](const std::string& value) {
            return QString::fromStdString(rows).replace(QLatin1Char('@'), QString::fromStdString(value)).toStdString();
        };
        // A query cannot be wrong but by being absent.
        if (type == SourceKind::Queries)
            QSKIP("a query is refused only where it is empty");
        const Folder folder;
        const auto wrong = openProject(folder.path("wrong.taillight")),
                   right = openProject(folder.path("right.taillight"));
        QVERIFY(wrong && right);
        JobContext job;
        for (const auto& [project, value] : {std::pair(wrong, "bad"), std::pair(right, "2.5")}) {
            QVERIFY(importAs(*project, folder.write("a.csv", head), type).ok());
            QVERIFY(importAs(*project, folder.write("b.csv", head + with(value)), type).ok());
            QVERIFY(importAs(*project, folder.write("c.csv", head), type).ok());
        }
        const std::string out = folder.path("out.csv");
        QCOMPARE(*exportRejects(*wrong, SourceId{2}, out), std::int64_t{2});
        const std::string text =
            QString::fromStdString(*readFile(out)).replace(QStringLiteral("bad"), QStringLiteral("2.5")).toStdString();
        const auto corrected = importCorrected(*wrong, SourceId{2}, folder.write("in.csv", text), job);
        QVERIFY2(corrected.ok(), corrected.ok() ? "" : errorSentence(corrected.error()).c_str());
        QCOMPARE(corrected->rejected, std::int64_t{0});
        QCOMPARE(QString::fromStdString(kinds::contentOf(*wrong)), QString::fromStdString(kinds::contentOf(*right)));
    }

    void compactingGivesRoomBack() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        QVERIFY(importLog(*project, folder.write("a.csv", madeLog(100))).ok());
        const std::string before = kinds::contentOf(*project);
        QVERIFY(importLog(*project, folder.write("b.csv", madeLog(20'000))).ok());
        QVERIFY(removeOne(*project, 2).ok());
        JobContext cancelled;
        cancelled.cancel();
        QCOMPARE(compactProject(*project, cancelled).error().code, ErrorCode::Cancelled);
        JobContext job;
        const auto summary = compactProject(*project, job);
        QVERIFY(summary.ok());
        QVERIFY(summary->after * 4 < summary->before);
        QCOMPARE(summary->after, QFileInfo(QString::fromStdString(project->path())).size());
        QCOMPARE(kinds::contentOf(*project), before);
        QCOMPARE(firstErrorOf(*project), QByteArray());
        const auto reader = openProject(project->path(), Project::Access::ReadOnly);
        QVERIFY(reader);
        QCOMPARE(compactProject(*reader, job).error().code, ErrorCode::ProjectReadOnly);
    }
};

QTEST_APPLESS_MAIN(TestStoreKinds)
#include "tst_store_kinds.moc"
