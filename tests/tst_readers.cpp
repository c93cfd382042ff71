// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/data/format.h"
#include "core/data/parquet/duckdb_library.h"
#include "core/data/parquet_reader.h"
#include "core/data/record_reader.h"
#include "tests/support/reading.h"
#include "tests/support/zip_file.h"

#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace core::data;
using namespace std::string_literals;

namespace {

const std::string kCsv = "id,title\n1,mug\n2,杯子\n";
const std::string kLines = "{\"id\":1,\"title\":\"mug\"}\n{\"id\":2,\"title\":\"杯子\"}\n";
const std::string kList = "[\n{\"id\":1,\"title\":\"mug\"},\n{\"id\":2,\"title\":\"杯子\"}\n]\n";

std::string book() {
    const auto cell = [](const char* reference, const char* text) {
        return "<c r=\""s + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    };
    return workbook(
        {.sheets = {{"Items", "<row r=\"1\">" + cell("A1", "id") + cell("B1", "title") + "</row><row r=\"2\">" +
                                  cell("A2", "1") + cell("B2", "mug") + "</row><row r=\"3\">" + cell("A3", "2") +
                                  cell("B3", "杯子") + "</row>"}}});
}

/// Runs SQL in a DuckDB of its own; false when it fails.
bool runSql(const std::string& sql) {
    const auto* const duck = parquet::duckdbLibrary().value();
    parquet::DuckDatabase database = nullptr;
    parquet::DuckConnection connection = nullptr;
    parquet::DuckResult result{};
    char* reason = nullptr;
    bool good = duck->open_ext(nullptr, &database, nullptr, &reason) == parquet::kDuckOk &&
                duck->connect(database, &connection) == parquet::kDuckOk;
    good = good && duck->query(connection, sql.c_str(), &result) == parquet::kDuckOk;
    if (const char* error = duck->result_error(&result); error && *error)
        qWarning("%s", error);
    duck->destroy_result(&result);
    duck->disconnect(&connection);
    duck->close(&database);
    return good;
}

} // namespace

class tst_readers : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string pathOf(const char* name) const { return m_dir.filePath(QString::fromUtf8(name)).toStdString(); }
    std::string write(const std::string& content, const char* name) {
        if (!writeFileAtomically(pathOf(name), content).ok())
            qFatal("cannot write the test's file");
        return pathOf(name);
    }
    QByteArray sentence(const Reading& reading) {
        QByteArray text = QByteArray::fromStdString(reading.error ? errorSentence(*reading.error) : "no error");
        return text.replace((m_dir.path() + QStringLiteral("/")).toUtf8(), "");
    }
    static bool haveDuckdb() { return qEnvironmentVariableIsSet("TAILLIGHT_DUCKDB_LIB") && duckdbVersion().ok(); }

