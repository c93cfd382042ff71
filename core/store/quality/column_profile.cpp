// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/quality/column_profile.h"

#include "core/data/values.h"

#include <algorithm>
#include <cmath>

namespace core::store {
namespace {

constexpr std::size_t kTop = 10;
constexpr std::size_t kBins = 20;

std::int64_t charactersOf(std::string_view text) {
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

bool isBoolean(std::string_view text) {
    static constexpr std::array<std::string_view, 8> kWords{"true", "false", "True", "False",
                                                            "TRUE", "FALSE", "yes",  "no"};
    return std::find(kWords.begin(), kWords.end(), text) != kWords.end();
}

/// "007", "00123": numbers lose something as such.
bool isCode(std::string_view text) {
    return text.size() > 1 && text[0] == '0' &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool moreFrequent(const ValueCount& a, const ValueCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
}

void keepTop(std::vector<ValueCount>& values, std::size_t howMany) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(std::min(howMany, values.size()));
    std::partial_sort(values.begin(), middle, values.end(), moreFrequent);
    values.erase(middle, values.end());
}

std::string numberText(double value) {
    constexpr double kExact = 9007199254740992.0;
    if (std::floor(value) == value && std::abs(value) <= kExact)
        return std::to_string(static_cast<std::int64_t>(value));
    return dumpJson(Json(value));
}

Json histogramJson(const stats::Histogram& histogram) {
    return {{"edges", histogram.edges}, {"counts", histogram.counts}, {"not_positive", histogram.left}};
}

} // namespace

void TextCounts::add(std::string_view text, std::int64_t count) {
    if (const auto found = m_counts.find(text); found != m_counts.end()) {
        found->second += count;
        return;
    }
    if (m_level > 0 && !sampled(Hash{}(text)))
        return;
    m_counts.emplace(text, count);
    if (m_counts.size() > m_most)
        shrink();
}

void TextCounts::shrink() {
    ++m_level;
    const std::int64_t frequent = std::int64_t{8} << m_level;
    std::erase_if(m_counts,
                  [&](const auto& entry) { return entry.second < frequent && !sampled(Hash{}(entry.first)); });
}

std::int64_t TextCounts::distinct() const {
    if (exact())
        return static_cast<std::int64_t>(m_counts.size());
    const auto kept = std::count_if(m_counts.begin(), m_counts.end(),
                                    [this](const auto& entry) { return sampled(Hash{}(entry.first)); });
    return static_cast<std::int64_t>(kept) << m_level;
}

std::vector<ValueCount> TextCounts::top(std::size_t howMany) const {
    // Only what can be among them is copied: texts may be long, and a million of them many.
    std::vector<std::int64_t> counts = descending();
    const std::int64_t least = counts.empty() ? 0 : counts[std::min(howMany, counts.size()) - 1];
    std::vector<const std::pair<const std::string, std::int64_t>*> entries;
    for (const auto& entry : m_counts)
        if (entry.second >= least)
            entries.push_back(&entry);
    const auto middle = entries.begin() + static_cast<std::ptrdiff_t>(std::min(howMany, entries.size()));
    std::partial_sort(entries.begin(), middle, entries.end(), [](const auto* a, const auto* b) {
        return a->second != b->second ? a->second > b->second : a->first < b->first;
    });
    std::vector<ValueCount> values;
    for (auto entry = entries.begin(); entry != middle; ++entry)
        values.push_back({(*entry)->first, (*entry)->second});
    return values;
}

std::vector<std::int64_t> TextCounts::descending() const {
    std::vector<std::int64_t> counts;
    counts.reserve(m_counts.size());
    for (const auto& entry : m_counts)
        counts.push_back(entry.second);
    std::sort(counts.begin(), counts.end(), std::greater<>());
    return counts;
}

ColumnProfile::ColumnProfile(std::string table, std::string name) {
    m_column.table = std::move(table);
    m_column.name = std::move(name);
}

void ColumnProfile::addMissing() {
    ++m_column.rows;
    ++m_column.missing;
}

void ColumnProfile::addNull() {
    ++m_column.rows;
    ++m_column.null;
}

void ColumnProfile::addNumber(double value, bool integer) {
    ++m_column.rows;
    m_numbers.push_back(value);
    m_allIntegers = m_allIntegers && integer;
}

void ColumnProfile::addText(std::string_view text) {
    ++m_column.rows;
    if (text.empty()) {
        ++m_column.empty;
        return;
    }
    vote(text);
    m_texts.add(text);
    const std::int64_t length = charactersOf(text);
    m_characters += length;
    if (!m_column.lengths)
        m_column.lengths = ColumnQuality::Lengths{length, length, 0};
    m_column.lengths->min = std::min(m_column.lengths->min, length);
    m_column.lengths->max = std::max(m_column.lengths->max, length);
}

/// Keeps the values of texts that are numbers or times, as long as all of them are.
void ColumnProfile::vote(std::string_view text) {
    constexpr std::size_t kLongestNumber = 40;
    ++m_filledTexts;
    m_booleans += isBoolean(text) ? 1 : 0;
    m_codes += isCode(text) ? 1 : 0;
    if (text.size() > kLongestNumber)
        return;
    const std::int64_t before = m_filledTexts - 1;
    if (m_numeric == before)
        if (const auto number = data::parseNumber(text)) {
            ++m_numeric;
            m_integers += std::floor(*number) == *number && text.find_first_of(".eE") == std::string_view::npos ? 1 : 0;
            m_numbers.push_back(*number);
            return;
        }
    if (m_times == before && m_numeric == 0)
        if (const auto time = data::parseTime(text)) {
            ++m_times;
            m_numbers.push_back(static_cast<double>(*time));
        }
}

std::string ColumnProfile::typeOfTexts() const {
    if (m_filledTexts == 0)
        return "none";
    if (m_booleans == m_filledTexts)
        return "boolean";
    if (m_numeric == m_filledTexts)
        return m_codes > 0 ? "code" : (m_integers == m_filledTexts ? "integer" : "number");
    return m_times == m_filledTexts ? "time" : "text";
}

void ColumnProfile::finishNumbers(bool fromTexts) {
    std::sort(m_numbers.begin(), m_numbers.end());
    ColumnQuality::Numbers numbers;
    numbers.moments = stats::momentsOf(m_numbers);
    for (std::size_t i = 0; i < kReportedQuantiles.size(); ++i)
        numbers.quantiles[i] = stats::quantile(m_numbers, kReportedQuantiles[i]);
    numbers.histogram = stats::histogramOf(m_numbers, kBins);
    numbers.logHistogram = stats::histogramOf(m_numbers, kBins, true);
    m_column.numbers = std::move(numbers);
    if (fromTexts)
        return; // distinct and top are those of the texts
    std::vector<std::int64_t> counts;
    std::vector<ValueCount> values;
    std::int64_t least = 0;
    for (std::size_t first = 0; first < m_numbers.size();) {
        const auto last =
            static_cast<std::size_t>(std::upper_bound(m_numbers.begin() + static_cast<std::ptrdiff_t>(first),
                                                      m_numbers.end(), m_numbers[first]) -
                                     m_numbers.begin());
        const auto count = static_cast<std::int64_t>(last - first);
        counts.push_back(count);
        if (count >= least) {
            values.push_back({numberText(m_numbers[first]), count});
            if (values.size() > 2 * kTop) {
                keepTop(values, kTop);
                least = values.back().count; // what is rarer is not among them
            }
        }
        first = last;
    }
    keepTop(values, kTop);
    std::sort(counts.begin(), counts.end(), std::greater<>());
    m_column.distinct = static_cast<std::int64_t>(counts.size());
    m_column.top = std::move(values);
    m_column.imbalance = stats::computeIndices(counts);
}

ColumnQuality ColumnProfile::finish() {
    const bool texts = m_filledTexts > 0;
    if (texts) {
        const std::string type = typeOfTexts();
        if (m_column.type.empty())
            m_column.type = type;
        m_column.distinct = m_texts.distinct();
        m_column.exact = m_texts.exact();
        m_column.top = m_texts.top(kTop);
        m_column.imbalance = stats::computeIndices(m_texts.descending());
        if (type == "integer" || type == "number" || type == "time")
            finishNumbers(true);
        if (type == "text" || type == "code")
            m_column.lengths->mean = static_cast<double>(m_characters) / static_cast<double>(m_filledTexts);
        else
            m_column.lengths.reset();
    } else if (!m_numbers.empty()) {
        if (m_column.type.empty())
            m_column.type = m_allIntegers ? "integer" : "number";
        finishNumbers(false);
    } else if (m_column.type.empty()) {
        m_column.type = "none";
    }
    return std::move(m_column);
}

Json columnQualityJson(const ColumnQuality& column) {
    Json top = Json::array();
    for (const ValueCount& one : column.top)
        top.push_back({{"value", one.value}, {"count", one.count}});
    Json json{{"table", column.table},
              {"name", column.name},
              {"type", column.type},
              {"rows", column.rows},
              {"missing", column.missing},
              {"null", column.null},
              {"empty", column.empty},
              {"distinct", column.distinct},
              {"exact", column.exact},
              {"top", top},
              {"gini", column.imbalance.gini},
              {"normalised_entropy", column.imbalance.normalisedEntropy},
              {"imbalance_ratio", column.imbalance.imbalanceRatio}};
    if (column.numbers) {
        const auto& n = *column.numbers;
        Json quantiles = Json::object();
        static constexpr std::array kNames{"p1", "p5", "p25", "p50", "p75", "p95", "p99"};
        for (std::size_t i = 0; i < kNames.size(); ++i)
            quantiles[kNames[i]] = n.quantiles[i];
        json["min"] = n.moments.min;
        json["max"] = n.moments.max;
        json["mean"] = n.moments.mean;
        json["deviation"] = n.moments.deviation;
        json["quantiles"] = quantiles;
        json["histogram"] = histogramJson(n.histogram);
        json["log_histogram"] = histogramJson(n.logHistogram);
    }
    if (column.lengths)
        json["lengths"] = {{"min", column.lengths->min}, {"max", column.lengths->max}, {"mean", column.lengths->mean}};
    return json;
}

} // namespace core::store
