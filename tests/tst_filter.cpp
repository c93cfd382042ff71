// SPDX-License-Identifier: GPL-3.0-or-later
// The filter language: what parses to what, how faults are told, and that print and parse are each other's inverse.
#include "core/base/rng.h"
#include "core/select/filter.h"
#include "core/select/filter_complete.h"

#include <QTest>

#include <string>
#include <vector>

using namespace core::select;

namespace {

FilterColumns shopColumns() {
    return {{{"title", FilterType::Text, {}},
             {"brand", FilterType::Text, {}},
             {"price", FilterType::Number, {}},
             {"time", FilterType::Time, {}},
             {"cancelled", FilterType::Boolean, {}},
             {"kind", FilterType::Choice, {"click", "purchase"}}},
            "attributes"};
}

ParsedFilter parse(const std::string& text) {
    return parseFilter(text, shopColumns());
}

std::string canonical(const std::string& text) {
    const ParsedFilter parsed = parse(text);
    if (!parsed.ok())
        return "fault: " + filterFaultSentence(text, *parsed.fault);
    return printFilter(parsed.filter, shopColumns());
}

} // namespace

class TestFilter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void canonicalText_data();
    void canonicalText();
    void faultsSayWhere_data();
    void faultsSayWhere();
    void timesAreSpans();
    void numbersTakeUnits();
    void limits();
    void proposals_data();
    void proposals();
    void randomTreesRoundTrip();
    void randomBytesNeverCrash();
};

void TestFilter::canonicalText_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed");
    const auto row = [](const char* text, const char* printed) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(printed);
    };
    row("", "");
    row("   ", "");
    row("price>=1.5k", "price >= 1500");
    row("PRICE < 2M", "price < 2000000");
    row("price = -0.25", "price = -0.25");
    row("price = 3万", "price = 30000");
    row("price <> 3", "price != 3");
    row("price ≠ 3 && price ≤ 9", "price != 3 and price <= 9");
    row("brand = Acme", "brand = \"Acme\"");
    row("brand == 'Blue Ox' exactly", "brand = \"Blue Ox\" exactly");
    row("title contains 手机", "title contains \"手机\"");
    row("title NOT CONTAINS “手机 壳”", "title not contains \"手机 壳\"");
    row("title starts with \"a\\\"b\\\\c\\n\\u00e9\"", "title starts with \"a\\\"b\\\\c\\né\"");
    row("title ends with x", "title ends with \"x\"");
    row("title matches '^a.*b$'", "title matches \"^a.*b$\"");
    row("title matches '\\d\\'x'", "title matches \"\\\\d'x\"");
    row("brand in (Acme， 'Blue Ox',x)", "brand in (\"Acme\", \"Blue Ox\", \"x\")");
    row("price not in (1,2)", "price not in (1, 2)");
    row("brand is missing", "brand is missing");
    row("brand IS NOT missing", "brand is not missing");
    row("price between 1 and 2 and brand = x", "price between 1 and 2 and brand = \"x\"");
    row("price not between 1 and 2k", "price not between 1 and 2000");
    row("time = 2011-12", "time = 2011-12");
    row("time >= 2011/1/9", "time >= 2011-01-09");
    row("time < 2011-12-09 12:50", "time < \"2011-12-09 12:50\"");
    row("time between 2011 and 2012-02-29T01:02:03", "time between 2011 and \"2012-02-29 01:02:03\"");
    row("cancelled = true or cancelled = 0", "cancelled = yes or cancelled = no");
    row("kind = PURCHASE", "kind = \"purchase\"");
    row("brand = a or brand = b and price > 1", "brand = \"a\" or brand = \"b\" and price > 1");
    row("(brand = a or brand = b) and price > 1", "(brand = \"a\" or brand = \"b\") and price > 1");
    row("((price > 1))", "price > 1");
    row("price > 1 and (price > 2 and price > 3)", "price > 1 and price > 2 and price > 3");
    row("not price > 1 and price > 2", "not price > 1 and price > 2");
    row("not (price > 1 and price > 2)", "not (price > 1 and price > 2)");
    row("!（price > 1）", "not price > 1");
    row("not not price > 1", "not not price > 1");
    row("\"colour\" = red", "\"colour\" = \"red\"");
    row("\"size\" > 40", "\"size\" > 40");
    row("\"size\" = \"40\"", "\"size\" = \"40\"");
    row("\"size\" in (40, L)", "\"size\" in (\"40\", \"L\")");
    row("\"title\" = x", "title = \"x\"");
    row("attributes.\"title\" = x", "attributes.\"title\" = \"x\"");
    row("attributes.\"size\" = 4", "\"size\" = 4");
}

void TestFilter::canonicalText() {
    QFETCH(QString, text);
    QFETCH(QString, printed);
    QCOMPARE(QString::fromStdString(canonical(text.toStdString())), printed);
    QCOMPARE(QString::fromStdString(canonical(printed.toStdString())), printed);
    QCOMPARE(parse(printed.toStdString()).filter, parse(text.toStdString()).filter);
}

