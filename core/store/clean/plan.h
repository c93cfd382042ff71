// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/base/registry.h"
#include "core/store/database.h"

#include <array>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace core::store::clean {

/// Tables that steps take rows from; the numbers live in temporary tables only.
enum class Tab { Event = 0, Item = 1, Judgement = 2, Review = 3, Query = 4 };
inline constexpr std::array kTabs{Tab::Event, Tab::Item, Tab::Judgement, Tab::Review, Tab::Query};
const char* tabName(Tab tab); ///< "event" …, the name of the table

using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;

/// What a step is going to do, collected in two temporary tables of the connection, so that a preview and an
/// application are the same code and work is done by sets:
///   temp.clean_drop(tab, id, reason)      rows that go
///   temp.clean_set(target, id, new)       values that change; target = target("event", "price") …
/// One thread.
class CleanPlan {
public:
    CleanPlan(Database& database, JobContext& job) : m_database(database), m_job(job) {}
    CleanPlan(const CleanPlan&) = delete;
    CleanPlan& operator=(const CleanPlan&) = delete;

    Database& database() { return m_database; }
    JobContext& job() { return m_job; }
    Json& numbers() { return m_numbers; }

    /// Runs one statement with parameters ?1, ?2 …; gives the rows it changed.
    Result<std::int64_t> run(std::string_view sql, std::initializer_list<SqlValue> values = {});
    /// The number of a column in clean_set.
    int target(Tab tab, const std::string& column);
    /// Inserting one by one is quick too, when the ids ascend.
    Status drop(Tab tab, std::int64_t id, std::string_view reason);
    Status set(int target, std::int64_t id, const SqlValue& value);

    struct Target {
        Tab tab;
        std::string column;
    };
    const std::vector<Target>& targets() const { return m_targets; }

    /// Makes the temporary tables, empty.
    Status begin();
    /// Completes the plan: what refers to an item or query that goes, goes too; values of rows that go and values that
    /// stay as they are are forgotten.
    Status settle();
    Status end();

private:
    Status dropDependents();

    Database& m_database;
    JobContext& m_job;
    Json m_numbers = Json::object();
    std::vector<Target> m_targets;
    std::optional<Statement> m_drop, m_set;
};

void bindValue(Statement& statement, int index, const SqlValue& value);

/// A kind of step: finds what is to be done and puts it into the plan. Stateless after construction; any thread.
class CleanKind {
public:
    virtual ~CleanKind() = default;
    virtual Status plan(CleanPlan& plan) const = 0;
};
using CleanRegistry = Registry<CleanKind>;

} // namespace core::store::clean
