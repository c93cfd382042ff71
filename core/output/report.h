// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/output/comparison.h"
#include "core/stats/distribution.h"
#include "core/store/import.h"
#include "core/store/split_store.h"

#include <string>
#include <vector>

namespace core::output {

/// What a report is made of; `charts` are file names relative to the report (SVG or PNG), shown where they exist.
struct ReportInput {
    std::string projectName;
    store::SplitInfo split;
    std::vector<std::pair<stats::SupportTablePtr, stats::DistributionSummary>> distributions;
    Comparison comparison;
    std::vector<std::string> charts;
};

/// Markdown, with every table and, for each number, split, part, bucket rule and run ids.
std::string reportMarkdown(const ReportInput& input);
/// One self-contained page (no scripts, no external resources but the charts).
std::string reportHtml(const ReportInput& input);
/// Markdown model card: data, split, recipe, training, per-bucket results, limits. Of `sources` only file names are
/// shown.
std::string modelCard(const store::RunRecord& run, const store::SplitInfo& split, const stats::Metrics& test,
                      const stats::BucketRule& rule, const std::vector<store::ImportSummary>& sources = {});

} // namespace core::output
