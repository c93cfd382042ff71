// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/entity_table.h"

#include "core/store/database.h"

#include <algorithm>
#include <cmath>
#include <numeric>
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

/// The entities of a table as they come; those that one name unites are added up.
class Rows {
public:
    Rows(stats::SupportTable& table, bool grouped) : m_table(table), m_grouped(grouped) {}

    void add(std::string_view name, std::string_view detail, bool detailed, double amount) {
        if (m_grouped) {
            const auto [found, fresh] = m_places.try_emplace(std::string(name), m_names.size());
            if (!fresh) {
                m_amounts[found->second] += amount;
                return;
            }
        }
        m_names.emplace_back(name);
        m_amounts.push_back(amount);
        if (detailed)
            m_details.emplace_back(detail);
    }

    /// Largest support first, ties by name.
    void finish(bool rounded) {
        std::vector<std::int64_t> counts(m_amounts.size());
        std::transform(m_amounts.begin(), m_amounts.end(), counts.begin(), [rounded](double amount) {
            return rounded ? std::llround(std::max(amount, 0.0)) : static_cast<std::int64_t>(amount);
        });
        std::vector<std::uint32_t> order(counts.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return counts[a] != counts[b] ? counts[a] > counts[b] : m_names[a] < m_names[b];
        });
        for (const std::uint32_t row : order) {
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

} // namespace

Status fillFromCounts(Database& database, const StoredSum& sum, JobContext& job, stats::SupportTable& table) {
    Sums sums;
    TL_CHECK_STATUS(sums.read(database, sum.sql, job));
    const std::string column = itemColumn(table.entity);
    const bool ofItems = !column.empty();
    const bool items = table.entity == "item";
    // Items of a catalogue count even where no event names them: they are the cold end of the tail.
    const std::string sql =
        ofItems ? "SELECT i.id, i.source_id IS NOT NULL, " + column + (items ? ", i.title" : "") + " FROM item i"
                : "SELECT t.id, 0, t." + std::string(table.entity == "user" ? "key" : "text") + " FROM " +
                      table.entity + " t";
    TL_TRY(Statement named, database.prepare(sql));
    Rows rows(table, ofItems && !items);
    for (std::size_t n = 0;; ++n) {
        TL_TRY(const bool more, named.step());
        if (!more)
            break;
        if (n % kRowsPerQuestion == 0)
            TL_CHECK_STATUS(job.check());
        const auto amount = sums.of(named.integer(0));
        if ((!amount && named.integer(1) == 0) || named.isNull(2))
            continue;
        rows.add(named.text(2), items ? named.text(3) : std::string_view(), items, amount.value_or(0));
    }
    rows.finish(sum.rounded);
    return job.check();
}

} // namespace core::store