void TestFilter::faultsSayWhere_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* text, int position, const char* part) {
        QTest::newRow(text) << QString::fromUtf8(text) << position << QString::fromUtf8(part);
    };
    row("prise > 3", 0, "there is no column “prise”; there are title, brand");
    row("prise > 3", 0, "Did you mean “price”?");
    row("price > ", 8, "expected a value, but the filter ends here");
    row("price", 5, "expected = != <");
    row("price > x", 8, "“x” is no number");
    row("price contains 3", 6, "“contains” does not go with this column");
    row("time = yesterday", 7, "“yesterday” is no time");
    row("time = 2011-02-30", 7, "is no time");
    row("kind = purchaze", 7, "Did you mean “purchase”?");
    row("cancelled = maybe", 12, "none of yes, no");
    row("cancelled > yes", 10, "use = != is");
    row("title = \"abc", 8, "the quote that opens here is never closed");
    row("title = \"a\\qb\"", 10, "escape “\\q” is not known");
    row("title = \"\\u00\"", 9, "is not known");
    row("(price > 1", 10, "expected and, or, )");
    row("price > 1)", 9, "expected and, or, the end, but found “)”");
    row("price > 1 brand = x", 10, "expected and, or, the end");
    row("price > 1 and", 13, "expected a column");
    row("and price > 1", 0, "expected a column, but found “and”");
    row("brand in Acme", 9, "expected (");
    row("brand in (a b)", 12, "expected , )");
    row("brand in ()", 10, "expected a value");
    row("brand starts x", 13, "expected with");
    row("brand is there", 9, "expected missing");
    row("price between 1", 15, "expected and");
    row("price > 1 exactly", 10, "expected and, or");
    row("手机 = 1 and", 0, "there is no column “手机”");
    row("title = 手机 and prise = 1", 19, "Filter, character 16:");
}

void TestFilter::faultsSayWhere() {
    QFETCH(QString, text);
    QFETCH(int, position);
    QFETCH(QString, part);
    const std::string source = text.toStdString();
    const ParsedFilter parsed = parse(source);
    QVERIFY(!parsed.ok());
    QCOMPARE(static_cast<int>(parsed.fault->position), position);
    const QString sentence = QString::fromStdString(filterFaultSentence(source, *parsed.fault));
    QVERIFY2(sentence.contains(part), qPrintable(sentence));
}

void TestFilter::timesAreSpans() {
    // Reference: `date -u -d … +%s`.
    const auto december = parseFilterTime("2011-12");
    QCOMPARE(december->from, 1322697600);
    QCOMPARE(december->to, 1325376000);
    QCOMPARE(parseFilterTime("2012-02")->to - parseFilterTime("2012-02")->from, 29 * 86400);
    QCOMPARE(parseFilterTime("2011")->to, 1325376000);
    QCOMPARE(parseFilterTime("2011-12-09 12:50")->from, 1323435000);
    QCOMPARE(parseFilterTime("2011-12-09 12:50")->to, 1323435060);
    QCOMPARE(parseFilterTime("2011-12-09T12:50:07")->to, 1323435008);
    QCOMPARE(parseFilterTime("1969-12-31")->from, -86400);
    for (const char* wrong : {"", "11", "2011-", "2011-13", "2011-00", "2011-02-29", "2011-1-1x", "2011-01-01 24:00",
                              "2011-01-01 1", "2011-01-01 10:60", "20111"})
        QVERIFY2(!parseFilterTime(wrong), wrong);
}

void TestFilter::numbersTakeUnits() {
    QCOMPARE(*parseFilterNumber("1.5k"), 1500.0);
    QCOMPARE(*parseFilterNumber("+2M"), 2e6);
    QCOMPARE(*parseFilterNumber("-3G"), -3e9);
    QCOMPARE(*parseFilterNumber("2亿"), 2e8);
    QCOMPARE(*parseFilterNumber("1e3"), 1000.0);
    for (const char* wrong : {"", "k", "1kk", "nan", "inf", "1e999", "0x10", "1,5", "--1"})
        QVERIFY2(!parseFilterNumber(wrong), wrong);
}

void TestFilter::limits() {
    std::string many = "price > 0";
    for (int i = 1; i < kMostFilterTests; ++i)
        many += " or price > " + std::to_string(i);
    QVERIFY(parse(many).ok());
    QVERIFY(!parse(many + " or price > 1").ok());
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '(') + "price > 1" + std::string(depth, ')');
    };
    QVERIFY(parse(nested(90)).ok());
    const ParsedFilter deep = parse(nested(100000));
    QVERIFY(!deep.ok());
    QVERIFY(filterFaultSentence("", *deep.fault).find("100 deep") != std::string::npos);
}

