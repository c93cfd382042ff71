// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/detect_parts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace core::privacy {
namespace detecting {
namespace {

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// Reads by a pattern: 'd' any digit, 'n' 2–9, a digit itself, ' ' one space, '-' or '.', 's' the same separator as the
/// first one, anything else itself. The length that matched, 0 = it does not.
std::size_t matches(std::string_view text, std::string_view pattern) {
    std::size_t at = 0;
    char separator = '\0';
    for (const char p : pattern) {
        if (at >= text.size())
            return 0;
        const char c = text[at];
        bool fits = c == p;
        if (p == 'd')
            fits = isDigit(c);
        else if (p == 'n')
            fits = c >= '2' && c <= '9';
        else if (p == ' ')
            fits = c == ' ' || c == '-' || c == '.';
        else if (p == 's')
            fits = c == separator;
        if (!fits)
            return 0;
        if (p == ' ' && separator == '\0')
            separator = c;
        ++at;
    }
    return at;
}

/// Not in the middle of a longer number, code or price: what comes before and after a number counts as much as the
/// number.
bool freeBefore(std::string_view text, std::size_t begin) {
    if (begin == 0)
        return true;
    const char c = text[begin - 1];
    if (isWord(c) || c == '#' || c == '$' || c == '+' || c == '(')
        return false;
    if (begin >= 2 && (text.substr(begin - 2, 2) == "\xC2\xA3" || text.substr(begin - 2, 2) == "\xC2\xA5"))
        return false; // £ ¥
    const bool joint = c == '-' || c == '.' || c == '/' || c == ',';
    return !joint || begin < 2 || !isWord(text[begin - 2]);
}

/// Behind an address a port or a network's length may stand: 203.0.113.9:8080, 203.0.113.0/24.
bool freeAfterAddress(std::string_view text, std::size_t end) {
    if (end >= text.size())
        return true;
    return !isWord(text[end]) && text[end] != '-' &&
           (text[end] != '.' || end + 1 >= text.size() || !isWord(text[end + 1]));
}

bool freeAfter(std::string_view text, std::size_t end) {
    if (end >= text.size())
        return true;
    const char c = text[end];
    if (isWord(c) || c == '%')
        return false;
    const bool joint = c == '-' || c == '.' || c == '/' || c == ',' || c == ':';
    return !joint || end + 1 >= text.size() || !isDigit(text[end + 1]);
}

std::string digitsOf(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (isDigit(c))
            digits += c;
    return digits;
}

/// Number ranges that the Chinese ministry (MIIT) has given to mobile networks.
bool chineseMobilePrefix(std::string_view digits) {
    if (digits.size() < 3 || digits[0] != '1')
        return false;
    const int third = digits[2] - '0';
    switch (digits[1]) {
    case '3':
    case '8':
        return true;
    case '4':
        return third >= 4;
    case '5':
        return third != 4;
    case '6':
        return third == 2 || (third >= 5 && third <= 7);
    case '7':
        return third != 9;
    case '9':
        return third != 4;
    default:
        return false;
    }
}

std::size_t chineseMobile(std::string_view text) {
    std::size_t start = 0;
    for (const std::string_view prefix : {"+86", "0086", "(+86)", "86 ", "86-"})
        if (text.starts_with(prefix)) {
            start = prefix.size();
            if (start < text.size() && (text[start] == ' ' || text[start] == '-'))
                ++start;
            break;
        }
    const std::string_view rest = text.substr(start);
    for (const std::string_view pattern : {"ddddddddddd", "ddd ddddsdddd"})
        if (const std::size_t length = matches(rest, pattern);
            length > 0 && rest[3] != '.' && chineseMobilePrefix(rest))
            return start + length;
    return 0;
}

/// Area code, separator, 7 or 8 digits that do not begin with 0, 1 or 9.
std::size_t chineseFixed(std::string_view text) {
    const bool brackets = text.starts_with('(');
    const std::string_view number = brackets ? text.substr(1) : text;
    std::size_t area = 0;
    if (number.starts_with("010") ||
        (number.starts_with("02") && number.size() > 2 && isDigit(number[2]) && number[2] != '6'))
        area = 3;
    else if (number.size() > 3 && number[0] == '0' && number[1] >= '3' && number[1] <= '9' && isDigit(number[2]) &&
             isDigit(number[3]))
        area = 4;
    if (area == 0 || area >= number.size())
        return 0;
    std::size_t at = area;
    if (brackets && number[at] == ')') {
        ++at;
        at += at < number.size() && number[at] == ' ' ? 1 : 0;
    } else if (!brackets && (number[at] == '-' || number[at] == ' ')) {
        ++at;
    } else {
        return 0;
    }
    std::size_t length = 0;
    while (at + length < number.size() && isDigit(number[at + length]))
        ++length;
    const bool right = (length == 8 || (area == 4 && length == 7)) && number[at] >= '2' && number[at] <= '8';
    return right ? at + length + (brackets ? 1 : 0) : 0;
}

/// Country codes as ITU-T E.164 assigns them: 1 and 7 alone, the listed pairs, and three digits elsewhere.
bool countryCode(std::string_view digits) {
    static constexpr std::string_view kPairs =
        "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 "
        "60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";
    static constexpr std::string_view kTriples =
        "21 22 23 24 25 26 29 35 37 38 42 50 59 67 68 69 80 85 87 88 96 97 99 ";
    if (digits.starts_with('1') || digits.starts_with('7'))
        return true;
    const std::string pair = std::string(digits.substr(0, 2)) + " ";
    return kPairs.find(pair) != std::string_view::npos || kTriples.find(pair) != std::string_view::npos;
}

/// "+", a country code, 8 to 15 digits in all, single separators between them: "+44 (0)20 7946 0958".
std::size_t international(std::string_view text) {
    if (!text.starts_with('+'))
        return 0;
    std::size_t digits = 0;
    std::size_t end = 0;
    std::size_t separators = 0;
    for (std::size_t i = 1; i < text.size() && digits <= 15; ++i) {
        const char c = text[i];
        if (isDigit(c)) {
            ++digits;
            separators = 0;
            end = i + 1;
        } else if (i == 1 || (c != ' ' && c != '-' && c != '.' && c != '(' && c != ')') || ++separators > 2) {
            break;
        }
    }
    return digits >= 8 && digits <= 15 && countryCode(digitsOf(text.substr(0, end))) ? end : 0;
}

std::size_t americanOrBritish(std::string_view text) {
    static constexpr std::array<std::string_view, 12> kPatterns{
        "(ndd) ndd dddd",   "(ndd)ndd dddd",                                  // North American Numbering Plan
        "1 (ndd) ndd dddd", "1 nddsnddsdddd",                                 //
        "020 dddd dddd",    "011d ddd dddd",  "01d1 ddd dddd",                // Ofcom's areas: London, large cities,
        "01ddd dddddd",     "07ddd dddddd",   "07ddd ddd ddd", "07ddddddddd", // others, mobiles
        "02d dddd dddd"};
    for (const std::string_view pattern : kPatterns)
        if (const std::size_t length = matches(text, pattern); length > 0)
            return text[0] == '0' && text[1] == '7' && text[2] == '0' ? 0 : length;
    // Three groups with a space between them could be any three numbers.
    const std::size_t plain = matches(text, "ndd nddsdddd");
    return plain > 0 && text[3] != ' ' ? plain : 0;
}

/// Four octets; not the number of a program's version.
std::size_t ipv4(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    for (int octet = 0; octet < 4; ++octet) {
        std::size_t length = 0;
        while (at + length < text.size() && isDigit(text[at + length]) && length < 4)
            ++length;
        const std::string_view digits = text.substr(at, length);
        if (length == 0 || length > 3 || number(digits) > 255 || (length > 1 && digits[0] == '0') ||
            (octet == 0 && digits == "0"))
            return 0;
        at += length;
        if (octet < 3 && (at >= text.size() || text[at++] != '.'))
            return 0;
    }
    std::string before;
    for (const char c : text.substr(begin > 12 ? begin - 12 : 0, std::min<std::size_t>(begin, 12)))
        before += static_cast<char>(isUpper(c) ? c - 'A' + 'a' : c);
    for (const std::string_view word : {"version", "ver.", "ver", "v.", "firmware", "版本", "release"})
        if (const auto found = before.rfind(word);
            found != std::string::npos && before.find_first_not_of(" :", found + word.size()) == std::string::npos)
            return 0;
    return at - begin;
}

struct Issuer {
    int from, to;        ///< first four digits
    std::size_t lengths; ///< bit n = n digits are right
};
constexpr std::size_t bit(std::size_t n) {
    return std::size_t{1} << n;
}
// Prefixes as the issuers publish them. The 13-digit Visa numbers of the last century are left out: they cannot be told
// from EAN-13 bar codes, of which every tenth passes Luhn.
constexpr std::array kIssuers{
    Issuer{4000, 4999, bit(16) | bit(19)},                    // Visa
    Issuer{5100, 5599, bit(16)},                              // Mastercard
    Issuer{2221, 2720, bit(16)},                              //
    Issuer{3400, 3499, bit(15)},                              // American Express
    Issuer{3700, 3799, bit(15)},                              //
    Issuer{3000, 3059, bit(14)},                              // Diners Club
    Issuer{3600, 3699, bit(14)},                              //
    Issuer{3800, 3999, bit(14)},                              //
    Issuer{6011, 6011, bit(16) | bit(19)},                    // Discover
    Issuer{6440, 6599, bit(16) | bit(19)},                    //
    Issuer{3528, 3589, bit(16)},                              // JCB
    Issuer{6200, 6299, bit(16) | bit(17) | bit(18) | bit(19)} // UnionPay
};

/// A GTIN-14 has the check digit of bar codes (weights 3 and 1); a Diners number that has it too is taken for one.
bool gtinValid(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i)
        sum += (digits[digits.size() - 1 - i] - '0') * (i % 2 == 1 ? 3 : 1);
    return sum % 10 == 0;
}

std::size_t card(std::string_view text, std::string& digits) {
    const std::size_t length = cardShape(text, digits);
    if (length == 0 || !luhnValid(digits))
        return 0;
    return digits.size() == 14 && length == 14 && gtinValid(digits) ? 0 : length;
}

} // namespace

