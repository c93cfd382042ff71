// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv_sniff.h"

#include "core/base/rng.h"
#include "core/data/byte_source.h"
#include "core/data/csv_header.h"
#include "core/data/encoding.h"

#include <algorithm>
#include <fstream>

namespace core::data {
namespace {

constexpr std::size_t kHead = std::size_t{1} << 18;
constexpr std::size_t kPart = std::size_t{1} << 15;
constexpr std::size_t kParts = 8;
constexpr std::size_t kPackedWindow = std::size_t{4} << 20;
constexpr std::size_t kHeadRecords = 500;
constexpr std::size_t kPartRecords = 60;
constexpr std::size_t kOpenTooLong = std::size_t{1} << 16; ///< a quote that is open for longer was probably none

/// How a dialect gets on with a sample.
struct Trial {
    CsvDialect dialect;
    std::size_t columns = 0; ///< of the first record
    std::size_t records = 0;
    std::size_t even = 0;   ///< records with as many columns
    std::size_t quoted = 0; ///< fields that open with the quote …
    std::size_t broken = 0; ///< … of which the closing quote is missing, or followed by text

    double share() const { return records > 0 ? static_cast<double>(even) / static_cast<double>(records) : 0; }
};

/// Scans records from `text` into `trial`; the first one ever sets the columns.
void tryText(const std::string& text, bool whole, std::size_t most, Trial& trial) {
    const RecordScanner scanner(trial.dialect);
    const char* const end = text.data() + text.size() - 1;
    RecordScan found;
    std::size_t records = 0;
    for (const char* p = text.data(); p != end && records < most; p = found.next) {
        scanner.scan(p, end, whole, found);
        if (found.outcome != RecordScan::Outcome::Complete) {
            const bool unclosed = found.quoteLine >= 0 && (whole || static_cast<std::size_t>(end - p) > kOpenTooLong);
            trial.quoted += unclosed ? 1 : 0;
            trial.broken += unclosed ? 1 : 0;
            return;
        }
        if (found.textEnd == p)
            continue; // a blank line says nothing
        if (trial.records == 0)
            trial.columns = found.fields.size();
        ++records;
        ++trial.records;
        trial.even += found.fields.size() == trial.columns ? 1 : 0;
        for (const std::string_view field : found.fields)
            trial.quoted += trial.dialect.quote != '\0' && field.data() > p && field.data()[-1] == trial.dialect.quote;
        if (found.textAfterQuoteColumn >= 0) {
            ++trial.quoted; // counted with its quotes on, so not above
            ++trial.broken;
        }
    }
}

/// A part may begin within quotes: then it reads well only from behind the next closing quote.
void tryPart(const std::string& part, Trial& trial) {
    const auto fromLine = [&](const std::string& text) {
        Trial attempt = trial;
        tryText(text, false, kPartRecords, attempt);
        return attempt;
    };
    const Trial plain = fromLine(part);
    if (plain.even - trial.even == plain.records - trial.records || trial.dialect.quote == '\0') {
        trial = plain;
        return;
    }
    const auto close = part.find(trial.dialect.quote);
    const auto line = close == std::string::npos ? close : part.find('\n', close);
    if (line == std::string::npos || line + 2 >= part.size()) {
        trial = plain;
        return;
    }
    const Trial inside = fromLine(part.substr(line + 1));
    trial = inside.share() > plain.share() ? inside : plain;
}

Trial tryDialect(const CsvSample& sample, CsvDialect dialect) {
    Trial trial{dialect};
    tryText(sample.head, sample.headWhole, kHeadRecords, trial);
    for (const std::string& part : sample.parts)
        tryPart(part, trial);
    return trial;
}

/// The best quote with this delimiter, or the one that was asked for.
Trial tryDelimiter(const CsvSample& sample, char delimiter, const ReadOptions& options) {
    if (options.quote)
        return tryDialect(sample, {delimiter, *options.quote});
    const Trial twin = tryDialect(sample, {delimiter, '"'});
    // A few rows without quotes prove nothing, so RFC 4180 stands until the sample contradicts it.
    if (twin.quoted == 0) {
        const Trial single = tryDialect(sample, {delimiter, '\''});
        return single.quoted >= 2 && single.broken == 0 && single.share() >= twin.share() ? single : twin;
    }
    if (twin.broken < 2 || twin.broken * 2 <= twin.quoted)
        return twin; // one stray quote is better reported, with its line
    const Trial none = tryDialect(sample, {delimiter, '\0'});
    return none.share() >= twin.share() ? none : twin;
}

bool isRare(char delimiter) {
    return delimiter == '^' || delimiter == '~' || delimiter == '\x01';
}

std::string withSentinel(std::string_view text) {
    std::string copy(text);
    copy += '\n';
    return copy;
}

/// The whole lines of a piece of the file, decoded.
std::string linesOf(std::string_view bytes, const std::string& encoding) {
    if (encoding.starts_with("UTF-16")) {
        const std::string text = decodeText(bytes, encoding);
        const auto line = text.find('\n');
        return line == std::string::npos ? std::string() : text.substr(line + 1);
    }
    const auto line = bytes.find('\n');
    return line == std::string_view::npos ? std::string() : decodeText(bytes.substr(line + 1), encoding);
}

void addPart(CsvSample& sample, std::string_view bytes, const std::string& encoding) {
    const std::string lines = linesOf(bytes, encoding);
    if (!lines.empty())
        sample.parts.push_back(withSentinel(lines));
}

void samplePlain(CsvSample& sample, const std::string& path, std::int64_t size, const std::string& encoding) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes(kPart, '\0');
    Rng rng(1);
    for (std::size_t i = 0; i < kParts; ++i) {
        const auto span = static_cast<std::uint64_t>(size) - kPart;
        const std::uint64_t place = rng.below(span) & ~std::uint64_t{1}; // UTF-16 has its characters at even places
        file.seekg(static_cast<std::streamoff>(place));
        if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
            return;
        addPart(sample, bytes, encoding);
    }
}

void samplePacked(CsvSample& sample, const std::string& path, const ReadOptions& options) {
    auto source = ByteSource::open(path, options.member);
    if (!source.ok())
        return;
    std::string window(kPackedWindow, '\0');
    const auto got = (*source)->read(window);
    if (!got.ok() || *got <= kHead + kPart)
        return;
    Rng rng(1);
    for (std::size_t i = 0; i < kParts; ++i) {
        const std::uint64_t place = (kHead + rng.below(*got - kHead - kPart)) & ~std::uint64_t{1};
        addPart(sample, std::string_view(window).substr(place, kPart), options.encoding);
    }
}

} // namespace

