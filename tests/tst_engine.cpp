// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"
#include "core/base/file.h"
#include "core/train/engine_loader.h"
#include "tests/support/engine_fixtures.h"

#include <QTest>

#include <cmath>
#include <cstring>

using namespace core;
using namespace core::train;
using namespace fixtures;
using strategies::LossTerms;

namespace {

ModelState stateFrom(const Json& json) {
    ModelState state;
    for (const Json& tensor : json) {
        const auto values = tensor["values"].get<std::vector<float>>();
        NamedTensor entry{
            tensor["name"].get<std::string>(), "F32", tensor["shape"].get<std::vector<std::int64_t>>(), {}};
        entry.data.resize(values.size() * sizeof(float));
        std::memcpy(entry.data.data(), values.data(), entry.data.size());
        state.push_back(std::move(entry));
    }
    return state;
}

LossTerms termsFrom(const Json& json) {
    return {.weight = json["weight"].get<std::vector<double>>(),
            .shift = json["shift"].get<std::vector<double>>(),
            .margin = json["margin"].get<std::vector<double>>(),
            .scale = json["scale"].get<double>(),
            .gamma = json["gamma"].get<double>()};
}

} // namespace

class TestEngine : public QObject {
    Q_OBJECT

private:
    Engine* m_engine = nullptr;

    std::unique_ptr<EngineModel> make(const std::string& id, const Json& architecture, std::uint64_t seed = 1,
                                      OptimizerConfig optimizer = {}) {
        auto model =
            m_engine->create({.id = id, .architecture = architecture, .device = "cpu", .seed = seed}, optimizer);
        if (!model.ok())
            qFatal("%s", errorSentence(model.error()).c_str());
        return std::move(model).value();
    }

private Q_SLOTS:
    void initTestCase() {
        const auto engine = loadEngine();
        if (!engine.ok())
            QSKIP(("built without the training engine: " + engine.error().detail).c_str());
        m_engine = *engine;
        m_engine->setThreads(1); // tiny tensors: more threads only wait for one another
    }

    void info() {
        const EngineInfo info = m_engine->info();
        QVERIFY(info.library.starts_with("LibTorch "));
        QVERIFY(!info.blas.empty());
        QCOMPARE(info.devices.at(0), std::string("cpu"));
        if (info.blas.find("OpenBLAS") != std::string::npos || info.blas.find("MKL") != std::string::npos)
            QVERIFY(info.warning.empty());
        if (info.blas.starts_with("reference"))
            QVERIFY(!info.warning.empty());
    }

    void refusals() {
        const auto unknown = m_engine->create({.id = "gpt", .architecture = tinyBag(), .device = "cpu"}, {});
        QCOMPARE(unknown.error().code, ErrorCode::UnknownChoice);
        QCOMPARE(unknown.error().detail, std::string("bag, mini"));
        for (const char* device : {"cuda:99", "gpu", "cuda:", "cuda:x", "cuda:-1", ""}) {
            const auto model = m_engine->create({.id = "bag", .architecture = tinyBag(), .device = device}, {});
            QVERIFY2(!model.ok(), device);
            QCOMPARE(model.error().code, ErrorCode::DeviceUnavailable);
            QCOMPARE(model.error().value, std::string(device));
        }
        if (m_engine->info().devices.size() == 1)
            QCOMPARE(m_engine->create({.id = "bag", .architecture = tinyBag(), .device = "cuda:0"}, {}).error().code,
                     ErrorCode::DeviceUnavailable);
        QCOMPARE(m_engine->create({.id = "bag", .architecture = Json::object(), .device = "cpu"}, {}).error().code,
                 ErrorCode::BadModel);
        // 2^45 rows of 2^10 numbers: more than any machine has.
        Json huge = tinyBag(12, 1024, 4);
        huge["vocabulary"] = std::int64_t{1} << 45;
        QCOMPARE(m_engine->create({.id = "bag", .architecture = huge, .device = "cpu"}, {}).error().code,
                 ErrorCode::OutOfMemory);
        const auto model = make("bag", tinyBag());
        std::vector<float> logits;
        QVERIFY(!model->predict(batchOf({{12}}, {}), logits).ok());    // outside the vocabulary
        QVERIFY(!model->trainStep(batchOf({{1}}, {4}), {}, 0.1).ok()); // outside the classes
        QVERIFY(logits.empty());
    }

