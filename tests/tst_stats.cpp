// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/rng.h"
#include "core/stats/buckets.h"
#include "core/stats/distribution.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace core::stats;
using core::Json;
using Counts = std::vector<std::int64_t>;

namespace {

// CIFAR-10-LT with imbalance factor 100 (FORMULAS C1, counts of LDAM-DRW's imbalance_cifar.py).
const Counts kCifar10{5000, 2997, 1796, 1077, 645, 387, 232, 139, 83, 50};

Counts cifar100() {
    Counts counts;
    for (int i = 0; i < 100; ++i)
        counts.push_back(static_cast<std::int64_t>(500 * std::pow(0.01, i / 99.0)));
    return counts;
}

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance || (std::isnan(a) && std::isnan(b));
}

const BucketSummary& ofBucket(const DistributionSummary& summary, Bucket bucket) {
    return summary.buckets[static_cast<std::size_t>(bucket)];
}

} // namespace

#define VERIFY_NEAR(actual, expected, tolerance)                                                                       \
    QVERIFY2(near((actual), (expected), (tolerance)),                                                                  \
             qPrintable(QStringLiteral("%1 is not %2").arg((actual), 0, 'g', 10).arg((expected), 0, 'g', 10)))

class TestStats : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void indicesOfCifar10() {
        const Indices i = computeIndices(kCifar10);
        VERIFY_NEAR(i.imbalanceRatio, 100.0, 1e-12);
        VERIFY_NEAR(i.gini, 0.612816, 5e-7);
        VERIFY_NEAR(i.entropy, 1.643728, 5e-7);
        VERIFY_NEAR(i.normalisedEntropy, 0.713862, 5e-7);
        VERIFY_NEAR(i.effectiveNumber, 5.1744, 5e-5);
        VERIFY_NEAR(i.klToUniform, 0.658857, 5e-7);
        VERIFY_NEAR(i.top20PctShare, 0.644607, 5e-7);
        VERIFY_NEAR(i.top1PctShare, 5000 / 12406.0, 1e-12);
    }

    void indicesAtTheEdges() {
        const Indices none = computeIndices(Counts{});
        QCOMPARE(none.normalisedEntropy, 0.0);
        const Indices zeros = computeIndices(Counts{0, 0});
        QCOMPARE(zeros.imbalanceRatio, 0.0);
        QCOMPARE(zeros.effectiveNumber, 0.0);
        const Indices one = computeIndices(Counts{7});
        QCOMPARE(one.normalisedEntropy, 1.0);
        QCOMPARE(one.gini, 0.0);
        VERIFY_NEAR(one.effectiveNumber, 1.0, 1e-12);
        const Indices even = computeIndices(Counts(8, 5));
        VERIFY_NEAR(even.gini, 0.0, 1e-12);
        VERIFY_NEAR(even.normalisedEntropy, 1.0, 1e-12);
        VERIFY_NEAR(even.klToUniform, 0.0, 1e-12);
        // One of four has it all: Gini is (C − 1)/C, the zeros count as entities, the ratio leaves them out.
        const Indices all = computeIndices(Counts{9, 0, 0, 0});
        VERIFY_NEAR(all.gini, 0.75, 1e-12);
        QCOMPARE(all.imbalanceRatio, 1.0);
        VERIFY_NEAR(all.klToUniform, std::log(4.0), 1e-12);
    }

    void giniMatchesItsFormulaWithTies() {
        Counts counts{9, 4, 4, 4, 2, 1, 1, 0, 0};
        double sum = 0;
        const auto n = static_cast<double>(counts.size());
        for (std::size_t i = 0; i < counts.size(); ++i)
            sum += (2 * (n - static_cast<double>(i)) - n - 1) * static_cast<double>(counts[i]);
        VERIFY_NEAR(computeIndices(counts).gini, sum / (n * 25), 1e-12);
    }

    void shotsOfCifar100() {
        const auto summary = summarise(cifar100(), *parseBucketRule("shots"));
        QCOMPARE(summary.buckets[0].entities, 35);
        QCOMPARE(summary.buckets[1].entities, 35);
        QCOMPARE(ofBucket(summary, Bucket::Tail).entities, 30);
        QCOMPARE(summary.total, 10847);
    }

    void shareTakesTheCrossingEntity() {
        // The recommendation fixture of FORMULAS C4: A 4, B 3, then C, D, E 1 each, F 0. 80 % of 10 is reached by C?
        // A+B+C = 8.
        const Counts support{4, 3, 1, 1, 1, 0};
        const auto buckets = assignBuckets(support, *parseBucketRule("share:0.8,0.95"));
        QCOMPARE(buckets, (std::vector<Bucket>{Bucket::Head, Bucket::Head, Bucket::Head, Bucket::Mid, Bucket::Mid,
                                               Bucket::Cold}));
        // 70 % is reached exactly by B; just above it needs C too.
        QCOMPARE(bucketBorders(support, *parseBucketRule("share:0.7,1")).mid(), std::size_t{2});
        QCOMPARE(bucketBorders(support, *parseBucketRule("share:0.71,1")).mid(), std::size_t{3});
        QCOMPARE(bucketBorders(support, *parseBucketRule("share:0.7,1")).tail(), std::size_t{5});
        // 0.95 · 20 = 19 must not be missed by a rounding error.
        QCOMPARE(bucketBorders(Counts{10, 9, 1}, *parseBucketRule("share:0.5,0.95")).tail(), std::size_t{2});
    }

    void bucketsKeepTheOrderGiven() {
        const Counts support{1, 500, 0, 50, 20, 100, 101, 19};
        using enum Bucket;
        QCOMPARE(assignBuckets(support, *parseBucketRule("shots:100,20")),
                 (std::vector<Bucket>{Tail, Head, Cold, Mid, Mid, Mid, Head, Tail}));
        QCOMPARE(assignBuckets(support, *parseBucketRule("thresholds:100,20")),
                 (std::vector<Bucket>{Tail, Head, Cold, Mid, Mid, Head, Head, Tail}));
        // 7 entities with support: head ⌈0.2 · 7⌉ = 2, mid up to ⌈0.5 · 7⌉ = 4.
        QCOMPARE(assignBuckets(support, *parseBucketRule("quantiles:0.2,0.5")),
                 (std::vector<Bucket>{Tail, Head, Cold, Mid, Tail, Mid, Head, Tail}));
        // Ties: the earlier one comes first.
        QCOMPARE(assignBuckets(Counts{5, 5, 5, 5}, *parseBucketRule("quantiles:0.25,0.5")),
                 (std::vector<Bucket>{Head, Mid, Tail, Tail}));
        QVERIFY(assignBuckets(Counts{}, BucketRule{}).empty());
        QCOMPARE(assignBuckets(Counts{0, 0}, BucketRule{}), (std::vector<Bucket>{Cold, Cold}));
    }

    void rulesAsText() {
        QCOMPARE(formatBucketRule({}), std::string("share:0.8,0.95"));
        for (const char* text : {"share:0.8,0.95", "shots:100,20", "thresholds:1000,100", "quantiles:0.2,0.5",
                                 "thresholds:10000000,0.5", "share:0.5,0.8,0.95", "shots:500,100,50,20,5,1"})
            QCOMPARE(formatBucketRule(*parseBucketRule(text)), std::string(text));
        QCOMPARE(*parseBucketRule("shots"), (BucketRule{BucketRule::Kind::Shots, {100, 20}}));
        for (const char* text : {"", "head", "share:0.8", "share:a,b", "share:0.1,0.2,0.3,0.4,0.5,0.6,0.7",
                                 "share:", "share:0.5,,1", "Shots:1,1", "shots:nan,1"}) {
            const auto rule = parseBucketRule(text);
            QVERIFY2(!rule.ok() && rule.error().code == core::ErrorCode::Usage, text);
        }
        for (const char* text : {"share:0,0.5", "share:0.9,0.8", "share:0.5,1.1", "quantiles:-1,0.5", "shots:20,100",
                                 "thresholds:1,-1", "share:0.5,0.8,0.7", "shots:100,20,50"}) {
            const auto rule = parseBucketRule(text);
            QVERIFY2(!rule.ok() && rule.error().code == core::ErrorCode::ParameterOutOfRange, text);
        }
    }

    void bordersSurviveTheirRule_data() {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"share", "shots", "thresholds", "quantiles"})
            QTest::newRow(kind) << QString::fromUtf8(kind);
    }
    void bordersSurviveTheirRule() {
        QFETCH(const QString, kind);
        const auto kindOf = parseBucketRule(kind.toStdString())->kind;
        Counts counts = kCifar10; // all different, so every border can be said in every kind of rule
        counts.push_back(0);
        const bool needsHead = kindOf == BucketRule::Kind::Share || kindOf == BucketRule::Kind::Quantiles;
        for (std::size_t mid = needsHead ? 1 : 0; mid <= 10; ++mid) {
            for (std::size_t tail = mid; tail <= 10; ++tail) {
                const BucketBorders borders{{mid, tail}, 10};
                const BucketRule rule = ruleForBorders(counts, borders, kindOf);
                const auto parsed = parseBucketRule(formatBucketRule(rule));
                QVERIFY2(parsed.ok(), formatBucketRule(rule).c_str());
                QVERIFY2(bucketBorders(counts, *parsed) == borders,
                         (formatBucketRule(rule) + " for " + std::to_string(mid) + "," + std::to_string(tail)).c_str());
            }
        }
        // The same with three borders: empty buckets in every place.
        for (std::size_t a = needsHead ? 1 : 0; a <= 10; ++a)
            for (std::size_t b = a; b <= 10; ++b)
                for (std::size_t c = b; c <= 10; ++c) {
                    const BucketBorders borders{{a, b, c}, 10};
                    const auto rule = parseBucketRule(formatBucketRule(ruleForBorders(counts, borders, kindOf)));
                    QVERIFY(rule.ok());
                    QVERIFY2(bucketBorders(counts, *rule) == borders, formatBucketRule(*rule).c_str());
                }
        QVERIFY(parseBucketRule(formatBucketRule(ruleForBorders(Counts{0, 0}, {}, kindOf))).ok());
        // Ties cannot be parted by a support: the border then moves to one that can be said, and nothing breaks.
        const Counts ties(6, 3);
        const auto at = bucketBorders(ties, ruleForBorders(ties, {{2, 4}, 6}, kindOf));
        QVERIFY(at.mid() <= at.tail() && at.tail() <= at.cold && at.cold == 6);
    }

    void draggedShareIsARoundNumber() {
        const auto rule = ruleForBorders(kCifar10, {{4, 6}, 10}, BucketRule::Kind::Share);
        QVERIFY2(formatBucketRule(rule).size() <= 15, formatBucketRule(rule).c_str());
    }

    void summaryAddsUpAndBecomesJson() {
        Counts counts = kCifar10;
        counts.push_back(0);
        const auto summary = summarise(counts, BucketRule{});
        QCOMPARE(summary.entities, 11);
        QCOMPARE(ofBucket(summary, Bucket::Cold).entities, 1);
        double shares = 0;
        std::int64_t entities = 0;
        for (const BucketSummary& bucket : summary.buckets) {
            shares += bucket.share;
            entities += bucket.entities;
        }
        VERIFY_NEAR(shares, 1.0, 1e-12);
        QCOMPARE(entities, 11);
        SupportTable table;
        table.entity = "label";
        table.measure = "items";
        const Json json = distributionJson(table, summary);
        for (const char* key : {"entity", "measure", "entities", "total", "indices", "buckets"})
            QVERIFY2(json.contains(key), key);
        for (const char* key : {"imbalance_ratio", "gini", "entropy", "normalised_entropy", "effective_number",
                                "kl_to_uniform", "top_1pct_share", "top_20pct_share"})
            QVERIFY2(json["indices"].contains(key), key);
        QCOMPARE(json["buckets"]["rule"].get<std::string>(), std::string("share:0.8,0.95"));
        for (const char* key : {"head", "mid", "tail", "cold"})
            QVERIFY2(json["buckets"][key].contains("entities") && json["buckets"][key].contains("share"), key);
        QCOMPARE(json["buckets"]["head"]["entities"].get<int>(), 4);
    }

    void lorenz() {
        const auto curve = lorenzCurve(kCifar10, 100);
        QCOMPARE(curve.size(), std::size_t{11});
        QCOMPARE(curve.front(), std::make_pair(0.0, 0.0));
        VERIFY_NEAR(curve.back().second, 1.0, 1e-12);
        VERIFY_NEAR(curve[1].second, 50 / 12406.0, 1e-12);
        VERIFY_NEAR(curve[8].second, 1 - 0.644607, 5e-7);
        // The area between diagonal and curve is half the Gini coefficient.
        double area = 0;
        for (std::size_t i = 1; i < curve.size(); ++i)
            area += (curve[i].first - curve[i - 1].first) * (curve[i].second + curve[i - 1].second) / 2;
        VERIFY_NEAR(1 - 2 * area, 0.612816, 5e-7);
        const auto coarse = lorenzCurve(kCifar10, 4);
        QCOMPARE(coarse.size(), std::size_t{5});
        QCOMPARE(coarse.back(), std::make_pair(1.0, 1.0));
        QCOMPARE(lorenzCurve(Counts{0}, 5).size(), std::size_t{2});
    }

    void histogram() {
        const auto bins = logHistogram(Counts{1000, 999, 100, 10, 9, 1, 1, 0}, 1);
        QCOMPARE(bins.size(), std::size_t{4});
        QCOMPARE(bins[0].entities, 3);
        QCOMPARE(bins[1].entities, 1);
        QCOMPARE(bins[2].entities, 2);
        QCOMPARE(bins[3].entities, 1);
        QCOMPARE(bins[3].low, 1000.0);
        const auto fine = logHistogram(kCifar10, 5);
        std::int64_t sum = 0;
        for (const LogBin& bin : fine)
            sum += bin.entities;
        QCOMPARE(sum, 10);
        QVERIFY(fine.front().entities > 0 && fine.back().entities > 0);
        QVERIFY(logHistogram(Counts{0}, 5).empty());
    }

    void powerLaw() {
        // Hand-worked: x = 4, 2, 1 above x_min 1: Σ ln(x / 0.5) = ln 8 + ln 4 + ln 2 = 6 ln 2.
        VERIFY_NEAR(powerLawExponent(Counts{4, 2, 1, 0}, 1), 1 + 3 / (6 * std::log(2.0)), 1e-12);
        QCOMPARE(powerLawExponent(Counts{4, 2, 1}, 3), 0.0);
        // Drawn from a law with exponent 2.5 (Clauset et al. 2009, eq. D.6): the estimate finds it again from x_min 6
        // on.
        core::Rng rng(7);
        Counts drawn;
        for (int i = 0; i < 100'000; ++i)
            drawn.push_back(static_cast<std::int64_t>(5.5 * std::pow(1 - rng.uniform(), -1 / 1.5) + 0.5));
        std::sort(drawn.rbegin(), drawn.rend());
        VERIFY_NEAR(powerLawExponent(drawn, 6), 2.5, 0.03);
    }

    void aMillionEntitiesWhileDragging() {
        Counts counts;
        for (int i = 0; i < 1'000'000; ++i)
            counts.push_back(static_cast<std::int64_t>(5e7 / (i + 2.7)));
        const Indices indices = computeIndices(counts);
        for (std::size_t i = 0; i < 5; ++i) {
            const auto rule = ruleForBorders(counts, {{1000 + i, 200'000 + i}, 1'000'000}, BucketRule::Kind::Share);
            const auto summary = summarise(counts, rule, indices);
            QCOMPARE(summary.borders.mid(), 1000 + i);
            QCOMPARE(summary.borders.tail(), 200'000 + i);
        }
    }
};

QTEST_APPLESS_MAIN(TestStats)
#include "tst_stats.moc"
