// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/preview.h"

#include "core/data/column_guess.h"
#include "core/data/record_reader.h"
#include "core/data/values.h"

#include <algorithm>
#include <iterator>

namespace core::data {
namespace {

constexpr std::size_t kPreviewRows = 200;
constexpr std::size_t kPreviewFaults = 5;
constexpr std::size_t kPreviewRecords = 2000; ///< that vote on types; and where most rows are faulty, no more are tried

std::string faultSentence(const Record& row, const std::vector<std::string>& header, const std::string& encoding) {
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
        return place + ": the text holds bytes that are no " + encoding + ".";
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

/// A row of the head, which outlives the reader's next one.
struct HeldRow {
    std::vector<std::string> texts;
    std::vector<CellKind> kinds;

    std::string_view cell(std::size_t column) const {
        switch (kinds[column]) {
        case CellKind::Missing:
            return kMissingCell;
        case CellKind::Null:
            return kNullCell;
        case CellKind::Empty:
        case CellKind::Value:
            break;
        }
        return texts[column];
    }
};

/// The rows that vote; the first of them, and what is wrong with others, go into the preview.
Result<std::vector<HeldRow>> readHead(RecordReader& reader, Preview& preview) {
    std::vector<HeldRow> held;
    Record row;
    for (std::size_t records = 0; records < kPreviewRecords; ++records) {
        // A fault of the file behind the rows that are shown is found by whoever reads it all.
        auto any = reader.next(row);
        if (!any.ok() && preview.rows.size() < kPreviewRows)
            return std::move(any).error();
        if (!any.ok() || !*any)
            break;
        if (row.fault != RowFault::None) {
            if (preview.faults.size() < kPreviewFaults && preview.rows.size() < kPreviewRows)
                preview.faults.push_back(faultSentence(row, preview.header, preview.encoding));
            continue;
        }
        HeldRow& copy = held.emplace_back();
        copy.texts.assign(row.fields.begin(), row.fields.end());
        for (const std::string_view cell : row.fields)
            copy.kinds.push_back(cellKind(cell));
        if (preview.rows.size() < kPreviewRows) {
            preview.rows.push_back(copy.texts);
            preview.cells.push_back(copy.kinds);
            preview.lines.push_back(row.line);
        }
    }
    return held;
}

} // namespace

Result<Preview> previewFile(const std::string& path, const ReadOptions& options, JobContext* job) {
    TL_TRY(const auto reader, RecordReader::open(path, options, job));
    Preview preview;
    preview.path = path;
    preview.fileSize = reader->fileSize();
    preview.compression = reader->compression();
    preview.options = reader->options();
    preview.format = preview.options.format;
    preview.encoding = preview.options.encoding;
    preview.delimiter = preview.options.delimiter.value_or(',');
    preview.header = reader->header();
    TL_TRY(const std::vector<HeldRow> held, readHead(*reader, preview));
    if (!options.values) {
        FormatEvidence evidence;
        for (const HeldRow& row : held)
            for (const std::string& cell : row.texts)
                evidence.add(cell);
        preview.options.values = evidence.proposed(preview.options.values.value_or(ValueFormat()));
    }
    TL_TRY(const ValueReader values, ValueReader::make(*preview.options.values));
    for (std::size_t column = 0; column < preview.header.size(); ++column) {
        ColumnVote vote(values);
        for (const HeldRow& row : held)
            vote.add(row.cell(column));
        preview.types.push_back(vote.result().type);
    }
    preview.proposedKind = guessKind(preview);
    preview.proposedMapping = proposeMapping(preview, preview.proposedKind);
    return preview;
}

Result<Preview> previewFile(const std::string& path, std::optional<char> delimiter) {
    ReadOptions options;
    options.delimiter = delimiter;
    return previewFile(path, options);
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
