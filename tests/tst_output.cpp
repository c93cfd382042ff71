// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/border_sweep.h"
#include "core/output/comparison.h"
#include "core/output/csv_writer.h"
#include "core/output/document.h"
#include "core/output/evaluate.h"
#include "core/output/export.h"
#include "core/output/report.h"
#include "core/output/report_text.h"
#include "core/store/split_store.h"
#include "core/train/hashed_ngrams.h"
#include "core/train/model_io.h"
#include "tests/support/shop_fixture.h"

#include <cmath>
#include <filesystem>
#include <limits>

using namespace core;
using namespace core::output;

namespace {

// Ten test examples of three classes; per class right: baseline 5/5, 2/3, 0/2; other 4/5, 3/3, 1/2.
const std::vector<ClassIndex> kTruth{0, 0, 0, 0, 0, 1, 1, 1, 2, 2};
const std::vector<ClassIndex> kBaseline{0, 0, 0, 0, 0, 0, 1, 1, 0, 0};
const std::vector<ClassIndex> kOther{0, 0, 0, 0, 1, 1, 1, 1, 2, 0};
const std::string kHostile = "<script>alert('x')</script>|*&";

bool near(double a, double b) {
    return std::abs(a - b) < 1e-12;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::vector<std::string> keysOf(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items())
        keys.push_back(key);
    return keys;
}

std::string sentence(const Error& error) {
    return errorSentence(error);
}

} // namespace

