// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement with Python's csv module and with pandas on the files of tests/data/csv/awkward. What they make of them
// stands in expected.json there, written by expect.py. Where we differ, we do so on purpose: kDifferences says where
// and why.
#include "core/base/error_text.h"
#include "core/base/json.h"
#include "core/data/csv_reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace core;
using namespace core::data;
using namespace std::string_literals;

namespace {

constexpr const char* kFolder = TAILLIGHT_TEST_DATA "/csv/awkward/";

struct Difference {
    const char* file;
    const char* peer; ///< "csv", "pandas"
    const char* reason;
};

// The reasons, as docs/reading-files.md explains them to users.
constexpr const char* kGlued =
    "text behind a closing quote: they glue it to the field, we keep the field as it stands and "
    "refuse the row";
constexpr const char* kPadded = "too few fields: pandas fills them in silently, we refuse the row";
constexpr const char* kGivesUp = "too many fields: pandas gives the whole file up, we refuse the row";
constexpr const char* kOpen =
    "a quote that is never closed: csv takes the rest of the file as one field, we stop and say "
    "where it opens";
constexpr const char* kCut = "a NUL byte: pandas cuts the field there, we keep it and refuse the row";
constexpr const char* kBlank = "a line of spaces: pandas leaves it out, we refuse it as a row of too few fields";
constexpr const char* kNull =
    "unquoted NULL and \\N stand for nothing (ValueFormat::nullTexts), which their text modes "
    "cannot say";

constexpr Difference kDifferences[] = {
    {"text_after_quote.csv", "csv", kGlued},
    {"text_after_quote.csv", "pandas", kGlued},
    {"text_after_quote_with_delimiter.csv", "csv", kGlued},
    {"text_after_quote_with_delimiter.csv", "pandas", kGlued},
    {"space_after_quote.csv", "csv", kGlued},
    {"space_after_quote.csv", "pandas", kGlued},
    {"backslash_quote.csv", "csv", kGlued},
    {"backslash_quote.csv", "pandas", kGlued},
    {"too_few_fields.csv", "pandas", kPadded},
    {"one_field_row.csv", "pandas", kPadded},
    {"comment_lines.csv", "pandas", kPadded},
    {"control_z.csv", "pandas", kPadded},
    {"too_many_fields.csv", "pandas", kGivesUp},
    {"too_many_later.csv", "pandas", kGivesUp},
    {"trailing_delimiter_in_data.csv", "pandas", kGivesUp},
    {"header_shorter.csv", "pandas", kGivesUp},
    {"title_line_first.csv", "pandas", kGivesUp},
    {"quote_reopened.csv", "pandas", kGivesUp},
    {"unclosed_quote_last.csv", "csv", kOpen},
    {"unclosed_quote_middle.csv", "csv", kOpen},
    {"embedded_nul.csv", "pandas", kCut},
    {"nul_in_quotes.csv", "pandas", kCut},
    {"spaces_only_line.csv", "pandas", kBlank},
    {"null_words.csv", "csv", kNull},
    {"null_words.csv", "pandas", kNull},
};

/// Rows with a fault: too few (F) or many (M) fields, text after a quote (Q), NUL (N), with their lines.
const std::map<std::string, std::string> kFaults{
    {"text_after_quote.csv", "Q2"},
    {"text_after_quote_with_delimiter.csv", "Q2"},
    {"space_after_quote.csv", "Q2 Q3"},
    {"backslash_quote.csv", "Q2"},
    {"too_few_fields.csv", "F2"},
    {"one_field_row.csv", "F2"},
    {"comment_lines.csv", "F2"},
    {"control_z.csv", "F4"},
    {"too_many_fields.csv", "M2"},
    {"too_many_later.csv", "M3"},
    {"trailing_delimiter_in_data.csv", "M2 M3"},
    {"header_shorter.csv", "M2 M3"},
    {"title_line_first.csv", "M2 M3"},
    {"quote_reopened.csv", "M2"},
    {"embedded_nul.csv", "N2"},
    {"nul_in_quotes.csv", "N2"},
    {"spaces_only_line.csv", "F3"},
};

struct Ours {
    Json rows = Json::array();
    std::string faults;
    std::string error;
};

ReadOptions optionsFor(const std::string& file) {
    ReadOptions options;
    options.delimiter = file.ends_with(".tsv")   ? '\t'
                        : file.ends_with(".ssv") ? ';'
                        : file.ends_with(".psv") ? '|'
                                                 : ',';
    options.quote = '"';
    options.header = false; // the peers, too, take the first record as any other
    return options;
}

Ours readOurs(const std::string& path, const ReadOptions& options) {
    Ours ours;
    const auto reader = CsvReader::open(path, options);
    if (!reader.ok()) {
        ours.error = errorName(reader.error().code);
        return ours;
    }
    Record row;
    for (;;) {
        const auto any = (*reader)->next(row);
        if (!any.ok())
            ours.error = errorName(any.error().code) + ":"s + std::to_string(any.error().line);
        if (!any.ok() || !*any)
            return ours;
        Json cells = Json::array();
        for (const std::string_view cell : row.fields)
            cells.push_back(cellKind(cell) == CellKind::Null ? Json("<null>") : Json(cell));
        ours.rows.push_back(cells);
        if (row.fault == RowFault::None)
            continue;
        const char letter = row.fault == RowFault::TooFewColumns    ? 'F'
                            : row.fault == RowFault::TooManyColumns ? 'M'
                            : row.fault == RowFault::TextAfterQuote ? 'Q'
                            : row.fault == RowFault::NulByte        ? 'N'
                                                                    : '?';
        ours.faults += (ours.faults.empty() ? "" : " ") + std::string(1, letter) + std::to_string(row.line);
    }
}

/// Both end in an error, or both have the same rows. Python's csv returns an empty record for a blank line, which we
/// and pandas leave out.
bool agree(const Ours& ours, const Json& peer) {
    if (peer.contains("error"))
        return !ours.error.empty();
    Json rows = Json::array();
    for (const Json& row : peer.at("rows"))
        if (!row.empty())
            rows.push_back(row);
    return ours.error.empty() && rows == ours.rows;
}

bool isDeliberate(const std::string& file, const std::string& peer) {
    return std::any_of(std::begin(kDifferences), std::end(kDifferences),
                       [&](const Difference& d) { return file == d.file && peer == d.peer; });
}

} // namespace

