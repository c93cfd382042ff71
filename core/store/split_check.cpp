// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/split_check.h"

#include "core/base/noop.h"
#include "core/data/values.h"
#include "core/store/database.h"
#include "core/store/split_event_keys.h"
#include "core/store/split_event_rows.h"
#include "core/store/split_groups.h"
#include "core/store/split_store_plan.h"
#include "core/store/title_key.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace core::store {
namespace {

constexpr std::size_t kMostExamples = 5;
constexpr std::int64_t kRowsBetweenChecks = 2048;

/// Which parts each group was seen in, and where it was seen first.
class PartsByGroup {
public:
    void add(std::uint64_t key, std::int8_t part, std::int64_t id) {
        const std::uint32_t number = m_numbers.numberOf(key);
        if (number == m_parts.size()) {
            m_parts.push_back(0);
            m_firstId.push_back(id);
        }
        m_parts[number] |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(part));
    }
    std::int64_t count() const { return static_cast<std::int64_t>(m_parts.size()); }
    bool crosses(std::size_t group) const { return std::popcount(m_parts[group]) > 1; }
    /// Number of groups that cross, and ids of rows of the first of them.
    std::int64_t crossing(std::vector<std::int64_t>& examples) const {
        std::int64_t crossing = 0;
        for (std::size_t group = 0; group < m_parts.size(); ++group)
            if (crosses(group) && ++crossing <= static_cast<std::int64_t>(kMostExamples))
                examples.push_back(m_firstId[group]);
        return crossing;
    }
    /// In training and elsewhere.
    bool trained(std::uint64_t key) { return (m_parts[m_numbers.numberOf(key)] & 1U) != 0; }

private:
    HashNumbering m_numbers;
    std::vector<std::uint8_t> m_parts;
    std::vector<std::int64_t> m_firstId;
};

void noteTime(SplitCheck& check, std::int8_t part, std::int64_t time) {
    const auto at = static_cast<std::size_t>(part);
    check.first[at] = std::min(check.first[at].value_or(time), time);
    check.last[at] = std::max(check.last[at].value_or(time), time);
}

/// Pairs of neighbouring parts of which the later one does not begin where the earlier one has ended.
std::int64_t overlaps(const SplitCheck& check) {
    std::int64_t count = 0;
    for (std::size_t early = 0; early < 3; ++early)
        for (std::size_t late = early + 1; late < 3; ++late)
            if (check.last[early] && check.first[late] && *check.last[early] > *check.first[late])
                ++count;
    return count;
}

std::string textOf(Database& database, const std::string& sql, std::int64_t id) {
    auto row = database.prepare(sql);
    if (!row.ok())
        return {};
    row->bind(1, id);
    const auto found = row->step();
    return found.ok() && *found ? std::string(row->text(0)) : std::string();
}

std::vector<std::string> textsOf(Database& database, const std::string& sql, const std::vector<std::int64_t>& ids) {
    std::vector<std::string> texts;
    for (const std::int64_t id : ids)
        texts.push_back(textOf(database, sql, id));
    return texts;
}

void checkClasses(SplitCheck& check) {
    const SplitInfo& split = check.split;
    for (std::size_t label = 0; label < split.perClass.size(); ++label) {
        const PartCounts& rows = split.perClass[label];
        check.classes += rows[0] + rows[1] + rows[2] > 0 ? 1 : 0;
        if (rows[0] > 0 || rows[1] + rows[2] == 0)
            continue;
        ++check.withoutTraining;
        if (check.withoutTrainingExamples.size() < kMostExamples)
            check.withoutTrainingExamples.push_back(split.labels[label]);
    }
}

// ---- items ----

