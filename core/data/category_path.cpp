// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/category_path.h"

#include "core/base/json.h"
#include "core/data/values.h"

#include <algorithm>
#include <optional>
#include <set>

namespace core::data {
namespace {

constexpr std::string_view kAngle = "\xE2\x80\xBA"; // ›

void addLevel(std::vector<std::string>& levels, std::string_view text) {
    const std::string_view level = trim(text);
    if (!level.empty())
        levels.emplace_back(level);
}

void divide(std::vector<std::string>& levels, std::string_view text, std::string_view separator) {
    for (;;) {
        const auto at = text.find(separator);
        addLevel(levels, text.substr(0, at));
        if (at == std::string_view::npos)
            return;
        text.remove_prefix(at + separator.size());
    }
}

/// The separator that a text uses; empty = none.
std::string_view separatorOf(std::string_view text, bool slashes) {
    // "<b>Shoes</b>" is markup, not a path.
    if (text.find('>') != std::string_view::npos && text.find('<') == std::string_view::npos)
        return ">";
    if (text.find(kAngle) != std::string_view::npos)
        return kAngle;
    if (text.find('|') != std::string_view::npos)
        return "|";
    return slashes && text.find('/') != std::string_view::npos ? std::string_view("/") : std::string_view();
}

/// ['A', "B's"] with the quotes that JSON wants; nothing when it is no such list.
std::optional<std::string> asJson(std::string_view text) {
    std::string json;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote == 0 && (c == '\'' || c == '"')) {
            quote = c;
            json += '"';
        } else if (quote != 0 && c == '\\' && i + 1 < text.size()) {
            const char next = text[++i];
            if (next != '\'')
                json += '\\';
            json += next;
        } else if (quote != 0 && c == quote) {
            quote = 0;
            json += '"';
        } else if (quote == '\'' && c == '"') {
            json += "\\\"";
        } else {
            json += c;
        }
    }
    if (quote != 0)
        return {};
    return json;
}

/// The levels of a list; false when the text is none.
bool addList(std::vector<std::string>& levels, std::string_view text, bool slashes) {
    if (text.size() < 2 || text.front() != '[' || text.back() != ']')
        return false;
    auto parsed = parseJson(std::string(text));
    if (!parsed.ok()) {
        const auto json = asJson(text);
        if (!json)
            return false;
        parsed = parseJson(*json);
    }
    if (!parsed.ok() || !parsed->is_array())
        return false;
    const Json list = !parsed->empty() && parsed->front().is_array() ? parsed->front() : *parsed;
    for (const Json& entry : list)
        if (!entry.is_string() && !entry.is_number())
            return false;
    for (const Json& entry : list) {
        const std::string level = entry.is_string() ? entry.get<std::string>() : dumpJson(entry);
        // A list of one path, as some shops export it: ["Clothing >> Shoes"].
        const std::string_view separator = list.size() == 1 ? separatorOf(level, slashes) : std::string_view();
        if (separator.empty())
            addLevel(levels, level);
        else
            divide(levels, level, separator);
    }
    return true;
}

} // namespace

bool slashesDivide(const std::vector<std::string_view>& values) {
    std::set<std::string_view> paths, roots;
    for (const std::string_view value : values) {
        const auto slash = value.find('/');
        if (slash == std::string_view::npos || !separatorOf(value, false).empty() || value.starts_with('['))
            continue;
        const std::string_view inner = trim(value).substr(value.starts_with('/') ? 1 : 0);
        const auto first = inner.find('/');
        if (first != std::string_view::npos && inner.find('/', first + 1) != std::string_view::npos)
            return true;
        paths.insert(value);
        roots.insert(inner.substr(0, first));
    }
    return roots.size() * 5 < paths.size() * 4;
}

std::string canonicalCategory(std::string_view text, bool slashes) {
    std::vector<std::string> levels;
    const std::string_view whole = trim(text);
    if (!addList(levels, whole, slashes)) {
        const std::string_view separator = separatorOf(whole, slashes);
        if (separator.empty())
            return std::string(whole);
        divide(levels, whole, separator);
    }
    std::string path;
    for (const std::string& level : levels) {
        if (!path.empty())
            path += kCategorySeparator;
        path += level;
    }
    return path;
}

} // namespace core::data
