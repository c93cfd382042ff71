// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/stats/robust.h"
#include "core/store/database.h"
#include "core/store/entity_sql.h"
#include "core/store/insight/insight.h"
#include "core/store/viewer_copy.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace core::store {
namespace {

using stats::kBucketCount;

constexpr std::array kNumbers{"price", "title_length", "description_length", "age_days"};
constexpr const char* kNumberSql = "coalesce(i.price, tl_mean_price(i.id, 1)), nullif(length(i.title), 0), "
                                   "nullif(length(i.description), 0)";

/// Columns of items whose values may separate the buckets: not those that name single items, and of the levels of a
/// category the first two.
std::vector<std::string> profiledColumns(const std::vector<std::string>& entities) {
    std::vector<std::string> columns;
    for (const std::string& entity : entities) {
        const bool level = entity.rfind("category:", 0) == 0;
        if (entity == "category" || entity == "brand" || entity == "price_band" || entity.rfind("attribute:", 0) == 0 ||
            (level && entity.back() <= '2'))
            columns.push_back(entity);
    }
    return columns;
}

/// A column while the items are read.
struct Column {
    std::string name;
    std::unordered_map<std::string, std::size_t> places;
    std::vector<std::string> values;
    std::vector<stats::BucketCounts> counts, support;
    stats::BucketCounts missing{};

    void add(const Statement& row, int at, std::size_t bucket, std::int64_t amount) {
        if (row.isNull(at)) {
            ++missing[bucket];
            return;
        }
        const auto [found, fresh] = places.try_emplace(std::string(row.text(at)), values.size());
        if (fresh) {
            values.emplace_back(row.text(at));
            counts.emplace_back();
            support.emplace_back();
        }
        ++counts[found->second][bucket];
        support[found->second][bucket] += amount;
    }
    BucketColumn finish() {
        BucketColumn column;
        column.name = name;
        column.association = stats::associationOf(counts);
        column.missing = missing;
        std::vector<std::size_t> order(values.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto all = [this](std::size_t i) {
            return std::accumulate(counts[i].begin(), counts[i].end(), std::int64_t{0});
        };
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return all(a) != all(b) ? all(a) > all(b) : values[a] < values[b];
        });
        for (const std::size_t i : order) {
            column.values.push_back(std::move(values[i]));
            column.counts.push_back(counts[i]);
            column.support.push_back(support[i]);
        }
        return column;
    }
};

/// First event of every item, in seconds since 1970, and the last of all.
struct FirstEvents {
    std::vector<std::int64_t> byItem;
    std::int64_t last = 0;
    static constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::max();
};

Status readFirstEvents(Database& database, JobContext& job, FirstEvents& first) {
    TL_TRY(Statement events, database.prepare("SELECT item_id, time FROM event WHERE time IS NOT NULL"));
    for (std::int64_t n = 0;; ++n) {
        TL_TRY(const bool row, events.step());
        if (!row)
            return job.check();
        if (n % 16'384 == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(n);
        }
        const auto id = static_cast<std::size_t>(std::max<std::int64_t>(0, events.integer(0)));
        if (id >= first.byItem.size())
            first.byItem.resize(std::max(id + 1, first.byItem.size() * 2), FirstEvents::kNone);
        first.byItem[id] = std::min(first.byItem[id], events.integer(1));
        first.last = n == 0 ? events.integer(1) : std::max(first.last, events.integer(1));
    }
}

Status readItems(Database& database, const stats::SupportTable& table, const std::vector<stats::Bucket>& buckets,
                 const std::vector<std::string>& names, JobContext& job, BucketProfile& profile) {
    database.setCancelProbe([&job] { return job.cancelled(); });
    FirstEvents first;
    TL_CHECK_STATUS(readFirstEvents(database, job, first));
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < table.names.size(); ++i)
        places.emplace(table.names[i], i);
    std::vector<Column> columns(names.size());
    std::string sql = std::string("SELECT i.key, i.id, ") + kNumberSql;
    for (std::size_t c = 0; c < names.size(); ++c) {
        columns[c].name = names[c];
        sql += ", " + itemColumn(names[c]);
    }
    std::array<std::array<std::vector<double>, kBucketCount>, kNumbers.size()> numbers;
    TL_TRY(Statement rows, database.prepare(sql + " FROM item i"));
    constexpr int kFirstNumber = 2, kFirstColumn = 5;
    for (std::size_t n = 0;; ++n) {
        TL_TRY(const bool row, rows.step());
        if (!row)
            break;
        if (n % 4096 == 0)
            TL_CHECK_STATUS(job.check());
        const auto found = places.find(rows.text(0));
        if (found == places.end())
            continue;
        const auto bucket = static_cast<std::size_t>(buckets[found->second]);
        ++profile.items[bucket];
        for (int c = 0; c < static_cast<int>(columns.size()); ++c)
            columns[static_cast<std::size_t>(c)].add(rows, kFirstColumn + c, bucket, table.counts[found->second]);
        for (int number = 0; number < kFirstColumn - kFirstNumber; ++number)
            if (!rows.isNull(kFirstNumber + number))
                numbers[static_cast<std::size_t>(number)][bucket].push_back(rows.real(kFirstNumber + number));
        const auto id = static_cast<std::size_t>(std::max<std::int64_t>(0, rows.integer(1)));
        if (id < first.byItem.size() && first.byItem[id] != FirstEvents::kNone)
            numbers.back()[bucket].push_back(static_cast<double>(first.last - first.byItem[id]) / 86'400.0);
    }
    for (Column& column : columns)
        if (!column.values.empty())
            profile.columns.push_back(column.finish());
    std::stable_sort(profile.columns.begin(), profile.columns.end(), [](const BucketColumn& a, const BucketColumn& b) {
        return a.association.explained > b.association.explained;
    });
    for (std::size_t i = 0; i < kNumbers.size(); ++i) {
        BucketNumber number{kNumbers[i], {}};
        bool any = false;
        for (std::size_t b = 0; b < kBucketCount; ++b) {
            std::vector<double>& values = numbers[i][b];
            std::sort(values.begin(), values.end());
            number.buckets[b] = {static_cast<std::int64_t>(values.size()), stats::quantile(values, 0.25),
                                 stats::quantile(values, 0.5), stats::quantile(values, 0.75)};
            any = any || !values.empty();
        }
        if (any)
            profile.numbers.push_back(number);
    }
    return job.check();
}

} // namespace

Result<BucketProfile> bucketProfile(const Project& project, const stats::SupportTable& table,
                                    const stats::BucketBorders& borders, JobContext& job) {
    TL_CHECK_STATUS(notInViewer(project, "rows of items"));
    if (table.entity != "item")
        return Error(ErrorCode::NoData, "what separates the buckets is known of items; choose the entity “item”");
    TL_TRY(const auto entities, entitiesOf(project, job));
    const std::vector<std::string> names = profiledColumns(entities);
    job.begin(TL_NOOP("Job", "Looking for what separates the buckets"), 0, "rows");
    BucketProfile profile;
    const auto buckets = bucketsByPlace(table.names.size(), borders);
    TL_CHECK_STATUS(
        project.read([&](Database& database) { return readItems(database, table, buckets, names, job, profile); }));
    return profile;
}

} // namespace core::store
