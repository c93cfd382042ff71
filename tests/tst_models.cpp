// SPDX-License-Identifier: GPL-3.0-or-later
// The item models behind the tables: each passes QAbstractItemModelTester while it is filled, sorted, searched and
// emptied.
#include "core/store/import.h"
#include "core/store/split_store.h"
#include "widgets/models/entity_model.h"
#include "widgets/models/preview_model.h"
#include "widgets/models/reject_model.h"
#include "widgets/models/source_model.h"
#include "widgets/models/split_model.h"
#include "widgets/panels/distribution_charts.h"
#include "widgets/text.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace widgets;
using core::store::Project;

namespace {

using Tester = QAbstractItemModelTester;

/// The whole model as text: header line, then a line per row.
QString printed(const QAbstractItemModel& model) {
    QStringList lines;
    QStringList header;
    for (int column = 0; column < model.columnCount(); ++column)
        header << model.headerData(column, Qt::Horizontal).toString();
    lines << header.join(QLatin1Char('|'));
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        lines << cells.join(QLatin1Char('|'));
    }
    return lines.join(QLatin1Char('\n'));
}

core::stats::SupportTablePtr smallTable() {
    auto table = std::make_shared<core::stats::SupportTable>();
    table->entity = "label";
    table->measure = "items";
    table->names = {"phone", "case", "cable", "lens", "strap"};
    table->counts = {80, 10, 6, 4, 0};
    return table;
}

core::data::Preview smallPreview() {
    core::data::Preview preview;
    preview.header = {"sku", "name", "cost", "day"};
    preview.rows = {
        {"1", "Lamp", "3.50", "2024-01-02"}, {"2", "Lens", "cheap", "2024-01-03"}, {"3", "", "7", "2024-02-01"}};
    preview.lines = {2, 3, 5};
    using core::data::ColumnType;
    preview.types = {ColumnType::Integer, ColumnType::Text, ColumnType::Text, ColumnType::Time};
    return preview;
}

} // namespace

class TestModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void entityModelShowsSortsAndSearches();
    void entityModelFollowsBorders();
    void previewModelTypesAndMarks();
    void windowedModelsFetchOnDemand();
    void sourceSentenceAddsUp();
    void splitClasses();
    void sampledRanksCoverTheEnds();
    void movedBordersKeepTheirOrder();
    void chartsOfAMillionEntitiesStaySmall();
};

void TestModels::entityModelShowsSortsAndSearches() {
    models::EntityModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    model.setTable(smallTable(), {{1, 3}, 4});
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.index(0, models::EntityModel::Share).data().toString().left(5), QStringLiteral("80.00"));
    QCOMPARE(model.index(4, models::EntityModel::BucketColumn).data().toString(), QStringLiteral("Cold"));
    model.sort(models::EntityModel::Name, Qt::AscendingOrder);
    QCOMPARE(model.nameAt(0), std::string("cable"));
    QCOMPARE(model.rowOf("strap"), 4);
    model.sort(models::EntityModel::Support, Qt::AscendingOrder);
    QCOMPARE(model.nameAt(0), std::string("strap"));
    model.setSearch(QStringLiteral("CA"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowOf("phone"), -1);
    model.setSearch({});
    model.setTable(nullptr, {});
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::entityModelFollowsBorders() {
    models::EntityModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    model.setTable(smallTable(), {{1, 3}, 4});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setBorders({{1, 3}, 4});
    QCOMPARE(changed.count(), 0);
    model.setBorders({{2, 4}, 4});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.bucketAt(1), core::stats::Bucket::Head);
    QCOMPARE(model.bucketAt(3), core::stats::Bucket::Mid);
    QCOMPARE(model.bucketAt(4), core::stats::Bucket::Cold);
}

void TestModels::previewModelTypesAndMarks() {
    models::PreviewModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    model.setPreview(smallPreview());
    using Type = core::data::ColumnType;
    QCOMPARE(model.columnType(0), Type::Integer);
    QCOMPARE(model.columnType(1), Type::Text);
    QCOMPARE(model.columnType(2), Type::Text); // one value that is no number makes it text
    QCOMPARE(model.columnType(3), Type::Time);
    model.setMapping({{"id", "sku"}, {"title", "name"}, {"price", "cost"}});
    QVERIFY(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString().contains(QStringLiteral("price")));
    QCOMPARE(model.mappingNotes().size(), 1);
    QVERIFY(model.mappingNotes().constFirst().contains(QStringLiteral("cheap")));
    QVERIFY(model.index(1, 2).data(Qt::BackgroundRole).isValid());
    QVERIFY(!model.index(0, 2).data(Qt::BackgroundRole).isValid());
    QCOMPARE(model.markLine(4), 1); // line 4 continues the record that begins at line 3
    QVERIFY(model.index(1, 0).data(Qt::BackgroundRole).isValid());
    QCOMPARE(model.markLine(900), -1);
    model.setPreview({});
    QCOMPARE(model.columnCount(), 0);
}

