// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of any table against a naive evaluation in memory: every row read by plain SQL, filtered and sorted here.
#include "core/base/rng.h"
#include "core/select/filter_lexer.h"
#include "core/store/browse/browse.h"
#include "core/store/browse/export_rows.h"
#include "support/browse_shop.h"
#include "support/shop_fixture.h"
#include "support/store_fixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace core::store;
using core::select::Filter;
using core::select::FilterOp;
using core::select::FilterType;

namespace {

using Cells = std::vector<BrowseCell>;
struct NaiveRow {
    std::int64_t key;
    Cells cells;
};

/// The joined table as plain SQL, written out by hand here, not by the code under test.
const char* naiveSql(const std::string& table) {
    if (table == "items")
        return "SELECT i.id, i.key, i.title, i.category, i.brand, i.price, i.currency, i.label, i.description, i.time, "
               "i.image, "
               "i.attributes, s.path FROM item i LEFT JOIN source s ON s.id = i.source_id ORDER BY i.id";
    return "SELECT e.id, e.time, CASE e.kind WHEN 1 THEN 'impression' WHEN 2 THEN 'click' WHEN 3 THEN 'cart' WHEN 4 "
           "THEN "
           "'purchase' WHEN 5 THEN 'search' ELSE 'review' END, u.key, i.key, i.title, q.text, e.quantity, e.price, "
           "e.label, "
           "e.session, e.order_key, e.position, e.cancelled, i.category, i.brand, s.path, e.extra FROM event e JOIN "
           "item i ON i.id "
           "= e.item_id LEFT JOIN user u ON u.id = e.user_id LEFT JOIN query q ON q.id = e.query_id JOIN source s ON "
           "s.id = "
           "e.source_id ORDER BY e.id";
}

std::vector<NaiveRow> naiveRows(const Project& project, const BrowseTable& table) {
    std::vector<NaiveRow> rows;
    const auto read = project.read([&](Database& database) -> core::Status {
        TL_TRY(Statement all, database.prepare(naiveSql(table.name)));
        for (;;) {
            TL_TRY(const bool more, all.step());
            if (!more)
                return {};
            NaiveRow row{all.integer(0), {}};
            for (std::size_t c = 0; c < table.columns.size(); ++c) {
                const int at = static_cast<int>(c) + 1;
                const BrowseType type = table.columns[c].type;
                if (all.isNull(at))
                    row.cells.emplace_back();
                else if (type == BrowseType::Number)
                    row.cells.emplace_back(all.real(at));
                else if (type == BrowseType::Integer || type == BrowseType::Time || type == BrowseType::Boolean)
                    row.cells.emplace_back(all.integer(at));
                else
                    row.cells.emplace_back(std::string(all.text(at)));
            }
            rows.push_back(std::move(row));
        }
    });
    if (!read.ok())
        qFatal("%s", core::errorSentence(read.error()).c_str());
    return rows;
}

/// Qt's full case folding is a simple one; ß is the only letter of the shop where ICU's differs.
QString folded(const std::string& text) {
    return QString::fromStdString(text).toCaseFolded().replace(QChar(0xDF), QStringLiteral("ss"));
}

std::optional<QString> textOf(const BrowseCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell))
        return QString::fromStdString(*text);
    return {};
}

std::optional<double> numberOf(const BrowseCell& cell) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell))
        return static_cast<double>(*whole);
    if (const auto* number = std::get_if<double>(&cell))
        return *number;
    return {};
}

bool naiveText(const Filter& test, const QString& raw) {
    const auto prepare = [&](const QString& text) { return test.exactly ? text : folded(text.toStdString()); };
    const QString text = prepare(raw);
    std::vector<QString> values;
    for (const auto& value : test.values)
        values.push_back(prepare(QString::fromStdString(value.text)));
    const auto less = [](const QString& a, const QString& b) { return a.toUtf8() < b.toUtf8(); };
    switch (test.op) {
    case FilterOp::Equal:
    case FilterOp::In:
        return std::find(values.begin(), values.end(), text) != values.end();
    case FilterOp::Less:
        return less(text, values[0]);
    case FilterOp::LessEqual:
        return !less(values[0], text);
    case FilterOp::Greater:
        return less(values[0], text);
    case FilterOp::GreaterEqual:
        return !less(text, values[0]);
    case FilterOp::Between:
        return !less(text, values[0]) && !less(values[1], text);
    case FilterOp::Contains:
        return text.contains(values[0]);
    case FilterOp::StartsWith:
        return text.startsWith(values[0]);
    case FilterOp::EndsWith:
        return text.endsWith(values[0]);
    case FilterOp::Matches:
        return QRegularExpression(QString::fromStdString(test.values[0].text),
                                  test.exactly ? QRegularExpression::NoPatternOption
                                               : QRegularExpression::CaseInsensitiveOption)
            .match(raw)
            .hasMatch();
    case FilterOp::Missing:
        break;
    }
    return false;
}

