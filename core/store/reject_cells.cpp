// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reject_cells.h"

#include "core/base/json.h"

#include <algorithm>

namespace core::store {
namespace {

constexpr std::size_t kMaybeCut = 4092; ///< at most 4,096 bytes are kept, and no character is cut in two

bool isOurs(const std::string& column) {
    return std::find(kRejectColumns.begin(), kRejectColumns.end(), column) != kRejectColumns.end();
}

std::string cellOf(const Json& value) {
    if (value.is_null())
        return {};
    return value.is_string() ? value.get<std::string>() : dumpJson(value);
}

std::optional<std::vector<std::string>> jsonCells(const ImportSummary& source, const std::string& text) {
    const auto json = parseJson(text);
    if (!json.ok())
        return {};
    std::vector<std::string> cells;
    if (json->is_array() && json->size() == source.columns.size()) {
        for (const Json& value : *json)
            cells.push_back(cellOf(value));
        return cells;
    }
    if (!json->is_object())
        return {};
    for (const std::string& column : source.columns) {
        const auto found = json->find(column);
        cells.push_back(found == json->end() ? std::string() : cellOf(*found));
    }
    return cells;
}

std::optional<std::vector<std::string>> textCells(const ImportSummary& source, const std::string& text) {
    auto cells = divideLine(text, rawDelimiter(source), source.options.quote.value_or('"'));
    if (!cells || cells->size() != source.columns.size())
        return {};
    return cells;
}

} // namespace

char rawDelimiter(const ImportSummary& source) {
    return source.format == "csv" ? source.delimiter : ',';
}

std::vector<std::string> ownColumns(const ImportSummary& source) {
    std::vector<std::string> columns = source.columns;
    std::erase_if(columns, isOurs);
    return columns;
}

std::optional<std::vector<std::string>> divideLine(std::string_view line, char delimiter, char quote) {
    std::vector<std::string> cells(1);
    bool quoted = false, closed = false, begun = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted && c == quote && i + 1 < line.size() && line[i + 1] == quote) {
            cells.back() += c;
            ++i;
        } else if (quoted && c == quote) {
            quoted = false;
            closed = true;
        } else if (quoted) {
            cells.back() += c;
        } else if (c == delimiter) {
            cells.emplace_back();
            closed = begun = false;
        } else if (closed) {
            return {};
        } else if (c == quote && !begun) {
            quoted = begun = true;
        } else {
            begun = true;
            cells.back() += c;
        }
    }
    if (quoted)
        return {};
    return cells;
}

std::optional<std::vector<std::string>> rejectCells(const ImportSummary& source, const std::string& rawText) {
    if (rawText.empty() || rawText.size() > kMaybeCut || source.columns.empty())
        return {};
    const bool json = source.format == "jsonl" || source.format == "json";
    auto cells = json ? jsonCells(source, rawText) : textCells(source, rawText);
    if (!cells)
        return {};
    std::vector<std::string> own;
    for (std::size_t i = 0; i < cells->size(); ++i)
        if (!isOurs(source.columns[i]))
            own.push_back(std::move((*cells)[i]));
    return own;
}

} // namespace core::store
