// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/import.h"

#include "core/base/noop.h"
#include "core/data/record_reader.h"
#include "core/store/import_parts.h"
#include "core/store/import_summary.h"
#include "core/store/viewer_copy.h"

#include <algorithm>
#include <chrono>

namespace core::store {
namespace {

using importing::Context;
using importing::Outcome;
using importing::Refusal;
using Clock = std::chrono::steady_clock;

constexpr std::int64_t kRowsPerQuestion = 256; ///< rows between two questions for cancel: well under a millisecond

/// The columns to use: what the caller asks for, and what the file suggests for the rest.
data::Mapping completeMapping(const ImportRequest& request, const data::Preview& preview) {
    data::Mapping mapping = request.mapping;
    if (!request.mappingComplete) {
        const auto taken = [&mapping](const std::string& column) {
            return std::any_of(mapping.begin(), mapping.end(), [&column](const auto& m) { return m.second == column; });
        };
        for (const auto& [field, column] : data::proposeMapping(preview, request.kind))
            if (!mapping.contains(field) && !taken(column))
                mapping.emplace(field, column);
    }
    std::erase_if(mapping, [](const auto& m) { return m.second.empty(); });
    return mapping;
}

std::string noRowsDetail(const ImportSummary& summary, const std::string& firstReject) {
    std::int64_t dropped = 0;
    for (const auto& [reason, count] : summary.dropped)
        dropped += count;
    std::string detail;
    if (summary.rejected > 0)
        detail = std::to_string(summary.rejected) + " rows were refused; the first, " + firstReject;
    if (dropped > 0)
        detail += (detail.empty() ? "" : " ") + std::to_string(dropped) + " rows repeat rows that are already there.";
    if (detail.empty())
        detail = "There is nothing below the header row.";
    return detail;
}

/// One import inside the writer's transaction.
class Import {
public:
    Import(Database& database, data::RecordReader& reader, const ImportRequest& request, ImportSummary& summary,
           JobContext& job)
        : m_reader(reader), m_context{database, request, reader.header(), summary, job}, m_rejects(m_context) {}

    Status run(Clock::time_point started) {
        JobContext& job = m_context.job;
        ImportSummary& summary = m_context.summary;
        m_context.database.setCancelProbe([&job] { return job.cancelled(); });
        TL_CHECK_STATUS(insertSource(m_context.database, summary));
        TL_TRY(m_importer, importing::makeImporter(m_context));
        TL_CHECK_STATUS(m_importer->begin());
        TL_CHECK_STATUS(m_rejects.begin());
        if (m_context.request.transform)
            TL_CHECK_STATUS(m_context.request.transform->begin(m_reader.header()));
        job.begin(TL_NOOP("Job", "Reading rows"), m_reader.fileSize(), "bytes");
        TL_CHECK_STATUS(readRows());
        if (summary.imported == 0)
            return Error(ErrorCode::NoRows, noRowsDetail(summary, m_rejects.first())).inFile(summary.path);
        TL_CHECK_STATUS(m_importer->finish());
        TL_CHECK_STATUS(job.check());
        summary.seconds = std::chrono::duration<double>(Clock::now() - started).count();
        TL_CHECK_STATUS(updateSource(m_context.database, summary));
        return keepAccount();
    }

private:
    /// What was hidden, and with which key: it stands with the rows it was done to.
    Status keepAccount() {
        if (!m_context.request.transform)
            return {};
        m_context.summary.privacy = m_context.request.transform->summary();
        const std::string text = dumpJson(m_context.summary.privacy);
        TL_TRY(Statement update, m_context.database.prepare("UPDATE source SET privacy = ?2 WHERE id = ?1"));
        update.bind(1, raw(m_context.summary.source));
        update.bind(2, std::string_view(text));
        return update.run();
    }

    Status readRows() {
        data::Record row;
        for (;;) {
            TL_TRY(const bool more, m_reader.next(row));
            if (!more)
                return m_context.job.check();
            if (m_context.summary.read % kRowsPerQuestion == 0) {
                TL_CHECK_STATUS(m_context.job.check());
                m_context.job.report(m_reader.consumed());
            }
            ++m_context.summary.read;
            // Before anything of the row is kept, also where it is refused.
            if (m_context.request.transform)
                m_context.request.transform->apply(row);
            TL_CHECK_STATUS(takeRow(row));
        }
    }

