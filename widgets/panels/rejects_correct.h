// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/import.h"

#include <vector>

namespace widgets {

/// Imports corrected lines of one CSV source into it: exports its refused rows to a temporary file, puts the corrected
/// cells in, and gives that to importCorrected(). Answers how many rows were imported. Runs in a job.
core::Result<std::int64_t> importCorrectedLines(core::store::Project& project, const core::store::ImportSummary& source,
                                                const std::vector<core::store::RejectRow>& lines,
                                                core::JobContext& job);

} // namespace widgets
