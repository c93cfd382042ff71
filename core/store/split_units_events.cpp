// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/data/fields.h"
#include "core/data/values.h"
#include "core/store/events/event_table.h"
#include "core/store/split_event_keys.h"
#include "core/store/split_groups.h"
#include "core/store/split_hash.h"
#include "core/store/split_units_read.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <unordered_map>

namespace core::store {
namespace {

constexpr std::int64_t kRowsBetweenChecks = 4096;

/// What an event is stratified by, as texts in the order of frequency.
class EventStrata {
public:
    EventStrata(const SplitConfig& config, SplitUnits& units) : m_column(config.stratify), m_units(units) {}
    bool wanted() const { return m_column != "none"; }

    Status load(Database& database, JobContext& job) {
        if (m_column != "category" && m_column != "brand")
            return {};
        m_ofItems = true;
        return m_items.load(
            database, "SELECT i.id, i." + m_column + " FROM item i", job,
            [this](std::string_view text) { return static_cast<std::uint64_t>(numberOf(data::trim(text))); });
    }

    void add(const Statement& row) {
        std::uint32_t number = 0;
        if (m_ofItems)
            number = static_cast<std::uint32_t>(m_items.of(row.integer(EventColumn::Item)));
        else if (m_column == "kind")
            number = numberOf(data::eventKindName(static_cast<data::EventKind>(row.integer(EventColumn::Kind))));
        else
            number = numberOf(data::trim(row.text(EventColumn::Label)));
        m_units.stratum.push_back(number);
    }

    void finish() {
        std::vector<std::int64_t> counts(m_names.size(), 0);
        for (const std::uint32_t number : m_units.stratum)
            ++counts[number];
        std::vector<std::uint32_t> order;
        for (std::uint32_t number = 0; number < m_names.size(); ++number)
            if (counts[number] > 0)
                order.push_back(number);
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return counts[a] != counts[b] ? counts[a] > counts[b] : m_names[a] < m_names[b];
        });
        std::vector<std::uint32_t> place(m_names.size(), 0);
        for (std::size_t i = 0; i < order.size(); ++i) {
            place[order[i]] = static_cast<std::uint32_t>(i);
            m_units.strata.push_back(m_names[order[i]]);
        }
        for (std::uint32_t& number : m_units.stratum)
            number = place[number];
    }

private:
    std::uint32_t numberOf(std::string_view name) {
        const auto found = m_numbers.find(name);
        if (found != m_numbers.end())
            return found->second;
        const auto number = static_cast<std::uint32_t>(m_names.size());
        m_names.emplace_back(name);
        m_numbers.emplace(m_names.back(), number);
        return number;
    }

    std::string m_column;
    SplitUnits& m_units;
    bool m_ofItems = false;
    HashById m_items; ///< number of the name
    std::map<std::string, std::uint32_t, std::less<>> m_numbers;
    std::vector<std::string> m_names;
};

/// Whether an event is divided at all, or why not.
class EventFilter {
public:
    explicit EventFilter(const SplitConfig& config)
        : m_timed(config.kind == "time" || config.kind == "last"), m_ofUsers(config.kind == "last") {
        for (const std::string& kind : config.eventKinds)
            if (const auto parsed = data::parseEventKind(kind))
                m_kinds |= 1U << static_cast<unsigned>(*parsed);
    }

    /// nullptr: it is.
    const char* leftOut(const Statement& row) const {
        if (row.integer(EventColumn::Cancelled) != 0)
            return "cancelled";
        if (m_kinds != 0 && ((m_kinds >> static_cast<unsigned>(row.integer(EventColumn::Kind) & 31)) & 1U) == 0)
            return "other_kind";
        if (m_ofUsers && row.isNull(EventColumn::User))
            return "no_user";
        if (m_timed && row.isNull(EventColumn::Time))
            return "no_time";
        return nullptr;
    }

private:
    std::uint32_t m_kinds = 0; ///< by number; 0 = all
    bool m_timed, m_ofUsers;
};

