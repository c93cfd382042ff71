// SPDX-License-Identifier: GPL-3.0-or-later
// One row per registered strategy, over all kinds; what is expected of it stands in tests/data/strategies (see
// README.md there).
#include "core/base/error_text.h"
#include "core/base/json.h"
#include "core/strategies/recipe.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <set>
#include <sstream>

using namespace core::strategies;
using core::ClassIndex;
using core::Json;
using Counts = std::vector<std::int64_t>;
using Numbers = std::vector<double>;

namespace {

/// The first thing that is not as expected; empty = all is well.
using Complaint = std::string;

std::string dataPath(const std::string& name) {
    return std::string(TAILLIGHT_TEST_DATA) + "/strategies/" + name;
}

std::string text(const Numbers& values) {
    return Json(values).dump();
}

Complaint compare(const Json& expect, const char* key, const Numbers& actual, double tolerance) {
    if (!expect.contains(key))
        return {};
    const auto wanted = expect[key].get<Numbers>();
    bool same = wanted.size() == actual.size();
    for (std::size_t i = 0; same && i < wanted.size(); ++i)
        same = std::abs(wanted[i] - actual[i]) <= tolerance;
    return same ? Complaint() : std::string(key) + " is " + text(actual) + ", not " + text(wanted);
}

Complaint compare(const Json& expect, const char* key, double actual, double tolerance) {
    return expect.contains(key) ? compare(Json{{key, {expect[key]}}}, key, Numbers{actual}, tolerance) : Complaint();
}

/// The first complaint of several checks.
Complaint firstOf(std::initializer_list<Complaint> complaints) {
    for (const Complaint& complaint : complaints)
        if (!complaint.empty())
            return complaint;
    return {};
}

bool allFinite(const Numbers& values) {
    return std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

/// One label per row, the classes mixed, in a fixed order.
std::vector<ClassIndex> rowsOf(const Counts& support) {
    std::vector<ClassIndex> classes;
    for (std::size_t c = 0; c < support.size(); ++c)
        classes.insert(classes.end(), static_cast<std::size_t>(support[c]), static_cast<ClassIndex>(c));
    core::Rng(5).shuffle(classes);
    return classes;
}

Counts countsOf(const std::vector<std::uint32_t>& positions, const std::vector<ClassIndex>& classes, std::size_t size) {
    Counts counts(size, 0);
    for (const std::uint32_t position : positions)
        ++counts[static_cast<std::size_t>(classes.at(position))];
    return counts;
}

double toleranceOf(const Json& test) {
    return test.value("tolerance", 1e-6);
}

Complaint checkLosses(const Json& expect, const LossTerms& terms, double tolerance) {
    const Json losses = expect.value("losses", Json::array());
    for (const Json& each : losses) {
        const double loss = lossOf(terms, each["logits"].get<Numbers>(), each["label"].get<int>());
        if (const auto complaint = compare(each, "value", loss, tolerance); !complaint.empty())
            return complaint + " for label " + each["label"].dump();
    }
    return {};
}

Complaint checkWeights(const Json& expect, const Numbers& weight, double tolerance) {
    const Json weightAt = expect.value("weight_at", Json::object());
    for (const auto& [index, value] : weightAt.items())
        if (std::abs(weight.at(std::stoul(index)) - value.get<double>()) > tolerance)
            return "weight of class " + index + " is " + std::to_string(weight.at(std::stoul(index)));
    if (expect.contains("weight_sum"))
        if (const double sum = std::accumulate(weight.begin(), weight.end(), 0.0);
            std::abs(sum - expect["weight_sum"].get<double>()) > tolerance)
            return "the weights sum to " + std::to_string(sum);
    if (expect.contains("weight_proportional_to")) {
        const auto wanted = expect["weight_proportional_to"].get<Numbers>();
        for (std::size_t c = 0; c < wanted.size(); ++c)
            if (std::abs(weight.at(c) / weight.at(0) / (wanted[c] / wanted[0]) - 1) > 1e-5)
                return "weights " + text(weight) + " are not proportional to " + text(wanted);
    }
    return {};
}

Complaint runLoss(const Json& test, const RecipeParts& parts) {
    const auto support = test["support"].get<Counts>();
    const LossTerms terms = parts.loss->terms(support, test.value("epoch", 0), test.value("epochs", 1));
    const Json& expect = test["expect"];
    const double tolerance = toleranceOf(test);
    return firstOf({compare(expect, "weight", terms.weight, tolerance),
                    compare(expect, "shift", terms.shift, tolerance),
                    compare(expect, "margin", terms.margin, tolerance),
                    compare(expect, "scale", terms.scale, tolerance), compare(expect, "gamma", terms.gamma, tolerance),
                    checkWeights(expect, terms.weight, tolerance), checkLosses(expect, terms, tolerance)});
}

Complaint runPostHoc(const Json& test, const RecipeParts& parts) {
    const Numbers shift = parts.postHoc->shift(test["support"].get<Counts>());
    const Json& expect = test["expect"];
    auto corrected = test["logits"].get<Numbers>();
    for (std::size_t c = 0; c < corrected.size(); ++c)
        corrected[c] += shift.at(c);
    const auto best = std::max_element(corrected.begin(), corrected.end()) - corrected.begin();
    return firstOf({compare(expect, "shift", shift, toleranceOf(test)),
                    compare(expect, "corrected", corrected, toleranceOf(test)),
                    compare(expect, "argmax", static_cast<double>(best), 0)});
}

/// Mean rows per class over many draws, against what is expected: for samplers that are random in the counts too.
Complaint checkMeans(const Numbers& wanted, const Sampler& sampler, const TrainingView& view,
                     const std::vector<ClassIndex>& classes) {
    constexpr int kDraws = 200;
    core::Rng rng(11);
    Numbers mean(wanted.size(), 0.0);
    for (int i = 0; i < kDraws; ++i) {
        const Counts counts = countsOf(sampler.sample(view, rng), classes, wanted.size());
        for (std::size_t c = 0; c < mean.size(); ++c)
            mean[c] += static_cast<double>(counts[c]) / kDraws;
    }
    for (std::size_t c = 0; c < mean.size(); ++c) {
        const double n = std::accumulate(wanted.begin(), wanted.end(), 0.0);
        const double deviation = std::sqrt(wanted[c] * (1 - wanted[c] / n) / kDraws);
        if (std::abs(mean[c] - wanted[c]) > 5 * deviation + 1e-3)
            return "mean rows are " + text(mean) + ", not " + text(wanted);
    }
    return {};
}

Complaint runSampler(const Json& test, const Sampler& sampler) {
    const auto support = test["support"].get<Counts>();
    const auto classes = rowsOf(support);
    const TrainingView view{classes, support};
    const Json& expect = test["expect"];
    core::Rng rng(3);
    core::Rng again(3);
    const auto positions = sampler.sample(view, rng);
    if (positions != sampler.sample(view, again))
        return "the same seed gives another sample";
    if (std::any_of(positions.begin(), positions.end(), [&](std::uint32_t p) { return p >= classes.size(); }))
        return "a position outside the training rows";
    const Counts counts = countsOf(positions, classes, support.size());
    const std::set<std::uint32_t> distinct(positions.begin(), positions.end());
    if (expect.contains("counts") && counts != expect["counts"].get<Counts>())
        return "rows per class are " + Json(counts).dump();
    if (expect.value("distinct", false) && distinct.size() != positions.size())
        return "a row occurs twice";
    if (expect.value("keeps_all", false) && distinct.size() != classes.size())
        return "a row was lost";
    if (expect.contains("mean_counts"))
        if (const auto complaint = checkMeans(expect["mean_counts"].get<Numbers>(), sampler, view, classes);
            !complaint.empty())
            return complaint;
    return compare(expect, "shares", sampler.classShares(support), toleranceOf(test));
}

std::string sortedLetters(std::string bytes) {
    std::erase(bytes, ' ');
    std::sort(bytes.begin(), bytes.end());
    return bytes;
}

std::set<std::string> wordsOf(const std::string& line) {
    std::istringstream stream(line);
    return {std::istream_iterator<std::string>(stream), std::istream_iterator<std::string>()};
}

Complaint checkRow(const Json& expect, const std::string& parent, const SyntheticRow& row,
                   const std::set<std::string>& classWords) {
    const Json kept = expect.value("kept", Json::array());
    for (const Json& word : kept)
        if (parent.find(word.get<std::string>()) != std::string::npos &&
            row.text.find(word.get<std::string>()) == std::string::npos)
            return "lost " + word.dump();
    const Json has = expect.value("has", Json::array());
    for (const Json& word : has)
        if (row.text.find(word.get<std::string>()) == std::string::npos)
            return "lacks " + word.dump();
    if (expect.value("same_letters", false) && sortedLetters(parent) != sortedLetters(row.text))
        return "other letters";
    if (expect.value("no_spaces", false) && row.text.find(' ') != std::string::npos)
        return "a space appeared";
    if (expect.value("shorter", false) && row.text.size() >= parent.size())
        return "not shorter";
    if (expect.value("longer", false) && row.text.size() <= parent.size())
        return "not longer";
    if (expect.contains("words_only_from"))
        for (const std::string& word : wordsOf(row.text)) {
            const Json& more = expect["words_only_from"];
            if (!classWords.contains(word) && std::find(more.begin(), more.end(), word) == more.end())
                return "a strange word: " + word;
        }
    return row.text == parent || row.text.empty() ? "nothing changed" : Complaint();
}

Complaint checkAugmented(const Json& test, const std::vector<SyntheticRow>& rows) {
    const auto classes = test["classes"].get<std::vector<ClassIndex>>();
    const auto texts = test["texts"].get<std::vector<std::string>>();
    const Json& expect = test["expect"];
    Counts added(test["support"].size(), 0);
    std::set<std::string> operations;
    std::set<std::pair<ClassIndex, std::string>> made;
    for (const SyntheticRow& row : rows) {
        const ClassIndex c = classes.at(row.parent);
        std::set<std::string> classWords;
        for (std::size_t i = 0; i < texts.size(); ++i)
            if (classes[i] == c)
                classWords.merge(wordsOf(texts[i]));
        if (const auto complaint = checkRow(expect, texts[row.parent], row, classWords); !complaint.empty())
            return complaint + ": “" + row.text + "” from “" + texts[row.parent] + "” by " + row.operation;
        if (!made.emplace(c, row.text).second)
            return "made twice: " + row.text;
        operations.insert(row.operation);
        ++added[static_cast<std::size_t>(c)];
    }
    if (expect.contains("operations") && operations != expect["operations"].get<std::set<std::string>>())
        return "operations are " + Json(operations).dump();
    return added == expect["added"].get<Counts>() ? Complaint() : "added " + Json(added).dump();
}

core::Result<Complaint> runAugmenter(const Json& test, const RecipeParts& parts) {
    const auto classes = test["classes"].get<std::vector<ClassIndex>>();
    const auto support = test["support"].get<Counts>();
    const auto texts = test["texts"].get<std::vector<std::string>>();
    const Augmenter& augmenter = *parts.augmenters.front();
    TL_TRY(const auto rows, augmenter.augment({classes, support}, texts, 1));
    TL_TRY(const auto again, augmenter.augment({classes, support}, texts, 1));
    const auto same = [](const SyntheticRow& a, const SyntheticRow& b) {
        return a.parent == b.parent && a.text == b.text && a.operation == b.operation && a.seed == b.seed;
    };
    if (!std::equal(rows.begin(), rows.end(), again.begin(), again.end(), same))
        return Complaint("the same seed gives other rows");
    if (test.contains("error"))
        return Complaint();
    return checkAugmented(test, rows);
}

core::Result<Complaint> runKind(StepKind kind, const Json& test, const RecipeParts& parts) {
    switch (kind) {
    case StepKind::Augmenter:
        return runAugmenter(test, parts);
    case StepKind::Resampler:
        return runSampler(test, *parts.resampler);
    case StepKind::BatchSampler:
        return runSampler(test, *parts.batchSampler);
    case StepKind::Loss:
        return runLoss(test, parts);
    case StepKind::PostHoc:
        break;
    }
    return runPostHoc(test, parts);
}

core::Result<Complaint> runCase(StepKind kind, const std::string& id, const Json& test, const QTemporaryDir& dir) {
    RecipeStep step{kind, id, test.value("params", Json::object())};
    if (test.contains("synonyms")) {
        QFile file(dir.filePath(QStringLiteral("synonyms.txt")));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return Complaint("cannot write the synonyms");
        file.write(QByteArray::fromStdString(test["synonyms"].get<std::string>()));
        step.params["synonyms"] = file.fileName().toStdString();
    }
    TL_TRY(const RecipeParts parts, makeParts({"case", {step}}));
    return runKind(kind, test, parts);
}

} // namespace

class TestStrategies : public QObject {
    Q_OBJECT

