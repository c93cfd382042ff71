// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/xlsx/sheet.h"

#include "core/data/record.h"

#include <charconv>
#include <optional>

namespace core::data::xlsx {
namespace {

constexpr std::int64_t kMostRows = std::int64_t{1} << 40; ///< far beyond any sheet: numbers from there on are noise

template <class Number> std::optional<Number> wholeNumber(std::string_view text) {
    Number value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// Collects the cells of one row from the events of the sheet.
class RowCollector final : public XmlEvents {
public:
    RowCollector(const Workbook& book, XmlStream& stream, const Sheet& sheet)
        : m_book(book), m_stream(stream), m_sheet(sheet) {}

    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override {
        if (m_into)
            *m_into += piece;
        if (m_value.size() + m_formula.size() + m_text.size() > m_book.limits.row)
            tooLarge();
    }

    bool complete() const { return m_complete; }
    /// The row that is complete; false when it holds nothing.
    bool take(std::vector<std::string_view>& cells, std::int64_t& row);

private:
    struct Cell {
        std::uint32_t column;
        const char* shared; ///< where a shared string lies; null: the cell is in m_text
        std::size_t begin, size;
    };

    void startCell(const XmlAttributes& attributes);
    void endCell();
    void addText(std::string_view text);
    bool addShared();
    void fail(const std::string& what) {
        m_stream.fail(
            Error(ErrorCode::FileTruncated, what + " in its sheet “" + m_sheet.name + "”").inFile(m_book.path, m_row));
    }
    void tooLarge() {
        m_stream.fail(
            Error(ErrorCode::UnsupportedFormat,
                  "an Excel sheet with more than " + std::to_string(m_book.limits.row >> 20U) + " MB in one row")
                .inFile(m_book.path, m_row));
    }

    const Workbook& m_book;
    XmlStream& m_stream;
    const Sheet& m_sheet;
    bool m_inData = false;
    bool m_complete = false;
    std::int64_t m_row = 0;
    std::vector<Cell> m_cells;
    std::string m_text; ///< of all cells of this row that are no shared strings

    // the cell that is being read
    std::uint32_t m_column = 0;
    std::uint32_t m_nextColumn = 0;
    std::string m_type;
    std::size_t m_style = 0;
    std::string m_value, m_formula;
    bool m_inCell = false, m_hasValue = false, m_hasFormula = false;
    int m_phonetic = 0;
    std::string* m_into = nullptr; ///< where text goes
};

void RowCollector::start(std::string_view name, const XmlAttributes& attributes) {
    if (name == "sheetData") {
        m_inData = true;
    } else if (!m_inData) {
        return;
    } else if (name == "row") {
        const auto number = wholeNumber<std::int64_t>(attributes.value("r"));
        m_row = number && *number > m_row && *number < kMostRows ? *number : m_row + 1;
        m_nextColumn = 0;
        m_cells.clear();
        m_text.clear();
    } else if (name == "c") {
        startCell(attributes);
    } else if (m_inCell && name == "v") {
        m_hasValue = true;
        m_value.clear();
        m_into = &m_value;
    } else if (m_inCell && name == "f") {
        m_hasFormula = true;
        m_into = &m_formula;
    } else if (m_inCell && name == "is") {
        m_hasValue = true;
    } else if (m_inCell && name == "rPh") {
        ++m_phonetic;
    } else if (m_inCell && name == "t") {
        m_into = m_phonetic == 0 ? &m_value : nullptr;
    }
}

void RowCollector::startCell(const XmlAttributes& attributes) {
    const auto reference = attributes.find("r");
    m_column = reference ? columnOf(*reference) : m_nextColumn;
    if (m_column >= kMostColumns)
        return fail("the cell “" + std::string(reference.value_or("")) + "” lies beyond the last column");
    if (m_cells.size() >= kMostColumns)
        return fail("a row with more cells than columns");
    m_nextColumn = m_column + 1;
    m_type = attributes.value("t");
    m_style = wholeNumber<std::size_t>(attributes.value("s")).value_or(0);
    m_value.clear();
    m_formula.clear();
    m_hasValue = m_hasFormula = false;
    m_phonetic = 0;
    m_inCell = true;
}

void RowCollector::end(std::string_view name) {
    if (name == "sheetData") {
        m_inData = false;
    } else if (name == "v" || name == "f" || name == "t") {
        m_into = nullptr;
    } else if (name == "rPh") {
        --m_phonetic;
    } else if (name == "c" && m_inCell) {
        endCell();
        m_inCell = false;
    } else if (name == "row" && m_inData) {
        m_complete = true;
        m_stream.pause();
    }
}

void RowCollector::addText(std::string_view text) {
    m_cells.push_back({m_column, nullptr, m_text.size(), text.size()});
    m_text += text;
}

bool RowCollector::addShared() {
    const auto number = wholeNumber<std::size_t>(m_value);
    if (!number || *number >= m_book.strings.size()) {
        fail("a cell names the shared string “" + m_value + "”, which there is not,");
        return false;
    }
    const std::string_view text = m_book.strings[*number];
    m_cells.push_back({m_column, text.data(), 0, text.size()});
    return true;
}

void RowCollector::endCell() {
    const bool formulaOnly = m_hasFormula && m_value.empty() && m_type != "str";
    if (formulaOnly)
        addText("=" + m_formula);
    if (formulaOnly || !m_hasValue)
        return;
    if (m_type == "s") {
        addShared();
    } else if (m_type == "b") {
        addText(m_value == "1" || m_value == "true" ? "TRUE" : "FALSE");
    } else if (m_type == "inlineStr" || m_type == "str") {
        if (m_value.find("_x") != std::string::npos)
            unescapeText(m_value, 0);
        addText(m_value);
    } else if (m_type == "e" || m_type == "d") {
        addText(m_value);
    } else if (!m_value.empty()) {
        const std::size_t begin = m_text.size();
        appendNumber(m_text, m_value, m_style < m_book.formats.size() ? m_book.formats[m_style] : CellFormat{},
                     m_book.from1904);
        m_cells.push_back({m_column, nullptr, begin, m_text.size() - begin});
    }
    if (m_text.size() > m_book.limits.row)
        tooLarge();
}

bool RowCollector::take(std::vector<std::string_view>& cells, std::int64_t& row) {
    m_complete = false;
    cells.clear();
    row = m_row;
    for (const Cell& cell : m_cells) {
        if (cell.column >= cells.size())
            cells.resize(cell.column + std::size_t{1}, kMissingCell);
        cells[cell.column] = cell.shared ? std::string_view(cell.shared, cell.size)
                                         : std::string_view(m_text).substr(cell.begin, cell.size);
    }
    return !m_cells.empty();
}

} // namespace

std::uint32_t columnOf(std::string_view reference) {
    std::uint32_t column = 0;
    std::size_t letters = 0;
    for (const char c : reference) {
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (upper < 'A' || upper > 'Z')
            break;
        if (++letters > 3)
            return kMostColumns;
        column = column * 26 + static_cast<std::uint32_t>(upper - 'A' + 1);
    }
    return letters == 0 || column > kMostColumns ? kMostColumns : column - 1;
}

class SheetRows::Impl {
public:
    Impl(std::unique_ptr<XmlStream> xml, const Workbook& book, const Sheet& sheet)
        : stream(std::move(xml)), collector(book, *stream, sheet) {}

    std::unique_ptr<XmlStream> stream;
    RowCollector collector;
};

SheetRows::SheetRows(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
SheetRows::~SheetRows() = default;

Result<std::unique_ptr<SheetRows>> SheetRows::open(const Workbook& book, const Sheet& sheet) {
    TL_TRY(auto stream, openPart(book.path, sheet.part, book.limits.sheetXml));
    return std::unique_ptr<SheetRows>(new SheetRows(std::make_unique<Impl>(std::move(stream), book, sheet)));
}

Result<bool> SheetRows::next(std::vector<std::string_view>& cells, std::int64_t& row) {
    for (;;) {
        TL_TRY(const bool more, m_impl->stream->run(m_impl->collector));
        if (m_impl->collector.complete() && m_impl->collector.take(cells, row))
            return true;
        if (!more)
            return false;
    }
}

std::int64_t SheetRows::consumed() const {
    return m_impl->stream->source().consumed();
}

} // namespace core::data::xlsx