class EventReader {
public:
    EventReader(const SplitConfig& config, SplitUnits& units, std::size_t expected)
        : m_config(config),
          m_units(units),
          m_filter(config),
          m_strata(config, units),
          m_groups(units, seedHashOf(config)),
          m_duplicates(config.keepDuplicates ? expected : 0),
          m_grouped(config.kind == "grouped"),
          m_timed(config.kind == "time" || config.kind == "last"),
          m_ordered(config.kind != "time" && config.kind != "grouped") {
        // Address space, of which only what is filled becomes memory.
        units.ids.reserve(expected);
        if (m_ordered)
            units.order.reserve(expected);
        if (m_grouped || config.keepDuplicates)
            units.group.reserve(expected);
        if (m_timed)
            units.time.reserve(expected);
        if (m_strata.wanted())
            units.stratum.reserve(expected);
    }

    Status load(Database& database, JobContext& job) {
        TL_CHECK_STATUS(m_keys.load(database, m_grouped ? m_config.group : std::string(), job));
        return m_strata.load(database, job);
    }

    Status take(const Statement& row) {
        if (const char* const reason = m_filter.leftOut(row)) {
            ++m_units.leftOut[reason];
            return {};
        }
        const std::int64_t id = row.integer(EventColumn::Id);
        if (m_units.ids.empty())
            m_units.firstId = id;
        if (id - m_units.firstId > std::numeric_limits<std::uint32_t>::max())
            return Error(ErrorCode::Internal, "event numbers are too far apart");
        const auto number = static_cast<std::uint32_t>(m_units.rows());
        m_units.ids.push_back(static_cast<std::uint32_t>(id - m_units.firstId));
        if (m_timed)
            m_units.time.push_back(row.integer(EventColumn::Time));
        if (m_config.kind == "last")
            m_units.user.push_back(m_users.numberOf(m_keys.user(row)));
        if (m_strata.wanted())
            m_strata.add(row);
        if (m_grouped || m_config.keepDuplicates)
            takeGroup(row, number);
        if (m_ordered)
            m_units.order.push_back(joined(m_keys.content(row), seedHashOf(m_config)));
        return {};
    }

    Status finish(JobContext& job) {
        m_units.users = m_users.count();
        if (m_strata.wanted())
            m_strata.finish();
        return m_config.keepDuplicates ? m_groups.merge(m_duplicates, job) : Status();
    }

private:
    void takeGroup(const Statement& row, std::uint32_t number) {
        const std::uint64_t key = m_grouped ? m_keys.group(row) : 0;
        if (key != 0)
            m_groups.add(key);
        else
            m_groups.addLoose();
        if (m_config.keepDuplicates)
            if (const std::uint64_t duplicate = m_keys.duplicate(row); duplicate != 0)
                m_duplicates.add(duplicate, number);
        if (key == 0 && m_grouped)
            m_ordered = true; // from here on rows without a group need a place of their own
        if (m_ordered && m_units.order.size() < number)
            m_units.order.resize(number, 0);
    }

    const SplitConfig& m_config;
    SplitUnits& m_units;
    EventFilter m_filter;
    EventKeys m_keys;
    EventStrata m_strata;
    GroupBuilder m_groups;
    HashNumbering m_users;
    KeyedRows m_duplicates;
    bool m_grouped, m_timed, m_ordered;
};

} // namespace

Result<SplitUnits> readEventUnits(Database& database, const SplitConfig& config, JobContext& job) {
    database.setCancelProbe([&job] { return job.cancelled(); });
    TL_TRY(const std::int64_t first, events::firstEventId(database));
    TL_TRY(const std::int64_t last, events::lastEventId(database));
    const std::int64_t expected = last == 0 ? 0 : last - first + 1;
    job.begin(TL_NOOP("Job", "Reading events"), expected, "events");
    SplitUnits units;
    constexpr std::int64_t kMostReserved = std::int64_t{1} << 28U;
    EventReader reader(config, units, static_cast<std::size_t>(std::min(expected, kMostReserved)));
    TL_CHECK_STATUS(reader.load(database, job));
    TL_TRY(Statement rows,
           database.prepare(std::string("SELECT ") + kEventColumns + " FROM event e NOT INDEXED ORDER BY e.id"));
    for (std::int64_t row = 0;; ++row) {
        if (row % kRowsBetweenChecks == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(row);
        }
        TL_TRY(const bool more, rows.step());
        if (!more)
            break;
        TL_CHECK_STATUS(reader.take(rows));
    }
    TL_CHECK_STATUS(reader.finish(job));
    if (units.rows() == 0)
        return Error(ErrorCode::NoData,
                     units.leftOut.empty()
                         ? "the project has no events. Import a log"
                         : "no event has what this kind of split needs (a user, a time, a kind that was asked for)");
    return units;
}

} // namespace core::store
