// SPDX-License-Identifier: GPL-3.0-or-later
// Exposure and demand, what separates the buckets, support over time: against SciPy, scikit-learn and pandas
// (tests/data/stats/make_insight_reference.py) and by hand.
#include "core/base/json.h"
#include "core/base/rng.h"
#include "core/stats/activity.h"
#include "core/stats/association.h"
#include "core/stats/exposure.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace core::stats;
using core::Json;

namespace {

Json reference(const char* part) {
    const auto json = core::readJsonFile(std::string(TAILLIGHT_TEST_DATA) + "/stats/insight.json");
    return json.ok() ? (*json)[part] : Json();
}

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance || (std::isnan(a) && std::isnan(b));
}

Activity activityOf(const Json& data) {
    Activity activity;
    activity.firstDay = data["first_day"].get<std::int64_t>();
    activity.entities = data["entities"].get<std::size_t>();
    for (const Json& cell : data["cells"]) {
        const auto day = static_cast<std::uint32_t>(cell[0].get<std::int64_t>() - activity.firstDay);
        activity.cells.push_back({day, cell[1].get<std::uint32_t>(), cell[2].get<std::uint32_t>()});
        activity.days = std::max(activity.days, day + 1);
    }
    return activity;
}

std::vector<Bucket> bucketsOf(const Json& names) {
    std::vector<Bucket> buckets;
    for (const Json& name : names)
        for (const Bucket bucket : kBuckets)
            if (bucketName(bucket) == name.get<std::string>())
                buckets.push_back(bucket);
    return buckets;
}

} // namespace

#define VERIFY_NEAR(actual, expected, tolerance)                                                                       \
    QVERIFY2(near((actual), (expected), (tolerance)),                                                                  \
             qPrintable(QStringLiteral("%1 is not %2").arg((actual), 0, 'g', 12).arg((expected), 0, 'g', 12)))

