// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategies/synonyms.h"

#include "core/base/file.h"
#include "core/strategies/tokens.h"

#include <algorithm>

namespace core::strategies {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kWideComma = "，"; // the comma of Chinese keyboards

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \r\n\t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \r\n\t") - first + 1);
}

std::vector<std::string> wordsOf(std::string_view line) {
    std::vector<std::string> words;
    while (true) {
        const auto narrow = line.find_first_of(",\t");
        const auto wide = line.find(kWideComma);
        const auto at = std::min(narrow, wide);
        const std::string_view word = trimmed(line.substr(0, at));
        if (!word.empty())
            words.emplace_back(word);
        if (at == std::string_view::npos)
            return words;
        line.remove_prefix(at + (at == wide ? kWideComma.size() : 1));
    }
}

} // namespace

Result<Synonyms> Synonyms::read(const std::string& path) {
    TL_CHECK_STATUS(checkReadable(path));
    TL_TRY(const std::string content, readFile(path));
    std::string_view rest = content;
    if (rest.substr(0, kByteOrderMark.size()) == kByteOrderMark)
        rest.remove_prefix(kByteOrderMark.size());
    Synonyms synonyms;
    for (std::int64_t number = 1; !rest.empty(); ++number) {
        const auto end = rest.find('\n');
        const std::string_view line = trimmed(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (line.empty() || line.front() == '#')
            continue;
        if (invalidUtf8At(line) != std::string_view::npos)
            return Error(ErrorCode::BadEncoding, "a line holds bytes that are no text").inFile(path, number);
        const std::vector<std::string> words = wordsOf(line);
        if (words.size() < 2)
            return Error(ErrorCode::BadValue, "a group of at least two words, separated by tabs or commas")
                .inFile(path, number)
                .at("synonyms", std::string(line));
        synonyms.addGroup(words);
    }
    return synonyms;
}

const std::vector<std::string>* Synonyms::of(std::string_view word) const {
    if (m_others.empty())
        return nullptr;
    const auto found = m_others.find(foldedCase(word));
    return found == m_others.end() ? nullptr : &found->second;
}

void Synonyms::addGroup(const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        const std::string key = foldedCase(word);
        for (const std::string& other : words) {
            if (foldedCase(other) == key)
                continue;
            auto& others = m_others[key];
            if (std::find(others.begin(), others.end(), other) == others.end())
                others.push_back(other);
        }
    }
}

} // namespace core::strategies
