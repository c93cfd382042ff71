// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/output/comparison.h"
#include "core/store/project.h"

#include <string>
#include <vector>

namespace core::output {

/// DIR/run-<id>-<recipe>-<model>/ for each run: safetensors weights, config.json, labels, encoder files, model card.
Result<std::vector<std::string>> exportModels(store::Project& project, const std::vector<RunId>& runs,
                                              const std::string& directory, const stats::BucketRule& rule,
                                              JobContext& job);
/// DIR/predictions-<id>.csv for each run: id,label,prediction,score_<class>… (test part; scores are softmax of
/// corrected logits).
Result<std::vector<std::string>> exportPredictions(const store::Project& project, const std::vector<RunId>& runs,
                                                   const std::string& directory);
/// DIR/report.md, report.html, report.json, and the privacy report: privacy.txt, privacy.json. `charts`: names of chart
/// files that lie in DIR.
Result<std::vector<std::string>> exportReport(const store::Project& project, const ComparisonRequest& request,
                                              const std::string& directory, const std::vector<std::string>& charts,
                                              JobContext& job);

} // namespace core::output
