// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace core {

/// Checks that `path` is a readable regular file: FileNotFound, IsDirectory, FileUnreadable.
Status checkReadable(const std::string& path);

/// Whole file as bytes.
Result<std::string> readFile(const std::string& path);

/// Writes to a temporary file beside `path`, flushes it to disk, then renames it over `path`: whoever reads sees the
/// old or the new content, never half of it. DiskFull and WriteFailed leave the old file as it was.
Status writeFileAtomically(const std::string& path, std::string_view content);

/// The same, readable by its owner only: for what holds rows or names of a project.
Status writePrivately(const std::string& path, std::string_view content);

/// Creates a directory and its parents; an existing directory is fine.
Status makeDirectory(const std::string& path);

} // namespace core
