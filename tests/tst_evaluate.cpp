// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/evaluate.h"
#include "tests/support/shop_fixture.h"

#include <cmath>

using namespace core;
using namespace core::output;

namespace {

// Right per class: 4/5, 3/3, 1/2.
const std::vector<ClassIndex> kTruth{0, 0, 0, 0, 0, 1, 1, 1, 2, 2};
const std::vector<ClassIndex> kPredicted{0, 0, 0, 0, 1, 1, 1, 1, 2, 0};

bool near(double a, double b) {
    return std::abs(a - b) < 1e-12;
}

std::vector<std::string> keysOf(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items())
        keys.push_back(key);
    return keys;
}

} // namespace

class TestEvaluate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void evaluatesByHand() {
        std::string csv = "id,label,prediction\n";
        const char* names[] = {"a", "b", "c"};
        for (std::size_t i = 0; i < kTruth.size(); ++i)
            csv += std::to_string(i) + "," + names[kTruth[i]] + "," + names[kPredicted[i]] + "\n";
        const std::string file = m_shop.write("other.csv", csv);
        const auto plain = evaluateFile(file, {}, {});
        VERIFY_OK(plain);
        QVERIFY(near(plain->metrics.accuracy, 0.8));
        QVERIFY(near(plain->metrics.macroRecall, (0.8 + 1 + 0.5) / 3));
        QVERIFY(!plain->hasSupport && !plain->hasScores);
        const Json json = evaluationJson(*plain, {});
        const std::vector<std::string> keys{"file", "examples", "classes", "metrics", "per_class"};
        QCOMPARE(keysOf(json), keys);
        COMPARE_JSON(json.at("file"), Json(file));
        COMPARE_JSON(json.at("examples"), Json(10));
        QVERIFY(!json.at("metrics").contains("head") && !json.at("metrics").contains("cold"));
        QVERIFY(!json.at("per_class").at(0).contains("bucket"));

        // d is known from training only: without it the share rule would put the borders elsewhere.
        const std::string supports = m_shop.write("supports.csv", "support,label\n90,a\n9,b\n0,c\n1,d\n");
        stats::BucketRule rule{stats::BucketRule::Kind::Shots, {50, 5}};
        const auto bucketed = evaluateFile(file, supports, rule);
        VERIFY_OK(bucketed);
        const std::vector<stats::Bucket> buckets{stats::Bucket::Head, stats::Bucket::Mid, stats::Bucket::Cold,
                                                 stats::Bucket::Tail};
        QCOMPARE(bucketed->bucketOfClass, buckets);
        const Json full = evaluationJson(*bucketed, rule);
        QVERIFY(near(full.at("metrics").at("cold").at("recall").get<double>(), 0.5));
        QVERIFY(full.at("metrics").at("tail").at("recall").is_null());
        COMPARE_JSON(full.at("buckets").at("rule"), Json("shots:50,5"));
    }

    void evaluatesScores() {
        const std::string file =
            m_shop.write("scores.csv", "id,label,score_x,score_y,score_z\n1,x,0.2,0.7,0.1\n2,y,1,1,0\n");
        const auto result = evaluateFile(file, {}, {});
        VERIFY_OK(result);
        QVERIFY(result->hasScores);
        const std::vector<ClassIndex> predicted{1, 0}; // y, and x: the first of equals
        QCOMPARE(result->predictions.predicted, predicted);
        QCOMPARE(result->predictions.classes, 3);
    }

    void badPredictionFiles_data() {
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* content, const char* said) {
            QTest::newRow(name) << QString::fromUtf8(content) << QString::fromUtf8(said);
        };
        row("no prediction", "id,label\n1,a\n", "FILE has no column “prediction”. It has: id, label.");
        row("no label", "id,prediction\n1,a\n", "FILE has no column “label”. It has: id, prediction.");
        row("short row", "id,label,prediction\n1,a,a\n2,b\n",
            "FILE:3, column “prediction”: “” is not there: the row has 2 of 3 columns.");
        row("long row", "id,label,prediction\n1,a,a,b\n",
            "FILE:2, column “4”: “b” is not expected: the row has 4 of 3 columns.");
        row("no class", "id,label,prediction\n1,a,a\n2, ,a\n",
            "FILE:3, column “label”: “ ” is not the name of a class.");
        row("no prediction value", "id,label,prediction\n1,a,\n",
            "FILE:2, column “prediction”: “” is not the name of a class.");
        row("score", "id,label,score_a\n1,a,0.5\n2,a,high\n", "FILE:3, column “score_a”: “high” is not a number.");
        row("score beside prediction", "id,label,prediction,score_a\n1,a,a,nan\n",
            "FILE:2, column “score_a”: “nan” is not a number.");
        row("id twice", "id,label,prediction\n1,a,a\n1,b,b\n",
            "FILE:3, column “id”: “1” is not unique: line 2 has it too.");
        row("header only", "id,label,prediction\n",
            "FILE holds no row that could be used. Below the header there must be one row for each example.");
        row("quote", "id,label,prediction\n1,a,\"a\n",
            "FILE:2: a quote that opens here is never closed. Close it, or remove it.");
    }
    void badPredictionFiles() {
        QFETCH(QString, content);
        QFETCH(QString, said);
        const std::string file = m_shop.write("bad.csv", content.toStdString());
        const auto result = evaluateFile(file, {}, {});
        QVERIFY(!result.ok());
        QString actual = QString::fromStdString(errorSentence(result.error()));
        actual.replace(QString::fromStdString(file), QStringLiteral("FILE"));
        QCOMPARE(actual, said);
    }

    void badSupportFiles() {
        const std::string file = m_shop.write("good.csv", "id,label,prediction\n1,a,a\n");
        const auto codeOf = [&](const std::string& text) {
            const auto result = evaluateFile(file, m_shop.write("supports.csv", text), {});
            return result.ok() ? std::string("read")
                               : std::to_string(result.error().line) + " " + result.error().column;
        };
        QCOMPARE(codeOf("label,support\na,3\n"), std::string("read"));
        QCOMPARE(codeOf("label,support\na,3\nb,-1\n"), std::string("3 support"));
        QCOMPARE(codeOf("label,support\na,2.5\n"), std::string("2 support"));
        QCOMPARE(codeOf("label,support\na,1\na,1\n"), std::string("3 label"));
        QCOMPARE(codeOf("label,rows\na,1\n"), std::string("0 support"));
        VERIFY_ERROR(evaluateFile(m_shop.path("nothing.csv"), {}, {}), ErrorCode::FileNotFound);
        VERIFY_ERROR(evaluateFile(file, m_shop.path("nothing.csv"), {}), ErrorCode::FileNotFound);
    }

private:
    ShopFixture m_shop;
};

QTEST_APPLESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"
