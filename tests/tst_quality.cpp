// SPDX-License-Identifier: GPL-3.0-or-later
// The quality report against pandas 1.5.3 and numpy 1.24 on real data, and by hand on small data.
#include "core/store/quality/quality.h"
#include "tests/support/store_fixture.h"

#include <QFile>

#include <cmath>

using namespace core;
using namespace core::store;
using namespace storetest;
using data::SourceKind;
using Severity = QualityFinding::Severity;

namespace {

std::string realData(const char* name) {
    const QString folder =
        qEnvironmentVariable("TAILLIGHT_DATA", QStringLiteral(TAILLIGHT_SOURCE_DIR "/../shared/data"));
    const QString path = folder + QLatin1Char('/') + QLatin1String(name);
    return QFile::exists(path) ? path.toStdString() : std::string();
}

const ColumnQuality* columnOf(const QualityReport& report, const std::string& table, const std::string& name) {
    for (const ColumnQuality& column : report.columns)
        if (column.table == table && column.name == name)
            return &column;
    return nullptr;
}

const QualityFinding* findingOf(const QualityReport& report, const std::string& check, const std::string& column = {}) {
    for (const QualityFinding& finding : report.findings)
        if (finding.check == check && (column.empty() || finding.numbers.value("column", "") == column))
            return &finding;
    return nullptr;
}

std::string topText(const ColumnQuality& column, std::size_t howMany) {
    std::string text;
    for (std::size_t i = 0; i < std::min(howMany, column.top.size()); ++i)
        text += (i > 0 ? " " : "") + column.top[i].value + ":" + std::to_string(column.top[i].count);
    return text;
}

bool close(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

std::string integers(const std::vector<std::int64_t>& numbers) {
    std::string text;
    for (const std::int64_t number : numbers)
        text += (text.empty() ? "" : " ") + std::to_string(number);
    return text;
}

/// 40 labelled items: the brand gives the label away, the attribute repeats it, and they are sorted by it.
std::string leakyCatalogue() {
    std::string csv = "id,title,brand,category\n";
    for (int i = 0; i < 40; ++i) {
        const std::string label = i < 20 ? "lamp" : "chair";
        csv += std::to_string(i) + ",Thing " + std::to_string(i % 30) + " " + (i % 4 == 0 ? label : "x") + "," +
               (i < 20 ? (i % 2 == 0 ? "Lux" : "Lumen") : "Oak") + ",Home\n";
    }
    return csv;
}

} // namespace

class TestQuality : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textsAreTypedByAllOfThem_data() {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<QString>("type");
        const auto row = [](const char* type, const QStringList& cells) {
            QTest::newRow(qPrintable(QLatin1String(type) + QLatin1Char(' ') + cells.join(QLatin1Char(','))))
                << cells << QString::fromLatin1(type);
        };
        row("integer", {QStringLiteral("1"), QStringLiteral("-20"), QStringLiteral("300")});
        row("number", {QStringLiteral("1"), QStringLiteral("2.5")});
        row("code", {QStringLiteral("007"), QStringLiteral("123")});
        row("time", {QStringLiteral("2024-01-02"), QStringLiteral("2024-01-02 03:04:05")});
        row("boolean", {QStringLiteral("true"), QStringLiteral("false")});
        row("text", {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("three")});
        row("text", {QStringLiteral("2024-01-02"), QStringLiteral("soon")});
        row("none", {QString(), QString()});
    }
    void textsAreTypedByAllOfThem() {
        QFETCH(QStringList, cells);
        QFETCH(QString, type);
        ColumnProfile profile("t", "c");
        for (const QString& cell : cells)
            profile.addText(cell.toStdString());
        const ColumnQuality column = profile.finish();
        QCOMPARE(QString::fromStdString(column.type), type);
        QCOMPARE(column.rows, static_cast<std::int64_t>(cells.size()));
        const bool numeric =
            type == QLatin1String("integer") || type == QLatin1String("number") || type == QLatin1String("time");
        QCOMPARE(column.numbers.has_value(), numeric);
    }

