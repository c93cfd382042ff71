// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/data/read_options.h"
#include "core/data/record_reader.h"
#include "core/data/values.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::data {

/// What the values of a column are. A type holds when at least 99 of 100 values are of it; else the column is text.
enum class ColumnType {
    Empty,   ///< no value at all
    Boolean, ///< true/false, yes/no, t/f, y/n, 是/否; 0 and 1 are whole numbers
    Integer, ///< whole numbers that a double holds exactly
    Number,
    Time, ///< written dates and times; epoch seconds are whole numbers
    Code, ///< digits that are no quantity: with leading zeros, or too long for a number. Text, never to be computed
          ///< with
    Text
};
/// "empty", "boolean", "integer", "number", "time", "code", "text".
const char* columnTypeName(ColumnType type);

/// One column as its cells vote.
struct ColumnProfile {
    std::string name;
    ColumnType type = ColumnType::Empty;
    std::int64_t values = 0, empty = 0, missing = 0, null = 0; ///< cells by CellKind; their sum is the number of rows
    std::int64_t unlike = 0;        ///< values that are not of the type: to be refused, if the type is wanted
    std::optional<double> min, max; ///< of Integer and Number; of Time in seconds since 1970 UTC
    std::int64_t longest = 0;       ///< bytes of the longest value
    std::int64_t distinct = 0;      ///< different values …
    bool distinctExact = true;      ///< … false: estimated to about 2 %
};

struct ColumnTypes {
    std::vector<ColumnProfile> columns; ///< as in the header
    std::int64_t rows = 0;              ///< without a fault
    std::int64_t faults = 0;
    bool whole = true;  ///< false: the limit was reached before the end
    ValueFormat format; ///< how the values are written, as the cells say: for the types above it was `used`
};

/// Counts different values: exactly up to 1024, then by HyperLogLog with 4096 registers (Flajolet et al., AofA 2007).
class DistinctCounter {
public:
    void add(std::string_view value);
    std::int64_t count() const;
    bool exact() const { return m_registers.empty(); }

private:
    void spread(std::uint64_t hash);

    std::vector<std::uint64_t> m_hashes; ///< open addressing; 0 = free
    std::size_t m_known = 0;
    std::vector<std::uint8_t> m_registers;
};

/// Collects the votes of one column. One thread at a time.
class ColumnVote {
public:
    explicit ColumnVote(ValueReader reader = {}) : m_reader(std::move(reader)) {}
    void add(std::string_view cell); ///< as it came from a Record: the kind of the cell counts
    ColumnProfile result() const;    ///< without the name

private:
    struct Range {
        double min = 0, max = 0;
        bool any = false;
        void add(double value);
    };
    void addValue(std::string_view value);

    ValueReader m_reader;
    ColumnProfile m_counts;
    std::int64_t m_booleans = 0, m_integers = 0, m_numbers = 0, m_times = 0, m_codes = 0, m_leadingZeros = 0;
    Range m_numberRange, m_timeRange;
    DistinctCounter m_distinct;
};

/// Reads on to the end (or `limit` rows, 0 = all) and lets every cell vote. `used`: how values are to be understood; by
/// default as the file's options say. Cancelled, and the errors of RecordReader::next.
Result<ColumnTypes> columnTypes(RecordReader& reader, JobContext& job, std::int64_t limit = 0,
                                std::optional<ValueFormat> used = {});

} // namespace core::data
