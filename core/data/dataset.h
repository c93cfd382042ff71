// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/data/label_table.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core::data {

/// Parts of a split; the numbers are stored.
enum class Part { Train = 0, Validation = 1, Test = 2 };

/// "train", "validation", "test".
std::string_view partName(Part part);

/// Immutable columns of a classification task under one split: text → label. Shared between threads as
/// shared_ptr<const Dataset>. Row numbers are 0 … N-1 and index all columns.
struct Dataset {
    SplitId split{};
    std::string splitName;
    LabelTable labels;
    std::vector<ItemId> items;       ///< item of each row
    std::vector<std::string> keys;   ///< the item's own id (`id` column), for exports
    std::vector<std::string> texts;  ///< title, or title and description
    std::vector<ClassIndex> classes; ///< label of each row
    std::array<std::vector<std::uint32_t>, 3> parts; ///< row numbers by Part, ascending

    const std::vector<std::uint32_t>& rows(Part part) const { return parts[static_cast<std::size_t>(part)]; }
    /// Rows per class in a part (length = labels.size()). With Part::Train this is the support.
    std::vector<std::int64_t> support(Part part) const;
};

using DatasetPtr = std::shared_ptr<const Dataset>;

} // namespace core::data
