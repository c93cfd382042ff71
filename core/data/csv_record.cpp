// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv_record.h"

#include "core/data/values.h"

#include <set>
#include <string>

namespace core::data {
namespace {

unsigned char byteAt(const char* p) {
    return static_cast<unsigned char>(*p);
}

} // namespace

RecordScanner::RecordScanner(CsvDialect dialect) : m_dialect(dialect) {
    for (const char c : {dialect.delimiter, '\n', '\r'})
        m_endsPlain[byteAt(&c)] = true;
    for (const char c : {dialect.quote, '\n', '\r'})
        m_stopsQuoted[byteAt(&c)] = true;
    m_quotes = dialect.quote != '\0';
}

const char* RecordScanner::skipPlain(const char* p) const {
    while (!m_endsPlain[byteAt(p)])
        ++p;
    return p;
}

/// `p` stands behind the opening quote; returns the place behind the closing one, or null when the bytes end before.
const char* RecordScanner::scanQuoted(const char* p, const char* end, bool last, RecordScan& found) const {
    const char* const start = p;
    const std::int64_t breaksBefore = found.lineBreaks;
    bool escaped = false;
    for (;;) {
        while (!m_stopsQuoted[byteAt(p)])
            ++p;
        if (p == end) {
            found.outcome = last ? RecordScan::Outcome::OpenQuote : RecordScan::Outcome::NeedMore;
            found.quoteLine = breaksBefore;
            return nullptr;
        }
        if (*p == m_dialect.quote) {
            if (p + 1 == end && !last) {
                found.outcome = RecordScan::Outcome::NeedMore;
                found.quoteLine = breaksBefore;
                return nullptr;
            }
            if (p + 1 == end || p[1] != m_dialect.quote)
                break;
            escaped = true;
            p += 2;
            continue;
        }
        // CR LF is one line break; a CR as the last byte counts now, and its LF does not when it comes with more bytes,
        // because the record is then scanned anew.
        found.lineBreaks += *p == '\n' || p[1] != '\n' || p + 1 == end ? 1 : 0;
        ++p;
    }
    if (escaped)
        found.escapedColumns.push_back(found.fields.size());
    found.fields.emplace_back(start, static_cast<std::size_t>(p - start));
    return p + 1;
}

void RecordScanner::scan(const char* begin, const char* end, bool last, RecordScan& found) const {
    found.outcome = RecordScan::Outcome::Complete;
    found.lineBreaks = 0;
    found.quoteLine = -1;
    found.textAfterQuoteColumn = -1;
    found.fields.clear();
    found.escapedColumns.clear();
    const char* p = begin;
    for (;;) {
        if (const char* const field = p; m_quotes && p != end && *p == m_dialect.quote) {
            p = scanQuoted(p + 1, end, last, found);
            if (p == nullptr)
                return;
            if (!m_endsPlain[byteAt(p)]) { // at the end of the bytes stands the sentinel
                p = skipPlain(p);
                if (found.textAfterQuoteColumn < 0)
                    found.textAfterQuoteColumn = static_cast<std::int64_t>(found.fields.size()) - 1;
                if (!found.escapedColumns.empty() && found.escapedColumns.back() == found.fields.size() - 1)
                    found.escapedColumns.pop_back();
                found.fields.back() = {field, static_cast<std::size_t>(p - field)};
            }
        } else {
            p = skipPlain(p);
            found.fields.emplace_back(field, static_cast<std::size_t>(p - field));
        }
        if (p == end) {
            if (!last)
                found.outcome = RecordScan::Outcome::NeedMore;
            found.textEnd = found.next = end;
            return;
        }
        if (*p == m_dialect.delimiter) {
            ++p;
            continue;
        }
        found.textEnd = p;
        if (*p == '\r') {
            if (p + 1 == end && !last) {
                found.outcome = RecordScan::Outcome::NeedMore;
                return;
            }
            if (p + 1 != end && p[1] == '\n')
                ++p;
        }
        found.next = p + 1;
        ++found.lineBreaks;
        return;
    }
}

std::vector<std::string> columnNames(const std::vector<std::string_view>& cells) {
    std::set<std::string> taken; // "x,x,x_2": a made-up name must not meet a real one
    for (const std::string_view cell : cells)
        taken.emplace(trim(cell));
    std::set<std::string> used;
    std::vector<std::string> names;
    for (const std::string_view cell : cells) {
        std::string name(trim(cell));
        const bool unnamed = name.empty();
        if (unnamed || used.contains(name)) {
            std::size_t number = unnamed ? names.size() + 1 : 2;
            const std::string stem = unnamed ? "column_" : name + "_";
            while (taken.contains(stem + std::to_string(number)))
                ++number;
            name = stem + std::to_string(number);
            taken.insert(name);
        }
        used.insert(name);
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace core::data
