// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/passphrase.h"

#include "core/base/file.h"
#include "core/data/record_reader.h"
#include "core/privacy/detect.h"
#include "core/privacy/key.h"
#include "core/store/privacy_apply.h"
#include "core/store/privacy_report.h"

namespace app {
namespace {

using core::Error;
using core::ErrorCode;
using core::Json;
using core::Status;
using core::privacy::PersonalAction;
using core::store::Project;

struct PrivacyOptions {
    std::vector<std::string> words; ///< [report|apply] PROJECT
    core::store::PrivacyReportOptions report;
    std::string out, keyFile, passphraseFile;
    std::vector<std::string> pseudonymise, mask, hash, drop;
};

Status runReport(const std::string& path, const PrivacyOptions& options, Console& console) {
    TL_TRY(const auto project, openProject(path, Project::Access::ReadOnly));
    TL_TRY(const auto report, core::store::privacyReport(*project, options.report, console.job()));
    const Json json = core::store::privacyReportJson(report);
    const std::string text = core::store::privacyReportText(report);
    if (!options.out.empty()) {
        const bool asJson = options.out.ends_with(".json");
        TL_CHECK_STATUS(core::writeFileAtomically(options.out, asJson ? core::dumpJsonPretty(json) + "\n" : text));
    }
    console.result(json, text);
    return {};
}

Status setActions(const std::vector<std::string>& kinds, PersonalAction action,
                  core::store::PrivacyApplyOptions& wanted) {
    for (const std::string& name : kinds) {
        if (name == "all") {
            wanted.personal.fill(action);
            continue;
        }
        const auto kind = core::privacy::parsePersonalKind(name);
        if (!kind)
            return Error(ErrorCode::UnknownChoice,
                         "email, phone, id_card, card_number, ip_address, street_address, all")
                .at("a kind of personal data", name);
        wanted.personal[static_cast<std::size_t>(*kind)] = action;
    }
    return {};
}

std::string appliedText(const core::store::PrivacyApplied& done) {
    TextTable table({"what", "number"});
    table.add({"user ids replaced", formatCount(done.users)});
    table.add({"users merged", formatCount(done.usersMerged)});
    table.add({"sessions replaced", formatCount(done.sessions)});
    table.add({"orders replaced", formatCount(done.orders)});
    table.add({"texts changed", formatCount(done.texts)});
    table.add({"queries merged", formatCount(done.queriesMerged)});
    table.add({"refused rows hidden", formatCount(done.rejects)});
    for (const auto kind : core::privacy::kAllPersonalKinds)
        if (const auto count = done.found[static_cast<std::size_t>(kind)]; count > 0)
            table.add({std::string("found: ") + core::privacy::personalKindTitle(kind), formatCount(count)});
    return table.text();
}

Status runApply(const std::string& path, const PrivacyOptions& options, Console& console) {
    core::store::PrivacyApplyOptions wanted;
    for (const std::string& what : options.pseudonymise) {
        wanted.users = wanted.users || what == "user";
        wanted.sessions = wanted.sessions || what == "session";
        wanted.orders = wanted.orders || what == "order";
    }
    TL_CHECK_STATUS(setActions(options.mask, PersonalAction::Mask, wanted));
    TL_CHECK_STATUS(setActions(options.hash, PersonalAction::Hash, wanted));
    TL_CHECK_STATUS(setActions(options.drop, PersonalAction::Drop, wanted));
    TL_TRY(const auto project, openProject(path, Project::Access::ReadWrite));
    std::optional<core::store::UsableKey> key;
    if (wanted.needsKey()) {
        core::store::KeySource source;
        source.file = options.keyFile;
        if (source.file.empty() || !options.passphraseFile.empty()) {
            TL_TRY(source.passphrase, takePassphrase(options.passphraseFile, true, console.job()));
        }
        TL_TRY(core::store::UsableKey usable, core::store::usableKey(project.get(), source, console.job()));
        key.emplace(std::move(usable));
    }
    TL_TRY(const auto done, core::store::applyPrivacy(*project, wanted, key ? &*key : nullptr, console.job()));
    Json json = done.json();
    if (key)
        json["key_id"] = key->key.id();
    console.result(json, appliedText(done));
    return {};
}

Status runPrivacy(const PrivacyOptions& options, Console& console) {
    const bool named = options.words.size() == 2;
    const std::string action = named ? options.words.front() : "report";
    if (action == "report")
        return runReport(options.words.back(), options, console);
    if (action == "apply")
        return runApply(options.words.back(), options, console);
    return Error(ErrorCode::UnknownChoice, "report, apply").at("privacy", action);
}

Status runKey(const std::string& file, Console& console) {
    TL_TRY(const auto key, core::privacy::PseudonymKey::createFile(file));
    console.result({{"file", file}, {"id", key.id()}},
                   "Wrote the key " + key.id() + " to " + file +
                       ". Keep it apart from the project: whoever has both can test who is in it,\nand without it the "
                       "same users get other pseudonyms.\n");
    return {};
}

Status runPersonal(const std::string& file, std::int64_t limit, Console& console) {
    TL_TRY(const auto reader, core::data::RecordReader::open(file));
    TL_TRY(const auto scan, core::privacy::scanPersonalData(*reader, console.job(), core::privacy::kEveryKind, limit));
    TextTable table({"column", "texts", "kind", "found in", "like"});
    bool any = false;
    for (const auto& column : scan.columns)
        for (const auto kind : core::privacy::kAllPersonalKinds) {
            const auto k = static_cast<std::size_t>(kind);
            if (column.cells[k] == 0)
                continue;
            any = true;
            table.add({column.column, formatCount(column.rows), core::privacy::personalKindTitle(kind),
                       formatCount(column.cells[k]) + (column.chanceOnly(kind) ? " (by chance)" : ""),
                       column.examples[k].empty() ? "" : column.examples[k].front()});
        }
    std::string text = any ? table.text() : "No personal data was recognised.\n";
    text += formatCount(scan.rows) + " rows" + (scan.whole ? "" : " (the first)") +
            ". Names of people are not recognised: look yourself.\n";
    console.result(core::privacy::personalScanJson(scan), text);
    return {};
}

void addKeyOptions(CLI::App* command, PrivacyOptions& options) {
    command->add_option("--key-file", options.keyFile, "Key file for pseudonyms and hashes");
    command->add_option(
        "--passphrase-file", options.passphraseFile,
        "File whose first line is the passphrase of the key (or TAILLIGHT_PASSPHRASE, or the terminal)");
}

} // namespace

void addPrivacyCommands(CLI::App& cli, Command& chosen) {
    auto options = makeOptions<PrivacyOptions>();
    CLI::App* command = cli.add_subcommand(
        "privacy", "Report what was collected, what was done to it and what personal data remains; or hide it (apply)");
    command->add_option("PROJECT", options->words, "[report|apply] PROJECT")->required()->expected(1, 2);
    command->add_option(
        "--quasi", options->report.quasiIdentifiers,
        "Column that others may know of a person: time:month, price:step:10, item.category, extra.NAME");
    command->add_option("--sensitive", options->report.sensitive, "Column for l-diversity");
    command->add_option("--threshold", options->report.threshold, "Groups of fewer users are small")
        ->capture_default_str()
        ->check(CLI::Range(2, 1'000'000));
    command->add_option("--sample", options->report.sampleLimit, "Texts to look at per column (0: all)")
        ->capture_default_str()
        ->check(CLI::NonNegativeNumber);
    command->add_option("--out", options->out, "Also write the report to a file: text, or JSON when it ends in .json");
    command->add_option("--pseudonymise", options->pseudonymise, "apply: replace user, session or order ids")
        ->check(CLI::IsMember({"user", "session", "order"}));
    command->add_option("--mask", options->mask, "apply: kinds of personal data to replace by their name, or all");
    command->add_option("--hash", options->hash, "apply: kinds to replace by a pseudonym");
    command->add_option("--drop", options->drop, "apply: kinds to remove");
    addKeyOptions(command, *options);
    command->callback([options, &chosen] { chosen = [options](Console& c) { return runPrivacy(*options, c); }; });

    struct KeyOptions {
        std::string what, file;
    };
    auto keyOptions = makeOptions<KeyOptions>();
    CLI::App* key = cli.add_subcommand("key", "Make a key for pseudonyms");
    key->add_option("WHAT", keyOptions->what, "new")->required()->check(CLI::IsMember({"new"}));
    key->add_option("FILE", keyOptions->file, "Key file to make; only you can read it")->required();
    key->callback([keyOptions, &chosen] { chosen = [keyOptions](Console& c) { return runKey(keyOptions->file, c); }; });

    struct PersonalOptions {
        std::string file;
        std::int64_t limit = 0;
    };
    auto personalOptions = makeOptions<PersonalOptions>();
    CLI::App* personal = cli.add_subcommand("personal", "Look for personal data in a file before it is imported");
    personal->add_option("FILE", personalOptions->file)->required();
    personal->add_option("--limit", personalOptions->limit, "Rows to read (0: all)")
        ->capture_default_str()
        ->check(CLI::NonNegativeNumber);
    personal->callback([personalOptions, &chosen] {
        chosen = [personalOptions](Console& c) {
            return runPersonal(personalOptions->file, personalOptions->limit, c);
        };
    });
}

} // namespace app