private Q_SLOTS:
    /// Every format inside every packing, known by content alone: the names say nothing.
    void formats_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("packing");
        const std::vector<std::pair<const char*, std::string>> formats{
            {"csv", kCsv}, {"jsonl", kLines}, {"json", kList}, {"xlsx", book()}};
        for (const auto& [format, content] : formats) {
            for (const char* packing : {"none", "gzip", "zstd", "xz", "bzip2", "zip"}) {
                const std::string bytes = packing == "none"s  ? content
                                          : packing == "zip"s ? zipped({{"inside", content}})
                                                              : packed(packing, content);
                QTest::addRow("%s in %s", format, packing)
                    << QByteArray::fromStdString(bytes) << QByteArray(format) << QByteArray(packing);
            }
        }
    }
    void formats() {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, format);
        QFETCH(const QByteArray, packing);
        const std::string path = write(content.toStdString(), "data");
        {
            const auto reader = RecordReader::open(path);
            QVERIFY2(reader.ok(), reader.ok() ? "" : errorSentence(reader.error()).c_str());
            QCOMPARE(QByteArray::fromStdString((*reader)->options().format), format);
            QCOMPARE(QByteArray::fromStdString((*reader)->compression()), packing);
            QCOMPARE((*reader)->path(), path);
            Record row;
            while ((*reader)->next(row).value()) {
            }
            QVERIFY((*reader)->consumed() <= (*reader)->fileSize());
            QVERIFY((*reader)->fileSize() > 0);
        }
        const Reading reading = readAll(RecordReader::open(path));
        QCOMPARE(reading.columns(), QByteArray("id|title"));
        QCOMPARE(reading.rows, (std::vector<std::vector<std::string>>{{"1", "mug"}, {"2", "杯子"}}));
    }

    void members() {
        const std::string path =
            write(zipped({{"a/items.jsonl", kLines}, {"b.csv", kCsv}, {"c.xlsx", book()}}), "many.zip");
        QCOMPARE(sentence(readAll(RecordReader::open(path))),
                 QByteArray("“” is no choice for member. Choose one of: a/items.jsonl, b.csv, c.xlsx."));
        QCOMPARE(sentence(readAll(RecordReader::open(path, {.member = "d"}))),
                 QByteArray("“d” is no choice for member. Choose one of: a/items.jsonl, b.csv, c.xlsx."));
        for (const char* member : {"a/items.jsonl", "b.csv", "c.xlsx"})
            QCOMPARE(readAll(RecordReader::open(path, {.member = member})).rows.size(), std::size_t{2});
    }

    void jsonEncodings() {
        // "杯" in GB18030 and in UTF-16LE.
        const std::string gbk = "{\"id\":1,\"title\":\"\xB1\xAD\"}\n";
        std::string utf16 = "\xFF\xFE";
        for (const char c : "[{\"id\":1,\"title\":\""s)
            utf16 += {c, '\0'};
        utf16 += "\x6F\x67";
        for (const char c : "\"}]"s)
            utf16 += {c, '\0'};
        const std::string path = write(utf16, "data");
        QCOMPARE(readAll(RecordReader::open(path)).shown(), QByteArray("1: 1|杯\n"));
        const auto reader = RecordReader::open(path);
        QCOMPARE((*reader)->options().encoding, "UTF-16LE");
        QCOMPARE(readAll(RecordReader::open(write(gbk, "gbk"), {.encoding = "gbk"})).shown(), QByteArray("1: 1|杯\n"));
        QVERIFY(readAll(RecordReader::open(write(gbk, "gbk"), {.encoding = "UTF-8"})).error);
    }

    void textFormats_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("format");
        const auto add = [](const char* head, const char* name, const char* format) {
            QTest::addRow("%s in %s", QByteArray(head).simplified().constData(), name)
                << QByteArray(head) << QByteArray(name) << QByteArray(format);
        };
        add("a,b\n1,2\n", "f", "csv");
        add("{\"a\":1}\n", "f.csv", "json"); // content before name
        add("  [ {\"a\":1} ]", "f.txt", "json");
        add("[id],[name]\n1,2\n", "f", "csv");
        add("{id},{name}\n1,2\n", "f", "csv");
        add("[1],[2]\n[3],[4]\n", "f", "csv");
        add("[1,2]\n[3,4]\n", "f", "json");
        add("[1,2]\n[3,4]\n", "f.csv", "csv"); // open: the name decides
        add("[\n1,\n2]", "f", "json");
        add("oops\n{\"a\":1}\n", "f.jsonl", "json");
        add("oops\n{\"a\":1}\n", "f.jsonl.gz", "json");
        add("oops\n{\"a\":1}\n", "f", "csv");
        add("a\n1\n", "f.json", "csv");
        add("", "f", "csv");
    }
    void textFormats() {
        QFETCH(const QByteArray, head);
        QFETCH(const QByteArray, name);
        const QByteArray format = QByteArray::fromStdString(textFormat(head.toStdString(), name.toStdString()));
        QTEST(format, "format");
    }

    void chosenFormat() {
        const std::string path = write(kLines, "data");
        QCOMPARE(readAll(RecordReader::open(path, {.format = "csv"})).header.size(), std::size_t{2});
        QCOMPARE(readAll(RecordReader::open(path, {.format = "jsonl"})).columns(), QByteArray("id|title"));
        QCOMPARE(sentence(readAll(RecordReader::open(path, {.format = "xml"}))),
                 QByteArray("“xml” is no choice for format. Choose one of: csv, jsonl, json, xlsx, parquet."));
        QVERIFY(readAll(RecordReader::open(path, {.format = "xlsx"})).error);
    }

    void oldOffice() {
        const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(504, '\0');
        std::string name;
        for (const char c : "EncryptedPackage"s)
            name += {c, '\0'};
        QVERIFY(sentence(readAll(RecordReader::open(write(ole, "old.xls"))))
                    .startsWith("old.xls: an old Excel workbook (.xls; save it as .xlsx or CSV) cannot be read."));
        QVERIFY(sentence(readAll(RecordReader::open(write(ole + name + std::string(100, '\0'), "secret.xlsx"))))
                    .startsWith(
                        "secret.xlsx: a workbook with a password (open it in Excel and save it without one) cannot"));
    }

    void parquetWithoutLibrary() {
        if (haveDuckdb())
            QSKIP("DuckDB's library is there");
        setDuckdbLibrary("/nowhere/libduckdb.so");
        const QByteArray text = sentence(readAll(RecordReader::open(write("PAR1....PAR1", "x.parquet"))));
        setDuckdbLibrary("");
        QVERIFY2(
            text.startsWith("x.parquet: a Parquet file without DuckDB's library (/nowhere/libduckdb.so: cannot open"),
            text);
        QVERIFY2(text.contains("TAILLIGHT_DUCKDB_LIB"), text);
    }

    void parquetTypes() {
        if (!haveDuckdb())
            QSKIP("TAILLIGHT_DUCKDB_LIB does not name DuckDB's library");
        QVERIFY(duckdbVersion().value().starts_with("v"));
        const std::string path = pathOf("a*b [1]?'x'.parquet"); // characters that mean something to DuckDB
        QVERIFY(runSql(
            "SET TimeZone='Asia/Shanghai'; COPY (SELECT * FROM (VALUES "
            "(1::TINYINT, 9007199254740993::BIGINT, 99999999999999999999999999999999999999::HUGEINT::DECIMAL(38,0), "
            "4.15::DECIMAL(9,4), 0.1::FLOAT, 1.5::DOUBLE, true, 'mug \"x\"', ''::VARCHAR, DATE '2011-12-09', "
            "TIMESTAMP '2011-12-09 12:50:00', TIMESTAMPTZ '2011-12-09 12:50:00+00', TIME '12:50:00', "
            "['a','b'], {'k': 1, 'l': 'x'}, MAP {'m': 2}, encode('杯'), '\\xFF'::BLOB), "
            "(NULL,NULL,NULL,NULL,NULL,NULL,NULL,'a text longer than twelve bytes',NULL,NULL,NULL,NULL,NULL,NULL,"
            "NULL,NULL,NULL,NULL)) "
            "t(i, big, huge, dec, f, d, b, s, e, day, ts, tz, clock, list, object, map, blob, raw)) TO '" +
            pathOf("types.parquet") + "'"));
        QVERIFY(std::rename(pathOf("types.parquet").c_str(), path.c_str()) == 0);
        const Reading reading = readAll(RecordReader::open(path));
        QCOMPARE(reading.columns(), QByteArray("i|big|huge|dec|f|d|b|s|e|day|ts|tz|clock|list|object|map|blob|raw"));
        QCOMPARE(
            reading.shown(),
            QByteArray(
                "1: 1|9007199254740993|99999999999999999999999999999999999999|4.1500|0.1|1.5|true|mug \"x\"||"
                "2011-12-09|2011-12-09 12:50:00|2011-12-09 12:50:00Z|12:50:00|[\"a\",\"b\"]|{\"k\":1,\"l\":\"x\"}|"
                "{\"m\":2}|杯|\\xFF\n"
                "2: ⟨null⟩|⟨null⟩|⟨null⟩|⟨null⟩|⟨null⟩|⟨null⟩|⟨null⟩|a text longer than twelve bytes|⟨null⟩|⟨null⟩|"
                "⟨null⟩|⟨null⟩|⟨null⟩|⟨null⟩|⟨null⟩|⟨null⟩|⟨null⟩|⟨null⟩\n"));
    }

    void parquetStreams() {
        if (!haveDuckdb())
            QSKIP("TAILLIGHT_DUCKDB_LIB does not name DuckDB's library");
        const std::string path = pathOf("long.parquet");
        QVERIFY(runSql("COPY (SELECT i AS id, 'item ' || i AS title FROM range(300000) t(i)) TO '" + path +
                       "' (FORMAT parquet, ROW_GROUP_SIZE 20000)"));
        const auto check = [](RecordReader& reader) {
            Record row;
            for (int i = 0; i < 300'000; ++i) {
                const auto any = reader.next(row);
                if (!any.ok() || !*any || row.line != i + 1 || row.fields[1] != "item " + std::to_string(i))
                    return false;
            }
            return !reader.next(row).value() && reader.consumed() == reader.fileSize();
        };
        QVERIFY(check(*RecordReader::open(path).value()));
        QVERIFY(check(*RecordReader::open(write(packed("gzip", readFile(path).value()), "long.gz")).value()));
        const std::string bytes = readFile(path).value();
        const QByteArray cut =
            sentence(readAll(RecordReader::open(write(bytes.substr(0, bytes.size() / 2), "cut.parquet"))));
        QVERIFY2(cut.startsWith("cut.parquet is damaged or ends too early: "), cut);
        QVERIFY2(!cut.contains("/proc/"), cut);
    }
};

QTEST_APPLESS_MAIN(tst_readers)
#include "tst_readers.moc"