    static void addAllIds() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("id");
        for (const StepKind kind : kStepKinds)
            for (const core::PartInfo& info : strategiesOf(kind)) {
                const std::string row = std::string(stepKindName(kind)) + "/" + info.id;
                QTest::newRow(row.c_str()) << static_cast<int>(kind) << QString::fromStdString(info.id);
            }
    }

private Q_SLOTS:
    void cases_data() { addAllIds(); }
    void cases() {
        QFETCH(const int, kind);
        QFETCH(const QString, id);
        const std::string file = dataPath(std::string(QTest::currentDataTag()) + ".json");
        const auto document = core::readJsonFile(file);
        QVERIFY2(document.ok(), document.ok() ? "" : core::errorSentence(document.error()).c_str());
        QVERIFY((*document)["cases"].size() > 0);
        const QTemporaryDir dir;
        for (const Json& test : (*document)["cases"]) {
            const std::string name = test["name"].get<std::string>() + ": ";
            const auto result = runCase(static_cast<StepKind>(kind), id.toStdString(), test, dir);
            if (test.contains("error")) {
                QVERIFY2(!result.ok(), (name + "should have been refused").c_str());
                QCOMPARE(core::errorName(result.error().code), test["error"].get<std::string>());
                continue;
            }
            QVERIFY2(result.ok(), (name + (result.ok() ? "" : core::errorSentence(result.error()))).c_str());
            QVERIFY2(result->empty(), (name + *result).c_str());
        }
    }

