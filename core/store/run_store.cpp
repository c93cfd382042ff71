// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_store.h"

#include "core/store/database.h"
#include "core/store/run_store_rows.h"
#include "core/store/stored_values.h"

#include <cassert>

namespace core::store {
namespace {

constexpr const char* kInsertRun =
    "INSERT INTO run(split_id, experiment, recipe_name, recipe, model, model_config, training, buckets, seed, device, "
    "threads, library, status, started, seconds, epochs, best_epoch, examples_per_second, labels, support, "
    "posthoc_shift, failure) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, "
    "?19, ?20, ?21, ?22)";

constexpr const char* kUpdateRun =
    "UPDATE run SET split_id = ?1, experiment = ?2, recipe_name = ?3, recipe = ?4, model = ?5, model_config = ?6, "
    "training = ?7, buckets = ?8, seed = ?9, device = ?10, threads = ?11, library = ?12, status = ?13, started = ?14, "
    "seconds = ?15, epochs = ?16, best_epoch = ?17, examples_per_second = ?18, labels = ?19, support = ?20, "
    "posthoc_shift = ?21, failure = ?22 WHERE id = ?23";

/// The JSON columns of a record as text, kept alive while they are bound.
struct RunTexts {
    explicit RunTexts(const RunRecord& run)
        : recipe(dumpJson(run.recipeJson)),
          model(dumpJson(run.modelJson)),
          training(dumpJson(run.training)),
          labels(dumpJson(Json(run.labels))),
          support(dumpJson(Json(run.support))),
          shift(dumpJson(Json(run.postHocShift))) {}
    std::string recipe, model, training, labels, support, shift;
};

void bindRun(Statement& statement, const RunRecord& run, const RunTexts& texts) {
    int index = 0;
    const auto text = [&](const std::string& value) { statement.bind(++index, std::string_view(value)); };
    const auto integer = [&](std::int64_t value) { statement.bind(++index, value); };
    const auto real = [&](double value) { statement.bind(++index, toStored(value)); };
    integer(raw(run.split));
    text(run.experiment);
    text(run.recipe);
    text(texts.recipe);
    text(run.model);
    text(texts.model);
    text(texts.training);
    text(run.buckets);
    integer(static_cast<std::int64_t>(run.seed)); // bit for bit: SQLite has no unsigned numbers
    text(run.device);
    integer(run.threads);
    text(run.library);
    integer(static_cast<std::int64_t>(run.status));
    text(run.started);
    real(run.seconds);
    integer(run.epochs);
    integer(run.bestEpoch);
    real(run.examplesPerSecond);
    text(texts.labels);
    text(texts.support);
    text(texts.shift);
    text(run.failure);
}

Status changeStatus(Database& database, RunId run, RunStatus status, const std::string& failure) {
    TL_TRY(Statement update, database.prepare("UPDATE run SET status = ?1, failure = ?2 WHERE id = ?3"));
    update.bind(1, static_cast<std::int64_t>(status));
    update.bind(2, std::string_view(failure));
    update.bind(3, raw(run));
    return update.run();
}

Status deleteOf(Database& database, const char* sql, RunId run) {
    TL_TRY(Statement removal, database.prepare(sql));
    removal.bind(1, raw(run));
    return removal.run();
}

Status writeBlob(Database& database, RunId run, std::string_view kind, const std::string& progress,
                 const std::string& blob) {
    TL_TRY(Statement insert, database.prepare("INSERT INTO run_blob(run_id, kind, progress, bytes) "
                                              "VALUES(?1, ?2, ?3, ?4) ON CONFLICT(run_id, kind) DO UPDATE "
                                              "SET progress = excluded.progress, bytes = excluded.bytes"));
    insert.bind(1, raw(run));
    insert.bind(2, kind);
    insert.bind(3, std::string_view(progress));
    insert.bindBlob(4, std::as_bytes(std::span(blob)));
    return insert.run();
}

} // namespace

std::string_view runStatusName(RunStatus status) {
    switch (status) {
    case RunStatus::Queued:
        return "queued";
    case RunStatus::Running:
        return "running";
    case RunStatus::Interrupted:
        return "interrupted";
    case RunStatus::Finished:
        return "finished";
    case RunStatus::Failed:
        return "failed";
    case RunStatus::Cancelled:
        return "cancelled";
    }
    return {};
}

Json runJson(const RunRecord& run) {
    Json json{{"id", raw(run.id)},
              {"recipe", run.recipe},
              {"model", run.model},
              {"seed", run.seed},
              {"seconds", run.seconds},
              {"epochs", run.epochs},
              {"best_epoch", run.bestEpoch},
              {"examples_per_second", run.examplesPerSecond},
              {"status", runStatusName(run.status)},
              {"experiment", run.experiment},
              {"split", raw(run.split)},
              {"device", run.device},
              {"threads", run.threads},
              {"started", run.started},
              {"library", run.library}};
    if (!run.failure.empty())
        json["failure"] = run.failure;
    return json;
}

Result<RunId> beginRun(Project& project, const RunRecord& run) {
    RunRecord record = run;
    record.status = RunStatus::Running;
    if (record.started.empty())
        record.started = utcNow();
    const RunTexts texts(record);
    RunId id{};
    Status stored = project.write([&](Database& database) -> Status {
        // The project is locked by one process: what still says Running belongs to one that died.
        TL_TRY(Statement stale, database.prepare("UPDATE run SET status = ?1 WHERE status = ?2"));
        stale.bind(1, static_cast<std::int64_t>(RunStatus::Interrupted));
        stale.bind(2, static_cast<std::int64_t>(RunStatus::Running));
        TL_CHECK_STATUS(stale.run());
        {
            TL_TRY(Statement split, database.prepare("SELECT 1 FROM split WHERE id = ?1"));
            split.bind(1, raw(record.split));
            TL_TRY(const bool found, split.step());
            if (!found)
                return Error(ErrorCode::NoSuchSplit).at({}, std::to_string(raw(record.split)));
        }
        TL_TRY(Statement insert, database.prepare(kInsertRun));
        bindRun(insert, record, texts);
        TL_CHECK_STATUS(insert.run());
        id = RunId{database.lastInsertRowId()};
        return {};
    });
    if (!stored.ok())
        return std::move(stored).error();
    return id;
}

Status addEpoch(Project& project, RunId run, const EpochRecord& epoch) {
    const std::string validation = dumpJson(epoch.validation);
    return project.write([&](Database& database) -> Status {
        TL_CHECK_STATUS(checkRun(database, run));
        // A resumed run may come to an epoch again that had ended before the last checkpoint was written.
        TL_TRY(Statement insert,
               database.prepare("INSERT OR REPLACE INTO epoch(run_id, epoch, train_loss, learning_rate, "
                                "examples_per_second, seconds, metric, best, validation) "
                                "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"));
        insert.bind(1, raw(run));
        insert.bind(2, std::int64_t{epoch.epoch});
        insert.bind(3, toStored(epoch.trainLoss));
        insert.bind(4, toStored(epoch.learningRate));
        insert.bind(5, toStored(epoch.examplesPerSecond));
        insert.bind(6, toStored(epoch.seconds));
        insert.bind(7, toStored(epoch.metric));
        insert.bind(8, std::int64_t{epoch.best ? 1 : 0});
        insert.bind(9, std::string_view(validation));
        return insert.run();
    });
}

Status saveCheckpoint(Project& project, RunId run, const std::string& blob, const Json& progress) {
    const std::string text = dumpJson(progress);
    return project.write([&](Database& database) -> Status {
        TL_CHECK_STATUS(checkRun(database, run));
        return writeBlob(database, run, "checkpoint", text, blob);
    });
}

Status finishRun(Project& project, const RunRecord& run, const RunResult& result) {
    RunRecord record = run;
    record.status = RunStatus::Finished;
    const RunTexts texts(record);
    return project.write([&](Database& database) -> Status {
        TL_CHECK_STATUS(checkRun(database, run.id));
        {
            TL_TRY(Statement update, database.prepare(kUpdateRun));
            bindRun(update, record, texts);
            update.bind(23, raw(run.id));
            TL_CHECK_STATUS(update.run());
        }
        TL_CHECK_STATUS(writePredictions(database, run.id, result.predictions));
        TL_CHECK_STATUS(writeSynthetic(database, run.id, result.synthetic));
        TL_CHECK_STATUS(writeBlob(database, run.id, "model", "null", result.modelBlob));
        return deleteOf(database, "DELETE FROM run_blob WHERE run_id = ?1 AND kind = 'checkpoint'", run.id);
    });
}

Status endRun(Project& project, RunId run, RunStatus status, const std::string& failure) {
    assert(status == RunStatus::Failed || status == RunStatus::Cancelled || status == RunStatus::Interrupted);
    return project.write([&](Database& database) -> Status {
        TL_CHECK_STATUS(checkRun(database, run));
        std::int64_t epochCount = 0;
        {
            TL_TRY(Statement count, database.prepare("SELECT count(*) FROM epoch WHERE run_id = ?1"));
            count.bind(1, raw(run));
            TL_TRY([[maybe_unused]] const bool row, count.step());
            epochCount = count.integer(0);
        }
        if (status == RunStatus::Cancelled && epochCount == 0)
            return deleteOf(database, "DELETE FROM run WHERE id = ?1", run);
        // Nothing goes on from a run that failed; an interrupted or cancelled one can be taken up again.
        if (status == RunStatus::Failed)
            TL_CHECK_STATUS(deleteOf(database, "DELETE FROM run_blob WHERE run_id = ?1 AND kind = 'checkpoint'", run));
        return changeStatus(database, run, status, failure);
    });
}

Status removeRun(Project& project, RunId run) {
    return project.write([&](Database& database) -> Status {
        TL_CHECK_STATUS(checkRun(database, run));
        return deleteOf(database, "DELETE FROM run WHERE id = ?1", run);
    });
}

} // namespace core::store