bool naiveNumber(const Filter& test, double number) {
    const double first = test.values.front().number, last = test.values.back().number;
    switch (test.op) {
    case FilterOp::Equal:
    case FilterOp::In:
        return std::any_of(test.values.begin(), test.values.end(),
                           [&](const auto& value) { return value.number == number; });
    case FilterOp::Less:
        return number < first;
    case FilterOp::LessEqual:
        return number <= first;
    case FilterOp::Greater:
        return number > first;
    case FilterOp::GreaterEqual:
        return number >= first;
    default:
        return number >= first && number <= last;
    }
}

bool naiveTime(const Filter& test, double number) {
    const auto time = static_cast<std::int64_t>(number);
    const auto& first = test.values.front();
    switch (test.op) {
    case FilterOp::Less:
        return time < first.from;
    case FilterOp::LessEqual:
        return time < first.to;
    case FilterOp::Greater:
        return time >= first.to;
    case FilterOp::GreaterEqual:
        return time >= first.from;
    case FilterOp::Between:
        return time >= first.from && time < test.values.back().to;
    default:
        return std::any_of(test.values.begin(), test.values.end(),
                           [&](const auto& span) { return time >= span.from && time < span.to; });
    }
}

bool naiveTest(const Filter& test, const BrowseTable& table, const Cells& cells) {
    BrowseCell cell;
    const std::string name = test.attribute ? table.attributes : test.column;
    cell = cells[static_cast<std::size_t>(table.column(name) - table.columns.data())];
    if (test.attribute && std::holds_alternative<std::string>(cell)) {
        const core::Json json = core::Json::parse(std::get<std::string>(cell));
        const core::Json value = json.value(test.column, core::Json());
        const bool wantsText = !test.values.empty() && test.values.front().type == FilterType::Text;
        if (value.is_null())
            cell = {};
        else if (wantsText)
            cell = value.is_string() ? value.get<std::string>() : value.dump();
        else if (value.is_string()) {
            bool ok = false;
            const double number = QString::fromStdString(value.get<std::string>()).toDouble(&ok);
            cell = test.op == FilterOp::Missing ? BrowseCell(1.0) : ok ? BrowseCell(number) : BrowseCell();
        } else
            cell = value.get<double>();
    }
    const bool missing = std::holds_alternative<std::monostate>(cell);
    if (test.op == FilterOp::Missing)
        return missing != test.negated;
    if (missing)
        return false;
    const FilterType type = test.values.front().type;
    bool holds = false;
    if (type == FilterType::Text || type == FilterType::Choice)
        holds = naiveText(test, *textOf(cell));
    else if (type == FilterType::Time)
        holds = naiveTime(test, *numberOf(cell));
    else
        holds = naiveNumber(test, *numberOf(cell));
    return holds != test.negated;
}

bool naiveHolds(const Filter& filter, const BrowseTable& table, const Cells& cells) {
    const auto child = [&](const Filter& one) { return naiveHolds(one, table, cells); };
    switch (filter.kind) {
    case Filter::Kind::All:
        return true;
    case Filter::Kind::And:
        return std::all_of(filter.children.begin(), filter.children.end(), child);
    case Filter::Kind::Or:
        return std::any_of(filter.children.begin(), filter.children.end(), child);
    case Filter::Kind::Not:
        return !child(filter.children.front());
    case Filter::Kind::Test:
        return naiveTest(filter, table, cells);
    }
    return false;
}

bool naiveFound(const std::string& search, const BrowseTable& table, const Cells& cells) {
    for (const QString& word : QString::fromStdString(search).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        bool found = false;
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            if (const auto text = textOf(cells[c]); table.columns[c].searched && text)
                found = found || folded(text->toStdString()).contains(folded(word.toStdString()));
        if (!found)
            return false;
    }
    return true;
}

