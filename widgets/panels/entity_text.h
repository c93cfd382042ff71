// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace widgets {

/// "Items", "Categories" … of an entity name of the store.
QString entityTitle(const std::string& entity);
/// "Catalogue rows", "Purchases", "Training rows" … of a measure name of the store.
QString measureTitle(const std::string& measure);

} // namespace widgets
