// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clean/clean.h"

#include "core/base/error_text.h"
#include "core/base/noop.h"
#include "core/store/browse/sql_functions.h"
#include "core/store/clean/apply.h"
#include "core/store/stored_values.h"
#include "core/store/support_counts.h"

#include <chrono>

namespace core::store {
namespace {

using clean::CleanKind;
using clean::CleanPlan;
using clean::CleanRegistry;

constexpr std::size_t kExamples = 50;

/// Fills and settles the plan of a step.
Status makePlan(const CleanStep& step, CleanPlan& plan) {
    TL_TRY(const auto kind, CleanRegistry::global().make(step.kind, step.config));
    TL_CHECK_STATUS(plan.begin());
    plan.job().begin(TL_NOOP("Job", "Looking for what the step changes"), 0, "");
    TL_CHECK_STATUS(kind->plan(plan));
    return plan.settle();
}

/// The config with every parameter: a later version may have other defaults.
Result<Json> completeConfig(const CleanStep& step) {
    const auto* const entry = CleanRegistry::global().find(step.kind);
    if (entry == nullptr)
        return Error(ErrorCode::UnknownStrategy, CleanRegistry::global().ids()).at({}, step.kind);
    TL_CHECK_STATUS(checkParams(entry->info.params, step.config));
    Json config = Json::object();
    for (const ParamInfo& param : entry->info.params)
        config[param.name] = step.config.contains(param.name) ? step.config.at(param.name) : param.defaultValue;
    return config;
}

Result<std::int64_t> insertStep(Database& database, const CleanStepInfo& info) {
    const std::string config = dumpJson(info.step.config), numbers = dumpJson(info.effect.numbers);
    TL_TRY(Statement insert,
           database.prepare("INSERT INTO clean_step(id, kind, config, created, events_dropped, items_dropped, "
                            "rows_dropped, values_changed, numbers, seconds) SELECT coalesce(max(id), 0) + 1, ?1, ?2, "
                            "?3, ?4, ?5, ?6, ?7, ?8, 0.0 FROM clean_step"));
    insert.bind(1, std::string_view(info.step.kind));
    insert.bind(2, std::string_view(config));
    insert.bind(3, std::string_view(info.created));
    insert.bind(4, info.effect.eventsDropped);
    insert.bind(5, info.effect.itemsDropped);
    insert.bind(6, info.effect.rowsDropped);
    insert.bind(7, info.effect.valuesChanged);
    insert.bind(8, std::string_view(numbers));
    TL_CHECK_STATUS(insert.run());
    return database.queryInteger("SELECT max(id) FROM clean_step");
}

Result<CleanStepInfo> applyWithin(Database& database, const CleanStep& step, JobContext& job) {
    const auto start = std::chrono::steady_clock::now();
    CleanStepInfo info;
    info.step.kind = step.kind;
    TL_TRY(info.step.config, completeConfig(step));
    info.created = utcNow();
    CleanPlan plan(database, job);
    TL_CHECK_STATUS(makePlan(info.step, plan));
    TL_TRY(info.effect, clean::effectOf(plan));
    TL_CHECK_STATUS(clean::checkSplits(plan));
    TL_TRY(info.id, insertStep(database, info));
    job.begin(TL_NOOP("Job", "Cleaning"), 0, "");
    TL_CHECK_STATUS(clean::applyPlan(plan, info.id));
    TL_CHECK_STATUS(plan.end());
    info.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    TL_TRY(Statement update, database.prepare("UPDATE clean_step SET seconds = ?2 WHERE id = ?1"));
    update.bind(1, info.id);
    update.bind(2, info.seconds);
    TL_CHECK_STATUS(update.run());
    return info;
}

/// Work that a job can stop at once, followed by counting anew.
Status writeAndCount(Project& project, JobContext& job, const std::function<Status(Database&)>& work) {
    return project.write([&](Database& database) -> Status {
        TL_CHECK_STATUS(job.check());
        const Interrupter interrupter(database, job);
        TL_CHECK_STATUS(work(database));
        TL_CHECK_STATUS(refreshSupportCounts(database, job));
        return job.check();
    });
}

Status undoAfter(Database& database, std::int64_t step, JobContext& job, UndoResult& result) {
    job.begin(TL_NOOP("Job", "Taking steps back"), 0, "");
    for (;;) {
        TL_TRY(const std::int64_t last, database.queryInteger("SELECT max(id) FROM clean_step"));
        if (last <= step)
            return {};
        TL_CHECK_STATUS(clean::undoStep(database, last, job, result));
    }
}

/// Lets a reader make temporary tables: they live in a file of their own, and the project stays untouched. They go with
/// the reader's transaction, which is rolled back.
class TemporaryTables {
public:
    explicit TemporaryTables(Database& database) : m_database(database) {
        static_cast<void>(m_database.execute("PRAGMA query_only = OFF"));
    }
    ~TemporaryTables() { static_cast<void>(m_database.execute("PRAGMA query_only = ON")); }
    TemporaryTables(const TemporaryTables&) = delete;
    TemporaryTables& operator=(const TemporaryTables&) = delete;

private:
    Database& m_database;
};

Result<CleanStepInfo> readStep(const Database& database, const Statement& row) {
    CleanStepInfo info;
    info.id = row.integer(0);
    info.step.kind = row.text(1);
    TL_TRY(info.step.config, storedJson(database, row.text(2), "clean_step.config"));
    info.created = row.text(3);
    info.effect.eventsDropped = row.integer(4);
    info.effect.itemsDropped = row.integer(5);
    info.effect.rowsDropped = row.integer(6);
    info.effect.valuesChanged = row.integer(7);
    TL_TRY(info.effect.numbers, storedJson(database, row.text(8), "clean_step.numbers"));
    info.seconds = row.real(9);
    return info;
}

} // namespace

std::vector<PartInfo> cleanKinds() {
    std::vector<PartInfo> kinds;
    for (const auto& entry : CleanRegistry::global().entries())
        kinds.push_back(entry.info);
    return kinds;
}

Result<CleanPreview> previewStep(const Project& project, const CleanStep& step, JobContext& job) {
    CleanPreview preview;
    const auto look = [&](Database& database) -> Status {
        const Interrupter interrupter(database, job);
        CleanPlan plan(database, job);
        TL_CHECK_STATUS(makePlan(step, plan));
        TL_TRY(preview.effect, clean::effectOf(plan));
        TL_TRY(preview.examples, clean::examplesOf(plan, kExamples));
        if (const Status blocked = clean::checkSplits(plan); !blocked.ok()) {
            if (blocked.error().code != ErrorCode::RowsInUse)
                return blocked;
            preview.blockedBy = errorSentence(blocked.error());
        }
        return plan.end();
    };
    const auto work = [&look](Database& database) -> Status {
        const TemporaryTables allowed(database);
        return look(database);
    };
    TL_CHECK_STATUS(project.read(work));
    return preview;
}

Result<CleanStepInfo> applyStep(Project& project, const CleanStep& step, JobContext& job) {
    TL_TRY(auto applied, replaySteps(project, {step}, job));
    return std::move(applied.front());
}

Result<std::vector<CleanStepInfo>> replaySteps(Project& project, const std::vector<CleanStep>& steps, JobContext& job) {
    std::vector<CleanStepInfo> applied;
    for (const CleanStep& step : steps) // wrong parameters of the last step are told before the first is begun
        if (const auto config = completeConfig(step); !config.ok())
            return config.error();
    TL_CHECK_STATUS(writeAndCount(project, job, [&](Database& database) -> Status {
        for (const CleanStep& step : steps) {
            TL_TRY(CleanStepInfo info, applyWithin(database, step, job));
            applied.push_back(std::move(info));
        }
        return {};
    }));
    return applied;
}

Result<std::vector<CleanStepInfo>> cleanSteps(const Project& project) {
    std::vector<CleanStepInfo> steps;
    const auto work = [&steps](Database& database) -> Status {
        TL_TRY(Statement rows,
               database.prepare("SELECT id, kind, config, created, events_dropped, items_dropped, rows_dropped, "
                                "values_changed, numbers, seconds FROM clean_step ORDER BY id"));
        for (;;) {
            TL_TRY(const bool more, rows.step());
            if (!more)
                return {};
            TL_TRY(CleanStepInfo info, readStep(database, rows));
            steps.push_back(std::move(info));
        }
    };
    TL_CHECK_STATUS(project.read(work));
    return steps;
}

Result<UndoResult> undoTo(Project& project, std::int64_t step, JobContext& job) {
    UndoResult result;
    TL_CHECK_STATUS(writeAndCount(project, job, [&](Database& database) -> Status {
        TL_TRY(const std::int64_t known,
               database.queryInteger("SELECT count(*) FROM clean_step WHERE id = " + std::to_string(step)));
        TL_TRY(const std::int64_t last, database.queryInteger("SELECT max(id) FROM clean_step"));
        if (step != 0 && known == 0)
            return Error(ErrorCode::UnknownChoice, last == 0 ? "0" : "0 to " + std::to_string(last))
                .at("step", std::to_string(step));
        return undoAfter(database, step, job, result);
    }));
    return result;
}

Result<UndoResult> undoLast(Project& project, JobContext& job) {
    UndoResult result;
    TL_CHECK_STATUS(writeAndCount(project, job, [&](Database& database) -> Status {
        TL_TRY(const std::int64_t last, database.queryInteger("SELECT max(id) FROM clean_step"));
        if (last == 0)
            return Error(ErrorCode::NoData, "no cleaning step has been applied, so none can be undone");
        return undoAfter(database, last - 1, job, result);
    }));
    return result;
}

Result<Json> cleanRecipe(const Project& project) {
    TL_TRY(const auto steps, cleanSteps(project));
    Json list = Json::array();
    for (const CleanStepInfo& info : steps)
        list.push_back({{"kind", info.step.kind}, {"config", info.step.config}});
    return Json{{"taillight_cleaning", 1}, {"steps", list}};
}

Result<std::vector<CleanStep>> readCleanRecipe(const Json& recipe, const std::string& file) {
    const auto bad = [&file](const char* why) { return Error(ErrorCode::BadJson, why).inFile(file); };
    if (!recipe.is_object() || !recipe.contains("taillight_cleaning") || recipe["taillight_cleaning"] != 1)
        return bad("it is no recipe of cleaning steps (“taillight_cleaning”: 1 is missing)");
    if (!recipe.contains("steps") || !recipe["steps"].is_array())
        return bad("“steps” must be a list");
    std::vector<CleanStep> steps;
    for (const Json& one : recipe["steps"]) {
        if (!one.is_object() || !one.contains("kind") || !one["kind"].is_string())
            return bad("every step needs a “kind”");
        CleanStep step{one["kind"].get<std::string>(), one.value("config", Json::object())};
        if (!step.config.is_object())
            return bad("the “config” of a step must be an object");
        TL_TRY(step.config, completeConfig(step));
        steps.push_back(std::move(step));
    }
    return steps;
}

} // namespace core::store
