// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/passphrase.h"

#include "core/store/sealed_project.h"

namespace app {
namespace {

using core::Error;
using core::ErrorCode;
using core::Json;
using core::Status;
using core::store::Project;

struct SealCommand {
    std::string project, out, passphraseFile;
    bool keep = false, viewer = false, replaceNames = false;
};

Status sealViewer(const SealCommand& options, Console& console) {
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadOnly));
    const std::string out = options.out.empty() ? options.project + ".viewer.sealed" : options.out;
    TL_TRY(const auto passphrase, takePassphrase(options.passphraseFile, true, console.job()));
    TL_CHECK_STATUS(core::store::sealViewerCopy(*project, out, passphrase, {.replaceNames = options.replaceNames}, {},
                                                console.job()));
    console.result({{"sealed", out}, {"kind", "viewer"}, {"removed", Json::array()}},
                   "Sealed a viewer copy as " + out + ": results, and no rows. The project stays as it is.\n");
    return {};
}

Status runSeal(const SealCommand& options, Console& console) {
    if (options.replaceNames && !options.viewer)
        return Error(ErrorCode::Usage, "--replace-names is for --viewer copies; a sealed project keeps its data.");
    if (options.viewer)
        return sealViewer(options, console);
    core::store::SealOptions wanted;
    wanted.out = options.out;
    wanted.removePlaintext = !options.keep;
    TL_TRY(const auto passphrase, takePassphrase(options.passphraseFile, true, console.job()));
    TL_TRY(const auto sealed, core::store::sealProject(options.project, passphrase, wanted, console.job()));
    std::string text = "Sealed as " + sealed.path + ".\n";
    for (const std::string& file : sealed.removed)
        text += "Overwritten and removed: " + file + "\n";
    if (options.keep)
        text += "The open project is still there: " + options.project + "\n";
    console.result({{"sealed", sealed.path}, {"kind", "project"}, {"removed", sealed.removed}}, text);
    return {};
}

struct OpenCommand {
    std::string sealed, out, passphraseFile;
};

Status runOpen(const OpenCommand& options, Console& console) {
    std::string out = options.out;
    if (out.empty()) {
        if (!options.sealed.ends_with(".sealed"))
            return Error(ErrorCode::Usage, "Say where the project goes: --out FILE.");
        out = options.sealed.substr(0, options.sealed.size() - std::string_view(".sealed").size());
    }
    TL_CHECK_STATUS(core::privacy::sealInfo(options.sealed)); // before anybody types a passphrase
    TL_TRY(const auto passphrase, takePassphrase(options.passphraseFile, false, console.job()));
    TL_TRY(const auto info, core::store::openSealedProject(options.sealed, out, passphrase, console.job()));
    const bool viewer = info.kind == core::privacy::SealedKind::Viewer;
    console.result({{"project", out}, {"kind", viewer ? "viewer" : "project"}, {"bytes", info.size}},
                   std::string("Opened ") + (viewer ? "a viewer copy" : "the project") + " as " + out + ".\n");
    return {};
}

} // namespace

void addSealCommands(CLI::App& cli, Command& chosen) {
    constexpr const char* kFile = "File whose first line is the passphrase (or TAILLIGHT_PASSPHRASE, or the terminal)";
    auto sealOptions = makeOptions<SealCommand>();
    CLI::App* seal = cli.add_subcommand("seal", "Encrypt a project under a passphrase and remove what lies open");
    seal->add_option("PROJECT", sealOptions->project)->required();
    seal->add_option("--out", sealOptions->out, "Sealed file (default: PROJECT.sealed)");
    seal->add_option("--passphrase-file", sealOptions->passphraseFile, kFile);
    seal->add_flag("--keep", sealOptions->keep, "Leave the open project where it is");
    seal->add_flag("--viewer", sealOptions->viewer, "Seal a copy with results and no rows; the project stays");
    seal->add_flag("--replace-names", sealOptions->replaceNames,
                   "With --viewer: items, categories, brands and classes by numbers (users and queries always are)");
    seal->callback([sealOptions, &chosen] { chosen = [sealOptions](Console& c) { return runSeal(*sealOptions, c); }; });

    auto openOptions = makeOptions<OpenCommand>();
    CLI::App* open = cli.add_subcommand("open", "Open a sealed project with its passphrase");
    open->add_option("SEALED", openOptions->sealed)->required();
    open->add_option("--out", openOptions->out, "Project file to make (default: without .sealed)");
    open->add_option("--passphrase-file", openOptions->passphraseFile, kFile);
    open->callback([openOptions, &chosen] { chosen = [openOptions](Console& c) { return runOpen(*openOptions, c); }; });
}

} // namespace app
