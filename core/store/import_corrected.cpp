// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/noop.h"
#include "core/data/csv_field.h"
#include "core/data/record_reader.h"
#include "core/data/values.h"
#include "core/privacy/key.h"
#include "core/store/database.h"
#include "core/store/import_parts.h"
#include "core/store/import_summary.h"
#include "core/store/reject_cells.h"
#include "core/store/reject_hidden.h"
#include "core/store/rejects.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace core::store {
namespace {

/// Where the columns of the source lie in the corrected file.
struct Layout {
    std::vector<int> cells; ///< for each column of the source; -1 = the file has it not
    int number = -1, raw = -1;
};

int columnAt(const std::vector<std::string>& header, const std::string& name) {
    const auto found = std::find(header.begin(), header.end(), name);
    return found == header.end() ? -1 : static_cast<int>(found - header.begin());
}

Result<Layout> layoutOf(const std::vector<std::string>& header, const ImportSummary& source, const std::string& path) {
    Layout layout;
    layout.number = columnAt(header, kRejectColumns[0]);
    layout.raw = columnAt(header, kRejectColumns[4]);
    if (layout.number < 0) {
        std::string names;
        for (const std::string& name : header)
            names += (names.empty() ? "" : ", ") + name;
        return Error(ErrorCode::NoSuchColumn, names).inFile(path).at(kRejectColumns[0]);
    }
    const std::vector<std::string> own = ownColumns(source);
    for (const std::string& column : source.columns)
        layout.cells.push_back(std::find(own.begin(), own.end(), column) == own.end() ? -1 : columnAt(header, column));
    return layout;
}

/// One refused row as it is stored.
struct Stored {
    std::int64_t line = 0;
    std::string reason, raw;
};

/// The corrected rows as if they came from the file that they were refused from. Rows without a correction are skipped:
/// they stay refused.
class CorrectedRows final : public data::RecordReader {
public:
    /// `pseudonyms`: the columns that must hold some.
    CorrectedRows(data::RecordReader& reader, const ImportSummary& source, std::map<std::int64_t, Stored> stored,
                  std::vector<bool> pseudonyms)
        : m_reader(reader), m_source(source), m_stored(std::move(stored)), m_pseudonyms(std::move(pseudonyms)) {}
    Status begin() {
        TL_TRY(m_layout, layoutOf(m_reader.header(), m_source, m_reader.path()));
        return {};
    }

    const std::string& path() const override { return m_reader.path(); }
    const std::vector<std::string>& header() const override { return m_source.columns; }
    const data::ReadOptions& options() const override { return m_source.options; }
    std::string compression() const override { return m_reader.compression(); }
    std::int64_t consumed() const override { return m_reader.consumed(); }
    std::int64_t fileSize() const override { return m_reader.fileSize(); }
    Result<bool> next(data::Record& row) override;

    /// Numbers and reasons of the rows that were given out.
    const std::vector<std::pair<std::int64_t, std::string>>& taken() const { return m_taken; }

private:
    Result<std::map<std::int64_t, Stored>::iterator> storedOf(const data::Record& row);
    bool correctedCells(const Stored& stored);
    Status checkPseudonyms() const;
    std::string rowText() const;

    data::RecordReader& m_reader;
    const ImportSummary& m_source;
    std::map<std::int64_t, Stored> m_stored; ///< by number; without those given out
    std::vector<bool> m_pseudonyms;
    Layout m_layout;
    data::Record m_row;
    std::vector<std::string> m_cells;
    std::string m_text;
    std::vector<std::pair<std::int64_t, std::string>> m_taken;
};

Result<bool> CorrectedRows::next(data::Record& row) {
    for (;;) {
        TL_TRY(const bool more, m_reader.next(m_row));
        if (!more)
            return false;
        if (m_row.fault != data::RowFault::None)
            return Error(ErrorCode::BadValue, "a row with a cell for each column of the header")
                .inFile(m_reader.path(), m_row.line)
                .at("", importing::presentable(m_row.rawText, 80));
        TL_TRY(const auto stored, storedOf(m_row));
        if (!correctedCells(stored->second))
            continue;
        TL_CHECK_STATUS(checkPseudonyms());
        m_text = rowText();
        row = {};
        row.line = stored->second.line;
        for (const std::string& cell : m_cells)
            row.fields.push_back(cell.empty() ? data::kMissingCell : std::string_view(cell));
        row.rawText = m_text;
        m_taken.emplace_back(stored->first, std::move(stored->second.reason));
        m_stored.erase(stored);
        return true;
    }
}

Result<std::map<std::int64_t, Stored>::iterator> CorrectedRows::storedOf(const data::Record& row) {
    const std::string_view text = data::trim(row.fields[static_cast<std::size_t>(m_layout.number)]);
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = fault == std::errc() && end == text.data() + text.size();
    const auto found = whole ? m_stored.find(number) : m_stored.end();
    if (found == m_stored.end())
        return Error(ErrorCode::BadValue, "the number of a row of this import that is still refused")
            .inFile(m_reader.path(), row.line)
            .at(kRejectColumns[0], std::string(text));
    return found;
}

/// The row as the source's file would have it; false when it was not corrected.
bool CorrectedRows::correctedCells(const Stored& stored) {
    m_cells.clear();
    bool any = false;
    for (const int column : m_layout.cells) {
        m_cells.emplace_back(column < 0 ? std::string_view() : m_row.fields[static_cast<std::size_t>(column)]);
        any = any || !m_cells.back().empty();
    }
    if (any)
        return true;
    // Nothing in front: perhaps the line itself was corrected.
    const std::string text(m_layout.raw < 0 ? std::string_view()
                                            : m_row.fields[static_cast<std::size_t>(m_layout.raw)]);
    if (text.empty() || text == stored.raw)
        return false;
    auto divided = rejectCells(m_source, text);
    if (!divided || divided->size() != m_cells.size())
        return false;
    m_cells = std::move(*divided);
    return true;
}

/// An id in the clear must not get in where the import made pseudonyms of them.
Status CorrectedRows::checkPseudonyms() const {
    for (std::size_t i = 0; i < m_cells.size() && i < m_pseudonyms.size(); ++i) {
        const std::string_view cell = data::trim(m_cells[i]);
        if (m_pseudonyms[i] && !cell.empty() && !privacy::Pseudonymiser::looksLike(cell))
            return Error(ErrorCode::BadValue,
                         "a pseudonym, as the other rows of this import have it, or the import's key")
                .inFile(m_reader.path(), m_row.line)
                .at(m_source.columns[i], "…"); // not the value: messages are written down
    }
    return {};
}

/// The row in the format of its file, so that it can be corrected once more.
std::string CorrectedRows::rowText() const {
    if (m_source.format == "json" || m_source.format == "jsonl") {
        Json object = Json::object();
        for (std::size_t i = 0; i < m_cells.size(); ++i)
            object[m_source.columns[i]] = m_cells[i];
        return dumpJson(object);
    }
    const char delimiter = rawDelimiter(m_source);
    std::string text;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        if (i > 0)
            text += delimiter;
        data::appendCsvField(text, m_cells[i], delimiter);
    }
    return text;
}

