// SPDX-License-Identifier: GPL-3.0-or-later
// The laboratory: what is read from a project, and the charts made of it.
#include "core/stats/sensitivity.h"
#include "core/store/bucket_rules.h"
#include "core/store/import.h"
#include "core/store/insight/insight_json.h"
#include "support/chart_fixture.h"
#include "support/lab_fixture.h"
#include "widgets/lab/advice_page.h"
#include "widgets/lab/borders_page.h"
#include "widgets/lab/causes_page.h"
#include "widgets/lab/exposure_page.h"
#include "widgets/lab/lab_charts.h"
#include "widgets/lab/side_page.h"
#include "widgets/lab/time_page.h"
#include "widgets/lab/tree_map.h"
#include "widgets/panels/distribution_panel.h"
#include "widgets/text.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>
#include <numeric>

using namespace widgets;
using core::stats::kBucketCount;

namespace {

constexpr int kPatience = 30'000;

} // namespace

class TestLab : public QObject, LabFixture {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { makeShop(); }

    // ---- numbers ----

    void cutOffsAreTheIndicesOfTheParts() {
        const std::vector<std::int64_t> counts{90, 40, 40, 12, 7, 7, 7, 3, 1, 1, 0, 0};
        const auto cuts = core::stats::cutOffs(counts, 40);
        QCOMPARE(cuts.front().rank, std::size_t{1});
        QCOMPARE(cuts.back().rank, std::size_t{10});
        const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
        for (const auto& cut : cuts) {
            const std::span all(counts);
            const auto head = core::stats::computeIndices(all.first(cut.rank)),
                       rest = core::stats::computeIndices(all.subspan(cut.rank));
            const double inHead = std::accumulate(counts.begin(), counts.begin() + static_cast<long>(cut.rank), 0.0);
            QVERIFY(std::abs(cut.headShare - inHead / total) < 1e-12);
            QVERIFY(std::abs(cut.headGini - head.gini) < 1e-12);
            QVERIFY(std::abs(cut.restGini - rest.gini) < 1e-12);
            if (inHead < total)
                QVERIFY(std::abs(cut.restEntropy - rest.normalisedEntropy) < 1e-12);
        }
        QVERIFY(core::stats::cutOffs(std::vector<std::int64_t>{5}, 10).empty());
        QVERIFY(core::stats::cutOffs(std::vector<std::int64_t>{0, 0}, 10).empty());
    }

    /// The sample shop shows position k with probability 1/k: the model finds it from clicks alone.
    void positionsOfTheSampleShopAreFound() {
        core::JobContext job;
        const auto exposure = core::store::exposureOf(*m_project, "item", {}, job);
        QVERIFY(exposure.ok());
        QCOMPARE(exposure->demand, std::string("click"));
        QVERIFY(exposure->positions);
        QCOMPARE(exposure->firstPosition, std::int64_t{1});
        for (std::size_t k = 0; k < 4; ++k) {
            const double found = exposure->positions->propensity[k], truth = 1.0 / static_cast<double>(k + 1);
            QVERIFY2(std::abs(found - truth) < 0.25 * truth + 0.02, qPrintable(QString::number(found)));
        }
        QCOMPARE(exposure->corrected.size(), exposure->names.size());
        const auto bought = core::store::exposureOf(*m_project, "category", "purchase", job);
        QVERIFY(bought.ok());
        QVERIFY(bought->prior.mean() < exposure->prior.mean());
        QCOMPARE(core::store::exposureOf(*m_project, "item", "love", job).error().code, core::ErrorCode::UnknownChoice);
        // Every reason is counted once.
        const auto reasons = core::store::reasonsByBucket(*exposure, *m_table, m_view.summary.borders);
        std::int64_t all = 0;
        for (const auto& bucket : reasons)
            all += std::accumulate(bucket.begin(), bucket.end(), std::int64_t{0});
        QCOMPARE(all, static_cast<std::int64_t>(m_table->names.size()));
    }

