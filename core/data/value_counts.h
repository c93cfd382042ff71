// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/data/record_reader.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace core::data {

/// The values of one column, as often as they come.
struct ValueCounts {
    std::vector<std::pair<std::string, std::int64_t>> values; ///< trimmed, most frequent first, ties by name
    std::int64_t rows = 0;                                    ///< without a fault
    std::int64_t none = 0;                                    ///< of them, without a value
    bool complete = true; ///< false: there are more different values than were asked for; only those are counted
};

/// Reads on to the end and counts the values of a column; of more than `most` different ones, the first `most`.
/// NoSuchColumn, Cancelled, and the errors of RecordReader::next.
Result<ValueCounts> countValues(RecordReader& reader, const std::string& column, std::size_t most, JobContext& job);

} // namespace core::data
