// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"
#include "core/base/rng.h"
#include "core/data/csv_marks.h"
#include "core/data/csv_reader.h"
#include "core/data/csv_sniff.h"
#include "core/data/record_reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdint>
#include <cstring>

using namespace core;
using namespace core::data;
using namespace std::string_literals;

namespace {

/// A record in a form that compares and prints well: [value], () empty, <> missing, {} null.
std::string shown(const Record& row) {
    std::string text;
    for (const std::string_view cell : row.fields) {
        switch (cellKind(cell)) {
        case CellKind::Value:
            text += "[" + std::string(cell) + "]";
            break;
        case CellKind::Empty:
            text += "()";
            break;
        case CellKind::Missing:
            text += "<>";
            break;
        case CellKind::Null:
            text += "{}";
            break;
        }
    }
    return text;
}

std::string readAll(RecordReader& reader) {
    std::string text;
    Record row;
    for (;;) {
        const auto any = reader.next(row);
        if (!any.ok())
            return text + errorName(any.error().code) + ":" + std::to_string(any.error().line);
        if (!*any)
            return text;
        text += std::to_string(row.line) + shown(row) +
                (row.fault == RowFault::TextAfterQuote ? "!" + std::to_string(row.faultColumn) : "") + "\n";
    }
}

/// The same by the plain scanner: what CsvReader must agree with.
std::string scanAll(const std::string& content, CsvDialect dialect) {
    const std::string bytes = content + "\n";
    const char* const end = bytes.data() + content.size();
    const RecordScanner scanner(dialect);
    RecordScan found;
    std::string text;
    std::int64_t line = 1;
    for (const char* p = bytes.data(); p != end; p = found.next) {
        scanner.scan(p, end, true, found);
        if (found.outcome == RecordScan::Outcome::OpenQuote)
            return text + "unterminated_quote:" + std::to_string(line + found.quoteLine);
        const std::int64_t begin = line;
        line += found.lineBreaks;
        if (found.textEnd == p)
            continue;
        text += std::to_string(begin);
        for (std::size_t i = 0; i < found.fields.size(); ++i) {
            std::string cell(found.fields[i]);
            if (std::count(found.escapedColumns.begin(), found.escapedColumns.end(), i) > 0)
                for (auto at = cell.find(dialect.quote); at != std::string::npos; at = cell.find(dialect.quote, at + 1))
                    cell.erase(at, 1);
            const char* const first = found.fields[i].data();
            const bool quoted = first > p && first[-1] == dialect.quote;
            text += !cell.empty() ? "[" + cell + "]" : quoted ? "()" : "<>";
        }
        if (found.textAfterQuoteColumn >= 0)
            text += "!" + std::to_string(found.textAfterQuoteColumn);
        text += "\n";
    }
    return text;
}

} // namespace

class tst_csv : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string write(const std::string& content, const char* name = "file.csv") {
        const QString path = m_dir.filePath(QString::fromLatin1(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), qint64(content.size())) < 0)
            qFatal("cannot write the test's file");
        return path.toStdString();
    }
    std::string read(const std::string& content, const ReadOptions& options = {}) {
        const auto reader = RecordReader::open(write(content), options);
        return reader.ok() ? readAll(**reader) : errorName(reader.error().code);
    }
    ReadOptions found(const std::string& content, const ReadOptions& options = {}) {
        const auto reader = RecordReader::open(write(content), options);
        return reader.ok() ? (*reader)->options() : ReadOptions();
    }

