// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/xlsx/package.h"

#include <algorithm>
#include <map>

namespace core::data::xlsx {
namespace {

/// One line of a .rels part.
struct Relation {
    std::string type; ///< the last piece of its address: "worksheet", "styles" …
    std::string target;
};
using Relations = std::map<std::string, Relation, std::less<>>; ///< by id

class RelationReader final : public XmlEvents {
public:
    Relations relations;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || attributes.value("TargetMode") == "External")
            return;
        const std::string_view type = attributes.value("Type");
        const auto slash = type.rfind('/');
        relations[std::string(attributes.value("Id"))] = {
            std::string(slash == std::string_view::npos ? type : type.substr(slash + 1)),
            std::string(attributes.value("Target"))};
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

class WorkbookReader final : public XmlEvents {
public:
    struct Entry {
        std::string name, id;
        bool hidden = false;
    };
    std::vector<Entry> sheets;
    bool from1904 = false;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr") {
            const std::string_view value = attributes.value("date1904");
            from1904 = value == "1" || value == "true";
        } else if (name == "sheet") {
            const std::string_view state = attributes.value("state");
            sheets.push_back({std::string(attributes.value("name")), std::string(attributes.prefixed("id")),
                              state == "hidden" || state == "veryHidden"});
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

int toInt(std::string_view text, int otherwise) {
    int value = 0;
    if (text.empty() || text.size() > 9)
        return otherwise;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return otherwise;
        value = value * 10 + (c - '0');
    }
    return value;
}

class StyleReader final : public XmlEvents {
public:
    std::vector<CellFormat> formats;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt") {
            m_codes[toInt(attributes.value("numFmtId"), -1)] = parseFormatCode(attributes.value("formatCode"));
        } else if (name == "cellXfs") {
            m_inside = true;
        } else if (name == "xf" && m_inside) {
            const int id = toInt(attributes.value("numFmtId"), 0);
            const auto code = m_codes.find(id);
            formats.push_back(code != m_codes.end() ? code->second : builtinFormat(id));
        }
    }
    void end(std::string_view name) override { m_inside = m_inside && name != "cellXfs"; }
    void text(std::string_view) override {}

private:
    std::map<int, CellFormat> m_codes;
    bool m_inside = false;
};

class StringReader final : public XmlEvents {
public:
    StringReader(Workbook& book, XmlStream& stream) : m_book(book), m_strings(book.strings), m_stream(stream) {}

    void start(std::string_view name, const XmlAttributes&) override {
        m_phonetic += name == "rPh" ? 1 : 0;
        m_inText = name == "t" && m_phonetic == 0;
    }
    void end(std::string_view name) override {
        m_phonetic -= name == "rPh" ? 1 : 0;
        m_inText = m_inText && name != "t";
        if (name == "si")
            m_strings.finish();
        const std::size_t limit = m_book.limits.strings;
        if (m_strings.bytes() > limit)
            m_stream.fail(
                Error(ErrorCode::UnsupportedFormat,
                      "an Excel workbook with more than " + std::to_string(limit >> 20U) + " MB of shared strings")
                    .inFile(m_book.path));
    }
    void text(std::string_view piece) override {
        if (m_inText)
            m_strings.add(piece);
    }

private:
    const Workbook& m_book;
    SharedStrings& m_strings;
    XmlStream& m_stream;
    int m_phonetic = 0;
    bool m_inText = false;
};

