// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/read_options.h"

#include <string>
#include <string_view>
#include <vector>

namespace core::data {

/// csv, jsonl, json, xlsx, parquet.
const std::vector<std::string>& formatNames();

/// What a file is, from its content.
struct FileFormat {
    std::string name;    ///< csv, json (lines or not: the reader of JSON finds that out), xlsx, parquet
    bool packed = false; ///< it lies inside a .gz, .zip …
};

/// Looks at the first bytes, unpacked where the file is packed; the name of the file decides only where the content
/// leaves it open. `options.member` names the file inside a .zip, `options.format` is not looked at. Errors of
/// ByteSource::open; UnsupportedFormat for old and encrypted workbooks.
Result<FileFormat> detectFormat(const std::string& path, const ReadOptions& options);

/// The same for text: csv or json. `head`: its first bytes, in any encoding; `name`: of the file.
std::string textFormat(std::string_view head, std::string_view name);

} // namespace core::data
