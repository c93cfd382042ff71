// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/data/xlsx/formats.h"
#include "core/data/xlsx/sheet.h"
#include "core/data/xlsx_reader.h"
#include "tests/support/reading.h"
#include "tests/support/zip_file.h"

#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace core::data;
using namespace std::string_literals;

namespace {

std::string numberText(const char* value, const char* code, bool from1904 = false) {
    std::string text;
    xlsx::appendNumber(text, value, xlsx::parseFormatCode(code), from1904);
    return text;
}

std::string row(int number, const std::string& cells) {
    return "<row r=\"" + std::to_string(number) + "\">" + cells + "</row>";
}

std::string inlineCell(const std::string& reference, const std::string& text) {
    return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

const std::string kHeaderRow = row(1, inlineCell("A1", "id") + inlineCell("B1", "title"));

} // namespace

class tst_xlsx : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string write(const std::string& content, const char* name = "book.xlsx") {
        const std::string path = m_dir.filePath(QString::fromLatin1(name)).toStdString();
        if (!writeFileAtomically(path, content).ok())
            qFatal("cannot write the test's file");
        return path;
    }
    Reading readBook(const BookParts& parts, const ReadOptions& options = {}) {
        return readAll(openXlsx(write(workbook(parts)), options));
    }
    QByteArray sentence(const Reading& reading) {
        QByteArray text = QByteArray::fromStdString(reading.error ? errorSentence(*reading.error) : "no error");
        return text.replace((m_dir.path() + QStringLiteral("/")).toUtf8(), "");
    }

private Q_SLOTS:
    // Reference: ECMA-376 part 1, 18.17.4.1 (dates) and the values Excel and LibreOffice show for these serials.
    void numbers_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<bool>("from1904");
        QTest::addColumn<QByteArray>("text");
        const auto add = [](const char* value, const char* code, const char* text, bool from1904 = false) {
            QTest::newRow((std::string(value) + " as " + code + (from1904 ? " (1904)" : "")).c_str())
                << QByteArray(value) << QByteArray(code) << from1904 << QByteArray(text);
        };
        add("1", "yyyy-mm-dd", "1900-01-01");
        add("59", "yyyy-mm-dd", "1900-02-28");
        add("60", "yyyy-mm-dd", "1900-02-29"); // Excel's day that never was
        add("61", "yyyy-mm-dd", "1900-03-01");
        add("25569", "m/d/yyyy", "1970-01-01");
        add("40886.534722222219", "dd/mm/yyyy hh:mm", "2011-12-09 12:50:00");
        add("40886.534722222219", "yyyy\\-mm\\-dd;@", "2011-12-09 12:50:00"); // the format hides the time; it is there
        add("40886", "[$-409]d\\-mmm\\-yy;@", "2011-12-09");
        add("40886", "yyyy\"年\"m\"月\"d\"日\"", "2011-12-09");
        add("40886", "yyyy/m/d h:mm", "2011-12-09 00:00:00");
        add("40886", "m", "2011-12-09");
        add("40886.5000057870", "yyyy-mm-dd hh:mm:ss.000", "2011-12-09 12:00:00.500");
        add("0.999999999", "yyyy-mm-dd hh:mm:ss", "1900-01-01 00:00:00");
        add("2958465", "yyyy-mm-dd", "9999-12-31");
        add("2958466", "yyyy-mm-dd", "2958466");
        add("-1", "yyyy-mm-dd", "-1");
        add("0", "yyyy-mm-dd", "00:00:00");
        add("0.5", "h:mm AM/PM", "12:00:00");
        add("0.75", "[$-F400]h:mm:ss\\ AM/PM", "18:00:00");
        add("1.5", "[h]:mm:ss", "36:00:00");
        add("0", "yyyy-mm-dd", "1904-01-01", true);
        add("39424.534722222219", "yyyy-mm-dd hh:mm", "2011-12-09 12:50:00", true);
        add("0.25", "h:mm", "06:00:00", true);
        add("4.1500000000000004", "General", "4.15");
        add("0.30000000000000004", "0.00", "0.30000000000000004"); // the shortest text of this double
        add("1.0", "General", "1");
        add("1E3", "0.00E+00", "1000");
        add("1.5E-7", "General", "1.5e-07");
        add("1234567890123", "0", "1234567890123");
        add("12345678901234567890", "0", "12345678901234567890");
        add("1234.5", "#,##0.00_);[Red]\\(#,##0.00\\)", "1234.5");
        add("0.15", "0%", "0.15");
        add("3", "[$€-407]\\ #,##0.00", "3");
        add("5", "0\" days\"", "5");
        add("42", "00000", "00042");
        add("123456", "00000", "123456");
        add("4.5", "00000", "4.5");
        add("7", "@", "7");
        add("nonsense", "yyyy", "nonsense");
    }
    void numbers() {
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, code);
        QFETCH(const bool, from1904);
        const QByteArray text = QByteArray::fromStdString(numberText(value.constData(), code.constData(), from1904));
        QTEST(text, "text");
    }

    void builtinFormats() {
        const auto text = [](int id, const char* value) {
            std::string out;
            xlsx::appendNumber(out, value, xlsx::builtinFormat(id), false);
            return out;
        };
        QCOMPARE(text(0, "40886.5"), "40886.5");
        QCOMPARE(text(14, "40886"), "2011-12-09");
        QCOMPARE(text(22, "40886.5"), "2011-12-09 12:00:00");
        QCOMPARE(text(20, "0.5"), "12:00:00");
        QCOMPARE(text(46, "1.25"), "30:00:00");
        QCOMPARE(text(31, "40886"), "2011-12-09");
        QCOMPARE(text(49, "40886"), "40886");
    }

    void columns() {
        QCOMPARE(xlsx::columnOf("A1"), 0U);
        QCOMPARE(xlsx::columnOf("Z9"), 25U);
        QCOMPARE(xlsx::columnOf("AA1"), 26U);
        QCOMPARE(xlsx::columnOf("xfd1048576"), 16'383U);
        QCOMPARE(xlsx::columnOf("XFE1"), xlsx::kMostColumns);
        QCOMPARE(xlsx::columnOf("AAAA1"), xlsx::kMostColumns);
        QCOMPARE(xlsx::columnOf("12"), xlsx::kMostColumns);
    }

    void everyKindOfCell() {
        BookParts parts;
        parts.strings = "<si><t>id</t></si><si><t xml:space=\"preserve\"> spaced </t></si>"
                        "<si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r></si>"
                        "<si><t>課</t><rPh sb=\"0\" eb=\"1\"><t>カ</t></rPh><phoneticPr fontId=\"1\"/></si>"
                        "<si><t>a_x000D_b_x005F_x000D_ &lt;&amp;&gt; 中文</t></si><si/>";
        parts.formats = "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>";
        parts.styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/>";
        parts.sheets = {{"S", row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c>" + inlineCell("B1", "b") +
                                         inlineCell("C1", "c") + inlineCell("E1", "e")) +
                                  row(2, "<c r=\"A2\"><v>7</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" "
                                         "t=\"s\"><v>2</v></c><c r=\"D2\" "
                                         "t=\"s\"><v>3</v></c><c r=\"E2\" t=\"s\"><v>4</v></c>") +
                                  // a row without numbers, cells without references, one of them without a value
                                  "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c s=\"1\"/><c "
                                  "t=\"e\"><v>#N/A</v></c><c t=\"s\"><v>5</v></c></row>" +
                                  row(6, "<c r=\"B6\" s=\"1\"><v>40886</v></c><c r=\"E6\" s=\"2\"><v>40886.5</v></c>") +
                                  row(8, "<c r=\"A8\" s=\"1\"/>") +
                                  row(9, "<c r=\"A9\"><f>B1*2</f><v>14</v></c><c r=\"B9\"><f>SUM(A1:A9)</f></c><c "
                                         "r=\"C9\" t=\"str\"><f>T(1)</f><v></v></c>"
                                         "<c r=\"D9\" t=\"d\"><v>2011-12-09T12:50:00</v></c><c r=\"E9\" "
                                         "t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c>")}};
        const Reading reading = readBook(parts);
        QCOMPARE(reading.columns(), QByteArray("id|b|c|column_4|e"));
        QCOMPARE(reading.shown(), QByteArray("2: 7| spaced |rich text|課|a\rb_x000D_ <&> 中文\n"
                                             "3: TRUE|FALSE|∅|#N/A|\n"
                                             "6: ∅|2011-12-09|∅|∅|2011-12-09 12:00:00\n"
                                             "9: 14|=SUM(A1:A9)||2011-12-09T12:50:00|inline\n"));
        QCOMPARE(reading.raw[1], "TRUE,FALSE,,#N/A,");
    }

    void rowsAndHeaders() {
        BookParts parts;
        // A title over the table, an empty row, a row that is too long, one that is shorter.
        parts.sheets = {
            {"S", row(1, inlineCell("A1", "Report 2024")) + row(3, inlineCell("A3", "id") + inlineCell("B3", "n")) +
                      row(4, inlineCell("A4", "1") + inlineCell("B4", "2") + inlineCell("C4", "3")) +
                      row(5, inlineCell("A5", "1")) + row(7, inlineCell("A7", "2") + inlineCell("B7", "x")) +
                      row(8, inlineCell("A8", "3") + inlineCell("B8", "y"))}};
        const Reading reading = readBook(parts);
        QCOMPARE(reading.columns(), QByteArray("id|n"));
        QCOMPARE(reading.shown(), QByteArray("4!2 1,2,3\n5: 1|∅\n7: 2|x\n8: 3|y\n"));
        const Reading bare = readBook(parts, {.header = false});
        QCOMPARE(bare.columns(), QByteArray("column_1|column_2|column_3"));
        QCOMPARE(bare.rows.size(), std::size_t{6});
        QCOMPARE(bare.lines.front(), 1);
        // One column with a stray remark is no title over a table.
        parts.sheets = {{"S", row(1, inlineCell("A1", "id")) + row(2, inlineCell("A2", "1")) +
                                  row(3, inlineCell("A3", "2") + inlineCell("B3", "remark")) +
                                  row(4, inlineCell("A4", "3"))}};
        QCOMPARE(readBook(parts).shown(), QByteArray("2: 1\n3!2 2,remark\n4: 3\n"));
    }

    void sheets() {
        BookParts parts;
        parts.sheets = {{"Erstes", kHeaderRow + row(2, inlineCell("A2", "1"))},
                        {"2", kHeaderRow + row(2, inlineCell("A2", "2"))},
                        {"第三", kHeaderRow + row(2, inlineCell("A2", "3"))}};
        const auto firstCell = [&](const char* sheet) {
            const Reading reading = readBook(parts, {.sheet = sheet});
            return reading.rows.empty() ? std::string("none") : reading.rows[0][0];
        };
        QCOMPARE(firstCell(""), "1");
        QCOMPARE(firstCell("2"), "2"); // a name comes before a number
        QCOMPARE(firstCell("3"), "3");
        QCOMPARE(firstCell("第三"), "3");
        QCOMPARE(sentence(readBook(parts, {.sheet = "4"})),
                 QByteArray("“4” is no choice for sheet. Choose one of: Erstes, 2, 第三."));
        const auto names = xlsxSheets(write(workbook(parts)));
        QCOMPARE(names.value(), (std::vector<std::string>{"Erstes", "2", "第三"}));
        parts.firstState = "state=\"hidden\"";
        QCOMPARE(firstCell(""), "2");
        QCOMPARE(firstCell("1"), "1");
        const auto reader = openXlsx(write(workbook(parts)), {});
        QCOMPARE((*reader)->options().sheet, "2");
        QCOMPARE((*reader)->options().format, "xlsx");
    }

    void from1904() {
        BookParts parts;
        parts.properties = "<workbookPr date1904=\"1\"/>";
        parts.styles = "<xf numFmtId=\"14\"/>";
        parts.sheets = {{"S", kHeaderRow + row(2, "<c r=\"A2\" s=\"0\"><v>39424</v></c>")}};
        QCOMPARE(readBook(parts).shown(), QByteArray("2: 2011-12-09|∅\n"));
    }

    void damage_data() {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QByteArray>("sentence");
        const auto add = [](const char* name, const std::string& rows, const char* sentence) {
            QTest::newRow(name) << QByteArray::fromStdString(rows) << QByteArray(sentence);
        };
        add("no rows", "", "book.xlsx has no header row with column names. Add one.");
        add("tag", kHeaderRow + "<row r=\"2\"><c></row>",
            "book.xlsx is damaged or ends too early: xl/worksheets/sheet1.xml inside it is no XML (mismatched tag). "
            "Get the "
            "file again.");
        add("no such string", kHeaderRow + row(2, "<c r=\"A2\" t=\"s\"><v>9</v></c>"),
            "book.xlsx:2 is damaged or ends too early: a cell names the shared string “9”, which there is not, in its "
            "sheet "
            "“S”. Get the file again.");
        add("no such column", kHeaderRow + row(2, "<c r=\"ZZZ2\"><v>9</v></c>"),
            "book.xlsx:2 is damaged or ends too early: the cell “ZZZ2” lies beyond the last column in its sheet “S”. "
            "Get the "
            "file again.");
    }
    void damage() {
        QFETCH(const QByteArray, rows);
        BookParts parts;
        parts.sheets = {{"S", rows.toStdString()}};
        QTEST(sentence(readBook(parts)), "sentence");
    }

    /// Small files that unpack to something huge end with an error that names the limit.
    void bombs() {
        BookParts parts;
        parts.sheets = {{"S", kHeaderRow + row(2, inlineCell("A2", std::string(std::size_t{3} << 20, 'x')))}};
        parts.strings = "<si><t>" + std::string(std::size_t{3} << 20, 'x') + "</t></si>";
        const std::string path = write(workbook(parts));
        auto book = xlsx::openWorkbook(path, {.strings = std::size_t{1} << 20, .row = std::size_t{1} << 20});
        QVERIFY(book.ok());
        const Status texts = xlsx::loadTexts(*book);
        QVERIFY(!texts.ok());
        QCOMPARE(texts.error().detail, "an Excel workbook with more than 1 MB of shared strings");
        const auto rows = xlsx::SheetRows::open(*book, book->sheets[0]);
        std::vector<std::string_view> cells;
        std::int64_t number = 0;
        QVERIFY((*rows)->next(cells, number).ok());
        const auto second = (*rows)->next(cells, number);
        QVERIFY(!second.ok());
        QCOMPARE(second.error().detail, "an Excel sheet with more than 1 MB in one row");
        QCOMPARE(second.error().line, 2);
        QCOMPARE(readBook(parts).rows.size(), std::size_t{1}); // far from the real limits
        parts.strings.clear();
        parts.sheets = {{"S", kHeaderRow + "<row r=\"2\" x=\"" + std::string(std::size_t{3} << 20, 'x') + "\"/>"}};
        QVERIFY(sentence(readBook(parts)).contains("a tag of more than 1 MB"));
        std::string deep = kHeaderRow;
        for (int i = 0; i < 300; ++i)
            deep += "<x>";
        parts.sheets = {{"S", deep}};
        QVERIFY(sentence(readBook(parts)).contains("XML nested too deeply"));
        parts.formats = std::string((std::size_t{33}) << 20, ' ');
        QVERIFY(sentence(readBook(parts)).contains("more than 32 MB of XML"));
        const std::string entities =
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\">]><workbook>&a;</workbook>";
        QVERIFY(sentence(readAll(openXlsx(write(zipped({{"xl/workbook.xml", entities}})), {})))
                    .contains("a document type declaration"));
    }

    void otherArchives() {
        QVERIFY(sentence(readAll(openXlsx(write(zipped({{"mimetype", "x"}, {"content.xml", "<x/>"}})), {})))
                    .contains("an OpenDocument file (.ods; save it as .xlsx or CSV)"));
        QVERIFY(sentence(readAll(openXlsx(write(zipped({{"a.txt", "x"}})), {})))
                    .contains("a ZIP archive without a workbook"));
        const std::string book = workbook({.sheets = {{"S", kHeaderRow}}});
        for (std::size_t size = 0; size < book.size(); size += 97) {
            const Reading reading = readAll(openXlsx(write(book.substr(0, size)), {}));
            QVERIFY(reading.error);
        }
    }

    /// Files of other programs; expected values: the script that made them, tests/data/xlsx/make.py.
    void foreign() {
        const std::string path = TAILLIGHT_TEST_DATA "/xlsx/openpyxl.xlsx";
        const Reading reading = readAll(openXlsx(path, {}));
        QCOMPARE(reading.columns(), QByteArray("id|title|price|sold|day|time|code|flag|formula"));
        QCOMPARE(reading.shown(),
                 QByteArray("2: 1|Red mug, \"large\"|4.15|2011-12-09 12:50:00|2011-12-09|12:50:00|00042|TRUE|=C2*2\n"
                            "3: 2|红色杯子\n第二行|0.1|1970-01-01 00:00:00|1900-03-01|00:00:01|12345|FALSE|=C3*2\n"
                            "5: 3|merged|-3|∅|∅|∅|∅|∅|∅\n"
                            "6: 4|∅|1e+30|2038-01-19 03:14:08|∅|∅|∅|∅|∅\n"));
        QCOMPARE(readAll(openXlsx(path, {.sheet = "第二"})).shown(), QByteArray("2: x|∅|z\n"));
    }
};

QTEST_APPLESS_MAIN(tst_xlsx)
#include "tst_xlsx.moc"
