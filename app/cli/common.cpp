// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <charconv>

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

} // namespace app
