// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/byte_source.h"

#include <memory>
#include <string>

namespace core::data {

/// Bytes that are in memory already, as a file of their size.
std::unique_ptr<ByteSource> memorySource(std::string bytes);

/// `head`, which was read from `rest` to look at it, and then `rest`; everything else is as in `rest`.
std::unique_ptr<ByteSource> putBack(std::string head, std::unique_ptr<ByteSource> rest);

/// Fills a head of at most `size` bytes from a source.
Result<std::string> readHead(ByteSource& source, std::size_t size);

} // namespace core::data