class TestInsight : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void priorsAgreeWithSciPy() {
        const Json data = reference("beta");
        QVERIFY(!data.empty());
        std::vector<Exposure> entities;
        for (std::size_t i = 0; i < data["shown"].size(); ++i)
            entities.push_back({data["shown"][i].get<std::int64_t>(), data["wanted"][i].get<std::int64_t>()});
        const BetaPrior prior = fitBetaPrior(entities);
        VERIFY_NEAR(prior.alpha, data["alpha"].get<double>(), 1e-4);
        VERIFY_NEAR(prior.beta, data["beta"].get<double>(), 1e-3);
        for (const Json& one : data["posterior"]) {
            const Exposure exposure{one["shown"].get<std::int64_t>(), one["wanted"].get<std::int64_t>()};
            VERIFY_NEAR(prior.rate(exposure), one["mean"].get<double>(), 1e-6);
            VERIFY_NEAR(prior.deviation(exposure), one["deviation"].get<double>(), 1e-6);
        }
        const BetaPrior theirs{data["alpha"].get<double>(), data["beta"].get<double>()};
        int less = 0;
        for (std::size_t i = 0; i < entities.size(); ++i) {
            QCOMPARE(theirs.surelyLess(entities[i]), data["surely_less"][i].get<bool>());
            less += theirs.surelyLess(entities[i]);
        }
        QVERIFY(less > 0 && less < static_cast<int>(entities.size()));
    }

    void priorsAtTheEdges() {
        QCOMPARE(fitBetaPrior({}).mean(), 0.5);
        const std::vector<Exposure> never(20, {100, 0}), always(20, {3, 3}), same(50, {1'000, 100});
        QVERIFY(fitBetaPrior(never).mean() < 0.001);
        QVERIFY(fitBetaPrior(always).mean() > 0.98);
        // All alike: a spike, so that nothing is shrunk away from the common rate.
        QVERIFY(fitBetaPrior(same).strength() > 1e5);
        VERIFY_NEAR(fitBetaPrior(same).mean(), 0.1, 1e-4);
    }

    void notShownIsNotNotWanted() {
        std::vector<Exposure> entities(50, {1'000, 50});
        entities.push_back({10, 0});    // nobody can know
        entities.push_back({5'000, 5}); // shown a lot, hardly wanted
        entities.push_back({900, 1});   // little of both
        const BetaPrior prior{5, 95};
        const std::vector<Reason> reasons = reasonsOf(entities, prior);
        QCOMPARE(reasons[0], Reason::Wanted);
        QCOMPARE(reasons[50], Reason::NotShown);
        QCOMPARE(reasons[51], Reason::NotWanted);
        QCOMPARE(reasons[52], Reason::Both);
    }

    /// Every entity at every position equally often: then θ_k / θ_1 is the ratio of the rates, by hand.
    void positionsInABalancedDesign() {
        std::vector<PositionCount> counts;
        const double theta[] = {1, 0.5, 0.25}, gamma[] = {0.4, 0.2, 0.08};
        for (std::uint32_t i = 0; i < 3; ++i)
            for (std::uint32_t k = 0; k < 3; ++k)
                counts.push_back({i, k, 10'000, std::llround(10'000 * theta[k] * gamma[i])});
        const PositionModel model = fitPositions(counts, 3, 3);
        for (std::size_t k = 0; k < 3; ++k)
            VERIFY_NEAR(model.propensity[k], theta[k], 1e-4);
        for (std::size_t i = 0; i < 3; ++i)
            VERIFY_NEAR(model.wanted[i], gamma[i], 1e-4);
        const auto rates = inversePropensityRates(counts, model, 3);
        for (std::size_t i = 0; i < 3; ++i)
            VERIFY_NEAR(rates[i], gamma[i], 1e-4);
    }

    /// Bad places hide what is wanted: raw rates say the opposite of the corrected ones.
    void positionBiasIsTakenOut() {
        core::Rng rng(5);
        const double theta[] = {1, 0.6, 0.3, 0.1};
        std::vector<PositionCount> counts;
        const auto show = [&](std::uint32_t entity, std::uint32_t position, int times, double wanted) {
            std::int64_t clicks = 0;
            for (int n = 0; n < times; ++n)
                clicks += rng.uniform() < theta[position] * wanted;
            counts.push_back({entity, position, times, clicks});
        };
        show(0, 0, 40'000, 0.10);
        show(0, 1, 2'000, 0.10);
        show(1, 2, 2'000, 0.20);
        show(1, 3, 40'000, 0.20);
        for (std::uint32_t e = 2; e < 30; ++e) // others wander over all positions
            for (std::uint32_t k = 0; k < 4; ++k)
                show(e, k, 4'000, 0.05 + 0.01 * e);
        const PositionModel model = fitPositions(counts, 4, 31);
        for (std::size_t k = 0; k < 4; ++k)
            VERIFY_NEAR(model.propensity[k], theta[k], 0.03);
        VERIFY_NEAR(model.wanted[0], 0.10, 0.01);
        VERIFY_NEAR(model.wanted[1], 0.20, 0.03);
        const auto rates = inversePropensityRates(counts, model, 31);
        QVERIFY(rates[1] > 1.5 * rates[0]);
        QCOMPARE(rates[30], 0.0); // never shown
    }

    void informationAgreesWithScikitLearn() {
        const Json data = reference("association");
        std::vector<BucketCounts> table;
        const std::vector<Bucket> columns = core::stats::bucketsOf(BucketRule{});
        for (const Json& row : data["table"]) {
            table.emplace_back();
            for (std::size_t c = 0; c < row.size(); ++c)
                table.back()[static_cast<std::size_t>(columns[c])] = row[c].get<std::int64_t>();
        }
        const Association found = associationOf(table);
        VERIFY_NEAR(found.information, data["information"].get<double>(), 1e-12);
        QCOMPARE(found.entities, std::int64_t{300});
        const double chance = 5.0 * 3.0 / 600;
        VERIFY_NEAR(found.corrected, data["information"].get<double>() - chance, 1e-12);
        VERIFY_NEAR(found.explained, found.corrected / data["entropy"].get<double>(), 1e-12);
        // A value of its own for every entity tells nothing.
        std::vector<BucketCounts> keys(99);
        for (std::size_t i = 0; i < keys.size(); ++i)
            keys[i][i % 3] = 1;
        QCOMPARE(associationOf(keys).corrected, std::max(0.0, std::log(3.0) - 98.0 * 2 / 198));
        QCOMPARE(associationOf({}).information, 0.0);
    }

    void effectsThatCanBeSeen() {
        // Connor (1987): (1.95996 + 0.84162)² · ψ / δ² rows show a difference δ with disagreement ψ.
        VERIFY_NEAR(minimumDetectableEffect(785, 0.1), 0.0316, 1e-4);
        VERIFY_NEAR(minimumDetectableEffect(150), 2.8015852 * std::sqrt(0.2 / 150), 1e-6);
        QCOMPARE(minimumDetectableEffect(0), 1.0);
        QCOMPARE(minimumDetectableEffect(1), 1.0);
    }

    void flowsAgreeWithPandas() {
        const Json data = reference("activity");
        const Activity activity = activityOf(data);
        const BucketFlow flow = bucketFlow(activity, BucketRule{}, Period::Week);
        const std::vector<std::size_t> states = [] { // head, mid, tail, cold, new
            std::vector<std::size_t> list;
            for (const Bucket bucket : bucketsOf(BucketRule{}))
                list.push_back(static_cast<std::size_t>(bucket));
            list.push_back(kNewState);
            return list;
        }();
        for (std::size_t from = 0; from < states.size(); ++from)
            for (std::size_t to = 0; to < states.size(); ++to)
                QCOMPARE(flow.from[states[from]][states[to]], data["flow"]["matrix"][from][to].get<std::int64_t>());
        QCOMPARE(flow.fresh, data["flow"]["fresh"].get<std::vector<std::int64_t>>());
        QCOMPARE(flow.active, data["flow"]["active"].get<std::vector<std::int64_t>>());
        QCOMPARE(flow.silent, data["flow"]["silent"].get<std::vector<std::int64_t>>());
        VERIFY_NEAR(flow.stays()[0], 76.0 / 99, 1e-12);
    }

    void halfLivesAgreeWithPandas() {
        const Json data = reference("activity");
        const auto lives = halfLives(activityOf(data), bucketsOf(data["buckets"]), 10);
        for (const Bucket bucket : core::stats::bucketsOf(BucketRule{})) {
            const auto b = static_cast<std::size_t>(bucket);
            const Json& expected = data["half_lives"][std::string(bucketName(bucket))];
            QCOMPARE(lives[b].entities, expected["entities"].get<std::int64_t>());
            if (lives[b].entities == 0) {
                QVERIFY(std::isnan(lives[b].median));
                continue;
            }
            VERIFY_NEAR(lives[b].lower, expected["quartiles"][0].get<double>(), 1e-9);
            VERIFY_NEAR(lives[b].median, expected["quartiles"][1].get<double>(), 1e-9);
            VERIFY_NEAR(lives[b].upper, expected["quartiles"][2].get<double>(), 1e-9);
        }
    }

    void seasonsAgreeWithPandas() {
        const Json data = reference("activity")["season"];
        const Seasonality season = seasonalityOf(activityOf(reference("activity")));
        VERIFY_NEAR(season.strength, data["strength"].get<double>(), 1e-9);
        for (std::size_t w = 0; w < 7; ++w)
            VERIFY_NEAR(season.weekday[w], data["weekday"][w].get<double>(), 1e-9);
        for (std::size_t m = 0; m < 12; ++m)
            VERIFY_NEAR(season.month[m], data["month"][m].get<double>(), 1e-12);
        for (std::size_t m = 0; m < 12; ++m) {
            const std::string month = std::to_string(m + 1);
            if (data["month_level"].contains(month))
                VERIFY_NEAR(season.monthLevel[m], data["month_level"][month].get<double>(), 1e-9);
            else
                QVERIFY(std::isnan(season.monthLevel[m]));
        }
    }

    void periodsFollowTheCalendar() {
        QCOMPARE(periodOf(4, Period::Week), std::int64_t{0});  // Monday, 5 January 1970
        QCOMPARE(periodOf(3, Period::Week), std::int64_t{-1}); // the Sunday before
        QCOMPARE(firstDayOf(periodOf(-1, Period::Month), Period::Month), std::int64_t{-31});
        QCOMPARE(firstDayOf(periodOf(19'782, Period::Month), Period::Month), std::int64_t{19'754}); // February 2024
        Activity activity = activityOf(reference("activity"));
        QCOMPARE(periodFor(activity, 100), Period::Day);
        QCOMPARE(periodFor(activity, 20), Period::Week);
        QCOMPARE(periodFor(activity, 5), Period::Month);
        const auto lines = bucketLines(activity, std::vector<Bucket>(activity.entities, Bucket::Tail), Period::Month);
        QCOMPARE(lines.start.size(), std::size_t{3});
        std::int64_t all = 0, cells = 0;
        for (const auto& period : lines.events)
            all += period[static_cast<std::size_t>(Bucket::Tail)];
        for (const DayCell& cell : activity.cells)
            cells += cell.events;
        QCOMPARE(all, cells);
    }

    void nothingIsNoCrash() {
        const Activity none;
        QVERIFY(bucketLines(none, {}, Period::Day).start.empty());
        QVERIFY(bucketFlow(none, BucketRule{}, Period::Week).start.empty());
        QCOMPARE(halfLives(none, {})[0].entities, std::int64_t{0});
        QCOMPARE(seasonalityOf(none).days, std::size_t{0});
        Activity one{0, 1, 1, {{0, 0, 5}}};
        QCOMPARE(bucketFlow(one, BucketRule{}, Period::Week).fresh, std::vector<std::int64_t>{1});
        QVERIFY(fitPositions({}, 3, 2).propensity == std::vector<double>(3));
    }
};

QTEST_APPLESS_MAIN(TestInsight)
#include "tst_insight.moc"
