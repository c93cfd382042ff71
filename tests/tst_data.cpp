// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"
#include "core/data/byte_source.h"
#include "core/data/csv_reader.h"
#include "core/data/dataset.h"
#include "core/data/long_tail.h"
#include "core/data/preview.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <numeric>

using namespace core;
using namespace core::data;
using namespace std::string_literals;

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string fixture(const char* name) {
    return std::string(TAILLIGHT_TEST_DATA "/csv/") + name;
}

/// What a reader made of a file, in a form that compares and prints well.
struct Reading {
    std::optional<Error> error;
    std::vector<std::string> header;
    Rows rows; ///< faulty ones too
    std::vector<std::int64_t> lines;
    std::vector<std::pair<RowFault, std::int64_t>> faults;
    char delimiter = 0;
};

Reading readAll(const std::string& path, std::optional<char> delimiter = {}) {
    Reading reading;
    const auto reader = CsvReader::open(path, delimiter);
    if (!reader.ok()) {
        reading.error = reader.error();
        return reading;
    }
    reading.header = (*reader)->header();
    reading.delimiter = (*reader)->dialect().delimiter;
    CsvRow row;
    for (;;) {
        const auto any = (*reader)->next(row);
        if (!any.ok())
            reading.error = any.error();
        if (!any.ok() || !*any)
            return reading;
        reading.rows.emplace_back(row.fields.begin(), row.fields.end());
        reading.lines.push_back(row.line);
        reading.faults.emplace_back(row.fault, row.faultColumn);
    }
}

std::int64_t countRows(const std::string& path, std::int64_t& faulty) {
    const auto reader = CsvReader::open(path);
    if (!reader.ok())
        return -1;
    CsvRow row;
    std::int64_t count = 0;
    for (;; ++count) {
        const auto any = (*reader)->next(row);
        if (!any.ok())
            return -2;
        if (!*any)
            return count;
        faulty += row.fault == RowFault::None ? 0 : 1;
    }
}

QByteArray shown(const Rows& rows) {
    QByteArray text;
    for (const auto& row : rows) {
        for (const std::string& field : row)
            text += "[" + QByteArray::fromStdString(field) + "]";
        text += "\n";
    }
    return text;
}

QString real(const char* name) {
    const QString folder =
        qEnvironmentVariable("TAILLIGHT_DATA", QStringLiteral(TAILLIGHT_SOURCE_DIR "/../shared/data"));
    const QString path = folder + QStringLiteral("/") + QString::fromLatin1(name);
    return QFile::exists(path) ? path : QString();
}

} // namespace

Q_DECLARE_METATYPE(Rows)
Q_DECLARE_METATYPE(std::vector<std::int64_t>)

class tst_data : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string write(const std::string& content, const char* name = "file.csv") {
        const QString path = m_dir.filePath(QString::fromLatin1(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), qint64(content.size())) < 0)
            qFatal("cannot write the test's file");
        return path.toStdString();
    }

