// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/base/file.h"
#include "core/data/values.h"
#include "core/store/clean/clean.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace app {
namespace {

using core::Error;
using core::ErrorCode;
using core::Json;
using core::Status;
using core::store::CleanStep;
using core::store::Project;

struct CleanOptions {
    std::string project, action = "list", argument, config, out;
    std::vector<std::string> settings;
    std::optional<std::int64_t> to;
    std::size_t examples = 20;
};

/// "k=3" as the parameter's type wants it.
core::Result<Json> parseSetting(const core::ParamInfo& param, const std::string& text) {
    using Type = core::ParamInfo::Type;
    const auto wrong = [&](const char* wanted) { return Error(ErrorCode::WrongType, wanted).at(param.name, text); };
    if (param.type == Type::Boolean) {
        if (text == "true" || text == "yes" || text == "1")
            return Json(true);
        if (text == "false" || text == "no" || text == "0")
            return Json(false);
        return wrong("true or false");
    }
    if (param.type == Type::Integer) {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || end != text.data() + text.size())
            return wrong("a whole number");
        return Json(number);
    }
    if (param.type == Type::Number) {
        const auto number = core::data::parseNumber(text);
        if (!number)
            return wrong("a number");
        return Json(*number);
    }
    return Json(text);
}

core::Result<CleanStep> makeStep(const CleanOptions& options) {
    CleanStep step;
    step.kind = options.argument;
    const auto kinds = core::store::cleanKinds();
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.id == step.kind; });
    if (kind == kinds.end()) {
        std::string ids;
        for (const auto& one : kinds)
            ids += (ids.empty() ? "" : ", ") + one.id;
        return Error(ErrorCode::UnknownChoice, ids).at("KIND", step.kind);
    }
    if (!options.config.empty()) {
        TL_TRY(step.config, core::parseJson(options.config, "--config"));
        if (!step.config.is_object())
            return Error(ErrorCode::Usage, "--config wants a JSON object, such as '{\"k\": 3}'.");
    }
    for (const std::string& setting : options.settings) {
        const auto equals = setting.find('=');
        if (equals == std::string::npos || equals == 0)
            return Error(ErrorCode::Usage, "--set wants NAME=VALUE, but got “" + setting + "”.");
        const std::string name = setting.substr(0, equals);
        const auto param = std::find_if(kind->params.begin(), kind->params.end(),
                                        [&name](const core::ParamInfo& one) { return one.name == name; });
        if (param == kind->params.end()) {
            std::string names;
            for (const auto& one : kind->params)
                names += (names.empty() ? "" : ", ") + one.name;
            return Error(ErrorCode::UnknownParameter, names).at(name);
        }
        TL_TRY(step.config[name], parseSetting(*param, setting.substr(equals + 1)));
    }
    return step;
}

void addEffect(TextTable& table, const core::store::CleanEffect& effect) {
    table.add({"events dropped", formatCount(effect.eventsDropped)});
    table.add({"items dropped", formatCount(effect.itemsDropped)});
    table.add({"other rows dropped", formatCount(effect.rowsDropped)});
    table.add({"values changed", formatCount(effect.valuesChanged)});
    for (const auto& [tab, reasons] : effect.numbers["dropped"].items())
        for (const auto& [reason, count] : reasons.items())
            table.add(
                {"  " + tab + ": " + core::store::cleanReasonText(reason), formatCount(count.get<std::int64_t>())});
    for (const auto& [column, count] : effect.numbers["changed"].items())
        table.add({"  " + column, formatCount(count.get<std::int64_t>())});
}

/// What the kind found out, but for long lists.
std::string findingsText(const Json& numbers) {
    std::string text;
    for (const auto& [name, value] : numbers.items())
        if (name != "dropped" && name != "changed" && !value.is_structured())
            text += name + " = " + core::dumpJson(value) + "\n";
    if (!numbers.contains("distribution"))
        return text;
    TextTable table({"per user", "median", "90 %", "99 %", "99.9 %", "most", "limit", "users above"});
    for (const auto& [name, d] : numbers["distribution"].items())
        table.add({name, formatNumber(d["p50"], 1), formatNumber(d["p90"], 1), formatNumber(d["p99"], 1),
                   formatNumber(d["p999"], 1), formatNumber(d["max"], 1),
                   d["limit"].is_null() ? "–" : formatNumber(d["limit"], 1), formatCount(d["users_above"])});
    return text + table.text();
}

