// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/import_extra.h"

#include "core/data/values.h"

#include <algorithm>

namespace core::store::importing {
namespace {

void appendQuoted(std::string& json, std::string_view text) {
    constexpr char kHex[] = "0123456789abcdef";
    json += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (byte < 0x20) {
            json += "\\u00";
            json += kHex[byte >> 4U];
            json += kHex[byte & 15U];
        } else {
            json += c;
        }
    }
    json += '"';
}

} // namespace

ExtraColumns::ExtraColumns(const Context& context) {
    if (!context.request.keepExtra)
        return;
    for (std::size_t i = 0; i < context.header.size(); ++i) {
        const std::string& name = context.header[i];
        const auto takes = [&name](const auto& entry) { return entry.second == name; };
        // What an export of refused rows adds is no data.
        if (std::any_of(context.summary.mapping.begin(), context.summary.mapping.end(), takes) ||
            name.starts_with("taillight_"))
            continue;
        Extra& extra = m_columns.emplace_back(Extra{i, {}});
        appendQuoted(extra.key, name);
        extra.key += ':';
    }
}

const std::string& ExtraColumns::of(const data::Record& row) {
    m_text.clear();
    for (const Extra& extra : m_columns) {
        const std::string_view cell = data::trim(row.fields[extra.index]);
        if (cell.empty())
            continue;
        m_text += m_text.empty() ? '{' : ',';
        m_text += extra.key;
        appendQuoted(m_text, cell);
    }
    if (!m_text.empty())
        m_text += '}';
    return m_text;
}

} // namespace core::store::importing
