// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/viewer_copy.h"

#include "core/base/noop.h"
#include "core/store/database.h"
#include "core/store/entity_store.h"
#include "core/store/run_store.h"
#include "core/store/split_store.h"
#include "core/store/stored_values.h"
#include "core/store/viewer_names.h"

#include <array>
#include <filesystem>
#include <unistd.h>

namespace core::store {
namespace {

constexpr std::size_t kRowsPerQuestion = 1024;

/// Writes one viewer copy: everything is read through the same functions that the window uses.
class ViewerWriter {
public:
    ViewerWriter(const Project& from, Database& to, const ViewerOptions& options, JobContext& job)
        : m_from(from), m_to(to), m_names(options.replaceNames), m_options(options), m_job(job) {}

    Status run() {
        TL_CHECK_STATUS(writeMeta("role", "viewer"));
        TL_CHECK_STATUS(writeDistributions());
        TL_CHECK_STATUS(writeDocuments());
        TL_CHECK_STATUS(writeSources());
        TL_CHECK_STATUS(writeSplits());
        TL_CHECK_STATUS(writeRuns());
        return writeActions();
    }

private:
    Status writeMeta(std::string_view key, std::string_view value);
    Status writeDistributions();
    Status writeDistribution(const std::string& entity, const std::string& measure);
    Status writeDocuments();
    Status writeSources();
    Status writeSplits();
    Status writeRuns();
    Status writeRun(const RunRecord& run);
    Status writeEpochs(const RunRecord& run);
    Status writeConfusion(const RunRecord& run, data::Part part);
    Status writeActions();
    /// Copies the rows of a query, all columns as they are.
    Status copy(const std::string& select, const std::string& insert);

