// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/select/filter.h"

#include <string>
#include <string_view>
#include <vector>

namespace core::select {

/// What could stand at a place of a filter that is being written.
struct FilterProposals {
    std::size_t from = 0, to = 0;   ///< bytes of the filter that a chosen text replaces
    std::vector<std::string> texts; ///< as they are written; none where anything goes, or nothing
    friend bool operator==(const FilterProposals&, const FilterProposals&) = default;
};

/// Columns, operators, choices and joining words that continue the first `cursor` bytes of a filter and begin like the
/// word before the cursor (without regard to case of ASCII). `attributes` are names to propose beside the columns.
FilterProposals filterProposals(std::string_view text, std::size_t cursor, const FilterColumns& columns,
                                const std::vector<std::string>& attributes = {});

} // namespace core::select
