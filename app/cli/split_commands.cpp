// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/data/values.h"
#include "core/store/split_check.h"

#include <algorithm>
#include <charconv>

namespace app {
namespace {

using core::Error;
using core::ErrorCode;
using core::Json;
using core::Status;
using core::store::Project;
using core::store::SplitConfig;
using core::store::SplitInfo;

struct SplitOptions {
    std::string project, kind, unit, ratio = "8:1:1", check, remove;
    std::string stratify;
    std::vector<std::string> dates, events;
    bool byTime = false, list = false, dryRun = false, noValidation = false;
    std::int64_t leaveLast = 0;
    std::optional<bool> keepDuplicates;
    SplitConfig config;
};

core::Result<std::array<double, 3>> parseRatio(const std::string& text) {
    std::array<double, 3> ratio{};
    const char* at = text.data();
    const char* end = at + text.size();
    for (std::size_t i = 0; i < 3; ++i) {
        const auto [next, error] = std::from_chars(at, end, ratio[i]);
        const bool separated = i == 2 ? next == end : next != end && *next == ':';
        if (error != std::errc() || !separated || ratio[i] < 0)
            return Error(ErrorCode::Usage,
                         "--ratio wants TRAIN:VALIDATION:TEST such as 8:1:1, but got “" + text + "”.");
        at = next + 1;
    }
    return ratio;
}

/// Columns that only events have: whoever groups by one of them means events.
bool isOfEvents(const std::string& column) {
    static const std::vector<std::string> kColumns{"user", "session", "order", "query", "item", "kind"};
    return std::find(kColumns.begin(), kColumns.end(), column) != kColumns.end();
}

std::string kindOf(const SplitOptions& options, const std::string& unit) {
    if (!options.kind.empty())
        return options.kind;
    if (options.byTime || !options.dates.empty())
        return "time";
    if (options.leaveLast > 0)
        return "last";
    if (!options.config.group.empty())
        return "grouped";
    if (options.stratify.empty())
        return unit == "event" ? "random" : "stratified";
    return options.stratify == "none" ? "random" : "stratified";
}

core::Result<SplitConfig> configOf(const SplitOptions& options) {
    SplitConfig config = options.config;
    TL_TRY(config.ratio, parseRatio(options.ratio));
    config.unit = options.unit;
    if (config.unit.empty())
        config.unit = options.leaveLast > 0 || options.kind == "last" || isOfEvents(config.group) ||
                              isOfEvents(options.stratify) || !options.events.empty()
                          ? "event"
                          : "item";
    config.kind = kindOf(options, config.unit);
    config.stratify = options.stratify;
    if (config.stratify.empty())
        config.stratify = config.unit == "item" || config.kind == "stratified" ? "label" : "none";
    if (options.leaveLast > 0)
        config.last = options.leaveLast;
    config.keepDuplicates = options.keepDuplicates.value_or(config.kind == "grouped" && config.group == "title");
    config.foldValidation = !options.noValidation;
    config.eventKinds = options.events;
    for (const std::string& date : options.dates) {
        const auto time = core::data::parseTime(date);
        if (!time)
            return Error(ErrorCode::Usage,
                         "--by-time wants dates such as 2024-03-01 or 2024-03-01,2024-04-01, but got “" + date + "”.");
        config.cuts.push_back(*time);
    }
    return config;
}

std::string countsText(const core::store::SplitNumbers& numbers) {
    constexpr std::size_t kMostClasses = 60;
    TextTable table({"class", "train", "validation", "test"});
    for (std::size_t c = 0; c < std::min(kMostClasses, numbers.labels.size()); ++c)
        table.add({numbers.labels[c], formatCount(numbers.perClass[c][0]), formatCount(numbers.perClass[c][1]),
                   formatCount(numbers.perClass[c][2])});
    if (numbers.labels.size() > kMostClasses)
        table.add(
            {"… " + formatCount(static_cast<std::int64_t>(numbers.labels.size() - kMostClasses)) + " more (--json)", "",
             "", ""});
    table.add({"all", formatCount(numbers.rows[0]), formatCount(numbers.rows[1]), formatCount(numbers.rows[2])});
    if (numbers.groups[0] + numbers.groups[1] + numbers.groups[2] > 0)
        table.add(
            {"groups", formatCount(numbers.groups[0]), formatCount(numbers.groups[1]), formatCount(numbers.groups[2])});
    std::string text = table.text();
    for (const auto& [reason, count] : numbers.leftOut)
        text += formatCount(count) + " rows left out: " + reason + "\n";
    return text;
}

std::string splitText(const SplitInfo& split) {
    std::string text = "split " + std::to_string(core::raw(split.id)) + " “" + split.name + "”, " + split.config.kind +
                       " over " + split.config.unit + "s, seed " + std::to_string(split.config.seed);
    if (!split.config.group.empty())
        text += ", by " + split.config.group;
    if (split.runs > 0)
        text += ", frozen (" + std::to_string(split.runs) + (split.runs == 1 ? " run)" : " runs)");
    text += "\n" + countsText(split);
    if (split.crossDuplicates > 0)
        text += formatCount(split.crossDuplicates) +
                " rows of validation or test have a title that also occurs in training (see --check)\n";
    return text;
}

Status listSplits(const SplitOptions& options, Console& console) {
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadOnly));
    TL_TRY(const auto all, core::store::splits(*project));
    Json list = Json::array();
    std::string text;
    for (const SplitInfo& split : all) {
        list.push_back(core::store::splitJson(split));
        text += splitText(split) + "\n";
    }
    console.result({{"splits", list}}, all.empty() ? "No split has been made yet.\n" : text);
    return {};
}

