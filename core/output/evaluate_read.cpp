// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/evaluate_read.h"

#include "core/data/record_reader.h"
#include "core/data/values.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <unordered_map>

namespace core::output {
namespace {

constexpr std::string_view kScorePrefix = "score_";
constexpr double kMostRows = 9e15; ///< whole numbers are exact in a double below

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::optional<std::size_t> findColumn(const data::RecordReader& reader, std::string_view name) {
    for (std::size_t i = 0; i < reader.header().size(); ++i)
        if (reader.header()[i] == name)
            return i;
    return {};
}

Result<std::size_t> requireColumn(const data::RecordReader& reader, std::string_view name) {
    const auto found = findColumn(reader, name);
    if (!found)
        return Error(ErrorCode::NoSuchColumn, joined(reader.header())).inFile(reader.path()).at(std::string(name));
    return *found;
}

Error badValue(const data::RecordReader& reader, const data::Record& row, std::size_t column, std::string expected) {
    const auto& header = reader.header();
    const std::string name = column < header.size() ? header[column] : std::to_string(column + 1);
    const std::string value = column < row.fields.size() ? std::string(row.fields[column]) : std::string();
    return Error(ErrorCode::BadValue, std::move(expected)).inFile(reader.path(), row.line).at(name, value);
}

Status checkFault(const data::RecordReader& reader, const data::Record& row) {
    const std::size_t columns = reader.header().size();
    const std::string has = std::to_string(row.fields.size()) + " of " + std::to_string(columns) + " columns";
    const auto column = static_cast<std::size_t>(std::max<std::int64_t>(row.faultColumn, 0));
    switch (row.fault) {
    case data::RowFault::None:
        return {};
    case data::RowFault::TooFewColumns:
        return badValue(reader, row, row.fields.size(), "there: the row has " + has);
    case data::RowFault::TooManyColumns:
        return badValue(reader, row, columns, "expected: the row has " + has);
    case data::RowFault::TextAfterQuote:
        return badValue(reader, row, column, "well quoted: text follows the closing quote");
    case data::RowFault::BadJson:
    case data::RowFault::NotAnObject:
        return Error(ErrorCode::BadValue, "a JSON object was expected").inFile(reader.path(), row.line);
    case data::RowFault::BadEncoding:
        return Error(ErrorCode::BadEncoding, "column “" + (column < columns ? reader.header()[column] : std::string()) +
                                                 "” holds bytes that are no UTF-8")
            .inFile(reader.path(), row.line);
    case data::RowFault::NulByte:
        return Error(ErrorCode::FileBinary).inFile(reader.path(), row.line);
    }
    return {};
}

/// Any format that imports read. The program knows the columns: there is a header, and a class may be named NULL.
Result<std::unique_ptr<data::RecordReader>> openTable(const std::string& path) {
    data::ReadOptions options;
    options.header = true;
    options.values = data::ValueFormat{};
    options.values->nullTexts.clear();
    return data::RecordReader::open(path, options);
}

struct Columns {
    std::size_t id = 0, label = 0;
    std::optional<std::size_t> prediction;
    std::vector<std::size_t> scores;
    std::vector<std::string> scoreClasses;
};

Result<Columns> findColumns(const data::RecordReader& reader) {
    Columns columns;
    TL_TRY(columns.id, requireColumn(reader, "id"));
    TL_TRY(columns.label, requireColumn(reader, "label"));
    columns.prediction = findColumn(reader, "prediction");
    for (std::size_t i = 0; i < reader.header().size(); ++i) {
        const std::string_view name = reader.header()[i];
        if (!name.starts_with(kScorePrefix) || name.size() == kScorePrefix.size())
            continue;
        columns.scores.push_back(i);
        columns.scoreClasses.emplace_back(name.substr(kScorePrefix.size()));
    }
    if (!columns.prediction && columns.scores.empty())
        return Error(ErrorCode::NoSuchColumn, joined(reader.header())).inFile(reader.path()).at("prediction");
    return columns;
}

Result<std::string> readClass(const data::RecordReader& reader, const data::Record& row, std::size_t column) {
    const std::string_view name = data::trim(row.fields[column]);
    if (name.empty())
        return badValue(reader, row, column, "the name of a class");
    return std::string(name);
}

/// Class with the largest score (the first of equals). Every score is read, so that a bad one is found.
Result<std::string> readBestClass(const data::RecordReader& reader, const data::Record& row, const Columns& columns) {
    std::size_t best = 0;
    double bestScore = 0;
    for (std::size_t i = 0; i < columns.scores.size(); ++i) {
        const auto score = data::parseNumber(row.fields[columns.scores[i]]);
        if (!score)
            return badValue(reader, row, columns.scores[i], "a number");
        if (i == 0 || *score > bestScore) {
            best = i;
            bestScore = *score;
        }
    }
    return columns.scoreClasses[best];
}

Status readRow(const data::RecordReader& reader, const data::Record& row, const Columns& columns,
               PredictionRows& rows) {
    TL_CHECK_STATUS(checkFault(reader, row));
    std::string prediction;
    if (!columns.scores.empty()) {
        TL_TRY(prediction, readBestClass(reader, row, columns));
    }
    if (columns.prediction) {
        TL_TRY(prediction, readClass(reader, row, *columns.prediction));
    }
    TL_TRY(std::string label, readClass(reader, row, columns.label));
    rows.ids.emplace_back(row.fields[columns.id]);
    rows.labels.push_back(std::move(label));
    rows.predictions.push_back(std::move(prediction));
    return {};
}

} // namespace

Result<PredictionRows> readPredictionRows(const std::string& path) {
    TL_TRY(const auto reader, openTable(path));
    TL_TRY(const Columns columns, findColumns(*reader));
    PredictionRows rows;
    rows.scoreClasses = columns.scoreClasses;
    std::unordered_map<std::string, std::int64_t> lineOfId;
    data::Record row;
    for (;;) {
        TL_TRY(const bool more, reader->next(row));
        if (!more)
            break;
        TL_CHECK_STATUS(readRow(*reader, row, columns, rows));
        const auto [place, isNew] = lineOfId.try_emplace(rows.ids.back(), row.line);
        // An example that counts twice would weigh twice in every metric.
        if (!isNew)
            return badValue(*reader, row, columns.id, "unique: line " + std::to_string(place->second) + " has it too");
    }
    if (rows.ids.empty())
        return Error(ErrorCode::NoRows, "Below the header there must be one row for each example.").inFile(path);
    return rows;
}

Result<std::map<std::string, std::int64_t>> readSupports(const std::string& path) {
    TL_TRY(const auto reader, openTable(path));
    TL_TRY(const std::size_t label, requireColumn(*reader, "label"));
    TL_TRY(const std::size_t support, requireColumn(*reader, "support"));
    std::map<std::string, std::int64_t> supports;
    data::Record row;
    for (;;) {
        TL_TRY(const bool more, reader->next(row));
        if (!more)
            break;
        TL_CHECK_STATUS(checkFault(*reader, row));
        TL_TRY(const std::string name, readClass(*reader, row, label));
        const auto number = data::parseNumber(row.fields[support]);
        if (!number || *number < 0 || *number > kMostRows || std::floor(*number) != *number)
            return badValue(*reader, row, support, "a whole number of 0 or more");
        if (!supports.emplace(name, static_cast<std::int64_t>(*number)).second)
            return badValue(*reader, row, label, "unique: an earlier line has this class too");
    }
    if (supports.empty())
        return Error(ErrorCode::NoRows, "Below the header there must be one row for each class.").inFile(path);
    return supports;
}

} // namespace core::output
