// SPDX-License-Identifier: GPL-3.0-or-later
// Steps of cleaning: what each kind finds, exact undoing, recipes, splits in the way, cancel, and real data.
#include "core/store/check.h"
#include "core/store/clean/clean.h"
#include "core/store/support_counts.h"
#include "tests/support/store_fixture.h"

#include <QFile>

using namespace core;
using namespace core::store;
using namespace storetest;
using data::SourceKind;

namespace {

std::string realData(const char* name) {
    const QString folder =
        qEnvironmentVariable("TAILLIGHT_DATA", QStringLiteral(TAILLIGHT_SOURCE_DIR "/../shared/data"));
    const QString path = folder + QLatin1Char('/') + QLatin1String(name);
    return QFile::exists(path) ? path.toStdString() : std::string();
}

const char* const kCatalogue = "id,title,description,category,brand,price,label\n"
                               "a,Red <b>Lamp</b>,big,Light,Lux,10,lamp\n"
                               "b,red lamp!,,Light,Lux,12,lamp\n"
                               "c,Ｃｈａｉｒ &amp; Table,oak,Seat,,30,chair\n"
                               "d,Bench,,Seat,Oak,,bench\n"
                               "e,Stool,,Seat,Oak,1000,bench\n";
// Event ids are the numbers of the rows.
const char* const kLog = "item,user,kind,time,quantity,price,order,query,colour\n"
                         "a,u1,purchase,2024-01-01 10:00:00,2,10,o1,lamp,red\n"    // 1
                         "a,u1,purchase,2024-01-01 10:00:00,2,10,o1,lamp,red\n"    // 2 the same
                         "a,u1,purchase,2024-01-02 10:00:00,2,10,o2,lamp,red\n"    // 3 later
                         "a,u1,purchase,2024-01-03 10:00:00,-2,10,C3,,red\n"       // 4 cancels 3
                         "b,u2,click,2024-01-01 11:00:00,,,,Lamp,\n"               // 5
                         "c,u2,purchase,1971-01-01 00:00:00,1,0,o4,chair,blue\n"   // 6 early, free
                         "d,u3,purchase,2199-01-01 00:00:00,0,5,o5,bench,blue\n"   // 7 future, none
                         "e,,purchase,2024-01-05 10:00:00,1,9999,o6,stool,green\n" // 8 no user, dear
                         "e,u4,cart,2024-01-05 10:00:30,1,11,o7,stool,green\n";    // 9

/// A project of everything there is.
class Shop {
public:
    Shop() : project(openProject(folder.path("p.taillight"))) {
        ok =
            project && importAs(*project, folder.write("items.csv", kCatalogue), SourceKind::Catalogue).ok() &&
            importLog(*project, folder.write("log.csv", kLog)).ok() &&
            write(
                *project,
                "INSERT INTO judgement(source_id, query_id, item_id, grade, label) SELECT 2, q.id, i.id, 1.5, 'E' FROM "
                "query q, item i WHERE i.key IN ('a', 'b') AND q.text IN ('lamp', 'Lamp');"
                "INSERT INTO review(source_id, item_id, user_id, rating, title, text) SELECT 2, i.id, 1, 4.5, 'Nice', "
                "'<p>Very &quot;good&quot;</p>' FROM item i WHERE i.key IN ('b', 'e');"
                "UPDATE event SET extra = json_object('colour', 'x') WHERE extra IS NULL AND id < 4;"
                "UPDATE item SET attributes = '{\"weight\": 2.5, \"made\": \"oak\"}' WHERE key = 'c';"
                "INSERT OR IGNORE INTO item_row SELECT id, 1, '{}' FROM item;"
                "INSERT INTO item_title VALUES (1, 2, 'RED LAMP', 3, 1704067200, 1), (1, 2, 'Lamp, red', 1, "
                "1704300000, 4)")
                .ok() &&
            project
                ->write([](Database& database) {
                    JobContext counting;
                    return refreshSupportCounts(database, counting);
                })
                .ok();
    }
    Result<CleanStepInfo> apply(const CleanStep& step) { return applyStep(*project, step, job); }
    std::string values(const std::string& sql) const {
        std::string text;
        for (const auto& row : query(*project, sql)) {
            std::string line;
            for (const std::string& cell : row)
                line += (line.empty() ? "" : "|") + cell;
            text += (text.empty() ? "" : " ") + line;
        }
        return text;
    }
    std::string events() const { return values("SELECT id FROM event ORDER BY id"); }