Status checkItems(Database& database, SplitCheck& check, JobContext& job) {
    const SplitConfig& config = check.split.config;
    ItemValue value(config.group);
    TL_TRY(Statement rows,
           database.prepare("SELECT r.part, i.id, i.title, i.time, " + (check.group.empty() ? "NULL" : value.sql()) +
                            " FROM split_row r LEFT JOIN item i ON i.id = r.item_id WHERE r.split_id = ?1"));
    rows.bind(1, raw(check.split.id));
    job.begin(TL_NOOP("Job", "Checking the split"), check.split.rows[0] + check.split.rows[1] + check.split.rows[2],
              "items");
    TitleKey titleKey;
    PartsByGroup titles, groups;
    std::vector<std::pair<std::uint64_t, std::int8_t>> others; // titles of validation and test
    for (std::int64_t done = 0;; ++done) {
        if (done % kRowsBetweenChecks == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(done);
        }
        TL_TRY(const bool more, rows.step());
        if (!more)
            break;
        if (rows.isNull(1)) {
            ++check.missing;
            continue;
        }
        const auto part = static_cast<std::int8_t>(std::clamp<std::int64_t>(rows.integer(0), 0, 2));
        ++check.rows[static_cast<std::size_t>(part)];
        const std::string key = titleKey(rows.text(2));
        if (!key.empty()) {
            titles.add(textHash(key), part, rows.integer(1));
            if (part > 0)
                others.emplace_back(textHash(key), part);
        }
        if (check.timed && !rows.isNull(3))
            noteTime(check, part, rows.integer(3));
        if (check.group.empty())
            continue;
        const std::string_view own =
            check.group == "title" ? std::string_view(key) : data::trim(value.read(rows.text(4)));
        if (!own.empty())
            groups.add(textHash(own), part, rows.integer(1));
    }
    for (const auto& [key, part] : others)
        check.duplicateRows += titles.trained(key) ? 1 : 0;
    std::vector<std::int64_t> examples;
    check.duplicateSets = titles.crossing(examples);
    check.duplicateExamples = textsOf(database, "SELECT title FROM item WHERE id = ?1", examples);
    examples.clear();
    check.groups = groups.count();
    check.crossing = groups.crossing(examples);
    check.crossingExamples = textsOf(database, "SELECT key FROM item WHERE id = ?1", examples);
    return {};
}

// ---- events ----

/// Times of each user's rows in the parts, to see that a user's test comes last.
class UserTimes {
public:
    void add(std::uint64_t user, std::int8_t part, std::int64_t time) {
        const std::uint32_t number = m_numbers.numberOf(user);
        if (number == m_times.size())
            m_times.push_back({kLowest, kHighest, kLowest, kHighest});
        Times& times = m_times[number];
        if (part == 0)
            times.trainLast = std::max(times.trainLast, time);
        if (part == 1) {
            times.validationFirst = std::min(times.validationFirst, time);
            times.validationLast = std::max(times.validationLast, time);
        }
        if (part == 2)
            times.testFirst = std::min(times.testFirst, time);
    }
    std::int64_t outOfOrder() const {
        return std::count_if(m_times.begin(), m_times.end(), [](const Times& times) {
            return times.trainLast > std::min(times.validationFirst, times.testFirst) ||
                   times.validationLast > times.testFirst;
        });
    }

private:
    static constexpr std::int64_t kLowest = std::numeric_limits<std::int64_t>::min();
    static constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();
    struct Times {
        std::int64_t trainLast, validationFirst, validationLast, testFirst;
    };
    HashNumbering m_numbers;
    std::vector<Times> m_times;
};

class EventCheck {
public:
    EventCheck(Database& database, SplitCheck& check, JobContext& job)
        : m_database(database), m_check(check), m_job(job) {}

    Status run() {
        TL_CHECK_STATUS(readEventParts(m_database, m_check.split.id, m_parts, m_job));
        TL_CHECK_STATUS(m_keys.load(m_database, m_check.group, m_job));
        TL_CHECK_STATUS(scan());
        std::vector<std::int64_t> examples;
        m_check.groups = m_groups.count();
        m_check.crossing = m_groups.crossing(examples);
        m_check.crossingExamples = textsOf(m_database, groupText(), examples);
        m_check.outOfOrder = m_check.split.config.kind == "last" ? m_users.outOfOrder() : 0;
        return countDuplicates();
    }

private:
    Status scan() {
        KeyedRows duplicates(m_parts.parts.size());
        std::int64_t stored =
            m_parts.parts.size() - std::count(m_parts.parts.begin(), m_parts.parts.end(), EventParts::kNone);
        m_job.begin(TL_NOOP("Job", "Checking the split"), stored, "events");
        TL_TRY(Statement rows,
               m_database.prepare(std::string("SELECT ") + kEventColumns +
                                  " FROM event e NOT INDEXED WHERE e.id >= ?1 AND e.id < ?2 ORDER BY e.id"));
        rows.bind(1, m_parts.firstId);
        rows.bind(2, m_parts.firstId + static_cast<std::int64_t>(m_parts.parts.size()));
        for (std::int64_t done = 0;; ++done) {
            if (done % kRowsBetweenChecks == 0) {
                TL_CHECK_STATUS(m_job.check());
                m_job.report(done);
            }
            TL_TRY(const bool more, rows.step());
            if (!more)
                break;
            take(rows, duplicates);
        }
        m_check.missing = stored - m_check.rows[0] - m_check.rows[1] - m_check.rows[2];
        m_duplicates.emplace(std::move(duplicates));
        return {};
    }

