// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv_header.h"

#include "core/data/column_key.h"
#include "core/data/fields.h"
#include "core/data/values.h"

#include <algorithm>
#include <string>
#include <vector>

namespace core::data {
namespace {

constexpr std::size_t kRows = 100;

using Row = std::vector<std::string>;

std::vector<Row> firstRows(const CsvSample& sample, CsvDialect dialect) {
    const RecordScanner scanner(dialect);
    const char* const end = sample.head.data() + sample.head.size() - 1;
    std::vector<Row> rows;
    RecordScan found;
    for (const char* p = sample.head.data(); p != end && rows.size() < kRows; p = found.next) {
        scanner.scan(p, end, sample.headWhole, found);
        if (found.outcome != RecordScan::Outcome::Complete)
            break;
        if (found.textEnd != p)
            rows.emplace_back(found.fields.begin(), found.fields.end());
    }
    return rows;
}

/// A number or a date, in any notation: names of columns are hardly ever made of digits and marks alone.
bool looksLikeValue(std::string_view cell) {
    cell = trim(cell);
    if (cell.empty() || cell.size() > 40)
        return false;
    if (parseNumber(cell) || parseTime(cell))
        return true;
    const bool digit = std::any_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digit && cell.find_first_not_of("0123456789+-.,:/% TZ") == std::string_view::npos;
}

bool isYear(std::string_view cell) {
    const auto number = parseNumber(cell);
    return number && trim(cell).size() == 4 && *number >= 1900 && *number <= 2100;
}

/// Whether a cell is called as columns are.
bool isKnownName(const std::string& cell) {
    const std::string key = columnKey(cell);
    for (const SourceKind kind : {SourceKind::Catalogue, SourceKind::Log, SourceKind::Queries, SourceKind::Labels,
                                  SourceKind::Reviews, SourceKind::Split})
        for (const FieldInfo& field : fieldsOf(kind))
            if (std::find(field.aliases.begin(), field.aliases.end(), key) != field.aliases.end())
                return true;
    return false;
}

/// Names stand once; a value tends to come again below.
bool comesAgain(const std::vector<Row>& rows, std::size_t column) {
    const std::string& first = rows.front()[column];
    return std::any_of(rows.begin() + 1, rows.end(), [&](const Row& row) { return row[column] == first; });
}

} // namespace

bool looksLikeHeader(const CsvSample& sample, CsvDialect dialect) {
    std::vector<Row> rows = firstRows(sample, dialect);
    if (rows.empty())
        return true;
    const Row first = rows.front();
    std::erase_if(rows, [&](const Row& row) { return row.size() != first.size(); });
    if (rows.size() < 2)
        return true;
    std::size_t names = 0;
    std::size_t values = 0;
    std::size_t years = 0;
    bool again = false;
    for (std::size_t column = 0; column < first.size(); ++column) {
        std::size_t filled = 0;
        std::size_t valueLike = 0;
        for (std::size_t row = 1; row < rows.size(); ++row) {
            filled += trim(rows[row][column]).empty() ? 0 : 1;
            valueLike += looksLikeValue(rows[row][column]) ? 1 : 0;
        }
        const bool empty = trim(first[column]).empty();
        if (filled > 0 && valueLike * 5 >= filled * 4 && !empty) {
            const bool value = looksLikeValue(first[column]);
            names += value ? 0 : 1;
            values += value ? 1 : 0;
            years += isYear(first[column]) ? 1 : 0;
        }
        again = again || (!empty && comesAgain(rows, column));
    }
    if (names > 0)
        return true;
    if (values > 0)
        return years >= 2 && years == values; // a column a year
    return !again || std::any_of(first.begin(), first.end(), isKnownName);
}

} // namespace core::data
