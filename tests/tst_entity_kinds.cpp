// SPDX-License-Identifier: GPL-3.0-or-later
// Entities beyond the six that every project has: levels of a category path, price bands, columns of the catalogue and
// of the log, sellers, reviews. All numbers can be counted by hand in the three files below.
#include "core/store/browse/browse.h"
#include "core/store/entity_store.h"
#include "core/store/insight/insight.h"
#include "tests/support/store_fixture.h"

using namespace core;
using namespace core::store;
using namespace storetest;
using data::SourceKind;
using Support = std::vector<std::pair<std::string, std::int64_t>>;

namespace {

constexpr const char* kItems = "id,title,category,price,Seller,it's\n"
                               "a,Lamp,Home > Light > Desk,3,s1,x\n"
                               "b,Bulb,Home > Light,1.99,s1,x\n"
                               "c,Chair,Home > Seat,20,s2,y\n"
                               "d,Bench,Garden,0,s2,y\n"
                               "e,Thing,,,s2,y\n"
                               "f,Stool,Home > Seat,0.15,s1,x\n";
constexpr const char* kLog = "item,user,price,quantity,country,session\n"
                             "a,u1,3,1,DE,p\n"
                             "a,u2,3,2,DE,p\n"
                             "b,u2,2,1,FR,q\n"
                             "e,u3,8,1,DE,q\n"
                             "e,u3,6,1,,q\n";
constexpr const char* kReviews = "item,user,rating,text\na,u1,5,good\na,u2,4,fine\nc,u1,1,bad\n";

class Shop {
public:
    Shop() : project(openProject(m_folder.path("p.taillight"))) {
        ok = project && import("items.csv", kItems, SourceKind::Catalogue) &&
             import("log.csv", kLog, SourceKind::Log) && import("reviews.csv", kReviews, SourceKind::Reviews);
    }
    Support support(const std::string& entity, const std::string& measure = {}) const {
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
    bool import(const char* name, const char* content, SourceKind kind) {
        ImportRequest request;
        request.path = m_folder.write(name, content);
        request.kind = kind;
        JobContext job;
        return importFile(*project, request, job).ok();
    }
    Folder m_folder;

public:
    ProjectPtr project;
    bool ok = false;
};

} // namespace

class TestEntityKinds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void levelsOfCategories() {
        const Shop shop;
        QVERIFY(shop.ok);
        QCOMPARE(shop.support("category:1", "items"), (Support{{"Home", 4}, {"Garden", 1}}));
        QCOMPARE(shop.support("category:2", "items"),
                 (Support{{"Home > Light", 2}, {"Home > Seat", 2}, {"Garden", 1}}));
        QCOMPARE(shop.support("category:9", "items"), shop.support("category", "items"));
        QCOMPARE(shop.support("category:1", "events"), (Support{{"Home", 3}, {"Garden", 0}}));
    }

    void bandsOfPrices() {
        const Shop shop;
        // The thing has no price of its own: (8 + 6) / 2 = 7 in its purchases.
        QCOMPARE(shop.support("price_band", "events"),
                 (Support{{"2–5", 2}, {"5–10", 2}, {"1–2", 1}, {"0", 0}, {"0.1–0.2", 0}, {"20–50", 0}}));
    }

    void returnsDoNotMoveThePrice() {
        Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        ImportRequest request;
        // Ten at 1.00, nine of them given back at 0.50; another one bought at 3.00 and given back.
        request.path = folder.write("log.csv", "item,price,quantity\na,1,10\na,0.5,-9\nb,3,1\nb,3,-1\n");
        request.kind = SourceKind::Log;
        JobContext job;
        QVERIFY(importFile(*project, request, job).ok());
        const auto bands = supportOf(*project, {"price_band", "purchase", {}}, job);
        QVERIFY(bands.ok());
        QCOMPARE((*bands)->names, (std::vector<std::string>{"1–2", "2–5"}));
    }

