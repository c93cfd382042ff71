// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/noop.h"
#include "core/data/values.h"
#include "core/store/split_groups.h"
#include "core/store/split_hash.h"
#include "core/store/split_units_read.h"
#include "core/store/title_key.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <unordered_map>

namespace core::store {
namespace {

constexpr std::int64_t kRowsBetweenChecks = 1024;
constexpr std::string_view kAttribute = "attribute:";

/// Texts by number, renumbered at the end from the order in which they came to the order of frequency, ties by name.
class Names {
public:
    explicit Names(std::vector<std::uint32_t>& numbers) : m_numbers(numbers) {}

    void add(std::string_view name) {
        const auto [found, isNew] =
            m_numberOf.try_emplace(std::string(name), static_cast<std::uint32_t>(m_counts.size()));
        if (isNew)
            m_counts.push_back(0);
        ++m_counts[found->second];
        m_numbers.push_back(found->second);
    }

    std::vector<std::string> finish() {
        std::vector<std::string> names(m_counts.size());
        for (const auto& [name, number] : m_numberOf)
            names[number] = name;
        std::vector<std::uint32_t> order(names.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return m_counts[a] != m_counts[b] ? m_counts[a] > m_counts[b] : names[a] < names[b];
        });
        std::vector<std::uint32_t> place(order.size());
        std::vector<std::string> ordered(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            place[order[i]] = static_cast<std::uint32_t>(i);
            ordered[i] = std::move(names[order[i]]);
        }
        for (std::uint32_t& number : m_numbers)
            number = place[number];
        return ordered;
    }

private:
    std::vector<std::uint32_t>& m_numbers;
    std::unordered_map<std::string, std::uint32_t> m_numberOf;
    std::vector<std::int64_t> m_counts;
};

class ItemReader {
public:
    ItemReader(const SplitConfig& config, ItemUnits& items)
        : m_config(config),
          m_items(items),
          m_units(items.units),
          m_classes(items.units.klass),
          m_strata(items.units.stratum),
          m_groups(items.units, seedHashOf(config)),
          m_group(config.group),
          m_stratum(config.stratify),
          m_grouped(config.kind == "grouped"),
          m_ownStrata(config.stratify == "category" || config.stratify == "brand"),
          m_duplicates(0) {}

    std::string sql() const {
        return "SELECT i.id, i.key, i.label, i.category, i.title, i.time, " + (m_grouped ? m_group.sql() : "NULL") +
               ", " + (m_ownStrata ? m_stratum.sql() : "NULL") + " FROM item i ORDER BY i.key";
    }

    Status take(const Statement& row) {
        std::string_view name = data::trim(row.text(2));
        if (name.empty())
            name = data::trim(row.text(3));
        if (name.empty()) {
            ++m_units.leftOut["no_class"];
            return {};
        }
        if (m_config.kind == "time" && row.isNull(5)) {
            ++m_units.leftOut["no_time"];
            return {};
        }
        const std::int64_t id = row.integer(0);
        if (id < 0 || id > std::numeric_limits<std::uint32_t>::max())
            return Error(ErrorCode::Internal, "item numbers are too far apart");
        const auto number = static_cast<std::uint32_t>(m_units.rows());
        m_classes.add(name);
        m_units.ids.push_back(static_cast<std::uint32_t>(id));
        m_units.order.push_back(joined(textHash(row.text(1)), seedHashOf(m_config)));
        const std::string key = m_titleKey(row.text(4));
        m_items.titles.push_back(key.empty() ? 0 : std::max<std::uint64_t>(textHash(key), 1));
        if (m_config.kind == "time")
            m_units.time.push_back(row.integer(5));
        if (m_ownStrata)
            m_strata.add(data::trim(m_stratum.read(row.text(7))));
        takeGroup(row, number);
        return {};
    }

    Status finish(JobContext& job) {
        m_units.labels = m_classes.finish();
        if (m_ownStrata)
            m_units.strata = m_strata.finish();
        else if (m_config.stratify == "label") {
            m_units.stratum = m_units.klass;
            m_units.strata = m_units.labels;
        }
        return m_config.keepDuplicates ? m_groups.merge(m_duplicates, job) : Status();
    }

private:
    void takeGroup(const Statement& row, std::uint32_t number) {
        const std::uint64_t title = m_items.titles.back();
        if (m_config.keepDuplicates && title != 0)
            m_duplicates.add(title, number);
        if (!m_grouped) {
            if (m_config.keepDuplicates)
                m_groups.addLoose();
            return;
        }
        std::uint64_t key = title;
        if (m_config.group != "title") {
            const std::string_view value = data::trim(m_group.read(row.text(6)));
            key = value.empty() ? 0 : textHash(value);
        }
        if (key == 0)
            m_groups.addLoose();
        else
            m_groups.add(key);
    }

    const SplitConfig& m_config;
    ItemUnits& m_items;
    SplitUnits& m_units;
    Names m_classes, m_strata;
    GroupBuilder m_groups;
    ItemValue m_group, m_stratum;
    bool m_grouped, m_ownStrata;
    KeyedRows m_duplicates;
    TitleKey m_titleKey;
};

} // namespace

std::uint64_t seedHashOf(const SplitConfig& config) {
    return joined(0x53504C4954ULL, config.seed); // "SPLIT"
}

std::string ItemValue::sql() const {
    if (m_column.starts_with(kAttribute))
        return "i.attributes";
    return m_column == "item" ? "i.key" : "i." + m_column; // the column is one of a list, never a user's text
}

std::string_view ItemValue::read(std::string_view stored) {
    if (!m_column.starts_with(kAttribute))
        return stored;
    m_text.clear();
    if (stored.empty())
        return m_text;
    const auto json = parseJson(std::string(stored));
    if (!json.ok() || !json->is_object())
        return m_text;
    const auto found = json->find(m_column.substr(kAttribute.size()));
    if (found != json->end() && !found->is_null())
        m_text = found->is_string() ? found->get<std::string>() : dumpJson(*found);
    return m_text;
}

Result<ItemUnits> readItemUnits(Database& database, const SplitConfig& config, JobContext& job) {
    database.setCancelProbe([&job] { return job.cancelled(); });
    TL_TRY(const std::int64_t total, database.queryInteger("SELECT count(*) FROM item"));
    job.begin(TL_NOOP("Job", "Reading items"), total, "items");
    ItemUnits items;
    ItemReader reader(config, items);
    // The order of the keys, not of the ids: a split must not depend on the order in which files were imported.
    TL_TRY(Statement statement, database.prepare(reader.sql()));
    for (std::int64_t row = 0;; ++row) {
        if (row % kRowsBetweenChecks == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(row);
        }
        TL_TRY(const bool more, statement.step());
        if (!more)
            break;
        TL_CHECK_STATUS(reader.take(statement));
    }
    TL_CHECK_STATUS(reader.finish(job));
    if (items.units.rows() == 0)
        return Error(ErrorCode::NoData,
                     items.units.leftOut.contains("no_time")
                         ? "no item with a label or category has a time. Import a catalogue with a time column"
                         : "no item has a label or a category. Import a catalogue with one of them");
    return items;
}

} // namespace core::store
