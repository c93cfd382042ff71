// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/store/split_assign.h"
#include "core/store/split_cut.h"
#include "core/store/split_groups.h"
#include "core/store/split_hash.h"
#include "tests/support/shop_fixture.h"

#include <algorithm>
#include <numeric>
#include <set>

using namespace core;
using namespace core::store;

namespace {

using Table = std::vector<std::vector<std::int64_t>>;

/// Rows without names: strata one after another.
SplitUnits unitsOf(const std::vector<int>& strata) {
    SplitUnits units;
    for (std::uint32_t stratum = 0; stratum < strata.size(); ++stratum) {
        units.strata.push_back("class " + std::to_string(stratum));
        for (int i = 0; i < strata[stratum]; ++i) {
            units.ids.push_back(static_cast<std::uint32_t>(units.ids.size()));
            units.order.push_back(mixed(units.ids.size()));
            units.stratum.push_back(stratum);
        }
    }
    if (strata.size() == 1)
        units.stratum.clear();
    return units;
}

SplitUnits groupsOf(const std::vector<int>& sizes) {
    SplitUnits units = unitsOf({std::accumulate(sizes.begin(), sizes.end(), 0)});
    for (std::uint32_t group = 0; group < sizes.size(); ++group) {
        units.groupOrder.push_back(mixed(group + 1000));
        units.group.insert(units.group.end(), static_cast<std::size_t>(sizes[group]), group);
    }
    return units;
}

/// Rows of each stratum in each bucket.
Table countsOf(const SplitUnits& units, const Assignment& assignment) {
    Table counts(std::max<std::size_t>(1, units.strata.size()),
                 std::vector<std::int64_t>(static_cast<std::size_t>(assignment.buckets), 0));
    for (std::size_t row = 0; row < units.rows(); ++row)
        ++counts[units.stratum.empty() ? 0 : units.stratum[row]][assignment.bucket[row]];
    return counts;
}

std::vector<std::int64_t> sizesOf(const SplitUnits& units, const Assignment& assignment) {
    std::vector<std::int64_t> sizes(static_cast<std::size_t>(assignment.buckets), 0);
    for (std::size_t row = 0; row < units.rows(); ++row)
        ++sizes[assignment.bucket[row]];
    return sizes;
}

SplitConfig folds(const char* kind, int count, bool validation = false) {
    SplitConfig config;
    config.kind = kind;
    config.folds = count;
    config.foldValidation = validation;
    config.group = config.kind == "grouped" ? "user" : "";
    return config;
}

} // namespace