    void namesWithQuotationMarks() {
        Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        ImportRequest request;
        request.path = folder.write("items.csv",
                                    "id,title,\"size \"\"cm\"\"\",back\\slash\na,Lamp,S,1\nb,Bulb,S,1\nc,Chair,L,2\n");
        JobContext job;
        QVERIFY(importFile(*project, request, job).ok());
        const auto entities = entitiesOf(*project, job);
        QVERIFY(entities.ok());
        for (const char* name : {"attribute:size \"cm\"", "attribute:back\\slash"}) {
            QVERIFY2(std::find(entities->begin(), entities->end(), name) != entities->end(), name);
            const auto table = supportOf(*project, {name, "items", {}}, job);
            QVERIFY(table.ok());
            QCOMPARE((*table)->counts, (std::vector<std::int64_t>{2, 1}));
        }
    }

    /// One wrong row must be named, and must neither crash nor turn sums negative.
    void supportsBeyondCounting() {
        Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        ImportRequest request;
        request.path =
            folder.write("log.csv", "item,price,quantity\na,1,5000000000000000000\nb,1,5e18\nc,1e300,2\nd,1,1\n");
        request.kind = SourceKind::Log;
        JobContext job;
        QVERIFY(importFile(*project, request, job).ok());
        for (const char* measure : {"quantity", "revenue"}) {
            const auto table = supportOf(*project, {"item", measure, {}}, job);
            QVERIFY(!table.ok());
            QCOMPARE(table.error().code, ErrorCode::NoData);
            QVERIFY2(table.error().detail.find("beyond what can be counted") != std::string::npos,
                     table.error().detail.c_str());
        }
        QVERIFY(supportOf(*project, {"item", "purchase", {}}, job).ok());
    }