    void missingEmptyAndNullAreToldApart() {
        ColumnProfile profile("t", "c");
        profile.addMissing();
        profile.addMissing();
        profile.addNull();
        profile.addText("");
        profile.addText("灯");
        profile.addText("lamp");
        profile.addText("lamp");
        const ColumnQuality column = profile.finish();
        QCOMPARE(column.rows, std::int64_t{7});
        QCOMPARE(column.missing, std::int64_t{2});
        QCOMPARE(column.null, std::int64_t{1});
        QCOMPARE(column.empty, std::int64_t{1});
        QCOMPARE(column.filled(), std::int64_t{3});
        QCOMPARE(column.distinct, std::int64_t{2});
        QCOMPARE(QString::fromStdString(topText(column, 5)), QString::fromUtf8("lamp:2 灯:1"));
        QCOMPARE(column.lengths->min, std::int64_t{1}); // characters, not bytes
        QCOMPARE(column.lengths->max, std::int64_t{4});
        QVERIFY(close(column.lengths->mean, 3));
        QVERIFY(column.exact);
    }

    void manyDistinctTextsAreEstimated() {
        TextCounts counts(1000);
        for (int i = 0; i < 40'000; ++i) {
            counts.add("value " + std::to_string(i));
            if (i % 4 == 0)
                counts.add("often");
        }
        QVERIFY(!counts.exact());
        QVERIFY(std::abs(static_cast<double>(counts.distinct()) / 40'001 - 1) < 0.15); // 1/√500 at three deviations
        QCOMPARE(counts.top(1)[0].value, std::string("often"));
        QCOMPARE(counts.top(1)[0].count, std::int64_t{10'000});
        TextCounts few(1000);
        for (int i = 0; i < 5000; ++i)
            few.add(std::to_string(i % 1000));
        QVERIFY(few.exact());
        QCOMPARE(few.distinct(), std::int64_t{1000});
    }

    void anEmptyProjectIsFine() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        JobContext job;
        const auto report = qualityReport(*project, job);
        QVERIFY(report.ok());
        QVERIFY(report->columns.empty());
        QVERIFY(report->imbalance.empty());
        QVERIFY(!qualityText(*report).empty());
    }

    void duplicatesWithinAndAcrossAreFound() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        const std::string file =
            folder.write("items.csv", "id,title,label\n1,Red Lamp,lamp\n2,red  lamp,lamp\n3,Red <b>lamp</b>!,chair\n"
                                      "4,Chair,chair\n5,Chair,chair\n6,Bench,bench\n");
        QVERIFY(importAs(*project, file, SourceKind::Catalogue).ok());
        QVERIFY(importLog(*project, folder.write("log.csv", "item,user,price,time\n1,u,2,2024-01-01\n1,u,2,2024-01-01\n"
                                                            "1,u,2,2024-01-01\n4,v,3,2024-01-05\n"))
                    .ok());
        // Items 2 and 5 are tested on; their titles are those of 1 and 4 in training. Item 3 differs by HTML alone.
        QVERIFY(write(*project,
                      "INSERT INTO split(id, name, config, created, labels, cross_duplicates) VALUES (1, 's', "
                      "'{}', '', '[]', 0); INSERT INTO split_row VALUES (1, 1, 0, 0), (1, 4, 0, 1), (1, 6, 0, "
                      "2), (1, 2, 2, 0), (1, 3, 1, 1), (1, 5, 2, 1);"
                      "INSERT INTO split(id, name, config, created, labels, cross_duplicates, unit) VALUES (2, "
                      "'e', '{\"group\": \"user\"}', '', '[]', 0, 'event'); INSERT INTO split_event VALUES (2, "
                      "1, 0), (2, 2, 2), (2, 4, 0)")
                    .ok());
        JobContext job;
        const auto report = qualityReport(*project, job);
        QVERIFY(report.ok());
        const auto* events = findingOf(*report, "duplicate_events");
        QVERIFY(events != nullptr && events->severity == Severity::Warning);
        QCOMPARE(events->numbers["repeated"].get<int>(), 2);
        QCOMPARE(events->numbers["groups"].get<int>(), 1);
        const auto* titles = findingOf(*report, "duplicate_titles");
        QCOMPARE(titles->numbers["same_title"].get<int>(), 1);               // Chair
        QCOMPARE(titles->numbers["same_but_case_and_spaces"].get<int>(), 2); // and red lamp
        QCOMPARE(titles->numbers["same_words"].get<int>(), 3);               // and with HTML
        QCOMPARE(findingOf(*report, "conflicting_labels")->numbers["titles"].get<int>(), 1);
        const auto* across = findingOf(*report, "titles_across_parts");
        QCOMPARE(across->numbers["items"].get<int>(), 3);
        QCOMPARE(across->numbers["same_but_case_and_spaces"].get<int>(), 2);
        QCOMPARE(across->numbers["same_words"].get<int>(), 3);
        const auto* groups = findingOf(*report, "groups_across_parts");
        QCOMPARE(int(groups->severity), int(Severity::Warning));
        QCOMPARE(groups->numbers["users"].get<int>(), 2);
        QCOMPARE(groups->numbers["users_across"].get<int>(), 1);
        // Event 4 (5 January) is in training, and the first of test is of 1 January.
        const auto* travel = findingOf(*report, "time_travel");
        QCOMPARE(travel->numbers["rows"].get<int>(), 2);
        QCOMPARE(travel->numbers["later"].get<int>(), 1);
    }

    void leaksAreFound() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(importAs(*project, folder.write("items.csv", leakyCatalogue()), SourceKind::Catalogue).ok());
        QVERIFY(write(*project, "UPDATE item SET label = iif(id <= 20, 'lamp', 'chair'); UPDATE item SET attributes = "
                                "json_object('kind', upper(label), 'n', id)")
                    .ok());
        JobContext job;
        const auto report = qualityReport(*project, job);
        QVERIFY(report.ok());
        QVERIFY2(findingOf(*report, "label_equals_feature", "item.attributes.kind") != nullptr, // case aside
                 dumpJson(qualityJson(*report)["findings"]).c_str());
        QVERIFY(findingOf(*report, "label_equals_feature", "item.brand") == nullptr);
        const auto* brand = findingOf(*report, "value_determines_label", "item.brand");
        QVERIFY(brand != nullptr);
        QCOMPARE(brand->numbers["values"].get<int>(), 3);
        QCOMPARE(brand->numbers["share"].get<double>(), 1.0);
        QVERIFY(findingOf(*report, "value_determines_label", "item.category") == nullptr);     // one value says nothing
        QVERIFY(findingOf(*report, "value_determines_label", "item.attributes.n") == nullptr); // each value is alone
        const auto* order = findingOf(*report, "order_tells_label");
        QVERIFY(order != nullptr);
        QCOMPARE(order->numbers["changes"].get<int>(), 1);
        QVERIFY(close(order->numbers["expected_changes"].get<double>(), 20)); // 39 · 20/39
        QVERIFY(findingOf(*report, "title_contains_label") == nullptr);       // one in four
        const auto* attribute = columnOf(*report, "item", "attributes.n");
        QCOMPARE(attribute->type, std::string("integer"));
        QCOMPARE(attribute->distinct, std::int64_t{40});
    }

    void onlineRetailAgreesWithPandas() {
        const std::string file = realData("online_retail.csv.zst");
        if (file.empty())
            QSKIP("online_retail.csv.zst is not here (TAILLIGHT_DATA)");
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(importLog(*project, file).ok());
        const std::int64_t rows = number(*project, "SELECT count(*) FROM event");
        QCOMPARE(rows, std::int64_t{541907}); // two negative prices are refused
        JobContext job;
        const auto report = qualityReport(*project, job);
        QVERIFY(report.ok());
        // df[df.UnitPrice >= 0].Quantity
        const auto* quantity = columnOf(*report, "event", "quantity");
        QCOMPARE(quantity->rows, rows);
        QCOMPARE(quantity->missing, std::int64_t{0});
        QCOMPARE(quantity->distinct, std::int64_t{722});
        QCOMPARE(QString::fromStdString(topText(*quantity, 3)), QStringLiteral("1:148225 2:81829 12:61063"));
        const auto& q = *quantity->numbers;
        QCOMPARE(q.moments.min, -80995.0);
        QCOMPARE(q.moments.max, 80995.0);
        QVERIFY(close(q.moments.mean, 9.552281110965534));
        QVERIFY(close(q.moments.deviation, 218.08135844764905));
        const std::array<double, 7> quantiles{-2, 1, 1, 3, 10, 29, 100};
        for (std::size_t i = 0; i < quantiles.size(); ++i)
            QVERIFY(close(q.quantiles[i], quantiles[i]));
        QCOMPARE(integers(q.histogram.counts), std::string("2 0 0 0 0 0 0 0 4 10618 531280 1 0 0 0 0 0 0 0 2"));
        // df.UnitPrice
        const auto* price = columnOf(*report, "event", "price");
        QCOMPARE(price->distinct, std::int64_t{1629});
        QCOMPARE(QString::fromStdString(topText(*price, 3)), QString::fromUtf8("1.25:50496 1.65:38181 0.85:28497"));
        QVERIFY(close(price->numbers->moments.mean, 4.6519570590525685));
        QVERIFY(close(price->numbers->moments.deviation, 94.39535970249388));
        QCOMPARE(integers(price->numbers->histogram.counts),
                 std::string("541843 21 19 11 3 2 4 0 2 1 0 0 0 0 0 0 0 0 0 1"));
        // nunique(), value_counts(), isna().sum()
        const auto* order = columnOf(*report, "event", "order_key");
        QCOMPARE(order->distinct, std::int64_t{25898});
        QCOMPARE(QString::fromStdString(topText(*order, 3)), QString::fromUtf8("573585:1114 581219:749 581492:731"));
        const auto* user = columnOf(*report, "event", "user");
        QCOMPARE(user->distinct, std::int64_t{4372});
        QCOMPARE(user->missing, std::int64_t{135078});
        QCOMPARE(columnOf(*report, "event", "item")->distinct, std::int64_t{4070});
        const auto* time = columnOf(*report, "event", "time");
        QCOMPARE(time->type, std::string("time"));
        QCOMPARE(time->distinct, std::int64_t{23258});
        QCOMPARE(time->numbers->moments.min, 1291191960.0); // 2010-12-01 08:26
        QCOMPARE(time->numbers->moments.max, 1323435000.0); // 2011-12-09 12:50
        // duplicated(subset=all but Description).sum()
        QCOMPARE(findingOf(*report, "duplicate_events")->numbers["repeated"].get<int>(), 5270);
        QCOMPARE(findingOf(*report, "duplicate_events")->numbers["groups"].get<int>(), 4881);
        QVERIFY(report->imbalance.size() >= 2);
        QVERIFY(!qualityText(*report).empty());
        QVERIFY(qualityJson(*report)["columns"].size() == report->columns.size());
    }

    void aFileIsLookedAtAsItStands() {
        const Folder folder;
        const std::string file = folder.write(
            "f.csv", "code,price,when,note\n007,1.5,2024-01-01,\n008,2.5,2024-01-02,\"\"\n007,1.5,2024-01-01,\n"
                     "bad\n009,,2024-01-03,x\n");
        JobContext job;
        const auto report = fileQuality(file, {}, job);
        QVERIFY(report.ok());
        QCOMPARE(report->columns.size(), std::size_t{4});
        QCOMPARE(columnOf(*report, "", "code")->type, std::string("code"));
        const auto* price = columnOf(*report, "", "price");
        QCOMPARE(price->type, std::string("number"));
        QCOMPARE(price->filled(), std::int64_t{3});
        QCOMPARE(columnOf(*report, "", "when")->type, std::string("time"));
        const auto* rows = findingOf(*report, "duplicate_rows");
        QCOMPARE(rows->numbers["rows"].get<int>(), 4);
        QCOMPARE(rows->numbers["repeated"].get<int>(), 1);
        QCOMPARE(rows->numbers["faulty_rows"].get<int>(), 1);
        QCOMPARE(fileQuality(folder.path("none.csv"), {}, job).error().code, ErrorCode::FileNotFound);
    }

    void cancelled() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        JobContext job;
        job.cancel();
        QVERIFY(importLog(*project, folder.write("log.csv", madeLog(2000))).ok());
        QCOMPARE(qualityReport(*project, job).error().code, ErrorCode::Cancelled);
        QCOMPARE(fileQuality(folder.path("log.csv"), {}, job).error().code, ErrorCode::Cancelled);
        JobContext again;
        QVERIFY(qualityReport(*project, again).ok());
    }
};

QTEST_APPLESS_MAIN(TestQuality)
#include "tst_quality.moc"
