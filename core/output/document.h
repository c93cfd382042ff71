// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace core::output {

struct DocumentTable {
    std::string caption; ///< what the numbers were computed from; below the table
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    std::size_t textColumns = 1; ///< so many columns from the left hold text, the others numbers
};

/// A report as a sequence of blocks. All texts are plain: whatever a name or a title holds, both writers show it as it
/// is.
class Document {
public:
    explicit Document(std::string title) : m_title(std::move(title)) {}
    void heading(std::string text, int level = 2);
    void paragraph(std::string text);
    void list(std::vector<std::string> items);
    void table(DocumentTable table);
    void code(std::string text);
    /// `file`: relative to the document.
    void image(std::string file, std::string text);

    std::string markdown() const;
    /// One page with its styles inside, for light and dark; no scripts.
    std::string html() const;

private:
    enum class Kind { Heading, Paragraph, List, Table, Code, Image };
    struct Block {
        Kind kind{};
        std::string text, file;
        int level = 0;
        std::vector<std::string> items;
        DocumentTable table;
    };
    static void writeMarkdown(std::string& out, const Block& block);
    static void writeHtml(std::string& out, const Block& block);

    std::string m_title;
    std::vector<Block> m_blocks;
};

/// Text as Markdown (CommonMark with tables) that shows it literally, on one line.
std::string escapeMarkdown(std::string_view text);
/// Text as HTML, for content and quoted attributes.
std::string escapeHtml(std::string_view text);

} // namespace core::output