/// The reference values are scikit-learn 1.2.1's, for the same sizes; the rows themselves are dealt out by our hashes.
class TestSplitAssign : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stratifiedKFold() {
        // StratifiedKFold(5) of classes with 50, 21, 13 and 7 rows: rows of each class in each test fold.
        const SplitUnits units = unitsOf({50, 21, 13, 7});
        JobContext job;
        const auto assignment = assignUnits(folds("stratified", 5), units, job);
        VERIFY_OK(assignment);
        const Table expected{{10, 10, 10, 10, 10}, {5, 4, 4, 4, 4}, {2, 3, 3, 3, 2}, {2, 1, 1, 1, 2}};
        QCOMPARE(countsOf(units, *assignment), expected);
    }

    void kFold() {
        const SplitUnits units = unitsOf({23}); // KFold(5): the first folds are one larger
        JobContext job;
        const auto assignment = assignUnits(folds("random", 5), units, job);
        VERIFY_OK(assignment);
        const std::vector<std::int64_t> expected{5, 5, 5, 4, 4};
        QCOMPARE(sizesOf(units, *assignment), expected);
    }

    void groupKFold() {
        // GroupKFold(4) of groups with these sizes gives test folds of 30, 22, 22 and 22 rows.
        const SplitUnits units = groupsOf({30, 17, 11, 9, 8, 5, 4, 3, 2, 2, 1, 1, 1, 1, 1});
        JobContext job;
        const auto assignment = assignUnits(folds("grouped", 4), units, job);
        VERIFY_OK(assignment);
        const std::vector<std::int64_t> expected{30, 22, 22, 22};
        QCOMPARE(sizesOf(units, *assignment), expected);
        verifyWholeGroups(units, *assignment);
    }

    void timeSeriesSplit() {
        // TimeSeriesSplit(4) of 23 rows: (training rows, test rows) = (7, 7…10), (11, 11…14), (15, 15…18), (19, 19…22).
        SplitUnits units = unitsOf({23});
        for (std::size_t row = 0; row < 23; ++row)
            units.time.push_back(
                static_cast<std::int64_t>((row * 7) % 23)); // 7 and 23 share no factor: every time once
        JobContext job;
        const auto assignment = assignUnits(folds("time", 4), units, job);
        VERIFY_OK(assignment);
        QCOMPARE(assignment->parts.size(), std::size_t{4});
        for (std::size_t fold = 0; fold < 4; ++fold)
            for (std::size_t row = 0; row < 23; ++row) {
                const auto begin = static_cast<std::int64_t>(7 + 4 * fold);
                const std::int8_t expected = units.time[row] < begin ? 0 : units.time[row] < begin + 4 ? 2 : -1;
                QCOMPARE(assignment->partOf(fold, row), expected);
            }
        // With a validation fold before each test: as with one fold more, without the first.
        const auto tuned = assignUnits(folds("time", 3, true), units, job);
        VERIFY_OK(tuned);
        for (std::size_t fold = 0; fold < 3; ++fold)
            for (std::size_t row = 0; row < 23; ++row) {
                const auto begin = static_cast<std::int64_t>(7 + 4 * fold);
                const std::int64_t time = units.time[row];
                const std::int8_t expected = time < begin ? 0 : time < begin + 4 ? 1 : time < begin + 8 ? 2 : -1;
                QCOMPARE(tuned->partOf(fold, row), expected);
            }
    }

    void stratifiedShuffle() {
        // StratifiedShuffleSplit(train_size=0.8, test_size=0.1): 40, 17, 10, 5 and 5, 2, 2, 1. It rounds over all
        // classes at once, we within each: a class differs by at most one row from it, and from its exact share.
        const std::vector<int> sizes{50, 21, 13, 7};
        const std::vector<std::int64_t> train{40, 17, 10, 5}, test{5, 2, 2, 1};
        const SplitUnits units = unitsOf(sizes);
        SplitConfig config;
        JobContext job;
        const auto assignment = assignUnits(config, units, job);
        VERIFY_OK(assignment);
        const Table counts = countsOf(units, *assignment);
        for (std::size_t k = 0; k < sizes.size(); ++k) {
            QVERIFY(std::abs(counts[k][0] - train[k]) <= 1);
            QVERIFY(std::abs(counts[k][2] - test[k]) <= 1);
            QVERIFY(std::abs(static_cast<double>(counts[k][0]) - 0.8 * sizes[k]) < 1);
        }
    }

    void exactRatio_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("train");
        QTest::addColumn<int>("validation");
        QTest::newRow("even") << 1000 << 800 << 100;
        QTest::newRow("one over") << 1001 << 801 << 100;
        QTest::newRow("many") << 300'007 << 240'005 << 30'001; // 240,005.6 : 30,000.7 : 30,000.7
    }
    void exactRatio() {
        QFETCH(int, rows);
        QFETCH(int, train);
        QFETCH(int, validation);
        const SplitUnits units = unitsOf({rows});
        SplitConfig config;
        config.kind = "random";
        JobContext job;
        const auto assignment = assignUnits(config, units, job);
        VERIFY_OK(assignment);
        const std::vector<std::int64_t> expected{train, validation, rows - train - validation};
        QCOMPARE(sizesOf(units, *assignment), expected);
    }

    void groupsKeepTheRatio() {
        // Zipf-like groups: the parts miss the ratio by no more than the single rows can repair.
        std::vector<int> sizes;
        for (int i = 1; i <= 400; ++i)
            sizes.push_back(std::max(1, 300 / i));
        const SplitUnits units = groupsOf(sizes);
        SplitConfig config;
        config.kind = "grouped";
        JobContext job;
        const auto assignment = assignUnits(config, units, job);
        VERIFY_OK(assignment);
        const auto counts = sizesOf(units, *assignment);
        const auto total = static_cast<double>(units.rows());
        QVERIFY(std::abs(static_cast<double>(counts[0]) - 0.8 * total) <= 1);
        QVERIFY(std::abs(static_cast<double>(counts[1]) - 0.1 * total) <= 1);
        verifyWholeGroups(units, *assignment);
    }

    void stratifiedGroups() {
        // 300 groups of 1 … 6 rows of one or two of three classes: every class within a group's size of its share.
        SplitUnits units;
        units.strata = {"a", "b", "c"};
        Rng rng(3);
        std::vector<double> total(3, 0);
        for (std::uint32_t group = 0; group < 300; ++group) {
            units.groupOrder.push_back(mixed(group));
            const auto size = 1 + rng.below(6);
            for (std::uint64_t i = 0; i < size; ++i) {
                units.ids.push_back(static_cast<std::uint32_t>(units.ids.size()));
                units.group.push_back(group);
                units.stratum.push_back(static_cast<std::uint32_t>((group + i / 4) % 3));
                total[units.stratum.back()] += 1;
            }
        }
        SplitConfig config;
        config.kind = "grouped";
        JobContext job;
        const auto assignment = assignUnits(config, units, job);
        VERIFY_OK(assignment);
        verifyWholeGroups(units, *assignment);
        const Table counts = countsOf(units, *assignment);
        for (std::size_t k = 0; k < 3; ++k)
            for (std::size_t part = 0; part < 3; ++part)
                QVERIFY(std::abs(static_cast<double>(counts[k][part]) - total[k] * (part == 0 ? 0.8 : 0.1)) <= 6);
    }

    void lastRows() {
        // Users 0: times 1 2 3 4; 1: one row; 2: two rows at one time (the larger hash counts as later).
        SplitUnits units;
        units.user = {0, 0, 0, 0, 1, 2, 2};
        units.time = {3, 1, 4, 2, 9, 5, 5};
        units.order = {0, 0, 0, 0, 0, 7, 3};
        units.ids = {0, 1, 2, 3, 4, 5, 6};
        units.users = 3;
        SplitConfig config;
        config.kind = "last";
        JobContext job;
        const auto parts = [&](const SplitConfig& wanted, std::size_t split = 0) {
            const auto assignment = assignUnits(wanted, units, job);
            std::vector<int> list;
            for (std::size_t row = 0; assignment.ok() && row < units.rows(); ++row)
                list.push_back(assignment->partOf(split, row));
            return list;
        };
        QCOMPARE(parts(config), (std::vector<int>{1, 0, 2, 0, 0, 2, 0}));
        config.ratio = {1, 0, 1}; // no validation
        QCOMPARE(parts(config), (std::vector<int>{0, 0, 2, 0, 0, 2, 0}));
        config.last = 2;
        QCOMPARE(parts(config), (std::vector<int>{2, 0, 2, 0, 0, 2, 0})); // a user's first row stays in training
        config.last = 1;
        config.folds = 2;
        config.foldValidation = false;
        QCOMPARE(parts(config, 1), (std::vector<int>{0, 0, 2, 0, 0, 2, 0}));   // the last fold tests the last rows
        QCOMPARE(parts(config, 0), (std::vector<int>{2, 0, -1, 0, 0, -1, 0})); // the one before: what was last then
    }

    void equalTimesStayTogether() {
        SplitUnits units = unitsOf({100});
        for (int row = 0; row < 100; ++row)
            units.time.push_back(row < 70 ? row : row < 88 ? 70 : row); // 18 rows at one time round the 80th
        SplitConfig config;
        config.kind = "time";
        JobContext job;
        const auto assignment = assignUnits(config, units, job);
        VERIFY_OK(assignment);
        QCOMPARE(sizesOf(units, *assignment), (std::vector<std::int64_t>{88, 2, 10}));
        units.time.assign(100, 5);
        VERIFY_ERROR(assignUnits(config, units, job), ErrorCode::TooFewRows);
        config.cuts = {3};
        VERIFY_ERROR(assignUnits(config, units, job), ErrorCode::TooFewRows); // nothing before the date
    }

    void tooFew() {
        JobContext job;
        VERIFY_ERROR(assignUnits(folds("grouped", 4), groupsOf({5, 5, 5}), job), ErrorCode::TooFewRows);
        VERIFY_ERROR(assignUnits(folds("random", 5), unitsOf({4}), job), ErrorCode::TooFewRows);
        SplitConfig config;
        config.kind = "grouped";
        const auto two = assignUnits(config, groupsOf({6, 6}), job);
        VERIFY_ERROR(two, ErrorCode::TooFewRows);
        QVERIFY2(two.error().detail.starts_with("12 rows in 2 groups leave nothing for "), two.error().detail.c_str());
    }

    /// Against sorting it all: random sizes, hashes that repeat, many strata.
    void cutsLikeASort() {
        Rng rng(11);
        for (int round = 0; round < 40; ++round) {
            const std::uint32_t strata = 1 + static_cast<std::uint32_t>(rng.below(5));
            std::vector<CutThing> things(rng.below(3000));
            Quotas quotas(strata, std::vector<std::int64_t>(4, 0));
            for (std::size_t i = 0; i < things.size(); ++i) {
                const std::uint64_t hash = round % 3 == 0 ? rng.below(5) : rng.next();
                things[i] = {i, hash, static_cast<std::uint32_t>(rng.below(strata))};
                ++quotas[things[i].stratum][rng.below(4)];
            }
            std::vector<int> bucket(things.size(), -1);
            JobContext job;
            const EachThing each = [&things](const std::function<void(const CutThing&)>& use) -> Status {
                std::for_each(things.begin(), things.end(), use);
                return {};
            };
            VERIFY_OK(cutByHash(
                quotas, each, [&](std::size_t i, std::size_t to) { bucket[i] = static_cast<int>(to); }, job));
            std::stable_sort(things.begin(), things.end(),
                             [](const CutThing& a, const CutThing& b) { return a.hash < b.hash; });
            for (std::uint32_t stratum = 0; stratum < strata; ++stratum) {
                std::vector<int> expected;
                for (int b = 0; b < 4; ++b)
                    expected.insert(expected.end(),
                                    static_cast<std::size_t>(quotas[stratum][static_cast<std::size_t>(b)]), b);
                std::vector<int> found;
                for (const CutThing& thing : things)
                    if (thing.stratum == stratum)
                        found.push_back(bucket[thing.index]);
                QCOMPARE(found, expected);
            }
        }
    }

    void ranksLikeASort() {
        Rng rng(12);
        for (int round = 0; round < 12; ++round) {
            std::vector<std::int64_t> values(1 + rng.below(200'000));
            for (std::int64_t& value : values)
                value = round % 3 == 0 ? static_cast<std::int64_t>(rng.below(50))
                        : round % 3 == 1
                            ? static_cast<std::int64_t>(rng.next())
                            : static_cast<std::int64_t>(rng.below(1000)) + (rng.below(9) == 0 ? 4'000'000'000 : 0);
            const auto count = static_cast<std::int64_t>(values.size());
            const std::vector<std::int64_t> ranks{count / 3, count / 2, count * 9 / 10};
            JobContext job;
            const auto cuts = cutsByRank(values, ranks, job);
            VERIFY_OK(cuts);
            std::sort(values.begin(), values.end());
            for (std::size_t i = 0; i < ranks.size(); ++i) {
                const auto before = std::lower_bound(values.begin(), values.end(), (*cuts)[i]) - values.begin();
                const std::int64_t at = values[static_cast<std::size_t>(ranks[i])];
                const auto [low, high] = std::equal_range(values.begin(), values.end(), at);
                const std::int64_t less = low - values.begin(), notMore = high - values.begin();
                const bool down = less > 0 && (notMore == count || ranks[i] - less <= notMore - ranks[i]);
                QCOMPARE(static_cast<std::int64_t>(before), ranks[i] == 0 || down ? less : notMore);
            }
        }
    }

    void mergesDuplicates() {
        // Rows 0 1 2 3 4 5 in groups A A B C – –; duplicates: 1 = 2, 3 = 4. Then A and B are one group, C has row 4
        // too.
        SplitUnits units;
        units.ids = {0, 1, 2, 3, 4, 5};
        GroupBuilder builder(units, 77);
        for (const std::uint64_t key : {11U, 11U, 22U, 33U})
            builder.add(key);
        builder.addLoose();
        builder.addLoose();
        KeyedRows duplicates(6);
        duplicates.add(500, 1);
        duplicates.add(500, 2);
        duplicates.add(600, 3);
        duplicates.add(600, 4);
        duplicates.add(700, 5); // alone
        JobContext job;
        VERIFY_OK(builder.merge(duplicates, job));
        QCOMPARE(units.group[0], units.group[2]);
        QCOMPARE(units.group[3], units.group[4]);
        QVERIFY(units.group[0] != units.group[3]);
        QCOMPARE(units.group[5], SplitUnits::kNoGroup);
        QCOMPARE(units.groupOrder.size(), std::size_t{2});
        HashNumbering numbers;
        for (std::uint64_t i = 0; i < 5000; ++i)
            QCOMPARE(numbers.numberOf(i * 0x10000), static_cast<std::uint32_t>(i));
        QCOMPARE(numbers.numberOf(0x10000), 1U);
    }

    void cancels() {
        const SplitUnits units = groupsOf({30, 20, 10, 5, 1, 1, 1});
        for (const char* kind : {"random", "grouped", "time"}) {
            SplitUnits own = units;
            own.time.assign(units.rows(), 0);
            std::iota(own.time.begin(), own.time.end(), 0);
            if (std::string_view(kind) != "grouped")
                own.group.clear();
            SplitConfig config;
            config.kind = kind;
            JobContext job;
            job.cancel();
            VERIFY_ERROR(assignUnits(config, own, job), ErrorCode::Cancelled);
        }
    }

private:
    static void verifyWholeGroups(const SplitUnits& units, const Assignment& assignment) {
        std::vector<std::set<int>> seen(units.groupOrder.size());
        for (std::size_t row = 0; row < units.rows(); ++row)
            seen[units.group[row]].insert(assignment.bucket[row]);
        for (const auto& buckets : seen)
            QCOMPARE(buckets.size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(TestSplitAssign)
#include "tst_split_assign.moc"
