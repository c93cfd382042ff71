// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/values.h"
#include "core/store/quality/quality.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace core::store {
namespace {

constexpr std::array kSeverities{"ok", "note", "warning"};
constexpr std::array kTopics{"duplicates", "leakage"};

std::string shareText(std::int64_t part, std::int64_t all) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f %%",
                  all > 0 ? 100.0 * static_cast<double>(part) / static_cast<double>(all) : 0.0);
    return text.data();
}

std::string numberText(double value, const std::string& type) {
    if (type == "time" && std::abs(value) < 1e12)
        return data::formatTime(static_cast<std::int64_t>(value));
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.6g", value);
    return text.data();
}

/// Eight heights: "▁▂▃▅█".
std::string sparkline(const stats::Histogram& histogram) {
    static constexpr std::array kBars{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    const std::int64_t most =
        histogram.counts.empty() ? 0 : *std::max_element(histogram.counts.begin(), histogram.counts.end());
    std::string line;
    for (const std::int64_t count : histogram.counts) {
        // The root lets small bins be seen beside large ones.
        const double height = most > 0 ? std::sqrt(static_cast<double>(count) / static_cast<double>(most)) : 0;
        line += count == 0 ? " " : kBars[static_cast<std::size_t>(std::ceil(height * 8)) - 1];
    }
    return line;
}

std::string columnText(const ColumnQuality& column) {
    std::string text = (column.table.empty() ? "" : column.table + ".") + column.name + "  " + column.type + "\n";
    text += "    rows " + std::to_string(column.rows) + ", missing " + std::to_string(column.missing) + " (" +
            shareText(column.missing, column.rows) + ")";
    if (column.null > 0)
        text += ", null " + std::to_string(column.null);
    if (column.empty > 0)
        text += ", empty " + std::to_string(column.empty);
    text += ", distinct " + std::string(column.exact ? "" : "about ") + std::to_string(column.distinct) + "\n";
    if (column.numbers) {
        const auto& n = *column.numbers;
        text += "    min " + numberText(n.moments.min, column.type) + ", median " +
                numberText(n.quantiles[3], column.type) + ", mean " + numberText(n.moments.mean, column.type) +
                ", max " + numberText(n.moments.max, column.type);
        if (column.type != "time")
            text += ", deviation " + numberText(n.moments.deviation, "");
        text += "\n    [" + sparkline(n.histogram) + "]  log [" + sparkline(n.logHistogram) + "]\n";
    }
    if (column.lengths)
        text += "    characters " + std::to_string(column.lengths->min) + " to " + std::to_string(column.lengths->max) +
                ", mean " + numberText(column.lengths->mean, "") + "\n";
    if (!column.top.empty() && column.top.front().count > 1) {
        text += "    most frequent:";
        for (std::size_t i = 0; i < std::min<std::size_t>(3, column.top.size()); ++i) {
            std::string value = column.type == "time" && column.numbers && column.table.size() > 0
                                    ? numberText(std::strtod(column.top[i].value.c_str(), nullptr), "time")
                                    : column.top[i].value;
            std::replace_if(
                value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
            constexpr std::size_t kLongest = 40;
            std::size_t end = std::min(value.size(), kLongest);
            while (end < value.size() && end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U)
                --end;
            text += (i > 0 ? ", “" : " “") + value.substr(0, end) + (end < value.size() ? "…" : "") + "” " +
                    shareText(column.top[i].count, column.rows);
        }
        text += "\n";
    }
    return text;
}

} // namespace

Json qualityJson(const QualityReport& report) {
    Json columns = Json::array(), findings = Json::array(), imbalance = Json::array();
    for (const ColumnQuality& column : report.columns)
        columns.push_back(columnQualityJson(column));
    for (const QualityFinding& finding : report.findings)
        findings.push_back({{"check", finding.check},
                            {"topic", kTopics[static_cast<std::size_t>(finding.topic)]},
                            {"severity", kSeverities[static_cast<std::size_t>(finding.severity)]},
                            {"message", finding.sentence},
                            {"numbers", finding.numbers}});
    for (const EntityImbalance& one : report.imbalance)
        imbalance.push_back({{"entity", one.entity},
                             {"measure", one.measure},
                             {"entities", one.entities},
                             {"total", one.total},
                             {"gini", one.indices.gini},
                             {"imbalance_ratio", one.indices.imbalanceRatio},
                             {"effective_number", one.indices.effectiveNumber},
                             {"top_1pct_share", one.indices.top1PctShare},
                             {"top_20pct_share", one.indices.top20PctShare}});
    return {{"subject", report.subject},
            {"columns", columns},
            {"findings", findings},
            {"imbalance", imbalance},
            {"seconds", report.seconds}};
}

std::string qualityText(const QualityReport& report) {
    std::string text = report.subject + "\n\n";
    for (const ColumnQuality& column : report.columns)
        text += columnText(column);
    text += report.findings.empty() ? "" : "\n";
    for (const QualityFinding& finding : report.findings) {
        text +=
            std::string(kSeverities[static_cast<std::size_t>(finding.severity)]) + ": " + finding.sentence + "\n    ";
        std::string numbers;
        for (const auto& [name, value] : finding.numbers.items())
            numbers += (numbers.empty() ? "" : ", ") + name + " " +
                       (value.is_string() ? value.get<std::string>() : dumpJson(value));
        text += numbers + "\n";
    }
    text += report.imbalance.empty() ? "" : "\n";
    for (const EntityImbalance& one : report.imbalance)
        text += one.entity + " (" + one.measure + "): " + std::to_string(one.entities) + ", Gini " +
                numberText(one.indices.gini, "") + ", largest to smallest " +
                numberText(one.indices.imbalanceRatio, "") + " : 1, top 1 % hold " +
                shareText(static_cast<std::int64_t>(one.indices.top1PctShare * 1e6), 1'000'000) + ", top 20 % " +
                shareText(static_cast<std::int64_t>(one.indices.top20PctShare * 1e6), 1'000'000) + "\n";
    return text;
}

} // namespace core::store
