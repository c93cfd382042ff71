// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/column_types.h"

#include "core/base/noop.h"
#include "core/data/value_parts.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace core::data {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kExact = 1024;
constexpr unsigned kRegisterBits = 12;
constexpr double kLargestExact = 9007199254740992.0; // 2⁵³
constexpr std::size_t kLongestNumber = 15;           // digits that a double always holds
constexpr std::int64_t kRowsPerQuestion = 1024;

std::uint64_t mix(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31);
}

/// Never 0.
std::uint64_t hashOf(std::string_view value) {
    std::uint64_t hash = mix(value.size() + 0x9E3779B97F4A7C15U);
    std::size_t at = 0;
    for (; at + 8 <= value.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, value.data() + at, 8);
        hash = mix(hash ^ word);
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, value.data() + at, value.size() - at);
    hash = mix(hash ^ rest);
    return hash != 0 ? hash : 1;
}

bool isBoolean(std::string_view value) {
    constexpr std::array kWords{"true"sv, "false"sv, "yes"sv, "no"sv, "t"sv, "f"sv, "y"sv, "n"sv};
    if (value == "是" || value == "否")
        return true;
    if (value.size() > 5)
        return false;
    std::string lower(value);
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

bool allDigits(std::string_view value) {
    return !value.empty() && std::all_of(value.begin(), value.end(), values::isDigit);
}

} // namespace

const char* columnTypeName(ColumnType type) {
    constexpr std::array kNames{"empty", "boolean", "integer", "number", "time", "code", "text"};
    return kNames[static_cast<std::size_t>(type)];
}

void DistinctCounter::add(std::string_view value) {
    const std::uint64_t hash = hashOf(value);
    if (!m_registers.empty()) {
        spread(hash);
        return;
    }
    if (m_hashes.empty())
        m_hashes.resize(2 * kExact);
    for (std::size_t at = hash % m_hashes.size();; at = (at + 1) % m_hashes.size()) {
        if (m_hashes[at] == hash)
            return;
        if (m_hashes[at] == 0) {
            m_hashes[at] = hash;
            break;
        }
    }
    if (++m_known <= kExact)
        return;
    m_registers.resize(std::size_t{1} << kRegisterBits);
    for (const std::uint64_t known : m_hashes)
        if (known != 0)
            spread(known);
    m_hashes = {};
}

void DistinctCounter::spread(std::uint64_t hash) {
    const std::size_t bucket = hash >> (64 - kRegisterBits);
    const auto rank = static_cast<std::uint8_t>(1 + std::countl_zero((hash << kRegisterBits) | 1U));
    m_registers[bucket] = std::max(m_registers[bucket], rank);
}

std::int64_t DistinctCounter::count() const {
    if (m_registers.empty())
        return static_cast<std::int64_t>(m_known);
    const auto size = static_cast<double>(m_registers.size());
    double sum = 0;
    std::size_t zeros = 0;
    for (const std::uint8_t rank : m_registers) {
        sum += std::ldexp(1.0, -rank);
        zeros += rank == 0 ? 1 : 0;
    }
    double estimate = 0.7213 / (1.0 + 1.079 / size) * size * size / sum;
    if (estimate < 2.5 * size && zeros > 0)
        estimate = size * std::log(size / static_cast<double>(zeros));
    return std::max<std::int64_t>(std::llround(estimate), static_cast<std::int64_t>(kExact) + 1);
}

void ColumnVote::Range::add(double value) {
    min = any ? std::min(min, value) : value;
    max = any ? std::max(max, value) : value;
    any = true;
}

void ColumnVote::add(std::string_view cell) {
    switch (cellKind(cell)) {
    case CellKind::Empty:
        ++m_counts.empty;
        return;
    case CellKind::Missing:
        ++m_counts.missing;
        return;
    case CellKind::Null:
        ++m_counts.null;
        return;
    case CellKind::Value:
        break;
    }
    const std::string_view value = trim(cell);
    if (value.empty()) {
        ++m_counts.empty; // blanks alone
        return;
    }
    addValue(value);
}

void ColumnVote::addValue(std::string_view value) {
    ++m_counts.values;
    m_counts.longest = std::max(m_counts.longest, static_cast<std::int64_t>(value.size()));
    m_distinct.add(value);
    if (allDigits(value)) {
        ++m_codes;
        m_leadingZeros += value.size() > 1 && value.front() == '0' ? 1 : 0;
        if (value.size() > kLongestNumber)
            ++m_leadingZeros;
    }
    if (const auto number = m_reader.number(value)) {
        ++m_numbers;
        m_numberRange.add(*number);
        m_integers += *number == std::floor(*number) && std::abs(*number) <= kLargestExact ? 1 : 0;
        return;
    }
    if (const auto time = m_reader.time(value)) {
        ++m_times;
        m_timeRange.add(static_cast<double>(*time));
        return;
    }
    m_booleans += isBoolean(value) ? 1 : 0;
}

ColumnProfile ColumnVote::result() const {
    ColumnProfile profile = m_counts;
    profile.distinct = m_distinct.count();
    profile.distinctExact = m_distinct.exact();
    const std::int64_t all = profile.values;
    const auto holds = [all](std::int64_t votes) { return votes * 100 >= all * 99; };
    const auto choose = [&](ColumnType type, std::int64_t votes, const Range& range) {
        profile.type = type;
        profile.unlike = all - votes;
        if (range.any) {
            profile.min = range.min;
            profile.max = range.max;
        }
    };
    if (all == 0)
        profile.type = ColumnType::Empty;
    else if (m_leadingZeros > 0 && holds(m_codes))
        choose(ColumnType::Code, m_codes, {});
    else if (holds(m_integers))
        choose(ColumnType::Integer, m_integers, m_numberRange);
    else if (holds(m_numbers))
        choose(ColumnType::Number, m_numbers, m_numberRange);
    else if (holds(m_times))
        choose(ColumnType::Time, m_times, m_timeRange);
    else if (holds(m_booleans))
        choose(ColumnType::Boolean, m_booleans, {});
    else
        profile.type = ColumnType::Text;
    return profile;
}

Result<ColumnTypes> columnTypes(RecordReader& reader, JobContext& job, std::int64_t limit,
                                std::optional<ValueFormat> used) {
    const ValueFormat base = reader.options().values.value_or(ValueFormat());
    TL_TRY(const ValueReader values, ValueReader::make(used.value_or(base)));
    std::vector<ColumnVote> votes(reader.header().size(), ColumnVote(values));
    FormatEvidence evidence;
    ColumnTypes types;
    job.begin(TL_NOOP("Job", "Looking at every value"), reader.fileSize(), "bytes");
    Record row;
    for (std::int64_t records = 0;; ++records) {
        if (records % kRowsPerQuestion == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(reader.consumed());
        }
        if (limit > 0 && types.rows >= limit) {
            types.whole = false;
            break;
        }
        TL_TRY(const bool any, reader.next(row));
        if (!any)
            break;
        if (row.fault != RowFault::None) {
            ++types.faults;
            continue;
        }
        ++types.rows;
        for (std::size_t column = 0; column < votes.size(); ++column) {
            votes[column].add(row.fields[column]);
            evidence.add(row.fields[column]);
        }
    }
    for (std::size_t column = 0; column < votes.size(); ++column) {
        types.columns.push_back(votes[column].result());
        types.columns.back().name = reader.header()[column];
    }
    types.format = evidence.proposed(base);
    return types;
}

} // namespace core::data
