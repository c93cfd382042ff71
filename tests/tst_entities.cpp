// SPDX-License-Identifier: GPL-3.0-or-later
// Support per entity and measure, rows, counts, events over time. All numbers can be counted by hand in the two files
// below.
#include "core/store/entity_store.h"
#include "tests/support/store_fixture.h"

using namespace core;
using namespace core::store;
using namespace storetest;
using data::SourceKind;
using Support = std::vector<std::pair<std::string, std::int64_t>>;
using Names = std::vector<std::string>;

namespace {

constexpr const char* kItems = "id,title,category,brand,price,label\n"
                               "a,Lamp,Light,Lux,3,warm\n"
                               "b,Bulb,Light,Lux,1,\n"
                               "c,Chair,Seat,,20,\n"
                               "d,Bench,Seat,Sit,30,\n"
                               "e,Thing,,,,\n"
                               "f,Stool,Sofa,,,\n";

constexpr const char* kLog = "item,user,kind,time,query,quantity,price,order\n"
                             "a,u1,impression,2024-01-01,lamp,,,\n"
                             "a,u1,click,2024-01-01,lamp,,,\n"
                             "a,u1,purchase,2024-01-01,,3,2.5,1\n"
                             "a,u1,purchase,2024-01-03,,-1,2.5,C1\n" // takes one back
                             "b,u2,purchase,2024-01-03,,,1.4,2\n"    // no quantity: one piece
                             "b,u2,purchase,2024-01-03,,2,1.4,C2\n"  // an order C… takes back, whatever its sign
                             "c,u3,purchase,,,1,,3\n"                // no price: no revenue
                             "x,u3,purchase,2024-01-03,,4,1,4\n"     // only the log names it
                             "x,,search,2024-01-04,chair,,,\n";

class Shop {
public:
    Shop() : project(openProject(m_folder.path("p.taillight"))) { ok = project && catalogue() && log(); }
    Support support(const std::string& entity, const std::string& measure) const {
        Support list;
        JobContext job;
        SupportQuery query;
        query.entity = entity;
        query.measure = measure;
        const auto table = supportOf(*project, query, job);
        if (!table.ok())
            return {{errorName(table.error().code), -1}};
        for (std::size_t i = 0; i < (*table)->names.size(); ++i)
            list.emplace_back((*table)->names[i], (*table)->counts[i]);
        return list;
    }

private:
    bool catalogue() {
        ImportRequest request;
        request.path = m_folder.write("items.csv", kItems);
        request.mapping["label"] = "label"; // too few labels to be proposed
        JobContext job;
        const auto summary = importFile(*project, request, job);
        return summary.ok() && summary->imported == 6;
    }
    bool log() {
        ImportRequest request;
        request.path = m_folder.write("log.csv", kLog);
        request.kind = SourceKind::Log;
        request.mappingComplete = true;
        for (const char* field : {"item", "user", "kind", "time", "query", "quantity", "price", "order"})
            request.mapping[field] = field;
        JobContext job;
        const auto summary = importFile(*project, request, job);
        return summary.ok() && summary->imported == 9;
    }
    Folder m_folder;

public:
    ProjectPtr project;
    bool ok = false;
};

} // namespace

