// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/data/byte_source.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core::data {

/// "UTF-8", "UTF-8-BOM", "UTF-16LE", "UTF-16BE", "GB18030" (GBK and GB2312 are parts of it), "Big5", "Shift-JIS",
/// "Latin-1" (read as windows-1252). UTF-16 may have a byte-order mark or not.
const std::vector<std::string>& encodingNames();

/// The name in encodingNames() for what people write: "gbk", "cp936", "utf8", "Windows-1252" … UnknownChoice.
Result<std::string> canonicalEncoding(std::string_view name);

/// The encoding of a text file, looked at as a whole: thousands of ASCII rows say nothing, the one row behind them
/// does. A byte-order mark decides; then valid UTF-8; then UTF-16 by its zero bytes; else the encoding under which the
/// bytes beyond ASCII are the most likely text. Errors of ByteSource::open; BadEncoding for UTF-32, FileBinary,
/// Cancelled.
Result<std::string> detectEncoding(const std::string& path, const std::string& member = {}, JobContext* job = nullptr);

/// The same for bytes in memory. `whole`: nothing follows them.
Result<std::string> detectEncodingOf(std::string_view bytes, const std::string& path = {}, bool whole = true);

/// `source` as UTF-8. A byte sequence that means nothing in `encoding` (one of encodingNames()) comes out as the byte
/// 0xFF, which is no UTF-8: whoever checks the text finds the place, and no line end is lost.
std::unique_ptr<ByteSource> decodedSource(std::unique_ptr<ByteSource> source, const std::string& encoding);

/// The same for bytes in memory.
std::string decodeText(std::string_view bytes, const std::string& encoding);

} // namespace core::data
