// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/entity_table.h"

#include "core/store/database.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <limits>
#include <optional>
#include <unordered_map>

namespace core::store {
namespace {

constexpr std::size_t kRowsPerQuestion = 4096;
constexpr std::int64_t kMostIds = std::int64_t{1} << 32;

/// `from` < id ≤ `to`.
struct IdRange {
    std::int64_t from, to;
};

/// Calls use() for every row, hearing a cancel.
template <class Use> Status eachRow(Statement& rows, JobContext& job, Use use) {
    for (std::size_t n = 0;; ++n) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            return {};
        if (n % kRowsPerQuestion == 0)
            TL_CHECK_STATUS(job.check());
        use();
    }
}

/// Amounts by id, from 1 to `last`. Whole numbers are exact up to 2^53. Ranges that do not overlap may be read at the
/// same time.
class Sums {
public:
    explicit Sums(std::int64_t last) : m_sums(static_cast<std::size_t>(last) + 1, kNone) {}

    Status read(Database& database, const std::string& sql, IdRange range, JobContext& job) {
        TL_TRY(Statement rows, database.prepare(sql + " AND e.id > ?1 AND e.id <= ?2"));
        rows.bind(1, range.from);
        rows.bind(2, range.to);
        return eachRow(rows, job, [&] {
            double& sum = m_sums[static_cast<std::size_t>(rows.integer(0))];
            sum = (std::isnan(sum) ? 0.0 : sum) + rows.real(1);
        });
    }
    std::optional<double> of(std::int64_t id) const {
        const auto place = static_cast<std::size_t>(id);
        if (id < 0 || place >= m_sums.size() || std::isnan(m_sums[place]))
            return {};
        return m_sums[place];
    }
    const std::vector<double>& all() const { return m_sums; } ///< NaN where there is none

private:
    static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> m_sums;
};

std::int64_t countOf(double amount, bool rounded) {
    constexpr double kMost = 9e18; // what is above it is refused afterwards (countable() in entity_store.cpp)
    const double limited = std::min(amount, kMost);
    return rounded ? std::llround(std::max(limited, 0.0)) : static_cast<std::int64_t>(limited);
}

/// Largest first. Most supports are small: those are counted, not sorted.
void sortDescending(std::vector<std::int64_t>& counts) {
    constexpr std::int64_t kSmall = 1 << 16;
    std::vector<std::size_t> times(kSmall);
    std::vector<std::int64_t> large;
    for (const std::int64_t count : counts)
        if (count < kSmall)
            ++times[static_cast<std::size_t>(std::max<std::int64_t>(count, 0))];
        else
            large.push_back(count);
    std::sort(large.begin(), large.end(), std::greater<>());
    auto at = std::copy(large.begin(), large.end(), counts.begin());
    for (std::int64_t count = kSmall; count-- > 0;)
        at = std::fill_n(at, times[static_cast<std::size_t>(count)], count);
}

/// The first sixteen bytes of a name as two numbers that compare as the bytes do: nearly every comparison ends there,
/// without a look at the name itself.
struct SortKey {
    std::int64_t count;
    std::uint64_t first, second;
    std::uint32_t row;
};

std::uint64_t bigEndian(std::string_view bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i)
        number = number << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
    return number;
}

/// Rows from the largest count on, ties by name. Two threads sort half of them each where there are many.
std::vector<std::uint32_t> sortedRows(const std::vector<std::int64_t>& counts, const std::vector<std::string>& names) {
    std::vector<SortKey> keys(counts.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::string_view name = names[i];
        keys[i] = {counts[i], bigEndian(name), name.size() > 8 ? bigEndian(name.substr(8)) : 0,
                   static_cast<std::uint32_t>(i)};
    }
    const auto before = [&names](const SortKey& a, const SortKey& b) {
        if (a.count != b.count)
            return a.count > b.count;
        if (a.first != b.first)
            return a.first < b.first;
        return a.second != b.second ? a.second < b.second : names[a.row] < names[b.row];
    };
    constexpr std::size_t kMany = 100'000;
    const auto middle = keys.begin() + static_cast<std::ptrdiff_t>(keys.size() / 2);
    if (keys.size() < kMany) {
        std::stable_sort(keys.begin(), keys.end(), before);
    } else {
        auto half = std::async(std::launch::async, [&] { std::stable_sort(keys.begin(), middle, before); });
        std::stable_sort(middle, keys.end(), before);
        half.get();
        std::inplace_merge(keys.begin(), middle, keys.end(), before);
    }
    std::vector<std::uint32_t> rows(keys.size());
    std::transform(keys.begin(), keys.end(), rows.begin(), [](const SortKey& key) { return key.row; });
    return rows;
}

