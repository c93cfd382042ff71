// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"
#include "core/data/fields.h"
#include "core/data/preview.h"
#include "core/data/values.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

using namespace core;
using namespace core::data;

namespace {

Preview makePreview(std::vector<std::string> header, std::vector<std::vector<std::string>> rows) {
    Preview preview;
    preview.header = std::move(header);
    preview.rows = std::move(rows);
    return preview;
}

QString realFile(const char* name) {
    const QString folder =
        qEnvironmentVariable("TAILLIGHT_DATA", QStringLiteral(TAILLIGHT_SOURCE_DIR "/../shared/data"));
    const QString path = folder + QStringLiteral("/") + QString::fromLatin1(name);
    return QFile::exists(path) ? path : QString();
}

} // namespace

class tst_data_fields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbers_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::addColumn<double>("value");
        const auto good = [](const char* text, double value) {
            QTest::newRow(text) << QByteArray(text) << true << value;
        };
        const auto bad = [](const char* text) { QTest::newRow(text) << QByteArray(text) << false << 0.0; };
        good("12", 12);
        good(" -3.50 ", -3.5);
        good("+7", 7);
        good("1e3", 1000);
        good(".5", 0.5);
        good("£2.55", 2.55);
        good("-$4", -4);
        good("€ 9.90", 9.9);
        good("￥19", 19);
        good("¥-19", -19);
        good("　8　", 8);
        bad("");
        bad("£");
        bad("nan");
        bad("inf");
        bad("-inf");
        bad("1,234.5");
        bad("12 kg");
        bad("1.2.3");
        bad("+-1");
        bad("$$1");
        bad("0x10");
        bad("1e999");
    }
    void numbers() {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        QFETCH(double, value);
        const auto number = parseNumber(text.toStdString());
        QCOMPARE(number.has_value(), good);
        if (good)
            QCOMPARE(*number, value);
    }

    void times_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::addColumn<qint64>("value");
        const auto good = [](const char* text, qint64 value) {
            QTest::newRow(text) << QByteArray(text) << true << value;
        };
        const auto bad = [](const char* text) { QTest::newRow(text) << QByteArray(text) << false << qint64(0); };
        good("1970-01-01", 0);
        good("2011-12-09 12:50:00", 1'323'435'000); // date -u -d '2011-12-09 12:50' +%s
        good("2011/12/09 12:50", 1'323'435'000);
        good("2011-12-09T12:50:00Z", 1'323'435'000);
        good("2011-12-09T12:50:00.999", 1'323'435'000);
        good("2011-12-09T20:50:00+08:00", 1'323'435'000);
        good("2011-12-09T07:20:00-05:30", 1'323'435'000);
        good("2024-02-29 00:00", 1'709'164'800);
        good("1969-12-31 23:59:59", -1);
        good("1323435000", 1'323'435'000);
        good("1323435000123", 1'323'435'000);
        good("20111209", 1'323'388'800);
        good("20111209125000", 1'323'435'000);
        good("0", 0);
        bad("");
        bad("2023-02-29");
        bad("2011-13-01");
        bad("2011-12");
        bad("2011-12-09 24:00");
        bad("2011-12-09 12:60");
        bad("2011-12-09 12");
        bad("2011-12-09 12:50:00 tomorrow");
        bad("2011-12/09");
        bad("2011-12-09T12:50+99:00");
        bad("yesterday");
        bad("12.5");
        bad("99999999999999999999");
    }
    void times() {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        QFETCH(qint64, value);
        const auto time = parseTime(text.toStdString());
        QCOMPARE(time.has_value(), good);
        if (good)
            QCOMPARE(qint64(*time), value);
    }

    void timeText() {
        QCOMPARE(formatTime(1'323'435'000), std::string("2011-12-09 12:50:00"));
        QCOMPARE(formatTime(-1), std::string("1969-12-31 23:59:59"));
        for (const std::int64_t seconds : {std::int64_t{0}, std::int64_t{951'782'399}, std::int64_t{4'102'444'800}})
            QCOMPARE(*parseTime(formatTime(seconds)), seconds);
    }

    void trimming() {
        QVERIFY(trim(" \t a b\r\n") == "a b");
        QVERIFY(trim("\uFEFF　书　") == "书");
        QVERIFY(trim("\u00A0 \u3000").empty());
        QVERIFY(trim("书") == "书");
    }

    void eventKinds() {
        for (const EventKind kind : {EventKind::Impression, EventKind::Click, EventKind::Cart, EventKind::Purchase,
                                     EventKind::Search, EventKind::Review})
            QCOMPARE(parseEventKind(eventKindName(kind)), std::optional(kind));
        QCOMPARE(parseEventKind("Add to Cart"), std::optional(EventKind::Cart));
        QCOMPARE(parseEventKind(" BUY "), std::optional(EventKind::Purchase));
        QCOMPARE(parseEventKind("pv"), std::optional(EventKind::Click));
        QCOMPARE(parseEventKind("加购"), std::optional(EventKind::Cart));
        QCOMPARE(parseEventKind("购买"), std::optional(EventKind::Purchase));
        QVERIFY(!parseEventKind("shrug"));
        QVERIFY(!parseEventKind(""));
    }

    void fieldTables() {
        for (const SourceKind kind : {SourceKind::Catalogue, SourceKind::Log}) {
            std::set<std::string> names;
            for (const FieldInfo& field : fieldsOf(kind)) {
                QVERIFY(names.insert(field.name).second);
                QVERIFY(!field.title.empty() && !field.help.empty());
                QCOMPARE(field.required, field.name == (kind == SourceKind::Catalogue ? "title" : "item"));
                // Every field is proposed for a column of its own name; a session beside a user, whom it stands in for
                // where there is none.
                const Mapping own =
                    proposeMapping(makePreview({"x y z", "TITLE", "Item_", "user_id", field.name}, {}), kind);
                QVERIFY2(own.contains(field.name), field.name.c_str());
            }
        }
    }

    void knownHeaders() {
        const Preview offers = makePreview(
            {"Product ID", "Product Title", "Merchant ID", "Cluster ID", "Cluster Label", "Category ID",
             "Category Label"},
            {{"1", "apple iphone 8 plus 64gb silver", "1", "1", "Apple iPhone 8 Plus 64GB", "2612", "Mobile Phones"}});
        QCOMPARE(proposeMapping(offers, SourceKind::Catalogue),
                 (Mapping{{"id", "Product ID"}, {"title", "Product Title"}, {"category", "Category Label"}}));

        const Preview retail = makePreview(
            {"InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"},
            {{"536365", "85123A", "WHITE HANGING HEART", "6", "2010-12-01 08:26:00", "2.55", "17850",
              "United Kingdom"}});
        QCOMPARE(proposeMapping(retail, SourceKind::Log), (Mapping{{"order", "InvoiceNo"},
                                                                   {"item", "StockCode"},
                                                                   {"title", "Description"},
                                                                   {"quantity", "Quantity"},
                                                                   {"time", "InvoiceDate"},
                                                                   {"price", "UnitPrice"},
                                                                   {"user", "CustomerID"}}));
        QCOMPARE(proposeMapping(retail, SourceKind::Catalogue)["title"], std::string("Description"));

        const Preview reviews = makePreview({"cat", "label", "review"}, {{"书籍", "1", "很好"}, {"平板", "0", "差"}});
        QCOMPARE(proposeMapping(reviews, SourceKind::Catalogue), (Mapping{{"category", "cat"}, {"title", "review"}}));
        // The same column with names of classes in it is what it says.
        const Preview named =
            makePreview({"cat", "label", "review"}, {{"书", "小说", "a"}, {"书", "诗", "b"}, {"书", "史", "c"}});
        QCOMPARE(proposeMapping(named, SourceKind::Catalogue)["label"], std::string("label"));
        // And where nothing else could be the class, even a number is.
        const Preview bare = makePreview({"label", "review"}, {{"1", "a"}, {"0", "b"}});
        QCOMPARE(proposeMapping(bare, SourceKind::Catalogue)["label"], std::string("label"));

        const Preview chinese =
            makePreview({"商品编号", "商品名称", "类目", "品牌", "价格"}, {{"1", "手机", "数码", "诺维", "5"}});
        QCOMPARE(proposeMapping(chinese, SourceKind::Catalogue).size(), std::size_t{5});
        const Preview actions =
            makePreview({"用户ID", "商品ID", "行为类型", "时间戳"}, {{"1", "2", "浏览", "1511544070"}});
        QCOMPARE(proposeMapping(actions, SourceKind::Log).size(), std::size_t{4});
    }

    void contentsDecideWhereNamesDoNot() {
        const Preview odd = makePreview({"a", "b", "c", "d"}, {{"u1", "p9", "click", "2024-05-01 10:00"},
                                                               {"u1", "p8", "buy", "2024-05-01 10:01"},
                                                               {"u1", "p7", "click", "2024-05-01 10:02"}});
        QCOMPARE(proposeMapping(odd, SourceKind::Log), (Mapping{{"item", "b"}, {"kind", "c"}, {"time", "d"}}));
        const Preview texts =
            makePreview({"x", "y", "z"}, {{"1", "red wool scarf", "$5"}, {"2", "blue cotton cap", "$7"}});
        QCOMPARE(proposeMapping(texts, SourceKind::Catalogue), (Mapping{{"title", "y"}, {"price", "z"}}));
        const Preview words = makePreview({"title", "price"}, {{"cap", "cheap"}, {"scarf", "dear"}});
        QVERIFY(!proposeMapping(words, SourceKind::Catalogue).contains("price"));
    }

    void mappingChecks() {
        const std::vector<std::string> header{"A", "B", "C"};
        const auto check = [&](const Mapping& mapping, SourceKind kind = SourceKind::Catalogue) {
            const Status status = checkMapping(mapping, kind, header, "file.csv");
            return status.ok() ? Error(ErrorCode::Internal, "fine") : status.error();
        };
        QCOMPARE(check({{"title", "A"}, {"category", "B"}}).detail, std::string("fine"));
        QCOMPARE(check({{"title", "A"}, {"category", "B"}, {"label", "B"}}).detail, std::string("fine"));
        const Error shared = check({{"title", "A"}, {"brand", "A"}});
        QCOMPARE(shared.code, ErrorCode::Usage);
        QVERIFY(shared.detail.find("“title”") != std::string::npos &&
                shared.detail.find("“brand”") != std::string::npos);
        const Error missing = check({{"brand", "A"}});
        QCOMPARE(missing.code, ErrorCode::MissingMapping);
        QCOMPARE(missing.detail, std::string("title"));
        QCOMPARE(check({{"title", "A"}}, SourceKind::Log).detail, std::string("item"));
        const Error column = check({{"title", "Z"}});
        QCOMPARE(column.code, ErrorCode::NoSuchColumn);
        QCOMPARE(errorSentence(column), std::string("file.csv has no column “Z”. It has: A, B, C."));
        const Error field = check({{"titel", "A"}});
        QCOMPARE(field.code, ErrorCode::NoSuchField);
        QCOMPARE(field.value, std::string("titel"));
        QVERIFY(field.detail.find("title") != std::string::npos);
    }

    void previews() {
        const auto preview = previewFile(TAILLIGHT_TEST_DATA "/csv/awkward.csv");
        QVERIFY(preview.ok());
        QCOMPARE(preview->encoding, std::string("UTF-8-BOM"));
        QCOMPARE(preview->rows.size(), std::size_t{4}); // without the two faulty ones
        QCOMPARE(preview->lines, (std::vector<std::int64_t>{2, 3, 6, 9}));
        QCOMPARE(preview->faults,
                 (std::vector<std::string>{"Line 7 has 2 columns, the header has 3.",
                                           "Line 8, column “note”: there is text behind a closing quote."}));
        QCOMPARE(previewFile(TAILLIGHT_TEST_DATA "/csv/none.csv").error().code, ErrorCode::FileNotFound);
        const auto packed = previewFile(TAILLIGHT_TEST_DATA "/csv/small.csv.gz");
        QCOMPARE(packed->compression, std::string("gzip"));
        QCOMPARE(packed->rows.size(), std::size_t{200});
        QVERIFY(packed->fileSize > 0);
    }

    void realPreviews() {
        const struct {
            const char* name;
            SourceKind kind;
            const char* compression;
            Mapping mapping;
        } expected[] = {
            {"pricerunner_aggregate.csv.gz",
             SourceKind::Catalogue,
             "gzip",
             {{"id", "Product ID"}, {"title", "Product Title"}, {"category", "Category Label"}}},
            {"online_retail.csv.zst",
             SourceKind::Log,
             "zstd",
             {{"order", "InvoiceNo"},
              {"item", "StockCode"},
              {"title", "Description"},
              {"quantity", "Quantity"},
              {"time", "InvoiceDate"},
              {"price", "UnitPrice"},
              {"user", "CustomerID"}}},
            {"online_shopping_10_cats.csv.zst",
             SourceKind::Catalogue,
             "zstd",
             {{"category", "cat"}, {"title", "review"}}},
        };
        for (const auto& file : expected) {
            const QString path = realFile(file.name);
            if (path.isEmpty())
                QSKIP("the real data is not here (TAILLIGHT_DATA)");
            const auto preview = previewFile(path.toStdString());
            QVERIFY2(preview.ok(), file.name);
            QVERIFY2(preview->proposedKind == file.kind, file.name);
            QCOMPARE(preview->compression, std::string(file.compression));
            QVERIFY2(proposeMapping(*preview, file.kind) == file.mapping, file.name);
            QVERIFY(checkMapping(file.mapping, file.kind, preview->header, preview->path).ok());
        }
    }
};

QTEST_APPLESS_MAIN(tst_data_fields)
#include "tst_data_fields.moc"
