// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/rng.h"
#include "core/stats/compare.h"
#include "core/stats/metrics.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <thread>

using namespace core::stats;
using core::Json;
using Counts = std::vector<std::int64_t>;

namespace {

Json readData(const char* name) {
    const auto json = core::readJsonFile(std::string(TAILLIGHT_TEST_DATA) + "/stats/" + name);
    return json.ok() ? *json : Json();
}

Bucket bucketFrom(const std::string& name) {
    for (const Bucket bucket : kBuckets)
        if (bucketName(bucket) == name)
            return bucket;
    qFatal("no such bucket");
}

std::vector<Bucket> bucketsFrom(const Json& names) {
    std::vector<Bucket> buckets;
    for (const Json& name : names)
        buckets.push_back(bucketFrom(name.get<std::string>()));
    return buckets;
}

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance || (std::isnan(a) && std::isnan(b));
}

Predictions noisyPredictions(std::uint64_t seed, const Counts& perClass, double right) {
    core::Rng rng(seed);
    Predictions p;
    p.classes = static_cast<int>(perClass.size());
    for (std::size_t c = 0; c < perClass.size(); ++c)
        for (std::int64_t i = 0; i < perClass[c]; ++i) {
            const auto truth = static_cast<core::ClassIndex>(c);
            p.truth.push_back(truth);
            p.predicted.push_back(rng.uniform() < right ? truth
                                                        : static_cast<core::ClassIndex>(rng.below(perClass.size())));
        }
    return p;
}

} // namespace

#define VERIFY_NEAR(actual, expected, tolerance)                                                                       \
    QVERIFY2(near((actual), (expected), (tolerance)),                                                                  \
             qPrintable(QStringLiteral("%1 is not %2").arg((actual), 0, 'g', 10).arg((expected), 0, 'g', 10)))

