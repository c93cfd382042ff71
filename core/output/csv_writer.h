// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace core::output {

/// Builds RFC 4180 text in memory: LF line ends, quotes where needed. Written with writeFileAtomically().
class CsvWriter {
public:
    explicit CsvWriter(char delimiter = ',') : m_delimiter(delimiter) {}
    CsvWriter& cell(std::string_view text);
    CsvWriter& cell(double number); ///< shortest text that reads back the same; empty for NaN
    CsvWriter& cell(std::int64_t number);
    void endRow();
    const std::string& text() const { return m_text; }

private:
    std::string m_text;
    char m_delimiter;
    bool m_first = true;
};

} // namespace core::output