    void descriptionsAreComplete_data() { addAllIds(); }
    void descriptionsAreComplete() {
        QFETCH(const int, kind);
        QFETCH(const QString, id);
        const core::PartInfo* info = findStrategy(static_cast<StepKind>(kind), id.toStdString());
        QVERIFY(info != nullptr);
        QVERIFY(!info->title.empty() && info->help.ends_with('.') && !info->source.empty());
        for (const core::ParamInfo& param : info->params) {
            QVERIFY2(!param.title.empty() && param.help.ends_with('.'), param.name.c_str());
            QVERIFY2(core::checkParam(param, param.defaultValue).ok(), param.name.c_str());
        }
    }

    /// Whatever the support: no division by zero, no NaN, shares that sum to 1.
    void anySupportGivesFiniteNumbers_data() { addAllIds(); }
    void anySupportGivesFiniteNumbers() {
        QFETCH(const int, kind);
        QFETCH(const QString, id);
        const auto parts = makeParts({"case", {{static_cast<StepKind>(kind), id.toStdString(), Json::object()}}});
        QVERIFY(parts.ok());
        for (const Counts& support : {Counts{5, 0, 1}, Counts{0, 0}, Counts{0}, Counts{}, Counts{1'000'000, 1}}) {
            const LossTerms terms = parts->loss->terms(support, 0, 1);
            QVERIFY(allFinite(terms.weight) && allFinite(terms.shift) && allFinite(terms.margin));
            if (parts->postHoc)
                QVERIFY(allFinite(parts->postHoc->shift(support)));
            for (const Sampler* sampler : {static_cast<const Sampler*>(parts->resampler.get()),
                                           static_cast<const Sampler*>(parts->batchSampler.get())}) {
                if (sampler == nullptr)
                    continue;
                const Numbers shares = sampler->classShares(support);
                const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
                const bool any = std::accumulate(support.begin(), support.end(), std::int64_t{0}) > 0;
                QVERIFY(allFinite(shares) && std::abs(sum - (any ? 1 : 0)) < 1e-9);
            }
        }
    }

    void referenceLossOfAllTerms() {
        const auto document = core::readJsonFile(dataPath("loss_terms.json"));
        QVERIFY(document.ok());
        for (const Json& test : (*document)["cases"]) {
            LossTerms terms;
            terms.weight = test.value("weight", Numbers());
            terms.shift = test.value("shift", Numbers());
            terms.margin = test.value("margin", Numbers());
            terms.scale = test.value("scale", 1.0);
            terms.gamma = test.value("gamma", 0.0);
            const auto complaint = checkLosses(test, terms, 1e-6);
            QVERIFY2(complaint.empty(), (test["name"].get<std::string>() + ": " + complaint).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestStrategies)
#include "tst_strategies.moc"
