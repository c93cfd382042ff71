// SPDX-License-Identifier: GPL-3.0-or-later
// Importing catalogues and logs: counters, refusals, duplicates, cancel, and real data.
#include "core/store/check.h"
#include "core/store/entity_store.h"
#include "tests/support/store_fixture.h"

#include <QFile>

#include <algorithm>
#include <chrono>

using namespace core;
using namespace core::store;
using namespace storetest;
using data::SourceKind;
using namespace std::string_literals;
using Counts = std::map<std::string, std::int64_t>;

namespace {

std::string realData(const char* name) {
    const QString folder =
        qEnvironmentVariable("TAILLIGHT_DATA", QStringLiteral(TAILLIGHT_SOURCE_DIR "/../shared/data"));
    const QString path = folder + QLatin1Char('/') + QLatin1String(name);
    return QFile::exists(path) ? path.toStdString() : std::string();
}

/// Keeps the first letter of the column "user".
class HideUsers final : public data::RowTransform {
public:
    Status begin(const std::vector<std::string>& header, const data::ValueFormat&) override {
        const auto found = std::find(header.begin(), header.end(), "user");
        if (found == header.end())
            return Error(ErrorCode::NoSuchColumn).at("user");
        m_column = static_cast<std::size_t>(found - header.begin());
        return {};
    }
    void apply(data::Record& row) override {
        m_text = std::string(row.fields.at(m_column).substr(0, 1)) + "*";
        row.fields[m_column] = m_text;
        row.rawText = {};
        ++m_hidden;
    }
    Json summary() const override { return {{"hidden", m_hidden}}; }

private:
    std::size_t m_column = 0;
    std::string m_text;
    int m_hidden = 0;
};

struct Expected {
    std::int64_t line;
    std::string column, value, reason;
};

} // namespace

