// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the import pipeline: dictionaries, repeated rows, counts, indexes; and that what they store is what
// plain SQL says.
#include "core/store/entity_counts.h"
#include "core/store/entity_store.h"
#include "core/store/file_digest.h"
#include "core/store/key_dictionary.h"
#include "core/store/repeated_rows.h"
#include "tests/support/store_fixture.h"

#include <QDir>

#include <random>
#include <set>
#include <unordered_map>

using namespace core;
using namespace core::store;
using namespace core::store::importing;
using namespace storetest;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// Prices and quantities whose sums depend on the order in which they are added.
std::string unevenLog(int rows, unsigned seed) {
    std::mt19937 random(seed);
    std::string text = "item,user,kind,time,query,quantity,price,order\n";
    static constexpr const char* kKinds[] = {"click", "purchase", "purchase", "cart"};
    for (int i = 0; i < rows; ++i) {
        const auto below = [&random](unsigned n) { return std::to_string(random() % n); };
        text += "i" + below(40) + "," + (random() % 5 == 0 ? "" : "u" + below(30)) + "," + kKinds[random() % 4] + "," +
                (random() % 7 == 0 ? "" : std::to_string(1'700'000'000 + random() % 100'000)) + "," +
                (random() % 3 == 0 ? "q" + below(9) : "") + "," +
                (random() % 4 == 0 ? "" : (random() % 9 == 0 ? "-" : "") + below(7) + ".3") + "," +
                (random() % 4 == 0 ? "" : below(1000) + "." + below(100)) + "," + (random() % 20 == 0 ? "C7" : "8") +
                "\n";
    }
    return text;
}

constexpr const char* kNet =
    "(CASE WHEN cancelled THEN -abs(coalesce(quantity, 1.0)) ELSE coalesce(quantity, 1.0) END)";

/// What support_count must hold, by plain SQL; real numbers to the last bit.
Rows plainCounts(const Project& project) {
    std::string sql;
    int entity = 1;
    for (const std::string column : {"item_id", "user_id", "query_id"}) {
        sql += (sql.empty() ? "SELECT * FROM (" : " UNION ALL ") + ("SELECT " + std::to_string(entity++)) +
               " AS entity, kind, " + column + " AS id, count(*), sum(cancelled), printf('%!.17g', sum(" + kNet +
               ")), printf('%!.17g', coalesce(sum(" + kNet + " * price), 0.0)), count(quantity), count(price) " +
               "FROM event NOT INDEXED WHERE " + column + " IS NOT NULL GROUP BY kind, " + column;
    }
    return query(project, sql + ") ORDER BY entity, kind, id");
}

Rows storedCountRows(const Project& project) {
    return query(project, "SELECT entity, kind, id, events, cancelled, printf('%!.17g', quantity), "
                          "printf('%!.17g', revenue), with_quantity, with_price FROM support_count "
                          "ORDER BY entity, kind, id");
}

std::string metaCounts(const Project& project) {
    return single(project, "SELECT value FROM meta WHERE key = 'counts'");
}

} // namespace

class TestImportParts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDictionaryGivesEachKeyOneId() {
        KeyDictionary keys;
        keys.know("seven", 7);
        keys.know("three", 3);
        std::unordered_map<std::string, std::int64_t> expected{{"seven", 7}, {"three", 3}};
        std::mt19937 random(1);
        std::int64_t next = 8;
        for (int i = 0; i < 60'000; ++i) {
            // Some are longer than a chunk of the store, one is empty, many come again.
            std::string key = std::to_string(random() % 20'000);
            if (i % 10'000 == 77)
                key.assign(300'000 + static_cast<std::size_t>(i), static_cast<char>('a' + i / 10'000));
            if (i == 500)
                key.clear();
            const auto [entry, isNew] = expected.try_emplace(key, next);
            const auto found = keys.add(key);
            QCOMPARE(found.added, isNew);
            QCOMPARE(found.id, entry->second);
            next += isNew ? 1 : 0;
        }
        QCOMPARE(keys.firstNewId(), std::int64_t{8});
        QCOMPARE(keys.lastId(), next - 1);
        for (std::size_t i = 0; i < keys.newKeys(); ++i)
            QCOMPARE(expected.at(std::string(keys.newKey(i))), keys.firstNewId() + static_cast<std::int64_t>(i));
    }

