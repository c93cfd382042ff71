// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_store.h"
#include "core/store/split_store.h"
#include "core/store/split_store_plan.h"
#include "core/store/title_key.h"
#include "tests/support/shop_fixture.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

using namespace core;
using namespace core::store;
using Parts = std::map<std::string, data::Part>;

namespace {

// 30 training rows, ratio 10, exponential (FORMULAS C1): ⌊30 · 0.1^(i/9)⌋.
const std::vector<std::int64_t> kProfile{30, 23, 17, 13, 10, 8, 6, 5, 3, 3};

/// Part of each item by key; fails (empty) when an item lies in two parts.
Parts partsOf(const data::Dataset& dataset) {
    Parts parts;
    for (const data::Part part : {data::Part::Train, data::Part::Validation, data::Part::Test})
        for (const std::uint32_t row : dataset.rows(part))
            if (!parts.emplace(dataset.keys[row], part).second)
                return {};
    return parts;
}

Parts loadParts(const Project& project, SplitId split) {
    const auto dataset = loadDataset(project, split, "title");
    return dataset.ok() ? partsOf(**dataset) : Parts{};
}

SplitConfig longTail() {
    SplitConfig config;
    config.longTailRatio = 10;
    config.maxTrainPerClass = 30;
    config.testPerClass = 6;
    return config;
}

RunRecord runOn(const SplitInfo& split) {
    RunRecord run;
    run.experiment = "experiment";
    run.recipe = "ERM";
    run.recipeJson = Json{{"name", "ERM"}, {"steps", Json::array()}};
    run.model = "bag";
    run.modelJson = Json::object();
    run.training = Json::object();
    run.buckets = "shots:100,20";
    run.seed = 0xFFFFFFFFFFFFFFFFULL;
    run.split = split.id;
    run.device = "cpu";
    run.threads = 2;
    run.library = "none";
    run.labels = split.labels;
    return run;
}

} // namespace