std::string lowerSlashed(std::string_view name) {
    std::string lowered(name);
    for (char& c : lowered) {
        c = c == '\\' ? '/' : c;
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return lowered;
}

/// Parts are found whatever their case, as the standard has it.
class Parts {
public:
    explicit Parts(const std::vector<ZipMember>& members) {
        for (const ZipMember& member : members)
            m_names.emplace(lowerSlashed(member.name), member.name);
    }
    /// Its name in the archive; empty when it is not there.
    std::string find(std::string_view name) const {
        const auto found = m_names.find(lowerSlashed(name));
        return found == m_names.end() ? std::string() : found->second;
    }

private:
    std::map<std::string, std::string, std::less<>> m_names;
};

/// `target` of a relation of the part `from`, as a path from the root.
std::string resolve(std::string_view from, std::string_view target) {
    if (target.starts_with('/'))
        return std::string(target.substr(1));
    std::string folder(from.substr(0, from.rfind('/') == std::string_view::npos ? 0 : from.rfind('/') + 1));
    while (target.starts_with("../") || target.starts_with("./")) {
        if (target.starts_with("../") && !folder.empty()) {
            folder.pop_back();
            folder.resize(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/') + 1);
        }
        target.remove_prefix(target.find('/') + 1);
    }
    return folder + std::string(target);
}

Result<Relations> relationsOf(const std::string& path, const Parts& parts, std::string_view part) {
    const auto slash = part.rfind('/');
    const std::size_t folder = slash == std::string_view::npos ? 0 : slash + 1;
    const std::string name =
        parts.find(std::string(part.substr(0, folder)) + "_rels/" + std::string(part.substr(folder)) + ".rels");
    RelationReader reader;
    if (!name.empty()) {
        TL_TRY(const auto stream, openPart(path, name, Limits().part));
        TL_CHECK_STATUS(parseXml(*stream, reader));
    }
    return std::move(reader.relations);
}

/// The part with the list of sheets.
Result<std::string> mainPart(const std::string& path, const Parts& parts) {
    TL_TRY(const Relations roots, relationsOf(path, parts, ""));
    for (const auto& [id, relation] : roots) {
        const std::string name = parts.find(resolve("", relation.target));
        if (relation.type == "officeDocument" && !name.empty())
            return name;
    }
    return parts.find("xl/workbook.xml");
}

std::string otherKind(const Parts& parts, const std::string& mainPart) {
    if (mainPart.ends_with(".bin"))
        return "a binary Excel workbook (.xlsb; save it as .xlsx or CSV)";
    if (!parts.find("content.xml").empty() && !parts.find("mimetype").empty())
        return "an OpenDocument file (.ods; save it as .xlsx or CSV)";
    if (!mainPart.empty() && lowerSlashed(mainPart).find("workbook") == std::string::npos)
        return "an Office document that is no workbook";
    return mainPart.empty() ? "a ZIP archive without a workbook" : "";
}

} // namespace

void unescapeText(std::string& text, std::size_t start) {
    const auto digit = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                      : -1;
    };
    std::size_t out = start;
    for (std::size_t i = start; i < text.size(); ++i, ++out) {
        text[out] = text[i];
        if (text[i] != '_' || i + 6 >= text.size() || text[i + 1] != 'x' || text[i + 6] != '_')
            continue;
        int code = 0;
        bool valid = true;
        for (std::size_t k = i + 2; k < i + 6; ++k) {
            valid = valid && digit(text[k]) >= 0;
            code = code * 16 + std::max(digit(text[k]), 0);
        }
        // Only what XML cannot hold is written so, and the underscore that would look like it.
        if (!valid || code >= 0x80)
            continue;
        if (code == 0) { // no text of ours holds a NUL
            text.replace(out, 3, "\xEF\xBF\xBD");
            out += 2;
        } else {
            text[out] = static_cast<char>(code);
        }
        i += 6;
    }
    text.resize(out);
}

void SharedStrings::finish() {
    const std::size_t start = m_ends.empty() ? 0 : m_ends.back();
    if (m_text.find("_x", start) != std::string::npos)
        unescapeText(m_text, start);
    m_ends.push_back(m_text.size());
}

Result<std::unique_ptr<XmlStream>> openPart(const std::string& path, const std::string& part, std::int64_t limit) {
    TL_TRY(auto source, ByteSource::open(path, part));
    return std::make_unique<XmlStream>(std::move(source), path, part, limit);
}

Result<Workbook> openWorkbook(const std::string& path, const Limits& limits) {
    TL_TRY(const auto members, zipMembers(path));
    const Parts parts(members);
    TL_TRY(const std::string part, mainPart(path, parts));
    if (std::string other = otherKind(parts, part); !other.empty())
        return Error(ErrorCode::UnsupportedFormat, std::move(other)).inFile(path);
    WorkbookReader reader;
    TL_TRY(const auto stream, openPart(path, part, limits.part));
    TL_CHECK_STATUS(parseXml(*stream, reader));
    TL_TRY(const Relations relations, relationsOf(path, parts, part));

    Workbook book;
    book.path = path;
    book.limits = limits;
    book.from1904 = reader.from1904;
    for (const auto& [id, relation] : relations) {
        if (relation.type == "sharedStrings")
            book.stringsPart = parts.find(resolve(part, relation.target));
        else if (relation.type == "styles")
            book.stylesPart = parts.find(resolve(part, relation.target));
    }
    for (auto& entry : reader.sheets) {
        const auto found = relations.find(entry.id);
        if (found == relations.end() || found->second.type != "worksheet")
            continue;
        std::string name = parts.find(resolve(part, found->second.target));
        if (name.empty())
            return Error(ErrorCode::FileTruncated, "the sheet “" + entry.name + "” is missing in it").inFile(path);
        book.sheets.push_back({std::move(entry.name), std::move(name), entry.hidden});
    }
    if (book.sheets.empty())
        return Error(ErrorCode::FileTruncated, "the workbook has no sheet of cells").inFile(path);
    return book;
}

Status loadTexts(Workbook& book) {
    if (!book.stylesPart.empty()) {
        StyleReader styles;
        TL_TRY(const auto stream, openPart(book.path, book.stylesPart, book.limits.part));
        TL_CHECK_STATUS(parseXml(*stream, styles));
        book.formats = std::move(styles.formats);
    }
    if (!book.stringsPart.empty()) {
        TL_TRY(const auto stream, openPart(book.path, book.stringsPart, book.limits.stringsXml));
        StringReader strings(book, *stream);
        TL_CHECK_STATUS(parseXml(*stream, strings));
    }
    return {};
}

} // namespace core::data::xlsx
