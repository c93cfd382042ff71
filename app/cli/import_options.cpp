// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_options.h"

#include "core/data/encoding.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

namespace app {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;
using core::Status;
using core::data::FileProposal;
using core::data::SourceKind;
using core::privacy::ColumnAction;

/// "A=B" as a pair; both sides must hold something.
Result<std::pair<std::string, std::string>> pairOf(const std::string& text, const char* option, const char* wants,
                                                   char between = '=') {
    const auto at = text.find(between);
    if (at == std::string::npos || at == 0 || at + 1 == text.size())
        return Error(ErrorCode::Usage, std::string(option) + " wants " + wants + ", but got “" + text + "”.");
    return std::pair{text.substr(0, at), text.substr(at + 1)};
}

Result<char> characterOf(const std::string& text, const char* option) {
    if (text == "\\t" || text == "tab")
        return '\t';
    if (text.size() == 1)
        return text[0];
    return Error(ErrorCode::Usage, std::string(option) + " wants one character, or tab.");
}

/// What the command line says of reading, on top of what a profile says.
Status readingOf(const ImportOptions& options, core::data::ReadOptions& read) {
    if (!options.encoding.empty()) {
        TL_TRY(read.encoding, core::data::canonicalEncoding(options.encoding));
    }
    if (!options.format.empty())
        read.format = options.format;
    if (!options.sheet.empty())
        read.sheet = options.sheet;
    if (!options.member.empty())
        read.member = options.member;
    if (options.noHeader)
        read.header = false;
    if (!options.delimiter.empty()) {
        TL_TRY(read.delimiter, characterOf(options.delimiter, "--delimiter"));
    }
    if (options.quote == "none") {
        read.quote = '\0';
    } else if (!options.quote.empty()) {
        TL_TRY(read.quote, characterOf(options.quote, "--quote"));
    }
    if (options.decimal.empty() && options.timeZone.empty() && !options.dayFirst && options.nulls.empty())
        return {};
    // Naming one of these settles them all: what is not named has its default, nothing is guessed from the contents.
    core::data::ValueFormat values = read.values.value_or(core::data::ValueFormat());
    if (!options.decimal.empty())
        values.decimal = options.decimal[0];
    if (!options.timeZone.empty())
        values.timeZone = options.timeZone;
    values.dayFirst = values.dayFirst || options.dayFirst;
    if (!options.nulls.empty())
        values.nullTexts = options.nulls;
    read.values = values;
    return {};
}

Status addRules(core::privacy::PrivacyPlan& plan, const std::vector<std::string>& columns, ColumnAction action) {
    for (const std::string& column : columns) {
        core::privacy::ColumnRule rule;
        rule.column = column;
        rule.action = action;
        if (action == ColumnAction::Generalise) {
            TL_TRY(const auto parts, pairOf(column, "--generalise", "COLUMN:HOW", ':'));
            rule.column = parts.first;
            rule.how = parts.second;
        }
        plan.rules.push_back(std::move(rule));
    }
    return {};
}

Status privacyOf(const ImportOptions& options, core::privacy::PrivacyPlan& plan) {
    TL_CHECK_STATUS(addRules(plan, options.pseudonymise, ColumnAction::Pseudonymise));
    TL_CHECK_STATUS(addRules(plan, options.drop, ColumnAction::Drop));
    TL_CHECK_STATUS(addRules(plan, options.generalise, ColumnAction::Generalise));
    for (const std::string& text : options.personal) {
        const auto equals = text.find('=');
        const std::string name = equals == std::string::npos ? text : text.substr(equals + 1);
        const auto action = core::privacy::parsePersonalAction(name);
        if (!action)
            return Error(ErrorCode::UnknownChoice, "keep, mask, hash, drop").at("--personal", name);
        if (equals == std::string::npos) {
            plan.personal.fill(*action);
            continue;
        }
        const auto kind = core::privacy::parsePersonalKind(text.substr(0, equals));
        if (!kind)
            return Error(ErrorCode::UnknownChoice, "email, phone, id_card, card_number, ip_address, street_address")
                .at("--personal", text.substr(0, equals));
        plan.personal[static_cast<std::size_t>(*kind)] = *action;
    }
    return core::privacy::checkPlan(plan);
}

Status rowsOf(const ImportOptions& options, core::store::ImportRequest& request) {
    using core::store::DuplicatePolicy;
    for (const std::string& map : options.maps) {
        TL_TRY(const auto parts, pairOf(map, "--map", "FIELD=COLUMN"));
        request.mapping[parts.first] = parts.second;
    }
    for (const std::string& value : options.kindValues) {
        TL_TRY(const auto parts, pairOf(value, "--kind-values", "VALUE=KIND, where KIND may be “ignore”"));
        if (parts.second != "ignore" && !core::data::parseEventKind(parts.second))
            return Error(ErrorCode::UnknownChoice, "impression, click, cart, purchase, search, review, ignore")
                .at("--kind-values", parts.second);
        request.kindValues[parts.first] = parts.second;
    }
    if (!options.kind.empty()) {
        request.defaultKind = core::data::parseEventKind(options.kind);
        if (!request.defaultKind)
            return Error(ErrorCode::UnknownChoice, "impression, click, cart, purchase, search, review")
                .at("--kind", options.kind);
    }
    if (options.onDuplicate == "keep")
        request.onDuplicate = DuplicatePolicy::Keep;
    else if (options.onDuplicate == "drop")
        request.onDuplicate = DuplicatePolicy::Drop;
    else if (options.onDuplicate == "merge")
        request.onDuplicate = DuplicatePolicy::Merge;
    request.again = options.again;
    request.keepExtra = !options.noExtra;
    return {};
}

/// The files with the kind that the command line gives them; of a folder, the kind that each file suggests.
Result<std::vector<std::pair<FileProposal, SourceKind>>>
proposalsOf(const ImportOptions& options, const core::data::ReadOptions& read, core::JobContext& job) {
    std::vector<std::pair<FileProposal, SourceKind>> all;
    const std::array<std::pair<const std::vector<std::string>*, SourceKind>, 6> named{{
        {&options.catalogue, SourceKind::Catalogue},
        {&options.queries, SourceKind::Queries},
        {&options.log, SourceKind::Log},
        {&options.labels, SourceKind::Labels},
        {&options.reviews, SourceKind::Reviews},
        {&options.split, SourceKind::Split},
    }};
    for (const auto& [paths, kind] : named) {
        if (paths->empty())
            continue;
        std::error_code ignored;
        for (const std::string& path : *paths)
            if (std::filesystem::is_directory(path,
                                              ignored)) // --folder is for those: there files have kinds of their own
                return Error(ErrorCode::IsDirectory).inFile(path);
        TL_TRY(const auto files, core::data::expandFiles(*paths));
        TL_TRY(auto proposals, core::data::proposeFiles(files, read, job));
        for (FileProposal& proposal : proposals)
            all.emplace_back(std::move(proposal), kind);
    }
    if (!options.folder.empty()) {
        TL_TRY(const auto files, core::data::expandFiles(options.folder));
        TL_TRY(auto proposals, core::data::proposeFiles(files, read, job));
        for (FileProposal& proposal : proposals) {
            const SourceKind kind = proposal.preview.proposedKind;
            all.emplace_back(std::move(proposal), kind);
        }
    }
    if (all.empty())
        return Error(ErrorCode::Usage, "Name what to import: --catalogue, --log, --queries, --labels, --reviews or "
                                       "--split FILE, or --folder DIRECTORY.");
    return all;
}

Result<PlannedImport> planOne(const ImportOptions& options, const core::data::MappingProfile& profile,
                              FileProposal proposal, SourceKind kind) {
    if (proposal.error)
        return *proposal.error;
    PlannedImport plan;
    core::store::ImportRequest& request = plan.request;
    request.path = proposal.file.path;
    request.kind = kind;
    request.mapping = profile.mapping;
    request.kindValues = profile.kindValues;
    request.defaultKind = proposal.eventKind;
    TL_CHECK_STATUS(rowsOf(options, request));
    request.read = proposal.preview.options;
    if (request.read.member.empty())
        request.read.member = proposal.file.member;
    if (!profile.privacy.empty()) {
        TL_TRY(plan.privacy, core::privacy::planFromJson(profile.privacy));
    }
    TL_CHECK_STATUS(privacyOf(options, plan.privacy));
    plan.privacy.delimiter = proposal.preview.delimiter;
    // The mapping as it will be used: privacy rules and profiles name our fields.
    core::data::Mapping mapping = request.mapping;
    for (const auto& [field, column] : core::data::proposeMapping(proposal.preview, kind)) {
        const auto taken = [&column = column](const auto& entry) { return entry.second == column; };
        if (!mapping.contains(field) && std::none_of(mapping.begin(), mapping.end(), taken))
            mapping.emplace(field, column);
    }
    std::erase_if(mapping, [](const auto& entry) { return entry.second.empty(); });
    TL_CHECK_STATUS(core::data::checkMapping(mapping, kind, proposal.preview.header, request.path));
    request.mapping = mapping;
    request.mappingComplete = true;
    plan.profile.kind = kind;
    plan.profile.mapping = mapping;
    plan.profile.read = request.read;
    plan.profile.read.member.clear();
    plan.profile.kindValues = request.kindValues;
    plan.profile.privacy = core::privacy::planJson(plan.privacy);
    plan.profile.header = proposal.preview.header;
    plan.preview = std::move(proposal.preview);
    return plan;
}

} // namespace