    void activityCountsWhatTheTableCounts() {
        core::JobContext job;
        const auto activity = core::store::activityOf(*m_project, *m_table, job);
        QVERIFY(activity.ok());
        std::vector<std::int64_t> counts(activity->entities);
        for (const auto& cell : activity->cells)
            counts[cell.entity] += cell.events;
        QCOMPARE(counts, m_table->counts);
        const auto json = core::store::timeJson(*activity, m_view.summary);
        std::int64_t lines = 0;
        for (const auto& line : json["lines"])
            for (const char* bucket : {"head", "mid", "tail", "cold"})
                lines += line[bucket].get<std::int64_t>();
        QCOMPARE(lines, std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
        core::JobContext cancelled;
        cancelled.cancel();
        QCOMPARE(core::store::activityOf(*m_project, *m_table, cancelled).error().code, core::ErrorCode::Cancelled);
        core::stats::SupportTable reviews = *m_table;
        reviews.measure = "reviews";
        QCOMPARE(core::store::activityOf(*m_project, reviews, job).error().code, core::ErrorCode::NoData);
    }

    void profilesCountEveryItem() {
        core::JobContext job;
        const auto profile = core::store::bucketProfile(*m_project, *m_table, m_view.summary.borders, job);
        QVERIFY(profile.ok());
        std::int64_t items = 0;
        for (std::size_t b = 0; b < kBucketCount; ++b) {
            QCOMPARE(profile->items[b], m_view.summary.buckets[b].entities);
            items += profile->items[b];
        }
        QVERIFY(!profile->columns.empty());
        for (const auto& column : profile->columns) {
            std::int64_t known = 0, support = 0;
            for (std::size_t i = 0; i < column.values.size(); ++i) {
                known += std::accumulate(column.counts[i].begin(), column.counts[i].end(), std::int64_t{0});
                support += std::accumulate(column.support[i].begin(), column.support[i].end(), std::int64_t{0});
            }
            known += std::accumulate(column.missing.begin(), column.missing.end(), std::int64_t{0});
            QCOMPARE(known, items);
            QVERIFY(support <= m_view.summary.total);
        }
        core::stats::SupportTable other = *m_table;
        other.entity = "brand";
        QCOMPARE(core::store::bucketProfile(*m_project, other, {}, job).error().code, core::ErrorCode::NoData);
    }

    void rulesAreKeptUnderNames() {
        using namespace core::store;
        const core::stats::BucketRule shots{core::stats::BucketRule::Kind::Shots, {50, 5}};
        QVERIFY(saveBucketRule(*m_project, {"我的规则", shots}).ok());
        QVERIFY(saveBucketRule(*m_project, {"a", {}}).ok());
        QVERIFY(saveBucketRule(*m_project, {"a", shots}).ok()); // in its place
        const auto rules = bucketRules(*m_project);
        QVERIFY(rules.ok());
        QCOMPARE(rules->size(), std::size_t{2});
        QVERIFY((*rules)[0].rule == shots);
        QVERIFY(*findBucketRule(*m_project, "我的规则") == shots);
        QVERIFY(*findBucketRule(*m_project, "shots:50,5") == shots);
        QVERIFY(!findBucketRule(*m_project, "unknown").ok());
        for (const char* wrong : {"", "  ", "shots", "shots:1,1", "x:y"})
            QVERIFY2(!saveBucketRule(*m_project, {wrong, {}}).ok(), wrong);
        QVERIFY(removeBucketRule(*m_project, "a").ok());
        QVERIFY(removeBucketRule(*m_project, "我的规则").ok());
        QCOMPARE(removeBucketRule(*m_project, "a").error().code, core::ErrorCode::UnknownChoice);
    }

    /// Sides of amounts add up to the amounts, not to numbers of events.
    void sidesOfAmounts() {
        using namespace core::store;
        core::JobContext counting;
        for (const char* measure : {"quantity", "revenue"}) {
            const auto table = supportOf(*m_project, {"item", measure, {}}, counting);
            QVERIFY(table.ok());
            const auto activity = activityOf(*m_project, **table, counting);
            QVERIFY(activity.ok());
            const std::int64_t middle = activity->firstDay + activity->days / 2;
            const auto whole = supportBetween(**table, *activity, -1'000'000, 1'000'000);
            QCOMPARE(whole->counts, (*table)->counts);
            const auto early = supportBetween(**table, *activity, -1'000'000, middle);
            const auto sum = [](const auto& one) {
                return std::accumulate(one.counts.begin(), one.counts.end(), std::int64_t{0});
            };
            QVERIFY(sum(*early) > 0 && sum(*early) < sum(**table));
        }
    }

    void sidesAreComparedByName() {
        using namespace core::store;
        core::JobContext job;
        const auto activity = activityOf(*m_project, *m_table, job);
        const std::int64_t middle = activity->firstDay + activity->days / 2;
        const auto before = supportBetween(*m_table, *activity, 0, middle - 1),
                   after = supportBetween(*m_table, *activity, middle, 1'000'000);
        const auto sum = [](const core::stats::SupportTable& table) {
            return std::accumulate(table.counts.begin(), table.counts.end(), std::int64_t{0});
        };
        QCOMPARE(sum(*before) + sum(*after), m_view.summary.total);
        QVERIFY(std::is_sorted(before->counts.rbegin(), before->counts.rend()));
        const Likeness same = likenessOf(*m_table, *m_table);
        QVERIFY(std::abs(same.spearman - 1) < 1e-12 && same.jensenShannon < 1e-12 && same.onlyLeft == 0);
        // By hand: ranks 1 2 3 4 against 2 1 4 3; shares .4 .3 .2 .1 against .3 .4 .1 .2.
        core::stats::SupportTable left, right;
        left.names = {"a", "b", "c", "d"};
        left.counts = {40, 30, 20, 10};
        right.names = {"b", "a", "d", "c"};
        right.counts = {4, 3, 2, 1};
        const Likeness hand = likenessOf(left, right);
        QVERIFY(std::abs(hand.spearman - (1 - 6.0 * 4 / (4 * 15))) < 1e-12);
        const double expected = 0.5 * (0.4 * std::log(0.4 / 0.35) + 0.3 * std::log(0.3 / 0.35)) * 2 +
                                0.5 * (0.2 * std::log(0.2 / 0.15) + 0.1 * std::log(0.1 / 0.15)) * 2;
        QVERIFY(std::abs(hand.jensenShannon - expected) < 1e-12);
        right.names[0] = "x";
        QCOMPARE(likenessOf(left, right).onlyRight, std::int64_t{1});
        // Training and test of the split that the sample has.
        const auto split = latestSplit(*m_project);
        QVERIFY(split.ok());
        const auto train = supportOfPart(*m_project, "label", split->id, core::data::Part::Train, job),
                   test = supportOfPart(*m_project, "label", split->id, core::data::Part::Test, job);
        QVERIFY(train.ok() && test.ok());
        QCOMPARE(sum(**train), split->rows[0]);
        QCOMPARE(sum(**test), split->rows[2]);
        QCOMPARE(supportOfPart(*m_project, "user", split->id, core::data::Part::Test, job).error().code,
                 core::ErrorCode::UnknownChoice);
        const auto chosen = supportOfNames(*m_table, {m_table->names[0]}, false),
                   others = supportOfNames(*m_table, {m_table->names[0]}, true);
        QCOMPARE(chosen->names.size() + others->names.size(), m_table->names.size());
        QCOMPARE(*parseDay("2024-02-29"), std::int64_t{19'782});
        for (const char* wrong : {"2023-02-29", "2024-2-9", "2024-02-29x", "", "split"})
            QVERIFY2(!parseDay(wrong), wrong);
    }

    void everyKindOfSideIsShown() {
        Workspace workspace;
        DistributionPanel panel(workspace);
        panel.resize(1280, 800);
        panel.show();
        workspace.setProject(m_project);
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled() && workspace.currentSplit().has_value(), kPatience);
        panel.showView(static_cast<int>(panel.views().indexOf(QStringLiteral("side"))));
        auto* page = panel.findChild<SidePage*>();
        const auto shown = [&] { return panel.settled() && !page->charts().front()->data().series.isEmpty(); };
        QTRY_VERIFY_WITH_TIMEOUT(shown(), kPatience);
        page->setKind(SidePage::Kind::Selection);
        QVERIFY(!shown());
        QVERIFY(!page->charts().front()->data().emptyText.isEmpty()); // says what to select
        workspace.selection().select({"item", {m_table->names[0], m_table->names[3]}});
        QTRY_VERIFY_WITH_TIMEOUT(shown(), kPatience);
        page->setKind(SidePage::Kind::Project);
        QVERIFY(!shown());
        page->setOtherProject(QString::fromStdString(m_project->path()));
        QTRY_VERIFY_WITH_TIMEOUT(shown(), kPatience);
        page->setOtherProject(m_folder.filePath(QStringLiteral("none.taillight")));
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        QVERIFY(page->charts().front()->data().emptyText.contains(QLatin1String("none.taillight")));
        page->setKind(SidePage::Kind::Parts); // items have no parts: it says for what there are some
        QTRY_VERIFY_WITH_TIMEOUT(panel.settled(), kPatience);
        QVERIFY(page->charts().front()->data().emptyText.contains(QLatin1String("classes")));
        panel.showEntity("label");
        QTRY_VERIFY_WITH_TIMEOUT(shown(), kPatience);
    }

    void adviceSpeaksOfWhatIsKnown() {
        core::JobContext job;
        const auto input = core::store::adviceInputOf(*m_project, *m_table, m_view.summary, {}, job);
        QVERIFY(input.ok());
        const auto advice = core::stats::adviseOn(*input);
        QStringList ids;
        for (const auto& finding : advice.findings) {
            ids << QString::fromStdString(finding.id);
            QVERIFY(!QString::fromStdString(core::stats::englishText(finding)).contains(QLatin1String("%1")));
        }
        for (const char* id : {"severity", "concentration", "cold", "exposure", "moving"})
            QVERIFY2(ids.contains(QLatin1String(id)), id);
        QVERIFY(advice.recipes.size() >= 3 && advice.recipes.size() <= 6);
        // One entity, no entity, nothing but zeros: nothing to say.
        for (const std::vector<std::int64_t>& counts :
             {std::vector<std::int64_t>{}, std::vector<std::int64_t>{5}, std::vector<std::int64_t>{0, 0, 0}}) {
            core::stats::AdviceInput none;
            none.summary = core::stats::summarise(counts, {});
            QVERIFY(core::stats::adviseOn(none).findings.empty());
        }
        // All alike: no remedy.
        core::stats::AdviceInput even;
        even.summary = core::stats::summarise(std::vector<std::int64_t>(20, 7), {});
        QVERIFY(core::stats::adviseOn(even).recipes.empty());
        QCOMPARE(core::stats::adviseOn(even).findings.front().severity, core::stats::Finding::Severity::Fine);
    }

    // ---- charts ----

    void treesFillTheirArea() {
        const QRectF area(0, 0, 1.6, 1);
        const QList<double> sizes{50, 30, 10, 5, 3, 1, 1};
        const QList<QRectF> rects = squarify(sizes, area);
        QCOMPARE(rects.size(), sizes.size());
        double sum = 0;
        for (qsizetype i = 0; i < rects.size(); ++i) {
            const double size = rects[i].width() * rects[i].height();
            QVERIFY(std::abs(size - sizes[i] / 100 * 1.6) < 1e-9);
            QVERIFY(area.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(rects[i]));
            sum += size;
            for (qsizetype k = 0; k < i; ++k) {
                const QRectF both = rects[i].intersected(rects[k]);
                QVERIFY(both.width() * both.height() < 1e-9);
            }
        }
        QVERIFY(std::abs(sum - 1.6) < 1e-9);
        QVERIFY(squarify({}, area).isEmpty());
    }

    /// Whatever the supports are, every chart and number has a defined state and can be drawn.
    void oddSupportsAreDrawn_data() {
        QTest::addColumn<QList<qint64>>("counts");
        QTest::newRow("none") << QList<qint64>{};
        QTest::newRow("one entity") << QList<qint64>{7};
        QTest::newRow("one without support") << QList<qint64>{0};
        QTest::newRow("all equal") << QList<qint64>(50, 3);
        QTest::newRow("all zero") << QList<qint64>(50, 0);
        QTest::newRow("one dominates") << (QList<qint64>{1'000'000'000'000} + QList<qint64>(99, 1));
        QTest::newRow("one has all") << (QList<qint64>{5} + QList<qint64>(99, 0));
        QTest::newRow("two") << QList<qint64>{2, 1};
        QList<qint64> many;
        for (int i = 0; i < 1'000'000; ++i)
            many << 1 + 2'000'000 / (i + 3);
        QTest::newRow("a million") << many;
    }
    void oddSupportsAreDrawn() {
        QFETCH(QList<qint64>, counts);
        auto table = std::make_shared<core::stats::SupportTable>();
        table->entity = "category";
        table->measure = "events";
        table->counts.assign(counts.begin(), counts.end());
        for (qsizetype i = 0; i < counts.size(); ++i)
            table->names.push_back("c" + std::to_string(i));
        DistributionView view;
        view.table = table;
        view.emptyText = QStringLiteral("nothing");
        using Kind = core::stats::BucketRule::Kind;
        for (const core::stats::BucketRule& rule :
             {core::stats::BucketRule{}, core::stats::BucketRule{Kind::Shots, {100, 20}},
              core::stats::BucketRule{Kind::Thresholds, {1, 0}}, core::stats::BucketRule{Kind::Quantiles, {1, 1}},
              core::stats::usualBucketRule(Kind::Share, 7), core::stats::usualBucketRule(Kind::Shots, 7)}) {
            view.summary = core::stats::summarise(table->counts, rule);
            view.powerLaw = core::stats::fitPowerLaw(table->counts);
            view.zipf = core::stats::fitZipfMandelbrot(table->counts);
            view.cutOffs = core::stats::cutOffs(table->counts, 60);
            const core::Json indices = core::stats::indicesJson(view.summary.indices);
            for (const auto& [name, value] : indices.items())
                QVERIFY2(std::isfinite(value.get<double>()), name.c_str());
            for (const charts::ChartData& data :
                 {histogramChart(view), rankChart(view), lorenzChart(view), cumulativeChart(view)}) {
                charts::ChartView chart;
                chart.resize(400, 300);
                chart.setData(data);
                QVERIFY(!chart.grab().isNull());
                QVERIFY(!data.series.isEmpty() || !data.emptyText.isEmpty());
                for (const charts::SeriesData& series : data.series)
                    for (const QPointF& point : series.points)
                        QVERIFY(std::isfinite(point.x()) && std::isfinite(point.y()));
            }
        }
        const auto advice =
            core::stats::adviseOn({"category", "events", view.summary, view.powerLaw, {}, {}, {}, {}, {}});
        for (const auto& finding : advice.findings)
            QVERIFY(!findingText(finding).isEmpty() && !findingText(finding).contains(QLatin1String("nan")));
    }
};

QTEST_MAIN(TestLab)
#include "tst_lab.moc"