    Status takeRow(const data::Record& row) {
        if (row.fault != data::RowFault::None)
            return m_rejects.add(row, m_rejects.faultOf(row));
        m_refusal.reason = "";
        TL_TRY(const Outcome outcome, m_importer->take(row, m_refusal));
        switch (outcome) {
        case Outcome::Imported:
            ++m_context.summary.imported;
            return {};
        case Outcome::Dropped:
            ++m_context.summary.dropped[*m_refusal.reason == '\0' ? "duplicate" : m_refusal.reason];
            return {};
        case Outcome::Refused:
            break;
        }
        return m_rejects.add(row, m_refusal);
    }

    data::RecordReader& m_reader;
    Context m_context;
    importing::RejectWriter m_rejects;
    std::unique_ptr<importing::RowImporter> m_importer;
    Refusal m_refusal;
};

} // namespace

Result<std::unique_ptr<importing::RowImporter>> importing::makeImporter(const Context& context) {
    switch (context.summary.kind) {
    case data::SourceKind::Catalogue:
        return makeCatalogueImporter(context);
    case data::SourceKind::Log:
        return makeLogImporter(context);
    case data::SourceKind::Queries:
    case data::SourceKind::Labels:
    case data::SourceKind::Reviews:
    case data::SourceKind::Split:
        break;
    }
    return Error(ErrorCode::UnsupportedFormat, "files of this kind cannot be imported").inFile(context.summary.path);
}

Result<ImportSummary> importFile(Project& project, const ImportRequest& request, JobContext& job) {
    const auto started = Clock::now();
    if (project.readOnly())
        return Error(ErrorCode::ProjectReadOnly).inFile(project.path());
    TL_CHECK_STATUS(notInViewer(project, "rows, so nothing can be imported into it"));
    const std::optional<char> delimiter = request.delimiter ? request.delimiter : request.read.delimiter;
    TL_TRY(const data::Preview preview, data::previewFile(request.path, delimiter));
    ImportSummary summary;
    summary.path = request.path;
    summary.kind = request.kind;
    summary.mapping = completeMapping(request, preview);
    summary.compression = preview.compression;
    summary.encoding = preview.encoding;
    summary.delimiter = preview.delimiter;
    TL_CHECK_STATUS(data::checkMapping(summary.mapping, request.kind, preview.header, request.path));
    data::ReadOptions read = request.read;
    read.delimiter = preview.delimiter;
    TL_TRY(const auto reader, data::RecordReader::open(request.path, read));

    // All on the writer thread: reading is much cheaper than inserting, so a second thread would gain little.
    TL_CHECK_STATUS(project.write(
        [&](Database& database) { return Import(database, *reader, request, summary, job).run(started); }));
    return summary;
}

std::string rejectReasonText(const std::string& reason) {
    static const std::map<std::string, const char*> kTexts{
        {"too_few_columns", TL_NOOP("Reject", "The row has fewer columns than the header.")},
        {"too_many_columns", TL_NOOP("Reject", "The row has more columns than the header.")},
        {"bad_encoding", TL_NOOP("Reject", "The text is not UTF-8.")},
        {"nul_byte", TL_NOOP("Reject", "The text holds a NUL byte.")},
        {"text_after_quote", TL_NOOP("Reject", "There is text after a closing quote.")},
        {"bad_json", TL_NOOP("Reject", "The line is no complete JSON value.")},
        {"not_an_object", TL_NOOP("Reject", "The line is neither a JSON object nor a list.")},
        {"missing_value", TL_NOOP("Reject", "A required value is missing.")},
        {"bad_number",
         TL_NOOP("Reject", "The value is not a number that fits here (prices and positions: 0 or more).")},
        {"bad_time", TL_NOOP("Reject", "The value is not a date or time.")},
        {"bad_kind", TL_NOOP("Reject", "The value is not a kind of event.")},
        {"duplicate_id", TL_NOOP("Reject", "An earlier row has the same id.")},
    };
    const auto found = kTexts.find(reason);
    return found == kTexts.end() ? reason : found->second;
}

} // namespace core::store
