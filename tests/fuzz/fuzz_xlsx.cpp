// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz_support.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>

using namespace core::data;

namespace {

/// An archive of parts, unpacked: a changed byte in a packed one mostly fails its checksum, and no parser is reached.
std::string stored(std::string_view parts) {
    constexpr std::array kNames{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
                                "xl/_rels/workbook.xml.rels"};
    std::string bytes(parts.size() + 4'096, '\0');
    std::size_t used = 0;
    archive* const a = archive_write_new();
    archive_write_set_format_zip(a);
    archive_write_zip_set_compression_store(a);
    archive_write_set_bytes_per_block(a, 0);
    require(archive_write_open_memory(a, bytes.data(), bytes.size(), &used) == ARCHIVE_OK, "an archive can be written");
    for (const char* const name : kNames) {
        const auto end = parts.find('\x1E'); // "record separator": no XML holds it
        const std::string_view part = parts.substr(0, end);
        parts.remove_prefix(end == std::string_view::npos ? parts.size() : end + 1);
        archive_entry* const entry = archive_entry_new();
        archive_entry_set_pathname(entry, name);
        archive_entry_set_size(entry, static_cast<la_int64_t>(part.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(a, entry);
        archive_write_data(a, part.data(), part.size());
        archive_entry_free(entry);
    }
    archive_write_close(a);
    archive_write_free(a);
    bytes.resize(used);
    return bytes;
}

} // namespace

/// A workbook as it lies on the disk when the input begins with "PK"; else the XML of its parts, from which a workbook
/// is made: sheet, shared strings, styles, workbook, relations, a byte 1E between them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    const MemoryFile file(input.starts_with("PK") ? std::string(input) : stored(input));
    readThrough(RecordReader::open(file.path(), {.format = "xlsx"}));
    readThrough(RecordReader::open(file.path(), {.format = "xlsx", .header = false, .sheet = "1"}));
    return 0;
}
