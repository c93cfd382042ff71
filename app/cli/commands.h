// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "core/base/registry.h"
#include "core/base/result.h"
#include "core/stats/buckets.h"
#include "core/store/project.h"
#include "core/store/run_store.h"
#include "core/store/split_store.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// What the parsed command line asks for: set by the callback of the subcommand that was named.
using Command = std::function<core::Status(Console&)>;

/// Each adds its subcommands to the parser; options live as long as the parser.
void addDataCommands(CLI::App& cli, Command& chosen);     ///< sample
void addImportCommands(CLI::App& cli, Command& chosen);   ///< import profiles
void addSourceCommands(CLI::App& cli, Command& chosen);   ///< sources remove rejects check compact
void addDescribeCommands(CLI::App& cli, Command& chosen); ///< describe strategies
void addSplitCommands(CLI::App& cli, Command& chosen);    ///< split
void addRunCommands(CLI::App& cli, Command& chosen);      ///< run predict
void addCompareCommands(CLI::App& cli, Command& chosen);  ///< compare evaluate
void addExportCommands(CLI::App& cli, Command& chosen);   ///< export model|charts|report|predictions|split
void addRowsCommands(CLI::App& cli, Command& chosen);     ///< rows tables
void addPrivacyCommands(CLI::App& cli, Command& chosen);  ///< privacy key personal
void addSealCommands(CLI::App& cli, Command& chosen);     ///< seal open
void addCleanCommands(CLI::App& cli, Command& chosen);    ///< clean
void addQualityCommands(CLI::App& cli, Command& chosen);  ///< quality

/// Options struct of a subcommand, owned by the callback that uses it.
template <class Options> std::shared_ptr<Options> makeOptions() {
    return std::make_shared<Options>();
}

core::Result<core::store::ProjectPtr> openProject(const std::string& path, core::store::Project::Access access);
/// A split by name or id; empty = the newest.
core::Result<core::store::SplitInfo> findSplit(const core::store::Project& project, const std::string& nameOrId);
/// Run ids from the command line ("3", "all"); empty or "all" = every finished run on the newest used split.
core::Result<std::vector<core::RunId>> findRuns(const core::store::Project& project,
                                                const std::vector<std::string>& names);
core::Result<core::RunId> parseRunId(const std::string& text);
/// What can be chosen, with its parameters, as JSON; and the same for people.
core::Json partJson(const core::PartInfo& part, const std::string& kind);
std::string partText(const core::Json& part);

} // namespace app
