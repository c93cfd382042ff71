// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/stop_words.h"

#include "core/base/file.h"
#include "core/text/stop_word_lists.h"

#include <cassert>

namespace core::text {

void StopWords::addLines(std::string_view lines) {
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        std::string_view line = lines.substr(0, end);
        lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
        if (line.starts_with("\xEF\xBB\xBF"))
            line.remove_prefix(3);
        while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t'))
            line.remove_suffix(1);
        while (!line.empty() && (line.front() == ' ' || line.front() == '\t'))
            line.remove_prefix(1);
        if (!line.empty() && line.front() != '#')
            m_words.emplace(line);
    }
}

void StopWords::addBuiltIn(std::string_view language) {
    assert(language == "en" || language == "zh");
    addLines(language == "en" ? kEnglishStopWords : kChineseStopWords);
}

Status StopWords::addFile(const std::string& path) {
    TL_TRY(const std::string content, readFile(path));
    addLines(content);
    return {};
}

} // namespace core::text
