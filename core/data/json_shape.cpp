// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/json_shape.h"

#include "core/data/json_scan.h"

#include <algorithm>

namespace core::data {
namespace {

constexpr int kLinesLookedAt = 20;

/// Whether a line is a whole object or list by itself.
bool standsAlone(std::string_view line) {
    line = trimJsonSpace(line);
    if (line.empty() || (line.front() != '{' && line.front() != '['))
        return false;
    const JsonExtent extent = scanJsonValue(line.data(), line.data() + line.size(), true);
    return extent.outcome == JsonExtent::Outcome::Complete && extent.end == line.data() + line.size();
}

struct LineVotes {
    int lines = 0; ///< that hold something; the last one of the head only if the file ends there
    int alone = 0; ///< of them whole values
    int lists = 0; ///< of them lists that begin with a plain value, as rows of a table do
};

LineVotes voteOnLines(std::string_view head, bool whole) {
    LineVotes votes;
    while (!head.empty() && votes.lines < kLinesLookedAt) {
        const auto lineEnd = head.find('\n');
        if (lineEnd == std::string_view::npos && !whole)
            break;
        const std::string_view line = trimJsonSpace(head.substr(0, lineEnd));
        head.remove_prefix(lineEnd == std::string_view::npos ? head.size() : lineEnd + 1);
        if (line.empty())
            continue;
        ++votes.lines;
        if (!standsAlone(line))
            continue;
        ++votes.alone;
        const std::string_view inside = trimJsonSpace(line.substr(1));
        votes.lists += line.front() == '[' && !inside.empty() && inside.front() != '{' && inside.front() != '[' ? 1 : 0;
    }
    return votes;
}

/// The lists of objects among the members of the object at `begin`.
struct ListsWithin {
    std::size_t count = 0;
    const char* first = nullptr; ///< behind the bracket of the first one
    std::string name;
};

ListsWithin listsWithin(const char* begin, const char* end) {
    ListsWithin lists;
    for (const char* p = begin + 1; p < end;) {
        const JsonExtent extent = scanJsonMember(p, end, '}');
        const std::string_view member(p, static_cast<std::size_t>(extent.end - p));
        std::string name = jsonListName(member);
        if (!name.empty() && lists.count++ == 0) {
            lists.name = std::move(name);
            // The name may hold brackets, but not the way from its colon to the list.
            const char* colon = p + (trimJsonSpace(member).data() - member.data());
            const std::string_view rest(colon, static_cast<std::size_t>(extent.end - colon));
            std::size_t quote = 1;
            while (rest[quote] != '"')
                quote += rest[quote] == '\\' ? 2U : 1U;
            lists.first = colon + rest.find('[', quote) + 1;
        }
        if (extent.closed || extent.outcome == JsonExtent::Outcome::NeedMore)
            break;
        p = extent.next;
    }
    return lists;
}

} // namespace

std::string jsonListName(std::string_view member) {
    member = trimJsonSpace(member);
    if (!member.starts_with('"'))
        return {};
    std::size_t quote = 1;
    while (quote < member.size() && member[quote] != '"')
        quote += member[quote] == '\\' ? 2U : 1U;
    if (quote >= member.size())
        return {};
    const std::string_view name = member.substr(1, quote - 1);
    std::string_view value = trimJsonSpace(member.substr(quote + 1));
    if (!value.starts_with(':'))
        return {};
    value = trimJsonSpace(value.substr(1));
    if (!value.starts_with('['))
        return {};
    value = trimJsonSpace(value.substr(1));
    if (!value.starts_with('{') && !value.starts_with('['))
        return {};
    return name.empty() ? std::string("\"\"") : std::string(name);
}

JsonShape findJsonShape(std::string_view head, bool whole, std::string_view format) {
    using enum JsonShape::Layout;
    const char* const end = head.data() + head.size();
    const char* const first = skipJsonSpace(head.data(), end);
    const auto offset = [&head](const char* p) { return static_cast<std::size_t>(p - head.data()); };
    if (format == "jsonl" || first == end)
        return {.layout = Lines};
    const LineVotes votes = voteOnLines(head, whole);
    const bool lines = format.empty() && votes.lines > 1 && 2 * votes.alone >= votes.lines;
    if (*first == '[') {
        // Rows of a table, each a list on its own line, or the one list that holds all records.
        if (lines && 2 * votes.lists >= votes.lines)
            return {.layout = Lines};
        return {.layout = Values, .start = offset(first + 1), .inList = true};
    }
    if (*first != '{')
        return {.layout = format == "json" ? Values : Lines};
    if (lines)
        return {.layout = Lines};
    const JsonExtent extent = scanJsonValue(first, end, whole);
    const bool complete = extent.outcome == JsonExtent::Outcome::Complete;
    const bool only = complete && whole && skipJsonSpace(extent.next, end) == end;
    if (only || !complete) {
        ListsWithin lists = listsWithin(first, complete ? extent.end : end);
        if (lists.count == 1 || (lists.count > 1 && !complete))
            return {.layout = Values,
                    .start = offset(lists.first),
                    .inList = true,
                    .inObject = true,
                    .list = std::move(lists.name)};
    }
    return {.layout = Values};
}

} // namespace core::data
