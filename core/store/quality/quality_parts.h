// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/quality/quality.h"

#include <vector>

namespace core::store::quality {

/// Every column of every table that has rows.
Status readColumns(Database& database, JobContext& job, std::vector<ColumnQuality>& columns);

/// Repeated events and titles, labels that contradict one another, titles and groups across the parts of splits.
Status findDuplicates(Database& database, JobContext& job, std::vector<QualityFinding>& findings);

/// Features and numbers that give the label away, and training rows from after the test.
Status findLeaks(Database& database, JobContext& job, std::vector<QualityFinding>& findings);

} // namespace core::store::quality