/// The position of a cell among its like: kinds by their number, texts without case.
QByteArray sortText(const BrowseColumn& column, const BrowseCell& cell) {
    const std::string& text = std::get<std::string>(cell);
    if (column.type == BrowseType::Choice)
        return QByteArray::number(std::find(column.choices.begin(), column.choices.end(), text) -
                                  column.choices.begin());
    return folded(text).toUtf8();
}

std::vector<NaiveRow> naiveView(const std::vector<NaiveRow>& rows, const BrowseTable& table, const BrowseQuery& query,
                                const Filter& filter) {
    std::vector<NaiveRow> view;
    for (const NaiveRow& row : rows)
        if (naiveHolds(filter, table, row.cells) && naiveFound(query.search, table, row.cells))
            view.push_back(row);
    for (auto sort = query.sort.rbegin(); sort != query.sort.rend(); ++sort) {
        const BrowseColumn& column = *table.column(sort->column);
        const auto at = static_cast<std::size_t>(&column - table.columns.data());
        std::stable_sort(view.begin(), view.end(), [&](const NaiveRow& a, const NaiveRow& b) {
            const BrowseCell& x = a.cells[at];
            const BrowseCell& y = b.cells[at];
            const bool noX = std::holds_alternative<std::monostate>(x), noY = std::holds_alternative<std::monostate>(y);
            if (noX || noY)
                return !noX && noY;
            if (std::holds_alternative<std::string>(x))
                return sort->descending ? sortText(column, y) < sortText(column, x)
                                        : sortText(column, x) < sortText(column, y);
            return sort->descending ? *numberOf(y) < *numberOf(x) : *numberOf(x) < *numberOf(y);
        });
    }
    return view;
}

const std::vector<std::string>& testsOf(const std::string& table) {
    static const std::vector<std::string> items{"price > 10",
                                                "price between 3 and 12.5",
                                                "price in (1, 4.25, 9)",
                                                "price is missing",
                                                "price not in (1, 2)",
                                                "title contains lamp",
                                                "title contains 手机",
                                                "title contains \"STRASSE\"",
                                                "title starts with éclair",
                                                "title ends with 3",
                                                "title matches 'usb \\d$'",
                                                "title not matches '[aeiou]{2}'",
                                                "title contains LAMP exactly",
                                                "brand = ACME",
                                                "brand != acme",
                                                "brand = \"blue ox\" exactly",
                                                "brand not in (acme, x)",
                                                "brand is not missing",
                                                "brand < b",
                                                "title >= \"straße\"",
                                                "title < \"手\"",
                                                "category ends with c1",
                                                "time = 2011-06",
                                                "time < 2011-05-01",
                                                "time not in (2011-04, 2011-07)",
                                                "\"colour\" = RED",
                                                "\"colour\" contains ü",
                                                "\"size\" > 25",
                                                "\"size\" = \"7\"",
                                                "\"size\" in (1, 2, L)",
                                                "\"weight\" between 3 and 9.5",
                                                "\"a\\\"b\" = 1",
                                                "\"nothing\" is missing",
                                                "\"colour\" is not missing",
                                                "source is missing",
                                                "source contains shop",
                                                "label in (l1, L2, l3)"};
    static const std::vector<std::string> events{"time >= 2013",
                                                 "time between 2011-05 and 2011-09-09",
                                                 "time is missing",
                                                 "kind = purchase",
                                                 "kind in (click, cart)",
                                                 "kind != review",
                                                 "user starts with USER1",
                                                 "user = user5",
                                                 "user is missing",
                                                 "user not in (user1, user2)",
                                                 "item = sku-7",
                                                 "title contains 手机",
                                                 "query contains über",
                                                 "query is not missing",
                                                 "query is missing",
                                                 "quantity <= 3",
                                                 "quantity < 0",
                                                 "price > 5",
                                                 "price = 1.3",
                                                 "label = l0",
                                                 "session matches 's1.\\b'",
                                                 "order starts with c1",
                                                 "cancelled = yes",
                                                 "cancelled != yes",
                                                 "position between 3 and 9",
                                                 "brand = acme",
                                                 "brand is missing",
                                                 "brand != acme",
                                                 "category ends with c3",
                                                 "\"campaign\" contains spring",
                                                 "\"clicks\" >= 5",
                                                 "\"campaign\" is missing",
                                                 "source ends with csv"};
    return table == "items" ? items : events;
}

