// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/byte_source.h"
#include "core/data/record_reader.h"

#include <functional>
#include <memory>
#include <string>

namespace core::data {

/// Opens a reader on a file that must be read here and there, while it lies packed inside another one: unpacks it to a
/// temporary file without a name (0600 by nature, gone with the reader) and lets `open` read that one. Errors name the
/// file that `path` is. UnsupportedFormat beyond 8 GB; DiskFull, WriteFailed.
Result<std::unique_ptr<RecordReader>>
openSpooled(const std::string& path, ByteSource& source,
            const std::function<Result<std::unique_ptr<RecordReader>>(const std::string& temporary)>& open);

} // namespace core::data