Result<std::map<std::int64_t, Stored>> storedRejects(Database& database, SourceId source) {
    std::map<std::int64_t, Stored> stored;
    TL_TRY(Statement rows, database.prepare("SELECT id, line, reason, raw FROM reject WHERE source_id = ?1"));
    rows.bind(1, raw(source));
    for (;;) {
        TL_TRY(const bool more, rows.step());
        if (!more)
            return stored;
        stored.emplace(rows.integer(0), Stored{rows.integer(1), std::string(rows.text(2)), std::string(rows.text(3))});
    }
}

/// What was taken leaves the reject table; what is refused again was added to it anew.
Status settle(Database& database, const CorrectedRows& rows, const ImportSummary& pass, ImportSummary& summary) {
    TL_TRY(Statement remove, database.prepare("DELETE FROM reject WHERE id = ?1"));
    for (const auto& [number, reason] : rows.taken()) {
        remove.bind(1, number);
        TL_CHECK_STATUS(remove.run());
        --summary.rejected;
        if (--summary.rejectedBy[reason] <= 0)
            summary.rejectedBy.erase(reason);
    }
    summary.imported += pass.imported;
    summary.rejected += pass.rejected;
    const auto add = [](auto& counts, const auto& more) {
        for (const auto& [name, count] : more)
            counts[name] += count;
    };
    add(summary.dropped, pass.dropped);
    add(summary.rejectedBy, pass.rejectedBy);
    add(summary.noted, pass.noted);
    return updateSource(database, summary);
}

Status importRows(Database& database, data::RecordReader& reader, SourceId source,
                  std::shared_ptr<data::RowTransform> transform, ImportSummary& summary, JobContext& job) {
    database.setCancelProbe([&job] { return job.cancelled(); });
    TL_TRY(summary, readSource(database, source));
    TL_TRY(auto stored, storedRejects(database, source));
    const bool withKey = transform != nullptr;
    CorrectedRows rows(reader, summary, std::move(stored),
                       withKey ? std::vector<bool>(summary.columns.size()) : pseudonymColumns(summary));
    TL_CHECK_STATUS(rows.begin());
    if (!withKey) {
        TL_TRY(transform, hiddenAlike(summary));
    }
    ImportRequest request;
    understandAlike(summary, request);
    request.transform = transform;
    const data::ValueFormat format = summary.options.values.value_or(data::ValueFormat());
    if (transform)
        TL_CHECK_STATUS(transform->begin(summary.columns, format));
    // The importers count these rows by themselves.
    ImportSummary pass = summary;
    pass.imported = pass.rejected = 0;
    pass.dropped.clear();
    pass.noted.clear();
    pass.rejectedBy.clear();
    TL_TRY(const auto values, data::ValueReader::make(format));
    const importing::Context context{database, request, summary.columns, pass, job, values};
    TL_CHECK_STATUS(importing::importRows(context, rows));
    TL_CHECK_STATUS(job.check());
    return settle(database, rows, pass, summary);
}

} // namespace

Result<ImportSummary> importCorrected(Project& project, SourceId source, const std::string& path, JobContext& job,
                                      const std::shared_ptr<data::RowTransform>& transform) {
    if (project.readOnly())
        return Error(ErrorCode::ProjectReadOnly).inFile(project.path());
    TL_TRY(const auto reader, data::RecordReader::open(path));
    ImportSummary summary;
    TL_CHECK_STATUS(project.write(
        [&](Database& database) { return importRows(database, *reader, source, transform, summary, job); }));
    return summary;
}

} // namespace core::store