std::string randomFilter(core::Rng& rng, const std::string& table, int depth) {
    const auto& tests = testsOf(table);
    if (depth == 0 || rng.below(3) == 0)
        return tests[rng.below(tests.size())];
    const char* const glue = rng.below(2) == 0 ? " and " : " or ";
    std::string text = rng.below(4) == 0 ? "not (" : "(";
    for (std::size_t i = 0, parts = 2 + rng.below(2); i < parts; ++i)
        text += (i == 0 ? "" : glue) + randomFilter(rng, table, depth - 1);
    return text + ")";
}

BrowseQuery randomQuery(core::Rng& rng, const BrowseTable& table) {
    BrowseQuery query;
    query.table = table.name;
    if (rng.below(4) != 0)
        query.filter = randomFilter(rng, table.name, 2);
    static const std::vector<std::string> searches{"手机",  "LAMP",         "straße",    "red 手",
                                                   "SKU-1", "no such word", "\"quoted\""};
    if (rng.below(4) == 0)
        query.search = searches[rng.below(searches.size())];
    for (std::size_t n = rng.below(3); n > 0; --n) {
        const std::string& name = table.columns[rng.below(table.columns.size())].name;
        if (std::none_of(query.sort.begin(), query.sort.end(), [&](const auto& one) { return one.column == name; }))
            query.sort.push_back({name, rng.below(2) == 0});
    }
    return query;
}

std::string describe(const BrowseQuery& query) {
    std::string text = query.table + " | " + query.filter + " | " + query.search;
    for (const BrowseSort& sort : query.sort)
        text += " | " + sort.column + (sort.descending ? " desc" : " asc");
    return text;
}

bool sameRows(const std::vector<BrowseRow>& rows, const std::vector<NaiveRow>& view, std::size_t first) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].gone || rows[i].key != view[first + i].key || rows[i].cells != view[first + i].cells)
            return false;
    return true;
}

} // namespace

class TestBrowse : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void randomViewsEqualNaiveOnes_data();
    void randomViewsEqualNaiveOnes();
    void everyTableAndColumnWorks();
    void gapsAreWalked();
    void searchFindsTwoCharacters();
    void selectionsLimitRows();
    void nothingIsInjected();
    void mistakesAreTold();
    void droppedRowsAreThere();
    void writesMakeItStale();
    void cancelLeavesItAsItWas();
    void memoryIsBounded();
    void exportsAreComplete();
    void exportLeavesNothingBehind();
    void sizesAndAttributes();

private:
    std::shared_ptr<Browse> open(BrowseQuery query) const {
        auto view = Browse::open(m_project, std::move(query));
        if (!view.ok())
            qFatal("%s", core::errorSentence(view.error()).c_str());
        return *view;
    }
    std::shared_ptr<Browse> built(BrowseQuery query) const {
        auto view = open(std::move(query));
        core::JobContext job;
        if (const auto status = view->build(job); !status.ok())
            qFatal("%s", core::errorSentence(status.error()).c_str());
        return view;
    }
    storetest::Folder m_folder;
    ProjectPtr m_project;
};

void TestBrowse::initTestCase() {
    m_project = storetest::openProject(m_folder.path("shop.taillight"));
    QVERIFY(m_project);
    VERIFY_OK(storetest::write(*m_project, kShop));
    VERIFY_OK(
        storetest::write(*m_project, "DELETE FROM event WHERE id % 1000 BETWEEN 3 AND 40 OR id BETWEEN 9000 AND 9300"));
    VERIFY_OK(storetest::write(*m_project, kMore));
}

void TestBrowse::randomViewsEqualNaiveOnes_data() {
    QTest::addColumn<QString>("table");
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 6; ++seed) {
        QTest::addRow("items %d", seed) << "items" << seed;
        QTest::addRow("events %d", seed) << "events" << seed;
    }
}

