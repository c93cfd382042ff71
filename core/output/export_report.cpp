// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/output/export.h"
#include "core/output/export_paths.h"
#include "core/output/report.h"
#include "core/store/entity_store.h"
#include "core/store/privacy_report.h"
#include "core/store/split_store.h"

#include <algorithm>
#include <filesystem>
#include <numeric>

namespace core::output {
namespace {

/// Training rows per class: what the buckets of the report are made from.
stats::SupportTablePtr trainingSupport(const store::SplitInfo& split) {
    std::vector<std::size_t> order(split.labels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&split](std::size_t a, std::size_t b) {
        const std::int64_t first = split.perClass[a][0];
        const std::int64_t second = split.perClass[b][0];
        return first != second ? first > second : split.labels[a] < split.labels[b];
    });
    auto table = std::make_shared<stats::SupportTable>();
    table->entity = "label";
    table->measure = "training";
    table->splitName = split.name;
    for (const std::size_t i : order) {
        table->names.push_back(split.labels[i]);
        table->counts.push_back(split.perClass[i][0]);
    }
    return table;
}

Result<ReportInput> reportInput(const store::Project& project, const ComparisonRequest& request, JobContext& job) {
    ReportInput input;
    input.projectName = std::filesystem::path(project.path()).stem().string();
    TL_TRY(input.comparison, compareRuns(project, request, job));
    TL_TRY(input.split, store::splitInfo(project, input.comparison.runs.front().record.split));
    const auto add = [&](const stats::SupportTablePtr& table) {
        input.distributions.emplace_back(table, stats::summarise(table->counts, request.rule));
    };
    add(trainingSupport(input.split));
    auto items = store::supportOf(project, {.entity = "item", .measure = {}, .split = {}}, job);
    if (items.ok())
        add(*items);
    else if (items.error().code != ErrorCode::NoData) // a catalogue without a log
        return std::move(items).error();
    return input;
}

Json reportJson(const ReportInput& input) {
    Json distributions = Json::array();
    for (const auto& [table, summary] : input.distributions)
        distributions.push_back(stats::distributionJson(*table, summary));
    return Json{{"project", input.projectName},
                {"split", store::splitJson(input.split)},
                {"distributions", std::move(distributions)},
                {"comparison", comparisonJson(input.comparison)},
                {"charts", input.charts}};
}

} // namespace

Result<std::vector<std::string>> exportReport(const store::Project& project, const ComparisonRequest& request,
                                              const std::string& directory, const std::vector<std::string>& charts,
                                              JobContext& job) {
    TL_TRY(ReportInput input, reportInput(project, request, job));
    TL_CHECK_STATUS(makeDirectory(directory));
    std::error_code ignored;
    for (const std::string& chart : charts) {
        const auto ending = std::filesystem::path(chart).extension();
        if ((ending == ".svg" || ending == ".png") && std::filesystem::exists(pathIn(directory, chart), ignored))
            input.charts.push_back(chart);
    }
    TL_CHECK_STATUS(job.check());
    // What of the project is personal goes with every report of it; all texts are looked at.
    TL_TRY(const store::PrivacyReport privacy, store::privacyReport(project, store::PrivacyReportOptions{}, job));
    const std::vector<std::pair<std::string, std::string>> files{
        {"report.md", reportMarkdown(input)},
        {"report.html", reportHtml(input)},
        {"report.json", dumpJsonPretty(reportJson(input)) + "\n"},
        {"privacy.txt", store::privacyReportText(privacy)},
        {"privacy.json", dumpJsonPretty(store::privacyReportJson(privacy)) + "\n"}};
    std::vector<std::string> written;
    for (const auto& [name, text] : files) {
        const std::string path = pathIn(directory, name);
        TL_CHECK_STATUS(writePrivately(path, text));
        written.push_back(path);
    }
    return written;
}

} // namespace core::output
