// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace core::store {

/// Unicode full case folding of UTF-8: texts that differ in case only fold to the same bytes ("Straße", "STRASSE").
/// Bytes that are no UTF-8 stay as they are. `folded` is overwritten, so that a loop over rows allocates nothing.
void foldText(std::string_view text, std::string& folded);
std::string foldText(std::string_view text);

/// Whether `text`, folded, holds / begins with / ends with / equals `needle`, which is folded already.
bool foldedContains(std::string_view text, std::string_view needle, std::string& scratch);

} // namespace core::store
