// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace core::data {

bool isUtf8(std::string_view text);

/// Length of `text` without a last character that is not there in full.
std::size_t wholeCharacters(std::string_view text);

} // namespace core::data
