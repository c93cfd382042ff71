// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace core::data {

constexpr std::size_t kTimeLength = 19;

/// Writes "2011-12-09 12:50:00" (UTC), kTimeLength bytes without a NUL, to `out`: formatTime() for writers of many
/// rows.
void putTime(std::int64_t seconds, char* out);

} // namespace core::data
