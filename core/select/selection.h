// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/stats/buckets.h"

#include <set>
#include <span>
#include <string>
#include <vector>

namespace core::select {

/// How a new selection meets the one there is.
enum class Mode { Replace, Add, Remove, Intersect };

/// A selection is a predicate, not a list of rows: which entities (by name) of which entity kind, or whole buckets.
/// Empty = nothing is selected (everything is shown plain). A value type; comparisons are defaulted.
struct Selection {
    std::string entity;           ///< "label", "item" … : what the names are names of
    std::set<std::string> names;  ///< entities selected by name
    friend bool operator==(const Selection&, const Selection&) = default;
    bool empty() const { return names.empty(); }
};

/// Selections of different entities cannot be combined: then `next` replaces `current` whatever the mode.
Selection combine(const Selection& current, const Selection& next, Mode mode);

} // namespace core::select
