// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/format.h"

#include "core/base/file.h"
#include "core/data/byte_source.h"
#include "core/data/json_scan.h"
#include "core/data/memory_source.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace core::data {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHead = 64 << 10;
constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

/// The first bytes of the file as it lies on the disk.
Result<std::string> rawHead(const std::string& path) {
    TL_CHECK_STATUS(checkReadable(path));
    std::ifstream file(path, std::ios::binary);
    std::string head(kHead, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return head;
}

/// An OLE file is an old Office document, or a new one inside a layer of encryption, which names its stream.
Error oldOffice(std::string_view head, const std::string& path) {
    std::string encrypted;
    for (const char c : "EncryptedPackage"sv)
        encrypted.append({c, '\0'});
    if (head.find(encrypted) != std::string_view::npos)
        return Error(ErrorCode::UnsupportedFormat,
                     "a workbook with a password (open it in Excel and save it without one)")
            .inFile(path);
    return Error(ErrorCode::UnsupportedFormat, "an old Excel workbook (.xls; save it as .xlsx or CSV)").inFile(path);
}

std::string lowerEnding(std::string_view name) {
    // Of "log.jsonl.gz" the ending before the packing counts.
    for (const std::string_view packing : {".gz"sv, ".zst"sv, ".xz"sv, ".bz2"sv, ".zip"sv})
        if (name.size() > packing.size() && name.ends_with(packing))
            name.remove_suffix(packing.size());
    const auto dot = name.rfind('.');
    std::string ending(dot == std::string_view::npos ? ""sv : name.substr(dot + 1));
    for (char& c : ending)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return ending;
}

/// Text without what UTF-16 and byte-order marks put round its ASCII characters.
std::string bareAscii(std::string_view head) {
    std::string bare;
    for (const std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv})
        if (head.starts_with(mark))
            head.remove_prefix(mark.size());
    std::copy_if(head.begin(), head.end(), std::back_inserter(bare), [](char c) { return c != '\0'; });
    return bare;
}

/// Whether a bracket at the beginning of `text` opens a JSON value, and not a name in brackets.
bool opensJson(std::string_view text) {
    const std::string_view inside = trimJsonSpace(text.substr(1));
    if (inside.empty())
        return text.size() > 1;
    const char c = inside.front();
    if (text.front() == '{')
        return c == '"' || c == '}';
    return c == '{' || c == '[' || c == ']' || c == '"' || c == '-' || (c >= '0' && c <= '9') ||
           inside.starts_with("null") || inside.starts_with("true") || inside.starts_with("false");
}

/// A list of plain values may be the first row of a table too: [1],[2] or ["a"],b.
bool isListLine(std::string_view text) {
    const std::string_view line = trimJsonSpace(text.substr(0, text.find('\n')));
    const JsonExtent extent = scanJsonValue(line.data(), line.data() + line.size(), true);
    return extent.outcome == JsonExtent::Outcome::NeedMore || extent.end == line.data() + line.size();
}

} // namespace

const std::vector<std::string>& formatNames() {
    static const std::vector<std::string> names{"csv", "jsonl", "json", "xlsx", "parquet"};
    return names;
}

std::string textFormat(std::string_view head, std::string_view name) {
    const std::string ending = lowerEnding(name);
    const bool saysJson = ending == "json" || ending == "jsonl" || ending == "ndjson" || ending == "geojson";
    const bool saysTable = ending == "csv" || ending == "tsv" || ending == "tab" || ending == "psv";
    const std::string bare = bareAscii(head);
    const std::string_view text = trimJsonSpace(bare);
    if (text.empty())
        return saysJson ? "json" : "csv";
    if (text.front() == '{' && opensJson(text))
        return saysTable && text.find(':') == std::string_view::npos ? "csv" : "json";
    if (text.front() == '[' && opensJson(text))
        return saysJson || (!saysTable && isListLine(text)) ? "json" : "csv";
    // A first line that is broken does not make a table of a file of JSON.
    const bool later = text.find("\n{\"") != std::string_view::npos || text.find("\n[") != std::string_view::npos;
    return saysJson && later ? "json" : "csv";
}

Result<FileFormat> detectFormat(const std::string& path, const ReadOptions& options) {
    const Result<std::string> rawBytes = rawHead(path);
    if (!rawBytes.ok())
        return rawBytes.error();
    const std::string_view raw = *rawBytes;
    if (raw.starts_with("PAR1"))
        return FileFormat{"parquet"};
    if (raw.starts_with(kOle))
        return oldOffice(raw, path);
    if (raw.starts_with("PK\x03\x04") && options.member.empty()) {
        TL_TRY(const auto members, zipMembers(path));
        const bool office = std::any_of(members.begin(), members.end(), [](const ZipMember& member) {
            return member.name == "[Content_Types].xml" || member.name == "xl/workbook.xml" ||
                   (member.name == "content.xml" && member.size != 0);
        });
        if (office)
            return FileFormat{"xlsx"};
    }
    TL_TRY(const auto source, ByteSource::open(path, options.member));
    TL_TRY(const std::string head, readHead(*source, kHead));
    const bool packed = source->compression() != "none";
    if (head.starts_with("PAR1"))
        return FileFormat{"parquet", packed};
    if (head.starts_with("PK\x03\x04"))
        return FileFormat{"xlsx", packed};
    if (head.starts_with(kOle))
        return oldOffice(head, path);
    return FileFormat{textFormat(head, options.member.empty() ? path : options.member), packed};
}

} // namespace core::data
