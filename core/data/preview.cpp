// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/preview.h"

#include "core/data/column_guess.h"
#include "core/data/csv_reader.h"

#include <algorithm>
#include <iterator>

namespace core::data {
namespace {

constexpr std::size_t kPreviewRows = 200;
constexpr std::size_t kPreviewFaults = 5;
constexpr std::size_t kPreviewRecords =
    1000; // where most rows are faulty, do not read the whole file for 200 good ones

std::string faultSentence(const CsvRow& row, const std::vector<std::string>& header) {
    const std::string line = "Line " + std::to_string(row.line);
    const auto column = static_cast<std::size_t>(row.faultColumn);
    const std::string place =
        row.faultColumn >= 0 && column < header.size() ? line + ", column “" + header[column] + "”" : line;
    switch (row.fault) {
    case RowFault::None:
        break;
    case RowFault::TooFewColumns:
    case RowFault::TooManyColumns:
        return line + " has " + std::to_string(row.fields.size()) + (row.fields.size() == 1 ? " column" : " columns") +
               ", the header has " + std::to_string(header.size()) + ".";
    case RowFault::BadEncoding:
        return place + ": the text is not UTF-8.";
    case RowFault::NulByte:
        return place + ": the text holds a NUL byte.";
    case RowFault::TextAfterQuote:
        return place + ": there is text behind a closing quote.";
    case RowFault::BadJson:
        return line + " is no complete JSON value.";
    case RowFault::NotAnObject:
        return line + " is neither a JSON object nor a list.";
    }
    return {};
}

Error sharedColumn(const std::string& first, const std::string& second, const std::string& column) {
    return Error(ErrorCode::Usage, "The fields “" + first + "” and “" + second + "” both take the column “" + column +
                                       "”. Map each of them to a column of its own.");
}

std::string joined(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? "" : ", ") + name;
    return list;
}

/// A class can be learnt from the category column itself.
bool mayShare(const std::string& first, const std::string& second) {
    return (first == "category" && second == "label") || (first == "label" && second == "category");
}

} // namespace

Result<Preview> previewFile(const std::string& path, std::optional<char> delimiter) {
    TL_TRY(const auto reader, CsvReader::open(path, delimiter));
    Preview preview;
    preview.path = path;
    preview.fileSize = reader->fileSize();
    preview.compression = reader->compression();
    preview.encoding = reader->hadBom() ? "UTF-8-BOM" : "UTF-8";
    preview.delimiter = reader->dialect().delimiter;
    preview.header = reader->header();
    CsvRow row;
    for (std::size_t records = 0; records < kPreviewRecords && preview.rows.size() < kPreviewRows; ++records) {
        TL_TRY(const bool any, reader->next(row));
        if (!any)
            break;
        if (row.fault == RowFault::None) {
            preview.rows.emplace_back(row.fields.begin(), row.fields.end());
            preview.lines.push_back(row.line);
        } else if (preview.faults.size() < kPreviewFaults) {
            preview.faults.push_back(faultSentence(row, preview.header));
        }
    }
    preview.proposedKind = guessKind(preview);
    return preview;
}

Status checkMapping(const Mapping& mapping, SourceKind kind, const std::vector<std::string>& header,
                    const std::string& file) {
    const std::vector<FieldInfo>& fields = fieldsOf(kind);
    for (const auto& [field, column] : mapping) {
        const auto known = [&name = field](const FieldInfo& info) { return info.name == name; };
        if (std::none_of(fields.begin(), fields.end(), known)) {
            std::vector<std::string> names;
            for (const FieldInfo& info : fields)
                names.push_back(info.name);
            Error error(ErrorCode::NoSuchField, joined(names));
            error.value = field;
            return error;
        }
        if (std::find(header.begin(), header.end(), column) == header.end())
            return Error(ErrorCode::NoSuchColumn, joined(header)).inFile(file).at(column);
    }
    for (const FieldInfo& info : fields)
        if (info.required && !mapping.contains(info.name))
            return Error(ErrorCode::MissingMapping, info.name).inFile(file);
    for (auto first = mapping.begin(); first != mapping.end(); ++first)
        for (auto second = std::next(first); second != mapping.end(); ++second)
            if (first->second == second->second && !mayShare(first->first, second->first))
                return sharedColumn(first->first, second->first, first->second);
    return {};
}

} // namespace core::data
