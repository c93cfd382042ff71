// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/describe_sections.h"

#include "core/stats/distribution.h"
#include "core/store/bucket_rules.h"
#include "core/store/entity_store.h"
#include "core/strategies/recipe.h"
#include "core/train/experiment_config.h"
#include "core/train/model_kind.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <span>

namespace app {
namespace {

using core::Json;
using core::Status;
using core::store::Project;

struct DescribeOptions {
    std::string project, entity = "item", measure, buckets, split;
    std::size_t top = 10;
    SectionRequest sections;
    bool list = false;
    std::vector<double> epsilons, percents; ///< of further indices
};

/// Atkinson's index for other ε, shares of other percentages of the entities.
void addChosenIndices(const DescribeOptions& options, std::span<const std::int64_t> counts, Json& document,
                      std::string& text) {
    if (options.epsilons.empty() && options.percents.empty())
        return;
    TextTable table({"index", "value"});
    const auto number = [](double value) { return Json(value).dump(); };
    for (const double epsilon : options.epsilons) {
        const double value = core::stats::atkinsonIndex(counts, epsilon);
        document["chosen"]["atkinson"][number(epsilon)] = value;
        table.add({"Atkinson (" + number(epsilon) + ")", formatNumber(value, 4)});
    }
    for (const double percent : options.percents) {
        const double top = core::stats::topShare(counts, percent), bottom = core::stats::bottomShare(counts, percent);
        document["chosen"]["top_share"][number(percent)] = top;
        document["chosen"]["bottom_share"][number(percent)] = bottom;
        table.add({"share of the top " + number(percent) + " %", formatShare(top)});
        table.add({"share of the bottom " + number(percent) + " %", formatShare(bottom)});
    }
    text += "\n" + table.text();
}

std::string describeText(const core::stats::SupportTable& table, const core::stats::DistributionSummary& summary,
                         std::size_t top) {
    std::string text = table.entity + ": " + formatCount(summary.entities) +
                       (summary.entities == 1 ? " entity, " : " entities, ") + formatCount(summary.total) +
                       " in total (" + table.measure + ")\n\n";
    TextTable buckets({"bucket", "entities", "support", "share"});
    for (const auto bucket : core::stats::bucketsOf(summary.rule)) {
        const auto& part = summary.buckets[static_cast<std::size_t>(bucket)];
        buckets.add({std::string(core::stats::bucketName(bucket)), formatCount(part.entities), formatCount(part.total),
                     formatShare(part.share)});
    }
    text += "rule " + core::stats::formatBucketRule(summary.rule) + "\n" + buckets.text() + "\n";
    const auto& i = summary.indices;
    TextTable indices({"index", "value"});
    indices.add({"imbalance ratio", formatNumber(i.imbalanceRatio)});
    indices.add({"between-class difference", formatShare(i.betweenClassDifference)});
    indices.add({"coverage", formatShare(i.coverage)});
    indices.add({"Gini", formatNumber(i.gini, 4)});
    indices.add({"entropy (nats)", formatNumber(i.entropy, 4)});
    indices.add({"normalised entropy", formatNumber(i.normalisedEntropy, 4)});
    indices.add({"effective number", formatNumber(i.effectiveNumber, 2)});
    indices.add({"KL to uniform (nats)", formatNumber(i.klToUniform, 4)});
    indices.add({"JS to uniform (nats)", formatNumber(i.jsToUniform, 4)});
    indices.add({"Wasserstein to uniform", formatNumber(i.wassersteinToUniform, 4)});
    indices.add({"Theil T (nats)", formatNumber(i.theilT, 4)});
    indices.add({"Atkinson (0.5)", formatNumber(i.atkinson, 4)});
    indices.add({"LRID", formatNumber(i.lrid, 1)});
    indices.add({"share of the top 1 %", formatShare(i.top1PctShare)});
    indices.add({"share of the top 20 %", formatShare(i.top20PctShare)});
    indices.add({"share of the bottom 50 %", formatShare(i.bottom50PctShare)});
    text += indices.text() + "\n";
    TextTable largest({table.entity, "support", "details"});
    for (std::size_t r = 0; r < std::min(top, table.names.size()); ++r)
        largest.add({table.names[r], formatCount(table.counts[r]), table.details.empty() ? "" : table.details[r]});
    return text + largest.text();
}

Status listEntities(const Project& project, Console& console) {
    TL_TRY(const auto entities, core::store::entitiesOf(project, console.job()));
    Json json = Json::array();
    TextTable text({"entity", "measures"});
    text.limitCells(1000);
    for (const std::string& entity : entities) {
        TL_TRY(const auto measures, core::store::measuresFor(project, entity));
        std::string names;
        for (const std::string& measure : measures)
            names += (names.empty() ? "" : ", ") + measure;
        text.add({entity, names});
        json.push_back({{"entity", entity}, {"measures", measures}});
    }
    console.result({{"entities", json}}, text.text());
    return {};
}

Status runDescribe(const DescribeOptions& options, Console& console) {
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadOnly));
    core::stats::BucketRule rule;
    if (!options.buckets.empty()) {
        TL_TRY(rule, core::store::findBucketRule(*project, options.buckets));
    }
    if (options.list)
        return listEntities(*project, console);
    TL_TRY(const std::string entity, core::store::resolveEntity(*project, options.entity, console.job()));
    core::store::SupportQuery query{entity, options.measure, {}};
    if (!options.split.empty() && !options.measure.empty() && options.measure != "training")
        return core::Error(core::ErrorCode::Usage, "--split shows the measure training; leave out --measure " +
                                                       options.measure + ", or --split.");
    if (!options.split.empty() || options.measure == "training") {
        TL_TRY(const auto split, findSplit(*project, options.split));
        query.split = split.id;
        query.measure = "training";
    }
    TL_TRY(const auto table, core::store::supportOf(*project, query, console.job()));
    const auto summary = core::stats::summarise(table->counts, rule);
    Json document = core::stats::distributionJson(*table, summary);
    document["largest"] = Json::array();
    for (std::size_t r = 0; r < std::min(options.top, table->names.size()); ++r) {
        Json one{{"name", table->names[r]},
                 {"support", table->counts[r]},
                 {"bucket", std::string(core::stats::bucketName(summary.borders.at(r)))}};
        if (!table->details.empty() && !table->details[r].empty())
            one["details"] = table->details[r];
        document["largest"].push_back(std::move(one));
    }
    std::string text = describeText(*table, summary, options.top);
    addChosenIndices(options, table->counts, document, text);
    SectionRequest request = options.sections;
    request.split = query.split;
    request.top = options.top;
    TL_CHECK_STATUS(addSections(*project, *table, summary, request, console, document, text));
    console.result(document, text);
    return {};
}

