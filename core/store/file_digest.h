// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <functional>
#include <string>

namespace core::store {

/// "xxh3:" and 32 hex digits: XXH3-128 of the bytes of a file on disk. FileUnreadable, Cancelled. Reads at several GB/s
/// where the system has the file in memory. Any thread.
Result<std::string> fileDigest(const std::string& path, const std::function<bool()>& cancelled);

} // namespace core::store
