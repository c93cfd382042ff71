// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/data/preview.h"
#include "core/store/project.h"

#include <map>
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
    std::optional<char> delimiter; ///< none = found from the file
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
    std::string compression, encoding;
    char delimiter = ',';
    std::int64_t read = 0, imported = 0, rejected = 0;
    std::map<std::string, std::int64_t> dropped;    ///< by reason: "duplicate"
    std::map<std::string, std::int64_t> noted;      ///< imported, but worth knowing: "cancellation", "missing_user",
                                                    ///< "zero_price", "negative_quantity", "item_with_several_titles",
                                                    ///< "merged_duplicate" (catalogue rows merged into an earlier one)
    std::map<std::string, std::int64_t> rejectedBy; ///< by reason
    double seconds = 0;
};
Json importJson(const ImportSummary& summary);

/// Imports one file in one transaction: everything or nothing. Refused rows land in the reject table. A row is refused
/// when it is ragged, badly encoded, lacks a required value, or has a value of the wrong type (reasons:
/// too_few_columns, too_many_columns, bad_encoding, nul_byte, text_after_quote, missing_value, bad_number, bad_time,
/// bad_kind, duplicate_id). NoRows when nothing at all could be imported. Cancellations (negative quantity or order
/// starting with C) are stored with their negative quantity and marked, and do not count as purchases.
Result<ImportSummary> importFile(Project& project, const ImportRequest& request, JobContext& job);

/// Imported sources, oldest first.
Result<std::vector<ImportSummary>> sources(const Project& project);

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
