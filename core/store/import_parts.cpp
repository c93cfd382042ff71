// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/import_parts.h"

#include "core/data/values.h"

#include <algorithm>
#include <iterator>

namespace core::store::importing {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD

/// Bytes of the well-formed UTF-8 sequence at the front (Unicode 15, table 3-7); 0 = there is none.
std::size_t sequenceLength(std::string_view text) {
    const auto byte = [text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto within = [&byte](std::size_t i, unsigned low, unsigned high) {
        return byte(i) >= low && byte(i) <= high;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return within(1, 0x80, 0xBF) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return within(1, low, high) && within(2, 0x80, 0xBF) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return within(1, low, high) && within(2, 0x80, 0xBF) && within(3, 0x80, 0xBF) ? 4 : 0;
    }
    return 0;
}

const char* reasonOf(data::RowFault fault) {
    switch (fault) {
    case data::RowFault::TooFewColumns:
        return "too_few_columns";
    case data::RowFault::TooManyColumns:
        return "too_many_columns";
    case data::RowFault::BadEncoding:
        return "bad_encoding";
    case data::RowFault::NulByte:
        return "nul_byte";
    case data::RowFault::TextAfterQuote:
        return "text_after_quote";
    case data::RowFault::BadJson:
        return "bad_json";
    case data::RowFault::NotAnObject:
        return "not_an_object";
    case data::RowFault::None:
        break;
    }
    return "";
}

} // namespace

Field::Field(const data::Mapping& mapping, const std::vector<std::string>& header, const std::string& name) {
    const auto found = mapping.find(name);
    if (found == mapping.end())
        return;
    const auto column = std::find(header.begin(), header.end(), found->second);
    if (column == header.end())
        return;
    m_index = static_cast<int>(std::distance(header.begin(), column));
    m_column = *column;
}

Outcome Field::refuse(Refusal& refusal, std::string_view value, const char* reason) const {
    refusal.column = m_column;
    refusal.value = std::string(value);
    refusal.reason = reason;
    return Outcome::Refused;
}

bool readNumber(const data::ValueReader& values, std::string_view text, double least, std::optional<double>& number) {
    number.reset();
    if (text.empty())
        return true;
    number = values.number(text);
    return number.has_value() && *number >= least;
}

bool readTime(const data::ValueReader& values, std::string_view text, std::optional<std::int64_t>& time) {
    time.reset();
    if (text.empty())
        return true;
    time = values.time(text);
    return time.has_value();
}

Status Keys::begin(Database& database, const char* select, const char* insert) {
    m_database = &database;
    if (insert != nullptr) {
        TL_TRY(m_insert, database.prepare(insert));
    }
    TL_TRY(Statement known, database.prepare(select));
    for (;;) {
        TL_TRY(const bool row, known.step());
        if (!row)
            return {};
        m_ids.emplace(known.text(1), known.integer(0));
    }
}

Result<std::int64_t> Keys::idOf(std::string_view key) {
    if (const auto found = m_ids.find(key); found != m_ids.end())
        return found->second;
    m_insert->bind(1, key);
    TL_CHECK_STATUS(m_insert->run());
    const std::int64_t id = m_database->lastInsertRowId();
    m_ids.emplace(key, id);
    return id;
}

std::optional<std::int64_t> Keys::find(std::string_view key) const {
    const auto found = m_ids.find(key);
    if (found == m_ids.end())
        return {};
    return found->second;
}

std::string presentable(std::string_view text, std::size_t limit) {
    std::string result;
    result.reserve(std::min(text.size(), limit));
    while (!text.empty()) {
        const std::size_t length = text.front() == '\0' ? 0 : sequenceLength(text);
        const std::string_view piece = length == 0 ? kReplacement : text.substr(0, length);
        if (result.size() + piece.size() > limit)
            break;
        result += piece;
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return result;
}

Status RejectWriter::begin() {
    TL_TRY(m_insert, m_context.database.prepare("INSERT INTO reject(source_id, line, column_name, value, reason, raw) "
                                                "VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    return {};
}

Refusal RejectWriter::faultOf(const data::Record& row) const {
    Refusal refusal;
    refusal.reason = reasonOf(row.fault);
    if (row.faultColumn < 0)
        return refusal;
    const auto index = static_cast<std::size_t>(row.faultColumn);
    if (index < m_context.header.size())
        refusal.column = m_context.header[index];
    if (index < row.fields.size())
        refusal.value = std::string(row.fields[index]);
    return refusal;
}

Status RejectWriter::add(const data::Record& row, const Refusal& refusal) {
    return add(row.line, row.rawText, refusal);
}

Status RejectWriter::add(std::int64_t line, std::string_view rawText, const Refusal& refusal) {
    ImportSummary& summary = m_context.summary;
    ++summary.rejected;
    ++summary.rejectedBy[refusal.reason];
    if (summary.rejected > kKeptRejects)
        return {};
    const std::string column = presentable(refusal.column, kKeptBytes);
    const std::string value = presentable(refusal.value, kKeptBytes);
    const std::string raw = presentable(rawText, kKeptBytes);
    if (m_first.empty()) {
        m_first = "line " + std::to_string(line);
        if (!column.empty())
            m_first += ", column “" + column + "”";
        if (!value.empty())
            m_first += ", “" + presentable(value, 80) + "”";
        m_first += ": " + rejectReasonText(refusal.reason);
    }
    m_insert->bind(1, core::raw(summary.source));
    m_insert->bind(2, line);
    m_insert->bind(3, std::string_view(column));
    m_insert->bind(4, std::string_view(value));
    m_insert->bind(5, std::string_view(refusal.reason));
    m_insert->bind(6, std::string_view(raw));
    return m_insert->run();
}

} // namespace core::store::importing
