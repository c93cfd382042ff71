// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/data/byte_source.h"
#include "core/data/xlsx/formats.h"
#include "core/data/xlsx/xml_stream.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core::data::xlsx {

/// Limits against files that are small on the disk and without end when unpacked. Excel's own stay far below.
struct Limits {
    std::int64_t part = std::int64_t{32} << 20;      ///< workbook, styles …: bytes of XML
    std::int64_t stringsXml = std::int64_t{2} << 30; ///< the shared strings
    std::int64_t sheetXml = std::int64_t{32} << 30;  ///< a sheet
    std::size_t strings = std::size_t{512} << 20;    ///< shared strings in memory, bytes
    std::size_t row = std::size_t{64} << 20;         ///< text of one row, bytes
};
inline constexpr std::uint32_t kMostColumns = 16'384; ///< XFD, Excel's own limit

/// A sheet of cells, as the workbook lists them.
struct Sheet {
    std::string name;
    std::string part; ///< its file inside the workbook
    bool hidden = false;
};

/// The strings that cells name by number. Their views live as long as the table.
class SharedStrings {
public:
    std::size_t size() const { return m_ends.size(); }
    std::string_view operator[](std::size_t i) const {
        const std::size_t begin = i == 0 ? 0 : m_ends[i - 1];
        return std::string_view(m_text).substr(begin, m_ends[i] - begin);
    }
    /// What is added between two calls of finish() is one string.
    void add(std::string_view piece) { m_text += piece; }
    /// From where the string being added begins, its escapes are undone.
    void finish();
    std::size_t bytes() const { return m_text.size() + m_ends.size() * sizeof(std::size_t); }

private:
    std::string m_text;
    std::vector<std::size_t> m_ends;
};

/// Undoes `_x000D_` (ECMA-376 part 1, 22.9.2.19) from `start` on.
void unescapeText(std::string& text, std::size_t start);

/// The parts of a workbook that stand around its sheets.
struct Workbook {
    std::string path;
    Limits limits;
    std::vector<Sheet> sheets; ///< in the order of the tabs; charts and macros are left out
    bool from1904 = false;
    std::vector<CellFormat> formats; ///< by the style number of a cell
    SharedStrings strings;
    std::string stringsPart, stylesPart; ///< empty = there is none
};

/// Opens a .xlsx: the list of sheets. UnsupportedFormat for other files in .zip, such as .ods and .xlsb.
Result<Workbook> openWorkbook(const std::string& path, const Limits& limits = {});
/// Reads the styles and the shared strings.
Status loadTexts(Workbook& book);
/// A part as XML.
Result<std::unique_ptr<XmlStream>> openPart(const std::string& path, const std::string& part, std::int64_t limit);

} // namespace core::data::xlsx