    void lossTermsMatchTheReference_data() {
        QTest::addColumn<QString>("id");
        QTest::newRow("bag") << QStringLiteral("bag");
        QTest::newRow("mini") << QStringLiteral("mini");
    }
    void lossTermsMatchTheReference() {
        QFETCH(const QString, id);
        Rng rng(11);
        for (int trial = 0; trial < 64; ++trial) {
            const bool bag = id == QStringLiteral("bag");
            const auto model = make(id.toStdString(), bag ? tinyBag() : tinyMini(), rng.next());
            // A few large steps give logits that are not all close to 0.
            for (int i = 0; i < 3; ++i)
                QVERIFY(model->trainStep(randomBatch(rng, 8, 9, 4), {}, 0.3).ok());
            const Batch batch = randomBatch(rng, 5, 9, 4);
            const LossTerms terms = randomTerms(rng, 4, trial % 32);
            std::vector<float> logits;
            QVERIFY(model->predict(batch, logits).ok());
            const double expected = documentedLoss(terms, logits, batch.labels, 4);
            const auto step = model->trainStep(batch, terms, 0.0);
            QVERIFY(step.ok());
            QVERIFY2(std::abs(step->loss - expected) <= 1e-5 * std::max(1.0, std::abs(expected)),
                     qPrintable(QStringLiteral("terms %1: %2 and %3").arg(trial % 32).arg(step->loss).arg(expected)));
        }
    }

    void gradientMatchesFiniteDifferences_data() { lossTermsMatchTheReference_data(); }
    void gradientMatchesFiniteDifferences() {
        QFETCH(const QString, id);
        Rng rng(5);
        const bool bag = id == QStringLiteral("bag");
        const auto model = make(id.toStdString(), bag ? tinyBag() : tinyMini(), 3, {.weightDecay = 0, .clipNorm = 0});
        for (int i = 0; i < 3; ++i)
            QVERIFY(model->trainStep(randomBatch(rng, 8, 9, 4), {}, 0.05).ok());
        const Batch batch = randomBatch(rng, 4, 9, 4);
        const LossTerms terms = randomTerms(rng, 4, 31);
        const auto before = model->checkpoint();
        QVERIFY(before.ok());
        const auto step = model->trainStep(batch, terms, 0.0);
        QVERIFY(step.ok());
        const auto after = model->checkpoint();
        QVERIFY(after.ok());
        QVERIFY(model->restore(*before).ok());
        ModelState weights = *model->weights();

        double squares = 0;
        for (NamedTensor& tensor : weights) {
            // exp_avg' = 0.9 exp_avg + 0.1 g shows the gradient that the optimiser saw.
            const auto m0 = floats(named(*before, "optimizer." + tensor.name + ".exp_avg"));
            const auto m1 = floats(named(*after, "optimizer." + tensor.name + ".exp_avg"));
            const std::vector<float> original = floats(tensor);
            for (std::size_t i = 0; i < original.size(); ++i) {
                const auto lossAt = [&](float value) {
                    std::memcpy(tensor.data.data() + i * sizeof(float), &value, sizeof(float));
                    std::vector<float> logits;
                    if (!model->setWeights(weights).ok() || !model->predict(batch, logits).ok())
                        qFatal("the model cannot be evaluated");
                    return documentedLoss(terms, logits, batch.labels, 4);
                };
                const bool untouched = m0[i] == m1[i]; // a row of the table that the batch does not use
                const double gradient =
                    untouched ? 0 : (static_cast<double>(m1[i]) - 0.9 * static_cast<double>(m0[i])) / 0.1;
                squares += gradient * gradient;
                if (original.size() > 32 && i % 5 != 0)
                    continue; // a fifth of the large tensors tells as much
                const float step32 = 1e-2F;
                const double up = lossAt(original[i] + step32), down = lossAt(original[i] - step32);
                lossAt(original[i]);
                const double numeric = (up - down) / (2.0 * static_cast<double>(step32));
                QVERIFY2(std::abs(numeric - gradient) < 4e-3 + 2e-2 * std::abs(gradient),
                         qPrintable(QStringLiteral("%1[%2]: %3 and %4")
                                        .arg(QString::fromStdString(tensor.name))
                                        .arg(i)
                                        .arg(numeric)
                                        .arg(gradient)));
            }
        }
        QVERIFY(std::abs(std::sqrt(squares) - step->gradientNorm) < 1e-3 * std::max(1.0, step->gradientNorm));
    }

