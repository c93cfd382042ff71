// SPDX-License-Identifier: GPL-3.0-or-later
// Indices of imbalance, power laws and the law of ranks against NumPy, SciPy and R's poweRlaw
// (tests/data/stats/make_distribution_reference.py).
#include "core/base/json.h"
#include "core/stats/distribution.h"
#include "core/stats/indices.h"
#include "core/stats/power_law.h"
#include "core/stats/zeta.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace core::stats;
using core::Json;
using Counts = std::vector<std::int64_t>;

namespace {

Json readData(const std::string& name) {
    const auto json = core::readJsonFile(std::string(TAILLIGHT_TEST_DATA) + "/stats/" + name);
    return json.ok() ? *json : Json();
}

bool near(double a, double b, double relative) {
    return std::abs(a - b) <= relative * std::max(1e-9, std::abs(b)) || std::abs(a - b) < 1e-12;
}

Counts countsOf(const Json& set) {
    Counts counts;
    for (std::size_t i = 0; i < set["values"].size(); ++i)
        counts.insert(counts.end(), set["times"][i].get<std::size_t>(), set["values"][i].get<std::int64_t>());
    std::sort(counts.rbegin(), counts.rend());
    return counts;
}

} // namespace

#define VERIFY_NEAR(actual, expected, relative)                                                                        \
    QVERIFY2(near((actual), (expected), (relative)),                                                                   \
             qPrintable(QStringLiteral("%1 is not %2").arg((actual), 0, 'g', 15).arg((expected), 0, 'g', 15)))

