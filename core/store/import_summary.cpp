// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/import_summary.h"

#include "core/store/stored_values.h"

#include <array>
#include <optional>
#include <type_traits>

namespace core::store {
namespace {

using Counts = std::map<std::string, std::int64_t>;

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

Json mappingJson(const data::Mapping& mapping) {
    Json json = Json::object();
    for (const auto& [field, column] : mapping)
        json[field] = column;
    return json;
}

const std::array kSourceKinds{data::SourceKind::Catalogue, data::SourceKind::Log,     data::SourceKind::Queries,
                              data::SourceKind::Labels,    data::SourceKind::Reviews, data::SourceKind::Split};

data::SourceKind sourceKindOf(std::string_view name) {
    for (const data::SourceKind kind : kSourceKinds)
        if (name == sourceKindName(kind))
            return kind;
    return data::SourceKind::Catalogue;
}

/// A member of a stored object, when it is there and of the right type.
template <class T> std::optional<T> member(const Json& object, const char* name) {
    const auto found = object.is_object() ? object.find(name) : object.end();
    if (!object.is_object() || found == object.end())
        return {};
    if constexpr (std::is_same_v<T, bool>) {
        if (found->is_boolean())
            return found->template get<bool>();
    } else {
        if (found->is_string())
            return found->template get<T>();
    }
    return {};
}

std::vector<std::string> stringsOf(const Json& object, const char* name) {
    std::vector<std::string> list;
    if (const auto found = object.find(name); found != object.end() && found->is_array())
        for (const Json& entry : *found)
            if (entry.is_string())
                list.push_back(entry.get<std::string>());
    return list;
}

std::optional<char> charOf(const Json& object, const char* name) {
    const auto text = member<std::string>(object, name);
    return text && text->size() == 1 ? std::optional<char>(text->front()) : std::nullopt;
}

Json objectFrom(std::string_view text) {
    auto json = parseJson(std::string(text));
    return json.ok() && json->is_object() ? std::move(*json) : Json::object();
}

/// Everything of the column `options`: how the file was read, its columns, how its values were understood.
std::string optionsText(const ImportSummary& summary) {
    Json json = readOptionsJson(summary.options);
    json["columns"] = summary.columns;
    json["understanding"] = summary.understanding;
    return dumpJson(json);
}

constexpr const char* kSelectSource =
    "SELECT id, kind, path, mapping, compression, encoding, delimiter, rows_read, imported, rejected, dropped, noted, "
    "rejected_by, seconds, imported_at, format, options, file_size, digest, privacy FROM source ";

ImportSummary summaryOf(const Statement& row) {
    ImportSummary summary;
    summary.source = SourceId{row.integer(0)};
    summary.kind = sourceKindOf(row.text(1));
    summary.path = row.text(2);
    summary.mapping = mappingFrom(row.text(3));
    summary.compression = row.text(4);
    summary.encoding = row.text(5);
    summary.delimiter = row.text(6).empty() ? ',' : row.text(6).front();
    summary.read = row.integer(7);
    summary.imported = row.integer(8);
    summary.rejected = row.integer(9);
    summary.dropped = countsFrom(row.text(10));
    summary.noted = countsFrom(row.text(11));
    summary.rejectedBy = countsFrom(row.text(12));
    summary.seconds = row.real(13);
    summary.importedAt = row.text(14);
    summary.format = row.text(15);
    const Json options = objectFrom(row.text(16));
    summary.options = readOptionsFromJson(options);
    summary.columns = stringsOf(options, "columns");
    if (const auto found = options.find("understanding"); found != options.end() && found->is_object())
        summary.understanding = *found;
    summary.fileSize = row.integer(17);
    summary.digest = row.text(18);
    summary.privacy = objectFrom(row.text(19));
    return summary;
}

const char* policyName(DuplicatePolicy policy) {
    switch (policy) {
    case DuplicatePolicy::Keep:
        return "keep";
    case DuplicatePolicy::Drop:
        return "drop";
    case DuplicatePolicy::Merge:
        break;
    }
    return "merge";
}

} // namespace

const char* sourceKindName(data::SourceKind kind) {
    switch (kind) {
    case data::SourceKind::Catalogue:
        break;
    case data::SourceKind::Log:
        return "log";
    case data::SourceKind::Queries:
        return "queries";
    case data::SourceKind::Labels:
        return "labels";
    case data::SourceKind::Reviews:
        return "reviews";
    case data::SourceKind::Split:
        return "split";
    }
    return "catalogue";
}

Json readOptionsJson(const data::ReadOptions& options) {
    Json json = Json::object();
    json["format"] = options.format;
    json["encoding"] = options.encoding;
    if (options.delimiter)
        json["delimiter"] = std::string(1, *options.delimiter);
    if (options.quote)
        json["quote"] = std::string(1, *options.quote);
    if (options.header)
        json["header"] = *options.header;
    if (!options.sheet.empty())
        json["sheet"] = options.sheet;
    if (!options.member.empty())
        json["member"] = options.member;
    if (options.values)
        json["values"] = Json{{"decimal", std::string(1, options.values->decimal)},
                              {"time_zone", options.values->timeZone},
                              {"day_first", options.values->dayFirst},
                              {"null_texts", options.values->nullTexts}};
    return json;
}

data::ReadOptions readOptionsFromJson(const Json& json) {
    data::ReadOptions options;
    options.format = member<std::string>(json, "format").value_or("");
    options.encoding = member<std::string>(json, "encoding").value_or("");
    options.delimiter = charOf(json, "delimiter");
    options.quote = charOf(json, "quote");
    options.header = member<bool>(json, "header");
    options.sheet = member<std::string>(json, "sheet").value_or("");
    options.member = member<std::string>(json, "member").value_or("");
    if (!json.is_object())
        return options;
    if (const auto found = json.find("values"); found != json.end() && found->is_object()) {
        data::ValueFormat& values = options.values.emplace();
        values.decimal = charOf(*found, "decimal").value_or('.');
        values.timeZone = member<std::string>(*found, "time_zone").value_or("UTC");
        values.dayFirst = member<bool>(*found, "day_first").value_or(false);
        values.nullTexts = stringsOf(*found, "null_texts");
    }
    return options;
}

Json understandingOf(const ImportRequest& request) {
    Json json = Json::object();
    if (!request.kindValues.empty())
        json["kind_values"] = mappingJson(request.kindValues);
    if (request.defaultKind)
        json["default_kind"] = data::eventKindName(*request.defaultKind);
    if (request.onDuplicate)
        json["on_duplicate"] = policyName(*request.onDuplicate);
    json["keep_extra"] = request.keepExtra;
    return json;
}

void understandAlike(const ImportSummary& source, ImportRequest& request) {
    const Json& json = source.understanding;
    request.path = source.path;
    request.kind = source.kind;
    request.mapping = source.mapping;
    request.mappingComplete = true;
    request.read = source.options;
    request.keepExtra = member<bool>(json, "keep_extra").value_or(true);
    if (const auto found = json.find("kind_values"); found != json.end())
        request.kindValues = mappingFrom(dumpJson(*found));
    if (const auto kind = member<std::string>(json, "default_kind"))
        request.defaultKind = data::parseEventKind(*kind);
    for (const DuplicatePolicy policy : {DuplicatePolicy::Keep, DuplicatePolicy::Drop, DuplicatePolicy::Merge})
        if (member<std::string>(json, "on_duplicate") == policyName(policy))
            request.onDuplicate = policy;
}

Json importJson(const ImportSummary& summary) {
    Json json = Json::object();
    json["source"] = raw(summary.source);
    json["path"] = summary.path;
    json["kind"] = sourceKindName(summary.kind);
    json["mapping"] = mappingJson(summary.mapping);
    json["format"] = summary.format;
    json["compression"] = summary.compression;
    json["encoding"] = summary.encoding;
    json["delimiter"] = std::string(1, summary.delimiter);
    json["options"] = readOptionsJson(summary.options);
    json["columns"] = summary.columns;
    json["understanding"] = summary.understanding;
    json["file_size"] = summary.fileSize;
    json["digest"] = summary.digest;
    json["imported_at"] = summary.importedAt;
    json["privacy"] = summary.privacy;
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
               "rejected, dropped, noted, rejected_by, seconds, imported_at, format, options, file_size, digest) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 0, 0, '{}', '{}', '{}', 0.0, ?7, ?8, ?9, ?10, ?11)"));
    const std::string mapping = dumpJson(mappingJson(summary.mapping));
    const std::string options = optionsText(summary);
    if (summary.importedAt.empty())
        summary.importedAt = utcNow();
    if (summary.format.empty())
        summary.format = summary.options.format.empty() ? "csv" : summary.options.format;
    insert.bind(1, std::string_view(sourceKindName(summary.kind)));
    insert.bind(2, std::string_view(summary.path));
    insert.bind(3, std::string_view(mapping));
    insert.bind(4, std::string_view(summary.compression));
    insert.bind(5, std::string_view(summary.encoding));
    insert.bind(6, std::string_view(&summary.delimiter, 1));
    insert.bind(7, std::string_view(summary.importedAt));
    insert.bind(8, std::string_view(summary.format));
    insert.bind(9, std::string_view(options));
    insert.bind(10, summary.fileSize);
    insert.bind(11, std::string_view(summary.digest));
    TL_CHECK_STATUS(insert.run());
    summary.source = SourceId{database.lastInsertRowId()};
    return {};
}

