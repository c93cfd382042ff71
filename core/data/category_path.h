// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace core::data {

/// Between the levels of a category path as it is stored: "Home > Kitchen > Kettles".
inline constexpr std::string_view kCategorySeparator = " > ";

/// True when the slashes in a column of categories divide levels ("Clothing/Shoes", "Clothing/Hats") rather than belong
/// to names ("Audio/Video"): some value has two slashes, or the first levels come again with other levels below them.
/// `values`: the head of the column.
bool slashesDivide(const std::vector<std::string_view>& values);

/// A category in its one stored form. Understood are "A > B", "A >> B", "A › B", "A | B", lists in JSON or as Python
/// prints them (["A","B"], ['A', 'B'], of a list of lists the first), and "A/B" when `slashes` says so. Levels are
/// trimmed, empty ones left out. A text of one level is that level; a text without any becomes empty.
std::string canonicalCategory(std::string_view text, bool slashes);

} // namespace core::data
