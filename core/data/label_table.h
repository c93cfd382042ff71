// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <string>
#include <vector>

namespace core::data {

/// Class names by ClassIndex.
struct LabelTable {
    std::vector<std::string> names;
    ClassIndex size() const { return static_cast<ClassIndex>(names.size()); }
    /// -1 when there is none.
    ClassIndex find(const std::string& name) const {
        for (std::size_t i = 0; i < names.size(); ++i)
            if (names[i] == name)
                return static_cast<ClassIndex>(i);
        return -1;
    }
};

} // namespace core::data
