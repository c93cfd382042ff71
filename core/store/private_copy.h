// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

namespace core::store {

/// Copies a file to the new file `target`, for its owner only (0600), and flushes it to the disk. It appears under its
/// name when it is complete. FileExists, DiskFull, WriteFailed, FileUnreadable.
Status copyFilePrivately(const std::string& path, const std::string& target);

} // namespace core::store