Status checkCsvOptions(const ReadOptions& options) {
    const auto isLineEnd = [](char c) { return c == '\n' || c == '\r'; };
    const char quote = options.quote.value_or('"');
    if (options.delimiter && (*options.delimiter == quote || isLineEnd(*options.delimiter) ||
                              *options.delimiter == '\0' || static_cast<unsigned char>(*options.delimiter) >= 0x80))
        return Error(ErrorCode::Usage,
                     "A quote or a line break cannot be the delimiter; it must be one ASCII character.");
    if (isLineEnd(quote) || static_cast<unsigned char>(quote) >= 0x80)
        return Error(ErrorCode::Usage, "A line break cannot be the quote; it must be one ASCII character.");
    return {};
}

CsvSample sampleCsv(std::string_view head, bool headWhole, const std::string& path, const ReadOptions& options) {
    CsvSample sample;
    sample.head = withSentinel(head);
    sample.headWhole = headWhole;
    if (headWhole)
        return sample;
    const auto source = ByteSource::open(path, options.member);
    if (!source.ok())
        return sample;
    if ((*source)->compression() == "none" && (*source)->fileSize() > static_cast<std::int64_t>(2 * kPart))
        samplePlain(sample, path, (*source)->fileSize(), options.encoding);
    else
        samplePacked(sample, path, options);
    return sample;
}

CsvSniffed sniffCsv(const CsvSample& sample, const ReadOptions& options) {
    Trial best;
    if (options.delimiter) {
        best = tryDelimiter(sample, *options.delimiter, options);
    } else {
        best = tryDelimiter(sample, ',', options);
        for (const char delimiter : {';', '\t', '|', '^', '~', '\x01'}) {
            if (delimiter == options.quote)
                continue;
            const Trial trial = tryDelimiter(sample, delimiter, options);
            // The first record decides how many columns there should be: free text may hold any of the delimiters.
            if (trial.columns < 2 || (isRare(delimiter) && trial.share() < 0.95))
                continue;
            const bool better = best.columns < 2 || trial.share() > best.share() ||
                                (trial.share() == best.share() && trial.columns > best.columns);
            if (better && !(isRare(delimiter) && best.columns >= 2 && best.share() >= 0.95))
                best = trial;
        }
    }
    CsvSniffed sniffed{best.dialect, true};
    sniffed.header = options.header ? *options.header : looksLikeHeader(sample, best.dialect);
    return sniffed;
}

} // namespace core::data