class TestStoreImport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCatalogueIsImported() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        const std::string file = folder.write("items.csv", "\xEF\xBB\xBFid;title;category;brand;price;label\n"
                                                           "1; Red lamp ;Light;Lux;12.5;lamp\n"
                                                           "2;\"Stuhl; \"\"alt\"\"\";Seat;;0;old\n"
                                                           "3;;Seat;;1;chair\n"
                                                           "4;Bank;Seat;;zwei;bench\n");
        QVERIFY(project);
        const auto summary = importAs(*project, file, SourceKind::Catalogue);
        QVERIFY(summary.ok());
        QCOMPARE(summary->read, std::int64_t{4});
        QCOMPARE(summary->imported, std::int64_t{2});
        QCOMPARE(summary->rejectedBy, (Counts{{"bad_number", 1}, {"missing_value", 1}}));
        QCOMPARE(summary->noted, (Counts{{"zero_price", 1}}));
        QVERIFY(addsUp(*summary));
        QCOMPARE(summary->encoding, std::string("UTF-8-BOM"));
        QCOMPARE(summary->delimiter, ';');
        QCOMPARE(summary->mapping.at("title"), std::string("title"));
        const std::vector<std::vector<std::string>> expected{{"1", "Red lamp", "Light", "Lux", "12.5", "lamp", "1"},
                                                             {"2", "Stuhl; \"alt\"", "Seat", "∅", "0.0", "old", "1"}};
        QCOMPARE(query(*project, "SELECT key, title, category, brand, price, label, source_id FROM item ORDER BY id"),
                 expected);

        // What is stored of the source is what was returned.
        const auto stored = sources(*project);
        QVERIFY(stored.ok());
        QCOMPARE(stored->size(), std::size_t{1});
        Json left = importJson(stored->front()), right = importJson(*summary);
        left.erase("seconds");
        right.erase("seconds");
        QCOMPARE(dumpJson(left), dumpJson(right));
    }

    void everyRefusalIsNamed() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        const std::string nul("i5,T\0x,u,click,,,,,\n"s);
        const std::string file =
            folder.write("log.csv", "item,title,user,kind,time,query,quantity,price,position\n" // 1
                                    "i1,台灯,u,click,2024-01-01,q,1,2,3\n"   // 2: so the file is UTF-8, and line 5 not
                                    "i2,Lamp\n"                              // 3
                                    "i3,Lamp,u,click,,,,,,extra\n"           // 4
                                    "i4,\xFF\xFE,u,click,,,,,\n"             // 5
                                        + nul +                              // 6
                                        "i6,\"Lamp\"x,u,click,,,,,\n"        // 7
                                        " ,Lamp,u,click,,,,,\n"              // 8
                                        "i8,Lamp,u,click,,,many,,\n"         // 9
                                        "i9,Lamp,u,click,,,1,-2.5,\n"        // 10
                                        "i10,Lamp,u,click,,,1,2,1.5\n"       // 11
                                        "i11,Lamp,u,click,yesterday,,1,2,\n" // 12
                                        "i12,Lamp,u,teleport,,,,,\n"         // 13
                                        "i13,\"Two\nlines\",u,,,,,,\n"       // 14, 15
                                        "i14,Lamp,,buy,,,,,\n");             // 16
        QVERIFY(project);
        const auto summary = importLog(*project, file);
        QVERIFY(summary.ok());
        QCOMPARE(summary->read, std::int64_t{14});
        QCOMPARE(summary->imported, std::int64_t{2});
        QCOMPARE(summary->noted, (Counts{{"missing_user", 1}}));
        QVERIFY(addsUp(*summary));
        const std::vector<Expected> expected{{3, "", "", "too_few_columns"},
                                             {4, "", "", "too_many_columns"},
                                             {5, "title", "\xEF\xBF\xBD\xEF\xBF\xBD", "bad_encoding"},
                                             {6, "title", "T\xEF\xBF\xBDx", "nul_byte"},
                                             {7, "title", "", "text_after_quote"},
                                             {8, "item", "", "missing_value"},
                                             {9, "quantity", "many", "bad_number"},
                                             {10, "price", "-2.5", "bad_number"},
                                             {11, "position", "1.5", "bad_number"},
                                             {12, "time", "yesterday", "bad_time"},
                                             {13, "kind", "teleport", "bad_kind"},
                                             {14, "kind", "", "missing_value"}};
        const auto refused = rejects(*project, 0, 100);
        QVERIFY(refused.ok());
        QCOMPARE(refused->size(), expected.size());
        QCOMPARE(*rejectCount(*project), static_cast<std::int64_t>(expected.size()));
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const RejectRow& row = (*refused)[i];
            QCOMPARE(row.line, expected[i].line);
            QCOMPARE(row.reason, expected[i].reason);
            QCOMPARE(row.column, expected[i].column);
            if (row.reason != "text_after_quote")
                QCOMPARE(row.value, expected[i].value);
            QCOMPARE(row.file, file);
            QVERIFY(!row.rawText.empty());
            QVERIFY(QString::fromUtf8(row.rawText.c_str()).toUtf8().toStdString() == row.rawText);
            QVERIFY(rejectReasonText(row.reason) != row.reason);
        }
        QCOMPARE(rejects(*project, 10, 100)->size(), std::size_t{2});
        // A refused row leaves no trace elsewhere.
        QCOMPARE(query(*project, "SELECT key FROM item ORDER BY id"),
                 (std::vector<std::vector<std::string>>{{"i1"}, {"i14"}}));
    }

    void aLongRefusedRowIsCut() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        std::string longTitle;
        for (int i = 0; i < 5000; ++i)
            longTitle += "灯";
        const std::string file = folder.write("items.csv", "id,title,price\n1,Lamp,1\n2," + longTitle + ",cheap\n");
        QVERIFY(project && importAs(*project, file, SourceKind::Catalogue).ok());
        const auto refused = rejects(*project, 0, 10);
        QCOMPARE(refused->size(), std::size_t{1});
        QVERIFY(refused->front().rawText.size() <= 4096);
        QVERIFY(refused->front().rawText.size() > 4000);
        QVERIFY(!QString::fromUtf8(refused->front().rawText.c_str()).contains(QChar(0xFFFD)));
    }

    void nothingUsableIsAnError() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        const std::string before = dump(*project);
        JobContext job;
        ImportRequest request;
        request.path = folder.write("bad.csv", "id,title,price\n1,Lamp,x\n2,Chair,y\n");
        request.mapping = {{"price", "price"}};
        const auto bad = importFile(*project, request, job);
        QVERIFY(!bad.ok());
        QCOMPARE(bad.error().code, ErrorCode::NoRows);
        QVERIFY2(bad.error().detail.find("2 rows were refused; the first, line 2, column “price”, “x”") == 0,
                 bad.error().detail.c_str());
        QCOMPARE(importAs(*project, folder.write("none.csv", "id,title\n"), SourceKind::Catalogue).error().code,
                 ErrorCode::NoRows);
        // An error in the middle of the file takes back the rows before it.
        const auto open = importAs(*project, folder.write("open.csv", "id,title\n1,Lamp\n2,\"Chair\n3,Bench\n"),
                                   SourceKind::Catalogue);
        QCOMPARE(open.error().code, ErrorCode::UnterminatedQuote);
        QCOMPARE(open.error().line, std::int64_t{3});
        QCOMPARE(importLog(*project, folder.path("nowhere.csv")).error().code, ErrorCode::FileNotFound);
        QCOMPARE(importLog(*project, folder.write("void.csv", "")).error().code, ErrorCode::FileEmpty);

        request.path = folder.write("plain.csv", "id,title\n1,Lamp\n");
        request.mapping = {{"title", "name"}};
        QCOMPARE(importFile(*project, request, job).error().code, ErrorCode::NoSuchColumn);
        request.mapping = {{"title", ""}};
        QCOMPARE(importFile(*project, request, job).error().code, ErrorCode::MissingMapping);
        request.mapping = {{"colour", "id"}};
        QCOMPARE(importFile(*project, request, job).error().code, ErrorCode::NoSuchField);
        QCOMPARE(dump(*project), before);
    }

    void repeatedIdsFollowThePolicy() {
        const Folder folder;
        const std::string file =
            folder.write("items.csv", "id,title,brand,price\n1,Lamp,,5\n2,Chair,,6\n1,Red lamp,Lux,\n");
        {
            const auto project = openProject(folder.path("merge.taillight"));
            QVERIFY(project);
            const auto summary = importAs(*project, file, SourceKind::Catalogue);
            QCOMPARE(summary->imported, std::int64_t{3});
            QCOMPARE(summary->noted, (Counts{{"merged_duplicate", 1}}));
            QCOMPARE(query(*project, "SELECT title, brand, price FROM item WHERE key = '1'"),
                     (std::vector<std::vector<std::string>>{{"Red lamp", "Lux", "5.0"}}));
        }
        {
            const auto project = openProject(folder.path("keep.taillight"));
            QVERIFY(project);
            const auto summary = importAs(*project, file, SourceKind::Catalogue, DuplicatePolicy::Keep);
            QCOMPARE(summary->imported, std::int64_t{2});
            QCOMPARE(summary->rejectedBy, (Counts{{"duplicate_id", 1}}));
            const auto refused = rejects(*project, 0, 9);
            QVERIFY(refused.ok() && refused->size() == 1);
            const RejectRow& row = refused->front();
            QCOMPARE(row.line, std::int64_t{4});
            QCOMPARE(row.column, std::string("id"));
            QCOMPARE(row.value, std::string("1"));
            QCOMPARE(row.rawText, std::string("1,Red lamp,Lux,"));
        }
        {
            const auto project = openProject(folder.path("drop.taillight"));
            QVERIFY(project);
            const auto summary = importAs(*project, file, SourceKind::Catalogue, DuplicatePolicy::Drop);
            QCOMPARE(summary->imported, std::int64_t{2});
            QCOMPARE(summary->dropped, (Counts{{"duplicate", 1}}));
            QVERIFY(addsUp(*summary));
            // Once more: all of it repeats.
            const auto again = importAs(*project, file, SourceKind::Catalogue, DuplicatePolicy::Drop);
            QCOMPARE(again.error().code, ErrorCode::NoRows);
            QCOMPARE(number(*project, "SELECT count(*) FROM source"), std::int64_t{1});
        }
    }

    void rowsWithoutIdsAreNumbered() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        const std::string file = folder.write("items.csv", "title,category\nLamp,Light\n,Light\nChair,Seat\n");
        QVERIFY(project);
        QVERIFY(importAs(*project, file, SourceKind::Catalogue).ok());
        QVERIFY(importAs(*project, file, SourceKind::Catalogue).ok());
        QCOMPARE(query(*project, "SELECT key FROM item ORDER BY id"),
                 (std::vector<std::vector<std::string>>{{"1-1"}, {"1-3"}, {"2-1"}, {"2-3"}}));
    }

    void repeatedEventsFollowThePolicy() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        // The last two differ in one field, or only in where one field ends and the next begins.
        const std::string file = folder.write("log.csv", "item,user,order\na,u,1\na,u,1\na , u,1\na,u,2\nau,,1\n");
        QVERIFY(project);
        QCOMPARE(importLog(*project, file)->imported, std::int64_t{5});
        const auto dropped = importAs(*project, file, SourceKind::Log, DuplicatePolicy::Drop);
        QCOMPARE(dropped->imported, std::int64_t{3});
        QCOMPARE(dropped->dropped, (Counts{{"duplicate", 2}}));
        QVERIFY(addsUp(*dropped));
        QCOMPARE(number(*project, "SELECT count(*) FROM event"), std::int64_t{8});
    }

    void repeatedRowsAreNoted() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        // Typed rows are compared: 1 and 1.0 are one quantity; a title that differs makes another row.
        const std::string file =
            folder.write("log.csv", "item,title,quantity\na,A,1\na,A,1.0\na,A,2\na,,1\na,A,\nb,A,1\na,A,1\n");
        const auto kept = importLog(*project, file);
        QCOMPARE(kept->imported, std::int64_t{7});
        QCOMPARE(kept->noted, (Counts{{"duplicate_row", 2}}));
        const auto dropped = importAs(*project, file, SourceKind::Log, DuplicatePolicy::Drop);
        QCOMPARE(dropped->imported, std::int64_t{5});
        QCOMPARE(dropped->dropped, (Counts{{"duplicate", 2}}));
    }

    void theSameFileIsNoticed() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        JobContext job;
        ImportRequest request;
        request.kind = SourceKind::Log;
        request.path = folder.write("log.csv", "item\na\n");
        const auto first = importFile(*project, request, job);
        QVERIFY(first.ok());
        QCOMPARE(first->digest.size(), std::size_t{37});
        QCOMPARE(first->fileSize, std::int64_t{7});
        QCOMPARE(single(*project, "SELECT digest || file_size FROM source"), first->digest + "7");
        const auto again = importFile(*project, request, job);
        QVERIFY(!again.ok());
        QCOMPARE(again.error().code, ErrorCode::AlreadyImported);
        QCOMPARE(again.error().value, single(*project, "SELECT imported_at FROM source"));
        // Under another name it is the same file; with other bytes, or as another kind, it is not.
        request.path = folder.write("copy.csv", "item\na\n");
        QCOMPARE(importFile(*project, request, job).error().code, ErrorCode::AlreadyImported);
        request.path = folder.write("log.csv", "item\nb\n");
        QVERIFY(importFile(*project, request, job).ok());
        request.kind = SourceKind::Catalogue;
        request.mapping = {{"title", "item"}};
        QVERIFY(importFile(*project, request, job).ok());
        request.again = true;
        QVERIFY(importFile(*project, request, job).ok());
        QCOMPARE(number(*project, "SELECT count(*) FROM source"), std::int64_t{4});
    }

    void kindsGoByTheMap() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        JobContext job;
        ImportRequest request;
        request.kind = SourceKind::Log;
        request.path = folder.write("log.csv", "item,kind\na,1\nb, 2\nc,click\nd,hover\ne,1\nf,teleport\n");
        request.kindValues = {{"1", "purchase"}, {"2", "cart"}, {"hover", "ignore"}};
        const auto summary = importFile(*project, request, job);
        QVERIFY(summary.ok());
        QCOMPARE(summary->imported, std::int64_t{4});
        QCOMPARE(summary->dropped, (Counts{{"ignored_kind", 1}}));
        QCOMPARE(summary->rejectedBy, (Counts{{"bad_kind", 1}}));
        QVERIFY(addsUp(*summary));
        QCOMPARE(query(*project, "SELECT i.key, e.kind FROM event e JOIN item i ON i.id = e.item_id ORDER BY e.id"),
                 (std::vector<std::vector<std::string>>{{"a", "4"}, {"b", "3"}, {"c", "2"}, {"e", "4"}}));
        request.again = true;
        request.kindValues["1"] = "dance";
        QCOMPARE(importFile(*project, request, job).error().code, ErrorCode::UnknownChoice);
    }

    void otherColumnsAreKept() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        JobContext job;
        ImportRequest request;
        request.kind = SourceKind::Log;
        request.path = folder.write("log.csv", "item,a \"\"b\"\",shop,note\n"
                                               "x,1,北京,\"say \"\"hi\"\"\n\ttwice\\\"\n"
                                               "y,,\"\",\n");
        request.mappingComplete = true;
        request.mapping = {{"item", "item"}};
        QVERIFY(importFile(*project, request, job).ok());
        QCOMPARE(single(*project, "SELECT extra ->> '$.note' FROM event WHERE id = 1"),
                 std::string("say \"hi\"\n\ttwice\\"));
        QCOMPARE(single(*project, "SELECT extra ->> '$.shop' FROM event WHERE id = 1"), std::string("北京"));
        QCOMPARE(number(*project, "SELECT sum(json_valid(extra)) FROM event WHERE id = 1"), std::int64_t{1});
        request.again = true;
        request.keepExtra = false;
        QVERIFY(importFile(*project, request, job).ok());
        QCOMPARE(number(*project, "SELECT count(*) FROM event WHERE source_id = 2 AND extra IS NOT NULL"),
                 std::int64_t{0});
    }

    void aTransformSeesEveryRowFirst() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        JobContext job;
        ImportRequest request;
        request.kind = SourceKind::Log;
        request.path = folder.write("log.csv", "item,user,quantity\na,anna,1\nb,anna,2\nc,bert,many\n");
        request.transform = std::make_shared<HideUsers>();
        const auto summary = importFile(*project, request, job);
        QVERIFY(summary.ok());
        QCOMPARE(query(*project, "SELECT key FROM user ORDER BY id"), (std::vector<std::vector<std::string>>{{"a*"}}));
        QCOMPARE(rejects(*project, 0, 9)->at(0).rawText, std::string());
        QCOMPARE(dumpJson(summary->privacy), std::string("{\"hidden\":3}"));
        QCOMPARE(single(*project, "SELECT privacy FROM source"), std::string("{\"hidden\":3}"));
        QVERIFY(dump(*project).find("anna") == std::string::npos && dump(*project).find("bert") == std::string::npos);
        request.again = true;
        request.path = folder.write("other.csv", "item\na\n");
        QCOMPARE(importFile(*project, request, job).error().code, ErrorCode::NoSuchColumn);
    }

    void titlesOfItemsWithSeveralAreKept() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        QVERIFY(importLog(*project, folder.write("log.csv", "item,title,time\na,Lamp,2024-01-03\nb,Cup,\na,Light,\n"
                                                            "a,Lamp,2024-01-02\nb,Cup,2024-01-01\n"))
                    .ok());
        QCOMPARE(query(*project, "SELECT item_id, title, count, last_time, last_row FROM item_title"),
                 (std::vector<std::vector<std::string>>{{"1", "Lamp", "2", "1704240000", "4"},
                                                        {"1", "Light", "1", "∅", "3"}}));
    }

    void aLogAndItsCatalogueMeet() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        const std::string log = folder.write("log.csv", "item,title,user,quantity,price,order\n"
                                                        "a,,u1,2,3,100\n"
                                                        "a,Lamp,u1,1,3,101\n"
                                                        "a,Lamp,u2,1,3,102\n"
                                                        "a,LAMP!,u2,-1,3,C102\n"
                                                        "b,Chair,,1,0,103\n"
                                                        "b,Chair,u3,1,4,C104\n");
        const std::string items = folder.write("items.csv", "id,title,category\na,Desk lamp,Light\nc,Bench,Seat\n");
        QVERIFY(project);
        const auto summary = importLog(*project, log);
        QVERIFY(summary.ok());
        QCOMPARE(summary->noted, (Counts{{"cancellation", 2},
                                         {"item_with_several_titles", 1},
                                         {"missing_user", 1},
                                         {"negative_quantity", 1},
                                         {"zero_price", 1}}));
        QCOMPARE(query(*project, "SELECT key, title, source_id FROM item ORDER BY id"),
                 (std::vector<std::vector<std::string>>{{"a", "Lamp", "∅"}, {"b", "Chair", "∅"}}));
        QCOMPARE(number(*project, "SELECT sum(cancelled) FROM event"), std::int64_t{2});

        const auto catalogue = importAs(*project, items, SourceKind::Catalogue, DuplicatePolicy::Keep);
        QVERIFY(catalogue.ok());
        QCOMPARE(catalogue->imported, std::int64_t{2}); // an item that only a log names is no duplicate
        QCOMPARE(query(*project, "SELECT key, title, category, source_id FROM item ORDER BY id"),
                 (std::vector<std::vector<std::string>>{
                     {"a", "Desk lamp", "Light", "2"}, {"b", "Chair", "∅", "∅"}, {"c", "Bench", "Seat", "2"}}));
        // Later logs leave the catalogue's title alone.
        QVERIFY(importLog(*project, log).ok());
        QCOMPARE(single(*project, "SELECT title FROM item WHERE key = 'a'"), std::string("Desk lamp"));
        QCOMPARE(number(*project, "SELECT count(*) FROM user"), std::int64_t{3});
    }

    void cancelLeavesEverythingAsItWas() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        const std::string items = folder.write("items.csv", "id,title\nitem1,Lamp\n");
        QVERIFY(project && importAs(*project, items, SourceKind::Catalogue).ok());
        const std::string before = dump(*project);
        const std::uint64_t generation = project->generation();
        ImportRequest request;
        request.path = folder.write("large.csv", madeLog(600'000));
        request.kind = SourceKind::Log;
        JobContext* running = nullptr;
        std::chrono::steady_clock::time_point asked;
        JobContext job([&](const Progress& progress) {
            const bool reading = progress.total == 0 || progress.done > progress.total / 3;
            if (progress.stage != std::string("Reading rows") || !reading || running->cancelled())
                return;
            asked = std::chrono::steady_clock::now();
            running->cancel();
        });
        running = &job;
        const auto summary = importFile(*project, request, job);
        QVERIFY(!summary.ok());
        QCOMPARE(summary.error().code, ErrorCode::Cancelled);
        // The bar is 0.2 s; a crowded test machine gets some more.
        QVERIFY(std::chrono::steady_clock::now() - asked < std::chrono::seconds(1));
        QCOMPARE(dump(*project), before);
        QCOMPARE(project->generation(), generation);
    }

    void anEncodingMayShowLate() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        // Half a megabyte of ASCII, and then a key in GB18030.
        const std::string file =
            folder.write("late.csv", madeLog(20'000) + "u1,\xBA\xEC\xC9\xAB,purchase,2024-01-01 10:00:00,1,9.5\n");
        QVERIFY(project);
        const auto summary = importLog(*project, file);
        QVERIFY(summary.ok() && addsUp(*summary));
        QCOMPARE(summary->encoding, std::string("GB18030"));
        QCOMPARE(number(*project, "SELECT count(*) FROM item WHERE key = '红色'"), std::int64_t{1});
        QCOMPARE(number(*project, "SELECT count(*) FROM event"), summary->imported);
        QCOMPARE(number(*project, "SELECT count(*) FROM source"), std::int64_t{1});
    }

    void aReadOnlyProjectRefuses() {
        const Folder folder;
        const std::string path = folder.path("p.taillight");
        QVERIFY(openProject(path));
        const auto project = openProject(path, Project::Access::ReadOnly);
        QVERIFY(project);
        QCOMPARE(importLog(*project, folder.write("log.csv", madeLog(3))).error().code, ErrorCode::ProjectReadOnly);
    }

    void realPurchaseLog() {
        const std::string file = realData("online_retail.csv.zst");
        if (file.empty())
            QSKIP("online_retail.csv.zst is not there: set TAILLIGHT_DATA to the folder that holds it");
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        const auto summary = importLog(*project, file);
        QVERIFY(summary.ok());
        // Counted in the UCI file "Online Retail" with Python's csv module: 541,909 rows, 9,288 of invoices starting
        // with C, all of them among the 10,624 of negative quantity; 135,080 without a customer, two of them also with
        // a negative price; 647 items with more than one description.
        QCOMPARE(summary->read, std::int64_t{541'909});
        QVERIFY(addsUp(*summary));
        QCOMPARE(summary->rejectedBy, (Counts{{"bad_number", 2}})); // "Adjust bad debt", at a price of -11062.06
        QCOMPARE(summary->noted.at("negative_quantity"), std::int64_t{10'624});
        QCOMPARE(number(*project, "SELECT count(*) FROM event WHERE order_key LIKE 'C%'"), std::int64_t{9'288});
        QCOMPARE(summary->noted.at("missing_user"), std::int64_t{135'078});
        QCOMPARE(summary->noted.at("cancellation"), std::int64_t{10'624});
        QCOMPARE(summary->noted.at("item_with_several_titles"), std::int64_t{647});
        QCOMPARE(number(*project, "SELECT count(*) FROM event"), summary->imported);
        const auto refused = rejects(*project, 0, 10);
        QVERIFY(refused.ok());
        for (const RejectRow& row : *refused) {
            QCOMPARE(row.column, std::string("UnitPrice"));
            QCOMPARE(row.value, std::string("-11062.06"));
        }

        JobContext job;
        const auto table = supportOf(*project, {}, job);
        QVERIFY(table.ok());
        QCOMPARE((*table)->measure, std::string("purchase"));
        const auto plain = query(*project, "SELECT item.key, count(*) FROM event JOIN item ON item.id = event.item_id "
                                           "WHERE event.kind = 4 AND event.cancelled = 0 GROUP BY item.key "
                                           "ORDER BY count(*) DESC, item.key");
        QCOMPARE((*table)->names.size(), plain.size());
        for (std::size_t i = 0; i < plain.size(); ++i) {
            QCOMPARE((*table)->names[i], plain[i][0]);
            QCOMPARE(std::to_string((*table)->counts[i]), plain[i][1]);
        }
        const auto findings = checkProject(*project, job);
        QVERIFY(findings.ok());
        for (const CheckFinding& finding : *findings)
            QCOMPARE(finding.severity, CheckFinding::Severity::Ok);
    }
};

QTEST_APPLESS_MAIN(TestStoreImport)
#include "tst_store_import.moc"
