// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"
#include "core/base/json.h"
#include "core/strategies/recipe.h"
#include "core/strategies/synonyms.h"
#include "core/strategies/tokens.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <set>

using namespace core::strategies;
using core::ErrorCode;
using core::Json;
using Counts = std::vector<std::int64_t>;

namespace {

Recipe recipeOf(std::vector<RecipeStep> steps) {
    return {"test", std::move(steps)};
}

ErrorCode readError(const char* json) {
    const auto recipe = recipeFromJson(*core::parseJson(json));
    return recipe.ok() ? ErrorCode::Internal : recipe.error().code;
}

RecipeEffect effectOf(std::vector<RecipeStep> steps, const Counts& support) {
    const auto effect = previewEffect(recipeOf(std::move(steps)), support, {}, {}, 1);
    return effect.ok() ? *effect : RecipeEffect{};
}

const RecipeStep kBalancedSampler{StepKind::BatchSampler, "class_balanced", Json::object()};
const RecipeStep kInverseWeights{StepKind::Loss, "class_weighted", Json::object()};
const RecipeStep kBalancedSoftmax{StepKind::Loss, "balanced_softmax", Json::object()};
const RecipeStep kPostHoc{StepKind::PostHoc, "logit_adjustment", Json::object()};

bool near(double a, double b) {
    return std::abs(a - b) < 1e-9;
}

} // namespace

