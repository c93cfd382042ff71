// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/csv_writer.h"

#include "core/data/csv_field.h"

#include <array>
#include <charconv>
#include <cmath>

namespace core::output {

CsvWriter& CsvWriter::cell(std::string_view text) {
    if (!m_first)
        m_text += m_delimiter;
    m_first = false;
    data::appendCsvField(m_text, text, m_delimiter);
    return *this;
}

CsvWriter& CsvWriter::cell(double number) {
    if (std::isnan(number))
        return cell(std::string_view());
    std::array<char, 32> buffer{};
    // to_chars knows no locale: a decimal comma would break every reader.
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return cell(std::string_view(buffer.data(), static_cast<std::size_t>(result.ptr - buffer.data())));
}

CsvWriter& CsvWriter::cell(std::int64_t number) {
    return cell(std::string_view(std::to_string(number)));
}

void CsvWriter::endRow() {
    // A row of one empty cell would be a blank line, which readers skip.
    if (!m_first && (m_text.empty() || m_text.back() == '\n'))
        m_text += "\"\"";
    m_text += '\n';
    m_first = true;
}

} // namespace core::output