void TestBrowse::randomViewsEqualNaiveOnes() {
    QFETCH(QString, table);
    QFETCH(int, seed);
    const BrowseTable& described = **browseTable(table.toStdString());
    const std::vector<NaiveRow> rows = naiveRows(*m_project, described);
    core::Rng rng(static_cast<std::uint64_t>(seed) * 7919);
    core::JobContext job;
    const int views = table == QLatin1String("items") ? 60 : 15;
    for (int i = 0; i < views; ++i) {
        const BrowseQuery query = randomQuery(rng, described);
        const auto view = built(query);
        const std::vector<NaiveRow> expected = naiveView(rows, described, query, view->filter());
        QVERIFY2(view->total() == static_cast<std::int64_t>(expected.size()), describe(query).c_str());
        const auto head = view->head(20, job);
        VERIFY_OK(head);
        QCOMPARE(head->size(), std::min<std::size_t>(20, expected.size()));
        QVERIFY2(sameRows(*head, expected, 0), describe(query).c_str());
        for (int p = 0; p < 8; ++p) {
            const std::size_t first = p == 0 ? 0 : rng.below(expected.size() + 1);
            const auto page = view->page(static_cast<std::int64_t>(first), 50, job);
            VERIFY_OK(page);
            QCOMPARE(page->size(), std::min<std::size_t>(50, expected.size() - first));
            QVERIFY2(sameRows(*page, expected, first), describe(query).c_str());
        }
    }
}

void TestBrowse::everyTableAndColumnWorks() {
    core::JobContext job;
    for (const BrowseTable& table : tables()) {
        const auto whole = built({.table = table.name});
        const auto all = whole->page(0, 100000, job);
        VERIFY_OK(all);
        QVERIFY2(static_cast<std::int64_t>(all->size()) == whole->total() && !all->empty(), table.name.c_str());
        for (const BrowseColumn& column : table.columns) {
            for (const bool descending : {false, true}) {
                BrowseQuery query{.table = table.name, .sort = {{column.name, descending}}};
                const auto sorted = built(query);
                QVERIFY2(sorted->total() == whole->total(), (table.name + "." + column.name).c_str());
                const auto rows = sorted->page(0, 100000, job);
                VERIFY_OK(rows);
                std::vector<std::int64_t> keys, expected;
                for (std::size_t i = 0; i < rows->size(); ++i) {
                    QVERIFY(!(*rows)[i].gone);
                    keys.push_back((*rows)[i].key);
                    expected.push_back((*all)[i].key);
                }
                std::sort(keys.begin(), keys.end());
                std::sort(expected.begin(), expected.end());
                QVERIFY2(keys == expected, (table.name + "." + column.name).c_str());
            }
            BrowseQuery missing{.table = table.name, .filter = column.name + " is missing"};
            BrowseQuery there{.table = table.name, .filter = column.name + " is not missing"};
            QCOMPARE(built(missing)->total() + built(there)->total(), whole->total());
        }
    }
    // Predictions: the class of the larger number, by hand: even items have 1 < 2, so class 1 = "b"; their truth is 0.
    const auto predicted = built({.table = "predictions", .filter = "item = SKU-2"})->page(0, 1, job);
    const BrowseTable& table = **browseTable("predictions");
    const auto cell = [&](const char* name) {
        return (*predicted)[0].cells[static_cast<std::size_t>(table.column(name) - table.columns.data())];
    };
    QCOMPARE(std::get<std::string>(cell("truth")), std::string("a"));
    QCOMPARE(std::get<std::string>(cell("predicted")), std::string("b"));
    QCOMPARE(std::get<std::int64_t>(cell("correct")), 0);
}

void TestBrowse::gapsAreWalked() {
    const std::vector<NaiveRow> rows = naiveRows(*m_project, **browseTable("events"));
    const auto view = built({.table = "events"});
    QCOMPARE(view->total(), static_cast<std::int64_t>(rows.size()));
    QVERIFY(view->memory() < 1000); // an anchor for every 4096 rows
    core::JobContext job;
    for (std::size_t first = 0; first < rows.size(); first += 509) {
        const auto page = view->page(static_cast<std::int64_t>(first), 7, job);
        VERIFY_OK(page);
        QVERIFY(sameRows(*page, rows, first));
    }
    VERIFY_OK(view->page(-5, 3, job));
    QCOMPARE(view->page(view->total(), 5, job)->size(), std::size_t{0});
    QCOMPARE(view->page(view->total() - 2, 5, job)->size(), std::size_t{2});
}

