// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/read_as.h"
#include "core/store/run_store.h"
#include "core/store/run_store_rows.h"
#include "core/store/stored_values.h"
#include "core/store/viewer_copy.h"

namespace core::store {
namespace {

constexpr const char* kRunColumns = "SELECT id, split_id, experiment, recipe_name, recipe, model, model_config, "
                                    "training, buckets, seed, device, threads, "
                                    "library, status, started, seconds, epochs, best_epoch, examples_per_second, "
                                    "labels, support, posthoc_shift, failure "
                                    "FROM run ";

Result<RunRecord> readRun(Database& database, const Statement& row) {
    RunRecord run;
    run.id = RunId{row.integer(0)};
    run.split = SplitId{row.integer(1)};
    run.experiment = row.text(2);
    run.recipe = row.text(3);
    TL_TRY(run.recipeJson, storedJson(database, row.text(4), "run.recipe"));
    run.model = row.text(5);
    TL_TRY(run.modelJson, storedJson(database, row.text(6), "run.model_config"));
    TL_TRY(run.training, storedJson(database, row.text(7), "run.training"));
    run.buckets = row.text(8);
    run.seed = static_cast<std::uint64_t>(row.integer(9));
    run.device = row.text(10);
    run.threads = static_cast<int>(row.integer(11));
    run.library = row.text(12);
    const std::int64_t status = row.integer(13);
    if (status < 0 || status > static_cast<std::int64_t>(RunStatus::Cancelled))
        return damaged(database, "run.status");
    run.status = static_cast<RunStatus>(status);
    run.started = row.text(14);
    run.seconds = fromStored(row.real(15));
    run.epochs = static_cast<int>(row.integer(16));
    run.bestEpoch = static_cast<int>(row.integer(17));
    run.examplesPerSecond = fromStored(row.real(18));
    TL_TRY(run.labels, storedStrings(database, row.text(19), "run.labels"));
    TL_TRY(run.support, storedIntegers(database, row.text(20), "run.support"));
    TL_TRY(run.postHocShift, storedNumbers(database, row.text(21), "run.posthoc_shift"));
    run.failure = row.text(22);
    return run;
}

Result<EpochRecord> readEpoch(Database& database, const Statement& row) {
    EpochRecord epoch;
    epoch.epoch = static_cast<int>(row.integer(0));
    epoch.trainLoss = fromStored(row.real(1));
    epoch.learningRate = fromStored(row.real(2));
    epoch.examplesPerSecond = fromStored(row.real(3));
    epoch.seconds = fromStored(row.real(4));
    epoch.metric = fromStored(row.real(5));
    epoch.best = row.integer(6) != 0;
    TL_TRY(epoch.validation, storedJson(database, row.text(7), "epoch.validation"));
    return epoch;
}

std::string bytesOf(std::span<const std::byte> blob) {
    const auto* begin = reinterpret_cast<const char*>(blob.data());
    return blob.empty() ? std::string() : std::string(begin, blob.size());
}

} // namespace

Error noSuchRun(Database& database, RunId run) {
    std::string detail;
    const auto count = database.queryInteger("SELECT count(*) FROM run");
    if (count.ok() && *count == 0)
        detail = "There are none yet.";
    else if (const auto newest = database.queryInteger("SELECT max(id) FROM run"); newest.ok())
        detail = "The newest is " + std::to_string(*newest) + ".";
    return Error(ErrorCode::NoSuchRun, detail).at({}, std::to_string(raw(run)));
}

Status checkRun(Database& database, RunId run) {
    TL_TRY(Statement statement, database.prepare("SELECT 1 FROM run WHERE id = ?1"));
    statement.bind(1, raw(run));
    TL_TRY(const bool found, statement.step());
    if (!found)
        return noSuchRun(database, run);
    return {};
}

Result<std::vector<RunRecord>> runs(const Project& project) {
    return readAs<std::vector<RunRecord>>(project, [&](Database& database, std::vector<RunRecord>& list) -> Status {
        TL_TRY(Statement rows, database.prepare(std::string(kRunColumns) + "ORDER BY id"));
        for (;;) {
            TL_TRY(const bool more, rows.step());
            if (!more)
                return {};
            TL_TRY(RunRecord run, readRun(database, rows));
            list.push_back(std::move(run));
        }
    });
}

Result<RunRecord> run(const Project& project, RunId id) {
    return readAs<RunRecord>(project, [&](Database& database, RunRecord& record) -> Status {
        TL_TRY(Statement row, database.prepare(std::string(kRunColumns) + "WHERE id = ?1"));
        row.bind(1, raw(id));
        TL_TRY(const bool found, row.step());
        if (!found)
            return noSuchRun(database, id);
        TL_TRY(record, readRun(database, row));
        return {};
    });
}

Result<std::vector<EpochRecord>> epochs(const Project& project, RunId run) {
    return readAs<std::vector<EpochRecord>>(project, [&](Database& database, std::vector<EpochRecord>& list) -> Status {
        TL_CHECK_STATUS(checkRun(database, run));
        TL_TRY(Statement rows,
               database.prepare("SELECT epoch, train_loss, learning_rate, examples_per_second, seconds, "
                                "metric, best, validation FROM epoch WHERE run_id = ?1 ORDER BY epoch"));
        rows.bind(1, raw(run));
        for (;;) {
            TL_TRY(const bool more, rows.step());
            if (!more)
                return {};
            TL_TRY(EpochRecord epoch, readEpoch(database, rows));
            list.push_back(std::move(epoch));
        }
    });
}

Result<std::optional<std::pair<std::string, Json>>> loadCheckpoint(const Project& project, RunId run) {
    return readAs<std::optional<std::pair<std::string, Json>>>(
        project, [&](Database& database, std::optional<std::pair<std::string, Json>>& checkpoint) -> Status {
            TL_CHECK_STATUS(checkRun(database, run));
            TL_TRY(Statement row, database.prepare("SELECT bytes, progress FROM run_blob WHERE run_id = ?1 AND "
                                                   "kind = 'checkpoint'"));
            row.bind(1, raw(run));
            TL_TRY(const bool found, row.step());
            if (!found)
                return {};
            TL_TRY(Json progress, storedJson(database, row.text(1), "run_blob.progress"));
            checkpoint.emplace(bytesOf(row.blob(0)), std::move(progress));
            return {};
        });
}

Result<std::string> modelBlob(const Project& project, RunId run) {
    TL_CHECK_STATUS(notInViewer(project, "models"));
    return readAs<std::string>(project, [&](Database& database, std::string& blob) -> Status {
        TL_CHECK_STATUS(checkRun(database, run));
        TL_TRY(Statement row, database.prepare("SELECT bytes FROM run_blob WHERE run_id = ?1 AND kind = 'model'"));
        row.bind(1, raw(run));
        TL_TRY(const bool found, row.step());
        if (!found)
            return Error(ErrorCode::NoData,
                         "run " + std::to_string(raw(run)) + " has no stored model, because it did not finish");
        blob = bytesOf(row.blob(0));
        return {};
    });
}

} // namespace core::store
