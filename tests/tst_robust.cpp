// SPDX-License-Identifier: GPL-3.0-or-later
// Quantiles, fences, robust z and histograms. Reference values: numpy 1.24 (quantile, std, histogram) and by hand.
#include "core/stats/robust.h"

#include <QTest>

#include <cmath>

using namespace core::stats;

namespace {
const std::vector<double> kValues{3, 1, 4, 1, 5, 9, 2, 6, 5, 3.5};
bool close(double a, double b) {
    return std::abs(a - b) <= 1e-12 * std::max(1.0, std::abs(b));
}
} // namespace

class TestRobust : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // numpy.quantile([3, 1, 4, 1, 5, 9, 2, 6, 5, 3.5], q)
    void quantiles_data() {
        QTest::addColumn<double>("q");
        QTest::addColumn<double>("expected");
        for (const auto& [q, expected] : {std::pair{0.0, 1.0},
                                          {0.05, 1.0},
                                          {0.25, 2.25},
                                          {0.5, 3.75},
                                          {0.75, 5.0},
                                          {0.9, 6.3},
                                          {0.99, 8.73},
                                          {1.0, 9.0}})
            QTest::newRow(qPrintable(QString::number(q))) << q << expected;
    }
    void quantiles() {
        QFETCH(double, q);
        QFETCH(double, expected);
        std::vector<double> values = kValues;
        QVERIFY(close(quantileInPlace(values, q), expected));
        std::sort(values.begin(), values.end());
        QVERIFY(close(quantile(values, q), expected));
    }

    void nothingIsNoNumber() {
        QVERIFY(std::isnan(quantile({}, 0.5)));
        QCOMPARE(momentsOf({}).count, std::int64_t{0});
        QCOMPARE(robustCentre({}).scale, 0.0);
        QVERIFY(histogramOf({}, 5).counts.empty());
        std::vector<double> one{7};
        QCOMPARE(quantileInPlace(one, 0.3), 7.0);
    }

    void moments() {
        const Moments moments = momentsOf(kValues);
        QVERIFY(close(moments.mean, 3.95));
        QVERIFY(close(moments.deviation, 2.328626204439004)); // numpy.std
        QCOMPARE(moments.min, 1.0);
        QCOMPARE(moments.max, 9.0);
        // Where the naive formula would lose everything.
        const std::vector<double> large{1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16};
        QVERIFY(close(momentsOf(large).deviation, std::sqrt(22.5)));
    }

    void fences() {
        std::vector<double> values = kValues;
        const Fences fences = iqrFences(values, 1.5); // 2.25 − 1.5·2.75, 5 + 1.5·2.75
        QVERIFY(close(fences.low, -1.875));
        QVERIFY(close(fences.high, 9.125));
    }

    void robustZ() {
        // Iglewicz and Hoaglin's example: median 2.2, MAD 0.1 of 2.1 2.6 2.4 2.5 2.3 2.1 2.3 2.6 8.2 8.3 → 2.45, 0.25.
        std::vector<double> values{2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3};
        const RobustCentre centre = robustCentre(values);
        QVERIFY(close(centre.median, 2.45));
        QVERIFY(std::abs(centre.z(8.2) - 0.6745 * (8.2 - 2.45) / 0.15) < 1e-9);
        QVERIFY(std::abs(centre.z(2.45)) < 1e-12);
        // More than half alike: the mean absolute deviation, 1 here.
        std::vector<double> mostly{5, 5, 5, 5, 5, 5, 5, 5, 5, 15};
        QVERIFY(close(robustCentre(mostly).z(15), 10 / 1.253314));
        std::vector<double> same{2, 2, 2};
        QCOMPARE(robustCentre(same).z(9), 0.0);
    }

    void histograms() {
        // numpy.histogram(values, 4): edges 1 3 5 7 9
        const Histogram histogram = histogramOf(kValues, 4);
        QCOMPARE(histogram.counts, (std::vector<std::int64_t>{3, 3, 3, 1}));
        QCOMPARE(histogram.edges, (std::vector<double>{1, 3, 5, 7, 9}));
        const std::vector<double> same{2, 2};
        QCOMPARE(histogramOf(same, 2).edges, (std::vector<double>{1.5, 2, 2.5}));
        QCOMPARE(histogramOf(same, 2).counts, (std::vector<std::int64_t>{0, 2}));
        const std::vector<double> decades{-1, 0, 1, 5, 10, 50, 100};
        const Histogram log = histogramOf(decades, 2, true);
        QCOMPARE(log.left, std::int64_t{2});
        QCOMPARE(log.counts, (std::vector<std::int64_t>{2, 3}));
        QVERIFY(close(log.edges[1], 10));
    }
};

QTEST_APPLESS_MAIN(TestRobust)
#include "tst_robust.moc"
