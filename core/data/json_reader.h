// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/byte_source.h"
#include "core/data/record_reader.h"

#include <memory>
#include <string>

namespace core::data {

/// Reads JSON from a source of UTF-8 text: one record a line (JSON Lines), the members of a list over any number of
/// lines, of the one list of objects within an object, or objects one after the other. Records are objects; lists of
/// values too when the first record is a list, whose texts are then the header.
///
/// Columns are the keys of the head (at most 1,000 records or 4 MB), in order of appearance, those of inner objects as
/// "a.b.c"; see JsonRecordParser. In a file that goes on behind its head the last column, "other_keys", takes keys that
/// come later, as one object, so that nothing is lost. null is kNullCell, an absent key kMissingCell.
///
/// A record that cannot be read is returned with BadJson, NotAnObject or BadEncoding, and its neighbours are good.
/// Holds one block, and at most one record, in memory.
///
/// FileEmpty; NoRows: no record in the head is an object; BadJson: none is JSON; FileTruncated: the file ends within a
/// list; UnsupportedFormat: a record of more than 64 MB, two lists of objects side by side.
/// `options.format`: "jsonl", "json" or empty.
Result<std::unique_ptr<RecordReader>> openJson(std::unique_ptr<ByteSource> source, const std::string& path,
                                               const ReadOptions& options);

} // namespace core::data