class TestOutput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        // Class names in the order of the split: most frequent first.
        std::string catalogue = "id,title,label\n";
        for (int i = 0; i < 60; ++i)
            catalogue += "k" + std::to_string(100 + i) + ",thing " + std::to_string(i) +
                         (i < 30   ? ",head"
                          : i < 50 ? ",\"mid, class\""
                                   : "," + kHostile) +
                         "\n";
        auto project = m_shop.project("a & b.taillight", catalogue);
        VERIFY_OK(project);
        m_project = *project;
        JobContext job;
        const auto split = store::makeSplit(*m_project, {}, job);
        VERIFY_OK(split);
        m_split = *split;
        const auto dataset = store::loadDataset(*m_project, m_split.id, "title");
        VERIFY_OK(dataset);
        m_data = *dataset;
        m_baseline = addRun("ERM", kBaseline, {});
        // Logits that say class 0 throughout but for the shift of class 1 and 2.
        m_other = addRun("Focal | γ", kOther, {0.0, 1.0, 1.0});
    }

    void csvQuoting() {
        CsvWriter csv;
        csv.cell(std::string_view("a,b")).cell(std::string_view("say \"x\"")).cell(std::string_view("two\nlines"));
        csv.cell(0.1).cell(std::numeric_limits<double>::quiet_NaN()).cell(std::int64_t{-7}).endRow();
        csv.cell(std::string_view(" padded ")).cell(std::string_view()).cell(1e300).endRow();
        csv.cell(std::string_view()).endRow();
        QCOMPARE(csv.text(),
                 std::string("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",0.1,,-7\n\" padded \",,1e+300\n\"\"\n"));
        CsvWriter tabs('\t');
        tabs.cell(std::string_view("a,b")).cell(std::string_view("c\td")).endRow();
        QCOMPARE(tabs.text(), std::string("a,b\t\"c\td\"\n"));
    }

    void comparesByHand() {
        const auto result = compare({m_baseline, m_other}, m_baseline);
        VERIFY_OK(result);
        const stats::Metrics& first = result->runs[0].metrics;
        QVERIFY(near(first.accuracy, 0.7));
        QVERIFY(near(first.macroRecall, (1 + 2.0 / 3) / 3));
        QVERIFY(near(first.macroF1, (10.0 / 13 + 0.8) / 3)); // F1 = 2tp / (support + predicted): 10/13, 4/5, 0
        const stats::Metrics& second = result->runs[1].metrics;
        QVERIFY(near(second.accuracy, 0.8));
        QVERIFY(near(second.balancedAccuracy, (0.8 + 1 + 0.5) / 3));
        const std::vector<stats::Bucket> buckets{stats::Bucket::Head, stats::Bucket::Mid, stats::Bucket::Tail};
        QCOMPARE(result->bucketOfClass, buckets);

        const auto& difference = result->runs[1].differences;
        QVERIFY(result->runs[0].differences.empty());
        QVERIFY(near(difference.at("accuracy").value, 0.1));
        QVERIFY(near(difference.at("head_recall").value, -0.2));
        QVERIFY(near(difference.at("mid_recall").value, 1.0 / 3));
        QVERIFY(near(difference.at("tail_recall").value, 0.5));
        for (const auto& [name, interval] : difference)
            QVERIFY2(interval.low <= interval.value && interval.value <= interval.high, name.c_str());
        // Every resample of a class that is always right is always right.
        const auto& mid = result->runs[1].intervals.at("mid_recall");
        QVERIFY(near(mid.low, 1) && near(mid.high, 1));

        // Another rule, the same predictions: no retraining.
        ComparisonRequest request = requestFor({m_other}, {});
        request.rule = {stats::BucketRule::Kind::Shots, {100, 20}};
        JobContext job;
        const auto again = compareRuns(*m_project, request, job);
        VERIFY_OK(again);
        QCOMPARE(again->bucketOfClass[1], stats::Bucket::Tail);
        QVERIFY(near(again->runs[0].metrics.buckets[static_cast<std::size_t>(stats::Bucket::Tail)].recall, 0.75));
    }

    /// Two runs that change places: A is right in the head, B in the tail.
    void borderSweepByHand() {
        Comparison comparison;
        comparison.classNames = {"tail", "head", "mid", "cold", "unseen"};
        comparison.trainSupport = {3, 100, 20, 0, 7};
        const double recalls[2][5] = {{0.1, 0.9, 0.8, 0.0, 0}, {0.5, 0.6, 0.6, 0.2, 0}};
        for (const auto& of : recalls) {
            ComparedRun run;
            for (std::size_t c = 0; c < 5; ++c)
                run.metrics.perClass.push_back({0, of[c], 0, c == 4 ? 0 : 10, 0, 0});
            comparison.runs.push_back(run);
        }
        comparison.runs[0].record.id = core::RunId{7};
        comparison.runs[1].record.id = core::RunId{9};
        const BorderSweep sweep = sweepBorders(comparison, "recall");
        // In the order head, mid, tail, cold; the class without a row of the part does not count.
        QCOMPARE(sweep.points.size(), std::size_t{4});
        const double expected[2][4] = {{1.8 / 4, 0.9 / 3, 0.1 / 2, 0.0}, {1.9 / 4, 1.3 / 3, 0.7 / 2, 0.2}};
        for (std::size_t i = 0; i < 4; ++i)
            for (std::size_t r = 0; r < 2; ++r)
                QVERIFY(near(sweep.points[i].rest[r], expected[r][i]));
        QVERIFY(sweep.changes.empty() && sweep.points[0].best == 1);
        // Now A leads over all classes, and behind no border but the first.
        comparison.runs[0].metrics.perClass[1].recall = 1;
        comparison.runs[0].metrics.perClass[2].recall = 1;
        const Json changed = borderSweepJson(comparison, "recall");
        QVERIFY(changed["points"][0]["best"] == 7 && changed["points"][1]["best"] == 9);
        QVERIFY(changed["changes"] == Json::parse(R"([{"head": 1, "from": 7, "to": 9}])"));
        QVERIFY(sweepBorders({}, "recall").points.empty());
        QVERIFY(sweepBorders(comparison, "precision").points.front().rest[0] < 1e-12);
    }

    void comparisonNames() {
        const auto result = compare({m_other}, m_baseline); // the baseline joins by itself
        VERIFY_OK(result);
        const Json json = comparisonJson(*result);
        using Keys = std::vector<std::string>;
        const Keys top{"baseline", "split", "part", "paired", "buckets", "borders", "runs"};
        QCOMPARE(keysOf(json), top);
        const Keys buckets{"rule", "head", "mid", "tail", "cold"};
        QCOMPARE(keysOf(json.at("buckets")), buckets);
        COMPARE_JSON(json.at("buckets").at("tail"), Json({{"classes", Json::array({kHostile})}}));
        COMPARE_JSON(json.at("buckets").at("rule"), Json("shots:50,5"));
        COMPARE_JSON(json.at("part"), Json("test"));
        QCOMPARE(json.at("runs").size(), std::size_t{2});
        const Json& run = json.at("runs").at(1);
        const Keys runKeys{"id", "recipe", "model", "seed", "metrics", "intervals", "difference", "per_class"};
        QCOMPARE(keysOf(run), runKeys);
        COMPARE_JSON(run.at("id"), Json(raw(m_other)));
        const Keys differenceKeys{"value", "low", "high", "p"};
        QCOMPARE(keysOf(run.at("difference").at("tail_recall")), differenceKeys);
        const Keys intervalKeys{"value", "low", "high"};
        QCOMPARE(keysOf(run.at("intervals").at("accuracy")), intervalKeys);
        QVERIFY(json.at("runs").at(0).at("difference").empty());
        QCOMPARE(run.at("per_class").size(), std::size_t{3});
        QVERIFY(near(run.at("metrics").at("tail").at("recall").get<double>(), 0.5));
    }

    void comparisonRefusals() {
        VERIFY_ERROR(compare({}, {}), ErrorCode::Usage);
        VERIFY_ERROR(compare({RunId{999}}, {}), ErrorCode::NoSuchRun);
        VERIFY_ERROR(compare({m_other}, RunId{999}), ErrorCode::NoSuchRun);
        ComparisonRequest request = requestFor({m_other}, {});
        request.metrics = {"beauty"};
        JobContext job;
        VERIFY_ERROR(compareRuns(*m_project, request, job), ErrorCode::UnknownChoice);
        request = requestFor({m_other}, {});
        request.part = data::Part::Validation; // the fixture stored none
        VERIFY_ERROR(compareRuns(*m_project, request, job), ErrorCode::NoData);

        const auto second = store::makeSplit(*m_project, {}, job);
        VERIFY_OK(second);
        const RunId elsewhere = addRun("ERM", kBaseline, {}, second->id);
        const auto mixed = compare({m_baseline, elsewhere}, {});
        VERIFY_ERROR(mixed, ErrorCode::Usage);
        QVERIFY(contains(sentence(mixed.error()), "run " + std::to_string(raw(m_baseline)) + " on split 1"));
        QVERIFY(contains(sentence(mixed.error()), "run " + std::to_string(raw(elsewhere)) + " on split 2"));
        VERIFY_OK(store::removeRun(*m_project, elsewhere));

        JobContext cancelled;
        cancelled.cancel();
        VERIFY_ERROR(compareRuns(*m_project, requestFor({m_other}, {}), cancelled), ErrorCode::Cancelled);
    }

    void exportedPredictionsEvaluateTheSame() {
        const auto files = exportPredictions(*m_project, {m_baseline, m_other}, m_shop.path("out"));
        VERIFY_OK(files);
        QCOMPARE(files->size(), std::size_t{2});
        const auto compared = compare({m_other}, {});
        VERIFY_OK(compared);
        const auto evaluated = evaluateFile((*files)[1], {}, {});
        VERIFY_OK(evaluated);
        QCOMPARE(evaluated->metrics.accuracy, compared->runs[0].metrics.accuracy);
        QVERIFY(near(evaluated->metrics.macroF1, compared->runs[0].metrics.macroF1));
        QVERIFY(evaluated->hasScores);
        // Row 1: logits 3, 0, 0 and shift 0, 1, 1: e^3 / (e^3 + 2e) = 0.786986…
        const std::string text = *readFile((*files)[1]);
        QVERIFY(contains(text, "id,label,prediction,score_head,\"score_mid, class\",score_" + kHostile + "\n"));
        const auto line = text.substr(text.find('\n') + 1, 40);
        QVERIFY2(contains(line, ",head,head,0.78698604216159"), line.c_str());
        VERIFY_ERROR(exportPredictions(*m_project, {RunId{999}}, m_shop.path("out")), ErrorCode::NoSuchRun);
        const std::string blocked = m_shop.write("a file", "x");
        QVERIFY(!exportPredictions(*m_project, {m_other}, blocked).ok());
    }

    void reportShowsUserTextLiterally() {
        QCOMPARE(escapeHtml("<a href=\"x\">'&'</a>"),
                 std::string("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;"));
        QCOMPARE(escapeMarkdown("a|b*c_d`e`\n<x>"), std::string("a\\|b\\*c\\_d\\`e\\` &lt;x&gt;"));
        Document document("t");
        document.paragraph("# no heading");
        document.list({"1. no number", "- no list"});
        document.image("\"><script>.svg", "x");
        const std::string markdown = document.markdown();
        QVERIFY(contains(markdown, "\n\\# no heading\n") && contains(markdown, "- 1\\. no number\n- \\- no list\n"));
        QVERIFY(contains(document.html(), "src=\"%22%3E%3Cscript%3E.svg\""));
        QVERIFY(!contains(document.html(), "<script"));
    }

    void reportHoldsTheNumbers() {
        JobContext job;
        const std::string directory = m_shop.path("report");
        VERIFY_OK(makeDirectory(directory));
        VERIFY_OK(
            writeFileAtomically(directory + "/recall by bucket.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"));
        const auto files = exportReport(*m_project, requestFor({m_baseline, m_other}, m_baseline), directory,
                                        {"recall by bucket.svg", "missing.svg", "data.csv"}, job);
        VERIFY_OK(files);
        QCOMPARE(files->size(), std::size_t{5}); // with privacy.txt and privacy.json
        const std::string markdown = *readFile((*files)[0]);
        const std::string html = *readFile((*files)[1]);
        for (const std::string* text : {&markdown, &html}) {
            QVERIFY(contains(*text, "0.8000"));  // accuracy
            QVERIFY(contains(*text, "+0.5000")); // tail recall gained
            QVERIFY(contains(*text, "-0.2000")); // head recall lost
            QVERIFY(contains(*text, "shots:50,5"));
            QVERIFY(contains(*text, "recall%20by%20bucket.svg"));
            QVERIFY(!contains(*text, "missing.svg") && !contains(*text, "data.csv"));
            QVERIFY(contains(*text, "Imbalance ratio"));
            QVERIFY(!contains(*text, "<script"));
        }
        QVERIFY(contains(markdown, "Focal \\| γ"));
        QVERIFY(contains(html, "a &amp; b"));
        QVERIFY(contains(html, "prefers-color-scheme: dark"));
        const auto json = readJsonFile((*files)[2]);
        VERIFY_OK(json);
        QCOMPARE(json->at("comparison").at("runs").size(), std::size_t{2});
        COMPARE_JSON(json->at("distributions").at(0).at("measure"), Json("training"));
        QVERIFY(contains(markdown, "bucket rule") || contains(markdown, "Buckets: shots:50,5"));
    }

    void cardTellsWhatTheModelIs() {
        const auto compared = compare({m_other}, {});
        VERIFY_OK(compared);
        store::ImportSummary source;
        source.path = "/srv/somebody/secret/catalogue.csv";
        source.read = 1234;
        const std::string card =
            modelCard(compared->runs[0].record, m_split, compared->runs[0].metrics, requestFor({}, {}).rule, {source});
        QVERIFY(contains(card, "# Model card: Focal \\| γ, bag"));
        QVERIFY(contains(card, "| catalogue.csv | catalogue | 1,234 |") && !contains(card, "secret"));
        QVERIFY(contains(card, "taillight-cli predict DIR FILE --out FILE"));
        QVERIFY(contains(card, "- epochs: 3"));
        QVERIFY(contains(card, "- dimension: 64"));
        QVERIFY(contains(card, "loss: made up (gamma = 2)"));
        QVERIFY(contains(card, "| mid, class | Mid | 16 | 2 | 2 |"));                   // split
        QVERIFY(contains(card, "| head | Head | 90 | 5 | 0.8000 | 0.8000 | 0.8000 |")); // results by class
        QVERIFY(contains(card, "| Tail | 1 | 2 | 1.0000 | 0.5000 | 0.6667 |"));         // and by bucket
        QVERIFY(contains(card, "Intended use and limits"));
    }

    void modelsAreExportedWhole() {
        JobContext job;
        const std::string out = m_shop.path("models");
        const stats::BucketRule rule = requestFor({}, {}).rule;
        const auto written = exportModels(*m_project, {m_baseline, m_other}, out, rule, job);
        VERIFY_OK(written);
        QCOMPARE(written->size(), std::size_t{2});
        QCOMPARE((*written)[1], out + "/run-" + std::to_string(raw(m_other)) + "-Focal-γ-bag");
        const auto loaded = train::loadModel((*written)[1]);
        VERIFY_OK(loaded);
        QCOMPARE(loaded->labels.names, m_split.labels);
        const std::vector<double> shift{0.0, 1.0, 1.0};
        QCOMPARE(loaded->postHocShift, shift);
        const Json& provenance = loaded->provenance;
        COMPARE_JSON(provenance.at("seed"), Json(1));
        COMPARE_JSON(provenance.at("split").at("name"), Json("split 1"));
        COMPARE_JSON(provenance.at("test").at("buckets"), Json("shots:50,5"));
        QVERIFY(near(provenance.at("test").at("metrics").at("accuracy").get<double>(), 0.8));
        QVERIFY(contains(*readFile((*written)[1] + "/README.md"), "# Model card: Focal \\| γ, bag"));

        VERIFY_ERROR(exportModels(*m_project, {m_other}, out, rule, job), ErrorCode::FileExists);
        VERIFY_ERROR(exportModels(*m_project, {RunId{999}}, out, rule, job), ErrorCode::NoSuchRun);
        // The second run has no model: the first one's folder goes again.
        const std::string elsewhere = m_shop.path("elsewhere");
        store::RunRecord open = *store::run(*m_project, m_other);
        const auto unfinished = store::beginRun(*m_project, open);
        VERIFY_OK(unfinished);
        VERIFY_ERROR(exportModels(*m_project, {m_other, *unfinished}, elsewhere, rule, job), ErrorCode::NoData);
        VERIFY_OK(store::removeRun(*m_project, *unfinished));
        JobContext cancelled;
        cancelled.cancel();
        VERIFY_ERROR(exportModels(*m_project, {m_other}, elsewhere, rule, cancelled), ErrorCode::Cancelled);
        QVERIFY(std::filesystem::is_empty(elsewhere));
    }

    void numbersAsText() {
        QCOMPARE(countText(-1234567), std::string("-1,234,567"));
        QCOMPARE(countText(999), std::string("999"));
        QCOMPARE(fixedText(std::nan("")), std::string("–"));
        QCOMPARE(signedText(0.25), std::string("+0.2500"));
        QCOMPARE(metricTitle("macro_f1"), std::string("Macro F1"));
        QVERIFY(contains(bucketRuleText({}), "share:0.8,0.95: classes sorted by training support; head until 80 %"));
    }

