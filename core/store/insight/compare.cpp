// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/insight/compare.h"

#include "core/store/database.h"
#include "core/store/entity_sql.h"
#include "core/store/split_store.h"
#include "core/store/viewer_copy.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>

namespace core::store {
namespace {

/// A table with other counts, sorted anew.
stats::SupportTablePtr arranged(const stats::SupportTable& from, const std::vector<std::int64_t>& counts,
                                const std::vector<std::size_t>& kept) {
    auto table = std::make_shared<stats::SupportTable>();
    table->entity = from.entity;
    table->measure = from.measure;
    std::vector<std::size_t> order = kept;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : from.names[a] < from.names[b];
    });
    for (const std::size_t i : order) {
        table->names.push_back(from.names[i]);
        table->counts.push_back(counts[i]);
        if (i < from.details.size())
            table->details.push_back(from.details[i]);
    }
    return table;
}

std::vector<std::size_t> everyPlace(std::size_t count) {
    std::vector<std::size_t> places(count);
    std::iota(places.begin(), places.end(), std::size_t{0});
    return places;
}

/// Mean ranks of values, the largest first.
std::vector<double> ranksOf(const std::vector<std::int64_t>& values) {
    std::vector<std::size_t> order = everyPlace(values.size());
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i + 1;
        while (end < order.size() && values[order[end]] == values[order[i]])
            ++end;
        for (std::size_t k = i; k < end; ++k)
            ranks[order[k]] = (static_cast<double>(i) + static_cast<double>(end) - 1) / 2;
        i = end;
    }
    return ranks;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    const auto n = static_cast<double>(a.size());
    if (a.size() < 2)
        return std::numeric_limits<double>::quiet_NaN();
    const double meanA = std::accumulate(a.begin(), a.end(), 0.0) / n,
                 meanB = std::accumulate(b.begin(), b.end(), 0.0) / n;
    double both = 0, squareA = 0, squareB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - meanA) * (b[i] - meanB);
        squareA += (a[i] - meanA) * (a[i] - meanA);
        squareB += (b[i] - meanB) * (b[i] - meanB);
    }
    return squareA > 0 && squareB > 0 ? both / std::sqrt(squareA * squareB) : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

stats::SupportTablePtr supportBetween(const stats::SupportTable& table, const stats::Activity& activity,
                                      std::int64_t firstDay, std::int64_t lastDay) {
    std::vector<std::int64_t> counts(table.names.size());
    const auto within = [&](std::uint32_t day) {
        return activity.firstDay + day >= firstDay && activity.firstDay + day <= lastDay;
    };
    if (!activity.amounts.empty()) {
        std::vector<double> sums(table.names.size());
        for (const stats::Activity::Amount& one : activity.amounts)
            if (within(one.day))
                sums[one.entity] += one.amount;
        std::transform(sums.begin(), sums.end(), counts.begin(),
                       [](double sum) { return std::llround(std::clamp(sum, 0.0, 1e15)); });
        return arranged(table, counts, everyPlace(counts.size()));
    }
    for (const stats::DayCell& cell : activity.cells)
        if (within(cell.day))
            counts[cell.entity] += cell.events;
    return arranged(table, counts, everyPlace(counts.size()));
}

stats::SupportTablePtr supportOfNames(const stats::SupportTable& table, const std::set<std::string>& names,
                                      bool others) {
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < table.names.size(); ++i)
        if (names.contains(table.names[i]) != others)
            kept.push_back(i);
    return arranged(table, table.counts, kept);
}

Result<stats::SupportTablePtr> supportOfPart(const Project& project, const std::string& entity, SplitId split,
                                             data::Part part, JobContext& job) {
    TL_CHECK_STATUS(notInViewer(project, "rows of splits"));
    const std::string column = itemColumn(entity);
    if (column.empty() || entity == "item")
        return Error(ErrorCode::UnknownChoice, "label, category, category:N, brand, price_band, attribute:NAME")
            .at("entity", entity);
    TL_TRY(const SplitInfo info, splitInfo(project, split));
    if (!info.ofItems())
        return Error(ErrorCode::NoData, "“" + info.name + "” divides events; choose a split of items");
    auto table = std::make_shared<stats::SupportTable>();
    table->entity = entity;
    table->measure = "items";
    table->splitName = info.name;
    TL_CHECK_STATUS(project.read([&](Database& database) -> Status {
        database.setCancelProbe([&job] { return job.cancelled(); });
        TL_TRY(Statement rows, database.prepare("SELECT " + column +
                                                ", sum(r.part = ?2) FROM split_row r JOIN item i ON i.id = "
                                                "r.item_id WHERE r.split_id = ?1 AND " +
                                                column + " IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"));
        rows.bind(1, raw(split));
        rows.bind(2, static_cast<std::int64_t>(part));
        for (;;) {
            TL_TRY(const bool row, rows.step());
            if (!row)
                return job.check();
            table->names.emplace_back(rows.text(0));
            table->counts.push_back(rows.integer(1));
        }
    }));
    return stats::SupportTablePtr(table);
}

Likeness likenessOf(const stats::SupportTable& left, const stats::SupportTable& right) {
    std::unordered_map<std::string_view, std::size_t> places;
    Likeness likeness;
    const auto place = [&](const std::string& name) -> Pairing& {
        const auto [found, fresh] = places.try_emplace(name, likeness.pairs.size());
        if (fresh)
            likeness.pairs.push_back({name, 0, 0});
        return likeness.pairs[found->second];
    };
    likeness.pairs.reserve(left.names.size() + right.names.size()); // the names in it must stay where they are
    for (std::size_t i = 0; i < left.names.size() && left.counts[i] > 0; ++i)
        place(left.names[i]).left = left.counts[i];
    for (std::size_t i = 0; i < right.names.size() && right.counts[i] > 0; ++i)
        place(right.names[i]).right = right.counts[i];
    double totalLeft = 0, totalRight = 0;
    std::vector<std::int64_t> lefts, rights;
    for (const Pairing& pair : likeness.pairs) {
        likeness.both += pair.left > 0 && pair.right > 0;
        likeness.onlyLeft += pair.right == 0;
        likeness.onlyRight += pair.left == 0;
        totalLeft += static_cast<double>(pair.left);
        totalRight += static_cast<double>(pair.right);
        lefts.push_back(pair.left);
        rights.push_back(pair.right);
    }
    likeness.spearman = likeness.both > 0 ? correlation(ranksOf(lefts), ranksOf(rights))
                                          : std::numeric_limits<double>::quiet_NaN(); // nothing to correlate
    if (totalLeft <= 0 || totalRight <= 0)
        likeness.jensenShannon = std::numeric_limits<double>::quiet_NaN();
    else
        for (const Pairing& pair : likeness.pairs) {
            const double p = static_cast<double>(pair.left) / totalLeft,
                         q = static_cast<double>(pair.right) / totalRight, middle = (p + q) / 2;
            if (p > 0)
                likeness.jensenShannon += 0.5 * p * std::log(p / middle);
            if (q > 0)
                likeness.jensenShannon += 0.5 * q * std::log(q / middle);
        }
    std::stable_sort(likeness.pairs.begin(), likeness.pairs.end(),
                     [](const Pairing& a, const Pairing& b) { return a.left + a.right > b.left + b.right; });
    return likeness;
}

} // namespace core::store