void TestModels::windowedModelsFetchOnDemand() {
    QTemporaryDir directory;
    const QString csv = directory.filePath(QStringLiteral("catalogue.csv"));
    QFile file(csv);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("id,title,price,label\n");
    constexpr int kRows = 1300, kBad = 700;
    for (int i = 0; i < kRows; ++i)
        file.write(QStringLiteral("%1,thing %1,%2,%3\n")
                       .arg(i)
                       .arg(i + 1)
                       .arg(QLatin1String(i % 3 == 0 ? "a" : "b"))
                       .toUtf8());
    for (int i = 0; i < kBad; ++i)
        file.write(QStringLiteral("x%1,bad %1,not a price,a\n").arg(i).toUtf8());
    file.close();
    auto project =
        Project::open(directory.filePath(QStringLiteral("p.taillight")).toStdString(), Project::Access::CreateNew);
    QVERIFY2(project.ok(), qPrintable(project.ok() ? QString() : errorText(project.error())));
    core::JobContext job;
    core::store::ImportRequest request;
    request.path = csv.toStdString();
    const auto imported = core::store::importFile(**project, request, job);
    QVERIFY2(imported.ok(), qPrintable(imported.ok() ? QString() : errorText(imported.error())));

    JobRunner jobs;
    models::RejectModel rejects(jobs, nullptr);
    rejects.setProject(*project);
    QTRY_COMPARE(rejects.total(), kBad);
    QCOMPARE(rejects.rowCount(), 500); // one window, not all
    // The tester asks for more at every chance: each row must still come once.
    const Tester rejectTester(&rejects, Tester::FailureReportingMode::QtTest);
    rejects.fetchMore({});
    QTRY_COMPARE(rejects.rowCount(), kBad);
    QVERIFY(!rejects.canFetchMore({}));
    QCOMPARE(rejects.index(0, 1).data().toString(), QLocale().toString(kRows + 2));
    QVERIFY(rejects.index(0, 1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("not a price")));
}

void TestModels::sourceSentenceAddsUp() {
    core::store::ImportSummary summary;
    summary.path = "/somewhere/shop.csv";
    summary.read = 1020;
    summary.imported = 1000;
    summary.rejected = 15;
    summary.dropped["duplicate"] = 5;
    summary.noted["cancellation"] = 3;
    const QString sentence = models::SourceModel::sentence(summary);
    QCOMPARE(
        sentence,
        QStringLiteral("shop.csv: 1020 rows read = 1000 imported + 15 rejected + 5 left out. Notes: 3 cancellations."));
    models::SourceModel model(nullptr);
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    model.setRows({summary, summary});
    QCOMPARE(model.rowCount(), 2);
    model.setRows({});
}

void TestModels::splitClasses() {
    core::store::SplitInfo split;
    split.name = "split 1";
    split.labels = {"a", "b"};
    split.perClass = {{80, 10, 10}, {8, 1, 1}};
    models::SplitClassModel model(nullptr);
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    model.setSplit(&split);
    QCOMPARE(printed(model), QStringLiteral("Class|Train|Validation|Test\na|80|10|10\nb|8|1|1"));
    model.setSplit(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::sampledRanksCoverTheEnds() {
    QCOMPARE(sampledRanks(5, 10), (std::vector<std::size_t>{0, 1, 2, 3, 4}));
    const auto ranks = sampledRanks(1'000'000, 20'000);
    QVERIFY(ranks.size() <= 20'000 && ranks.size() > 5'000);
    QCOMPARE(ranks.front(), std::size_t{0});
    QCOMPARE(ranks.back(), std::size_t{999'999});
    QVERIFY(std::is_sorted(ranks.begin(), ranks.end()));
    QVERIFY(std::adjacent_find(ranks.begin(), ranks.end()) == ranks.end());
    QVERIFY(sampledRanks(0, 10).empty());
}

void TestModels::movedBordersKeepTheirOrder() {
    const core::stats::BucketBorders borders{{10, 50}, 100};
    QCOMPARE(movedBorders(borders, 0, 20.4), (core::stats::BucketBorders{{20, 50}, 100}));
    QCOMPARE(movedBorders(borders, 0, 80), (core::stats::BucketBorders{{80, 80}, 100})); // pushes the other one
    QCOMPARE(movedBorders(borders, 1, 4.6), (core::stats::BucketBorders{{4, 4}, 100}));
    QCOMPARE(movedBorders(borders, 1, 1e9), (core::stats::BucketBorders{{10, 100}, 100}));
    QCOMPARE(movedBorders(borders, 0, -3), (core::stats::BucketBorders{{1, 50}, 100}));
    const core::stats::BucketBorders many{{10, 20, 30, 40}, 100}; // five buckets
    QCOMPARE(movedBorders(many, 1, 35.5), (core::stats::BucketBorders{{10, 35, 35, 40}, 100}));
    QCOMPARE(movedBorders(many, 3, 15.5), (core::stats::BucketBorders{{10, 15, 15, 15}, 100}));
    QCOMPARE(movedBorders({{0, 0}, 0}, 0, 5), (core::stats::BucketBorders{{0, 0}, 0}));
}

void TestModels::chartsOfAMillionEntitiesStaySmall() {
    auto table = std::make_shared<core::stats::SupportTable>();
    table->entity = "item";
    table->measure = "purchase";
    constexpr std::size_t kEntities = 1'000'000;
    table->names.assign(kEntities, "x");
    for (std::size_t i = 0; i < kEntities; ++i)
        table->counts.push_back(static_cast<std::int64_t>(2'000'000 / (i + 1)) + (i < kEntities / 2 ? 1 : 0));
    const DistributionView view{table, core::stats::summarise(table->counts, {}), {}, {}};
    for (const charts::ChartData& chart :
         {rankChart(view), cumulativeChart(view), lorenzChart(view), histogramChart(view)}) {
        qsizetype points = 0;
        for (const auto& series : chart.series)
            points += series.points.size();
        QVERIFY(points > 2);
        QVERIFY2(points < 21'000, qPrintable(chart.title));
    }
    QCOMPARE(rankChart(view).borders.size(), 2);
}

QTEST_MAIN(TestModels)
#include "tst_models.moc"
