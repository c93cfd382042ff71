// SPDX-License-Identifier: GPL-3.0-or-later
// The events in columns: their chunks, and the table `event` that SQL sees, beside a plain table of SQLite's own that
// is given the same statements.
#include "core/store/check.h"
#include "core/store/events/block_data.h"
#include "core/store/events/event_appender.h"
#include "support/store_fixture.h"

#include <cmath>
#include <limits>
#include <random>

using namespace core;
using namespace core::store;
using namespace core::store::events;
using namespace storetest;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

const char* const kTwin =
    "CREATE TABLE twin(id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, item_id INTEGER NOT NULL, user_id INTEGER, "
    "query_id INTEGER, kind INTEGER NOT NULL, time INTEGER, quantity REAL, price REAL, label TEXT, position INTEGER, "
    "order_key TEXT, cancelled INTEGER NOT NULL DEFAULT 0, session TEXT, extra TEXT) STRICT";

/// A statement for both tables: $ stands for the name.
std::string forTable(std::string sql, const std::string& table) {
    for (std::size_t at = sql.find('$'); at != std::string::npos; at = sql.find('$', at + table.size()))
        sql.replace(at, 1, table);
    return sql;
}

/// Statements at random, as cleaning, imports and undoing make them.
class Statements {
public:
    std::string next() {
        switch (m_random() % 8) {
        case 0:
        case 1:
        case 2:
            return insert();
        case 3:
            return "DELETE FROM $ WHERE id % 7 = " + std::to_string(below(7)) + " AND id > " +
                   std::to_string(below(20'000));
        case 4:
            return "UPDATE $ SET quantity = quantity * 1.5, label = NULL WHERE item_id = " + std::to_string(below(9));
        case 5:
            return "UPDATE $ SET extra = 'x' || id, cancelled = 1 WHERE id BETWEEN " + std::to_string(below(20'000)) +
                   " AND " + std::to_string(below(40'000));
        case 6:
            return "UPDATE $ SET id = id + 50000 WHERE id = (SELECT max(id) FROM $ WHERE id < 40000) AND NOT EXISTS "
                   "(SELECT 1 FROM $ t WHERE t.id = $.id + 50000)";
        default:
            return "UPDATE $ SET user_id = NULL, time = time + 3600 WHERE user_id IN (1, 2, '3', 4.5)";
        }
    }

private:
    std::int64_t below(std::int64_t limit) {
        return static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(limit));
    }
    std::string insert() {
        std::string sql =
            "INSERT INTO $(id, source_id, item_id, user_id, query_id, kind, time, quantity, price, label, "
            "position, order_key, cancelled, session, extra) VALUES ";
        // Without ids that are there: a block and a half at a time.
        const std::int64_t count = 20 + below(200);
        for (std::int64_t i = 0; i < count; ++i) {
            const auto maybe = [this](const std::string& value) { return below(3) == 0 ? std::string("NULL") : value; };
            sql += (i == 0 ? "(" : ", (") + std::to_string(m_next) + ", 1, " + std::to_string(below(9)) + ", " +
                   maybe(std::to_string(below(100'000))) + ", " + maybe("7") + ", 4, " +
                   maybe(std::to_string(below(2'000'000'000) - 1'000'000)) + ", " + maybe(std::to_string(below(9))) +
                   ", " + maybe(std::to_string(below(1000)) + ".37") + ", " +
                   maybe("'红 " + std::to_string(below(4)) + "'") + ", " + maybe("12") + ", " + maybe("''") + ", " +
                   std::to_string(below(2)) + ", NULL, " + maybe("'{}'") + ")";
            m_next += 1 + below(60);
        }
        return sql;
    }

    std::mt19937_64 m_random{11};
    std::int64_t m_next = 1;
};

} // namespace

class TestEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void integersComeBack_data() {
        QTest::addColumn<QList<qint64>>("values");
        constexpr qint64 kLeast = std::numeric_limits<qint64>::min() + 1;
        constexpr qint64 kMost = std::numeric_limits<qint64>::max();
        QTest::newRow("one") << QList<qint64>{5};
        QTest::newRow("all the same") << QList<qint64>{-3, -3, -3};
        QTest::newRow("a byte") << QList<qint64>{1000, 1255, kNullInteger, 1100};
        QTest::newRow("exactly a byte") << QList<qint64>{0, 255};
        QTest::newRow("a byte and NULL") << QList<qint64>{0, 255, kNullInteger, 1};
        QTest::newRow("two bytes") << QList<qint64>{0, 65'535};
        QTest::newRow("four bytes") << QList<qint64>{-1, 4'294'967'294};
        QTest::newRow("eight bytes") << QList<qint64>{kLeast, kMost, 0, -1};
        QTest::newRow("eight bytes and NULL") << QList<qint64>{kLeast, kNullInteger, kMost};
        QTest::newRow("NULL first") << QList<qint64>{kNullInteger, kNullInteger, 7};
    }
    void integersComeBack() {
        QFETCH(const QList<qint64>, values);
        const std::vector<std::int64_t> given(values.begin(), values.end());
        ChunkView view;
        QVERIFY(view.assign(packIntegers(given), ColumnType::Integer));
        for (std::size_t i = 0; i < given.size(); ++i) {
            QCOMPARE(view.integer(i), given[i]);
            QCOMPARE(view.isNull(i), given[i] == kNullInteger);
            QVERIFY(given[i] == kNullInteger || view.mayHold(given[i]));
        }
        QCOMPARE(view.integer(given.size()), kNullInteger);
    }

    void realsComeBack_data() {
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<qsizetype>("bytes");
        const double huge = std::numeric_limits<double>::max();
        QTest::newRow("whole") << QList<double>{1, 2, 250} << qsizetype{16 + 3};
        QTest::newRow("cents") << QList<double>{2.55, 3.39, 0.29, 649.5} << qsizetype{16 + 4 * 2};
        QTest::newRow("thirds") << QList<double>{1.0 / 3, 2} << qsizetype{16 + 2 * 8};
        QTest::newRow("negative zero") << QList<double>{-0.0, 1} << qsizetype{16 + 2 * 8};
        QTest::newRow("infinities") << QList<double>{HUGE_VAL, -HUGE_VAL, huge, 5e-324} << qsizetype{16 + 4 * 8};
        QTest::newRow("NULLs") << QList<double>{kNaN, 4, kNaN, 5, kNaN} << qsizetype{16 + 4};
    }
    void realsComeBack() {
        QFETCH(const QList<double>, values);
        QFETCH(const qsizetype, bytes);
        const std::vector<double> given(values.begin(), values.end());
        Bytes packed = packReals(given);
        QCOMPARE(static_cast<qsizetype>(packed.size()), bytes);
        ChunkView view;
        QVERIFY(view.assign(std::move(packed), ColumnType::Real));
        for (std::size_t i = 0; i < given.size(); ++i) {
            QCOMPARE(view.isNull(i), std::isnan(given[i]));
            QVERIFY(std::isnan(given[i]) ||
                    (view.real(i) == given[i] && std::signbit(view.real(i)) == std::signbit(given[i])));
        }
    }

    void textsComeBack() {
        std::vector<std::string> kept;
        for (int i = 0; i < 5000; ++i)
            kept.push_back(i % 3 == 0 ? std::string() : "文 " + std::to_string(i % 700));
        std::vector<std::string_view> given(kept.begin(), kept.end());
        given[4] = given[9] = given.back() = std::string_view();
        ChunkView view;
        QVERIFY(view.assign(packTexts(given), ColumnType::Text));
        for (std::size_t i = 0; i < given.size(); ++i) {
            QCOMPARE(view.text(i), given[i]);
            QCOMPARE(view.isNull(i), given[i].data() == nullptr);
            QCOMPARE(view.text(i).data() == nullptr, given[i].data() == nullptr);
        }
        QVERIFY(packTexts(std::vector<std::string_view>(9)).empty());
        QVERIFY(packReals(std::vector<double>(9, kNaN)).empty());
        QVERIFY(packIntegers(std::vector<std::int64_t>(9, kNullInteger)).empty());
    }

    /// Whatever stands there, nothing outside of the bytes is read (this is worth more under AddressSanitizer).
    void damagedChunksAreRefusedOrRead() {
        const std::vector<std::string_view> texts{"a", "bb", {}, "a", "ccc"};
        const std::vector<std::int64_t> integers{1, 70'000, kNullInteger};
        const std::vector<double> reals{0.1, 2};
        std::mt19937 random(5);
        int refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            const auto type = static_cast<ColumnType>(random() % 3);
            Bytes bytes = type == ColumnType::Text      ? packTexts(texts)
                          : type == ColumnType::Integer ? packIntegers(integers)
                                                        : packReals(reals);
            for (unsigned change = random() % 4 + 1; change > 0; --change)
                bytes[random() % bytes.size()] = static_cast<std::byte>(random());
            if (random() % 4 == 0)
                bytes.resize(random() % (bytes.size() + 1));
            ChunkView view;
            refused += view.assign(std::move(bytes), type) ? 0 : 1;
            std::size_t length = 0;
            for (std::size_t slot = 0; slot < view.slots() + 1; ++slot) {
                if (type == ColumnType::Text)
                    length += view.text(slot).size();
                else if (type == ColumnType::Real)
                    length += std::isnan(view.real(slot)) ? 1 : 0;
                else
                    length += view.integer(slot) == 0 ? 1 : 0;
            }
            QVERIFY(length < 100'000'000);
        }
        QVERIFY(refused > 5000);
    }

    void whatIsTakenAwayLeavesNoTrace() {
        BlockData data;
        data.setInteger(Kind, 2, 4);
        data.setText(Label, 2, "a");
        data.setReal(Price, 2, 1.5);
        BlockData more = data;
        more.setInteger(Kind, 900, 5);
        more.setText(Label, 900, "b");
        more.setReal(Price, 900, 1e9);
        for (const std::size_t column : {Kind, Label, Price})
            more.setNull(column, 900);
        for (std::size_t column = 0; column < ColumnCount; ++column)
            QVERIFY(more.pack(column) == data.pack(column));
    }

    void sqlSeesATableLikeAnyOther() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project && write(*project, kTwin).ok());
        Statements statements;
        const std::vector<std::string> questions{
            "SELECT * FROM $ ORDER BY id",
            "SELECT * FROM $ ORDER BY id DESC LIMIT 50",
            "SELECT min(id), max(id), count(*), sum(quantity), sum(price) FROM $",
            "SELECT id, label FROM $ WHERE id > 300 AND id <= 9000.5 ORDER BY id DESC",
            "SELECT id FROM $ WHERE id >= 8190 AND id < 8195",
            "SELECT id FROM $ WHERE id > 'a' OR id = '12' OR id = 13.5 OR id IS NULL",
            "SELECT item_id, kind, count(*) FROM $ GROUP BY 1, 2 ORDER BY 1, 2",
            "SELECT id FROM $ WHERE user_id = 77 OR user_id IN (SELECT user_id FROM $ WHERE item_id = 3 AND id < 5000)",
            "SELECT id FROM $ WHERE item_id IN (1, '2', 3.0, 4.5, NULL, 'x', 1000000) ORDER BY id",
            "SELECT id FROM $ WHERE item_id = '2' AND query_id = 7.0 AND kind IN (4, 5) ORDER BY id DESC",
            "SELECT a.id, b.id FROM $ a JOIN $ b ON b.id = a.id + 1 WHERE a.item_id = 2 ORDER BY 1",
            "SELECT time, id FROM $ WHERE time IS NOT NULL ORDER BY time, id LIMIT 100",
            "SELECT typeof(quantity), typeof(price), typeof(time), typeof(label), count(*) FROM $ GROUP BY 1, 2, 3, 4 "
            "ORDER BY 1, 2, 3, 4"};
        for (int round = 0; round < 60; ++round) {
            const std::string statement = statements.next();
            const Status one = write(*project, forTable(statement, "event"));
            const Status two = write(*project, forTable(statement, "twin"));
            QVERIFY2(one.ok() == two.ok(), statement.c_str());
            if (round % 4 != 3)
                continue;
            for (const std::string& question : questions)
                QVERIFY2(query(*project, forTable(question, "event")) == query(*project, forTable(question, "twin")),
                         (question + "\nafter\n" + statement.substr(0, 300)).c_str());
        }
        QVERIFY(number(*project, "SELECT count(*) FROM event") > 1000);
    }

    void rollingBackLeavesEverythingAsItWas() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        QVERIFY(write(*project, "INSERT INTO event(id, source_id, item_id, kind) VALUES (1, 1, 1, 4), (9000, 1, 2, 4)")
                    .ok());
        const auto before = query(*project, "SELECT * FROM event");
        QVERIFY(!write(*project, "UPDATE event SET label = 'x'; INSERT INTO event(item_id, kind) VALUES (1, 1)").ok());
        QCOMPARE(query(*project, "SELECT * FROM event"), before);
        // A statement that fails half-way takes its own changes back, and nothing else.
        const auto work = [](Database& database) -> Status {
            TL_CHECK_STATUS(database.execute("UPDATE event SET label = 'kept' WHERE id = 1"));
            if (database.execute("INSERT INTO event(id, source_id, item_id, kind) VALUES (5, 1, 1, 4), (1, 1, 1, 4)")
                    .ok())
                return Error(ErrorCode::Internal, "the same id twice");
            TL_CHECK_STATUS(database.execute("SAVEPOINT a; UPDATE event SET label = 'b'; DELETE FROM event WHERE id = "
                                             "9000; ROLLBACK TO a; RELEASE a"));
            return {};
        };
        QVERIFY(project->write(work).ok());
        QCOMPARE(query(*project, "SELECT id, label FROM event"),
                 (std::vector<std::vector<std::string>>{{"1", "kept"}, {"9000", "∅"}}));
    }

    void whatAStrictTableRefusesIsRefused_data() {
        QTest::addColumn<QString>("statement");
        QTest::newRow("no item") << "INSERT INTO $(source_id, kind) VALUES (1, 1)";
        QTest::newRow("no source") << "INSERT INTO $(item_id, kind) VALUES (1, 1)";
        QTest::newRow("text for a number") << "INSERT INTO $(source_id, item_id, kind) VALUES (1, 'x', 1)";
        QTest::newRow("fraction") << "UPDATE $ SET position = 1.5";
        QTest::newRow("text for a real") << "UPDATE $ SET price = 'cheap'";
        QTest::newRow("blob") << "UPDATE $ SET label = x'00'";
        QTest::newRow("no kind any more") << "UPDATE $ SET kind = NULL";
        QTest::newRow("an id that is there") << "INSERT INTO $(id, source_id, item_id, kind) VALUES (1, 1, 1, 1)";
        QTest::newRow("moved onto another") << "UPDATE $ SET id = 2 WHERE id = 1";
    }
    void whatAStrictTableRefusesIsRefused() {
        QFETCH(const QString, statement);
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project && write(*project, kTwin).ok());
        for (const char* table : {"event", "twin"}) {
            QVERIFY(
                write(*project,
                      forTable("INSERT INTO $(id, source_id, item_id, kind) VALUES (1, 1, 1, 4), (2, 1, 1, 4)", table))
                    .ok());
            const Status status = write(*project, forTable(statement.toStdString(), table));
            QVERIFY2(!status.ok(), table);
        }
        QCOMPARE(query(*project, "SELECT * FROM event"), query(*project, "SELECT * FROM twin"));
    }

    void appendingIsInserting() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        const auto work = [](Database& database) -> Status {
            TL_CHECK_STATUS(database.execute("INSERT INTO event(id, source_id, item_id, kind) VALUES (3, 1, 1, 4)"));
            EventAppender appender(database);
            TL_CHECK_STATUS(appender.begin(3));
            for (int i = 0; i < 10'000; ++i) {
                NewEvent event;
                event.source = 2;
                event.item = i % 10 + 1;
                event.kind = 4;
                event.price = i / 100.0;
                event.label = i % 2 == 0 ? "even" : "";
                TL_CHECK_STATUS(appender.add(event));
            }
            return appender.finish();
        };
        QVERIFY(project && project->write(work).ok());
        QCOMPARE(query(*project, "SELECT count(*), max(id), sum(label = 'even'), sum(label IS NULL) FROM event"),
                 (std::vector<std::vector<std::string>>{{"10001", "10003", "5000", "5001"}}));
        QCOMPARE(number(*project, "SELECT count(*) FROM event WHERE id > 3 AND price = (id - 4) / 100.0"),
                 std::int64_t{10'000});
        QCOMPARE(number(*project, "SELECT count(*) FROM event WHERE item_id = 7"), std::int64_t{1000});
    }

    void veryLongTextsEndABlock() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        const std::string text(std::size_t{20} << 20, 'x');
        const auto work = [&text](Database& database) -> Status {
            EventAppender appender(database);
            TL_CHECK_STATUS(appender.begin(0));
            for (int i = 0; i < 5; ++i) {
                NewEvent event;
                event.source = event.item = event.kind = 1;
                const std::string own = text + std::to_string(i);
                event.extra = own;
                TL_CHECK_STATUS(appender.add(event));
            }
            return appender.finish();
        };
        QVERIFY(project && project->write(work).ok());
        QCOMPARE(query(*project, "SELECT id, substr(extra, -2) FROM event"),
                 (std::vector<std::vector<std::string>>{
                     {"1", "x0"}, {"2", "x1"}, {"8192", "x2"}, {"8193", "x3"}, {"16384", "x4"}}));
    }

    void checkFindsWhatIsWrong() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project && importLog(*project, folder.write("log.csv", "item,user\na,u\nb,v\na,w\n")).ok());
        JobContext job;
        const auto errors = [&] {
            std::string found;
            const auto findings = checkProject(*project, job);
            if (!findings.ok())
                return "failed: " + findings.error().detail;
            for (const CheckFinding& finding : *findings)
                if (finding.severity == CheckFinding::Severity::Error)
                    found += finding.check + std::string(" ") + finding.numbers.dump() + "\n";
            return found;
        };
        QCOMPARE(errors(), std::string());
        QVERIFY(write(*project, "UPDATE event SET user_id = 77 WHERE id = 2").ok());
        QVERIFY2(errors().find("event 2 → user_id 77") != std::string::npos, errors().c_str());
        QVERIFY(write(*project, "UPDATE event SET user_id = 2 WHERE id = 2").ok());
        QCOMPARE(errors(), std::string());
        // A chunk that is none: said by check, and by whoever reads it.
        QVERIFY(write(*project, "UPDATE event_column SET data = x'0102' WHERE id >> 40 = 2").ok());
        QVERIFY2(errors().find("no readable column user_id") != std::string::npos, errors().c_str());
        const Status read = project->read([](Database& database) -> Status {
            TL_TRY(const std::int64_t sum, database.queryInteger("SELECT sum(user_id) FROM event"));
            return sum == 0 ? Status() : Status();
        });
        QVERIFY(!read.ok() && read.error().code == ErrorCode::ProjectDamaged);
    }
};

QTEST_APPLESS_MAIN(TestEvents)
#include "tst_events.moc"
