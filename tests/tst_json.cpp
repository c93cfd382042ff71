// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/json_reader.h"
#include "core/data/json_scan.h"
#include "core/data/memory_source.h"
#include "tests/support/reading.h"

#include <QTest>

using namespace core;
using namespace core::data;
using namespace std::string_literals;

namespace {

Reading readJson(const std::string& text, const ReadOptions& options = {}) {
    return readAll(openJson(memorySource(text), "f.json", options));
}

std::string layoutOf(const std::string& text) {
    const auto reader = openJson(memorySource(text), "f.json", {});
    return reader.ok() ? (*reader)->options().format : errorSentence(reader.error());
}

/// Hands out its bytes in small pieces of a large file, so that records cross every kind of border.
std::string manyRecords(int count, const std::string& separator) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += i == 0 ? "" : separator;
        text += "{\"id\":" + std::to_string(i) + ",\"title\":\"item \\\"" +
                std::string(static_cast<std::size_t>(i % 97), 'x') + "\",\"tags\":[\"a\",\"]\"]}";
    }
    return text;
}

} // namespace

class tst_json : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Faults by number: 3 BadEncoding, 4 NulByte, 6 BadJson, 7 NotAnObject (core/data/record.h).
    void records_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("columns");
        QTest::addColumn<QByteArray>("rows");
        const auto add = [](const char* name, const std::string& text, const char* columns, const char* rows) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(columns) << QByteArray(rows);
        };
        add("lines", "{\"a\":1,\"b\":\"x\"}\n{\"b\":\"y\",\"a\":2}\n", "a|b", "1: 1|x\n2: 2|y\n");
        add("lines, CRLF, blanks, no end", "\n{\"a\":1}\r\n\r\n  {\"a\":2}  \n\n{\"a\":3}", "a", "2: 1\n4: 2\n6: 3\n");
        add("BOM", "\xEF\xBB\xBF{\"a\":1}\n{\"a\":2}\n", "a", "1: 1\n2: 2\n");
        add("null, absent, empty", "{\"a\":null,\"b\":\"\"}\n{\"b\":\"null\"}\n{}\n", "a|b",
            "1: ⟨null⟩|\n2: ∅|null\n3: ∅|∅\n");
        add("numbers keep their text",
            "{\"a\":1.0,\"b\":12345678901234567890123,\"c\":-0}\n{\"a\":1e400,\"b\":0.10,\"c\":1E+2}\n", "a|b|c",
            "1: 1.0|12345678901234567890123|-0\n2: 1e400|0.10|1E+2\n");
        add("truth", "{\"a\":true,\"b\":false}\n{\"a\":false,\"b\":true}\n", "a|b", "1: true|false\n2: false|true\n");
        add("new keys in order of appearance", "{\"b\":1}\n{\"a\":2,\"b\":3}\n{\"c\":4}\n", "b|a|c",
            "1: 1|∅|∅\n2: 3|2|∅\n3: ∅|∅|4\n");
        add("objects become columns", "{\"a\":{\"b\":1,\"c\":{\"d\":\"x\",\"e\":{\"f\":[1]}}},\"z\":0}\n{\"a\":5}\n",
            "a.b|a.c.d|a.c.e|z|a", "1: 1|x|{\"f\":[1]}|0|∅\n2: ∅|∅|∅|∅|5\n");
        add("empty object", "{\"a\":{}}\n{\"a\":{\"b\":1}}\n", "a|a.b", "1: {}|∅\n2: ∅|1\n");
        add("lists stay compact JSON", "{\"a\":[ 1 , \"x\\u4e2d\\\"\" , { \"k\" : null } , [ ] , true ]}\n{\"a\":[]}\n",
            "a", "1: [1,\"x中\\\"\",{\"k\":null},[],true]\n2: []\n");
        add("escapes", "{\"a\":\"\\u4e2d\\ud83d\\ude00\\n\\/\\\\\"}\n{\"\\u0061\":\"b\"}\n", "a",
            "1: 中😀\n/\\\n2: b\n");
        add("a key twice: the last counts", "{\"a\":1,\"a\":2}\n{\"a\":3}\n", "a", "1: 2\n2: 3\n");
        add("lone surrogate", "{\"a\":\"x\"}\n{\"a\":\"\\ud83d\"}\n{\"a\":\"\\ude00y\"}\n{\"a\":\"z\"}\n", "a",
            "1: x\n2!6 {\"a\":\"\\ud83d\"}\n3!6 {\"a\":\"\\ude00y\"}\n4: z\n");
        add("NUL", "{\"a\":\"x\"}\n{\"a\":\"\\u0000\"}\n", "a", "1: x\n2!4 {\"a\":\"\\u0000\"}\n");
        add("bad UTF-8", "{\"a\":\"x\"}\n{\"a\":\"\xFF\"}\n{\"a\":\"y\"}\n", "a", "1: x\n2!3 {\"a\":\"\xFF\"}\n3: y\n");
        add("bad lines are alone",
            "{\"a\":1}\n{\"a\":\n{\"a\":2}\nnonsense\n{\"a\":3}}\n{\"a\" "
            "4}\n{\"a\":5,}\n{'a':6}\n[7]\n8\n\"9\"\n{\"a\":01}\n"
            "{\"a\":tru}\n{\"a\":NaN}\n{\"a\":[1,,2]}\n{\"a\":[1}\n{\"a\":\"open}\n{\"a\":10}\n",
            "a",
            "1: 1\n2!6 {\"a\":\n3: 2\n4!6 nonsense\n5!6 {\"a\":3}}\n6!6 {\"a\" 4}\n7!6 {\"a\":5,}\n8!6 {'a':6}\n9!7 "
            "[7]\n"
            "10!7 8\n11!7 \"9\"\n12!6 {\"a\":01}\n13!6 {\"a\":tru}\n14!6 {\"a\":NaN}\n15!6 {\"a\":[1,,2]}\n16!6 "
            "{\"a\":[1}\n"
            "17!6 {\"a\":\"open}\n18: 10\n");
        add("first line broken", "{\"a\":1\n{\"a\":2}\n{\"a\":3}\n", "a", "1!6 {\"a\":1\n2: 2\n3: 3\n");
        add("lists with a header", "[\"id\",\"title\"]\n[1,\"x\"]\n[2,null]\n[3]\n[4,\"y\",5]\n{\"id\":6}\n",
            "id|title", "2: 1|x\n3: 2|⟨null⟩\n4!1 [3]\n5!2 [4,\"y\",5]\n6!7 {\"id\":6}\n");
        add("lists without a header", "[1,\"x\"]\n[2,\"y\"]\n", "column_1|column_2", "1: 1|x\n2: 2|y\n");
        add("list of lists", "[[\"id\",\"n\"],\n [1,2],\n [3,4]]\n", "id|n", "2: 1|2\n3: 3|4\n");
        // JSON lists
        add("list on one line", "[{\"a\":1},{\"a\":2}]", "a", "1: 1\n1: 2\n");
        add("list, one record a line", "[\n{\"a\":1},\n{\"a\":2}\n]\n", "a", "2: 1\n3: 2\n");
        add("list, pretty-printed",
            "[\n  {\n    \"a\": 1,\n    \"b\": [\n      2\n    ]\n  },\n  {\n    \"a\": 3\n  }\n]\n", "a|b",
            "2: 1|[2]\n8: 3|∅\n");
        add("separators in strings", "[{\"a\":\"],}\\\"{\"},{\"a\":\"\\\\\"}]", "a", "1: ],}\"{\n1: \\\n");
        add("trailing comma", "[{\"a\":1},\n]", "a", "1: 1\n");
        add("bad members are alone",
            "[\n{\"a\":1},\n{\"a\":\"open},\n{\"a\":2},\n{\"a\":[1},\n,\n{\"a\":3} {\"a\":4},\n5,\n{\"a\":6}\n]\n", "a",
            "2: 1\n3!6 {\"a\":\"open},\n4: 2\n5!6 {\"a\":[1}\n6!6 ,\n7!6 {\"a\":3} {\"a\":4}\n8!7 5\n9: 6\n");
        add("missing bracket", "[{\"a\":1},\n{\"a\":2,\n{\"a\":3}]\n", "a", "1: 1\n2!6 {\"a\":2,\n{\"a\":3}\n");
        add("ends within the list", "[{\"a\":1},\n{\"a\":2}", "a",
            "1: 1\n2: 2\nf.json:1 is damaged or ends too early: the list of records is never closed. Get the file "
            "again.\n");
        add("ends within a record", "[{\"a\":1},\n{\"a\":", "a",
            "1: 1\n2!6 {\"a\":\nf.json:1 is damaged or ends too early: the list of records is never closed. Get the "
            "file "
            "again.\n");
        add("lists one after the other", "[{\"a\":1}]\n[{\"a\":2}]\n", "a", "1: 1\n2: 2\n");
        add("framed", "{\"status\":\"ok\",\"n\":[1,2],\"items\":[\n{\"a\":1},\n{\"a\":2}\n],\"next\":null}\n", "a",
            "2: 1\n3: 2\n");
        add("framed, on one line", "{\"items\":[{\"a\":1},{\"a\":2}]}", "a", "1: 1\n1: 2\n");
        add("one record with two lists", "{\"a\":[{\"x\":1}],\"b\":[{\"y\":2}]}", "a|b",
            "1: [{\"x\":1}]|[{\"y\":2}]\n");
        add("one record", "{\n \"a\": 1,\n \"b\": [2]\n}\n", "a|b", "1: 1|[2]\n");
        add("objects over several lines", "{\n \"a\": 1\n}\n{\n \"a\": 2,\n \"l\": [{\"x\":1}]\n}\n", "a|l",
            "1: 1|∅\n4: 2|[{\"x\":1}]\n");
        add("two records with lists", "{\"a\":[{\"x\":1}]}\n{\"a\":[{\"x\":2}]}\n", "a",
            "1: [{\"x\":1}]\n2: [{\"x\":2}]\n");
    }
    void records() {
        QFETCH(const QByteArray, text);
        const Reading reading = readJson(text.toStdString());
        QTEST(reading.columns(), "columns");
        QTEST(reading.shown(), "rows");
    }

    void refusals_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("sentence");
        const auto add = [](const char* name, const std::string& text, const char* sentence) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(sentence);
        };
        add("nothing", "", "f.json is empty. Choose a file with a header row and data.");
        add("blank", "  \n\n", "f.json holds no row that could be used. None of its first records is a JSON object.");
        add("empty list", "[]", "f.json holds no row that could be used. None of its first records is a JSON object.");
        add("numbers", "[1,2]",
            "f.json:1 holds no row that could be used. None of its first records is a JSON object.");
        add("no keys", "{}\n{}\n", "f.json holds no row that could be used. Its first records have no keys.");
        add("broken", "{\"a\":1,,}\n{\"b\n",
            "f.json:1 is no valid JSON: The JSON document has an improper structure: missing or superfluous commas, "
            "braces, "
            "missing keys, etc..");
        add("binary", std::string(64, '\0'),
            "f.json is no text file (it holds binary data). Export it as CSV in UTF-8.");
    }
    void refusals() {
        QFETCH(const QByteArray, text);
        const Reading reading = readJson(text.toStdString());
        QVERIFY(reading.error);
        const QByteArray sentence = QByteArray::fromStdString(errorSentence(*reading.error));
        QTEST(sentence, "sentence");
    }

    /// Records that cross the borders of blocks, in both layouts; every cell is checked.
    void blocks_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("separator");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("firstLine");
        QTest::newRow("lines") << QByteArray() << QByteArray("\n") << QByteArray("\n") << 1;
        QTest::newRow("list") << QByteArray("[\n") << QByteArray(",\n") << QByteArray("\n]") << 2;
        QTest::newRow("objects") << QByteArray() << QByteArray("\n") << QByteArray("\n{\n\"id\":9}\n") << 1;
        QTest::newRow("framed") << QByteArray("{\"n\":1,\"d\":[\n") << QByteArray("\n,") << QByteArray("],\"x\":2}")
                                << 2;
    }
    void blocks() {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, separator);
        QFETCH(const QByteArray, after);
        QFETCH(const int, firstLine);
        constexpr int kCount = 60'000; // more than one block
        const auto reader = openJson(
            memorySource(before.toStdString() + manyRecords(kCount, separator.toStdString()) + after.toStdString()),
            "f.json", {});
        QVERIFY(reader.ok());
        QCOMPARE((*reader)->header(), (std::vector<std::string>{"id", "title", "tags", "other_keys"}));
        Record row;
        for (int i = 0; i < kCount; ++i) {
            const auto any = (*reader)->next(row);
            QVERIFY(any.ok() && *any && row.fault == RowFault::None);
            QVERIFY(row.fields[0] == std::to_string(i));
            QVERIFY(row.fields[1] == "item \"" + std::string(static_cast<std::size_t>(i % 97), 'x'));
            QVERIFY(row.fields[2] == "[\"a\",\"]\"]");
            QVERIFY(cellKind(row.fields[3]) == CellKind::Missing);
            QCOMPARE(row.line, std::int64_t{firstLine} + i);
        }
    }

    void lateKeys() {
        std::string text;
        for (int i = 0; i < 1'000; ++i)
            text += "{\"a\":" + std::to_string(i) + ",\"other_keys\":0}\n";
        const Reading reading =
            readJson(text + "{\"late\":\"x\",\"a\":1,\"deep\":{\"b\":{\"c\":null}},\"e\":{}}\n{\"a\":2}\n");
        QCOMPARE(reading.columns(), QByteArray("a|other_keys|other_keys_2"));
        QCOMPARE(reading.rows[999], (std::vector<std::string>{"999", "0", "∅"}));
        QCOMPARE(reading.rows[1000],
                 (std::vector<std::string>{"1", "∅", "{\"late\":\"x\",\"deep.b.c\":null,\"e\":{}}"}));
        QCOMPARE(reading.rows[1001], (std::vector<std::string>{"2", "∅", "∅"}));
        // One record less, and the head is the whole file.
        QCOMPARE(readJson(text.substr(0, text.size() - 1)).columns(), QByteArray("a|other_keys|other_keys_2"));
        QCOMPARE(readJson(text.substr(0, text.rfind('{'))).columns(), QByteArray("a|other_keys"));
    }

    void keysWithoutEnd() {
        std::string text;
        for (int i = 0; i < 900; ++i)
            text += "{\"k" + std::to_string(i) + "\":1,\"l" + std::to_string(i) + "\":2,\"m" + std::to_string(i) +
                    "\":3}\n";
        const Reading reading = readJson(text);
        QCOMPARE(reading.header.size(), std::size_t{2'001});
        QCOMPARE(reading.rows[0][0], "1");
        QCOMPARE(reading.rows[899][2'000], "{\"k899\":1,\"l899\":2,\"m899\":3}");
    }

    void deep() {
        const auto nested = [](int depth) {
            return "{\"a\":" + std::string(static_cast<std::size_t>(depth), '[') +
                   std::string(static_cast<std::size_t>(depth), ']') + "}\n";
        };
        const Reading reading = readJson(nested(1) + nested(250) + nested(300) + nested(100'000) + nested(2));
        QCOMPARE(reading.faults, (std::vector<RowFault>{RowFault::None, RowFault::None, RowFault::BadJson,
                                                        RowFault::BadJson, RowFault::None}));
    }

    void longRecord() {
        const std::string big = "{\"a\":\"" + std::string(std::size_t{9} << 20, 'x') + "\"}\n";
        const Reading reading = readJson(big + "{\"a\":1}\n" + big);
        QCOMPARE(reading.rows.size(), std::size_t{3});
        QCOMPARE(reading.rows[0][0].size(), std::size_t{9} << 20);
        QCOMPARE(reading.rows[2][0], std::string(std::size_t{9} << 20, 'x'));
        const Reading longer = readJson("{\"a\":1}\n{\"a\":\"" + std::string(std::size_t{65} << 20, 'x'));
        QVERIFY(longer.error);
        QCOMPARE(longer.error->code, ErrorCode::UnsupportedFormat);
        QCOMPARE(longer.error->line, 2);
    }

    void secondList() {
        const std::string record = "{\"a\":\"" + std::string(1'000, 'x') + "\"}";
        std::string text = "{\"one\":[" + record;
        for (int i = 0; i < 6'000; ++i)
            text += "," + record;
        const Reading reading = readJson(text + "],\"two\":[{\"b\":1}]}");
        QCOMPARE(reading.rows.size(), std::size_t{6'001});
        QVERIFY(reading.error);
        QCOMPARE(reading.error->detail, "an object with several lists of records (“one”, “two”)");
    }

    void chosenFormat() {
        // What stands on one line can be one record, or a frame round records: only the user knows.
        const std::string text = "{\"items\":[{\"a\":1}]}";
        QCOMPARE(layoutOf(text), "json");
        QCOMPARE(readJson(text).columns(), QByteArray("a"));
        QCOMPARE(readJson(text, {.format = "jsonl"}).columns(), QByteArray("items"));
        const std::string lines = "{\"a\":1}\n{\"a\":}\n";
        QCOMPARE(layoutOf(lines), "jsonl");
        QCOMPARE(readJson(lines, {.format = "json"}).shown(), QByteArray("1: 1\n2!6 {\"a\":}\n"));
    }

    void numbers() {
        for (const char* good : {"0", "-0", "10", "-1.5", "0.10", "1e5", "1E-5", "2.5e+10"})
            QVERIFY2(isJsonNumber(good), good);
        for (const char* bad : {"", "-", "01", "+1", ".5", "1.", "1e", "1e+", "0x1", "1 ", "NaN", "--1", "1.2.3"})
            QVERIFY2(!isJsonNumber(bad), bad);
    }
};

QTEST_APPLESS_MAIN(tst_json)
#include "tst_json.moc"