private Q_SLOTS:
    void exponentialProfiles() {
        // Source: LDAM-DRW imbalance_cifar.py as recomputed by reference/golden.py (FORMULAS C1).
        using Counts = std::vector<std::int64_t>;
        QCOMPARE(exponentialProfile(10, 5000, 100), (Counts{5000, 2997, 1796, 1077, 645, 387, 232, 139, 83, 50}));
        const auto sum = [](const Counts& counts) {
            return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
        };
        QCOMPARE(sum(exponentialProfile(10, 5000, 100)), 12'406);
        QCOMPARE(sum(exponentialProfile(10, 5000, 50)), 13'996);
        QCOMPARE(sum(exponentialProfile(100, 500, 50)), 12'608);
        const Counts hundred = exponentialProfile(100, 500, 100);
        QCOMPARE(sum(hundred), 10'847);
        QCOMPARE(Counts(hundred.begin(), hundred.begin() + 3), (Counts{500, 477, 455}));
        QCOMPARE(Counts(hundred.end() - 3, hundred.end()), (Counts{5, 5, 5}));
        QCOMPARE(exponentialProfile(1, 700, 100), Counts{700});
        QCOMPARE(exponentialProfile(3, 50, 1), (Counts{50, 50, 50}));
        QCOMPARE(stepProfile(5, 100, 10), (Counts{100, 100, 10, 10, 10}));
        QCOMPARE(stepProfile(1, 100, 10), Counts{100});
    }

    void datasetSupport() {
        Dataset dataset;
        dataset.labels.names = {"a", "b", "c"};
        dataset.classes = {0, 1, 0, 0, 1};
        dataset.parts[0] = {0, 1, 2};
        dataset.parts[2] = {3, 4};
        QCOMPARE(dataset.support(Part::Train), (std::vector<std::int64_t>{2, 1, 0}));
        QCOMPARE(dataset.support(Part::Validation), (std::vector<std::int64_t>{0, 0, 0}));
        QCOMPARE(dataset.support(Part::Test), (std::vector<std::int64_t>{1, 1, 0}));
        QVERIFY(partName(Part::Validation) == "validation");
    }

    void awkward_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<std::vector<std::int64_t>>("lines");
        const auto add = [](const char* name, const std::string& content, Rows rows, std::vector<std::int64_t> lines) {
            QTest::newRow(name) << QByteArray::fromStdString(content) << rows << lines;
        };
        add("plain", "a,b\n1,2\n3,4\n", {{"1", "2"}, {"3", "4"}}, {2, 3});
        add("no line end at the end", "a,b\n1,2\n3,4", {{"1", "2"}, {"3", "4"}}, {2, 3});
        add("empty last field at the end", "a,b\n1,2\n3,", {{"1", "2"}, {"3", ""}}, {2, 3});
        add("CRLF", "a,b\r\n1,2\r\n3,4\r\n", {{"1", "2"}, {"3", "4"}}, {2, 3});
        add("lone CR", "a,b\r1,2\r3,4\r", {{"1", "2"}, {"3", "4"}}, {2, 3});
        add("mixed line ends", "a,b\n1,2\r\n3,4\r5,6", {{"1", "2"}, {"3", "4"}, {"5", "6"}}, {2, 3, 4});
        add("byte-order mark",
            "\xEF\xBB\xBF"
            "a,b\n1,2\n",
            {{"1", "2"}}, {2});
        add("byte-order mark and quotes", "\xEF\xBB\xBF\"a\",b\n1,2\n", {{"1", "2"}}, {2});
        add("quotes in quotes", "a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n", {{"say \"hi\"", "\""}}, {2});
        add("empty quotes", "a,b\n\"\",\"\"\n", {{"", ""}}, {2});
        add("delimiter in quotes", "a,b\n\"1,5\",\"x;y\"\n", {{"1,5", "x;y"}}, {2});
        add("quoted LF", "a,b\n\"1\n2\n3\",x\n4,y\n", {{"1\n2\n3", "x"}, {"4", "y"}}, {2, 5});
        add("quoted CRLF", "a,b\r\n\"1\r\n2\",x\r\n4,y\r\n", {{"1\r\n2", "x"}, {"4", "y"}}, {2, 4});
        add("quoted CR", "a,b\r\"1\r2\",x\r4,y", {{"1\r2", "x"}, {"4", "y"}}, {2, 4});
        add("line break in the header", "\"a\nz\",b\n1,2\n", {{"1", "2"}}, {3});
        add("blank lines", "\n\na,b\n\n1,2\n\r\n\n3,4\n\n", {{"1", "2"}, {"3", "4"}}, {5, 8});
        add("quote within a plain field", "a,b\n5\" pipe,x\"y\"\n", {{"5\" pipe", "x\"y\""}}, {2});
        add("Chinese", "名称,价格\n手机壳,12\n", {{"手机壳", "12"}}, {2});
        add("header only", "a,b\n", {}, {});
        add("one column", "a\n1\n\n2\n", {{"1"}, {"2"}}, {2, 4});
    }
    void awkward() {
        QFETCH(QByteArray, content);
        QFETCH(Rows, rows);
        QFETCH(std::vector<std::int64_t>, lines);
        const Reading reading = readAll(write(content.toStdString()));
        QVERIFY2(!reading.error, reading.error ? errorSentence(*reading.error).c_str() : "");
        QCOMPARE(shown(reading.rows), shown(rows));
        QCOMPARE(reading.lines, lines);
        for (const auto& fault : reading.faults)
            QCOMPARE(fault.first, RowFault::None);
    }

    void faults() {
        const Reading reading =
            readAll(write("a,b\n1\n手,2,3\nok,\"\n\"\n\xFF,x\nx,"s + "a\0b"s + "\n\"q\" tail,2\nlast,row\n"));
        QVERIFY(!reading.error);
        using Fault = std::pair<RowFault, std::int64_t>;
        const std::vector<Fault> expected{{RowFault::TooFewColumns, -1}, {RowFault::TooManyColumns, -1},
                                          {RowFault::None, -1},          {RowFault::BadEncoding, 0},
                                          {RowFault::NulByte, 1},        {RowFault::TextAfterQuote, 0},
                                          {RowFault::None, -1}};
        QVERIFY(reading.faults == expected);
        QCOMPARE(reading.lines, (std::vector<std::int64_t>{2, 3, 4, 6, 7, 8, 9}));
        QVERIFY(reading.rows[5] == (std::vector<std::string>{"\"q\" tail", "2"}));
        QVERIFY(reading.rows[6] == (std::vector<std::string>{"last", "row"}));
    }

    void fixtureWithEverything() {
        const Reading reading = readAll(fixture("awkward.csv"));
        QVERIFY(!reading.error);
        QCOMPARE(reading.lines, (std::vector<std::int64_t>{2, 3, 6, 7, 8, 9}));
        QCOMPARE(reading.rows[0][1], "say \"hi\", twice"s);
        QCOMPARE(reading.rows[1][1], "two\r\nlines"s);
        QCOMPARE(reading.rows[2][2], "“引号”"s);
        QCOMPARE(reading.faults[3].first, RowFault::TooFewColumns);
        QCOMPARE(reading.faults[4].first, RowFault::TextAfterQuote);
        QCOMPARE(reading.faults[5].first, RowFault::None);
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("line");
        const auto add = [](const char* name, const std::string& content, ErrorCode code, int line = 0) {
            QTest::newRow(name) << QByteArray::fromStdString(content) << int(code) << line;
        };
        add("empty", "", ErrorCode::FileEmpty);
        add("only blank lines", "\n\r\n\n", ErrorCode::NoHeader);
        add("only a byte-order mark", "\xEF\xBB\xBF", ErrorCode::NoHeader);
        add("nameless header", ",,\n1,2,3\n", ErrorCode::NoHeader);
        add("UTF-32", "\xFF\xFE\0\0a\0\0\0"s, ErrorCode::BadEncoding);
        add("header of no encoding", "\xC3\xE6\xFF,\xE5\x90\x8D\xE5\xAD\x97\xE5\xAD\x97\n1,2\n", ErrorCode::BadEncoding,
            1);
        add("PNG", "\x89PNG\r\n\x1A\n....", ErrorCode::FileBinary);
        add("NUL bytes", "a,b\n" + std::string(40, '\0'), ErrorCode::FileBinary);
        add("a cut archive", "PK\x03\x04 xl/workbook.xml", ErrorCode::FileTruncated);
        add("old Excel", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 ....", ErrorCode::UnsupportedFormat);
        add("quote open in the header", "a,\"b\n1,2\n", ErrorCode::UnterminatedQuote, 1);
        add("quote open later", "a,b\n1,\"x\ny\"\n3,\"z\n4,5\n", ErrorCode::UnterminatedQuote, 4);
        add("quote open within a record", "a,b\n\"1\n2\",\"z\n4,5\n", ErrorCode::UnterminatedQuote, 3);
    }
    void refused() {
        QFETCH(QByteArray, content);
        QFETCH(int, code);
        QFETCH(int, line);
        const std::string path = write(content.toStdString());
        const Reading reading = readAll(path);
        QVERIFY(reading.error.has_value());
        QCOMPARE(errorName(reading.error->code), errorName(ErrorCode(code)));
        QCOMPARE(reading.error->file, path);
        QCOMPARE(reading.error->line, std::int64_t(line));
    }

    void placesThatAreNoFile() {
        QCOMPARE(readAll(m_dir.path().toStdString()).error->code, ErrorCode::IsDirectory);
        QCOMPARE(readAll(m_dir.path().toStdString() + "/nothing.csv").error->code, ErrorCode::FileNotFound);
        QCOMPARE(readAll(write("a\n"), '"').error->code, ErrorCode::Usage);
    }

    void compressed() {
        for (const char* name : {"small.csv.gz", "small.csv.zst"}) {
            const Reading reading = readAll(fixture(name));
            QVERIFY(!reading.error);
            QCOMPARE(reading.rows.size(), std::size_t{200});
            QCOMPARE(reading.header, (std::vector<std::string>{"id", "title", "price"}));
        }
        QCOMPARE(readAll(fixture("two_members.csv.gz")).rows.size(), std::size_t{2});
        const auto reader = CsvReader::open(fixture("small.csv.zst"));
        QCOMPARE((*reader)->compression(), "zstd"s);
        for (const char* name : {"truncated.csv.gz", "cut_trailer.csv.gz", "damaged.csv.gz", "truncated.csv.zst"}) {
            const Reading reading = readAll(fixture(name));
            QVERIFY2(reading.error && reading.error->code == ErrorCode::FileTruncated, name);
            QVERIFY2(!reading.error->detail.empty(), name);
        }
    }

    void packed() {
        for (const char* name : {"packed/small.csv.xz", "packed/small.csv.bz2", "packed/small.zip"}) {
            const Reading reading = readAll(fixture(name));
            QVERIFY2(!reading.error, reading.error ? errorSentence(*reading.error).c_str() : "");
            QCOMPARE(reading.rows.size(), std::size_t{200});
        }
        QCOMPARE(readAll(fixture("packed/two_streams.csv.bz2")).rows.size(), std::size_t{2});
        QCOMPARE(readAll(fixture("packed/stored.zip")).rows.size(), std::size_t{2});
        for (const char* name : {"truncated.csv.xz", "damaged.csv.xz", "truncated.csv.bz2", "damaged.csv.bz2",
                                 "bad_crc.zip", "truncated.zip"}) {
            const Reading reading = readAll(fixture((std::string("packed/") + name).c_str()));
            QVERIFY2(reading.error && reading.error->code == ErrorCode::FileTruncated, name);
            QVERIFY2(!reading.error->detail.empty(), name);
        }
        QCOMPARE(readAll(fixture("packed/empty.zip")).error->code, ErrorCode::FileEmpty);
    }

    void zipMembersByName() {
        const std::string path = fixture("packed/two.zip");
        const auto members = zipMembers(path);
        QVERIFY(members.ok());
        QCOMPARE(members->size(), std::size_t{3});
        QCOMPARE((*members)[1].name, "商品.csv"s);
        QCOMPARE((*members)[0].size, std::int64_t{12});
        const auto read = [&](const std::string& member) {
            std::string text(1000, '\0');
            const auto source = ByteSource::open(path, member);
            const auto got = source.ok() ? (*source)->read(text) : Result<std::size_t>(source.error());
            return got.ok() ? text.substr(0, *got) : errorName(got.error().code) + " "s + got.error().detail;
        };
        QCOMPARE(read("商品.csv"), "名称,价格\n手机壳,12\n"s);
        QCOMPARE(read("b.csv.gz"), "id,name\n7,z\n8,y\n"s); // packed twice
        QCOMPARE(read("c.csv"), "unknown_choice a.csv, 商品.csv, b.csv.gz"s);
        QCOMPARE(read(""), "unknown_choice a.csv, 商品.csv, b.csv.gz"s); // which one?
        QVERIFY(isZip(path) && !isZip(fixture("awkward.csv")) && !isZip(fixture("none.csv")));
        QCOMPARE(zipMembers(fixture("awkward.csv")).error().code, ErrorCode::UnsupportedFormat);
        QCOMPARE(ByteSource::open(fixture("awkward.csv"), "a.csv").error().code, ErrorCode::Usage);
    }

    void blockBorders() {
        // Records of every length around the size of the block, with multi-byte text, quotes and CRLF on the border.
        for (std::size_t shift = 0; shift < 40; ++shift) {
            const std::string filler((std::size_t{1} << 20) - 30 + shift - 4, 'x');
            const std::string path = write("a,b\n" + filler + ",\"长\"\"尾\r\n\",\r\n1,2\r\n");
            const Reading reading = readAll(path);
            QVERIFY(!reading.error);
            QCOMPARE(reading.rows.size(), std::size_t{2});
            QCOMPARE(reading.rows[0].size(), std::size_t{3});
            QCOMPARE(reading.rows[0][1], "长\"尾\r\n"s);
            QCOMPARE(reading.faults[0].first, RowFault::TooManyColumns);
            QCOMPARE(reading.lines[1], std::int64_t{4});
            QVERIFY(reading.rows[1] == (std::vector<std::string>{"1", "2"}));
        }
    }

    void longRecords() {
        const std::string text(std::size_t{5} << 20, 'y');
        const Reading reading = readAll(write("a,b\n1,\"" + text + "\"\n2,z\n"));
        QVERIFY(!reading.error);
        QCOMPARE(reading.rows[0][1].size(), text.size());
        // A quote that nothing closes must not pull the whole file into memory.
        std::string open = "a,b\n1,2\n3,\"";
        open.resize(std::size_t{70} << 20, 'z');
        const Reading endless = readAll(write(open + "\"\n"));
        QVERIFY(endless.error);
        QCOMPARE(endless.error->code, ErrorCode::UnterminatedQuote);
        QCOMPARE(endless.error->line, std::int64_t{3});
        write("a\n");
    }

    void delimiters() {
        QCOMPARE(readAll(write("a;b;c\n1,5;2;3\n1,7;2;3\n")).delimiter, ';');
        QCOMPARE(readAll(write("a\tb\n1, or 2\tx|y|z\n")).delimiter, '\t');
        QCOMPARE(readAll(write("a|b|c\n1|2|3\n")).delimiter, '|');
        QCOMPARE(readAll(write("a,b\n\"1;2;3;4\",2\n\"1;2;3\",2\n")).delimiter, ',');
        QCOMPARE(readAll(write("cat,label,review\n书,1,很好；a;b|c\n书,0,差\n")).delimiter, ',');
        QCOMPARE(readAll(write("a\n1\n")).delimiter, ',');
        QCOMPARE(readAll(write("a;b,c\n1;2,3\n"), ';').header, (std::vector<std::string>{"a", "b,c"}));
    }

    void headerNames() {
        QCOMPARE(readAll(write("name, name ,,name_2,name,\n")).header,
                 (std::vector<std::string>{"name", "name_3", "column_3", "name_2", "name_4", "column_6"}));
        QCOMPARE(readAll(write("x,x\n")).header, (std::vector<std::string>{"x", "x_2"}));
    }

    void realFiles_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("rows");
        QTest::newRow("pricerunner") << QStringLiteral("pricerunner_aggregate.csv.gz") << 35'311;
        QTest::newRow("online retail") << QStringLiteral("online_retail.csv.zst") << 541'909;
        QTest::newRow("Chinese reviews") << QStringLiteral("online_shopping_10_cats.csv.zst") << 62'774;
    }
    void realFiles() {
        QFETCH(QString, name);
        QFETCH(int, rows);
        const QString path = real(name.toLatin1().constData());
        if (path.isEmpty())
            QSKIP("the real data is not here (TAILLIGHT_DATA)");
        std::int64_t faulty = 0;
        QCOMPARE(countRows(path.toStdString(), faulty), std::int64_t(rows));
        QCOMPARE(faulty, std::int64_t{0});
    }
};

QTEST_APPLESS_MAIN(tst_data)
#include "tst_data.moc"