Result<std::vector<PlannedImport>> planImports(const ImportOptions& options, core::JobContext& job) {
    core::data::MappingProfile profile;
    if (!options.profile.empty()) {
        TL_TRY(profile, core::data::ProfileFolder().load(options.profile));
    }
    core::data::ReadOptions read = profile.read;
    TL_CHECK_STATUS(readingOf(options, read));
    TL_TRY(auto proposals, proposalsOf(options, read, job));
    std::vector<PlannedImport> plans;
    for (auto& [proposal, kind] : proposals) {
        if (!options.profile.empty() && kind != profile.kind)
            return Error(ErrorCode::Usage, "The profile “" + options.profile + "” is for files of the kind " +
                                               std::string(core::data::kindKey(profile.kind)) + ", not for this one.")
                .inFile(proposal.file.path);
        TL_TRY(auto plan, planOne(options, profile, std::move(proposal), kind));
        plans.push_back(std::move(plan));
    }
    return plans;
}

Result<core::store::KeySource> keySourceOf(const ImportOptions& options, const std::vector<PlannedImport>& imports,
                                           core::JobContext& job) {
    core::store::KeySource source;
    const bool needed =
        std::any_of(imports.begin(), imports.end(), [](const PlannedImport& plan) { return plan.privacy.needsKey(); });
    if (!needed)
        return source;
    source.file = options.keyFile;
    if (source.file.empty() || !options.passphraseFile.empty()) {
        TL_TRY(source.passphrase, takePassphrase(options.passphraseFile, true, job));
    }
    return source;
}

} // namespace app
