// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"
#include "core/data/column_types.h"
#include "core/data/preview.h"
#include "core/data/values.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace core::data;

namespace {

ValueReader readerOf(char decimal, const char* zone = "UTC", bool dayFirst = false) {
    ValueFormat format;
    format.decimal = decimal;
    format.timeZone = zone;
    format.dayFirst = dayFirst;
    const auto reader = ValueReader::make(format);
    return reader.ok() ? *reader : ValueReader();
}

ColumnProfile vote(const std::vector<std::string>& cells, const ValueReader& reader = {}) {
    ColumnVote votes(reader);
    for (const std::string& cell : cells)
        votes.add(cell);
    return votes.result();
}

} // namespace

class tst_data_values : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string write(const std::string& content) {
        const QString path = m_dir.filePath(QStringLiteral("file.csv"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), qint64(content.size())) < 0)
            qFatal("cannot write the test's file");
        return path.toStdString();
    }

private Q_SLOTS:
    void numbers_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<char>("decimal");
        QTest::addColumn<bool>("good");
        QTest::addColumn<double>("value");
        const auto good = [](const char* text, char decimal, double value) {
            QTest::addRow("%s with %c", text, decimal) << QByteArray(text) << decimal << true << value;
        };
        const auto bad = [](const char* text, char decimal) {
            QTest::addRow("%s with %c", text, decimal) << QByteArray(text) << decimal << false << 0.0;
        };
        good("1234.5", '.', 1234.5);
        good("1,234.5", '.', 1234.5);
        good("1,234", '.', 1234);
        good("12,34,567.5", '.', 1234567.5); // India
        good("1'234.5", '.', 1234.5);        // Switzerland
        good("(5.00)", '.', -5);
        good("12.50 €", '.', 12.5);
        good("USD 9.99", '.', 9.99);
        good("−3", '.', -3);
        good("1e3", '.', 1000);
        good("1234,5", ',', 1234.5);
        good("1.234,5", ',', 1234.5);
        good("1.234.567", ',', 1234567);
        good("1,234", ',', 1.234);
        good("1 234,5", ',', 1234.5);
        good("1\u00A0234,5", ',', 1234.5);
        good("1\u202F234,56 €", ',', 1234.56);
        good("-0,5", ',', -0.5);
        good("12元", '.', 12);
        bad("12,5", '.');
        bad("1,23,4", '.');
        bad("1,2345", '.');
        bad("1.5", ',');
        bad("1.234,5", '.');
        bad("1,234,5", ',');
        bad("1 2", '.');
        bad("2010-12-01", '.');
        bad("12.5.3", '.');
        bad("", '.');
        bad(",", ',');
        bad("--5", '.');
        bad("5 kg", '.');
    }
    void numbers() {
        QFETCH(QByteArray, text);
        QFETCH(char, decimal);
        QFETCH(bool, good);
        QFETCH(double, value);
        const auto number = parseNumber(text.toStdString(), decimal);
        QCOMPARE(number.has_value(), good);
        if (good)
            QCOMPARE(*number, value);
    }

    void times_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("dayFirst");
        QTest::addColumn<qint64>("value"); // -1 = no time
        const auto add = [](const char* text, qint64 value, bool dayFirst = false) {
            QTest::addRow("%s%s", text, dayFirst ? " day first" : "") << QByteArray(text) << dayFirst << value;
        };
        // date -u -d '2010-12-01 08:26' +%s and so on, GNU coreutils
        constexpr qint64 kDay = 1'291'161'600; // 2010-12-01
        add("2010-12-01 08:26:00", kDay + 30'360);
        add("2010-12-01T08:26:00.123Z", kDay + 30'360);
        add("2010/12/1 8:26", kDay + 30'360);
        add("2010.12.01", kDay);
        add("12/1/2010 8:26", kDay + 30'360);
        add("12/1/10 8:26", kDay + 30'360);
        add("1/12/2010 08:26", kDay + 30'360, true);
        add("01-12-2010", kDay, true);
        add("1.12.2010", kDay);
        add("01.12.2010 08:26", kDay + 30'360, true);
        add("12/1/2010 8:26 AM", kDay + 30'360);
        add("12/1/2010 8:26:30 pm", kDay + 30'390 + 43'200);
        add("12/1/2010 12:05 am", kDay + 300);
        add("1 Dec 2010", kDay);
        add("01-Dec-2010 08:26", kDay + 30'360);
        add("1-Dec-10", kDay);
        add("1 December 2010", kDay);
        add("Dec 1, 2010", kDay);
        add("December 1, 2010, 8:26 AM", kDay + 30'360);
        add("1 Sept. 2010", 1'283'299'200);
        add("Wed, 01 Dec 2010 08:26:00 GMT", kDay + 30'360);
        add("Wed, 01 Dec 2010 08:26:00 +0100", kDay + 26'760);
        add("2010年12月1日", kDay);
        add("2010年12月01日 08:26", kDay + 30'360);
        add("2010-12-01 08:26:00 UTC", kDay + 30'360);
        add("1291161600", kDay);
        add("1291161600123", kDay);
        add("20101201", kDay);
        add("1/1/70", 0);
        add("31/12/69", -86'400, true);
        for (const char* bad :
             {"25/12/2010", "31/2/2010", "2010-13-01", "1 Foo 2010", "Dec 32, 2010", "2010年13月1日", "12/1/2010 25:00",
              "12/1/2010 13:00 pm", "12/1", "1.2", "Dec", "2010-12-01x", "1/2/345"})
            add(bad, -1);
        add("12/25/2010", -1, true);
    }
    void times() {
        QFETCH(QByteArray, text);
        QFETCH(bool, dayFirst);
        QFETCH(qint64, value);
        const auto time = readerOf('.', "UTC", dayFirst).time(text.toStdString());
        QCOMPARE(time.has_value(), value != -1);
        if (time)
            QCOMPARE(qint64(*time), value);
    }

    void zones_data() {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("value");
        const auto add = [](const char* zone, const char* text, qint64 value) {
            QTest::addRow("%s %s", zone, text) << QByteArray(zone) << QByteArray(text) << value;
        };
        // Values by Python's zoneinfo (fold=0).
        add("Asia/Shanghai", "2024-05-01 10:00:00", 1'714'528'800);
        add("+08:00", "2024-05-01 10:00:00", 1'714'528'800);
        add("+08:00", "2024-05-01T10:00:00Z", 1'714'557'600); // the zone in the text wins
        add("-0530", "2024-05-01 10:00", 1'714'577'400);
        add("Europe/London", "2010-12-01 08:26:00", 1'291'191'960);
        add("Europe/London", "2011-07-01 08:26:00", 1'309'505'160);
        add("Europe/Berlin", "2024-03-31 01:59:59", 1'711'846'799);
        add("Europe/Berlin", "2024-03-31 02:30:00", 1'711'848'600); // left out: counts on
        add("Europe/Berlin", "2024-03-31 03:00:00", 1'711'846'800);
        add("Europe/Berlin", "2024-10-27 02:30:00", 1'729'989'000); // comes twice: the first
        add("Europe/Berlin", "2024-10-27 03:00:00", 1'729'994'400);
        add("America/New_York", "1/7/2024 9:00", 1'704'636'000);
        add("Europe/Berlin", "1711846799", 1'711'846'799); // epoch seconds know no zone
        add("Asia/Shanghai", "20240501", 1'714'492'800);
    }
    void zones() {
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, text);
        QFETCH(qint64, value);
        const auto time = readerOf('.', zone.constData()).time(text.toStdString());
        QVERIFY(time.has_value());
        QCOMPARE(qint64(*time), value);
    }
    void unknownZone() {
        ValueFormat format;
        format.timeZone = "Mars/Olympus";
        const auto reader = ValueReader::make(format);
        QCOMPARE(reader.error().code, ErrorCode::UnknownChoice);
        QCOMPARE(reader.error().value, std::string("Mars/Olympus"));
        format.timeZone = "UTC";
        format.decimal = ';';
        QCOMPARE(ValueReader::make(format).error().code, ErrorCode::UnknownChoice);
    }

    void proposedFormats() {
        const auto proposed = [](std::initializer_list<const char*> cells) {
            FormatEvidence evidence;
            for (const char* cell : cells)
                evidence.add(cell);
            return evidence.proposed();
        };
        QCOMPARE(proposed({"12.5", "1,234", "9"}).decimal, '.');
        QCOMPARE(proposed({"12,5", "1.234", "9"}).decimal, ',');
        QCOMPARE(proposed({"1.234", "9"}).decimal, '.');
        QCOMPARE(proposed({"1,234", "9"}).decimal, '.');
        QCOMPARE(proposed({"1.234.567,8"}).decimal, ',');
        QCOMPARE(proposed({"01/02/2010", "25/12/2010"}).dayFirst, true);
        QCOMPARE(proposed({"01/02/2010", "12/25/2010"}).dayFirst, false);
        QCOMPARE(proposed({"01/02/2010"}).dayFirst, false);
        QCOMPARE(proposed({"01/02/2010", "12,5"}).dayFirst, true);
        QCOMPARE(proposed({"12/25/2010", "12,5"}).dayFirst, false);
        QCOMPARE(proposed({"hello, world", "a-b", "http://x.y/z"}).decimal, '.');
    }

    void columnVotes() {
        QCOMPARE(vote({"1", "2", "-30"}).type, ColumnType::Integer);
        QCOMPARE(*vote({"1", "2", "-30"}).min, -30.0);
        QCOMPARE(vote({"1", "2.5"}).type, ColumnType::Number);
        QCOMPARE(vote({"007", "12"}).type, ColumnType::Code); // one leading zero makes codes of them all
        QCOMPARE(vote({"0", "12"}).type, ColumnType::Integer);
        QCOMPARE(vote({"12345678901234567890", "2"}).type, ColumnType::Code);
        QCOMPARE(vote({"0.5", "0.25"}).type, ColumnType::Number);
        QCOMPARE(vote({"true", "FALSE", "yes"}).type, ColumnType::Boolean);
        QCOMPARE(vote({"是", "否"}).type, ColumnType::Boolean);
        QCOMPARE(vote({"2010-12-01", "2010-12-02 10:00"}).type, ColumnType::Time);
        QCOMPARE(*vote({"1970-01-02", "1970-01-01"}).max, 86'400.0);
        QCOMPARE(vote({"85123A", "71053"}).type, ColumnType::Text);
        QCOMPARE(vote({"", " ", ""}).type, ColumnType::Empty);
        QCOMPARE(vote({"1,5", "2"}, readerOf(',')).type, ColumnType::Number);
        // One bad value in a hundred does not make a price column text, and is counted.
        std::vector<std::string> prices(99, "9.50");
        prices.push_back("free");
        QCOMPARE(vote(prices).type, ColumnType::Number);
        QCOMPARE(vote(prices).unlike, std::int64_t{1});
        prices.push_back("free");
        QCOMPARE(vote(prices).type, ColumnType::Text);
        ColumnVote kinds;
        for (const std::string_view cell :
             {std::string_view("x"), std::string_view("xyz"), kMissingCell, kNullCell, kNullCell})
            kinds.add(cell);
        kinds.add(std::string_view("abc").substr(0, 0));
        const ColumnProfile counted = kinds.result();
        QCOMPARE(counted.values, std::int64_t{2});
        QCOMPARE(counted.missing, std::int64_t{1});
        QCOMPARE(counted.null, std::int64_t{2});
        QCOMPARE(counted.empty, std::int64_t{1});
        QCOMPARE(counted.longest, std::int64_t{3});
    }

    void distinctValues() {
        DistinctCounter counter;
        for (int round = 0; round < 3; ++round)
            for (int i = 0; i < 1000; ++i)
                counter.add("value " + std::to_string(i));
        QVERIFY(counter.exact());
        QCOMPARE(counter.count(), std::int64_t{1000});
        for (const int many : {5'000, 60'000, 400'000}) {
            DistinctCounter large;
            for (int i = 0; i < many; ++i)
                large.add(std::to_string(i));
            QVERIFY(!large.exact());
            QVERIFY2(std::abs(double(large.count()) / many - 1) < 0.06, std::to_string(large.count()).c_str());
        }
    }

    void wholeFileTypes() {
        // Numbers for 5,000 rows, and a code with a leading zero behind them: the head alone would call it a number.
        std::string content = "code,price,when,note\n";
        for (int i = 1; i <= 5000; ++i)
            content += std::to_string(i) + ",1.5,2024-05-01,\n";
        content += "0042,,NULL,\"\"\n1\n";
        const std::string path = write(content);
        const auto preview = previewFile(path);
        QVERIFY(preview.ok());
        QVERIFY(preview->types == (std::vector<ColumnType>{ColumnType::Integer, ColumnType::Number, ColumnType::Time,
                                                           ColumnType::Empty}));
        const auto reader = RecordReader::open(path);
        JobContext job;
        const auto types = columnTypes(**reader, job);
        QVERIFY(types.ok());
        QCOMPARE(types->rows, std::int64_t{5001});
        QCOMPARE(types->faults, std::int64_t{1});
        QVERIFY(types->whole);
        QCOMPARE(types->columns[0].type, ColumnType::Code);
        QCOMPARE(types->columns[0].name, std::string("code"));
        QCOMPARE(types->columns[1].missing, std::int64_t{1});
        QCOMPARE(types->columns[2].null, std::int64_t{1});
        QCOMPARE(types->columns[3].empty, std::int64_t{1});
        QCOMPARE(types->columns[3].missing, std::int64_t{5000});
        const auto again = RecordReader::open(path);
        QVERIFY(!columnTypes(**again, job, 10)->whole);
        const auto cancelled = RecordReader::open(path);
        job.cancel();
        QCOMPARE(columnTypes(**cancelled, job).error().code, ErrorCode::Cancelled);
    }

    void previewSaysHow() {
        const auto preview = previewFile(
            write("id;name;price;day;stock\n007;cup;1.234,50;01.12.2010;\n008;\"hat;\";2,5;02.12.2010;NULL\n"));
        QVERIFY(preview.ok());
        QCOMPARE(preview->format, std::string("csv"));
        QCOMPARE(preview->delimiter, ';');
        QCOMPARE(preview->options.values->decimal, ',');
        QVERIFY(preview->types == (std::vector<ColumnType>{ColumnType::Code, ColumnType::Text, ColumnType::Number,
                                                           ColumnType::Time, ColumnType::Empty}));
        QCOMPARE(preview->cells[0][4], CellKind::Missing);
        QCOMPARE(preview->cells[1][4], CellKind::Null);
        QCOMPARE(preview->rows[1][1], std::string("hat;"));
        // The options that came back read the file again without a search.
        const auto again = previewFile(preview->path, preview->options);
        QVERIFY(again.ok() && again->header == preview->header && again->rows == preview->rows);
        ReadOptions options;
        options.values = ValueFormat{};
        options.values->timeZone = "Nowhere/At/All";
        QCOMPARE(previewFile(preview->path, options).error().code, ErrorCode::UnknownChoice);
    }

    void kindsByThemselves_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("mapping");
        const auto add = [](const char* name, const char* content, SourceKind kind, const char* mapping) {
            QTest::newRow(name) << QByteArray(content) << int(kind) << QByteArray(mapping);
        };
        add("queries", "query_id,query\n1,red cup\n2,blue hat\n", SourceKind::Queries, "id=query_id query=query");
        add("Chinese queries", "查询ID,查询词\n1,手机\n2,书包\n", SourceKind::Queries, "id=查询ID query=查询词");
        add("labels", "query,product_id,relevance\nred cup,p1,3\nred cup,p2,0\n", SourceKind::Labels,
            "grade=relevance item=product_id query=query");
        add("esci", "example_id,query,query_id,product_id,esci_label\n0,cup,1,B07,E\n1,cup,1,B08,S\n",
            SourceKind::Labels, "item=product_id label=esci_label query=query query_id=query_id");
        add("labels in numbers", "query,item,label\ncup,p1,2\ncup,p2,0\n", SourceKind::Labels,
            "grade=label item=item query=query");
        add("search log", "user,query,item,position,time\nu1,cup,p1,1,2024-05-01\nu1,cup,p2,2,2024-05-01\n",
            SourceKind::Log, "item=item position=position query=query time=time user=user");
        add("reviews",
            "asin,reviewerID,overall,reviewText,unixReviewTime\nB1,u1,5,very good indeed,1400000000\n"
            "B2,u2,1,not what I wanted,1400000001\n",
            SourceKind::Reviews, "item=asin rating=overall text=reviewText time=unixReviewTime user=reviewerID");
        add("ratings", "userId,movieId,rating,timestamp\n1,31,2.5,1260759144\n1,32,3,1260759145\n", SourceKind::Log,
            "item=movieId label=rating time=timestamp user=userId");
        add("split", "item,split\np1,train\np2,test\np3,valid\n", SourceKind::Split, "item=item part=split");
        add("Chinese split", "商品id,划分\np1,训练\np2,测试\n", SourceKind::Split, "item=商品id part=划分");
        add("events of a split", "event_id,part\n1,train\n2,test\n", SourceKind::Split, "part=part row=event_id");
        add("catalogue", "id,title,brand,price\n1,red cup,Acme,5\n2,blue hat,Bolt,6\n", SourceKind::Catalogue,
            "brand=brand id=id price=price title=title");
        add("sessions", "session_id,item_id,category,timestamp\n1,p1,0,2014-04-07\n1,p2,0,2014-04-07\n",
            SourceKind::Log, "item=item_id time=timestamp user=session_id");
    }
    void kindsByThemselves() {
        QFETCH(QByteArray, content);
        QFETCH(int, kind);
        QFETCH(QByteArray, mapping);
        const auto preview = previewFile(write(content.toStdString()));
        QVERIFY(preview.ok());
        QCOMPARE(int(preview->proposedKind), kind);
        QByteArray shown;
        for (const auto& [field, column] : preview->proposedMapping)
            shown += (shown.isEmpty() ? "" : " ") + QByteArray::fromStdString(field + "=" + column);
        QCOMPARE(shown, mapping);
    }
};

QTEST_APPLESS_MAIN(tst_data_values)
#include "tst_data_values.moc"
