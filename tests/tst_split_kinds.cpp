// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_store.h"
#include "core/store/split_check.h"
#include "core/store/split_store.h"
#include "tests/support/event_shop.h"

#include <map>
#include <set>

using namespace core;
using namespace core::store;

namespace {

SplitConfig eventSplit(const char* kind, const char* group = "") {
    SplitConfig config;
    config.unit = "event";
    config.kind = kind;
    config.group = group;
    config.stratify = "none";
    return config;
}

/// Part of each event by its row in the list that made the project.
std::vector<int> partsOf(const Project& project, SplitId split, std::size_t rows, std::int64_t firstId = 1) {
    JobContext job;
    const auto parts = loadEventParts(project, split, job);
    std::vector<int> list;
    for (std::size_t row = 0; parts.ok() && row < rows; ++row)
        list.push_back(parts->of(firstId + static_cast<std::int64_t>(row)));
    return list;
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
    run.split = split.id;
    run.device = "cpu";
    run.threads = 2;
    run.library = "none";
    run.labels = split.labels;
    return run;
}

const CheckFinding* findingOf(const std::vector<CheckFinding>& findings, const std::string& check) {
    for (const CheckFinding& finding : findings)
        if (finding.check == check)
            return &finding;
    return nullptr;
}

} // namespace

