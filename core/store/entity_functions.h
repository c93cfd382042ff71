// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace core::store {

class Database;

/// Gives a connection the functions that entities are made of in SQL:
///   tl_path_prefix(path, n)   the first n levels of a category path; all of it when it has fewer
///   tl_price_band(price)      "10–20": the band of the series 1, 2, 5, 10 … that holds a price; "0" for 0, NULL for
///   what
///                             is negative
Status addEntityFunctions(Database& database);

} // namespace core::store
