// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/store/project.h"

#include <string>
#include <vector>

namespace core::store {

// What can have a tail:
//   item  category  brand  user  query  label    what every project has by these names
//   category:N                                   the first N levels of the category path, N = 1 … 9
//   price_band                                   1–2–5 bands of the item's price, or else of its mean price in
//   purchases attribute:NAME                               a column of the catalogue without a field of its own
//   event:NAME                                   the same of a log; also session, order_key and label

/// item, category, brand, user, query, label.
const std::vector<std::string>& entityNames();

/// UnknownChoice unless the text is one of the forms above.
Status checkEntity(const std::string& entity);

/// All that this project has values of, in the order in which they are offered. Columns are found from the first rows
/// (kRowsLookedAt of the catalogue and of the log), and only those with text or whole numbers that come again.
Result<std::vector<std::string>> entitiesOf(const Project& project, JobContext& job);

/// "seller" is the column that holds sellers (seller, merchant, shop, vendor, 卖家, 店铺 …), and so is the bare name of
/// any other column: attribute:NAME or event:NAME. Everything else is answered as it is. NoData when there is none.
Result<std::string> resolveEntity(const Project& project, const std::string& name, JobContext& job);

} // namespace core::store