Status updateSource(Database& database, const ImportSummary& summary) {
    // Only the end of the import knows all: an importer may find out more about values, a transform counts its deeds,
    // and the digest is that of the whole file.
    TL_TRY(
        Statement update,
        database.prepare("UPDATE source SET rows_read = ?2, imported = ?3, rejected = ?4, dropped = ?5, noted = ?6, "
                         "rejected_by = ?7, seconds = ?8, options = ?9, file_size = ?10, digest = ?11, privacy = ?12 "
                         "WHERE id = ?1"));
    const std::string dropped = dumpJson(countsJson(summary.dropped));
    const std::string noted = dumpJson(countsJson(summary.noted));
    const std::string rejectedBy = dumpJson(countsJson(summary.rejectedBy));
    const std::string options = optionsText(summary);
    const std::string privacy = dumpJson(summary.privacy);
    update.bind(1, raw(summary.source));
    update.bind(2, summary.read);
    update.bind(3, summary.imported);
    update.bind(4, summary.rejected);
    update.bind(5, std::string_view(dropped));
    update.bind(6, std::string_view(noted));
    update.bind(7, std::string_view(rejectedBy));
    update.bind(8, summary.seconds);
    update.bind(9, std::string_view(options));
    update.bind(10, summary.fileSize);
    update.bind(11, std::string_view(summary.digest));
    update.bind(12, std::string_view(privacy));
    return update.run();
}