private:
    ComparisonRequest requestFor(const std::vector<RunId>& runs, std::optional<RunId> baseline) const {
        ComparisonRequest request;
        request.runs = runs;
        request.baseline = baseline;
        request.rule = {stats::BucketRule::Kind::Shots, {50, 5}};
        request.bootstrap.resamples = 500;
        return request;
    }

    Result<Comparison> compare(const std::vector<RunId>& runs, std::optional<RunId> baseline) const {
        JobContext job;
        return compareRuns(*m_project, requestFor(runs, baseline), job);
    }

    /// A finished run whose ten test rows were predicted so: logit 3 for the class wanted, less what the shift will
    /// add.
    RunId addRun(const std::string& recipe, const std::vector<ClassIndex>& predicted, const std::vector<double>& shift,
                 std::optional<SplitId> split = {}) {
        store::RunRecord run;
        run.experiment = "by hand";
        run.recipe = recipe;
        run.recipeJson =
            Json{{"name", recipe},
                 {"steps", Json::array({Json{{"kind", "loss"}, {"id", "made up"}, {"params", {{"gamma", 2}}}}})}};
        run.model = "bag";
        run.modelJson = Json{{"dimension", 64}};
        run.training = Json{{"epochs", 3}};
        run.buckets = "shots:50,5";
        run.split = split.value_or(m_split.id);
        run.device = "cpu";
        run.library = "none";
        run.labels = m_split.labels;
        run.support = {90, 9, 1};
        run.postHocShift = shift;
        const auto id = store::beginRun(*m_project, run);
        if (!id.ok())
            return RunId{};
        store::RunResult result;
        train::ModelBundle bundle;
        bundle.modelId = "bag";
        bundle.labels.names = m_split.labels;
        bundle.postHocShift = shift;
        bundle.encoder = std::make_shared<train::HashedNgrams>(train::HashedNgramsConfig{.buckets = 64});
        bundle.architecture = {
            {"vocabulary", 64}, {"classes", 3}, {"dimension", 2}, {"dropout", 0}, {"token_dropout", 0}};
        bundle.weights = {{"head.bias", "F32", {3}, std::vector<std::byte>(12)}};
        bundle.provenance = {{"seed", 1}};
        result.modelBlob = train::packModel(bundle);
        store::PredictionSet& set = result.predictions.emplace_back();
        set.classes = 3;
        set.truth = kTruth;
        for (std::size_t i = 0; i < kTruth.size(); ++i) {
            set.items.push_back(m_data->items[i]);
            for (ClassIndex c = 0; c < 3; ++c)
                set.logits.push_back(c == predicted[i] ? 3.0F : 0.0F);
        }
        run.id = *id;
        return store::finishRun(*m_project, run, result).ok() ? *id : RunId{};
    }

    ShopFixture m_shop;
    store::ProjectPtr m_project;
    store::SplitInfo m_split;
    data::DatasetPtr m_data;
    RunId m_baseline{}, m_other{};
};

QTEST_APPLESS_MAIN(TestOutput)
#include "tst_output.moc"
