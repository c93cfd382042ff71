// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/detect_parts.h"

#include <algorithm>
#include <array>

// Addresses have no check digit: these are patterns of how people write them, chosen so that product titles
// ("Samsung 860 Evo Solid State Drive", "4 Piece Place Mats") are no addresses. They miss some that are.
namespace core::privacy::detecting {
namespace {

constexpr std::array<std::string_view, 11> kStreetTypes{"Street",  "Road", "Avenue", "Boulevard", "Lane", "Crescent",
                                                        "Terrace", "Rd",   "Blvd",   "Ave",       "St"};
/// Words that mean many other things: they need a place in the text where an address would begin.
constexpr std::array<std::string_view, 9> kWeakTypes{"Drive",  "Dr",    "Court",   "Place", "Way",
                                                     "Square", "Close", "Gardens", "Ln"};

bool equalNoCase(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               return (isUpper(x) ? x - 'A' + 'a' : x) == (isUpper(y) ? y - 'A' + 'a' : y);
           });
}

std::string_view wordAt(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() &&
           (isWord(text[end]) || text[end] == '\'' || static_cast<unsigned char>(text[end]) >= 0x80))
        ++end;
    return text.substr(at, end - at);
}

/// An address ends with its street, at a comma, a line end or before a town with a postcode (which holds a digit).
bool endsHere(std::string_view rest) {
    if (rest.starts_with('.'))
        rest.remove_prefix(1);
    if (rest.empty() || rest.front() == ',' || rest.front() == ';' || rest.front() == '\n' || rest.front() == '\r')
        return true;
    const std::string_view town = rest.substr(0, 40);
    const auto digit = std::find_if(town.begin(), town.end(), isDigit);
    if (digit == town.end())
        return false;
    const std::size_t place = static_cast<std::size_t>(digit - town.begin());
    std::size_t length = 0;
    while (place + length < rest.size() && isDigit(rest[place + length]))
        ++length;
    // A ZIP code, or the letters and the digit of a British postcode.
    return length == 5 || (length <= 2 && place >= 2 && isUpper(rest[place - 1]));
}

bool startsHere(std::string_view before) {
    while (before.ends_with(' '))
        before.remove_suffix(1);
    if (before.empty() || before.back() == ',' || before.back() == ':' || before.back() == ';' || before.back() == '\n')
        return true;
    for (const std::string_view word : {" at", " to", "address", "Address"})
        if (before.ends_with(word))
            return true;
    return false;
}

} // namespace

void findEnglishAddresses(std::string_view text, Claims& claims) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!isDigit(text[i]) || (i > 0 && (isWord(text[i - 1]) || text[i - 1] == '.' || text[i - 1] == '#')))
            continue;
        std::size_t at = i;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        const std::size_t digits = at - i;
        if (at < text.size() && isLetter(text[at]) && at + 1 < text.size() && text[at + 1] == ' ')
            ++at; // 221B
        if (digits > 5 || at >= text.size() || text[at] != ' ')
            continue;
        ++at;
        for (int words = 0; words < 5; ++words) {
            const std::string_view word = wordAt(text, at);
            if (word.empty() || (!isUpper(word.front()) && !isDigit(word.front())))
                break;
            const auto same = [word](std::string_view type) { return equalNoCase(type, word); };
            const std::size_t end = at + word.size();
            const bool strong = std::any_of(kStreetTypes.begin(), kStreetTypes.end(), same);
            const bool weak = std::any_of(kWeakTypes.begin(), kWeakTypes.end(), same) && startsHere(text.substr(0, i));
            if (words > 0 && (strong || weak) && endsHere(text.substr(end))) {
                claims.add(PersonalKind::StreetAddress, i, end - i);
                break;
            }
            if (end >= text.size() || text[end] != ' ')
                break;
            at = end + 1;
        }
    }
}

namespace {

/// Han characters in UTF-8: U+4000 … U+9FFF, good enough for names of places.
bool isHan(std::string_view text, std::size_t at) {
    return at + 3 <= text.size() && static_cast<unsigned char>(text[at]) >= 0xE4 &&
           static_cast<unsigned char>(text[at]) <= 0xE9;
}

bool endsWithAny(std::string_view text, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [text](std::string_view e) { return text.ends_with(e); });
}

/// Where the run of Han characters, letters and digits that ends at `end` begins, at most 20 characters before.
std::size_t runStart(std::string_view text, std::size_t end) {
    for (int i = 0; i < 20 && end > 0; ++i) {
        if (isWord(text[end - 1]))
            --end;
        else if (end >= 3 && isHan(text, end - 3))
            end -= 3;
        else
            break;
    }
    return end;
}

std::size_t runEnd(std::string_view text, std::size_t end) {
    while (end < text.size()) {
        const std::string_view rest = text.substr(end);
        const bool house = rest.starts_with("号") || rest.starts_with("號") || rest.starts_with("栋") ||
                           rest.starts_with("幢") || rest.starts_with("座") || rest.starts_with("楼") ||
                           rest.starts_with("单") || rest.starts_with("元") || rest.starts_with("室") ||
                           rest.starts_with("层") || rest.starts_with("弄");
        if (house)
            end += 3;
        else if (isDigit(rest[0]) || isLetter(rest[0]) || rest[0] == '-')
            ++end;
        else
            break;
    }
    return end;
}

} // namespace

void findChineseAddresses(std::string_view text, Claims& claims) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!isDigit(text[i]) || (i > 0 && isWord(text[i - 1])))
            continue;
        std::size_t digits = i;
        while (digits < text.size() && (isDigit(text[digits]) || text[digits] == '-'))
            ++digits;
        const std::string_view before = text.substr(0, i);
        const std::string_view after = text.substr(digits);
        const std::size_t start = runStart(text, i);
        // …路88号; the street needs a name: at least two characters before its 路.
        const bool street = endsWithAny(before, {"路", "街", "道", "巷", "弄", "胡同", "村", "段"}) && i - start >= 9 &&
                            (after.starts_with("号") || after.starts_with("號") || after.starts_with("弄"));
        // 3栋2单元501室
        const std::size_t end = runEnd(text, digits);
        const std::string_view house = text.substr(i, end - i);
        const bool flat = (after.starts_with("栋") || after.starts_with("幢") || after.starts_with("号楼")) &&
                          (house.find("单元") != std::string_view::npos || house.find("室") != std::string_view::npos);
        if (street || flat)
            claims.add(PersonalKind::StreetAddress, start, end - start);
        i = digits - 1;
    }
}

} // namespace core::privacy::detecting