private Q_SLOTS:
    void marksAgree() {
        // The vector code against the plain code, at every alignment and length.
        Rng rng(3);
        std::string text(1000 + kMarkStep, '\0');
        for (char& c : text)
            c = "ab,\"\n\r\xE4\x80"[rng.below(8)];
        std::vector<std::uint32_t> fast(1100), plain(1100);
        for (std::size_t from = 0; from < 70; ++from)
            for (const std::size_t length : {0U, 1U, 63U, 64U, 65U, 127U, 200U, 900U}) {
                const std::size_t to = from + length;
                const std::size_t count = findMarks(text.data(), from, to, {}, fast.data());
                QCOMPARE(findMarksPortably(text.data(), from, to, {}, plain.data()), count);
                QVERIFY(std::equal(fast.begin(), fast.begin() + std::ptrdiff_t(count), plain.begin()));
                std::size_t expected = 0;
                for (std::size_t i = from; i < to; ++i)
                    expected += ",\"\n\r"s.find(text[i]) != std::string::npos ? 1 : 0;
                QCOMPARE(count, expected);
            }
    }

    void tidyMarksAgree() {
        // Rows of whole fields, quoted or not: the places outside of quotes, by both codes and by counting quotes.
        Rng rng(4);
        const std::vector<std::string> fields{
            "a", "", "\"x,y\"", "\"say \"\"hi\"\"\"", "\"\"", "long enough for more", "\"two\nlines\""};
        for (int round = 0; round < 200; ++round) {
            std::string text;
            while (text.size() < 300 + rng.below(64))
                text += fields[rng.below(fields.size())] + ",\n"[rng.below(2)];
            std::vector<std::uint32_t> expected;
            bool inside = false;
            for (std::size_t i = 0; i < text.size(); ++i) {
                inside = inside != (text[i] == '"');
                if (!inside && (text[i] == ',' || text[i] == '\n'))
                    expected.push_back(static_cast<std::uint32_t>(i));
            }
            std::string padded = text + std::string(kMarkStep, '"');
            std::vector<std::uint32_t> places(text.size() + 9);
            for (const auto find : {findTidyMarks, findTidyMarksPortably}) {
                TidyState state;
                // In two stretches: the state goes along.
                const auto first = find(padded.data(), 0, 128, {}, state, places.data());
                QVERIFY(first.has_value());
                const auto second = find(padded.data(), 128, text.size(), {}, state, places.data() + *first);
                QVERIFY(second.has_value());
                QVERIFY(std::equal(expected.begin(), expected.end(), places.begin(),
                                   places.begin() + std::ptrdiff_t(*first + *second)));
                QCOMPARE(state.doubled, text.find("say \"\"hi") != std::string::npos);
                QCOMPARE(state.breaksInside, text.find("two\n") != std::string::npos);
            }
        }
        for (const char* text : {"5\" pipe,x\n", "a,\"b\"c\n", "a,\"b\" ,c\n", "a\"\"b\n"}) {
            std::string padded = text + std::string(kMarkStep, ' ');
            std::vector<std::uint32_t> places(100);
            for (const auto find : {findTidyMarks, findTidyMarksPortably}) {
                TidyState state;
                QVERIFY2(!find(padded.data(), 0, std::strlen(text), {}, state, places.data()), text);
            }
        }
    }

    void agreesWithThePlainScanner() {
        // Random texts of structure-heavy characters: every path of the fast reader, its windows and blocks included.
        Rng rng(5);
        for (int round = 0; round < 200; ++round) {
            const std::size_t size = rng.below(round % 20 == 0 ? 40'000 : 60);
            std::string content = "h,i\n";
            const std::string letters = round % 3 == 0 ? "a,\"\n" : round % 3 == 1 ? "ab,\n\r\"\"" : "abcdefgh,\"\n\r ";
            for (std::size_t i = 0; i < size; ++i)
                content += letters[rng.below(letters.size())];
            ReadOptions options;
            options.encoding = "UTF-8";
            options.delimiter = ',';
            options.quote = round % 5 == 4 ? '\0' : '"';
            options.header = true;
            const std::string expected = scanAll(content, {',', *options.quote});
            const auto line = expected.find('\n');
            QCOMPARE(QByteArray::fromStdString(read(content, options)),
                     QByteArray::fromStdString(line == std::string::npos ? expected : expected.substr(line + 1)));
        }
    }

    void recordsLongerThanBlocks() {
        ReadOptions options;
        options.delimiter = ',';
        options.quote = '"';
        options.header = true;
        for (const std::size_t size : {16'383U, 16'384U, 262'140U, 262'144U, 1'000'000U}) {
            std::string field;
            while (field.size() < size)
                field += "a,\"\"\n";
            const auto reader = RecordReader::open(write("h,i\n\"" + field + "\",b\r\n1,2\r\n"), options);
            Record row;
            QVERIFY(*(*reader)->next(row));
            QCOMPARE(row.fields.size(), std::size_t{2});
            QCOMPARE(row.fields[0].size(), field.size() / 5 * 4);
            QVERIFY(*(*reader)->next(row));
            QCOMPARE(row.line, std::int64_t(2 + field.size() / 5 + 1));
            QCOMPARE(shown(row), "[1][2]"s);
            QVERIFY(!*(*reader)->next(row));
        }
    }

    void emptyMissingAndNull() {
        QCOMPARE(read("a,b,c\n1,,\"\"\nNULL,\\N,\"NULL\"\nNULLS,null,N\n,,\n"),
                 "2[1]<>()\n3{}{}[NULL]\n4[NULLS][null][N]\n5<><><>\n"s);
        ReadOptions options;
        options.values = ValueFormat{};
        options.values->nullTexts = {"-", "n/a"};
        QCOMPARE(read("a,b,c\n-,n/a,NULL\n-1,\"-\",n\n", options), "2{}{}[NULL]\n3[-1][-][n]\n"s);
        // Readers of known columns see no nulls.
        const auto reader = CsvReader::open(write("a,b\nNULL,\n"));
        QCOMPARE(readAll(**reader), "2[NULL]<>\n"s);
    }

    void optionsAreHonoured() {
        ReadOptions options;
        options.header = false;
        QCOMPARE(read("a,b\n1,2\n", options), "1[a][b]\n2[1][2]\n"s);
        QCOMPARE((*RecordReader::open(write("a,b\n1,2\n"), options))->header(),
                 (std::vector<std::string>{"column_1", "column_2"}));
        options = {};
        options.quote = '\0';
        QCOMPARE(read("a,b\n\"1,2\"\n", options), "2[\"1][2\"]\n"s);
        options.quote = '\'';
        QCOMPARE(read("a,b\n'1,''2',\"3\n", options), "2[1,'2][\"3]\n"s);
        options = {};
        options.delimiter = '#';
        QCOMPARE(read("a#b\n1,2#\"3#4\"\n", options), "2[1,2][3#4]\n"s);
        options.delimiter = '"';
        QCOMPARE(read("a,b\n", options), "usage"s);
        options.delimiter = '\'';
        options.quote = '\'';
        QCOMPARE(read("a,b\n", options), "usage"s);
    }

    void sniffedDelimiters() {
        QCOMPARE(found("a;b;c\n1,5;2;3\n1,7;2;3\n").delimiter, std::optional(';'));
        QCOMPARE(found("a\tb\n1, or 2\tx|y|z\n").delimiter, std::optional('\t'));
        QCOMPARE(found("a|b|c\n1|2|3\n").delimiter, std::optional('|'));
        QCOMPARE(found("a^b^c\n1^2^3\n").delimiter, std::optional('^'));
        QCOMPARE(found("a\x01"
                       "b\n1\x01"
                       "2\n")
                     .delimiter,
                 std::optional('\x01'));
        QCOMPARE(found("a,b\n\"1;2;3;4\",2\n\"1;2;3\",2\n").delimiter, std::optional(','));
        QCOMPARE(found("a~b,c\n1,2\n3~4,5\n").delimiter, std::optional(','));
        QCOMPARE(found("a\n1\n").delimiter, std::optional(','));
    }

    void sniffedQuotes() {
        // Two rows are no evidence against quotes, not even with a line break in them.
        QCOMPARE(found("a,b\n1,\"x\ny\"\n").quote, std::optional('"'));
        QCOMPARE(found("a,b\n1,2\n").quote, std::optional('"'));
        QCOMPARE(found("a,b\n'1,2',3\n'4,5',6\n").quote, std::optional('\''));
        QCOMPARE(found("a,b\n'tis,3\n'twas,6\n").quote, std::optional('"'));
        // Inches and half-quoted text all over: no quoting was meant.
        std::string inches = "size,name\n";
        for (int i = 0; i < 40; ++i)
            inches += "\"12\" wide,x\n\"small\" one,y\n";
        QCOMPARE(found(inches).quote, std::optional('\0'));
        // Quotes begin only far behind the head.
        std::string late = "id,title\n";
        while (late.size() < 900'000)
            late += "1,plain text without any\n";
        for (int i = 0; i < 20'000; ++i)
            late += "2,'one, two'\n";
        QCOMPARE(found(late).quote, std::optional('\''));
    }

    void sniffedHeaders() {
        QCOMPARE(found("name,price\ncup,1.5\nhat,2\n").header, std::optional(true));
        QCOMPARE(found("cup,1.5\nhat,2\npen,3\n").header, std::optional(false));
        QCOMPARE(found("u1,p9,click,2024-05-01\nu2,p8,click,2024-05-02\n").header, std::optional(false));
        QCOMPARE(found("country,2010,2011,2012\nFrance,1,2,3\nItaly,4,5,6\n").header, std::optional(true));
        QCOMPARE(found("书籍,1,很好\n书籍,0,差\n平板,1,好\n").header, std::optional(false));
        QCOMPARE(found("cat,label,review\n书籍,1,很好\n平板,0,差\n").header, std::optional(true));
        QCOMPARE(found("a,b\nx,y\nz,w\n").header, std::optional(true)); // in doubt there is one
        QCOMPARE(found("red,cup\nblue,hat\nred,pen\n").header, std::optional(false));
        QCOMPARE(found("title,brand\ntitle,x\ny,z\n").header, std::optional(true));
        QCOMPARE(found("a,b\n").header, std::optional(true));
        QCOMPARE((*CsvReader::open(write("1,2\n3,4\n")))->header(), (std::vector<std::string>{"1", "2"}));
    }

    void samplesAreTheSameEveryTime() {
        std::string content = "id,title\n";
        while (content.size() < 2'000'000)
            content += std::to_string(content.size()) + ",\"a\nb\"\n";
        const std::string path = write(content);
        ReadOptions options;
        options.encoding = "UTF-8";
        const CsvSample first = sampleCsv(content.substr(0, 262'144), false, path, options);
        const CsvSample second = sampleCsv(content.substr(0, 262'144), false, path, options);
        QCOMPARE(first.parts.size(), std::size_t{8});
        QVERIFY(first.parts == second.parts);
        QCOMPARE(sniffCsv(first, options).dialect.delimiter, ',');
    }
};

QTEST_APPLESS_MAIN(tst_csv)
#include "tst_csv.moc"