    const Project& m_from;
    Database& m_to;
    ViewerNames m_names;
    ViewerOptions m_options;
    JobContext& m_job;
};

Status ViewerWriter::writeMeta(std::string_view key, std::string_view value) {
    TL_TRY(Statement insert, m_to.prepare("INSERT INTO meta(key, value) VALUES(?1, ?2)"));
    insert.bind(1, key);
    insert.bind(2, value);
    return insert.run();
}

Status ViewerWriter::writeDistributions() {
    // Labels first: categories of the same name are other things, but classes get the low numbers.
    for (const char* entity : {"label", "category", "brand", "item", "query", "user"}) {
        TL_TRY(const std::vector<std::string> measures, measuresFor(m_from, entity));
        for (const std::string& measure : measures) {
            TL_CHECK_STATUS(m_job.check());
            TL_CHECK_STATUS(writeDistribution(entity, measure));
        }
    }
    return {};
}

Status ViewerWriter::writeDistribution(const std::string& entity, const std::string& measure) {
    auto table = supportOf(m_from, {.entity = entity, .measure = measure, .split = {}}, m_job);
    if (!table.ok())
        return table.error().code == ErrorCode::NoData ? Status() : Status(table.error());
    TL_TRY(Statement insert, m_to.prepare("INSERT INTO viewer_support(entity, measure, place, name, count) "
                                          "VALUES(?1, ?2, ?3, ?4, ?5)"));
    insert.bind(1, std::string_view(entity));
    insert.bind(2, std::string_view(measure));
    const stats::SupportTable& support = **table;
    for (std::size_t i = 0; i < support.names.size(); ++i) {
        if (i % kRowsPerQuestion == 0)
            TL_CHECK_STATUS(m_job.check());
        const std::string name = m_names.of(entity, support.names[i], i);
        insert.bind(3, static_cast<std::int64_t>(i));
        insert.bind(4, std::string_view(name));
        insert.bind(5, support.counts[i]);
        TL_CHECK_STATUS(insert.run());
    }
    return {};
}

Status ViewerWriter::writeDocuments() {
    TL_TRY(const ProjectCounts counts, projectCounts(m_from));
    TL_CHECK_STATUS(writeMeta("viewer_counts", dumpJson(Json{{"items", counts.items},
                                                             {"catalogue", counts.catalogue},
                                                             {"labelled", counts.labelled},
                                                             {"events", counts.events},
                                                             {"users", counts.users},
                                                             {"queries", counts.queries},
                                                             {"brands", counts.brands},
                                                             {"categories", counts.categories},
                                                             {"labels", counts.labels},
                                                             {"sources", counts.sources},
                                                             {"rejects", counts.rejects},
                                                             {"splits", counts.splits},
                                                             {"runs", counts.runs},
                                                             {"first_time", counts.firstTime},
                                                             {"last_time", counts.lastTime}})));
    TL_TRY(const TimeSeries times, eventsOverTime(m_from));
    return writeMeta("viewer_times", dumpJson(Json{{"start", times.start}, {"events", times.events}}));
}

Status ViewerWriter::writeSources() {
    TL_TRY(Statement insert,
           m_to.prepare(
               "INSERT INTO source(id, kind, path, mapping, compression, encoding, delimiter, rows_read, imported, "
               "rejected, dropped, noted, rejected_by, seconds, imported_at, format, file_size, privacy) "
               "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)"));
    return m_from.read([&](Database& from) -> Status {
        TL_TRY(Statement rows,
               from.prepare(
                   "SELECT id, kind, path, mapping, compression, encoding, delimiter, rows_read, imported, rejected, "
                   "dropped, noted, rejected_by, seconds, imported_at, format, file_size, privacy FROM source"));
        for (;;) {
            TL_TRY(const bool more, rows.step());
            if (!more)
                return {};
            // The name of the file, without the folders: they may be named after people.
            const std::string file = std::filesystem::path(std::string(rows.text(2))).filename().string();
            for (const int i : {0, 7, 8, 9, 16})
                insert.bind(i + 1, rows.integer(i));
            for (const int i : {1, 3, 4, 5, 6, 10, 11, 12, 14, 15, 17})
                insert.bind(i + 1, rows.text(i));
            insert.bind(3, std::string_view(file));
            insert.bind(14, rows.real(13));
            TL_CHECK_STATUS(insert.run());
        }
    });
}

Status ViewerWriter::writeSplits() {
    TL_TRY(const std::vector<SplitInfo> all, splits(m_from));
    TL_TRY(Statement insert,
           m_to.prepare(
               "INSERT INTO split(id, name, config, created, labels, cross_duplicates, unit, family, fold, folds, "
               "numbers) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"));
    for (const SplitInfo& split : all) {
        std::vector<std::string> labels;
        for (const std::string& label : split.labels)
            labels.push_back(m_names.of("label", label, 0));
        // What splits keep of themselves: rows by part, in all and by class.
        const Json numbers{{"rows", split.rows},
                           {"groups", std::array<std::int64_t, 3>{}},
                           {"left_out", Json::object()},
                           {"per_class", split.perClass}};
        const std::string config = dumpJson(splitConfigJson(split.config));
        const std::string names = dumpJson(Json(labels));
        const std::string numbersText = dumpJson(numbers);
        std::string unit, family;
        std::int64_t fold = 0, folds = 0;
        TL_CHECK_STATUS(m_from.read([&](Database& from) -> Status {
            TL_TRY(Statement row, from.prepare("SELECT unit, family, fold, folds FROM split WHERE id = ?1"));
            row.bind(1, raw(split.id));
            TL_TRY(const bool found, row.step());
            if (found) {
                unit = row.text(0);
                family = row.text(1);
                fold = row.integer(2);
                folds = row.integer(3);
            }
            return {};
        }));
        insert.bind(1, raw(split.id));
        insert.bind(2, std::string_view(split.name));
        insert.bind(3, std::string_view(config));
        insert.bind(4, std::string_view(split.created));
        insert.bind(5, std::string_view(names));
        insert.bind(6, split.crossDuplicates);
        insert.bind(7, std::string_view(unit));
        insert.bind(8, std::string_view(family));
        insert.bind(9, fold);
        insert.bind(10, folds);
        insert.bind(11, std::string_view(numbersText));
        TL_CHECK_STATUS(insert.run());
    }
    return {};
}

Status ViewerWriter::writeRuns() {
    TL_TRY(const std::vector<RunRecord> all, runs(m_from));
    m_job.begin(TL_NOOP("Job", "Copying runs"), static_cast<std::int64_t>(all.size()), "runs");
    for (const RunRecord& run : all) {
        TL_CHECK_STATUS(m_job.check());
        TL_CHECK_STATUS(writeRun(run));
        TL_CHECK_STATUS(writeEpochs(run));
        for (const data::Part part : {data::Part::Validation, data::Part::Test})
            TL_CHECK_STATUS(writeConfusion(run, part));
    }
    return {};
}

Status ViewerWriter::writeEpochs(const RunRecord& run) {
    TL_TRY(const std::vector<EpochRecord> all, epochs(m_from, run.id));
    TL_TRY(Statement insert,
           m_to.prepare(
               "INSERT INTO epoch(run_id, epoch, train_loss, learning_rate, examples_per_second, seconds, metric, "
               "best, validation) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"));
    for (const EpochRecord& epoch : all) {
        const std::string validation = dumpJson(m_names.in(epoch.validation));
        insert.bind(1, raw(run.id));
        insert.bind(2, std::int64_t{epoch.epoch});
        insert.bind(3, toStored(epoch.trainLoss));
        insert.bind(4, toStored(epoch.learningRate));
        insert.bind(5, toStored(epoch.examplesPerSecond));
        insert.bind(6, toStored(epoch.seconds));
        insert.bind(7, toStored(epoch.metric));
        insert.bind(8, std::int64_t{epoch.best ? 1 : 0});
        insert.bind(9, std::string_view(validation));
        TL_CHECK_STATUS(insert.run());
    }
    return {};
}

Status ViewerWriter::writeRun(const RunRecord& run) {
    TL_TRY(Statement insert,
           m_to.prepare(
               "INSERT INTO run(id, split_id, experiment, recipe_name, recipe, model, model_config, training, buckets, "
               "seed, device, threads, library, status, started, seconds, epochs, best_epoch, examples_per_second, "
               "labels, support, posthoc_shift, failure) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
               "?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)"));
    std::vector<std::string> labels;
    for (const std::string& label : run.labels)
        labels.push_back(m_names.of("label", label, 0));
    const std::string recipe = dumpJson(m_names.in(run.recipeJson));
    const std::string model = dumpJson(m_names.in(run.modelJson));
    const std::string training = dumpJson(m_names.in(run.training));
    const std::string names = dumpJson(Json(labels));
    const std::string support = dumpJson(Json(run.support));
    const std::string shift = dumpJson(Json(run.postHocShift));
    // A sentence about data may quote some of it.
    const std::string failure = run.failure.empty() ? "" : "it failed (the reason is in the full project)";
    insert.bind(1, raw(run.id));
    insert.bind(2, raw(run.split));
    insert.bind(3, std::string_view(run.experiment));
    insert.bind(4, std::string_view(run.recipe));
    insert.bind(5, std::string_view(recipe));
    insert.bind(6, std::string_view(run.model));
    insert.bind(7, std::string_view(model));
    insert.bind(8, std::string_view(training));
    insert.bind(9, std::string_view(run.buckets));
    insert.bind(10, static_cast<std::int64_t>(run.seed));
    insert.bind(11, std::string_view(run.device));
    insert.bind(12, std::int64_t{run.threads});
    insert.bind(13, std::string_view(run.library));
    insert.bind(14, static_cast<std::int64_t>(run.status));
    insert.bind(15, std::string_view(run.started));
    insert.bind(16, toStored(run.seconds));
    insert.bind(17, std::int64_t{run.epochs});
    insert.bind(18, std::int64_t{run.bestEpoch});
    insert.bind(19, toStored(run.examplesPerSecond));
    insert.bind(20, std::string_view(names));
    insert.bind(21, std::string_view(support));
    insert.bind(22, std::string_view(shift));
    insert.bind(23, std::string_view(failure));
    return insert.run();
}

Status ViewerWriter::writeConfusion(const RunRecord& run, data::Part part) {
    TL_TRY(const PredictionSet set, predictions(m_from, run.id, part));
    if (set.items.empty())
        return {};
    const stats::Predictions said = toPredictions(set, run.postHocShift);
    const std::vector<std::int64_t> counts = stats::confusionMatrix(said);
    TL_TRY(Statement insert, m_to.prepare("INSERT INTO viewer_confusion(run_id, part, truth, predicted, count) "
                                          "VALUES(?1, ?2, ?3, ?4, ?5)"));
    insert.bind(1, raw(run.id));
    insert.bind(2, static_cast<std::int64_t>(part));
    const auto classes = static_cast<std::size_t>(said.classes);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0)
            continue;
        insert.bind(3, static_cast<std::int64_t>(i / classes));
        insert.bind(4, static_cast<std::int64_t>(i % classes));
        insert.bind(5, counts[i]);
        TL_CHECK_STATUS(insert.run());
    }
    return {};
}

