// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/output/document.h"

#include <cctype>

namespace core::output {
namespace {

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark; --text: #1b1f24; --soft: #57606a; --back: #ffffff; --band: #f4f6f8; --line: #d0d7de; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6e9ed; --soft: #9aa4af; --back: #16191d; --band: #20252b; --line: #3a424b; }
  img { background: #ffffff; }
}
body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; color: var(--text); background: var(--back);
       max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; } h2 { margin-top: 2.2rem; border-bottom: 1px solid var(--line); }
figure { margin: 1rem 0; overflow-x: auto; } figcaption { color: var(--soft); font-size: 0.87em; margin-top: 0.3rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 0.25rem 0.7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--band); } tbody tr:hover { background: var(--band); }
.n { text-align: right; white-space: nowrap; }
img { max-width: 100%; border: 1px solid var(--line); } pre { background: var(--band); padding: 0.7rem; overflow-x: auto; }
)css";

/// A relative path as a URL: nothing in it can end an attribute or name a scheme.
std::string urlOf(std::string_view path) {
    constexpr char kHex[] = "0123456789ABCDEF";
    std::string url;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && (std::isalnum(byte) != 0 || c == '/' || c == '.' || c == '-' || c == '_')) {
            url += c;
        } else {
            url += '%';
            url += kHex[byte >> 4U];
            url += kHex[byte & 15U];
        }
    }
    return url;
}

/// Text that begins a Markdown block must not begin a list, a heading or a rule instead.
std::string blockStart(std::string text) {
    if (text.empty())
        return text;
    if (text[0] == '-' || text[0] == '+' || text[0] == '#' || text[0] == '=')
        return "\\" + text;
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
        ++digits;
    if (digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')'))
        text.insert(digits, "\\");
    return text;
}

void markdownTable(std::string& out, const DocumentTable& table) {
    const auto writeRow = [&](const std::vector<std::string>& cells) {
        out += '|';
        for (const std::string& cell : cells)
            out += ' ' + escapeMarkdown(cell) + " |";
        out += '\n';
    };
    writeRow(table.header);
    out += '|';
    for (std::size_t i = 0; i < table.header.size(); ++i)
        out += i < table.textColumns ? " --- |" : " ---: |";
    out += '\n';
    for (const auto& row : table.rows)
        writeRow(row);
    if (!table.caption.empty())
        out += "\n*" + escapeMarkdown(table.caption) + "*\n";
}

void htmlTable(std::string& out, const DocumentTable& table) {
    const auto cell = [&](const char* tag, const std::string& text, std::size_t column, const char* scope) {
        out += std::string("<") + tag + scope + (column < table.textColumns ? ">" : " class=\"n\">") +
               escapeHtml(text) + "</" + tag + ">";
    };
    out += "<figure><table>\n<thead><tr>";
    for (std::size_t i = 0; i < table.header.size(); ++i)
        cell("th", table.header[i], i, " scope=\"col\"");
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        out += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            cell("td", row[i], i, "");
        out += "</tr>\n";
    }
    out += "</tbody></table>";
    if (!table.caption.empty())
        out += "<figcaption>" + escapeHtml(table.caption) + "</figcaption>";
    out += "</figure>\n";
}

} // namespace

std::string escapeMarkdown(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '\n' || c == '\r' || c == '\t') {
            result += ' ';
        } else if (c == '&' || c == '<' || c == '>') {
            // As entities, not with a backslash: a writer that knows only HTML must not see a tag either.
            result += escapeHtml(std::string_view(&c, 1));
        } else {
            if (std::string_view("\\`*_[]|~$").find(c) != std::string_view::npos)
                result += '\\';
            result += c;
        }
    }
    return result;
}

std::string escapeHtml(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\'':
            result += "&#39;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

void Document::heading(std::string text, int level) {
    m_blocks.push_back(
        {.kind = Kind::Heading, .text = std::move(text), .file = {}, .level = level, .items = {}, .table = {}});
}

void Document::paragraph(std::string text) {
    m_blocks.push_back(
        {.kind = Kind::Paragraph, .text = std::move(text), .file = {}, .level = 0, .items = {}, .table = {}});
}

void Document::list(std::vector<std::string> items) {
    m_blocks.push_back(
        {.kind = Kind::List, .text = {}, .file = {}, .level = 0, .items = std::move(items), .table = {}});
}

void Document::table(DocumentTable table) {
    m_blocks.push_back(
        {.kind = Kind::Table, .text = {}, .file = {}, .level = 0, .items = {}, .table = std::move(table)});
}

void Document::code(std::string text) {
    m_blocks.push_back({.kind = Kind::Code, .text = std::move(text), .file = {}, .level = 0, .items = {}, .table = {}});
}

void Document::image(std::string file, std::string text) {
    m_blocks.push_back(
        {.kind = Kind::Image, .text = std::move(text), .file = std::move(file), .level = 0, .items = {}, .table = {}});
}

void Document::writeMarkdown(std::string& out, const Block& block) {
    switch (block.kind) {
    case Kind::Heading:
        out += std::string(static_cast<std::size_t>(block.level), '#') + ' ' + escapeMarkdown(block.text) + '\n';
        break;
    case Kind::Paragraph:
        out += blockStart(escapeMarkdown(block.text)) + '\n';
        break;
    case Kind::List:
        for (const std::string& item : block.items)
            out += "- " + blockStart(escapeMarkdown(item)) + '\n';
        break;
    case Kind::Table:
        markdownTable(out, block.table);
        break;
    case Kind::Code:
        out += "```\n" + block.text + "\n```\n";
        break;
    case Kind::Image:
        out += "![" + escapeMarkdown(block.text) + "](" + urlOf(block.file) + ")\n";
        break;
    }
}

void Document::writeHtml(std::string& out, const Block& block) {
    const std::string level = std::to_string(block.level);
    switch (block.kind) {
    case Kind::Heading:
        out += "<h" + level + ">" + escapeHtml(block.text) + "</h" + level + ">\n";
        break;
    case Kind::Paragraph:
        out += "<p>" + escapeHtml(block.text) + "</p>\n";
        break;
    case Kind::List:
        out += "<ul>\n";
        for (const std::string& item : block.items)
            out += "<li>" + escapeHtml(item) + "</li>\n";
        out += "</ul>\n";
        break;
    case Kind::Table:
        htmlTable(out, block.table);
        break;
    case Kind::Code:
        out += "<pre>" + escapeHtml(block.text) + "</pre>\n";
        break;
    case Kind::Image:
        out += "<figure><img src=\"" + urlOf(block.file) + "\" alt=\"" + escapeHtml(block.text) + "\"><figcaption>" +
               escapeHtml(block.text) + "</figcaption></figure>\n";
        break;
    }
}

std::string Document::markdown() const {
    std::string out = "# " + escapeMarkdown(m_title) + '\n';
    for (const Block& block : m_blocks) {
        out += '\n';
        writeMarkdown(out, block);
    }
    return out;
}

std::string Document::html() const {
    std::string out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
    out += escapeHtml(m_title);
    out += "</title>\n<style>";
    out += kStyle;
    out += "</style>\n</head>\n<body>\n<h1>" + escapeHtml(m_title) + "</h1>\n";
    for (const Block& block : m_blocks)
        writeHtml(out, block);
    out += "</body>\n</html>\n";
    return out;
}

} // namespace core::output
