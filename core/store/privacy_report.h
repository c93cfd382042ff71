// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/job_context.h"
#include "core/base/json.h"
#include "core/privacy/detect.h"
#include "core/store/project.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::store {

/// What was collected from one column of a file, and what was done to it before it was kept.
struct CollectedColumn {
    std::string column;
    std::string field;        ///< ours; empty = not mapped (kept among the extra columns, or not at all)
    std::string action;       ///< keep pseudonymise drop generalise
    std::string how;          ///< of a generalisation, or the domain of pseudonyms
    std::int64_t changed = 0; ///< cells
    std::array<std::int64_t, privacy::kPersonalKinds> personal{}; ///< findings treated, by kind
};
struct CollectedSource {
    SourceId id{};
    std::string file, kind, importedAt, keyId;
    std::int64_t rows = 0;
    std::vector<CollectedColumn> columns;
    Json personalActions = Json::object(); ///< kind → mask hash drop
};

/// Something done to data that was in the project already.
struct PrivacyActionRecord {
    std::int64_t id = 0;
    std::string at, action, target;
    Json numbers;
};

/// A column of a table that still holds personal data, by what could be found in it.
struct RemainingColumn {
    std::string table;
    std::int64_t rows = 0;  ///< texts looked at
    std::int64_t total = 0; ///< texts there are
    bool whole = true;      ///< rows == total
    privacy::ColumnFindings findings;
};

/// k-anonymity over quasi-identifiers: how many are alike in all of them.
struct KAnonymity {
    std::vector<std::string> quasiIdentifiers;
    std::string sensitive;      ///< column of the l-diversity; empty = not asked for
    std::int64_t threshold = 5; ///< groups of fewer are small
    std::int64_t rows = 0, users = 0, groups = 0;
    std::int64_t minRows = 0;      ///< rows of the smallest group
    std::int64_t minUsers = 0;     ///< k: users of the smallest group that has any
    std::int64_t rowsBelow = 0;    ///< rows in groups of fewer users than the threshold
    std::int64_t usersBelow = 0;   ///< users that are in any such group
    std::int64_t minDiversity = 0; ///< l: fewest distinct sensitive values in a group
    struct Band {
        std::int64_t from = 0, to = 0; ///< users in a group, inclusive; to 0 = no end
        std::int64_t groups = 0, rows = 0;
    };
    std::vector<Band> bands;
};

struct PrivacyReport {
    std::string project, role; ///< role: empty, or "viewer"
    std::string keyId;         ///< of the project's pseudonyms; empty = there are none
    std::vector<CollectedSource> sources;
    std::vector<PrivacyActionRecord> actions;
    std::vector<RemainingColumn> remaining; ///< columns with findings
    std::int64_t columnsSearched = 0;
    std::int64_t sampleLimit = 0; ///< texts per column at most; 0 = all were looked at
    std::optional<KAnonymity> anonymity;
};

struct PrivacyReportOptions {
    /// Columns of the event log (the user is the person), each with a generalisation behind it if need be
    /// (privacy::ColumnRule::how): "time:month", "price:step:10", "extra.Country", "item.category:depth:1".
    std::vector<std::string> quasiIdentifiers;
    std::string sensitive; ///< such a column, too; empty = no l-diversity
    std::int64_t threshold = 5;
    std::int64_t sampleLimit = 0; ///< texts per column; 0 = all
};
/// The names that a quasi-identifier may begin with, without those of extra columns.
const std::vector<std::string>& quasiIdentifierNames();

/// k-anonymity (Sweeney 2002) and distinct l-diversity (Machanavajjhala et al. 2007) of the events. Groups are the
/// combinations of values, a missing value being one of its own. One sort of the events on disk. NoSuchColumn,
/// UnknownChoice, NoData without events. Cancellable.
Result<KAnonymity> kAnonymity(const Project& project, const PrivacyReportOptions& options, JobContext& job);

/// Reads the whole project, or `sampleLimit` texts of every column. NoSuchColumn for a quasi-identifier that is none.
Result<PrivacyReport> privacyReport(const Project& project, const PrivacyReportOptions& options, JobContext& job);
Json privacyReportJson(const PrivacyReport& report);
/// Plain text for people.
std::string privacyReportText(const PrivacyReport& report);

} // namespace core::store