Status checkOne(const SplitOptions& options, Console& console) {
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadOnly));
    TL_TRY(const auto split, findSplit(*project, options.check));
    TL_TRY(const auto check, core::store::checkSplit(*project, split.id, console.job()));
    static constexpr std::array kNames{"ok", "note", "warning", "error"};
    TextTable table({"check", "result", "what", "numbers"});
    for (const auto& finding : core::store::splitFindings(check)) {
        Json numbers = finding.numbers;
        numbers.erase("split");
        table.add({finding.check, kNames[static_cast<std::size_t>(finding.severity)], finding.sentence,
                   core::dumpJson(numbers)});
    }
    console.result(core::store::splitCheckJson(check), splitText(split) + "\n" + table.text());
    return {};
}

Status removeOne(const SplitOptions& options, Console& console) {
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadWrite));
    TL_TRY(const auto split, findSplit(*project, options.remove));
    TL_TRY(const auto family, core::store::splitFamily(*project, split.id));
    TL_CHECK_STATUS(core::store::removeSplit(*project, split.id));
    Json removed = Json::array();
    std::string text;
    for (const SplitInfo& one : family) {
        removed.push_back({{"id", core::raw(one.id)}, {"name", one.name}});
        text += "removed split " + std::to_string(core::raw(one.id)) + " “" + one.name + "”\n";
    }
    console.result({{"removed", removed}}, text);
    return {};
}

Status planOnly(const SplitConfig& config, const SplitOptions& options, Console& console) {
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadOnly));
    TL_TRY(const auto numbers, core::store::planNumbers(*project, config, console.job()));
    Json list = Json::array();
    std::string text;
    for (const auto& one : numbers) {
        list.push_back(core::store::splitNumbersJson(one));
        text += countsText(one) + "\n";
    }
    console.result({{"config", core::store::splitConfigJson(config)}, {"splits", list}}, text + "nothing was stored\n");
    return {};
}

Status runSplit(const SplitOptions& options, Console& console) {
    if (options.list)
        return listSplits(options, console);
    if (!options.check.empty())
        return checkOne(options, console);
    if (!options.remove.empty())
        return removeOne(options, console);
    TL_TRY(const SplitConfig config, configOf(options));
    if (options.dryRun)
        return planOnly(config, options, console);
    TL_TRY(const auto project, openProject(options.project, Project::Access::ReadWrite));
    TL_TRY(const auto split, core::store::makeSplit(*project, config, console.job()));
    if (config.folds == 0) {
        console.result(core::store::splitJson(split), splitText(split));
        return {};
    }
    TL_TRY(const auto family, core::store::splitFamily(*project, split.id));
    Json list = Json::array();
    std::string text;
    for (const SplitInfo& fold : family) {
        list.push_back(core::store::splitJson(fold));
        text += splitText(fold) + "\n";
    }
    console.result({{"family", split.family}, {"folds", list}}, text);
    return {};
}

