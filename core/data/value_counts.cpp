// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/value_counts.h"

#include "core/base/noop.h"
#include "core/data/values.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>

namespace core::data {
namespace {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

std::string namesOf(const std::vector<std::string>& header) {
    std::string names;
    for (const std::string& name : header)
        names += (names.empty() ? "" : ", ") + name;
    return names;
}

} // namespace

Result<ValueCounts> countValues(RecordReader& reader, const std::string& column, std::size_t most, JobContext& job) {
    const auto& header = reader.header();
    const auto found = std::find(header.begin(), header.end(), column);
    if (found == header.end())
        return Error(ErrorCode::NoSuchColumn, namesOf(header)).inFile(reader.path()).at(column);
    const auto at = static_cast<std::size_t>(found - header.begin());
    constexpr std::int64_t kRowsBetweenChecks = 1024;
    job.begin(TL_NOOP("Job", "Counting values"), reader.fileSize(), "bytes");
    std::unordered_map<std::string, std::int64_t, TextHash, std::equal_to<>> counts;
    ValueCounts result;
    Record row;
    for (std::int64_t n = 0;; ++n) {
        if (n % kRowsBetweenChecks == 0) {
            TL_CHECK_STATUS(job.check());
            job.report(reader.consumed());
        }
        TL_TRY(const bool more, reader.next(row));
        if (!more)
            break;
        if (row.fault != RowFault::None || at >= row.fields.size())
            continue;
        ++result.rows;
        const std::string_view value = trim(row.fields[at]);
        if (value.empty()) {
            ++result.none;
        } else if (const auto known = counts.find(value); known != counts.end()) {
            ++known->second;
        } else if (counts.size() < most) {
            counts.emplace(value, 1);
        } else {
            result.complete = false;
        }
    }
    result.values.assign(counts.begin(), counts.end());
    std::sort(result.values.begin(), result.values.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return result;
}

} // namespace core::data
