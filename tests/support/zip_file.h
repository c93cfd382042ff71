// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

/// A .zip of these files, as bytes.
inline std::string zipped(const std::vector<std::pair<std::string, std::string>>& files) {
    std::size_t room = std::size_t{1} << 20;
    for (const auto& [name, content] : files)
        room += content.size() + 2 * name.size() + 1'000;
    std::string bytes(room, '\0');
    std::size_t used = 0;
    archive* const a = archive_write_new();
    bool good = archive_write_set_format_zip(a) == ARCHIVE_OK &&
                archive_write_open_memory(a, bytes.data(), bytes.size(), &used) == ARCHIVE_OK;
    for (const auto& [name, content] : files) {
        archive_entry* const entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        good = good && archive_write_header(a, entry) == ARCHIVE_OK &&
               archive_write_data(a, content.data(), content.size()) == static_cast<la_ssize_t>(content.size());
        archive_entry_free(entry);
    }
    good = archive_write_close(a) == ARCHIVE_OK && good;
    archive_write_free(a);
    if (!good)
        std::abort();
    bytes.resize(used);
    return bytes;
}

/// Bytes packed by one of libarchive's filters: "gzip", "zstd", "xz", "bzip2".
inline std::string packed(const std::string& filter, const std::string& content) {
    std::string bytes(content.size() * 2 + (std::size_t{1} << 16), '\0');
    std::size_t used = 0;
    archive* const a = archive_write_new();
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, "data");
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    bool good = archive_write_set_format_raw(a) == ARCHIVE_OK &&
                archive_write_add_filter_by_name(a, filter.c_str()) == ARCHIVE_OK &&
                archive_write_open_memory(a, bytes.data(), bytes.size(), &used) == ARCHIVE_OK &&
                archive_write_header(a, entry) == ARCHIVE_OK &&
                archive_write_data(a, content.data(), content.size()) == static_cast<la_ssize_t>(content.size());
    good = archive_write_close(a) == ARCHIVE_OK && good;
    archive_entry_free(entry);
    archive_write_free(a);
    if (!good)
        std::abort();
    bytes.resize(used);
    return bytes;
}

/// The parts of a workbook round the XML of its sheets.
struct BookParts {
    std::vector<std::pair<std::string, std::string>> sheets; ///< name, content of <sheetData>
    std::string strings;                                     ///< content of <sst>
    std::string formats;                                     ///< <numFmt …/>
    std::string styles;                                      ///< <xf …/>
    std::string properties;                                  ///< <workbookPr …/>
    std::string firstState;                                  ///< state="hidden"
};

inline std::string workbook(const BookParts& parts) {
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const std::string main = "\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string package =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    std::string list;
    std::string rels = head + package;
    std::vector<std::pair<std::string, std::string>> files;
    for (std::size_t i = 0; i < parts.sheets.size(); ++i) {
        const std::string n = std::to_string(i + 1);
        list += "<sheet name=\"" + parts.sheets[i].first + "\" sheetId=\"" + n + "\" " +
                (i == 0 ? parts.firstState : "") + " r:id=\"rId" + n + "\"/>";
        rels += "<Relationship Id=\"rId" + n + "\" Type=\"" + relations + "/worksheet\" Target=\"worksheets/sheet" + n +
                ".xml\"/>";
        files.emplace_back("xl/worksheets/sheet" + n + ".xml", head + "<worksheet xmlns=" + main + "><sheetData>" +
                                                                   parts.sheets[i].second + "</sheetData></worksheet>");
    }
    rels += "<Relationship Id=\"rIdA\" Type=\"" + relations + "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>";
    rels += "<Relationship Id=\"rIdB\" Type=\"" + relations + "/styles\" Target=\"styles.xml\"/></Relationships>";
    files.insert(files.begin(),
                 {{"[Content_Types].xml",
                   head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
                  {"_rels/.rels", head + package + "<Relationship Id=\"rId1\" Type=\"" + relations +
                                      "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
                  {"xl/workbook.xml", head + "<workbook xmlns=" + main + " xmlns:r=\"" + relations + "\">" +
                                          parts.properties + "<sheets>" + list + "</sheets></workbook>"},
                  {"xl/_rels/workbook.xml.rels", rels},
                  {"xl/styles.xml", head + "<styleSheet xmlns=" + main + "><numFmts>" + parts.formats +
                                        "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" +
                                        parts.styles + "</cellXfs></styleSheet>"},
                  {"xl/sharedStrings.xml", head + "<sst xmlns=" + main + ">" + parts.strings + "</sst>"}});
    return zipped(files);
}