Result<ImportSummary> readSource(Database& database, SourceId source) {
    TL_TRY(Statement select, database.prepare(std::string(kSelectSource) + "WHERE id = ?1"));
    select.bind(1, raw(source));
    TL_TRY(const bool found, select.step());
    if (found)
        return summaryOf(select);
    std::string ids;
    TL_TRY(Statement all, database.prepare("SELECT id FROM source ORDER BY id"));
    for (;;) {
        TL_TRY(const bool more, all.step());
        if (!more)
            break;
        ids += (ids.empty() ? "" : ", ") + std::to_string(all.integer(0));
    }
    return Error(ErrorCode::UnknownChoice, ids.empty() ? "nothing was imported yet" : ids)
        .at("source", std::to_string(raw(source)));
}

Result<std::vector<ImportSummary>> sources(const Project& project) {
    std::vector<ImportSummary> list;
    const auto work = [&list](Database& database) -> Status {
        TL_TRY(Statement select, database.prepare(std::string(kSelectSource) + "ORDER BY id"));
        for (;;) {
            TL_TRY(const bool row, select.step());
            if (!row)
                return {};
            list.push_back(summaryOf(select));
        }
    };
    TL_CHECK_STATUS(project.read(work));
    return list;
}

Result<std::int64_t> importedRows(const Project& project) {
    std::int64_t rows = 0;
    TL_CHECK_STATUS(project.read([&rows](Database& database) -> Status {
        TL_TRY(rows, database.queryInteger("SELECT coalesce(sum(imported), 0) FROM source"));
        return {};
    }));
    return rows;
}

} // namespace core::store