/// Entities by name as they are read.
struct Names {
    std::vector<std::int64_t> ids;
    std::vector<bool> described; ///< by a catalogue: counts even where no event names it, as the cold end of the tail
    std::vector<std::string> names, details; ///< details: empty, or as long as names
};

std::string tableOf(const std::string& entity) {
    return itemColumn(entity).empty() ? entity : "item";
}

Status readNames(Database& database, const std::string& entity, IdRange range, JobContext& job, Names& names) {
    const std::string column = itemColumn(entity);
    const bool items = entity == "item";
    const std::string own = entity == "user" ? "i.key" : "i.text";
    const std::string what =
        column.empty() ? "i.id, 0, " + own : "i.id, i.source_id IS NOT NULL, " + column + (items ? ", i.title" : "");
    TL_TRY(Statement rows,
           database.prepare("SELECT " + what + " FROM " + tableOf(entity) + " i WHERE i.id > ?1 AND i.id <= ?2"));
    rows.bind(1, range.from);
    rows.bind(2, range.to);
    return eachRow(rows, job, [&] {
        if (rows.isNull(2))
            return;
        names.ids.push_back(rows.integer(0));
        names.described.push_back(rows.integer(1) != 0);
        names.names.emplace_back(rows.text(2));
        if (!items)
            return;
        const std::string_view title = rows.text(3);
        if (!title.empty() || !names.details.empty()) {
            names.details.resize(names.names.size() - 1); // the first title of all: those before had none
            names.details.emplace_back(title);
        }
    });
}

/// The entities of a table; those that one name unites are added up.
class Gathered {
public:
    explicit Gathered(bool grouped) : m_grouped(grouped) {}

    void take(Names&& part, const Sums& sums) {
        const bool inPlace = m_names.empty() && !m_grouped;
        if (inPlace) {
            m_names.swap(part.names);
            m_details.swap(part.details);
        }
        std::size_t kept = inPlace ? 0 : m_names.size();
        for (std::size_t i = 0; i < part.ids.size(); ++i) {
            const auto amount = sums.of(part.ids[i]);
            if (!amount && !part.described[i])
                continue;
            std::string& name = inPlace ? m_names[i] : part.names[i];
            if (m_grouped) {
                const auto [found, fresh] = m_places.try_emplace(name, kept);
                if (!fresh) {
                    m_amounts[found->second] += amount.value_or(0);
                    continue;
                }
            }
            put(kept++, name, inPlace ? detailOf(m_details, i) : detailOf(part.details, i));
            m_amounts.push_back(amount.value_or(0));
        }
        m_names.resize(kept);
        if (!m_details.empty())
            m_details.resize(kept);
    }

    /// Largest support first, ties by name.
    void finish(bool rounded, stats::SupportTable& table) {
        std::vector<std::int64_t> counts(m_amounts.size());
        std::transform(m_amounts.begin(), m_amounts.end(), counts.begin(),
                       [rounded](double amount) { return countOf(amount, rounded); });
        table.names.reserve(counts.size());
        table.counts.reserve(counts.size());
        table.details.reserve(m_details.size());
        for (const std::uint32_t row : sortedRows(counts, m_names)) {
            table.names.push_back(std::move(m_names[row]));
            table.counts.push_back(counts[row]);
            if (!m_details.empty())
                table.details.push_back(std::move(m_details[row]));
        }
    }

private:
    static std::string* detailOf(std::vector<std::string>& details, std::size_t i) {
        return i < details.size() ? &details[i] : nullptr;
    }
    void put(std::size_t place, std::string& name, std::string* detail) {
        if (place == m_names.size())
            m_names.push_back(std::move(name));
        else if (&m_names[place] != &name)
            m_names[place] = std::move(name);
        if (detail == nullptr && m_details.empty())
            return;
        if (m_details.size() <= place)
            m_details.resize(place + 1);
        if (detail == nullptr)
            m_details[place].clear();
        else if (&m_details[place] != detail)
            m_details[place] = std::move(*detail);
    }

