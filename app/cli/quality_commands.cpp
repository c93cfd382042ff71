// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/store/quality/quality.h"

namespace app {
namespace {

using core::Error;
using core::ErrorCode;
using core::Status;
using core::store::Project;

struct QualityOptions {
    std::string project, file;
    core::data::ReadOptions read;
};

Status runQuality(const QualityOptions& options, Console& console) {
    if (options.project.empty() == options.file.empty())
        return Error(ErrorCode::Usage, "Give either PROJECT or --file FILE.");
    if (!options.file.empty()) {
        TL_TRY(const auto report, core::store::fileQuality(options.file, options.read, console.job()));
        console.result(core::store::qualityJson(report), core::store::qualityText(report));
        return {};
    }
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadOnly));
    TL_TRY(const auto report, core::store::qualityReport(*project, console.job()));
    console.result(core::store::qualityJson(report), core::store::qualityText(report));
    return {};
}

} // namespace

void addQualityCommands(CLI::App& cli, Command& chosen) {
    auto options = makeOptions<QualityOptions>();
    CLI::App* quality = cli.add_subcommand(
        "quality",
        "Look at every column, at duplicates, leaks and imbalance of a project; or at the columns of a file");
    quality->add_option("PROJECT", options->project);
    quality->add_option("--file", options->file, "A file that is not imported, in place of a project");
    quality->add_option("--format", options->read.format, "Of the file; found by itself when not given");
    quality->add_option("--encoding", options->read.encoding, "Of the file; found by itself when not given");
    quality->callback([options, &chosen] { chosen = [options](Console& c) { return runQuality(*options, c); }; });
}

} // namespace app
