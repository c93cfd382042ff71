// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/browse/browse.h"

#include <QString>

namespace widgets {

/// A cell as the window shows it: numbers by the locale, choices and booleans translated; one line, at most
/// `most` characters (0 = all of it, with its line breaks).
QString browseText(const core::store::BrowseCell& cell, const core::store::BrowseColumn& column, int most = 200);
bool isRightAligned(core::store::BrowseType type);
QString browseTableTitle(const core::store::BrowseTable& table);
QString browseColumnTitle(const core::store::BrowseColumn& column);

} // namespace widgets