    bool m_grouped;
    std::unordered_map<std::string, std::size_t> m_places;
    std::vector<std::string> m_names, m_details;
    std::vector<double> m_amounts;
};

/// Sums are kept by id, so ids must not be far apart: a damaged file must not ask for all memory.
Result<std::int64_t> largestId(Database& database, const std::string& table) {
    TL_TRY(const std::int64_t last, database.queryInteger("SELECT coalesce(max(id), 0) FROM " + table));
    constexpr std::int64_t kSmall = 10'000'000, kSparse = 64;
    if (last < kSmall)
        return std::max<std::int64_t>(last, 0);
    TL_TRY(const std::int64_t rows, database.queryInteger("SELECT count(*) FROM " + table));
    if (last < kMostIds && last / kSparse <= rows)
        return last;
    return Error(ErrorCode::ProjectDamaged, table + " holds the id " + std::to_string(last)).inFile(database.path());
}

/// Items that a catalogue describes, by id.
Status readDescribed(Database& database, JobContext& job, std::vector<std::int64_t>& ids) {
    TL_TRY(Statement rows, database.prepare("SELECT id FROM item WHERE source_id IS NOT NULL"));
    return eachRow(rows, job, [&] { ids.push_back(rows.integer(0)); });
}

/// The supports without the names.
void showEarly(const stats::SupportTable& asked, const Sums& sums, const std::vector<std::int64_t>& described,
               bool rounded, const EarlyTable& early) {
    auto table = std::make_shared<stats::SupportTable>(asked);
    for (const double amount : sums.all())
        if (!std::isnan(amount))
            table->counts.push_back(countOf(amount, rounded));
    for (const std::int64_t id : described)
        if (!sums.of(id))
            table->counts.push_back(0);
    sortDescending(table->counts);
    table->names.resize(table->counts.size());
    if (!table->counts.empty() && table->counts.front() > 0 && table->counts.front() < kMostSupport)
        early(std::move(table));
}

} // namespace

Status fillFromCounts(const Project& project, Database& database, const StoredSum& sum, JobContext& job,
                      stats::SupportTable& table, const EarlyTable& early) {
    TL_TRY(const std::int64_t last, largestId(database, tableOf(table.entity)));
    const bool grouped = !itemColumn(table.entity).empty() && table.entity != "item";
    const IdRange low{-1, last / 2}, high{last / 2, last};
    Sums sums(last);
    Names first, second;
    const auto sumsOf = [&](IdRange range) {
        return [&, range](Database& own) { return sums.read(own, sum.sql, range, job); };
    };
    const auto namesOf = [&](IdRange range, Names& names) {
        return [&, range](Database& own) { return readNames(own, table.entity, range, job, names); };
    };
    constexpr std::int64_t kMany = 50'000;
    const bool showFirst = early && !grouped && last >= kMany;
    const Status read = project.readTogether(3, [&](Readers& readers) -> Status {
        std::vector<std::int64_t> described;
        std::vector<std::function<Status(Database&)>> works{sumsOf(low), sumsOf(high)};
        if (showFirst && table.entity == "item")
            works.emplace_back([&](Database& own) { return readDescribed(own, job, described); });
        TL_CHECK_STATUS(readers.run(works));
        if (showFirst)
            showEarly(table, sums, described, sum.rounded, early);
        return readers.run({namesOf(low, first), namesOf(high, second)});
    });
    TL_CHECK_STATUS(read);
    Gathered rows(grouped);
    rows.take(std::move(first), sums);
    rows.take(std::move(second), sums);
    rows.finish(sum.rounded, table);
    return job.check();
}

} // namespace core::store