std::size_t cardShape(std::string_view text, std::string& digits) {
    std::size_t length = 0;
    while (length < text.size() && isDigit(text[length]))
        ++length;
    if (length < 14)
        for (const std::string_view grouped :
             {"dddd ddddsddddsddddsddd", "dddd ddddsddddsdddd", "dddd ddddddsddddd", "dddd ddddddsdddd"})
            if ((length = matches(text, grouped)) > 0 && text[4] != '.')
                break;
    if (length < 14)
        return 0;
    digits = digitsOf(text.substr(0, length));
    if (digits.size() > 19 || digits.find_first_not_of(digits[0]) == std::string::npos)
        return 0;
    const int prefix = number(std::string_view(digits).substr(0, 4));
    for (const Issuer& issuer : kIssuers)
        if (prefix >= issuer.from && prefix <= issuer.to && (issuer.lengths & bit(digits.size())) != 0)
            return length;
    return 0;
}

void findNumbers(std::string_view text, const KindSet& kinds, Claims& claims) {
    const auto wanted = [&kinds](PersonalKind kind) { return kinds[static_cast<std::size_t>(kind)]; };
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if ((!isDigit(c) && c != '+' && c != '(') || !freeBefore(text, i))
            continue;
        const std::string_view rest = text.substr(i);
        const auto take = [&](PersonalKind kind, std::size_t length) {
            const bool free =
                kind == PersonalKind::IpAddress ? freeAfterAddress(text, i + length) : freeAfter(text, i + length);
            if (length == 0 || !free)
                return false;
            claims.add(kind, i, length);
            i += length - 1;
            return true;
        };
        if (wanted(PersonalKind::IdCard) && rest.size() >= 18 && chineseIdValid(rest.substr(0, 18)) &&
            take(PersonalKind::IdCard, 18))
            continue;
        if (wanted(PersonalKind::CardNumber) && isDigit(c) && take(PersonalKind::CardNumber, card(rest, digits)))
            continue;
        if (wanted(PersonalKind::IpAddress) && isDigit(c) && take(PersonalKind::IpAddress, ipv4(text, i)))
            continue;
        if (!wanted(PersonalKind::Phone))
            continue;
        for (const auto& phone : {chineseMobile, international, chineseFixed, americanOrBritish})
            if (take(PersonalKind::Phone, phone(rest)))
                break;
    }
}

} // namespace detecting