void TestBrowse::searchFindsTwoCharacters() {
    QCOMPARE(built({.table = "items", .search = "手机"})->total(),
             storetest::number(*m_project, "SELECT count(*) FROM item WHERE title LIKE '%手机%'"));
    QCOMPARE(built({.table = "events", .search = "手机"})->total(),
             storetest::number(
                 *m_project,
                 "SELECT count(*) FROM event e JOIN item i ON i.id = e.item_id LEFT JOIN query q ON q.id = e.query_id "
                 "WHERE i.title LIKE '%手机%' OR q.text LIKE '%手机%'"));
    QCOMPARE(built({.table = "reviews", .search = "质量　很好"})->total(), 211);
    QCOMPARE(built({.table = "items", .search = "éclair USB"})->total(),
             storetest::number(*m_project, "SELECT count(*) FROM item WHERE title LIKE 'ÉCLAIR%'"));
    QCOMPARE(built({.table = "items", .search = "STRASSE"})->total(),
             storetest::number(*m_project, "SELECT count(*) FROM item WHERE title LIKE 'Straße%'"));
}

void TestBrowse::selectionsLimitRows() {
    const auto count = [this](const char* table, const char* entity, std::set<std::string> names) {
        return built({.table = table, .selection = {entity, std::move(names)}})->total();
    };
    QCOMPARE(count("items", "item", {"SKU-3", "SKU-4", "gone"}), 2);
    QCOMPARE(count("items", "brand", {"Acme"}),
             storetest::number(*m_project, "SELECT count(*) FROM item WHERE brand = 'Acme'"));
    QCOMPARE(count("items", "label", {"l2"}),
             storetest::number(*m_project, "SELECT count(*) FROM item WHERE coalesce(label, category) = 'l2'"));
    QCOMPARE(count("items", "user", {"user5"}),
             storetest::number(
                 *m_project,
                 "SELECT count(DISTINCT item_id) FROM event e JOIN user u ON u.id = user_id WHERE key = 'user5'"));
    QCOMPARE(count("events", "item", {"SKU-3"}),
             storetest::number(*m_project, "SELECT count(*) FROM event WHERE item_id = 9"));
    QCOMPARE(count("events", "user", {"user5"}),
             storetest::number(*m_project, "SELECT count(*) FROM event WHERE user_id = 5"));
    QCOMPARE(count("events", "query", {"手机 3"}),
             storetest::number(*m_project, "SELECT count(*) FROM event WHERE query_id = 3"));
    QCOMPARE(count("users", "user", {"user5"}), 1);
    QCOMPARE(count("sources", "item", {"SKU-3"}), 1); // knows nothing of items
    for (const BrowseTable& table : tables())         // the window asks which tables do
        for (const char* entity : {"item", "brand", "category", "label", "user", "query"}) {
            const bool narrowed = count(table.name.c_str(), entity, {"no such name"}) == 0;
            const bool empty = count(table.name.c_str(), entity, {}) == 0;
            QVERIFY2(narrowed == selectionApplies(table, entity) || empty, (table.name + ", " + entity).c_str());
        }
    QVERIFY(!selectionApplies(**browseTable("items"), "colour"));
    QCOMPARE(built({.table = "split_events", .search = "SKU"})->total(), 0); // has nothing to search in
}

void TestBrowse::nothingIsInjected() {
    const std::string before = storetest::dump(*m_project);
    for (const char* text : {"'; DROP TABLE item; --", "\" OR 1=1 --", "x') OR ('1'='1", "%_", "?1", "\\"}) {
        const std::string quoted = core::select::quoteFilterText(text);
        QCOMPARE(built({.table = "items", .filter = "title = " + quoted})->total(), 0);
        QCOMPARE(built({.table = "items", .filter = "title in (" + quoted + ")"})->total(), 0);
        QCOMPARE(built({.table = "items", .filter = quoted + " = 1"})->total(), 0); // the name of an attribute
        QVERIFY(built({.table = "items", .search = text})->total() <= 211);
        QCOMPARE(built({.table = "items", .selection = {"item", {text}}})->total(), 0);
    }
    QVERIFY(storetest::dump(*m_project) == before);
}