Status runPreview(const CleanOptions& options, Console& console) {
    TL_TRY(const CleanStep step, makeStep(options));
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadOnly));
    TL_TRY(const auto preview, core::store::previewStep(*project, step, console.job()));
    TextTable effect({"would be", "number"});
    addEffect(effect, preview.effect);
    TextTable examples({"table", "row", "change"});
    for (std::size_t i = 0; i < std::min(options.examples, preview.examples.size()); ++i) {
        const auto& one = preview.examples[i];
        examples.add({one.table, one.what,
                      one.column.empty() ? core::store::cleanReasonText(one.reason)
                                         : one.column + ": “" + one.before + "” → “" + one.after + "”"});
    }
    std::string text = effect.text() + findingsText(preview.effect.numbers);
    if (!preview.examples.empty() && options.examples > 0)
        text += examples.text();
    if (!preview.blockedBy.empty())
        text += preview.blockedBy + "\n";
    Json document{{"kind", step.kind}, {"config", step.config}};
    document.update(core::store::cleanPreviewJson(preview));
    console.result(document, text);
    return {};
}

Status runApply(const CleanOptions& options, Console& console) {
    TL_TRY(const CleanStep step, makeStep(options));
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadWrite));
    TL_TRY(const auto applied, core::store::applyStep(*project, step, console.job()));
    TextTable table({"step " + std::to_string(applied.id), "number"});
    addEffect(table, applied.effect);
    console.result(core::store::cleanStepJson(applied),
                   table.text() + findingsText(applied.effect.numbers) + formatNumber(applied.seconds, 2) + " s\n");
    return {};
}

std::string accountText(const core::store::CleanAccount& account) {
    TextTable table({"rows of " + account.path, "number"});
    table.add({"read", formatCount(account.read)});
    table.add({"rejected", formatCount(account.rejected)});
    for (const auto& [reason, count] : account.droppedAtImport)
        table.add({"dropped at import: " + reason, formatCount(count)});
    for (const auto& [step, count] : account.droppedByStep)
        table.add({"dropped by step " + std::to_string(step), formatCount(count)});
    table.add({"left", formatCount(account.left)});
    return "\n" + table.text() + (account.addsUp() ? "The rows add up.\n" : "The rows do not add up: run check.\n");
}

Json stepsJson(const std::vector<core::store::CleanStepInfo>& steps) {
    Json list = Json::array();
    for (const auto& step : steps)
        list.push_back(core::store::cleanStepJson(step));
    return list;
}

std::string stepsText(const std::vector<core::store::CleanStepInfo>& steps) {
    TextTable table({"step", "kind", "parameters", "events", "items", "values", "seconds"});
    for (const auto& step : steps)
        table.add({std::to_string(step.id), step.step.kind, core::dumpJson(step.step.config),
                   formatCount(step.effect.eventsDropped), formatCount(step.effect.itemsDropped),
                   formatCount(step.effect.valuesChanged), formatNumber(step.seconds, 2)});
    return table.text();
}

Status runList(const CleanOptions& options, Console& console) {
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadOnly));
    TL_TRY(const auto steps, core::store::cleanSteps(*project));
    TL_TRY(const auto accounts, core::store::cleanAccounts(*project));
    Json rows = Json::array();
    std::string text = steps.empty() ? "No cleaning step has been applied.\n" : stepsText(steps);
    for (const auto& account : accounts) {
        rows.push_back(core::store::cleanAccountJson(account));
        text += accountText(account);
    }
    console.result({{"project", options.project}, {"steps", stepsJson(steps)}, {"accounts", rows}}, text);
    return {};
}

