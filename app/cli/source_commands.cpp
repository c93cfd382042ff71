// SPDX-License-Identifier: GPL-3.0-or-later
// What was imported: sources, what was refused of them, taking them back; and the care of the project file.
#include "app/cli/commands.h"

#include "core/store/check.h"
#include "core/store/compact.h"
#include "core/store/import.h"
#include "core/store/rejects.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace app {
namespace {

using core::Error;
using core::ErrorCode;
using core::Json;
using core::SourceId;
using core::Status;
using core::store::ImportSummary;
using core::store::Project;

/// A source by its number, or by the name of its file where that names one alone.
core::Result<SourceId> findSource(const Project& project, const std::string& name) {
    TL_TRY(const auto all, core::store::sources(project));
    std::string numbers;
    std::optional<SourceId> found;
    int hits = 0;
    for (const ImportSummary& source : all) {
        const std::string number = std::to_string(core::raw(source.source));
        const std::string file = std::filesystem::path(source.path).filename().string();
        numbers += (numbers.empty() ? "" : ", ") + number + " (" + file + ")";
        if (number == name)
            return source.source;
        if (file == name) {
            found = source.source;
            ++hits;
        }
    }
    if (hits == 1)
        return *found;
    return Error(ErrorCode::UnknownChoice, numbers.empty() ? "nothing was imported yet" : numbers).at("source", name);
}

std::int64_t droppedOf(const ImportSummary& source) {
    std::int64_t dropped = 0;
    for (const auto& [reason, count] : source.dropped)
        dropped += count;
    return dropped;
}

Status runSources(const std::string& path, Console& console) {
    TL_TRY(const auto project, openProject(path, Project::Access::ReadOnly));
    TL_TRY(const auto all, core::store::sources(*project));
    Json list = Json::array();
    TextTable table({"source", "file", "kind", "imported at", "read", "imported", "rejected", "dropped"});
    for (const ImportSummary& source : all) {
        list.push_back(core::store::importJson(source));
        table.add({std::to_string(core::raw(source.source)), std::filesystem::path(source.path).filename().string(),
                   core::store::sourceKindName(source.kind), source.importedAt, formatCount(source.read),
                   formatCount(source.imported), formatCount(source.rejected), formatCount(droppedOf(source))});
    }
    console.result({{"sources", list}}, all.empty() ? "Nothing was imported yet.\n" : table.text());
    return {};
}

Status runRemove(const std::string& path, const std::string& name, Console& console) {
    TL_TRY(const auto project, openProject(path, Project::Access::ReadWrite));
    TL_TRY(const SourceId source, findSource(*project, name));
    TL_CHECK_STATUS(core::store::removeSource(*project, source, console.job()));
    console.result({{"removed", core::raw(source)}}, "Source " + std::to_string(core::raw(source)) +
                                                         " and everything that it alone brought was removed.\n");
    return {};
}

struct RejectOptions {
    std::string project, source, exportPath, correctPath;
    std::int64_t limit = 50;
};

Status exportRejects(const RejectOptions& options, Console& console) {
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadOnly));
    std::optional<SourceId> source;
    if (!options.source.empty()) {
        TL_TRY(source, findSource(*project, options.source));
    } else {
        TL_TRY(const auto all, core::store::sources(*project));
        if (all.size() == 1)
            source = all.front().source;
    }
    TL_TRY(const std::int64_t rows, core::store::exportRejects(*project, source, options.exportPath));
    console.result({{"file", options.exportPath}, {"rows", rows}},
                   formatCount(rows) + " rows were written to " + options.exportPath +
                       (source ? ". Correct the cells in front and give the file back with --correct.\n" : ".\n"));
    return {};
}

Status correctRejects(const RejectOptions& options, Console& console) {
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadWrite));
    TL_TRY(const auto all, core::store::sources(*project));
    if (options.source.empty() && all.size() != 1)
        return Error(ErrorCode::Usage, "--correct wants --source: the import that the rows were refused from.");
    TL_TRY(const SourceId source,
           findSource(*project, options.source.empty() ? std::to_string(core::raw(all[0].source)) : options.source));
    const auto before = std::find_if(all.begin(), all.end(), [&](const auto& entry) { return entry.source == source; });
    TL_TRY(const ImportSummary after,
           core::store::importCorrected(*project, source, options.correctPath, console.job()));
    console.result({{"corrected", before->rejected - after.rejected}, {"source", core::store::importJson(after)}},
                   formatCount(before->rejected - after.rejected) + " rows were imported or left out, " +
                       formatCount(after.rejected) + " are still refused.\n");
    return {};
}