bool luhnValid(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const char c = digits[digits.size() - 1 - i];
        if (!detecting::isDigit(c))
            return false;
        int value = c - '0';
        if (i % 2 == 1 && (value *= 2) > 9)
            value -= 9;
        sum += value;
    }
    return !digits.empty() && sum % 10 == 0;
}

bool chineseIdValid(std::string_view id) {
    using detecting::number;
    if (id.size() != 18 || !std::all_of(id.begin(), id.end() - 1, detecting::isDigit))
        return false;
    // Province codes of GB/T 2260.
    static constexpr std::string_view kProvinces =
        "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 "
        "53 54 61 62 63 64 65 71 81 82 83 ";
    if (kProvinces.find(std::string(id.substr(0, 2)) + " ") == std::string_view::npos)
        return false;
    static constexpr std::array<int, 12> kDays{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int year = number(id.substr(6, 4));
    const int month = number(id.substr(10, 2));
    const int day = number(id.substr(12, 2));
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (year < 1850 || year > 2099 || month < 1 || month > 12 || day < 1 ||
        day > kDays[static_cast<std::size_t>(month - 1)] || (month == 2 && day == 29 && !leap))
        return false;
    // ISO 7064 MOD 11-2: the weights are 2^(17-i) mod 11, X stands for 10.
    static constexpr std::array<int, 17> kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += (id[i] - '0') * kWeights[i];
    const char expected = "10X98765432"[sum % 11];
    return id[17] == expected || (expected == 'X' && id[17] == 'x');
}

} // namespace core::privacy
