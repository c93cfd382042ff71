// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"

namespace core::data {

std::string_view partName(Part part) {
    switch (part) {
    case Part::Train:
        return "train";
    case Part::Validation:
        return "validation";
    case Part::Test:
        return "test";
    }
    return {};
}

std::vector<std::int64_t> Dataset::support(Part part) const {
    std::vector<std::int64_t> counts(static_cast<std::size_t>(labels.size()), 0);
    for (const std::uint32_t row : rows(part))
        ++counts[static_cast<std::size_t>(classes[row])];
    return counts;
}

} // namespace core::data