void TestFilter::proposals_data() {
    QTest::addColumn<QString>("text"); // | = the cursor
    QTest::addColumn<QString>("proposed");
    QTest::addColumn<QString>("replaced");
    const auto row = [](const char* text, const char* proposed, const char* replaced = "") {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(proposed) << QString::fromUtf8(replaced);
    };
    row("|", "title/brand/price/time/cancelled/kind/\"colour\"/attributes.\"title\"/not");
    row("pr|", "price", "pr");
    row("CO|", "\"colour\"", "CO");
    row("price|", "", "price"); // there already
    row("price |", "=/!=/</<=/>/>=/in/between/is missing/is not missing/not");
    row("kind |", "=/!=/in/is missing/is not missing/not");
    row("cancelled = |", "yes/no");
    row("kind = p|", "purchase", "p");
    row("kind in (click, |", "click/purchase");
    row("kind in (click |", ",/)");
    row("title not s|", "starts with", "s");
    row("title starts |", "with");
    row("price between 1 |", "and");
    row("price between 1 and |", "");
    row("title = \"手机\" |", "and/or/exactly");
    row("(price = 1 |", "and/or/)");
    row("time > 2011-12-09 12:50 |", "and/or");
    row("time between 2011-12-09 12:50 a|", "and", "a");
    row("price = 1 and k| = click", "kind", "k");
    row("attributes.\"title\" c|", "contains", "c");
    row("title is |", "missing/not missing");
    row("title is not m|", "missing", "m");
    row("title = \"手|", ""); // within quotes anything goes
    row(") |", "");
}

void TestFilter::proposals() {
    QFETCH(QString, text);
    QFETCH(QString, proposed);
    QFETCH(QString, replaced);
    const std::string before = text.section(QLatin1Char('|'), 0, 0).toStdString();
    const std::string whole = text.remove(QLatin1Char('|')).toStdString();
    const FilterProposals found = filterProposals(whole, before.size(), shopColumns(), {"colour", "title"});
    QStringList texts;
    for (const std::string& one : found.texts)
        texts << QString::fromStdString(one);
    QCOMPARE(texts.join(QLatin1Char('/')), proposed);
    QCOMPARE(QString::fromStdString(whole.substr(found.from, found.to - found.from)), replaced);
}

void TestFilter::randomTreesRoundTrip() {
    core::Rng rng(20240501);
    const std::vector<std::string> tests{"price > 1",
                                         "price in (1, 2.5)",
                                         "not brand = \"a b\" exactly",
                                         "title contains \"手机\"",
                                         "time = 2011-12",
                                         "brand is missing",
                                         "\"colour\" != \"red\"",
                                         "kind in (\"click\", \"purchase\")",
                                         "cancelled = yes",
                                         "attributes.\"price\" between 3 and 4",
                                         "title not matches \"\\\\d+\""};
    const std::function<std::string(int)> make = [&](int depth) -> std::string {
        if (depth == 0 || rng.below(3) == 0)
            return tests[rng.below(tests.size())];
        std::string text = rng.below(4) == 0 ? "not (" : "(";
        const bool isAnd = rng.below(2) == 0;
        const std::size_t parts = 1 + rng.below(3);
        for (std::size_t i = 0; i < parts; ++i)
            text += (i == 0 ? "" : isAnd ? " and " : " or ") + make(depth - 1);
        return text + ")";
    };
    for (int i = 0; i < 2000; ++i) {
        const std::string text = make(5);
        const ParsedFilter first = parse(text);
        QVERIFY2(first.ok(), text.c_str());
        const std::string printed = printFilter(first.filter, shopColumns());
        const ParsedFilter second = parse(printed);
        QVERIFY2(second.ok(), printed.c_str());
        QVERIFY2(first.filter == second.filter, (text + "\n" + printed).c_str());
        QCOMPARE(printFilter(second.filter, shopColumns()), printed);
    }
}

void TestFilter::randomBytesNeverCrash() {
    core::Rng rng(7);
    const std::vector<std::string> pieces{"price",
                                          "title",
                                          " ",
                                          "(",
                                          ")",
                                          "and",
                                          "or",
                                          "not",
                                          "\"",
                                          "'",
                                          "\\",
                                          "\\u12",
                                          "=",
                                          "<",
                                          "in",
                                          "between",
                                          "is",
                                          "missing",
                                          "2011-12",
                                          "手",
                                          "\xE6",
                                          "“",
                                          "1k",
                                          ",",
                                          "exactly",
                                          "attributes.",
                                          "starts",
                                          "with",
                                          std::string(1, '\0')};
    int good = 0;
    for (int i = 0; i < 50000; ++i) {
        std::string text;
        for (std::size_t n = rng.below(12); n > 0; --n)
            text += pieces[rng.below(pieces.size())] + (rng.below(2) == 0 ? " " : "");
        const ParsedFilter parsed = parse(text);
        if (parsed.ok()) {
            ++good;
            QCOMPARE(parse(printFilter(parsed.filter, shopColumns())).filter, parsed.filter);
        } else {
            QVERIFY(parsed.fault->position <= text.size());
            QVERIFY(!filterFaultSentence(text, *parsed.fault).empty());
        }
    }
    QVERIFY(good > 100);
}

QTEST_APPLESS_MAIN(TestFilter)
#include "tst_filter.moc"
