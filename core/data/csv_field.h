// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace core::data {

/// Appends one field of RFC 4180 text: in quotes when it holds the delimiter, a quote or a line end, or begins or ends
/// with a space (which some readers would take off).
inline void appendCsvField(std::string& text, std::string_view field, char delimiter = ',') {
    const auto special = [delimiter](char c) { return c == delimiter || c == '"' || c == '\n' || c == '\r'; };
    bool quoted = !field.empty() && (field.front() == ' ' || field.back() == ' ');
    for (const char c : field)
        quoted = quoted || special(c);
    if (!quoted) {
        text += field;
        return;
    }
    text += '"';
    for (const char c : field) {
        if (c == '"')
            text += '"';
        text += c;
    }
    text += '"';
}

} // namespace core::data