struct RuleOptions {
    std::string project, keep, rule, remove;
};

/// Refuses an option that was given as "": a variable of a script that was empty.
std::string notEmpty(const std::string& text) {
    return text.empty() ? "it is empty" : "";
}

Status runBuckets(const RuleOptions& options, Console& console) {
    const bool writes = !options.keep.empty() || !options.remove.empty();
    TL_TRY(const auto project,
           openProject(options.project, writes ? Project::Access::ReadWrite : Project::Access::ReadOnly));
    if (!options.keep.empty()) {
        TL_TRY(const auto rule, core::stats::parseBucketRule(options.rule));
        TL_CHECK_STATUS(core::store::saveBucketRule(*project, {options.keep, rule}));
    }
    if (!options.remove.empty())
        TL_CHECK_STATUS(core::store::removeBucketRule(*project, options.remove));
    TL_TRY(const auto rules, core::store::bucketRules(*project));
    Json json = Json::object();
    TextTable text({"name", "rule"});
    for (const auto& one : rules) {
        json[one.name] = core::stats::formatBucketRule(one.rule);
        text.add({one.name, core::stats::formatBucketRule(one.rule)});
    }
    console.result({{"rules", json}}, text.text());
    return {};
}

Status runStrategies(Console& console) {
    Json list = Json::array();
    std::string text;
    for (const auto kind : core::strategies::kStepKinds) {
        const std::string name(core::strategies::stepKindName(kind));
        text += "== " + name + "\n";
        for (const auto& part : core::strategies::strategiesOf(kind)) {
            list.push_back(partJson(part, name));
            text += partText(list.back());
        }
    }
    Json models = Json::array();
    text += "== models\n";
    for (const auto& entry : core::train::ModelRegistry::global().entries()) {
        models.push_back(partJson(entry.info, "model"));
        text += partText(models.back());
    }
    core::PartInfo training{"training", "Training", "How every run trains.", "",
                            core::paramsOf<core::train::TrainingConfig>()};
    const Json trainingJson = partJson(training, "training");
    text += "== training\n" + partText(trainingJson);
    Json recipes = Json::array();
    for (const auto& recipe : core::strategies::standardRecipes())
        recipes.push_back(core::strategies::recipeJson(recipe));
    console.result(
        {{"strategies", list}, {"models", models}, {"training", trainingJson["params"]}, {"recipes", recipes}}, text);
    return {};
}

} // namespace

