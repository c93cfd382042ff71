// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/privacy_report.h"

#include "core/base/noop.h"
#include "core/privacy/key.h"
#include "core/store/browse/sql_functions.h"
#include "core/store/database.h"
#include "core/store/import_privacy.h"
#include "core/store/privacy_texts.h"
#include "core/store/stored_values.h"
#include "core/store/viewer_copy.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace core::store {
namespace {

std::string textOf(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t countOf(const Json& object, std::string_view name) {
    const auto found = object.find(std::string(name));
    return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

/// One entry of source.privacy's columns (RowTransform::summary()).
CollectedColumn treatedColumn(const Json& entry) {
    CollectedColumn column;
    column.column = textOf(entry, "column");
    column.action = textOf(entry, "action");
    column.how = column.action == "pseudonymise" ? textOf(entry, "domain") : textOf(entry, "how");
    column.changed = countOf(entry, "changed");
    if (const auto found = entry.find("found"); found != entry.end() && found->is_object())
        for (const privacy::PersonalKind kind : privacy::kAllPersonalKinds)
            column.personal[static_cast<std::size_t>(kind)] = countOf(*found, privacy::personalKindName(kind));
    return column;
}

/// Columns of the file that serve no field and were kept beside the others.
std::vector<std::string> extraColumns(const Json& options) {
    const auto columns = options.find("columns");
    const auto understanding = options.find("understanding");
    if (columns == options.end() || !columns->is_array())
        return {};
    if (understanding != options.end() && understanding->is_object() && !understanding->value("keep_extra", true))
        return {};
    std::vector<std::string> names;
    for (const Json& column : *columns)
        if (column.is_string())
            names.push_back(column.get<std::string>());
    return names;
}

/// What one row of `source` says was collected: every column where the import kept an account of them, or else the
/// mapped ones and those that were kept without a field.
CollectedSource collectedSource(const Statement& row, const Json& mapping, const Json& privacy, const Json& options) {
    CollectedSource source;
    source.id = SourceId{row.integer(0)};
    source.file = std::filesystem::path(std::string(row.text(1))).filename().string();
    source.kind = row.text(2);
    source.importedAt = row.text(3);
    source.rows = row.integer(4);
    source.keyId = textOf(privacy, "key_id");
    if (const auto actions = privacy.find("personal"); actions != privacy.end() && actions->is_object())
        source.personalActions = *actions;
    std::map<std::string, std::string> fields; // by column
    for (const auto& [field, column] : mapping.items())
        if (column.is_string())
            fields[column.get<std::string>()] += (fields[column.get<std::string>()].empty() ? "" : ", ") + field;
    if (const auto columns = privacy.find("columns"); columns != privacy.end() && columns->is_array()) {
        for (const Json& entry : *columns)
            source.columns.push_back(treatedColumn(entry));
    } else {
        for (const std::string& column : extraColumns(options))
            fields.try_emplace(column);
    }
    for (CollectedColumn& column : source.columns) {
        column.field = fields[column.column];
        fields.erase(column.column);
    }
    for (const auto& [column, field] : fields) {
        CollectedColumn kept;
        kept.column = column;
        kept.field = field;
        kept.action = "keep";
        source.columns.push_back(std::move(kept));
    }
    return source;
}

Status readSources(Database& database, PrivacyReport& report) {
    TL_TRY(Statement rows,
           database.prepare("SELECT id, path, kind, imported_at, rows_read, mapping, privacy, options FROM source "
                            "ORDER BY id"));
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            return {};
        TL_TRY(const Json mapping, storedJson(database, rows.text(5), "source.mapping"));
        TL_TRY(const Json privacy, storedJson(database, rows.text(6), "source.privacy"));
        TL_TRY(const Json options, storedJson(database, rows.text(7), "source.options"));
        report.sources.push_back(collectedSource(rows, mapping, privacy, options));
    }
}

Status readActions(Database& database, PrivacyReport& report) {
    TL_TRY(Statement rows, database.prepare("SELECT id, at, action, target, numbers FROM privacy_action ORDER BY id"));
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            return {};
        PrivacyActionRecord action{rows.integer(0), std::string(rows.text(1)), std::string(rows.text(2)),
                                   std::string(rows.text(3)), Json()};
        TL_TRY(action.numbers, storedJson(database, rows.text(4), "privacy_action.numbers"));
        report.actions.push_back(std::move(action));
    }
}

/// Looks at the texts of one column. Pseudonyms are nobody's data and are passed over.
Status searchColumn(Database& database, const TextColumn& column, std::int64_t limit, JobContext& job,
                    PrivacyReport& report) {
    const std::string name = column.column;
    const std::string texts = "FROM " + column.table + " WHERE typeof(" + name + ") = 'text' AND " + name + " <> ''";
    TL_TRY(Statement rows, database.prepare("SELECT " + name + " " + texts +
                                            (limit > 0 ? " LIMIT " + std::to_string(limit) : std::string())));
    RemainingColumn remaining;
    remaining.table = column.table;
    remaining.findings.column = name;
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            break;
        if (remaining.rows++ % 256 == 0)
            TL_CHECK_STATUS(job.check());
        if (const std::string_view text = rows.text(0); !privacy::Pseudonymiser::looksLike(text))
            privacy::scanCell(text, privacy::kEveryKind, remaining.findings);
    }
    if (remaining.rows == 0)
        return {};
    ++report.columnsSearched;
    if (!remaining.findings.any())
        return {};
    remaining.total = remaining.rows;
    if (limit > 0 && remaining.rows == limit) {
        TL_TRY(remaining.total, database.queryInteger("SELECT count(*) " + texts));
    }
    remaining.whole = remaining.rows == remaining.total;
    report.remaining.push_back(std::move(remaining));
    return {};
}

Status search(Database& database, std::int64_t limit, JobContext& job, PrivacyReport& report) {
    TL_TRY(const std::vector<TextColumn> columns, textColumns(database));
    job.begin(TL_NOOP("Job", "Looking for personal data"), static_cast<std::int64_t>(columns.size()), "columns");
    const Interrupter interrupter(database, job);
    std::int64_t done = 0;
    for (const TextColumn& column : columns) {
        TL_CHECK_STATUS(searchColumn(database, column, limit, job, report));
        job.report(++done);
    }
    return {};
}

} // namespace

Result<PrivacyReport> privacyReport(const Project& project, const PrivacyReportOptions& options, JobContext& job) {
    PrivacyReport report;
    report.project = std::filesystem::path(project.path()).stem().string();
    report.sampleLimit = options.sampleLimit;
    TL_TRY(report.role, projectRole(project));
    TL_TRY(const auto key, projectKey(project));
    if (key)
        report.keyId = key->id;
    const auto work = [&](Database& database) -> Status {
        TL_CHECK_STATUS(readSources(database, report));
        TL_CHECK_STATUS(readActions(database, report));
        return search(database, options.sampleLimit, job, report);
    };
    TL_CHECK_STATUS(project.read(work));
    if (!options.quasiIdentifiers.empty()) {
        TL_TRY(report.anonymity, kAnonymity(project, options, job));
    }
    return report;
}

Result<PrivacyReport> privacyReport(const Project& project, const std::vector<std::string>& quasiIdentifiers,
                                    JobContext& job) {
    PrivacyReportOptions options;
    options.quasiIdentifiers = quasiIdentifiers;
    return privacyReport(project, options, job);
}

} // namespace core::store
