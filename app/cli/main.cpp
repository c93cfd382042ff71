// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/base/log.h"

#include <cstdio>

/// The headless program: everything the window does, from the same core. Exit 0 done, 1 failed, 2 wrong usage, 3
/// cancelled.
int main(int argc, char** argv) {
    bool json = false;
    bool verbose = false;
    app::Command chosen;
    CLI::App cli("Taillight: see the long tail of e-commerce data, compose a remedy, train, compare, export.",
                 "taillight-cli");
    cli.set_version_flag("--version", "taillight-cli " TAILLIGHT_VERSION);
    cli.require_subcommand(1);
    app::addDataCommands(cli, chosen);
    app::addImportCommands(cli, chosen);
    app::addSourceCommands(cli, chosen);
    app::addDescribeCommands(cli, chosen);
    app::addSplitCommands(cli, chosen);
    app::addRunCommands(cli, chosen);
    app::addCompareCommands(cli, chosen);
    app::addExportCommands(cli, chosen);
    app::addRowsCommands(cli, chosen);
    app::addPrivacyCommands(cli, chosen);
    app::addSealCommands(cli, chosen);
    app::addCleanCommands(cli, chosen);
    app::addQualityCommands(cli, chosen);
    for (CLI::App* command : cli.get_subcommands({})) {
        command->add_flag("--json", json, "Print one JSON document on stdout");
        command->add_flag("--verbose", verbose, "Tell more on stderr");
    }
    try {
        cli.parse(argc, argv);
    } catch (const CLI::Success& e) {
        return cli.exit(e); // --help, --version
    } catch (const CLI::ParseError& e) {
        // CLI11 says only that a subcommand is missing when the one that was given does not exist.
        const std::string first = argc > 1 ? argv[1] : "";
        const bool unknown = !first.empty() && first[0] != '-' &&
                             cli.get_subcommands([&](const CLI::App* app) { return app->get_name() == first; }).empty();
        const std::string sentence = unknown ? "There is no command “" + first + "”." : e.what();
        std::fprintf(stderr, "taillight-cli: %s\nTry taillight-cli --help, or taillight-cli COMMAND --help.\n",
                     sentence.c_str());
        return 2;
    }
    core::setUpLog(verbose ? core::LogLevel::Debug : core::LogLevel::Warning);
    app::Console console(json);
    app::cancelOnSignals(console.job());
    const core::Status status = chosen(console);
    console.endProgress();
    return status.ok() ? 0 : console.fail(status.error());
}