class tst_csv_peers : public QObject {
    Q_OBJECT

    Json m_expected;

private Q_SLOTS:
    void initTestCase() {
        const auto expected = readJsonFile(kFolder + "expected.json"s);
        QVERIFY2(expected.ok(), expected.ok() ? "" : errorSentence(expected.error()).c_str());
        m_expected = expected->at("files");
        QVERIFY(m_expected.size() >= 60);
        for (const Difference& difference : kDifferences)
            QVERIFY2(m_expected.contains(difference.file), difference.file);
        for (const auto& [file, faults] : kFaults)
            QVERIFY2(m_expected.contains(file), file.c_str());
    }

    void files_data() {
        QTest::addColumn<QString>("file");
        const auto expected = readJsonFile(kFolder + "expected.json"s);
        for (const auto& [file, peers] : expected->at("files").items())
            QTest::newRow(file.c_str()) << QString::fromStdString(file);
    }
    void files() {
        QFETCH(QString, file);
        const std::string name = file.toStdString();
        const Ours ours = readOurs(kFolder + name, optionsFor(name));
        for (const char* peer : {"csv", "pandas"}) {
            const Json& made = m_expected.at(name).at(peer);
            const std::string shown = std::string(peer) + ": " + dumpJson(made) + "\nours: " + dumpJson(ours.rows) +
                                      " " + ours.faults + " " + ours.error;
            // A difference that is none any more must leave the table, too.
            QVERIFY2(agree(ours, made) != isDeliberate(name, peer), shown.c_str());
        }
        const auto faults = kFaults.find(name);
        QCOMPARE(ours.faults, faults == kFaults.end() ? std::string() : faults->second);
    }