class TestSplitKinds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfEvents_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("column"); // of groups, or of strata
        const auto row = [](const char* name, const char* kind, const char* column) {
            QTest::newRow(name) << QString::fromLatin1(kind) << QString::fromLatin1(column);
        };
        row("random", "random", "");
        row("stratified by kind", "stratified", "kind");
        row("stratified by label", "stratified", "label");
        row("stratified by brand", "stratified", "brand");
        for (const char* column : {"user", "session", "item", "title", "brand"})
            row(column, "grouped", column);
        row("time", "time", "");
        row("last", "last", "");
    }
    /// Each kind divides the same events alike however they are numbered and ordered, in its ratio, and passes its own
    /// check; with folds too, where every row is tested at most once.
    void everyKindOfEvents() {
        QFETCH(QString, kind);
        QFETCH(QString, column);
        const auto rows = EventShop::manyEvents(600, 60, 60);
        auto backward = rows;
        std::reverse(backward.begin(), backward.end());
        const std::string tag = QTest::currentDataTag();
        auto first = m_shop.events(tag + "1.taillight", EventShop::manyItems(60), rows);
        auto second = m_shop.events(tag + "2.taillight", EventShop::manyItems(60), backward, 5000);
        VERIFY_OK(first);
        VERIFY_OK(second);
        SplitConfig config = eventSplit(kind.toLatin1().constData(),
                                        kind == QLatin1String("grouped") ? column.toLatin1().constData() : "");
        if (kind == QLatin1String("stratified"))
            config.stratify = column.toStdString();
        for (const int folds : {0, 4}) {
            config.folds = folds;
            JobContext job;
            const auto split = makeSplit(**first, config, job);
            const auto other = makeSplit(**second, config, job);
            VERIFY_OK(split);
            VERIFY_OK(other);
            QCOMPARE(split->rows, other->rows);
            const auto parts = partsOf(**first, split->id, rows.size());
            auto mirrored = partsOf(**second, other->id, rows.size(), 5000);
            std::reverse(mirrored.begin(), mirrored.end());
            QCOMPARE(parts, mirrored);
            const auto planned = planNumbers(**first, config, job);
            VERIFY_OK(planned);
            QCOMPARE(planned->front().rows, split->rows);
            const auto family = splitFamily(**first, split->id);
            VERIFY_OK(family);
            QCOMPARE(family->size(), std::size_t{folds == 0 ? 1U : 4U});
            QCOMPARE(planned->size(), family->size());
            std::vector<int> tested(rows.size(), 0);
            for (const SplitInfo& one : *family) {
                const auto check = checkSplit(**first, one.id, job);
                VERIFY_OK(check);
                QCOMPARE(check->rows, one.rows);
                QCOMPARE(check->crossing, std::int64_t{0});
                QCOMPARE(check->outOfOrder, std::int64_t{0});
                QCOMPARE(check->missing, std::int64_t{0});
                const auto own = partsOf(**first, one.id, rows.size());
                for (std::size_t row = 0; row < rows.size(); ++row)
                    tested[row] += own[row] == 2 ? 1 : 0;
            }
            QVERIFY(*std::max_element(tested.begin(), tested.end()) == 1);
            if (folds > 0 && kind != QLatin1String("time") && kind != QLatin1String("last"))
                QCOMPARE(std::count(tested.begin(), tested.end(), 1), std::ptrdiff_t{600});
            if (folds == 0 && kind != QLatin1String("last") && column != QLatin1String("brand"))
                QVERIFY2(std::abs(split->rows[0] - 480) <= 4, qPrintable(QString::number(split->rows[0])));
        }
    }

    void anotherSeedAnotherSplit() {
        const auto rows = EventShop::manyEvents(500, 20, 40);
        auto project = m_shop.events("seed.taillight", EventShop::manyItems(20), rows);
        VERIFY_OK(project);
        for (const char* kind : {"random", "grouped"}) {
            SplitConfig config = eventSplit(kind, std::string_view(kind) == "grouped" ? "user" : "");
            JobContext job;
            const auto one = makeSplit(**project, config, job);
            config.seed = 2;
            const auto two = makeSplit(**project, config, job);
            VERIFY_OK(two);
            QVERIFY(partsOf(**project, one->id, 500) != partsOf(**project, two->id, 500));
        }
    }

    void whatIsLeftOut() {
        std::vector<EventRow> rows = EventShop::manyEvents(40, 5, 4);
        rows[0].cancelled = true;
        rows[1].user.clear();
        rows[2].time.reset();
        auto project = m_shop.events("left.taillight", EventShop::manyItems(5), rows);
        VERIFY_OK(project);
        JobContext job;
        SplitConfig config = eventSplit("last");
        config.eventKinds = {"purchase", "购买", "click"};
        const auto split = makeSplit(**project, config, job);
        VERIFY_OK(split);
        QCOMPARE(split->config.eventKinds, (std::vector<std::string>{"click", "purchase"}));
        const std::map<std::string, std::int64_t> expected{{"cancelled", 1}, {"no_user", 1}, {"other_kind", 19}};
        QCOMPARE(split->leftOut, expected); // of kinds 1 … 4 in turn, 2 and 4 stay; row 2 is of kind 3
        QCOMPARE(split->rows[0] + split->rows[1] + split->rows[2], std::int64_t{19});
        const auto parts = partsOf(**project, split->id, 40);
        QCOMPARE(parts[0], int{EventParts::kNone});
        QCOMPARE(parts[1], int{EventParts::kNone});
    }

    void cutsAtDates() {
        std::vector<EventRow> rows;
        for (int day = 0; day < 30; ++day)
            rows.push_back({"i0", "u", 86'400LL * day, 4, "", "", "", "", false});
        auto project = m_shop.events("dates.taillight", EventShop::manyItems(1), rows);
        VERIFY_OK(project);
        SplitConfig config = eventSplit("time");
        config.cuts = {86'400LL * 20, 86'400LL * 25};
        JobContext job;
        const auto split = makeSplit(**project, config, job);
        VERIFY_OK(split);
        QCOMPARE(split->rows, (PartCounts{20, 5, 5}));
        config.cuts = {86'400LL * 20};
        const auto two = makeSplit(**project, config, job);
        VERIFY_OK(two);
        QCOMPARE(two->rows, (PartCounts{20, 0, 10}));
        QCOMPARE(two->config.cuts, config.cuts);
        const auto check = checkSplit(**project, two->id, job);
        VERIFY_OK(check);
        QCOMPARE(*check->last[0], 86'400LL * 19);
        QCOMPARE(*check->first[2], 86'400LL * 20);
        QVERIFY(isSound(splitFindings(*check)));
        COMPARE_JSON(splitCheckJson(*check)["time"]["test"],
                     (Json{{"first", "1970-01-21 00:00:00"}, {"last", "1970-01-30 00:00:00"}}));
    }

    void duplicatesStayTogether() {
        // Every event comes twice, the second time with another case in its query and under an item with the same
        // title.
        std::vector<EventShop::Item> items;
        for (int i = 0; i < 40; ++i)
            items.push_back(
                {"i" + std::to_string(i), (i % 2 == 0 ? "Thing  " : "thing ") + std::to_string(i / 2), "", ""});
        std::vector<EventRow> rows;
        for (int i = 0; i < 200; ++i) {
            rows.push_back({"i" + std::to_string(i % 20 * 2), "u" + std::to_string(i % 31), 1000 + i, 2, "Red Shoe",
                            "s" + std::to_string(i), "", "", false});
            rows.push_back({"i" + std::to_string(i % 20 * 2 + 1), "u" + std::to_string(i % 31), 1000 + i, 2,
                            "red  shoe", "t" + std::to_string(i % 57), "", "", false});
        }
        auto project = m_shop.events("twins.taillight", items, rows);
        VERIFY_OK(project);
        JobContext job;
        for (const auto& [kind, group] :
             {std::pair{"random", ""}, std::pair{"grouped", "session"}, std::pair{"grouped", "item"}}) {
            SplitConfig config = eventSplit(kind, group);
            const auto loose = makeSplit(**project, config, job);
            VERIFY_OK(loose);
            const auto found = checkSplit(**project, loose->id, job);
            VERIFY_OK(found);
            QVERIFY(found->duplicateSets > 10);
            QVERIFY(!found->duplicateExamples.empty() && !found->duplicateExamples.front().empty());
            QVERIFY(!isSound(splitFindings(*found)));
            config.keepDuplicates = true;
            const auto kept = makeSplit(**project, config, job);
            VERIFY_OK(kept);
            const auto parts = partsOf(**project, kept->id, rows.size());
            for (std::size_t row = 0; row < rows.size(); row += 2)
                QCOMPARE(parts[row], parts[row + 1]);
            const auto check = checkSplit(**project, kept->id, job);
            VERIFY_OK(check);
            QCOMPARE(check->duplicateSets, std::int64_t{0});
            QCOMPARE(check->crossing, std::int64_t{0}); // groups and duplicates at once
        }
    }

    void itemsInGroups() {
        // Titles in pairs, but for case; brands of four; a colour in the attributes.
        std::string sql;
        for (int i = 0; i < 120; ++i)
            sql += "INSERT INTO item(key, title, label, brand, category, time, attributes) VALUES ('k" +
                   std::to_string(i) + "', '" + (i % 2 == 0 ? "Lamp " : "LAMP  ") + std::to_string(i / 2) + "', 'c" +
                   std::to_string(i % 3) + "', 'b" + std::to_string(i / 4) + "', 'home', " + std::to_string(1000 + i) +
                   ", '{\"colour\":\"x" + std::to_string(i / 6) + "\",\"size\":" + std::to_string(i / 3) + "}');";
        auto project = Project::open(m_shop.path("groups.taillight"), Project::Access::CreateNew);
        VERIFY_OK(project);
        VERIFY_OK((*project)->write([&](Database& database) { return database.execute(sql); }));
        JobContext job;
        const std::map<std::string, int> groupSizes{
            {"title", 2}, {"brand", 4}, {"attribute:colour", 6}, {"attribute:size", 3}};
        for (const auto& [column, size] : groupSizes) {
            SplitConfig config;
            config.kind = "grouped";
            config.group = column;
            const auto split = makeSplit(**project, config, job);
            VERIFY_OK(split);
            QCOMPARE(split->config.keepDuplicates, column == "title");
            const auto dataset = loadDataset(**project, split->id, "title");
            VERIFY_OK(dataset);
            std::map<int, std::set<int>> partsOfGroup;
            for (const int part : {0, 1, 2})
                for (const std::uint32_t row : (*dataset)->parts[static_cast<std::size_t>(part)])
                    partsOfGroup[std::stoi((*dataset)->keys[row].substr(1)) / size].insert(part);
            QCOMPARE(partsOfGroup.size(), static_cast<std::size_t>(120 / size));
            for (const auto& [group, parts] : partsOfGroup)
                QCOMPARE(parts.size(), std::size_t{1});
            QCOMPARE(split->groups[0] + split->groups[1] + split->groups[2], std::int64_t{120 / size});
            const auto check = checkSplit(**project, split->id, job);
            VERIFY_OK(check);
            QCOMPARE(check->groups, std::int64_t{120 / size});
            QCOMPARE(check->crossing, std::int64_t{0});
            if (column != "attribute:size") // groups of three cut the pairs of titles
                QCOMPARE(check->duplicateSets, std::int64_t{0});
        }
        // Groups of three and pairs of titles chain together: 0 1 2 | 3 4 5 share the title of 2 and 3.
        SplitConfig config;
        config.kind = "grouped";
        config.group = "attribute:size";
        config.keepDuplicates = true;
        const auto chained = makeSplit(**project, config, job);
        VERIFY_OK(chained);
        QCOMPARE(chained->groups[0] + chained->groups[1] + chained->groups[2], std::int64_t{20});
        QCOMPARE(chained->crossDuplicates, std::int64_t{0});

        config = SplitConfig{};
        config.keepDuplicates = true; // stratified by class, and no title crosses
        const auto stratified = makeSplit(**project, config, job);
        VERIFY_OK(stratified);
        QCOMPARE(stratified->crossDuplicates, std::int64_t{0});
        for (const PartCounts& rows : stratified->perClass)
            QVERIFY(std::abs(rows[0] - 32) <= 2); // 40 rows of each class; a pair of titles is of two classes

        config = SplitConfig{};
        config.kind = "time";
        const auto timed = makeSplit(**project, config, job);
        VERIFY_OK(timed);
        QCOMPARE(timed->rows, (PartCounts{96, 12, 12}));
        QCOMPARE(checkSplit(**project, timed->id, job)->outOfOrder, std::int64_t{0});
    }

    void foldsOfItems() {
        auto project = m_shop.project("folds.taillight", ShopFixture::catalogue(ShopFixture::items({50, 21, 13, 7})));
        VERIFY_OK(project);
        SplitConfig config;
        config.folds = 5;
        config.name = "cv";
        JobContext job;
        const auto first = makeSplit(**project, config, job);
        VERIFY_OK(first);
        QCOMPARE(first->name, std::string("cv/1"));
        QCOMPARE(first->family, std::string("cv"));
        QCOMPARE(first->fold, 1);
        const auto family = splitFamily(**project, first->id);
        VERIFY_OK(family);
        QCOMPARE(family->size(), std::size_t{5});
        std::map<std::string, int> tested;
        for (std::size_t fold = 0; fold < 5; ++fold) {
            const SplitInfo& split = (*family)[fold];
            // scikit-learn's StratifiedKFold: 10 5 2 2 | 10 4 3 1 | 10 4 3 1 | 10 4 3 1 | 10 4 2 2
            const std::vector<std::vector<std::int64_t>> expected{
                {10, 5, 2, 2}, {10, 4, 3, 1}, {10, 4, 3, 1}, {10, 4, 3, 1}, {10, 4, 2, 2}};
            for (std::size_t k = 0; k < 4; ++k) {
                QCOMPARE(split.perClass[k][2], expected[fold][k]);
                QCOMPARE(split.perClass[k][1], expected[(fold + 1) % 5][k]); // the next fold is validation
            }
            const auto dataset = loadDataset(**project, split.id, "title");
            VERIFY_OK(dataset);
            for (const std::uint32_t row : (*dataset)->rows(data::Part::Test))
                ++tested[(*dataset)->keys[row]];
        }
        QCOMPARE(tested.size(), std::size_t{91});
        QVERIFY(std::all_of(tested.begin(), tested.end(), [](const auto& entry) { return entry.second == 1; }));

        // A run on one fold freezes all; without it, removing one removes the family.
        const auto run = beginRun(**project, runOn((*family)[2]));
        VERIFY_OK(run);
        const auto refused = removeSplit(**project, first->id);
        VERIFY_ERROR(refused, ErrorCode::SplitInUse);
        QCOMPARE(refused.error().value, std::string("cv"));
        VERIFY_OK(removeRun(**project, *run));
        VERIFY_OK(removeSplit(**project, (*family)[3].id));
        QVERIFY(splits(**project)->empty());
    }

    void eventsAreNoTrainingRows() {
        auto project = m_shop.events("unit.taillight", EventShop::manyItems(9), EventShop::manyEvents(100, 9, 9));
        VERIFY_OK(project);
        JobContext job;
        const auto split = makeSplit(**project, eventSplit("random"), job);
        VERIFY_OK(split);
        VERIFY_ERROR(loadDataset(**project, split->id, "title"), ErrorCode::NoData);
        VERIFY_ERROR(latestSplit(**project), ErrorCode::NoSplit); // what training takes when nothing is said
        VERIFY_ERROR(makeSplit(**project, SplitConfig{}, job), ErrorCode::NoData); // no item has a class
        QCOMPARE(split->crossDuplicates, std::int64_t{-1});
        const std::string file = m_shop.path("events.csv");
        VERIFY_OK(exportSplit(**project, split->id, file, job));
        const auto text = readFile(file);
        VERIFY_OK(text);
        QCOMPARE(std::count(text->begin(), text->end(), '\n'), std::ptrdiff_t{101});
        const auto parts = partsOf(**project, split->id, 1);
        const std::string part(data::partName(static_cast<data::Part>(parts[0])));
        QVERIFY2(text->starts_with("event,user,item,kind,time,query,label,part\n1,u0,i0,impression,2020-09-13 "
                                   "12:26:40,,buys," +
                                   part + "\n"),
                 text->substr(0, 200).c_str());
        JobContext cancelled;
        cancelled.cancel();
        VERIFY_ERROR(exportSplit(**project, split->id, m_shop.path("no.csv"), cancelled), ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(QString::fromStdString(m_shop.path("no.csv"))));
    }

    void rowsNeverChange() {
        auto project = m_shop.events("frozen.taillight", EventShop::manyItems(9), EventShop::manyEvents(60, 9, 9));
        VERIFY_OK(project);
        JobContext job;
        const auto split = makeSplit(**project, eventSplit("random"), job);
        VERIFY_OK(split);
        const auto changed =
            (*project)->write([](Database& database) { return database.execute("UPDATE split_event SET part = 0"); });
        QVERIFY(!changed.ok());
        const auto resting = [&] {
            std::vector<RestingSplit> list;
            const auto read = (*project)->read([&](Database& database) -> Status {
                TL_TRY(list, splitsResting(database, SourceId{1}));
                return {};
            });
            return read.ok() ? list : std::vector<RestingSplit>{};
        };
        QCOMPARE(resting().size(), std::size_t{1});
        QCOMPARE(resting()[0].name, std::string("split 1"));
        // Events that go away under a split are seen.
        VERIFY_OK((*project)->write(
            [](Database& database) { return database.execute("DELETE FROM event WHERE id IN (3, 9, 60)"); }));
        const auto check = checkSplit(**project, split->id, job);
        VERIFY_OK(check);
        QCOMPARE(check->missing, std::int64_t{3});
        const auto findings = splitFindings(*check);
        QVERIFY(findingOf(findings, "missing_rows") != nullptr);
        QCOMPARE(findingOf(findings, "missing_rows")->numbers["rows"].get<int>(), 3);
    }

    void checkSeesWhatIsWrong() {
        // A split made by hand: groups, titles and times cross, and a class is never learnt.
        auto project = Project::open(m_shop.path("wrong.taillight"), Project::Access::CreateNew);
        VERIFY_OK(project);
        VERIFY_OK((*project)->write([](Database& database) {
            return database.execute(
                "INSERT INTO item(id, key, title, label, brand, time) VALUES (1, 'a', 'Lamp', 'x', 'b1', 10), "
                "(2, 'b', 'lamp', 'x', 'b1', 5), (3, 'c', 'shoe', 'y', 'b2', 7), (4, 'd', 'hat', 'x', 'b3', 1);"
                "INSERT INTO split(id, name, config, created, labels, cross_duplicates) VALUES (1, 'brands', "
                "'{\"kind\":\"grouped\",\"group\":\"brand\"}', 'now', '[\"x\",\"y\"]', 0), (2, 'times', "
                "'{\"kind\":\"time\"}', "
                "'now', '[\"x\",\"y\"]', 0);"
                "INSERT INTO split_row VALUES (1, 1, 0, 0), (1, 2, 2, 0), (1, 3, 2, 1), (1, 4, 0, 0);"
                "INSERT INTO split_row VALUES (2, 1, 0, 0), (2, 2, 2, 0), (2, 4, 0, 0);");
        }));
        JobContext job;
        const auto brands = checkSplit(**project, SplitId{1}, job);
        VERIFY_OK(brands);
        QCOMPARE(brands->crossing, std::int64_t{1});
        QCOMPARE(brands->groups, std::int64_t{3});
        QCOMPARE(brands->crossingExamples, std::vector<std::string>{"a"});
        QCOMPARE(brands->duplicateRows, std::int64_t{1});
        QCOMPARE(brands->duplicateExamples, std::vector<std::string>{"Lamp"});
        QCOMPARE(brands->withoutTrainingExamples, std::vector<std::string>{"y"});
        const auto findings = splitFindings(*brands);
        QCOMPARE(findingOf(findings, "groups")->severity, CheckFinding::Severity::Error);
        QCOMPARE(findingOf(findings, "leakage")->severity, CheckFinding::Severity::Warning);
        QCOMPARE(findingOf(findings, "classes")->severity, CheckFinding::Severity::Warning);
        QVERIFY(findingOf(findings, "time_order") == nullptr);
        const auto times = checkSplit(**project, SplitId{2}, job);
        VERIFY_OK(times);
        QCOMPARE(times->outOfOrder, std::int64_t{1});
        QCOMPARE(findingOf(splitFindings(*times), "time_order")->severity, CheckFinding::Severity::Error);
        VERIFY_ERROR(checkSplit(**project, SplitId{3}, job), ErrorCode::NoSuchSplit);
        const auto all = checkProject(**project, job); // the project's check says it too
        VERIFY_OK(all);
        QVERIFY(findingOf(*all, "groups") != nullptr);
        JobContext cancelled;
        cancelled.cancel();
        VERIFY_ERROR(checkSplit(**project, SplitId{1}, cancelled), ErrorCode::Cancelled);
    }

    void badSettings_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("which");
        const char* const names[]{"unit",
                                  "kind",
                                  "kind",
                                  "group",
                                  "group",
                                  "folds",
                                  "folds",
                                  "folds",
                                  "by_time",
                                  "by_time",
                                  "events",
                                  "leave_last",
                                  "no_cross_duplicates",
                                  "long_tail_ratio"};
        for (int i = 0; i < 14; ++i)
            QTest::addRow("%d %s", i, names[i]) << QString::fromLatin1(names[i]) << i;
    }
    void badSettings() {
        QFETCH(QString, name);
        QFETCH(int, which);
        SplitConfig config = eventSplit("random");
        switch (which) {
        case 0:
            config.unit = "query";
            break;
        case 1:
            config.kind = "best";
            break;
        case 2:
            config = SplitConfig{};
            config.kind = "last";
            break; // items have no users
        case 3:
            config.kind = "grouped";
            break;
        case 4:
            config = SplitConfig{};
            config.kind = "grouped";
            config.group = "user";
            break;
        case 5:
            config.folds = 101;
            break;
        case 6:
            config.folds = 2;
            break; // test and validation, and nothing to learn from
        case 7:
            config.kind = "time";
            config.folds = 1;
            break;
        case 8:
            config.cuts = {5};
            break;
        case 9:
            config.kind = "time";
            config.cuts = {5, 5};
            break;
        case 10:
            config.eventKinds = {"stroll"};
            break;
        case 11:
            config.kind = "last";
            config.last = 0;
            break;
        case 12:
            config.kind = "last";
            config.keepDuplicates = true;
            break;
        default:
            config.longTailRatio = 10;
            break;
        }
        auto project = Project::open(m_shop.path("bad.taillight"), Project::Access::CreateOrOpen);
        VERIFY_OK(project);
        JobContext job;
        const auto split = makeSplit(**project, config, job);
        QVERIFY(!split.ok());
        QCOMPARE(QString::fromStdString(split.error().column), name);
        QVERIFY(split.error().code == ErrorCode::ParameterOutOfRange || split.error().code == ErrorCode::UnknownChoice);
        VERIFY_ERROR(planNumbers(**project, config, job), split.error().code);
    }

    void cancelsAnywhere() {
        auto project = m_shop.events("cancel.taillight", EventShop::manyItems(30), EventShop::manyEvents(3000, 30, 50));
        VERIFY_OK(project);
        for (const char* stage : {"Reading events", "Dividing", "Storing the split"}) {
            JobContext job([&](const Progress& progress) {
                if (progress.stage == stage)
                    job.cancel();
            });
            SplitConfig config = eventSplit("grouped", "user");
            config.folds = 3;
            VERIFY_ERROR(makeSplit(**project, config, job), ErrorCode::Cancelled);
            QVERIFY(splits(**project)->empty());
            QVERIFY((*project)
                        ->read([](Database& database) -> Status {
                            TL_TRY(const auto rows, database.queryInteger("SELECT count(*) FROM split_event"));
                            return rows == 0 ? Status() : Status(Error(ErrorCode::Internal));
                        })
                        .ok());
        }
        JobContext job;
        const auto split = makeSplit(**project, eventSplit("random"), job);
        VERIFY_OK(split);
        JobContext late([&](const Progress& progress) {
            if (progress.stage == "Checking the split")
                late.cancel();
        });
        VERIFY_ERROR(checkSplit(**project, split->id, late), ErrorCode::Cancelled);
    }

private:
    EventShop m_shop;
};

QTEST_APPLESS_MAIN(TestSplitKinds)
#include "tst_split_kinds.moc"
