// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/xlsx_reader.h"

#include "core/data/csv_field.h"
#include "core/data/csv_record.h"
#include "core/data/values.h"
#include "core/data/xlsx/sheet.h"

#include <algorithm>
#include <filesystem>
#include <optional>

namespace core::data {
namespace {

constexpr std::size_t kHeadRows = 20;
constexpr std::size_t kTitleRows = 5;

std::size_t filledCells(const std::vector<std::string>& cells) {
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [](const std::string& cell) { return !trim(cell).empty(); }));
}

/// The first rows of a sheet.
struct SheetHead {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::int64_t> numbers;

    std::size_t width() const {
        std::size_t widest = 0;
        for (const auto& row : rows)
            widest = std::max(widest, row.size());
        return widest;
    }
    /// Index of the header: behind the title, when most of the rows are a table.
    std::size_t header() const {
        const auto table = [](const std::vector<std::string>& row) { return filledCells(row) > 1; };
        if (2 * static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), table)) < rows.size())
            return 0;
        const auto first = static_cast<std::size_t>(std::find_if(rows.begin(), rows.end(), table) - rows.begin());
        return first <= kTitleRows && first < rows.size() ? first : 0;
    }
};

class XlsxReader final : public RecordReader {
public:
    XlsxReader(std::string path, ReadOptions options) : m_path(std::move(path)), m_options(std::move(options)) {}

    Status start();

    const std::string& path() const override { return m_path; }
    const std::vector<std::string>& header() const override { return m_header; }
    const ReadOptions& options() const override { return m_options; }
    std::string compression() const override { return "none"; }
    Result<bool> next(Record& row) override;
    std::int64_t consumed() const override { return m_rows->consumed(); }
    std::int64_t fileSize() const override { return m_size; }

private:
    Result<const xlsx::Sheet*> chooseSheet() const;
    Result<SheetHead> readHead(const xlsx::Sheet& sheet) const;

    std::string m_path;
    ReadOptions m_options;
    xlsx::Workbook m_book;
    std::unique_ptr<xlsx::SheetRows> m_rows;
    std::vector<std::string> m_header;
    std::int64_t m_headerRow = 0; ///< rows up to here hold no records
    std::int64_t m_size = 0;
    std::string m_raw;
};

Result<const xlsx::Sheet*> XlsxReader::chooseSheet() const {
    const auto& sheets = m_book.sheets;
    const std::string& asked = m_options.sheet;
    if (asked.empty()) {
        const auto shown = std::find_if(sheets.begin(), sheets.end(), [](const auto& sheet) { return !sheet.hidden; });
        return shown != sheets.end() ? &*shown : &sheets.front();
    }
    for (const xlsx::Sheet& sheet : sheets)
        if (sheet.name == asked)
            return &sheet;
    const bool number = asked.size() < 6 && asked.find_first_not_of("0123456789") == std::string::npos;
    const std::size_t index = number ? std::stoul(asked) : 0;
    if (index >= 1 && index <= sheets.size())
        return &sheets[index - 1];
    std::string names;
    for (const xlsx::Sheet& sheet : sheets)
        names += (names.empty() ? "" : ", ") + sheet.name;
    return Error(ErrorCode::UnknownChoice, names).inFile(m_path).at("sheet", asked);
}

Result<SheetHead> XlsxReader::readHead(const xlsx::Sheet& sheet) const {
    TL_TRY(const auto rows, xlsx::SheetRows::open(m_book, sheet));
    SheetHead head;
    std::vector<std::string_view> cells;
    std::int64_t number = 0;
    while (head.rows.size() < kHeadRows) {
        TL_TRY(const bool any, rows->next(cells, number));
        if (!any)
            break;
        head.rows.emplace_back(cells.begin(), cells.end());
        head.numbers.push_back(number);
        if (filledCells(head.rows.back()) == 0) {
            head.rows.pop_back();
            head.numbers.pop_back();
        }
    }
    return head;
}

Status XlsxReader::start() {
    TL_TRY(m_book, xlsx::openWorkbook(m_path));
    TL_CHECK_STATUS(xlsx::loadTexts(m_book));
    std::error_code ignored;
    m_size = static_cast<std::int64_t>(std::filesystem::file_size(m_path, ignored));
    TL_TRY(const xlsx::Sheet* const sheet, chooseSheet());
    TL_TRY(const SheetHead head, readHead(*sheet));
    m_options.format = "xlsx";
    m_options.sheet = sheet->name;
    m_options.header = m_options.header.value_or(true);
    if (head.rows.empty())
        return Error(ErrorCode::NoHeader).inFile(m_path);
    std::vector<std::string_view> names(head.width());
    if (*m_options.header) {
        const std::size_t row = head.header();
        names.assign(head.rows[row].begin(), head.rows[row].end());
        while (!names.empty() && trim(names.back()).empty())
            names.pop_back();
        m_headerRow = head.numbers[row];
    }
    m_header = columnNames(names);
    TL_TRY(m_rows, xlsx::SheetRows::open(m_book, *sheet));
    for (bool before = m_headerRow > 0; before;) { // up to the header and with it
        std::int64_t number = 0;
        TL_TRY(const bool any, m_rows->next(names, number));
        before = any && number != m_headerRow;
    }
    return {};
}

Result<bool> XlsxReader::next(Record& row) {
    for (;;) {
        TL_TRY(const bool any, m_rows->next(row.fields, row.line));
        if (!any)
            return false;
        while (!row.fields.empty() && row.fields.back().empty() && row.fields.size() > m_header.size())
            row.fields.pop_back();
        const bool filled = std::any_of(row.fields.begin(), row.fields.end(), [](auto cell) { return !cell.empty(); });
        if (!filled)
            continue;
        m_raw.clear();
        for (std::size_t i = 0; i < row.fields.size(); ++i) {
            if (i > 0)
                m_raw += ',';
            appendCsvField(m_raw, row.fields[i]);
        }
        row.rawText = m_raw;
        row.fault = row.fields.size() > m_header.size() ? RowFault::TooManyColumns : RowFault::None;
        row.faultColumn = -1;
        if (row.fields.size() < m_header.size())
            row.fields.resize(m_header.size(), kMissingCell);
        return true;
    }
}

} // namespace

Result<std::unique_ptr<RecordReader>> openXlsx(const std::string& path, const ReadOptions& options) {
    auto reader = std::make_unique<XlsxReader>(path, options);
    TL_CHECK_STATUS(reader->start());
    return std::unique_ptr<RecordReader>(std::move(reader));
}

Result<std::vector<std::string>> xlsxSheets(const std::string& path) {
    TL_TRY(const xlsx::Workbook book, xlsx::openWorkbook(path));
    std::vector<std::string> names;
    for (const xlsx::Sheet& sheet : book.sheets)
        names.push_back(sheet.name);
    return names;
}

} // namespace core::data