void addDescribeCommands(CLI::App& cli, Command& chosen) {
    auto options = makeOptions<DescribeOptions>();
    CLI::App* describe = cli.add_subcommand("describe", "Show a distribution: buckets, indices, largest entities");
    describe->add_option("PROJECT", options->project)->required();
    describe
        ->add_option("--entity", options->entity,
                     "item, category, category:N (first N levels), brand, user, query, label, price_band, seller, "
                     "attribute:NAME, event:NAME")
        ->capture_default_str();
    describe->add_option("--epsilon", options->epsilons, "Atkinson's index for this ε, too; several times")
        ->check(CLI::Range(1e-6, 100.0));
    describe
        ->add_option("--percent", options->percents,
                     "Shares of the top and bottom so many percent of the entities, too; several times")
        ->check(CLI::Range(1e-6, 100.0));
    describe->add_flag("--list", options->list, "List what this project can be looked at by, and stop");
    describe
        ->add_option("--section", options->sections.sections,
                     "More of it: power-law, borders, exposure, time, causes, advice, all; can be given several times")
        ->check(CLI::IsMember(sectionNames()));
    describe
        ->add_option(
            "--against", options->sections.against,
            "Side by side: split (training and test), a day YYYY-MM-DD (before and from it), names:FILE, or a project")
        ->check(CLI::Validator(notEmpty, "TEXT"));
    describe
        ->add_option("--names", options->sections.names,
                     "Side by side: the entities that this file names, one a line, and all others (or --against "
                     "names:FILE)")
        ->check(CLI::Validator(notEmpty, "TEXT"));
    describe->add_option("--demand", options->sections.demand, "Exposure: click, cart or purchase")
        ->check(CLI::IsMember({"click", "cart", "purchase"}));
    describe
        ->add_option("--power-law-test", options->sections.repetitions,
                     "Test the power law by this many bootstrap repetitions (section power-law)")
        ->check(CLI::Range(1, 1'000'000));
    describe
        ->add_option("--measure", options->measure,
                     "items, events, impression, click, cart, purchase, quantity, revenue, reviews, training …")
        ->check(CLI::Validator(notEmpty, "TEXT"));
    describe
        ->add_option(
            "--buckets", options->buckets,
            "Rule: share:0.8,0.95 | shots:100,20 | thresholds:A,B | quantiles:A,B, with up to six limits for up to "
            "seven buckets, or the name of a kept one")
        ->check(CLI::Validator(notEmpty, "TEXT"));
    describe->add_option("--split", options->split, "Support in the training part of this split");
    describe->add_option("--top", options->top, "Entities to list, also of exposure and of two sides")
        ->check(CLI::Range(std::size_t{0}, std::size_t{100'000'000}))
        ->capture_default_str();
    describe->callback([options, &chosen] { chosen = [options](Console& c) { return runDescribe(*options, c); }; });

    auto rules = makeOptions<RuleOptions>();
    CLI::App* buckets = cli.add_subcommand("buckets", "List the bucket rules kept in a project, keep or remove one");
    buckets->add_option("PROJECT", rules->project)->required();
    CLI::Option* keep = buckets->add_option("--keep", rules->keep, "Keep --rule under this name")
                            ->check(CLI::Validator(notEmpty, "TEXT"));
    CLI::Option* rule = buckets->add_option("--rule", rules->rule, "The rule to keep, such as shots:100,20");
    keep->needs(rule);
    rule->needs(keep);
    buckets->add_option("--remove", rules->remove, "Remove the rule of this name")
        ->check(CLI::Validator(notEmpty, "TEXT"));
    buckets->callback([rules, &chosen] { chosen = [rules](Console& c) { return runBuckets(*rules, c); }; });

    CLI::App* strategies = cli.add_subcommand("strategies", "List every strategy and model with parameters and limits");
    strategies->callback([&chosen] { chosen = [](Console& c) { return runStrategies(c); }; });
}

} // namespace app
