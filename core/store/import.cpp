// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/import.h"

#include "core/base/noop.h"
#include "core/data/byte_source.h"
#include "core/data/category_path.h"
#include "core/data/encoding.h"
#include "core/data/record_reader.h"
#include "core/store/file_digest.h"
#include "core/store/import_log.h"
#include "core/store/import_parts.h"
#include "core/store/import_summary.h"
#include "core/store/viewer_copy.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>

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

/// Whether "Clothing/Shoes" is a path depends on the other values of the column.
bool slashesDivideCategories(const data::Preview& preview, const data::Mapping& mapping) {
    const auto column = mapping.find("category");
    if (column == mapping.end())
        return false;
    const auto at = std::find(preview.header.begin(), preview.header.end(), column->second);
    const auto index = static_cast<std::size_t>(at - preview.header.begin());
    std::vector<std::string_view> values;
    for (const auto& row : preview.rows)
        if (index < row.size())
            values.emplace_back(row[index]);
    return data::slashesDivide(values);
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

/// The rows of one file on their way to their importer.
class RowLoop {
public:
    RowLoop(const Context& context, data::RecordReader& reader)
        : m_context(context), m_reader(reader), m_rejects(context) {}

    Status run() {
        TL_CHECK_STATUS(m_rejects.begin());
        if (m_context.summary.kind == data::SourceKind::Log)
            return runLog();
        TL_TRY(m_importer, importing::makeImporter(m_context));
        TL_CHECK_STATUS(m_importer->begin());
        m_context.job.begin(TL_NOOP("Job", "Reading rows"), m_reader.fileSize(), "bytes");
        TL_CHECK_STATUS(readRows());
        return m_context.summary.imported == 0 ? Status() : m_importer->finish();
    }
    const std::string& firstReject() const { return m_rejects.first(); }

private:
    Status runLog() {
        importing::LogImport log(m_context, m_reader, m_rejects);
        TL_CHECK_STATUS(log.run());
        return m_context.summary.imported == 0 ? Status() : log.finish();
    }

    Status readRows() {
        data::RowTransform* const transform = m_context.request.transform.get();
        data::Record row;
        for (std::int64_t n = 0;; ++n) {
            TL_TRY(const bool more, m_reader.next(row));
            if (!more)
                return m_context.job.check();
            if (n % kRowsPerQuestion == 0) {
                TL_CHECK_STATUS(m_context.job.check());
                m_context.job.report(m_reader.consumed());
            }
            ++m_context.summary.read;
            // Before anything of the row is kept, also where it is refused.
            if (transform != nullptr)
                transform->apply(row);
            TL_CHECK_STATUS(takeRow(row));
        }
    }

    Status takeRow(const data::Record& row) {
        if (m_context.assumedUtf8 && row.fault == data::RowFault::BadEncoding)
            return Error(ErrorCode::BadEncoding);
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

    Context m_context;
    data::RecordReader& m_reader;
    importing::RejectWriter m_rejects;
    std::unique_ptr<importing::RowImporter> m_importer;
    Refusal m_refusal;
};

/// The digest of the file, made beside the import.
class Digest {
public:
    Digest(const std::string& path, const JobContext& job)
        : m_future(std::async(std::launch::async, [this, path, &job] {
                       return fileDigest(path, [this, &job] { return m_unwanted || job.cancelled(); });
                   }).share()) {}
    ~Digest() {
        m_unwanted = true;
        m_future.wait();
    }
    Digest(const Digest&) = delete;
    Digest& operator=(const Digest&) = delete;
    std::shared_future<Result<std::string>> future() const { return m_future; }

private:
    std::atomic<bool> m_unwanted{false};
    std::shared_future<Result<std::string>> m_future;
};

/// AlreadyImported for a file that was imported as the same kind, from the same sheet or member.
Status refuseSecondTime(const Project& project, const ImportSummary& summary, const Digest& digest) {
    std::vector<std::string> digests, times;
    const auto find = [&](Database& database) -> Status {
        TL_TRY(Statement same,
               database.prepare("SELECT digest, imported_at FROM source WHERE file_size = ?1 AND kind = ?2 "
                                "AND coalesce(options ->> '$.sheet', '') = ?3 AND "
                                "coalesce(options ->> '$.member', '') = ?4"));
        same.bind(1, summary.fileSize);
        same.bind(2, std::string_view(sourceKindName(summary.kind)));
        same.bind(3, std::string_view(summary.options.sheet));
        same.bind(4, std::string_view(summary.options.member));
        for (;;) {
            TL_TRY(const bool row, same.step());
            if (!row)
                return {};
            digests.emplace_back(same.text(0));
            times.emplace_back(same.text(1));
        }
    };
    TL_CHECK_STATUS(project.read(find));
    if (digests.empty())
        return {};
    TL_TRY(const std::string now, digest.future().get());
    const auto found = std::find(digests.begin(), digests.end(), now);
    if (found == digests.end())
        return {};
    return Error(ErrorCode::AlreadyImported, "Nothing was changed. To have its rows twice, import it with --again.")
        .inFile(summary.path)
        .at({}, times[static_cast<std::size_t>(found - digests.begin())]);
}

/// One import inside the writer's transaction.
Status importAll(const Context& context, data::RecordReader& reader, const Digest& digest, Clock::time_point started) {
    JobContext& job = context.job;
    ImportSummary& summary = context.summary;
    data::RowTransform* const transform = context.request.transform.get();
    context.database.setCancelProbe([&job] { return job.cancelled(); });
    if (transform != nullptr)
        TL_CHECK_STATUS(transform->begin(reader.header(), summary.options.values.value_or(data::ValueFormat())));
    TL_CHECK_STATUS(insertSource(context.database, summary));
    std::string firstReject;
    TL_CHECK_STATUS(importing::importRows(context, reader, &firstReject));
    if (summary.imported == 0)
        return Error(ErrorCode::NoRows, noRowsDetail(summary, firstReject)).inFile(summary.path);
    if (transform != nullptr)
        summary.privacy = transform->summary();
    TL_CHECK_STATUS(job.check());
    TL_TRY(summary.digest, digest.future().get());
    summary.seconds = std::chrono::duration<double>(Clock::now() - started).count();
    return updateSource(context.database, summary);
}

} // namespace

Status importing::importRows(const Context& context, data::RecordReader& reader, std::string* firstReject) {
    RowLoop loop(context, reader);
    const Status status = loop.run();
    if (firstReject != nullptr)
        *firstReject = loop.firstReject();
    return status;
}

Result<std::unique_ptr<importing::RowImporter>> importing::makeImporter(const Context& context) {
    switch (context.summary.kind) {
    case data::SourceKind::Catalogue:
        return makeCatalogueImporter(context);
    case data::SourceKind::Log:
        break;
    case data::SourceKind::Queries:
        return makeQueryImporter(context);
    case data::SourceKind::Labels:
        return makeLabelImporter(context);
    case data::SourceKind::Reviews:
        return makeReviewImporter(context);
    case data::SourceKind::Split:
        return makeSplitImporter(context);
    }
    return Error(ErrorCode::Internal, "a kind of file without an importer").inFile(context.summary.path);
}

namespace {

/// Whether a delimited text begins as UTF-8 without a byte-order mark.
bool beginsAsUtf8(const std::string& path, const data::ReadOptions& options) {
    constexpr std::size_t kHead = std::size_t{1} << 18;
    if (!options.encoding.empty() || !(options.format.empty() || options.format == "csv"))
        return false;
    const auto source = data::ByteSource::open(path, options.member);
    if (!source.ok())
        return false; // whoever opens it in earnest says why
    std::string head(kHead, '\0');
    const auto got = (*source)->read(head);
    if (!got.ok())
        return false;
    const auto encoding = data::detectEncodingOf(std::string_view(head).substr(0, *got), path, *got < kHead);
    return encoding.ok() && *encoding == "UTF-8";
}

Result<ImportSummary> importAs(Project& project, const ImportRequest& request, const data::ReadOptions& read,
                               bool assumedUtf8, JobContext& job) {
    const auto started = Clock::now();
    TL_TRY(const data::Preview preview, data::previewFile(request.path, read, &job));
    if (assumedUtf8 && preview.format != "csv")
        return Error(ErrorCode::BadEncoding);
    ImportSummary summary;
    summary.path = request.path;
    summary.kind = request.kind;
    summary.mapping = completeMapping(request, preview);
    summary.compression = preview.compression;
    summary.encoding = preview.encoding;
    summary.delimiter = preview.delimiter;
    summary.columns = preview.header;
    summary.understanding = understandingOf(request);
    if (slashesDivideCategories(preview, summary.mapping))
        summary.understanding["category_separator"] = "/";
    TL_CHECK_STATUS(data::checkMapping(summary.mapping, request.kind, preview.header, request.path));
    // What the preview found is not searched for again.
    TL_TRY(const auto reader, data::RecordReader::open(request.path, preview.options));
    summary.options = preview.options;
    summary.format = summary.options.format;
    summary.fileSize = reader->fileSize();

    TL_TRY(const auto values, data::ValueReader::make(summary.options.values.value_or(data::ValueFormat())));
    const Digest digest(request.path, job);
    if (!request.again)
        TL_CHECK_STATUS(refuseSecondTime(project, summary, digest));
    TL_CHECK_STATUS(project.write([&](Database& database) {
        return importAll(Context{database, request, reader->header(), summary, job, values, assumedUtf8}, *reader,
                         digest, started);
    }));
    return summary;
}

} // namespace

Result<ImportSummary> importFile(Project& project, const ImportRequest& request, JobContext& job) {
    if (project.readOnly())
        return Error(ErrorCode::ProjectReadOnly).inFile(project.path());
    TL_CHECK_STATUS(notInViewer(project, "rows, so nothing can be imported into it"));
    data::ReadOptions read = request.read;
    if (request.delimiter)
        read.delimiter = request.delimiter;
    // The encoding is found from the whole file, but most files are UTF-8, and whether this one is shows while it is
    // read: only where it is not has it been read in vain, and nothing of it is kept.
    if (beginsAsUtf8(request.path, read)) {
        data::ReadOptions assumed = read;
        assumed.encoding = "UTF-8";
        auto summary = importAs(project, request, assumed, true, job);
        if (summary.ok() || summary.error().code != ErrorCode::BadEncoding)
            return summary;
    }
    return importAs(project, request, read, false, job);
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
        {"unknown_query", TL_NOOP("Reject", "No imported query has this number. Import the queries first.")},
        {"unknown_item", TL_NOOP("Reject", "There is no such item. Import its catalogue first.")},
        {"no_class", TL_NOOP("Reject", "The item has neither a label nor a category.")},
        {"unknown_event", TL_NOOP("Reject", "There is no event with this number.")},
        {"bad_part", TL_NOOP("Reject", "The value is no part of a split: train, validation or test.")},
    };
    const auto found = kTexts.find(reason);
    return found == kTexts.end() ? reason : found->second;
}

} // namespace core::store
