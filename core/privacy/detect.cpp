// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/detect.h"

#include "core/base/noop.h"
#include "core/privacy/detect_parts.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cctype>

namespace core::privacy {
namespace {

using namespace detecting;

constexpr std::array<std::string_view, kPersonalKinds> kNames{"email",       "phone",      "id_card",
                                                              "card_number", "ip_address", "street_address"};
constexpr std::array kTitles{TL_NOOP("Privacy", "E-mail address"), TL_NOOP("Privacy", "Phone number"),
                             TL_NOOP("Privacy", "Identity card"),  TL_NOOP("Privacy", "Payment card"),
                             TL_NOOP("Privacy", "IP address"),     TL_NOOP("Privacy", "Street address")};

/// What a text can hold at all, from one look at its bytes: most cells hold nothing.
struct Hints {
    std::size_t digits = 0, colons = 0;
    bool at = false, han = false;
    explicit Hints(std::string_view text) {
        for (const char c : text) {
            digits += isDigit(c) ? 1 : 0;
            colons += c == ':' ? 1 : 0;
            at = at || c == '@';
            han = han || static_cast<unsigned char>(c) >= 0xE4;
        }
    }
};

bool localPart(char c) {
    return isWord(c) || c == '.' || c == '%' || c == '+' || c == '-';
}

/// Endings that are file names ("logo@2x.png") rather than hosts.
bool fileEnding(std::string_view label) {
    static constexpr std::array<std::string_view, 10> kEndings{"png",  "jpg", "jpeg", "gif",  "svg",
                                                               "webp", "css", "js",   "html", "bmp"};
    return std::find(kEndings.begin(), kEndings.end(), label) != kEndings.end();
}

/// Length of the host name at the front that ends in a top-level domain; 0 = there is none.
std::size_t hostLength(std::string_view text) {
    std::size_t end = 0;
    std::size_t best = 0;
    std::size_t labels = 0;
    while (end < text.size()) {
        const std::size_t begin = end;
        while (end < text.size() && (isWord(text[end]) || text[end] == '-') && text[end] != '_')
            ++end;
        const std::string_view label = text.substr(begin, end - begin);
        if (label.empty() || label.front() == '-' || label.back() == '-')
            break;
        ++labels;
        const bool letters = std::all_of(label.begin(), label.end(), isLetter);
        if (labels > 1 && letters && label.size() >= 2 && label.size() <= 24 && !fileEnding(label))
            best = end;
        if (end >= text.size() || text[end] != '.')
            break;
        ++end;
    }
    return best;
}

} // namespace

std::string_view personalKindName(PersonalKind kind) {
    return kNames[static_cast<std::size_t>(kind)];
}

std::optional<PersonalKind> parsePersonalKind(std::string_view name) {
    for (const PersonalKind kind : kAllPersonalKinds)
        if (personalKindName(kind) == name)
            return kind;
    return {};
}

const char* personalKindTitle(PersonalKind kind) {
    return kTitles[static_cast<std::size_t>(kind)];
}

void detecting::findEmails(std::string_view text, Claims& claims) {
    for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        std::size_t begin = at;
        while (begin > 0 && at - begin < 64 && localPart(text[begin - 1]))
            --begin;
        while (begin < at && (text[begin] == '.' || text[begin] == '-' || text[begin] == '%'))
            ++begin;
        const std::size_t host = hostLength(text.substr(at + 1));
        if (begin < at && text[at - 1] != '.' && host > 0)
            claims.add(PersonalKind::Email, begin, at + 1 + host - begin);
    }
}

void detecting::findIpv6(std::string_view text, Claims& claims) {
    const auto member = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0 || c == ':'; };
    for (std::size_t begin = 0; begin < text.size();) {
        if (!member(text[begin])) {
            ++begin;
            continue;
        }
        std::size_t end = begin;
        while (end < text.size() && member(text[end]))
            ++end;
        std::string token(text.substr(begin, end - begin));
        const bool alone = (begin == 0 || !isWord(text[begin - 1])) && (end == text.size() || !isWord(text[end]));
        while (token.ends_with(':') && !token.ends_with("::"))
            token.pop_back();
        const auto colons = std::count(token.begin(), token.end(), ':');
        // A time (12:30:45), a MAC address and C++'s :: are no addresses to inet_pton, or too short to be anybody's.
        unsigned char address[16];
        if (alone && colons >= 2 && token.size() >= 7 && token.size() <= 39 &&
            std::any_of(token.begin(), token.end(), isDigit) && ::inet_pton(AF_INET6, token.c_str(), address) == 1)
            claims.add(PersonalKind::IpAddress, begin, token.size());
        begin = end;
    }
}

void findPersonal(std::string_view text, const KindSet& kinds, std::vector<PersonalFinding>& found) {
    Claims claims(found);
    const Hints hints(text);
    const auto wanted = [&kinds](PersonalKind kind) { return kinds[static_cast<std::size_t>(kind)]; };
    if (hints.at && wanted(PersonalKind::Email))
        findEmails(text, claims);
    if (hints.digits >= 4)
        findNumbers(text, kinds, claims);
    if (hints.colons >= 2 && hints.digits > 0 && wanted(PersonalKind::IpAddress))
        findIpv6(text, claims);
    if (hints.digits > 0 && wanted(PersonalKind::StreetAddress)) {
        if (text.size() >= 8)
            findEnglishAddresses(text, claims);
        if (hints.han)
            findChineseAddresses(text, claims);
    }
    std::sort(found.begin(), found.end(),
              [](const PersonalFinding& a, const PersonalFinding& b) { return a.begin < b.begin; });
}

std::string maskedExample(PersonalKind kind, std::string_view text) {
    std::string shown;
    if (kind == PersonalKind::Email) {
        const auto at = text.find('@');
        const auto dot = text.rfind('.');
        shown = std::string(text.substr(0, 1)) + "***@" + std::string(text.substr(at + 1, 1)) + "***";
        return dot != std::string_view::npos && dot > at ? shown + std::string(text.substr(dot)) : shown;
    }
    if (kind == PersonalKind::StreetAddress)
        return "***";
    // Of numbers, so much of both ends that people recognise the sort of number, and not whose it is.
    const auto digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), isDigit));
    const std::size_t front = kind == PersonalKind::Phone || kind == PersonalKind::IpAddress ? 3 : 2;
    const std::size_t back = kind == PersonalKind::Phone ? 2 : 0;
    std::size_t seen = 0;
    for (const char c : text) {
        const bool hex = kind == PersonalKind::IpAddress && isLetter(c);
        if (!isDigit(c) && !hex) {
            shown += c;
            continue;
        }
        const bool kept = seen < front || seen + back >= digits;
        shown += kept && !hex ? c : '*';
        ++seen;
    }
    return shown;
}

std::string maskedText(std::string_view text) {
    std::vector<PersonalFinding> found;
    findPersonal(text, kEveryKind, found);
    std::string shown;
    std::size_t done = 0;
    for (const PersonalFinding& finding : found) {
        shown += text.substr(done, finding.begin - done);
        shown += maskedExample(finding.kind, text.substr(finding.begin, finding.length));
        done = finding.begin + finding.length;
    }
    return shown += text.substr(done);
}

} // namespace core::privacy
