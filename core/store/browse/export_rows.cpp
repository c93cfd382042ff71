// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/browse/export_rows.h"

#include "core/base/json.h"
#include "core/base/noop.h"
#include "core/data/csv_field.h"
#include "core/store/draft_file.h"

#include <algorithm>

namespace core::store {
namespace {

/// Would a spreadsheet take this text for a formula?
bool isFormula(const std::string& text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

class RowWriter {
public:
    RowWriter(const RowsExport& request, const BrowseTable& table, DraftFile& file) : m_request(request), m_file(file) {
        for (const std::string& name : request.columns)
            m_columns.push_back(table.column(name));
    }

    void header() {
        if (m_request.format != RowsExport::Format::Csv)
            return;
        for (const BrowseColumn* const column : m_columns)
            field(column->name, column == m_columns.front());
        m_file.buffer() += '\n';
    }

    Status row(const BrowseRow& row) {
        ++m_result.rows;
        if (m_request.format == RowsExport::Format::Csv)
            csv(row);
        else
            json(row);
        return m_file.flushIfLarge();
    }

    const RowsExported& result() const { return m_result; }

private:
    void field(std::string_view text, bool first) {
        if (!first)
            m_file.buffer() += ',';
        data::appendCsvField(m_file.buffer(), text);
    }

    void csv(const BrowseRow& row) {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const auto* const text = std::get_if<std::string>(&row.cells[i]);
            if (text == nullptr) {
                field(cellText(row.cells[i], m_columns[i]->type), i == 0);
                continue;
            }
            const bool formula = isFormula(*text);
            m_result.formulas += formula ? 1 : 0;
            if (text->empty()) { // in quotes: an empty text is not a missing one
                m_file.buffer() += i == 0 ? "\"\"" : ",\"\"";
                continue;
            }
            field(formula && m_request.guardFormulas ? "'" + *text : *text, i == 0);
        }
        m_file.buffer() += '\n';
    }

    void json(const BrowseRow& row) {
        Json line = Json::object();
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            line[m_columns[i]->name] = cellJson(row.cells[i], m_columns[i]->type);
        m_file.buffer() += dumpJson(line) + '\n';
    }

    const RowsExport& m_request;
    DraftFile& m_file;
    std::vector<const BrowseColumn*> m_columns;
    RowsExported m_result;
};

/// The columns to write; NoSuchField names the one that is not there.
Result<std::vector<std::string>> columnsOf(const RowsExport& request, const BrowseTable& table) {
    std::vector<std::string> all;
    std::string names;
    for (const BrowseColumn& column : table.columns) {
        all.push_back(column.name);
        names += (names.empty() ? "" : ", ") + column.name;
    }
    for (const std::string& wanted : request.columns)
        if (table.column(wanted) == nullptr)
            return Error(ErrorCode::UnknownChoice, names).at("columns", wanted);
    return request.columns.empty() ? all : request.columns;
}

} // namespace

Json cellJson(const BrowseCell& cell, BrowseType type) {
    if (const auto* const whole = std::get_if<std::int64_t>(&cell)) {
        if (type == BrowseType::Boolean)
            return *whole != 0;
        if (type == BrowseType::Time)
            return cellText(cell, type);
        return *whole;
    }
    if (const auto* const number = std::get_if<double>(&cell))
        return *number;
    const auto* const text = std::get_if<std::string>(&cell);
    if (text == nullptr)
        return nullptr;
    if (type == BrowseType::Json)
        if (auto parsed = parseJson(*text); parsed.ok())
            return std::move(*parsed);
    return *text;
}

RowsExport::Format exportFormatOf(const std::string& path) {
    std::string ending = std::filesystem::path(path).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
    const bool json = ending == ".jsonl" || ending == ".ndjson" || ending == ".json";
    return json ? RowsExport::Format::JsonLines : RowsExport::Format::Csv;
}

Result<RowsExported> exportRows(Browse& browse, const RowsExport& request, JobContext& job) {
    RowsExport complete = request;
    TL_TRY(complete.columns, columnsOf(request, browse.table()));
    DraftFile file(request.path);
    TL_CHECK_STATUS(file.open());
    // Places in an order that somebody looks at mean nothing in a newer one.
    if (!browse.ready() || (browse.stale() && request.rows.empty()))
        TL_CHECK_STATUS(browse.build(job));
    std::int64_t rows = 0;
    for (const RowRange& range : request.rows)
        rows += range.count;
    job.begin(TL_NOOP("Job", "Writing rows"), request.rows.empty() ? browse.total() : rows, "rows");
    RowWriter writer(complete, browse.table(), file);
    writer.header();
    TL_CHECK_STATUS(browse.forEachRow(
        complete.columns, complete.rows, [&writer](const BrowseRow& row) { return writer.row(row); }, job));
    TL_CHECK_STATUS(file.finish());
    return writer.result();
}

} // namespace core::store