    Folder folder;
    ProjectPtr project;
    JobContext job;
    bool ok = false;
};

struct Case {
    const char* name;
    CleanStep step;
    std::int64_t events, items, rows, values;
};

const std::vector<Case>& cases() {
    static const std::vector<Case> kCases{
        {"duplicates", {"duplicate_events", {}}, 1, 0, 0, 0},
        {"last of duplicates", {"duplicate_events", {{"keep", "last"}}}, 1, 0, 0, 0},
        // Item b goes: its event, its judgements and its review now are of item a.
        {"merged items", {"key_duplicates", {{"columns", "title, brand"}}}, 0, 1, 0, 1 + 2 + 1},
        {"dropped items", {"key_duplicates", {{"columns", "title"}, {"events", "drop"}}}, 1, 1, 3, 0},
        {"fullest item", {"key_duplicates", {{"columns", "title"}, {"keep", "fullest"}}}, 0, 1, 0, 4},
        {"events by key",
         {"key_duplicates", {{"table", "events"}, {"columns", "item,user,price,quantity"}}},
         2,
         0,
         0,
         0},
        {"titles", {"item_titles", {{"catalogue_wins", false}}}, 0, 0, 0, 1},
        {"no titles", {"item_titles", {}}, 0, 0, 0, 0},
        {"impossible",
         {"invalid_values", {{"zero_price", true}, {"items", false}, {"latest", "2100-01-01"}}},
         2,
         0,
         0,
         0},
        {"cleared",
         {"invalid_values", {{"zero_price", true}, {"action", "clear"}, {"latest", "2100-01-01"}}},
         0,
         0,
         0,
         4},
        {"cancellations", {"cancellations", {}}, 1, 0, 0, 0},
        {"pairs", {"cancellations", {{"pairing", "exact"}}}, 2, 0, 0, 0},
        {"robots", {"robots", {{"per_hour", 0}, {"total", 3}, {"orders_once", false}}}, 4, 0, 0, 0},
        {"median", {"missing_values", {{"column", "item.price"}}}, 0, 0, 0, 1},
        {"median per brand", {"missing_values", {{"column", "item.price"}, {"per", "brand"}}}, 0, 0, 0, 1},
        {"mode", {"missing_values", {{"column", "item.brand"}, {"method", "mode"}}}, 0, 0, 0, 1},
        {"constant",
         {"missing_values", {{"column", "item.description"}, {"method", "constant"}, {"value", "none"}}},
         0,
         0,
         0,
         3},
        {"constant attribute",
         {"missing_values", {{"column", "item.attributes.weight"}, {"method", "constant"}, {"value", "1"}}},
         0,
         0,
         0,
         4},
        {"without user", {"missing_values", {{"column", "event.user_id"}, {"method", "drop"}}}, 1, 0, 0, 0},
        {"without brand", {"missing_values", {{"column", "item.brand"}, {"method", "drop"}}}, 1, 1, 0, 0},
        {"min max", {"scale", {{"column", "item.price"}}}, 0, 0, 0, 4},
        {"z", {"scale", {{"column", "event.quantity"}, {"method", "z_score"}}}, 0, 0, 0, 8},
        {"outliers", {"outliers", {{"column", "event.price"}, {"k", 1.5}}}, 2, 0, 0, 0},
        {"clipped", {"outliers", {{"column", "item.price"}, {"method", "robust_z"}, {"action", "clip"}}}, 0, 0, 0, 1},
        {"marked", {"outliers", {{"column", "item.price"}, {"method", "robust_z"}, {"action", "mark"}}}, 0, 0, 0, 1},
        {"texts", {"normalise_text", {{"lower_case", true}, {"punctuation", true}}}, 0, 0, 0, 5},
        // "Lamp" becomes "lamp", which is there: the click and two judgements move.
        {"queries", {"normalise_text", {{"column", "query.text"}, {"lower_case", true}}}, 0, 0, 1, 1 + 2},
        {"reviews", {"normalise_text", {{"column", "review.text"}}}, 0, 0, 0, 2}};
    return kCases;
}

/// A look at what a step leaves, by the name of its case.
struct Look {
    const char* sql;
    const char* expected;
};
const std::map<std::string, Look>& looks() {
    static const std::map<std::string, Look> kLooks = [] {
        std::map<std::string, Look> all;
        const auto row = [&all](const char* name, const char* sql, const char* expected) {
            all[name] = {sql, expected};
        };
        const char* const events = "SELECT id FROM event ORDER BY id";
        row("duplicates", events, "1 3 4 5 6 7 8 9");
        row("last of duplicates", events, "2 3 4 5 6 7 8 9");
        row("merged items", "SELECT i.key FROM event e JOIN item i ON i.id = e.item_id WHERE e.id = 5", "a");
        row("dropped items", events, "1 2 3 4 6 7 8 9");
        row("fullest item", "SELECT key FROM item ORDER BY id", "a c d e"); // a has a description
        row("events by key", events, "1 4 5 6 7 8 9");
        row("titles", "SELECT title FROM item WHERE key = 'a'", "RED LAMP");
        row("impossible", events, "1 2 3 4 5 8 9");
        row("cleared", "SELECT time, quantity, price FROM event WHERE id IN (6, 7)", "∅|1.0|∅ ∅|∅|5.0");
        row("pairs", events, "1 2 5 6 7 8 9"); // the latest earlier purchase, not the first
        row("robots", events, "5 6 7 8 9");
        // Prices 10, 12, 30, 1000: median 21. Of brand Oak: 1000.
        row("median", "SELECT price FROM item WHERE key = 'd'", "21.0");
        row("median per brand", "SELECT price FROM item WHERE key = 'd'", "1000.0");
        row("mode", "SELECT brand FROM item WHERE key = 'c'", "Lux"); // Lux and Oak twice: the first by name
        row("constant attribute", "SELECT attributes FROM item WHERE key IN ('a', 'c')",
            "{\"weight\":1.0} {\"weight\": 2.5, \"made\": \"oak\"}");
        row("min max", "SELECT price FROM item WHERE key IN ('a', 'e') ORDER BY key", "0.0 1.0");
        // Quantities 2 2 2 −2 1 0 1 1: mean 0.875, deviation √1.609375 = 1.268611 (numpy.std).
        row("z", "SELECT round(quantity, 8) FROM event WHERE id IN (1, 4) ORDER BY id", "0.88679635 -2.26625734");
        row("outliers", events, "1 2 3 4 5 7 9"); // prices 10 10 10 0 5 9999 11: quartiles 7.5 and 10.5
        // Median 21, MAD 10 (11 9 9 979): 21 + 3.5·10/0.6745.
        row("clipped", "SELECT round(price, 6) FROM item WHERE key = 'e'", "72.890289");
        row("marked", "SELECT attributes FROM item WHERE key = 'e'", "{\"outlier\":\"item.price\"}");
        row("texts", "SELECT group_concat(title, '/') FROM (SELECT title FROM item ORDER BY id)",
            "red lamp/red lamp/chair & table/bench/stool");
        row("queries", "SELECT group_concat(text, '/') FROM (SELECT text FROM query ORDER BY id)",
            "lamp/chair/bench/stool");
        row("reviews", "SELECT DISTINCT text FROM review", "Very \"good\"");
        return all;
    }();
    return kLooks;
}

} // namespace