    void repeatedRowsAreCounted_data() {
        QTest::addColumn<qulonglong>("kept");
        QTest::newRow("in memory") << qulonglong{RepeatCounter::kKept};
        QTest::newRow("in a file") << qulonglong{0};
        QTest::newRow("in both") << qulonglong{64 * 8192};
    }
    void repeatedRowsAreCounted() {
        QFETCH(qulonglong, kept);
        const QTemporaryDir folder;
        RepeatCounter counter(folder.path().toStdString(), kept);
        RepeatFilter filter;
        std::set<std::uint64_t> seen;
        std::int64_t repeats = 0;
        std::mt19937_64 random(3);
        for (int i = 0; i < 500'000; ++i) {
            const std::uint64_t word = i % 3 == 0 ? random() % 100'000 : random();
            const bool again = !seen.insert(word).second;
            repeats += again ? 1 : 0;
            const RowPrint print = printOf(std::span(&word, 1));
            QVERIFY(counter.add(print).ok());
            QCOMPARE(filter.seen(print), again);
        }
        JobContext job;
        QCOMPARE(*counter.count(job), repeats);
        QVERIFY(repeats > 0);
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 0);
    }

    void aDigestIsThatOfTheBytes() {
        const Folder folder;
        const auto digest = [&folder](std::string_view text) {
            return *fileDigest(folder.write("bytes", text), [] { return false; });
        };
        // XXH3-128 of nothing, from the test vectors of xxHash 0.8 (XSUM_XXH3_testdata, seed 0, length 0).
        QCOMPARE(digest(""), std::string("xxh3:99aa06d3014798d86001c324468d497f"));
        QVERIFY(digest("a,b\n") != digest("a,c\n"));
        QCOMPARE(fileDigest(folder.path("nowhere"), [] { return false; }).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(fileDigest(folder.write("x", "x"), [] { return true; }).error().code, ErrorCode::Cancelled);
    }

    void storedCountsAreThoseOfPlainSql() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        for (unsigned part = 0; part < 3; ++part) {
            QVERIFY(importLog(*project, folder.write("log.csv", unevenLog(3000, part))).ok());
            QCOMPARE(storedCountRows(*project), plainCounts(*project));
        }
        // Counted anew, all of it is the same.
        const std::string all = metaCounts(*project);
        JobContext job;
        QVERIFY(project->write([&job](Database& database) { return refreshSupportCounts(database, job); }).ok());
        QCOMPARE(storedCountRows(*project), plainCounts(*project));
        QCOMPARE(metaCounts(*project), all);
        const auto counts = projectCounts(*project);
        QCOMPARE(counts->events, number(*project, "SELECT count(*) FROM event"));
        QCOMPARE(counts->firstTime, number(*project, "SELECT min(time) FROM event"));
        QCOMPARE(counts->lastTime, number(*project, "SELECT max(time) FROM event"));
    }

    void supportIsTheSameFromCountsAndFromEvents() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        std::string items = "id,title,category,brand\n";
        for (int i = 0; i < 45; ++i)
            items += "i" + std::to_string(i) + ",T" + std::to_string(i) + ",c" + std::to_string(i % 7) + "," +
                     (i % 3 == 0 ? "" : "b" + std::to_string(i % 4)) + "\n";
        QVERIFY(importAs(*project, folder.write("items.csv", items), data::SourceKind::Catalogue).ok());
        QVERIFY(importLog(*project, folder.write("log.csv", unevenLog(4000, 9))).ok());
        JobContext job;
        const auto all = [&] {
            std::string text;
            for (const std::string& entity : entityNames()) {
                const auto measures = measuresFor(*project, entity);
                for (const std::string& measure : *measures) {
                    const auto table = supportOf(*project, {entity, measure, {}}, job);
                    text += entity + " " + measure + "\n";
                    for (std::size_t i = 0; table.ok() && i < (*table)->names.size(); ++i)
                        text += (*table)->names[i] + " " + std::to_string((*table)->counts[i]) + "\n";
                }
            }
            return text;
        };
        const std::string stored = all();
        QVERIFY(stored.find("user revenue\nu") != std::string::npos);
        // Counts that do not fit the events are not used.
        QVERIFY(write(*project, "DELETE FROM meta WHERE key = 'counts'; DELETE FROM support_count").ok());
        QCOMPARE(all(), stored);
        // The next log counts everything.
        QVERIFY(importLog(*project, folder.write("log2.csv", unevenLog(100, 2))).ok());
        QCOMPARE(storedCountRows(*project), plainCounts(*project));
    }

    void countsOfOtherEventsAreNotUsed() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project && importLog(*project, folder.write("log.csv", unevenLog(200, 4))).ok());
        QVERIFY(write(*project, "DELETE FROM event WHERE id > 150").ok());
        JobContext job;
        const auto table = supportOf(*project, {"item", "events", {}}, job);
        std::int64_t sum = 0;
        for (const std::int64_t count : (*table)->counts)
            sum += count;
        QCOMPARE(sum, std::int64_t{150});
    }
};

QTEST_APPLESS_MAIN(TestImportParts)
#include "tst_import_parts.moc"
