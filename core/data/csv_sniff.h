// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/csv_record.h"
#include "core/data/read_options.h"

#include <string>
#include <string_view>
#include <vector>

namespace core::data {

/// Pieces of a delimited file, in UTF-8. Each ends with a line feed that is not counted: RecordScanner's sentinel.
struct CsvSample {
    std::string head;               ///< from the first byte behind a byte-order mark
    bool headWhole = false;         ///< the head is the whole file
    std::vector<std::string> parts; ///< from random places, each from a line's beginning; that line may lie in quotes
};

struct CsvSniffed {
    CsvDialect dialect;
    bool header = true;
};

/// Usage for a delimiter or quote that cannot be one.
Status checkCsvOptions(const ReadOptions& options);

/// The head that was read, and parts of the file from random places that are the same at every call. A plain file is
/// read at these places; a packed one, which can only be read from its beginning, as far as a larger window.
/// `options` must hold the encoding. What cannot be read is left out: the reader will say why.
CsvSample sampleCsv(std::string_view head, bool headWhole, const std::string& path, const ReadOptions& options);

/// Finds what `options` leave open. Delimiter: the one of , ; tab | (or one of the rarer ^ ~ and 0x01) that splits the
/// records most evenly into as many columns as the first one has. Quote: `"` unless the sample speaks against it.
/// Header: yes, unless the first row looks like the values below it.
CsvSniffed sniffCsv(const CsvSample& sample, const ReadOptions& options);

} // namespace core::data