    void stepsMatchPyTorch_data() { lossTermsMatchTheReference_data(); }
    void stepsMatchPyTorch() {
        QFETCH(const QString, id);
        const auto file = readJsonFile(TAILLIGHT_TEST_DATA "/train/" + id.toStdString() + "_steps.json");
        QVERIFY(file.ok());
        const Json& reference = *file;
        const auto model = make(
            id.toStdString(), reference["architecture"], 1,
            {.weightDecay = reference["weight_decay"].get<double>(), .clipNorm = reference["clip_norm"].get<double>()});
        QVERIFY(model->setWeights(stateFrom(reference["start"])).ok());
        for (const Json& step : reference["steps"]) {
            const Batch batch =
                batchOf(step["rows"].get<std::vector<std::vector<int>>>(), step["labels"].get<std::vector<int>>());
            std::vector<float> logits;
            QVERIFY(model->predict(batch, logits).ok());
            const auto expected = step["logits"].get<std::vector<float>>();
            QCOMPARE(logits.size(), expected.size());
            for (std::size_t i = 0; i < logits.size(); ++i)
                QVERIFY2(std::abs(logits[i] - expected[i]) < 2e-5F,
                         qPrintable(QString::number(logits[i] - expected[i])));
            const auto result = model->trainStep(batch, termsFrom(step["terms"]), step["learning_rate"].get<double>());
            QVERIFY(result.ok());
            QVERIFY(std::abs(result->loss - step["loss"].get<double>()) < 2e-5);
            QVERIFY(std::abs(result->gradientNorm - step["gradient_norm"].get<double>()) < 1e-4);
        }
        const auto weights = model->weights();
        QVERIFY(weights.ok());
        for (const Json& tensor : reference["end"]) {
            const auto expected = tensor["values"].get<std::vector<float>>();
            const auto values = floats(named(*weights, tensor["name"].get<std::string>()));
            QCOMPARE(values.size(), expected.size());
            // The bias of the keys shifts all scores of a query alike: its gradient is 0 but for rounding, which Adam
            // scales up to whole steps. It is the middle third.
            const bool keys = tensor["name"].get<std::string>().ends_with("qkv.bias");
            for (std::size_t i = 0; i < values.size(); ++i)
                QVERIFY2((keys && i / (values.size() / 3) == 1) || std::abs(values[i] - expected[i]) < 5e-5F,
                         (tensor["name"].get<std::string>() + " " + std::to_string(values[i] - expected[i])).c_str());
        }
    }

    void onlyTouchedRowsMove() {
        const auto model = make("bag", tinyBag());
        QVERIFY(model->trainStep(batchOf({{1, 2}, {3}}, {0, 1}), {}, 0.1).ok());
        const auto before = floats(named(*model->weights(), "embedding.weight"));
        QVERIFY(model->trainStep(batchOf({{2, 5}, {5}}, {2, 3}), {}, 0.1).ok());
        const auto after = floats(named(*model->weights(), "embedding.weight"));
        for (std::size_t row = 0; row < 12; ++row) {
            const bool same = std::equal(before.begin() + static_cast<std::ptrdiff_t>(row * 3),
                                         before.begin() + static_cast<std::ptrdiff_t>(row * 3 + 3),
                                         after.begin() + static_cast<std::ptrdiff_t>(row * 3));
            QCOMPARE(same, row != 2 && row != 5);
        }
    }

    void paddingChangesNothing() {
        const auto model = make("mini", tinyMini());
        std::vector<float> alone, together;
        QVERIFY(model->predict(batchOf({{3, 4}}, {}), alone).ok());
        QVERIFY(model->predict(batchOf({{3, 4}, {1, 2, 3, 4, 5, 6}}, {}), together).ok());
        for (std::size_t c = 0; c < 4; ++c)
            QVERIFY(std::abs(alone[c] - together[c]) < 1e-5F);
    }