class TestMetrics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void metricsLikeScikitLearn() {
        const Json data = readData("metrics.json");
        QVERIFY(data.contains("cases") && data["cases"].size() >= 10);
        for (const Json& test : data["cases"]) {
            const std::string name = test["name"];
            const Predictions p{test["truth"].get<std::vector<core::ClassIndex>>(),
                                test["predicted"].get<std::vector<core::ClassIndex>>(), test["classes"].get<int>()};
            const Metrics m = computeMetrics(p, bucketsFrom(test["buckets"]));
            QCOMPARE(test["expected"].size(), metricNames(BucketRule{}).size());
            for (const auto& [metric, expected] : test["expected"].items()) {
                const double value = metricValue(m, metric);
                QVERIFY2(expected.is_null() ? std::isnan(value) : near(value, expected.get<double>(), 1e-12),
                         (name + ": " + metric + " is " + std::to_string(value) + ", not " + expected.dump()).c_str());
            }
            for (std::size_t c = 0; c < m.perClass.size(); ++c) {
                const Json& expected = test["per_class"][c];
                QVERIFY2(near(m.perClass[c].precision, expected["precision"], 1e-12), name.c_str());
                QVERIFY2(near(m.perClass[c].recall, expected["recall"], 1e-12), name.c_str());
                QVERIFY2(near(m.perClass[c].f1, expected["f1"], 1e-12), name.c_str());
                QCOMPARE(m.perClass[c].support, expected["support"].get<std::int64_t>());
            }
            QCOMPARE(confusionMatrix(p), test["confusion"].get<Counts>());
        }
    }

    void metricsOfNothing() {
        const Metrics m = computeMetrics({{}, {}, 2}, std::vector<Bucket>{Bucket::Head, Bucket::Tail});
        QCOMPARE(m.examples, 0);
        QCOMPARE(m.accuracy, 0.0);
        QCOMPARE(m.macroF1, 0.0);
        QVERIFY(std::isnan(metricValue(m, "tail_recall")));
        QCOMPARE(m.perClass.size(), std::size_t{2});
    }

    void metricsBecomeJson() {
        const Predictions p{{0, 0, 1}, {0, 1, 1}, 3};
        const std::vector<Bucket> buckets{Bucket::Head, Bucket::Tail, Bucket::Cold};
        const Metrics m = computeMetrics(p, buckets);
        const Json json = metricsJson(m);
        VERIFY_NEAR(json["accuracy"].get<double>(), 2.0 / 3, 1e-12);
        QCOMPARE(json["tail"]["recall"].get<double>(), 1.0);
        QCOMPARE(json["head"]["classes"].get<int>(), 1);
        QVERIFY(json["mid"]["recall"].is_null());
        QCOMPARE(json["cold"]["classes"].get<int>(), 0);
        const Json rows = perClassJson(m, std::vector<std::string>{"a", "b", "c"}, Counts{9, 2, 0}, buckets);
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[1]["class"].get<std::string>(), std::string("b"));
        QCOMPARE(rows[1]["bucket"].get<std::string>(), std::string("tail"));
        QCOMPARE(rows[1]["train_support"].get<int>(), 2);
        QCOMPARE(rows[0]["recall"].get<double>(), 0.5);
    }

    void bootstrapLikeNumPy() {
        const Json data = readData("bootstrap.json");
        QVERIFY(data.contains("expected"));
        const auto truth = data["truth"].get<std::vector<core::ClassIndex>>();
        const Predictions baseline{truth, data["baseline"].get<std::vector<core::ClassIndex>>(), data["classes"]};
        const Predictions run{truth, data["run"].get<std::vector<core::ClassIndex>>(), data["classes"]};
        const auto buckets = bucketsFrom(data["buckets"]);
        std::vector<std::string> names;
        for (const auto& [name, expected] : data["expected"].items())
            names.push_back(name);
        core::JobContext job;
        const BootstrapConfig config{20'000, 0.95, 3};
        const auto paired = pairedBootstrap(baseline, run, buckets, names, config, job);
        const auto single = bootstrapIntervals(run, buckets, names, config, job);
        QVERIFY(paired.ok() && single.ok());
        // A 2.5 % percentile of 20,000 draws has a standard error of about 0.02 of the spread (here σ ≤ 0.12 for the
        // tail, which moves in steps of 1/40 and 1/60 too): 0.01 is some four of them, and far below what another
        // method would give.
        for (const auto& [name, expected] : data["expected"].items()) {
            const Difference& d = paired->at(name);
            VERIFY_NEAR(d.value, expected["value"].get<double>(), 1e-12);
            VERIFY_NEAR(d.low, expected["low"].get<double>(), 0.01);
            VERIFY_NEAR(d.high, expected["high"].get<double>(), 0.01);
            const Difference& s = single->at(name);
            VERIFY_NEAR(s.value, expected["single_value"].get<double>(), 1e-12);
            VERIFY_NEAR(s.low, expected["single_low"].get<double>(), 0.01);
            VERIFY_NEAR(s.high, expected["single_high"].get<double>(), 0.01);
        }
    }

    void bootstrapIsPairedAndSeeded() {
        const Counts perClass(10, 200);
        const Predictions a = noisyPredictions(1, perClass, 0.6);
        const Predictions b = noisyPredictions(2, perClass, 0.8);
        std::vector<Bucket> buckets(10, Bucket::Tail);
        buckets[0] = Bucket::Head;
        core::JobContext job;
        const auto same = pairedBootstrap(a, a, buckets, metricNames(), {}, job);
        QVERIFY(same.ok());
        for (const auto& [name, d] : *same) {
            if (name.starts_with("mid")) {
                QVERIFY(std::isnan(d.value) && std::isnan(d.low) && std::isnan(d.pValue));
                continue;
            }
            QVERIFY2(d.value == 0 && d.low == 0 && d.high == 0 && d.pValue == 1, name.c_str());
        }
        const auto first = pairedBootstrap(a, b, buckets, metricNames(), {}, job);
        const auto second = pairedBootstrap(a, b, buckets, metricNames(), {}, job);
        const auto other = pairedBootstrap(a, b, buckets, metricNames(), {2000, 0.95, 2}, job);
        QCOMPARE(first->at("macro_f1").low, second->at("macro_f1").low);
        QVERIFY(first->at("macro_f1").low != other->at("macro_f1").low);
        QVERIFY(first->at("accuracy").low > 0 && first->at("accuracy").low < first->at("accuracy").value);
        VERIFY_NEAR(first->at("accuracy").pValue, 1 / 2001.0, 1e-12);
        const auto wide = pairedBootstrap(a, b, buckets, {"accuracy"}, {2000, 0.99, 1}, job);
        QVERIFY(wide->at("accuracy").low < first->at("accuracy").low);
    }

    void bootstrapCovers() {
        // Both runs are right with probability 0.7, so the true difference is 0: a 90 % interval should hold it in
        // about 9 of 10 tries. 100 tries: 90 ± 3 standard errors is 81 … 99.
        core::JobContext job;
        int held = 0;
        for (std::uint64_t i = 0; i < 100; ++i) {
            const Predictions a = noisyPredictions(100 + i, Counts(4, 60), 0.7);
            const Predictions b = noisyPredictions(900 + i, Counts(4, 60), 0.7);
            const auto d =
                pairedBootstrap(a, b, std::vector<Bucket>(4, Bucket::Head), {"accuracy"}, {400, 0.9, i}, job);
            held += d->at("accuracy").low <= 0 && d->at("accuracy").high >= 0 ? 1 : 0;
        }
        QVERIFY2(held >= 81 && held <= 99, qPrintable(QString::number(held)));
    }

    void bootstrapRefuses() {
        const Predictions a{{0, 1}, {0, 1}, 2};
        const Predictions other{{1, 1}, {0, 1}, 2};
        const std::vector<Bucket> buckets(2, Bucket::Head);
        core::JobContext job;
        const auto codeOf = [](const auto& result) {
            return result.ok() ? core::ErrorCode::Internal : result.error().code;
        };
        QCOMPARE(codeOf(pairedBootstrap(a, other, buckets, {"accuracy"}, {}, job)), core::ErrorCode::Usage);
        QCOMPARE(codeOf(pairedBootstrap(a, a, buckets, {"auc"}, {}, job)), core::ErrorCode::UnknownChoice);
        QCOMPARE(codeOf(pairedBootstrap(a, a, buckets, {"accuracy"}, {0, 0.95, 1}, job)),
                 core::ErrorCode::ParameterOutOfRange);
        QCOMPARE(codeOf(bootstrapIntervals(a, buckets, {"accuracy"}, {10, 1.0, 1}, job)),
                 core::ErrorCode::ParameterOutOfRange);
        QCOMPARE(codeOf(bootstrapIntervals({{}, {}, 2}, buckets, {"accuracy"}, {}, job)), core::ErrorCode::TooFewRows);
    }

    void bootstrapCancels() {
        const Predictions p = noisyPredictions(1, Counts(10, 20'000), 0.5);
        core::JobContext job;
        QElapsedTimer sinceCancel;
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            sinceCancel.start();
            job.cancel();
        });
        const auto result =
            pairedBootstrap(p, p, std::vector<Bucket>(10, Bucket::Head), {"accuracy"}, {1'000'000, 0.95, 1}, job);
        canceller.join();
        QVERIFY(!result.ok() && result.error().code == core::ErrorCode::Cancelled);
        QVERIFY2(sinceCancel.elapsed() < 200, qPrintable(QString::number(sinceCancel.elapsed())));
    }

    void holm() {
        // Worked by hand: .005·4, .01·3, .03·2, max(.04·1, .06). R's p.adjust and statsmodels' multipletests agree.
        const auto adjusted = holmAdjusted({0.01, 0.04, 0.03, 0.005});
        const std::vector<double> expected{0.03, 0.06, 0.06, 0.02};
        for (std::size_t i = 0; i < expected.size(); ++i)
            VERIFY_NEAR(adjusted[i], expected[i], 1e-12);
        QCOMPARE(holmAdjusted({0.7, 0.8}), (std::vector<double>{1.0, 1.0}));
        QVERIFY(holmAdjusted({}).empty());
        const auto withNan = holmAdjusted({0.01, std::nan(""), 0.02});
        VERIFY_NEAR(withNan[0], 0.02, 1e-12);
        QVERIFY(std::isnan(withNan[1]));
        VERIFY_NEAR(withNan[2], 0.02, 1e-12);
    }
};

QTEST_APPLESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
