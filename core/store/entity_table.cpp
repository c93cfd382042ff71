// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/entity_table.h"

#include "core/store/database.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <optional>
#include <unordered_map>

namespace core::store {
namespace {

constexpr std::size_t kRowsPerQuestion = 4096;
constexpr std::int64_t kMostIds = std::int64_t{1} << 32;

/// Amounts by id. Whole numbers are exact up to 2^53.
class Sums {
public:
    Status read(Database& database, const std::string& sql, JobContext& job) {
        TL_TRY(Statement rows, database.prepare(sql));
        for (std::size_t n = 0;; ++n) {
            TL_TRY(const bool more, rows.step());
            if (!more)
                return {};
            if (n % kRowsPerQuestion == 0)
                TL_CHECK_STATUS(job.check());
            const std::int64_t id = rows.integer(0);
            if (id < 0 || id >= kMostIds)
                return Error(ErrorCode::ProjectDamaged, "support_count names the id " + std::to_string(id))
                    .inFile(database.path());
            const auto place = static_cast<std::size_t>(id);
            if (place >= m_sums.size())
                m_sums.resize(std::max(place + 1, m_sums.size() + m_sums.size() / 2), kNone);
            m_sums[place] = (std::isnan(m_sums[place]) ? 0.0 : m_sums[place]) + rows.real(1);
        }
    }
    std::optional<double> of(std::int64_t id) const {
        const auto place = static_cast<std::size_t>(id);
        if (id < 0 || place >= m_sums.size() || std::isnan(m_sums[place]))
            return {};
        return m_sums[place];
    }

private:
    static constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> m_sums;
};

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

/// The entities of a table as they come; those that one name unites are added up.
class Rows {
public:
    Rows(stats::SupportTable& table, bool grouped) : m_table(table), m_grouped(grouped) {}

    void add(std::string&& name, std::string&& detail, bool detailed, double amount) {
        if (m_grouped) {
            const auto [found, fresh] = m_places.try_emplace(name, m_names.size());
            if (!fresh) {
                m_amounts[found->second] += amount;
                return;
            }
        }
        m_names.push_back(std::move(name));
        m_amounts.push_back(amount);
        if (detailed)
            m_details.push_back(std::move(detail));
    }

    /// Largest support first, ties by name.
    void finish(bool rounded) {
        std::vector<std::int64_t> counts(m_amounts.size());
        std::transform(m_amounts.begin(), m_amounts.end(), counts.begin(), [rounded](double amount) {
            return rounded ? std::llround(std::max(amount, 0.0)) : static_cast<std::int64_t>(amount);
        });
        for (const std::uint32_t row : sortedRows(counts, m_names)) {
            m_table.names.push_back(std::move(m_names[row]));
            m_table.counts.push_back(counts[row]);
            if (!m_details.empty())
                m_table.details.push_back(std::move(m_details[row]));
        }
    }

private:
    stats::SupportTable& m_table;
    bool m_grouped;
    std::unordered_map<std::string, std::size_t> m_places;
    std::vector<std::string> m_names, m_details;
    std::vector<double> m_amounts;
};

struct NamedRow {
    std::int64_t id;
    bool described; ///< by a catalogue: counts even where no event names it, as the cold end of the tail
    std::string name, detail;
};

Status readNames(Database& database, const std::string& entity, JobContext& job, std::vector<NamedRow>& names) {
    const std::string column = itemColumn(entity);
    const bool items = entity == "item";
    TL_TRY(Statement rows,
           database.prepare(
               !column.empty()
                   ? "SELECT i.id, i.source_id IS NOT NULL, " + column + (items ? ", i.title" : "") + " FROM item i"
                   : "SELECT t.id, 0, t." + std::string(entity == "user" ? "key" : "text") + " FROM " + entity + " t"));
    for (std::size_t n = 0;; ++n) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            return {};
        if (n % kRowsPerQuestion == 0)
            TL_CHECK_STATUS(job.check());
        if (!rows.isNull(2))
            names.push_back({rows.integer(0), rows.integer(1) != 0, std::string(rows.text(2)),
                             items ? std::string(rows.text(3)) : std::string()});
    }
}

} // namespace

Status fillFromCounts(const Project& project, Database& database, const StoredSum& sum, JobContext& job,
                      stats::SupportTable& table) {
    // The sums come by a second connection while this one reads the names.
    const std::uint64_t generation = project.generation();
    Sums sums;
    auto reading = std::async(std::launch::async, [&] {
        return project.read([&](Database& other) { return sums.read(other, sum.sql, job); });
    });
    Rows rows(table, !itemColumn(table.entity).empty() && table.entity != "item");
    std::vector<NamedRow> names;
    const Status named = readNames(database, table.entity, job, names);
    TL_CHECK_STATUS(reading.get());
    TL_CHECK_STATUS(named);
    if (project.generation() != generation) { // somebody wrote in between: one connection sees one state
        sums = {};
        TL_CHECK_STATUS(sums.read(database, sum.sql, job));
    }
    for (NamedRow& one : names) {
        const auto amount = sums.of(one.id);
        if (amount || one.described)
            rows.add(std::move(one.name), std::move(one.detail), table.entity == "item", amount.value_or(0));
    }
    rows.finish(sum.rounded);
    return job.check();
}

} // namespace core::store
