// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/data/sample_shop.h"
#include "core/store/import.h"

namespace app {
namespace {

using core::Error;
using core::ErrorCode;
using core::Json;
using core::Status;
using core::store::Project;

struct SampleOptions {
    std::string directory;
    core::data::SampleShopConfig config;
};

Status runSample(const SampleOptions& options, Console& console) {
    // The same limits as everywhere: from the config's own description.
    TL_TRY(const auto config, core::fromJson<core::data::SampleShopConfig>(core::toJson(options.config)));
    TL_TRY(const auto shop, core::data::generateSampleShop(options.directory, config, console.job()));
    const Json document{{"catalogue", shop.cataloguePath},      {"log", shop.logPath},   {"truth", shop.truthPath},
                        {"truth_config", shop.truthConfigPath}, {"items", shop.items},   {"events", shop.events},
                        {"impressions", shop.impressions},      {"clicks", shop.clicks}, {"purchases", shop.purchases}};
    TextTable table({"file", "what"});
    table.add({shop.cataloguePath, formatCount(shop.items) + " items"});
    table.add({shop.logPath, formatCount(shop.events) + " events: " + formatCount(shop.impressions) + " impressions, " +
                                 formatCount(shop.clicks) + " clicks, " + formatCount(shop.purchases) + " purchases"});
    table.add({shop.truthPath, "the truth behind the noise, per item"});
    table.add({shop.truthConfigPath, "the parameters of the shop"});
    console.result(document, table.text());
    return {};
}

struct ImportOptions {
    std::string project, kind, delimiter, encoding, onDuplicate;
    /// Only one of them is given.
    std::string catalogue, log, queries, labels, reviews, split;
    std::vector<std::string> maps;
    bool again = false, noIndexes = false;
};

Error oneFileOnly() {
    return Error(ErrorCode::Usage,
                 "Give one file: --catalogue, --log, --queries, --labels, --reviews or --split FILE.");
}

core::Result<core::store::ImportRequest> makeRequest(const ImportOptions& options) {
    core::store::ImportRequest request;
    using core::data::SourceKind;
    for (const auto& [path, kind] :
         std::initializer_list<std::pair<const std::string&, SourceKind>>{{options.catalogue, SourceKind::Catalogue},
                                                                          {options.log, SourceKind::Log},
                                                                          {options.queries, SourceKind::Queries},
                                                                          {options.labels, SourceKind::Labels},
                                                                          {options.reviews, SourceKind::Reviews},
                                                                          {options.split, SourceKind::Split}}) {
        if (path.empty())
            continue;
        if (!request.path.empty())
            return oneFileOnly();
        request.path = path;
        request.kind = kind;
    }
    if (request.path.empty())
        return oneFileOnly();
    for (const std::string& map : options.maps) {
        const auto equals = map.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == map.size())
            return Error(ErrorCode::Usage, "--map wants FIELD=COLUMN, but got “" + map + "”.");
        request.mapping[map.substr(0, equals)] = map.substr(equals + 1);
    }
    if (!options.kind.empty()) {
        request.defaultKind = core::data::parseEventKind(options.kind);
        if (!request.defaultKind)
            return Error(ErrorCode::UnknownChoice, "impression, click, cart, purchase, search, review")
                .at("--kind", options.kind);
    }
    if (!options.delimiter.empty()) {
        const std::string& text = options.delimiter;
        if (text == "\\t" || text == "tab")
            request.delimiter = '\t';
        else if (text.size() == 1)
            request.delimiter = text[0];
        else
            return Error(ErrorCode::Usage, "--delimiter wants one character, or tab.");
    }
    if (options.onDuplicate == "keep")
        request.onDuplicate = core::store::DuplicatePolicy::Keep;
    else if (options.onDuplicate == "drop")
        request.onDuplicate = core::store::DuplicatePolicy::Drop;
    else if (options.onDuplicate == "merge")
        request.onDuplicate = core::store::DuplicatePolicy::Merge;
    request.again = options.again;
    request.indexes = !options.noIndexes;
    return request;
}

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

Status runImport(const ImportOptions& options, Console& console) {
    TL_TRY(const auto request, makeRequest(options));
    // A file that cannot be read must not leave an empty project behind.
    TL_CHECK_STATUS(core::data::previewFile(request.path, request.delimiter));
    TL_TRY(const auto project, openProject(options.project, Project::Access::CreateOrOpen));
    TL_TRY(const auto summary, core::store::importFile(*project, request, console.job()));
    console.result(core::store::importJson(summary), importText(summary));
    return {};
}

void addSample(CLI::App& cli, Command& chosen) {
    auto options = makeOptions<SampleOptions>();
    CLI::App* sample =
        cli.add_subcommand("sample", "Write a generated shop: catalogue, event log and the truth behind them");
    sample->add_option("DIR", options->directory, "Directory for the files")->required();
    sample->add_option("--items", options->config.items, "Items in the catalogue")->capture_default_str();
    sample->add_option("--users", options->config.users, "Users")->capture_default_str();
    sample->add_option("--events", options->config.events, "Rows of the event log")->capture_default_str();
    sample->add_option("--classes", options->config.classes, "Leaf categories")->capture_default_str();
    sample->add_option("--zipf", options->config.zipf, "Exponent of the popularity law")->capture_default_str();
    sample->add_option("--label-noise", options->config.labelNoise, "Share of wrong labels")->capture_default_str();
    sample->add_option("--seed", options->config.seed, "Same seed, same shop")->capture_default_str();
    sample->callback([options, &chosen] { chosen = [options](Console& c) { return runSample(*options, c); }; });
}

void addImport(CLI::App& cli, Command& chosen) {
    auto options = makeOptions<ImportOptions>();
    CLI::App* import =
        cli.add_subcommand("import", "Import a catalogue or an event log (CSV or TSV, plain, .gz or .zst)");
    import->add_option("PROJECT", options->project, "Project file; made when there is none")->required();
    import->add_option("--catalogue", options->catalogue, "File with one product per row");
    import->add_option("--log", options->log, "File with one event per row");
    import->add_option("--queries", options->queries, "File with one search query per row");
    import->add_option("--labels", options->labels, "File with relevance labels: query, item, grade");
    import->add_option("--reviews", options->reviews, "File with one review per row");
    import->add_option("--split", options->split, "File with a split made elsewhere: item (or event), part");
    import->add_option("--map", options->maps, "FIELD=COLUMN; fields not named are found by themselves")->take_all();
    import->add_option("--kind", options->kind, "Kind of the events where no column says it (default: purchase)");
    import->add_option("--encoding", options->encoding, "Encoding of the file")->check(CLI::IsMember({"UTF-8"}));
    import->add_option("--delimiter", options->delimiter, "Delimiter; found by itself when not given");
    import->add_option("--on-duplicate", options->onDuplicate, "What to do with rows seen before")
        ->check(CLI::IsMember({"keep", "drop", "merge"}));
    import->add_flag("--again", options->again, "Import although the same file was imported before");
    import->add_flag("--no-indexes", options->noIndexes, "Without the indexes over events: ready sooner");
    import->callback([options, &chosen] { chosen = [options](Console& c) { return runImport(*options, c); }; });
}

} // namespace

void addDataCommands(CLI::App& cli, Command& chosen) {
    addSample(cli, chosen);
    addImport(cli, chosen);
}

} // namespace app
