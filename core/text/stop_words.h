// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace core::text {

/// Words that say nothing about a product, in lower case.
class StopWords {
public:
    /// Adds a list that comes with the program: "en" or "zh" (resources/stopwords).
    void addBuiltIn(std::string_view language);
    /// Adds a list of the user's: UTF-8, one word a line, `#` begins a comment. FileNotFound, FileUnreadable …
    Status addFile(const std::string& path);
    bool contains(std::string_view word) const { return m_words.find(word) != m_words.end(); }
    bool empty() const { return m_words.empty(); }
    std::size_t size() const { return m_words.size(); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    void addLines(std::string_view lines);
    std::unordered_set<std::string, Hash, std::equal_to<>> m_words;
};

} // namespace core::text