void addKinds(CLI::App* split, SplitOptions& options) {
    SplitConfig& config = options.config;
    split->add_option("--kind", options.kind, "How rows are divided; follows from the other options when not given")
        ->check(CLI::IsMember({"random", "stratified", "grouped", "time", "last"}));
    split
        ->add_option("--unit", options.unit,
                     "item: labelled items, to learn classes; event: rows of logs (default: follows from the kind)")
        ->check(CLI::IsMember({"item", "event"}));
    split->add_option("--ratio", options.ratio, "TRAIN:VALIDATION:TEST")->capture_default_str();
    split->add_option("--stratify", options.stratify,
                      "Keep the shares of these values in every part: label, category, "
                      "brand, kind (events) or none");
    split->add_option("--group", config.group,
                      "Keep the rows of a group in one part. Items: title, category, brand, "
                      "attribute:NAME. Events also: user, session, order, query, item");
    split
        ->add_option("--by-time", options.dates,
                     "Earlier rows train, later ones test: cut by the ratio, or at "
                     "TEST or VALIDATION,TEST (dates)")
        ->delimiter(',')
        ->expected(0, 2);
    split->add_option("--leave-last", options.leaveLast, "Per user, the last N events test (the N before: validation)")
        ->check(CLI::PositiveNumber);
    split->add_option("--folds", config.folds, "K splits of which each tests another part");
    split->add_flag("--no-fold-validation", options.noValidation, "Folds without a validation part");
    split->add_option("--events", options.events, "Event kinds to divide (default: all); repeat or join by commas")
        ->delimiter(',');
    split->add_flag_callback(
        "--no-cross-duplicates", [&options] { options.keepDuplicates = true; },
        "Keep normalised duplicates in one part");
    split->add_flag_callback(
        "--cross-duplicates", [&options] { options.keepDuplicates = false; },
        "Let normalised duplicates lie where chance puts them");
    split->add_option("--seed", config.seed, "Same data and seed, same split")->capture_default_str();
    split->add_option("--name", config.name, "Name of the split");
}

void addLongTail(CLI::App* split, SplitConfig& config) {
    split->add_option("--long-tail-ratio", config.longTailRatio,
                      "Make a long tail: largest to smallest training class");
    split->add_option("--max-train-per-class", config.maxTrainPerClass, "Training rows of the largest class");
    split->add_option("--test-per-class", config.testPerClass, "Test rows per class of a long-tailed split")
        ->capture_default_str();
    split->add_option("--validation-per-class", config.validationPerClass,
                      "Validation rows per class of a long-tailed split (default: half of test)");
    split->add_option("--profile", config.profile, "Shape of the long tail")
        ->check(CLI::IsMember({"exponential", "step"}))
        ->capture_default_str();
}

} // namespace

void addSplitCommands(CLI::App& cli, Command& chosen) {
    auto options = makeOptions<SplitOptions>();
    CLI::App* split = cli.add_subcommand("split", "Divide items or events into train, validation and test");
    split->add_option("PROJECT", options->project)->required();
    auto* list = split->add_flag("--list", options->list, "Show the splits there are instead of making one");
    auto* check =
        split->add_option("--check", options->check, "Check a split (name or id): groups, duplicates, time, classes");
    auto* remove = split->add_option("--remove", options->remove, "Remove a split (name or id), of folds all of them");
    auto* plan = split->add_flag("--dry-run", options->dryRun, "Show what the parts would hold, store nothing");
    list->excludes(check)->excludes(remove)->excludes(plan);
    check->excludes(remove)->excludes(plan);
    remove->excludes(plan);
    addKinds(split, *options);
    addLongTail(split, options->config);
    split->callback([options, split, &chosen] {
        options->byTime = split->count("--by-time") > 0;
        std::erase(options->dates, ""); // the option without a date
        chosen = [options](Console& c) { return runSplit(*options, c); };
    });
}

} // namespace app
