// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/data/sample_shop.h"

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

} // namespace

void addDataCommands(CLI::App& cli, Command& chosen) {
    addSample(cli, chosen);
}

} // namespace app
