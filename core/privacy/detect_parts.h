// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy/detect.h"

#include <string_view>
#include <vector>

/// The parts of findPersonal(), private to it.
namespace core::privacy::detecting {

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}
constexpr bool isLetter(char c) {
    return isUpper(c) || (c >= 'a' && c <= 'z');
}
constexpr bool isWord(char c) {
    return isDigit(c) || isLetter(c) || c == '_';
}

/// Collects findings; the first to claim a place keeps it.
class Claims {
public:
    explicit Claims(std::vector<PersonalFinding>& found) : m_found(found) { m_found.clear(); }
    void add(PersonalKind kind, std::size_t begin, std::size_t length) {
        for (const PersonalFinding& other : m_found)
            if (begin < other.begin + other.length && other.begin < begin + length)
                return;
        m_found.push_back({kind, begin, length});
    }

private:
    std::vector<PersonalFinding>& m_found;
};

void findEmails(std::string_view text, Claims& claims);
/// Identity numbers, card numbers, phones and IPv4 addresses: all that is written in digits.
void findNumbers(std::string_view text, const KindSet& kinds, Claims& claims);
void findIpv6(std::string_view text, Claims& claims);
void findEnglishAddresses(std::string_view text, Claims& claims);
void findChineseAddresses(std::string_view text, Claims& claims);

/// Length of the card-like digits at the front of `text` (a known issuer's prefix and length, grouped or not); 0 =
/// none. `digits` is filled with the digits alone.
std::size_t cardShape(std::string_view text, std::string& digits);

} // namespace core::privacy::detecting
