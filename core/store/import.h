// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/data/preview.h"
#include "core/data/read_options.h"
#include "core/data/row_transform.h"
#include "core/store/project.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::store {

enum class DuplicatePolicy { Keep, Drop, Merge };

struct ImportRequest {
    std::string path;
    data::SourceKind kind = data::SourceKind::Catalogue;
    data::Mapping mapping;         ///< fields not named here are proposed from the file; see mappingComplete.
                                   ///< An empty column name leaves the field unmapped.
    bool mappingComplete = false;  ///< true (wizard): map exactly these, propose nothing
    data::ReadOptions read;        ///< how the file is read; what is empty is found from the file
    std::optional<char> delimiter; ///< shorthand for read.delimiter
    /// Values of the `kind` column → our kind name, or "ignore": such rows are dropped ("ignored_kind"). Values that
    /// are not named here are understood as parseEventKind() does.
    std::map<std::string, std::string> kindValues;
    /// Applied to every row before anything is kept of it, refused rows included. Used by one import at a time.
    std::shared_ptr<data::RowTransform> transform;
    bool keepExtra = true; ///< unmapped columns are kept as JSON: event.extra, review.extra, item/query.attributes
    bool again = false;    ///< import although the same file was imported before; else AlreadyImported
    std::optional<data::EventKind> defaultKind; ///< log rows without a kind; default purchase when there is no `kind`
                                                ///< column, while an empty cell in one is then a missing_value
    /// Catalogue rows whose id was seen before: Keep = reject the later row, Drop = leave the later row out (counted),
    /// Merge = the later row fills what is empty and replaces what it has. Log rows that repeat another row in all
    /// mapped fields: Keep = import, Drop = leave out (counted), Merge = as Drop.
    std::optional<DuplicatePolicy> onDuplicate; ///< default: Merge for a catalogue, Keep for a log
};

/// What became of every record of the file: read = imported + rejected + Σ dropped.
struct ImportSummary {
    SourceId source{};
    std::string path;
    data::SourceKind kind{};
    data::Mapping mapping; ///< as used
    std::string format;    ///< csv | jsonl | json | xlsx | parquet
    std::string compression, encoding;
    char delimiter = ',';
    data::ReadOptions options;        ///< as used
    std::int64_t fileSize = 0;        ///< bytes on disk
    std::string digest;               ///< of the file as it lies on disk: "xxh3:" and 32 hex digits
    std::string importedAt;           ///< UTC, ISO 8601
    Json privacy = Json::object();    ///< RowTransform::summary()
    std::vector<std::string> columns; ///< header of the file
    /// How the request had values understood (kind_values, default_kind, on_duplicate, keep_extra; an importer may add
    /// what it found out): corrected rows are read in the same way.
    Json understanding = Json::object();
    std::int64_t read = 0, imported = 0, rejected = 0;
    std::map<std::string, std::int64_t> dropped;    ///< by reason: "duplicate", "ignored_kind"
    std::map<std::string, std::int64_t> noted;      ///< imported, but worth knowing: "cancellation", "missing_user",
                                                    ///< "zero_price", "negative_quantity", "item_with_several_titles",
                                                    ///< "merged_duplicate" (catalogue rows merged into an earlier one)
    std::map<std::string, std::int64_t> rejectedBy; ///< by reason
    double seconds = 0;                             ///< until the rows were ready to work with
};
const char* sourceKindName(data::SourceKind kind); ///< catalogue log queries labels reviews split
Json importJson(const ImportSummary& summary);

/// Imports one file in one transaction: everything or nothing. Refused rows land in the reject table. A row is refused
/// when it is ragged, badly encoded, lacks a required value, or has a value of the wrong type (reasons:
/// too_few_columns, too_many_columns, bad_encoding, nul_byte, text_after_quote, missing_value, bad_number, bad_time,
/// bad_kind, duplicate_id). NoRows when nothing at all could be imported. Cancellations (negative quantity or order
/// starting with C) are stored with their negative quantity and marked, and do not count as purchases.
/// AlreadyImported when the same bytes are there already and `again` was not said.
Result<ImportSummary> importFile(Project& project, const ImportRequest& request, JobContext& job);

/// Takes an import back as a whole: its events, judgements, reviews, refused rows, the items, users and queries that
/// only it brought; values that it had overwritten come back. SourceInUse when a split or cleaning step rests on its
/// rows, UnknownChoice for a source that is not there. One transaction; cancellable.
Status removeSource(Project& project, SourceId source, JobContext& job);

/// Imported sources, oldest first.
Result<std::vector<ImportSummary>> sources(const Project& project);
/// Rows that all sources brought: how long looking at everything will take, without looking.
Result<std::int64_t> importedRows(const Project& project);

/// Options of reading as they are stored with a source.
Json readOptionsJson(const data::ReadOptions& options);
data::ReadOptions readOptionsFromJson(const Json& json);

struct RejectRow {
    std::int64_t id = 0;
    SourceId source{};
    std::string file;
    std::int64_t line = 0;
    std::string column; ///< empty = the row as a whole
    std::string value;
    std::string reason;  ///< see importFile
    std::string rawText; ///< at most 4 KB
};
/// A window of the reject table, in order of import and line.
Result<std::vector<RejectRow>> rejects(const Project& project, std::int64_t offset, std::int64_t limit);
Result<std::int64_t> rejectCount(const Project& project);
/// English sentence for a reject reason, translation context "Reject".
std::string rejectReasonText(const std::string& reason);

} // namespace core::store