    void whatDiffersIsAsMeant() {
        const auto quoted = [](std::string json) { // ' for ": easier to read here
            std::replace(json.begin(), json.end(), '"', '\'');
            return json;
        };
        const auto rows = [&quoted](const char* file) {
            return quoted(dumpJson(readOurs(kFolder + std::string(file), optionsFor(file)).rows));
        };
        QCOMPARE(rows("text_after_quote.csv"), "[['id','note'],['1','\\'cup\\'s'],['2','hat']]"s);
        QCOMPARE(rows("text_after_quote_with_delimiter.csv"),
                 "[['id','note','n'],['1','\\'a,b\\'c','3'],['2','x','4']]"s);
        QCOMPARE(rows("space_after_quote.csv"), "[['id','note'],['1','\\'cup\\' '],['2','\\'hat\\' ']]"s);
        QCOMPARE(rows("backslash_quote.csv"), "[['id','note'],['1','\\'say \\\\\\'hi\\\\\\'\\''],['2','x']]"s);
        QCOMPARE(rows("too_few_fields.csv"), "[['id','name','price'],['1','cup'],['2','hat','3']]"s);
        QCOMPARE(rows("too_many_later.csv"), "[['id','name'],['1','cup'],['2','hat','3']]"s);
        QCOMPARE(rows("null_words.csv"), "[['a','b','c','d'],['<null>','NA','nan','None'],['<null>','','','-']]"s);
        QCOMPARE(readOurs(kFolder + "unclosed_quote_last.csv"s, optionsFor("")).error, "unterminated_quote:3"s);
        QCOMPARE(readOurs(kFolder + "unclosed_quote_middle.csv"s, optionsFor("")).error, "unterminated_quote:2"s);
    }

    void aFieldOfAMegabyte() {
        // Python: csv.reader with field_size_limit raised, and pandas, give back what was written; so do we.
        QTemporaryDir dir;
        std::string field;
        std::string quoted;
        for (int i = 0; field.size() < (std::size_t{1} << 20); ++i) {
            const std::string part = i % 3 == 0 ? "line\n" : i % 3 == 1 ? "a,b;c" : "say \"hi\" ";
            field += part;
            for (const char c : part)
                quoted += c == '"' ? "\"\"" : std::string(1, c);
        }
        const std::string path = dir.filePath(QStringLiteral("large.csv")).toStdString();
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString("id,note\n1,\"" + quoted + "\"\n2,x\n"));
        file.close();
        const Ours ours = readOurs(path, optionsFor("large.csv"));
        QVERIFY(ours.error.empty() && ours.faults.empty());
        QCOMPARE(ours.rows.size(), std::size_t{3});
        QVERIFY(ours.rows[1][1].get<std::string>() == field);
        QCOMPARE(dumpJson(ours.rows[2]), "[\"2\",\"x\"]"s);
    }

    void theSnifferFindsThem() {
        // Delimiter and quote of every file without a fault, from nothing but the path.
        std::set<std::string> wrong;
        for (const auto& [name, peers] : m_expected.items()) {
            if (kFaults.contains(name) || name.starts_with("unclosed") || name == "single_quotes_are_text.csv")
                continue;
            const auto reader = CsvReader::open(kFolder + name, std::optional<char>());
            if (!reader.ok())
                continue;
            const ReadOptions said = optionsFor(name);
            if ((*reader)->header().size() > 1 && (*reader)->dialect().delimiter != *said.delimiter)
                wrong.insert(name);
            if ((*reader)->dialect().quote != '"')
                wrong.insert(name + " (quote)");
        }
        std::string list;
        for (const std::string& name : wrong)
            list += name + " ";
        QVERIFY2(wrong.empty(), list.c_str());
    }
};

QTEST_APPLESS_MAIN(tst_csv_peers)
#include "tst_csv_peers.moc"