class TestSplits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void apportions_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<QList<double>>("ratio");
        QTest::addColumn<QList<int>>("expected");
        QTest::newRow("even") << 100 << QList<double>{8, 1, 1} << QList<int>{80, 10, 10};
        QTest::newRow("fractions") << 10 << QList<double>{0.8, 0.1, 0.1} << QList<int>{8, 1, 1};
        QTest::newRow("largest remainder") << 7 << QList<double>{2, 1, 1} << QList<int>{3, 2, 2};
        QTest::newRow("each part one") << 3 << QList<double>{8, 1, 1} << QList<int>{1, 1, 1};
        QTest::newRow("four") << 4 << QList<double>{8, 1, 1} << QList<int>{2, 1, 1};
        QTest::newRow("no validation") << 10 << QList<double>{1, 0, 1} << QList<int>{5, 0, 5};
        QTest::newRow("one goes to training") << 1 << QList<double>{1, 1, 8} << QList<int>{1, 0, 0};
        QTest::newRow("two, training first") << 2 << QList<double>{8, 1, 1} << QList<int>{2, 0, 0};
        QTest::newRow("none") << 0 << QList<double>{8, 1, 1} << QList<int>{0, 0, 0};
    }
    void apportions() {
        QFETCH(int, rows);
        QFETCH(QList<double>, ratio);
        QFETCH(QList<int>, expected);
        const auto counts = apportion(rows, {ratio[0], ratio[1], ratio[2]});
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(counts[i], static_cast<std::int64_t>(expected[static_cast<int>(i)]));
    }

    void stratifiedSplit() {
        auto project =
            m_shop.project("plain.taillight", ShopFixture::catalogue(ShopFixture::items({50, 20, 10, 4, 1})));
        VERIFY_OK(project);
        JobContext job;
        SplitConfig config;
        config.seed = 7;
        const auto split = makeSplit(**project, config, job);
        VERIFY_OK(split);
        QCOMPARE(split->name, std::string("split 1"));
        const std::vector<std::string> labels{"class 0", "class 1", "class 2", "class 3", "class 4"};
        QCOMPARE(split->labels, labels);
        const std::vector<std::array<std::int64_t, 3>> expected{
            {40, 5, 5}, {16, 2, 2}, {8, 1, 1}, {2, 1, 1}, {1, 0, 0}};
        QCOMPARE(split->perClass, expected);
        const std::array<std::int64_t, 3> rows{67, 9, 9};
        QCOMPARE(split->rows, rows);

        const auto dataset = loadDataset(**project, split->id, "title");
        VERIFY_OK(dataset);
        QCOMPARE(partsOf(**dataset).size(), std::size_t{85}); // all items, none of them twice
        QVERIFY(std::is_sorted((*dataset)->keys.begin(), (*dataset)->keys.end()));
        for (std::size_t row = 0; row < (*dataset)->items.size(); ++row) {
            const std::string number = (*dataset)->keys[row].substr(1);
            QCOMPARE((*dataset)->texts[row], "thing " + number);
            QCOMPARE((*dataset)->labels.names[static_cast<std::size_t>((*dataset)->classes[row])],
                     "class " + number.substr(0, 1));
        }
        const std::vector<std::int64_t> support{40, 16, 8, 2, 1};
        QCOMPARE((*dataset)->support(data::Part::Train), support);
    }

    void sameSeedSameSplit() {
        auto project = m_shop.project("seeds.taillight", ShopFixture::catalogue(ShopFixture::items({40, 30})));
        VERIFY_OK(project);
        JobContext job;
        SplitConfig config;
        const auto first = makeSplit(**project, config, job);
        const auto again = makeSplit(**project, config, job);
        config.seed = 2;
        const auto other = makeSplit(**project, config, job);
        config.stratify = "none";
        const auto plain = makeSplit(**project, config, job);
        VERIFY_OK(plain);
        QCOMPARE(loadParts(**project, first->id), loadParts(**project, again->id));
        QVERIFY(loadParts(**project, first->id) != loadParts(**project, other->id));
        const std::array<std::int64_t, 3> rows{56, 7, 7};
        QCOMPARE(plain->rows, rows);
        QCOMPARE(raw(latestSplit(**project)->id), raw(plain->id));
        QCOMPARE(splits(**project)->size(), std::size_t{4});
    }

    void orderOfImportDoesNotMatter() {
        auto rows = ShopFixture::items({30, 20, 10});
        auto forward = m_shop.project("forward.taillight", ShopFixture::catalogue(rows));
        std::reverse(rows.begin(), rows.end());
        auto backward = m_shop.project("backward.taillight", ShopFixture::catalogue(rows));
        VERIFY_OK(forward);
        VERIFY_OK(backward);
        JobContext job;
        const auto a = makeSplit(**forward, {}, job);
        const auto b = makeSplit(**backward, {}, job);
        VERIFY_OK(a);
        VERIFY_OK(b);
        const Parts parts = loadParts(**forward, a->id);
        QCOMPARE(parts.size(), std::size_t{60});
        QCOMPARE(loadParts(**backward, b->id), parts);
        const auto first = loadDataset(**forward, a->id, "title");
        const auto second = loadDataset(**backward, b->id, "title");
        QCOMPARE((*first)->keys, (*second)->keys); // rows come in the same order too, so training sees the same batches
        QCOMPARE((*first)->classes, (*second)->classes);
    }

    void longTailedSplit() {
        const std::vector<int> counts{50, 48, 46, 44, 42, 40, 38, 36, 34, 32};
        auto project = m_shop.project("tail.taillight", ShopFixture::catalogue(ShopFixture::items(counts)));
        VERIFY_OK(project);
        JobContext job;
        const auto split = makeSplit(**project, longTail(), job);
        VERIFY_OK(split);
        for (std::size_t i = 0; i < kProfile.size(); ++i) {
            const std::array<std::int64_t, 3> expected{kProfile[i], 3, 6}; // validation: half of test
            QCOMPARE(split->perClass[i], expected);
        }
        // A milder ratio is measured on the same rows.
        SplitConfig mild = longTail();
        mild.longTailRatio = 2;
        const auto other = makeSplit(**project, mild, job);
        VERIFY_OK(other);
        const Parts hard = loadParts(**project, split->id);
        const Parts easy = loadParts(**project, other->id);
        std::size_t tests = 0;
        for (const auto& [key, part] : hard)
            if (part == data::Part::Test) {
                ++tests;
                QCOMPARE(easy.at(key), data::Part::Test);
            }
        QCOMPARE(tests, std::size_t{60});

        SplitConfig step = longTail();
        step.profile = "step";
        const auto stepped = makeSplit(**project, step, job);
        VERIFY_OK(stepped);
        for (std::size_t i = 0; i < 10; ++i)
            QCOMPARE(stepped->perClass[i][0], std::int64_t{i < 5 ? 30 : 3});
    }

    void largestTrainingMaximum() {
        // Available for training after 6 + 3: 21 and 11. Ratio 2: n_max = 21 gives 21 and 10.
        auto project = m_shop.project("most.taillight", ShopFixture::catalogue(ShopFixture::items({30, 20})));
        VERIFY_OK(project);
        SplitConfig config = longTail();
        config.longTailRatio = 2;
        config.maxTrainPerClass = 0;
        JobContext job;
        const auto split = makeSplit(**project, config, job);
        VERIFY_OK(split);
        QCOMPARE(split->perClass[0][0], std::int64_t{21});
        QCOMPARE(split->perClass[1][0], std::int64_t{10});
    }

    void tooFewRowsNamesTheClass() {
        auto project = m_shop.project("few.taillight", ShopFixture::catalogue(ShopFixture::items({60, 11})));
        VERIFY_OK(project);
        JobContext job;
        const auto split = makeSplit(**project, longTail(), job);
        VERIFY_ERROR(split, ErrorCode::TooFewRows);
        QCOMPARE(split.error().detail,
                 std::string("class “class 1” has 11 items and needs 12 (3 training, 3 validation, "
                             "6 test)"));
        QVERIFY(splits(**project)->empty());
        VERIFY_ERROR(latestSplit(**project), ErrorCode::NoSplit);
    }

    void badSettings() {
        auto project = m_shop.project("bad.taillight", ShopFixture::catalogue(ShopFixture::items({20, 20})));
        VERIFY_OK(project);
        const auto codeOf = [&](auto change) {
            SplitConfig config = longTail();
            change(config);
            JobContext job;
            const auto split = makeSplit(**project, config, job);
            return split.ok() ? std::string("made") : split.error().column + " " + errorName(split.error().code);
        };
        const std::string range = " parameter_out_of_range";
        QCOMPARE(codeOf([](SplitConfig& c) { c.ratio = {8, -1, 1}; }), "ratio" + range);
        QCOMPARE(codeOf([](SplitConfig& c) { c.ratio = {0, 1, 1}; }), "ratio" + range);
        QCOMPARE(codeOf([](SplitConfig& c) { c.ratio[1] = std::numeric_limits<double>::quiet_NaN(); }),
                 "ratio" + range);
        QCOMPARE(codeOf([](SplitConfig& c) { c.longTailRatio = 0.5; }), "long_tail_ratio" + range);
        QCOMPARE(codeOf([](SplitConfig& c) { c.longTailRatio = std::nan(""); }), "long_tail_ratio" + range);
        QCOMPARE(codeOf([](SplitConfig& c) { c.maxTrainPerClass = 9; }), "max_train_per_class" + range);
        QCOMPARE(codeOf([](SplitConfig& c) { c.testPerClass = 0; }), "test_per_class" + range);
        QCOMPARE(codeOf([](SplitConfig& c) { c.validationPerClass = -1; }), "validation_per_class" + range);
        QCOMPARE(codeOf([](SplitConfig& c) { c.stratify = "colour"; }), std::string("stratify unknown_choice"));
        QCOMPARE(codeOf([](SplitConfig& c) { c.profile = "zipf"; }), std::string("profile unknown_choice"));
    }

    void categoryStandsInForTheLabel() {
        auto project = m_shop.project("category.taillight",
                                      "id,title,description,category,label\n"
                                      "1,red shoe,for running,Shoes,\n2,blue shoe,,Shoes,Boots\n"
                                      "3,hat,,Hats,  \n4,nothing known,,,\n5,cap,,Hats,\n",
                                      {{"category", "category"}, {"label", "label"}});
        VERIFY_OK(project);
        JobContext job;
        const auto split = makeSplit(**project, {}, job);
        VERIFY_OK(split);
        const std::vector<std::string> labels{"Hats", "Boots", "Shoes"}; // ties by name
        QCOMPARE(split->labels, labels);
        const auto dataset = loadDataset(**project, split->id, "title_description");
        VERIFY_OK(dataset);
        const std::vector<std::string> texts{"red shoe. for running", "blue shoe", "hat", "cap"};
        QCOMPARE((*dataset)->texts, texts);
        VERIFY_ERROR(loadDataset(**project, split->id, "description"), ErrorCode::UnknownChoice);
        VERIFY_ERROR(loadDataset(**project, SplitId{99}, "title"), ErrorCode::NoSuchSplit);
    }

    void duplicatesAcrossParts() {
        TitleKey key;
        QCOMPARE(key("  Rote\tSCHUHE\xC2\xA0 ÄÖ　大 "), std::string("rote schuhe äö 大"));
        QCOMPARE(key(""), std::string());
        QCOMPARE(key("\xFF x"), key("\xFF  x")); // broken text does not end the program

        // Every title twice but for case and spaces: whatever leaves training has its twin there or in the other part.
        std::string catalogue = "id,title,label\n";
        for (int i = 0; i < 20; ++i)
            catalogue += "a" + std::to_string(i) + "," + (i % 2 == 0 ? "Same  Title " : "same title ") + "x,only\n";
        auto project = m_shop.project("twins.taillight", catalogue);
        VERIFY_OK(project);
        JobContext job;
        const auto split = makeSplit(**project, {}, job);
        VERIFY_OK(split);
        QCOMPARE(split->crossDuplicates, std::int64_t{4}); // 2 validation and 2 test rows
    }

    void usedSplitStays() {
        auto project = m_shop.project("used.taillight", ShopFixture::catalogue(ShopFixture::items({20, 20})));
        VERIFY_OK(project);
        JobContext job;
        const auto used = makeSplit(**project, {}, job);
        const auto unused = makeSplit(**project, {}, job);
        VERIFY_OK(unused);
        const auto run = beginRun(**project, runOn(*used));
        VERIFY_OK(run);
        const auto removed = removeSplit(**project, used->id);
        VERIFY_ERROR(removed, ErrorCode::SplitInUse);
        QCOMPARE(removed.error().value, std::string("split 1"));
        QCOMPARE(removed.error().detail, std::to_string(raw(*run)));
        QCOMPARE(splitInfo(**project, used->id)->runs, std::int64_t{1});
        VERIFY_OK(removeSplit(**project, unused->id));
        VERIFY_ERROR(removeSplit(**project, unused->id), ErrorCode::NoSuchSplit);
        VERIFY_OK(removeRun(**project, *run));
        VERIFY_OK(removeSplit(**project, used->id));
        QVERIFY(splits(**project)->empty());
    }

    void exportsRows() {
        auto project = m_shop.project("export.taillight", "id,title,label\n\"a,1\",\"say \"\"hi\"\"\",x\nb,plain,y\n");
        VERIFY_OK(project);
        JobContext job;
        const auto split = makeSplit(**project, {}, job);
        VERIFY_OK(split);
        const std::string file = m_shop.path("split.csv");
        VERIFY_OK(exportSplit(**project, split->id, file));
        QCOMPARE(*readFile(file),
                 std::string("id,text,label,part\n\"a,1\",\"say \"\"hi\"\"\",x,train\nb,plain,y,train\n"));
        VERIFY_ERROR(exportSplit(**project, SplitId{9}, file), ErrorCode::NoSuchSplit);
        VERIFY_ERROR(exportSplit(**project, split->id, m_shop.path("no/such/folder.csv")), ErrorCode::WriteFailed);
    }

    void emptyAndCancelled() {
        auto project = m_shop.project("nothing.taillight", "id,title\n1,a thing\n2,another\n");
        VERIFY_OK(project);
        JobContext job;
        VERIFY_ERROR(makeSplit(**project, {}, job), ErrorCode::NoData);
        auto labelled = m_shop.project("cancel.taillight", ShopFixture::catalogue(ShopFixture::items({20, 20})));
        VERIFY_OK(labelled);
        JobContext cancelled;
        cancelled.cancel();
        VERIFY_ERROR(makeSplit(**labelled, {}, cancelled), ErrorCode::Cancelled);
        // Cancelled while rows are stored: nothing of the split stays.
        JobContext late([&](const Progress& progress) {
            if (progress.stage == "Storing the split")
                late.cancel();
        });
        VERIFY_ERROR(makeSplit(**labelled, {}, late), ErrorCode::Cancelled);
        QVERIFY(splits(**labelled)->empty());
        VERIFY_OK(makeSplit(**labelled, {}, job));
    }

    void storedConfigReadsBack() {
        auto project = m_shop.project("config.taillight", ShopFixture::catalogue(ShopFixture::items({60, 60})));
        VERIFY_OK(project);
        JobContext job;
        SplitConfig config = longTail();
        config.name = "harte Trennung ✂";
        config.seed = std::numeric_limits<std::uint64_t>::max();
        config.validationPerClass = 4;
        const auto made = makeSplit(**project, config, job);
        VERIFY_OK(made);
        const auto read = splitInfo(**project, made->id);
        VERIFY_OK(read);
        QCOMPARE(dumpJson(splitConfigJson(read->config)), dumpJson(splitConfigJson(config)));
        QCOMPARE(dumpJson(splitJson(*read)), dumpJson(splitJson(*made)));
        QVERIFY(read->created.size() == 20 && read->created.back() == 'Z');
    }

    void realCatalogue() {
        const QString folder =
            qEnvironmentVariable("TAILLIGHT_DATA", QStringLiteral(TAILLIGHT_SOURCE_DIR "/../shared/data"));
        const QString file = folder + QStringLiteral("/pricerunner_aggregate.csv.gz");
        if (!QFile::exists(file))
            QSKIP("pricerunner_aggregate.csv.gz is not there (set TAILLIGHT_DATA)");
        auto project = Project::open(m_shop.path("prices.taillight"), Project::Access::CreateNew);
        VERIFY_OK(project);
        JobContext job;
        ImportRequest request;
        request.path = file.toStdString();
        VERIFY_OK(importFile(**project, request, job));
        SplitConfig config;
        config.longTailRatio = 100;
        config.maxTrainPerClass = 1800;
        const auto split = makeSplit(**project, config, job);
        VERIFY_OK(split);
        // ⌊1800 · 0.01^(i/9)⌋ (FORMULAS C1)
        const std::vector<std::int64_t> profile{1800, 1079, 646, 387, 232, 139, 83, 50, 30, 18};
        QCOMPARE(split->perClass.size(), profile.size());
        for (std::size_t i = 0; i < profile.size(); ++i) {
            const std::array<std::int64_t, 3> expected{profile[i], 100, 200};
            QCOMPARE(split->perClass[i], expected);
        }
    }

private:
    ShopFixture m_shop;
};

QTEST_APPLESS_MAIN(TestSplits)
#include "tst_splits.moc"
