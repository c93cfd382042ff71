// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"
#include "core/base/file.h"
#include "core/stats/metrics.h"
#include "core/train/batcher.h"
#include "core/train/engine_loader.h"
#include "core/train/experiment_config.h"
#include "core/train/hashed_ngrams.h"
#include "core/train/model_kind.h"
#include "core/train/schedule.h"
#include "core/train/sentencepiece_encoder.h"
#include "core/train/trainer.h"
#include "core/train/training_progress.h"
#include "core/train/training_rows.h"
#include "tests/support/train_fixtures.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

using namespace core;
using namespace core::train;

namespace {

ErrorCode experimentError(const char* text) {
    const auto json = parseJson(text);
    if (!json.ok())
        return json.error().code;
    const auto config = experimentFromJson(*json);
    return config.ok() ? ErrorCode::Internal : config.error().code;
}

std::vector<std::string> trainingTitles() {
    std::vector<std::string> titles;
    const auto dataset = fixtures::toyDataset({60, 60, 60, 60});
    for (const std::uint32_t row : dataset->rows(data::Part::Train))
        titles.push_back(dataset->texts[row]);
    return titles;
}

} // namespace

class TestTrain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hashedNgrams() {
        const HashedNgrams encoder({.buckets = 1 << 20});
        const auto ids = encoder.encode("Apple iPhone");
        QVERIFY(std::all_of(ids.begin(), ids.end(), [](int id) { return id >= 0 && id < (1 << 20); }));
        QCOMPARE(encoder.encode("Apple iPhone"), ids);
        QCOMPARE(encoder.encode("  APPLE   iphone!"), ids);        // case, spaces and punctuation do not matter
        QCOMPARE(encoder.encode("Ａｐｐｌｅ　ｉＰｈｏｎｅ"), ids); // nor does full width
        // <apple>: 6 + 5 + 4 + 3 n-grams of 2 … 5 of 7 characters, <iphone>: 7 + 6 + 5 + 4; two words, one pair.
        QCOMPARE(ids.size(), std::size_t{6 + 5 + 4 + 3 + 7 + 6 + 5 + 4 + 3});
        QVERIFY(encoder.encode("iPhone Apple") != ids); // the pair knows the order
        QCOMPARE(encoder.encode("").size(), std::size_t{1});
        QCOMPARE(encoder.encode(" ,.! "), encoder.encode(""));
        QVERIFY(!encoder.encode("\xff\xfe broken \xc3").empty());

        // Chinese has no spaces: what two titles share is in their character n-grams.
        const auto shared = [&](std::string_view a, std::string_view b) {
            const auto x = encoder.encode(a);
            const std::set<int> left(x.begin(), x.end());
            int common = 0;
            for (const int id : encoder.encode(b))
                common += left.contains(id) ? 1 : 0;
            return common;
        };
        QCOMPARE(shared("防摔手机壳", "新款手机壳透明"), 3); // 手机, 机壳, 手机壳
        QCOMPARE(shared("防摔手机壳", "女士羽绒服"), 0);