    void sameSeedSameNumbers() {
        const auto run = [&](std::uint64_t seed) {
            const auto model = make("mini", tinyMini(0.3), seed);
            Rng rng(2);
            for (int i = 0; i < 12; ++i)
                if (!model->trainStep(randomBatch(rng, 8, 9, 4), {}, 0.02).ok())
                    qFatal("a step failed");
            return *model->checkpoint();
        };
        QVERIFY(sameState(run(7), run(7)));
        QVERIFY(!sameState(run(7), run(8)));
    }

    void twoModelsDoNotDisturbOneAnother() {
        Rng rng(2);
        const Batch batch = randomBatch(rng, 8, 9, 4);
        const auto alone = make("mini", tinyMini(0.3), 1);
        for (int i = 0; i < 4; ++i)
            QVERIFY(alone->trainStep(batch, {}, 0.02).ok());
        const auto first = make("mini", tinyMini(0.3), 1);
        const auto second = make("mini", tinyMini(0.3), 2);
        for (int i = 0; i < 4; ++i) {
            QVERIFY(first->trainStep(batch, {}, 0.02).ok());
            QVERIFY(second->trainStep(batch, {}, 0.02).ok());
        }
        QVERIFY(sameState(*alone->checkpoint(), *first->checkpoint()));
    }

    void checkpointGoesOnBitForBit_data() { lossTermsMatchTheReference_data(); }
    void checkpointGoesOnBitForBit() {
        QFETCH(const QString, id);
        Json architecture = id == QStringLiteral("bag") ? tinyBag() : tinyMini(0.2);
        architecture["dropout"] = 0.2;
        architecture["token_dropout"] = 0.2;
        const auto model = make(id.toStdString(), architecture);
        Rng rng(3);
        for (int i = 0; i < 5; ++i)
            QVERIFY(model->trainStep(randomBatch(rng, 8, 9, 4), {}, 0.02).ok());
        const auto saved = model->checkpoint();
        QVERIFY(saved.ok());
        // Through bytes, as a project stores it.
        const auto read = readSafetensors(writeSafetensors(*saved, {}), "checkpoint");
        QVERIFY(read.ok());
        const auto resumed = make(id.toStdString(), architecture, 99);
        QVERIFY(resumed->restore(*read).ok());
        for (int i = 0; i < 5; ++i) {
            const Batch batch = randomBatch(rng, 8, 9, 4);
            const auto a = model->trainStep(batch, {}, 0.02);
            const auto b = resumed->trainStep(batch, {}, 0.02);
            QVERIFY(a.ok() && b.ok());
            QVERIFY(a->loss == b->loss && a->gradientNorm == b->gradientNorm);
        }
        QVERIFY(sameState(*model->checkpoint(), *resumed->checkpoint()));
    }

    void wrongWeightsAreRefused() {
        const auto model = make("bag", tinyBag());
        ModelState weights = *model->weights();
        ModelState fewer = weights;
        fewer.pop_back();
        QCOMPARE(model->setWeights(fewer).error().code, ErrorCode::BadModel);
        ModelState reshaped = weights;
        reshaped[0].shape = {3, 12};
        QCOMPARE(model->setWeights(reshaped).error().code, ErrorCode::BadModel);
        ModelState retyped = weights;
        retyped[0].dtype = "F16";
        QCOMPARE(model->setWeights(retyped).error().code, ErrorCode::BadModel);
        QCOMPARE(model->restore(weights).error().code, ErrorCode::BadModel); // weights are no checkpoint
        QVERIFY(model->setWeights(weights).ok());
    }

    void divergenceIsAnError() {
        const auto model = make("bag", tinyBag());
        LossTerms terms;
        terms.shift = {0, 0, 0, std::numeric_limits<double>::infinity()};
        const auto before = *model->weights();
        const auto step = model->trainStep(batchOf({{1, 2}}, {0}), terms, 0.1);
        QVERIFY(!step.ok());
        QCOMPARE(step.error().code, ErrorCode::Diverged);
        QVERIFY(sameState(before, *model->weights()));
    }

    void parameterCount() { QCOMPARE(make("bag", tinyBag())->parameterCount(), std::int64_t{12 * 3 + 4 * 3 + 4}); }
};

QTEST_APPLESS_MAIN(TestEngine)
#include "tst_engine.moc"