Status runUndo(const CleanOptions& options, Console& console) {
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadWrite));
    TL_TRY(const auto undone, options.to ? core::store::undoTo(*project, *options.to, console.job())
                                         : core::store::undoLast(*project, console.job()));
    std::string text = formatCount(undone.steps) + " steps taken back: " + formatCount(undone.rowsBack) + " rows and " +
                       formatCount(undone.valuesBack) + " values are as they were.\n";
    if (undone.valuesKept > 0)
        text += formatCount(undone.valuesKept) + " values stay, because something else has changed them since.\n";
    console.result({{"steps", undone.steps},
                    {"rows_back", undone.rowsBack},
                    {"values_back", undone.valuesBack},
                    {"values_kept", undone.valuesKept}},
                   text);
    return {};
}

Status runRecipe(const CleanOptions& options, Console& console) {
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadOnly));
    TL_TRY(const Json recipe, core::store::cleanRecipe(*project));
    if (!options.out.empty()) {
        TL_CHECK_STATUS(core::writeFileAtomically(options.out, core::dumpJsonPretty(recipe) + "\n"));
        console.result(recipe, formatCount(static_cast<std::int64_t>(recipe["steps"].size())) + " steps written to " +
                                   options.out + "\n");
        return {};
    }
    console.result(recipe, core::dumpJsonPretty(recipe) + "\n");
    return {};
}

Status runReplay(const CleanOptions& options, Console& console) {
    TL_TRY(const Json recipe, core::readJsonFile(options.argument));
    TL_TRY(const auto steps, core::store::readCleanRecipe(recipe, options.argument));
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadWrite));
    TL_TRY(const auto applied, core::store::replaySteps(*project, steps, console.job()));
    console.result({{"steps", stepsJson(applied)}}, stepsText(applied));
    return {};
}

Status runKinds(Console& console) {
    Json list = Json::array();
    std::string text;
    for (const auto& kind : core::store::cleanKinds()) {
        list.push_back(partJson(kind, "clean"));
        text += partText(list.back());
    }
    console.result({{"kinds", list}}, text);
    return {};
}

Status runClean(const CleanOptions& options, Console& console) {
    const bool wants = options.action == "preview" || options.action == "apply" || options.action == "replay";
    if (wants && options.argument.empty())
        return Error(ErrorCode::Usage, options.action == "replay"
                                           ? "Give the file of the recipe: clean PROJECT replay FILE."
                                           : "Give the kind of step: clean PROJECT " + options.action +
                                                 " KIND. The kinds are shown by clean PROJECT kinds.");
    if (options.action == "preview")
        return runPreview(options, console);
    if (options.action == "apply")
        return runApply(options, console);
    if (options.action == "undo")
        return runUndo(options, console);
    if (options.action == "recipe")
        return runRecipe(options, console);
    if (options.action == "replay")
        return runReplay(options, console);
    return options.action == "kinds" ? runKinds(console) : runList(options, console);
}

} // namespace

void addCleanCommands(CLI::App& cli, Command& chosen) {
    auto options = makeOptions<CleanOptions>();
    CLI::App* clean = cli.add_subcommand(
        "clean", "Clean data step by step: list, preview, apply, undo; save the steps and apply them elsewhere");
    clean->add_option("PROJECT", options->project)->required();
    clean->add_option("ACTION", options->action, "list, kinds, preview, apply, undo, recipe, replay")
        ->check(CLI::IsMember({"list", "kinds", "preview", "apply", "undo", "recipe", "replay"}))
        ->capture_default_str();
    clean->add_option("KIND_OR_FILE", options->argument, "Kind of step (preview, apply), or file of a recipe (replay)");
    clean->add_option("--set", options->settings, "NAME=VALUE of a parameter; again for the next one")->take_all();
    clean->add_option("--config", options->config, "Parameters as a JSON object");
    clean->add_option("--to", options->to, "undo: the step to go back to; 0 = before the first. Default: one step")
        ->check(CLI::NonNegativeNumber);
    clean->add_option("--out", options->out, "recipe: write to FILE");
    clean->add_option("--examples", options->examples, "preview: examples to show, at most 50")->capture_default_str();
    clean->callback([options, &chosen] { chosen = [options](Console& c) { return runClean(*options, c); }; });
}

} // namespace app