    /// The first view of many entities has the same supports as the whole table.
    void supportsComeBeforeNames() {
        Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        QVERIFY(project);
        std::string log = "item,quantity\n", items = "id,title\n";
        for (int i = 0; i < 60'000; ++i) {
            items += "p" + std::to_string(i) + (i % 7 == 0 ? ",\n" : ",t\n");
            if (i % 3 != 0)
                log += "p" + std::to_string(i) + "," + std::to_string(1 + 100'000 / (i + 1)) + "\n";
        }
        JobContext job;
        ImportRequest request;
        request.path = folder.write("items.csv", items);
        QVERIFY(importFile(*project, request, job).ok());
        request.path = folder.write("log.csv", log);
        request.kind = SourceKind::Log;
        QVERIFY(importFile(*project, request, job).ok());
        for (const char* measure : {"purchase", "quantity"}) {
            stats::SupportTablePtr first;
            const auto table = supportOf(*project, {"item", measure, {}}, job,
                                         [&first](stats::SupportTablePtr early) { first = std::move(early); });
            QVERIFY(table.ok() && first);
            QVERIFY(first->counts == (*table)->counts);
            QCOMPARE(first->names.size(), (*table)->names.size());
            QVERIFY(std::all_of(first->names.begin(), first->names.end(), [](const auto& n) { return n.empty(); }));
            QCOMPARE((*table)->details.size(), (*table)->names.size());
        }
    }

    void columnsOfTheFiles() {
        const Shop shop;
        QCOMPARE(shop.support("attribute:Seller", "items"), (Support{{"s1", 3}, {"s2", 3}}));
        QCOMPARE(shop.support("attribute:Seller", "purchase"), (Support{{"s1", 3}, {"s2", 2}}));
        QCOMPARE(shop.support("attribute:it's", "items"), (Support{{"x", 3}, {"y", 3}}));
        QCOMPARE(shop.support("event:country", "events"), (Support{{"DE", 3}, {"FR", 1}}));
        QCOMPARE(shop.support("event:country", "quantity"), (Support{{"DE", 4}, {"FR", 1}}));
        QCOMPARE(shop.support("event:session", "revenue"), (Support{{"q", 16}, {"p", 9}}));
        QCOMPARE(shop.support("attribute:none"), (Support{{std::string(errorName(ErrorCode::NoData)), -1}}));
        QCOMPARE(shop.support("event:none"), (Support{{std::string(errorName(ErrorCode::NoData)), -1}}));
    }

    void reviewsAreAMeasure() {
        const Shop shop;
        const Support items = shop.support("item", "reviews");
        QCOMPARE(items.front(), (std::pair<std::string, std::int64_t>{"a", 2}));
        QCOMPARE(shop.support("category:1", "reviews"), (Support{{"Home", 3}, {"Garden", 0}}));
        QCOMPARE(shop.support("user", "reviews"), (Support{{"u1", 2}, {"u2", 1}}));
        QCOMPARE(shop.support("query", "reviews"), (Support{{std::string(errorName(ErrorCode::UnknownChoice)), -1}}));
    }

    void whatThereIsIsOffered() {
        const Shop shop;
        JobContext job;
        const auto entities = entitiesOf(*shop.project, job);
        QVERIFY(entities.ok());
        const std::vector<std::string> expected{
            "item",  "category",   "category:1",       "category:2",     "brand",         "user",         "query",
            "label", "price_band", "attribute:Seller", "attribute:it's", "event:country", "event:session"};
        QCOMPARE(*entities, expected);
        QCOMPARE(*resolveEntity(*shop.project, "seller", job), std::string("attribute:Seller"));
        QCOMPARE(*resolveEntity(*shop.project, "Country", job), std::string("event:country"));
        QCOMPARE(*resolveEntity(*shop.project, "brand", job), std::string("brand"));
        const auto unknown = resolveEntity(*shop.project, "colour", job);
        QCOMPARE(unknown.error().code, ErrorCode::UnknownChoice);
        for (const char* wrong : {"", "category:0", "category:10", "category:x", "attribute:", "event:", "items"})
            QVERIFY2(!checkEntity(wrong).ok(), wrong);
    }

    /// One absurd time neither makes millions of periods nor hides what is there.
    void slipsOfTimeAreLeftOut() {
        const Folder folder;
        const auto project = openProject(folder.path("p.taillight"));
        ImportRequest request;
        request.path = folder.write("log.csv", "item,user,time\na,u,2024-01-01\na,u,2024-01-03\nb,u,2024-01-03\n"
                                               "a,u,9999-12-31\nb,u,1200-01-01\n");
        request.kind = SourceKind::Log;
        JobContext job;
        QVERIFY(project && importFile(*project, request, job).ok());
        const auto table = supportOf(*project, {"item", "events", {}}, job);
        QVERIFY(table.ok());
        const auto activity = activityOf(*project, **table, job);
        QVERIFY(activity.ok());
        QCOMPARE(activity->firstDay, std::int64_t{19'723});
        QCOMPARE(activity->days, std::uint32_t{3});
        QCOMPARE(activity->cells.size(), std::size_t{3});
    }

    /// A selection made on a chart of a column shows the rows behind it.
    void selectionsShowTheirRows() {
        const Shop shop;
        JobContext job;
        for (const auto& [table, entity, name, rows] : {std::tuple{"events", "event:country", "DE", std::int64_t{3}},
                                                        std::tuple{"items", "event:country", "DE", std::int64_t{2}},
                                                        std::tuple{"items", "category:1", "Home", std::int64_t{4}},
                                                        std::tuple{"events", "category:1", "Home", std::int64_t{3}},
                                                        std::tuple{"items", "attribute:Seller", "s1", std::int64_t{3}},
                                                        std::tuple{"events", "price_band", "5–10", std::int64_t{2}}}) {
            BrowseQuery query;
            query.table = table;
            query.selection.entity = entity;
            query.selection.names = {name};
            const auto view = Browse::open(shop.project, query);
            QVERIFY2(view.ok() && (*view)->build(job).ok(), entity);
            QCOMPARE((*view)->total(), rows);
        }
        const auto page = itemRows(*shop.project, "event:country", {"DE"}, 0, 10);
        QVERIFY(page.ok());
        QCOMPARE(page->total, std::int64_t{2});
    }
};

QTEST_APPLESS_MAIN(TestEntityKinds)
#include "tst_entity_kinds.moc"