        const auto again = makeEncoder(encoder.description(), encoder.files());
        QVERIFY(again.ok());
        QCOMPARE((*again)->encode("Apple iPhone"), ids);
        const HashedNgrams shortOne({.maxTokens = 5});
        QCOMPARE(shortOne.encode("one two three four").size(), std::size_t{5});
    }

    void sentencePiece() {
        JobContext job;
        const auto titles = trainingTitles();
        const auto learnt = SentencePieceEncoder::learn(titles, {.vocabulary = 4000, .maxLength = 8}, 1, job);
        QVERIFY2(learnt.ok(), learnt.ok() ? "" : learnt.error().detail.c_str());
        const TextEncoder& encoder = **learnt;
        QVERIFY(encoder.vocabularySize() < 4000); // lowered to what the corpus gives
        QCOMPARE(encoder.padId(), 0);
        for (const std::string& text : {std::string("red espresso kettle"), std::string("防摔 手机壳"),
                                        std::string("never seen ☃"), std::string(), std::string(500, 'x')}) {
            const auto ids = encoder.encode(text);
            QVERIFY(!ids.empty() && ids.size() <= 8);
            QVERIFY(
                std::all_of(ids.begin(), ids.end(), [&](int id) { return id > 0 && id < encoder.vocabularySize(); }));
        }
        QCOMPARE(encoder.encode("RED Espresso Kettle"), encoder.encode("red espresso kettle"));

        const auto second = SentencePieceEncoder::learn(titles, {.vocabulary = 4000, .maxLength = 8}, 1, job);
        QVERIFY(second.ok());
        QVERIFY((*second)->files() == encoder.files()); // byte for byte

        const auto again = makeEncoder(encoder.description(), encoder.files());
        QVERIFY(again.ok());
        QCOMPARE((*again)->encode("blue garden hose"), encoder.encode("blue garden hose"));
    }

    void sentencePieceTooSmall() {
        JobContext job;
        const std::vector<std::string> empty{"", "   "};
        const auto none = SentencePieceEncoder::learn(empty, {}, 1, job);
        QVERIFY(!none.ok());
        QCOMPARE(none.error().code, ErrorCode::TooFewRows);
        const std::vector<std::string> tiny{"ab"};
        const auto some = SentencePieceEncoder::learn(tiny, {}, 1, job);
        QVERIFY2(some.ok() || some.error().code == ErrorCode::TooFewRows, "a tiny corpus gives pieces or says why not");
        job.cancel();
        QCOMPARE(SentencePieceEncoder::learn(trainingTitles(), {}, 1, job).error().code, ErrorCode::Cancelled);
    }

    void brokenEncoders() {
        for (
            const char* text :
            {"null", "{}", R"({"type":"magic"})", R"({"type":"hashed_ngrams"})",
             R"({"type":"hashed_ngrams","buckets":0,"word_ngrams":2,"min_characters":2,"max_characters":5,"max_tokens":9})",
             R"({"type":"sentencepiece","max_length":8})"}) {
            const auto encoder = makeEncoder(*parseJson(text), {});
            QVERIFY2(!encoder.ok() && encoder.error().code == ErrorCode::BadModel, text);
        }
        const auto garbage =
            makeEncoder(*parseJson(R"({"type":"sentencepiece","max_length":8})"), {{"tokenizer.model", "x"}});
        QVERIFY(!garbage.ok() && garbage.error().code == ErrorCode::BadModel);
    }

    void experimentReads() {
        const auto json = parseJson(
            R"({"name":"e","recipe":{"name":"Focal","steps":[{"kind":"loss","id":"focal","params":{"gamma":3}}]},
            "models":["bag",{"id":"mini","params":{"width":64}}],"seed":5,"buckets":"shots","training":{"epochs":2}})");
        QVERIFY(json.ok());
        const auto config = experimentFromJson(*json);
        QVERIFY2(config.ok(), config.ok() ? "" : errorSentence(config.error()).c_str());
        QCOMPARE(config->recipes.size(), std::size_t{1});
        QCOMPARE(config->recipes[0].steps[0].id, std::string("focal"));
        QCOMPARE(config->models.size(), std::size_t{2});
        QVERIFY(config->models[1].params["width"] == 64);
        QCOMPARE(config->seeds, std::vector<std::uint64_t>{5});
        QCOMPARE(config->buckets, std::string("shots:100,20"));
        QCOMPARE(config->training.epochs, 2);
        const auto again = experimentFromJson(experimentJson(*config));
        QVERIFY(again.ok());
        QVERIFY(experimentJson(*again) == experimentJson(*config));

        const auto empty = experimentFromJson(Json::object());
        QVERIFY(empty.ok());
        QCOMPARE(empty->recipes.size(), std::size_t{1});
        QCOMPARE(empty->recipes[0].name, std::string("ERM"));
        QVERIFY(empty->recipes[0].steps.empty());
        QCOMPARE(empty->models[0].id, std::string("bag"));
        QCOMPARE(empty->seeds, std::vector<std::uint64_t>{1});
    }

    void experimentErrors_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const char* json, ErrorCode code) {
            QTest::newRow(name) << QString::fromUtf8(json) << static_cast<int>(code);
        };
        row("no object", "[]", ErrorCode::WrongType);
        row("unknown member", R"({"recipies":[]})", ErrorCode::UnknownParameter);
        row("recipe and recipes", R"({"recipe":{"name":"a","steps":[]},"recipes":[]})", ErrorCode::Usage);
        row("name no text", R"({"name":1})", ErrorCode::WrongType);
        row("recipes no list", R"({"recipes":{}})", ErrorCode::WrongType);
        row("unknown strategy", R"({"recipe":{"name":"a","steps":[{"kind":"loss","id":"magic"}]}})",
            ErrorCode::UnknownStrategy);
        row("strategy parameter",
            R"({"recipe":{"name":"a","steps":[{"kind":"loss","id":"focal","params":{"gamma":-1}}]}})",
            ErrorCode::ParameterOutOfRange);
        row("unknown model", R"({"model":"bert-huge"})", ErrorCode::UnknownChoice);
        row("model member", R"({"model":{"id":"bag","parameters":{}}})", ErrorCode::UnknownParameter);
        row("model parameter", R"({"model":{"id":"bag","params":{"wings":2}}})", ErrorCode::UnknownParameter);
        row("model range", R"({"model":{"id":"bag","params":{"dropout":2}}})", ErrorCode::ParameterOutOfRange);
        row("model params no object", R"({"model":{"id":"bag","params":[]}})", ErrorCode::WrongType);
        row("model number", R"({"model":3})", ErrorCode::WrongType);
        row("seed text", R"({"seed":"x"})", ErrorCode::WrongType);
        row("seed fraction", R"({"seeds":[1.5]})", ErrorCode::WrongType);
        row("seed negative", R"({"seed":-1})", ErrorCode::ParameterOutOfRange);
        row("seed too large", R"({"seed":18446744073709551615})", ErrorCode::ParameterOutOfRange);
        row("buckets", R"({"buckets":"halves"})", ErrorCode::Usage);
        row("buckets range", R"({"buckets":"share:0.9,0.8"})", ErrorCode::ParameterOutOfRange);
        row("metric", R"({"training":{"metric":"beauty"}})", ErrorCode::UnknownChoice);
        row("training range", R"({"training":{"warm_up":2}})", ErrorCode::ParameterOutOfRange);
        row("training type", R"({"training":{"epochs":"many"}})", ErrorCode::WrongType);
        row("training no object", R"({"training":7})", ErrorCode::WrongType);
        row("training unknown", R"({"training":{"epoch":7}})", ErrorCode::UnknownParameter);
    }
    void experimentErrors() {
        QFETCH(const QString, json);
        QFETCH(const int, code);
        QCOMPARE(static_cast<int>(experimentError(json.toUtf8().constData())), code);
    }

    void experimentFile() {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("e.json")).toStdString();
        QCOMPARE(readExperiment(path).error().code, ErrorCode::FileNotFound);
        QVERIFY(writeFileAtomically(path, "{\"name\": ").ok());
        QCOMPARE(readExperiment(path).error().code, ErrorCode::BadJson);
        QVERIFY(writeFileAtomically(path, R"({"model":"mini"})").ok());
        const auto config = readExperiment(path);
        QVERIFY(config.ok());
        QCOMPARE(config->models[0].id, std::string("mini"));
    }

    void metricsOfTheConfigExist() {
        for (const ParamInfo& info : paramsOf<TrainingConfig>())
            if (info.name == "metric")
                for (const std::string& name : info.choices)
                    QVERIFY2(std::find(stats::metricNames().begin(), stats::metricNames().end(), name) !=
                                 stats::metricNames().end(),
                             name.c_str());
    }

    void schedule() {
        QCOMPARE(scheduledRate(1, 0, 100, 0.1), 0.1);
        QCOMPARE(scheduledRate(1, 9, 100, 0.1), 1.0);
        QCOMPARE(scheduledRate(1, 10, 100, 0.1), 1.0);
        QCOMPARE(scheduledRate(1, 55, 100, 0.1), 0.5);
        QVERIFY(scheduledRate(1, 99, 100, 0.1) > 0);
        QCOMPARE(scheduledRate(2, 0, 10, 0), 2.0);
        QCOMPARE(scheduledRate(1, 0, 1, 0.1), 1.0);
        QCOMPARE(scheduledRate(1, 4, 5, 1.0), 1.0);
    }

    void batches() {
        const HashedNgrams encoder({.buckets = 1000, .maxCharacters = 0});
        std::vector<std::string> texts;
        Rng lengths(9);
        for (int i = 0; i < 3000; ++i) {
            std::string text;
            for (std::uint64_t w = 0; w < 1 + lengths.below(40); ++w)
                text += "w" + std::to_string(w) + " ";
            texts.push_back(text);
        }
        JobContext job;
        const auto encoded = EncodedTexts::encode(encoder, texts, job);
        QVERIFY(encoded.ok());
        std::vector<std::uint32_t> rows;
        for (std::uint32_t i = 0; i < 3000; ++i)
            rows.push_back(i);
        rows.push_back(17); // a row may be asked for twice
        Rng first(4);
        const auto batches = trainingBatches(rows, *encoded, 32, first);
        std::vector<std::uint32_t> seen;
        std::size_t padded = 0, real = 0;
        for (const BatchRows& batch : batches) {
            QVERIFY(!batch.empty() && batch.size() <= 32);
            std::size_t longest = 0;
            for (const std::uint32_t row : batch) {
                seen.push_back(row);
                longest = std::max(longest, encoded->length(row));
                real += encoded->length(row);
            }
            padded += longest * batch.size();
        }
        std::sort(seen.begin(), seen.end());
        std::vector<std::uint32_t> wanted = rows;
        std::sort(wanted.begin(), wanted.end());
        QVERIFY(seen == wanted);
        QVERIFY2(static_cast<double>(padded) < 1.1 * static_cast<double>(real), "batches are of similar length");
        Rng second(4), other(5);
        QVERIFY(trainingBatches(rows, *encoded, 32, second) == batches);
        QVERIFY(trainingBatches(rows, *encoded, 32, other) != batches);
        QVERIFY(trainingBatches({}, *encoded, 32, other).empty());
        job.cancel();
        QCOMPARE(EncodedTexts::encode(encoder, texts, job).error().code, ErrorCode::Cancelled);
    }

    void trainingRowsOfARecipe() {
        const auto dataset = fixtures::toyDataset({60, 12});
        const auto recipe = strategies::recipeFromJson(*parseJson(
            R"({"name":"r","steps":[{"kind":"augmenter","id":"word_edit"},{"kind":"resampler","id":"random_over"},
                {"kind":"batch_sampler","id":"class_balanced"}]})"));
        QVERIFY2(recipe.ok(), recipe.ok() ? "" : errorSentence(recipe.error()).c_str());
        const auto parts = strategies::makeParts(*recipe);
        QVERIFY(parts.ok());
        const auto rows = makeTrainingRows(*dataset, *parts, 1);
        QVERIFY(rows.ok());
        const std::size_t real = dataset->rows(data::Part::Train).size();
        QCOMPARE(rows->support, dataset->support(data::Part::Train));
        QCOMPARE(rows->texts.size(), real + rows->synthetic.size());
        for (std::size_t i = 0; i < rows->synthetic.size(); ++i) {
            QVERIFY(rows->synthetic[i].parent < real);
            QCOMPARE(rows->classes[real + i], rows->classes[rows->synthetic[i].parent]);
        }
        // Nothing of validation or test can be among them.
        for (std::size_t i = 0; i < real; ++i)
            QCOMPARE(rows->texts[i], dataset->texts[dataset->rows(data::Part::Train)[i]]);
        for (const int epoch : {1, 2})
            for (const std::uint32_t position : epochPositions(*rows, *parts, 1, epoch))
                QVERIFY(position < rows->texts.size());
        QVERIFY(epochPositions(*rows, *parts, 1, 1) == epochPositions(*rows, *parts, 1, 1));
        QVERIFY(epochPositions(*rows, *parts, 1, 1) != epochPositions(*rows, *parts, 1, 2));
        QVERIFY(epochPositions(*rows, *parts, 1, 1) != epochPositions(*rows, *parts, 2, 1));

        const auto oneClass = fixtures::toyDataset({60});
        QCOMPARE(makeTrainingRows(*oneClass, *parts, 1).error().code, ErrorCode::TooFewRows);
        const auto noTest = fixtures::toyDataset({5, 5});
        QCOMPARE(makeTrainingRows(*noTest, *parts, 1).error().code, ErrorCode::TooFewRows);
    }

    void progressRoundTrip() {
        TrainingProgress progress{.epoch = 3, .step = 99, .bestEpoch = 2, .bestMetric = 0.1 + 0.2, .seconds = 1.5};
        progress.history.push_back({.epoch = 1, .trainLoss = 0.3, .metric = 0.7, .best = true});
        progress.history[0].validation.macroF1 = 0.6;
        progress.history[0].validation.buckets[2].recall = 0.25;
        const auto read = progressFromJson(*parseJson(dumpJson(progressJson(progress))));
        QVERIFY(read.ok());
        QCOMPARE(read->step, std::int64_t{99});
        QCOMPARE(read->bestMetric, progress.bestMetric);
        QCOMPARE(read->history.at(0).validation.macroF1, 0.6);
        QCOMPARE(read->history.at(0).validation.buckets[2].recall, 0.25);
        QCOMPARE(progressFromJson(Json::object()).error().code, ErrorCode::BadModel);
        // A checkpoint of before there were more than three buckets: head, mid, tail, cold.
        Json older = progressJson(progress);
        older["history"][0]["buckets"] = Json::parse("[[0,0.5,0,1,1],[0,0.4,0,1,1],[0,0.3,0,1,1],[0,0,0,0,0]]");
        const auto resumed = progressFromJson(older);
        QVERIFY(resumed.ok());
        QCOMPARE(resumed->history.at(0).validation.buckets[static_cast<std::size_t>(stats::Bucket::Tail)].recall, 0.3);
    }

    void predictedClassesWithShift() {
        const std::vector<float> logits{1, 2, 0, 3, 1, 2};
        QCOMPARE(predictedClasses(logits, 3, {}), (std::vector<ClassIndex>{1, 0}));
        QCOMPARE(predictedClasses(logits, 3, {0, 0, 5}), (std::vector<ClassIndex>{2, 2}));
        QVERIFY(predictedClasses({}, 3, {}).empty());
        QCOMPARE(predictedClasses({1, 1}, 2, {}), std::vector<ClassIndex>{0}); // the first of equals
    }

    void engineMissing() {
        const QByteArray before = qgetenv("TAILLIGHT_ENGINE");
        qputenv("TAILLIGHT_ENGINE", "/nowhere/libtaillight_engine.so");
        const auto engine = loadEngine();
        qputenv("TAILLIGHT_ENGINE", before);
        QVERIFY(!engine.ok());
        QCOMPARE(engine.error().code, ErrorCode::EngineMissing);
        QVERIFY(engine.error().detail.find("/nowhere/") != std::string::npos);
        QVERIFY(engine.error().detail.find("libtorch-dev") != std::string::npos);
        QVERIFY(!engineLoaded());
    }

    void modelsAreRegistered() { QCOMPARE(ModelRegistry::global().ids(), std::string("bag, mini")); }
};

QTEST_APPLESS_MAIN(TestTrain)
#include "tst_train.moc"
