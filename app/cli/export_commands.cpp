// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/base/file.h"
#include "core/output/export.h"
#include "core/store/bucket_rules.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <spawn.h>
#include <sys/wait.h>

extern char** environ; // NOLINT(readability-redundant-declaration): POSIX asks the program to declare it

namespace app {
namespace {

using core::Error;
using core::ErrorCode;
using core::Json;
using core::Status;
using core::store::Project;

struct ExportOptions {
    std::string what, project, out, baseline, buckets, format = "svg", split;
    std::vector<std::string> runs;
};

Status filesResult(const std::vector<std::string>& files, const std::string& what, Console& console) {
    std::string text;
    for (const std::string& file : files)
        text += file + "\n";
    console.result({{"exported", what}, {"files", files}}, text);
    return {};
}

/// The window program beside this one, or in the path: it draws the same charts as on the screen.
std::string windowProgram() {
    std::error_code ignored;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const auto beside = self.parent_path() / "taillight";
    return std::filesystem::exists(beside, ignored) ? beside.string() : "taillight";
}

std::string joined(const std::vector<core::RunId>& runs) {
    std::string text;
    for (const core::RunId run : runs)
        text += (text.empty() ? "" : ",") + std::to_string(core::raw(run));
    return text;
}

Status drawCharts(const ExportOptions& options, const std::vector<core::RunId>& runs) {
    std::vector<std::string> arguments{windowProgram(), "--export-charts", options.out, "--format", options.format};
    if (!runs.empty())
        arguments.insert(arguments.end(), {"--runs", joined(runs)});
    if (!options.baseline.empty())
        arguments.insert(arguments.end(), {"--baseline", options.baseline});
    if (!options.buckets.empty())
        arguments.insert(arguments.end(), {"--buckets", options.buckets});
    arguments.push_back(options.project);
    std::vector<char*> argv;
    for (std::string& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    // stdout stays ours (one JSON document), so the child writes to stderr.
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, 2, 1);
    pid_t child = 0;
    const int started = posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (started != 0)
        return Error(ErrorCode::NoData,
                     "charts are drawn by the window program “taillight”, which was not found beside "
                     "this one or in the path. Install it, or export predictions or a report");
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return Error(ErrorCode::WriteFailed, "the window program could not draw the charts (see above)")
            .inFile(options.out);
    return {};
}

std::vector<std::string> chartFiles(const std::string& directory, const std::string& extension) {
    std::vector<std::string> files;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(directory, ignored))
        if (entry.path().extension() == "." + extension)
            files.push_back(entry.path().filename().string());
    std::sort(files.begin(), files.end());
    return files;
}

Status exportSplitFile(const ExportOptions& options, Console& console) {
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadOnly));
    TL_TRY(const auto split, findSplit(*project, options.split));
    const bool file = options.out.ends_with(".csv");
    if (!file)
        TL_CHECK_STATUS(core::makeDirectory(options.out));
    const std::string path = file ? options.out : options.out + "/split.csv";
    TL_CHECK_STATUS(core::store::exportSplit(*project, split.id, path, console.job()));
    return filesResult({path}, "split", console);
}

Status runExport(const ExportOptions& options, Console& console) {
    core::output::ComparisonRequest request;
    if (options.what == "split")
        return exportSplitFile(options, console);
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadOnly));
    if (!options.buckets.empty()) {
        TL_TRY(request.rule, core::store::findBucketRule(*project, options.buckets));
    }
    // Charts of a distribution need no runs; everything else does.
    auto runs = findRuns(*project, options.runs);
    if (!runs.ok() && (options.what != "charts" || !options.runs.empty()))
        return std::move(runs).error();
    if (runs.ok())
        request.runs = *runs;
    if (!options.baseline.empty()) {
        TL_TRY(request.baseline, parseRunId(options.baseline));
    }
    TL_CHECK_STATUS(core::makeDirectory(options.out));
    std::vector<std::string> files;
    if (options.what == "model") {
        TL_TRY(files, core::output::exportModels(*project, request.runs, options.out, request.rule, console.job()));
    } else if (options.what == "predictions") {
        TL_TRY(files, core::output::exportPredictions(*project, request.runs, options.out));
    } else if (options.what == "report") {
        TL_TRY(files, core::output::exportReport(*project, request, options.out, chartFiles(options.out, "svg"),
                                                 console.job()));
    } else {
        TL_CHECK_STATUS(drawCharts(options, request.runs));
        for (const std::string& file : chartFiles(options.out, options.format))
            files.push_back(options.out + "/" + file);
    }
    return filesResult(files, options.what, console);
}

} // namespace

void addExportCommands(CLI::App& cli, Command& chosen) {
    auto options = makeOptions<ExportOptions>();
    CLI::App* command = cli.add_subcommand("export", "Write models, charts, a report, predictions or the split");
    command->add_option("WHAT", options->what)
        ->required()
        ->check(CLI::IsMember({"model", "charts", "report", "predictions", "split"}));
    command->add_option("PROJECT", options->project)->required();
    command->add_option("RUN", options->runs, "Numbers of runs, or all");
    command->add_option("--out", options->out, "Directory to write to (split: or a .csv file)")->required();
    command->add_option("--baseline", options->baseline, "Run that the others are compared against");
    command->add_option("--buckets", options->buckets, "Bucket rule");
    command->add_option("--format", options->format, "Format of charts")
        ->check(CLI::IsMember({"svg", "png", "pdf", "csv"}))
        ->capture_default_str();
    command->add_option("--split", options->split, "Name or number of the split (default: the newest)");
    command->callback([options, &chosen] { chosen = [options](Console& c) { return runExport(*options, c); }; });
}

} // namespace app
