// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/browse/row_order.h"

#include "core/base/noop.h"

#include <algorithm>
#include <limits>

namespace core::store {
namespace {

constexpr std::int64_t kReportEvery = 16'384;
constexpr std::int64_t kLargestSmallKey = std::numeric_limits<std::uint32_t>::max();

Result<std::vector<std::int64_t>> walk(Database& database, const TableSpec& spec, std::int64_t from, std::int64_t skip,
                                       std::int64_t count) {
    TL_TRY(Statement rows, database.prepare(std::string("SELECT ") + spec.key + " FROM " + spec.from + " WHERE " +
                                            spec.fromKey + " ORDER BY " + spec.keyOrder + " LIMIT ?2 OFFSET ?3"));
    rows.bind(1, from);
    rows.bind(2, count);
    rows.bind(3, skip);
    std::vector<std::int64_t> keys;
    for (;;) {
        TL_TRY(const bool row, rows.step());
        if (!row)
            return keys;
        keys.push_back(rows.integer(0));
    }
}

/// Every kStep-th key, and how many there are.
Status readAnchors(Database& database, const TableSpec& spec, RowOrder::Stored& stored, std::int64_t expected,
                   JobContext& job) {
    job.begin(TL_NOOP("Job", "Numbering rows"), expected, "rows");
    TL_TRY(Statement rest, database.prepare(std::string("SELECT count(*) FROM (SELECT 1 FROM ") + spec.from +
                                            " WHERE " + spec.fromKey + " LIMIT ?2)"));
    std::int64_t anchor = stored.first;
    for (;;) {
        TL_CHECK_STATUS(job.check());
        stored.anchors.push_back(anchor);
        TL_TRY(const auto next, walk(database, spec, anchor, RowOrder::kStep, 1));
        if (next.empty())
            break;
        anchor = next.front();
        stored.total += RowOrder::kStep;
        job.report(stored.total);
    }
    rest.bind(1, anchor);
    rest.bind(2, RowOrder::kStep);
    TL_TRY(const bool row, rest.step());
    stored.total += row ? rest.integer(0) : 0;
    return {};
}

} // namespace

std::int64_t RowOrder::total() const {
    if (const auto* const stored = std::get_if<Stored>(&m_rows))
        return stored->total;
    return std::visit(
        [](const auto& rows) -> std::int64_t {
            if constexpr (requires { rows.size(); })
                return static_cast<std::int64_t>(rows.size());
            else
                return 0;
        },
        m_rows);
}

std::size_t RowOrder::memory() const {
    if (const auto* const stored = std::get_if<Stored>(&m_rows))
        return stored->anchors.capacity() * sizeof(std::int64_t);
    return std::visit(
        [](const auto& rows) -> std::size_t {
            if constexpr (requires { rows.size(); })
                return rows.capacity() * sizeof(rows[0]);
            else
                return 0;
        },
        m_rows);
}

Result<std::vector<std::int64_t>> RowOrder::keys(Database& database, const TableSpec& spec, std::int64_t first,
                                                 std::int64_t count) const {
    if (const auto* const stored = std::get_if<Stored>(&m_rows); stored != nullptr && !stored->anchors.empty())
        return walk(database, spec, stored->anchors[static_cast<std::size_t>(first / kStep)], first % kStep, count);
    std::vector<std::int64_t> keys;
    keys.reserve(static_cast<std::size_t>(count));
    for (std::int64_t i = first; i < first + count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (const auto* const stored = std::get_if<Stored>(&m_rows))
            keys.push_back(stored->first + i);
        else if (const auto* const small = std::get_if<Small>(&m_rows))
            keys.push_back((*small)[at]);
        else if (const auto* const packed = std::get_if<Packed>(&m_rows))
            keys.push_back(static_cast<std::int64_t>((*packed)[at] & 0xFFFFFFFFU));
        else
            keys.push_back(std::get<Large>(m_rows)[at]);
    }
    return keys;
}

Result<RowOrderPtr> storedOrder(Database& database, const TableSpec& spec, JobContext& job) {
    RowOrder::Stored stored;
    job.begin(TL_NOOP("Job", "Counting rows"), 0, "rows");
    TL_TRY(const std::int64_t total, database.queryInteger(std::string("SELECT count(*) FROM ") + spec.from));
    if (total > 0) {
        TL_TRY(stored.first, database.queryInteger(std::string("SELECT ") + spec.key + " FROM " + spec.from +
                                                   " ORDER BY " + spec.keyOrder + " LIMIT 1"));
        TL_TRY(const std::int64_t last,
               database.queryInteger(std::string("SELECT ") + spec.key + " FROM " + spec.from + " ORDER BY " +
                                     (spec.plain ? std::string(spec.keyOrder) + " DESC LIMIT 1"
                                                 : std::string(spec.keyOrder) + " LIMIT 1")));
        if (spec.plain && last - stored.first + 1 == total)
            stored.total = total;
        else
            TL_CHECK_STATUS(readAnchors(database, spec, stored, total, job));
    }
    return std::make_shared<const RowOrder>(std::move(stored));
}

Result<RowOrderPtr> queriedOrder(Database& database, const TableSpec& spec, const Condition& condition,
                                 const std::vector<BrowseSort>& sort, JobContext& job) {
    job.begin(sort.empty() ? TL_NOOP("Job", "Filtering rows") : TL_NOOP("Job", "Sorting rows"), 0, "rows");
    TL_TRY(Statement rows, database.prepare(keysSql(spec, condition, sort)));
    condition.bind(rows);
    RowOrder::Small small;
    RowOrder::Large large; // from the first key on that is no small one
    for (std::int64_t count = 1;; ++count) {
        TL_TRY(const bool row, rows.step());
        if (!row)
            break;
        const std::int64_t key = rows.integer(0);
        if (large.empty() && key >= 0 && key <= kLargestSmallKey) {
            small.push_back(static_cast<std::uint32_t>(key));
        } else {
            if (large.empty()) {
                large.assign(small.begin(), small.end());
                RowOrder::Small().swap(small);
            }
            large.push_back(key);
        }
        if (count % kReportEvery == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(count);
        }
    }
    small.shrink_to_fit();
    large.shrink_to_fit();
    if (large.empty())
        return std::make_shared<const RowOrder>(std::move(small));
    return std::make_shared<const RowOrder>(std::move(large));
}

} // namespace core::store
