// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/read_as.h"
#include "core/store/stored_values.h"
#include "core/store/viewer_copy.h"

namespace core::store {
namespace {

constexpr std::int64_t kMostRows = 100'000'000; ///< of one part: more is a damaged count

Result<std::string> roleOf(Database& database) {
    TL_TRY(Statement row, database.prepare("SELECT value FROM meta WHERE key = 'role'"));
    TL_TRY(const bool found, row.step());
    return found ? std::string(row.text(0)) : std::string();
}

/// Fills a value by `work(database, value)` where the project is a viewer copy; leaves nothing where it is not.
template <class T, class Work> Result<std::optional<T>> readViewer(const Project& project, Work work) {
    return readAs<std::optional<T>>(project, [&](Database& database, std::optional<T>& value) -> Status {
        TL_TRY(const std::string role, roleOf(database));
        if (role != "viewer")
            return {};
        return work(database, value.emplace());
    });
}

Error notThere(const std::string& what) {
    return Error(ErrorCode::NoData, "this is a viewer copy, which holds results and no rows, and " + what);
}

} // namespace

Result<std::string> projectRole(const Project& project) {
    return readAs<std::string>(project, [](Database& database, std::string& role) -> Status {
        TL_TRY(role, roleOf(database));
        return {};
    });
}

Status notInViewer(const Project& project, const char* what) {
    TL_TRY(const std::string role, projectRole(project));
    if (role != "viewer")
        return {};
    return Error(ErrorCode::NoData, std::string("this is a viewer copy: it holds results, and no ") + what);
}

Result<std::optional<stats::SupportTablePtr>> viewerSupport(const Project& project, const std::string& entity,
                                                            const std::string& measure, JobContext& job) {
    return readViewer<stats::SupportTablePtr>(
        project, [&](Database& database, stats::SupportTablePtr& result) -> Status {
            const auto table = std::make_shared<stats::SupportTable>();
            table->entity = entity;
            table->measure = measure;
            if (measure == "training") {
                TL_TRY(Statement split, database.prepare("SELECT name FROM split ORDER BY id DESC LIMIT 1"));
                TL_TRY(const bool found, split.step());
                table->splitName = found ? std::string(split.text(0)) : std::string();
            }
            TL_TRY(Statement rows, database.prepare("SELECT name, count FROM viewer_support WHERE entity = ?1 AND "
                                                    "measure = ?2 ORDER BY place"));
            rows.bind(1, std::string_view(entity));
            rows.bind(2, std::string_view(measure));
            for (;;) {
                TL_TRY(const bool more, rows.step());
                if (!more)
                    break;
                table->names.emplace_back(rows.text(0));
                table->counts.push_back(rows.integer(1));
                if (table->names.size() % 1024 == 0)
                    TL_CHECK_STATUS(job.check());
            }
            if (table->names.empty())
                return notThere("“" + measure + "” of " + entity + " was not among them when it was made");
            result = table;
            return {};
        });
}

Result<std::optional<std::vector<std::string>>> viewerMeasures(const Project& project, const std::string& entity) {
    return readViewer<std::vector<std::string>>(
        project, [&](Database& database, std::vector<std::string>& measures) -> Status {
            // In the order in which measuresFor() offers them.
            for (const char* measure : {"items", "events", "impression", "click", "cart", "purchase", "search",
                                        "review", "quantity", "revenue", "reviews", "training"}) {
                TL_TRY(Statement row,
                       database.prepare("SELECT EXISTS (SELECT 1 FROM viewer_support WHERE entity = ?1 AND "
                                        "measure = ?2)"));
                row.bind(1, std::string_view(entity));
                row.bind(2, std::string_view(measure));
                TL_TRY(const bool answered, row.step());
                if (answered && row.integer(0) != 0)
                    measures.emplace_back(measure);
            }
            return {};
        });
}

Result<std::optional<Json>> viewerDocument(const Project& project, const std::string& name) {
    return readViewer<Json>(project, [&](Database& database, Json& document) -> Status {
        TL_TRY(Statement row, database.prepare("SELECT value FROM meta WHERE key = ?1"));
        const std::string key = "viewer_" + name;
        row.bind(1, std::string_view(key));
        TL_TRY(const bool found, row.step());
        if (!found)
            return damaged(database, "meta." + key);
        TL_TRY(document, storedJson(database, row.text(0), "meta"));
        return {};
    });
}

Result<std::optional<stats::Predictions>> viewerPredictions(const Project& project, RunId run, data::Part part) {
    return readViewer<stats::Predictions>(project, [&](Database& database, stats::Predictions& said) -> Status {
        TL_TRY(Statement labels, database.prepare("SELECT json_array_length(labels) FROM run WHERE id = ?1"));
        labels.bind(1, raw(run));
        TL_TRY(const bool there, labels.step());
        said.classes = there ? static_cast<int>(labels.integer(0)) : 0;
        TL_TRY(Statement rows,
               database.prepare("SELECT truth, predicted, count FROM viewer_confusion WHERE run_id = ?1 AND "
                                "part = ?2 ORDER BY truth, predicted"));
        rows.bind(1, raw(run));
        rows.bind(2, static_cast<std::int64_t>(part));
        std::int64_t total = 0;
        for (;;) {
            TL_TRY(const bool more, rows.step());
            if (!more)
                break;
            const std::int64_t truth = rows.integer(0);
            const std::int64_t predicted = rows.integer(1);
            const std::int64_t count = rows.integer(2);
            if (truth < 0 || predicted < 0 || truth >= said.classes || predicted >= said.classes || count < 0 ||
                (total += count) > kMostRows)
                return damaged(database, "viewer_confusion");
            said.truth.insert(said.truth.end(), static_cast<std::size_t>(count), static_cast<ClassIndex>(truth));
            said.predicted.insert(said.predicted.end(), static_cast<std::size_t>(count),
                                  static_cast<ClassIndex>(predicted));
        }
        if (said.truth.empty())
            return notThere("run " + std::to_string(raw(run)) + " had no predictions of that part");
        return {};
    });
}

} // namespace core::store