Status ViewerWriter::writeActions() {
    return copy("SELECT id, at, action, target, numbers FROM privacy_action",
                "INSERT INTO privacy_action(id, at, action, target, numbers) VALUES(?1, ?2, ?3, ?4, ?5)");
}

Status ViewerWriter::copy(const std::string& select, const std::string& insert) {
    TL_TRY(Statement to, m_to.prepare(insert));
    return m_from.read([&](Database& from) -> Status {
        TL_TRY(Statement rows, from.prepare(select));
        for (;;) {
            TL_TRY(const bool more, rows.step());
            if (!more)
                return {};
            for (int i = 0; i < rows.columns(); ++i)
                to.bind(i + 1, rows.text(i)); // SQLite turns numbers back: the columns are STRICT
            TL_CHECK_STATUS(to.run());
        }
    });
}

void removeFiles(const std::string& path) {
    for (const char* ending : {"", "-wal", "-shm", "-journal"})
        ::unlink((path + ending).c_str());
}

} // namespace

Status makeViewerCopy(const Project& project, const std::string& out, const ViewerOptions& options, JobContext& job) {
    job.begin(TL_NOOP("Job", "Writing a viewer copy"), 0, "");
    TL_TRY(ProjectPtr copy, Project::open(out, Project::Access::CreateNew));
    const Status status = copy->write([&](Database& to) { return ViewerWriter(project, to, options, job).run(); });
    copy.reset(); // folds its WAL in
    if (!status.ok())
        removeFiles(out);
    return status;
}

} // namespace core::store
