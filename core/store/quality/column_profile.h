// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/stats/distribution.h"
#include "core/stats/robust.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core::store {

struct ValueCount {
    std::string value;
    std::int64_t count = 0;
};

/// Quantiles that are reported.
inline constexpr std::array kReportedQuantiles{0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

/// One column of a table or file, looked at as a whole.
struct ColumnQuality {
    std::string table; ///< "item", "event" …; empty for a file
    std::string name;  ///< "price", "attributes.weight"
    /// integer | number | time | boolean | code (numbers with leading zeros) | text | id (of another table) | none
    std::string type;
    std::int64_t rows = 0;
    std::int64_t missing = 0; ///< no value: NULL, a missing key or cell
    std::int64_t null = 0;    ///< said to be nothing: JSON null, \N
    std::int64_t empty = 0;   ///< the empty text
    std::int64_t distinct = 0;
    bool exact = true;           ///< false: distinct and top are estimates (more than a million distinct texts)
    std::vector<ValueCount> top; ///< at most 10, most frequent first, ties by value
    stats::Indices imbalance;    ///< of the values' frequencies; of those kept, when not exact
    struct Numbers {
        stats::Moments moments;
        std::array<double, kReportedQuantiles.size()> quantiles{};
        stats::Histogram histogram, logHistogram; ///< 20 bins; the logarithmic one of the positive values
    };
    std::optional<Numbers> numbers; ///< of integers, numbers and times (seconds since 1970)
    struct Lengths {
        std::int64_t min = 0, max = 0;
        double mean = 0;
    };
    std::optional<Lengths> lengths; ///< of texts, in characters
    std::int64_t filled() const { return rows - missing - null - empty; }
};
Json columnQualityJson(const ColumnQuality& column);

/// Counts texts. Exact up to a million distinct ones; beyond that it goes on with a sample of them, chosen by their
/// hash and halved whenever it grows too large, beside those that were frequent by then.
class TextCounts {
public:
    explicit TextCounts(std::size_t most = 1'000'000) : m_most(most) {}
    void add(std::string_view text, std::int64_t count = 1);
    bool exact() const { return m_level == 0; }
    std::int64_t distinct() const;
    std::vector<ValueCount> top(std::size_t howMany) const;
    std::vector<std::int64_t> descending() const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    bool sampled(std::size_t hash) const { return (hash & ((std::size_t{1} << m_level) - 1)) == 0; }
    void shrink();

    std::size_t m_most;
    unsigned m_level = 0;
    std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>> m_counts;
};

/// Takes the cells of a column one after another and sums them up. 8 bytes a row for numbers. One thread.
class ColumnProfile {
public:
    ColumnProfile(std::string table, std::string name);
    void addMissing();
    void addNull();
    void addText(std::string_view text); ///< what kind of value it is, is found out from all of them
    void addNumber(double value, bool integer);
    /// Integers that are times, or ids of another table.
    void setType(std::string type) { m_column.type = std::move(type); }
    ColumnQuality finish();

private:
    void vote(std::string_view text);
    void finishNumbers(bool fromTexts);
    std::string typeOfTexts() const;

    ColumnQuality m_column;
    TextCounts m_texts;
    std::vector<double> m_numbers;
    std::int64_t m_filledTexts = 0, m_numeric = 0, m_integers = 0, m_times = 0, m_booleans = 0, m_codes = 0;
    std::int64_t m_characters = 0;
    bool m_allIntegers = true;
};

} // namespace core::store