class TestClean : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindIsThere() {
        QStringList ids;
        for (const PartInfo& kind : cleanKinds()) {
            ids << QString::fromStdString(kind.id);
            QVERIFY(!kind.title.empty() && !kind.help.empty());
        }
        QCOMPARE(
            ids.join(QLatin1Char(' ')),
            QStringLiteral("cancellations duplicate_events invalid_values item_titles key_duplicates missing_values "
                           "normalise_text outliers robots scale"));
    }

    void stepsDoWhatTheySayAndAreUndoneExactly_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < cases().size(); ++i)
            QTest::newRow(cases()[i].name) << static_cast<int>(i);
    }
    void stepsDoWhatTheySayAndAreUndoneExactly() {
        QFETCH(int, index);
        const Case& one = cases()[static_cast<std::size_t>(index)];
        Shop shop;
        QVERIFY(shop.ok);
        const std::string before = dump(*shop.project);
        const auto preview = previewStep(*shop.project, one.step, shop.job);
        QVERIFY2(preview.ok(), preview.ok() ? "" : errorSentence(preview.error()).c_str());
        QCOMPARE(dump(*shop.project), before); // looking changes nothing
        const auto applied = shop.apply(one.step);
        QVERIFY2(applied.ok(), applied.ok() ? "" : errorSentence(applied.error()).c_str());
        QCOMPARE(dumpJson(cleanEffectJson(preview->effect)), dumpJson(cleanEffectJson(applied->effect)));
        QCOMPARE(applied->effect.eventsDropped, one.events);
        QCOMPARE(applied->effect.itemsDropped, one.items);
        QCOMPARE(applied->effect.rowsDropped, one.rows);
        QCOMPARE(applied->effect.valuesChanged, one.values);
        QCOMPARE(preview->examples.empty(), preview->effect.nothing());
        for (const CleanExample& example : preview->examples)
            QVERIFY(!example.what.empty() && (example.column.empty() ? !example.reason.empty() : true));
        QCOMPARE(number(*shop.project, "SELECT count(*) FROM pragma_foreign_key_check"), std::int64_t{0});
        QCOMPARE(number(*shop.project, "SELECT count(*) FROM event"), std::int64_t{9} - one.events);
        QCOMPARE(number(*shop.project, "SELECT sum(events) FROM support_count WHERE entity = 1"),
                 std::int64_t{9} - one.events);
        QVERIFY(dump(*shop.project) != before);
        const auto accounts = cleanAccounts(*shop.project);
        for (const CleanAccount& account : *accounts)
            QVERIFY(account.addsUp());

        if (const auto look = looks().find(one.name); look != looks().end())
            QCOMPARE(QString::fromStdString(shop.values(look->second.sql)), QString::fromUtf8(look->second.expected));

        const auto undone = undoLast(*shop.project, shop.job);
        QVERIFY2(undone.ok(), undone.ok() ? "" : errorSentence(undone.error()).c_str());
        QCOMPARE(undone->rowsBack, one.events + one.items + one.rows);
        QCOMPARE(undone->valuesBack, one.values);
        QCOMPARE(undone->valuesKept, std::int64_t{0});
        QCOMPARE(dump(*shop.project), before);
    }

    void severalStepsAreTakenBackToAny() {
        Shop shop;
        QVERIFY(shop.ok);
        std::vector<std::string> dumps{dump(*shop.project)};
        for (const Case& one : cases()) {
            const auto applied = shop.apply(one.step);
            if (!applied.ok()) // an earlier step may have left it nothing to work on
                QCOMPARE(applied.error().code, ErrorCode::NoData);
            else
                dumps.push_back(dump(*shop.project));
        }
        const auto steps = cleanSteps(*shop.project);
        QCOMPARE(steps->size(), dumps.size() - 1);
        QVERIFY(steps->size() > 20);
        QCOMPARE(undoTo(*shop.project, 10, shop.job)->steps, static_cast<std::int64_t>(steps->size()) - 10);
        QCOMPARE(dump(*shop.project), dumps[10]);
        QCOMPARE(undoTo(*shop.project, 99, shop.job).error().code, ErrorCode::UnknownChoice);
        QCOMPARE(undoTo(*shop.project, 0, shop.job)->steps, std::int64_t{10});
        QCOMPARE(dump(*shop.project), dumps[0]);
        QCOMPARE(undoLast(*shop.project, shop.job).error().code, ErrorCode::NoData);
    }

    void aRecipeDoesTheSameElsewhere() {
        Shop one, two;
        QVERIFY(one.ok && two.ok);
        for (const char* kind : {"duplicate_events", "cancellations", "normalise_text"})
            QVERIFY(one.apply({kind, {}}).ok());
        const auto recipe = cleanRecipe(*one.project);
        QVERIFY(recipe.ok());
        const auto steps = readCleanRecipe(*recipe);
        QVERIFY(steps.ok());
        QCOMPARE(steps->size(), std::size_t{3});
        QVERIFY(replaySteps(*two.project, *steps, two.job).ok());
        QCOMPARE(one.values("SELECT * FROM event ORDER BY id"), two.values("SELECT * FROM event ORDER BY id"));
        QCOMPARE(one.values("SELECT * FROM item ORDER BY id"), two.values("SELECT * FROM item ORDER BY id"));

        // All or nothing: the third of these fails.
        Shop three;
        const std::string before = dump(*three.project);
        const std::vector<CleanStep> bad{
            {"duplicate_events", {}}, {"cancellations", {}}, {"scale", {{"column", "item.attributes.none"}}}};
        QCOMPARE(replaySteps(*three.project, bad, three.job).error().code, ErrorCode::NoData);
        QCOMPARE(dump(*three.project), before);
    }

    void badRecipesAreRefused_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("code");
        const auto row = [](const char* json, ErrorCode code) { QTest::newRow(json) << QByteArray(json) << int(code); };
        row("[]", ErrorCode::BadJson);
        row(R"({"steps": []})", ErrorCode::BadJson);
        row(R"({"taillight_cleaning": 1, "steps": 3})", ErrorCode::BadJson);
        row(R"({"taillight_cleaning": 1, "steps": [{"config": {}}]})", ErrorCode::BadJson);
        row(R"({"taillight_cleaning": 1, "steps": [{"kind": "scrub"}]})", ErrorCode::UnknownStrategy);
        row(R"({"taillight_cleaning": 1, "steps": [{"kind": "scale", "config": {"x": 1}}]})",
            ErrorCode::UnknownParameter);
        row(R"({"taillight_cleaning": 1, "steps": [{"kind": "outliers", "config": {"k": -1}}]})",
            ErrorCode::ParameterOutOfRange);
    }
    void badRecipesAreRefused() {
        QFETCH(QByteArray, json);
        QFETCH(int, code);
        const auto steps = readCleanRecipe(*parseJson(json.toStdString()));
        QVERIFY(!steps.ok());
        QCOMPARE(int(steps.error().code), code);
    }

    void wrongParametersAreNamed_data() {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<int>("code");
        const auto row = [](const char* kind, const char* config, ErrorCode code) {
            QTest::newRow(config) << QByteArray(kind) << QByteArray(config) << int(code);
        };
        row("scale", R"({"column": "item.colour"})", ErrorCode::UnknownChoice);
        row("scale", R"({"column": "item.title"})", ErrorCode::WrongType);
        row("scale", R"({"column": "item.attributes.made"})", ErrorCode::NoData);
        row("scale", R"({"low": 2})", ErrorCode::ParameterOutOfRange);
        row("missing_values", R"({"column": "event.user_id"})", ErrorCode::UnknownChoice);
        row("missing_values", R"({"column": "item.price", "method": "constant", "value": "dear"})",
            ErrorCode::WrongType);
        row("invalid_values", R"({"latest": "tomorrow"})", ErrorCode::WrongType);
        row("key_duplicates", R"({"columns": " , "})", ErrorCode::UnknownChoice);
        row("normalise_text", R"({"stop_words_file": "/no/such/file"})", ErrorCode::FileNotFound);
        row("item.attributes.x\"y", R"({})", ErrorCode::UnknownStrategy);
    }
    void wrongParametersAreNamed() {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, config);
        QFETCH(int, code);
        Shop shop;
        QVERIFY(shop.ok);
        const std::string before = dump(*shop.project);
        const CleanStep step{kind.toStdString(), *parseJson(config.toStdString())};
        QCOMPARE(int(shop.apply(step).error().code), code);
        QCOMPARE(int(previewStep(*shop.project, step, shop.job).error().code), code);
        QCOMPARE(dump(*shop.project), before);
    }

    void aSplitStandsInTheWay() {
        Shop shop;
        QVERIFY(shop.ok);
        QVERIFY(write(*shop.project,
                      "INSERT INTO split(id, name, config, created, labels, cross_duplicates) VALUES (6, "
                      "'split 1', '{}', '', '[]', 0); INSERT INTO split_row SELECT 6, id, 0, 0 FROM item")
                    .ok());
        const std::string before = dump(*shop.project);
        const CleanStep texts{"normalise_text", {{"lower_case", true}}};
        const auto refused = shop.apply(texts);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::RowsInUse);
        QCOMPARE(refused.error().value, std::string("split 1"));
        QCOMPARE(QString::fromStdString(refused.error().detail), QStringLiteral("4 items"));
        QVERIFY(!previewStep(*shop.project, texts, shop.job)->blockedBy.empty());
        QCOMPARE(dump(*shop.project), before);
        // A split of items does not rest on events.
        QVERIFY(previewStep(*shop.project, {"duplicate_events", {}}, shop.job)->blockedBy.empty());
        QVERIFY(shop.apply({"duplicate_events", {}}).ok());
        // A split of events does: on the event itself, and on the text of its item.
        QVERIFY(write(*shop.project, "DELETE FROM split; INSERT INTO split(id, name, config, created, labels, "
                                     "cross_duplicates, unit) VALUES (7, 'by time', '{}', '', '[]', 0, 'event');"
                                     "INSERT INTO split_event VALUES (7, 8, 2)")
                    .ok());
        QCOMPARE(shop.apply({"outliers", {{"column", "event.price"}, {"k", 1.5}}}).error().detail,
                 std::string("1 events"));
        QCOMPARE(shop.apply({"outliers", {{"column", "item.price"}, {"method", "robust_z"}, {"action", "clip"}}})
                     .error()
                     .detail,
                 std::string("1 events"));
        QVERIFY(shop.apply({"cancellations", {}}).ok());
        QVERIFY(undoTo(*shop.project, 0, shop.job).ok()); // what comes back is in no split
    }

    void aValueThatWasImportedAnewStays() {
        Shop shop;
        QVERIFY(shop.ok);
        QVERIFY(shop.apply({"scale", {{"column", "item.price"}}}).ok());
        QVERIFY(write(*shop.project, "UPDATE item SET price = 77 WHERE key = 'a'").ok());
        const auto undone = undoLast(*shop.project, shop.job);
        QCOMPARE(undone->valuesKept, std::int64_t{1});
        QCOMPARE(undone->valuesBack, std::int64_t{3});
        QCOMPARE(shop.values("SELECT price FROM item ORDER BY id"), std::string("77.0 12.0 30.0 ∅ 1000.0"));
    }

    void newcomersMakeRoom() {
        Shop shop;
        QVERIFY(shop.ok);
        const std::string events = shop.values("SELECT * FROM event ORDER BY id");
        const std::string items = shop.values("SELECT * FROM item ORDER BY id");
        // Item e (5) goes with its events 8 and 9 and a review; the numbers are given to others.
        QVERIFY(shop.apply({"outliers", {{"column", "item.price"}, {"method", "robust_z"}}}).ok());
        QVERIFY(
            write(*shop.project,
                  "INSERT INTO item(id, key, title) VALUES (5, 'new1', 'N'), (6, 'new2', 'N');"
                  "INSERT INTO event(id, source_id, item_id, kind) VALUES (8, 2, 5, 4), (9, 2, 6, 4);"
                  "INSERT INTO split(id, name, config, created, labels, cross_duplicates) VALUES (7, 's', '{}', '', "
                  "'[]', 0); INSERT INTO split_row VALUES (7, 5, 0, 0); INSERT INTO split_event VALUES (7, 8, 1)")
                .ok());
        QVERIFY(undoTo(*shop.project, 0, shop.job).ok());
        QCOMPARE(shop.values("SELECT * FROM event WHERE id < 10 ORDER BY id"), events);
        QCOMPARE(shop.values("SELECT * FROM item WHERE id < 6 ORDER BY id"), items);
        QCOMPARE(shop.values("SELECT i.key FROM event e JOIN item i ON i.id = e.item_id WHERE e.id > 9 ORDER BY 1"),
                 std::string("new1 new2"));
        QCOMPARE(shop.values("SELECT i.key FROM split_event s JOIN event e ON e.id = s.event_id JOIN item i ON i.id = "
                             "e.item_id"),
                 std::string("new1"));
        QCOMPARE(shop.values("SELECT i.key, r.part FROM split_row r JOIN item i ON i.id = r.item_id"),
                 std::string("new1|0"));
        QCOMPARE(number(*shop.project, "SELECT count(*) FROM pragma_foreign_key_check"), std::int64_t{0});
    }

    void whatWasImportedAgainIsNamed() {
        Shop shop;
        QVERIFY(shop.ok);
        QVERIFY(shop.apply({"key_duplicates", {{"columns", "title"}}}).ok()); // b goes
        QVERIFY(importAs(*shop.project, shop.folder.write("b.csv", "id,title\nb,New\n"), SourceKind::Catalogue).ok());
        const std::string before = dump(*shop.project);
        const auto undone = undoLast(*shop.project, shop.job);
        QCOMPARE(undone.error().code, ErrorCode::WriteFailed);
        QVERIFY(undone.error().detail.find("“b”") != std::string::npos);
        QCOMPARE(dump(*shop.project), before);
    }

    void cancelLeavesEverythingAsItWas() {
        Shop shop;
        QVERIFY(shop.ok);
        QVERIFY(shop.apply({"cancellations", {}}).ok());
        const std::string before = dump(*shop.project);
        for (int stage = 0; stage < 3; ++stage) { // looking, changing, counting
            int seen = 0;
            JobContext* self = nullptr;
            JobContext job([&](const Progress&) {
                if (seen++ == stage)
                    self->cancel();
            });
            self = &job;
            QCOMPARE(applyStep(*shop.project, {"duplicate_events", {}}, job).error().code, ErrorCode::Cancelled);
            QCOMPARE(dump(*shop.project), before);
        }
        JobContext cancelled;
        cancelled.cancel();
        QCOMPARE(undoLast(*shop.project, cancelled).error().code, ErrorCode::Cancelled);
        QCOMPARE(previewStep(*shop.project, {"robots", {}}, cancelled).error().code, ErrorCode::Cancelled);
        QCOMPARE(dump(*shop.project), before);
        QVERIFY(previewStep(*shop.project, {"robots", {}}, shop.job).ok()); // the reader is as before
        QVERIFY(undoLast(*shop.project, shop.job).ok());
    }

    void aReadOnlyProjectCanBeLookedAt() {
        Shop shop;
        QVERIFY(shop.ok);
        const std::string path = shop.project->path();
        shop.project.reset();
        const auto project = openProject(path, Project::Access::ReadOnly);
        QVERIFY(project);
        QCOMPARE(previewStep(*project, {"duplicate_events", {}}, shop.job)->effect.eventsDropped, std::int64_t{1});
        QCOMPARE(applyStep(*project, {"duplicate_events", {}}, shop.job).error().code, ErrorCode::ProjectReadOnly);
    }

    void onlineRetailIsAccountedFor() {
        const std::string file = realData("online_retail.csv.zst");
        if (file.empty())
            QSKIP("online_retail.csv.zst is not here (TAILLIGHT_DATA)");
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        const auto imported = importLog(*project, file);
        QVERIFY(imported.ok());
        const std::int64_t before = number(*project, "SELECT count(*) FROM event");
        JobContext job;
        // Reference: pandas 1.5.3, on the rows with UnitPrice ≥ 0 and without Description (a title is no part of an
        // event): duplicated().sum(); then Quantity < 0 or InvoiceNo beginning with C; then UnitPrice == 0; then
        // outside quantile(.25/.75) ∓ 3·IQR = −7.39 … 12.77.
        const struct {
            CleanStep step;
            std::int64_t events;
        } kSteps[] = {{{"duplicate_events", {}}, 5270},
                      {{"cancellations", {}}, 10587},
                      {{"invalid_values", {{"zero_price", true}}}, 1174},
                      {{"outliers", {{"column", "event.price"}, {"k", 3.0}}}, 12187}};
        for (const auto& [step, events] : kSteps) {
            const auto applied = applyStep(*project, step, job);
            QVERIFY2(applied.ok(), applied.ok() ? "" : errorSentence(applied.error()).c_str());
            QCOMPARE(applied->effect.eventsDropped, events);
        }
        const auto last = cleanSteps(*project)->back().effect.numbers;
        QVERIFY(std::abs(last["low"].get<double>() - -7.39) < 1e-9);
        QVERIFY(std::abs(last["high"].get<double>() - 12.77) < 1e-9);
        // read = imported + rejected + dropped by named steps (bar 3 of the issue).
        const auto accounts = cleanAccounts(*project);
        QCOMPARE(accounts->size(), std::size_t{1});
        const CleanAccount& account = accounts->front();
        QCOMPARE(account.read, std::int64_t{541909});
        QVERIFY(account.addsUp());
        QCOMPARE(account.droppedByStep.size(), std::size_t{4});
        QCOMPARE(account.left, before - 5270 - 10587 - 1174 - 12187);
        const auto findings = checkProject(*project, job);
        for (const CheckFinding& finding : *findings)
            if (finding.check == "counts")
                QCOMPARE(int(finding.severity), int(CheckFinding::Severity::Ok));
        QCOMPARE(undoTo(*project, 0, job)->rowsBack, std::int64_t{5270 + 10587 + 1174 + 12187});
        QCOMPARE(number(*project, "SELECT count(*) FROM event"), before);
    }
};

QTEST_APPLESS_MAIN(TestClean)
#include "tst_clean.moc"