void TestBrowse::mistakesAreTold() {
    VERIFY_ERROR(Browse::open(m_project, {.table = "thing"}), core::ErrorCode::UnknownChoice);
    VERIFY_ERROR(Browse::open(m_project, {.table = "items", .sort = {{"cost", false}}}),
                 core::ErrorCode::UnknownChoice);
    const auto wrong = Browse::open(m_project, {.table = "items", .filter = "prise > 3"});
    VERIFY_ERROR(wrong, core::ErrorCode::Usage);
    QVERIFY(core::errorSentence(wrong.error()).find("Did you mean “price”?") != std::string::npos);
    const auto pattern = Browse::open(m_project, {.table = "items", .filter = "title matches '[a'"});
    VERIFY_ERROR(pattern, core::ErrorCode::Usage);
    QVERIFY(core::errorSentence(pattern.error()).find("no regular expression") != std::string::npos);
    core::JobContext job;
    VERIFY_ERROR(open({.table = "items"})->page(0, 5, job), core::ErrorCode::Internal);
}

void TestBrowse::droppedRowsAreThere() {
    core::JobContext job;
    const auto events = built({.table = "dropped_events"});
    QCOMPARE(events->total(), 3);
    const auto rows = events->page(0, 3, job);
    VERIFY_OK(rows);
    std::string steps;
    for (const BrowseRow& row : *rows)
        steps += cellText(row.cells[0], BrowseType::Integer) + cellText(row.cells[1], BrowseType::Text) + " ";
    QCOMPARE(steps, std::string("1robots 1robots 2invalid "));
    QCOMPARE((*rows)[1].cells[6].index(), std::size_t{0}); // its item went too
    QCOMPARE(built({.table = "dropped_events", .filter = "step = 1 and kind = click"})->total(), 2);
    QCOMPARE(built({.table = "dropped_events", .sort = {{"reason", false}}})->page(0, 1, job)->front().key,
             (std::int64_t{2} << 42) | 5);
    QCOMPARE(built({.table = "dropped_items", .search = "手机"})->total(), 1);
    QCOMPARE(built({.table = "cleaning", .filter = "events_dropped > 1"})->total(), 1);
}

void TestBrowse::writesMakeItStale() {
    const auto view = built({.table = "users", .sort = {{"user", true}}});
    QVERIFY(!view->stale());
    VERIFY_OK(storetest::write(*m_project, "INSERT INTO user(id, key) VALUES (1000, 'zz'), (1001, 'zzz')"));
    QVERIFY(view->stale());
    core::JobContext job;
    QCOMPARE(view->total(), 97); // as it was, until it is built again
    VERIFY_OK(view->page(0, 97, job));
    VERIFY_OK(view->build(job));
    QCOMPARE(view->total(), 99);
    QCOMPARE(view->page(0, 1, job)->front().key, 1001);
    VERIFY_OK(storetest::write(*m_project, "DELETE FROM user WHERE id >= 1000"));
    const auto gone = view->page(0, 3, job);
    VERIFY_OK(gone);
    QVERIFY((*gone)[0].gone && (*gone)[1].gone && !(*gone)[2].gone);
}

void TestBrowse::cancelLeavesItAsItWas() {
    core::JobContext cancelled;
    cancelled.cancel();
    const auto view = open({.table = "events", .sort = {{"title", false}}});
    VERIFY_ERROR(view->build(cancelled), core::ErrorCode::Cancelled);
    VERIFY_ERROR(view->head(5, cancelled), core::ErrorCode::Cancelled);
    QVERIFY(!view->ready());
    QCOMPARE(view->total(), -1);
    // While a statement runs that would take minutes: the product of the table with itself, many times over.
    core::JobContext job;
    const auto slow =
        open({.table = "items", .filter = "title matches '(a|b|ab)*c' or description matches '(x+x+)+y'"});
    std::thread canceller([&job] {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        job.cancel();
    });
    const auto status = slow->build(job);
    canceller.join();
    QVERIFY(status.ok() || status.error().code == core::ErrorCode::Cancelled);
    core::JobContext fresh;
    VERIFY_OK(view->build(fresh));
    QVERIFY(view->ready());
}

void TestBrowse::memoryIsBounded() {
    for (const BrowseQuery& query :
         {BrowseQuery{.table = "events"}, BrowseQuery{.table = "events", .filter = "price > 1"},
          BrowseQuery{.table = "events", .sort = {{"title", false}}},
          BrowseQuery{.table = "events", .sort = {{"title", false}, {"time", true}}},
          BrowseQuery{.table = "split_events"}, BrowseQuery{.table = "split_events", .filter = "part = train"}}) {
        const auto view = built(query);
        QVERIFY2(view->memory() <= 8 * static_cast<std::size_t>(view->total()) + 64 * 1024, describe(query).c_str());
    }
}