    void take(const Statement& row, KeyedRows& duplicates) {
        const std::int64_t id = row.integer(EventColumn::Id);
        const std::int8_t part = m_parts.of(id);
        if (part < 0 || part > 2)
            return;
        ++m_check.rows[static_cast<std::size_t>(part)];
        if (!m_check.group.empty())
            if (const std::uint64_t key = m_keys.group(row); key != 0)
                m_groups.add(key, part, id);
        if (const std::uint64_t key = m_keys.duplicate(row); key != 0)
            duplicates.add(key, static_cast<std::uint32_t>(id - m_parts.firstId));
        if (!m_check.timed || row.isNull(EventColumn::Time))
            return;
        noteTime(m_check, part, row.integer(EventColumn::Time));
        if (m_check.split.config.kind == "last")
            m_users.add(m_keys.user(row), part, row.integer(EventColumn::Time));
    }

    Status countDuplicates() {
        std::vector<std::int64_t> examples;
        const auto use = [&](const KeyedRows::Entry* first, const KeyedRows::Entry* last) {
            std::array<std::int64_t, 3> rows{};
            for (const auto* at = first; at != last; ++at)
                ++rows[static_cast<std::size_t>(m_parts.parts[at->row])];
            if ((rows[0] > 0) + (rows[1] > 0) + (rows[2] > 0) < 2)
                return;
            ++m_check.duplicateSets;
            m_check.duplicateRows += rows[0] > 0 ? rows[1] + rows[2] : 0;
            if (examples.size() < kMostExamples)
                examples.push_back(m_parts.firstId + first->row);
        };
        TL_CHECK_STATUS(m_duplicates->eachRepeated(m_job, use));
        m_check.duplicateExamples =
            textsOf(m_database,
                    "SELECT coalesce((SELECT u.key FROM user u WHERE u.id = e.user_id) || ' · ', '') || i.key || "
                    "coalesce(' · ' || (SELECT q.text FROM query q WHERE q.id = e.query_id), '') "
                    "FROM event e JOIN item i ON i.id = e.item_id WHERE e.id = ?1",
                    examples);
        return {};
    }

    std::string groupText() const {
        const std::string& column = m_check.group;
        std::string value = "i.key";
        if (column == "user")
            value = "(SELECT u.key FROM user u WHERE u.id = e.user_id)";
        else if (column == "query")
            value = "(SELECT q.text FROM query q WHERE q.id = e.query_id)";
        else if (column == "session")
            value = "e.session";
        else if (column == "order")
            value = "e.order_key";
        else if (column == "title" || column == "category" || column == "brand")
            value = "i." + column;
        return "SELECT " + value + " FROM event e JOIN item i ON i.id = e.item_id WHERE e.id = ?1";
    }

    Database& m_database;
    SplitCheck& m_check;
    JobContext& m_job;
    EventParts m_parts;
    EventKeys m_keys;
    PartsByGroup m_groups;
    UserTimes m_users;
    std::optional<KeyedRows> m_duplicates;
};

} // namespace

Result<SplitCheck> checkSplit(Database& database, const SplitInfo& split, JobContext& job) {
    SplitCheck check;
    check.split = split;
    check.timed = split.config.kind == "time" || split.config.kind == "last";
    check.group = split.config.kind == "grouped" ? split.config.group : std::string();
    database.setCancelProbe([&job] { return job.cancelled(); });
    TL_CHECK_STATUS(split.ofItems() ? checkItems(database, check, job) : EventCheck(database, check, job).run());
    if (split.config.kind == "time")
        check.outOfOrder = overlaps(check);
    checkClasses(check);
    return check;
}

Result<SplitCheck> checkSplit(const Project& project, SplitId split, JobContext& job) {
    TL_TRY(const SplitInfo info, splitInfo(project, split));
    std::optional<SplitCheck> check;
    const auto work = [&](Database& database) -> Status {
        TL_TRY(check, checkSplit(database, info, job));
        return {};
    };
    TL_CHECK_STATUS(project.read(work));
    return std::move(*check);
}

} // namespace core::store
