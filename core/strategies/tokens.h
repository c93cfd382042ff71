// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core::strategies {

/// A piece of a text: a word, or the punctuation between words.
struct Token {
    std::string text;
    bool spaceBefore = false;
    bool editable = false; ///< a word that may be moved, removed or replaced; never a model name, size or other number
    friend bool operator==(const Token&, const Token&) = default;
};

/// Splits texts into words. Words with spaces between them are cut there and freed of surrounding punctuation; runs of
/// a script without spaces (Chinese, Japanese, Thai …) are cut into words by ICU's dictionary. Not thread-safe.
class Tokenizer {
public:
    Tokenizer();
    ~Tokenizer();
    Tokenizer(const Tokenizer&) = delete;
    Tokenizer& operator=(const Tokenizer&) = delete;

    std::vector<Token> split(std::string_view text);

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

/// The text again: one space where a token asks for it, and where two words would otherwise grow together.
std::string joinTokens(const std::vector<Token>& tokens);

/// True where the end of `left` and the start of `right` would read as one word without a space between them.
bool needsSpace(std::string_view left, std::string_view right);

/// Lower case for comparisons, in all scripts.
std::string foldedCase(std::string_view text);

/// Position of the first byte that is no valid UTF-8; npos when all are.
std::size_t invalidUtf8At(std::string_view text);

} // namespace core::strategies
