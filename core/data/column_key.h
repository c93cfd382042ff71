// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace core::data {

/// A column name without what people vary: case (ASCII), spaces and punctuation. "Product ID", "product_id" →
/// "productid".
std::string columnKey(std::string_view name);

} // namespace core::data
