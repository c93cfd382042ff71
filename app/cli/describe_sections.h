// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "core/base/ids.h"
#include "core/stats/distribution.h"
#include "core/store/project.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// What `describe --section` adds to a distribution: a part of the document under its name, and a text for people.
struct SectionRequest {
    std::vector<std::string> sections; ///< of sectionNames(); "all" = every one
    std::string demand;                ///< exposure: click, cart or purchase; empty = the natural one
    int repetitions = 0;               ///< power law: > 0 tests it
    std::string against;               ///< "split", a day, names:FILE, or another project: what stands beside
    std::string names;                 ///< file of names: the left side, against names:FILE or all others
    std::optional<core::SplitId> split;
    std::size_t top = 10; ///< entities to list
};

/// power-law, borders, exposure, time, causes, advice, all.
const std::vector<std::string>& sectionNames();

/// Asked for by name, a section without data is an error; as part of "all" it is left out and named on stderr.
core::Status addSections(const core::store::Project& project, const core::stats::SupportTable& table,
                         const core::stats::DistributionSummary& summary, const SectionRequest& request,
                         Console& console, core::Json& document, std::string& text);

} // namespace app
