// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/import_options.h"

#include "core/base/error_text.h"

#include <algorithm>
#include <filesystem>
#include <optional>

namespace app {
namespace {

using core::Json;
using core::Status;
using core::store::Project;

std::string importText(const core::store::ImportSummary& summary) {
    std::string text = summary.path + "\n";
    TextTable counts({"rows", "number"});
    counts.add({"read", formatCount(summary.read)});
    counts.add({"imported", formatCount(summary.imported)});
    counts.add({"rejected", formatCount(summary.rejected)});
    for (const auto& [reason, number] : summary.rejectedBy)
        counts.add({"  " + reason, formatCount(number)});
    for (const auto& [reason, number] : summary.dropped)
        counts.add({"dropped: " + reason, formatCount(number)});
    for (const auto& [what, number] : summary.noted)
        counts.add({"noted: " + what, formatCount(number)});
    text += counts.text() + "mapping:";
    for (const auto& [field, column] : summary.mapping)
        text += " " + field + "=“" + column + "”";
    return text + "\n" + formatNumber(summary.seconds, 2) + " s\n";
}

Json planJson(const PlannedImport& plan) {
    return {{"path", plan.request.path},         {"kind", core::data::kindKey(plan.request.kind)},
            {"format", plan.preview.format},     {"compression", plan.preview.compression},
            {"encoding", plan.preview.encoding}, {"options", core::store::readOptionsJson(plan.preview.options)},
            {"columns", plan.preview.header},    {"mapping", plan.request.mapping},
            {"faults", plan.preview.faults},     {"privacy", core::privacy::planJson(plan.privacy)}};
}

std::string planText(const PlannedImport& plan) {
    std::string text = plan.request.path + "\n";
    TextTable table({"what", "found"});
    table.add({"kind", std::string(core::data::kindKey(plan.request.kind))});
    table.add({"format", plan.preview.format});
    table.add({"compression", plan.preview.compression});
    table.add({"encoding", plan.preview.encoding});
    if (plan.preview.format == "csv")
        table.add({"delimiter", plan.preview.delimiter == '\t' ? "tab" : std::string(1, plan.preview.delimiter)});
    table.add({"columns", std::to_string(plan.preview.header.size())});
    text += table.text() + "mapping:";
    for (const auto& [field, column] : plan.request.mapping)
        text += " " + field + "=“" + column + "”";
    text += "\n";
    for (const std::string& fault : plan.preview.faults)
        text += "  " + fault + "\n";
    return text;
}

/// One file gives its own document, several a list.
void printAll(const Json& list, const std::string& text, const char* name, Console& console) {
    if (list.size() == 1)
        console.result(list.front(), text);
    else
        console.result({{name, list}}, text);
}

Status saveProfile(const std::string& name, core::data::MappingProfile profile) {
    profile.name = name;
    return core::data::ProfileFolder().save(profile);
}

bool anyNeedsKey(const std::vector<PlannedImport>& plans) {
    return std::any_of(plans.begin(), plans.end(), [](const auto& plan) { return plan.privacy.needsKey(); });
}

/// What would fail after the project is made must not leave an empty one behind.
Status checkBefore(const ImportOptions& options, const std::vector<PlannedImport>& plans,
                   const core::store::KeySource& key, Console& console) {
    for (const PlannedImport& plan : plans)
        TL_CHECK_STATUS(
            core::privacy::resolveFields(plan.privacy, plan.request.mapping, plan.preview.header, plan.request.path));
    if (anyNeedsKey(plans) && key.passphrase.empty())
        TL_CHECK_STATUS(core::store::usableKey(nullptr, key, console.job()));
    return options.saveProfile.empty() ? Status() : core::data::checkProfileName(options.saveProfile);
}

Status importPlanned(std::vector<PlannedImport>& plans, Project& project, const core::store::KeySource& key, Json& list,
                     std::string& text, Console& console) {
    std::optional<core::store::UsableKey> usable;
    if (anyNeedsKey(plans)) {
        TL_TRY(usable, core::store::usableKey(&project, key, console.job()));
    }
    for (PlannedImport& plan : plans) {
        core::store::ImportRequest& request = plan.request;
        TL_TRY(request.transform, core::store::makeImportTransform(usable ? &*usable : nullptr, plan.privacy,
                                                                   request.mapping, plan.preview.header, request.path));
        TL_TRY(const auto summary, core::store::importFile(project, request, console.job()));
        list.push_back(core::store::importJson(summary));
        text += importText(summary);
    }
    return {};
}

Status runImport(const ImportOptions& options, Console& console) {
    // A file that cannot be read must not leave an empty project behind: all are looked at first.
    TL_TRY(auto plans, planImports(options, console.job()));
    Json list = Json::array();
    std::string text;
    if (options.dryRun) {
        for (const PlannedImport& plan : plans) {
            list.push_back(planJson(plan));
            text += planText(plan);
        }
        printAll(list, text, "files", console);
        return {};
    }
    TL_TRY(const auto key, keySourceOf(options, plans, console.job()));
    TL_CHECK_STATUS(checkBefore(options, plans, key, console));
    std::error_code unknown;
    const bool fresh = !std::filesystem::exists(options.project, unknown);
    TL_TRY(auto project, openProject(options.project, Project::Access::CreateOrOpen));
    if (Status status = importPlanned(plans, *project, key, list, text, console); !status.ok()) {
        // Each file is an import of its own: those before the one that failed stay.
        if (!list.empty())
            console.note(text + "These " + std::to_string(list.size()) +
                         (list.size() == 1 ? " file was imported before an error ended the rest:"
                                           : " files were imported before an error ended the rest:"));
        project.reset();
        if (fresh && list.empty()) // made for this import, which left nothing in it: things are as they were
            for (const char* part : {"", "-wal", "-shm"})
                std::filesystem::remove(options.project + part, unknown);
        return status;
    }
    if (!options.saveProfile.empty())
        TL_CHECK_STATUS(saveProfile(options.saveProfile, plans.front().profile));
    printAll(list, text, "imports", console);
    return {};
}

Status runProfiles(const std::string& removed, Console& console) {
    const core::data::ProfileFolder folder;
    if (!removed.empty()) {
        TL_CHECK_STATUS(folder.remove(removed));
        console.result({{"removed", removed}}, "Removed the profile “" + removed + "”.\n");
        return {};
    }
    TL_TRY(const auto listing, folder.list());
    Json list = Json::array();
    TextTable table({"profile", "kind", "columns"});
    for (const auto& profile : listing.profiles) {
        Json entry = core::data::profileJson(profile);
        entry["name"] = profile.name;
        list.push_back(std::move(entry));
        table.add(
            {profile.name, std::string(core::data::kindKey(profile.kind)), std::to_string(profile.header.size())});
    }
    for (const core::Error& error : listing.damaged)
        console.note(core::errorSentence(error));
    console.result({{"folder", folder.path()}, {"profiles", list}},
                   listing.profiles.empty() ? "No profile has been saved yet (import --save-profile NAME).\n"
                                            : table.text());
    return {};
}

void addFileOptions(CLI::App& import, ImportOptions& options) {
    import.add_option("PROJECT", options.project, "Project file; made when there is none")->required();
    import.add_option("--catalogue", options.catalogue, "Files with one product per row");
    import.add_option("--log", options.log, "Files with one event per row");
    import.add_option("--queries", options.queries, "Files with one search query per row");
    import.add_option("--labels", options.labels, "Files with relevance labels: query, item, grade");
    import.add_option("--reviews", options.reviews, "Files with one review per row");
    import.add_option("--split", options.split, "Files with a split made elsewhere: item (or event), part");
    import.add_option("--folder", options.folder, "A folder: every file in it, each as the kind that it looks like");
    import.add_option("--format", options.format, "Format; found from the contents when not given")
        ->check(CLI::IsMember({"csv", "jsonl", "json", "xlsx", "parquet"}));
    import.add_option("--encoding", options.encoding, "Encoding; found from the whole file when not given");
    import.add_option("--delimiter", options.delimiter, "Delimiter; found by itself when not given");
    import.add_option("--quote", options.quote, "Quote character, or none");
    import.add_flag("--no-header", options.noHeader, "The first row is data; columns are column_1, column_2 …");
    import.add_option("--sheet", options.sheet, "Sheet of a workbook: its name, or its number from 1");
    import.add_option("--member", options.member, "The file inside a .zip that holds several");
    import.add_option("--decimal", options.decimal, "Decimal sign")->check(CLI::IsMember({".", ","}));
    import.add_flag("--day-first", options.dayFirst, "03/04/2011 is 3 April");
    import.add_option("--time-zone", options.timeZone, "Zone of times that name none: Europe/London, +08:00");
    import.add_option("--null", options.nulls, "Texts that stand for nothing (default: NULL and \\N)");
}

void addRowOptions(CLI::App& import, ImportOptions& options) {
    import.add_option("--map", options.maps, "FIELD=COLUMN; fields not named are found by themselves");
    import.add_option("--kind", options.kind, "Kind of the events where no column says it (default: purchase)");
    import.add_option("--kind-values", options.kindValues, "VALUE=KIND: what the kind column holds; or VALUE=ignore")
        ->delimiter(',');
    import.add_option("--on-duplicate", options.onDuplicate, "What to do with rows seen before")
        ->check(CLI::IsMember({"keep", "drop", "merge"}));
    import.add_flag("--no-extra", options.noExtra, "Leave out columns that serve no field");
    import.add_flag("--again", options.again, "Import although the same file was imported before");
    import.add_flag("--dry-run", options.dryRun, "Only say how each file would be read and mapped");
    import.add_option("--profile", options.profile, "Import as a saved profile says");
    import.add_option("--save-profile", options.saveProfile, "Keep how the first file was imported under this name");
}

void addPrivacyOptions(CLI::App& import, ImportOptions& options) {
    import.add_option("--pseudonymise", options.pseudonymise, "Fields or columns whose values become pseudonyms");
    import.add_option("--key-file", options.keyFile, "Key of the pseudonyms (see key new)");
    import.add_option(
        "--passphrase-file", options.passphraseFile,
        "File whose first line is the passphrase of the pseudonyms; else TAILLIGHT_PASSPHRASE, else asked");
    import.add_option("--drop", options.drop, "Fields or columns that are not kept");
    import.add_option("--generalise", options.generalise, "COLUMN:HOW, such as time:day, postcode:prefix:3, age:age");
    import
        .add_option("--personal", options.personal,
                    "mask, hash, drop or keep personal data found in texts; or KIND=ACTION")
        ->delimiter(',');
}

} // namespace

void addImportCommands(CLI::App& cli, Command& chosen) {
    auto options = makeOptions<ImportOptions>();
    CLI::App* import = cli.add_subcommand(
        "import",
        "Import catalogues, logs, queries, labels, reviews and splits: CSV, JSON, Excel, Parquet, packed or not");
    addFileOptions(*import, *options);
    addRowOptions(*import, *options);
    addPrivacyOptions(*import, *options);
    import->callback([options, &chosen] { chosen = [options](Console& c) { return runImport(*options, c);
};
} // namespace app
);

auto removed = makeOptions<std::string>();
CLI::App* profiles = cli.add_subcommand("profiles", "List the saved import profiles");
profiles->add_option("--remove", *removed, "Remove the profile of this name");
profiles->callback([removed, &chosen] { chosen = [removed](Console& c) { return runProfiles(*removed, c); }; });
}

} // namespace app
