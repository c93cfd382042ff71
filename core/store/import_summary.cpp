// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/import_summary.h"

#include "core/store/stored_values.h"

namespace core::store {
namespace {

using Counts = std::map<std::string, std::int64_t>;

const char* kindName(data::SourceKind kind) {
    return kind == data::SourceKind::Catalogue ? "catalogue" : "log";
}

Json countsJson(const Counts& counts) {
    Json json = Json::object();
    for (const auto& [name, count] : counts)
        json[name] = count;
    return json;
}

/// Only what is of the right type: a damaged text must not end the program.
Counts countsFrom(std::string_view text) {
    Counts counts;
    if (const auto json = parseJson(std::string(text)); json.ok() && json->is_object())
        for (const auto& [name, count] : json->items())
            if (count.is_number_integer())
                counts[name] = count.get<std::int64_t>();
    return counts;
}

data::Mapping mappingFrom(std::string_view text) {
    data::Mapping mapping;
    if (const auto json = parseJson(std::string(text)); json.ok() && json->is_object())
        for (const auto& [field, column] : json->items())
            if (column.is_string())
                mapping[field] = column.get<std::string>();
    return mapping;
}

} // namespace

Json importJson(const ImportSummary& summary) {
    Json mapping = Json::object();
    for (const auto& [field, column] : summary.mapping)
        mapping[field] = column;
    Json json = Json::object();
    json["source"] = raw(summary.source);
    json["path"] = summary.path;
    json["kind"] = kindName(summary.kind);
    json["mapping"] = std::move(mapping);
    json["compression"] = summary.compression;
    json["encoding"] = summary.encoding;
    json["delimiter"] = std::string(1, summary.delimiter);
    json["read"] = summary.read;
    json["imported"] = summary.imported;
    json["rejected"] = summary.rejected;
    json["dropped"] = countsJson(summary.dropped);
    json["noted"] = countsJson(summary.noted);
    json["rejected_by"] = countsJson(summary.rejectedBy);
    json["seconds"] = summary.seconds;
    return json;
}

Status insertSource(Database& database, ImportSummary& summary) {
    TL_TRY(Statement insert,
           database.prepare(
               "INSERT INTO source(kind, path, mapping, compression, encoding, delimiter, rows_read, imported, "
               "rejected, dropped, noted, rejected_by, seconds, imported_at) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 0, 0, '{}', '{}', '{}', 0.0, ?7)"));
    Json mapping = Json::object();
    for (const auto& [field, column] : summary.mapping)
        mapping[field] = column;
    const std::string mappingText = dumpJson(mapping);
    const std::string now = utcNow();
    insert.bind(1, std::string_view(kindName(summary.kind)));
    insert.bind(2, std::string_view(summary.path));
    insert.bind(3, std::string_view(mappingText));
    insert.bind(4, std::string_view(summary.compression));
    insert.bind(5, std::string_view(summary.encoding));
    insert.bind(6, std::string_view(&summary.delimiter, 1));
    insert.bind(7, std::string_view(now));
    TL_CHECK_STATUS(insert.run());
    summary.source = SourceId{database.lastInsertRowId()};
    return {};
}

Status updateSource(Database& database, const ImportSummary& summary) {
    TL_TRY(Statement update,
           database.prepare("UPDATE source SET rows_read = ?2, imported = ?3, rejected = ?4, dropped = ?5, noted = ?6, "
                            "rejected_by = ?7, seconds = ?8 WHERE id = ?1"));
    const std::string dropped = dumpJson(countsJson(summary.dropped));
    const std::string noted = dumpJson(countsJson(summary.noted));
    const std::string rejectedBy = dumpJson(countsJson(summary.rejectedBy));
    update.bind(1, raw(summary.source));
    update.bind(2, summary.read);
    update.bind(3, summary.imported);
    update.bind(4, summary.rejected);
    update.bind(5, std::string_view(dropped));
    update.bind(6, std::string_view(noted));
    update.bind(7, std::string_view(rejectedBy));
    update.bind(8, summary.seconds);
    return update.run();
}

Result<std::vector<ImportSummary>> sources(const Project& project) {
    std::vector<ImportSummary> list;
    const auto work = [&list](Database& database) -> Status {
        TL_TRY(Statement select, database.prepare("SELECT id, kind, path, mapping, compression, encoding, delimiter, "
                                                  "rows_read, imported, rejected, dropped, noted, rejected_by, seconds "
                                                  "FROM source ORDER BY id"));
        for (;;) {
            TL_TRY(const bool row, select.step());
            if (!row)
                return {};
            ImportSummary& summary = list.emplace_back();
            summary.source = SourceId{select.integer(0)};
            summary.kind = select.text(1) == "log" ? data::SourceKind::Log : data::SourceKind::Catalogue;
            summary.path = select.text(2);
            summary.mapping = mappingFrom(select.text(3));
            summary.compression = select.text(4);
            summary.encoding = select.text(5);
            summary.delimiter = select.text(6).empty() ? ',' : select.text(6).front();
            summary.read = select.integer(7);
            summary.imported = select.integer(8);
            summary.rejected = select.integer(9);
            summary.dropped = countsFrom(select.text(10));
            summary.noted = countsFrom(select.text(11));
            summary.rejectedBy = countsFrom(select.text(12));
            summary.seconds = select.real(13);
        }
    };
    TL_CHECK_STATUS(project.read(work));
    return list;
}

Result<std::vector<RejectRow>> rejects(const Project& project, std::int64_t offset, std::int64_t limit) {
    std::vector<RejectRow> list;
    const auto work = [&](Database& database) -> Status {
        // Rows are stored in the order of import and line, so the id is that order.
        TL_TRY(Statement select,
               database.prepare("SELECT r.id, r.source_id, s.path, r.line, r.column_name, r.value, r.reason, r.raw "
                                "FROM reject r JOIN source s ON s.id = r.source_id ORDER BY r.id LIMIT ?2 OFFSET ?1"));
        select.bind(1, offset);
        select.bind(2, limit);
        for (;;) {
            TL_TRY(const bool row, select.step());
            if (!row)
                return {};
            list.push_back({select.integer(0), SourceId{select.integer(1)}, std::string(select.text(2)),
                            select.integer(3), std::string(select.text(4)), std::string(select.text(5)),
                            std::string(select.text(6)), std::string(select.text(7))});
        }
    };
    TL_CHECK_STATUS(project.read(work));
    return list;
}

Result<std::int64_t> rejectCount(const Project& project) {
    std::int64_t count = 0;
    const auto work = [&count](Database& database) -> Status {
        TL_TRY(count, database.queryInteger("SELECT count(*) FROM reject"));
        return {};
    };
    TL_CHECK_STATUS(project.read(work));
    return count;
}

} // namespace core::store
