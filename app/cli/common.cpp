// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <array>
#include <charconv>
#include <cmath>

namespace app {

using core::Error;
using core::ErrorCode;

core::Result<core::store::ProjectPtr> openProject(const std::string& path, core::store::Project::Access access) {
    return core::store::Project::open(path, access);
}

core::Result<core::store::SplitInfo> findSplit(const core::store::Project& project, const std::string& nameOrId) {
    if (nameOrId.empty())
        return core::store::latestSplit(project);
    TL_TRY(auto all, core::store::splits(project));
    for (core::store::SplitInfo& split : all)
        if (split.name == nameOrId || std::to_string(core::raw(split.id)) == nameOrId)
            return std::move(split);
    return Error(ErrorCode::NoSuchSplit).at("split", nameOrId);
}

core::Result<core::RunId> parseRunId(const std::string& text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return Error(ErrorCode::Usage, "“" + text + "” is no run: give the number of a run, or all.");
    return core::RunId{number};
}

core::Result<std::vector<core::RunId>> findRuns(const core::store::Project& project,
                                                const std::vector<std::string>& names) {
    std::vector<core::RunId> ids;
    if (!names.empty() && names != std::vector<std::string>{"all"}) {
        for (const std::string& name : names) {
            TL_TRY(const core::RunId id, parseRunId(name));
            TL_TRY(const auto record, core::store::run(project, id));
            ids.push_back(record.id);
        }
        return ids;
    }
    TL_TRY(const auto all, core::store::runs(project));
    std::optional<core::SplitId> split;
    for (const auto& run : all)
        if (run.status == core::store::RunStatus::Finished && (!split || core::raw(run.split) > core::raw(*split)))
            split = run.split;
    for (const auto& run : all)
        if (run.status == core::store::RunStatus::Finished && run.split == split)
            ids.push_back(run.id);
    if (ids.empty())
        return Error(ErrorCode::NoData, "no run has finished yet; train some with taillight-cli run");
    return ids;
}

core::Json partJson(const core::PartInfo& part, const std::string& kind) {
    static constexpr std::array kTypes{"number", "integer", "boolean", "text", "choice", "file"};
    core::Json params = core::Json::array();
    for (const core::ParamInfo& param : part.params) {
        core::Json entry{{"name", param.name},
                         {"title", param.title},
                         {"help", param.help},
                         {"type", kTypes[static_cast<std::size_t>(param.type)]},
                         {"default", param.defaultValue}};
        if (std::isfinite(param.min))
            entry["min"] = param.min;
        if (std::isfinite(param.max))
            entry["max"] = param.max;
        if (!param.choices.empty())
            entry["choices"] = param.choices;
        params.push_back(entry);
    }
    return {{"kind", kind},      {"id", part.id},         {"title", part.title},
            {"help", part.help}, {"source", part.source}, {"params", params}};
}

std::string partText(const core::Json& part) {
    std::string text = part["id"].get<std::string>() + "  " + part["title"].get<std::string>() + "\n    " +
                       part["help"].get<std::string>() + "\n";
    if (const auto source = part["source"].get<std::string>(); !source.empty())
        text += "    Source: " + source + "\n";
    for (const core::Json& param : part["params"]) {
        text += "    " + param["name"].get<std::string>() + " = " + core::dumpJson(param["default"]);
        if (param.contains("choices"))
            text += "  one of " + core::dumpJson(param["choices"]);
        else if (param.contains("min") && param.contains("max"))
            text += "  " + core::dumpJson(param["min"]) + " … " + core::dumpJson(param["max"]);
        text += "  " + param["help"].get<std::string>() + "\n";
    }
    return text + "\n";
}

} // namespace app