class TestIndices : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bucketsAgreeWithNumPy() {
        const Json data = readData("indices.json");
        QVERIFY(data["buckets"].size() >= 40);
        for (const Json& expected : data["buckets"]) {
            const auto named = std::find_if(data["cases"].begin(), data["cases"].end(),
                                            [&](const Json& one) { return one["name"] == expected["name"]; });
            const auto rule = parseBucketRule(expected["rule"].get<std::string>());
            QVERIFY(rule.ok());
            const Counts counts = (*named)["counts"].get<Counts>();
            const DistributionSummary summary = summarise(counts, *rule);
            const std::string what = expected["name"].get<std::string>() + ", " + expected["rule"].get<std::string>();
            for (const Bucket bucket : kBuckets) {
                const std::string name(bucketName(bucket));
                const BucketSummary& ours = summary.buckets[static_cast<std::size_t>(bucket)];
                QVERIFY2(ours.entities == expected["entities"].value(name, std::int64_t{0}), (what + name).c_str());
                QVERIFY2(ours.total == expected["total"].value(name, std::int64_t{0}), (what + name).c_str());
            }
            const std::vector<Bucket> buckets = assignBuckets(counts, *rule);
            for (std::size_t i = 0; i < buckets.size(); ++i)
                QCOMPARE(summary.borders.at(i), buckets[i]);
        }
    }

    void indicesAgreeWithSciPy_data() {
        QTest::addColumn<int>("at");
        const Json data = readData("indices.json");
        QVERIFY(!data.empty());
        for (int i = 0; i < static_cast<int>(data["cases"].size()); ++i)
            QTest::newRow(data["cases"][static_cast<std::size_t>(i)]["name"].get<std::string>().c_str()) << i;
    }
    void indicesAgreeWithSciPy() {
        QFETCH(int, at);
        const Json one = readData("indices.json")["cases"][static_cast<std::size_t>(at)];
        const Json ours = indicesJson(computeIndices(one["counts"].get<Counts>()));
        QCOMPARE(ours.size(), one["indices"].size());
        for (const auto& [name, value] : one["indices"].items()) {
            QVERIFY2(ours.contains(name), name.c_str());
            const double expected = value.get<double>(), actual = ours[name].get<double>();
            // Differences of nearly equal numbers: an absolute error of rounding is all that can be asked.
            QVERIFY2(near(actual, expected, 1e-9) || std::abs(actual - expected) < 1e-9,
                     qPrintable(QStringLiteral("%1: %2 is not %3")
                                    .arg(QString::fromStdString(name))
                                    .arg(actual, 0, 'g', 15)
                                    .arg(expected, 0, 'g', 15)));
        }
    }

    void sharesAndAtkinson() {
        const Json data = readData("indices.json");
        const Counts cifar = data["cases"][0]["counts"].get<Counts>();
        for (const Json& one : data["atkinson"])
            VERIFY_NEAR(atkinsonIndex(cifar, one["epsilon"].get<double>()), one["value"].get<double>(), 1e-12);
        for (const Json& one : data["shares"]) {
            VERIFY_NEAR(topShare(cifar, one["percent"].get<double>()), one["top"].get<double>(), 1e-12);
            VERIFY_NEAR(bottomShare(cifar, one["percent"].get<double>()), one["bottom"].get<double>(), 1e-12);
        }
        QCOMPARE(atkinsonIndex(Counts{5, 0}, 1), 1.0);
        QCOMPARE(atkinsonIndex(Counts{0, 0}, 0.5), 0.0);
        QCOMPARE(topShare(Counts{}, 20), 0.0);
    }

    void zetaAgreesWithSciPy() {
        const Json data = readData("power_law.json");
        for (const Json& one : data["zeta"])
            VERIFY_NEAR(logHurwitzZeta(one["s"].get<double>(), one["a"].get<double>()),
                        std::log(one["value"].get<double>()), 1e-11);
        for (const Json& one : data["power_sums"])
            VERIFY_NEAR(std::exp(logPowerSum(one["s"].get<double>(), one["a"].get<double>(), one["n"].get<double>())),
                        one["value"].get<double>(), 1e-10);
    }

    void powerLawsAgreeWithThePaper() {
        const Counts moby = countsOf(readData("power_law.json")["sets"][0]);
        QCOMPARE(moby.size(), std::size_t{18'855});
        QCOMPARE(moby.front(), std::int64_t{14'086});
        // Clauset, Shalizi and Newman, tables 6.1 and 6.3: α = 1.95(2), x_min = 7(2), 2958 words in the tail;
        // log-normal LR 0.395, p 0.69; exponential LR 9.09, p 0.00.
        const auto fit = fitPowerLaw(moby);
        QVERIFY(fit);
        QCOMPARE(fit->xMin, std::int64_t{7});
        QCOMPARE(fit->tail, std::int64_t{2'958});
        QVERIFY(std::abs(fit->alpha - 1.95) < 0.005);
        QVERIFY(std::abs(fit->alphaError - 0.02) < 0.005);
        const auto rivals = comparePowerLaw(moby, *fit);
        QCOMPARE(rivals.size(), std::size_t{2});
        QVERIFY(std::abs(rivals[0].statistic - 0.395) < 0.02);
        QVERIFY(std::abs(rivals[0].p - 0.69) < 0.02);
        QVERIFY(std::abs(rivals[1].statistic - 9.09) < 0.1);
        QVERIFY(rivals[1].p < 0.005);
    }

    void powerLawsAgreeWithPoweRlaw_data() {
        QTest::addColumn<int>("at");
        QTest::newRow("moby") << 0;
        QTest::newRow("native_american") << 1;
    }
    void powerLawsAgreeWithPoweRlaw() {
        QFETCH(int, at);
        const Json set = readData("power_law.json")["sets"][static_cast<std::size_t>(at)];
        const Counts counts = countsOf(set);
        const auto fit = fitPowerLaw(counts);
        QVERIFY(fit);
        QCOMPARE(fit->xMin, set["fit"]["x_min"].get<std::int64_t>());
        QCOMPARE(fit->tail, set["fit"]["tail"].get<std::int64_t>());
        VERIFY_NEAR(fit->alpha, set["fit"]["alpha"].get<double>(), 2e-6); // poweRlaw stops its search earlier
        VERIFY_NEAR(fit->logLikelihood, set["fit"]["log_likelihood"].get<double>(), 1e-9);
        VERIFY_NEAR(fit->ks, set["fit"]["ks"].get<double>(), 1e-3);
        const auto rivals = comparePowerLaw(counts, *fit);
        const Json &normal = set["log_normal"], &exponential = set["exponential"];
        VERIFY_NEAR(rivals[1].first, exponential["lambda"].get<double>(), 1e-9);
        VERIFY_NEAR(rivals[1].logLikelihood, exponential["log_likelihood"].get<double>(), 1e-9);
        VERIFY_NEAR(rivals[1].statistic, exponential["statistic"].get<double>(), 1e-5);
        VERIFY_NEAR(rivals[1].p, exponential["p"].get<double>(), 1e-4);
        // Of Moby Dick the best log-normal lies at μ → −∞: only the likelihood can be compared.
        VERIFY_NEAR(rivals[0].logLikelihood, normal["log_likelihood"].get<double>(), 2e-6);
        if (at == 1) {
            VERIFY_NEAR(rivals[0].first, normal["mu"].get<double>(), 1e-3);
            VERIFY_NEAR(rivals[0].second, normal["sigma"].get<double>(), 1e-3);
            VERIFY_NEAR(rivals[0].statistic, normal["statistic"].get<double>(), 1e-3);
            VERIFY_NEAR(rivals[0].p, normal["p"].get<double>(), 1e-3);
        }
        const auto ranks = fitZipfMandelbrot(counts);
        QVERIFY(ranks);
        VERIFY_NEAR(ranks->s, set["zipf_mandelbrot"]["s"].get<double>(), 1e-5);
        VERIFY_NEAR(ranks->q, set["zipf_mandelbrot"]["q"].get<double>(), 1e-4);
        VERIFY_NEAR(ranks->ks, set["zipf_mandelbrot"]["ks"].get<double>(), 1e-4);
    }

    void bootstrapAgreesWithPoweRlaw() {
        const Json set = readData("power_law.json")["sets"][0];
        const Counts moby = countsOf(set);
        const auto fit = fitPowerLaw(moby);
        core::JobContext job;
        constexpr int kRepetitions = 400;
        const auto test = testPowerLaw(moby, *fit, kRepetitions, 1, job);
        QVERIFY(test.ok());
        QCOMPARE(test->repetitions, kRepetitions);
        // Two standard errors of 400 repetitions are 0.047; poweRlaw's own value rests on 5,000.
        QVERIFY2(std::abs(test->p - set["p"].get<double>()) < 0.08, qPrintable(QString::number(test->p)));
        // The same seed is the same answer.
        const auto first = testPowerLaw(moby, *fit, 20, 3, job), second = testPowerLaw(moby, *fit, 20, 3, job);
        QCOMPARE(first->p, second->p);
        job.cancel();
        const auto cancelled = testPowerLaw(moby, *fit, 20, 3, job);
        QVERIFY(!cancelled.ok());
        QCOMPARE(cancelled.error().code, core::ErrorCode::Cancelled);
        QCOMPARE(testPowerLaw(moby, *fit, 0, 3, job).error().code, core::ErrorCode::ParameterOutOfRange);
    }

    /// What is no power law is ruled out: counts spread evenly over 1 … 1,000.
    void whatIsNoPowerLawIsRuledOut() {
        Counts even;
        for (int i = 0; i < 5'000; ++i)
            even.push_back(1 + i % 1'000);
        PowerLawOptions options;
        options.xMin = 1;
        const auto fit = fitPowerLaw(even, options);
        QVERIFY(fit);
        core::JobContext job;
        const auto test = testPowerLaw(even, *fit, 50, 1, job, options);
        QVERIFY(test.ok());
        QVERIFY(test->p < 0.1);
    }

    void oddInputHasAnAnswer() {
        QVERIFY(!fitPowerLaw(Counts{}));
        QVERIFY(!fitPowerLaw(Counts{7}));
        QVERIFY(!fitPowerLaw(Counts(500, 3)));
        QVERIFY(!fitPowerLaw(Counts{0, 0, 0}));
        QVERIFY(!fitZipfMandelbrot(Counts{}));
        QVERIFY(!fitZipfMandelbrot(Counts{5, 1}));
        QVERIFY(!fitZipfMandelbrot(Counts(10, 4)));
        QVERIFY(fitZipfMandelbrot(Counts{1'000'000, 1, 1, 1, 1, 0}));
        Counts one{1'000'000'000};
        one.resize(1'000, 1);
        if (const auto fit = fitPowerLaw(one)) {
            QVERIFY(std::isfinite(fit->alpha) && std::isfinite(fit->ks));
            for (const PowerLawRival& rival : comparePowerLaw(one, *fit))
                QVERIFY(std::isfinite(rival.logLikelihood) && rival.p >= 0 && rival.p <= 1);
        }
        PowerLawOptions beyond;
        beyond.xMin = 2'000'000'000;
        QVERIFY(!fitPowerLaw(one, beyond));
    }
};

QTEST_APPLESS_MAIN(TestIndices)
#include "tst_indices.moc"