Status showRejects(const RejectOptions& options, Console& console) {
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadOnly));
    TL_TRY(const auto total, core::store::rejectCount(*project));
    TL_TRY(const auto rows, core::store::rejects(*project, 0, options.limit));
    Json list = Json::array();
    TextTable table({"file", "line", "column", "value", "reason"});
    for (const auto& row : rows) {
        list.push_back({{"id", row.id},
                        {"source", core::raw(row.source)},
                        {"file", row.file},
                        {"line", row.line},
                        {"column", row.column},
                        {"value", row.value},
                        {"reason", row.reason},
                        {"message", core::store::rejectReasonText(row.reason)},
                        {"raw", row.rawText}});
        table.add({row.file, std::to_string(row.line), row.column, row.value, row.reason});
    }
    std::string text = total == 0 ? "No row was rejected.\n" : table.text();
    if (total > static_cast<std::int64_t>(rows.size()))
        text += "… " + formatCount(total - static_cast<std::int64_t>(rows.size())) + " more (--limit)\n";
    console.result({{"total", total}, {"rejects", list}}, text);
    return {};
}

Status runRejects(const RejectOptions& options, Console& console) {
    if (!options.exportPath.empty() && !options.correctPath.empty())
        return Error(ErrorCode::Usage, "Give either --export FILE or --correct FILE.");
    if (!options.exportPath.empty())
        return exportRejects(options, console);
    return options.correctPath.empty() ? showRejects(options, console) : correctRejects(options, console);
}

Status runCheck(const std::string& path, Console& console) {
    TL_TRY(const auto project, openProject(path, Project::Access::ReadOnly));
    TL_TRY(const auto findings, core::store::checkProject(*project, console.job()));
    static constexpr std::array kNames{"ok", "note", "warning", "error"};
    Json list = Json::array();
    TextTable table({"check", "result", "what"});
    std::string details;
    bool damaged = false;
    for (const auto& finding : findings) {
        const char* severity = kNames[static_cast<std::size_t>(finding.severity)];
        list.push_back({{"check", finding.check},
                        {"severity", severity},
                        {"message", finding.sentence},
                        {"numbers", finding.numbers}});
        table.add({finding.check, severity, finding.sentence});
        if (finding.severity == core::store::CheckFinding::Severity::Error) {
            damaged = true;
            details += finding.check + ": " + core::dumpJson(finding.numbers) + "\n";
        }
    }
    console.result({{"project", path}, {"ok", !damaged}, {"findings", list}}, table.text() + details);
    if (damaged)
        return Error(ErrorCode::ProjectDamaged, "see the findings").inFile(path);
    return {};
}

Status runCompact(const std::string& path, Console& console) {
    TL_TRY(const auto project, openProject(path, Project::Access::ReadWrite));
    TL_TRY(const auto summary, core::store::compactProject(*project, console.job()));
    console.result({{"project", path}, {"before", summary.before}, {"after", summary.after}},
                   formatCount(summary.before) + " bytes before, " + formatCount(summary.after) + " bytes now.\n");
    return {};
}

void addRejects(CLI::App& cli, Command& chosen) {
    auto options = makeOptions<RejectOptions>();
    CLI::App* rejects = cli.add_subcommand(
        "rejects", "Show the rows that were refused, with file, line, column and reason; export and correct them");
    rejects->add_option("PROJECT", options->project)->required();
    rejects->add_option("--limit", options->limit, "Rows to show")->capture_default_str()->check(CLI::PositiveNumber);
    rejects->add_option("--source", options->source, "Number or file of one import; see the command sources");
    rejects->add_option("--export", options->exportPath, "Write the refused rows as CSV to FILE");
    rejects->add_option("--correct", options->correctPath, "Import FILE, an export whose cells were corrected");
    rejects->callback([options, &chosen] { chosen = [options](Console& c) { return runRejects(*options, c); }; });
}

} // namespace

void addSourceCommands(CLI::App& cli, Command& chosen) {
    addRejects(cli, chosen);
    struct Simple {
        const char *name, *help;
        Status (*run)(const std::string&, Console&);
    };
    for (const Simple& simple :
         {Simple{"sources", "Show what was imported, and what became of the rows", runSources},
          Simple{"check", "Check integrity, counts, leakage between the parts of a split", runCheck},
          Simple{"compact", "Give the room of removed rows back to the disk", runCompact}}) {
        auto path = makeOptions<std::string>();
        CLI::App* command = cli.add_subcommand(simple.name, simple.help);
        command->add_option("PROJECT", *path)->required();
        command->callback(
            [path, run = simple.run, &chosen] { chosen = [path, run](Console& c) { return run(*path, c); }; });
    }
    struct RemoveOptions {
        std::string project, source;
    };
    auto options = makeOptions<RemoveOptions>();
    CLI::App* remove = cli.add_subcommand("remove", "Take an import back: everything that it alone brought");
    remove->add_option("PROJECT", options->project)->required();
    remove->add_option("SOURCE", options->source, "Number or file of the import; see the command sources")->required();
    remove->callback([options, &chosen] {
        chosen = [options](Console& c) { return runRemove(options->project, options->source, c); };
    });
}

} // namespace app