void TestBrowse::exportsAreComplete() {
    core::JobContext job;
    const std::string csv = m_folder.path("rows.csv");
    const auto view = built({.table = "items", .filter = "brand = acme", .sort = {{"price", true}}});
    const auto written = exportRows(
        *view, {.path = csv, .columns = {"item", "description", "price", "time"}, .guardFormulas = true}, job);
    VERIFY_OK(written);
    QCOMPARE(written->rows, view->total());
    QCOMPARE(written->formulas,
             storetest::number(*m_project, "SELECT count(description) FROM item WHERE brand = 'Acme'"));
    QCOMPARE(QFileInfo(QString::fromStdString(csv)).permissions() &
                 (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
    const std::string text = *core::readFile(csv);
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), view->total() + 1);
    QVERIFY(text.starts_with("item,description,price,time\n"));
    QVERIFY(text.find("\"'=SUM(") != std::string::npos);
    // JSON Lines hold what the pages hold.
    const std::string lines = m_folder.path("rows.jsonl");
    QCOMPARE(exportFormatOf(lines), RowsExport::Format::JsonLines);
    VERIFY_OK(exportRows(*view, {.path = lines, .format = RowsExport::Format::JsonLines}, job));
    QFile file(QString::fromStdString(lines));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto rows = view->page(0, view->total(), job);
    const BrowseTable& table = view->table();
    for (const BrowseRow& row : *rows) {
        const core::Json line = core::Json::parse(file.readLine().toStdString());
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            COMPARE_JSON(line[table.columns[c].name], cellJson(row.cells[c], table.columns[c].type));
    }
    QVERIFY(file.atEnd());
    // Only some rows: parts outside of the view are left out.
    const auto some =
        exportRows(*view, {.path = csv, .columns = {"item"}, .rows = {{2, 2}, {view->total() - 1, 5}, {-3, 1}}}, job);
    VERIFY_OK(some);
    const auto item = [&](std::int64_t row) {
        return cellText((*rows)[static_cast<std::size_t>(row)].cells[0], BrowseType::Text);
    };
    QCOMPARE(*core::readFile(csv), "item\n" + item(2) + "\n" + item(3) + "\n" + item(view->total() - 1) + "\n");
    VERIFY_ERROR(exportRows(*view, {.path = csv, .columns = {"cost"}}, job), core::ErrorCode::UnknownChoice);
    VERIFY_ERROR(exportRows(*view, {.path = m_folder.path("no/such/folder.csv")}, job), core::ErrorCode::WriteFailed);
}

void TestBrowse::exportLeavesNothingBehind() {
    const std::string csv = m_folder.write("kept.csv", "as it was\n");
    const auto count = [&] { return QFileInfo(QString::fromStdString(csv)).dir().count(); };
    const auto before = count();
    core::JobContext job;
    job.cancel();
    VERIFY_ERROR(exportRows(*built({.table = "events"}), {.path = csv}, job), core::ErrorCode::Cancelled);
    QCOMPARE(count(), before);
    QCOMPARE(*core::readFile(csv), std::string("as it was\n"));
}

void TestBrowse::sizesAndAttributes() {
    core::JobContext job;
    const auto sizes = tableSizes(*m_project, job);
    VERIFY_OK(sizes);
    QCOMPARE(sizes->size(), tables().size());
    QCOMPARE((*sizes)[0].rows, 211);
    const auto names = attributeNames(*m_project, **browseTable("items"));
    VERIFY_OK(names);
    QCOMPARE(*names, (std::vector<std::string>{"a\"b", "colour", "size", "weight"}));
    QVERIFY(attributeNames(*m_project, **browseTable("users"))->empty());
    QVERIFY(!*isViewerCopy(*m_project));
    VERIFY_OK(storetest::write(*m_project, "INSERT INTO meta VALUES ('role', 'viewer')"));
    QVERIFY(*isViewerCopy(*m_project));
}

QTEST_APPLESS_MAIN(TestBrowse)
#include "tst_browse.moc"
