// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/data/read_options.h"
#include "core/store/project.h"
#include "core/store/quality/column_profile.h"

#include <string>
#include <vector>

namespace core::store {

/// Something worth knowing about the data, with its numbers.
struct QualityFinding {
    enum class Severity { Ok, Note, Warning };
    enum class Topic { Duplicates, Leakage };
    Severity severity = Severity::Ok;
    Topic topic = Topic::Duplicates;
    /// duplicate_events duplicate_titles conflicting_labels titles_across_parts groups_across_parts time_travel
    /// label_equals_feature title_contains_label value_determines_label order_tells_label
    std::string check;
    std::string sentence; ///< English, translation context "Quality"
    Json numbers = Json::object();
};

/// How unevenly events (or items) are spread over entities: the natural measure of each.
struct EntityImbalance {
    std::string entity;  ///< item category brand user query label
    std::string measure; ///< what was counted
    std::int64_t entities = 0, total = 0;
    stats::Indices indices;
};

struct QualityReport {
    std::string subject; ///< path of the project or file
    std::vector<ColumnQuality> columns;
    std::vector<QualityFinding> findings;
    std::vector<EntityImbalance> imbalance;
    double seconds = 0;
};

/// Looks at every column of items, events, queries, judgements and reviews, at duplicates within the data and across
/// the parts of every split, at leakage, and at imbalance. One snapshot of the project; one scan a column, with 8 bytes
/// a row at most. Cancellable.
Result<QualityReport> qualityReport(const Project& project, JobContext& job);

/// The columns of a file as it stands, and its repeated rows, without a project. Rows that cannot be read are left out
/// and counted ("faulty_rows"). Errors of RecordReader::open. 16 bytes a row and 8 bytes a number.
Result<QualityReport> fileQuality(const std::string& path, const data::ReadOptions& options, JobContext& job);

Json qualityJson(const QualityReport& report);
/// Plain text for people.
std::string qualityText(const QualityReport& report);

} // namespace core::store