class TestRecipe : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void standardRecipesAreValidAndDiffer() {
        const auto recipes = standardRecipes();
        QVERIFY(recipes.size() >= 10);
        std::set<std::string> names;
        for (const Recipe& recipe : recipes) {
            names.insert(recipe.name);
            const auto back = recipeFromJson(recipeJson(recipe));
            QVERIFY2(back.ok(), recipe.name.c_str());
            QVERIFY2(*back == recipe, recipe.name.c_str());
            QVERIFY2(makeParts(recipe).ok(), recipe.name.c_str());
        }
        QCOMPARE(names.size(), recipes.size());
    }

    void everyKindHasStrategies() {
        for (const StepKind kind : kStepKinds)
            QVERIFY2(!strategiesOf(kind).empty(), std::string(stepKindName(kind)).c_str());
        QVERIFY(findStrategy(StepKind::Loss, "focal") != nullptr);
        QVERIFY(findStrategy(StepKind::Loss, "random_over") == nullptr);
    }

    void readsWhatPeopleWrite() {
        const auto recipe = recipeFromJson(*core::parseJson(
            R"({"name": "mine", "steps": [{"kind": "loss", "id": "focal", "params": {"gamma": 1.5}},
                {"kind": "resampler", "id": "random_over"}, {"kind": "augmenter", "id": "word_edit", "params": null},
                {"kind": "augmenter", "id": "word_edit"}]})"));
        QVERIFY(recipe.ok());
        QCOMPARE(recipe->steps.size(), std::size_t{4});
        const auto parts = makeParts(*recipe);
        QVERIFY(parts.ok());
        QCOMPARE(parts->augmenters.size(), std::size_t{2});
        QCOMPARE(parts->loss->terms(Counts{1, 2}, 0, 1).gamma, 1.5);
        QVERIFY(parts->resampler && !parts->batchSampler && !parts->postHoc);
        const auto unnamed = recipeFromJson(*core::parseJson(R"({"steps": [{"kind": "loss", "id": "focal"}]})"));
        QCOMPARE(unnamed->name, std::string("focal"));
        const auto empty = recipeFromJson(*core::parseJson(R"({"name": "ERM"})"));
        QVERIFY(empty.ok() && makeParts(*empty)->loss->terms(Counts{1}, 0, 1) == LossTerms{});
    }

    void refusesWhatIsWrong() {
        QCOMPARE(readError("[]"), ErrorCode::WrongType);
        QCOMPARE(readError(R"({"name": 3})"), ErrorCode::WrongType);
        QCOMPARE(readError(R"({"steps": {}})"), ErrorCode::WrongType);
        QCOMPARE(readError(R"({"steps": ["focal"]})"), ErrorCode::WrongType);
        QCOMPARE(readError(R"({"stages": []})"), ErrorCode::UnknownParameter);
        QCOMPARE(readError(R"({"steps": [{"kind": "loss", "name": "focal"}]})"), ErrorCode::UnknownParameter);
        QCOMPARE(readError(R"({"steps": [{"kind": "loss"}]})"), ErrorCode::WrongType);
        QCOMPARE(readError(R"({"steps": [{"kind": "losses", "id": "focal"}]})"), ErrorCode::UnknownChoice);
        QCOMPARE(readError(R"({"steps": [{"kind": "loss", "id": "focus"}]})"), ErrorCode::UnknownStrategy);
        QCOMPARE(readError(R"({"steps": [{"kind": "loss", "id": "focal", "params": []}]})"), ErrorCode::WrongType);
        QCOMPARE(readError(R"({"steps": [{"kind": "loss", "id": "focal", "params": {"gama": 1}}]})"),
                 ErrorCode::UnknownParameter);
        QCOMPARE(readError(R"({"steps": [{"kind": "loss", "id": "focal", "params": {"gamma": 99}}]})"),
                 ErrorCode::ParameterOutOfRange);
        QCOMPARE(readError(R"({"steps": [{"kind": "loss", "id": "focal"}, {"kind": "loss", "id": "erm"}]})"),
                 ErrorCode::Usage);
        // The sentence must help: it lists what there is.
        const auto unknown = makeParts(recipeOf({{StepKind::Loss, "focus", Json::object()}}));
        QVERIFY(!unknown.ok());
        const std::string sentence = core::errorSentence(unknown.error());
        QVERIFY2(sentence.find("“focus”") != std::string::npos &&
                     sentence.find("balanced_softmax") != std::string::npos,
                 sentence.c_str());
    }

    void effectOfSingleRemedies() {
        const Counts support{100, 10, 1};
        const auto none = effectOf({}, support);
        QCOMPARE(none.combined, (std::vector<double>{1, 1, 1}));
        QVERIFY(!none.doubleCorrection && none.afterRows == std::vector<double>({100, 10, 1}));
        // Each full remedy lifts every class by n_max/n, by its own way, and is no double correction.
        for (const RecipeStep& step : {kBalancedSampler, kInverseWeights, kBalancedSoftmax, kPostHoc,
                                       RecipeStep{StepKind::Resampler, "random_over", Json::object()},
                                       RecipeStep{StepKind::Resampler, "random_under", Json::object()}}) {
            const auto effect = effectOf({step}, support);
            QVERIFY2(effect.combined.size() == 3 && near(effect.combined[0], 1) && near(effect.combined[1], 10) &&
                         near(effect.combined[2], 100) && !effect.doubleCorrection,
                     step.id.c_str());
        }
        const auto sampled = effectOf({kBalancedSampler}, support);
        QVERIFY(near(sampled.afterRows[2], 37) && near(sampled.sampling[2], 37));
        const auto under = effectOf({{StepKind::Resampler, "random_under", Json::object()}}, support);
        QCOMPARE(under.afterRows, (std::vector<double>{1, 1, 1}));
        const auto weighted = effectOf({kInverseWeights}, support);
        QVERIFY(near(weighted.lossWeight[0] + weighted.lossWeight[1] + weighted.lossWeight[2], 3));
    }

    void effectOfTwoRemediesIsDouble() {
        const Counts support{1000, 50, 10};
        const auto twice = effectOf({kBalancedSampler, kInverseWeights}, support);
        QVERIFY(twice.doubleCorrection && near(twice.combined[2], 10'000));
        QVERIFY(effectOf({kBalancedSoftmax, kPostHoc}, support).doubleCorrection);
        QVERIFY(effectOf({{StepKind::Resampler, "random_over", Json::object()}, kBalancedSoftmax}, support)
                    .doubleCorrection);
        // Half a remedy twice is one whole.
        const auto half = effectOf({{StepKind::BatchSampler, "square_root", Json::object()},
                                    {StepKind::Loss, "class_weighted", {{"scheme", "inverse_sqrt"}}}},
                                   support);
        QVERIFY(!half.doubleCorrection && near(half.combined[2], 100));
        const auto balanced = effectOf({kBalancedSampler, kInverseWeights}, Counts{5, 5});
        QVERIFY(!balanced.doubleCorrection);
    }

    void effectLeavesEmptyClassesOut() {
        const auto effect = effectOf({kBalancedSampler, kInverseWeights, kPostHoc}, Counts{8, 0, 2});
        for (const auto& values : {effect.sampling, effect.lossWeight, effect.priorFactor, effect.combined})
            QVERIFY(values.size() == 3 && values[1] == 0 && std::isfinite(values[0]) && std::isfinite(values[2]));
        QVERIFY(effectOf({kBalancedSampler}, Counts{0, 0}).combined == std::vector<double>({0, 0}));
        QVERIFY(effectOf({kBalancedSoftmax}, Counts{}).combined.empty());
    }

    void effectCountsAugmentedRows() {
        std::vector<core::ClassIndex> classes(20, 0);
        std::vector<std::string> texts(20, "one two");
        for (int i = 0; i < 2; ++i) {
            classes.push_back(1);
            texts.push_back("number of the title " + std::string(1, static_cast<char>('a' + i)) + " and so on");
        }
        const auto effect = previewEffect(recipeOf({{StepKind::Augmenter, "word_edit", Json::object()}}), Counts{20, 2},
                                          classes, texts, 1);
        QVERIFY(effect.ok());
        QCOMPARE(effect->afterRows, (std::vector<double>{20, 10}));
        QVERIFY(near(effect->combined[1], 5));
        const auto missing =
            previewEffect(recipeOf({{StepKind::Augmenter, "word_edit", {{"synonyms", "no-such-file"}}}}), Counts{20, 2},
                          classes, texts, 1);
        QVERIFY(!missing.ok() && missing.error().code == ErrorCode::FileNotFound);
    }

    void tokensAndBack_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("spaces") << QStringLiteral("Red  cotton shirt")
                                << QStringList{QStringLiteral("Red"), QStringLiteral("cotton"),
                                               QStringLiteral("shirt")};
        QTest::newRow("punctuation") << QStringLiteral("T-shirt (black), men's")
                                     << QStringList{QStringLiteral("T-shirt"), QStringLiteral("black"),
                                                    QStringLiteral("men's")};
        QTest::newRow("numbers") << QStringLiteral("Canon EOS-R5 45MP 5.5\" kit")
                                 << QStringList{QStringLiteral("Canon"), QStringLiteral("kit")};
        QTest::newRow("accents") << QStringLiteral("Café crème über")
                                 << QStringList{QStringLiteral("Café"), QStringLiteral("crème"),
                                                QStringLiteral("über")};
        QTest::newRow("Chinese") << QStringLiteral("苹果手机128GB黑色")
                                 << QStringList{QStringLiteral("苹果"), QStringLiteral("手机"), QStringLiteral("黑色")};
        QTest::newRow("mixed") << QStringLiteral("Apple苹果 iPhone手机，黑色")
                               << QStringList{QStringLiteral("Apple"), QStringLiteral("苹果"), QStringLiteral("iPhone"),
                                              QStringLiteral("手机"), QStringLiteral("黑色")};
        QTest::newRow("beyond the plane")
            << QStringLiteral("😀 smile 𠮷") << QStringList{QStringLiteral("smile"), QStringLiteral("𠮷")};
        QTest::newRow("nothing") << QString() << QStringList();
        QTest::newRow("only spaces") << QStringLiteral(" \t ") << QStringList();
    }
    void tokensAndBack() {
        QFETCH(const QString, text);
        QFETCH(const QStringList, words);
        const auto tokens = Tokenizer().split(text.toStdString());
        QStringList editable;
        for (const Token& token : tokens)
            if (token.editable)
                editable << QString::fromStdString(token.text);
        QCOMPARE(editable, words);
        QCOMPARE(QString::fromStdString(joinTokens(tokens)), text.simplified());
    }

    void synonymsFile() {
        const QTemporaryDir dir;
        const auto read = [&](const QByteArray& content) {
            QFile file(dir.filePath(QStringLiteral("s.txt")));
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
                       ? (file.close(), Synonyms::read(file.fileName().toStdString()))
                       : core::Result<Synonyms>(core::Error(ErrorCode::WriteFailed));
        };
        const auto good = read("\xEF\xBB\xBF# mine\r\nSofa, couch\tsettee\r\n\r\nsofa,divan\r\n手机，电话\n");
        QVERIFY(good.ok());
        QCOMPARE(*good->of("SOFA"), (std::vector<std::string>{"couch", "settee", "divan"}));
        QCOMPARE(*good->of("电话"), std::vector<std::string>{"手机"});
        QVERIFY(good->of("chair") == nullptr);
        const auto single = read("a,b\nc\n");
        QVERIFY(!single.ok() && single.error().code == ErrorCode::BadValue && single.error().line == 2);
        const auto latin = read("a,b\nsof\xE1,couch\n");
        QVERIFY(!latin.ok() && latin.error().code == ErrorCode::BadEncoding && latin.error().line == 2);
        const auto directory = Synonyms::read(dir.path().toStdString());
        QVERIFY(!directory.ok() && directory.error().code == ErrorCode::IsDirectory);
    }
};

QTEST_APPLESS_MAIN(TestRecipe)
#include "tst_recipe.moc"
