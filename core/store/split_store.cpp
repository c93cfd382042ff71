// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/split_store.h"

#include "core/base/noop.h"
#include "core/store/database.h"
#include "core/store/split_assign.h"
#include "core/store/split_event_rows.h"
#include "core/store/split_store_plan.h"
#include "core/store/split_units_read.h"
#include "core/store/stored_values.h"

#include <algorithm>
#include <unordered_set>

namespace core::store {
namespace {

constexpr std::size_t kRowsBetweenChecks = 1024;

/// What was read, and what becomes of it.
struct Plan {
    SplitUnits units;
    std::vector<std::uint64_t> titles; ///< of items: hash of the normalised title, 0 = none
    Assignment assignment;
};

/// Splits that were there before this program could do more: they keep their rows for the same data and seed.
bool plainItems(const SplitConfig& config) {
    const bool kind = config.kind == "random" || (config.kind == "stratified" && config.stratify == "label");
    return config.unit == "item" && config.folds == 0 && !config.keepDuplicates && kind;
}

Result<Assignment> assignPlainItems(const SplitConfig& config, const SplitUnits& units) {
    std::vector<ClassIndex> classes(units.klass.begin(), units.klass.end());
    TL_TRY(const auto parts, planSplit(config, units.labels, classes));
    Assignment assignment;
    assignment.bucket.reserve(parts.size());
    for (const std::int8_t part : parts)
        assignment.bucket.push_back(part == kUnused ? Assignment::kNoBucket : static_cast<std::uint8_t>(part));
    assignment.buckets = 3;
    assignment.parts = {{0, 1, 2}};
    return assignment;
}

Status makePlan(Database& database, const SplitConfig& config, JobContext& job, Plan& plan) {
    if (config.unit == "event") {
        TL_TRY(plan.units, readEventUnits(database, config, job));
    } else {
        TL_TRY(auto items, readItemUnits(database, config, job));
        plan.units = std::move(items.units);
        plan.titles = std::move(items.titles);
    }
    if (plainItems(config)) {
        TL_TRY(plan.assignment, assignPlainItems(config, plan.units));
        return {};
    }
    TL_TRY(plan.assignment, assignUnits(config, plan.units, job));
    return {};
}

/// Items of validation and test whose title is in training too. −1 for events: checkSplit() counts theirs.
std::int64_t countCrossDuplicates(const Plan& plan, std::size_t split) {
    if (plan.titles.empty())
        return -1;
    std::unordered_set<std::uint64_t> training;
    for (std::size_t row = 0; row < plan.units.rows(); ++row)
        if (plan.titles[row] != 0 && plan.assignment.partOf(split, row) == 0)
            training.insert(plan.titles[row]);
    std::int64_t count = 0;
    for (std::size_t row = 0; row < plan.units.rows(); ++row)
        if (plan.assignment.partOf(split, row) > 0 && training.contains(plan.titles[row]))
            ++count;
    return count;
}

Result<std::string> nameOf(Database& database, const SplitConfig& config) {
    if (!config.name.empty())
        return config.name;
    TL_TRY(const std::int64_t next, database.queryInteger("SELECT coalesce(max(id), 0) + 1 FROM split"));
    return (config.folds > 0 ? "folds " : "split ") + std::to_string(next);
}

Result<SplitId> insertSplit(Database& database, const SplitConfig& config, const std::string& created, const Plan& plan,
                            std::size_t split) {
    const bool family = config.folds > 0;
    const std::string name = family ? config.name + "/" + std::to_string(split + 1) : config.name;
    const SplitNumbers numbers = countNumbers(plan.units, plan.assignment, split);
    TL_TRY(Statement insert,
           database.prepare(
               "INSERT INTO split(name, config, created, labels, cross_duplicates, unit, family, fold, folds, "
               "numbers) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"));
    const std::string configText = dumpJson(splitConfigJson(config));
    const std::string labels = dumpJson(Json(numbers.labels));
    const std::string numbersText = dumpJson(storedNumbersJson(numbers));
    insert.bind(1, std::string_view(name));
    insert.bind(2, std::string_view(configText));
    insert.bind(3, std::string_view(created));
    insert.bind(4, std::string_view(labels));
    insert.bind(5, countCrossDuplicates(plan, split));
    insert.bind(6, std::string_view(config.unit));
    insert.bind(7, family ? std::string_view(config.name) : std::string_view());
    insert.bind(8, std::int64_t{family ? static_cast<int>(split) + 1 : 0});
    insert.bind(9, std::int64_t{config.folds});
    insert.bind(10, std::string_view(numbersText));
    TL_CHECK_STATUS(insert.run());
    return SplitId{database.lastInsertRowId()};
}

Status insertItems(Database& database, SplitId id, const Plan& plan, std::size_t split, JobContext& job) {
    TL_TRY(Statement insert,
           database.prepare("INSERT INTO split_row(split_id, item_id, part, class) VALUES(?1, ?2, ?3, ?4)"));
    insert.bind(1, raw(id));
    for (std::size_t row = 0; row < plan.units.rows(); ++row) {
        if (row % kRowsBetweenChecks == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(static_cast<std::int64_t>(row));
        }
        const std::int8_t part = plan.assignment.partOf(split, row);
        if (part < 0)
            continue;
        insert.bind(2, plan.units.idOf(row));
        insert.bind(3, std::int64_t{part});
        insert.bind(4, std::int64_t{plan.units.klass[row]});
        TL_CHECK_STATUS(insert.run());
    }
    return {};
}

/// Every split of the plan; the first one's id.
Result<SplitId> storePlan(Database& database, SplitConfig config, const Plan& plan, JobContext& job) {
    TL_TRY(config.name, nameOf(database, config));
    SplitId first{};
    const std::string created = utcNow(); // one moment for a family: it is told apart from others by it
    for (std::size_t split = 0; split < plan.assignment.parts.size(); ++split) {
        job.begin(TL_NOOP("Job", "Storing the split"), static_cast<std::int64_t>(plan.units.rows()), "rows");
        TL_CHECK_STATUS(job.check());
        TL_TRY(const SplitId id, insertSplit(database, config, created, plan, split));
        if (config.unit == "event") {
            TL_CHECK_STATUS(insertEventRows(database, id, plan.units, plan.assignment, split, job));
        } else {
            TL_CHECK_STATUS(insertItems(database, id, plan, split, job));
        }
        if (split == 0)
            first = id;
    }
    return first;
}

Result<std::string> runsOf(Database& database, const std::string& condition, SplitId split) {
    std::string runs;
    TL_TRY(Statement users, database.prepare("SELECT id FROM run WHERE " + condition + " ORDER BY id"));
    users.bind(1, raw(split));
    for (;;) {
        TL_TRY(const bool more, users.step());
        if (!more)
            return runs;
        runs += (runs.empty() ? "" : ", ") + std::to_string(users.integer(0));
    }
}

} // namespace

Result<SplitInfo> makeSplit(Project& project, const SplitConfig& wanted, JobContext& job) {
    TL_CHECK_STATUS(checkSplitConfig(wanted));
    if (project.readOnly())
        return Error(ErrorCode::ProjectReadOnly).inFile(project.path());
    const SplitConfig config = normalised(wanted);
    SplitId id{};
    // Read and written in one transaction: nothing can be imported or cleaned in between.
    const auto work = [&](Database& database) -> Status {
        Plan plan;
        TL_CHECK_STATUS(makePlan(database, config, job, plan));
        TL_TRY(id, storePlan(database, config, plan, job));
        return {};
    };
    TL_CHECK_STATUS(project.write(work));
    return splitInfo(project, id);
}

Result<std::vector<SplitNumbers>> planNumbers(const Project& project, const SplitConfig& wanted, JobContext& job) {
    TL_CHECK_STATUS(checkSplitConfig(wanted));
    const SplitConfig config = normalised(wanted);
    std::vector<SplitNumbers> numbers;
    const auto work = [&](Database& database) -> Status {
        Plan plan;
        TL_CHECK_STATUS(makePlan(database, config, job, plan));
        for (std::size_t split = 0; split < plan.assignment.parts.size(); ++split) {
            TL_CHECK_STATUS(job.check());
            numbers.push_back(countNumbers(plan.units, plan.assignment, split));
        }
        return {};
    };
    TL_CHECK_STATUS(project.read(work));
    return numbers;
}

Status removeSplit(Project& project, SplitId split) {
    TL_TRY(const SplitInfo info, splitInfo(project, split));
    // The folds of a family belong together: one alone would be a split whose rows nobody else tests.
    const std::string all = "(SELECT s.id FROM split s JOIN split o ON o.id = ?1 WHERE s.id = o.id OR "
                            "(o.family <> '' AND s.family = o.family AND s.created = o.created))";
    return project.write([&](Database& database) -> Status {
        TL_TRY(const std::string runs, runsOf(database, "split_id IN " + all, split));
        if (!runs.empty())
            return Error(ErrorCode::SplitInUse, runs).at({}, info.family.empty() ? info.name : info.family);
        TL_TRY(Statement removal, database.prepare("DELETE FROM split WHERE id IN " + all));
        removal.bind(1, raw(split));
        return removal.run();
    });
}

} // namespace core::store