class TestEntities : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void supportOfItems() {
        const Shop shop;
        QVERIFY(shop.ok);
        // Items of the catalogue that no event names are the cold end; "x" is known from the log only.
        QCOMPARE(shop.support("item", ""),
                 (Support{{"a", 1}, {"b", 1}, {"c", 1}, {"x", 1}, {"d", 0}, {"e", 0}, {"f", 0}}));
        QCOMPARE(shop.support("item", "events"),
                 (Support{{"a", 4}, {"b", 2}, {"x", 2}, {"c", 1}, {"d", 0}, {"e", 0}, {"f", 0}}));
        QCOMPARE(shop.support("item", "click"), (Support{{"a", 1}, {"b", 0}, {"c", 0}, {"d", 0}, {"e", 0}, {"f", 0}}));
        // b: 1 − 2 pieces, floored at 0.
        QCOMPARE(shop.support("item", "quantity"),
                 (Support{{"x", 4}, {"a", 2}, {"c", 1}, {"b", 0}, {"d", 0}, {"e", 0}, {"f", 0}}));
        QCOMPARE(shop.support("item", "revenue"),
                 (Support{{"a", 5}, {"x", 4}, {"b", 0}, {"c", 0}, {"d", 0}, {"e", 0}, {"f", 0}}));
        JobContext job;
        const auto table = supportOf(*shop.project, {}, job);
        QVERIFY(table.ok());
        QCOMPARE((*table)->measure, std::string("purchase"));
        QCOMPARE((*table)->details.at(0), std::string("Lamp"));
        QCOMPARE((*table)->details.size(), (*table)->names.size());
    }

    void supportOfPropertiesOfItems() {
        const Shop shop;
        QVERIFY(shop.ok);
        QCOMPARE(shop.support("category", ""), (Support{{"Light", 2}, {"Seat", 2}, {"Sofa", 1}}));
        QCOMPARE(shop.support("brand", ""), (Support{{"Lux", 2}, {"Sit", 1}}));
        QCOMPARE(shop.support("label", ""), (Support{{"Seat", 2}, {"Light", 1}, {"Sofa", 1}, {"warm", 1}}));
        QCOMPARE(shop.support("category", "purchase"), (Support{{"Light", 2}, {"Seat", 1}, {"Sofa", 0}}));
        // Net pieces are floored per category, not per item: 2 of a, −1 of b.
        QCOMPARE(shop.support("category", "quantity"), (Support{{"Light", 1}, {"Seat", 1}, {"Sofa", 0}}));
        // 3·2.5 − 2.5 + 1.4 − 2.8 = 3.6
        QCOMPARE(shop.support("brand", "revenue"), (Support{{"Lux", 4}, {"Sit", 0}}));
    }

    void supportOfUsersAndQueries() {
        const Shop shop;
        QVERIFY(shop.ok);
        QCOMPARE(shop.support("user", ""), (Support{{"u3", 2}, {"u1", 1}, {"u2", 1}}));
        QCOMPARE(shop.support("user", "events"), (Support{{"u1", 4}, {"u2", 2}, {"u3", 2}}));
        QCOMPARE(shop.support("query", ""), (Support{{"lamp", 2}, {"chair", 1}})); // no purchase has a query: events
    }

    void supportInTraining() {
        const Shop shop;
        QVERIFY(shop.ok);
        QCOMPARE(shop.support("label", "training"), (Support{{"no_split", -1}}));
        QVERIFY(write(*shop.project,
                      "INSERT INTO split(id, name, config, created, labels, cross_duplicates) "
                      "VALUES (7, 'mine', '{}', '', '[]', 0);"
                      "INSERT INTO split_row VALUES (7, 1, 0, 0), (7, 2, 0, 1), (7, 3, 0, 2), (7, 4, 0, 2),"
                      " (7, 6, 2, 3)")
                    .ok());
        QCOMPARE(shop.support("label", "training"), (Support{{"Seat", 2}, {"Light", 1}, {"warm", 1}, {"Sofa", 0}}));
        QCOMPARE(shop.support("brand", "training"), (Support{{"Lux", 2}, {"Sit", 1}}));
        JobContext job;
        SupportQuery query{"label", "training", SplitId{7}};
        QCOMPARE((*supportOf(*shop.project, query, job))->splitName, std::string("mine"));
        query.split = SplitId{8};
        QCOMPARE(supportOf(*shop.project, query, job).error().code, ErrorCode::NoSuchSplit);
    }

    void measuresThatHaveData() {
        const Shop shop;
        QVERIFY(shop.ok);
        QCOMPARE(*measuresFor(*shop.project, "item"),
                 (Names{"events", "impression", "click", "purchase", "search", "quantity", "revenue"}));
        QCOMPARE(*measuresFor(*shop.project, "query"), (Names{"events", "impression", "click", "search"}));
        QCOMPARE(measuresFor(*shop.project, "brand")->front(), std::string("items"));
        const Folder folder;
        const auto empty = openProject(folder.path("empty.taillight"));
        QVERIFY(empty);
        for (const std::string& entity : entityNames())
            QCOMPARE(*measuresFor(*empty, entity), Names{});
    }

    void whatCannotBeCounted() {
        const Shop shop;
        QVERIFY(shop.ok);
        QCOMPARE(shop.support("colour", ""), (Support{{"unknown_choice", -1}}));
        QCOMPARE(shop.support("item", "smell"), (Support{{"unknown_choice", -1}}));
        QCOMPARE(shop.support("user", "items"), (Support{{"unknown_choice", -1}}));
        QCOMPARE(shop.support("query", "purchase"), (Support{{"no_data", -1}}));
        QCOMPARE(shop.support("item", "review"), (Support{{"no_data", -1}}));

        const Folder folder;
        const auto project = openProject(folder.path("empty.taillight"));
        QVERIFY(project);
        JobContext job;
        for (const std::string& entity : entityNames()) {
            const auto table = supportOf(*project, {entity, "", {}}, job);
            QVERIFY(!table.ok());
            QCOMPARE(table.error().code, ErrorCode::NoData);
            QVERIFY2(table.error().detail.find("import a") != std::string::npos, table.error().detail.c_str());
        }
        job.cancel();
        const auto cancelled = supportOf(*shop.project, {}, job);
        QVERIFY(!cancelled.ok());
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    }

    void rowsOfItems() {
        const Shop shop;
        QVERIFY(shop.ok);
        const auto all = itemRows(*shop.project, "item", {}, 0, 3);
        QVERIFY(all.ok());
        QCOMPARE(all->total, std::int64_t{7});
        QCOMPARE(all->columns, (Names{"id", "title", "category", "brand", "price", "label"}));
        QCOMPARE(all->rows.size(), std::size_t{3});
        QCOMPARE(all->rows[0], (Names{"a", "Lamp", "Light", "Lux", "3", "warm"}));
        QCOMPARE(itemRows(*shop.project, "item", {}, 6, 3)->rows.size(), std::size_t{1});
        const auto seats = itemRows(*shop.project, "label", {"Seat", "warm", "it's \"no\" class"}, 0, 9);
        QVERIFY(seats.ok());
        QCOMPARE(seats->total, std::int64_t{3});
        QCOMPARE(seats->rows[1][0], std::string("c"));
        QCOMPARE(itemRows(*shop.project, "user", {"u3"}, 0, 9)->total, std::int64_t{2});
        QCOMPARE(itemRows(*shop.project, "query", {"lamp"}, 0, 9)->total, std::int64_t{1});
        QCOMPARE(itemRows(*shop.project, "colour", {"red"}, 0, 9).error().code, ErrorCode::UnknownChoice);
    }

    void countsOfTheProject() {
        const Shop shop;
        QVERIFY(shop.ok);
        const auto counts = projectCounts(*shop.project);
        QVERIFY(counts.ok());
        QCOMPARE(counts->items, std::int64_t{7});
        QCOMPARE(counts->catalogue, std::int64_t{6});
        QCOMPARE(counts->labelled, std::int64_t{5});
        QCOMPARE(counts->events, std::int64_t{9});
        QCOMPARE(counts->users, std::int64_t{3});
        QCOMPARE(counts->queries, std::int64_t{2});
        QCOMPARE(counts->brands, std::int64_t{2});
        QCOMPARE(counts->categories, std::int64_t{3});
        QCOMPARE(counts->labels, std::int64_t{4});
        QCOMPARE(counts->sources, std::int64_t{2});
        QCOMPARE(counts->firstTime, std::int64_t{1'704'067'200}); // 2024-01-01
        QCOMPARE(counts->lastTime, std::int64_t{1'704'326'400});  // 2024-01-04
    }

    void eventsByDayAndByMonth() {
        const Shop shop;
        QVERIFY(shop.ok);
        constexpr std::int64_t kFirst = 1'704'067'200;
        constexpr std::int64_t kDay = 86'400;
        auto series = eventsOverTime(*shop.project);
        QVERIFY(series.ok());
        QCOMPARE(series->start,
                 (std::vector<std::int64_t>{kFirst, kFirst + kDay, kFirst + 2 * kDay, kFirst + 3 * kDay}));
        QCOMPARE(series->events, (std::vector<std::int64_t>{3, 0, 4, 1}));
        // 1969-12-31, the last second of a month before 1970: by month from now on.
        QVERIFY(write(*shop.project, "UPDATE event SET time = -1 WHERE id = 9").ok());
        series = eventsOverTime(*shop.project);
        QVERIFY(series.ok());
        QCOMPARE(series->start.size(), std::size_t{54 * 12 + 2}); // December 1969 … January 2024
        QCOMPARE(series->start.front(), std::int64_t{-31 * kDay});
        QCOMPARE(series->events.front(), std::int64_t{1});
        QCOMPARE(series->start.back(), kFirst);
        QCOMPARE(series->events.back(), std::int64_t{7});
        // A slip in the file must not make a chart of a billion steps.
        QVERIFY(write(*shop.project, "UPDATE event SET time = 9000000000000000000 WHERE id = 9").ok());
        series = eventsOverTime(*shop.project);
        QVERIFY(series.ok());
        QCOMPARE(series->events, (std::vector<std::int64_t>{7, 1}));
    }
};

QTEST_APPLESS_MAIN(TestEntities)
#include "tst_entities.moc"
