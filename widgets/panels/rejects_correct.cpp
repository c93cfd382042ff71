// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/rejects_correct.h"

#include "core/base/file.h"
#include "core/data/csv_field.h"
#include "core/data/csv_reader.h"
#include "core/store/rejects.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <map>
#include <string>

namespace widgets {

using core::store::ImportSummary;
using core::store::Project;
using core::store::RejectRow;

namespace {

/// The cells of one line of CSV (RFC 4180), as a person has typed it.
std::vector<std::string> cellsOf(const std::string& line, char delimiter) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
            cells.back() += c;
            ++i;
        } else if (c == '"' && (quoted || cells.back().empty())) {
            quoted = !quoted;
        } else if (c == delimiter && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    return cells;
}

void appendRow(std::string& text, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            text += ',';
        core::data::appendCsvField(text, cells[i]);
    }
    text += '\n';
}

std::size_t columnAt(const std::vector<std::string>& header, const std::string& name) {
    return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
}

/// The export with the corrected rows alone, their cells in place.
core::Result<std::string> correctedExport(const std::string& path, const ImportSummary& source,
                                          const std::vector<RejectRow>& lines, core::JobContext& job) {
    std::map<std::string, const RejectRow*> byId;
    for (const RejectRow& line : lines)
        byId[std::to_string(line.id)] = &line;
    TL_TRY(const auto reader, core::data::CsvReader::open(path, ','));
    const std::vector<std::string> header = reader->header();
    const std::size_t number = columnAt(header, "taillight_reject");
    if (number >= header.size())
        return core::Error(core::ErrorCode::NoSuchColumn).inFile(path).at("taillight_reject");
    std::string text;
    appendRow(text, header);
    core::data::CsvRow row;
    while (true) {
        TL_CHECK_STATUS(job.check());
        TL_TRY(const bool more, reader->next(row));
        if (!more)
            return text;
        if (row.fields.size() != header.size())
            continue;
        const auto found = byId.find(std::string(row.fields[number]));
        if (found == byId.end())
            continue;
        const std::vector<std::string> corrected = cellsOf(found->second->rawText, source.delimiter);
        std::vector<std::string> cells(row.fields.begin(), row.fields.end());
        if (corrected.size() != number)
            return core::Error(core::ErrorCode::BadValue, std::to_string(number) +
                                                              " values, as many as the file has columns; there are " +
                                                              std::to_string(corrected.size()))
                .inFile(source.path, found->second->line)
                .at("the corrected line", found->second->rawText);
        std::copy(corrected.begin(), corrected.end(), cells.begin());
        appendRow(text, cells);
    }
}

} // namespace

core::Result<std::int64_t> importCorrectedLines(Project& project, const ImportSummary& source,
                                                const std::vector<RejectRow>& lines, core::JobContext& job) {
    // Rows of people lie in it for a moment: the folder is private to its user, and goes with everything in it.
    const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/taillight-rejects-XXXXXX"));
    if (!folder.isValid())
        return core::Error(core::ErrorCode::WriteFailed, folder.errorString().toStdString())
            .inFile(QDir::tempPath().toStdString());
    const std::string exported = folder.filePath(QStringLiteral("rejects.csv")).toStdString();
    const std::string corrected = folder.filePath(QStringLiteral("corrected.csv")).toStdString();
    TL_TRY([[maybe_unused]] const auto rows, core::store::exportRejects(project, source.source, exported));
    TL_TRY(const std::string text, correctedExport(exported, source, lines, job));
    TL_CHECK_STATUS(core::writeFileAtomically(corrected, text));
    TL_TRY(const ImportSummary after, core::store::importCorrected(project, source.source, corrected, job));
    return after.imported - source.imported;
}

} // namespace widgets
